"""Reverse-mode automatic differentiation over the graph: the exact gradient is again a graph.

One sweep from the root to the leaves gives all partial derivatives (Griewank and Walther,
*Evaluating Derivatives*, 2008, chapter 3). What is passed down, the adjoint, carries a guard: the
condition under which this part of the formula is used at all. Factors are multiplied inside the
guard, so a branch of `where` that was not taken contributes exactly 0, though its own derivative
be infinite or nan there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gradviz.core.formula.graph import Apply, Node, apply, dependent, reachable
from gradviz.core.formula.operators import (
    AND,
    ONE,
    OR,
    ZERO,
    choose,
    opposite,
    parts,
    plus,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Adjoint(NamedTuple):
    """The derivative of the root with respect to a node: `value` where `guard` holds, else 0."""

    value: Node
    guard: Node | None

    def masked(self) -> Node:
        return choose(self.guard, self.value, ZERO)


def gradient(root: Node, leaves: Sequence[Node]) -> tuple[Node, ...]:
    """Return the partial derivatives of `root` with respect to `leaves`, as nodes."""
    order = reachable([root])
    wanted = dependent(order, leaves)
    adjoints = {root: _Adjoint(ONE, None)}
    for node in reversed(order):
        if isinstance(node, Apply) and node in wanted and node in adjoints:
            _pass_down(node, adjoints, wanted)
    return tuple(adjoints[leaf].masked() if leaf in adjoints else ZERO for leaf in leaves)


def hessian(partials: Sequence[Node], leaves: Sequence[Node]) -> tuple[tuple[Node, ...], ...]:
    """Return the second derivatives, given the first: a symmetric matrix of nodes."""
    rows: list[tuple[Node, ...]] = []
    for i, partial in enumerate(partials):
        known = tuple(rows[j][i] for j in range(i))
        rows.append(known + gradient(partial, leaves[i:]))
    return tuple(rows)


def _pass_down(node: Apply, adjoints: dict[Node, _Adjoint], wanted: set[Node]) -> None:
    """Add what `node` contributes to the adjoints of its arguments."""
    if node.operation.partials is None:
        return
    value, guard = adjoints[node]
    partials = node.operation.partials(node.arguments, node)
    for argument, partial in zip(node.arguments, partials, strict=True):
        if argument in wanted and not argument.condition:
            share = _Adjoint(times(value, partial.factor), _both(guard, partial.guard))
            known = adjoints.get(argument)
            adjoints[argument] = share if known is None else _total(share, known)


def _both(a: Node | None, b: Node | None) -> Node | None:
    if a is None or b is None or a is b:
        return a if b is None else b
    return apply(AND, a, b)


def _total(a: _Adjoint, b: _Adjoint) -> _Adjoint:
    """Return the sum of two adjoints; it is 0 only where both are."""
    if a.guard is b.guard:
        return _Adjoint(plus(a.value, b.value), a.guard)
    if a.guard is None or b.guard is None:
        return _Adjoint(plus(a.masked(), b.masked()), None)
    split = _alternatives(a.guard, b.guard)
    if split is not None:
        common, condition = split
        return _Adjoint(choose(condition, a.value, b.value), common)
    return _Adjoint(plus(a.masked(), b.masked()), apply(OR, a.guard, b.guard))


def _alternatives(a: Node, b: Node) -> tuple[Node | None, Node] | None:
    """Return (common, c) if the guards are ``common and c`` and ``common and not c``."""
    common, first = parts(a, AND) or (None, a)
    other, second = parts(b, AND) or (None, b)
    return (common, first) if common is other and opposite(first) is second else None
