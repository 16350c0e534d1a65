"""Text in the pictures: one place that makes fonts, measures and sets words."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QColor

SMALL: Final = 11
BODY: Final = 12
_MIDDLE: Final = 0.36  # half the height of a figure, as a share of the font's size

Align = Qt.AlignmentFlag


class Face:
    """A font with its measures, which Python asks for far more often than they change."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.size = font.pixelSize()
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return how wide a text is set, in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > 2000:  # noqa: PLR2004 - readouts never repeat
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def widest(self, texts: tuple[str, ...]) -> float:
        """Return how wide the widest of some texts is set; thousands of them are measured once."""
        return _widest(self, texts)

    def elided(self, text: str, width: float) -> str:
        """Return the text, its end replaced by dots if it is wider than `width`."""
        if self.width(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def write(
        self,
        painter: QPainter,
        at: tuple[float, float],
        text: str,
        ink: QColor,
        align: Align = Align.AlignLeft,
    ) -> None:
        """Set one line: ``at[0]`` is its left, middle or right end, ``at[1]`` its mid height."""
        x = at[0]
        if align != Align.AlignLeft:
            x -= self.width(text) * (0.5 if align == Align.AlignHCenter else 1.0)
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawText(QPointF(x, at[1] + _MIDDLE * self.size), text)

    def write_on_halo(
        self, painter: QPainter, at: tuple[float, float], text: str, ink: QColor, halo: QColor
    ) -> None:
        """Set a line of text with a rim, so that it is read on any ground."""
        path = QPainterPath()
        path.addText(QPointF(at[0], at[1] + _MIDDLE * self.size), self.font, text)
        rim = QPen(halo, 3.0)
        rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, rim)
        self.write(painter, at, text, ink)

    def write_within(self, painter: QPainter, box: QRectF, text: str, ink: QColor) -> None:
        """Set a text of several lines in the middle of a box."""
        painter.setFont(self.font)
        painter.setPen(ink)
        painter.drawText(box, int(Align.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


@lru_cache(maxsize=64)
def _widest(kind: Face, texts: tuple[str, ...]) -> float:
    return max(map(kind.width, texts))


_FIGURES: Final = [True]
"""Whether figures are tabular, the last one counts."""


def face(size: int = SMALL, *, bold: bool = False) -> Face:
    """Return the application's font at a size in pixels, with tabular figures, unhinted."""
    return _face(QGuiApplication.font().family(), size, bold, _FIGURES[-1])


@contextmanager
def plain_figures() -> Iterator[None]:
    """Set figures as the font has them while the block lasts.

    A PDF file does not know that the glyph of a tabular figure is a figure: text that is copied
    out of it would have none.
    """
    _FIGURES.append(False)
    try:
        yield
    finally:
        _FIGURES.pop()


@lru_cache(maxsize=32)
def _face(_family: str, size: int, bold: bool, is_tabular: bool) -> Face:
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), int(is_tabular))
    return Face(made)
