"""Stability: the minimum a run belongs to, and predicted against measured rates."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gradviz.core.bounds import Bounds
from gradviz.core.convergence import measured_rate, stretch_near
from gradviz.core.curvature import hessian_at
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD, Adam, Momentum, Nesterov, Optimizer
from gradviz.core.rules import Rule
from gradviz.core.schedules import Exponential
from gradviz.core.stability import Stability, assess
from gradviz.core.stationary import StationaryKind, StationaryPoint, stationary_points
from gradviz.core.verdict import VerdictKind, judge

BOUNDS = Bounds(-5.0, 5.0, -5.0, 5.0)
BOWL = "x0**2/20 + x1**2"
WELLS = "(x0**2 - 1)**2 + 0.3*x0 + x1**2"
ROSENBROCK = "(1 - x0)**2 + 100*(x1 - x0**2)**2"


def run(
    text: str,
    start: tuple[float, ...],
    optimizer: Optimizer,
    steps: int,
    *,
    method: Method = Method.EXACT,
    rule: Rule | None = None,
) -> tuple[Stability | None, VerdictKind]:
    """Descend, judge, search and assess, as the program does."""
    objective = FormulaObjective(parse(text, len(start)))
    rule = rule or Rule(optimizer)
    trajectory = Trajectory(len(start))
    trajectory.extend(
        descend(
            objective, start, optimizer, method=method, h=1e-4, steps=steps, schedule=rule.schedule
        )
    )
    found = stationary_points(objective, (-5.0,) * len(start), (5.0,) * len(start))
    assert found is not None
    verdict = judge(trajectory, objective, method=method, bounds=BOUNDS).kind
    return assess(objective, found.points, trajectory, rule, verdict), verdict


def assessed(text: str, start: tuple[float, ...], optimizer: Optimizer, steps: int) -> Stability:
    stability, _ = run(text, start, optimizer, steps)
    assert stability is not None
    return stability


def test_a_bowl_by_the_book() -> None:
    found = assessed(BOWL, (-3.0, 4.0), SGD(lr=0.95), 2000)
    assert found.minimum.x == (0.0, 0.0)
    assert found.limit == pytest.approx(1.0)
    assert found.condition == pytest.approx(20.0)
    assert found.near
    assert not found.too_fast
    assert found.predicted == pytest.approx(1.0 - 0.095)
    assert found.measured == pytest.approx(1.0 - 0.095, abs=1e-3)


def test_above_the_limit() -> None:
    found, verdict = run(BOWL, (-3.0, 4.0), SGD(lr=1.02), 200)
    assert found is not None
    assert verdict is VerdictKind.DIVERGED
    assert found.too_fast
    assert found.predicted == pytest.approx(1.04)
    assert found.measured == pytest.approx(1.04, abs=1e-6)


@pytest.mark.parametrize(("text", "start"), [("x0**2", (3.0,)), (BOWL, (0.0, 4.0))])
def test_at_the_limit_a_parabola_is_jumped_across_for_ever(
    text: str, start: tuple[float, ...]
) -> None:
    """By hand: x - 1.0 * 2*x = -x, without rounding."""
    at = start
    for _ in range(3):
        at = (*at[:-1], at[-1] - 1.0 * 2.0 * at[-1])
    assert at[-1] == -start[-1]
    found, verdict = run(text, start, SGD(lr=1.0), 99)
    assert found is not None
    assert verdict is VerdictKind.OSCILLATING
    assert found.at_limit
    assert not found.too_fast
    for off in (-1e-12, 1e-12):
        beside, _ = run(text, start, SGD(lr=1.0 + off), 99)
        assert beside is not None
        assert not beside.at_limit
        assert beside.too_fast is (off > 0)


def test_rosenbrock_diverges_above_two_over_lambda() -> None:
    found, verdict = run(ROSENBROCK, (-1.5, 2.0), SGD(lr=0.02), 100)
    assert found is not None
    assert verdict is VerdictKind.DIVERGED
    assert found.limit == pytest.approx(2.0 / 1001.6, rel=1e-5)
    assert found.condition == pytest.approx(2508.0, abs=0.5)
    assert found.too_fast
    assert not found.near
    assert found.measured is None


def test_the_end_of_a_long_valley_is_measured() -> None:
    found = assessed(ROSENBROCK, (-1.5, 2.0), Momentum(lr=0.001), 4000)
    assert found.predicted is not None
    assert found.measured == pytest.approx(found.predicted, abs=1e-6)


def test_what_is_measured_is_the_run_and_not_the_theory() -> None:
    # 0.9**k of the steep direction is still larger than 0.905**k of the other, which starts shorter
    found = assessed(BOWL, (-3.0, 4.0), SGD(lr=0.95), 60)
    assert found.measured == pytest.approx(0.9, abs=1e-4)


def test_half_way_down_the_valley_nothing_is_measured() -> None:
    found = assessed(ROSENBROCK, (-1.5, 2.0), SGD(lr=0.001), 400)
    assert not found.near
    assert found.measured is None


@pytest.mark.parametrize(("start", "side"), [((-2.0, 1.0), -1.0), ((2.0, 1.0), 1.0)])
def test_a_run_belongs_to_the_well_it_ends_in(start: tuple[float, float], side: float) -> None:
    assert math.copysign(1.0, assessed(WELLS, start, SGD(lr=0.03), 200).minimum.x[0]) == side


@pytest.mark.parametrize(("start", "side"), [((-2.0, 1.0), -1.0), ((2.0, 1.0), 1.0)])
def test_a_run_that_diverged_belongs_to_the_well_by_its_start(
    start: tuple[float, float], side: float
) -> None:
    found, verdict = run(WELLS, start, SGD(lr=1.5), 50)
    assert found is not None
    assert verdict is VerdictKind.DIVERGED
    assert math.copysign(1.0, found.minimum.x[0]) == side


def test_a_run_that_froze_far_away_belongs_to_the_well_by_its_start() -> None:
    # differences vanish once h is lost against x, on the other side of the other well
    objective = FormulaObjective(parse("(x**2 - 1)**2"))
    found = stationary_points(objective, (-5.0,), (5.0,))
    assert found is not None
    trajectory = Trajectory(1)
    steps = descend(objective, (2.0,), SGD(lr=1.0), method=Method.CENTRAL, h=1e-4, steps=5)
    trajectory.extend(steps)
    assert trajectory.x[-1] < -1e9
    verdict = judge(trajectory, objective, method=Method.CENTRAL, bounds=BOUNDS).kind
    assert verdict is VerdictKind.GRADIENT_ROUNDED_TO_ZERO
    stability = assess(objective, found.points, trajectory, Rule(SGD(lr=1.0)), verdict)
    assert stability is not None
    assert stability.minimum.x == (1.0,)
    assert stability.too_fast


def test_an_oscillating_run_belongs_to_what_it_goes_around() -> None:
    found, verdict = run("x0**4 - 2*x0**2 + x1**2", (0.6, 0.1), SGD(lr=0.28), 200)
    assert verdict is VerdictKind.OSCILLATING
    assert found is not None
    assert found.minimum.x == pytest.approx((1.0, 0.0))
    assert found.limit == pytest.approx(0.25)
    assert found.too_fast


def test_a_run_that_stops_at_a_saddle_belongs_to_no_minimum() -> None:
    found, verdict = run(WELLS, (0.075, 1.0), SGD(lr=0.1), 0)
    assert verdict is VerdictKind.STILL_DESCENDING
    assert found is None


def test_no_minimum_no_stability() -> None:
    assert run("x0**2 - x1**2", (1.0, 0.5), SGD(lr=0.1), 50)[0] is None
    assert run("abs(x0) + abs(x1)", (1.0, 0.5), SGD(lr=0.1), 50)[0] is None


def test_adaptive_rules_are_measured_but_not_predicted() -> None:
    found = assessed(BOWL, (-3.0, 4.0), Adam(lr=0.1), 3000)
    assert found.limit is None
    assert found.predicted is None
    assert not found.too_fast


def test_a_changing_rate_is_not_predicted() -> None:
    rule = Rule(SGD(lr=3.0), Exponential(gamma=0.97))
    found, _ = run(BOWL, (-3.0, 4.0), rule.optimizer, 100, rule=rule)
    assert found is not None
    assert found.predicted is None
    assert not found.too_fast  # the later steps are small enough
    assert found.limit == pytest.approx(1.0)


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_short_runs_have_no_rate(steps: int) -> None:
    found = assessed(BOWL, (-3.0, 4.0), SGD(lr=0.1), steps)
    assert found.measured is None


def test_a_run_that_arrives_at_once_has_no_rate() -> None:
    found = assessed("x0**2 + x1**2", (-3.0, 4.0), SGD(lr=0.5), 100)
    assert found.predicted == 0.0
    assert found.near
    assert found.measured is None


@pytest.mark.parametrize("method", [Method.CENTRAL, Method.FORWARD, Method.EXACT])
def test_rounding_at_the_end_does_not_count(method: Method) -> None:
    found, _ = run("cos(x0) + x1**2/2", (2.0, 1.0), SGD(lr=0.3), 2000, method=method)
    assert found is not None
    assert found.predicted == pytest.approx(0.7)
    assert found.measured == pytest.approx(0.7, abs=2e-3)


def test_long_runs_are_measured_where_they_move() -> None:
    objective = FormulaObjective(parse("x0**2 + x1**2"))
    trajectory = Trajectory(2)
    steps = descend(objective, (-3.0, 4.0), SGD(lr=0.1), method=Method.EXACT, h=1e-4, steps=90_000)
    trajectory.extend(steps)
    stretch = stretch_near(trajectory, (0.0, 0.0), hessian_at(objective, (0.0, 0.0)))
    assert stretch is not None
    assert stretch[0] == 0
    assert stretch[1] < 4000  # then come the smallest floats
    assert measured_rate(trajectory, stretch) == pytest.approx(0.8, abs=1e-9)


def test_numbers_that_are_none() -> None:
    trajectory = Trajectory(1)
    for value in (1.0, math.inf, math.nan):
        trajectory.append((value,), value, (value,))
    points = (StationaryPoint((0.0,), 0.0, StationaryKind.MINIMUM, (2.0,)),)
    objective = FormulaObjective(parse("x**2"))
    for verdict in VerdictKind:
        assess(objective, points, trajectory, Rule(SGD(lr=0.1)), verdict)
    assert assess(objective, points, trajectory, Rule(SGD()), VerdictKind.CANCELLED) is None


@settings(max_examples=30, deadline=None)
@example(seed=2_905_153_552, kind=SGD, share=0.5)
@given(
    seed=st.integers(0, 2**32 - 1),
    kind=st.sampled_from([SGD, Momentum, Nesterov]),
    share=st.floats(0.02, 0.98),
)
def test_measured_is_predicted_on_quadratics(
    seed: int, kind: type[Optimizer], share: float
) -> None:
    """With the exact gradient, a single curvature and steps enough the two must agree."""
    curvature = float(10.0 ** np.random.Generator(np.random.PCG64(seed)).uniform(-3, 3))
    product = {SGD: 2.0, Momentum: 3.8, Nesterov: 3.8 / 2.8}[kind] * share
    found = assessed(f"{curvature!r}*x**2/2", (1.7,), kind(lr=product / curvature), 400)
    assert found.predicted is not None
    if found.measured is not None and found.predicted < 1e-9:
        assert found.measured < 1e-9
    elif found.measured is not None:
        assert math.log(found.measured) == pytest.approx(math.log(found.predicted), rel=0.15)
    elif kind is SGD:
        assert found.predicted < 0.2  # arrived before there was anything to measure
