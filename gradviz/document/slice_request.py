"""What a slice is asked for: the line through where a run is, and what of it is shown.

Places on the line are told in one of two ways. Along a coordinate they are values of that
coordinate, x_i; against the gradient they are the distance t in x - t*g.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.core.bounds import default_bounds
from gradviz.core.replay import Replay

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from gradviz.core.differences import Method
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Results

    Direction: TypeAlias = int | None

DOWNHILL: Final = None
"""The direction against the gradient; any other is the number of a coordinate."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown.

    Attributes
    ----------
    low, high : float
        Its ends, finite, the lower one first.
    follows : bool
        Whether they are told from where the run is, which the window then follows; else they are
        places on the line.
    """

    low: float
    high: float
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leap:
    """The step that a run takes from a point.

    Attributes
    ----------
    gradient : tuple of float, shape (n,)
        The gradient the run has there: by its scheme, with noise.
    lr : float
        The learning rate of the step.
    landing : tuple of float, shape (n,), or None
        Where it leads; None at the last point.
    """

    gradient: tuple[float, ...]
    lr: float
    landing: tuple[float, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceRequest:
    """All that a slice depends on.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    point : tuple of float, shape (n,)
        What the line goes through.
    method : Method
        The scheme in use.
    h : float
        Its step size.
    direction : int or None
        The coordinate along which the line runs; None (`DOWNHILL`) for against the gradient.
    whole : tuple of float or None
        Lowest and highest place when no window is chosen; None for what suits the line.
    leap : Leap or None
        The step from the point: of `DOWNHILL` alone.
    window : Window or None
        What is shown; None for all.
    """

    formula: str
    parameters: tuple[tuple[str, float], ...] = ()
    point: tuple[float, ...]
    method: Method
    h: float
    direction: Direction = 0
    whole: tuple[float, float] | None = None
    leap: Leap | None = None
    window: Window | None = None

    @property
    def origin(self) -> float:
        """Where places are counted from: the point, if the window follows it, else 0."""
        if self.direction is None or self.window is None or not self.window.follows:
            return 0.0
        return self.point[self.direction]


def slice_request(
    results: Results,
    run_index: int,
    step: int,
    direction: Direction = 0,
    window: Window | None = None,
) -> SliceRequest:
    """Return the request for the line through where a run of `results` is at a step.

    Parameters
    ----------
    results : Results
        What is shown.
    run_index : int
        Which run.
    step : int
        Where its cursor is; the nearest one there is counts.
    direction : int or None
        The coordinate, or `DOWNHILL`; a coordinate that there is not counts as the first.
    window : Window, optional
        What to show; all if it is left out.
    """
    experiment, trajectory = results.experiment, results.runs[run_index].trajectory
    step = min(max(step, 0), len(trajectory) - 1)
    if direction is not None and not 0 <= direction < experiment.dimension:
        direction = 0
    return SliceRequest(
        formula=experiment.formula,
        parameters=experiment.parameters,
        point=_plain(trajectory.x[step].tolist()),
        method=experiment.method,
        h=experiment.h,
        direction=direction,
        whole=None if direction is None else _bounds(experiment, direction),
        leap=_leap(results, run_index, step) if direction is None else None,
        window=window,
    )


def _bounds(experiment: Experiment, coordinate: int) -> tuple[float, float]:
    """Return the range of a coordinate: that of the map if it is shown there."""
    bounds, plane = experiment.bounds, experiment.plane
    if experiment.dimension == 1 or coordinate == plane[0]:
        return bounds.x_min, bounds.x_max
    if coordinate != plane[1]:
        bounds = default_bounds([experiment.start[coordinate]])
    return bounds.y_min, bounds.y_max


def _leap(results: Results, run_index: int, step: int) -> Leap:
    result = results.runs[run_index]
    trajectory = result.trajectory
    has_next = step < trajectory.steps
    return Leap(
        gradient=_plain(trajectory.gradient[step].tolist()),
        lr=Replay(trajectory, *result.run.rule).learning_rate(step),
        landing=_plain(trajectory.x[step + 1].tolist()) if has_next else None,
    )


def _plain(numbers: Sequence[float]) -> tuple[float, ...]:
    """Return the numbers with always the same nan, so that equal requests are equal."""
    return tuple([math.nan if math.isnan(number) else number for number in numbers])
