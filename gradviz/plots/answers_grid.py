"""Paints a page of samples: the drawings, what each is taken for, and whether that is right."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPen, QPixmap

from gradviz.core.network.metrics import NO_CLASS
from gradviz.plots.answers_art import pixels_of
from gradviz.plots.answers_inputs import Art
from gradviz.plots.answers_marks import paint_crosses, paint_ticks
from gradviz.plots.answers_names import fitting_name
from gradviz.plots.answers_tiles import LINE, MARK
from gradviz.plots.answers_words import class_name, is_words, rough_percent
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import Align, face
from gradviz.plots.stamps import MarkStamp, paint_stamps

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.document.answers import Answers
    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.answers_tiles import Tiles
    from gradviz.plots.themes import Theme

_RADIUS: Final = 5.0
_SYMBOL: Final = 3.6
_POINT: Final = 3.4


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


def paint_verdicts(painter: QPainter, page: Page, theme: Theme) -> None:
    """Frame and cross out the samples that are wrong, and tick those that are right."""
    tiles, wrong = page.tiles, page.answers.is_wrong[page.samples].tolist()
    engine = painter.paintEngine()
    if engine is None or engine.type() != QPaintEngine.Type.Raster:
        for place, is_wrong in enumerate(wrong):
            _paint_verdict(painter, tiles, place, theme, is_wrong=is_wrong)
        return
    ratio = painter.deviceTransform().m11()
    prints = {is_wrong: _printed(tiles, ratio, theme, is_wrong) for is_wrong in set(wrong)}
    for place, is_wrong in enumerate(wrong):
        painter.drawPixmap(tiles.tile(place).topLeft(), prints[is_wrong])


def _printed(tiles: Tiles, ratio: float, theme: Theme, is_wrong: bool) -> QPixmap:
    """Return a verdict that is drawn once: as many frames and crosses take far longer."""
    first = tiles.tile(0)
    across, down = math.ceil(first.width() * ratio), math.ceil(first.height() * ratio)
    pixmap = QPixmap(across, down)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-first.topLeft())
        _paint_verdict(painter, tiles, 0, theme, is_wrong=is_wrong)
    return pixmap


def _paint_verdict(
    painter: QPainter, tiles: Tiles, place: int, theme: Theme, *, is_wrong: bool
) -> None:
    left, _, level = tiles.words(place)
    at = (left + 4.0, level + (LINE if tiles.is_beside else 0.0))
    if not is_wrong:
        paint_ticks(painter, [at], theme)
        return
    paint_crosses(painter, [at], theme)
    painter.setPen(QPen(colour(theme.bad), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = tiles.tile(place).adjusted(0.6, 0.6, -0.6, -0.6)
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
        room = right - left - MARK
        if label != NO_CLASS and not tiles.is_beside:
            room -= tiles.percent
        name = fitting_name(strong, class_name(answers, label), room)
        strong.write(painter, (left + MARK, level), name, ink)
        if label != NO_CLASS:
            sure = rough_percent(float(answers.probabilities[index, label]))
            if tiles.is_beside:
                plain.write(painter, (left + MARK, level + LINE), sure, muted)
            else:
                plain.write(painter, (right, level), sure, muted, Align.AlignRight)
        if label != labels[index]:
            lines = 2 if tiles.is_beside else 1
            room = right - left - plain.width(is_words(""))
            words = is_words(fitting_name(plain, class_name(answers, int(labels[index])), room))
            plain.write(painter, (left, level + lines * LINE), words, bad)
    if tiles.is_beside:
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
