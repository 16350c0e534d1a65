"""A slider over whole numbers that says which one it is at, perhaps with a place for none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gradviz.ui import metrics

STEP = 5
"""What the page keys move by."""


class CountSlider(QWidget):
    """A labelled slider.

    Parameters
    ----------
    object_name : str
        Name of the slider.
    text : str
        Its label.
    bounds : tuple of int
        The least and the greatest number.
    none : str
        What stands for None, left of the least number; empty where there has to be a number.
    """

    chosen = Signal(object)
    """The number the reader moved to, or None."""

    def __init__(
        self,
        object_name: str,
        text: str,
        bounds: tuple[int, int],
        none: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._none = bounds[0], none
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(object_name)
        self.slider.setAccessibleName(text)
        self.slider.setRange(bounds[0] - bool(none), bounds[1])
        self.slider.setPageStep(STEP)
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._lay_out(text)
        self._show_number(self.slider.value())
        self.slider.valueChanged.connect(self._choose)

    def _lay_out(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "label")
        label.setBuddy(self.slider)
        top = QHBoxLayout()
        top.addWidget(label, 1)
        top.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.LABEL_GAP)
        column.addLayout(top)
        column.addWidget(self.slider)

    def set_tip(self, tip: str) -> None:
        """Explain what is counted."""
        self.slider.setToolTip(tip)

    def set_value(self, value: int | None) -> None:
        """Show a number, or that there is none, without a signal."""
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(self._least - 1 if value is None else value)
        self.slider.blockSignals(blocked)
        self._show_number(self.slider.value())

    def value(self) -> int | None:
        """Return the number."""
        place = self.slider.value()
        return place if place >= self._least else None

    def _choose(self, place: int) -> None:
        self._show_number(place)
        self.chosen.emit(self.value())

    def _show_number(self, place: int) -> None:
        words = str(place) if place >= self._least else self._none
        self._words.setText(words)
        self.slider.setAccessibleDescription(words)
