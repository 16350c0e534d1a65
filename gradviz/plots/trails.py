"""The way a run takes over the map: halos, lines, step dots, and where it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.marks import spaced, symbols, to_path

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.plots.axes import Projection
    from gradviz.plots.polylines import Lines
    from gradviz.plots.themes import RunStyle, Theme

HALO_WIDTH: Final = 4.4
HALO_ALPHA: Final = 0.85
LINE_WIDTH: Final = 1.9
FAINT: Final = 0.55
AHEAD_WIDTH: Final = 1.3
DOT_SPACING: Final = 18.0
DOT_RADIUS: Final = 2.6
POINT_RADIUS: Final = 6.6
MOST_POINTS: Final = 6000
MOST_DASHED: Final = 30_000.0
"""Longest way in pixels that is dashed; a longer one covers the map anyway."""
_MARGIN: Final = 12.0
_FAR: Final = 1e6


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
    """Leave out stretches of a very long way; pairs stay together, so zigzags keep their width."""
    stride = -(-len(points) // MOST_POINTS)
    if stride <= 1:
        return points
    keep = (np.arange(len(points)) // 2) % stride == 0
    keep[-1] = True
    thinned: NDArray[np.float64] = points[keep]
    return thinned


@dataclass(frozen=True, slots=True)
class TrailPaths:
    """What is painted of one run at one step."""

    style: RunStyle
    past: QPainterPath
    past_dashed: QPainterPath
    future: QPainterPath
    dots: QPainterPath
    here: QPainterPath


def trail_paths(track: Track, style: RunStyle, step: int, here: tuple[float, float]) -> TrailPaths:
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
    """
    box = track.projection.box.grown(_MARGIN)
    past, future = track.split(step)
    way, ahead = _visible(past, box), _visible(future, box)
    dash = tuple(LINE_WIDTH * part for part in style.dash)
    return TrailPaths(
        style,
        to_path(way),
        to_path(_dashed(way, dash)),
        to_path(ahead),
        _dots(past, box, style),
        _here(track.projection, here, box, style),
    )


def _visible(points: NDArray[np.float64], box: polylines.Box) -> Lines:
    lines = polylines.clip(polylines.single(points), box)
    lines = polylines.chosen(lines, polylines.crowded_out(lines, 0.4))
    return polylines.chosen(lines, polylines.straightened(lines))


def _dashed(lines: Lines, dash: tuple[float, ...]) -> Lines:
    if not dash or len(lines) == 0 or polylines.lengths(lines)[-1] > MOST_DASHED:
        return lines
    return polylines.dashed(lines, dash)


def _dots(points: NDArray[np.float64], box: polylines.Box, style: RunStyle) -> QPainterPath:
    inside = points[box.holds(points)]
    if len(inside) == 0:
        return QPainterPath()
    cells = np.floor(inside / (DOT_SPACING / 4.0))
    _, first = np.unique(cells[:, 0] * 65536.0 + cells[:, 1], return_index=True)
    candidates = inside[np.sort(first)]
    return symbols(style.symbol, candidates[spaced(candidates, DOT_SPACING)], DOT_RADIUS)


def _here(
    projection: Projection, here: tuple[float, float], box: polylines.Box, style: RunStyle
) -> QPainterPath:
    place = projection.pixels([here[0]], [here[1]])
    if not box.holds(place)[0]:
        return QPainterPath()
    return symbols(style.symbol, place, POINT_RADIUS)


def paint_trails(painter: QPainter, trails: list[TrailPaths], theme: Theme) -> None:
    """Paint all runs pass by pass, so that no run's halo cuts another run's line."""
    halo = pen(theme.halo, HALO_WIDTH, HALO_ALPHA)
    for trail in trails:
        painter.strokePath(trail.past, halo)
    for trail in trails:
        faint = pen(trail.style.colour, AHEAD_WIDTH, FAINT, round_ends=False)
        painter.strokePath(trail.future, faint)
    for trail in trails:
        # dashes end square, or the gaps between them close
        solid = not trail.style.dash
        line = pen(trail.style.colour, LINE_WIDTH, round_ends=solid)
        painter.strokePath(trail.past_dashed, line)
    for trail in trails:
        paint_symbols(painter, trail.dots, trail.style.colour, theme.halo, 1.0)
    for trail in trails:
        paint_symbols(painter, trail.here, trail.style.colour, theme.halo, 2.2)


def paint_symbols(painter: QPainter, path: QPainterPath, ink: str, halo: str, rim: float) -> None:
    """Fill symbols over a rim of the halo's colour."""
    if path.isEmpty():
        return
    painter.strokePath(path, QPen(colour(halo), 2.0 * rim))
    painter.fillPath(path, colour(ink))
