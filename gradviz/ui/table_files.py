"""Files with tables of samples, read in a thread; with a sentence where one cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from gradviz.core.network.table import DataError
from gradviz.document.table_files import FileError, short_name, table_in
from gradviz.ui.error_words import coded_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.network_task import OwnTable
    from gradviz.ui.export_job import Job, Slices

SUFFIXES: Final = (".csv", ".tsv", ".txt")
"""Files that are offered, and taken when they are dropped."""


class TableFileError(Exception):
    """A file that holds no samples; the text is a sentence in the reader's language."""


def read_table_file(path: Path) -> OwnTable:
    """Return the table in a file, one that can be read.

    Raises
    ------
    TableFileError
        When there is no such file, it is too large, not UTF-8, or no table of samples.
    """
    try:
        return table_in(path)
    except FileError as error:
        raise TableFileError(coded_sentence(error)) from None
    except DataError as error:
        raise TableFileError(f"{short_name(path)}: {coded_sentence(error)}") from None


class TableReader(QObject):
    """Reads a table beside the window, which a large one would hold up for a second."""

    read = Signal(object)
    """An `OwnTable` that can be read."""
    refused = Signal(str)
    """Why a file holds none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._table: OwnTable | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a file is under way."""
        return self._job is not None

    def open(self, path: Path) -> None:
        """Read a file, in place of one that is under way."""
        from gradviz.ui.export_job import Job  # noqa: PLC0415 - on demand

        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
        self._job = Job(self._slices(path), self)
        self._job.ended.connect(self._end)
        self._job.start()

    def _slices(self, path: Path) -> Slices:
        from gradviz.ui.export_job import in_thread  # noqa: PLC0415 - on demand

        self._table = yield from in_thread(lambda _: read_table_file(path))

    def _end(self, fault: Exception | None) -> None:
        job, self._job = self._job, None
        table, self._table = self._table, None
        if job is not None:
            job.deleteLater()
        if isinstance(fault, TableFileError):
            self.refused.emit(str(fault))
        elif fault is not None:
            raise fault
        else:
            self.read.emit(table)
