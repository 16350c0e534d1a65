"""One frame while the start is dragged, against matplotlib's Agg drawing the same picture.

A frame of the real window begins with the new start and ends when everything that shows it has
been repainted by Qt's software raster: the edit, 1000 steps of every run in the worker thread,
fields, map, loss, gradient norm, list, readouts. matplotlib descends by the same code and is given
the same trick, a kept figure whose artists only get new data; then its canvas is drawn.
"""

from __future__ import annotations

import math
import os
import statistics
import tempfile
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure
from matplotlib.patheffects import Normal, Stroke
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from gradviz.app import create_window, make_application
from gradviz.core.field import Bounds
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.scene import evaluate_scene, scene_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene

STEPS = 1000
STARTS = 40
ROUNDS = 4
FORMULA = "(1 - x0)**2 + 100*(x1 - x0**2)**2"
OPTIMIZERS = (
    "sgd:lr=0.001",
    "momentum:lr=0.001",
    "adam:lr=0.05",
    "rmsprop:lr=0.01",
    "adagrad:lr=0.3",
    "nesterov:lr=0.0005",
)
FRAME_GOALS = {1: 16.7, 6: 33.0}
GOAL_RATIO = 6.0


def experiments(runs: int) -> list[Experiment]:
    """Return the experiments of one drag: the start goes round in a small circle."""
    first = Experiment(
        formula=FORMULA,
        start=(-1.5, 2.0),
        steps=STEPS,
        view=Bounds(-2.0, 2.0, -1.15, 3.15),
        runs=tuple(
            Run(optimizer=parse_optimizer(text), style=i)
            for i, text in enumerate(OPTIMIZERS[:runs])
        ),
    )
    angles = [2 * math.pi * k / STARTS for k in range(STARTS)]
    return [
        replace(first, start=(-1.5 + 0.2 * math.cos(a), 2.0 + 0.2 * math.sin(a))) for a in angles
    ]


class Painter(Protocol):
    """What draws frames."""

    def frame(self, experiment: Experiment) -> None:
        """Descend and draw this experiment."""


