"""Make the pictures of the documentation, from the program itself.

Run ``xvfb-run -a python3 -m uv run python docs/make_pictures.py``, or without ``xvfb-run`` where
there is a display: the surface needs OpenGL, so Qt's offscreen platform will not do.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, Qt
from PySide6.QtGui import QImage

from gradviz.app import create_window, make_application
from gradviz.core.catalogue import CATALOGUE
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.network.layers import Activation
from gradviz.core.network.problems import problem_named
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.document.display import View
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from gradviz.ui.main_window import MainWindow

PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(1440, 900)
SMALL = QSize(1180, 760)
SHRUNK = 760
"""Pixels across of the pictures in the gallery."""
PATIENCE, REST = 20_000, 600
ENTRIES = {entry.key: entry for entry in CATALOGUE}


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes
    ----------
    name : str
        Of its file.
    experiment : Experiment
        What is shown.
    view : View
        In which picture.
    step : int
        With the cursor here.
    theme : str
        In which colours.
    size : QSize
        Of the window.
    stage : int
        Of backpropagation.
    """

    name: str
    experiment: Experiment
    view: View = View.CONTOUR
    step: int = 0
    theme: str = "light"
    size: QSize = SMALL
    stage: int = 0


def _runs(*lr: float) -> tuple[Run, ...]:
    rules = (SGD(lr=lr[0]), Momentum(lr=lr[1]), Adam(lr=lr[2]))
    return tuple(Run(optimizer=rule, style=i) for i, rule in enumerate(rules))


VALLEY = Experiment(
    formula="(a - x0)**2\n  + 100*(x1 - x0**2)**2\na = 1.0",
    start=(-1.5, 2.0),
    steps=400,
    runs=_runs(0.001, 0.001, 0.05),
    view=Bounds(-2.0, 2.0, -1.1, 3.1),
)
HILLS = Experiment(
    formula=ENTRIES["himmelblau"].formula,
    start=(-0.5, -1.0),
    runs=_runs(0.01, 0.005, 0.3),
    view=ENTRIES["himmelblau"].bounds,
)
GRAPH = Experiment(
    formula=ENTRIES["two-minima"].formula,
    start=(2.2,),
    h=0.5,
    runs=(Run(optimizer=SGD(lr=0.01)),),
    view=ENTRIES["two-minima"].bounds,
)


def _network(key: str, *runs: Run, **changes: Any) -> Experiment:  # noqa: ANN401 - fields of a task
    return Experiment(
        method=Method.EXACT,
        runs=runs or (Run(optimizer=problem_named(key).optimizer),),
        network=replace(task_of(key), **changes),
    )


SPIRAL = _network("spiral", sizes=(2, 16, 16, 3), activation=Activation.TANH)
DIGITS = _network("digits")
RACE = _network("moons", *_runs(0.5, 0.1, 0.02))
SHOTS = (
    Shot("window-light", VALLEY, step=220, size=SIZE),
    Shot("window-dark", VALLEY, step=220, theme="dark", size=SIZE),
    Shot("surface", VALLEY, View.SURFACE, 220, "dark"),
    Shot("slice", GRAPH, View.SLICE, 4),
    Shot("h-curve", VALLEY, View.ERROR_CURVE, 220),
    Shot("table", VALLEY, View.TABLE, 220, "dark"),
    Shot("stationary", HILLS, step=100),
    Shot("network-light", SPIRAL, View.DATA, 960, size=SIZE),
    Shot("network-dark", DIGITS, View.ANSWERS, 300, "dark", size=SIZE),
    Shot("backpropagation", _network("simplenet"), View.BACKPROPAGATION, 0, stage=4),
    Shot("layers", DIGITS, View.LAYERS, 450, "dark"),
    Shot("gradient-check", SPIRAL, View.CHECK, 960),
    Shot("landscape", RACE, View.LANDSCAPE, 500),
)


def main() -> None:
    """Draw every shot, and the catalogue."""
    # settings of whoever runs this neither show nor change
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    application = make_application()
    window = create_window(VALLEY)
    for shot in SHOTS:
        _take(application, window, shot)
    _take_catalogue(application, window)
    window.leave()


def _take(application: QApplication, window: MainWindow, shot: Shot) -> None:
    window.resize(shot.size)
    window.actions_.themes[shot.theme].trigger()
    window.session.edit(replace(shot.experiment), immediate=True)
    window.picture.show_view(shot.view)
    _settle(application, window)
    window.playback.set_step(shot.step)
    if shot.stage:
        panel: Any = window.picture.panel(shot.view)
        panel.set_stage(shot.stage)
    _settle(application, window)
    _save(window, shot.name, shot.size.width() if shot.size == SIZE else SHRUNK)


def _take_catalogue(application: QApplication, window: MainWindow) -> None:
    window.actions_.themes["light"].trigger()
    window.actions_.catalogue.trigger()
    _settle(application, window)
    popup = window.catalogue.popup
    _save(popup, "catalogue", popup.width())
    popup.close()


def _settle(application: QApplication, window: MainWindow) -> None:
    """Let everything be computed and painted, what waits for a moment of rest too."""
    deadline, rest = QDeadlineTimer(PATIENCE), QDeadlineTimer(REST)
    while not deadline.hasExpired() and not rest.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if window.session.is_computing:
            rest.setRemainingTime(REST)


def _save(widget: QWidget, name: str, width: int) -> None:
    picture = widget.grab().toImage()
    if width < picture.width():
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    indexed = picture.convertToFormat(QImage.Format.Format_RGB888)
    indexed.save(str(PICTURES / f"{name}.png"), quality=0)


if __name__ == "__main__":
    main()
