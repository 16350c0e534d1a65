"""The vocabulary of the chain rule: symbols, numbers, vectors and sums as atoms of a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.backprop_maths import Matrix, Text, Tone, italic
from gradviz.plots.numerals import MINUS, compact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from gradviz.plots.backprop_maths import Atom

    Atoms = list[Atom]

__all__ = [
    "DOT",
    "SMALL_MATRIX",
    "Term",
    "by",
    "column_of",
    "equals",
    "exponential",
    "matrix_of",
    "number",
    "plain",
    "products",
    "row_of",
    "sign",
    "symbol",
    "total",
    "vector",
]

DIGITS: Final = 4
SMALL_MATRIX: Final = 4
"""Rows and columns up to which a matrix is written out."""
DOT: Final = "\N{DOT OPERATOR}"
_ELLIPSIS: Final = "\N{MIDLINE HORIZONTAL ELLIPSIS}"
_FIRST: Final = 3
_MOST: Final = 5
"""Terms or components that are written out; of more the first three and the last."""


def plain(value: float, digits: int = DIGITS) -> str:
    """Return a number as it stands in the arithmetic."""
    return compact(float(value) + 0.0, digits)  # no -0


def number(value: float, tone: Tone = Tone.TEXT, *, factor: bool = False) -> Text:
    """Return a number, in parentheses where its sign would follow another."""
    text = plain(value)
    return Text(f"({text})" if factor and text.startswith(MINUS) else text, tone)


def sign(text: str, *, breaks: bool = False) -> Text:
    """Return a sign between two numbers, with its space."""
    return Text(f" {text} ", breaks=breaks)


def equals() -> Text:
    """Return the sign of equality, before which a line may be broken."""
    return sign("=", breaks=True)


def symbol(letter: str, layer: int = 0, *index: int | str, tone: Tone = Tone.TEXT) -> Atoms:
    """Return a letter, its layer below, its index in brackets: as NumPy counts, from 0."""
    atoms: Atoms = [Text(italic(letter), tone)]
    if layer:
        atoms.append(Text(str(layer), tone, -1))
    if index:
        atoms.append(Text(f"[{', '.join(map(str, index))}]", tone))
    return atoms


def by(letter: str, layer: int = 0, *index: int | str) -> Atoms:
    """Return the derivative of the loss by something."""
    tone = Tone.BACKWARD
    d = italic("∂")
    return [Text(f"{d}{italic('L')}/{d}", tone), *symbol(letter, layer, *index, tone=tone)]


def exponential(*exponent: str) -> Atoms:
    """Return e to the power of something that is written small: letters leaning, others not."""
    return [Text(italic("e")), *(Text(text, shift=1) for text in exponent)]


def vector(values: NDArray[np.float64], tone: Tone) -> Atoms:
    """Return numbers in parentheses; of many the first and the last."""
    texts = [plain(value, 3) for value in values[:_FIRST]]
    if len(values) <= _MOST:
        texts += [plain(value, 3) for value in values[_FIRST:]]
    else:
        texts += [_ELLIPSIS, plain(values[-1], 3)]
    return [Text(f"({', '.join(texts)})", tone)]


def matrix_of(values: NDArray[np.float64], tone: Tone, chosen: int | None = None) -> Matrix:
    """Return a matrix, shape (n, m), one row of which may stand out."""
    rows = tuple(tuple(plain(value, 3) for value in row) for row in values)
    return Matrix(rows, tone, chosen)


def column_of(values: NDArray[np.float64], tone: Tone, chosen: int | None = None) -> Matrix:
    """Return a vector written from top to bottom."""
    return matrix_of(values[:, None], tone, chosen)


def row_of(values: NDArray[np.float64], tone: Tone) -> Matrix:
    """Return a vector written from left to right, as a matrix of one row."""
    return matrix_of(values[None, :], tone)


@dataclass(frozen=True, slots=True)
class Term:
    """A product in a sum, or one number alone."""

    first: float
    first_tone: Tone
    second: float | None = None
    second_tone: Tone = Tone.TEXT


def total(terms: Iterable[Term]) -> Atoms:
    """Return a sum; of many terms the first and the last."""
    given = list(terms)
    shown: list[Term | None] = [*given]
    if len(given) > _MOST:
        shown = [*given[:_FIRST], None, given[-1]]
    atoms: Atoms = []
    for term in shown:
        atoms += _joined(term, is_first=not atoms)
    return atoms


def _joined(term: Term | None, *, is_first: bool) -> Atoms:
    """Return a term with the sign before it, its own if it is below 0."""
    if term is None:
        return [sign("+", breaks=True), Text(_ELLIPSIS)]
    value = term.first
    atoms: Atoms = []
    if not is_first:
        is_below = value < 0.0
        atoms.append(sign(MINUS if is_below else "+", breaks=True))
        value = -value if is_below else value
    atoms.append(number(value, term.first_tone))
    if term.second is not None:
        atoms += [Text(DOT), number(term.second, term.second_tone, factor=True)]
    return atoms


def products(
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    tone: Tone,
    extra: float | None = None,
) -> tuple[Atoms, int]:
    """Return a sum of products, and how many are left out of it.

    Where there are more than are written out, those are left out whose first factor is 0.

    Parameters
    ----------
    first, second : ndarray, shape (n,)
        The factors; the second ones are weights.
    tone : Tone
        What the first ones are.
    extra : float, optional
        What is added at the end.
    """
    kept = np.arange(len(first))
    if len(first) > _MOST:
        kept = np.flatnonzero(first != 0.0)
    terms = [Term(first[i], tone, second[i]) for i in kept]
    if extra is not None:
        terms.append(Term(extra, Tone.TEXT))
    return total(terms or [Term(0.0, tone)]), len(first) - len(kept)
