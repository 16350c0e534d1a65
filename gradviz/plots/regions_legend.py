"""The key of the samples: what each mark means, how many there are, in a frame over the plot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPen

from gradviz.document.regions import RegionsKind
from gradviz.plots.axes import area
from gradviz.plots.colours import colour, map_colour
from gradviz.plots.frames import PADDING, paint_frame
from gradviz.plots.lettering import face
from gradviz.plots.numerals import compact
from gradviz.plots.polylines import Box
from gradviz.plots.regions_ground import shading_of
from gradviz.plots.regions_marks import MOST, mark_stamp, ring_stamp
from gradviz.plots.regions_words import (
    class_words,
    short,
    test_word,
    train_word,
    unknown_words,
    wrong_word,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.regions_state import RegionsLayers
    from gradviz.plots.themes import Theme

    Swatch = Callable[[QPainter, float, float], None]

ROW: Final = 18.0
INSET: Final = 10.0
_GAP: Final = 6.0
_BETWEEN: Final = 14.0
_MARK: Final = 3.9
_SWATCH: Final = 14.0
_BAR: Final = 84.0
_MOST_ROWS: Final = 3
"""Rows that the names of classes may take."""
_WIDEST: Final = 440.0
_PLENTY: Final = 0.16
"""The part of a plot that the key may hide; where it would hide more, less is said."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry: its swatch with the width of that, what it means, and how many there are."""

    swatch: Swatch
    across: float
    name: str
    value: str = ""

    @property
    def width(self) -> float:
        value = _GAP + face(bold=True).width(self.value) if self.value else 0.0
        return self.across + _GAP + face().width(self.name) + value

    def paint(self, painter: QPainter, x: float, level: float, theme: Theme) -> None:
        self.swatch(painter, x, level)
        x += self.across + _GAP
        face().write(painter, (x, level), self.name, colour(theme.text_muted))
        if self.value:
            x += face().width(self.name) + _GAP
            face(bold=True).write(painter, (x, level), self.value, colour(theme.text))


@dataclass(frozen=True, slots=True)
class Legend:
    """Rows of entries, and the room they take."""

    rows: tuple[tuple[_Item, ...], ...]
    width: float
    height: float

    def place(self, box: Box, obstacles: NDArray[np.float64], name: str) -> Box:
        """Return the corner, the lower left if it is as good, where few marks (n, 2) are hidden.

        The `name` of the axis, in the lower right corner, is not hidden.
        """
        left, right = box.left + INSET, box.right - INSET - self.width
        bottom = box.bottom - INSET - self.height
        above = bottom - 14.0
        reaches_name = left + self.width > box.right - face().width(name) - 2 * PADDING
        low = above if reaches_name else bottom
        corners = ((left, low), (right, above), (right, box.top + INSET))
        found = [
            Box(float(round(x)), float(round(y)), round(x) + self.width, round(y) + self.height)
            for x, y in corners
        ]
        hidden = [int(one.grown(3.0).holds(obstacles).sum()) for one in found]
        return next(
            one for one, count in zip(found, hidden, strict=True) if count <= min(hidden) + 2
        )

    def paint(self, painter: QPainter, place: Box, theme: Theme) -> None:
        """Paint the frame with its entries."""
        paint_frame(painter, area(place), theme)
        level = place.top + PADDING / 2 + ROW / 2
        for row in self.rows:
            x = place.left + PADDING
            for item in row:
                item.paint(painter, x, level, theme)
                x += item.width + _BETWEEN
            level += ROW


def legend_of(
    study: RegionsStudy, layers: RegionsLayers, theme: Theme, box: Box, *, rimmed: bool = False
) -> Legend | None:
    """Return what the key says: as much as leaves the plot free; None for nothing.

    The mistaken have a ring, or a dark rim if they are `rimmed`.
    """
    most = min(_WIDEST, box.right - box.left - 2 * INSET)
    wrong = _rim(theme) if rimmed else _ring(theme)
    counts = _broken(_counts(study, layers, wrong, theme), most)
    meanings = _broken(_meanings(study, theme), most)
    room = _PLENTY * (box.right - box.left) * (box.bottom - box.top)
    for rows in ((*meanings[:_MOST_ROWS], *counts), counts):
        made = _sized(rows)
        if made is not None and made.width * made.height <= room:
            return made
    return None


def _sized(rows: Sequence[tuple[_Item, ...]]) -> Legend | None:
    if not rows:
        return None
    widths = [sum(i.width for i in row) + _BETWEEN * (len(row) - 1) for row in rows]
    return Legend(tuple(rows), round(max(widths) + 2 * PADDING), round(len(rows) * ROW + PADDING))


