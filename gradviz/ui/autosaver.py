"""Keeps what was not saved for the case of a crash, a moment after it changed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from gradviz.document.file_errors import FileError
from gradviz.document.recovery import Recovery
from gradviz.ui.log_file import data_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gradviz.document.document import Document
    from gradviz.document.recovery import Slot as Place

logger = logging.getLogger(__name__)

REST: Final = 1_500
"""Milliseconds after an edit."""
LONGEST: Final = 8_000
"""Milliseconds that edits which follow one another wait, at most."""


class Autosaver(QObject):
    """One recovery file for the document of a window.

    Parameters
    ----------
    document : callable
        Returns what is to be kept.
    """

    def __init__(self, document: Callable[[], Document], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.recovery = Recovery(data_folder() / "recovery")
        self._place: Place | None = None
        self._path: Path | None = None
        self._told = False
        self._rest, self._longest = self._timer(REST), self._timer(LONGEST)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save)
        return timer

    @property
    def place(self) -> Place | None:
        """Where it is kept, once it was."""
        return self._place

    def note_edit(self) -> None:
        """Save soon."""
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    @Slot()
    def save(self) -> None:
        """Save now; where that cannot be, say so in the log, once."""
        self._stop()
        try:
            if self._place is None:
                self._place = self.recovery.open(self._path)
            self._place.save(self._document())
        except (FileError, OSError) as error:
            if not self._told:
                logger.warning("What is not saved cannot be kept for a crash: %s", error)
            self._told = True

    def belong_to(self, path: Path | None) -> None:
        """Keep from now on what belongs to another file, whose state is saved."""
        self._stop()
        self._path = path
        if self._place is None:
            return
        try:
            self._place.clear()
            self._place.belong_to(path)
        except (FileError, OSError) as error:
            logger.warning("The recovery file cannot be told of its document: %s", error)

    def hold(self, path: Path | None) -> None:
        """Let other windows know that a file is open here."""
        self.belong_to(path)
        if path is None or self._place is not None:
            return
        try:
            self._place = self.recovery.open(path)
        except (FileError, OSError) as error:
            logger.warning("The recovery file cannot be made: %s", error)

    def adopt(self, place: Place, path: Path | None) -> None:
        """Go on with what a crash left."""
        self.close()
        self._place, self._path = place, path

    def close(self) -> None:
        """Leave nothing behind."""
        self._stop()
        if self._place is not None:
            self._place.close()
            self._place = None

    def _stop(self) -> None:
        self._rest.stop()
        self._longest.stop()
