"""Operations with kinks, or of several numbers, for the table of functions."""

from __future__ import annotations

from gradviz.core.formula.conditions import (
    AND,
    DIFFERENT,
    GREATER,
    LESS,
    LESS_EQUAL,
    NONZERO,
    ONE,
    OR,
    ZERO,
    choose,
)
from gradviz.core.formula.graph import Node, Operation, Partial, apply, constant
from gradviz.core.formula.operators import (
    HALF,
    is_sum_of_squares,
    negative,
    over,
    plus,
    power,
    times,
)


def square_of(node: Node) -> Node:
    """Return the square of a node."""
    return power(node, constant(2.0))


def _sqrt_partials(arguments: tuple[Node, ...], node: Node) -> tuple[Partial, ...]:
    guard = apply(NONZERO, node) if is_sum_of_squares(arguments[0]) else None
    return (Partial(over(ONE, times(constant(2.0), node)), guard),)


def _maximum_partials(arguments: tuple[Node, ...], _: Node) -> tuple[Partial, ...]:
    a, b = arguments
    return _extremum_partials(a, b, apply(LESS_EQUAL, b, a), apply(LESS_EQUAL, a, b))


def _minimum_partials(arguments: tuple[Node, ...], _: Node) -> tuple[Partial, ...]:
    a, b = arguments
    return _extremum_partials(a, b, apply(LESS_EQUAL, a, b), apply(LESS_EQUAL, b, a))


def _extremum_partials(a: Node, b: Node, is_a: Node, is_b: Node) -> tuple[Partial, ...]:
    """Differentiate the larger or the smaller of two, given the conditions of being it.

    A tie is shared equally, so that ``maximum(x, -x)`` has at 0 the derivative of ``abs(x)``.
    """
    share = choose(apply(DIFFERENT, a, b), ONE, HALF)
    return (Partial(share, is_a), Partial(share, is_b))


def _clip_partials(arguments: tuple[Node, ...], _: Node) -> tuple[Partial, ...]:
    x, low, high = arguments
    above = apply(OR, apply(GREATER, x, high), apply(GREATER, low, high))
    below = apply(AND, apply(LESS, x, low), apply(LESS_EQUAL, low, high))
    inside = apply(AND, apply(LESS_EQUAL, low, x), apply(LESS_EQUAL, x, high))
    return (Partial(ONE, inside), Partial(ONE, below), Partial(ONE, above))


def _atan2_partials(arguments: tuple[Node, ...], _: Node) -> tuple[Partial, ...]:
    y, x = arguments
    square = plus(square_of(x), square_of(y))
    return (Partial(over(x, square)), Partial(negative(over(y, square))))


SQRT = Operation(
    name="sqrt",
    scalar="sqrt({0})",
    array="sqrt({0})",
    analytic="analytic_sqrt({0})",
    partials=_sqrt_partials,
    latex=r"\sqrt{{0}}",
    raises=True,
)
MAXIMUM = Operation(
    name="maximum",
    scalar="({0} if {0} >= {1} or {0} != {0} else {1})",
    array="maximum({0}, {1})",
    analytic="analytic_maximum({0}, {1})",
    partials=_maximum_partials,
    latex=r"\max",
)
MINIMUM = Operation(
    name="minimum",
    scalar="({0} if {0} <= {1} or {0} != {0} else {1})",
    array="minimum({0}, {1})",
    analytic="analytic_minimum({0}, {1})",
    partials=_minimum_partials,
    latex=r"\min",
)
CLIP = Operation(
    name="clip",
    scalar="({0} if {1} <= {0} <= {2} or {0} != {0}"
    " else {1} if {1} != {1} or {0} < {1} <= {2} else {2})",
    array="minimum(maximum({0}, {1}), {2})",
    analytic="analytic_clip({0}, {1}, {2})",
    partials=_clip_partials,
    latex=r"\mathrm{clip}",
)
ATAN2 = Operation(
    name="atan2",
    scalar="atan2({0}, {1})",
    array="arctan2({0}, {1})",
    analytic="analytic_arctan2({0}, {1})",
    partials=_atan2_partials,
    latex=r"\mathrm{atan2}",
)
RELU = Operation(
    name="relu",
    scalar="({0} if {0} > 0.0 or {0} != {0} else 0.0)",
    array="maximum({0}, 0.0)",
    analytic="analytic_relu({0})",
    partials=lambda a, _: (Partial(ONE, apply(GREATER, a[0], ZERO)),),
    latex=r"\mathrm{ReLU}",
)
