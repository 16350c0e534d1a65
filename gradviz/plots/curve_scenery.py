"""The graph of a function of one variable, which takes the place of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QPainter, QPen

from gradviz.plots import polylines
from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import to_path
from gradviz.plots.ticks import padded
from gradviz.plots.trails import pen, width_for

if TYPE_CHECKING:
    from gradviz.core.field import Curve
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

LINE_WIDTH: Final = 1.8
ALPHA: Final = 0.85


def value_range(curve: Curve) -> tuple[float, float]:
    """Return the range of values to show: all finite ones, but not the outermost of a pole.

    Where a few samples reach a thousand times as far as the bulk, the bulk is shown.
    """
    finite = curve.values[np.isfinite(curve.values)]
    if len(finite) == 0:
        return 0.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    with np.errstate(over="ignore", invalid="ignore"):
        inner_low, inner_high = np.percentile(finite, [4.0, 96.0]).tolist()
    bulk = inner_high - inner_low
    if bulk > 0.0 and high - low > 1000.0 * bulk:
        low, high = max(low, inner_low - bulk), min(high, inner_high + bulk)
    return padded(low, high, 0.08)


def paint_curve(
    painter: QPainter, curve: Curve, projection: Projection, theme: Theme, zero: float = 0.0
) -> None:
    """Paint the graph; f = 0 is at `zero` of the projection's y."""
    points = projection.pixels(curve.x, curve.values)
    lines = polylines.clip(polylines.single(points), projection.box.grown(3.0))
    painter.save()
    painter.setClipRect(projection.area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_zero(painter, projection, theme, zero)
    lines = polylines.chosen(lines, polylines.straightened(lines))
    ink = blended(theme.contour, theme.surface, ALPHA)  # opaque: Qt strokes it five times as fast
    painter.strokePath(to_path(lines), pen(ink, width_for(lines, LINE_WIDTH)))
    painter.restore()


def _paint_zero(painter: QPainter, projection: Projection, theme: Theme, zero: float) -> None:
    """Paint the line of f = 0, if it is in sight."""
    box = projection.box
    exact = projection.place(projection.x_min, zero)[1]
    if box.top < exact < box.bottom:
        level = round(exact) + 0.5
        painter.setPen(QPen(colour(theme.border), 1.0))
        painter.drawLine(int(box.left), int(level), int(box.right), int(level))
