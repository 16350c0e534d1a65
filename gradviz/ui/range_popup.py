"""Two fields under a slider: from where to where it goes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.controls import labelled
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping
from gradviz.ui.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

LARGEST = sys.float_info.max
FIELD = 96


class RangePopup(Popup):
    """Asks for the range of a parameter's slider; what is typed applies when it closes.

    Escape closes it too, but forgets what was typed.

    Parameters
    ----------
    name : str
        The parameter.
    low, high : float
        Its range now.
    """

    chosen = Signal(float, float)
    """The new range, when it is one and another one."""

    def __init__(self, name: str, low: float, high: float, parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, self.tr("Range of {0}").format(name), parent)
        self._range = (low, high)
        self._given_up = False
        self._low = self._field("rangeLowField", self.tr("Lowest {0}").format(name), low)
        self._high = self._field("rangeHighField", self.tr("Highest {0}").format(name), high)
        self._problem = QLabel(self.tr("The first must be below the second."))
        self._problem.setProperty("role", "error")
        self._problem.hide()
        self._lay_out(content)
        self.setFocusProxy(self._low)
        self._low.selectAll()

    def _field(self, object_name: str, name: str, value: float) -> NumberField:
        field = NumberField(low=-LARGEST, high=LARGEST, stepping=Stepping.LINEAR)
        field.setObjectName(object_name)
        field.setAccessibleName(name)
        field.setFixedWidth(FIELD)
        field.set_value(value)
        field.edited.connect(self._judge)
        field.returnPressed.connect(self._finish)
        return field

    def _lay_out(self, content: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(labelled(self.tr("from"), self._low))
        row.addWidget(labelled(self.tr("to"), self._high))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.LABEL_GAP)
        column.addLayout(row)
        column.addWidget(self._problem)

    def _typed(self) -> tuple[float, float]:
        low, high = self._low.value(), self._high.value()
        return self._range if low is None or high is None else (low, high)

    def _judge(self) -> None:
        low, high = self._typed()
        self._problem.setVisible(not low < high)
        self.adjustSize()

    def _finish(self) -> None:
        low, high = self._typed()
        if low < high:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Forget with Escape what was typed."""
        self._given_up = event.matches(QKeySequence.StandardKey.Cancel)
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Tell what was typed, if that is a range."""
        super().hideEvent(event)
        low, high = self._typed()
        if low < high and (low, high) != self._range and not self._given_up:
            self._range = (low, high)
            self.chosen.emit(low, high)
