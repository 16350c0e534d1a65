"""The worker thread: newest request of a kind wins, partial outcomes, cancel, clean stop.

One thread does all jobs. The kinds of request are ordered, most urgent first, and a long job of
one kind is interrupted between two of its steps for a waiting request of a more urgent kind: a job
asks at every step whether it is cancelled, and that question is where the thread looks around. So
a picture of the field does not wait for a million steps, and there is still only one thread.
"""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from gradviz.model.courtesy import Courtesy
from gradviz.model.mailbox import Delivery, Failure, Inbox, Outbox, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gradviz.model.mailbox import Outcome

LOOK_AROUND = 0.0005
"""Seconds between two looks around while a job runs, as near as whole steps allow."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a job is given beside its request.

    Attributes
    ----------
    cancelled : callable
        To be called at every step; True when the job should return with what it has. Costs
        about 30 ns.
    on_progress : callable
        Takes a frozen value, what the job has so far.
    """

    cancelled: Callable[[], bool]
    on_progress: Callable[[object], None]


class Worker(QObject):
    """Owns the thread; lives in the GUI thread, where all its methods are called.

    Parameters
    ----------
    jobs : mapping of str to callable
        For each kind of request, most urgent first, the function that serves it: called in the
        worker thread with the request and `Hooks`, it returns the outcome.
    parent : QObject, optional
        Owner.
    """

    delivered = Signal(object)
    """A `Delivery` of the newest generation of its kind."""
    failed = Signal(object)
    """A `Failure` of the newest generation of its kind; the thread goes on."""
    _submitted = Signal()

    def __init__(
        self, jobs: Mapping[str, Callable[[Any, Hooks], object]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._inbox = Inbox(tuple(jobs))
        self._outbox = Outbox()
        self._newest: dict[str, Task] = {}
        self._outstanding: set[str] = set()
        self._courtesy = Courtesy(self)
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._desk = _Desk(jobs, self._inbox, self._outbox, self._courtesy)
        self._desk.moveToThread(self._thread)
        self._desk.posted.connect(self._deliver)
        self._submitted.connect(self._desk.work)
        self._stopped = False
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.stop)
        self._thread.start()

    def submit(self, kind: str, request: object) -> int:
        """Ask for `request`, in place of an older one of its kind; return its generation."""
        older = self._newest.get(kind)
        if older is not None:
            older.cancelled.set()
        task = Task(kind, older.generation + 1 if older else 1, request)
        if self._stopped:
            return task.generation
        self._newest[kind] = task
        self._outstanding.add(kind)
        self._inbox.put(task)
        self._submitted.emit()
        return task.generation

    def is_outstanding(self, kind: str) -> bool:
        """Whether the newest request of this kind has not been answered yet."""
        return kind in self._outstanding

    def cancel(self, kind: str) -> None:
        """Let the newest request of this kind end early; what it has by then is delivered."""
        if kind in self._outstanding:
            self._break_off(self._newest[kind])

    def abandon(self, kind: str) -> None:
        """Let the newest request of this kind come to nothing: nobody waits for it any more."""
        if kind in self._outstanding:
            self._break_off(self._newest[kind])
            self._newest[kind] = Task(kind, self._newest[kind].generation + 1, None)
            self._outstanding.discard(kind)
            self._inbox.discard(kind)

    def _break_off(self, task: Task) -> None:
        task.cancelled.set()
        self._courtesy.hurry()

    @Slot()
    def stop(self) -> None:
        """Cancel everything and wait for the thread to end. No signal is emitted afterwards."""
        if self._stopped:
            return
        self._stopped = True
        self._inbox.clear()
        self._outstanding.clear()
        for task in self._newest.values():
            task.cancelled.set()
        self._courtesy.end()
        self._thread.quit()
        self._thread.wait()

    @Slot()
    def _deliver(self) -> None:
        for outcome in self._outbox.collect():
            newest = self._newest[outcome.kind]
            if self._stopped or outcome.generation != newest.generation:
                continue
            if outcome.complete:
                self._outstanding.discard(outcome.kind)
            signal = self.failed if isinstance(outcome, Failure) else self.delivered
            signal.emit(outcome)


class _Desk(QObject):
    """The worker's place in its own thread."""

    posted = Signal()

    def __init__(
        self,
        jobs: Mapping[str, Callable[[Any, Hooks], object]],
        inbox: Inbox,
        outbox: Outbox,
        courtesy: Courtesy,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._inbox = inbox
        self._outbox = outbox
        self._courtesy = courtesy

    @Slot()
    def work(self) -> None:
        """Do everything that waits."""
        while (task := self._inbox.take()) is not None:
            self._do(task)

    def _do(self, task: Task) -> None:
        def on_progress(value: object) -> None:
            if self._courtesy.may_hand_over():
                self._post(Delivery(task.kind, task.generation, value, complete=False))

        hooks = Hooks(chain.from_iterable(self._look_around(task)).__next__, on_progress)
        self._courtesy.begin()
        try:
            value = self._jobs[task.kind](task.request, hooks)
        except Exception as error:  # noqa: BLE001  (whatever a job raises must not end the thread)
            text = traceback.format_exc()
            self._post(Failure(task.kind, task.generation, error, text))
        else:
            self._post(Delivery(task.kind, task.generation, value, complete=True))

    def _post(self, outcome: Outcome) -> None:
        if self._outbox.put(outcome):
            self.posted.emit()

    def _look_around(self, task: Task) -> Iterator[Iterator[bool]]:
        """Yield the answers to "cancelled?" in blocks of about `LOOK_AROUND` seconds.

        Within a block the answers come out of `itertools.repeat`, so that asking at every step
        costs next to nothing; a look around is taken before each block.
        """
        answers = 1
        while not task.cancelled.is_set():
            since = time.perf_counter()
            yield repeat(False, answers)
            took = time.perf_counter() - since
            answers = max(1, min(2 * answers, int(answers * LOOK_AROUND / max(took, 1e-9))))
            self._courtesy.let_gui_work()
            while (urgent := self._inbox.take(before=task.kind)) is not None:
                self._do(urgent)
        yield repeat(True)
