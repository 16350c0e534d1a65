"""A line of words that is cut short where there is no room, so that it makes no column wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ElidedLabel(QLabel):
    """A label whose end is replaced by dots; its tooltip says it all."""

    def say(self, text: str) -> None:
        """Show a text, and all of it in the tooltip."""
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Write what fits."""
        painter = QPainter(self)
        end = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.text(), end, self.width())
        role, enabled = self.foregroundRole(), self.isEnabled()
        where = self.alignment()
        self.style().drawItemText(painter, self.rect(), where, self.palette(), enabled, shown, role)
        painter.end()
