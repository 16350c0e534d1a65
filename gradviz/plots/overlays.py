"""What lies over the map: the colour bar, the start, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from gradviz.core.field import Scale
from gradviz.plots.axes import area
from gradviz.plots.colours import colour, map_colour
from gradviz.plots.frames import PADDING, paint_frame
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import compact
from gradviz.plots.polylines import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.field import Shading
    from gradviz.plots.level_labels import LevelLabel
    from gradviz.plots.themes import Theme

BAR_WIDTH: Final = 148.0
BAR_HEIGHT: Final = 38.0
_INSET: Final = 10.0
_STOPS: Final = 24
_RING: Final = 7.5
_WORD_HALF: Final = 7.0


def colour_bar_box(box: Box) -> Box:
    """Return where the colour bar is in a plot."""
    left, bottom = round(box.left + _INSET), round(box.bottom - _INSET)
    return Box(left, bottom - BAR_HEIGHT, left + BAR_WIDTH, bottom)


def paint_colour_bar(
    painter: QPainter, box: Box, theme: Theme, shading: Shading, name: str
) -> None:
    """Draw which colours mean which values of `name`, in the bottom left corner."""
    frame = area(colour_bar_box(box))
    paint_frame(painter, frame, theme)
    bar = QRectF(frame.left() + PADDING, frame.top() + 7.0, frame.width() - 2 * PADDING, 6.0)
    gradient = QLinearGradient(bar.left(), 0.0, bar.right(), 0.0)
    for stop in range(_STOPS + 1):
        gradient.setColorAt(stop / _STOPS, map_colour(theme.field, stop / _STOPS))
    painter.setPen(QPen(colour(theme.border), 0.8))
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, 3.0, 3.0)
    level, ink = frame.bottom() - 13.0, colour(theme.text_muted)
    name = scaled_name(name, log=shading.scale is Scale.LOG)
    letters = face()
    low, high = (compact(end, 2) for end in (shading.low, shading.high))
    letters.write(painter, (bar.left(), level), low, ink)
    letters.write(painter, (bar.right(), level), high, ink, Align.AlignRight)
    middle = (bar.left() + letters.width(low) + bar.right() - letters.width(high)) / 2
    letters.write(painter, (middle, level), name, ink, Align.AlignHCenter)


def scaled_name(name: str, *, log: bool) -> str:
    """Return what an axis or a colour bar is called: its quantity, and that it is logarithmic."""
    return QCoreApplication.translate("ContourView", "{0} (log)").format(name) if log else name


def paint_start(
    painter: QPainter,
    at: tuple[float, float],
    box: Box,
    theme: Theme,
    labels: Sequence[LevelLabel] = (),
    *,
    held: bool,
) -> None:
    """Draw the start: a ring with a dot, its name beside it; stronger while it is held.

    The name keeps away from the labels of levels.
    """
    centre = QPointF(*at)
    ink, halo = colour(theme.text), colour(theme.halo)
    if held:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.accent, 0.22))
        painter.drawEllipse(centre, _RING + 8.0, _RING + 8.0)
    painter.setBrush(colour(theme.halo, 0.9))
    painter.setPen(QPen(halo, 4.5))
    painter.drawEllipse(centre, _RING, _RING)
    painter.setPen(QPen(ink, 1.7))
    painter.drawEllipse(centre, _RING, _RING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(centre, 1.9, 1.9)
    word = _start_word()
    place = _start_word_at(at, box, labels)
    face().write_on_halo(painter, place, word, ink, colour(theme.halo, 0.85))


def start_room(
    at: tuple[float, float], box: Box, labels: Sequence[LevelLabel] = ()
) -> tuple[Box, Box]:
    """Return what the ring of the start and its name cover."""
    x, y = _start_word_at(at, box, labels)
    ring = Box(at[0], at[1], at[0], at[1]).grown(_RING + 3.0)
    return ring, Box(x, y - 8.0, x + face().width(_start_word()), y + 8.0)


def _start_word() -> str:
    return QCoreApplication.translate("ContourView", "start")


def _start_word_at(
    at: tuple[float, float], box: Box, labels: Sequence[LevelLabel]
) -> tuple[float, float]:
    """Return where the name is written: above to the left, or where it fits and hides no level."""
    width = face().width(_start_word())
    places = [
        (x, y)
        for y in (at[1] - 18.0, at[1] + 18.0)
        for x in (at[0] - width - 9.0, at[0] + 11.0)
        if box.left + 4.0 <= x <= box.right - width and box.top + 8.0 < y < box.bottom - 8.0
    ]
    free = (place for place in places if not _is_covered(place, width, labels))
    return next(free, places[0] if places else (at[0] + 11.0, at[1] - 18.0))


def _is_covered(place: tuple[float, float], width: float, labels: Sequence[LevelLabel]) -> bool:
    """Tell whether a word of a width would touch the labels of levels."""
    x, y = place[0] + width / 2, place[1]
    near = [
        label
        for label in labels
        if abs(label.x - x) + abs(label.y - y) < width + label.width + 4 * _WORD_HALF
    ]
    points = np.array([[x + part * width, y] for part in (-0.5, -0.25, 0.0, 0.25, 0.5)])
    return any(bool(label.covers(points, _WORD_HALF).any()) for label in near)


def note_room(box: Box, text: str) -> Box:
    """Return where a note is in a plot."""
    left, top = round(box.left + 2.6 * _INSET), round(box.top + _INSET)
    wide = round(min(face().width(text), _note_width(box)) + 2 * PADDING)
    return Box(left, top, left + wide, top + 24.0)


def _note_width(box: Box) -> float:
    """Return how wide the words of a note can be, so that its frame stays within the plot."""
    return box.right - box.left - 3.6 * _INSET - 2 * PADDING


def held_note(
    names: Sequence[str], plane: tuple[int, int], held: Sequence[float], most: int = 4
) -> str:
    """Say at what the coordinates that are not shown are held; of many, the first `most`."""
    others = [i for i in range(len(names)) if i not in plane]
    parts = [f"{names[i]} = {compact(held[i], 4)}" for i in others[:most]]
    if len(others) > len(parts):
        parts.append("…")
    return QCoreApplication.translate("ContourView", "held: {0}").format(", ".join(parts))


def paint_note(painter: QPainter, box: Box, text: str, theme: Theme) -> None:
    """Write a small framed note in the top left corner, beside the name of the axis there."""
    frame = area(note_room(box, text))
    paint_frame(painter, frame, theme)
    at = (frame.left() + PADDING, frame.center().y())
    shown = face().elided(text, _note_width(box))
    face().write(painter, at, shown, colour(theme.text_muted))
