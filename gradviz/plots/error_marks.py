"""What is drawn upon a curve of errors: the best h, the arms, the h in use, the readout."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradviz.core.arms import ArmKind
from gradviz.plots.colours import colour
from gradviz.plots.error_lines import ZERO_LIFT, ErrorLine, is_single
from gradviz.plots.error_words import arm_name, axis_name, best_text, error_text, scheme_name
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.lettering import face
from gradviz.plots.marks import marks
from gradviz.plots.numerals import compact, readout
from gradviz.plots.placing import HEIGHT, Room, around
from gradviz.plots.polylines import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.document.error_curve import ErrorCurve
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

_GAPS: Final = (7.0, 14.0, 24.0, 36.0, 50.0, 70.0)
"""Pixels between a ring and its words, the further ones only where nearer ones hide lines."""
_DOWN: Final = (0.0, 10.0, 20.0, 32.0)
"""Pixels that the name of an arm may come to stand lower."""


def level_of(projection: Projection, value: float) -> float:
    """Return the pixel row of an error, within the plot; 0 lies on its lower edge."""
    box = projection.box
    if value == 0.0:
        return box.bottom - ZERO_LIFT
    if not math.isfinite(value):
        return box.top
    return min(max(projection.place(0.0, math.log10(value))[1], box.top), box.bottom)


def column_of(projection: Projection, h: float) -> float:
    """Return the pixel column of a step size."""
    return projection.place(math.log10(h), 0.0)[0]


def error_near(curve: ErrorCurve, h: float) -> float:
    """Return the error of the scheme in use at the step size nearest to `h`; nan without one."""
    if curve.chosen is None:
        return math.nan
    index = int(np.argmin(np.abs(np.log10(curve.steps) - math.log10(h))))
    return float(curve.chosen.values[index])


def paint_axis_names(
    painter: QPainter, curve: ErrorCurve, projection: Projection, theme: Theme
) -> None:
    """Name the axis of errors above it, and that of h at its end."""
    box, ink = projection.box, colour(theme.text_muted)
    face().write(painter, (8.0, box.top - 13.0), axis_name(curve), ink)
    face().write(painter, (box.right + 8.0, box.bottom - 1.0), "h", ink)


def room_beside(projection: Projection, lines: Sequence[ErrorLine]) -> Room:
    """Return what the errors leave free for words."""
    room = Room(projection.box)
    for line in lines:
        room.mind(line.line, np.concatenate([line.dots, line.zeros]))
    return room


def paint_best(
    painter: QPainter, curve: ErrorCurve, projection: Projection, theme: Theme, room: Room
) -> None:
    """Ring the best h of the scheme in use and write it down."""
    best = curve.shape.best
    if best is None:
        return
    text = best_text(curve.request.method, best)
    paint_ringed(painter, projection, (best, error_near(curve, best)), text, theme, room)


def paint_ringed(
    painter: QPainter,
    projection: Projection,
    at: tuple[float, float],
    text: str,
    theme: Theme,
    room: Room,
) -> None:
    """Ring a step size and its error, with words below, or where they hide least."""
    column, level = column_of(projection, at[0]), level_of(projection, at[1])
    painter.setPen(QPen(colour(theme.text), 1.6))
    painter.setBrush(colour(theme.surface))
    painter.drawEllipse(QPointF(column, level), 4.0, 4.0)
    below = level + 22.0 < projection.box.bottom
    usual = column - face().width(text) / 2, level + (15.0 if below else -15.0)
    room.take(Box(column, level, column, level).grown(5.0))
    wide = face().width(text)
    boxes = [box for gap in _GAPS for box in around(column, level, wide, gap)]
    starts = [usual, *((box.left, (box.top + box.bottom) / 2) for box in boxes)]
    places = [_line_at(start, text, projection) for start in starts]
    _write(painter, projection, _found(room, places, usual), text, theme)


def _line_at(at: tuple[float, float], text: str, projection: Projection) -> Box:
    """Return the room of words that begin at a point, or beside it to stand within the plot."""
    left, level = _within(projection, at[0], text), at[1]
    return Box(left, level - HEIGHT / 2, left + face().width(text), level + HEIGHT / 2)


def _found(room: Room, places: Sequence[Box], usual: tuple[float, float]) -> tuple[float, float]:
    """Return where words begin in the best of some places."""
    index = room.find(places)
    if index is None:
        return usual
    return places[index].left, (places[index].top + places[index].bottom) / 2


def paint_arms(
    painter: QPainter, curve: ErrorCurve, projection: Projection, theme: Theme, room: Room
) -> None:
    """Name the arms of the scheme in use, outside and below each."""
    for arm in curve.shape.arms:
        text = arm_name(arm.kind, curve.request.method)
        column, level = column_of(projection, arm.h), level_of(projection, arm.error) + 12.0
        falling = arm.kind is ArmKind.ROUNDING
        left = column - face().width(text) - 12.0 if falling else column + 12.0
        places = [_line_at((left, level + down), text, projection) for down in _DOWN]
        _write(painter, projection, _found(room, places, (left, level)), text, theme)


def _within(projection: Projection, left: float, text: str) -> float:
    """Return where words begin, moved so far that they stand within the plot."""
    box = projection.box
    return max(min(left, box.right - face().width(text) - 4.0), box.left + 4.0)


def _write(
    painter: QPainter, projection: Projection, at: tuple[float, float], text: str, theme: Theme
) -> None:
    """Set words on a halo, moved so far that they stand within the plot."""
    place = _within(projection, at[0], text), min(at[1], projection.box.bottom - 8.0)
    ink, halo = colour(theme.text), colour(theme.surface, 0.9)
    face().write_on_halo(painter, place, text, ink, halo)


def paint_handle(
    painter: QPainter,
    projection: Projection,
    h: float,
    value: float,
    theme: Theme,
    *,
    named: bool,
) -> None:
    """Draw the line of the h in use and its error, if it is in sight."""
    box = projection.box
    column = column_of(projection, h)
    if not box.left - 1.0 <= column <= box.right + 1.0:
        return
    painter.setPen(QPen(colour(theme.accent), 1.3))
    painter.drawLine(QPointF(column, box.top - 4.0), QPointF(column, box.bottom))
    if not math.isnan(value):
        dot = marks("o", np.array([[column, level_of(projection, value)]]), 4.0, 1.4)
        dot.paint(painter, colour(theme.accent), colour(theme.surface))
    if named:
        text = f"h = {compact(h, 2)}"
        wide = face().width(text)
        left = column + 6.0 if column + wide + 12.0 < box.right else column - 6.0 - wide
        _write(painter, projection, (left, box.top + 4.0), text, theme)


def paint_hover(
    painter: QPainter,
    lines: Sequence[ErrorLine],
    projection: Projection,
    at: tuple[int, float],
    rows: Sequence[Row],
    theme: Theme,
) -> None:
    """Draw a line at a step size, given with its number, and read out the errors there."""
    index, h = at
    box = projection.box
    column = column_of(projection, h)
    painter.setPen(QPen(colour(theme.text_faint, 0.6), 1.0))
    painter.drawLine(QPointF(column, box.top), QPointF(column, box.bottom))
    for line in lines:
        value = float(line.errors.values[index])
        if not math.isnan(value):
            dot = marks("o", np.array([[column, level_of(projection, value)]]), 3.0, 1.0)
            dot.paint(painter, colour(line.ink), colour(theme.surface))
    title = f"h = {readout(h, 2)}"
    across, down = readout_size(rows, title)
    left = column + 10.0 if column + 10.0 + across < box.right + 8.0 else column - 10.0 - across
    frame = QRectF(round(max(left, 2.0)), round(box.top + 14.0), across, down)
    paint_readout(painter, frame, rows, theme, title)


def hover_rows(curve: ErrorCurve, lines: list[ErrorLine], index: int) -> list[Row]:
    """Return the errors of all schemes at one step size; in float32, of the one in use."""
    inks = {id(line.errors): line.ink for line in lines}
    rows = []
    for errors in curve.schemes:
        if is_single(errors) and errors.method is not curve.request.method:
            continue
        name = scheme_name(errors.method)
        name = f"{name}, float32" if is_single(errors) else name
        value = error_text(float(errors.values[index]))
        rows.append(Row(name, value, inks.get(id(errors), "")))
    return rows
