"""Planes through the space of a network's inputs, on which samples and answers can be looked at.

Either along two of the inputs, the others at their mean, or along the two directions in which the
inputs spread most (principal components). Shapes: `b` samples, `n` inputs, `m` classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data

FEWEST: Final = 2
"""Inputs that span a plane."""


@dataclass(frozen=True, eq=False)
class InputPlane:
    """A plane through the space of inputs.

    Attributes
    ----------
    origin : ndarray, shape (n,)
        The inputs at its coordinates (0, 0).
    directions : ndarray, shape (2, n)
        What it is spanned by; orthonormal.
    """

    origin: NDArray[np.float64]
    directions: NDArray[np.float64]

    def point(self, x: float, y: float) -> NDArray[np.float64]:
        """Return the inputs, shape (n,), at a place of the plane."""
        made: NDArray[np.float64] = self.origin + x * self.directions[0] + y * self.directions[1]
        return made

    def coordinates(self, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the places, shape (b, 2), of the plane that are nearest to inputs, (b, n)."""
        with np.errstate(all="ignore"):
            found: NDArray[np.float64] = (inputs - self.origin) @ self.directions.T
        return found


def plane_along(inputs: NDArray[np.float64], first: int, second: int) -> InputPlane:
    """Return the plane along two inputs, the others held at their mean over `inputs`, (b, n)."""
    origin = _mean(inputs)
    origin[[first, second]] = 0.0
    directions = np.zeros((2, inputs.shape[1]))
    directions[(0, 1), (first, second)] = 1.0
    return InputPlane(origin, directions)


def main_input_plane(inputs: NDArray[np.float64]) -> InputPlane:
    """Return the plane through the mean of `inputs`, shape (b, n), along which they spread most.

    Its directions are the first two principal components; of a direction and its opposite, the one
    whose largest part is positive. One sample spreads nowhere: then the first two inputs count.
    """
    if len(inputs) < 2:  # noqa: PLR2004 - one point has no direction
        return plane_along(inputs, 0, 1)
    origin, scale = _mean(inputs), _scale(inputs)
    spread = inputs / scale - origin / scale
    directions = np.linalg.svd(spread, full_matrices=False)[2][:2]
    largest = np.take_along_axis(directions, np.abs(directions).argmax(axis=1)[:, None], axis=1)
    return InputPlane(origin, directions * np.where(largest < 0.0, -1.0, 1.0))


def telling_pair(data: Data) -> tuple[int, int]:
    """Return the two inputs that tell most about the targets, the earlier ones if several do.

    Of classes: those in which the fewest samples lie nearer to the mean of another class than to
    that of their own, each input in units of its deviation. Of numbers: those that correlate most
    with the target, each for itself.

    Raises
    ------
    ValueError
        If there are fewer than two inputs.
    """
    count = data.inputs.shape[1]
    if count < FEWEST:
        raise ValueError("A plane needs two inputs.")
    scaled = data.inputs / _scale(data.inputs)
    deviation = scaled.std(axis=0)
    units = (scaled - scaled.mean(axis=0)) / np.where(deviation > 0.0, deviation, 1.0)
    if not data.classes:
        target = data.targets / _scale(data.targets)
        matches = np.abs((target[:, 0] - target[:, 0].mean()) @ units)
        order = np.argsort(-matches, kind="stable")[:2].tolist()
        return min(order), max(order)
    away = _distances_to_means(units, data.labels)
    own = np.unique(data.labels, return_inverse=True)[1]
    pairs = list(combinations(range(count), 2))
    astray = [int(((away[a] + away[b]).argmin(axis=1) != own).sum()) for a, b in pairs]
    return pairs[astray.index(min(astray))]


def _distances_to_means(
    units: NDArray[np.float64], labels: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return the squared distance along each input to the mean of each class, shape (n, b, m)."""
    means = np.stack([units[labels == label].mean(axis=0) for label in np.unique(labels)])
    away: NDArray[np.float64] = units.T[:, :, None] - means.T[:, None, :]
    return away * away


def _scale(numbers: NDArray[np.float64]) -> float:
    """Return what numbers are divided by so that no sum or square of them overflows."""
    return float(np.abs(numbers).max(initial=0.0)) or 1.0


def _mean(inputs: NDArray[np.float64]) -> NDArray[np.float64]:
    scale = _scale(inputs)
    made: NDArray[np.float64] = scale * (inputs / scale).mean(axis=0)
    return made
