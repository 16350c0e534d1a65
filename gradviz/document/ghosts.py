"""The ghost minima of an experiment: where its numerical gradient vanishes instead."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.ghost import Ghost, ghosts
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gradviz.core.bounds import Bounds
    from gradviz.core.differences import Method
    from gradviz.document.experiment import Experiment

PIXELS = 500.0
"""Pixels that a picture is taken to be wide: a ghost less than one from its minimum is not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GhostRequest:
    """All that ghosts depend on.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    method : Method
        The scheme.
    h : float
        Its step size.
    minima : tuple of tuple of float, each of shape (n,)
        The true minima.
    resolution : float
        Distance along a coordinate up to which a ghost is its minimum.
    """

    formula: str
    parameters: tuple[tuple[str, float], ...] = ()
    method: Method
    h: float
    minima: tuple[tuple[float, ...], ...]
    resolution: float = 0.0


@dataclass(frozen=True, slots=True)
class Ghosts:
    """What was found for a request: the ghosts that are seen apart from their minima."""

    request: GhostRequest
    ghosts: tuple[Ghost, ...]


def ghost_request(
    experiment: Experiment, minima: Sequence[Sequence[float]], bounds: Bounds | None = None
) -> GhostRequest:
    """Return the request for the ghosts of some minima, as finely as `bounds` are shown.

    The resolution is a power of two, so that panning and a little zooming ask for nothing new.
    """
    shown = bounds if bounds is not None else experiment.bounds
    widths = [shown.x_max - shown.x_min]
    if experiment.dimension > 1:
        widths.append(shown.y_max - shown.y_min)
    return GhostRequest(
        formula=experiment.formula,
        parameters=experiment.parameters,
        method=experiment.method,
        h=experiment.h,
        minima=tuple(tuple(map(float, minimum)) for minimum in minima),
        resolution=math.ldexp(1.0, math.frexp(min(widths) / PIXELS)[1]),
    )


def evaluate_ghosts(
    request: GhostRequest, cancelled: Callable[[], bool] | None = None
) -> Ghosts | None:
    """Find the ghosts; None when cancelled.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    if not request.minima:
        return Ghosts(request, ())
    objective = objective_of(request.formula, len(request.minima[0]), request.parameters)
    found = ghosts(
        objective, request.minima, request.method, request.h, request.resolution, cancelled
    )
    return None if found is None else Ghosts(request, found)
