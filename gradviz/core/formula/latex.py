"""Graph to LaTeX, as one would write it by hand.

A minus sign that is not between two terms is written ``{-}``: typesetters that look only at the
neighbours of a sign would otherwise space it like a difference.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gradviz.core.formula.conditions import AND, NOT, NOT_NEGATIVE, OR, QUIET, WHERE
from gradviz.core.formula.graph import Apply, Constant, Node, Operation, Symbol
from gradviz.core.formula.layout import GAP, INVERSES, children, inverted, is_quiet, terms_of
from gradviz.core.formula.lettering import name_latex, number_latex
from gradviz.core.formula.operators import (
    ADD,
    DIVIDE,
    MULTIPLY,
    NEGATE,
    POWER,
    SQUARE,
    SUBTRACT,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LENGTH = 3000
OMITTED = r"\cdots"

# How tightly a piece holds together.
SUM, PRODUCT, POWERED, ATOM = range(4)


class Piece(NamedTuple):
    r"""Typeset part of an expression, its sign apart.

    Attributes
    ----------
    text : str
        LaTeX, without a leading minus.
    level : int
        How tightly it holds together.
    rank : int
        Its place among the factors of a product: numbers first, sums last.
    negative : bool
        Whether there is a minus in front.
    power : str
        For a function such as ``\sin(x)``, the text with ``{power}`` where an exponent goes.
    """

    text: str
    level: int
    rank: float
    negative: bool = False
    power: str = ""

    def signed(self) -> str:
        """Return the text with its sign."""
        if not self.negative:
            return self.text
        return "{-}" + (_in_brackets(self.text) if self.level == SUM else self.text)


def latex(root: Node) -> str:
    """Return the LaTeX of an expression."""
    pieces: dict[Node, Piece] = {}
    waiting = [(root, False)]
    while waiting:
        node, ready = waiting.pop()
        if node in pieces:
            continue
        parts = children(node)
        if ready or not parts:
            piece = _piece(node, [pieces[child] for child in parts])
            pieces[node] = piece if len(piece.text) <= MAX_LENGTH else _atom(OMITTED)
        else:
            waiting.append((node, True))
            waiting.extend((child, False) for child in parts)
    return pieces[root].signed()


# --- pieces -----------------------------------------------------------------------------------


def _atom(text: str, rank: float = 3) -> Piece:
    return Piece(text, ATOM, rank)


def _piece(node: Node, parts: list[Piece]) -> Piece:
    if isinstance(node, Constant):
        return _constant(node)
    if node is GAP:
        return _atom(OMITTED)
    if isinstance(node, Symbol):
        return _atom(name_latex(node.name), (2 if node.parameter else 3) + node.index / 1000)
    if not isinstance(node, Apply):
        return _atom(OMITTED)
    writer = _WRITERS.get(node.operation)
    if writer is not None:
        return writer(node, parts)
    return _condition(node, parts) if node.condition else _function(node.operation, parts)


def _constant(node: Constant) -> Piece:
    if node.name:
        return _atom(r"\pi" if node.name == "pi" else node.name, 1)
    value = abs(node.value)
    text = number_latex(value)
    negative = node.value < 0.0
    mantissa, times_ten, exponent = text.partition("e")
    if not times_ten or not math.isfinite(value):  # there is an e in \text{nan} too
        return Piece(text, ATOM, 0, negative)
    tens = f"10^{{{'{-}' if int(exponent) < 0 else ''}{abs(int(exponent))}}}"
    if mantissa == "1":
        return Piece(tens, POWERED, 0, negative)
    return Piece(rf"{mantissa} \cdot {tens}", PRODUCT, 0, negative)


def _bracketed(piece: Piece, level: int) -> str:
    """Return the text of a piece, in brackets if it has a sign or holds less than `level`."""
    if piece.level >= level and not piece.negative:
        return piece.text
    return _in_brackets(piece.signed())


def _in_brackets(text: str) -> str:
    tall = any(sign in text for sign in (r"\frac", r"\left", r"\begin", r"\sqrt"))
    return rf"\left({text}\right)" if tall else f"({text})"


def _sum(node: Apply, parts: list[Piece]) -> Piece:
    text = ""
    for piece, (_, subtracted) in zip(parts, terms_of(node), strict=True):
        signed = subtracted or piece.negative
        term = _bracketed(piece._replace(negative=False), PRODUCT if signed else SUM)
        negative = piece.negative != subtracted
        if not text:
            text = ("{-}" if negative else "") + term
        elif term.startswith("{-}"):
            text += " - " + term.removeprefix("{-}")
        else:
            text += (" - " if negative else " + ") + term
    return Piece(text, SUM, 6)


def _product(_: Apply, parts: list[Piece]) -> Piece:
    negative = sum(piece.negative for piece in parts) % 2 == 1
    bare = [piece._replace(negative=False) for piece in parts]
    shown = [piece for piece in bare if piece.text != "1"] or bare[:1]
    ordered = sorted(shown, key=lambda piece: piece.rank)
    factors = [_bracketed(piece, PRODUCT) for piece in ordered]
    text = factors[0] + "".join(_between(a, b) + b for a, b in pairwise(factors))
    rank = min(piece.rank for piece in shown) if len(shown) == 1 else 3
    return Piece(text, PRODUCT if len(shown) > 1 else shown[0].level, rank, negative)


def _between(left: str, right: str) -> str:
    """Return what separates two factors."""
    if right[0].isdigit():
        return r" \cdot "
    upright = left.startswith(r"\mathrm") or right.startswith(r"\mathrm")
    return r" \, " if upright else " "


def _negative(_: Apply, parts: list[Piece]) -> Piece:
    piece = parts[0]
    return piece._replace(negative=not piece.negative, power="")


def _fraction(_: Apply, parts: list[Piece]) -> Piece:
    top, bottom = parts
    text = rf"\frac{{{top.text}}}{{{bottom.text}}}"
    rank = 0 if top.rank == bottom.rank == 0 else 4
    return Piece(text, PRODUCT, rank, top.negative != bottom.negative)


def _power(node: Apply, parts: list[Piece]) -> Piece:
    base = parts[0]
    exponent = "2" if node.operation is SQUARE else parts[1].signed()
    if base.power and exponent.isdigit() and not base.negative:
        return Piece(base.power.replace("{power}", f"^{{{exponent}}}"), POWERED, base.rank)
    rank = base.rank if exponent.isdigit() else base.rank + 0.5
    return Piece(f"{_bracketed(base, ATOM)}^{{{exponent}}}", POWERED, rank)


def _function(operation: Operation, parts: list[Piece]) -> Piece:
    arguments = [piece.signed() for piece in parts]
    if "{0}" in operation.latex:
        text = operation.latex.replace("{0}", arguments[0])
        return Piece(text, POWERED if "^" in operation.latex[:2] else ATOM, 5)
    listed = _in_brackets(", ".join(arguments))
    power = f"{operation.latex}{{power}}{listed}"
    return Piece(operation.latex + listed, ATOM, 5, power=power)


def _choice(_: Apply, parts: list[Piece]) -> Piece:
    if len(parts) == 1:
        return parts[0]
    rows = [
        rf"{value.signed()} & \text{{if }} {condition.text}"
        for value, condition in zip(parts[:-1:2], parts[1::2], strict=True)
    ]
    rows.append(rf"{parts[-1].signed()} & \text{{otherwise}}")
    text = r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"
    return Piece(text, SUM, 6)


def _condition(node: Apply, parts: list[Piece]) -> Piece:
    if node.operation in QUIET:
        return _atom("")
    if node.operation is NOT:
        compared = inverted(node)
        if compared is not None:
            operation = INVERSES[compared.operation]
            return _condition_text(operation, *(piece.signed() for piece in parts))
        return Piece(rf"\text{{not }} {_in_brackets(parts[0].text)}", PRODUCT, 6)
    if node.operation in (AND, OR):
        loud = [
            _bracketed(piece, PRODUCT)
            for piece, argument in zip(parts, node.arguments, strict=True)
            if not is_quiet(argument)
        ]
        return Piece(node.operation.latex.join(loud), SUM if node.operation is OR else PRODUCT, 6)
    return _condition_text(node.operation, *(piece.signed() for piece in parts))


def _condition_text(operation: Operation, left: str, right: str) -> Piece:
    return Piece(f"{left} {operation.latex} {right}", PRODUCT, 6)


_WRITERS: dict[Operation, Callable[[Apply, list[Piece]], Piece]] = {
    ADD: _sum,
    SUBTRACT: _sum,
    MULTIPLY: _product,
    NEGATE: _negative,
    DIVIDE: _fraction,
    SQUARE: _power,
    POWER: _power,
    WHERE: _choice,
    NOT_NEGATIVE: lambda _, parts: parts[0],
}
