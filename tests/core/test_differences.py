"""Difference schemes against closed forms, their order, the book's arithmetic, and the extremes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method, bind, evaluations, gradient, gradient_grid
from gradviz.core.formula import parse
from gradviz.core.objective import Evaluations, FormulaObjective

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.objective import ArrayObjective

NUMERICAL = [m for m in Method if m is not Method.EXACT]
ORDERS = [
    (Method.FORWARD, 1, 1e-3),
    (Method.BACKWARD, 1, 1e-3),
    (Method.CENTRAL, 2, 1e-2),
    (Method.FIVE_POINT, 4, 1e-1),
    (Method.COMPLEX_STEP, 2, 1e-2),
]


BOWL = FormulaObjective(parse("x0**2 + x1**2"))


def book_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, h: float) -> np.ndarray:
    """The book's numerical_gradient: central differences, one coordinate after another."""
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp_val = x[idx]
        x[idx] = tmp_val + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
    return grad


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(
    ("name", "x"),
    [
        ("bowl", (-3.0, 4.0)),
        ("rosenbrock", (-1.2, 1.0)),
        ("waves", (0.3, -2.0)),
        ("logarithm", (2.5,)),
        ("quartic", (-1.5,)),
        ("mixed", (0.4, 1.1, -0.7)),
    ],
)
def test_every_scheme_comes_near_the_closed_form(
    objective: Callable[[str], ArrayObjective], method: Method, name: str, x: tuple[float, ...]
) -> None:
    function = objective(name)
    h = {Method.FORWARD: 1e-7, Method.BACKWARD: 1e-7, Method.FIVE_POINT: 1e-3}.get(method, 1e-5)
    found = gradient(function, x, method, h)
    assert len(found) == len(x)
    assert all(type(g) is float for g in found)
    scale = max(1.0, *map(abs, function.gradient_function(*x)))
    np.testing.assert_allclose(found, function.gradient_function(*x), rtol=0, atol=1e-5 * scale)


@pytest.mark.parametrize("method", [Method.EXACT, Method.COMPLEX_STEP])
def test_exact_and_complex_step_lose_nothing(
    objective: Callable[[str], ArrayObjective], method: Method
) -> None:
    function = objective("mixed")
    x = (0.4, 1.1, -0.7)
    found = gradient(function, x, method, 1e-200)
    np.testing.assert_allclose(found, function.gradient_function(*x), rtol=4e-16)


@pytest.mark.parametrize(("method", "order", "h"), ORDERS)
def test_error_falls_with_the_order_of_the_scheme(
    objective: Callable[[str], ArrayObjective], method: Method, order: int, h: float
) -> None:
    function, x = objective("exponential"), (0.7,)
    exact = math.exp(0.7)
    errors = [abs(gradient(function, x, method, width)[0] - exact) for width in (h, h / 2)]
    assert math.log2(errors[0] / errors[1]) == pytest.approx(order, abs=0.1)


@pytest.mark.parametrize(("method", "order", "h"), ORDERS)
def test_leading_error_is_the_one_of_the_textbooks(
    objective: Callable[[str], ArrayObjective], method: Method, order: int, h: float
) -> None:
    # all derivatives of exp are exp: the error is C * h**order * exp(x)
    constant = {
        Method.FORWARD: 1 / 2,
        Method.BACKWARD: -1 / 2,
        Method.CENTRAL: 1 / 6,
        Method.FIVE_POINT: -1 / 30,
        Method.COMPLEX_STEP: -1 / 6,
    }[method]
    error = gradient(objective("exponential"), (0.7,), method, h)[0] - math.exp(0.7)
    assert error / (h**order * math.exp(0.7)) == pytest.approx(constant, rel=0.05)


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=2), st.sampled_from([1e-4, 1e-2, 1e-7]))
@settings(max_examples=100)
def test_central_differences_are_those_of_the_book_bit_for_bit(x: list[float], h: float) -> None:
    expected = book_gradient(lambda v: np.sum(v**2), np.array(x), h)
    assert gradient(BOWL, x, Method.CENTRAL, h) == tuple(expected.tolist())


