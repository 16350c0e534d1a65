"""A small picture, or the first lines, of what is about to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

SMALLEST: Final = QSize(360, 260)
_CHECK: Final = 8
_LIGHT, _DARK = QColor("#FFFFFF"), QColor("#D9DCE2")
_MARGIN: Final = 10
_AT_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
LINES: Final = 40
"""Lines that are shown at most."""
_WIDTH: Final = 200
"""Characters of a line that there might be room for."""


class ExportPreview(QWidget):
    """Shows an image on a chequered ground, or text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportPreview")
        self.setAccessibleName(self.tr("Preview"))
        self.setMinimumSize(SMALLEST)
        self._pixmap: QPixmap | None = None
        self._text = ""

    @property
    def room(self) -> QSize:
        """How many pixels of the screen there are for an image."""
        return self.size() * self.devicePixelRatioF()

    @property
    def text(self) -> str:
        """The lines that are shown; "" for an image."""
        return self._text

    @property
    def pixmap(self) -> QPixmap | None:
        """The image that is shown."""
        return self._pixmap

    def show_image(self, image: QImage) -> None:
        """Show an image, reduced to the room there is."""
        self._pixmap, self._text = QPixmap.fromImage(image), ""
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.setAccessibleDescription("")
        self.update()

    def show_text(self, text: str) -> None:
        """Show the first lines of a text."""
        self._pixmap = None
        self._text = "\n".join(line[:_WIDTH] for line in text.splitlines()[:LINES])
        self.setAccessibleDescription(self._text[:200])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Paint what is shown."""
        painter = QPainter(self)
        if self._pixmap is not None:
            self._paint_image(painter, self._pixmap)
        elif self._text:
            self._paint_text(painter)
        painter.end()

    def _paint_image(self, painter: QPainter, pixmap: QPixmap) -> None:
        size = pixmap.deviceIndependentSize().toSize()
        size.scale(size.boundedTo(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        target = QRect(corner, size)
        if pixmap.hasAlphaChannel():
            _paint_chequers(painter, target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(target.adjusted(0, 0, -1, -1))

    def _paint_text(self, painter: QPainter) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.fillRect(self.rect(), self.palette().base())
        painter.setPen(self.palette().text().color())
        box = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        whole = box.height() // painter.fontMetrics().lineSpacing()
        painter.setClipRect(box)
        painter.drawText(box, int(_AT_TOP), "\n".join(self._text.split("\n")[:whole]))
        painter.setClipping(False)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _paint_chequers(painter: QPainter, box: QRect) -> None:
    """Paint what shows through where nothing is painted."""
    painter.fillRect(box, _LIGHT)
    painter.save()
    painter.setClipRect(box)
    for y in range(box.top(), box.bottom() + 1, _CHECK):
        first = box.left() + _CHECK * (((y - box.top()) // _CHECK) % 2)
        for x in range(first, box.right() + 1, 2 * _CHECK):
            painter.fillRect(x, y, _CHECK, _CHECK, _DARK)
    painter.restore()
