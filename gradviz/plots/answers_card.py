"""The card of a sample: what it looks like, its inputs, and how probable each class is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPen

from gradviz.plots.answers_art import art_sheet
from gradviz.plots.answers_grid import point_in, symbol_of
from gradviz.plots.answers_inputs import Art
from gradviz.plots.answers_marks import paint_crosses, paint_ticks
from gradviz.plots.answers_names import fitting_name
from gradviz.plots.answers_words import (
    class_name,
    more_text,
    others_text,
    rough_percent,
    sample_title,
    truth_text,
    verdict_text,
)
from gradviz.plots.colours import blended, colour
from gradviz.plots.frames import paint_frame
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import compact, variable_label
from gradviz.plots.stamps import paint_stamps

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.document.answers import Answers
    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.themes import Theme

MOST: Final = 10
"""Classes that have a bar; of more, the most probable."""
_MOST_INPUTS: Final = 4
_ART: Final = 64.0
_PADDING: Final = 10.0
_LINE: Final = 16.0
_BAR: Final = 15.0
_GAP: Final = 8.0
_THICK: Final = 7.0
_NAME: Final = 84.0
_MARK: Final = 14.0
_DECIMALS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """What is told about a sample.

    Attributes
    ----------
    answers : Answers
        What samples are taken for.
    inputs : Inputs
        What they look like.
    index : int
        Which of them it is.
    """

    answers: Answers
    inputs: Inputs
    index: int

    @property
    def art(self) -> float:
        """Side of the drawing in pixels."""
        side = self.inputs.side
        return float(side * max(1, round(_ART / side))) if side else _ART

    def lines(self) -> list[tuple[str, str]]:
        """Return names and values of the first of its inputs; none of pictures."""
        if self.inputs.art is Art.PIXELS:
            return []
        values, names = self.inputs.values[self.index], self.answers.data.inputs_named
        shown = [
            (variable_label(name), compact(value, _DECIMALS))
            for name, value in zip(names[:_MOST_INPUTS], values.tolist(), strict=False)
        ]
        left = len(names) - len(shown)
        return [*shown, (more_text(left), "")] if left else shown

    @property
    def head(self) -> float:
        """Height of all that is above the bars."""
        lines = 1 + int(self.answers.is_wrong[self.index]) + len(self.lines())
        return _PADDING + _LINE + 2.0 + max(self.art, lines * _LINE) + _GAP

    @property
    def height(self) -> float:
        """Height with all its bars."""
        return self.head + min(len(self.answers.data.classes), MOST) * _BAR + _PADDING - 2.0

    def rows(self, most: int) -> list[tuple[int | None, str, float]]:
        """Return class, name and probability of its bars; the last may be of all others.

        In the order of the classes if all have room, else the most probable first; the one that
        is right is always among them.
        """
        each = self.answers.probabilities[self.index]
        labels = range(len(each))
        if len(each) <= most:
            return [(i, class_name(self.answers, i), float(each[i])) for i in labels]
        right = int(self.answers.data.labels[self.index])
        ranked = sorted(labels, key=lambda i: -np.nan_to_num(each[i], nan=-1.0))
        first = ranked[: max(most - 1, 1)]
        if right not in first:
            first[-1] = right
        rows: list[tuple[int | None, str, float]] = [
            (i, class_name(self.answers, i), float(each[i])) for i in first
        ]
        if most > 1:
            rest = (
                max(0.0, float(np.delete(each, first).sum())) if not np.isnan(each[0]) else math.nan
            )
            rows.append((None, others_text(len(each) - len(first)), rest))
        return rows


def paint_card(
    painter: QPainter, card: Card, box: QRectF, ratio: float, theme: Theme, *, can_close: bool
) -> None:
    """Paint a card with as many bars as there is room for."""
    paint_frame(painter, box, theme)
    left, right = box.left() + _PADDING, box.right() - _PADDING
    level = box.top() + _PADDING + _LINE / 2 - 2.0
    title = sample_title(card.answers, card.index)
    face().write(painter, (left, level), title, colour(theme.text_muted))
    if can_close:
        paint_close(painter, (right - 4.0, level), theme)
    art = QRectF(left, box.top() + _PADDING + _LINE + 2.0, card.art, card.art)
    _paint_art(painter, card, art, ratio, theme)
    _paint_lines(painter, card, (art.right() + _PADDING, right, art.top()), theme)
    room = box.bottom() - _PADDING + 2.0 - (box.top() + card.head)
    most = min(MOST, math.floor(room / _BAR + 1e-6))
    if most > 0:
        area = QRectF(left, box.top() + card.head, right - left, room)
        _paint_bars(painter, card, area, most, theme)


def paint_close(painter: QPainter, at: tuple[float, float], theme: Theme) -> None:
    """Draw the sign that a click closes it."""
    x, y = at
    painter.setPen(QPen(colour(theme.text_faint), 1.4))
    painter.drawLine(QLineF(x - 3.5, y - 3.5, x + 3.5, y + 3.5))
    painter.drawLine(QLineF(x - 3.5, y + 3.5, x + 3.5, y - 3.5))


def _paint_art(painter: QPainter, card: Card, box: QRectF, ratio: float, theme: Theme) -> None:
    chosen = np.array([card.index])
    painter.drawImage(box, art_sheet(card.inputs, chosen, [box], box, ratio, theme))
    if card.inputs.art is Art.PLANE:
        place = np.array([point_in(card.inputs, card.index, box)])
        label = int(card.answers.data.labels[card.index])
        paint_stamps(painter, symbol_of(label, theme, 4.4), place)


def _paint_lines(
    painter: QPainter, card: Card, at: tuple[float, float, float], theme: Theme
) -> None:
    """Write what it is taken for, what it is, and its inputs."""
    left, right, top = at
    level, answers = top + _LINE / 2, card.answers
    is_wrong = bool(answers.is_wrong[card.index])
    (paint_crosses if is_wrong else paint_ticks)(painter, [(left + 4.0, level)], theme)
    strong = face(bold=True)
    words = strong.elided(verdict_text(answers, card.index), right - left - _MARK)
    strong.write(painter, (left + _MARK, level), words, colour(theme.text))
    if is_wrong:
        level += _LINE
        words = face().elided(truth_text(answers, card.index), right - left - _MARK)
        face().write(painter, (left + _MARK, level), words, colour(theme.bad))
    for name, value in card.lines():
        level += _LINE
        room = right - left - strong.width(value) - _GAP
        face().write(painter, (left, level), face().elided(name, room), colour(theme.text_muted))
        face().write(painter, (right, level), value, colour(theme.text), Align.AlignRight)


def _paint_bars(painter: QPainter, card: Card, area: QRectF, most: int, theme: Theme) -> None:
    """Draw a bar for the probability of each class."""
    rows = card.rows(most)
    name = min(max(face().width(row[1]) for row in rows), _NAME, 0.4 * area.width())
    number = face().width(">99 %")
    start, end = area.left() + _MARK + name + _GAP, area.right() - number - _GAP
    right = int(card.answers.data.labels[card.index])
    taken_for = int(card.answers.predicted[card.index])
    ink, muted = colour(theme.text), colour(theme.text_muted)
    for place, (label, text, share) in enumerate(rows):
        level = area.top() + (place + 0.5) * _BAR
        tone = blended(theme.text_muted, theme.surface, 0.6)
        if label == right:
            tone = theme.ok
            paint_ticks(painter, [(area.left() + 4.0, level)], theme)
        elif label == taken_for:
            tone = theme.bad
            paint_crosses(painter, [(area.left() + 4.0, level)], theme)
        words = fitting_name(face(), text, name)
        painter_ink = ink if label in {right, taken_for} else muted
        face().write(painter, (area.left() + _MARK, level), words, painter_ink)
        _paint_bar(painter, (start, end, level), share, tone, theme)
        told = "–" if math.isnan(share) else rough_percent(share)
        face().write(painter, (area.right(), level), told, painter_ink, Align.AlignRight)


def _paint_bar(
    painter: QPainter, at: tuple[float, float, float], share: float, tone: str, theme: Theme
) -> None:
    start, end, level = at
    track = QRectF(start, round(level - _THICK / 2), max(end - start, 0.0), _THICK)
    painter.fillRect(track, colour(theme.plot_grid))
    if share > 0.0:
        filled = QRectF(track)
        filled.setWidth(max(min(share, 1.0) * track.width(), 1.0))
        painter.fillRect(filled, colour(tone))
    painter.setBrush(Qt.BrushStyle.NoBrush)
