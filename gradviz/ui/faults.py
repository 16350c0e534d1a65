"""Faults that nobody caught, in whatever thread: told in the window and in the log."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, qInstallMessageHandler

from gradviz.ui.log_file import log_qt

if TYPE_CHECKING:
    from types import TracebackType

    from gradviz.ui.main_window import MainWindow


class FaultTeller(QObject):
    """Takes over the hooks for faults of Python and messages of Qt, until it is stopped.

    Parameters
    ----------
    window : MainWindow
        Which tells of faults and logs them; the program goes on.
    """

    _found = Signal(str, str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._found.connect(window.tell_fault)  # queued, where another thread had the fault
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self.tell, self._tell_of_thread
        self._handler = qInstallMessageHandler(log_qt)

    def follow(self, window: MainWindow) -> None:
        """Tell another window from now on, which takes the place of the one before."""
        self.setParent(window)
        self._found.disconnect()
        self._found.connect(window.tell_fault)

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(self._handler)

    def tell(
        self, kind: type[BaseException], fault: BaseException, where: TracebackType | None
    ) -> None:
        """Tell of a fault; Ctrl-C in the terminal ends the program instead."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, fault, where))
        self._found.emit(str(fault) or kind.__name__, details)

    def _tell_of_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None and not isinstance(fault.exc_value, SystemExit):
            self.tell(type(fault.exc_value), fault.exc_value, fault.exc_traceback)
