"""Which two of many inputs a picture of samples shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gradviz.document.regions import COMPONENTS, Axes
from gradviz.plots.regions_words import component_label, input_label
from gradviz.ui import metrics
from gradviz.ui.controls import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 3
"""Inputs from which there is something to choose."""
LEAST_WIDTH, WIDTH = 88, 144


class AxesChoice(QWidget):
    """Two lists of inputs; the two that are chosen always differ, or are the main directions."""

    chosen = Signal(object)
    """The inputs across and upwards, a tuple, or `COMPONENTS`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._axes: Axes = (0, 1)
        self._across = self._choice("regionsAcrossCombo", self.tr("Input across"))
        self._up = self._choice("regionsUpCombo", self.tr("Input upwards"))
        self._across.activated.connect(self._choose_across)
        self._up.activated.connect(self._choose_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.ROW_GAP)
        for text, choice in ((self.tr("Across"), self._across), (self.tr("Up"), self._up)):
            label = QLabel(text)
            label.setProperty("role", "label")
            label.setBuddy(choice)
            row.addWidget(label)
            row.addWidget(choice, 1)
        self.hide()

    def _choice(self, object_name: str, name: str) -> Choice:
        tip = self.tr("Which input the picture shows here; the others are held at their mean")
        choice = Choice(object_name, name, tip)
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        choice.setMinimumWidth(LEAST_WIDTH)
        choice.setMaximumWidth(WIDTH)
        return choice

    def show_axes(self, names: Sequence[str], axes: Axes) -> None:
        """Offer these inputs, two of them being shown; nothing is seen of it for one or two."""
        self.setVisible(len(names) >= FEWEST)
        if len(names) < FEWEST:
            return
        if tuple(names) != self._names:
            self._names = tuple(names)
            items = [(input_label(name), i) for i, name in enumerate(names)]
            for choice, place in ((self._across, 0), (self._up, 1)):
                choice.offer([*items, (component_label(place + 1), COMPONENTS[place])])
        self._axes = axes
        self._across.show_value(axes[0])
        self._up.show_value(axes[1])

    def _choose_across(self) -> None:
        picked: int = self._across.currentData()
        self._tell(picked, self._axes[1], self._axes[0])

    def _choose_up(self) -> None:
        picked: int = self._up.currentData()
        other = self._tell_other(picked, self._axes[0], self._axes[1])
        self.chosen.emit(COMPONENTS if picked < 0 else (other, picked))

    def _tell(self, picked: int, other: int, before: int) -> None:
        other = self._tell_other(picked, other, before)
        self.chosen.emit(COMPONENTS if picked < 0 else (picked, other))

    def _tell_other(self, picked: int, other: int, before: int) -> int:
        """Return the other input: as it was, or what was here before if that is picked now."""
        if other == picked:
            other = before
        return other if other >= 0 else int(picked == 0)
