"""The one table of functions: names, spelling on floats and arrays, derivative, kinks, LaTeX.

Adding a function to the formula language is adding a row here. A derivative rule gets the
arguments and the result and returns one `Partial` for each argument.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.formula.conditions import NOT_NEGATIVE, ONE, WHERE
from gradviz.core.formula.graph import Node, Operation, Partial, apply, constant
from gradviz.core.formula.operators import LOGARITHM, minus, negative, over, plus, times
from gradviz.core.formula.special import ATAN2, CLIP, MAXIMUM, MINIMUM, RELU, SQRT, square_of

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


def _row(  # noqa: PLR0913 - the columns of the table
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


_ROWS = (
    _row("sin", lambda u, _: call("cos", u), raises=True, summary="sine"),
    _row("cos", lambda u, _: negative(call("sin", u)), raises=True, summary="cosine"),
    _row("tan", lambda _, f: plus(ONE, square_of(f)), raises=True, summary="tangent"),
    _row(
        "asin",
        lambda u, _: over(ONE, call("sqrt", minus(ONE, square_of(u)))),
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
        lambda u, _: negative(over(ONE, call("sqrt", minus(ONE, square_of(u))))),
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
        lambda u, _: over(ONE, plus(ONE, square_of(u))),
        array="arctan({0})",
        latex=r"\arctan",
        aliases=("arctan",),
        summary="inverse tangent",
    ),
    Function(
        name="atan2",
        summary="angle of the point (x, y), written atan2(y, x)",
        operation=ATAN2,
        arity=2,
        aliases=("arctan2",),
        kink="nan at the origin",
    ),
    _row("sinh", lambda u, _: call("cosh", u), raises=True, summary="hyperbolic sine"),
    _row("cosh", lambda u, _: call("sinh", u), raises=True, summary="hyperbolic cosine"),
    _row("tanh", lambda _, f: minus(ONE, square_of(f)), summary="hyperbolic tangent"),
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
        operation=SQRT,
        kink="infinite at 0; but 0 at the origin of the root of a sum of squares",
    ),
    _row(
        "cbrt",
        lambda _, f: over(ONE, times(constant(3.0), square_of(f))),
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
        latex=r"\mathrm{sign}",
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
        operation=CLIP,
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
    Function(name="relu", summary="maximum(0, x)", operation=RELU, kink="0 at 0"),
    _row(
        "softplus",
        lambda u, _: call("sigmoid", u),
        scalar="(({0} if {0} > 0.0 else 0.0) + log1p(exp(-fabs({0}))))",
        analytic="analytic_softplus({0})",
        latex=r"\mathrm{softplus}",
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
