"""The widget of the layers of a network: cells are read out, and weights asked to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip

from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import ENTERS, is_one_of
from gradviz.plots.layers_header import title_of
from gradviz.plots.layers_picture import LayersPicture
from gradviz.plots.layers_words import described, idle_tip
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.layer_values import LayerValues
    from gradviz.document.layers_look import LayersLook
    from gradviz.plots.matrix_moves import Spot

_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LayersView(DimmableCanvas):
    """Weights, gradients or activations of every layer at a step.

    Attributes
    ----------
    picture : LayersPicture
        What is painted.
    """

    weightActivated = Signal(int)  # noqa: N815  (Qt's spelling)
    """The number of a weight that was clicked twice, or entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: LayersPicture = LayersPicture(LIGHT)
        self.editing_tip = ""
        self.setMinimumSize(220, 160)
        self.setAccessibleName(self.tr("Layers of the network"))
        self._describe()

    # --- what is shown

    def set_study(self, study: LayerValues | None) -> None:
        """Draw these numbers; None while there are none."""
        self.picture.study = study
        self._describe()
        self.update()

    def set_look(self, look: LayersLook) -> None:
        """Draw other numbers, or draw them in another way."""
        self.picture.look = look
        self._describe()
        self.update()

    def weight_box(self, weight: int) -> QRectF:
        """Return the pixels of the cell that is read out, if it is of this weight; else nothing."""
        spot = self.picture.spot
        if spot is None or self.picture.weight_of(self.extent(), spot) != weight:
            return QRectF()
        return self.picture.spot_box(self.extent(), spot)

    def _describe(self) -> None:
        """Say what the picture shows to who does not see it."""
        study = self.picture.study
        words = self.picture.problem()
        if study is not None and not words:
            words = f"{title_of(study, self.picture.look)}. {described(study, self.picture.look)}"
        keys = self.tr("The arrow keys read out one cell after another; Enter changes a weight.")
        self.setAccessibleDescription(f"{words} {keys}")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling, below too)
        """Paint the picture on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent(), self.devicePixelRatioF())
            self.paint_ring(painter, self.picture.theme)

    # --- the mouse

    def event(self, event: QEvent) -> bool:
        """Tell in tooltips what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that read out cells and change weights."""
        return is_one_of(event, {*_MOVES, *ENTERS})

    def _tip_at(self, at: QPointF) -> str:
        study, spot = self.picture.study, self.picture.spot_at(self.extent(), at)
        if study is None or self.picture.problem():
            return ""
        if spot is None:
            is_words = at.y() < self.picture.header_height(self.extent())
            return idle_tip(study.network.activation) if is_words and self._tells_idle else ""
        is_weight = self.picture.weight_of(self.extent(), spot) is not None
        return self.editing_tip if is_weight else ""

    @property
    def _tells_idle(self) -> bool:
        study = self.picture.study
        return self.picture.is_of_samples and study is not None and bool(study.idle)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Read out what is under the pointer."""
        self._read_out(self.picture.spot_at(self.extent(), event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the weight under the pointer to be changed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._read_out(self.picture.spot_at(self.extent(), event.position()))
            self._activate()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the readout away."""
        self._read_out(None)
        super().leaveEvent(event)

    # --- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the next cell, or ask for its weight to be changed."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._read_out(self.picture.moved(self.extent(), *_MOVES[key]))
        elif key in ENTERS:
            self._activate()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the readout away, unless a field came over it."""
        super().focusOutEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._read_out(None)

    def _activate(self) -> None:
        spot = self.picture.spot
        weight = None if spot is None else self.picture.weight_of(self.extent(), spot)
        if weight is not None:
            self.weightActivated.emit(weight)

    def _read_out(self, spot: Spot | None) -> None:
        if spot != self.picture.spot:
            self.picture.spot = spot
            self.update()
