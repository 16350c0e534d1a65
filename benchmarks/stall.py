"""How long the GUI thread is kept from answering while a million steps run in the worker.

A timer of the GUI thread asks to be called every 2 ms while curves are redrawn 30 times a second
and partial results arrive. The stall is the time between two calls. Beside it stands what a plain
QThread gives that calls the same function, with the interpreter as it comes.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gradviz.core.optimizers import SGD
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.model.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.evaluate import Results
    from gradviz.model.mailbox import Delivery
    from gradviz.model.worker import Hooks

STEPS = 1_000_000
EXPERIMENT = Experiment(steps=STEPS, runs=(Run(optimizer=SGD(lr=1e-6)),))


class Screen(QObject):
    """Four plots redrawn 30 times a second, and a timer that notes when it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = pg.GraphicsLayoutWidget()
        self.widget.resize(1000, 700)
        plots = [self.widget.addPlot(row, column) for row in range(2) for column in range(2)]
        self.curves = [plot.plot() for plot in plots for _ in range(2)]
        self.x = np.arange(1000.0)
        self.ticks: list[float] = []
        self.frames = 0
        self._tick = self._timer(2, self._note)
        self._redraw = self._timer(33, self.redraw)
        self.widget.show()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        timer.start(milliseconds)
        return timer

    def _note(self) -> None:
        self.ticks.append(time.perf_counter())

    @Slot()
    def redraw(self) -> None:
        """Give every curve new points."""
        self.frames += 1
        for index, curve in enumerate(self.curves):
            curve.setData(self.x, np.sin(self.x / 100 + index + self.frames))

    def close(self) -> None:
        """Stop the timers and close the window."""
        self._tick.stop()
        self._redraw.stop()
        self.widget.close()

    def stalls(self) -> np.ndarray:
        """Return the milliseconds between two calls of the timer, shape (n,)."""
        return np.diff(self.ticks) * 1e3


class PlainThread(QThread):
    """What one would write first: the same function in a thread, its partial results emitted."""

    chunk = Signal(object)

    def run(self) -> None:
        """Evaluate the experiment."""
        evaluate(EXPERIMENT, on_progress=self.chunk.emit)


def with_worker() -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds it takes with the program's worker."""
    worker = Worker({"runs": _job})
    loop = QEventLoop()

    def take(delivery: Delivery) -> None:
        if delivery.complete:
            loop.quit()

    worker.delivered.connect(take)
    return _measured(loop, lambda: worker.submit("runs", EXPERIMENT), worker.stop)


def with_plain_thread() -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds it takes with a plain thread."""
    thread = PlainThread()
    loop = QEventLoop()
    thread.finished.connect(loop.quit)
    return _measured(loop, thread.start, thread.wait)


def alone() -> float:
    """Return the seconds it takes with nothing else to do."""
    since = time.perf_counter()
    evaluate(EXPERIMENT, on_progress=lambda _: None)
    return time.perf_counter() - since


def idle() -> np.ndarray:
    """Return the stalls of a GUI with nothing beside it."""
    loop = QEventLoop()
    QTimer.singleShot(2000, loop.quit)
    return _measured(loop, lambda: None, lambda: None)[0]


def _measured(
    loop: QEventLoop, begin: Callable[[], object], end: Callable[[], object]
) -> tuple[np.ndarray, float]:
    screen = Screen()
    settle = QEventLoop()
    QTimer.singleShot(300, settle.quit)
    settle.exec()
    screen.ticks.clear()
    since = time.perf_counter()
    begin()
    loop.exec()
    took = time.perf_counter() - since
    screen.close()
    end()
    return screen.stalls(), took


def _job(experiment: Experiment, hooks: Hooks) -> Results:
    return evaluate(experiment, cancelled=hooks.cancelled, on_progress=hooks.on_progress)


def rows() -> list[tuple[str, str, str, str, str]]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert app is not None
    quiet, lone = idle(), alone()
    ours, ours_took = with_worker()
    theirs, theirs_took = with_plain_thread()
    p99, p99_theirs = np.percentile(ours, 99), np.percentile(theirs, 99)
    return [
        (
            f"GUI stall during {STEPS:.0e} steps, p99 (plain QThread; idle GUI {_p99(quiet)})",
            f"{p99:.1f} ms",
            f"{p99_theirs:.1f} ms",
            f"{p99_theirs / p99:.1f}x",
            "<= 30 ms",
        ),
        (
            "GUI stall, longest",
            f"{ours.max():.1f} ms",
            f"{theirs.max():.1f} ms",
            f"{theirs.max() / ours.max():.1f}x",
            "",
        ),
        (
            f"Time for {STEPS:.0e} steps beside a GUI that redraws (alone {lone:.2f} s)",
            f"{ours_took:.2f} s",
            f"{theirs_took:.2f} s",
            f"{theirs_took / ours_took:.2f}x",
            "",
        ),
    ]


def _p99(stalls: np.ndarray) -> str:
    return f"{np.percentile(stalls, 99):.1f} ms"


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
