"""Lets the GUI thread go first while the worker computes.

Python runs one thread at a time. A worker stepping in pure Python gives the interpreter away only
when asked, after the switch interval (5 ms by default), and every Qt call of the GUI thread that
lets go of the interpreter has to ask again: one repaint makes dozens of such calls, so that 2 ms
of drawing become 50 or more, and seconds when curves are redrawn.

Two remedies together. The switch interval is lowered to 0.5 ms while a worker is alive. And every
few milliseconds the worker asks the GUI thread whether it is idle, by posting it an event of the
lowest priority, and waits, without the interpreter, for the answer. An idle GUI answers in 0.1 ms.
A busy one answers when it has finished painting, undisturbed. A GUI that is busy all the time does
not stop the worker: no wait is longer than `PATIENCE`.

What the GUI is busy with is mostly the worker's own partial results. So the next one is handed over
only after the worker has had `REST` times as long for itself as it waited for the GUI since the
last: however long a picture takes, half of the time goes into the computation. A GUI that is
busy with something else gets one every `LONGEST` seconds all the same.
"""

from __future__ import annotations

import sys
import threading
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject

SLICE = 0.004
"""Seconds the worker computes between two questions."""
PATIENCE = 0.040
"""Seconds the worker waits for an answer at most."""
REST = 1.0
"""How much longer the worker computes than it waits, before it gives the GUI more to show."""
LONGEST = 0.25
"""Seconds between two partial results at most, as far as it is for the worker to say."""
SWITCH_INTERVAL = 0.0005
"""Seconds after which the interpreter changes hands when another thread asks for it."""

_AFTER_PAINTING = -2  # Qt posts paint requests with Qt.LowEventPriority, which is -1
_QUESTION = QEvent.Type(QEvent.registerEventType())


class Courtesy(QObject):
    """The worker's question to the GUI thread, in which this object lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered = threading.Event()
        self._open = True
        self._next_question = 0.0
        self._waited = 0.0  # since something was handed over
        self._handed_over_at = 0.0
        self._interval_before = sys.getswitchinterval()
        sys.setswitchinterval(min(SWITCH_INTERVAL, self._interval_before))

    def begin(self) -> None:
        """Let a job begin: one shorter than `SLICE` asks nothing and loses no time."""
        self._next_question = time.monotonic() + SLICE

    def let_gui_work(self) -> None:
        """Wait, every `SLICE` seconds, until the GUI is idle; for the worker to call often."""
        asked_at = time.monotonic()
        if asked_at < self._next_question or not self._open:
            return
        self._answered.clear()
        QCoreApplication.postEvent(self, QEvent(_QUESTION), _AFTER_PAINTING)
        self._answered.wait(PATIENCE)
        self._waited += time.monotonic() - asked_at
        self.begin()

    def hurry(self) -> None:
        """Let a worker that waits for the GUI go on: what it computes has been cancelled."""
        self._answered.set()

    def may_hand_over(self) -> bool:
        """Tell whether the GUI has had rest enough for another partial result; if so, it comes."""
        now = time.monotonic()
        if now - self._handed_over_at < min((1.0 + REST) * self._waited, LONGEST):
            return False
        self._handed_over_at, self._waited = now, 0.0
        return True

    def event(self, event: QEvent) -> bool:
        """Answer the question: this is reached when nothing more urgent is waiting."""
        if event.type() == _QUESTION:
            self._answered.set()
            return True
        return super().event(event)

    def end(self) -> None:
        """Ask no more, let go of a waiting worker, and put the switch interval back."""
        if self._open:
            self._open = False
            self._answered.set()
            sys.setswitchinterval(self._interval_before)
