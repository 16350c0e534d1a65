"""The slice: the function along one line through where a run is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from gradviz.core.bounds import default_bounds
from gradviz.core.line_search import Search, search
from gradviz.core.slices import Line, Quotient, Slice, along, quotient, sampled
from gradviz.document.evaluate import objective_of
from gradviz.document.slice_request import (
    DOWNHILL,
    Leap,
    SliceRequest,
    Window,
    slice_request,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gradviz.core.objective import FormulaObjective

__all__ = [
    "DOWNHILL",
    "Landing",
    "Leap",
    "SliceProblem",
    "SliceRequest",
    "SliceStudy",
    "Window",
    "evaluate_slice",
    "slice_request",
]

COUNT: Final = 1601
"""Even samples of a slice."""
BESIDE: Final = 0.5
"""What is sampled beyond each end of the window, as a share of it: it shows while panning."""
MARGIN: Final = 0.06
"""What is shown before the point against the gradient, as a share of what comes after it."""


class SliceProblem(StrEnum):
    """Why there is no slice."""

    POINT = "point"
    """The run has left the range of numbers."""
    GRADIENT = "gradient"
    """The gradient is not finite, so there is no direction against it."""
    FLAT = "flat"
    """The gradient is zero, so there is no direction against it."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the step from the point leads, seen from the line.

    Attributes
    ----------
    t : float
        The nearest place on the line.
    value : float
        The function where the step leads.
    aside : float
        How far that is from the line, as a share of the step; about 0 for plain descent.
    """

    t: float
    value: float
    aside: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SliceStudy:
    """What was computed for a request.

    Attributes
    ----------
    request : SliceRequest
        What was asked for.
    variables : tuple of str, shape (n,)
        Names of the variables.
    problem : SliceProblem or None
        Why there is no slice: then all that follows is empty.
    whole : tuple of float
        Lowest and highest place when no window is chosen.
    slice : Slice or None
        The function along the line.
    quotient : Quotient or None
        What the scheme does along the coordinate; None of `DOWNHILL`.
    search : Search or None
        Minima along the line; of `DOWNHILL` alone.
    landing : Landing or None
        Where the step leads; of `DOWNHILL` alone.
    rate_value : float
        The function at t = lr; of `DOWNHILL` alone.
    """

    request: SliceRequest
    variables: tuple[str, ...]
    problem: SliceProblem | None = None
    whole: tuple[float, float] = (-1.0, 1.0)
    slice: Slice | None = None
    quotient: Quotient | None = None
    search: Search | None = None
    landing: Landing | None = None
    rate_value: float = math.nan


def evaluate_slice(
    request: SliceRequest, cancelled: Callable[[], bool] | None = None
) -> SliceStudy | None:
    """Compute a slice.

    Parameters
    ----------
    request : SliceRequest
        What to compute.
    cancelled : callable, optional
        Asked between the parts of the work.

    Returns
    -------
    SliceStudy or None
        None when cancelled.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    objective = objective_of(request.formula, len(request.point), request.parameters)
    problem = _problem(request)
    if problem is not None:
        return SliceStudy(request=request, variables=objective.formula.variables, problem=problem)
    if request.direction is None and request.leap is not None:
        return _downhill(request, request.leap, objective, cancelled or _never)
    return _along_coordinate(request, request.direction or 0, objective)


def _problem(request: SliceRequest) -> SliceProblem | None:
    if not all(map(math.isfinite, request.point)):
        return SliceProblem.POINT
    if request.leap is None:
        return None
    if not all(map(math.isfinite, request.leap.gradient)):
        return SliceProblem.GRADIENT
    return None if any(request.leap.gradient) else SliceProblem.FLAT


def _along_coordinate(
    request: SliceRequest, coordinate: int, objective: FormulaObjective
) -> SliceStudy:
    point = request.point
    whole = request.whole or _bounds_about(point[coordinate])
    found = quotient(objective, point, coordinate, request.method, request.h)
    line = along(objective, _anchored(request, coordinate), coordinate)
    here = point[coordinate] - request.origin
    marked = [here + t for secant in found.secants for t in (secant.start, secant.end)]
    return SliceStudy(
        request=request,
        variables=objective.formula.variables,
        whole=whole,
        slice=_sampled(line, here, request.window, whole, marked),
        quotient=found,
    )


def _anchored(request: SliceRequest, coordinate: int) -> tuple[float, ...]:
    """Return the point from which t is counted.

    Not the point looked at when the window does not follow it: that may be so far away that sums
    of its coordinate and t would lose all digits of t.
    """
    point = list(request.point)
    point[coordinate] = request.origin
    return tuple(point)


def _bounds_about(value: float) -> tuple[float, float]:
    bounds = default_bounds([value])
    return bounds.x_min, bounds.x_max


def _downhill(
    request: SliceRequest, leap: Leap, objective: FormulaObjective, cancelled: Callable[[], bool]
) -> SliceStudy | None:
    line = Line(objective, request.point, tuple([-g for g in leap.gradient]))
    landing = _landing(line, leap)
    marks = [leap.lr] if landing is None else [leap.lr, landing.t]
    found = search(line, marks)
    if cancelled():
        return None
    whole = (-MARGIN * found.end, found.end)
    marked = [*marks, *(m.t for m in (found.first, found.best) if m is not None)]
    return SliceStudy(
        request=request,
        variables=objective.formula.variables,
        whole=whole,
        slice=_sampled(line, 0.0, request.window, whole, marked),
        search=found,
        landing=landing,
        rate_value=line.value(leap.lr),
    )


def _landing(line: Line, leap: Leap) -> Landing | None:
    """Drop the end of the step on the line."""
    if leap.landing is None or not all(map(math.isfinite, leap.landing)):
        return None
    moves = [b - a for a, b in zip(line.point, leap.landing, strict=True)]
    size, length = math.hypot(*line.direction), math.hypot(*moves)
    if not (0.0 < size < math.inf and length < math.inf):
        return None
    unit = [d / size for d in line.direction]
    reach = sum(m * u for m, u in zip(moves, unit, strict=True))
    away = math.hypot(*(m - reach * u for m, u in zip(moves, unit, strict=True)))
    value = line.objective.function(*leap.landing)
    return Landing(reach / size, value, away / length if length else 0.0)


def _sampled(
    line: Line,
    here: float,
    window: Window | None,
    whole: tuple[float, float],
    marked: Sequence[float],
) -> Slice:
    low, high = whole if window is None else (window.low, window.high)
    beside = BESIDE * (high - low)
    return sampled(line, here, (low - beside, high + beside), COUNT, marked)


def _never() -> bool:
    return False
