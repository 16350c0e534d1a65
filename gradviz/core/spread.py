"""Choosing from many points those that stand for all: far enough apart, or few and far between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float64]


def apart(points: Vectors, distance: float) -> NDArray[np.intp]:
    """Return the indices of points, shape (m, n), that are `distance` apart in some coordinate.

    First come, first served.
    """
    chosen: list[int] = []
    left = np.arange(len(points))
    while len(left):
        chosen.append(int(left[0]))
        away = np.abs(points[left] - points[left[0]])
        left = left[(away > distance).any(axis=1)]
    return np.array(chosen, dtype=np.intp)


def farthest_first(points: Vectors, count: int) -> NDArray[np.intp]:
    """Return the indices of at most `count` points, shape (m, n), spread over where they are.

    All of them in their order if they are few. Else the one nearest to the middle of all, and then
    again and again the one farthest from those chosen (T. F. Gonzalez, "Clustering to minimize the
    maximum intercluster distance", 1985).
    """
    if len(points) <= count:
        return np.arange(len(points))
    middle = (points.min(axis=0) + points.max(axis=0)) / 2.0
    index = int(np.argmin(np.abs(points - middle).max(axis=1)))
    chosen = [index]
    distance = np.full(len(points), np.inf)
    while len(chosen) < count:
        distance = np.minimum(distance, np.abs(points - points[index]).max(axis=1))
        index = int(np.argmax(distance))
        chosen.append(index)
    return np.array(chosen, dtype=np.intp)
