"""The card of training: batches and epochs, how far it is, and rates changed on the way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.document.network_task import MAX_EPOCHS
from gradviz.document.run_names import run_names
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.batch_field import BatchField
from gradviz.ui.card import Card
from gradviz.ui.controls import TextButton, labelled
from gradviz.ui.error_line import ErrorLine, mark
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.rate_changes import RateChanges
from gradviz.ui.training_progress import TrainingProgress
from gradviz.ui.training_words import run_in_training

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme


class TrainingCard(Card):
    """Shows how a network is trained and how far that is; tells what the reader changes.

    Parameters
    ----------
    pause : QAction
        Pauses and continues; its words, icon and state follow `set_paused` and `set_busy`.
    clock : callable
        Returns seconds that only grow.
    """

    taskEdited = Signal(object)  # noqa: N815  (Qt's spelling, here and below)
    """Fields of the `NetworkTask` with new values: a dict, which `Signal(dict)` would convert."""
    pauseRequested = Signal()  # noqa: N815
    """The training should wait."""
    continueRequested = Signal()  # noqa: N815
    """The training should go on."""
    rateChangeRequested = Signal(int, float)  # noqa: N815
    """The update from which on the selected run should have another learning rate, and that."""
    rateChangeRemoved = Signal(int)  # noqa: N815
    """The update at which its learning rate should stay."""

    def __init__(
        self,
        pause: QAction,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Training"))
        self._experiment: Experiment | None = None
        self._training: Training | None = None
        self._selected = 0
        self._busy = self._paused = False
        self._theme = LIGHT
        self._pause = pause
        self._pause.triggered.connect(self._toggle)
        self._problems = ProblemLine()
        self._batch = self._build_batch()
        self._epochs = self._build_epochs()
        self._errors = {name: ErrorLine(f"{name}Message") for name in ("batch", "epochs")}
        self._progress = TrainingProgress(clock)
        self._changes = RateChanges()
        self._changes.requested.connect(self.rateChangeRequested)
        self._changes.removed.connect(self.rateChangeRemoved)
        self._lay_out()
        self._show_pause()

    def _build_batch(self) -> BatchField:
        field = BatchField()
        field.setObjectName("batchField")
        field.setToolTip(
            self.tr("Samples that each step sees: a number, or “all” (Alt+Down offers some)")
        )
        field.edited.connect(self._edit_batch)
        field.problemChanged.connect(self._forgive_batch)
        self._problems.watch(field)
        return field

    def _build_epochs(self) -> NumberField:
        field = NumberField(integer=True, low=0, high=MAX_EPOCHS, stepping=Stepping.DECADES)
        field.setObjectName("epochsField")
        field.setToolTip(self.tr("How often every sample is seen"))
        field.edited.connect(self._edit_epochs)
        field.problemChanged.connect(self._forgive_epochs)
        self._problems.watch(field)
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(labelled(self.tr("Batch size"), self._batch), 1)
        row.addWidget(labelled(self.tr("Epochs"), self._epochs), 1)
        self.add_header_widget(self._progress.state)
        self.add_header_widget(TextButton(self._pause))
        self.body.addLayout(row)
        for line in self._errors.values():
            self.body.addWidget(line)
        self.body.addWidget(self._problems)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._changes)
        self.body.addStretch(1)

    # --- what is shown

    def set_experiment(self, experiment: Experiment) -> None:
        """Show batch and epochs of an experiment with a network, and the changes of its run."""
        task = experiment.network
        if task is None:
            return
        self._experiment = experiment
        self._forgive()
        self._batch.set_value(task.batch)
        self._epochs.set_value(task.epochs)
        self._show_run()

    def set_training(self, training: Training | None) -> None:
        """Show how far a training has come; None while there is none."""
        self._training = training
        if training is not None:
            a_pass = training.batches.steps_per_epoch
            self._batch.set_count(training.train.count)
            self._changes.show_length(training.task.epochs * a_pass, a_pass)
        self._show_progress()

    def set_paused(self, paused: bool) -> None:
        """Say whether the training waits."""
        self._paused = paused
        self._progress.set_paused(paused)
        self._show_pause()

    def set_busy(self, busy: bool) -> None:
        """Say whether a training is under way."""
        if busy != self._busy:
            self._busy = busy
            self._progress.set_busy(busy)
            self._show_progress()
            self._show_pause()

    def set_cursor(self, step: int) -> None:
        """Offer to change the learning rate at this step."""
        self._changes.show_step(step)

    def set_selected(self, index: int) -> None:
        """Offer to change the learning rate of this run."""
        if index != self._selected:
            self._selected = index
            self._changes.forget_typing()
        self._show_run()
        self._show_progress()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in these colours: the style sheet colours everything else."""
        self._theme = theme
        self._batch.set_theme(theme)
        self._changes.set_theme(theme)
        self._show_pause()

    def set_error(self, field: str, sentence: str) -> None:
        """Say below the fields why ``batch`` or ``epochs`` cannot be as they were typed."""
        edits = {"batch": self._batch, "epochs": self._epochs}
        if field in edits:
            self._errors[field].say(sentence)
            mark(edits[field], invalid=bool(sentence or edits[field].problem()))

    def _forgive(self) -> None:
        for field in self._errors:
            self.set_error(field, "")

    def _forgive_batch(self) -> None:
        self.set_error("batch", "")

    def _forgive_epochs(self) -> None:
        self.set_error("epochs", "")

    def _show_run(self) -> None:
        if self._experiment is not None:
            runs = self._experiment.runs
            index = min(max(self._selected, 0), len(runs) - 1)
            name = run_names(runs)[index] if len(runs) > 1 else ""
            self._changes.show_run(runs[index], name)

    def _show_progress(self) -> None:
        training = self._training
        self._progress.set_training(training, self._selected)
        note = ""
        if training is not None and self._busy and len(training.runs) > 1:
            index = run_in_training(training, self._selected)
            note = self.tr("run {0} of {1}").format(index + 1, len(training.runs))
        self.set_note(note)

    def _show_pause(self) -> None:
        words = self.tr("Continue") if self._paused else self.tr("Pause")
        whole = self.tr("Continue Trai&ning") if self._paused else self.tr("Pause Trai&ning")
        self._pause.setText(whole)
        self._pause.setIconText(words)
        self._pause.setIcon(icons.icon("play" if self._paused else "pause", self._theme))
        self._pause.setEnabled(self._busy or self._paused)

    # --- what the reader does

    def _toggle(self) -> None:
        (self.continueRequested if self._paused else self.pauseRequested).emit()

    def _edit_batch(self, batch: int | None) -> None:
        self._forgive()
        self.taskEdited.emit({"batch": batch})

    def _edit_epochs(self, epochs: int) -> None:
        self._forgive()
        self.taskEdited.emit({"epochs": epochs})
