"""The arithmetic of going forward: an affine layer, its activation, softmax and loss."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.plots.backprop_maths import Text, Tone, italic
from gradviz.plots.backprop_sheet import Maths, Row, Sentence
from gradviz.plots.backprop_symbols import (
    DOT,
    Term,
    equals,
    exponential,
    number,
    products,
    sign,
    symbol,
    total,
    vector,
)
from gradviz.plots.numerals import MINUS

if TYPE_CHECKING:
    from gradviz.document.backpropagation import Backpropagation, LayerPass
    from gradviz.plots.backprop_maths import Atom

    Atoms = list[Atom]

__all__ = ["EPSILON", "Names", "forward_rows", "loss_rows", "out_of_room"]

EPSILON = "10⁻⁷"
"""What the book adds inside the logarithm."""
_EXPANDED = 3
"""Inputs up to which a sum is written out in symbols."""
_SUM_OVER_I = (Text("\N{N-ARY SUMMATION}"), Text(italic("i"), shift=-1), Text(" "))


@dataclass(frozen=True, slots=True)
class Names:
    """What the quantities of a network are called; without a number where there is one layer.

    Attributes
    ----------
    layers : int
        How many affine layers there are.
    """

    layers: int

    def of(self, letter: str, layer: int, *index: int | str, tone: Tone = Tone.TEXT) -> Atoms:
        """Return a quantity of a layer, from 1."""
        return symbol(letter, layer if self.layers > 1 else 0, *index, tone=tone)

    def given(self, layer: int, *index: int | str, tone: Tone = Tone.TEXT) -> Atoms:
        """Return what a layer is given: the sample, or what the layer before it made."""
        if layer == 1:
            return symbol("x", 0, *index, tone=tone)
        return symbol("z", layer - 1, *index, tone=tone)


def forward_rows(study: Backpropagation, layer: int, unit: int) -> list[Row]:
    """Return how a unit of a layer comes about."""
    names, own = Names(len(study.layers)), study.layers[layer - 1]
    bias = None if own.bias is None else float(own.bias[unit])
    terms, left_out = products(own.given, own.weights[:, unit], Tone.FORWARD, bias)
    made = number(own.affine[unit], Tone.FORWARD)
    head = [*names.of("a", layer, unit), equals(), *_affine(names, own, layer, unit)]
    rows: list[Row] = [Maths((*head, equals(), *terms, equals(), made))]
    if left_out:
        rows.append(out_of_room(left_out))
    if own.active is not None:
        rows.append(Maths(tuple(_activation(study, names, layer, unit)), 1))
    whole = [*names.given(layer), Text(DOT), *names.of("W", layer)]
    if own.bias is not None:
        whole += [sign("+"), *names.of("b", layer)]
    every = [*names.of("a", layer), equals(), *whole, equals()]
    return [*rows, Maths((*every, *vector(own.affine, Tone.FORWARD)), 2)]


def _affine(names: Names, own: LayerPass, layer: int, unit: int) -> Atoms:
    """Return the sum of an affine unit in symbols."""
    atoms: Atoms = []
    count = len(own.given)
    for i in range(count) if count <= _EXPANDED else "i":
        if atoms:
            atoms.append(sign("+", breaks=True))
        elif i == "i":
            atoms += _SUM_OVER_I
        index = italic("i") if i == "i" else i
        atoms += [*names.given(layer, index), Text(DOT), *names.of("W", layer, index, unit)]
    if own.bias is not None:
        atoms += [sign("+", breaks=True), *names.of("b", layer, unit)]
    return atoms


def out_of_room(count: int) -> Sentence:
    """Return how many terms of a sum are nothing."""
    text = QCoreApplication.translate("Backprop", "{0} terms with the factor 0 are left out.")
    return Sentence(text.format(count), 3)


def _activation(study: Backpropagation, names: Names, layer: int, unit: int) -> Atoms:
    """Return how an activation makes something of an affine unit."""
    own = study.layers[layer - 1]
    assert own.active is not None  # noqa: S101 - whoever asks has looked
    made = number(own.active[unit], Tone.FORWARD)
    given, a = number(own.affine[unit], Tone.FORWARD), names.of("a", layer, unit)
    head = [*names.of("z", layer, unit), equals()]
    if study.network.activation is Activation.RELU:
        middle = [Text("max("), *a, Text(", 0)"), equals(), Text("max("), given, Text(", 0)")]
    elif study.network.activation is Activation.TANH:
        middle = [Text("tanh "), *a, equals(), Text("tanh("), given, Text(")")]
    else:
        one, over = Text("1/(1 + "), Text(")")
        small = f"{MINUS}{italic('a')}"
        filled = Text(f"{MINUS}({given.text})", Tone.FORWARD, 1)
        middle = [one, *exponential(small), over, equals(), one, Text(italic("e")), filled, over]
    return [*head, *middle, equals(), made]


# --- the loss


def loss_rows(study: Backpropagation, unit: int) -> list[Row]:
    """Return how the loss comes about."""
    if study.probabilities is None:
        return _squared_rows(study)
    names = Names(len(study.layers))
    y = symbol("y")
    scores = names.of("a", len(study.layers))
    softmax = [*y, equals(), Text("softmax("), *scores, Text(")"), equals()]
    rows = [Maths((*softmax, *vector(study.probabilities, Tone.FORWARD)), 1)]
    rows.append(Maths(tuple(_share(study, unit)), 2))
    return [*rows, *_entropy_rows(study, names)]


def _share(study: Backpropagation, unit: int) -> Atoms:
    """Return how a score becomes a probability."""
    assert study.probabilities is not None  # noqa: S101 - whoever asks has looked
    a = italic("a")
    head = [*symbol("y", 0, unit), equals(), *exponential(f"{a}[{unit}]"), Text(" / ")]
    head += [*_SUM_OVER_I, *exponential(f"{a}[{italic('i')}]"), equals()]
    with np.errstate(all="ignore"):
        powers = np.exp(study.scores)
    over, under = float(powers[unit]), float(powers.sum())
    if isfinite(under) and under > 0.0:
        head += [number(over, Tone.FORWARD), Text(" / "), number(under, Tone.FORWARD), equals()]
    return [*head, number(study.probabilities[unit], Tone.FORWARD)]


def _entropy_rows(study: Backpropagation, names: Names) -> list[Row]:
    """Return the cross entropy from the scores, and from the probability of the class."""
    assert study.probabilities is not None  # noqa: S101 - whoever asks has looked
    label, loss = study.label or 0, number(study.loss, Tone.FORWARD)
    p, letter = float(study.probabilities[label]), Text(italic("L"))
    log, y = Text(f"{MINUS}log"), symbol("y", 0, label)
    if study.network.loss is Loss.BOOK_CROSS_ENTROPY:
        tail = Text(f" + {EPSILON})")
        book = [letter, equals(), log, Text("("), *y, tail, equals(), log, Text("(")]
        return [Maths((*book, number(p, Tone.FORWARD), tail, equals(), loss))]
    score, a = float(study.scores[label]), italic("a")
    symbols: Atoms = [letter, equals(), Text("log "), *_SUM_OVER_I]
    symbols += [*exponential(f"{a}[{italic('i')}]"), sign(MINUS)]
    symbols += names.of("a", len(study.layers), label)
    numbers = total([Term(study.loss + score, Tone.FORWARD)])
    numbers += [sign(MINUS), number(score, Tone.FORWARD, factor=True)]
    from_scores = Maths((*symbols, equals(), *numbers, equals(), loss))
    of_class = [letter, equals(), log, Text(" "), *y, equals(), log, Text(" ")]
    return [from_scores, Maths((*of_class, number(p, Tone.FORWARD), equals(), loss), 3)]


def _squared_rows(study: Backpropagation) -> list[Row]:
    """Return the mean squared error."""
    names, layers = Names(len(study.layers)), len(study.layers)
    scores, target, count = study.scores, study.target, len(study.target)
    square = Text("²")
    letter, loss = Text(italic("L")), number(study.loss, Tone.FORWARD)
    index: tuple[str | int, ...] = (0,) if count == 1 else (italic("i"),)
    inner: Atoms = [Text("("), *names.of("a", layers, *index), sign(MINUS)]
    inner += [*symbol("t", 0, *index), Text(")"), square]
    if count > 1:
        inner = [Text(f"(1/{count}) "), *_SUM_OVER_I, *inner]
    filled: Atoms = [Text(f"(1/{count})"), Text(DOT), Text("(")] if count > 1 else []
    shown = min(count, _EXPANDED)
    for i in range(shown):
        filled += [sign("+", breaks=True)] if i else []
        filled += [Text("("), number(scores[i], Tone.FORWARD), sign(MINUS)]
        filled += [number(target[i], factor=True), Text(")"), square]
    filled += [Text(" + \N{MIDLINE HORIZONTAL ELLIPSIS}")] if count > shown else []
    filled += [Text(")")] if count > 1 else []
    return [Maths((letter, equals(), *inner, equals(), *filled, equals(), loss))]
