"""The loss of a network over a plane through its final weights, and its runs projected on that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.bounds import Bounds
from gradviz.core.field import contour_lines, levels
from gradviz.core.network.landscape import ProjectedPath, bounds_around, loss_field, project
from gradviz.core.network.planes import PlaneError, PlaneKind, main_plane, random_plane
from gradviz.core.norms import norms
from gradviz.core.scales import choose_scale
from gradviz.document.projected_runs import ProjectedRuns, projected_runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.field import ContourLine, Field, Scale
    from gradviz.core.network.data import Data
    from gradviz.core.network.planes import Plane
    from gradviz.document.results import Training

    Cancelled = Callable[[], bool] | None

MOST_SAMPLES: Final = 500
"""Samples whose loss is the landscape; of more, as many that are spread evenly over them."""
COARSE: Final = 25
"""Points along each side of what is shown first."""
FINE: Final = 61
"""And of what is shown then, if that does not take too long."""
MOST_STEPS: Final = 600
"""Steps of the selected run at which the losses are compared; of more, evenly spread ones."""
FEWEST_STEPS: Final = 50
WORK: Final = 5e10
"""Multiplications that may be spent on a fine field: some seconds."""
ROUNDING: Final = 1e-12
"""Differences and distances below this part of what they are taken from are those of rounding."""
_NOWHERE: Final = Bounds(-1.0, 1.0, -1.0, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LandscapeOptions:
    """Which plane, and what of it.

    Attributes
    ----------
    kind : PlaneKind
        What spans the plane.
    seed : int
        Of random directions.
    bounds : Bounds or None
        The part of the plane, in its coordinates; None for what shows the whole run.
    aspect : float
        Width of the picture to its height: the part is grown to fill it.
    is_fine : bool
        Whether there are many points, or only as many as are quickly had.
    """

    kind: PlaneKind = PlaneKind.MAIN
    seed: int = 0
    bounds: Bounds | None = None
    aspect: float = 1.0
    is_fine: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LandscapeRequest:
    """All that a landscape depends on.

    Attributes
    ----------
    training : Training
        Whose runs.
    index : int
        The run through whose final weights the plane goes.
    step : int
        A step of that run at which the losses are compared in any case.
    options : LandscapeOptions
        Which plane, and what of it.
    known : Landscape or None
        An earlier one: what is the same in it is not computed again.
    """

    training: Training = field(repr=False)
    index: int
    step: int
    options: LandscapeOptions
    known: Landscape | None = field(default=None, compare=False, repr=False)

    @property
    def subject(self) -> tuple[object, ...]:
        """What the plane depends on."""
        path = self.training.runs[self.index].trajectory
        return path, self.options.kind, self.options.seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A part of a plane of weights; it has the two coordinates of the plane and no others."""

    subject: tuple[object, ...] = field(repr=False)
    bounds: Bounds
    side: int
    plane: tuple[int, int] = (0, 1)
    held: tuple[float, ...] = (0.0, 0.0)

    @property
    def dimension(self) -> int:
        """How many coordinates there are."""
        return len(self.held)


