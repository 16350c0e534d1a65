"""One frame while a run is played, for every picture of the window of 1440 by 900.

A frame begins with the cursor's next step and ends when everything that shows it has been repainted
by Qt's software raster, what the picture asks of the worker thread included: the slice and the
errors of the new point. The surface has a benchmark of its own. Beside the picture, the curves and
the arithmetic of the step are drawn, as in use. matplotlib draws the graph of a slice with its
tangent and the errors against h as kept figures that only get new data.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from gradviz.app import create_window, make_application
from gradviz.core.field import Bounds
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.display import View
from gradviz.document.experiment import Experiment, Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.ui.main_window import MainWindow

Row = tuple[str, str, str, str, str]

STEPS = 1000
FRAMES = 150
WARM_UP = 20
THEIR_FRAMES = 10
GOAL = 16.7
FORMULA = "(1 - x0)**2 + 100*(x1 - x0**2)**2"
OPTIMIZERS = ("sgd:lr=0.001", "momentum:lr=0.001", "adam:lr=0.05")
NAMES = {
    View.CONTOUR: "contour map",
    View.SLICE: "slice",
    View.ERROR_CURVE: "h curve",
    View.TABLE: "table",
}


def rows() -> list[Row]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    make_application()
    window = create_window(_experiment())
    window.resize(1440, 900)
    window.actions_.themes["light"].trigger()
    table = [_row(window, view) for view in NAMES]
    window.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return table


def _experiment() -> Experiment:
    return Experiment(
        formula=FORMULA,
        start=(-1.5, 2.0),
        steps=STEPS,
        view=Bounds(-2.0, 2.0, -1.15, 3.15),
        runs=tuple(
            Run(optimizer=parse_optimizer(text), style=i) for i, text in enumerate(OPTIMIZERS)
        ),
    )


def _row(window: MainWindow, view: View) -> Row:
    window.picture.show_view(view)
    _wait(lambda: not window.session.is_computing)
    ours = [_frame(window, WARM_UP + step) for step in range(WARM_UP + FRAMES)][WARM_UP:]
    middle, late = statistics.median(ours), float(np.percentile(ours, 95))
    theirs = _theirs(view)
    return (
        f"a frame of playing, {NAMES[view]}, {len(OPTIMIZERS)} runs: median (p95)",
        f"{middle:.1f} ms ({late:.1f})",
        "" if theirs is None else f"{theirs:.0f} ms, matplotlib Agg",
        "" if theirs is None else f"{theirs / middle:.1f}x",
        f"p95 <= {GOAL} ms",
    )


def _frame(window: MainWindow, step: int) -> float:
    """Go to a step; return how long it took until it was drawn, in milliseconds."""
    begun = time.perf_counter()
    window.playback.set_step(step)
    QApplication.processEvents()
    _wait(lambda: not window.session.is_computing)
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1e3


def _wait(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _theirs(view: View) -> float | None:
    """Return the median time of matplotlib for the picture alone, in milliseconds."""
    if view not in {View.SLICE, View.ERROR_CURVE}:
        return None  # the map has its own benchmark, a table nobody draws with it
    figure = Figure(figsize=(7.4, 7.5), dpi=100)
    canvas, axes = FigureCanvasAgg(figure), figure.add_subplot()
    logarithmic = view is View.ERROR_CURVE
    x = np.logspace(-16.0, 0.0, 130) if logarithmic else np.linspace(-2.0, 2.0, 800)
    lines = [axes.plot(x, np.ones_like(x))[0] for _ in range(5 if logarithmic else 3)]
    if logarithmic:
        axes.set_xscale("log")
        axes.set_yscale("log")
    times = []
    for frame in range(1, THEIR_FRAMES + 1):
        begun = time.perf_counter()
        for i, line in enumerate(lines, 1):
            line.set_ydata(x**i * frame + 1e-16 / x if logarithmic else (x - i) ** 2 * frame)
        axes.relim()
        axes.autoscale_view()
        canvas.draw()
        times.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(times)


if __name__ == "__main__":
    for row in rows():
        print(*row, sep=" | ")
