"""A frame of the surface at 700 by 750, against matplotlib's plot_surface of the same grid.

The surface needs OpenGL, so it is measured in a process of its own: on the display there is, or on
one in memory with Mesa's software renderer. A frame while orbiting moves the camera and repaints;
while playing it moves the cursor and repaints. matplotlib keeps its figure, whose azimuth changes
or whose trails get new data, and draws its canvas.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from gradviz.app import make_application
from gradviz.core.field import Bounds
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.plots.surface import SurfaceView
from gradviz.plots.surface_drape import drape
from gradviz.plots.surface_ground import ground

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene

Row = tuple[str, str, str, str, str]

SIZE = (700, 750)
FRAMES = 120
THEIR_FRAMES = 6
ROUNDS = 3
STEPS = 1000
GOAL = 1e3 / 30.0
GOAL_RATIO = 2.0
FORMULA = "(1 - x0)**2 + 100*(x1 - x0**2)**2"
OPTIMIZERS = ("sgd:lr=0.001", "momentum:lr=0.001", "adam:lr=0.05")


def rows() -> list[Row]:
    """Return (what, ours, theirs, ratio, goal) for the table."""
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    on_memory = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24"]
    if not display and shutil.which("xvfb-run") is None:
        return [("the surface", "not measured: no display, no xvfb-run", "", "", "")]
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    with tempfile.TemporaryDirectory() as home:  # settings of nobody
        environment |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        command = [*([] if display else on_memory), sys.executable, "-m", __name__]
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    return [tuple(row) for row in json.loads(done.stdout)]


def measured() -> list[Row]:
    """Return the rows, measured here: this process has OpenGL."""
    application = make_application()
    runs = tuple(Run(optimizer=parse_optimizer(t), style=i) for i, t in enumerate(OPTIMIZERS))
    experiment = Experiment(
        formula=FORMULA,
        start=(-1.5, 2.0),
        steps=STEPS,
        view=Bounds(-2.0, 2.0, -1.15, 3.15),
        runs=runs,
    )
    scene, results = evaluate_scene(scene_request(experiment)), evaluate(experiment)
    view = SurfaceView()
    view.resize(*SIZE)
    view.set_scene(scene)
    view.set_results(results)
    view.show()
    view.repaint()
    application.processEvents()

    def orbit(frame: int) -> None:
        view.set_camera(view.picture.camera.orbited(3.0, math.sin(frame / 9.0)))
        view.repaint()

    def play(frame: int) -> None:
        view.set_cursor(frame * STEPS // FRAMES)
        view.repaint()

    theirs = Theirs(scene, results)
    found = [_row("orbiting", orbit, theirs.orbit), _row("playing", play, theirs.play)]
    view.close()
    return found


class Theirs:
    """The same surface as a matplotlib figure: mesh, colours, contour lines below, trails."""

    def __init__(self, scene: Scene, results: Results) -> None:
        mesh = ground(scene, scene.field, log=True).mesh
        x, y = np.meshgrid(mesh.x, mesh.y)
        figure = Figure(figsize=(SIZE[0] / 100, SIZE[1] / 100), dpi=100)
        self.canvas = FigureCanvasAgg(figure)
        self.axes = figure.add_subplot(projection="3d")
        self.axes.plot_surface(
            x, y, mesh.heights, rcount=120, ccount=120, cmap="viridis", linewidth=0.2
        )
        self.axes.contour(x, y, mesh.heights, 12, zdir="z", offset=-0.3)
        self._ways = []
        for run in results.runs:
            points = run.trajectory.x
            along = mesh.plan.across(points[:, 0]), mesh.plan.along(points[:, 1])
            self._ways.append(np.stack([*along, drape(mesh, *along)], axis=1))
        self._lines = [self.axes.plot(*way.T)[0] for way in self._ways]

    def orbit(self, frame: int) -> None:
        """Turn, and draw the canvas."""
        self.axes.view_init(azim=-62 + 3 * frame)
        self.canvas.draw()

    def play(self, frame: int) -> None:
        """Show the trails up to a step, and draw the canvas."""
        step = frame * STEPS // THEIR_FRAMES + 2
        for line, way in zip(self._lines, self._ways, strict=True):
            line.set_data_3d(*way[:step].T)
        self.canvas.draw()


def _row(what: str, ours: Callable[[int], None], theirs: Callable[[int], None]) -> Row:
    """Measure in turn, so that a busy moment of the machine strikes both."""
    here: list[float] = []
    there: list[float] = []
    for _ in range(ROUNDS):
        here += _milliseconds(ours, FRAMES)
        there += _milliseconds(theirs, THEIR_FRAMES)
    p95 = statistics.quantiles(here, n=20)[-1]
    ratio = statistics.median(there) / statistics.median(here)
    return (
        f"a frame of the surface, 120x120 at {SIZE[0]}x{SIZE[1]}, {what}: median (p95)",
        f"{statistics.median(here):.1f} ms ({p95:.1f})",
        f"{statistics.median(there):.0f} ms, matplotlib plot_surface",
        f"{ratio:.0f}x",
        f"p95 <= {GOAL:.0f} ms, >= {GOAL_RATIO:.0f}x",
    )


def _milliseconds(frame: Callable[[int], None], count: int) -> list[float]:
    frame(0)
    took = []
    for number in range(count):
        since = time.perf_counter()
        frame(number)
        took.append((time.perf_counter() - since) * 1e3)
    return took


if __name__ == "__main__":
    print(json.dumps(measured()))
