"""The tangent of a slice, and the secants of the scheme in use with their triangle and h."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPolygonF

from gradviz.plots import polylines
from gradviz.plots.colours import colour
from gradviz.plots.lettering import face
from gradviz.plots.marks import to_path
from gradviz.plots.placing import HEIGHT, around, spread
from gradviz.plots.polylines import Box, Lines
from gradviz.plots.slice_words import h_label, secant_label, slopes, tangent_label
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.core.slices import Quotient, Secant, Slice
    from gradviz.plots.placing import Room
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.themes import Theme

SMALLEST: Final = 8.0
"""Width in pixels from which the triangle of a secant is drawn."""
_FARTHEST: Final = 1e5
_GAP: Final = 9.0
_BETWEEN: Final = 6.0
"""Pixels between two texts side by side."""
_TICK: Final = 4.0
_RING: Final = 3.4
_SHARES: Final = (0.92, 0.08, 0.8, 0.2, 0.65, 0.35)


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight line across the plot, what stands beside it, and its looks."""

    lines: Lines
    text: str
    ink: str
    width: float


def straight_lines(
    cut: Slice, quotient: Quotient | None, frame: Frame, theme: Theme, *, tangent: bool
) -> list[Straight]:
    """Return secants and tangent, in the order they are painted.

    Parameters
    ----------
    quotient : Quotient or None
        Whose secants are wanted; None for none.
    tangent : bool
        Whether the tangent is.
    """
    secants = quotient.secants if quotient is not None else ()
    several = len(secants) > 1
    found = [_secant(cut, secant, frame, theme, several=several) for secant in secants]
    if tangent and math.isfinite(cut.slope):
        text = slopes(cut.slope, quotient.slope if quotient is not None else cut.slope)[0]
        lines = _across(frame, cut.here, cut.value, cut.slope)
        found.append(Straight(lines, tangent_label(text), theme.text, 1.3))
    return [line for line in found if len(line.lines) > 1]


def _secant(cut: Slice, secant: Secant, frame: Frame, theme: Theme, *, several: bool) -> Straight:
    distance = secant.end - secant.start
    slope = (secant.end_value - secant.start_value) / distance if distance else math.nan
    lines = _across(frame, cut.here + secant.start, secant.start_value, slope)
    text = secant_label(slopes(secant.slope, cut.slope)[0], secant.reach if several else 0)
    return Straight(lines, text, theme.warn, 2.8 if secant.weight > 0.0 else 1.6)


def _across(frame: Frame, t: float, value: float, slope: float) -> Lines:
    """Return the line through a point of the slice, from edge to edge of the plot."""
    projection, box = frame.projection, frame.projection.box
    nothing = Lines(np.empty((0, 2)), np.empty(0, dtype=bool))
    x, y = projection.place(t, value - frame.base)
    across, down = projection.x_scale, -slope * projection.y_scale
    size = math.hypot(across, down)
    if not (math.isfinite(x) and math.isfinite(y) and 0.0 < size < math.inf):
        return nothing
    far = math.hypot(x - box.left, y - box.top) + math.hypot(box.right, box.bottom)
    if far > polylines.FARTHEST:
        return nothing
    dx, dy = far * across / size, far * down / size
    points = np.array([[x - dx, y - dy], [x + dx, y + dy]])
    return polylines.clip(polylines.single(points), box)


def paint_lines(painter: QPainter, lines: Sequence[Straight]) -> None:
    """Paint the lines."""
    for line in lines:
        painter.strokePath(to_path(line.lines), pen(line.ink, line.width, round_ends=False))


def paint_line_labels(
    painter: QPainter, lines: Sequence[Straight], room: Room, theme: Theme
) -> None:
    """Write beside each line what it is, the tangent first."""
    for line in reversed(lines):
        width = face().width(line.text)
        middles = spread(line.lines, _SHARES)
        places = [box for x, y in middles.tolist() for box in around(x, y, width, 6.0)]
        write(painter, places, line.text, line.ink, room, theme, line.lines)


