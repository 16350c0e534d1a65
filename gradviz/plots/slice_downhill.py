"""What is marked on a slice against the gradient: the learning rate, the best t, the step taken."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPen

from gradviz.plots.colours import colour
from gradviz.plots.landmark_shapes import Shape, paint_shapes
from gradviz.plots.lettering import face
from gradviz.plots.placing import HEIGHT, around
from gradviz.plots.polylines import Box
from gradviz.plots.slice_dots import paint_point
from gradviz.plots.slice_lines import write
from gradviz.plots.slice_words import (
    best_label,
    first_label,
    landing_label,
    lands_at_rate,
    rate_label,
)
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.core.slices import Slice
    from gradviz.document.slices import Landing, SliceStudy
    from gradviz.plots.placing import Room
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.themes import RunStyle, Theme

_STAR: Final = 9.0
_RING: Final = 4.2
_SHARES: Final = (0.04, 0.16, 0.3, 0.5, 0.7, 0.86)
_AT_ONE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Upright:
    """A vertical line at `t`, with its label."""

    t: float
    text: str
    ink: str
    dashed: bool


def uprights(study: SliceStudy, theme: Theme) -> list[Upright]:
    """Return the lines at the learning rate and at the best t."""
    found = []
    leap, search = study.request.leap, study.search
    if leap is not None and math.isfinite(leap.lr):
        found.append(Upright(leap.lr, rate_label(leap.lr), theme.text, dashed=False))
    if search is not None and search.best is not None:
        text = best_label(search.best.t)
        found.append(Upright(search.best.t, text, theme.text_muted, dashed=True))
    return found


def paint_uprights(painter: QPainter, lines: Sequence[Upright], frame: Frame) -> None:
    """Paint the lines that are in sight."""
    box = frame.projection.box
    for line in lines:
        x = round(frame_x(frame, line.t)) + 0.5
        if box.left <= x <= box.right:
            ink = QPen(colour(line.ink, 0.8), 1.0)
            if line.dashed:
                ink.setDashPattern([4.0, 3.0])
            painter.setPen(ink)
            painter.drawLine(QLineF(x, box.top, x, box.bottom))


def frame_x(frame: Frame, t: float) -> float:
    """Return the pixel column of `t`, kept to where it can be rounded."""
    x = frame.projection.place(t, 0.0)[0]
    return min(max(x, -1e6), 1e6) if not math.isnan(x) else -1e6


def paint_upright_labels(
    painter: QPainter, lines: Sequence[Upright], frame: Frame, room: Room, theme: Theme
) -> None:
    """Write beside each line what it is; at the edge, with an arrow, if it is out of sight."""
    box = frame.projection.box
    for line in lines:
        x = frame_x(frame, line.t)
        text = line.text
        if x > box.right:
            x, text = box.right, f"{text} →"
        elif x < box.left:
            x, text = box.left, f"← {text}"
        width = face().width(text)
        levels = [box.top + share * (box.bottom - box.top) + HEIGHT / 2.0 for share in _SHARES]
        places = [
            Box(left, level - HEIGHT / 2.0, left + width, level + HEIGHT / 2.0)
            for level in levels
            for left in (x + 5.0, x - 5.0 - width)
        ]
        write(painter, places, text, line.ink, room, theme)


def paint_minima(
    painter: QPainter, study: SliceStudy, frame: Frame, room: Room, theme: Theme
) -> None:
    """Paint a star at the lowest place, and a ring at the first minimum if that is another."""
    search, box = study.search, frame.projection.box
    if search is None:
        return
    if search.best is not None:
        at = frame.projection.place(search.best.t, search.best.value - frame.base)
        if box.has(*at):
            paint_shapes(painter, Shape.STAR, [at], _STAR, theme)
            room.take(Box(at[0] - _STAR, at[1] - _STAR, at[0] + _STAR, at[1] + _STAR))
    if search.first is None or (
        search.best is not None and abs(search.first.t - search.best.t) <= _AT_ONE * search.best.t
    ):
        return
    at = frame.projection.place(search.first.t, search.first.value - frame.base)
    if box.has(*at):
        painter.setPen(QPen(colour(theme.text), 1.6))
        painter.setBrush(colour(theme.surface))
        painter.drawEllipse(QPointF(*at), _RING, _RING)
        text = first_label(search.first.t)
        write(painter, around(*at, face().width(text), 9.0), text, theme.text_muted, room, theme)


def paint_landing(
    painter: QPainter,
    study: SliceStudy,
    cut: Slice,
    frame: Frame,
    style: RunStyle,
    room: Room,
    theme: Theme,
) -> None:
    """Paint where the step leads, and if that is not at t = lr, say so."""
    landing = study.landing
    if landing is None:
        return
    if not lands_at_rate(study):
        _paint_way(painter, cut, landing, frame, style)
    projection = frame.projection
    x, y = projection.place(landing.t, landing.value - frame.base)
    paint_point(
        painter, projection, (landing.t, landing.value - frame.base), style, theme, large=False
    )
    if projection.box.has(x, y) and not lands_at_rate(study):
        text = landing_label(landing.aside)
        write(painter, around(x, y, face().width(text), 9.0), text, theme.text, room, theme)


def _paint_way(
    painter: QPainter, cut: Slice, landing: Landing, frame: Frame, style: RunStyle
) -> None:
    """Join the point and where the step leads by a thin line."""
    ends = [
        QPointF(*frame.projection.place(t, value - frame.base))
        for t, value in ((cut.here, cut.value), (landing.t, landing.value))
    ]
    if all(abs(end.x()) < _FAR and abs(end.y()) < _FAR for end in ends):
        painter.setPen(pen(style.colour, 1.0, 0.7))
        painter.drawLine(*ends)


_FAR: Final = 1e6
