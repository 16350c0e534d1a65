"""Verdicts: the clear cases, the traps, their order, and that they do not depend on units."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.descent import descend
from gradviz.core.differences import Method
from gradviz.core.field import Bounds, default_bounds
from gradviz.core.optimizers import (
    OPTIMIZERS,
    SGD,
    AdaGrad,
    Adam,
    Momentum,
    Nesterov,
    RMSProp,
)
from gradviz.core.trajectory import Trajectory
from gradviz.core.verdict import Verdict, VerdictKind, judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.objective import ArrayObjective
    from gradviz.core.optimizers import Optimizer

    Outcome = Callable[..., tuple[str, int, Trajectory]]

START = (-3.0, 4.0)


@pytest.fixture
def outcome(objective: Callable[[str], ArrayObjective]) -> Outcome:
    """Return a function that descends and gives the kind of verdict, its step and the run."""

    def found(
        name: str | ArrayObjective = "bowl",
        start: tuple[float, ...] = START,
        optimizer: Optimizer | None = None,
        steps: int = 100,
        **options: object,
    ) -> tuple[str, int, Trajectory]:
        options = {"method": Method.CENTRAL, "h": 1e-4} | options
        function = objective(name) if isinstance(name, str) else name
        trajectory = Trajectory(len(start))
        rule = optimizer or SGD(lr=0.1)
        trajectory.extend(descend(function, start, rule, steps=steps, **options))
        verdict = judge(
            trajectory,
            function,
            method=options["method"],
            bounds=default_bounds(start),
            tolerance=options.get("tolerance"),
        )
        return verdict.kind.value, verdict.step, trajectory

    return found


# --- the clear cases -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lr", "options", "kind", "step"),
    [
        (0.1, {}, "converged", 62),
        (1e-10, {}, "still-descending", 100),
        (1.0, {}, "oscillating", 1),
        (10.0, {}, "gradient-rounded-to-zero", 10),
        (10.0, {"method": Method.EXACT}, "diverged", 1),
        (0.1, {"h": 1e-50}, "gradient-rounded-to-zero", 0),
        (10.0, {"h": 1e-50}, "gradient-rounded-to-zero", 0),
    ],
)
def test_clear_cases_on_a_bowl(
    outcome: Outcome, lr: float, options: dict[str, object], kind: str, step: int
) -> None:
    assert outcome(optimizer=SGD(lr=lr), **options)[:2] == (kind, step)


def test_a_start_outside_the_domain_is_not_finite_at_once(outcome: Outcome) -> None:
    assert outcome("logarithm", (-1.0,))[:2] == ("not-finite", 0)
    assert outcome("logarithm", (-1.0,), method=Method.EXACT)[:2] == ("not-finite", 0)


def test_leaving_the_domain_is_not_finite_from_there(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("logarithm", (0.5,))
    assert kind == "not-finite"
    assert step > 0
    assert np.isfinite(trajectory.value[:step]).all()
    assert not np.isfinite([trajectory.value[step], trajectory.gradient[step, 0]]).all()


# --- converged -------------------------------------------------------------------------------


def test_convergence_dates_from_the_step_since_which_the_gradient_is_small(
    outcome: Outcome,
) -> None:
    _, step, trajectory = outcome()
    norms = np.hypot(*trajectory.gradient.T)
    assert norms[step] <= 1e-6 * norms[0] < norms[step - 1]


def test_a_longer_run_converged_at_the_same_step(outcome: Outcome) -> None:
    # after 350 steps the differences are exactly zero: that is no rounding to complain of
    kind, step, trajectory = outcome(steps=400)
    assert (kind, step) == ("converged", 62)
    assert not trajectory.gradient[-1].any()


@pytest.mark.parametrize("method", [Method.CENTRAL, Method.EXACT, Method.FIVE_POINT])
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("bowl", (0.0, 0.0)),
        ("rosenbrock", (1.0, 1.0)),
        ("waves", (-math.pi / 2, -math.pi / 2)),
        ("waves", (math.pi / 2, math.pi / 2)),
        ("saddle", (0.0, 0.0)),
        ("corner", (0.0,)),
    ],
)
def test_a_stationary_start_has_converged(
    outcome: Outcome, method: Method, name: str, start: tuple[float, ...]
) -> None:
    assert outcome(name, start, SGD(lr=0.001), method=method)[:2] == ("converged", 0)


def test_reaching_the_minimum_in_one_step(outcome: Outcome) -> None:
    assert outcome(optimizer=SGD(lr=0.5), steps=1)[:2] == ("converged", 1)


@pytest.mark.parametrize(
    ("optimizer", "steps"),
    [
        (Momentum(lr=0.1), 400),
        (Nesterov(lr=0.1), 400),
        (AdaGrad(lr=1.5), 1000),
        (Adam(lr=0.3), 500),
        (Momentum(lr=0.01), 3000),
    ],
)
def test_overshooting_that_settles_has_converged(
    outcome: Outcome, optimizer: Optimizer, steps: int
) -> None:
    kind, step, trajectory = outcome("ellipse", (-7.0, 2.0), optimizer, steps)
    assert kind == "converged"
    assert 0 < step < steps
    assert trajectory.value[-1] < 1e-10


def test_the_valley_of_rosenbrock_in_the_end(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("rosenbrock", (-1.2, 1.0), SGD(lr=0.001), 30_000)
    assert kind == "converged"
    np.testing.assert_allclose(trajectory.x[step], 1.0, atol=2e-3)


def test_the_ghost_minimum_of_a_large_h(outcome: Outcome) -> None:
    # central differences with h = 0.1 vanish at (1/3, 1/9)
    kind, _, trajectory = outcome("rosenbrock", (1.0, 1.0), SGD(lr=0.001), 20_000, h=0.1)
    assert kind == "converged"
    np.testing.assert_allclose(trajectory.x[-1], (1 / 3, 1 / 9), rtol=1e-6)


def test_a_tolerance_decides(outcome: Outcome) -> None:
    kind, step, trajectory = outcome(tolerance=1e-3)
    assert (kind, step) == ("converged", len(trajectory) - 1)
    assert outcome(tolerance=1e-3, steps=10)[:2] == ("still-descending", 10)
    assert outcome(tolerance=1e-30)[:2] == ("still-descending", 100)
    # the differences are zero, and below any tolerance, for the wrong reason
    assert outcome(tolerance=1e-3, h=1e-50)[:2] == ("gradient-rounded-to-zero", 0)


# --- still descending ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start", "optimizer", "steps"),
    [
        ("bowl", START, SGD(lr=0.1), 0),
        ("bowl", START, SGD(lr=0.1), 10),
        ("bowl", START, SGD(lr=0.95), 100),
        ("bowl", START, SGD(lr=0.99), 100),
        ("bowl", START, Momentum(lr=0.1), 30),
        ("bowl", START, Momentum(lr=0.1), 100),
        ("bowl", (0.1, 0.1), Adam(lr=0.3), 5),
        ("ellipse", (-7.0, 2.0), SGD(lr=0.95), 30),
        ("ellipse", (-7.0, 2.0), Momentum(lr=0.1), 30),
        ("ellipse", (-7.0, 2.0), AdaGrad(lr=1.5), 30),
        ("ellipse", (-7.0, 2.0), Adam(lr=0.3), 30),
        ("rosenbrock", (-1.2, 1.0), SGD(lr=0.001), 400),
        ("waves", (1.57, 1.57), SGD(lr=0.1), 100),
        ("waves", (1.5, 1.5), SGD(lr=0.1), 10),
    ],
)
def test_a_run_that_still_gets_lower_is_descending(
    outcome: Outcome, name: str, start: tuple[float, ...], optimizer: Optimizer, steps: int
) -> None:
    assert outcome(name, start, optimizer, steps)[:2] == ("still-descending", steps)


def test_a_start_beside_a_maximum_gets_away_and_converges(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("waves", (1.57, 1.57), steps=400)
    assert kind == "converged"
    assert step > 100
    np.testing.assert_allclose(trajectory.x[-1], -math.pi / 2, atol=1e-6)


# --- oscillating -----------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [3, 4, 10, 100, 1001])
def test_a_step_that_is_taken_back_each_time_oscillates(outcome: Outcome, steps: int) -> None:
    assert outcome(optimizer=SGD(lr=1.0), steps=steps)[:2] == ("oscillating", 1)


@pytest.mark.parametrize("lr", [0.9999, 1.0, 1.00001])
def test_next_to_the_limit_it_oscillates(outcome: Outcome, lr: float) -> None:
    assert outcome(optimizer=SGD(lr=lr))[0] == "oscillating"


def test_a_corner_is_crossed_forever(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("corner", (0.55,))
    assert (kind, step) == ("oscillating", 5)
    assert abs(trajectory.x[step, 0]) == pytest.approx(0.05)


def test_orbits_without_friction(outcome: Outcome) -> None:
    assert outcome(optimizer=Momentum(lr=0.1, momentum=1.0))[0] == "oscillating"
    assert outcome(optimizer=Momentum(lr=0.01, momentum=1.0), steps=500)[0] == "oscillating"


@pytest.mark.parametrize("seed", range(8))
def test_noise_keeps_a_run_from_settling(outcome: Outcome, seed: int) -> None:
    kind, step, _ = outcome(noise=0.1, seed=seed, steps=300)
    assert kind == "oscillating"
    assert 1 <= step < 100
    assert outcome(start=(0.0, 0.0), noise=0.1, seed=seed, steps=300)[0] == "oscillating"
    assert outcome(noise=0.1, seed=seed, steps=10)[0] == "still-descending"


# --- diverged --------------------------------------------------------------------------------


@pytest.mark.parametrize("lr", [1.001, 1.01, 1.5, 10.0, 1e6])
def test_rising_values_diverge(outcome: Outcome, lr: float) -> None:
    kind, step, trajectory = outcome(optimizer=SGD(lr=lr), method=Method.EXACT)
    assert (kind, step) == ("diverged", 1)
    assert not trajectory.value[-1] < trajectory.value[0]


@pytest.mark.parametrize("steps", [1, 3, 100, 1000])
def test_a_run_that_overflows_diverged(outcome: Outcome, steps: int) -> None:
    found = outcome(optimizer=SGD(lr=10.0), method=Method.EXACT, steps=steps)
    assert found[:2] == ("diverged", 1)
    assert outcome("quartic", (3.0,), SGD(lr=10.0), steps, method=Method.EXACT)[0] == "diverged"


def test_a_jump_to_infinity_diverged(outcome: Outcome, handmade: type) -> None:
    steep = handmade(lambda a: np.exp(a * a), lambda a: (2 * a * np.exp(a * a),), 1)
    assert outcome(steep, (3.0,), SGD(lr=0.1), method=Method.EXACT)[0] == "diverged"


def test_falling_without_end_diverged(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("saddle", (1.0, 0.1), steps=100, method=Method.EXACT)
    assert kind == "diverged"
    assert abs(trajectory.x[step, 1]) > 1e3 > abs(trajectory.x[step - 1, 1]) / 10


# --- left the view ---------------------------------------------------------------------------


def test_leaving_the_view_dates_from_the_last_crossing(outcome: Outcome) -> None:
    kind, step, trajectory = outcome("line", (0.0,))
    assert kind == "left-the-view"
    assert trajectory.x[step, 0] < -1.0 <= trajectory.x[step - 1, 0] + 1e-9
    assert outcome("saddle", (1.0, 0.1), steps=20)[0] == "left-the-view"


def test_a_stronger_verdict_hides_that_it_is_outside(
    objective: Callable[[str], ArrayObjective],
) -> None:
    trajectory = Trajectory(2)
    bowl = objective("bowl")
    trajectory.extend(descend(bowl, START, SGD(lr=0.1), method=Method.EXACT, h=1.0, steps=100))
    elsewhere = Bounds(10.0, 20.0, 10.0, 20.0)
    assert judge(trajectory, bowl, bounds=elsewhere).kind is VerdictKind.CONVERGED


def test_the_view_may_show_other_coordinates(objective: Callable[[str], ArrayObjective]) -> None:
    sphere, trajectory = objective("sphere"), Trajectory(3)
    start = (0.0, 0.0, 9.0)
    options = {"method": Method.EXACT, "h": 1.0, "steps": 3}
    trajectory.extend(descend(sphere, start, SGD(lr=1e-3), **options))
    view = Bounds(-1.0, 1.0, -1.0, 1.0)
    kinds = [judge(trajectory, sphere, bounds=view, plane=p).kind for p in ((0, 1), (0, 2))]
    assert kinds == [VerdictKind.STILL_DESCENDING, VerdictKind.LEFT_THE_VIEW]


# --- in general ------------------------------------------------------------------------------


def test_a_cancelled_run_is_cancelled_whatever_else(
    objective: Callable[[str], ArrayObjective],
) -> None:
    for lr in (0.1, 1.0, 10.0):
        trajectory = Trajectory(2)
        steps = descend(
            objective("bowl"), START, SGD(lr=lr), method=Method.CENTRAL, h=1e-4, steps=50
        )
        trajectory.extend(steps)
        assert judge(trajectory, cancelled=True) == Verdict(VerdictKind.CANCELLED, 50)


def test_without_an_objective_nothing_is_called_rounded(
    objective: Callable[[str], ArrayObjective],
) -> None:
    trajectory = Trajectory(2)
    steps = descend(objective("bowl"), START, SGD(lr=0.1), method=Method.CENTRAL, h=1e-50, steps=5)
    trajectory.extend(steps)
    assert judge(trajectory).kind is not VerdictKind.GRADIENT_ROUNDED_TO_ZERO


def test_a_run_without_a_start_is_refused() -> None:
    with pytest.raises(ValueError, match="start"):
        judge(Trajectory(2))


@pytest.mark.parametrize("scale", [1e-12, 1e-3, 1e6, 1e40])
@pytest.mark.parametrize("offset", [0.0, 1.0])
@pytest.mark.parametrize(
    ("lr", "steps", "kind"),
    [
        (0.1, 100, "converged"),
        (0.1, 10, "still-descending"),
        (1e-10, 100, "still-descending"),
        (1.0, 100, "oscillating"),
        (1.01, 100, "diverged"),
    ],
)
def test_verdicts_do_not_depend_on_the_units_of_f(
    handmade: type, outcome: Outcome, scale: float, offset: float, lr: float, steps: int, kind: str
) -> None:
    # the offset is in units of f as well; lr follows so that the same points are visited
    scaled = handmade(
        lambda a, b: scale * (a * a + b * b + offset),
        lambda a, b: (2 * scale * a, 2 * scale * b),
        2,
    )
    found = outcome(scaled, START, SGD(lr=lr / scale), steps, method=Method.EXACT)
    assert found[0] == kind


@pytest.mark.parametrize("cls", OPTIMIZERS.values())
@pytest.mark.parametrize("lr", [1e-8, 1e-3, 0.1, 1.0, 30.0])
@pytest.mark.parametrize("name", ["bowl", "rosenbrock", "waves", "saddle"])
def test_every_run_gets_a_verdict_within_its_steps(
    outcome: Outcome, cls: type[Optimizer], lr: float, name: str
) -> None:
    for steps in (0, 1, 2, 5, 40):
        kind, step, trajectory = outcome(name, (-1.2, 1.0), cls(lr=lr), steps)
        assert kind in list(VerdictKind)
        assert 0 <= step <= trajectory.steps


def test_a_constant_function_has_converged(outcome: Outcome, handmade: type) -> None:
    flat = handmade(lambda a, b: 7.0 + 0 * a * b, lambda a, b: (0 * a, 0 * b), 2)
    for method in Method:
        assert outcome(flat, START, RMSProp(), method=method)[:2] == ("converged", 0)
