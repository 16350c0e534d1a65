"""Vectors of nodes: elementwise functions and the functions that take a whole vector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import ZERO
from gradviz.core.formula.functions import call
from gradviz.core.formula.graph import Node, Operation, apply, constant
from gradviz.core.formula.operators import ADD, DIVIDE, MULTIPLY, SQUARE
from gradviz.core.formula.special import MAXIMUM, MINIMUM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Vector:
    """Several numbers, or several conditions.

    Attributes
    ----------
    components : tuple of Node
        The numbers.
    flexible : bool
        Whether it has as many components as the start point has coordinates.
    """

    components: tuple[Node, ...]
    flexible: bool = False

    def __len__(self) -> int:
        return len(self.components)


Value = Node | Vector


class LengthError(Exception):
    """Two vectors of different lengths meet."""

    def __init__(self, first: Vector, second: Vector) -> None:
        super().__init__(len(first), len(second))
        self.first = first
        self.second = second


def elementwise(operation: Callable[..., Node], *values: Value) -> Value:
    """Return `operation` of numbers, or of vectors component by component."""
    vectors = [value for value in values if isinstance(value, Vector)]
    if not vectors:
        return operation(*values)
    for other in vectors[1:]:
        if len(other) != len(vectors[0]):
            raise LengthError(vectors[0], other)
    columns = [
        value.components if isinstance(value, Vector) else (value,) * len(vectors[0])
        for value in values
    ]
    components = tuple(operation(*row) for row in zip(*columns, strict=True))
    return Vector(components, flexible=any(vector.flexible for vector in vectors))


def _chain(operation: Operation, components: Sequence[Node]) -> Node:
    return reduce(lambda total, item: apply(operation, total, item), components)


def total(v: Sequence[Node]) -> Node:
    """Return the sum."""
    return _chain(ADD, v) if v else ZERO


def _mean(v: Sequence[Node]) -> Node:
    return apply(DIVIDE, total(v), constant(len(v)))


def _norm(v: Sequence[Node]) -> Node:
    return call("sqrt", total([apply(SQUARE, item) for item in v]))


REDUCTIONS: dict[str, Callable[[Sequence[Node]], Node]] = {
    "sum": total,
    "mean": _mean,
    "prod": lambda v: _chain(MULTIPLY, v),
    "norm": _norm,
    "min": lambda v: _chain(MINIMUM, v),
    "max": lambda v: _chain(MAXIMUM, v),
}
"""The functions of one vector, by the name in the table of functions."""


def dot(a: Vector, b: Vector) -> Node:
    """Return the scalar product."""
    products = elementwise(lambda p, q: apply(MULTIPLY, p, q), a, b)
    return total(products.components if isinstance(products, Vector) else (products,))


def is_condition(value: Value) -> bool:
    """Return whether a value consists of conditions, not of numbers."""
    first = value.components[0] if isinstance(value, Vector) else value
    return first.condition
