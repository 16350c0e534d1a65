"""What LaTeX writes side by side: the terms of a sum, the factors of a product, the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import (
    AND,
    EQUAL,
    GREATER,
    GREATER_EQUAL,
    LESS,
    LESS_EQUAL,
    NOT,
    NOT_EQUAL,
    OR,
    QUIET,
    WHERE,
)
from gradviz.core.formula.graph import Apply, Node, Operation, Symbol, is_applied
from gradviz.core.formula.operators import ADD, MULTIPLY, SUBTRACT
from gradviz.core.formula.special import MAXIMUM, MINIMUM

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_TERMS = 12
GAP = Symbol("", -1, parameter=False)
"""Stands for the terms or factors left out."""

INVERSES = {
    LESS: GREATER_EQUAL,
    LESS_EQUAL: GREATER,
    GREATER: LESS_EQUAL,
    GREATER_EQUAL: LESS,
    EQUAL: NOT_EQUAL,
    NOT_EQUAL: EQUAL,
}


def children(node: Node) -> Sequence[Node]:
    """Return the expressions `node` is typeset from: a sum's terms, a product's factors, ..."""
    if not isinstance(node, Apply):
        return ()
    if node.operation in (ADD, SUBTRACT):
        return [term for term, _ in terms_of(node)]
    if node.operation in (MULTIPLY, MAXIMUM, MINIMUM):
        return _flattened(node, node.operation)
    if node.operation is WHERE:
        return _cases(node)
    compared = inverted(node)
    return node.arguments if compared is None else compared.arguments


def terms_of(node: Node) -> list[tuple[Node, bool]]:
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
    return [*terms[:3], (GAP, False), last]


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
    return [*found[:3], GAP, node]


def _cases(node: Node) -> list[Node]:
    """Return value, condition, value, condition, ..., value of nested choices."""
    found: list[Node] = []
    while is_applied(node, WHERE) and len(found) < MAX_TERMS:
        condition, value, other = node.arguments
        if is_quiet(condition):
            return [*found, value]
        found += [value, condition]
        node = other
    return [*found, node]


def is_quiet(condition: Node) -> bool:
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


def inverted(node: Node) -> Apply | None:
    """Return the comparison of which `node` is the opposite, if it is one."""
    if not is_applied(node, NOT):
        return None
    inner = node.arguments[0]
    return inner if isinstance(inner, Apply) and inner.operation in INVERSES else None
