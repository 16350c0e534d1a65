"""Difference quotients with all evaluations of f written into one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.formula.codegen import scalar_function
from gradviz.core.formula.graph import Apply, Node, Symbol, apply, constant, reachable, symbol
from gradviz.core.formula.operators import ADD, DIVIDE, MULTIPLY, SUBTRACT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_FUSED_NODES = 600  # beyond this, calling f is the better way


def _forward(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(1.0), f(0.0)), h)


def _backward(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(0.0), f(-1.0)), h)


def _central(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(1.0), f(-1.0)), apply(MULTIPLY, constant(2.0), h))


def _five_point(f: Callable[[float], Node], h: Node) -> Node:
    eight = constant(8.0)
    total = apply(SUBTRACT, f(-2.0), apply(MULTIPLY, eight, f(-1.0)))
    total = apply(ADD, total, apply(MULTIPLY, eight, f(1.0)))
    total = apply(SUBTRACT, total, f(2.0))
    return apply(DIVIDE, total, apply(MULTIPLY, constant(12.0), h))


_QUOTIENTS: dict[str, Callable[[Callable[[float], Node], Node], Node]] = {
    "forward": _forward,
    "backward": _backward,
    "central": _central,
    "five-point": _five_point,
}


def fused(
    root: Node, method: str, symbols: tuple[Symbol, ...], dimension: int
) -> Callable[..., tuple[float, ...]] | None:
    """Return a difference quotient of `root` along each of the first `dimension` symbols.

    It takes the symbols and h. None if it would be very long.
    """
    quotient = _QUOTIENTS[method]
    nodes = reachable([root])
    if len(nodes) * dimension > MAX_FUSED_NODES:
        return None
    h = symbol("h", len(symbols) - dimension, parameter=True)

    def along(variable: Symbol) -> Node:
        return quotient(lambda steps: _moved(nodes, variable, steps, h), h)

    roots = [along(variable) for variable in symbols[:dimension]]
    return scalar_function(roots, (*symbols, h))


def _moved(nodes: Sequence[Node], variable: Symbol, steps: float, h: Node) -> Node:
    """Return f, the last of `nodes`, with `steps` times h added to one variable."""
    if steps == 0.0:
        return nodes[-1]
    length = h if abs(steps) == 1.0 else apply(MULTIPLY, constant(abs(steps)), h)
    moved: dict[Node, Node] = {variable: apply(ADD if steps > 0.0 else SUBTRACT, variable, length)}
    for node in nodes:
        if isinstance(node, Apply):
            arguments = [moved.get(argument, argument) for argument in node.arguments]
            moved[node] = apply(node.operation, *arguments)
    return moved.get(nodes[-1], nodes[-1])
