"""Says to screen readers what changes without a hand: runs that end, the step, the selection."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6 import QtGui
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent

from gradviz.document.results import Training
from gradviz.document.run_names import run_names
from gradviz.model.timers import single_shot
from gradviz.plots.canvas import Canvas
from gradviz.plots.numerals import readout
from gradviz.ui.wording import verdict_chip, verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.document.results import Outcome, RunResult
    from gradviz.ui.main_window import MainWindow

REST: Final = 600
"""Milliseconds without a change after which it is told: nobody hears every step of a drag."""
MOST: Final = 4
"""Runs whose ends are told one by one."""


class Announcer(QObject):
    """Tells what has come of the last changes, once they rest; nothing if nobody listens.

    Parameters
    ----------
    window : MainWindow
        Whose runs, cursor and selection are told of; it owns this object.
    """

    announced = Signal(str)
    """What was said."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._playback = window.session, window.playback
        self._ended = self._selected = self._moved = False
        self._told: Outcome | None = None
        self._rest = single_shot(self, REST, self._announce)
        self._session.resultsChanged.connect(self._hear_results)
        self._session.selectionChanged.connect(self._hear_selection)
        self._playback.stepChanged.connect(self._hear_step)
        self._playback.playingChanged.connect(self._hear_step)

    def stop(self) -> None:
        """Say nothing more of what has changed."""
        self._rest.stop()

    @Slot(object)
    def _hear_results(self, results: Outcome) -> None:
        if all(run.verdict is not None for run in results.runs):
            self._ended = True
            self._wait()

    @Slot()
    def _hear_selection(self) -> None:
        self._selected = True
        self._wait()

    @Slot()
    def _hear_step(self) -> None:
        self._moved = True
        self._wait()

    def _wait(self) -> None:
        if QAccessible.isActive():
            self._rest.start()

    @Slot()
    def _announce(self) -> None:
        if self._playback.playing:  # the step is told where it comes to rest
            return
        words = " ".join(self._sentences())
        self._ended = self._selected = self._moved = False
        if words:
            self._say(words)
        for canvas in self._window.findChildren(Canvas):
            if canvas.isVisible():
                event = QAccessibleEvent(canvas, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(event)

    def _sentences(self) -> Iterator[str]:
        results = self._session.results
        if results is None:
            return
        if self._ended and results is not self._told:
            self._told = results
            yield from self._ends(results)
        index = min(self._session.selected_run, len(results.runs) - 1)
        run = results.runs[index]
        if self._selected:
            yield self.tr("Run {0} is selected.").format(
                run_names(r.run for r in results.runs)[index]
            )
        if self._moved or self._selected:
            yield self._step(results, run)

    def _ends(self, results: Outcome) -> Iterator[str]:
        """Yield how runs ended: one in a sentence, several in a word each."""
        names = run_names(r.run for r in results.runs)
        pairs = zip(names, results.runs, strict=True)
        verdicts = [(name, run.verdict) for name, run in pairs if run.verdict is not None]
        if len(verdicts) == 1:
            (label, verdict) = verdicts[0]
            yield f"{label}: {verdict_chip(verdict)}. {verdict_sentence(verdict)}"
            return
        yield self.tr("{0} runs have ended.").format(len(verdicts))
        for label, verdict in verdicts[:MOST]:
            yield f"{label}: {verdict_chip(verdict)}."

    def _step(self, results: Outcome, run: RunResult) -> str:
        path = run.trajectory
        step = min(self._playback.step, len(path) - 1)
        value = readout(float(path.value[step]))
        if isinstance(results, Training):
            epoch = step // results.batches.steps_per_epoch
            return self.tr("Step {0}, epoch {1}: loss {2}.").format(step, epoch, value)
        words = self.tr("Step {0}: f = {1}, length of the gradient {2}.")
        return words.format(step, value, readout(math.hypot(*path.gradient[step].tolist())))

    def _say(self, words: str) -> None:
        """Have it read out after what is being read, where Qt can: from 6.8 on."""
        kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
        if kind is not None:
            event = kind(self._window, words)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
        self.announced.emit(words)
