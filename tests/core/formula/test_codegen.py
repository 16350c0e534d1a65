"""Compiled functions: scalar and array agree, nothing raises, branches are lazy."""

from __future__ import annotations

import ast
import copy
import math
import pickle
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.formula import parse

LEAVES = st.sampled_from(["x0", "x1", "1", "2", "0.5", "0", "-3", "pi"])


def _grow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    unary = st.sampled_from(
        ["sin({})", "exp({})", "log({})", "sqrt({})", "abs({})", "sign({})", "floor({})",
         "-({})", "({})**2", "({})**3", "({})**-1", "({})**0.5", "relu({})", "sigmoid({})",
         "softplus({})", "tanh({})", "cbrt({})", "asin({})", "log1p({})"]
    )  # fmt: skip
    binary = st.sampled_from(
        ["({}) + ({})", "({}) - ({})", "({})*({})", "({})/({})", "({})**({})",
         "maximum({}, {})", "min({}, {})", "atan2({}, {})"]
    )  # fmt: skip
    choice = st.sampled_from(
        ["where(({}) > ({}), {}, {})", "(({2}) if ({0}) <= ({1}) else ({3}))",
         "where(not ({}) < ({}) or x0 > 1, {}, {})", "clip({}, {}, {}) + ({})"]
    )  # fmt: skip
    return st.one_of(
        st.builds(str.format, unary, inner),
        st.builds(str.format, binary, inner, inner),
        st.builds(str.format, choice, inner, inner, inner, inner),
    )


ANYTHING = st.recursive(LEAVES, _grow, max_leaves=12).map(lambda text: f"({text}) + 0*x1")
NUMBERS = st.one_of(st.sampled_from([0.0, 1.0, -1.0, 2.0, 1e200, -1e200]), st.floats(-5.0, 5.0))


@settings(max_examples=250, deadline=None)
@given(ANYTHING, NUMBERS, NUMBERS)
def test_scalar_and_array_functions_agree(text: str, x0: float, x1: float) -> None:
    compiled = parse(text).compiled()
    value, gradient = compiled.value(x0, x1), compiled.gradient(x0, x1)
    assert type(value) is float
    assert [type(g) for g in gradient] == [float, float]
    np.testing.assert_allclose(value, compiled.value_array(x0, x1), rtol=1e-6, atol=1e-300)
    expected = [float(g) for g in compiled.gradient_array(x0, x1)]
    scale = max([1e-290, *(abs(g) for g in expected if math.isfinite(g))])
    np.testing.assert_allclose(gradient, expected, rtol=1e-6, atol=1e-9 * min(scale, 1e290))


@settings(max_examples=100, deadline=None)
@given(ANYTHING, NUMBERS, NUMBERS)
def test_difference_quotients_are_those_of_the_value(text: str, x0: float, x1: float) -> None:
    compiled = parse(text).compiled()
    h, f = 1e-4, compiled.value
    central = compiled.difference("central")
    assert central is not None
    expected = (
        (f(x0 + h, x1) - f(x0 - h, x1)) / (2 * h),
        (f(x0, x1 + h) - f(x0, x1 - h)) / (2 * h),
    )
    found = central(x0, x1, h)
    for quotient, reference in zip(found, expected, strict=True):
        same = quotient == reference or math.isnan(quotient) == math.isnan(reference)
        assert same, (found, expected)


@pytest.mark.parametrize(
    ("method", "quotient"),
    [
        ("forward", lambda f, x, h: (f(x + h) - f(x)) / h),
        ("backward", lambda f, x, h: (f(x) - f(x - h)) / h),
        ("central", lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h)),
        (
            "five-point",
            lambda f, x, h: (f(x - 2 * h) - 8 * f(x - h) + 8 * f(x + h) - f(x + 2 * h)) / (12 * h),
        ),
    ],
)
def test_difference_quotients_bit_for_bit(method: str, quotient) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    compiled = parse("a = 0.3\nx**3 - sin(x)/(a + x**2)").compiled()
    fused = compiled.difference(method)
    assert fused is not None
    for x in np.random.default_rng(1).normal(size=200):
        x, h = float(x), 1e-4  # noqa: PLW2901
        assert fused(x, 0.3, h) == (quotient(lambda t: compiled.value(t, 0.3), x, h),)


