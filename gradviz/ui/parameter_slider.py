"""A slider over round numbers that marks where the formula itself puts its parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QWidget

from gradviz.plots.keys import NOTCH
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui.keys import MOVES, KeyKeeper
from gradviz.ui.slider_scale import SliderScale

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

COARSE: Final = 10
"""Steps of a page, and of the wheel with Shift."""
TICK: Final = 5.0
"""Length in pixels of the mark at the typed value, below the groove."""


class ParameterSlider(QSlider):
    """Moves in steps of a `SliderScale`; a click anywhere puts the handle there."""

    moved = Signal(float, bool)
    """Where the user puts it, and whether that is where it stays: false while it is dragged."""
    resetRequested = Signal()  # noqa: N815  (Qt's spelling)
    """A double click: back to the typed value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = LIGHT
        self._typed = 0.0
        self._turned = 0
        self.scale = SliderScale(-1.0, 1.0)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageStep(COARSE)
        KeyKeeper(self, MOVES)
        self.valueChanged.connect(self._tell)
        self.sliderReleased.connect(self._tell)

    def set_scale(self, scale: SliderScale, typed: float) -> None:
        """Take another range; `typed` is the value that the formula gives."""
        self.scale, self._typed = scale, typed
        with QSignalBlocker(self):
            self.setRange(0, scale.last)
        self.update()

    def show_value(self, value: float) -> None:
        """Put the handle at a value without a signal; a handle that is held stays."""
        if not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(self.scale.position(value))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def _tell(self) -> None:
        self.moved.emit(self.scale.value(self.value()), not self.isSliderDown())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Put the handle under the pointer, to be dragged from there."""
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self._handle().contains(place):
            self.setSliderDown(True)  # what follows may be a drag
            self.setValue(self._position_at(place))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the typed value."""
        self.resetRequested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Step while in focus, ten times as far with Shift; scroll the column else."""
        if not self.hasFocus():
            event.ignore()
            return
        turn = event.angleDelta()
        self._turned += turn.y() or turn.x()  # Shift turns the wheel sideways on some systems
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setValue(self.value() + notches * (COARSE if coarse else 1))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Paint the slider, and below its groove a mark at the typed value."""
        super().paintEvent(event)
        if not self.scale.contains(self._typed):
            return
        painter = QPainter(self)
        across = self._centre_of(self.scale.position(self._typed))
        top = self.height() / 2 + TICK
        painter.fillRect(QRectF(across - 0.5, top, 1.0, TICK), QColor(self._theme.text_faint))
        painter.end()

    def _option(self) -> QStyleOptionSlider:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return option

    def _part(self, part: QStyle.SubControl) -> QRect:
        kind = QStyle.ComplexControl.CC_Slider
        return self.style().subControlRect(kind, self._option(), part, self)

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _way(self) -> tuple[int, int]:
        """Return where the left end of the handle is at position 0, and how far it goes."""
        groove = self._part(QStyle.SubControl.SC_SliderGroove)
        return groove.left(), groove.width() - self._handle().width()

    def _position_at(self, place: QPoint) -> int:
        left, room = self._way()
        across = place.x() - left - self._handle().width() // 2
        return QStyle.sliderValueFromPosition(0, self.maximum(), across, room)

    def _centre_of(self, position: int) -> float:
        left, room = self._way()
        half = self._handle().width() / 2
        return left + half + QStyle.sliderPositionFromValue(0, self.maximum(), position, room)
