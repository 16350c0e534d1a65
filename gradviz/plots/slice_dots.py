"""The steps of the selected run as dots on a slice, and where all runs are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import marks
from gradviz.plots.trails import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.results import Results, RunResult
    from gradviz.plots.axes import Projection
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.themes import RunStyle, Theme

REACH: Final = 9.0
"""Distance in pixels from which a dot can be clicked."""
DOT: Final = 2.8
HERE: Final = 6.6
OTHER: Final = 5.4
AHEAD: Final = 0.38
_CELL: Final = 2.0
_MOST: Final = 3000


class Dots:
    """The pixels of one run's steps under one projection; grows with the run.

    Parameters
    ----------
    frame : Frame
        Where the slice is drawn.
    origin : float
        What is taken from the coordinate.
    coordinate : int
        Along which one.
    """

    def __init__(self, frame: Frame, origin: float, coordinate: int) -> None:
        self._key = (frame.projection, frame.base, origin, coordinate)
        self._track = Track(frame.projection)
        self._count = 0

    def fits(self, frame: Frame, origin: float, coordinate: int) -> bool:
        """Tell whether all that was grown would come out the same there."""
        return self._key == (frame.projection, frame.base, origin, coordinate)

    def grow(self, result: RunResult) -> None:
        """Take the steps of a run, which are those of before and more."""
        _, base, origin, coordinate = self._key
        trajectory = result.trajectory
        if len(trajectory) <= self._count:
            return
        self._count = len(trajectory)
        with np.errstate(all="ignore"):
            self._track.grow(trajectory.x[:, coordinate] - origin, trajectory.value - base)

    def paint(self, painter: QPainter, style: RunStyle, cursor: int, theme: Theme) -> None:
        """Paint the dots after the cursor faintly, then those up to it."""
        track, box = self._track, self._track.projection.box.grown(2.0)
        seen = box.holds(track.points)
        past = track.steps <= cursor
        faint = blended(style.colour, theme.surface, AHEAD)
        for chosen, ink in ((seen & ~past, faint), (seen & past, style.colour)):
            places = _one_to_a_cell(track.points[chosen])
            if len(places):
                dots = marks(style.symbol, places, DOT, 0.9)
                dots.paint(painter, colour(ink), colour(theme.surface))

    def step_at(self, x: float, y: float) -> int | None:
        """Return the step whose dot is nearest to a pixel, if one is near."""
        points = self._track.points
        if len(points) == 0:
            return None
        with np.errstate(all="ignore"):
            away = np.nan_to_num(np.hypot(points[:, 0] - x, points[:, 1] - y), nan=np.inf)
        index = int(np.argmin(away))
        return int(self._track.steps[index]) if away[index] <= REACH else None


def _one_to_a_cell(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out dots that would lie on others; of very many, all but some."""
    cells = np.floor(points / _CELL)
    _, first = np.unique(cells[:, 0] * 65536.0 + cells[:, 1], return_index=True)
    kept = points[np.sort(first)]
    return kept[:: max(1, -(-len(kept) // _MOST))]


def paint_runs(
    painter: QPainter,
    results: Results,
    frame: Frame,
    place: tuple[float, int],
    chosen: tuple[int, int],
    theme: Theme,
) -> None:
    """Paint where all visible runs are, the selected one above the others.

    Parameters
    ----------
    place : tuple
        What is taken from the coordinate, and which it is.
    chosen : tuple of int
        The selected run and the cursor.
    """
    origin, coordinate = place
    selected, cursor = chosen
    order = sorted(range(len(results.runs)), key=lambda index: index == selected)
    for index in order:
        result = results.runs[index]
        if not result.run.visible and index != selected:
            continue
        trajectory = result.trajectory
        at = min(max(cursor, 0), len(trajectory) - 1)
        x = float(trajectory.x[at, coordinate]) - origin
        y = float(trajectory.value[at]) - frame.base
        style = theme.run(result.run.style)
        paint_point(painter, frame.projection, (x, y), style, theme, large=index == selected)


def paint_point(
    painter: QPainter,
    projection: Projection,
    at: tuple[float, float],
    style: RunStyle,
    theme: Theme,
    *,
    large: bool,
) -> None:
    """Paint a run's symbol at a place in the projection's units, if that is in sight."""
    places = projection.pixels([at[0]], [at[1]])
    inside = places[projection.box.grown(2.0).holds(places)]
    if len(inside):
        dot = marks(style.symbol, inside, HERE if large else OTHER, 2.0)
        dot.paint(painter, colour(style.colour), colour(theme.halo))
