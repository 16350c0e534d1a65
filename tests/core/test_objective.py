"""Formulas as objectives: parameters filled in, the same numbers by every way to them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method, bind, gradient, gradient_grid
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD

if TYPE_CHECKING:
    from collections.abc import Callable

VALLEY = "a = 1.0\nb = 100.0\n(a - x0)**2 + b*(x1 - x0**2)**2"
QUOTIENTS = [Method.FORWARD, Method.BACKWARD, Method.CENTRAL, Method.FIVE_POINT]


def valley(a: float, b: float) -> Callable[[float, float], float]:
    return lambda x0, x1: (a - x0) * (a - x0) + b * ((x1 - x0 * x0) * (x1 - x0 * x0))


def test_parameters_have_the_values_of_the_formula() -> None:
    objective = FormulaObjective(parse(VALLEY))
    assert objective.parameters == {"a": 1.0, "b": 100.0}
    assert objective.dimension == 2
    assert objective.value((-1.2, 1.0)) == pytest.approx(24.2)
    assert objective.gradient((-1.2, 1.0)) == pytest.approx((-215.6, -88.0))


def test_parameters_can_be_overridden() -> None:
    objective = FormulaObjective(parse(VALLEY), {"b": 10})
    assert objective.parameters == {"a": 1.0, "b": 10.0}
    assert objective.value((-1.2, 1.0)) == pytest.approx(valley(1.0, 10.0)(-1.2, 1.0))
    assert "b" in repr(objective)


def test_two_objectives_of_one_formula_do_not_disturb_each_other() -> None:
    formula = parse(VALLEY)
    objectives = [FormulaObjective(formula, {"b": b}) for b in (1.0, 2.0, 3.0)]
    values = [objective.function(0.0, 1.0) for objective in objectives]
    assert values == [2.0, 3.0, 4.0]
    assert [o.quotient(Method.CENTRAL, 1e-4)(0.0, 0.0)[0] for o in objectives] == pytest.approx(
        [-2.0] * 3
    )


def test_unknown_parameters_are_refused() -> None:
    with pytest.raises(ValueError, match="no parameter named c, d"):
        FormulaObjective(parse(VALLEY), {"d": 1.0, "b": 2.0, "c": 3.0})


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(-3, 3), st.floats(0.1, 200))
@settings(max_examples=50)
def test_all_ways_to_a_value_agree(x0: float, x1: float, a: float, b: float) -> None:
    objective = FormulaObjective(parse(VALLEY), {"a": a, "b": b})
    value = objective.value((x0, x1))
    assert value == valley(a, b)(x0, x1)
    assert objective.value_array(np.array([x0]), np.array([x1]))[0] == value
    shape = objective.value_array(np.zeros((1, 3)), np.zeros((4, 1))).shape
    assert shape == (4, 3)
    found = objective.value_complex(np.array([x0 + 0j]), np.array([x1 + 0j]))[0]
    assert found.real == pytest.approx(value, rel=1e-12)
    slopes = objective.gradient_array(np.array([x0]), np.array([x1]))
    np.testing.assert_allclose([s[0] for s in slopes], objective.gradient((x0, x1)), rtol=1e-12)


class Plain:
    """A formula without written-out quotients: its differences are taken one call at a time."""

    def __init__(self, objective: FormulaObjective) -> None:
        self.function, self.dimension = objective.function, objective.dimension

    def quotient(self, *_: object) -> None:
        """Nothing is written out."""


@pytest.mark.parametrize("method", QUOTIENTS)
@pytest.mark.parametrize("h", [1e-4, 1e-7, 0.1, 1e-50, 3.0])
@pytest.mark.parametrize(
    "text",
    [
        "x0**2 + x1**2",
        VALLEY,
        "sin(x0)*exp(x1) + x0**3",
        "x0**4/7 - 3*x1",
        "c = 3\nc*sqrt(x0 + x1)",
    ],
)
def test_written_out_quotients_are_the_scheme_bit_for_bit(
    text: str, h: float, method: Method
) -> None:
    objective = FormulaObjective(parse(text, 2))
    written, plain = bind(objective, method, h), bind(Plain(objective), method, h)
    for x in [(0.3, 1.7), (-1.2, 1.0), (1e-3, -1e5), (7.0, 2.5)]:
        np.testing.assert_array_equal(written(*x), plain(*x))


@pytest.mark.parametrize("method", Method)
def test_points_and_grids_agree(method: Method) -> None:
    objective = FormulaObjective(parse(VALLEY))
    x, y = np.meshgrid(np.linspace(-2, 2, 5), np.linspace(-1, 3, 4))
    partials = gradient_grid(objective, (x, y), method, 1e-4)
    for index in np.ndindex(x.shape):
        one = gradient(objective, (x[index], y[index]), method, 1e-4)
        np.testing.assert_allclose([p[index] for p in partials], one, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("text", ["log(x0)", "sqrt(x0)", "1/x0", "exp(x0)", "x0**0.5"])
@pytest.mark.parametrize("x", [-1.0, 0.0, 1e300, -1e300, math.inf, math.nan])
def test_nothing_raises_outside_the_domain(text: str, x: float) -> None:
    objective = FormulaObjective(parse(text))
    for method in Method:
        for h in (1e-300, 1e-4, 1e300):
            assert len(gradient(objective, (x,), method, h)) == 1
    trajectory = Trajectory(1)
    run = descend(objective, (x,), SGD(lr=1.0), method=Method.CENTRAL, h=1e-4, steps=20)
    assert trajectory.extend(run) == 21


def test_a_long_formula_is_differenced_all_the_same() -> None:
    text = " + ".join(f"sin({k}*x0)*cos({k}*x1)" for k in range(1, 200))
    objective = FormulaObjective(parse(text))
    exact = objective.gradient((0.1, 0.2))
    assert gradient(objective, (0.1, 0.2), Method.CENTRAL, 1e-6) == pytest.approx(exact, rel=1e-4)


def test_moving_a_parameter_compiles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    formula = parse(VALLEY)
    first = FormulaObjective(formula)
    bind(first, Method.CENTRAL, 1e-4)
    _ = first.function, first.gradient_function, first.value_array
    monkeypatch.setattr("builtins.compile", pytest.fail)
    monkeypatch.setattr("builtins.exec", pytest.fail)
    moved = FormulaObjective(formula, {"b": 3.0})
    _ = moved.gradient_function, moved.value_array
    assert moved.value((0.0, 1.0)) == 4.0
    assert bind(moved, Method.CENTRAL, 1e-5)(0.0, 1.0)[1] == pytest.approx(6.0)


def test_fifty_variables() -> None:
    objective = FormulaObjective(parse("sum(x**2)", 50))
    start = tuple(float(k) for k in range(50))
    for method in Method:
        found = gradient(objective, start, method, 1e-5)
        np.testing.assert_allclose(found, 2 * np.array(start), atol=1e-4)
