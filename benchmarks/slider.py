"""Frames a second while the slider of a parameter is dragged, in the real window.

Rosenbrock's function with a and b as parameters, three runs of 1000 steps. A timer moves a slider
60 times a second, as a hand does. What counts is what is seen: paintings of the map with a new
field, and with new runs; and that no formula is compiled on the way.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from gradviz.app import create_window, make_application
from gradviz.core.bounds import Bounds
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.experiment import Experiment, Run

if TYPE_CHECKING:
    from gradviz.ui.main_window import MainWindow

FORMULA = "a = 1.0\nb = 100.0\n(a - x0)**2 + b*(x1 - x0**2)**2"
OPTIMIZERS = ("sgd:lr=0.0005", "momentum:lr=0.0005", "adam:lr=0.05")
STEPS = 1000
SECONDS = 6.0
WARM_UP = 1.0
HZ = 60.0
GOAL = 20.0
READ: list[object] = []
"""Whatever text was compiled or parsed since it was last cleared."""
RANGES = {"a": (0.0, 2.0), "b": (50.0, 150.0)}


def experiment() -> Experiment:
    """Return what is shown while the slider moves."""
    return Experiment(
        formula=FORMULA,
        start=(-1.5, 2.0),
        steps=STEPS,
        view=Bounds(-2.0, 2.0, -1.15, 3.15),
        runs=tuple(
            Run(optimizer=parse_optimizer(text), style=i) for i, text in enumerate(OPTIMIZERS)
        ),
    )


class Hand(QObject):
    """Moves a parameter to and fro, and notes when the map is painted with something new."""

    def __init__(self, window: MainWindow, name: str) -> None:
        super().__init__()
        self._window = window
        self._name = name
        self._since = time.perf_counter()
        self._painted: dict[str, object] = {}
        self.times: dict[str, list[float]] = {"moves": [], "fields": [], "runs": [], "both": []}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        self._timer.start(round(1000 / HZ))
        window.picture.view.installEventFilter(self)

    @Slot()
    def _move(self) -> None:
        low, high = RANGES[self._name]
        now = time.perf_counter()
        part = 0.5 - 0.5 * math.cos((now - self._since) * math.tau / 4.0)
        self._window.session.set_parameter(self._name, low + part * (high - low))
        self.times["moves"].append(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Note what a painting shows that none before did."""
        if event.type() == QEvent.Type.Paint:
            session = self._window.session
            new = [
                name
                for name, value in (("fields", session.scene), ("runs", session.results))
                if value is not self._painted.get(name)
            ]
            self._painted = {"fields": session.scene, "runs": session.results}
            for name in [*new, *(["both"] if len(new) == len(self._painted) else [])]:
                self.times[name].append(time.perf_counter())
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Take the hand away."""
        self._timer.stop()
        self._window.picture.view.removeEventFilter(self)


def measured(window: MainWindow, name: str) -> tuple[dict[str, float], float, int]:
    """Return events a second, the p95 of the time between new fields in ms, and compilations."""
    hand = Hand(window, name)
    _wait(WARM_UP)
    READ.clear()
    begun = time.perf_counter()
    _wait(SECONDS)
    took, compiled = time.perf_counter() - begun, len(READ)
    hand.stop()
    counted = {key: [t for t in times if t >= begun] for key, times in hand.times.items()}
    rates = {key: len(times) / took for key, times in counted.items()}
    gaps = np.diff(counted["fields"]) * 1e3
    return rates, float(np.percentile(gaps, 95)) if len(gaps) else math.inf, compiled


def _note_reading(event: str, arguments: tuple[object, ...]) -> None:
    if event == "compile":
        READ.append(arguments)


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def rows() -> list[tuple[str, str, str, str, str]]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    sys.addaudithook(_note_reading)
    make_application()
    window = create_window(experiment())
    window.resize(1440, 900)
    window.actions_.themes["light"].trigger()
    window.show()
    _wait(1.0)
    table = []
    for name in RANGES:
        rates, p95, compiled = measured(window, name)
        table.append(
            (
                f"slider of {name} at {HZ:.0f} Hz, {len(OPTIMIZERS)} runs: painted a second",
                f"{rates['fields']:.0f} fields ({p95:.0f} ms p95), {rates['runs']:.0f} runs",
                f"{rates['moves']:.0f} moves, {compiled} compiled",
                "",
                f">= {GOAL:.0f}",
            )
        )
    window.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return table


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
