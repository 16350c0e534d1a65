"""A training that was left on the way, to be gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from gradviz.document.results import Outcome
    from gradviz.model.computation import Computation


class Pause(QObject):
    """Leaves the training of a computation, and goes on with it."""

    changed = Signal(bool)
    """Whether a training was left on the way."""

    def __init__(self, computation: Computation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._computation = computation
        self._is_on = False
        computation.resultsChanged.connect(self._note_end)

    @property
    def is_on(self) -> bool:
        """Whether a training was left on the way."""
        return self._is_on

    def begin(self) -> None:
        """Leave the training where it is, if there is one under way."""
        if self._computation.is_training:
            self._computation.cancel()
            self._set(True)

    def go_on(self) -> None:
        """Go on with what was left."""
        if self._is_on:
            self._set(False)
            self._computation.go_on()

    def forget(self) -> None:
        """Let what was left be: another training is to come, or none."""
        self._set(False)

    @Slot(object)
    def _note_end(self, results: Outcome) -> None:
        """Wait no longer with a training that was at its end when it was to be left."""
        if results.complete:
            self._set(False)

    def _set(self, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self.changed.emit(is_on)
