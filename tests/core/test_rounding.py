"""Errors of numerical gradients against h: closed forms, powers of h, single precision."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method, gradient, gradient_grid
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.rounding import (
    ORDERS,
    SCHEMES,
    Precision,
    error_at,
    error_curve,
    errors,
    is_relative,
    numerical_gradients,
    reference,
    step_sizes,
)

EPS = float(np.finfo(np.float64).eps)
EXP = FormulaObjective(parse("exp(x)"))
WAVES = FormulaObjective(parse("exp(x0)*sin(3*x1) + x0**2"))
BOWL = FormulaObjective(parse("x0**2 + x1**2"))


class TestStepSizes:
    def test_go_from_1e_16_to_1_evenly(self) -> None:
        steps = step_sizes(1e-4)
        assert (steps[0], steps[-1], len(steps)) == (1e-16, 1.0, 129)
        assert {float(f"1e-{k}") for k in range(17)} <= set(steps.tolist())
        np.testing.assert_allclose(np.diff(np.log10(steps)), 1 / 8, rtol=1e-9)

    @pytest.mark.parametrize("h", [1e-50, 3.7e-5, 1e-300, 123.4, 1e300, 9.9e299, 5e-16])
    def test_reach_the_one_in_use(self, h: float) -> None:
        steps = step_sizes(h)
        assert h in steps.tolist()
        assert (np.diff(steps) > 0.0).all()
        assert steps[0] <= 1e-16
        assert steps[-1] >= 1.0
        assert 1e-300 <= steps[0] <= h <= steps[-1] <= 1e300


@pytest.mark.parametrize("method", SCHEMES)
@pytest.mark.parametrize("x", [(0.3, 0.7), (-3.0, 4.0), (20.0, -1e-8)])
def test_is_the_gradient_of_the_schemes(method: Method, x: tuple[float, float]) -> None:
    """Bit for bit what `gradient_grid` gives, one h at a time."""
    steps = step_sizes(3.3e-5)
    found = numerical_gradients(WAVES, x, method, steps)
    for i in range(0, len(steps), 7):
        one = gradient_grid(WAVES, np.array(x)[:, None], method, float(steps[i]))
        assert found[i].tolist() == [float(g[0]) for g in one]


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # of exp at x, relative to exp(x): series of the difference quotients
        (Method.FORWARD, lambda h: (math.expm1(h) - h) / h),
        (Method.BACKWARD, lambda h: (-math.expm1(-h) - h) / h),
        (Method.CENTRAL, lambda h: math.sinh(h) / h - 1.0),
        (Method.FIVE_POINT, lambda h: (8 * math.sinh(h) - math.sinh(2 * h)) / (6 * h) - 1.0),
        (Method.COMPLEX_STEP, lambda h: math.sin(h) / h - 1.0),
    ],
)
def test_truncation_of_the_exponential(method: Method, expected: object) -> None:
    steps = np.array([0.1, 0.2, 0.4])
    found = error_curve(EXP, (0.5,), method, steps)
    np.testing.assert_allclose(found, [abs(expected(h)) for h in steps], rtol=1e-6)


@pytest.mark.parametrize(("x", "h"), [(2.0, 1e-3), (-1.5, 1e-2), (0.25, 1e-3)])
def test_truncation_of_central_differences_is_h_squared_f_third_over_six(
    x: float, h: float
) -> None:
    quintic = FormulaObjective(parse("x**5 - 2*x**3"))
    third, first = 60 * x**2 - 12, 5 * x**4 - 6 * x**2
    expected = abs(h**2 * third / 6 / first)
    found = error_curve(quintic, (x,), Method.CENTRAL, np.array([h]))[0]
    assert found == pytest.approx(expected, rel=20 * h**2 + 1e-5)


@pytest.mark.parametrize("method", SCHEMES)
def test_the_right_arm_rises_with_the_order(method: Method) -> None:
    found = error_curve(WAVES, (0.3, 0.7), method, np.array([0.005, 0.01]))
    assert math.log2(found[1] / found[0]) == pytest.approx(ORDERS[method], abs=0.1)


@pytest.mark.parametrize("method", SCHEMES)
def test_the_left_arm_is_rounding_over_h(method: Method) -> None:
    """At most a few eps*|f|/h, and on average no less than a hundredth of it."""
    steps = np.logspace(-14, -10, 80)
    x = (0.3, 0.7)
    found = error_curve(WAVES, x, method, steps, coordinate=0)
    slope = abs(WAVES.gradient(x)[0])
    scaled = found * steps * slope / (EPS * abs(WAVES.value(x)))
    if method is Method.COMPLEX_STEP:
        assert found.max() < 10 * EPS
    else:
        assert scaled.max() < 20.0
        assert scaled.mean() > 0.01


@settings(max_examples=40, deadline=None)
@given(st.integers(-30, 30), st.sampled_from(SCHEMES))
def test_a_factor_of_two_changes_no_relative_error(power: int, method: Method) -> None:
    steps = step_sizes(1e-4)
    plain = error_curve(WAVES, (0.3, 0.7), method, steps)
    scaled = FormulaObjective(parse(f"(exp(x0)*sin(3*x1) + x0**2)*{2.0**power!r}"))
    assert error_curve(scaled, (0.3, 0.7), method, steps).tolist() == plain.tolist()


def test_errors_are_of_a_coordinate_or_of_the_norm() -> None:
    exact, found = np.array([3.0, 4.0]), np.array([[3.0, 4.5], [3.3, 4.0], [3.3, 4.4]])
    np.testing.assert_allclose(errors(found, exact), [0.1, 0.06, 0.1])
    np.testing.assert_allclose(errors(found, exact, 1), [0.125, 0.0, 0.1])
    assert is_relative(exact)


def test_errors_are_absolute_where_the_exact_gradient_is_0() -> None:
    steps = np.array([0.5, 0.25])
    np.testing.assert_allclose(error_curve(BOWL, (0.0, 3.0), Method.FORWARD, steps, 0), steps)
    np.testing.assert_allclose(
        error_curve(BOWL, (0.0, 0.0), Method.FORWARD, steps), steps * math.sqrt(2)
    )
    assert not is_relative(np.zeros(2))
    assert not is_relative(np.array([0.0, 1.0]), 0)
    assert is_relative(np.array([0.0, 1.0]))


@pytest.mark.parametrize("method", [Method.CENTRAL, Method.FIVE_POINT])
def test_quadratics_leave_rounding_alone(method: Method) -> None:
    found = error_curve(BOWL, (-3.0, 4.0), method, step_sizes(1e-4))
    assert found[-1] < 4 * EPS
    assert found[0] > 0.01


@pytest.mark.parametrize("method", SCHEMES)
@pytest.mark.parametrize("h", [1e-4, 1e-50, 1e300, 2.5e-13])
def test_the_error_in_use_is_that_of_the_run(method: Method, h: float) -> None:
    x = (0.3, 0.7)
    used, exact = gradient(WAVES, x, method, h), WAVES.gradient(x)
    with np.errstate(all="ignore"):
        expected = abs(np.float64(used[0]) - exact[0]) / abs(exact[0])
    found = error_at(WAVES, x, method, h, 0)
    assert found == expected or (math.isnan(found) and math.isnan(expected))


class TestSinglePrecision:
    @pytest.mark.parametrize(
        ("text", "numpy_f"),
        [
            ("x0**2 + x1**2", lambda x, y: x * x + y * y),
            ("exp(x0)*sin(x1) + 0.1", lambda x, y: np.exp(x) * np.sin(y) + np.float32(0.1)),
            (
                "where(x0 > 0, 0.1, 0.2)/3 + x1/7",
                lambda x, y: (
                    np.where(x > 0, np.float32(0.1), np.float32(0.2)) / np.float32(3)
                    + y / np.float32(7)
                ),
            ),
            (
                "a = 0.1\na**2*x0 + sqrt(x1)",
                lambda x, y: np.float32(0.1) * np.float32(0.1) * x + np.sqrt(y),
            ),
        ],
    )
    def test_f_is_computed_in_it(self, text: str, numpy_f: object) -> None:
        rng = np.random.default_rng(3)
        x, y = rng.uniform(0.1, 3.0, (2, 200)).astype(np.float32)
        objective = FormulaObjective(parse(text))
        found = objective.value_single(x, y)
        expected = numpy_f(x, y)
        assert found.dtype == expected.dtype == np.float32
        assert found.tolist() == expected.tolist()
        assert objective.value_complex_single(x, y).dtype == np.complex64

    @pytest.mark.parametrize("method", SCHEMES)
    def test_the_left_arm_lies_as_much_higher(self, method: Method) -> None:
        steps = np.logspace(-5, -4, 40)
        x = (0.3, 0.7)
        double = error_curve(WAVES, x, method, steps)
        single = error_curve(WAVES, x, method, steps, precision=Precision.SINGLE)
        eps = float(np.finfo(np.float32).eps)
        if method is Method.COMPLEX_STEP:
            assert eps / 100 < single.mean() < 20 * eps
        else:
            assert eps / 100 < (single * steps).mean() < 20 * eps
            assert double.mean() < single.mean()

    def test_a_vanished_h_gives_nothing(self) -> None:
        steps = np.array([1e-50, 1e-300, 1e300, 1e-3])
        for method in SCHEMES:
            found = error_curve(WAVES, (0.3, 0.7), method, steps, precision=Precision.SINGLE)
            assert np.isfinite(found).tolist() == [False, False, False, True]

    def test_the_reference_is_at_the_rounded_point(self) -> None:
        x = (0.1, 0.2)
        rounded = tuple(float(np.float32(value)) for value in x)
        assert reference(WAVES, x, Precision.SINGLE).tolist() == list(WAVES.gradient(rounded))
        assert reference(WAVES, x).tolist() == list(WAVES.gradient(x))
        assert rounded != x


STRANGE = [
    "sqrt(x0) + x1",
    "log(x0)*x1",
    "1/x0 + x1",
    "exp(exp(exp(x0))) + x1",
    "x0**x1",
    "0*x0+x1",
]


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("x", [(0.0, 0.0), (-1.0, 2.0), (1e300, -1e300), (math.nan, math.inf)])
@pytest.mark.parametrize("precision", Precision)
def test_anything_can_be_asked(text: str, x: tuple[float, float], precision: Precision) -> None:
    objective = FormulaObjective(parse(text))
    for h in (1e-300, 1e300):
        steps = step_sizes(h)
        for method in SCHEMES:
            found = error_curve(objective, x, method, steps, precision=precision)
            assert found.shape == steps.shape
            assert not (found < 0.0).any()
