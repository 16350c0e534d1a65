"""The widget of a curve: the cursor can be dragged over it, and it answers the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal

from gradviz.plots.canvas import Canvas
from gradviz.plots.colours import colour
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.frames import painting
from gradviz.plots.legend import LegendRow
from gradviz.plots.series import Quantity
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.results import Results
    from gradviz.plots.themes import Theme

__all__ = ["CurveView", "LegendRow", "Quantity"]

_NEAR: Final = 5.0


class CurveView(Canvas):
    """A quantity of all runs against the step.

    Parameters
    ----------
    quantity : Quantity
        The value of f or the norm of its gradient.
    """

    cursorDragged = Signal(int)  # noqa: N815  (Qt's spelling)
    changed = Signal()

    def __init__(self, quantity: Quantity = Quantity.VALUE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = CurvePicture(Quantity(quantity), LIGHT)
        self._dragging = False
        self.setMinimumSize(160, 90)
        self.setAccessibleName(
            self.tr("Value of f against the step")
            if quantity is Quantity.VALUE
            else self.tr("Norm of the gradient against the step")
        )
        self.setToolTip("")

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.theme = theme
        self.picture.forget_layout()
        self._show()

    def set_results(self, results: Results | None) -> None:
        """Draw these results, partial ones too."""
        self.picture.results = results
        self._show()

    def set_cursor(self, step: int) -> None:
        """Put the cursor at a step."""
        if step != self.picture.cursor:
            self.picture.cursor = step
            self._show()

    def set_selected(self, index: int) -> None:
        """Draw the run of this index above the others."""
        self.picture.selected = index
        self.picture.forget_layout()
        self._show()

    def set_log(self, log: bool | None) -> None:
        """Choose a logarithmic axis or not; None leaves it to the values."""
        self.picture.log = log
        self._show()

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.picture.dimmed = dimmed
        self.update()

    def _show(self) -> None:
        self.changed.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent())
            self.paint_ring(painter, self.picture.theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Bring the cursor to the pointer and hold it."""
        if event.button() == Qt.MouseButton.LeftButton and self.picture.results is not None:
            self._dragging = True
            self.picture.hovered = None
            self._drag_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the cursor while it is held, else tell the values under the pointer."""
        if self._dragging:
            self._drag_to(event.position())
        elif self.picture.results is not None:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the cursor go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self.picture.hovered = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the cursor by a step, to the start or to the end."""
        step = self.picture.cursor
        targets = {
            Qt.Key.Key_Left: step - 1,
            Qt.Key.Key_Right: step + 1,
            Qt.Key.Key_PageDown: step - 10,
            Qt.Key.Key_PageUp: step + 10,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.picture.last_step,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or self.picture.results is None:
            super().keyPressEvent(event)
            return
        self._move_to(min(max(target, 0), self.picture.last_step))

    def _drag_to(self, at: QPointF) -> None:
        self._move_to(self.picture.step_at(self.extent(), at.x()))

    def _move_to(self, step: int) -> None:
        if step != self.picture.cursor:
            self.set_cursor(step)
            self.cursorDragged.emit(step)

    def _hover(self, at: QPointF) -> None:
        box = self.picture.projection(self.extent()).box
        inside = box.left - _NEAR <= at.x() <= box.right + _NEAR and at.y() <= box.bottom + _NEAR
        step = self.picture.step_at(self.extent(), at.x()) if inside else None
        self.setCursor(Qt.CursorShape.SplitHCursor if inside else Qt.CursorShape.ArrowCursor)
        if step != self.picture.hovered:
            self.picture.hovered = step
            self.update()
