"""What curvature says of one run: a study of a run and the stationary points of the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.stability import Stability, assess

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.objective import FormulaObjective
    from gradviz.core.rules import Rule
    from gradviz.core.stationary import StationaryPoint
    from gradviz.core.trajectory import Trajectory
    from gradviz.core.verdict import VerdictKind
    from gradviz.document.landmarks import Landmarks
    from gradviz.document.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class StabilityRequest:
    """All that it depends on.

    Attributes
    ----------
    objective : FormulaObjective
        What was descended.
    trajectory : Trajectory
        The run.
    rule : Rule
        How it steps.
    verdict : VerdictKind or None
        How it ended.
    points : tuple of StationaryPoint
        Where the gradient vanishes.
    """

    objective: FormulaObjective
    trajectory: Trajectory
    rule: Rule
    verdict: VerdictKind | None
    points: tuple[StationaryPoint, ...]


@dataclass(frozen=True, slots=True)
class StabilityFound:
    """The answer to a request; `stability` is None if the run belongs to no known minimum."""

    request: StabilityRequest
    stability: Stability | None


def stability_request(
    results: Results, index: int, landmarks: Landmarks | None
) -> StabilityRequest | None:
    """Return the request for the run of an index; None if nothing can be said of it yet.

    That is as long as it runs, and while the landmarks are those of another function.
    """
    if landmarks is None or not 0 <= index < len(results.runs) or not results.runs[index].complete:
        return None
    asked, experiment = landmarks.request, results.experiment
    if (asked.formula, asked.parameters) != (experiment.formula, experiment.parameters):
        return None
    if asked.dimension != experiment.dimension:
        return None
    result = results.runs[index]
    return StabilityRequest(
        objective=results.objective,
        trajectory=result.trajectory,
        rule=result.run.rule,
        verdict=None if result.verdict is None else result.verdict.kind,
        points=landmarks.points,
    )


def evaluate_stability(
    request: StabilityRequest, cancelled: Callable[[], bool] | None = None
) -> StabilityFound | None:
    """Assess the run, in some milliseconds; None when cancelled."""
    if cancelled is not None and cancelled():
        return None
    stability = assess(
        request.objective, request.points, request.trajectory, request.rule, request.verdict
    )
    return StabilityFound(request, stability)
