"""A number field over a cell of a matrix, in which a first weight is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

_WIDTH: Final = 132
_MARGIN: Final = 6


class WeightEditor(QFrame):
    """Shows a field with the first value of one weight, and tells what is entered.

    Enter and leaving the field apply, Escape does not.

    Parameters
    ----------
    parent : QWidget
        The picture that it lies over.
    """

    entered = Signal(int, float)
    """The number of the weight, and the value that it is to begin with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("popup")  # the look of whatever lies over others
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._weight = 0
        self._first: float | None = None
        self._caption = QLabel()
        self._caption.setProperty("role", "label")
        self.field = NumberField()
        self.field.setObjectName("weightField")
        self.field.setFixedHeight(metrics.FIELD)
        self.field.installEventFilter(self)
        self._caption.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(metrics.CAPTION_GAP)
        column.addWidget(self._caption)
        column.addWidget(self.field)
        self.hide()

    def open(self, weight: int, name: str, value: float, cell: QRectF) -> None:
        """Show the field over a cell.

        Parameters
        ----------
        weight : int
            Number of the weight.
        name : str
            What stands above the field.
        value : float
            The first value that the weight has now.
        cell : QRectF
            The pixels of the cell.
        """
        self._weight, self._first = weight, value
        self._caption.setText(name)
        self.field.setAccessibleName(name)
        self.field.set_value(value)
        self.field.restore()
        self._place(cell)
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, cell: QRectF) -> None:
        """Lie over the cell, but all inside the picture."""
        self.adjustSize()
        within = self._over.rect()
        width = max(self.sizeHint().width(), _WIDTH)
        box = QRect(0, 0, width, self.sizeHint().height())
        box.moveCenter(cell.center().toPoint())
        box.moveLeft(max(min(box.left(), within.right() - width - 2), 2))
        box.moveTop(max(min(box.top(), within.bottom() - box.height() - 2), 2))
        self.setGeometry(box)

    def close_unchanged(self) -> None:
        """Go away and tell nothing."""
        self._first = None
        self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Close on Enter and Escape, and when the focus goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.close_unchanged()
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if not self.field.problem():
                    self._apply()
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and self.isVisible():
            is_menu = event.reason() == Qt.FocusReason.PopupFocusReason
            if not is_menu:
                self._apply()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        """Tell the number in the field if it is another one, and go away."""
        before, value = self._first, self.field.value()
        self._first = None
        is_new = before is not None and value is not None and value != before
        is_valid = not self.field.problem()
        self._leave()
        if is_new and is_valid and value is not None:
            self.entered.emit(self._weight, float(value))

    def _leave(self) -> None:
        if not self.isVisible():
            return
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
