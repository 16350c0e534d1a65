"""The one table of functions: names, spelling on floats and arrays, derivative, kinks, LaTeX.

Adding a function to the formula language is adding a row here. A derivative rule gets the
arguments and the result and returns one `Partial` for each argument.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.formula.graph import Node, Operation, Partial, apply, constant
from gradviz.core.formula.operators import (
    DIFFERENT,
    GREATER,
    HALF,
    LESS,
    LESS_EQUAL,
    LOGARITHM,
    NONZERO,
    NOT_NEGATIVE,
    ONE,
    WHERE,
    ZERO,
    AND,
    OR,
    choose,
    minus,
    negative,
    is_sum_of_squares,
    over,
    plus,
    power,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Partials = Callable[[tuple[Node, ...], Node], tuple[Partial, ...]]
    Slope = Callable[[Node, Node], Node]

CONSTANTS = {"pi": constant(math.pi, "pi"), "e": constant(math.e, "e")}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Function:
    """A row of the table.

    Attributes
    ----------
    name : str
        What it is called in messages and completion.
    operation : Operation, optional
        The operation of a function that takes numbers, one by one for vectors. None for those
        that take a whole vector.
    arity : int
        How many arguments the operation takes.
    aliases : tuple of str
        Other names that are read; dotted ones are written after ``np.``.
    summary : str
        What it gives, in a few words.
    kink : str
        The derivative where there is none, or more than one; "" for smooth functions.
    """

    name: str
    summary: str
    operation: Operation | None = None
    arity: int = 1
    aliases: tuple[str, ...] = ()
    kink: str = ""


def call(name: str, *arguments: Node) -> Node:
    """Return the node of a function of the table."""
    operation = FUNCTIONS[name].operation
    if operation is None:
        raise KeyError(name)
    return apply(operation, *arguments)


def _row(
    name: str,
    slope: Slope | None,
    *,
    scalar: str = "",
    array: str = "",
    analytic: str = "",
    latex: str = "",
    raises: bool = False,
    aliases: tuple[str, ...] = (),
    summary: str,
    kink: str = "",
) -> Function:
    """Return the row of a function of one number with the derivative ``slope(u, f)``."""
    spelling = f"{name}({{0}})"
    operation = Operation(
        name=name,
        scalar=scalar or spelling,
        array=array or spelling,
        analytic=analytic or array or spelling,
        partials=None if slope is None else lambda a, node: (Partial(slope(a[0], node)),),
        latex=latex or rf"\{name}",
        raises=raises,
    )
    return Function(name=name, summary=summary, operation=operation, aliases=aliases, kink=kink)


def _square(node: Node) -> Node:
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
    square = plus(_square(x), _square(y))
    return (Partial(over(x, square)), Partial(negative(over(y, square))))


_SQRT = Operation(
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
_CLIP = Operation(
    name="clip",
    scalar="({0} if {1} <= {0} <= {2} or {0} != {0}"
    " else {1} if {1} != {1} or {0} < {1} <= {2} else {2})",
    array="minimum(maximum({0}, {1}), {2})",
    analytic="analytic_clip({0}, {1}, {2})",
    partials=_clip_partials,
    latex=r"\operatorname{clip}",
)
_ATAN2 = Operation(
    name="atan2",
    scalar="atan2({0}, {1})",
    array="arctan2({0}, {1})",
    analytic="analytic_arctan2({0}, {1})",
    partials=_atan2_partials,
    latex=r"\operatorname{atan2}",
)
_RELU = Operation(
    name="relu",
    scalar="({0} if {0} > 0.0 or {0} != {0} else 0.0)",
    array="maximum({0}, 0.0)",
    analytic="analytic_relu({0})",
    partials=lambda a, _: (Partial(ONE, apply(GREATER, a[0], ZERO)),),
    latex=r"\operatorname{ReLU}",
)

_ROWS = (
    _row("sin", lambda u, _: call("cos", u), raises=True, summary="sine"),
    _row("cos", lambda u, _: negative(call("sin", u)), raises=True, summary="cosine"),
    _row("tan", lambda _, f: plus(ONE, _square(f)), raises=True, summary="tangent"),
    _row(
        "asin",
        lambda u, _: over(ONE, call("sqrt", minus(ONE, _square(u)))),
        array="arcsin({0})",
        analytic="analytic_arcsin({0})",
        latex=r"\arcsin",
        raises=True,
        aliases=("arcsin",),
        summary="inverse sine, for -1 to 1",
        kink="infinite at -1 and 1",
    ),
    _row(
        "acos",
        lambda u, _: negative(over(ONE, call("sqrt", minus(ONE, _square(u))))),
        array="arccos({0})",
        analytic="analytic_arccos({0})",
        latex=r"\arccos",
        raises=True,
        aliases=("arccos",),
        summary="inverse cosine, for -1 to 1",
        kink="infinite at -1 and 1",
    ),
    _row(
        "atan",
        lambda u, _: over(ONE, plus(ONE, _square(u))),
        array="arctan({0})",
        latex=r"\arctan",
        aliases=("arctan",),
        summary="inverse tangent",
    ),
    Function(
        name="atan2",
        summary="angle of the point (x, y), written atan2(y, x)",
        operation=_ATAN2,
        arity=2,
        aliases=("arctan2",),
        kink="nan at the origin",
    ),
    _row("sinh", lambda u, _: call("cosh", u), raises=True, summary="hyperbolic sine"),
    _row("cosh", lambda u, _: call("sinh", u), raises=True, summary="hyperbolic cosine"),
    _row("tanh", lambda _, f: minus(ONE, _square(f)), summary="hyperbolic tangent"),
    _row("exp", lambda _, f: f, latex=r"e^{{0}}", raises=True, summary="exponential"),
    Function(
        name="log",
        summary="natural logarithm, for positive numbers",
        operation=LOGARITHM,
        aliases=("ln",),
        kink="infinite at 0, nan below",
    ),
    _row(
        "log2",
        lambda u, _: over(ONE, times(constant(math.log(2.0)), apply(NOT_NEGATIVE, u))),
        analytic="analytic_log2({0})",
        latex=r"\log_{2}",
        raises=True,
        summary="logarithm to base 2",
        kink="infinite at 0, nan below",
    ),
    _row(
        "log10",
        lambda u, _: over(ONE, times(constant(math.log(10.0)), apply(NOT_NEGATIVE, u))),
        analytic="analytic_log10({0})",
        latex=r"\log_{10}",
        raises=True,
        summary="logarithm to base 10",
        kink="infinite at 0, nan below",
    ),
    _row(
        "log1p",
        lambda u, _: over(ONE, apply(NOT_NEGATIVE, plus(ONE, u))),
        analytic="analytic_log1p({0})",
        latex=r"\ln\left(1 + {0}\right)",
        raises=True,
        summary="log(1 + x), precise near 0",
        kink="infinite at -1, nan below",
    ),
    _row(
        "expm1",
        lambda u, _: call("exp", u),
        latex=r"\left(e^{{0}} - 1\right)",
        raises=True,
        summary="exp(x) - 1, precise near 0",
    ),
    Function(
        name="sqrt",
        summary="square root",
        operation=_SQRT,
        kink="infinite at 0; but 0 at the origin of the root of a sum of squares",
    ),
    _row(
        "cbrt",
        lambda _, f: over(ONE, times(constant(3.0), _square(f))),
        analytic="analytic_cbrt({0})",
        latex=r"\sqrt[3]{{0}}",
        summary="cube root, of negative numbers too",
        kink="infinite at 0",
    ),
    _row(
        "abs",
        lambda u, _: call("sign", u),
        scalar="fabs({0})",
        array="fabs({0})",
        analytic="analytic_abs({0})",
        latex=r"\left|{0}\right|",
        aliases=("absolute", "fabs"),
        summary="absolute value",
        kink="0 at 0",
    ),
    _row(
        "sign",
        None,
        scalar="(1.0 if {0} > 0.0 else -1.0 if {0} < 0.0 else {0})",
        analytic="analytic_sign({0})",
        latex=r"\operatorname{sign}",
        summary="-1, 0 or 1",
        kink="0 everywhere",
    ),
    _row(
        "floor",
        None,
        scalar="float(floor({0}))",
        analytic="floor(real({0}))",
        latex=r"\left\lfloor {0} \right\rfloor",
        raises=True,
        summary="largest whole number not above",
        kink="0 everywhere",
    ),
    _row(
        "ceil",
        None,
        scalar="float(ceil({0}))",
        analytic="ceil(real({0}))",
        latex=r"\left\lceil {0} \right\rceil",
        raises=True,
        summary="smallest whole number not below",
        kink="0 everywhere",
    ),
    Function(
        name="minimum",
        summary="the smaller of two",
        operation=MINIMUM,
        arity=2,
        aliases=("fmin",),
        kink="a tie is shared equally",
    ),
    Function(
        name="maximum",
        summary="the larger of two",
        operation=MAXIMUM,
        arity=2,
        aliases=("fmax",),
        kink="a tie is shared equally",
    ),
    Function(
        name="clip",
        summary="x kept between low and high, written clip(x, low, high)",
        operation=_CLIP,
        arity=3,
        kink="1 at low and at high, 0 outside",
    ),
    Function(
        name="where",
        summary="one value where a condition holds, else another",
        operation=WHERE,
        arity=3,
        kink="the derivative of the value that is taken",
    ),
    _row(
        "sigmoid",
        lambda _, f: times(f, minus(ONE, f)),
        scalar="(1.0 / (1.0 + exp(-{0})) if {0} >= 0.0 else exp({0}) / (1.0 + exp({0})))",
        analytic="sigmoid({0})",
        latex=r"\sigma",
        summary="1/(1 + exp(-x))",
    ),
    Function(name="relu", summary="maximum(0, x)", operation=_RELU, kink="0 at 0"),
    _row(
        "softplus",
        lambda u, _: call("sigmoid", u),
        scalar="(({0} if {0} > 0.0 else 0.0) + log1p(exp(-fabs({0}))))",
        analytic="analytic_softplus({0})",
        latex=r"\operatorname{softplus}",
        summary="log(1 + exp(x))",
    ),
    Function(name="sum", summary="sum of a vector"),
    Function(name="mean", summary="mean of a vector", aliases=("average",)),
    Function(name="prod", summary="product of a vector"),
    Function(name="dot", summary="scalar product of two vectors", arity=2, aliases=("inner",)),
    Function(
        name="norm",
        summary="length of a vector",
        aliases=("linalg.norm",),
        kink="0 at the origin",
    ),
    Function(
        name="min", summary="smallest of several", aliases=("amin",), kink="a tie is shared equally"
    ),
    Function(
        name="max", summary="largest of several", aliases=("amax",), kink="a tie is shared equally"
    ),
)

FUNCTIONS: dict[str, Function] = {row.name: row for row in _ROWS}
"""The table, by name."""

NAMES: dict[str, Function] = FUNCTIONS | {alias: row for row in _ROWS for alias in row.aliases}
"""The table by every name that is read."""
