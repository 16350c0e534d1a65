"""Paints a page of samples: the drawings, what each is taken for, and whether that is right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from gradviz.core.network.metrics import NO_CLASS
from gradviz.plots.answers_art import pixels_of
from gradviz.plots.answers_inputs import Art
from gradviz.plots.answers_marks import paint_crosses, paint_ticks
from gradviz.plots.answers_tiles import LINE, MARK
from gradviz.plots.answers_words import class_name, is_words, rough_percent
from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.stamps import MarkStamp, paint_stamps

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.answers import Answers
    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.answers_tiles import Tiles
    from gradviz.plots.themes import Theme

_RADIUS: Final = 5.0
_SYMBOL: Final = 3.6
_POINT: Final = 3.8


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """The samples that are seen at once, and where.

    Attributes
    ----------
    answers : Answers
        What they are taken for.
    samples : ndarray, shape (k,)
        Which they are.
    tiles : Tiles
        Where they stand: as many places, or more.
    """

    answers: Answers
    samples: NDArray[np.intp]
    tiles: Tiles

    @property
    def art_boxes(self) -> list[QRectF]:
        """Where the drawings stand."""
        return [self.tiles.art_box(place) for place in range(len(self.samples))]


def paint_frames(painter: QPainter, page: Page, theme: Theme) -> None:
    """Frame the samples that are wrong."""
    wrong = page.answers.is_wrong[page.samples]
    painter.setPen(QPen(colour(theme.bad), 1.0))
    painter.setBrush(colour(theme.bad_soft))
    for place in np.flatnonzero(wrong).tolist():
        box = page.tiles.tile(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


def paint_choice(painter: QPainter, box: QRectF, theme: Theme, *, strong: bool) -> None:
    """Ring the sample that is looked at closely."""
    painter.setPen(QPen(colour(theme.accent if strong else theme.text_faint), 2.0 if strong else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def paint_words(painter: QPainter, page: Page, theme: Theme) -> None:
    """Write what each sample is taken for, how sure the network is, and what it is if wrong."""
    answers, tiles = page.answers, page.tiles
    labels, predicted = answers.data.labels, answers.predicted
    ink, muted = colour(theme.text), colour(theme.text_muted)
    strong, plain, bad = face(bold=True), face(), colour(theme.bad)
    for place, index in enumerate(page.samples.tolist()):
        left, right, level = tiles.words(place)
        label = int(predicted[index])
        name = strong.elided(class_name(answers, label), _name_room(tiles, left, right))
        strong.write(painter, (left + MARK, level), name, ink)
        if label != NO_CLASS:
            sure = rough_percent(float(answers.probabilities[index, label]))
            if tiles.is_beside:
                plain.write(painter, (left + MARK, level + LINE), sure, muted)
            else:
                plain.write(painter, (right, level), sure, muted, Align.AlignRight)
        if label != labels[index]:
            lines = 2 if tiles.is_beside else 1
            words = is_words(class_name(answers, int(labels[index])))
            words = plain.elided(words, right - left)
            plain.write(painter, (left, level + lines * LINE), words, bad)
    _paint_marks(painter, page, theme)


def _name_room(tiles: Tiles, left: float, right: float) -> float:
    """Return the room for the name of a class."""
    room = right - left - MARK
    return room if tiles.is_beside else min(room, max(tiles.name, room - 38.0))


def _paint_marks(painter: QPainter, page: Page, theme: Theme) -> None:
    """Tick what is right and cross what is wrong; symbols of classes where there are drawings."""
    ticks: list[tuple[float, float]] = []
    crosses: list[tuple[float, float]] = []
    wrong = page.answers.is_wrong
    for place, index in enumerate(page.samples.tolist()):
        left, _, level = page.tiles.words(place)
        at = (left + 4.0, level + (LINE if page.tiles.is_beside else 0.0))
        (crosses if wrong[index] else ticks).append(at)
    paint_ticks(painter, ticks, theme)
    paint_crosses(painter, crosses, theme)
    if page.tiles.is_beside:
        _paint_symbols(painter, page, theme)


def _paint_symbols(painter: QPainter, page: Page, theme: Theme) -> None:
    """Draw the symbol of each predicted class before its name."""
    found: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for place, index in enumerate(page.samples.tolist()):
        left, _, level = page.tiles.words(place)
        found[int(page.answers.predicted[index])].append((left + 4.0, level))
    found.pop(NO_CLASS, None)
    for label, centres in found.items():
        paint_stamps(painter, symbol_of(label, theme, _SYMBOL), np.array(centres))


def paint_points(painter: QPainter, page: Page, inputs: Inputs, theme: Theme) -> None:
    """Mark where in the plane each sample lies, by the symbol of the class it is of."""
    if inputs.art is not Art.PLANE:
        return
    found: dict[int, list[tuple[float, float]]] = defaultdict(list)
    labels = page.answers.data.labels
    for place, index in enumerate(page.samples.tolist()):
        box = page.tiles.art_box(place)
        found[int(labels[index])].append(point_in(inputs, index, box))
    for label, centres in found.items():
        paint_stamps(painter, symbol_of(label, theme, _POINT), np.array(centres))


def point_in(inputs: Inputs, index: int, box: QRectF) -> tuple[float, float]:
    """Return where a sample lies in its drawing."""
    row, column = pixels_of(inputs.shades[index : index + 1], round(box.width()))[0].tolist()
    return box.left() + column + 0.5, box.top() + row + 0.5


def symbol_of(label: int, theme: Theme, size: float) -> MarkStamp:
    """Return the symbol of a class."""
    style = theme.class_style(label)
    return MarkStamp(style.symbol, size, style.colour, theme.surface)
