"""The shapes of stationary points: unlike each other, and unlike the symbols of runs."""

from __future__ import annotations

import math
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from gradviz.plots.colours import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

_SIZES: Final = ((30, 1.0), (120, 0.72), (10**9, 0.52))
"""Up to so many marks are so large."""
MOST_RIMMED: Final = 60
"""More marks get no rim: it costs as much as all the rest, and hides the map."""
_RADIUS: Final = 9.5
_OUTLINE: Final = 1.5


class Shape(Enum):
    """What is drawn, what lies above later."""

    LEVEL = auto()
    PEAK = auto()
    HOURGLASS = auto()
    GHOST = auto()
    STAR = auto()


def radius_for(count: int) -> float:
    """Return the radius of marks in pixels, the smaller the more there are."""
    return next(_RADIUS * share for most, share in _SIZES if count <= most)


def paint_shapes(
    painter: QPainter,
    shape: Shape,
    places: Sequence[tuple[float, float]],
    radius: float,
    theme: Theme,
) -> None:
    """Paint a shape at each place, all in one path, on a rim that parts it from the ground."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for x, y in places:
        path.addPath(_outline(shape, radius).translated(x, y))
    width = _OUTLINE * (0.5 + 0.5 * radius / _RADIUS)
    if len(places) <= MOST_RIMMED:
        painter.strokePath(path, _pen(theme.halo, width + 3.0, 0.9))
    if shape is Shape.STAR:
        painter.fillPath(path, colour(theme.star))
        # its own outline is dark on any ground
        ink = theme.text if theme.name == "light" else theme.halo
        painter.strokePath(path, _pen(ink, 0.8 * width))
        return
    painter.fillPath(path, colour(theme.halo, 0.9))
    painter.strokePath(path, _pen(theme.text, width))


def _pen(token: str, width: float, alpha: float = 1.0) -> QPen:
    pen = QPen(colour(token, alpha), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


@lru_cache(maxsize=32)
def _outline(shape: Shape, radius: float) -> QPainterPath:
    """Return a shape about the origin."""
    path = QPainterPath()
    if shape in (Shape.STAR, Shape.GHOST):
        path.addPolygon(_polygon(_star(radius)))
    elif shape is Shape.HOURGLASS:
        w, h = 0.5 * radius, 0.72 * radius
        path.addPolygon(_polygon([(-w, -h), (w, -h), (0.0, 0.0)]))
        path.addPolygon(_polygon([(0.0, 0.0), (w, h), (-w, h)]))
    elif shape is Shape.PEAK:
        w, h = 0.7 * radius, 0.62 * radius
        path.addPolygon(_polygon([(-w, h), (0.0, -h), (w, h)]))
    else:
        path.addEllipse(QPointF(0.0, 0.0), 0.85 * radius, 0.36 * radius)
    return path


def _star(radius: float) -> list[tuple[float, float]]:
    corners = []
    for i in range(10):
        r = radius if i % 2 == 0 else 0.45 * radius
        angle = math.pi * (i / 5.0 - 0.5)
        corners.append((r * math.cos(angle), r * math.sin(angle)))
    return corners


def _polygon(corners: Sequence[tuple[float, float]]) -> QPolygonF:
    """Return a closed polygon."""
    return QPolygonF([QPointF(x, y) for x, y in (*corners, corners[0])])
