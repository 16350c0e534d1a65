"""Which two of many coordinates the map shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gradviz.plots.numerals import variable_label
from gradviz.ui import metrics
from gradviz.ui.controls import Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment

FEWEST = 3
"""Variables from which there is something to choose."""
WIDTH = 64
ROOM_OF_LISTS = 240
"""Pixels that the lists take with their labels."""


class PlaneChoice(QWidget):
    """Two lists of coordinates; the two that are chosen always differ."""

    planeChosen = Signal(object)  # noqa: N815  (Qt's spelling)
    """The coordinates along x and y, a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeChoice")
        self._variables: tuple[str, ...] = ()
        self._plane = (0, 1)
        self._across = self._choice("planeAcrossCombo", self.tr("Coordinate across"))
        self._up = self._choice("planeUpCombo", self.tr("Coordinate upwards"))
        self._across.activated.connect(self._choose_across)
        self._up.activated.connect(self._choose_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.ROW_GAP)
        for text, choice in ((self.tr("Across"), self._across), (self.tr("Up"), self._up)):
            row.addWidget(_label(text, "label"))
            row.addWidget(choice)
        self._held = self.tr("the others held at the selected run's point")
        self._note = _label(self._held, "note")
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._note, 1)

    def _choice(self, object_name: str, name: str) -> Choice:
        choice = Choice(object_name, name, self.tr("Which coordinate the picture shows here"))
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.setFixedWidth(WIDTH)
        return choice

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Say what is held where there is room for all of it; the plot says it anyway."""
        super().resizeEvent(event)
        words = self._note.fontMetrics().horizontalAdvance(self._held)
        self._note.setText(self._held if self.width() >= ROOM_OF_LISTS + words else "")

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Show the coordinates of an experiment; there is no choice among two."""
        if formula.variables != self._variables:
            self._variables = formula.variables
            names = [(variable_label(name), i) for i, name in enumerate(self._variables)]
            for choice in (self._across, self._up):
                choice.offer(names)
        self._plane = experiment.plane
        if self.is_needed:
            self._across.show_value(self._plane[0])
            self._up.show_value(self._plane[1])

    @property
    def is_needed(self) -> bool:
        """Whether there is a choice."""
        return len(self._variables) >= FEWEST

    def _choose_across(self, index: int) -> None:
        first, second = self._plane
        self.planeChosen.emit((index, first if index == second else second))

    def _choose_up(self, index: int) -> None:
        first, second = self._plane
        self.planeChosen.emit((second if index == first else first, index))


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label
