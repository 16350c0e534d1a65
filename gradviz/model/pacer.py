"""How soon a newer request may replace one that is being worked on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gradviz.model.timers import single_shot

if TYPE_CHECKING:
    from gradviz.model.mailbox import Outcome
    from gradviz.model.worker import Worker

GRACE = 100
"""Milliseconds that a request asked for while dragging has before a newer one replaces it."""


class Pacer(QObject):
    """Submits the requests of one kind.

    While something is dragged, requests come faster than a long one is served. Were each replaced
    by the next, nothing would be shown before the hand rests. So a patient request waits until
    the one before is answered, or has had `GRACE` milliseconds to show a first part; of those that
    wait, the newest wins.
    """

    def __init__(self, worker: Worker, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._kind = kind
        self._held: object | None = None
        self._submitted_at = 0.0
        self._timer = single_shot(self, 0, self._release)
        worker.delivered.connect(self._note)
        worker.failed.connect(self._note)

    @property
    def is_outstanding(self) -> bool:
        """Whether an answer is to come."""
        return self._held is not None or self._worker.is_outstanding(self._kind)

    def submit(self, request: object, *, patient: bool) -> None:
        """Ask for `request`: at once, or when it is patient, in its turn."""
        left = GRACE - int((time.monotonic() - self._submitted_at) * 1000)
        if patient and left > 0 and self._worker.is_outstanding(self._kind):
            self._held = request
            self._timer.start(left)
            return
        self._drop()
        self._submitted_at = time.monotonic()
        self._worker.submit(self._kind, request)

    def cancel(self) -> None:
        """Let the newest request end early."""
        self._release()
        self._worker.cancel(self._kind)

    def abandon(self) -> None:
        """Let all requests come to nothing."""
        self._drop()
        self._worker.abandon(self._kind)

    def stop(self) -> None:
        """Submit nothing that still waits."""
        self._drop()

    @Slot()
    def _release(self) -> None:
        if self._held is not None:
            self.submit(self._held, patient=False)

    @Slot(object)
    def _note(self, outcome: Outcome) -> None:
        if outcome.kind == self._kind and outcome.complete:
            self._release()

    def _drop(self) -> None:
        self._timer.stop()
        self._held = None
