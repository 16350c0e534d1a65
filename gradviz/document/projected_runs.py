"""The runs of a network as they are seen on a plane through the space of its weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.trajectory import Trajectory

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.planes import Plane
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import RunResult, Training

    Cancelled = Callable[[], bool] | None

VARIABLES: Final = ("direction 1", "direction 2")
"""What the coordinates of a plane are called, in English."""
_BLOCK: Final = 1_000_000
"""Weights that are projected at once: no trajectory is ever copied whole."""


@dataclass(frozen=True, slots=True, eq=False)
class ProjectedRuns:
    """The runs of a training, every point replaced by its coordinates in a plane.

    Attributes
    ----------
    training : Training
        Whose runs.
    plane_of_weights : Plane
        The plane.
    samples : Data
        Those whose loss is seen on it.
    index : int
        The run that the plane is of.
    runs : tuple of RunResult
        All runs in order: coordinates, the loss as it was recorded, and its derivative along the
        two directions.
    """

    training: Training
    plane_of_weights: Plane
    samples: Data
    index: int
    runs: tuple[RunResult, ...]

    @property
    def experiment(self) -> Experiment:
        """What was asked for."""
        return self.training.experiment

    @property
    def text(self) -> str:
        """The sizes of the network."""
        return "-".join(map(str, self.training.task.sizes))

    @property
    def dimension(self) -> int:
        """How many coordinates a plane has."""
        return len(VARIABLES)

    @property
    def variables(self) -> tuple[str, ...]:
        """What they are called."""
        return VARIABLES

    @property
    def start(self) -> tuple[float, ...]:
        """Where all runs start: they begin with the same weights."""
        return tuple(self.runs[self.index].trajectory.x[0].tolist())

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along x and y."""
        return 0, 1

    @property
    def work(self) -> int:
        """About how many multiplications a loss takes."""
        return self.samples.count * self.training.task.network.size

    def value(self, point: Sequence[float]) -> float:
        """Return the loss at a point of the plane."""
        return self.value_and_gradient(point)[0]

    def value_and_gradient(self, point: Sequence[float]) -> tuple[float, tuple[float, float]]:
        """Return the loss at a point of the plane, and its derivative along both directions."""
        plane, samples = self.plane_of_weights, self.samples
        with np.errstate(all="ignore"):
            loss, gradient = self.training.task.network.value_and_gradient(
                plane.point(point[0], point[1]), samples.inputs, samples.targets
            )
            first, second = (plane.directions @ gradient).tolist()
        return float(loss), (first, second)


def projected_runs(
    training: Training, index: int, plane: Plane, samples: Data, cancelled: Cancelled = None
) -> ProjectedRuns | None:
    """Return all runs of `training` as seen on a plane; None when cancelled."""
    found = []
    for result in training.runs:
        trajectory = _projected(result.trajectory, plane, cancelled)
        if trajectory is None:
            return None
        found.append(replace(result, trajectory=trajectory))
    return ProjectedRuns(training, plane, samples, index, tuple(found))


def _projected(path: Trajectory, plane: Plane, cancelled: Cancelled) -> Trajectory | None:
    made = Trajectory(len(VARIABLES), len(path), is_whole=True)
    block = max(_BLOCK // path.dimension, 1)
    for first in range(0, len(path), block):
        if cancelled is not None and cancelled():
            return None
        part = slice(first, first + block)
        points = plane.coordinates(path.x[part])
        slopes = _along(plane, path.gradient[part])
        values = path.value[part].tolist()
        made.extend(
            ((point,), value, (slope,))
            for point, value, slope in zip(points, values, slopes, strict=True)
        )
    return made.snapshot()


def _along(plane: Plane, gradients: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(all="ignore"):
        return np.asarray(gradients @ plane.directions.T)
