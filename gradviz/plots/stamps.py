"""Many small marks at once: on a screen each kind is drawn once and stamped wherever it belongs.

A thousand filled paths with smooth edges take Qt 30 ms, as many small pixmaps 2 ms. Files that
hold shapes instead of pixels get the shapes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap

from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.marks import marks, to_path
from gradviz.plots.polylines import Lines

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainterPath

ALONE: Final = 3
"""Marks that are drawn as shapes even on a screen."""
_CORNERS: Final = 32


@dataclass(frozen=True, slots=True)
class MarkStamp:
    """A symbol with a rim, filled or hollow.

    Attributes
    ----------
    symbol : str
        A name of `RunStyle.symbol`.
    size : float
        Radius in pixels of the circle that looks as large.
    ink, rim, hole : str
        Colours ``#RRGGBB`` of the mark, around it, and within it; no hole if that is "".
    """

    symbol: str
    size: float
    ink: str
    rim: str
    hole: str = ""

    RIM = 1.0
    EDGE = 1.5

    @property
    def reach(self) -> float:
        """How far it extends from its place, in pixels."""
        return 1.7 * self.size + 4.0

    def draw(self, painter: QPainter, centres: NDArray[np.float64]) -> None:
        """Draw it as shapes at every place."""
        made = marks(self.symbol, centres, self.size, self.RIM)
        made.paint(painter, colour(self.ink), colour(self.rim))
        if self.hole:
            # triangles are narrower than they are large
            edge = self.EDGE * (1.25 if self.symbol[:1] == "t" else 1.0)
            inner = marks(self.symbol, centres, max(self.size - edge, 0.8), 0.1)
            painter.fillPath(inner.inside, colour(self.hole))


@dataclass(frozen=True, slots=True)
class RingStamp:
    """A thin ring on a paler one.

    Attributes
    ----------
    radius : float
        Its outer radius in pixels.
    ink, halo : str
        Colours ``#RRGGBB``.
    """

    radius: float
    ink: str
    halo: str

    @property
    def reach(self) -> float:
        """How far it extends from its place, in pixels."""
        return self.radius + 2.0

    def draw(self, painter: QPainter, centres: NDArray[np.float64]) -> None:
        """Draw it as shapes at every place."""
        radius = self.radius
        painter.fillPath(_rings(centres, radius - 2.2, radius + 0.9), colour(self.halo, 0.75))
        painter.fillPath(_rings(centres, radius - 1.4, radius), colour(self.ink))


Stamp: TypeAlias = MarkStamp | RingStamp
"""A mark that can be drawn at many places; equal ones look alike."""


def paint_stamps(painter: QPainter, stamp: Stamp, centres: NDArray[np.float64]) -> None:
    """Draw a mark at every place, shape (n, 2), in pixels."""
    engine = painter.paintEngine()
    on_screen = engine is not None and engine.type() == QPaintEngine.Type.Raster
    if not on_screen or len(centres) <= ALONE:
        if len(centres):
            stamp.draw(painter, centres)
        return
    ratio = painter.deviceTransform().m11()
    pixmap, half = _printed(stamp, ratio)
    # to whole pixels of the device, all alike: what belongs together stays concentric
    corners = (np.floor(centres * ratio) - half) / ratio
    for x, y in corners.tolist():
        painter.drawPixmap(QPointF(x, y), pixmap)


@lru_cache(maxsize=128)
def _printed(stamp: Stamp, ratio: float) -> tuple[QPixmap, int]:
    """Return the picture of a mark, and how many pixels of the device its middle is from 0."""
    half = math.ceil(stamp.reach * ratio)
    pixmap = QPixmap(2 * half + 1, 2 * half + 1)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stamp.draw(painter, np.full((1, 2), (half + 0.5) / ratio))
    return pixmap, half


def _rings(centres: NDArray[np.float64], inner: float, outer: float) -> QPainterPath:
    """Return rings as two circles each, round opposite ways: what they share stays filled."""
    turn = np.linspace(0.0, 2.0 * np.pi, _CORNERS + 1)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    both = np.concatenate([outer * circle, inner * circle[::-1]])
    points = (centres[:, None, :] + both[None, :, :]).reshape(-1, 2)
    joined = np.ones(len(points), dtype=bool)
    joined[:: len(circle)] = False
    path = to_path(Lines(points, joined))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
