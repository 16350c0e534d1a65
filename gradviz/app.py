"""The window's door: QApplication, fonts, settings, log file, faults that nobody caught."""

from __future__ import annotations

import atexit
import logging
import logging.handlers
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from gradviz import __version__
from gradviz.ui.fonts import apply_fonts
from gradviz.ui.icons import program_icon
from gradviz.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from gradviz.document.experiment import Experiment

LOG_SIZE = 500_000
logger = logging.getLogger("gradviz")


def main(argv: Sequence[str] | None = None, experiment: Experiment | None = None) -> int:
    """Open the window and run until it is closed.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments for Qt; the program's own by default.
    experiment : Experiment, optional
        What to open with.

    Returns
    -------
    int
        The exit code.
    """
    application = make_application(argv)
    window = create_window(experiment)
    hook = sys.excepthook
    sys.excepthook = _FaultTeller(window)
    code = application.exec()
    sys.excepthook = hook
    _delete_windows()
    return code


def make_application(argv: Sequence[str] | None = None) -> QApplication:
    """Return the running QApplication, or make one and name it, for its settings and windows."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(list(argv if argv is not None else sys.argv))
    QCoreApplication.setOrganizationName("GradViz")
    QCoreApplication.setApplicationName("GradViz")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("gradviz")  # by it a desktop finds the icon and groups windows
    return application


def create_window(experiment: Experiment | None = None) -> MainWindow:
    """Return the shown main window of the running QApplication.

    Parameters
    ----------
    experiment : Experiment, optional
        What to open with; x0**2 + x1**2 from (-3, 4) by default.

    Returns
    -------
    MainWindow
        Shown, its first runs under way in the worker thread. Close it to stop the thread.
    """
    application = make_application()
    apply_fonts(application)
    application.setWindowIcon(program_icon())
    window = MainWindow(experiment, start_log())
    _keep(window)
    window.show()
    return window


_windows: set[MainWindow] = set()


def _keep(window: MainWindow) -> None:
    """Hold `window` until Qt deletes it, at the latest when the interpreter ends.

    A tree of widgets has to be deleted by Qt, from the top. Left to Python's garbage collector it
    is taken apart in any order, and that crashes.
    """
    if not _windows:
        atexit.register(_delete_windows)
    _windows.add(window)
    window.destroyed.connect(partial(_windows.discard, window))


def _delete_windows() -> None:
    while _windows:
        window = _windows.pop()
        if isValid(window):
            window.close()
            delete(window)


def start_log() -> Path | None:
    """Log warnings and faults to a file that turns over at `LOG_SIZE`; None without a place."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    path = Path(folder) / "gradviz.log"
    if any(getattr(h, "baseFilename", None) == str(path) for h in logger.handlers):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return path


class _FaultTeller:
    """Tells of an exception nobody caught, in the window and in the log; the program goes on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> None:
        details = "".join(traceback.format_exception(kind, fault, where))
        self._window.tell_fault(str(fault) or kind.__name__, details)
