"""A function on a stamp: its field with contour lines, or its graph, and where it is lowest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gradviz.core.scales import shading
from gradviz.plots import polylines
from gradviz.plots.axes import Projection
from gradviz.plots.colours import colour, field_image
from gradviz.plots.curve_scenery import value_range
from gradviz.plots.marks import to_path

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from gradviz.core.field import Curve, Field
    from gradviz.document.scene import Scene
    from gradviz.plots.themes import Theme

RADIUS: Final = 5.0
_EVERY: Final = 2
"""Of so many contour lines one is drawn: a stamp has no room for all."""


def paint_thumbnail(painter: QPainter, area: QRectF, scene: Scene, theme: Theme) -> None:
    """Paint a scene into `area`, with round corners and no axes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(area, RADIUS, RADIUS)
    painter.setClipPath(outline)
    painter.fillRect(area, colour(theme.sunken))
    if scene.field is not None:
        _paint_field(painter, area, scene, scene.field, theme)
    elif scene.curve is not None:
        _paint_curve(painter, area, scene.curve, theme)
    painter.setClipping(False)
    painter.setPen(QPen(colour(theme.border), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.restore()


def _paint_field(painter: QPainter, area: QRectF, scene: Scene, field: Field, theme: Theme) -> None:
    ratio = painter.device().devicePixelRatioF()
    across, down = round(area.width() * ratio), round(area.height() * ratio)
    shades = shading(field.values, scene.scale).of(field.values)
    painter.drawImage(area, field_image(shades, theme.field, across, down))
    bounds = field.bounds
    place = Projection(_box(area), bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max)
    drawn = set(scene.levels[::_EVERY].tolist())
    path = QPainterPath()
    for line in scene.lines:
        if line.level in drawn:
            points = place.pixels(line.points[:, 0], line.points[:, 1])
            path.addPath(to_path(polylines.single(points)))
    painter.strokePath(path, QPen(colour(theme.contour, 0.45), 0.8))


def _paint_curve(painter: QPainter, area: QRectF, curve: Curve, theme: Theme) -> None:
    inside = area.adjusted(6.0, 8.0, -6.0, -8.0)
    place = Projection(_box(inside), float(curve.x[0]), float(curve.x[-1]), *value_range(curve))
    points = place.pixels(curve.x, np.asarray(curve.values))
    lines = polylines.clip(polylines.single(points), place.box.grown(8.0))
    painter.strokePath(to_path(lines), QPen(colour(theme.run(0).colour), 1.6))


def _box(area: QRectF) -> polylines.Box:
    return polylines.Box(area.left(), area.top(), area.right(), area.bottom())
