"""The stationary points of what is shown: a study of the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.stationary import StationaryKind, StationaryPoint, stationary_points
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.bounds import Bounds
    from gradviz.document.experiment import Experiment


@dataclass(frozen=True, slots=True, kw_only=True)
class LandmarksRequest:
    """All that the stationary points of a view depend on.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    low, high : tuple of float, shape (n,)
        Corners of the box that is searched.
    """

    formula: str
    parameters: tuple[tuple[str, float], ...] = ()
    low: tuple[float, ...]
    high: tuple[float, ...]

    @property
    def dimension(self) -> int:
        """How many variables the function has."""
        return len(self.low)


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What was found for a request.

    Attributes
    ----------
    request : LandmarksRequest
        What was asked for.
    points : tuple of StationaryPoint
        Minima, the lowest first, then saddles, maxima and flat points.
    complete : bool
        Whether all that were found are here; False if they were too many, or without end.
    """

    request: LandmarksRequest
    points: tuple[StationaryPoint, ...]
    complete: bool

    @property
    def minima(self) -> tuple[tuple[float, ...], ...]:
        """Where the minima are, the lowest first."""
        return tuple(point.x for point in self.points if point.kind is StationaryKind.MINIMUM)


def is_of(landmarks: Landmarks, experiment: Experiment) -> bool:
    """Tell whether these are points of the function that `experiment` descends."""
    request = landmarks.request
    return (request.formula, request.parameters, request.dimension) == (
        experiment.formula,
        experiment.parameters,
        experiment.dimension,
    )


def landmarks_request(experiment: Experiment, bounds: Bounds | None = None) -> LandmarksRequest:
    """Return the request for the stationary points of `experiment` within `bounds`.

    Coordinates that are not shown are searched over the wider of both ranges shown, or as far as
    the start.
    """
    shown = bounds if bounds is not None else experiment.bounds
    ranges = [
        (min(shown.x_min, shown.y_min, value), max(shown.x_max, shown.y_max, value))
        for value in experiment.start
    ]
    if experiment.dimension == 1:
        ranges = [(shown.x_min, shown.x_max)]
    else:
        first, second = experiment.plane
        ranges[first] = (shown.x_min, shown.x_max)
        ranges[second] = (shown.y_min, shown.y_max)
    low, high = zip(*ranges, strict=True)
    return LandmarksRequest(
        formula=experiment.formula, parameters=experiment.parameters, low=low, high=high
    )


def evaluate_landmarks(
    request: LandmarksRequest, cancelled: Callable[[], bool] | None = None
) -> Landmarks | None:
    """Find the stationary points; None when cancelled.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    objective = objective_of(request.formula, request.dimension, request.parameters)
    found = stationary_points(objective, request.low, request.high, cancelled)
    return None if found is None else Landmarks(request, found.points, found.complete)
