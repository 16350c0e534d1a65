"""The loss over a plane of weights, and what a path loses when it is projected on that plane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.bounds import Bounds
from gradviz.core.field import Field
from gradviz.core.network.planes import PlaneKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

    from gradviz.core.network.network import Network
    from gradviz.core.network.planes import Plane

    Cancelled = Callable[[], bool] | None
    Points = Iterable[NDArray[np.float64]]

MARGIN: Final = 0.25
"""What is shown around a path, as a part of its extent."""
NARROWEST: Final = 0.25
"""The least height of what is shown as a part of its width, and the other way round."""
_FARTHEST: Final = 1e149
"""Coordinates beyond this could not be squared."""


@dataclass(frozen=True, eq=False)
class ProjectedPath:
    """Points of a run, and what in the plane is nearest to each.

    Attributes
    ----------
    coordinates : ndarray, shape (k, 2)
        Where in the plane.
    distances : ndarray, shape (k,)
        How far from the plane the points are.
    true : ndarray, shape (k,)
        The loss at the points.
    projected : ndarray, shape (k,)
        The loss at what is nearest to them.
    """

    coordinates: NDArray[np.float64]
    distances: NDArray[np.float64]
    true: NDArray[np.float64]
    projected: NDArray[np.float64]

    @property
    def differences(self) -> NDArray[np.float64]:
        """How much more than the true loss is shown, shape (k,)."""
        with np.errstate(invalid="ignore"):
            return self.projected - self.true


def loss_field(
    network: Network,
    plane: Plane,
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    bounds: Bounds,
    shape: tuple[int, int],
    cancelled: Cancelled = None,
) -> Field | None:
    """Return the loss over a part of a plane.

    Parameters
    ----------
    network : Network
        Whose loss.
    plane : Plane
        Where.
    inputs, targets : ndarray, shapes (b, n) and (b, m)
        The samples.
    bounds : Bounds
        The part of the plane, in its coordinates, edges included.
    shape : tuple of int
        Points along the second and the first direction.
    cancelled : callable, optional
        Asked at every point.

    Returns
    -------
    Field or None
        Of the two coordinates in the plane; None when cancelled.
    """
    x = np.linspace(bounds.x_min, bounds.x_max, shape[1])
    y = np.linspace(bounds.y_min, bounds.y_max, shape[0])
    points = (plane.point(a, b) for b in y.tolist() for a in x.tolist())
    values = _losses(network, points, shape[0] * shape[1], inputs, targets, cancelled)
    if values is None:
        return None
    return Field(bounds, (0, 1), (0.0, 0.0), x, y, values.reshape(shape))


def project(
    network: Network,
    plane: Plane,
    path: NDArray[np.float64],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    cancelled: Cancelled = None,
) -> ProjectedPath | None:
    """Project the points of a run, shape (k, w), on a plane and compare the losses.

    Two evaluations of the loss for each point; None when cancelled, which is asked at every one.
    """
    true = _losses(network, path, len(path), inputs, targets, cancelled)
    if true is None:
        return None
    coordinates = plane.coordinates(path)
    shown = (plane.point(a, b) for a, b in coordinates.tolist())
    projected = _losses(network, shown, len(path), inputs, targets, cancelled)
    if projected is None:
        return None
    return ProjectedPath(coordinates, plane.distances(path), true, projected)


def bounds_around(plane: Plane, coordinates: NDArray[np.float64]) -> Bounds:
    """Return what to show of a plane with a path, shape (k, 2), on it.

    Along main directions the path and the final weights with `MARGIN` around them; along random
    ones, whose length is that of the weights, from -1 to 1.
    """
    if plane.kind is PlaneKind.RANDOM:
        return Bounds(-1.0, 1.0, -1.0, 1.0)
    finite = coordinates[np.isfinite(coordinates).all(axis=1)]
    met = np.vstack([finite.clip(-_FARTHEST, _FARTHEST), np.zeros(2)])
    low, high = met.min(axis=0), met.max(axis=0)
    extent = high - low
    half = 0.5 * np.maximum(extent, NARROWEST * (extent.max() or 1.0)) * (1.0 + 2.0 * MARGIN)
    middle = 0.5 * (low + high)
    (x_min, y_min), (x_max, y_max) = middle - half, middle + half
    return Bounds(x_min, x_max, y_min, y_max)


def _losses(
    network: Network,
    points: Points,
    count: int,
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    cancelled: Cancelled,
) -> NDArray[np.float64] | None:
    """Return the loss at each of `count` points, None when cancelled."""
    found = np.empty(count)
    with np.errstate(all="ignore"):
        for number, point in enumerate(points):
            if cancelled is not None and cancelled():
                return None
            found[number] = network.value(point, inputs, targets)
    return found
