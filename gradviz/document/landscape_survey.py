"""Computes a landscape: the plane, the runs on it, the losses along one of them, the field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.bounds import Bounds
from gradviz.core.field import contour_lines, levels
from gradviz.core.network.landscape import ProjectedPath, bounds_around, loss_field, project
from gradviz.core.network.planes import PlaneError, PlaneKind, main_plane, random_plane
from gradviz.core.scales import choose_scale
from gradviz.document.landscape import Landscape, LossScene, NoLandscape, Sheet
from gradviz.document.landscape_effort import most_steps, sampled, side, spread
from gradviz.document.projected_runs import ProjectedRuns, projected_runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.planes import Plane
    from gradviz.document.landscape import LandscapeRequest

    Cancelled = Callable[[], bool] | None

_NOWHERE: Final = Bounds(-1.0, 1.0, -1.0, 1.0)


def evaluate_landscape(
    request: LandscapeRequest, cancelled: Cancelled = None
) -> Landscape | NoLandscape | None:
    """Compute a landscape; None when cancelled, which is asked at every point."""
    known, own = request.known, replace(request, known=None)
    if known is not None and known.request.subject != request.subject:
        known = None
    try:
        survey = _survey(own, known, cancelled)
    except PlaneError as error:
        return NoLandscape(own, error)
    if survey is None:
        return None
    plane, samples, runs, steps, path = survey
    sheet = _sheet(own, plane, path)
    if known is not None and known.scene.request == sheet:
        scene: LossScene | None = known.scene
    else:
        scene = _scene(own, plane, samples, sheet, cancelled)
    return None if scene is None else Landscape(own, plane, samples, runs, steps, path, scene)


_Survey = tuple["Plane", "Data", ProjectedRuns, "NDArray[np.intp]", ProjectedPath]


def _survey(
    request: LandscapeRequest, known: Landscape | None, cancelled: Cancelled
) -> _Survey | None:
    """Return all of a landscape but the field."""
    if known is None:
        return _first_survey(request, cancelled)
    steps, path, runs = known.steps, known.path, known.runs
    if runs.training is not request.training:  # others may have been trained
        again = projected_runs(
            request.training, request.index, known.plane, known.samples, cancelled
        )
        if again is None:
            return None
        runs = again
    if request.step not in steps:
        more = np.array([request.step], dtype=np.intp)
        found = _compared(request, known.plane, known.samples, more, cancelled)
        if found is None:
            return None
        steps, path = _joined(steps, path, more, found)
    return known.plane, known.samples, runs, steps, path


def _first_survey(request: LandscapeRequest, cancelled: Cancelled) -> _Survey | None:
    training = request.training
    trajectory = training.runs[request.index].trajectory
    even = spread(len(trajectory), most_steps(training))
    if request.options.kind is PlaneKind.MAIN:
        plane = main_plane(trajectory.x[even])
    else:
        plane = random_plane(training.task.network, trajectory.x[-1], request.options.seed)
    samples = sampled(training.train)
    runs = projected_runs(training, request.index, plane, samples, cancelled)
    if runs is None:
        return None
    steps = np.union1d(even, [request.step]).astype(np.intp)
    path = _compared(request, plane, samples, steps, cancelled)
    return None if path is None else (plane, samples, runs, steps, path)


def _compared(
    request: LandscapeRequest,
    plane: Plane,
    samples: Data,
    steps: NDArray[np.intp],
    cancelled: Cancelled,
) -> ProjectedPath | None:
    network = request.training.task.network
    points = request.training.runs[request.index].trajectory.x[steps]
    return project(network, plane, points, samples.inputs, samples.targets, cancelled)


def _joined(
    steps: NDArray[np.intp], path: ProjectedPath, more: NDArray[np.intp], found: ProjectedPath
) -> tuple[NDArray[np.intp], ProjectedPath]:
    """Return two comparisons as one, in the order of their steps."""
    every = np.concatenate([steps, more])
    order = every.argsort()
    return every[order], ProjectedPath(
        np.concatenate([path.coordinates, found.coordinates])[order],
        np.concatenate([path.distances, found.distances])[order],
        np.concatenate([path.true, found.true])[order],
        np.concatenate([path.projected, found.projected])[order],
    )


def _sheet(request: LandscapeRequest, plane: Plane, path: ProjectedPath) -> Sheet:
    bounds = request.options.bounds
    if bounds is None:
        try:
            bounds = bounds_around(plane, path.coordinates)
        except ValueError:  # a run too short for its extent to be told from 0
            bounds = _NOWHERE
    bounds = bounds.filling(request.options.aspect)
    points = side(request.training, is_fine=request.options.is_fine)
    return Sheet(subject=request.subject, bounds=bounds, side=points)


def _scene(
    request: LandscapeRequest, plane: Plane, samples: Data, sheet: Sheet, cancelled: Cancelled
) -> LossScene | None:
    network, shape = request.training.task.network, (sheet.side, sheet.side)
    inputs, targets = samples.inputs, samples.targets
    found = loss_field(network, plane, inputs, targets, sheet.bounds, shape, cancelled)
    if found is None:
        return None
    scale = choose_scale(found.values)
    chosen = levels(found.values, scale)
    return LossScene(sheet, found, scale, chosen, contour_lines(found, chosen))
