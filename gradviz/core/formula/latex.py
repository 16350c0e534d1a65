"""Graph to LaTeX, as one would write it by hand.

A minus sign that is not between two terms is written ``{-}``: typesetters that look only at the
neighbours of a sign would otherwise space it like a difference.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from gradviz.core.formula.functions import MAXIMUM, MINIMUM
from gradviz.core.formula.graph import Apply, Constant, Node, Operation, Symbol, is_applied
from gradviz.core.formula.operators import (
    ADD,
    AND,
    DIVIDE,
    EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL,
    MULTIPLY,
    NEGATE,
    NOT,
    NOT_EQUAL,
    NOT_NEGATIVE,
    OR,
    POWER,
    QUIET,
    SQUARE,
    SUBTRACT,
    WHERE,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_TERMS = 12
MAX_LENGTH = 3000
OMITTED = r"\cdots"

# How tightly a piece holds together.
SUM, PRODUCT, POWERED, ATOM = range(4)

_INVERSES = {
    LESS: GREATER_EQUAL,
    LESS_EQUAL: GREATER,
    GREATER: LESS_EQUAL,
    GREATER_EQUAL: LESS,
    EQUAL: NOT_EQUAL,
    NOT_EQUAL: EQUAL,
}


class Piece(NamedTuple):
    """Typeset part of an expression, its sign apart.

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
        For a function such as ``\\sin(x)``, the text with ``{power}`` where an exponent goes.
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
        children = _children(node)
        if ready or not children:
            piece = _piece(node, [pieces[child] for child in children])
            pieces[node] = piece if len(piece.text) <= MAX_LENGTH else _atom(OMITTED)
        else:
            waiting.append((node, True))
            waiting.extend((child, False) for child in children)
    return pieces[root].signed()


# --- structure: what is written side by side ----------------------------------------------------


def _children(node: Node) -> Sequence[Node]:
    """Return the expressions `node` is typeset from: a sum's terms, a product's factors, ..."""
    if not isinstance(node, Apply):
        return ()
    if node.operation in (ADD, SUBTRACT):
        return [term for term, _ in _terms(node)]
    if node.operation in (MULTIPLY, MAXIMUM, MINIMUM):
        return _flattened(node, node.operation)
    if node.operation is WHERE:
        return _cases(node)
    compared = _inverted(node)
    return node.arguments if compared is None else compared.arguments


def _terms(node: Node) -> list[tuple[Node, bool]]:
    """Return the terms of a sum in order, with whether each is subtracted."""
    terms: list[tuple[Node, bool]] = []
    waiting = [(node, False)]
    while waiting and len(terms) <= MAX_TERMS:
        term, subtracted = waiting.pop()
        sign = _sign(term)
        if sign and not subtracted:
            left, right = term.arguments
            waiting += [(right, sign < 0), (left, False)]
        else:
            terms.append((term, subtracted))
    if not waiting:
        return terms
    while (sign := _sign(node)) > 0:
        node = node.arguments[1]
    last = (node.arguments[1], True) if sign else (node, False)
    return [*terms[:3], (_GAP, False), last]


def _sign(node: Node) -> int:
    """Return 1 for a sum, -1 for a difference, 0 for anything else."""
    return is_applied(node, ADD) - is_applied(node, SUBTRACT)


def _flattened(node: Node, operation: Operation) -> list[Node]:
    found: list[Node] = []
    waiting = [node]
    while waiting and len(found) <= MAX_TERMS:
        part = waiting.pop()
        if is_applied(part, operation):
            waiting.extend(reversed(part.arguments))
        else:
            found.append(part)
    if not waiting:
        return found
    while is_applied(node, operation):
        node = node.arguments[1]
    return [*found[:3], _GAP, node]


def _cases(node: Node) -> list[Node]:
    """Return value, condition, value, condition, ..., value of nested choices."""
    found: list[Node] = []
    while is_applied(node, WHERE) and len(found) < MAX_TERMS:
        condition, value, other = node.arguments
        if _is_quiet(condition):
            return [*found, value]
        found += [value, condition]
        node = other
    return [*found, node]


def _is_quiet(condition: Node) -> bool:
    """Return whether a condition is asked only by a convention at single points."""
    return all(
        node.operation in QUIET
        for node in _flattened_conditions(condition)
        if isinstance(node, Apply)
    )


