"""Which minimum a run belongs to, and what the curvature there says of its learning rate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.convergence import measured_rate, stretch_near
from gradviz.core.curvature import condition, hessian_at, predicted_rate, stable_rate
from gradviz.core.schedules import CONSTANT
from gradviz.core.stationary import StationaryKind
from gradviz.core.verdict import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective
    from gradviz.core.rules import Rule
    from gradviz.core.stationary import StationaryPoint
    from gradviz.core.trajectory import Trajectory

FLED: Final = frozenset({VerdictKind.DIVERGED, VerdictKind.NOT_FINITE, VerdictKind.LEFT_THE_VIEW})
"""Verdicts on runs that went away from where they belong."""
ROUNDING: Final = 2.0**-49
"""Relative error of a limit: curvatures of a parabola are right to a few last digits."""


@dataclass(frozen=True, slots=True)
class Stability:
    """What is to be expected of a run near its minimum, and what was seen.

    Attributes
    ----------
    minimum : StationaryPoint
        The minimum the run belongs to.
    rule : Rule
        How it steps.
    limit : float or None
        The largest learning rate that is stable there (`gradviz.core.curvature.stable_rate`); None
        for rules without such a limit.
    condition : float
        The largest curvature there to the smallest.
    near : bool
        Whether the run came, and stayed, where f is all but its quadratic part.
    predicted : float or None
        By what factor the error changes in a step, by theory; None without one, or if the
        schedule changes the learning rate.
    measured : float or None
        By what factor it did change; None if the run was not near or not long enough near.
    """

    minimum: StationaryPoint
    rule: Rule
    limit: float | None
    condition: float
    near: bool
    predicted: float | None
    measured: float | None

    @property
    def at_limit(self) -> bool:
        """Whether the learning rate is the limit itself, but for rounding, at every step."""
        steady = self.rule.schedule == CONSTANT
        lr = self.rule.optimizer.lr
        return steady and self.limit is not None and math.isclose(lr, self.limit, rel_tol=ROUNDING)

    @property
    def too_fast(self) -> bool:
        """Whether the learning rate is above the limit, at every step."""
        steady = self.rule.schedule == CONSTANT
        above = self.limit is not None and self.rule.optimizer.lr > self.limit
        return steady and above and not self.at_limit


def own_minimum(
    points: Sequence[StationaryPoint], trajectory: Trajectory, verdict: VerdictKind | None
) -> StationaryPoint | None:
    """Return the minimum that a run belongs to.

    That is the stationary point nearest to where the run is at last, if that is a minimum. A run
    that oscillates belongs to the minimum nearest to the middle of its later half. One that
    diverged, or left, or stuck above its start where differences are lost in rounding, does not
    tell by where it is where it belongs: it is given the minimum nearest to the start.

    Parameters
    ----------
    points : sequence of StationaryPoint
        Those there are to choose from.
    trajectory : Trajectory
        The run.
    verdict : VerdictKind or None
        How it ended; None while it is under way.
    """
    fled = verdict in FLED or (
        verdict is VerdictKind.GRADIENT_ROUNDED_TO_ZERO
        and not trajectory.value[-1] <= trajectory.value[0]
    )
    at = trajectory.x[0] if fled else _whereabouts(trajectory, verdict)
    if fled or verdict is VerdictKind.OSCILLATING:
        points = [point for point in points if point.kind is StationaryKind.MINIMUM]
    if not points or not np.isfinite(at).all():
        return None
    nearest = min(points, key=lambda point: math.dist(point.x, at))
    return nearest if nearest.kind is StationaryKind.MINIMUM else None


def _whereabouts(trajectory: Trajectory, verdict: VerdictKind | None) -> NDArray[np.float64]:
    x = trajectory.x
    late = x[len(x) // 2 :] if verdict is VerdictKind.OSCILLATING else x[-1:]
    with np.errstate(all="ignore"):
        middle: NDArray[np.float64] = late.mean(axis=0)
    return middle


def assess(
    objective: FormulaObjective,
    points: Sequence[StationaryPoint],
    trajectory: Trajectory,
    rule: Rule,
    verdict: VerdictKind | None,
) -> Stability | None:
    """Return what the curvature of its minimum says of a run; None if it belongs to none.

    Parameters
    ----------
    objective : FormulaObjective
        What was descended.
    points : sequence of StationaryPoint
        Its stationary points.
    trajectory : Trajectory
        The run, one point at least.
    rule : Rule
        How it steps.
    verdict : VerdictKind or None
        How it ended; None while it is under way.
    """
    minimum = own_minimum(points, trajectory, verdict)
    if minimum is None:
        return None
    stretch = stretch_near(trajectory, minimum.x, hessian_at(objective, minimum.x))
    steady = rule.schedule == CONSTANT
    return Stability(
        minimum=minimum,
        rule=rule,
        limit=stable_rate(rule.optimizer, minimum.eigenvalues),
        condition=condition(minimum.eigenvalues),
        near=stretch is not None,
        predicted=predicted_rate(rule.optimizer, minimum.eigenvalues) if steady else None,
        measured=None if stretch is None else measured_rate(trajectory, stretch),
    )
