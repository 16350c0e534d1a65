"""Finding room for words in a plot: where they hide neither lines nor each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots import polylines
from gradviz.plots.polylines import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from gradviz.plots.polylines import Lines

HEIGHT: Final = 15.0
"""Height of a line of small text."""
_EVERY: Final = 5.0
_RIM: Final = 3.0
_APART: Final = 14.0
"""Nearer to another line than this, in pixels, words would seem to belong to that."""
_DOUBT: Final = 0.25
"""What a point of such a line counts, to one that is hidden."""


class Room:
    """What is free in a plot.

    Parameters
    ----------
    box : Box
        The plot.
    """

    def __init__(self, box: Box) -> None:
        self.box = box
        self._taken: list[Box] = []
        self._points: list[tuple[Lines, NDArray[np.float64]]] = []

    def take(self, *boxes: Box) -> None:
        """Let nothing else be put there."""
        self._taken += boxes

    def mind(self, lines: Lines, dots: NDArray[np.float64] | None = None) -> None:
        """Keep clear of clipped lines, and of dots that belong to them, if that can be."""
        if dots is not None:
            self._points.append((lines, dots))
        if len(lines) > 1:
            travelled = polylines.lengths(lines)
            along = np.arange(0.0, travelled[-1] + _EVERY, _EVERY)
            columns = [np.interp(along, travelled, lines.points[:, axis]) for axis in (0, 1)]
            self._points.append((lines, np.stack(columns, axis=1)))

    def find(
        self,
        places: Iterable[Box],
        *,
        favourite: int = -1,
        bonus: float = 0.0,
        own: Lines | None = None,
    ) -> int | None:
        """Take the place that hides least, the earlier if they are alike.

        Parameters
        ----------
        places : iterable of Box
            Where it would do.
        favourite : int
            Index of a place that may hide a little more than others.
        bonus : float
            How much more, in points of lines.
        own : Lines, optional
            The minded lines that the words belong to: they should be nearer to these than to
            others.

        Returns
        -------
        int or None
            The index of the place, which is taken from now on; None if all are taken or reach out
            of the plot.
        """
        every = list(places)
        costs = [
            (self._cost(place, own) - (bonus if index == favourite else 0.0), index)
            for index, place in enumerate(every)
            if self._is_free(place)
        ]
        if not costs:
            return None
        index = min(costs)[1]
        self._taken.append(every[index])
        return index

    def _is_free(self, place: Box) -> bool:
        inner = self.box.grown(-1.0)
        if not (inner.has(place.left, place.top) and inner.has(place.right, place.bottom)):
            return False
        return not any(place.meets(other) for other in self._taken)

    def _cost(self, place: Box, own: Lines | None) -> float:
        hidden = sum(float(place.grown(_RIM).holds(points).sum()) for _, points in self._points)
        if own is None:
            return hidden
        near = place.grown(_APART)
        others = (points for lines, points in self._points if lines is not own)
        return hidden + _DOUBT * sum(float(near.holds(points).sum()) for points in others)


def around(x: float, y: float, width: float, gap: float) -> list[Box]:
    """Return places for a line of text `width` pixels wide about a point, `gap` away from it."""
    half, tall = width / 2.0, HEIGHT / 2.0
    middles = [
        (x, y - gap - tall),
        (x, y + gap + tall),
        (x + gap + half, y),
        (x - gap - half, y),
        (x + gap + half, y - gap - tall),
        (x - gap - half, y - gap - tall),
        (x + gap + half, y + gap + tall),
        (x - gap - half, y + gap + tall),
    ]
    return [Box(a - half, b - tall, a + half, b + tall) for a, b in middles]


def corners(box: Box, across: float, down: float, inset: float) -> list[Box]:
    """Return places for a frame of a size in the corners of a plot, the upper ones first."""
    rights, tops = (box.right - inset - across, box.left + inset), (box.top, box.bottom)
    found = []
    for top in (tops[0] + inset, tops[1] - inset - down):
        for left in rights:
            x, y = float(round(left)), float(round(top))
            found.append(Box(x, y, x + across, y + down))
    return found


def spread(lines: Lines, shares: Sequence[float]) -> NDArray[np.float64]:
    """Return points at some shares of the way along lines, shape (m, 2)."""
    travelled = polylines.lengths(lines)
    along = np.array(shares) * travelled[-1]
    return np.stack([np.interp(along, travelled, lines.points[:, i]) for i in (0, 1)], axis=1)
