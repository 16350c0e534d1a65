"""Exact derivatives: against sympy, against the complex step, and the conventions at kinks."""

from __future__ import annotations

import math

import numpy as np
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gradviz.core.formula import parse

INF, NAN = math.inf, math.nan

# --- random expressions: smooth functions of two variables, defined everywhere -----------------

LEAVES = st.sampled_from(["x0", "x1", "x0", "x1", "2", "0.5", "-1.25", "3", "pi"])


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    unary = st.sampled_from(
        ["sin({})", "cos({})", "tanh({})", "exp(-({})**2)", "-({})", "({})**2", "({})**3",
         "sqrt(1 + ({})**2)", "log(2 + ({})**2)", "1/(1 + ({})**2)", "atan({})", "({})**4/100"]
    )  # fmt: skip
    binary = st.sampled_from(["({}) + ({})", "({}) - ({})", "({})*({})", "({})/(2 + cos({}))"])
    return st.one_of(
        st.builds(str.format, unary, inner), st.builds(str.format, binary, inner, inner)
    )


SMOOTH = st.recursive(LEAVES, _grow, max_leaves=8).map(lambda text: f"{text} + 0*x0 + 0*x1")
POINTS = st.tuples(*[st.floats(-2.0, 2.0).map(lambda value: round(value, 3))] * 2)


@settings(max_examples=80, deadline=None)
@given(SMOOTH, POINTS)
def test_the_gradient_agrees_with_sympy(text: str, at: tuple[float, float]) -> None:
    x0, x1 = sympy.symbols("x0 x1")
    expression = sympy.sympify(text, locals={"x0": x0, "x1": x1})
    place = {x0: sympy.Float(at[0], 40), x1: sympy.Float(at[1], 40)}
    expected = [float(expression.diff(x).evalf(30, subs=place)) for x in (x0, x1)]
    assume(all(abs(e) < 1e6 for e in expected))
    found = parse(text).compiled().gradient(*at)
    scale = 1.0 + max(map(abs, expected))
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-11 * scale)


@settings(max_examples=30, deadline=None)
@given(SMOOTH, POINTS)
def test_the_hessian_agrees_with_sympy(text: str, at: tuple[float, float]) -> None:
    x0, x1 = sympy.symbols("x0 x1")
    expression = sympy.sympify(text, locals={"x0": x0, "x1": x1})
    place = {x0: sympy.Float(at[0], 40), x1: sympy.Float(at[1], 40)}
    expected = [
        [float(expression.diff(x, y).evalf(30, subs=place)) for y in (x0, x1)] for x in (x0, x1)
    ]
    assume(np.max(np.abs(expected)) < 1e6)
    found = parse(text).compiled().hessian_array(*at)
    scale = 1.0 + np.max(np.abs(expected))
    np.testing.assert_allclose(np.array(found), expected, rtol=1e-9, atol=1e-10 * scale)


@settings(max_examples=60, deadline=None)
@given(SMOOTH, POINTS)
def test_the_gradient_agrees_with_the_complex_step(text: str, at: tuple[float, float]) -> None:
    compiled = parse(text).compiled()
    exact = compiled.gradient(*at)
    for i, partial in enumerate(exact):
        moved = [complex(x, 1e-30 if i == j else 0.0) for j, x in enumerate(at)]
        step = float(compiled.value_complex(*moved).imag) / 1e-30
        assert step == pytest.approx(partial, rel=1e-8, abs=1e-9 * (1.0 + max(map(abs, exact))))


