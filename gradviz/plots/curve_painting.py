"""Paints what a picture of curves is made of: axes, lines, the cursor, the runs' marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from gradviz.plots import polylines
from gradviz.plots.axes import paint_grid, paint_labels
from gradviz.plots.colours import blended, colour
from gradviz.plots.epoch_axis import paint_epochs, paint_rules
from gradviz.plots.lettering import Align, face
from gradviz.plots.marks import marks, to_path
from gradviz.plots.polylines import Box
from gradviz.plots.ticks import Ticks
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.curve_layout import CurveLayout
    from gradviz.plots.curve_lines import Shown
    from gradviz.plots.themes import Theme

FAINT: Final = 0.38
_MARK_RADIUS: Final = 4.2
_DOT_RADIUS: Final = 2.3
_NO_TICKS: Final = Ticks((), ())


def paint_axes(
    painter: QPainter, layout: CurveLayout, splits: Sequence[float], unit: str, theme: Theme
) -> None:
    """Paint rules and labels; those of the common axis under the strip, if there is one."""
    y = _NO_TICKS if layout.is_empty else layout.y
    if layout.epochs is not None:
        paint_rules(painter, layout.projection, layout.epochs, theme, layout.bottom)
    paint_grid(painter, layout.projection, None, y, colour(theme.plot_grid))
    if layout.strip is None:
        paint_labels(painter, layout.projection, layout.x, y, theme)
    else:
        paint_labels(painter, layout.projection, _NO_TICKS, y, theme)
        of_curve = dict(zip(layout.curves, splits, strict=True))
        of_leaders = [of_curve[curve] for curve in layout.leaders]
        layout.strip.paint(painter, of_leaders, FAINT, theme)
        paint_labels(painter, layout.strip.projection, layout.x, _NO_TICKS, theme)
    if layout.epochs is not None:
        lowest = (layout.strip or layout).projection
        paint_epochs(painter, lowest, layout.epochs, theme, names_steps=not unit)
    if unit:
        place = (layout.projection.box.right, layout.projection.box.top - 4.0)
        face().write(painter, place, unit, colour(theme.text_muted), Align.AlignRight)


def paint_curves(
    painter: QPainter, layout: CurveLayout, splits: Sequence[float], theme: Theme
) -> None:
    """Paint each line up to its split and, fainter, after it; first what is faint."""
    box = layout.projection.box
    top, bottom = box.top - 4.0, box.bottom + 4.0
    for alpha in (FAINT, 1.0):
        for curve, split in zip(layout.curves, splits, strict=True):
            left, right = (split, box.right) if alpha < 1.0 else (box.left - 4.0, split)
            if right - left < 1.0:
                continue
            ink = blended(curve.shown.style.colour, theme.surface, alpha * curve.shown.strength)
            part = Box(left, top, right, bottom)
            line = polylines.clip(curve.line, part)
            painter.strokePath(to_path(line), pen(ink, curve.width, round_ends=False))
            dots = curve.dots[part.holds(curve.dots)]
            if len(dots):
                dotted = marks(curve.shown.style.symbol, dots, _DOT_RADIUS, 0.0)
                painter.fillPath(dotted.inside, colour(ink))


def paint_cursor(painter: QPainter, layout: CurveLayout, place: float, theme: Theme) -> None:
    """Paint the line of the cursor at a place of the axis, unless that is beyond all numbers."""
    column = layout.projection.place(place, 0.0)[0]
    painter.setPen(QPen(colour(theme.accent), 1.3))
    if np.isfinite(column):
        top = layout.projection.box.top - 4.0
        painter.drawLine(QPointF(column, top), QPointF(column, layout.bottom))


def paint_mark(
    painter: QPainter, layout: CurveLayout, one: Shown, step: int, theme: Theme, *, rim: float
) -> None:
    """Paint the symbol of a run at a step, if that is within the plot."""
    place = layout.at(one.series, step)
    if layout.projection.box.grown(2.0).holds(place)[0]:
        mark = marks(one.style.symbol, place, _MARK_RADIUS, rim)
        mark.paint(painter, colour(one.style.colour), colour(theme.surface))
