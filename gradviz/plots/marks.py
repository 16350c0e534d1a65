"""The runs' symbols and NumPy arrays as painter paths."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, Qt
from PySide6.QtGui import QPainterPath

from gradviz.plots.polylines import Lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor, QPainter

# corners, radius that makes all symbols look equally large, angle of the first corner in degrees
_SHAPES: Final = {
    "s": (4, 1.25, 45.0),
    "d": (4, 1.3, 0.0),
    "t1": (3, 1.4, -90.0),
    "p": (5, 1.15, -90.0),
    "t": (3, 1.4, 90.0),
    "h": (6, 1.12, 0.0),
    "t2": (3, 1.4, 0.0),
    "t3": (3, 1.4, 180.0),
}
# arms, radius of their ends and of the notches between them, angle of the first arm in degrees
_STARS: Final = {
    "star": (5, 1.5, 0.72, -90.0),
    "x": (4, 1.6, 0.6, 45.0),
}
_CIRCLE_CORNERS: Final = 24


def to_path(lines: Lines) -> QPainterPath:
    """Turn lines into a painter path in one step, by Qt's own serialised form.

    One call for the whole array instead of one per point; `QDataStream` writes a path as a count,
    records of (type, x, y) with type 0 for "move" and 1 for "line", and two closing integers.
    """
    path = QPainterPath()
    count = len(lines)
    if count == 0:
        return path
    records = np.zeros(count, dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    records["kind"] = lines.joined
    records["kind"][0] = 0
    records["x"], records["y"] = lines.points[:, 0], lines.points[:, 1]
    head, tail = np.array([count], dtype=">i4"), np.zeros(2, dtype=">i4")
    data = QByteArray(head.tobytes() + records.tobytes() + tail.tobytes())
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path


@lru_cache(maxsize=16)
def _corners(symbol: str) -> NDArray[np.float64]:
    """Return the closed outline of a symbol of unit size, shape (corners + 1, 2), y downwards."""
    radius: float | NDArray[np.float64]
    if symbol in _STARS:
        arms, outer, inner, first = _STARS[symbol]
        count = 2 * arms
        radius = np.where(np.arange(count + 1) % 2, inner, outer)[:, None]
    else:
        count, radius, first = _SHAPES.get(symbol, (_CIRCLE_CORNERS, 1.0, 0.0))
    angles = np.radians(first + np.arange(count + 1) * 360.0 / count)
    return radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def _inner_radius(symbol: str) -> float:
    """Return how far the sides of a symbol of unit size are from its centre."""
    first, second = _corners(symbol)[:2]
    (ax, ay), (bx, by) = first.tolist(), second.tolist()
    cross: float = abs(ax * by - ay * bx)
    return cross / math.hypot(bx - ax, by - ay)


@dataclass(frozen=True, slots=True)
class Marks:
    """A run's symbols at some places, and the same a little larger for the rim behind them."""

    inside: QPainterPath
    rim: QPainterPath

    def paint(self, painter: QPainter, ink: QColor, rim: QColor) -> None:
        """Fill the symbols over their rims: twice as quick as stroking an outline."""
        painter.fillPath(self.rim, rim)
        painter.fillPath(self.inside, ink)


def marks(symbol: str, centres: NDArray[np.float64], radius: float, rim: float) -> Marks:
    """Return the run's symbol at every centre.

    Parameters
    ----------
    symbol : str
        A name of `RunStyle.symbol`.
    centres : ndarray, shape (n, 2)
        Where, in pixels.
    radius : float
        Radius in pixels of the circle that looks as large.
    rim : float
        Width of the rim in pixels.
    """
    outer = radius + rim / _inner_radius(symbol)
    if len(centres) == 1:
        x, y = centres[0].tolist()
        inside, around = (_alone(symbol, r) for r in (radius, outer))
        return Marks(inside.translated(x, y), around.translated(x, y))
    return Marks(_outlines(symbol, centres, radius), _outlines(symbol, centres, outer))


@lru_cache(maxsize=64)
def _alone(symbol: str, radius: float) -> QPainterPath:
    return _outlines(symbol, np.zeros((1, 2)), radius)


def _outlines(symbol: str, centres: NDArray[np.float64], radius: float) -> QPainterPath:
    outline = _corners(symbol) * radius
    points = (centres[:, None, :] + outline[None, :, :]).reshape(-1, 2)
    joined = np.ones(len(points), dtype=bool)
    joined[:: len(outline)] = False
    path = to_path(Lines(points, joined))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def spaced(points: NDArray[np.float64], distance: float, limit: int = 400) -> NDArray[np.intp]:
    """Return the indices of points, first come first served, at least `distance` apart."""
    chosen: list[int] = []
    left, places = np.arange(len(points)), points[:, 0] + 1j * points[:, 1]
    while len(left) and len(chosen) < limit:
        chosen.append(int(left[0]))
        apart = np.abs(places - places[0]) >= distance
        left, places = left[apart], places[apart]
    return np.array(chosen, dtype=np.intp)
