"""The log: warnings and faults, also those of Qt and of threads, in a file that turns over."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QtMsgType

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext

LOG_SIZE: Final = 500_000
"""Bytes after which the log goes on in a new file; the one before it is kept."""
LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
logger = logging.getLogger("gradviz")
_of_qt = logging.getLogger("gradviz.qt")


def data_folder() -> Path:
    """Return the user's folder for what the program keeps; it need not be there."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location))


def start_log(folder: Path | None = None) -> Path | None:
    """Log warnings and faults to a file that turns over at `LOG_SIZE`; None without a place.

    Parameters
    ----------
    folder : pathlib.Path, optional
        Where the file is, `data_folder` by default; made if need be.
    """
    path = (data_folder() if folder is None else folder) / "gradviz.log"
    if any(getattr(h, "baseFilename", None) == str(path) for h in logger.handlers):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", errors="replace", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return path


def stop_log(path: Path) -> None:
    """Close the log file at `path` and write to it no more."""
    for handler in list(logger.handlers):
        if getattr(handler, "baseFilename", None) == str(path):
            logger.removeHandler(handler)
            handler.close()


def last_lines(path: Path, count: int) -> str:
    """Return the last `count` lines of a log; nothing if it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return "".join(deque(file, count))
    except OSError:
        return ""


def log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Log what Qt has to say, and say it on stderr as Qt would; for `qInstallMessageHandler`."""
    _of_qt.log(LEVELS.get(kind, logging.WARNING), "%s", text)
    if sys.stderr is not None:  # there is none under pythonw
        print(text, file=sys.stderr)
