"""Where a training is: epochs and steps in words, a bar, time taken and time left."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.elided_label import ElidedLabel
from gradviz.ui.progress_bar import ProgressBar
from gradviz.ui.time_left import TimeLeft
from gradviz.ui.training_words import duration, run_in_training, state_text, time_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Training

_WHOLE: Final = 1000
_NEWS: Final = 0.5
"""Seconds that the time left stands before it is told anew."""


class TrainingProgress(QWidget):
    """A bar with the time taken and left; the state of the training is for a card's header.

    Parameters
    ----------
    clock : callable
        Returns seconds that only grow.

    Attributes
    ----------
    state : ElidedLabel
        How many epochs and steps were made.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch = TimeLeft(clock)
        self._training: Training | None = None
        self._busy = self._paused = False
        self._selected = 0
        self._told = 0.0
        self.state = _small("trainingState")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ProgressBar()
        self._bar.setObjectName("trainingProgress")
        self._bar.setAccessibleName(self.tr("Progress of the training"))
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._elapsed, self._left = _small("trainingElapsed"), _small("trainingTimeLeft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(self._bar, 1)
        row.addWidget(self._elapsed)
        row.addWidget(self._left)

    def set_busy(self, busy: bool) -> None:
        """Say whether something is being computed."""
        self._busy = busy
        self._show_standing()

    def set_paused(self, paused: bool) -> None:
        """Say whether that waits."""
        self._paused = paused
        self._show_standing()

    def _show_standing(self) -> None:
        if self._paused or not self._busy:
            self._watch.halt()
        self._show_state()

    def set_training(self, training: Training | None, selected: int) -> None:
        """Show how far a training has come."""
        before, self._training, self._selected = self._training, training, selected
        if training is None or before is None or before.experiment != training.experiment:
            self._watch.restart()
        if training is not None and training is not before:
            self._watch.note(training.progress)
        self._show_state()

    def _show_state(self) -> None:
        training, text = self._training, ""
        if training is not None:
            index = run_in_training(training, self._selected)
            text = state_text(training, index, paused=self._paused)
        self.state.say(text)
        self._bar.setValue(0 if training is None else round(training.progress * _WHOLE))
        self._tell_times()

    def _tell_times(self) -> None:
        """Say how long it took, and now and then how long it may take."""
        elapsed = self._watch.elapsed
        self._elapsed.say(self.tr("{0} elapsed").format(duration(elapsed)) if elapsed else "")
        if self._paused:
            self._left.say(self.tr("paused"))
        elif not self._busy:
            self._left.say("")
        elif not self._left.text() or not 0.0 <= elapsed - self._told < _NEWS:
            self._told = elapsed
            self._left.say(time_left(self._watch.left))
        for label in (self._elapsed, self._left):
            label.setVisible(bool(label.text()))


def _small(object_name: str) -> ElidedLabel:
    label = ElidedLabel()
    label.setObjectName(object_name)
    label.setProperty("role", "small")
    return label