@pytest.mark.parametrize(
    "text",
    [
        "sin(x)", "cos(x)", "tan(x)", "asin(x)", "acos(x)", "atan(x)", "sinh(x)", "cosh(x)",
        "tanh(x)", "exp(x)", "log(x)", "log2(x)", "log10(x)", "log1p(x)", "expm1(x)", "sqrt(x)",
        "cbrt(x)", "abs(x)", "sigmoid(x)", "relu(x)", "softplus(x)", "x**3", "x**0.3", "x**-2",
        "x**x", "2**x", "atan2(x, 2)", "atan2(2, x)", "maximum(x, 0.2)", "minimum(x, 0.2)",
        "clip(x, -0.3, 0.4)", "where(x > 0, x**2, sin(x))", "floor(3*x)*x", "ceil(3*x)*x",
        "sign(x)*x**2", "x if x > 0.5 else -x", "1/x", "sqrt(x**2 + 1)", "atan2(x, x - 1)",
    ],
)  # fmt: skip
def test_every_function_against_complex_step_and_differences(text: str) -> None:
    formula = parse(text)
    compiled = formula.compiled()
    x = np.array([-0.77, -0.31, 0.1234, 0.41, 0.83])
    (exact,) = compiled.gradient_array(x)
    step = compiled.value_complex(x + 1e-30j).imag / 1e-30
    np.testing.assert_allclose(step, exact, rtol=1e-12, atol=1e-14)
    h = 1e-5
    quotient = (compiled.value_array(x + h) - compiled.value_array(x - h)) / (2 * h)
    np.testing.assert_allclose(exact, quotient, rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose([compiled.gradient(float(v))[0] for v in x], exact, rtol=1e-14)
    ((second,),) = compiled.hessian_array(x)
    slope = compiled.gradient_array
    quotient = (slope(x + h)[0] - slope(x - h)[0]) / (2 * h)
    np.testing.assert_allclose(second, quotient, rtol=1e-5, atol=1e-6)


# --- conventions at kinks ---------------------------------------------------------------------

KINKS = [
    ("abs(x)", 0.0, 0.0),
    ("sign(x)", 0.0, 0.0),
    ("floor(x)", 1.0, 0.0),
    ("ceil(x)", 1.0, 0.0),
    ("relu(x)", 0.0, 0.0),
    ("maximum(x, 0)", 0.0, 0.5),
    ("minimum(x, 0)", 0.0, 0.5),
    ("maximum(x, -x)", 0.0, 0.0),
    ("maximum(x, x)", 0.0, 1.0),
    ("max(x, 0, -x)", 1.0, 1.0),
    ("clip(x, 0, 1)", 0.0, 1.0),
    ("clip(x, 0, 1)", 1.0, 1.0),
    ("clip(x, 0, 1)", 1.5, 0.0),
    ("clip(x, 0, 1)", -0.5, 0.0),
    ("clip(0, x, 2)", 1.0, 1.0),
    ("clip(5, 0, x)", 1.0, 1.0),
    ("clip(0.5, 1, x)", 0.0, 1.0),
    ("x**2", 0.0, 0.0),
    ("x**1", 0.0, 1.0),
    ("x**0", 0.0, 0.0),
    ("x**0", 2.0, 0.0),
    ("x**3", 0.0, 0.0),
    ("x**0.5", 0.0, INF),
    ("sqrt(x)", 0.0, INF),
    ("sqrt(x)", -1.0, NAN),
    ("x**1.5", 0.0, 0.0),
    ("x**0.5", -1.0, NAN),
    ("cbrt(x)", 0.0, INF),
    ("asin(x)", 1.0, INF),
    ("acos(x)", 1.0, -INF),
    ("asin(x)", 1.5, NAN),
    ("log(x)", 0.0, INF),
    ("log(x)", -1.0, NAN),
    ("log2(x)", -1.0, NAN),
    ("log10(x)", -1.0, NAN),
    ("log1p(x)", -2.0, NAN),
    ("1/x", 0.0, -INF),
    ("0**x", 1.0, 0.0),
    ("exp(x)", 1000.0, INF),
    ("sigmoid(x)", -1000.0, 0.0),
    ("sigmoid(x)", 1000.0, 0.0),
    ("softplus(x)", 1000.0, 1.0),
    ("softplus(x)", -1000.0, 0.0),
    ("tanh(x)", 1000.0, 0.0),
    # A branch that is not taken contributes 0, even where it is not finite itself.
    ("where(x > 0, log(x), x)", 0.0, 1.0),
    ("where(x > 0, log(x), x)", -1.0, 1.0),
    ("where(x > 0, sqrt(x), 0)", 0.0, 0.0),
    ("where(x > 0, sqrt(x), 0)", -4.0, 0.0),
    ("where(x != 0, sin(x)/x, 1)", 0.0, 0.0),
    ("sin(x)/x if x != 0 else 1", 0.0, 0.0),
    ("where(x > 0, x*log(x), 0) + x", 0.0, 1.0),
    ("where(x > 0, 1, where(x > -1, 2, 1/x**2)) * x", 0.0, 2.0),
    ("where(x > 0, where(x > 1, 3*log(x), log(x)), x)", 0.0, 1.0),
    ("where(x > 0, log(x), 0) + where(x > 1, log(x), 0) + x", 0.0, 1.0),
    ("where(x > 0, sqrt(x), 0)*where(x > 1, sqrt(x), 2) + x", -1.0, 1.0),
    ("maximum(sqrt(x), 1)", 0.0, 0.0),
    ("minimum(1/x, 3)", 0.0, 0.0),
    ("clip(sqrt(x), 1, 2)", 0.0, 0.0),
    ("relu(-sqrt(x))", 0.0, 0.0),
    ("r = log(x)\nwhere(x > 0, r*r, x**2)", 0.0, 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "expected"), KINKS)
def test_the_derivative_at_a_kink(text: str, at: float, expected: float) -> None:
    compiled = parse(text if "x" in text else f"{text} + 0*x").compiled()
    np.testing.assert_equal(compiled.gradient(at), (expected,))
    np.testing.assert_equal([float(g) for g in compiled.gradient_array(at)], [expected])


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("where(x > 0, x*log(x), x**2)", 0.0, 2.0),
        ("where(x > 0, sqrt(x), x**2)", -1.0, 2.0),
        ("where(x != 0, x**3*sin(1/x), 0)", 0.0, 0.0),
        ("where(x > 0, where(x > 1, log(x)**2, 1/x), 3*x**2)", 0.0, 6.0),
        ("x**2", 0.0, 2.0),
        ("x**3", 0.0, 0.0),
        ("x**4", 0.0, 0.0),
        ("abs(x)", 0.0, 0.0),
        ("maximum(x, 0)", 0.0, 0.0),
    ],
)
def test_the_second_derivative_at_a_kink(text: str, at: float, expected: float) -> None:
    ((second,),) = parse(text).compiled().hessian_array(at)
    assert float(second) == expected