class Ours:
    """The real window of 1440 by 900."""

    def __init__(self, experiment: Experiment) -> None:
        self.window = create_window(experiment)
        self.window.resize(1440, 900)
        self.window.actions_.themes["light"].trigger()
        self._wait(lambda: not self.window.session.is_computing)

    def frame(self, experiment: Experiment) -> None:
        """Move the start, as a hand that drags it does, until it has been drawn."""
        session = self.window.session
        session.set_start(experiment.start, immediate=True)
        self._wait(lambda: self._has_drawn(experiment.start))
        QApplication.processEvents()

    def _has_drawn(self, start: tuple[float, ...]) -> bool:
        results = self.window.session.results
        return results is not None and results.complete and results.experiment.start == start

    def _wait(self, done: Callable[[], bool]) -> None:
        flag = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # asking on and on slows the worker
        while not done():
            QApplication.processEvents(flag)

    def close(self) -> None:
        """Take the window away."""
        self.window.leave()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Theirs:
    """The same picture as a matplotlib figure: field, lines, labels, arrows, trails, curves."""

    def __init__(self, scene: Scene, results: Results) -> None:
        self.figure = Figure(figsize=(14.4, 9.0), dpi=100)
        self.canvas = FigureCanvasAgg(self.figure)
        self.map = self.figure.add_axes((0.24, 0.07, 0.48, 0.82))
        self.loss = self.figure.add_axes((0.78, 0.6, 0.2, 0.27))
        self.norm = self.figure.add_axes((0.78, 0.37, 0.2, 0.16))
        self._draw_scene(scene)
        self._make_artists(results)

    def _draw_scene(self, scene: Scene) -> None:
        field, bounds = scene.field, scene.request.bounds
        extent = (bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max)
        norm = LogNorm(max(field.values.min(), 1e-3), field.values.max())
        shown = np.maximum(field.values, 1e-3)
        self.map.imshow(
            shown, origin="lower", extent=extent, norm=norm, interpolation="bilinear", aspect="auto"
        )
        lines = self.map.contour(field.x, field.y, field.values, scene.levels, linewidths=0.7)
        self.map.clabel(lines, scene.levels[::2], fontsize=8)
        arrows = scene.arrows
        self.map.quiver(arrows.x, arrows.y, -arrows.u, -arrows.v, arrows.magnitude, width=0.0015)
        self.map.set_xlim(bounds.x_min, bounds.x_max)
        self.map.set_ylim(bounds.y_min, bounds.y_max)

    def _make_artists(self, results: Results) -> None:
        halo = [Stroke(linewidth=4.4, foreground="white"), Normal()]
        dashes, symbols = ["-", "--", "-.", ":", "-", "--"], ["o", "s", "D", "^", "p", "v"]
        self.trails, self.points, self.losses, self.norms = [], [], [], []
        for index, _ in enumerate(results.runs):
            dash, symbol = dashes[index], symbols[index]
            (trail,) = self.map.plot(
                [], [], dash, marker=symbol, markevery=20, ms=4, lw=1.5, path_effects=halo
            )
            (point,) = self.map.plot([], [], symbol, ms=10, mec="white")
            self.trails.append(trail)
            self.points.append(point)
            self.losses += self.loss.semilogy([], [], dash)
            self.norms += self.norm.semilogy([], [], dash)
        (self.start,) = self.map.plot([], [], "o", ms=11, mfc="white", mec="black")

    def frame(self, experiment: Experiment) -> None:
        """Descend, give the artists the new data and draw the canvas."""
        results = evaluate(experiment)
        for index, run in enumerate(results.runs):
            trajectory = run.trajectory
            x, y = trajectory.x[:, 0], trajectory.x[:, 1]
            self.trails[index].set_data(x, y)
            self.points[index].set_data(x[-1:], y[-1:])
            steps = np.arange(len(trajectory))
            self.losses[index].set_data(steps, trajectory.value)
            self.norms[index].set_data(steps, np.hypot(*trajectory.gradient.T))
        self.start.set_data([results.experiment.start[0]], [results.experiment.start[1]])
        for axes in (self.loss, self.norm):
            axes.relim()
            axes.autoscale_view()
        self.canvas.draw()


def milliseconds(painter: Painter, frames: list[Experiment]) -> list[float]:
    """Return how long each frame takes; two go before that are not counted."""
    for experiment in frames[-2:]:
        painter.frame(experiment)
    took = []
    for experiment in frames:
        since = time.perf_counter()
        painter.frame(experiment)
        took.append((time.perf_counter() - since) * 1e3)
    return took


def p95(values: list[float]) -> float:
    """Return the value that 95 % stay below."""
    return statistics.quantiles(values, n=20)[-1]


def measured(runs: int) -> tuple[str, str, str, str, str]:
    """Return the row for a number of runs."""
    frames = experiments(runs)
    first = evaluate(frames[0])
    scene = evaluate_scene(scene_request(frames[0]))
    window, figure = Ours(frames[0]), Theirs(scene, first)
    ours, theirs = [], []
    for _ in range(ROUNDS):  # in turn, so that a busy moment of the machine strikes both
        ours += milliseconds(window, frames)
        theirs += milliseconds(figure, frames[:4])
    window.close()
    ratio = statistics.median(theirs) / statistics.median(ours)
    return (
        f"a frame at 1440x900, {runs} run{'s' if runs > 1 else ''} of {STEPS} steps: median (p95)",
        f"{statistics.median(ours):.1f} ms ({p95(ours):.1f})",
        f"{statistics.median(theirs):.0f} ms ({p95(theirs):.0f}), matplotlib Agg",
        f"{ratio:.1f}x",
        f"p95 <= {FRAME_GOALS[runs]} ms, >= {GOAL_RATIO:.0f}x",
    )


def rows() -> list[tuple[str, str, str, str, str]]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    application = make_application()
    found = [measured(runs) for runs in FRAME_GOALS]
    application.processEvents()
    return found
