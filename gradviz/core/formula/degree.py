"""Of which degree a formula is at most, as a polynomial in one of its variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import WHERE
from gradviz.core.formula.emit import constant_values
from gradviz.core.formula.graph import Apply, Node, reachable
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
    from gradviz.core.formula.graph import Symbol

_SUMS = frozenset({ADD, SUBTRACT, NEGATE})
_PRODUCTS = {MULTIPLY: 1, SQUARE: 2}  # how often each argument is a factor


def degree(root: Node, variable: Symbol) -> int | None:
    """Return the degree in `variable`, the others held fixed.

    Parameters
    ----------
    root : Node
        The formula.
    variable : Symbol
        One of its variables.

    Returns
    -------
    int or None
        A bound from above: the degree read off the formula as it is written, so 3 of
        ``x**3 - x**3``. None where it is no polynomial as written.
    """
    nodes = reachable([root])
    values = constant_values(nodes)
    degrees: dict[Node, int | None] = {variable: 1}
    for node in nodes:
        if isinstance(node, Apply):
            degrees[node] = _of(node, [degrees.get(a, 0) for a in node.arguments], values)
    return degrees.get(root, 0)


def _of(node: Apply, degrees: list[int | None], values: dict[Node, float]) -> int | None:
    """Return the degree of an operation, given those of its arguments."""
    known = [d for d in degrees if d is not None]
    if len(known) < len(degrees):
        return None
    if not any(known):
        return 0
    if node.operation in _SUMS:
        return max(known)
    if node.operation in _PRODUCTS:
        return _PRODUCTS[node.operation] * sum(known)
    if node.operation is DIVIDE:
        return known[0] if known[1] == 0 else None
    if node.operation is POWER:
        return _of_power(known[0], values.get(node.arguments[1]))
    if node.operation is WHERE:
        return max(known) if known[0] == 0 else None
    return None


def _of_power(base: int, exponent: float | None) -> int | None:
    whole = exponent is not None and exponent >= 0.0 and exponent.is_integer()
    return base * int(exponent) if whole and exponent is not None else None
