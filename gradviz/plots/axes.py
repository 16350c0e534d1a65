"""From data to pixels and back, and the labels along the two sides of a plot."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray
    from PySide6.QtGui import QColor, QPainter

    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme
    from gradviz.plots.ticks import Ticks

LEFT: Final = 34.0
"""Width of every left axis, so that plots below one another line up; wider only if it must."""
BOTTOM: Final = 24.0
_GAP: Final = 7.0
_MOST: Final = sys.float_info.max
"""Pixels per unit: over a range of subnormal numbers there would be infinitely many."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The affine map from data (x to the right, y upwards) to the pixels of a box."""

    box: Box
    x_min: float
    x_max: float
    y_min: float
    y_max: float

    @property
    def x_scale(self) -> float:
        """Pixels per unit of x."""
        return min((self.box.right - self.box.left) / (self.x_max - self.x_min), _MOST)

    @property
    def y_scale(self) -> float:
        """Pixels per unit of y."""
        return min((self.box.bottom - self.box.top) / (self.y_max - self.y_min), _MOST)

    def pixels(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
        """Return pixel coordinates, shape (n, 2), of data coordinates of shape (n,)."""
        xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        points = np.empty((len(xs), 2))
        with np.errstate(over="ignore", invalid="ignore"):
            np.multiply(xs - self.x_min, self.x_scale, out=points[:, 0])
            np.multiply(self.y_max - ys, self.y_scale, out=points[:, 1])
            points += (self.box.left, self.box.top)
        return points

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel coordinates of one point."""
        return (
            self.box.left + (x - self.x_min) * self.x_scale,
            self.box.top + (self.y_max - y) * self.y_scale,
        )

    def data(self, x: float, y: float) -> tuple[float, float]:
        """Return the data coordinates of a pixel."""
        return (
            self.x_min + (x - self.box.left) / self.x_scale,
            self.y_max - (y - self.box.top) / self.y_scale,
        )

    @property
    def area(self) -> QRectF:
        """The box as Qt's rectangle."""
        return area(self.box)


def area(box: Box) -> QRectF:
    """Return a box as Qt's rectangle."""
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def left_width(ticks: Ticks) -> float:
    """Return the room that the labels of a left axis need."""
    widths = [face().width(label) for label in (*ticks.labels, ticks.factor)]
    return max(LEFT, max(widths, default=0.0) + _GAP + 4.0)


def paint_grid(
    painter: QPainter, projection: Projection, x: Ticks | None, y: Ticks | None, ink: QColor
) -> None:
    """Draw faint rules, one pixel wide, at the labelled places."""
    box = projection.box
    for value in y.values if y else ():
        level = round(projection.place(projection.x_min, value)[1])
        painter.fillRect(QRectF(box.left, level, box.right - box.left, 1.0), ink)
    for value in x.values if x else ():
        column = round(projection.place(value, projection.y_min)[0])
        painter.fillRect(QRectF(column, box.top, 1.0, box.bottom - box.top), ink)


def paint_labels(
    painter: QPainter, projection: Projection, x: Ticks, y: Ticks, theme: Theme
) -> None:
    """Write the labels below and to the left of the box; there are no axis lines."""
    letters, ink = face(), colour(theme.text_muted)
    box = projection.box
    for value, label in zip(y.values, y.labels, strict=True):
        level = projection.place(projection.x_min, value)[1]
        letters.write(painter, (box.left - _GAP, level), label, ink, Align.AlignRight)
    base = box.bottom + 13.0
    for value, label in zip(x.values, x.labels, strict=True):
        column = projection.place(value, projection.y_min)[0]
        letters.write(painter, (column, base), label, ink, Align.AlignHCenter)
    _paint_factors(painter, box, x, y, theme)


def _paint_factors(painter: QPainter, box: Box, x: Ticks, y: Ticks, theme: Theme) -> None:
    """Write what the labels are multiplied by, inside the corners that each axis ends in.

    There is room for the name of the axis between that and the bottom.
    """
    letters, ink, halo = face(), colour(theme.text_muted), colour(theme.surface, 0.85)
    if y.factor:
        letters.write_on_halo(painter, (box.left + 5.0, box.top + 9.0), y.factor, ink, halo)
    if x.factor:
        at = (box.right - letters.width(x.factor) - 5.0, box.bottom - 26.0)
        letters.write_on_halo(painter, at, x.factor, ink, halo)


def paint_names(painter: QPainter, projection: Projection, x: str, y: str, theme: Theme) -> None:
    """Name both axes at their ends, inside the plot."""
    letters, ink, halo = face(), colour(theme.text), colour(theme.halo, 0.85)
    box = projection.box
    letters.write_on_halo(
        painter, (box.right - letters.width(x) - 8.0, box.bottom - 11.0), x, ink, halo
    )
    letters.write_on_halo(painter, (box.left + 7.0, box.top + 22.0), y, ink, halo)
