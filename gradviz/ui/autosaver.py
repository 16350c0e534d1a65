"""Keeps what was not saved for the case of a crash, a moment after it changed."""

from __future__ import annotations

import logging
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gradviz.document.file_errors import FileError
from gradviz.document.recovery import Recovery
from gradviz.model.timers import single_shot
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

    failed = Signal(object)
    """The `FileError` or `OSError` for which nothing is kept, once."""

    def __init__(self, document: Callable[[], Document], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self.recovery = Recovery(data_folder() / "recovery")
        self._place: Place | None = None
        self._path: Path | None = None
        self._writer: Thread | None = None
        self._told = False
        self._rest, self._longest = self._timer(REST), self._timer(LONGEST)

    def _timer(self, milliseconds: int) -> QTimer:
        return single_shot(self, milliseconds, self._save_beside)

    @property
    def place(self) -> Place | None:
        """Where it is kept, once it was."""
        return self._place

    def note_edit(self) -> None:
        """Save soon."""
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def save(self) -> None:
        """Save now, and come back when it is done; what fails is said once."""
        self._finish()
        self._save_beside()
        self._finish()

    @Slot()
    def _save_beside(self) -> None:
        """Save in a thread: a million weights, or a slow disk, would hold up the window."""
        self._stop()
        if self._writer is not None and self._writer.is_alive():
            self._rest.start()
            return
        place = self._own_place()
        if place is not None:
            self._writer = Thread(
                target=self._write, args=(place, self._document()), name="autosave"
            )
            self._writer.start()

    def _own_place(self) -> Place | None:
        if self._place is None:
            try:
                self._place = self.recovery.open(self._path)
            except (FileError, OSError) as error:
                self._tell(error)
        return self._place

    def _write(self, place: Place, document: Document) -> None:
        try:
            place.save(document)
        except (FileError, OSError) as error:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            logger.warning("What is not saved cannot be kept for a crash: %s", error)
            self.failed.emit(error)

    def _finish(self) -> None:
        """Wait for what is being written."""
        if self._writer is not None:
            self._writer.join()
            self._writer = None

    def forget(self) -> None:
        """Keep nothing: the document is again as it was saved."""
        self._stop()
        self._finish()
        if self._place is not None:
            self._place.clear()

    def belong_to(self, path: Path | None) -> None:
        """Keep from now on what belongs to another file, whose state is saved."""
        self.forget()
        self._path = path
        if self._place is None:
            return
        try:
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

    def take_over(self, other: Autosaver) -> None:
        """Go on where another window's autosaver is, which has no place any more."""
        other._stop()
        other._finish()
        place, other._place = other._place, None
        if place is None:
            self._path = other._path
        else:
            self.adopt(place, other._path)

    def close(self) -> None:
        """Leave nothing behind."""
        self._stop()
        self._finish()
        if self._place is not None:
            self._place.close()
            self._place = None

    def _stop(self) -> None:
        self._rest.stop()
        self._longest.stop()
