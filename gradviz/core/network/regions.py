"""Decision regions: what a network makes of every point of a plane through its inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from contourpy import LineType, contour_generator

from gradviz.core.network.losses import Loss
from gradviz.core.network.metrics import NO_CLASS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.input_planes import InputPlane
    from gradviz.core.network.network import Network

    Grid = NDArray[np.float64]

AT_ONCE: Final = 1024
"""Points of a forward pass, about: what its layers make of them stays in the cache."""


@dataclass(frozen=True, eq=False)
class Regions:
    """The class of each point of a grid.

    Attributes
    ----------
    labels : ndarray, shape (ny, nx)
        The class; `gradviz.core.network.metrics.NO_CLASS` where scores are no numbers.
    sureness : ndarray, shape (ny, nx)
        By how much that class is more probable than the next, 0 to 1; nan where there is none. It
        is 0 on every boundary.
    boundaries : ndarray, shape (k, 2)
        Lines where two classes lead with the same score, the pieces parted by rows of nan. Each
        line is there twice, once for each of the two.
    """

    labels: NDArray[np.intp]
    sureness: Grid
    boundaries: Grid


def scores_on(
    network: Network,
    weights: NDArray[np.float64],
    plane: InputPlane,
    x: Grid,
    y: Grid,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float64] | None:
    """Return the scores of a network on a grid of a plane.

    A plane is straight, and so is the first layer: two of its products are enough for all points.

    Parameters
    ----------
    network : Network
        What answers.
    weights : ndarray, shape (w,)
        Its weights.
    plane : InputPlane
        Where.
    x, y : ndarray, shape (nx,) and (ny,)
        Coordinates in the plane.
    cancelled : callable, optional
        Asked for every `AT_ONCE` points.

    Returns
    -------
    ndarray, shape (m, ny, nx), or None
        The score of each class, or each number the network answers; None when cancelled.
    """
    views = network.views(weights)
    scores = np.empty((len(y), len(x), network.sizes[-1]))
    rows = max(1, AT_ONCE // len(x))
    with np.errstate(all="ignore"):
        base = network.layers[0].forward(plane.origin[None, :], views[0])
        along = plane.directions @ views[0][0]
        across = base + x[:, None] * along[0]
        for first in range(0, len(y), rows):
            if cancelled is not None and cancelled():
                return None
            up = y[first : first + rows, None, None] * along[1]
            values = (across + up).reshape(-1, len(along[1]))
            for layer, own in zip(network.layers[1:], views[1:], strict=True):
                values = layer.forward(values, own)
            scores[first : first + rows] = values.reshape(-1, *scores.shape[1:])
    return np.moveaxis(scores, -1, 0).copy()


def regions_of(scores: NDArray[np.float64], loss: Loss, x: Grid, y: Grid) -> Regions:
    """Return the decision regions of scores on a grid, shape (m, ny, nx)."""
    with np.errstate(all="ignore"):
        known: NDArray[np.bool_] = np.asarray(np.isfinite(scores).all(axis=0))
        labels: NDArray[np.intp] = scores.argmax(axis=0)
        first = scores.max(axis=0)
        second = _second(scores, labels)
        sureness = np.where(known, _sureness(scores, first, second, loss), np.nan)
        lines = [
            _boundary(np.where(labels == k, first - second, scores[k] - first), known, x, y)
            for k in np.flatnonzero(np.bincount(labels[known], minlength=1))
        ]
    return Regions(np.where(known, labels, NO_CLASS), sureness, _strung(lines))


def _second(scores: NDArray[np.float64], labels: NDArray[np.intp]) -> Grid:
    """Return the second largest score; of one class, minus infinity."""
    others = scores.copy()
    np.put_along_axis(others, labels[None], -np.inf, axis=0)
    return np.asarray(others.max(axis=0))


def _sureness(scores: NDArray[np.float64], first: Grid, second: Grid, loss: Loss) -> Grid:
    """Return the difference of the two highest probabilities.

    As `gradviz.core.network.metrics.probabilities` tells them.
    """
    if loss is Loss.SQUARED:
        return np.asarray(np.clip(first, 0.0, 1.0) - np.clip(second, 0.0, 1.0))
    highest = 1.0 / np.exp(scores - first).sum(axis=0)
    return np.asarray(highest * -np.expm1(second - first))


def _boundary(lead: Grid, known: NDArray[np.bool_], x: Grid, y: Grid) -> Grid | None:
    """Return where the lead of a class over all others is 0, shape (k, 2); None for nowhere."""
    usable = known & np.isfinite(lead)
    values = lead if usable.all() else np.ma.array(lead, mask=~usable)
    generator = contour_generator(x, y, values, line_type=LineType.ChunkCombinedNan, name="serial")
    found: Grid | None = generator.lines(0.0)[0][0]
    return found


def _strung(lines: list[Grid | None]) -> Grid:
    """Return all lines as one array, parted by rows of nan."""
    gap = np.full((1, 2), np.nan)
    parts = [part for line in lines if line is not None for part in (line, gap)]
    return np.concatenate(parts[:-1]) if parts else np.empty((0, 2))
