"""Graph to source text: one function body that computes every shared subexpression once.

The text consists of names made up here (v0, p0, t0, ...), of numbers, and of the spellings of the
operations; nothing that was typed gets into it.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.formula.conditions import WHERE
from gradviz.core.formula.graph import Apply, Constant, Node, Operation, Symbol, reachable
from gradviz.core.formula.numeric import ARRAY_NAMES, SCALAR_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_INLINE_DEPTH = 12  # Python refuses deeply nested brackets
MAX_BLOCK_DEPTH = 30  # and deeply indented blocks


@dataclass(frozen=True, slots=True, eq=False)
class _Region:
    """A place in the function: the body, or one branch of a condition inside another region.

    A subexpression is computed in the innermost region that contains all its uses, so that what
    only one branch needs is computed only where that branch is taken.
    """

    parent: _Region | None = None
    depth: int = 0


class Body:
    """The statements that compute `roots`, and the expressions that stand for them.

    Parameters
    ----------
    roots : sequence of Node
        What to compute.
    spelling : {"scalar", "array", "analytic"}
        Which spelling of the operations to use. Only "scalar" computes branches lazily.
    indentation : str
        What every statement begins with.

    Attributes
    ----------
    lines : list of str
        The statements.
    results : list of str
        One expression for each root.
    """

    def __init__(self, roots: Sequence[Node], spelling: str, indentation: str) -> None:
        self._spelling = spelling
        self._nodes = reachable(roots)
        self._texts = {n: _literal(v) for n, v in constant_values(self._nodes).items()}
        self._regions: dict[Node, _Region] = {}
        self._branches: dict[tuple[_Region, Node, bool], _Region] = {}
        self._place(roots)
        self._named = self._choose_names(roots)
        self.lines: list[str] = []
        self._write_region(roots, self._root, indentation)
        self.results = [self._text(root) for root in roots]

    # --- where subexpressions are computed

    def _place(self, roots: Sequence[Node]) -> None:
        self._root = _Region()
        self._regions.update(dict.fromkeys(roots, self._root))
        for node in reversed(self._nodes):
            if node in self._texts or not isinstance(node, Apply):
                continue
            region = self._regions[node]
            for argument, place in zip(node.arguments, self._places(node, region), strict=True):
                known = self._regions.get(argument)
                self._regions[argument] = place if known is None else _common(known, place)

    def _places(self, node: Apply, region: _Region) -> tuple[_Region, ...]:
        """Return where `node` needs each of its arguments."""
        lazy = node.operation is WHERE and self._spelling == "scalar"
        if not lazy or region.depth >= MAX_BLOCK_DEPTH:
            return (region,) * len(node.arguments)
        condition = node.arguments[0]
        return (
            region,
            self._branch(region, condition, True),
            self._branch(region, condition, False),
        )

    def _branch(self, region: _Region, condition: Node, taken: bool) -> _Region:
        key = (region, condition, taken)
        if key not in self._branches:
            self._branches[key] = _Region(region, region.depth + 1)
        return self._branches[key]

    # --- which subexpressions get a name

    def _choose_names(self, roots: Sequence[Node]) -> dict[Node, str]:
        uses = dict.fromkeys(self._nodes, 0)
        for root in roots:
            uses[root] += 1
        for node in self._nodes:
            if isinstance(node, Apply) and node not in self._texts:
                for i, argument in enumerate(node.arguments):
                    uses[argument] += self._pattern(node.operation).count(f"{{{i}}}")
        names: dict[Node, str] = {}
        depths: dict[Node, int] = {}
        for node in self._nodes:
            if isinstance(node, Apply) and node not in self._texts:
                depth = 1 + max(depths.get(argument, 0) for argument in node.arguments)
                if uses[node] > 1 or depth > MAX_INLINE_DEPTH or self._is_block(node):
                    names[node] = f"t{len(names)}"
                    depth = 0
                depths[node] = depth
        return names

    def _is_block(self, node: Apply) -> bool:
        return node.operation is WHERE and self._spelling == "scalar"

    def _pattern(self, operation: Operation) -> str:
        pattern: str = getattr(operation, self._spelling)
        return pattern

    # --- writing

    def _write_region(self, targets: Sequence[Node], region: _Region, indentation: str) -> None:
        """Write the statements of `region` that `targets` need, in an order that works."""
        for node in reachable(targets):
            wanted = node in self._named and node not in self._texts
            if wanted and self._regions[node] is region and isinstance(node, Apply):
                self._write(node, region, indentation)

    def _write(self, node: Apply, region: _Region, indentation: str) -> None:
        name = self._named[node]
        if not self._is_block(node):
            self.lines.append(f"{indentation}{name} = {self._expression(node)}")
            self._texts[node] = name
            return
        condition, *branches = node.arguments
        inner = indentation + "    "
        places = self._places(node, region)[1:]
        for word, branch, place in zip(("if", "else"), branches, places, strict=True):
            test = f" {self._text(condition)}" if word == "if" else ""
            self.lines.append(f"{indentation}{word}{test}:")
            if place is not region:
                self._write_region([branch], place, inner)
            self.lines.append(f"{inner}{name} = {self._text(branch)}")
        self._texts[node] = name

    def _text(self, node: Node) -> str:
        known = self._texts.get(node)
        if known is not None:
            return known
        if isinstance(node, Symbol):
            return symbol_name(node)
        if not isinstance(node, Apply):
            raise TypeError(node)
        return self._expression(node)

    def _expression(self, node: Apply) -> str:
        arguments = [self._text(argument) for argument in node.arguments]
        return self._pattern(node.operation).format(*arguments)


def symbol_name(symbol: Symbol) -> str:
    """Return the made-up name of a variable or parameter."""
    return f"p{symbol.index}" if symbol.parameter else f"v{symbol.index}"


def _common(a: _Region, b: _Region) -> _Region:
    while a is not b:
        if a.depth < b.depth:
            a, b = b, a
        if a.parent is None:
            return a
        a = a.parent
    return a


# --- constants --------------------------------------------------------------------------------


def constant_values(nodes: Sequence[Node]) -> dict[Node, float]:
    """Return the values of those of `nodes`, given arguments first, that depend on no symbol."""
    values: dict[Node, float] = {}
    for node in nodes:
        if isinstance(node, Constant):
            values[node] = node.value
        elif isinstance(node, Apply) and all(argument in values for argument in node.arguments):
            values[node] = _computed(node.operation, *(values[a] for a in node.arguments))
    return values


def _computed(operation: Operation, *values: float) -> float:
    scalar, array = _evaluators(operation, len(values))
    try:
        return scalar(*values)
    except (ValueError, OverflowError, ZeroDivisionError):
        with np.errstate(all="ignore"):
            return float(array(*map(np.float64, values)))


@functools.cache
def _evaluators(
    operation: Operation, count: int
) -> tuple[Callable[..., float], Callable[..., float]]:
    names = [f"v{i}" for i in range(count)]
    texts = (operation.scalar.format(*names), operation.array.format(*names))
    head = f"lambda {', '.join(names)}: "
    scalar = eval(head + texts[0], dict(SCALAR_NAMES))  # noqa: S307 - spelled by the table
    array = eval(head + texts[1], dict(ARRAY_NAMES))  # noqa: S307 - spelled by the table
    return scalar, array


def _literal(value: float) -> str:
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0.0 else "(-inf)"
    return f"({value!r})" if math.copysign(1.0, value) < 0.0 else repr(value)
