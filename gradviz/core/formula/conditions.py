"""Conditions on nodes, and choosing by them."""

from __future__ import annotations

from gradviz.core.formula.graph import Node, Operation, Partial, apply, constant, parts

ZERO = constant(0.0)
ONE = constant(1.0)


def _comparison(sign: str, latex: str) -> Operation:
    spelling = f"({{0}} {sign} {{1}})"
    analytic = f"(real({{0}}) {sign} real({{1}}))"
    return Operation(
        name=sign, scalar=spelling, array=spelling, analytic=analytic, latex=latex, condition=True
    )


def _logic(word: str, spelling: str, latex: str) -> Operation:
    array = f"logical_{word}({{0}}, {{1}})" if word != "not" else "logical_not({0})"
    return Operation(
        name=word, scalar=spelling, array=array, analytic=array, latex=latex, condition=True
    )


LESS = _comparison("<", "<")
LESS_EQUAL = _comparison("<=", r"\le")
GREATER = _comparison(">", ">")
GREATER_EQUAL = _comparison(">=", r"\ge")
EQUAL = _comparison("==", "=")
NOT_EQUAL = _comparison("!=", r"\ne")
AND = _logic("and", "({0} and {1})", r"\text{ and }")
OR = _logic("or", "({0} or {1})", r"\text{ or }")
NOT = _logic("not", "(not {0})", r"\text{not }")

# Asked by conventions at single points only (the derivative of a norm at the origin, a tie of two
# maxima), so LaTeX leaves these conditions out and shows what holds everywhere else.
NONZERO = Operation(
    name="nonzero",
    scalar="({0} != 0.0)",
    array="({0} != 0.0)",
    analytic="(real({0}) != 0.0)",
    condition=True,
)

DIFFERENT = Operation(
    name="different",
    scalar="({0} != {1})",
    array="({0} != {1})",
    analytic="(real({0}) != real({1}))",
    condition=True,
)
QUIET = frozenset({NONZERO, DIFFERENT})

WHERE = Operation(
    name="where",
    scalar="({1} if {0} else {2})",
    array="where({0}, {1}, {2})",
    analytic="where({0}, {1}, {2})",
    partials=lambda a, _: (
        Partial(ZERO),
        Partial(ONE, a[0]),
        Partial(ONE, opposite(a[0])),
    ),
)

# The argument itself where it is not negative, else nan: the derivative of a logarithm ends where
# the logarithm does.
NOT_NEGATIVE = Operation(
    name="not negative",
    scalar="({0} if {0} >= 0.0 else nan)",
    array="where({0} >= 0.0, {0}, nan)",
    analytic="where(real({0}) >= 0.0, {0}, nan)",
    partials=lambda _, __: (Partial(ONE),),
)


def opposite(condition: Node) -> Node:
    """Return the condition that holds where `condition` does not."""
    pair = parts(condition, NOT)
    return pair[0] if pair is not None else apply(NOT, condition)


def choose(condition: Node | None, a: Node, b: Node) -> Node:
    """Return a where the condition holds (None: everywhere), else b."""
    if condition is None or a is b:
        return a
    pair = parts(condition, NOT)
    if pair is not None:
        return apply(WHERE, pair[0], b, a)
    return apply(WHERE, condition, a, b)