@pytest.mark.parametrize(
    "text", ["norm(x)", "sqrt(x0**2 + x1**2)", "sqrt(0.5*(x0**2 + x1**2))", "sqrt(mean(x**2))"]
)
def test_the_gradient_of_a_norm_is_zero_at_the_origin(text: str) -> None:
    compiled = parse(text).compiled()
    assert compiled.gradient(0.0, 0.0) == (0.0, 0.0)
    assert [float(g) for g in compiled.gradient_array(0.0, 0.0)] == [0.0, 0.0]
    assert [float(h) for row in compiled.hessian_array(0.0, 0.0) for h in row] == [0.0] * 4


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((2.0, 3.0), (12.0, 8.0 * math.log(2.0))),
        ((0.0, 2.0), (0.0, 0.0)),
        ((0.0, 0.0), (0.0, -INF)),
        ((0.0, 1.0), (1.0, 0.0)),
        ((-2.0, 3.0), (12.0, NAN)),
    ],
)
def test_powers_with_a_variable_exponent(
    at: tuple[float, float], expected: tuple[float, float]
) -> None:
    compiled = parse("x0**x1").compiled()
    np.testing.assert_allclose(compiled.gradient(*at), expected, rtol=1e-15)
    found = [float(g) for g in compiled.gradient_array(*at)]
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_powers_with_a_parameter_as_exponent_take_negative_numbers() -> None:
    compiled = parse("n = 2\nx0**n").compiled()
    assert compiled.gradient(-3.0, 2.0) == (-6.0,)
    assert compiled.gradient(-3.0, 3.0) == (27.0,)
    assert compiled.gradient(0.0, 0.0) == (0.0,)


def test_the_gradient_does_not_depend_on_what_was_read_before() -> None:
    text = "(a - x0)**2 + 100*(x1 - x0**2)**2"
    parse("x0**2 + (x1 - x0**2)")
    first = parse(f"a = 1.0\n{text}").gradient_latex()
    parse("(1 - x0)**2*x1 + x0")
    assert parse(f"a = 1.0\n{text}").gradient_latex() == first


@pytest.mark.parametrize("dimension", [3, 10, 50])
def test_many_variables(dimension: int) -> None:
    text = "sum(100*(x[1:] - x[:-1]**2)**2 + (1 - x[:-1])**2)"
    x = np.random.default_rng(dimension).normal(size=dimension)
    expected = np.zeros(dimension)
    expected[:-1] += -400 * x[:-1] * (x[1:] - x[:-1] ** 2) - 2 * (1 - x[:-1])
    expected[1:] += 200 * (x[1:] - x[:-1] ** 2)
    np.testing.assert_allclose(
        parse(text, dimension).compiled().gradient(*map(float, x)), expected, rtol=1e-12
    )
