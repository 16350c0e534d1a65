"""The counts below a drawn network, and the minus and plus beside that of a hidden layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPen

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.sketch_layout import LABELS

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from gradviz.plots.sketch_layout import Column
    from gradviz.plots.themes import Theme

BUTTON: Final = 18.0
"""Side of the buttons in pixels."""
_BETWEEN: Final = 5.0
_ARM: Final = 3.5
_RADIUS: Final = 5.0


class Stepper:
    """Minus, count, plus, below the nodes of one layer.

    Attributes
    ----------
    minus, plus : QRectF
        The buttons.
    """

    def __init__(self, column: Column, size: QSizeF) -> None:
        self._text = str(column.count)
        words = face().width(self._text) + 2 * _BETWEEN
        across = words + 2 * BUTTON
        left = min(max(column.x - across / 2.0, 0.0), max(size.width() - across, 0.0))
        top = size.height() - (LABELS + BUTTON) / 2.0
        self.minus = QRectF(left, top, BUTTON, BUTTON)
        self.plus = QRectF(left + BUTTON + words, top, BUTTON, BUTTON)

    @property
    def area(self) -> QRectF:
        """All of it."""
        return self.minus.united(self.plus)

    def step_at(self, at: tuple[float, float]) -> int:
        """Return -1 on the minus, 1 on the plus, 0 elsewhere."""
        return int(self.plus.contains(*at)) - int(self.minus.contains(*at))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the count between two small buttons."""
        painter.setPen(QPen(colour(theme.border), 1.0))
        painter.setBrush(colour(theme.sunken))
        for button in (self.minus, self.plus):
            painter.drawRoundedRect(button.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QPen(colour(theme.text), 1.5))
        for button in (self.minus, self.plus):
            x, y = button.center().toTuple()
            painter.drawLine(QLineF(x - _ARM, y, x + _ARM, y))
        painter.drawLine(QLineF(x, y - _ARM, x, y + _ARM))
        at = self.area.center().toTuple()
        face().write(painter, at, self._text, colour(theme.text), Align.AlignHCenter)


def paint_counts(
    painter: QPainter,
    columns: tuple[Column, ...],
    size: QSizeF,
    theme: Theme,
    taken: QRectF | None = None,
) -> None:
    """Write below each layer how many units it has, where there is room; none within `taken`."""
    level, free_from = size.height() - LABELS / 2.0, -1.0
    for column in columns:
        text = str(column.count)
        across = face().width(text)
        left = min(max(column.x - across / 2.0, 0.0), max(size.width() - across, 0.0))
        box = QRectF(left, level - 1.0, across, 2.0)
        if left < free_from or (taken is not None and taken.intersects(box)):
            continue
        free_from = left + across + _BETWEEN
        face().write(painter, (left, level), text, colour(theme.text_muted))
