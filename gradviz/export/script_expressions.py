"""Graph to Python as one would write it: what is typed in a formula, and its exact gradient.

The order of operations is that of the program, so that a script ends at the same numbers. Two
spellings differ: on floats, where functions are those of `math` and a condition chooses one of
two, and on complex arrays for the complex step, where they are NumPy's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from gradviz.core.formula.emit import constant_values
from gradviz.core.formula.graph import Apply, Constant, Node, Symbol, reachable
from gradviz.core.formula.operators import ADD, DIVIDE, MULTIPLY, NEGATE, SUBTRACT
from gradviz.export.script_spelling import (
    ATOM,
    CHOICE,
    LEVELS,
    PRODUCT,
    SUM,
    UNARY,
    Spelling,
    spelling_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST: Final = 72
"""Characters of an expression before a part of it gets a line and a name of its own."""
_SHARED: Final = 14
"""Characters of an expression that is written out where it is needed, however often that is."""
_WHOLE: Final = 1e6
"""Whole numbers below this are written without a decimal point."""
_EXACT: Final = 1e15
"""Arithmetic of numbers is left as it is typed if it stays below this."""
_ARITHMETIC: Final = frozenset({ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE})


class Piece(NamedTuple):
    """A part of an expression.

    Attributes
    ----------
    text : str
        Python.
    level : int
        How tightly it holds together.
    """

    text: str
    level: int

    def within(self, level: int) -> str:
        """Return the text, in brackets if it holds less than `level`."""
        return self.text if self.level >= level else f"({self.text})"


@dataclass
class Writer:
    """Writes expressions, and notes what they need.

    Parameters
    ----------
    names : mapping of Symbol to str
        What variables and parameters are called.
    is_complex : bool
        Whether arrays of complex numbers are computed with.

    Attributes
    ----------
    lines : list of str
        Statements that give parts a name.
    helpers : set of str
        The functions that have to be defined or imported.
    """

    names: Mapping[Symbol, str]
    is_complex: bool = False
    lines: list[str] = field(default_factory=list)
    helpers: set[str] = field(default_factory=set)

    def write(self, roots: Sequence[Node]) -> list[str]:
        """Return an expression for each of `roots`, which may use the names of `lines`."""
        nodes = reachable(roots)
        self._roots = frozenset(roots)
        self._constants = _constant_texts(nodes)
        self._uses = self._counted(nodes, roots)
        self._pieces: dict[Node, Piece] = {}
        for node in nodes:
            self._pieces[node] = self._named(node, self._piece(node))
        return [self._pieces[root].text for root in roots]

    def _counted(self, nodes: Sequence[Node], roots: Sequence[Node]) -> dict[Node, int]:
        """Return how often each of the nodes is written."""
        uses = dict.fromkeys(nodes, 0)
        for root in roots:
            uses[root] += 1
        for node in nodes:
            if isinstance(node, Apply) and node not in self._constants:
                pattern = self._spelling(node).pattern
                for i, argument in enumerate(node.arguments):
                    uses[argument] += pattern.count(f"{{{i}}}")
        return uses

    def _named(self, node: Node, piece: Piece) -> Piece:
        """Return a piece, or the name it is given because it is long or needed again."""
        size, uses = len(piece.text), self._uses[node]
        if node.condition or not isinstance(node, Apply) or (node in self._roots and uses == 1):
            return piece
        if size <= (_SHARED if uses > 1 else LONGEST) or node in self._constants:
            return piece
        name = f"t{len(self.lines)}"
        while name in self.names.values():
            name += "_"
        self.lines.append(f"{name} = {piece.text}")
        return Piece(name, ATOM)

    def _spelling(self, node: Apply) -> Spelling:
        is_simple = not isinstance(node.arguments[0], Apply)
        return spelling_of(node.operation, is_complex=self.is_complex, is_simple=is_simple)

    def _piece(self, node: Node) -> Piece:
        known = self._constants.get(node)
        if known is not None:
            return known
        if isinstance(node, Symbol):
            return Piece(self.names[node], ATOM)
        if not isinstance(node, Apply):
            raise TypeError(node)
        spelling = self._spelling(node)
        self.helpers.update(spelling.helpers)
        wanted = LEVELS[spelling.level]
        parts = [
            self._pieces[argument].within(wanted[min(i, len(wanted) - 1)])
            for i, argument in enumerate(node.arguments)
        ]
        text = spelling.pattern.format(*parts)
        if spelling.level == CHOICE and any(a in self._constants for a in node.arguments[1:]):
            # a number that is typed would raise an error where a float of NumPy overflows
            return Piece(f"np.float64({text})", ATOM)
        return Piece(text, spelling.level)


def _constant_texts(nodes: Sequence[Node]) -> dict[Node, Piece]:
    """Return how those of `nodes` are written that depend on no symbol."""
    pieces: dict[Node, Piece] = {}
    for node, value in constant_values(nodes).items():
        pieces[node] = _constant(node, value, pieces)
    return pieces


def _constant(node: Node, value: float, known: Mapping[Node, Piece]) -> Piece:
    if isinstance(node, Constant) and node.name:
        return Piece(f"np.{node.name}", ATOM)
    is_plain = isinstance(node, Apply) and node.operation in _ARITHMETIC and abs(value) < _EXACT
    if not is_plain or not isinstance(node, Apply) or node.condition:
        return number(value)
    parts = [known[argument] for argument in node.arguments]
    spelling = spelling_of(node.operation)
    wanted = LEVELS[spelling.level]
    texts = [part.within(level) for part, level in zip(parts, wanted, strict=False)]
    text = spelling.pattern.format(*texts)
    return Piece(text, spelling.level) if len(text) <= LONGEST else number(value)


def number(value: float) -> Piece:
    """Return a number, or true or false, as Python reads it back to the last bit."""
    if isinstance(value, bool):
        return Piece(repr(value), ATOM)
    if math.isnan(value):
        return Piece("np.nan", ATOM)
    if math.isinf(value):
        return Piece("np.inf" if value > 0.0 else "-np.inf", ATOM if value > 0.0 else UNARY)
    is_negative = math.copysign(1.0, value) < 0.0
    is_whole = value == round(value) and abs(value) < _WHOLE and (value or not is_negative)
    return Piece(repr(round(value)) if is_whole else repr(value), UNARY if is_negative else ATOM)


__all__ = ["ATOM", "LONGEST", "PRODUCT", "SUM", "UNARY", "Piece", "Writer", "number"]
