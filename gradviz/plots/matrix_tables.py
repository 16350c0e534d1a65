"""What is drawn as a matrix: weights, their gradients, activations, images of first weights."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from gradviz.document.layers_look import Form, Shown
from gradviz.plots.layers_words import scores_word
from gradviz.plots.numerals import variable_label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.document.layer_values import LayerValues, Numbers

SMALL: Final = 24
"""Weights up to which a network shows them together with their gradients."""
MOST_IMAGES: Final = 400
FEWEST_PIXELS: Final = 4
"""Pixels on a side from which on inputs are taken for a picture."""
_FEW_SAMPLES: Final = 6


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which weight of the flat vector stands in a cell."""

    first: int
    down: int
    across: int

    def at(self, row: int, column: int) -> int:
        """Return the number of the weight in a cell."""
        return self.first + row * self.down + column * self.across


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One matrix.

    Attributes
    ----------
    name : str
        What stands above it.
    values : ndarray, shape (rows, columns)
        Its numbers.
    reach : float
        Size of the numbers at both ends of the colours; 0 for no colours.
    shown : Shown or None
        What it is of; None for what belongs to the samples.
    layer : int
        Affine layer, or layer of activations, from 0.
    numbering : Numbering or None
        Which weights its cells are; None if they are none.
    rows, columns : tuple of str
        Names of its rows and columns; empty for their numbers.
    is_headed : bool
        Whether there is anything beside it and above it but its name.
    has_row_names : bool
        Whether its rows are named, or numbered, beside it.
    is_beneath : bool
        Whether it stands under the one before: a bias under its matrix.
    """

    name: str
    values: NDArray[np.float64]
    reach: float = 0.0
    shown: Shown | None = None
    layer: int = 0
    numbering: Numbering | None = None
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    is_headed: bool = True
    has_row_names: bool = True
    is_beneath: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.values.shape[0], self.values.shape[1]

    def is_twin_of(self, other: Table) -> bool:
        """Tell whether the same cell of both belongs to the same weight; of itself too."""
        if self is other:
            return True
        return self.numbering is not None and self.numbering == other.numbering

    def weight_at(self, row: int, column: int) -> int | None:
        """Return the number of the weight in a cell, if it is one."""
        return None if self.numbering is None else self.numbering.at(row, column)


Stack: TypeAlias = tuple[Table, ...]
"""Matrices one below another, with columns in common."""
Page: TypeAlias = tuple[tuple[Stack, ...], ...]
"""Lines of stacks; a single line is broken where it is too long."""


def is_small(values: LayerValues) -> bool:
    """Tell whether weights and gradients are shown side by side."""
    return values.network.size <= SMALL


def image_side(values: LayerValues) -> int | None:
    """Return how many pixels wide the inputs are as a square picture; None if they are none."""
    side = math.isqrt(values.network.sizes[0])
    is_square = side * side == values.network.sizes[0]
    return side if is_square and side >= FEWEST_PIXELS else None


def weight_name(layer: int, *, is_bias: bool, shown: Shown) -> str:
    """Return such as ``W₁``, or ``dW₁`` of a gradient."""
    name = variable_label(f"{'b' if is_bias else 'W'}{layer + 1}")
    return f"d{name}" if shown is Shown.GRADIENTS else name


def activation_name(layer: int, layers: int) -> str:
    """Return what a layer of activations is called."""
    if layer == 0:
        return "x"
    return scores_word() if layer == layers - 1 else variable_label(f"h{layer}")


def page_of(values: LayerValues, shown: Shown, form: Form) -> Page:
    """Return the matrices to show."""
    if shown is Shown.ACTIVATIONS:
        return (tuple((table,) for table in activation_tables(values)),)
    side = image_side(values)
    if form is Form.IMAGES and side is not None:
        return (tuple((table,) for table in _images(values, shown, side)),)
    if not is_small(values):
        return (weight_stacks(values, shown),)
    pairs = zip(
        weight_stacks(values, Shown.WEIGHTS), weight_stacks(values, Shown.GRADIENTS), strict=True
    )
    facts = _sample_tables(values)
    return (*pairs, *([tuple((table,) for table in facts)] if facts else []))


def weight_stacks(values: LayerValues, shown: Shown) -> tuple[Stack, ...]:
    """Return W over b of each layer, or their gradients."""
    found, first = [], 0
    for k, layer in enumerate(values.layers):
        is_gradient = shown is Shown.GRADIENTS
        matrix = layer.gradient if is_gradient else layer.weights
        bias = layer.bias_gradient if is_gradient else layer.bias
        columns = _unit_names(values, k + 1)
        stack = [_weight_table(matrix, k, first, shown, _unit_names(values, k), columns)]
        first += matrix.values.size
        if bias is not None:
            stack.append(_weight_table(bias, k, first, shown, (), columns))
            first += bias.values.size
        found.append(tuple(stack))
    return tuple(found)


def _weight_table(
    numbers: Numbers,
    layer: int,
    first: int,
    shown: Shown,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
) -> Table:
    is_bias = numbers.values.shape[0] == 1 and not rows
    name = weight_name(layer, is_bias=is_bias, shown=shown)
    return Table(
        name,
        numbers.values,
        reach_of(numbers),
        shown,
        layer,
        Numbering(first, numbers.values.shape[1], 1),
        (name,) if is_bias else rows,
        columns,
        is_beneath=is_bias,
    )


def reach_of(numbers: Numbers) -> float:
    """Return the size of the numbers at the ends of the colours."""
    return max(abs(numbers.span[0]), abs(numbers.span[1]))


def _unit_names(values: LayerValues, layer: int) -> tuple[str, ...]:
    """Return what the units of a layer are called: inputs and classes have names."""
    sizes = values.network.sizes
    if layer == 0:
        return tuple(map(variable_label, values.batch.inputs_named))
    if layer == len(sizes) - 1 and values.batch.classes:
        return values.batch.classes
    return tuple(map(str, range(sizes[layer])))


def activation_tables(values: LayerValues) -> tuple[Table, ...]:
    """Return the inputs, what each hidden layer makes of them, and the scores."""
    count = len(values.activations)
    return tuple(
        Table(
            activation_name(k, count),
            numbers.values,
            reach_of(numbers),
            Shown.ACTIVATIONS,
            k,
            columns=_unit_names(values, k),
            has_row_names=k == 0,
        )
        for k, numbers in enumerate(values.activations)
    )


def _sample_tables(values: LayerValues) -> list[Table]:
    """Return what goes in and comes out, where the step has few samples."""
    data = values.batch
    if data.count > _FEW_SAMPLES:
        return []
    inputs, outputs = _unit_names(values, 0), _unit_names(values, len(values.network.sizes) - 1)
    tables = [Table("x", data.inputs, columns=inputs)]
    tables.append(Table(scores_word(), values.activations[-1].values, columns=outputs))
    if values.probabilities is not None:
        tables.append(Table("softmax", values.probabilities, columns=outputs))
    tables.append(Table("t", data.targets, columns=outputs))
    return tables


def _images(values: LayerValues, shown: Shown, side: int) -> list[Table]:
    """Return the weights of each unit of the first layer as a picture."""
    layer = values.layers[0]
    numbers = layer.gradient if shown is Shown.GRADIENTS else layer.weights
    units = numbers.values.shape[1]
    return [
        Table(
            str(unit),
            numbers.values[:, unit].reshape(side, side),
            reach_of(numbers),
            shown,
            0,
            Numbering(unit, side * units, units),
            is_headed=False,
        )
        for unit in range(min(units, MOST_IMAGES))
    ]