@pytest.mark.parametrize("name", ["logarithm", "rosenbrock", "mixed"])
def test_written_out_and_general_central_differences_are_the_same(
    objective: Callable[[str], ArrayObjective], name: str
) -> None:
    function = objective(name)
    x = (0.37, 1.21, -0.64)[: function.dimension]
    h = 1e-4
    expected = []
    for i in range(len(x)):
        up, down = list(x), list(x)
        up[i] += h
        down[i] -= h
        expected.append((function.function(*up) - function.function(*down)) / (2 * h))
    assert gradient(function, x, Method.CENTRAL, h) == tuple(expected)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("name", ["bowl", "rosenbrock", "waves"])
def test_a_grid_has_the_gradients_of_its_points(
    objective: Callable[[str], ArrayObjective], method: Method, name: str
) -> None:
    function = objective(name)
    x, y = np.linspace(-2, 2, 5)[np.newaxis, :], np.linspace(-1, 3, 4)[:, np.newaxis]
    partials = gradient_grid(function, (x, y), method, 1e-4)
    assert [p.shape for p in partials] == [(4, 5), (4, 5)]
    one = bind(function, method, 1e-4)
    for row, b in enumerate(y.ravel().tolist()):
        for column, a in enumerate(x.ravel().tolist()):
            found = [float(p[row, column]) for p in partials]
            np.testing.assert_allclose(found, one(a, b), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("method", NUMERICAL)
@pytest.mark.parametrize("h", [5e-324, 1e-300, 1e-50, 1e-17, 1e17, 1e150, 1e300, 1.7e308])
@pytest.mark.parametrize("x", [(-3.0, 4.0), (0.0, 0.0), (1e200, -1e-200)])
def test_any_positive_h_gives_numbers_and_no_exception(
    objective: Callable[[str], ArrayObjective], method: Method, h: float, x: tuple[float, ...]
) -> None:
    function = objective("rosenbrock")
    assert len(gradient(function, x, method, h)) == 2
    grids = gradient_grid(function, [np.array([c]) for c in x], method, h)
    assert [g.shape for g in grids] == [(1,), (1,)]


def test_an_h_that_is_lost_gives_exactly_zero(objective: Callable[[str], ArrayObjective]) -> None:
    for method in (Method.FORWARD, Method.BACKWARD, Method.CENTRAL, Method.FIVE_POINT):
        assert gradient(objective("bowl"), (-3.0, 4.0), method, 1e-50) == (0.0, 0.0)
    # the complex step subtracts nothing, so nothing is lost
    found = gradient(objective("bowl"), (-3.0, 4.0), Method.COMPLEX_STEP, 1e-50)
    assert found == pytest.approx((-6.0, 8.0), rel=1e-15)


def test_outside_the_domain_is_nan(objective: Callable[[str], ArrayObjective]) -> None:
    for method in Method:
        if method is not Method.COMPLEX_STEP:  # NumPy's complex log continues there
            assert math.isnan(gradient(objective("logarithm"), (-1.0,), method, 1e-4)[0])


@pytest.mark.parametrize("h", [0.0, -1e-4, math.nan, math.inf])
def test_an_h_that_is_no_step_is_refused(
    objective: Callable[[str], ArrayObjective], h: float
) -> None:
    with pytest.raises(ValueError, match="positive finite"):
        gradient(objective("bowl"), (1.0, 2.0), Method.CENTRAL, h)
    with pytest.raises(ValueError, match="positive finite"):
        gradient_grid(objective("bowl"), (np.zeros(2), np.zeros(2)), Method.CENTRAL, h)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("name", ["logarithm", "bowl", "mixed"])
def test_the_cost_stated_is_the_cost_paid(
    objective: Callable[[str], ArrayObjective], handmade: type, method: Method, name: str
) -> None:
    function = objective(name)
    spent = {"value": 0, "gradient": 0}

    class Counting(handmade):
        def function(self, *x: float) -> float:
            spent["value"] += 1
            return super().function(*x)

        def value_complex(self, *x: float) -> np.ndarray:
            spent["value"] += np.broadcast(*x).size
            return super().value_array(*x)

        def gradient_function(self, *x: float) -> tuple[float, ...]:
            spent["gradient"] += 1
            return super().gradient_function(*x)

    counting = Counting(function.f, function.slope, function.dimension)
    gradient(counting, (0.5,) * function.dimension, method, 1e-4)
    assert evaluations(method, function.dimension) == Evaluations(**spent)


def test_evaluations_add_and_multiply() -> None:
    assert Evaluations(4, 1) + Evaluations(1, 2) == Evaluations(5, 3)
    assert 220 * evaluations(Method.CENTRAL, 2) == Evaluations(value=880) == Evaluations(4) * 220
