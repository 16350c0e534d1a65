"""What the curvature of its minimum says of a run: a study of a result and the points in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.stability import assess

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.objective import FormulaObjective
    from gradviz.core.stability import Stability
    from gradviz.document.landmarks import Landmarks
    from gradviz.document.results import RunResult


@dataclass(frozen=True, slots=True)
class StabilityRequest:
    """What is assessed; two are equal when they are about the very same values.

    Attributes
    ----------
    objective : FormulaObjective
        What was descended.
    result : RunResult
        The run.
    landmarks : Landmarks
        The stationary points it may belong to.
    """

    objective: FormulaObjective
    result: RunResult
    landmarks: Landmarks


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """What was found for a request: None where the run belongs to no minimum."""

    request: StabilityRequest
    stability: Stability | None


def evaluate_stability(
    request: StabilityRequest, _cancelled: Callable[[], bool] | None = None
) -> Assessment:
    """Assess a run; it takes some milliseconds at most, so nothing asks whether to stop."""
    result = request.result
    verdict = None if result.verdict is None else result.verdict.kind
    points = request.landmarks.points
    stability = assess(request.objective, points, result.trajectory, result.run.rule, verdict)
    return Assessment(request, stability)
