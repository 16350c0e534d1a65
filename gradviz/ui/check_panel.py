"""The panel of the gradient check: the picture, and a slim row that says whose loss is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gradviz.document.check_values import CheckRequest, CheckSamples, CheckStudy, check_request
from gradviz.document.moment import moment_of
from gradviz.model.studies import StudyKind
from gradviz.plots.check import CheckView
from gradviz.plots.check_words import count_text
from gradviz.ui import metrics
from gradviz.ui.breaking_row import BreakingRow
from gradviz.ui.controls import ActionButton, Chip, Choice

if TYPE_CHECKING:
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme


class CheckPanel(QWidget):
    """Backpropagation against differences, at the weights of the selected run under the cursor.

    Attributes
    ----------
    view : CheckView
        The picture.
    """

    KIND: ClassVar = StudyKind.CHECK
    RESTS: ClassVar = True

    requestChanged = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """Another check is wanted: of other samples, by other schemes, or of all weights."""
    hDragged = Signal(float, bool)  # noqa: N815
    """A new h, to two figures, and whether that is the last of the drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Gradient check"))
        self.view = CheckView()
        self.view.setObjectName("checkView")
        self.view.hDragged.connect(self.hDragged)
        self._asked: tuple[int, int, CheckSamples] | None = None
        self._whole_at: tuple[int, int, CheckSamples] | None = None
        self._training: Training | None = None
        self._selected = self._step = 0
        self._samples = self._build_samples()
        self._every, self._all = self._build_actions()
        self._row = self._lay_out()

    # --- what it is made of

    def _build_samples(self) -> Choice:
        tip = self.tr("The samples whose loss is differentiated, by both ways")
        choice = Choice("checkSamplesCombo", self.tr("Samples"), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        choice.offer(
            [
                (self.tr("This batch"), CheckSamples.BATCH),
                (self.tr("One sample"), CheckSamples.ONE),
                (self.tr("All training samples"), CheckSamples.TRAIN),
            ]
        )
        choice.activated.connect(self._ask)
        return choice

    def _build_actions(self) -> tuple[QAction, QAction]:
        every = QAction(self.tr("All schemes"), self)
        every.setObjectName("checkSchemesAction")
        every.setToolTip(self.tr("Draw the differences of every scheme against h, or of one"))
        every.setCheckable(True)
        every.setChecked(True)
        every.toggled.connect(self._ask)
        whole = QAction(self.tr("Check all weights"), self)
        whole.setObjectName("checkAllAction")
        whole.setToolTip(self.tr("Check the weights that were left out because it takes long"))
        whole.setVisible(False)
        whole.triggered.connect(self._check_all)
        return every, whole

    def _lay_out(self) -> BreakingRow:
        self._whole_button = ActionButton(self._all, "plain")
        self._whole_button.setFixedHeight(metrics.CHIP)
        self._whole_button.hide()
        row = BreakingRow((self._samples, Chip(self._every)), (self._whole_button,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(row)
        column.addWidget(self.view, 1)
        return row

    # --- what is asked for

    def request(self, training: Training, index: int, step: int) -> CheckRequest | None:
        """Return the check that is wanted of run `index` at a step."""
        samples = CheckSamples(self._samples.currentData())  # Qt keeps a plain string
        self._asked = (index, step, samples)
        return check_request(
            training,
            index,
            step,
            samples,
            every_scheme=self._every.isChecked(),
            whole=self._whole_at == self._asked,
        )

    def _check_all(self) -> None:
        """Ask for all weights here; elsewhere they are left out again."""
        self._whole_at = self._asked
        self._ask()

    def _ask(self) -> None:
        self.requestChanged.emit()

    # --- what is shown

    def take(self, study: CheckStudy | None) -> None:
        """Show a check; None for nothing of it."""
        self.view.set_study(study)
        is_part = study is not None and not study.is_whole
        if study is not None and is_part:
            words = self.tr("Check all {0} weights").format(count_text(study.network.size))
            self._all.setText(words)
        self._all.setVisible(is_part)
        self._whole_button.setVisible(is_part)
        self._row.fit()
        self._show_age()

    def _show_age(self) -> None:
        """Veil a check of other weights than those under the cursor, until it is made anew."""
        study, training = self.view.picture.study, self._training
        if study is None or training is None:
            self.set_dimmed(False)
            return
        index = min(self._selected, len(training.runs) - 1)
        shown, wanted = study.request.moment, moment_of(training, index, self._step)
        is_same = np.array_equal(shown.weights, wanted.weights, equal_nan=True)
        self.set_dimmed(shown.step != wanted.step or not is_same)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to other weights."""
        self.view.set_dimmed(dimmed)

    def set_training(self, training: Training | None) -> None:
        """Forget what was found of another network; veil it until there is more of this one."""
        self._training = training
        study = self.view.picture.study
        shown = None if study is None else study.request.moment.task
        if shown is not None and (
            training is None
            or (shown.problem, shown.network) != (training.task.problem, training.task.network)
        ):
            self.take(None)
        self._show_age()

    def set_cursor(self, step: int) -> None:
        """Veil what was found at another step."""
        self._step = step
        self._show_age()

    def set_selected(self, index: int) -> None:
        """Veil what was found of another run."""
        self._selected = index
        self._show_age()
