"""The arithmetic of coming back: the slope of the loss through softmax, affine and activation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.plots.backprop_forward import EPSILON, Names, out_of_room
from gradviz.plots.backprop_maths import Text, Tone, italic
from gradviz.plots.backprop_sheet import Maths, Row, Sentence
from gradviz.plots.backprop_symbols import (
    DOT,
    SMALL_MATRIX,
    by,
    column_of,
    equals,
    matrix_of,
    number,
    products,
    row_of,
    sign,
    symbol,
    vector,
)
from gradviz.plots.numerals import MINUS

if TYPE_CHECKING:
    from gradviz.document.backpropagation import Backpropagation
    from gradviz.plots.backprop_maths import Atom

    Atoms = list[Atom]

__all__ = ["Partials", "activation_back_rows", "affine_back_rows", "loss_back_rows"]


class Partials(Names):
    """Names of derivatives of the loss."""

    __slots__ = ()

    def by(self, letter: str, layer: int, *index: int | str) -> Atoms:
        """Return the derivative by a quantity of a layer, from 1."""
        return by(letter, layer if self.layers > 1 else 0, *index)


def loss_back_rows(study: Backpropagation, unit: int) -> list[Row]:
    """Return the slope of the loss by the scores."""
    layers = len(study.layers)
    names, slopes = Partials(layers), study.layers[-1].by_affine
    if study.probabilities is None:
        return _squared_back_rows(study, names, unit)
    y, t, minus = symbol("y"), symbol("t"), sign(MINUS)
    p, target = study.probabilities, study.target
    whole: Atoms = [*names.by("a", layers), equals()]
    one: Atoms = [*names.by("a", layers, unit), equals()]
    own = [*symbol("y", 0, unit), minus, *symbol("t", 0, unit)]
    numbers = [number(p[unit], Tone.FORWARD), minus, number(target[unit])]
    if study.network.loss is Loss.BOOK_CROSS_ENTROPY:
        label = symbol("y", 0, study.label or 0)
        scale = [Text(DOT), *label, Text("/("), *label, Text(f" + {EPSILON})")]
        whole += [Text("("), *y, minus, *t, Text(")"), *scale]
        one += [Text("("), *own, Text(")"), *scale]
    else:
        whole += [*y, minus, *t, equals(), *vector(p, Tone.FORWARD), minus]
        whole += vector(target, Tone.TEXT)
        one += [*own, equals(), *numbers]
    whole += [equals(), *vector(slopes, Tone.BACKWARD)]
    one += [equals(), number(slopes[unit], Tone.BACKWARD)]
    text = QCoreApplication.translate(
        "Backprop", "What was answered minus what was right: softmax and cross entropy in one."
    )
    return [Maths(tuple(whole), 1), Maths(tuple(one)), Sentence(text, 2)]


def _squared_back_rows(study: Backpropagation, names: Partials, unit: int) -> list[Row]:
    layers, count = len(study.layers), len(study.target)
    slopes, minus = study.layers[-1].by_affine, sign(MINUS)
    share = f"/{count}" if count > 1 else ""
    two = Text(f"2{DOT}(")
    one = [*names.by("a", layers, unit), equals(), two, *names.of("a", layers, unit), minus]
    one += [*symbol("t", 0, unit), Text(f"){share}"), equals(), two]
    one += [number(study.scores[unit], Tone.FORWARD), minus]
    one += [number(study.target[unit], factor=True), Text(f"){share}"), equals()]
    rows: list[Row] = [Maths((*one, number(slopes[unit], Tone.BACKWARD)))]
    if count > 1:
        every = [*names.by("a", layers), equals(), *vector(slopes, Tone.BACKWARD)]
        rows.append(Maths(tuple(every), 1))
    return rows


def affine_back_rows(study: Backpropagation, layer: int, unit: int) -> list[Row]:
    """Return the slope by the weights that lead away from a unit, by biases, and by the unit."""
    names, own = Partials(len(study.layers)), study.layers[layer - 1]
    rows: list[Row] = []
    if max(own.weights.shape) <= SMALL_MATRIX:
        outer: Atoms = [column_of(own.given, Tone.FORWARD, unit), sign(DOT)]
        outer += [row_of(own.by_affine, Tone.BACKWARD), equals()]
        outer.append(matrix_of(own.by_weights, Tone.BACKWARD, unit))
        rows.append(Maths((*_by_weights(names, layer), equals(), *outer), 2))
    else:
        rows.append(Maths(tuple(_by_weights(names, layer)), 3))
    every = [*names.by("W", layer, unit, ":"), equals(), *names.given(layer, unit), Text(DOT)]
    every += [*names.by("a", layer), equals(), number(own.given[unit], Tone.FORWARD), Text(DOT)]
    every += [*vector(own.by_affine, Tone.BACKWARD), equals()]
    rows.append(Maths((*every, *vector(own.by_weights[unit], Tone.BACKWARD))))
    if own.by_bias is not None:
        bias = [*names.by("b", layer), equals(), *names.by("a", layer), equals()]
        rows.append(Maths((*bias, *vector(own.by_bias, Tone.BACKWARD)), 2))
    return [*rows, *_by_given_rows(study, names, layer, unit)]


def _by_weights(names: Partials, layer: int) -> Atoms:
    transposed = [*names.given(layer), Text("T", shift=1)]
    return [*names.by("W", layer), equals(), *transposed, Text(DOT), *names.by("a", layer)]


def _by_given_rows(study: Backpropagation, names: Partials, layer: int, unit: int) -> list[Row]:
    """Return what goes on to the layer before; nothing from the first layer."""
    if layer == 1:
        text = QCoreApplication.translate(
            "Backprop", "The sample is no weight: the way back ends here."
        )
        return [Sentence(text, 3)]
    own, j = study.layers[layer - 1], italic("j")
    terms, left_out = products(own.by_affine, own.weights[unit], Tone.BACKWARD)
    head = [*by("z", layer - 1, unit), equals(), Text("\N{N-ARY SUMMATION}"), Text(j, shift=-1)]
    head += [Text(" "), *names.by("a", layer, j), Text(DOT), *names.of("W", layer, unit, j)]
    made = number(own.by_given[unit], Tone.BACKWARD)
    rows: list[Row] = [Maths((*head, equals(), *terms, equals(), made), 1)]
    return [*rows, out_of_room(left_out)] if left_out else rows


def activation_back_rows(study: Backpropagation, layer: int, unit: int) -> list[Row]:
    """Return the slope by what an activation was given."""
    own = study.layers[layer - 1]
    assert own.active is not None  # noqa: S101 - only the last layer has none
    assert own.by_active is not None  # noqa: S101
    names, z = Partials(len(study.layers)), float(own.active[unit])
    a, active = names.of("a", layer, unit), names.of("z", layer, unit)
    head = [*names.by("a", layer, unit), equals(), *names.by("z", layer, unit), Text(DOT)]
    came = number(own.by_active[unit], Tone.BACKWARD, factor=True)
    one: Atoms = [equals(), came, Text(DOT)]
    shown = number(z, Tone.FORWARD, factor=True)
    sentence = ""
    if study.network.activation is Activation.RELU:
        head += [Text("["), *a, Text(" > 0]")]
        one.append(Text("1" if z > 0.0 else "0", Tone.FORWARD))
        sentence = _gate_words(is_open=z > 0.0)
    elif study.network.activation is Activation.TANH:
        head += [Text("(1 − "), *active, Text("²)")]
        one += [Text("(1 − "), shown, Text("²)")]
    else:
        head += [*active, Text(f"{DOT}(1 − "), *active, Text(")")]
        one += [shown, Text(f"{DOT}(1 − "), shown, Text(")")]
    made = number(own.by_affine[unit], Tone.BACKWARD)
    rows: list[Row] = [Maths((*head, *one, equals(), made))]
    every = [*names.by("a", layer), equals(), *vector(own.by_affine, Tone.BACKWARD)]
    return [*rows, *([Sentence(sentence, 2)] if sentence else []), Maths(tuple(every), 3)]


def _gate_words(*, is_open: bool) -> str:
    if is_open:
        return QCoreApplication.translate(
            "Backprop", "The unit is above 0: ReLU lets the gradient pass as it came."
        )
    return QCoreApplication.translate(
        "Backprop", "The unit is not above 0: ReLU stops the gradient here."
    )