def _flattened_conditions(condition: Node) -> set[Node]:
    """Return the comparisons that a condition is made of."""
    seen: set[Node] = set()
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            if any(is_applied(node, word) for word in (AND, OR, NOT)):
                waiting.extend(node.arguments)
    return {node for node in seen if not any(is_applied(node, word) for word in (AND, OR, NOT))}


def _inverted(node: Node) -> Apply | None:
    """Return the comparison of which `node` is the opposite, if it is one."""
    if not is_applied(node, NOT):
        return None
    inner = node.arguments[0]
    return inner if isinstance(inner, Apply) and inner.operation in _INVERSES else None


# --- pieces -----------------------------------------------------------------------------------


def _atom(text: str, rank: float = 3) -> Piece:
    return Piece(text, ATOM, rank)


def _piece(node: Node, parts: list[Piece]) -> Piece:
    if isinstance(node, Constant):
        return _constant(node)
    if node is _GAP:
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
    text = _digits(value)
    mantissa, times_ten, exponent = text.partition("e")
    negative = node.value < 0.0
    if not times_ten:
        return Piece(text, ATOM, 0, negative)
    tens = f"10^{{{'{-}' if int(exponent) < 0 else ''}{abs(int(exponent))}}}"
    if mantissa == "1":
        return Piece(tens, POWERED, 0, negative)
    return Piece(rf"{mantissa} \cdot {tens}", PRODUCT, 0, negative)


def _digits(value: float) -> str:
    if value != value or value == float("inf"):  # noqa: PLR0124 - only nan differs from itself
        return r"\infty" if value == float("inf") else r"\text{nan}"
    text = f"{value:.12g}"
    if "e" in text and 1e-4 <= value < 1e15:  # noqa: PLR2004 - read more easily in full
        return f"{value:.0f}"
    return text


def name_latex(name: str) -> str:
    """Return the LaTeX of a name: x0 is x_{0}, alpha is the Greek letter, rate is upright."""
    match = re.fullmatch(r"(.*?)_?([0-9]+)", name)
    if match and match[1]:
        return f"{name_latex(match[1])}_{{{match[2]}}}"
    stem, underscore, rest = name.partition("_")
    if underscore and stem and rest:
        return rf"{name_latex(stem)}_{{\mathrm{{{rest.replace('_', ' ')}}}}}"
    if name in _GREEK:
        return rf"\{name}"
    if len(name) == 1:
        words = unicodedata.name(name, "").split()
        greek = len(words) == 4 and words[0] == "GREEK" and words[-1].lower() in _GREEK  # noqa: PLR2004
        return rf"\{words[-1].lower()}" if greek and words[1] == "SMALL" else name
    return rf"\mathrm{{{name}}}".replace("_", r"\_")


_GREEK = frozenset(
    (
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    )
)  # fmt: skip


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
    for piece, (_, subtracted) in zip(parts, _terms(node), strict=True):
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
    text = ""
    for piece in sorted(shown, key=lambda piece: piece.rank):
        factor = _bracketed(piece, PRODUCT)
        dot = bool(text) and (factor[0].isdigit() or factor.startswith(r"\begin"))
        text += (r" \cdot " if dot else " ") + factor if text else factor
    rank = min(piece.rank for piece in shown) if len(shown) == 1 else 3
    return Piece(text, PRODUCT if len(shown) > 1 else shown[0].level, rank, negative)


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
        compared = _inverted(node)
        if compared is not None:
            operation = _INVERSES[compared.operation]
            return _condition_text(operation, *(piece.signed() for piece in parts))
        return Piece(rf"\text{{not }} {_in_brackets(parts[0].text)}", PRODUCT, 6)
    if node.operation in (AND, OR):
        loud = [
            _bracketed(piece, PRODUCT)
            for piece, argument in zip(parts, node.arguments, strict=True)
            if not _is_quiet(argument)
        ]
        return Piece(node.operation.latex.join(loud), SUM if node.operation is OR else PRODUCT, 6)
    return _condition_text(node.operation, *(piece.signed() for piece in parts))


def _condition_text(operation: Operation, left: str, right: str) -> Piece:
    return Piece(f"{left} {operation.latex} {right}", PRODUCT, 6)


_GAP = Symbol("", -1, parameter=False)
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
