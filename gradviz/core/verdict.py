"""Why a run ended where it did.

The verdict is the first of these that holds, so that the most telling one is given; each comes
with the step at which it became true. |g| is the Euclidean norm of the recorded gradient, the
*work* of a step |g| times its length: what it would change f by if the slope went on, in the
units of f and free of any offset of f. The thresholds are named in `gradviz.core.criteria`.

cancelled
    The run was cancelled; at its last step.
gradient rounded to zero
    From some step on the gradient is exactly 0 in every component, and the exact gradient there
    is not small: above `SMALL` times the largest |g| so far. h was lost against x, or the change
    of f against f. At the first of these steps.
diverged, not finite
    Some number is nan or inf. If f was rising, as below, up to there, or x, f or the gradient had
    passed `HUGE` just before, the numbers overflowed: diverged. Else f or its gradient is
    undefined there: not finite, at the first such step.
diverged
    f rises: all of the last quarter of the run lies above all of its first quarter by more than
    `NOTABLE` of the median work of a step, while the steps grow no shorter. From the first step
    after which f never again is as low as at the start. Or f falls, but without end: the run is
    `FAR` times the width of the view away from it; at the step where it got that far for good.
converged
    |g| is, and stays to the end, at most `SMALL` times the largest |g| until then, and no single
    step threw f above its value at the start (onto a plateau, say); or the run starts at a
    stationary point (the exact gradient is zero to the last digits of f) and stays there. With a
    stop tolerance: |g| is below it at the last step. From the first of these steps.
oscillating
    In the second half of the run the point comes back, |x_end - x_middle| being less than
    `RETURNED` of the way it went; the steps of the last quarter are not shorter than those of the
    quarter before, and the mean of f falls between the two by no more than `NOTABLE` of the work
    of a quarter. Where each step reverses the one before, "not shorter" is strict (`STEADY`);
    else, for orbits and noise, it allows for chance. From the step at which f was as low as it
    gets, but for `NOTABLE` of the work of a step.
left the view
    The last point is outside the bounds; from the step since which it is.
still descending
    None of these; at the last step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.criteria import Criteria
from gradviz.core.differences import Method

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.bounds import Bounds
    from gradviz.core.objective import Objective
    from gradviz.core.trajectory import Trajectory


class VerdictKind(StrEnum):
    """How a run ended."""

    CONVERGED = "converged"
    STILL_DESCENDING = "still-descending"
    OSCILLATING = "oscillating"
    DIVERGED = "diverged"
    GRADIENT_ROUNDED_TO_ZERO = "gradient-rounded-to-zero"
    NOT_FINITE = "not-finite"
    LEFT_THE_VIEW = "left-the-view"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended, and the step at which that became true."""

    kind: VerdictKind
    step: int


def judge(
    trajectory: Trajectory,
    objective: Objective | None = None,
    *,
    method: Method = Method.CENTRAL,
    bounds: Bounds | None = None,
    plane: tuple[int, int] = (0, 1),
    tolerance: float | None = None,
    cancelled: bool = False,
) -> Verdict:
    """Return the verdict on a run by the criteria at the top of this module.

    Parameters
    ----------
    trajectory : Trajectory
        All points of the run, at least one.
    objective : Objective, optional
        What was descended; its exact gradient, at two points at most, tells a gradient that
        vanishes from one that was rounded away.
    method : Method, optional
        How the gradient was computed.
    bounds : Bounds, optional
        The view.
    plane : tuple of int, optional
        The coordinates that `bounds` are about.
    tolerance : float, optional
        The norm of the gradient at which the run was told to stop.
    cancelled : bool, optional
        Whether the run was cut short.

    Returns
    -------
    Verdict

    Raises
    ------
    ValueError
        If the trajectory has no points.
    """
    if not len(trajectory):
        raise ValueError("A run without a start has no verdict.")
    if cancelled:
        return Verdict(VerdictKind.CANCELLED, trajectory.steps)
    with np.errstate(all="ignore"):
        criteria = Criteria(trajectory, objective, bounds, plane, tolerance)
        for kind, criterion in _in_order(criteria, method):
            step = criterion()
            if step is not None:
                return Verdict(kind, int(step))
    return Verdict(VerdictKind.STILL_DESCENDING, trajectory.steps)


def _in_order(
    criteria: Criteria, method: Method
) -> list[tuple[VerdictKind, Callable[[], int | None]]]:
    rounded = [(VerdictKind.GRADIENT_ROUNDED_TO_ZERO, criteria.rounded)]
    return (rounded if method is not Method.EXACT else []) + [
        (VerdictKind.DIVERGED, criteria.overflowed),
        (VerdictKind.NOT_FINITE, criteria.not_finite),
        (VerdictKind.DIVERGED, criteria.rising),
        (VerdictKind.DIVERGED, criteria.ran_away),
        (VerdictKind.CONVERGED, criteria.converged),
        (VerdictKind.OSCILLATING, criteria.oscillating),
        (VerdictKind.LEFT_THE_VIEW, criteria.outside),
    ]