def _broken(items: Sequence[_Item], width: float) -> list[tuple[_Item, ...]]:
    """Break entries into rows that are not wider than `width`."""
    rows: list[tuple[_Item, ...]] = []
    used = 0.0
    for item in items:
        used += _BETWEEN + item.width
        if not rows or used > width - 2 * PADDING:
            rows.append((item,))
            used = item.width
        else:
            rows[-1] = (*rows[-1], item)
    return rows


def _meanings(study: RegionsStudy, theme: Theme) -> list[_Item]:
    """Return what the colours mean: classes, or numbers."""
    if study.kind is RegionsKind.FIELD:
        return [_bar(study, theme)]
    return [
        _Item(_class_swatch(k, theme), 9.0, short(name))
        for k, name in enumerate(class_words(study.classes))
    ]


def _counts(
    study: RegionsStudy, layers: RegionsLayers, mistaken: Swatch, theme: Theme
) -> list[_Item]:
    """Return how many samples there are of each kind, and how many are mistaken."""
    items = []
    is_square = study.kind is RegionsKind.FIELD
    if layers.train:
        swatch = _dot(theme, hollow=False, square=False)
        items.append(_Item(swatch, 9.0, train_word(), _shown(study.train)))
    if layers.test and len(study.test.places):
        swatch = _dot(theme, hollow=not is_square, square=is_square)
        items.append(_Item(swatch, 9.0, test_word(), _shown(study.test)))
    if layers.rings and study.classes:
        wrong = [
            str(int(answered.is_wrong.sum()))
            for answered, is_on in ((study.train, layers.train), (study.test, layers.test))
            if is_on and len(answered.places)
        ]
        if wrong:
            items.append(_Item(mistaken, _SWATCH, wrong_word(), " + ".join(wrong)))
    if study.unknown:
        items.append(_Item(_hatch(theme), _SWATCH, unknown_words(), str(study.unknown)))
    return items


def _shown(answered: Answered) -> str:
    """Return how many samples there are, and how many are drawn if not all are."""
    count = len(answered.places)
    return f"{count}" if count <= MOST else f"{MOST} / {count}"


def _class_swatch(label: int, theme: Theme) -> Swatch:
    style = theme.class_style(label)
    stamp = mark_stamp(style.symbol, style.colour, _MARK, theme, hollow=False)

    def paint(painter: QPainter, x: float, level: float) -> None:
        stamp.draw(painter, np.array([[x + 4.5, level]]))

    return paint


def _dot(theme: Theme, *, hollow: bool, square: bool) -> Swatch:
    symbol = "s" if square else "o"
    stamp = mark_stamp(symbol, theme.text_muted, _MARK, theme, hollow=hollow)

    def paint(painter: QPainter, x: float, level: float) -> None:
        stamp.draw(painter, np.array([[x + 4.5, level]]))

    return paint


def _ring(theme: Theme) -> Swatch:
    def paint(painter: QPainter, x: float, level: float) -> None:
        centre = np.array([[x + _SWATCH / 2, level]])
        mark_stamp("o", theme.text_muted, 2.4, theme, hollow=False).draw(painter, centre)
        ring_stamp(6.6, theme).draw(painter, centre)

    return paint


def _rim(theme: Theme) -> Swatch:
    stamp = mark_stamp("o", theme.text_muted, _MARK, theme, hollow=True, dark=True)

    def paint(painter: QPainter, x: float, level: float) -> None:
        stamp.draw(painter, np.array([[x + _SWATCH / 2, level]]))

    return paint


def _hatch(theme: Theme) -> Swatch:
    def paint(painter: QPainter, x: float, level: float) -> None:
        box = QRectF(x + 0.5, level - 5.0, _SWATCH - 1.0, 10.0)
        painter.setPen(QPen(colour(theme.border), 1.0))
        painter.setBrush(QBrush(colour(theme.border), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)

    return paint


def _bar(study: RegionsStudy, theme: Theme) -> _Item:
    """Return a bar of the field's colours between the lowest and the highest target."""
    shading = shading_of(study)
    low, high = (compact(end, 3) for end in (shading.low, shading.high))
    before = face().width(low) + _GAP

    def paint(painter: QPainter, x: float, level: float) -> None:
        face().write(painter, (x, level), low, colour(theme.text_muted))
        bar = QRectF(x + before, level - 3.0, _BAR, 6.0)
        gradient = QLinearGradient(bar.left(), 0.0, bar.right(), 0.0)
        for stop in range(9):
            gradient.setColorAt(stop / 8, map_colour(theme.field, stop / 8))
        painter.setPen(QPen(colour(theme.border), 0.8))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3.0, 3.0)

    return _Item(paint, before + _BAR, high)
