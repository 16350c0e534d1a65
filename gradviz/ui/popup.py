"""A frame that opens under a button and closes at a click beside it, or with Escape."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gradviz.ui import metrics


class Popup(QFrame):
    """Holds one widget.

    Parameters
    ----------
    content : QWidget
        What it shows.
    name : str
        What screen readers call it.
    """

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        side = metrics.CARD_PADDING
        column.setContentsMargins(side, side, side, side)
        column.addWidget(content)

    def open_below(
        self, anchor: QWidget, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight
    ) -> None:
        """Open below `anchor`, its right or left edge under the anchor's, wholly on the screen."""
        room = anchor.screen().availableGeometry()
        self.resize(self.sizeHint().boundedTo(room.size()))  # adjustSize keeps to 2/3 of it
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + metrics.LABEL_GAP))
        right_most = room.right() - self.width()
        beside = anchor.width() - self.width() if side == Qt.AlignmentFlag.AlignRight else 0
        left = max(min(corner.x() + beside, right_most), room.left())
        top = max(min(corner.y(), room.bottom() - self.height()), room.top())
        self.move(left, top)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
