"""The way a run takes over the map: halos, lines, step dots, and where it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.marks import Marks, marks, spaced, to_path

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.plots.axes import Projection
    from gradviz.plots.polylines import Lines
    from gradviz.plots.themes import RunStyle, Theme

HALO_WIDTH: Final = 4.2
"""Opaque: Qt strokes a translucent line five times as slowly, and the eye hardly tells."""
HALO_TOLERANCE: Final = 0.5
LINE_WIDTH: Final = 1.9
AHEAD_ALPHA: Final = 0.72
QUICK_WIDTH: Final = 1.0
"""Qt has a quick way for lines of this width, translucent or tangled, and none for wider ones."""
DOT_SPACING: Final = 18.0
DOT_RADIUS: Final = 2.6
POINT_RADIUS: Final = 6.6
MOST_POINTS: Final = 6000
LONGEST: Final = 32_000.0
"""Pixels that all ways drawn may be long; of a longer one, stretches alike are drawn once."""
_MARGIN: Final = 2.0
_FAR: Final = 1e6


def width_for(lines: Lines, width: float) -> float:
    """Return the width to draw lines with: a pixel for those that would take seconds."""
    return QUICK_WIDTH if polylines.is_tangled(lines) else width


def pen(ink: str, width: float, alpha: float = 1.0, *, round_ends: bool = True) -> QPen:
    """Return the pen of a line; joins are round where width makes corners show."""
    cap = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap
    join = Qt.PenJoinStyle.RoundJoin if round_ends else Qt.PenJoinStyle.BevelJoin
    return QPen(colour(ink, alpha), width, Qt.PenStyle.SolidLine, cap, join)


class Track:
    """The pixels of one run under one projection; grows with the run and drops what is not seen.

    Parameters
    ----------
    projection : Projection
        From data to pixels.
    """

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.steps = np.empty(0, dtype=np.intp)
        self.points = np.empty((0, 2))
        self._last_cell = np.full((1, 2), np.inf)
        self._done = 0

    def grow(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """Take the coordinates of all steps, shape (n,); only new ones are looked at."""
        count = len(x)
        if count <= self._done:
            return
        points = self.projection.pixels(x[self._done :], y[self._done :])
        with np.errstate(invalid="ignore"):
            cells = np.floor(np.clip(points, -_FAR, _FAR) * 4.0)
            moved = (np.diff(cells, axis=0, prepend=self._last_cell) != 0.0).any(axis=1)
        leaves = np.append(moved[1:], True)
        kept = np.flatnonzero(moved | leaves)
        self.steps = np.concatenate([self.steps, kept + self._done])
        self.points = np.concatenate([self.points, points[kept]])
        self._last_cell = cells[-1:]
        self._done = count

    def split(self, step: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the points up to a step and those from it on."""
        place = int(np.searchsorted(self.steps, step, side="right"))
        past, future = self.points[:place], self.points[max(place - 1, 0) :]
        return _thinned(past), _thinned(future)


def _thinned(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points if len(points) <= MOST_POINTS else points[thinning(len(points))]


def thinning(count: int) -> NDArray[np.intp]:
    """Return which points of a very long way are drawn: stretches of it are left out.

    Pairs stay together, so that zigzags keep their width.
    """
    stride = max(-(-count // MOST_POINTS), 1)
    keep = (np.arange(count) // 2) % stride == 0
    keep[-1:] = True
    return np.flatnonzero(keep)


@dataclass(frozen=True, slots=True)
class TrailPaths:
    """What is painted of one run at one step."""

    style: RunStyle
    halo: QPainterPath
    past: QPainterPath
    future: QPainterPath
    dots: Marks
    here: Marks
    is_tangled: bool


def trail_paths(
    track: Track, style: RunStyle, step: int, here: tuple[float, float], longest: float
) -> TrailPaths:
    """Prepare the paths of a run up to and after a step.

    Parameters
    ----------
    track : Track
        The run's pixels.
    style : RunStyle
        Colour, symbol and dash.
    step : int
        The cursor.
    here : tuple of float
        Data coordinates of the run at the cursor.
    longest : float
        Length in pixels above which stretches that repeat themselves are left out.
    """
    box = track.projection.box.grown(_MARGIN)
    past, future = track.split(step)
    way, ahead = _visible(past, box, longest), _visible(future, box, longest)
    dash = tuple(LINE_WIDTH * part for part in style.dash)
    return TrailPaths(
        style,
        to_path(polylines.chosen(way, polylines.straightened(way, HALO_TOLERANCE))),
        to_path(polylines.dashed(way, dash)),
        to_path(ahead),
        _dots(past, box, style),
        _here(track.projection, here, box, style),
        polylines.is_tangled(way),
    )


def _visible(points: NDArray[np.float64], box: polylines.Box, longest: float) -> Lines:
    if len(points) < 2:  # noqa: PLR2004 - no way yet
        return polylines.single(points[:0])
    lines = polylines.clip(polylines.single(points), box)
    lines = polylines.chosen(lines, polylines.crowded_out(lines, 0.4))
    lines = polylines.chosen(lines, polylines.straightened(lines))
    return polylines.without_repeats(lines, longest)


def _dots(points: NDArray[np.float64], box: polylines.Box, style: RunStyle) -> Marks:
    inside = points[box.holds(points)]
    cells = np.floor(inside / (DOT_SPACING / 4.0))
    _, first = np.unique(cells[:, 0] * 65536.0 + cells[:, 1], return_index=True)
    candidates = inside[np.sort(first)]
    places = candidates[spaced(candidates, DOT_SPACING)]
    return marks(style.symbol, places, DOT_RADIUS, 1.0)


def _here(
    projection: Projection, here: tuple[float, float], box: polylines.Box, style: RunStyle
) -> Marks:
    place = projection.pixels([here[0]], [here[1]])
    return marks(style.symbol, place[box.holds(place)], POINT_RADIUS, 2.0)


def paint_trails(painter: QPainter, trails: list[TrailPaths], theme: Theme) -> None:
    """Paint all runs pass by pass, so that no run's halo cuts another run's line."""
    halo = pen(theme.halo, HALO_WIDTH, round_ends=False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # unseen, and half the time
    for trail in trails:
        if not trail.is_tangled:
            painter.strokePath(trail.halo, halo)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for trail in trails:
        faint = pen(trail.style.colour, QUICK_WIDTH, AHEAD_ALPHA, round_ends=False)
        painter.strokePath(trail.future, faint)
    for trail in trails:
        # dashes end square, or the gaps between them close
        solid = not trail.style.dash
        width = QUICK_WIDTH if trail.is_tangled else LINE_WIDTH
        line = pen(trail.style.colour, width, round_ends=solid)
        painter.strokePath(trail.past, line)
    for trail in trails:
        trail.dots.paint(painter, colour(trail.style.colour), colour(theme.halo))
    for trail in trails:
        trail.here.paint(painter, colour(trail.style.colour), colour(theme.halo))
