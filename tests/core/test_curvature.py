"""Curvature and stability against sympy, closed forms and the descents themselves."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.curvature import (
    condition,
    hessian_at,
    predicted_rate,
    stable_rate,
)
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, Optimizer, RMSProp

ROSENBROCK = "(1 - x0)**2 + 100*(x1 - x0**2)**2"


def objective(text: str, dimension: int | None = None) -> FormulaObjective:
    return FormulaObjective(parse(text, dimension))


def test_rosenbrock_has_the_published_curvature() -> None:
    # H(1, 1) = [[802, -400], [-400, 200]]
    hessian = hessian_at(objective(ROSENBROCK), (1.0, 1.0))
    assert hessian.tolist() == [[802.0, -400.0], [-400.0, 200.0]]
    eigenvalues = 501 - math.sqrt(250601), 501 + math.sqrt(250601)  # 0.4, 1001.6
    assert condition(eigenvalues) == pytest.approx(2508.0, abs=0.5)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("sin(x0*x1) + exp(x0 - x2**2)*x1", (0.3, -1.2, 0.7)),
        ("log(x0)*x1**3/(1 + x2**2)", (2.0, 1.5, -0.4)),
        ("sqrt(x0**2 + x1**2 + x2**4)", (0.5, -0.5, 1.0)),
    ],
)
def test_hessian_is_that_of_sympy(text: str, point: tuple[float, ...]) -> None:
    symbols = sympy.symbols("x0:3")
    expected = sympy.hessian(sympy.sympify(text), symbols).subs(
        dict(zip(symbols, point, strict=True))
    )
    np.testing.assert_allclose(
        hessian_at(objective(text), point), np.array(expected, dtype=float), rtol=1e-12
    )


@pytest.mark.parametrize(
    ("text", "point"),
    [("log(x0)", (-1.0,)), ("abs(x0)**1.5", (0.0,)), ("1/x0", (0.0,))],
)
def test_no_curvature_where_it_is_not_finite(text: str, point: tuple[float, ...]) -> None:
    assert not np.isfinite(hessian_at(objective(text), point)).all()


def test_condition_without_signs() -> None:
    assert condition((-4.0, 1.0, 2.0)) == 4.0
    assert condition((0.0, 2.0)) == math.inf
    assert condition((0.0,)) == math.inf


@pytest.mark.parametrize(
    ("optimizer", "product"),
    [
        (SGD(), 2.0),
        (Momentum(momentum=0.9), 3.8),
        (Momentum(momentum=0.0), 2.0),
        (Nesterov(momentum=0.9), 3.8 / 2.8),
        (Nesterov(momentum=0.5), 1.5),
    ],
)
def test_stable_rate(optimizer: Optimizer, product: float) -> None:
    for convention in ("book", "pytorch"):
        rule = replace(optimizer, convention=convention)
        assert stable_rate(rule, (1.0, 4.0)) == pytest.approx(product / 4.0)


@pytest.mark.parametrize("optimizer", [AdaGrad(), RMSProp(), Adam()])
def test_adaptive_rules_have_no_limit(optimizer: Optimizer) -> None:
    assert stable_rate(optimizer, (1.0, 4.0)) is None
    assert predicted_rate(optimizer, (1.0, 4.0)) is None


def test_no_limit_where_nothing_curves_up() -> None:
    assert stable_rate(SGD(), (-2.0, 0.0)) is None
    assert stable_rate(SGD(), (0.0, 5e-324)) is None


def test_rates_of_extreme_curvatures_are_numbers() -> None:
    for optimizer in (SGD(lr=1e300), Momentum(lr=1e200), Nesterov(lr=1e300)):
        rate = predicted_rate(optimizer, (1e-300, 1e200))
        assert rate is not None
        assert rate > 1.0


rates = st.floats(0.01, 6.0)
momenta = st.floats(0.0, 0.99)


@settings(max_examples=60, deadline=None)
@given(product=rates, momentum=momenta, kind=st.sampled_from([SGD, Momentum, Nesterov]))
def test_predicted_rate_is_the_spectral_radius_of_the_update(
    product: float, momentum: float, kind: type[Optimizer]
) -> None:
    """The rule itself, told the gradient of 2.5*x**2, is a matrix; its eigenvalues are NumPy's."""
    curvature = 5.0
    for convention in ("book", "pytorch"):
        settings_ = {} if kind is SGD else {"momentum": momentum}
        rule = kind(lr=product / curvature, convention=convention, **settings_)
        columns = []
        for x, *state in np.eye(1 + len(rule.state_names)):
            change, after = rule.update(curvature * float(x), tuple(map(float, state)))
            columns.append([x + change, *after])
        radius = np.abs(np.linalg.eigvals(np.array(columns).T)).max()
        predicted = predicted_rate(rule, (curvature,))
        assert predicted == pytest.approx(radius, abs=1e-6)
        limit = stable_rate(rule, (curvature,))
        assert limit is not None
        if abs(rule.lr - limit) > 1e-6:
            assert (predicted < 1.0) == (rule.lr < limit)


@pytest.mark.parametrize("optimizer", [SGD(), Momentum(), Nesterov(), Nesterov(momentum=0.3)])
@pytest.mark.parametrize("share", [0.97, 1.03])
def test_descents_diverge_just_above_the_limit(optimizer: Optimizer, share: float) -> None:
    bowl = objective("x0**2 + 5*x1**2")
    limit = stable_rate(optimizer, (2.0, 10.0))
    assert limit is not None
    trajectory = Trajectory(2)
    rule = replace(optimizer, lr=share * limit)
    trajectory.extend(descend(bowl, (1.0, 1.0), rule, steps=1500, method=Method.EXACT, h=1e-4))
    assert (trajectory.value[-1] < 1e-6) == (share < 1.0)
    assert (trajectory.value[-1] > 1e6) == (share > 1.0)
