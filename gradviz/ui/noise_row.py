"""How much made-up samples scatter: a slider and a number in one row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.document.network_task import MAX_NOISE
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import metrics
from gradviz.ui.controls import label_of
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping, format_number
from gradviz.ui.parameter_slider import ParameterSlider
from gradviz.ui.slider_scale import SliderScale

FIELD: Final = 56
_REACH: Final = 5.0
"""The slider ends at so many times the noise of the problem."""


class NoiseRow(QWidget):
    """Shows a noise and tells what the reader makes of it; a mark is where the problem has it."""

    edited = Signal(object)
    """The new noise; None for the problem's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = 1.0
        self.field = NumberField(low=0.0, high=MAX_NOISE, stepping=Stepping.LINEAR)
        self.field.setObjectName("sampleNoiseField")
        self.field.setAccessibleName(self.tr("Noise of the samples"))
        self.field.setToolTip(self.tr("How much the samples scatter"))
        self.field.setFixedWidth(FIELD)
        self.slider = ParameterSlider()
        self.slider.setObjectName("sampleNoiseSlider")
        self.slider.setAccessibleName(self.tr("Noise of the samples"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(label_of(self.tr("Noise"), self.slider))
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.slider.moved.connect(self._move)
        self.slider.resetRequested.connect(self._reset)
        self.field.edited.connect(self._tell)
        self.set_theme(LIGHT)

    def show_noise(self, own: float, noise: float | None) -> None:
        """Show a noise; None for that of the problem, which is `own`."""
        value = own if noise is None else noise
        reach = max(_REACH * own, value)
        if own != self._own or not self.slider.scale.contains(value):
            self._own = own
            self.slider.set_scale(SliderScale(0.0, reach, (own,)), own)
            tip = self.tr("How much the samples scatter; double click for {0}")
            self.slider.setToolTip(tip.format(format_number(own)))
            self.slider.setAccessibleDescription(self.slider.toolTip())
        self.slider.show_value(value)
        self.field.set_value(value)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.slider.set_theme(theme)

    def _move(self, noise: float, _finished: bool) -> None:
        self._tell(noise)

    def _reset(self) -> None:
        self.edited.emit(None)

    def _tell(self, noise: float) -> None:
        self.edited.emit(None if noise == self._own else noise)
