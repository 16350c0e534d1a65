"""The loss of a network over a plane through its final weights, and its runs projected on that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.planes import PlaneKind
from gradviz.core.norms import norms
from gradviz.document.landscape_effort import most_steps

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.bounds import Bounds
    from gradviz.core.field import ContourLine, Field, Scale
    from gradviz.core.network.data import Data
    from gradviz.core.network.landscape import ProjectedPath
    from gradviz.core.network.planes import Plane, PlaneError
    from gradviz.document.projected_runs import ProjectedRuns
    from gradviz.document.results import Training

ROUNDING: Final = 1e-12
"""Differences and distances below this part of what they are taken from are those of rounding."""


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
    is_short = last < most_steps(training)
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
