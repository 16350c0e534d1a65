"""How long the GUI thread is kept from answering while a million steps run in the worker.

A timer of the GUI thread asks to be called every 2 ms; the stall is the time between two calls.
First in the real window, which draws the partial results as they come. Then in a bare pyqtgraph
window that redraws eight curves 30 times a second, to compare with a plain QThread that calls the
same function, the interpreter as it is by default.
"""

from __future__ import annotations

import os
import tempfile
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")  # the imports are sorted by name

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEventLoop, QObject, Qt, QThread, QTimer, Signal, Slot

from gradviz.app import create_window, make_application
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


class Ticker(QObject):
    """A timer that notes when it was called."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(2)

    @Slot()
    def _note(self) -> None:
        self.ticks.append(time.perf_counter())

    def stalls(self) -> np.ndarray:
        """Stop, and return the milliseconds between two calls, shape (n,)."""
        self._timer.stop()
        return np.diff(self.ticks) * 1e3


class Screen(QObject):
    """Four plots of two curves, redrawn 30 times a second."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = pg.GraphicsLayoutWidget()
        self.widget.resize(1000, 700)
        plots = [self.widget.addPlot(row, column) for row in range(2) for column in range(2)]
        self.curves = [plot.plot() for plot in plots for _ in range(2)]
        self.x = np.arange(1000.0)
        self.frames = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.redraw)
        self._timer.start(33)
        self.widget.show()

    @Slot()
    def redraw(self) -> None:
        """Give every curve new points."""
        self.frames += 1
        for index, curve in enumerate(self.curves):
            curve.setData(self.x, np.sin(self.x / 100 + index + self.frames))

    def close(self) -> None:
        """Stop redrawing and close the window."""
        self._timer.stop()
        self.widget.close()


class PlainThread(QThread):
    """What one would write first: the same function in a thread, its partial results emitted."""

    chunk = Signal(object)

    def run(self) -> None:
        """Evaluate the experiment."""
        evaluate(EXPERIMENT, on_progress=self.chunk.emit)


def in_window() -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds it takes in the program itself."""
    window = create_window()
    window.resize(1440, 900)
    loop = QEventLoop()

    def take(results: Results) -> None:
        if results.complete and results.experiment.steps == STEPS:
            QTimer.singleShot(100, loop.quit)  # the last picture counts too

    window.session.resultsChanged.connect(take)

    def begin() -> None:
        window.session.edit(EXPERIMENT, immediate=True)

    stalls, took = _measured(loop, begin)
    window.leave()
    return stalls, took - 0.1


def with_worker() -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds it takes with the program's worker."""
    worker = Worker({"runs": _job})
    loop = QEventLoop()

    def take(delivery: Delivery) -> None:
        if delivery.complete:
            loop.quit()

    worker.delivered.connect(take)
    screen = Screen()
    measured = _measured(loop, lambda: worker.submit("runs", EXPERIMENT))
    screen.close()
    worker.stop()
    return measured


def with_plain_thread() -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds it takes with a plain thread."""
    thread = PlainThread()
    loop = QEventLoop()
    thread.finished.connect(loop.quit)
    screen = Screen()
    measured = _measured(loop, thread.start)
    screen.close()
    thread.wait()
    return measured


def alone() -> float:
    """Return the seconds it takes with nothing else to do."""
    since = time.perf_counter()
    evaluate(EXPERIMENT, on_progress=lambda _: None)
    return time.perf_counter() - since


def idle() -> np.ndarray:
    """Return the stalls of a GUI with nothing beside it."""
    loop = QEventLoop()
    screen = Screen()
    stalls, _ = _measured(loop, lambda: QTimer.singleShot(2000, loop.quit))
    screen.close()
    return stalls


def _measured(loop: QEventLoop, begin: Callable[[], object]) -> tuple[np.ndarray, float]:
    """Return the stalls and the seconds from `begin` until the loop is left."""
    settle = QEventLoop()
    QTimer.singleShot(500, settle.quit)
    settle.exec()
    ticker = Ticker()
    since = time.perf_counter()
    begin()
    loop.exec()
    return ticker.stalls(), time.perf_counter() - since


def _job(experiment: Experiment, hooks: Hooks) -> Results:
    return evaluate(experiment, cancelled=hooks.cancelled, on_progress=hooks.on_progress)


def rows() -> list[tuple[str, str, str, str, str]]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    make_application()
    window, window_took = in_window()
    quiet, lone = idle(), alone()
    ours, ours_took = with_worker()
    theirs, theirs_took = with_plain_thread()
    p99, p99_theirs = np.percentile(ours, 99), np.percentile(theirs, 99)
    million = f"{STEPS:.0e} steps"
    return [
        (f"GUI stall in the window during {million}, p99", _ms(window, 99), "", "", "<= 30 ms"),
        ("GUI stall in the window, longest", _ms(window, 100), "", "", ""),
        (
            f"{million} with the window drawing (without, {lone:.2f} s)",
            f"{window_took:.2f} s",
            "",
            "",
            "",
        ),
        (
            f"GUI stall beside curves, p99 (plain QThread; nothing to compute {_ms(quiet, 99)})",
            _ms(ours, 99),
            _ms(theirs, 99),
            f"{p99_theirs / p99:.1f}x",
            "",
        ),
        (
            f"{million} beside curves (plain QThread)",
            f"{ours_took:.2f} s",
            f"{theirs_took:.2f} s",
            f"{theirs_took / ours_took:.2f}x",
            "",
        ),
    ]


def _ms(stalls: np.ndarray, percentile: float) -> str:
    return f"{np.percentile(stalls, percentile):.1f} ms"


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
