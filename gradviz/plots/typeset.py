"""Typeset maths on the screen: letters from outlines, numbers in the same font.

The letters of a line are pictures painted once for each size, colour and screen; what changes from
frame to frame are numbers, which are ordinary text.
"""

from __future__ import annotations

import importlib.util
from collections import OrderedDict
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPixmap,
)

from gradviz.plots.colours import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.document.outlines import Outline, Shape
    from gradviz.document.typesetting import Typesetting

__all__ = ["SIZE", "Typeset", "find", "is_known", "keep", "number_font", "number_width"]

SIZE: Final = 14
"""Pixels of the font that sit well beside 12 of the program's own."""
_MOST_LINES: Final = 500
_MOST_PICTURES: Final = 24  # of one line: two themes on two screens, in its parts
_FONT_FILE: Final = Path("fonts", "STIXTwoMath-Regular.ttf")


class Typeset:
    """A line of maths to be painted at any size.

    Parameters
    ----------
    outline : Outline
        Its letters and the places of its numbers.
    """

    def __init__(self, outline: Outline) -> None:
        self._slots = outline.slots
        self._paths = [_path(shape) for shape in outline.shapes]
        self._width = outline.width
        self.ascent = outline.ascent
        self.descent = outline.descent
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which numbers are set, from left to right; the same one may come twice."""
        return tuple(slot.number for slot in self._slots)

    def width(self, size: float, texts: Sequence[str]) -> float:
        """Return how wide the line is in pixels, with `texts` for its numbers in their order."""
        grown = sum(number_width(text, size) for text in texts) - len(texts) * _figure(size)
        return self._width * size + grown

    def paint(
        self, painter: QPainter, at: QPointF, size: float, ink: str, texts: Sequence[str]
    ) -> list[QRectF]:
        """Paint the line.

        Parameters
        ----------
        painter : QPainter
            On a widget; not turned or scaled.
        at : QPointF
            Left end of the base line.
        size : float
            Pixels of the font.
        ink : str
            Colour, as ``#RRGGBB``.
        texts : sequence of str
            The numbers as they are shown, one for each of `numbers`.

        Returns
        -------
        list of QRectF
            Where the numbers are.
        """
        boxes, shift = [], 0.0
        painter.setFont(number_font(size))
        painter.setPen(colour(ink))
        for part in range(len(self._paths)):
            self._paint_part(painter, part, QPointF(at.x() + shift, at.y()), size, ink)
            if part < len(self._slots):
                slot, text = self._slots[part], texts[part]
                middle = (slot.left + slot.right) / 2.0 * size
                left, width = (
                    at.x() + shift + middle - _figure(size) / 2.0,
                    number_width(text, size),
                )
                painter.drawText(QPointF(left, at.y()), text)
                boxes.append(QRectF(left, at.y() - 0.8 * size, width, size))
                shift += width - _figure(size)
        return boxes

    def _paint_part(self, painter: QPainter, part: int, at: QPointF, size: float, ink: str) -> None:
        path = self._paths[part]
        if path.isEmpty():
            return
        ratio = painter.device().devicePixelRatio()
        box = path.boundingRect()
        corner = QPointF(box.left() * size - 1.0, box.top() * size - 1.0)
        key = (part, size, ink, ratio)
        picture = self._pictures.get(key)
        if picture is None:
            picture = _picture(path, corner, size, ink, ratio)
            self._pictures[key] = picture
            if len(self._pictures) > _MOST_PICTURES:
                self._pictures.popitem(last=False)
        place = at + corner
        # on whole pixels of the screen, or it would blur
        sharp = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        painter.drawPixmap(sharp, picture)


def _picture(path: QPainterPath, corner: QPointF, size: float, ink: str, ratio: float) -> QPixmap:
    box = path.boundingRect()
    wide, high = box.width() * size + 3.0, box.height() * size + 3.0
    picture = QPixmap(int(np.ceil(wide * ratio)), int(np.ceil(high * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-corner.x(), -corner.y())
    painter.scale(size, size)
    painter.fillPath(path, colour(ink))
    painter.end()
    return picture


def _path(shape: Shape) -> QPainterPath:
    """Hand outlines to Qt in one piece, in its own serialised form (see `plots.marks`)."""
    path = QPainterPath()
    count = len(shape.kinds)
    if count == 0:
        return path
    records = np.zeros(count, dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    records["kind"] = shape.kinds
    records["x"], records["y"] = shape.points[:, 0], shape.points[:, 1]
    head, tail = np.array([count], dtype=">i4"), np.zeros(2, dtype=">i4")
    data = QByteArray(head.tobytes() + records.tobytes() + tail.tobytes())
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


# --- numbers -------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def number_font(size: float) -> QFont:
    """Return the font of the typeset letters, for text."""
    font = QFont(QGuiApplication.font())
    family = _family()
    if family:
        font.setFamilies([family, *QGuiApplication.font().families()])
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def number_width(text: str, size: float) -> float:
    """Return how wide a number is set, in pixels."""
    return _metrics(size).horizontalAdvance(text)


@lru_cache(maxsize=8)
def _metrics(size: float) -> QFontMetricsF:
    return QFontMetricsF(number_font(size))


@lru_cache(maxsize=8)
def _figure(size: float) -> float:
    return number_width("0", size)


@cache
def _family() -> str:
    """Load the font that ziamath brings along, without ziamath; "" if it is not there."""
    found = importlib.util.find_spec("ziamath")
    for folder in (found.submodule_search_locations or ()) if found else ():
        number = QFontDatabase.addApplicationFont(str(Path(folder) / _FONT_FILE))
        families = QFontDatabase.applicationFontFamilies(number)
        if families:
            return families[0]
    return ""


# --- what is known -------------------------------------------------------------------------------

_lines: OrderedDict[str, Typeset | None] = OrderedDict()


def keep(typesetting: Typesetting) -> None:
    """Remember lines that were typeset, for every view."""
    for latex, outline in typesetting.outlines.items():
        _lines[latex] = None if outline is None else Typeset(outline)
        _lines.move_to_end(latex)
    while len(_lines) > _MOST_LINES:
        _lines.popitem(last=False)


def is_known(latex: str) -> bool:
    """Whether a line was typeset, or it is known that it cannot be."""
    return latex in _lines


def find(latex: str) -> Typeset | None:
    """Return a line, None if it is not typeset."""
    if latex not in _lines:
        return None
    _lines.move_to_end(latex)
    return _lines[latex]
