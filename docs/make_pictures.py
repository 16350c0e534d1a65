"""Make the pictures of the documentation, from the program itself.

Run ``python3 -m uv run python docs/make_pictures.py``; under Xvfb or with a display the letters are
those of a real window, else Qt's offscreen platform draws them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize

from gradviz.app import create_window, make_application
from gradviz.core.field import Bounds
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.document.experiment import Experiment, Run

PICTURES = Path(__file__).parent / "pictures"
SIZE = QSize(1440, 900)
VALLEY = "(a - x0)**2\n  + 100*(x1 - x0**2)**2\na = 1.0"
CURSOR = 220
PATIENCE = 20_000


def main() -> None:
    """Draw the window in both themes, three optimizers in Rosenbrock's valley."""
    # settings of whoever runs this neither show nor change
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    window = create_window(_experiment())
    window.resize(SIZE)
    for theme in ("light", "dark"):
        window.actions_.themes[theme].trigger()
        deadline = QDeadlineTimer(PATIENCE)
        while window.session.is_computing and not deadline.hasExpired():
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        window.playback.set_step(CURSOR)
        for _ in range(50):
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        window.grab().save(str(PICTURES / f"window-{theme}.png"))
    window.close()


def _experiment() -> Experiment:
    rules = (SGD(lr=0.001), Momentum(lr=0.001), Adam(lr=0.05))
    return Experiment(
        formula=VALLEY,
        start=(-1.5, 2.0),
        steps=400,
        runs=tuple(Run(optimizer=rule, style=i) for i, rule in enumerate(rules)),
        view=Bounds(-2.0, 2.0, -1.1, 3.1),
    )


if __name__ == "__main__":
    main()