def test_difference_quotients_of_long_formulas_are_left_to_the_value() -> None:
    assert parse("sum(x**2)", 50).compiled().difference("central") is None


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("log(x)", 0.0, -math.inf),
        ("log(x)", -1.0, math.nan),
        ("sqrt(x)", -1.0, math.nan),
        ("1/x", 0.0, math.inf),
        ("-1/x", 0.0, -math.inf),
        ("0/x", 0.0, math.nan),
        ("x/0", 1.0, math.inf),
        ("exp(x)", 1e3, math.inf),
        ("exp(-x)", 1e3, 0.0),
        ("x**3", 1e200, math.inf),
        ("x**3", -1e200, -math.inf),
        ("x**0.5", -1.0, math.nan),
        ("x**-1", 0.0, math.inf),
        ("x**0", 0.0, 1.0),
        ("0**x", 0.0, 1.0),
        ("x*x", 1e200, math.inf),
        ("cosh(x)", 1e3, math.inf),
        ("asin(x)", 2.0, math.nan),
        ("sin(x)", math.inf, math.nan),
        ("floor(x)", math.inf, math.inf),
        ("floor(x)", math.nan, math.nan),
        ("maximum(x, 1)", math.nan, math.nan),
        ("maximum(1, x)", math.nan, math.nan),
        ("min(x, 1)", math.nan, math.nan),
        ("abs(x)", -math.inf, math.inf),
        ("sign(x)", math.nan, math.nan),
        ("relu(x)", math.nan, math.nan),
        ("10**10**10*x", 1.0, math.inf),
        ("log(-1)*x", 1.0, math.nan),
        ("1e308*10*x", 1.0, math.inf),
        ("sigmoid(x)", -1e3, 0.0),
        ("softplus(x)", 1e3, 1e3),
    ],
)
def test_outside_the_domain_values_are_nan_or_inf(text: str, at: float, expected: float) -> None:
    compiled = parse(text).compiled()
    np.testing.assert_equal(compiled.value(at), expected)
    np.testing.assert_equal(float(compiled.value_array(at)), expected)
    compiled.gradient(at)


def test_arrays_are_broadcast_and_float64() -> None:
    compiled = parse("x0**2 + x1").compiled()
    column, row = np.arange(3)[:, np.newaxis], np.arange(4, dtype=np.float32)
    values = compiled.value_array(column, row)
    assert values.shape == (3, 4)
    assert values.dtype == np.float64
    np.testing.assert_array_equal(values, column**2 + row)
    for partial in compiled.gradient_array(column, row):
        assert partial.shape == (3, 4)
        assert partial.dtype == np.float64
    for second_row in compiled.hessian_array(column, row):
        assert [second.shape for second in second_row] == [(3, 4), (3, 4)]


@pytest.mark.parametrize("text", ["x0 + 0*x1", "x0", "y + 0*x", "3 + 0*x0", "where(x0 > 0, 1, 2)"])
def test_array_results_are_arrays_of_their_own(text: str) -> None:
    compiled = parse(text).compiled()
    arguments = [np.ones((2, 2)) for _ in range(compiled.dimension)]
    results = [compiled.value_array(*arguments), *compiled.gradient_array(*arguments)]
    for result in results:
        assert result.shape == (2, 2)
        result[...] = 2.0
    assert all(np.all(argument == 1.0) for argument in arguments)


def test_parameters_may_be_arrays_too() -> None:
    compiled = parse("a = 1.0\na*x").compiled()
    np.testing.assert_array_equal(compiled.value_array(2.0, np.array([1.0, 3.0])), [2.0, 6.0])


