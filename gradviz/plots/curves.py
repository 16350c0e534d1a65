"""The widget of a curve: the cursor can be dragged over it, and it answers the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal

from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.curve_ground import CurveGround
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.frames import painting
from gradviz.plots.legend import LegendRow
from gradviz.plots.press import Press
from gradviz.plots.series import Quantity
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import LossAxis
    from gradviz.document.results import Outcome
    from gradviz.plots.run_series import Grain
    from gradviz.plots.themes import Theme

__all__ = ["CurveView", "LegendRow", "Quantity"]

_NEAR: Final = 5.0


class CurveView(DimmableCanvas):
    """A quantity of all runs against the step, or what else was chosen.

    Parameters
    ----------
    quantity : Quantity
        The value of f, the norm of its gradient, or the accuracy of a network.
    """

    cursorDragged = Signal(int)  # noqa: N815  (Qt's spelling, here and below)
    """The step the cursor was moved to."""
    stepPicked = Signal(int, int)  # noqa: N815
    """The index of a run and the step of its curve that was clicked on."""
    changed = Signal()
    """The picture is another one."""

    def __init__(self, quantity: Quantity = Quantity.VALUE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: CurvePicture = CurvePicture(Quantity(quantity), LIGHT)
        self._ground = CurveGround()
        self._press: Press | None = None
        self._peers: list[CurveView] = []
        self.setMinimumSize(160, 72)
        names = {
            Quantity.VALUE: self.tr("Value of f against the step"),
            Quantity.GRADIENT_NORM: self.tr("Norm of the gradient against the step"),
            Quantity.ACCURACY: self.tr("Accuracy against the step"),
        }
        self.setAccessibleName(names[Quantity(quantity)])
        self.setToolTip("")

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.theme = theme
        self.picture.forget_layout()
        self._show()

    def set_results(self, results: Outcome | None) -> None:
        """Draw these results, partial ones too, or a training."""
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

    def set_grain(self, grain: Grain) -> None:
        """Choose what of a training is drawn: every step, or every epoch."""
        self.picture.grain = grain
        self._show()

    def set_axis(self, axis: LossAxis) -> None:
        """Choose what the curves are drawn against."""
        self.picture.axis = axis
        self._show()

    def align_with(self, other: CurveView) -> None:
        """Give this view and another one left axes of one width."""
        self.picture.margin = other.picture.margin
        self._peers.append(other)
        other._peers.append(self)

    def _show(self) -> None:
        self.changed.emit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture on the card's surface."""
        before = self.picture.margin.width
        with painting(self) as painter:
            self._paint(painter)
            self.paint_ring(painter, self.picture.theme)
        if self.picture.margin.width != before:
            for peer in self._peers:
                peer.update()

    def _paint(self, painter: QPainter) -> None:
        picture, size = self.picture, self.extent()
        if picture.problem():
            painter.fillRect(self.rect(), colour(picture.theme.surface))
            picture.paint(painter, size)
        else:
            self._ground.paint(painter, picture, size, self.devicePixelRatioF())
            picture.paint_over(painter, size)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Bring the cursor to the pointer and hold it; it may turn out to be a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.picture.results is not None:
            self._press = Press(event.position())
            self.picture.hovered = None
            self._drag_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the cursor while it is held, else tell the values under the pointer."""
        if self._press is None:
            if self.picture.results is not None:
                self._hover(event.position())
        elif self._press.drag(event.position()) is not None:
            self._drag_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the cursor go; after a click on a curve, tell whose step it was."""
        press = self._press
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._press = None
        picked = self.picture.picked_at(self.extent(), event.position().toTuple())
        if picked is not None and not press.dragging:
            self.stepPicked.emit(picked.run, picked.step)

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
        layout = self.picture.layout(self.extent())
        box = layout.projection.box
        beside = box.left - _NEAR <= at.x() <= box.right + _NEAR
        inside = beside and at.y() <= layout.bottom + _NEAR
        place = self.picture.place_at(self.extent(), at.x()) if inside else None
        self.setCursor(Qt.CursorShape.SplitHCursor if inside else Qt.CursorShape.ArrowCursor)
        if place != self.picture.hovered:
            self.picture.hovered = place
            self.update()