@dataclass(frozen=True, slots=True, eq=False)
class LossScene:
    """The loss over a sheet, for the map and the surface to draw."""

    request: Sheet
    field: Field
    scale: Scale
    levels: NDArray[np.float64]
    lines: tuple[ContourLine, ...]
    curve: None = None
    arrows: None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is shown of the loss at a step, and what it is.

    Attributes
    ----------
    step : int
        Updates made.
    place : tuple of float
        Where in the plane.
    true : float
        The loss at the weights of that step.
    projected : float
        The loss where the plane is nearest to them: what the landscape shows.
    distance : float
        How far these are apart.
    """

    step: int
    place: tuple[float, float]
    true: float
    projected: float
    distance: float

    @property
    def difference(self) -> float:
        """How much more is shown than there is; 0 where that is rounding alone."""
        found = self.projected - self.true
        return 0.0 if abs(found) <= ROUNDING * abs(self.true) else found


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """The loss over a plane, with the runs on it.

    Attributes
    ----------
    request : LandscapeRequest
        What was asked for, without what was known.
    plane : Plane
        Where in the space of weights.
    samples : Data
        Those whose loss it is.
    runs : ProjectedRuns
        All runs, projected.
    steps : ndarray of int, shape (k,)
        Steps of the selected run, ascending, at which the losses were compared.
    path : ProjectedPath
        What was found there.
    scene : LossScene
        The loss over the part that is shown.
    """

    request: LandscapeRequest
    plane: Plane
    samples: Data
    runs: ProjectedRuns
    steps: NDArray[np.intp]
    path: ProjectedPath
    scene: LossScene

    def at(self, step: int) -> Comparison:
        """Return the comparison at a step, or at the nearest one there is."""
        at, path = int(np.abs(self.steps - step).argmin()), self.path
        a, b = path.coordinates[at].tolist()
        true, projected = float(path.true[at]), float(path.projected[at])
        distance, way = float(path.distances[at]), self._way(int(self.steps[at]))
        distance = 0.0 if distance <= ROUNDING * way else distance
        return Comparison(int(self.steps[at]), (a, b), true, projected, distance)

    def _way(self, step: int) -> float:
        """Return how far a step is from the final weights."""
        path = self.request.training.runs[self.request.index].trajectory
        with np.errstate(all="ignore"):
            return float(norms((path.x[step] - self.plane.origin)[None, :])[0])


@dataclass(frozen=True, slots=True, eq=False)
class NoLandscape:
    """There is no such plane: `error` says why."""

    request: LandscapeRequest
    error: PlaneError


def landscape_request(
    training: Training,
    index: int,
    step: int,
    options: LandscapeOptions,
    known: Landscape | None = None,
) -> LandscapeRequest:
    """Return the request for the landscape of a run, the same where nothing else would be seen.

    The step matters only of a run too long to compare the losses at every one, the seed only of
    random directions. Of what is `known` only a landscape on the same plane is of use.
    """
    index = min(max(index, 0), len(training.runs) - 1)
    last = training.runs[index].trajectory.steps
    is_short = last < _most_steps(training)
    is_random = options.kind is PlaneKind.RANDOM
    request = LandscapeRequest(
        training=training,
        index=index,
        step=last if is_short else min(max(step, 0), last),
        options=options if is_random else replace(options, seed=0),
    )
    if known is None or known.request.subject != request.subject:
        return request
    return replace(request, known=known)


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
    even = _spread(len(trajectory), _most_steps(training))
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


def sampled(data: Data) -> Data:
    """Return the samples whose loss is the landscape: all, or `MOST_SAMPLES` evenly spread."""
    if data.count <= MOST_SAMPLES:
        return data
    return data.taken(_spread(data.count, MOST_SAMPLES))


def _spread(count: int, most: int) -> NDArray[np.intp]:
    """Return all places of `count`, or `most` of them from the first to the last."""
    places: NDArray[np.intp] = np.linspace(0, count - 1, min(count, most)).round().astype(np.intp)
    return places


def _most_steps(training: Training) -> int:
    """Return at how many steps the losses are compared: of a large network at fewer."""
    most = WORK / 4.0 / _work(training)
    return int(min(max(most, FEWEST_STEPS), MOST_STEPS))


def _side(request: LandscapeRequest) -> int:
    """Return how many points there are along each side."""
    if not request.options.is_fine:
        return COARSE
    return int(min(max(sqrt(WORK / _work(request.training)), COARSE), FINE))


def _work(training: Training) -> int:
    """Return about how many multiplications a loss takes."""
    return min(training.train.count, MOST_SAMPLES) * training.task.network.size


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
    return Sheet(subject=request.subject, bounds=bounds, side=_side(request))


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
