"""The window's door: QApplication, fonts, settings, log file, faults that nobody caught."""

from __future__ import annotations

import atexit
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

from gradviz import __version__
from gradviz.ui.crashes import CrashWatch, take_report
from gradviz.ui.faults import FaultTeller
from gradviz.ui.fonts import apply_fonts
from gradviz.ui.icons import program_icon
from gradviz.ui.language import apply_language, save_language, saved_language
from gradviz.ui.log_file import data_folder, start_log
from gradviz.ui.main_window import SMALLEST, MainWindow
from gradviz.ui.recovering import offer_recovery
from gradviz.ui.text_scale import scaled_application

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.document.experiment import Experiment
    from gradviz.ui.language import Language


def main(
    argv: Sequence[str] | None = None,
    experiment: Experiment | None = None,
    path: Path | None = None,
) -> int:
    """Open the window and run until it is closed.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments for Qt; the program's own by default.
    experiment : Experiment, optional
        What to open with.
    path : Path, optional
        A file to open with: an experiment, or a table of samples.

    Returns
    -------
    int
        The exit code.
    """
    application = make_application(argv)
    report, watch = take_report(data_folder()), CrashWatch(data_folder())
    window = create_window(experiment)
    teller = FaultTeller(window)
    window.replaced.connect(partial(_follow, teller))
    if report:
        window.tell_crash(report)
    opener = FileOpener(application)
    QTimer.singleShot(0, opener, partial(_begin, window, path))
    code = application.exec()
    teller.stop()
    _delete_windows()
    watch.stop()
    return code


def _begin(window: MainWindow, path: Path | None) -> None:
    """Open the file that was asked for, or what a crash left, or the first lesson at first."""
    if offer_recovery(window.documents, path):
        return
    if path is not None:
        window.file_side.open_any(path)
    else:
        window.lesson_side.welcome()


def _follow(teller: FaultTeller, window: MainWindow) -> None:
    teller.follow(window)
    window.replaced.connect(partial(_follow, teller))


class FileOpener(QObject):
    """Opens the files that the system hands to the running program, as macOS does."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Open a file."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            for window in [window for window in _windows if window.isVisible()]:
                window.file_side.open_any(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def make_application(argv: Sequence[str] | None = None) -> QApplication:
    """Return the running QApplication, or make one and name it, for its settings and windows."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = scaled_application(argv if argv is not None else sys.argv, SMALLEST)
    QCoreApplication.setOrganizationName("GradViz")
    QCoreApplication.setApplicationName("GradViz")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("gradviz")  # by it a desktop finds the icon and groups windows
    apply_language(application, saved_language())
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
    window.languageChosen.connect(partial(_speak, window))
    window.show()
    return window


def _speak(window: MainWindow, language: Language) -> None:
    """Make the window anew in another language: everything else stays as it is."""
    save_language(language)
    apply_language(make_application(), language)
    window.keep_state()
    another = create_window()
    another.documents.take_over(window.documents)
    another.lesson_side.take_over(window.lesson_side)
    window.replaced.emit(another)
    window.leave()
    window.deleteLater()  # not now: its menu is on the way up from here


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
            window.leave()
            delete(window)
