"""Reverse-mode automatic differentiation over the graph: the exact gradient is again a graph.

One sweep from the root to the leaves gives all partial derivatives (Griewank and Walther,
*Evaluating Derivatives*, 2008, chapter 3). What is passed down, the adjoint, carries a guard: the
condition under which this part of the formula is used at all. Factors are multiplied inside the
guard, so a branch of `where` that was not taken contributes exactly 0, though its own derivative
be infinite or nan there.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from gradviz.core.formula.conditions import AND, ONE, OR, ZERO, choose, opposite
from gradviz.core.formula.graph import Apply, Constant, Node, apply, dependent, reachable
from gradviz.core.formula.operators import plus, times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.formula.graph import Partial


Guard = tuple[Node, ...]  # conditions that all have to hold; none: everywhere


class _Adjoint(NamedTuple):
    """The derivative of the root with respect to a node: `value` where `guard` holds, else 0.

    `closed` tells that `value` itself is 0 where the guard does not hold. The guard is still
    needed when it is multiplied further, by something that may be infinite there.
    """

    value: Node
    guard: Guard = ()
    closed: bool = True

    def masked(self, shared: int = 0) -> Node:
        """Return the value, made 0 where the guard, but for its first conditions, is false."""
        rest = self.guard[shared:]
        return self.value if self.closed or not rest else choose(_all(rest), self.value, ZERO)


def gradient(root: Node, leaves: Sequence[Node]) -> tuple[Node, ...]:
    """Return the partial derivatives of `root` with respect to `leaves`, as nodes."""
    order = reachable([root])
    wanted = dependent(order, leaves)
    adjoints = {root: _Adjoint(ONE)}
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
    own = adjoints[node]
    partials = node.operation.partials(node.arguments, node)
    for argument, partial in zip(node.arguments, partials, strict=True):
        if argument in wanted and not argument.condition:
            share = _times(own, partial)
            known = adjoints.get(argument)
            adjoints[argument] = share if known is None else _total(share, known)


def _times(adjoint: _Adjoint, partial: Partial) -> _Adjoint:
    """Return the adjoint one operation further down."""
    guard = adjoint.guard
    if partial.guard is not None and partial.guard not in guard:
        return _Adjoint(times(adjoint.value, partial.factor), (*guard, partial.guard), closed=False)
    closed = adjoint.closed and (not guard or isinstance(partial.factor, Constant))
    return _Adjoint(times(adjoint.value, partial.factor), guard, closed)


def _total(a: _Adjoint, b: _Adjoint) -> _Adjoint:
    """Return the sum of two adjoints; it is 0 only where both are."""
    if a.guard == b.guard and a.closed == b.closed:
        return a._replace(value=plus(a.value, b.value))
    shared = _shared(a.guard, b.guard)
    common, first, second = a.guard[:shared], a.guard[shared:], b.guard[shared:]
    if not first or not second:
        return _Adjoint(plus(a.masked(shared), b.masked(shared)), common, closed=not common)
    if opposite(first[0]) is not second[0]:
        guard = apply(OR, _all(first), _all(second))
        value = plus(a.masked(shared), b.masked(shared))
        return _Adjoint(value, (*common, guard), closed=not common)
    # At most one of them is used: choose instead of adding.
    value = choose(first[0], a.masked(shared + 1), b.masked(shared + 1))
    if len(first) == 1 and len(second) == 1:
        return _Adjoint(value, common, closed=not common)
    guard = apply(OR, _all(first), _all(second))
    return _Adjoint(value, (*common, guard), closed=not common)


def _shared(a: Guard, b: Guard) -> int:
    """Return how many conditions two guards begin with in common."""
    count = 0
    while count < min(len(a), len(b)) and a[count] is b[count]:
        count += 1
    return count


def _all(guard: Guard) -> Node:
    return reduce(lambda whole, condition: apply(AND, whole, condition), guard)
