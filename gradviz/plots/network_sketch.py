"""The widget of a small drawing of a network, in which layers grow and shrink."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap

from gradviz.plots.canvas import BY_KEYBOARD, Canvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import is_one_of
from gradviz.plots.paced import Paced
from gradviz.plots.sketch_layout import column_at, spot_at
from gradviz.plots.sketch_picture import NetworkSketchPicture
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network
    from gradviz.plots.themes import Theme

COARSE: Final = 8
"""Units that Shift adds or takes away at once."""
_TURNS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
}
_LAYERS: Final = (Qt.Key.Key_Insert, Qt.Key.Key_Delete)


class NetworkSketch(Canvas):
    """Nodes and weights of a network at one step.

    Attributes
    ----------
    picture : NetworkSketchPicture
        What is painted.
    """

    unitsStepped = Signal(int, int)  # noqa: N815  (Qt's spelling, here and below)
    """A hidden layer, counted from 1, and by how many units it should grow or shrink."""
    layerAdded = Signal(int)  # noqa: N815
    """The layer after which there should be another one."""
    layerRemoved = Signal(int)  # noqa: N815
    """The hidden layer that should go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: NetworkSketchPicture = NetworkSketchPicture(LIGHT)
        self._ground: QPixmap | None = None
        self._paced = Paced(self)
        self.setMinimumSize(200, 140)
        self.setAccessibleName(self.tr("Drawing of the network"))
        self.setAccessibleDescription(
            self.tr(
                "Left and right choose a hidden layer, plus and minus change how many units it "
                "has, Insert adds a layer after it, Delete removes it."
            )
        )

    # --- what is shown

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.theme = theme
        self._forget()

    def set_network(self, network: Network | None, train: Data | None = None) -> None:
        """Draw this network, whose inputs and classes are called as in `train`."""
        picture = self.picture
        if network != picture.network:
            picture.network, picture.spot = network, None
            picture.weights = picture.gradient = None
            if network is not None and picture.layer is not None:
                last = len(network.sizes) - 2
                picture.layer = min(picture.layer, last) or None
        picture.inputs = () if train is None else train.inputs_named
        picture.outputs = () if train is None else train.classes
        self._forget()

    def set_weights(
        self,
        weights: NDArray[np.float64] | None,
        gradient: NDArray[np.float64] | None = None,
        step: int = 0,
    ) -> None:
        """Draw these weights, shape (w,), of the network shown; None while there are none.

        While steps follow each other quickly only some of them are painted, and the last.
        """
        self.picture.weights, self.picture.gradient = weights, gradient
        self.picture.step = step
        self._ground = None
        self._paced.update()

    def _forget(self) -> None:
        self._ground = None
        self.update()

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the network once for each of its states, and over it what the mouse is on."""
        ground = self._painted_ground()
        with painting(self) as painter:
            painter.drawPixmap(0, 0, ground)
            self.picture.paint_over(painter, self.extent())
            self.paint_ring(painter, self.picture.theme)

    def _painted_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = (self.extent() * ratio).toSize()
        if self._ground is None or self._ground.size() != wanted:
            since = time.perf_counter()
            self._ground = QPixmap(wanted)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(colour(self.picture.theme.surface))
            with painting(self._ground) as painter:
                self.picture.paint_network(painter, self.extent())
            self._paced.took = time.perf_counter() - since
        return self._ground

    # --- the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say what is under the pointer; offer to step the layer it is at."""
        at = event.position().toTuple()
        columns = self.picture.columns(self.extent())
        if not columns:
            return
        turn = self._turn_at(at)
        if not turn:
            layer = column_at(columns, at[0])
            self.picture.layer = layer if 0 < layer < len(columns) - 1 else None
        self.picture.spot = None if turn else spot_at(columns, at)
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if turn else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self._tip(turn))
        self.update()

    def _turn_at(self, at: tuple[float, float]) -> int:
        stepper = self.picture.stepper(self.extent())
        return 0 if stepper is None else stepper.step_at(at)

    def _tip(self, turn: int) -> str:
        tips = {
            0: "",
            1: self.tr("One unit more in this layer; with Shift {0}").format(COARSE),
            -1: self.tr("One unit fewer in this layer; with Shift {0}").format(COARSE),
        }
        return tips[turn]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press a minus or a plus."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._step(self._turn_at(event.position().toTuple()), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the second click of two quick ones for another press."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self.picture.spot = None
        if not self._ringed:
            self.picture.layer = None
        self.update()
        super().leaveEvent(event)

    # --- the keys

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the first hidden layer, if it was a key that brought the focus."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD and self.picture.layer is None and self._hidden():
            self.picture.layer = 1

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose no layer any more."""
        super().focusOutEvent(event)
        self.picture.layer = None

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that choose, step, add and remove layers."""
        return is_one_of(event, {*_TURNS, *_STEPS, *_LAYERS}, with_shift=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose a hidden layer, step it, add one, remove it."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            turn = _TURNS[key] if self.picture.layer is not None else 0
            self._choose((self.picture.layer or 1) + turn)
        elif key in _STEPS:
            self._choose(self.picture.layer or 1)
            self._step(_STEPS[key], event.modifiers())
        elif key == Qt.Key.Key_Insert:
            self.layerAdded.emit(self.picture.layer or 0)
        elif key == Qt.Key.Key_Delete and self.picture.layer is not None:
            self.layerRemoved.emit(self.picture.layer)
        else:
            super().keyPressEvent(event)

    def _hidden(self) -> int:
        return 0 if self.picture.network is None else len(self.picture.network.sizes) - 2

    def _choose(self, layer: int) -> None:
        if self._hidden():
            self.picture.layer = min(max(layer, 1), self._hidden())
            self.update()

    def _step(self, turn: int, modifiers: Qt.KeyboardModifier) -> None:
        if turn and self.picture.layer is not None:
            coarse = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.unitsStepped.emit(self.picture.layer, turn * (COARSE if coarse else 1))
