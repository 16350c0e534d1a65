"""What the bundled program does with itself when GRADVIZ_SMOKE names a folder.

It starts as ever, through the same door; a timer in its own event loop then takes it through its
main job, writes ``picture.png`` and ``report.json`` into the folder and closes the window. The
report holds the seconds since GRADVIZ_SMOKE_BEGAN, a reading of ``time.time()``.
"""
# ruff: noqa: INP001 (a script)

from __future__ import annotations

import importlib
import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

import gradviz.app
from gradviz.cli import main as begin
from gradviz.document.display import View
from gradviz.document.outlines import outline
from gradviz.export.pictures import save_pictures
from gradviz.ui.exported import all_pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gradviz.document.experiment import Experiment
    from gradviz.plots.surface_picture import SurfacePicture
    from gradviz.ui.main_window import MainWindow

    _Stage = tuple[str, Callable[[], bool]]

SECONDS: Final = 30.0
"""How long each stage may take."""
PAUSE: Final = 5
"""Milliseconds between two looks at what is waited for."""
NEAR: Final = 1e-6
ON_DEMAND: Final = {"linux": ("OpenGL.platform.egl", "OpenGL.platform.glx")}
"""Modules that are imported by names made up as the program runs."""


def main() -> int:
    """Start the program, and the rehearsal with its window."""
    open_window = gradviz.app.create_window

    def create_window(experiment: Experiment | None = None) -> MainWindow:
        window = open_window(experiment)
        _Rehearsal(window, Path(os.environ["GRADVIZ_SMOKE"])).go_on()
        return window

    gradviz.app.create_window = create_window
    return begin([])


class _Rehearsal(QObject):
    """Takes a window through its main job, stage by stage."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._began = float(os.environ.get("GRADVIZ_SMOKE_BEGAN", time.time()))
        self._report: dict[str, object] = {}
        self._stages = self._play()
        self._stage: _Stage = ("start", lambda: True)
        self._end = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.go_on)
        self._timer.start(PAUSE)

    def go_on(self) -> None:
        """Wait for what was begun, or begin what comes next."""
        try:
            if self._stage[1]():
                self._report[self._stage[0]] = round(time.time() - self._began, 3)
                self._stage = next(self._stages)
                self._end = time.monotonic() + SECONDS
            elif time.monotonic() > self._end:
                self._leave(f"it did not come to this in {SECONDS:g} s: {self._stage[0]}")
        except StopIteration:
            self._leave(None)
        except Exception:  # noqa: BLE001 - whatever it is, it is reported
            self._leave(traceback.format_exc())

    def _leave(self, fault: str | None) -> None:
        self._timer.stop()
        self._report["fault"] = fault
        text = json.dumps(self._report, indent=2)
        (self._folder / "report.json").write_text(text, encoding="utf-8")
        self._window.leave()
        QApplication.exit(0 if fault is None else 1)

    def _play(self) -> Iterator[_Stage]:
        window, session = self._window, self._window.session
        yield "window", window.windowHandle().isExposed
        yield "first run", lambda: self._is_drawn_from(-3.0, 4.0)
        self._report["platform"] = QApplication.platformName()
        session.set_start((1.0, 2.0), immediate=True)
        yield "second run", lambda: self._is_drawn_from(1.0, 2.0)
        window.picture.show_view(View.SURFACE)
        panel: Any = window.picture.panel(View.SURFACE)
        yield "surface", lambda: _is_settled(panel.view.picture)
        with all_pictures(window) as pictures:
            save_pictures(pictures, self._folder / "picture.png")
        yield "picture", (self._folder / "picture.png").is_file
        for name in ON_DEMAND.get(sys.platform, ()):
            importlib.import_module(name)
        if outline("x^2") is None:
            raise RuntimeError("Nothing can be typeset.")
        if window.banner.isVisible():
            raise RuntimeError("The window tells of a fault.")

    def _is_drawn_from(self, *start: float) -> bool:
        session = self._window.session
        results = session.results
        if results is None or not results.complete or session.scene is None:
            return False
        path = results.runs[0].trajectory.x
        return tuple(path[0]) == start and bool((abs(path[-1]) < NEAR).all())


def _is_settled(surface: SurfacePicture) -> bool:
    """Whether the surface is drawn; a build machine without a graphics card may have no OpenGL."""
    told = not sys.platform.startswith("linux") and bool(surface.problem())
    return surface.is_drawn or told