def test_complex_values_continue_real_ones() -> None:
    compiled = parse("where(x > 0, abs(x), cbrt(x)) + maximum(x, 0.1) + x**3").compiled()
    x = np.linspace(-2, 2, 11)
    np.testing.assert_allclose(compiled.value_complex(x).real, compiled.value_array(x), atol=1e-14)
    assert compiled.value_complex(x).dtype == np.complex128


@pytest.mark.parametrize(
    "text", ["log(x)", "sqrt(x)", "x**0.5", "x**1.5", "asin(x - 1)", "log2(x)"]
)
def test_the_complex_step_is_nan_outside_the_domain(text: str) -> None:
    assert math.isnan(float(parse(text).compiled().value_complex(-1.0 + 1e-20j).imag))


def test_a_shared_subexpression_is_computed_once() -> None:
    source = parse("r = sin(x0*x1)\nr*r + r + exp(r) + sin(x0*x1)").compiled().source
    assert source.count("sin(") == 1


def test_squares_are_multiplications_and_no_power_is_complex() -> None:
    compiled = parse("x0**2").compiled()
    assert "pow" not in compiled.source
    assert "v0 * v0" in compiled.source
    assert "pow(" in parse("x0**5").compiled().source


def test_the_branch_not_taken_is_not_computed() -> None:
    source = parse("where(x0 > 0, sin(x0) + sin(x0)**2, exp(x0))").compiled().source
    first, second = source.split("else:")
    assert first.splitlines()[1].strip() == "if (v0 > 0.0):"
    assert "sin(" in first
    assert "exp(" not in first
    assert "exp(" in second
    assert "sin(" not in second


def test_generated_code_is_a_plain_function_without_anything_typed() -> None:
    text = "rate_of_something = 2.0\nlocal = x**2 + y\nlocal*rate_of_something"
    tree = ast.parse(parse(text).compiled().source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert names <= {"v0", "v1", "p0", "t0", "t1", "t2"}
    assert len(tree.body) == 1


def test_deeply_nested_choices_compile() -> None:
    text = "0"
    for i in range(45):
        text = f"where(x > {i}, sin(x)*{i}, {text})"
    compiled = parse(text).compiled()
    assert compiled.value(-1.0) == 0.0
    assert compiled.value(0.5) == 0.0
    assert compiled.value(44.5) == pytest.approx(44 * math.sin(44.5))
    chain = "".join(f"{i}*x if x > {i} else " for i in range(99, 0, -2)) + "0"
    assert parse(chain).compiled().value(31.5) == 31 * 31.5


def test_long_chains_of_locals_compile() -> None:
    text = "r = x0 + x1\n" + "r = sin(r)*r + x0\n" * 150 + "r"
    compiled = parse(text).compiled()
    assert math.isfinite(compiled.value(0.1, 0.2))
    assert len(compiled.gradient(0.1, 0.2)) == 2


def test_compiled_functions_are_made_once() -> None:
    formula = parse("x0**2")
    assert formula.compiled() is formula.compiled()
    assert formula.compiled().value is formula.compiled().value


def test_a_formula_survives_pickling_and_copying() -> None:
    formula = parse("a = 2.0\na*sum(x**2)", 3)
    for twin in (pickle.loads(pickle.dumps(formula)), copy.deepcopy(formula)):
        assert twin.text == formula.text
        assert twin.variables == ("x0", "x1", "x2")
        assert twin.compiled().value(1.0, 2.0, 3.0, 2.0) == 28.0


def test_formulas_can_be_read_and_computed_in_several_threads() -> None:
    texts = [f"sin(x0)**2 + x1*{i % 3} + where(x0 > 0, log(x0), x1)" for i in range(40)]
    results: list[list[float]] = []

    def work() -> None:
        results.append([parse(text).compiled().value(1.0, 2.0) for text in texts])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(result == results[0] for result in results)
    assert results[0] == [math.sin(1.0) ** 2 + 2.0 * (i % 3) for i in range(40)]
