"""How samples are made up and parted: noise, how many, the share to test with, the seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gradviz.core.network.problems import Problem, problem_named
from gradviz.document.experiment import MAX_SEED
from gradviz.document.network_task import MAX_TEST_SHARE, OWN, SAMPLE_COUNTS
from gradviz.ui import metrics
from gradviz.ui.controls import labelled
from gradviz.ui.noise_row import NoiseRow
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping
from gradviz.ui.problem_line import ProblemLine

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.network_task import NetworkTask
    from gradviz.plots.themes import Theme

_PERCENT: Final = 100.0
_DIGITS: Final = 10
"""Decimals of a percentage: 0.07 is 7 and not 7.000000000000001."""


class SampleFields(QWidget):
    """Shows what the samples of an experiment come from and tells what is typed."""

    taskEdited = Signal(dict)  # noqa: N815  (Qt's spelling)
    """Fields of the `NetworkTask` with new values."""
    changed = Signal(object)
    """Fields of the experiment with new values: a dict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self.noise = NoiseRow()
        self.noise.edited.connect(self._edit_noise)
        self._count = self._build_count()
        self._share = self._build_share()
        self._seed = self._build_seed()
        self._counted = labelled(self.tr("Samples"), self._count)
        self._problems = ProblemLine()
        self._problems.watch(self.noise.field, self._count, self._share, self._seed)
        for field in (self.noise.field, self._count, self._share, self._seed):
            field.setAcceptDrops(False)  # a file that is dropped here is for the card
        self._lay_out()

    def _build_count(self) -> NumberField:
        least, most = SAMPLE_COUNTS
        field = NumberField(integer=True, low=least, high=most, stepping=Stepping.DECADES)
        field.setObjectName("sampleCountField")
        field.setAccessibleName(self.tr("Number of samples"))
        field.setToolTip(self.tr("How many samples are made up"))
        field.edited.connect(self._edit_count)
        return field

    def _build_share(self) -> NumberField:
        most = _PERCENT * MAX_TEST_SHARE
        field = NumberField(low=0.0, high=most, stepping=Stepping.LINEAR)
        field.setObjectName("testShareField")
        field.setAccessibleName(self.tr("Share to test with, in percent"))
        field.setToolTip(self.tr("The part of the samples that is kept back to test with"))
        field.edited.connect(self._edit_share)
        return field

    def _build_seed(self) -> NumberField:
        field = NumberField(integer=True, low=0, high=MAX_SEED)
        field.setObjectName("dataSeedField")
        field.setAccessibleName(self.tr("Seed"))
        field.setToolTip(
            self.tr("The same seed gives the same samples, test share, first weights and batches")
        )
        field.edited.connect(self._edit_seed)
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(self._counted, 1)
        row.addWidget(labelled(self.tr("Test %"), self._share), 1)
        row.addWidget(labelled(self.tr("Seed"), self._seed), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.TIGHT_GAP)
        column.addWidget(self.noise)
        column.addLayout(row)
        column.addWidget(self._problems)

    def show_samples(self, task: NetworkTask, experiment: Experiment) -> None:
        """Show what the samples of `task` come from; the seed is the experiment's."""
        self._problem = None if task.problem == OWN else problem_named(task.problem)
        self._show_made_up(self._problem, task)
        percent = round(_PERCENT * task.test_share, _DIGITS)
        self._share.set_value(int(percent) if percent.is_integer() else percent)
        self._seed.set_value(experiment.seed)

    def _show_made_up(self, problem: Problem | None, task: NetworkTask) -> None:
        """Show noise and number, or neither where samples are given."""
        made_up = problem is not None and problem.count is not None
        self.noise.setVisible(made_up)
        self._counted.setVisible(made_up)
        if problem is None or problem.count is None or problem.noise is None:
            for field in (self.noise.field, self._count):
                field.restore()  # what was typed wrongly is of no interest any more
            return
        self.noise.show_noise(problem.noise, task.noise)
        self._count.set_value(problem.count if task.count is None else task.count)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.noise.set_theme(theme)

    def _edit_noise(self, noise: float | None) -> None:
        self.taskEdited.emit({"noise": noise})

    def _edit_count(self, count: int) -> None:
        own = None if self._problem is None else self._problem.count
        self.taskEdited.emit({"count": None if count == own else count})

    def _edit_share(self, percent: float) -> None:
        self.taskEdited.emit({"test_share": percent / _PERCENT})

    def _edit_seed(self, seed: int) -> None:
        self.changed.emit({"seed": seed})
