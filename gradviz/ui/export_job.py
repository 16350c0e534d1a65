"""Work in slices, so that the window stays alive, and work in a thread that is waited for."""

from __future__ import annotations

import queue
import threading
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gradviz.export.movies import CancelledError, Frame, movie_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from gradviz.export.film import Film
    from gradviz.export.making import Ask, Making
    from gradviz.export.movies import Colour, Cut

Slices: TypeAlias = "Generator[float | None, None, None]"
"""Work that yields after each slice: the part that is done, 0 to 1, or None while it waits."""
T = TypeVar("T")

SLICE: Final = 20
"""Milliseconds of slices before events have their turn."""
WAIT: Final = 15
"""Milliseconds between two looks at a thread."""
_AHEAD: Final = 4
"""Frames that are painted before they are encoded."""
_SHORT: Final = 0.004
"""Seconds that a thread is waited for before events have their turn."""


class _Work:
    """Slices that can be given up at any moment, even in the middle of one."""

    def __init__(self, slices: Slices) -> None:
        self._slices = slices
        self.is_busy = False
        self.is_over = False

    def go_on(self) -> float | None:
        """Do one slice; return what it yields."""
        self.is_busy = True
        try:
            return next(self._slices)
        finally:
            self.is_busy = False
            if self.is_over:
                self._slices.close()

    def end(self) -> None:
        """Do no more, and close the slices: now, or as soon as the one that runs has ended."""
        self.is_over = True
        if not self.is_busy:
            self._slices.close()


class Job(QObject):
    """Runs slices one after another from the event loop.

    Once it is cancelled, or deleted with what it belongs to, there are no more signals: a slice
    that lets events have their turn can be overtaken by either.

    Parameters
    ----------
    slices : Slices
        The work; closed when it is cancelled.
    """

    progressed = Signal(float)
    """The part that is done."""
    ended = Signal(object)
    """None when all is done, or the exception that ended it."""

    def __init__(self, slices: Slices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = _Work(slices)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.destroyed.connect(self._work.end)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start(0)

    def cancel(self) -> None:
        """End it where it is, without a signal; a thread that works for it is waited for."""
        self._timer.stop()
        self._work.end()

    def _go_on(self) -> None:
        if self._work.is_busy:  # one of its slices lets events have their turn
            return
        clock = QElapsedTimer()
        clock.start()
        while self._advance() and clock.elapsed() < SLICE:
            pass

    def _advance(self) -> bool:
        """Do one slice; return whether the next one may follow at once."""
        work = self._work
        try:
            done = work.go_on()
        except StopIteration:
            self._end(None)
            return False
        except Exception as fault:  # noqa: BLE001 - handed to whoever started it
            self._end(fault)
            return False
        if work.is_over:
            return False
        self._timer.setInterval(WAIT if done is None else 0)
        if done is not None:
            self.progressed.emit(done)
        return done is not None and not work.is_over

    def _end(self, fault: Exception | None) -> None:
        if self._work.is_over:
            return
        self._timer.stop()
        self._work.end()
        self.ended.emit(fault)


class _Worker(threading.Thread, Generic[T]):
    """A thread with what came of it."""

    def __init__(self, work: Callable[[threading.Event], T]) -> None:
        super().__init__(name="export", daemon=True)
        self._work = work
        self.stopped = threading.Event()
        self._results: list[T] = []
        self.fault: Exception | None = None

    def run(self) -> None:
        """Do it."""
        try:
            self._results.append(self._work(self.stopped))
        except Exception as fault:  # noqa: BLE001 - raised where it is waited for
            self.fault = fault

    def end(self) -> None:
        """Ask it to stop, and wait until it has."""
        self.stopped.set()
        if self.is_alive():
            self.join()

    def result(self) -> T:
        """Return what came of it once it has ended, or raise what ended it."""
        if self.fault is not None:
            raise self.fault
        return self._results[0]


def in_thread(work: Callable[[threading.Event], T]) -> Generator[None, None, T]:
    """Do `work` in a thread, which is to look at an event that tells it to stop.

    Returns
    -------
    T
        What it returns.
    """
    worker = _Worker(work)
    worker.start()
    try:
        worker.join(_SHORT)
        while worker.is_alive():
            yield None
    finally:
        worker.end()
    return worker.result()


def beside(making: Making[T]) -> Generator[None, None, T]:
    """Make something here, and what it asks for in a thread."""
    answer: object = None
    while True:
        try:
            ask = making.send(answer)
        except StopIteration as end:
            made: T = end.value
            return made
        answer = yield from in_thread(partial(_answered, ask))


def _answered(ask: Ask, stopped: threading.Event) -> object:
    return ask(stopped.is_set)


def stoppable(parts: Iterator[bytes], stopped: threading.Event) -> Iterator[bytes]:
    """Yield `parts` until told to stop; then raise, so that nothing is written."""
    for part in parts:
        if stopped.is_set():
            raise CancelledError
        yield part


def movie_slices(
    film: Film, cut: Cut, suffix: str, inks: list[Colour], into: list[bytes]
) -> Slices:
    """Paint frame after frame here, and encode them in a thread; the file goes `into` a list."""
    from gradviz.export.film import frame_of  # noqa: PLC0415 - as for pictures, on demand

    steps = cut.steps
    waiting: queue.Queue[Frame | None] = queue.Queue(_AHEAD)
    worker = _Worker(lambda stopped: movie_bytes(_taken(waiting, stopped), suffix, cut.rate, inks))
    worker.start()
    try:
        for number, step in enumerate(steps):
            if worker.fault is not None:
                break
            frame = frame_of((yield from beside(film.making(step))))
            while not _offered(waiting, frame, worker):
                yield None
            yield (number + 1) / (len(steps) + 1)
        while not _offered(waiting, None, worker):
            yield None
        while worker.is_alive():
            yield None
    finally:
        worker.end()
    into.append(worker.result())


def _offered(waiting: queue.Queue[Frame | None], frame: Frame | None, worker: _Worker[T]) -> bool:
    """Hand a frame over if there is room; a worker that has given up needs none."""
    if not worker.is_alive():
        return True
    try:
        waiting.put_nowait(frame)
    except queue.Full:
        return False
    return True


def _taken(waiting: queue.Queue[Frame | None], stopped: threading.Event) -> Iterator[Frame]:
    while True:
        try:
            frame = waiting.get(timeout=0.05)
        except queue.Empty:
            if stopped.is_set():
                raise CancelledError from None
            continue
        if frame is None:
            return
        if stopped.is_set():
            raise CancelledError
        yield frame
