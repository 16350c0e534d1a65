"""Decision regions: what a network of two inputs makes of every point of the plane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.metrics import predictions

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.bounds import Bounds
    from gradviz.core.network.network import Network

AT_ONCE: Final = 1024
"""Points of a forward pass: what its layers make of them stays in the cache."""
PLANE: Final = 2


@dataclass(frozen=True, eq=False)
class Regions:
    """The class of each point of a grid.

    Attributes
    ----------
    bounds : Bounds
        The part of the plane, edges included.
    x : ndarray, shape (nx,)
        First inputs.
    y : ndarray, shape (ny,)
        Second inputs.
    labels : ndarray, shape (ny, nx)
        The class; `gradviz.core.network.metrics.NO_CLASS` where scores are no numbers.
    confidence : ndarray, shape (ny, nx)
        How probable the network holds that class to be, 0 to 1; nan where there is none.
    """

    bounds: Bounds
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    labels: NDArray[np.intp]
    confidence: NDArray[np.float64]


def regions(
    network: Network,
    weights: NDArray[np.float64],
    bounds: Bounds,
    shape: tuple[int, int],
    cancelled: Callable[[], bool] | None = None,
) -> Regions | None:
    """Return the decision regions of a network with two inputs.

    Parameters
    ----------
    network : Network
        What decides.
    weights : ndarray, shape (w,)
        Its weights.
    bounds : Bounds
        The part of the plane of its inputs, edges included.
    shape : tuple of int
        Points along y and x.
    cancelled : callable, optional
        Asked for every `AT_ONCE` points.

    Returns
    -------
    Regions or None
        None when cancelled.

    Raises
    ------
    ValueError
        If the network has not two inputs.
    """
    if network.sizes[0] != PLANE:
        raise ValueError(f"Regions of a plane need two inputs, not {network.sizes[0]}.")
    x = np.linspace(bounds.x_min, bounds.x_max, shape[1])
    y = np.linspace(bounds.y_min, bounds.y_max, shape[0])
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, PLANE)
    labels = np.empty(len(points), dtype=np.intp)
    confidence = np.empty(len(points))
    for first in range(0, len(points), AT_ONCE):
        if cancelled is not None and cancelled():
            return None
        part = slice(first, first + AT_ONCE)
        with np.errstate(all="ignore"):
            found = predictions(network.scores(weights, points[part]), network.loss)
        labels[part], confidence[part] = found.labels, found.probabilities
    return Regions(bounds, x, y, labels.reshape(shape), confidence.reshape(shape))
