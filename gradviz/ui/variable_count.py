"""How many variables a formula gets that takes any number of them, such as ``sum(x**2)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.core.formula import parse
from gradviz.document.edits import with_dimension
from gradviz.ui import metrics
from gradviz.ui.controls import label_of
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment

MOST: Final = 10
"""Variables that are offered; a start that was written with more has those."""
_WIDTH: Final = 44


class VariableCount(QWidget):
    """A labelled number that is hidden where the formula itself says how many there are."""

    chosen = Signal(object)
    """The start with another number of coordinates, a tuple: those that were there come back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self._known: tuple[float, ...] = ()
        self._least = 1
        self.field = NumberField(integer=True, low=1, high=MOST)
        self.field.setFixedWidth(_WIDTH)
        self.field.edited.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.TIGHT_GAP)
        row.addWidget(label_of(self.tr("Variables"), self.field))
        row.addWidget(self.field)
        self.hide()

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Show how many variables there are, if that can be chosen."""
        before, self._experiment = self._experiment, experiment
        if before is None or before.formula != experiment.formula:
            self._known = ()
            self._least = parse(formula.text, 1).dimension if formula.flexible else 1
        self._known = experiment.start + self._known[experiment.dimension :]
        self.field.set_range(self._least, max(MOST, experiment.dimension))
        self.field.set_value(experiment.dimension)
        self.setVisible(formula.flexible)

    @Slot(object)
    def _choose(self, count: int) -> None:
        if self._experiment is None:
            return
        known = self._known[:count]
        start = known + with_dimension(self._experiment, count).start[len(known) :]
        self.chosen.emit(start)
