"""Open the real window, edit the start, look at the surface, close the window, leave with 0."""
# ruff: noqa: INP001 (a script, beside the one that calls it)

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from gradviz.app import create_window, make_application
from gradviz.document.display import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

SECONDS = 30.0
NEAR = 1e-6


def wait(application: QApplication, ready: Callable[[], bool], what: str) -> None:
    """Let the window work until it is `ready`."""
    end = time.monotonic() + SECONDS
    while not ready():
        if time.monotonic() > end:
            sys.exit(f"The window did not come to this in {SECONDS:g} s: {what}")
        application.processEvents()
        time.sleep(0.005)


def main() -> int:
    """Drive the window once through its main job."""
    application = make_application(sys.argv[:1])
    window = create_window()
    session = window.session

    def is_drawn_from(*start: float) -> bool:
        results = session.results
        if results is None or not results.complete or session.scene is None:
            return False
        path = results.runs[0].trajectory.x
        return tuple(path[0]) == start and bool((abs(path[-1]) < NEAR).all())

    wait(application, lambda: is_drawn_from(-3.0, 4.0), "the run that it opens with")
    session.set_start((1.0, 2.0), immediate=True)
    wait(application, lambda: is_drawn_from(1.0, 2.0), "a run from another start")
    window.picture.show_view(View.SURFACE)
    surface = window.picture.panel(View.SURFACE).view
    wait(application, lambda: surface.picture.is_drawn, "the surface")
    window.leave()
    platform = application.platformName()
    print(f"The window opened on {platform}, drew {session.experiment.formula} twice and closed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
