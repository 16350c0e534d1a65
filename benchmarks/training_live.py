"""Training in the window with each picture of a network in sight, against the bare core.

64-50-10 learns the 8x8 digits in batches of 100. Told are the seconds until the window knows of an
epoch with more than 95 % of the test samples right, and until it has all epochs in parentheses;
the same for `train` alone with no one listening; and the longest time in which the GUI thread could
not answer: from the edit that begins the training until it is over and what the picture asks for
then is drawn. All of it runs in a process of its own, with one thread of NumPy's algebra as the
program has it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot

from benchmarks.stall import Ticker
from gradviz.app import create_window, make_application
from gradviz.core.differences import Method
from gradviz.core.network.problems import problem_named
from gradviz.document.display import NETWORK_VIEWS, View
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.results import Training
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.ui.main_window import MainWindow

Row = tuple[str, str, str, str, str]

PROBLEM: Final = "digits"
ACCURACY: Final = 0.95
GOAL: Final = 5.0
REPEATS: Final = 3
SETTLING: Final = 400
"""Milliseconds after which studies that wait for rest have been asked for."""
SETTINGS = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYQTGRAPH_QT_LIB": "PySide6",
    "OPENBLAS_NUM_THREADS": "1",
}


def rows() -> list[Row]:
    """Return the rows of the table, from a process whose algebra has one thread."""
    command = [sys.executable, "-m", "benchmarks.training_live"]
    with tempfile.TemporaryDirectory() as folder:
        homes = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        environment = {**os.environ, **SETTINGS, **homes}
        done = subprocess.run(
            command, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    return [tuple(row) for row in json.loads(done.stdout)]


def _rows() -> list[Row]:
    make_application()
    alone = [median(column) for column in zip(*(_alone() for _ in range(REPEATS)), strict=True)]
    window = create_window(_experiment(epochs=0))
    window.resize(1440, 900)
    _rest(SETTLING)
    table = [_row(window, view, alone) for view in NETWORK_VIEWS]
    window.leave()
    return table


def _row(window: MainWindow, view: View, alone: list[float]) -> Row:
    window.picture.show_view(view)
    _rest(SETTLING)
    measured = [_trained(window) for _ in range(REPEATS)]
    *took, _ = (median(column) for column in zip(*measured, strict=True))
    stall = max(stall for *_, stall in measured)
    ratios = [ours / theirs for ours, theirs in zip(took, alone, strict=True)]
    return (
        f"64-50-10 to {ACCURACY:.0%} of test digits, {view.value} in sight (core alone)",
        f"{took[0]:.2f} s ({took[1]:.2f} s), longest stall {stall:.0f} ms",
        f"{alone[0]:.2f} s ({alone[1]:.2f} s)",
        f"{ratios[0]:.1f}x ({ratios[1]:.1f}x)",
        f"<= {GOAL:.0f} s",
    )


def _experiment(*, epochs: int | None = None) -> Experiment:
    task, runs = task_of(PROBLEM), (Run(optimizer=problem_named(PROBLEM).optimizer),)
    network = task if epochs is None else replace(task, epochs=epochs)
    return Experiment(method=Method.EXACT, runs=runs, network=network)


def _reached(training: Training) -> int | None:
    """Return the first epoch that is good enough."""
    epochs = training.runs[0].epochs
    return next((e.number for e in epochs if e.test.accuracy > ACCURACY), None)


def _alone() -> tuple[float, float]:
    """Return the seconds that as many epochs take as are needed, and those of all."""
    since = time.perf_counter()
    needed = _reached(train(_experiment()))
    whole = time.perf_counter() - since
    assert needed is not None, "the digits are not learned"
    experiment = _experiment(epochs=needed)
    since = time.perf_counter()
    train(experiment)
    return time.perf_counter() - since, whole


class _Watch(QObject):
    """Notes when a training is good enough, and leaves a loop once it is over."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self.since = time.perf_counter()
        self.reached: float | None = None
        self.complete = 0.0

    @Slot(object)
    def take(self, results: object) -> None:
        if not isinstance(results, Training) or results.task.epochs == 0:
            return
        if self.reached is None and _reached(results) is not None:
            self.reached = time.perf_counter() - self.since
        if results.complete:
            self.complete = time.perf_counter() - self.since
            QTimer.singleShot(SETTLING, self._loop.quit)


def _trained(window: MainWindow) -> tuple[float, float, float]:
    """Return the seconds to good enough and to the end, and the longest stall in milliseconds."""
    window.session.edit(_experiment(epochs=0), immediate=True)  # nothing of it is known any more
    _rest(SETTLING)
    loop, ticker = QEventLoop(), Ticker()
    watch = _Watch(loop)
    window.session.resultsChanged.connect(watch.take)
    window.session.edit(_experiment(), immediate=True)
    loop.exec()
    while window.session.is_computing:
        _rest(20)
    window.session.resultsChanged.disconnect(watch.take)
    assert watch.reached is not None, "the digits are not learned"
    return watch.reached, watch.complete, float(ticker.stalls().max())


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    print(json.dumps(_rows()))
