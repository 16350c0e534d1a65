"""Which names are variables: x0, x1, ... or x, y, z or the arguments of the function pasted.

Whether `x` is one number or the whole vector cannot be told where it stands, so the syntax tree is
searched first: a name that is subscripted, unpacked, or used inside sum, mean, norm, ... is a
vector.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.functions import NAMES
from gradviz.core.formula.graph import Symbol, symbol
from gradviz.core.formula.hints import Hint
from gradviz.core.formula.vectors import REDUCTIONS, Value, Vector

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_DIMENSION = 50
LETTERS = ("x", "y", "z")
_INDEXED = re.compile(r"x(0|[1-9][0-9]*)")
_VECTOR_ATTRIBUTES = {"sum", "mean", "prod", "dot", "size", "ndim", "shape", "T", "min", "max"}
_ONE_VECTOR = {"dot", "len", *(name for name in REDUCTIONS if name not in {"min", "max"})}

Span = tuple[int, int]


@dataclass
class Variables:
    """The variables of one formula, noted as they are met.

    Parameters
    ----------
    arguments : tuple of str, optional
        Those of the function pasted; None if the formula is not inside a function.
    vectors : set of str
        Names that are vectors.
    length : int
        How many components a vector variable has.
    """

    arguments: tuple[str, ...] | None
    vectors: set[str]
    length: int
    whole: bool = False
    _styles: dict[str, str] = field(default_factory=dict)
    _used: dict[int, str] = field(default_factory=dict)

    def find(self, name: str, span: Span) -> Value | None:
        """Return the variable or the vector called `name`, or None if there is no such."""
        if self.arguments is not None and len(self.arguments) > 1:
            known = name in self.arguments
            return self._number(name, self.arguments.index(name)) if known else None
        vector = "x" if self.arguments is None else self.arguments[0]
        if name == vector and name in self.vectors:
            self._note("vector", name, span)
            components = tuple(symbol(f"{vector}{i}", i) for i in range(self.length))
            return Vector(components, flexible=True)
        if name == vector and self.arguments is not None and name != "x":
            self._note("letter", name, span)
            return self._number(name, 0)
        match = _INDEXED.fullmatch(name)
        if match and vector == "x":
            self._note("vector", name, span)
            return self._indexed(int(match[1]), span)
        if name in (LETTERS if self.arguments is None else self.arguments):
            self._note("letter", name, span)
            return self._number(name, LETTERS.index(name))
        return None

    def component(self, vector: Vector, index: int) -> Value:
        """Return one component of a vector, and note it if it is a variable."""
        node = vector.components[index]
        if isinstance(node, Symbol) and not node.parameter:
            self._used[node.index] = node.name
        return node

    def _indexed(self, index: int, span: Span) -> Symbol:
        if index >= MAX_DIMENSION:
            raise too_many_variables(span)
        return self._number(f"x{index}", index)

    def _number(self, name: str, index: int) -> Symbol:
        self._used[index] = name
        return symbol(name, index)

    def _note(self, style: str, name: str, span: Span) -> None:
        """Refuse a second way of naming the variables."""
        self._styles.setdefault(style, name)
        if len(self._styles) > 1:
            other = next(n for s, n in self._styles.items() if s != style)
            code, hint = ErrorCode.MIXED_VARIABLES, Hint.NAME_ALIKE
            raise FormulaError(code, span, hint, first=other, second=name)

    def names(self) -> tuple[str, ...]:
        """Return the names of all variables in order; () if none was met."""
        if self.arguments is not None and len(self.arguments) > 1:
            return self.arguments if self._used else ()
        vector = "x" if self.arguments is None else self.arguments[0]
        if self.whole:
            return tuple(f"{vector}{i}" for i in range(self.length))
        if not self._used:
            return ()
        count = max(self._used) + 1
        if "vector" in self._styles:
            return tuple(f"{vector}{i}" for i in range(count))
        return LETTERS[:count] if vector == "x" else (vector,)


def too_many_variables(span: Span) -> FormulaError:
    """Return the error for a variable beyond the last."""
    code, last = ErrorCode.TOO_MANY_VARIABLES, MAX_DIMENSION - 1
    return FormulaError(code, span, limit=MAX_DIMENSION, last=last)


def vector_names(nodes: Sequence[ast.AST], candidates: set[str]) -> set[str]:
    """Return those of the candidates that the syntax tree uses as vectors."""
    found: set[str] = set()
    while True:
        more = _search(nodes, found) - found
        if not more:
            return found & candidates
        found |= more


def _search(nodes: Sequence[ast.AST], known: set[str]) -> set[str]:
    """Return the names used as vectors, given those known to be: one step of a search."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Subscript) or (
            isinstance(node, ast.Attribute) and node.attr in _VECTOR_ATTRIBUTES
        ):
            found |= _bare_names(node.value)
        elif isinstance(node, ast.Call) and _takes_vector(node):
            found.update(*map(_bare_names, node.args))
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            found |= _bare_names(node.left) | _bare_names(node.right)
        elif isinstance(node, ast.Assign):
            target = node.targets[0]
            unpacked = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Name)
            if unpacked or (isinstance(target, ast.Name) and target.id in known):
                found |= _bare_names(node.value)
    return found


def _takes_vector(call: ast.Call) -> bool:
    name = dotted_name(call.func).rpartition(".")[2]
    row = NAMES.get(name)
    canonical = row.name if row is not None else name
    return canonical in _ONE_VECTOR or (canonical in {"min", "max"} and len(call.args) == 1)


def _bare_names(tree: ast.AST) -> set[str]:
    """Return the names in an expression, without those inside lists, indices and reductions."""
    found: set[str] = set()
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Call):
            if not _takes_vector(node):
                waiting.extend(node.args)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            continue
        elif not isinstance(node, ast.List | ast.Tuple | ast.Attribute):
            waiting.extend(ast.iter_child_nodes(node))
    return found


def highest_index(nodes: Sequence[ast.AST], vectors: set[str]) -> int:
    """Return the highest index of a variable that the syntax tree names, or -1."""
    highest = -1
    for node in nodes:
        index = -1
        if isinstance(node, ast.Name) and (match := _INDEXED.fullmatch(node.id)):
            index = int(match[1][:4])
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            plain = isinstance(node.value, ast.Name) and node.value.id in vectors
            value = node.slice.value
            index = value if plain and type(value) is int else -1
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            target = node.targets[0]
            if isinstance(target, ast.Tuple) and node.value.id in vectors:
                index = len(target.elts) - 1
        highest = max(highest, index)
    return min(highest, MAX_DIMENSION)


def dotted_name(node: ast.expr) -> str:
    """Return ``a.b.c`` for an attribute of a name, "" for anything else."""
    words: list[str] = []
    while isinstance(node, ast.Attribute):
        words.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(words)]) if isinstance(node, ast.Name) else ""