def write(
    painter: QPainter,
    places: Sequence[Box],
    text: str,
    ink: str,
    room: Room,
    theme: Theme,
    own: Lines | None = None,
) -> None:
    """Write a text in the best of some places, or not at all; it belongs to its `own` lines."""
    index = room.find(places, own=own)
    if index is not None:
        place = places[index]
        room.take(replace(place, left=place.left - _BETWEEN, right=place.right + _BETWEEN))
        at = (place.left, (place.top + place.bottom) / 2.0)
        face().write_on_halo(painter, at, text, colour(ink), colour(theme.surface, 0.9))


# --- the triangle --------------------------------------------------------------------------------


def paint_triangle(
    painter: QPainter, cut: Slice, quotient: Quotient, frame: Frame, room: Room, theme: Theme
) -> None:
    """Paint what the slope of the first secant is made of, where it is large enough to be seen."""
    secant = quotient.secants[0] if quotient.secants else None
    if secant is None:
        return
    start = _place(frame, cut.here + secant.start, secant.start_value)
    end = _place(frame, cut.here + secant.end, secant.end_value)
    if not _is_drawable(start, end):
        return
    corner = QPointF(end.x(), start.y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.warn, 0.13))
    painter.drawPolygon(QPolygonF([start, corner, end]))
    painter.setPen(pen(theme.warn, 1.2))
    painter.drawLine(start, corner)
    painter.drawLine(corner, end)
    legs = np.array([start.toTuple(), corner.toTuple(), end.toTuple()])
    room.mind(polylines.clip(polylines.single(legs), frame.projection.box))
    _paint_bracket(painter, cut, quotient, frame, room, theme)


def _place(frame: Frame, t: float, value: float) -> QPointF:
    return QPointF(*frame.projection.place(t, value - frame.base))


def _is_drawable(start: QPointF, end: QPointF) -> bool:
    numbers = (start.x(), start.y(), end.x(), end.y())
    if not all(math.isfinite(n) and abs(n) < _FARTHEST for n in numbers):
        return False
    return end.x() - start.x() >= SMALLEST


def _paint_bracket(
    painter: QPainter, cut: Slice, quotient: Quotient, frame: Frame, room: Room, theme: Theme
) -> None:
    """Measure h along the level leg of the triangle, on the side away from it."""
    secant, box = quotient.secants[0], frame.projection.box
    start = _place(frame, cut.here + secant.start, secant.start_value)
    end = _place(frame, cut.here + secant.end, secant.end_value)
    side = 1.0 if end.y() <= start.y() else -1.0
    level = min(max(start.y() + side * _GAP, box.top + _TICK), box.bottom - _TICK)
    ticks = [start.x(), _place(frame, cut.here, cut.value).x(), end.x()]
    painter.setPen(pen(theme.text_muted, 1.0, round_ends=False))
    painter.drawLine(QLineF(start.x(), level, end.x(), level))
    for x in ticks:
        painter.drawLine(QLineF(x, level - _TICK, x, level + _TICK))
    room.take(Box(start.x(), level - _TICK, end.x(), level + _TICK))
    one = (ticks[1], ticks[2]) if ticks[2] > ticks[1] else (ticks[0], ticks[1])
    text = h_label(quotient.h)
    width, middle = face().width(text), level + side * (_TICK + HEIGHT / 2.0 + 1.0)
    x = (one[0] + one[1]) / 2.0
    places = [
        Box(x + shift - width / 2.0, y - HEIGHT / 2.0, x + shift + width / 2.0, y + HEIGHT / 2.0)
        for y in (middle, 2.0 * level - middle)
        for shift in (0.0, width / 2.0, -width / 2.0)
    ]
    write(painter, places, text, theme.text_muted, room, theme)


def paint_stencil(
    painter: QPainter, cut: Slice, quotient: Quotient, frame: Frame, theme: Theme
) -> None:
    """Ring the points of the curve that the scheme looks at, where they stand apart."""
    painter.setPen(pen(theme.warn, 1.6))
    painter.setBrush(colour(theme.surface))
    centre = frame.projection.place(cut.here, 0.0)[0]
    for secant in quotient.secants:
        for t, value in (
            (secant.start, secant.start_value),
            (secant.end, secant.end_value),
        ):
            at = _place(frame, cut.here + t, value)
            inside = frame.projection.box.has(at.x(), at.y())
            if inside and abs(at.x() - centre) >= SMALLEST / 2.0:
                painter.drawEllipse(at, _RING, _RING)
