"""What is kept for the case of a crash: one file for each open document, with a lock beside it.

A document that is closed leaves nothing. What lies there without a process that works on it is
left from a crash. The files are written whole or not at all; see `gradviz.document.atomic`.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gradviz.document.atomic import DISK, TEMPORARY, Disk, WriteError, reason
from gradviz.document.file_errors import FileCode, FileError
from gradviz.document.files import SUFFIX, read, write
from gradviz.document.recovery_locks import absolute, own_lock, read_lock, write_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.document.document import Document

LOCK: Final = ".lock"
MOST_LEFT: Final = 20
"""Leftovers that are kept, the newest."""
MOST_AGE: Final = 30 * 24 * 3600.0
"""Seconds for which a leftover is kept."""
STRAY_AGE: Final = 24 * 3600.0
"""Seconds after which a file that was being written is being written no more."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A document that a crash left.

    Attributes
    ----------
    file : Path
        Its recovery file.
    path : Path or None
        The file it belongs to; None if it was never saved.
    saved_at : float
        When it was kept last, in seconds since 1970.
    """

    file: Path
    path: Path | None
    saved_at: float

    def read(self) -> Document:
        """Return the document; raise `FileError` if it is damaged."""
        return read(self.file)

    def discard(self) -> None:
        """Remove it for good, as far as that is possible."""
        _remove(self.file)
        _remove(self.file.with_suffix(LOCK))


class Slot:
    """The place of one open document in the folder, from `Recovery.open`."""

    def __init__(self, file: Path, path: Path | None, disk: Disk) -> None:
        self._file, self._path, self._disk = file, path, disk
        self._lock = file.with_suffix(LOCK)

    @property
    def file(self) -> Path:
        """Where the document is kept."""
        return self._file

    def save(self, document: Document) -> None:
        """Keep `document`.

        Raises
        ------
        FileError
            When that is not possible; what was kept before still is.
        """
        if not self._lock.exists():
            self.belong_to(self._path)
        write(self._file, document, self._disk)

    def belong_to(self, path: Path | None) -> None:
        """Say to which file the document belongs from now on.

        Raises
        ------
        FileError
            When that cannot be written down.
        """
        self._path = path
        try:
            self._lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_lock(self._lock, own_lock(path), self._disk)
        except OSError as error:
            why = error.reason if isinstance(error, WriteError) else reason(error)
            name = self._lock.name
            raise FileError(FileCode.NOT_WRITTEN, name=name, why=why) from error

    def clear(self) -> None:
        """Keep nothing any more: the document is saved, or as it was."""
        _remove(self._file)

    def close(self) -> None:
        """Leave nothing behind: the document is closed."""
        _remove(self._file)
        _remove(self._lock)


class Recovery:
    """A folder of what is kept for the case of a crash.

    Parameters
    ----------
    folder : Path
        Where; it is made when it is needed.
    disk : Disk, optional
        What is written with.
    """

    def __init__(self, folder: Path, disk: Disk = DISK) -> None:
        self._folder, self._disk = folder, disk

    def open(self, path: Path | None = None) -> Slot:
        """Return a place for a document, of a file or never saved.

        Raises
        ------
        FileError
            When the folder cannot be written to.
        """
        slot = Slot(self._folder / f"{secrets.token_hex(8)}{SUFFIX}", path, self._disk)
        slot.belong_to(path)
        return slot

    def is_open(self, path: Path, besides: Slot | None = None) -> bool:
        """Tell whether the document of a file is open in another window, now."""
        wanted, own = absolute(path), None if besides is None else besides.file.with_suffix(LOCK)
        locks = (read_lock(file) for file in self._files(LOCK) if file != own)
        return any(lock.path == wanted and lock.is_held for lock in locks if lock is not None)

    def leftovers(self) -> list[Leftover]:
        """Return what crashes left, the newest first."""
        found = [left for file in self._files(SUFFIX) if (left := _leftover(file)) is not None]
        return sorted(found, key=lambda left: left.saved_at, reverse=True)

    def take(self, leftover: Leftover) -> Slot | None:
        """Return a place that holds what a crash left, None if another program was quicker.

        Raises
        ------
        FileError
            When the folder cannot be written to.
        """
        slot = self.open(leftover.path)
        try:
            self._disk.rename(leftover.file, slot.file)
        except FileNotFoundError:
            slot.close()
            return None
        except OSError as error:
            slot.close()
            why = reason(error)
            raise FileError(FileCode.NOT_WRITTEN, name=leftover.file.name, why=why) from error
        _remove(leftover.file.with_suffix(LOCK))
        return slot

    def prune(self, now: float | None = None) -> None:
        """Remove what is too old or too much, and what lies about for no one.

        Parameters
        ----------
        now : float, optional
            Seconds since 1970.
        """
        now = time.time() if now is None else now
        for i, left in enumerate(self.leftovers()):
            if i >= MOST_LEFT or now - left.saved_at > MOST_AGE:
                left.discard()
        for file in self._files(LOCK):
            lock = read_lock(file)
            is_held = lock is not None and lock.is_held
            if not is_held and not file.with_suffix(SUFFIX).exists():
                _remove(file)
        for file in self._files(TEMPORARY):
            written_at = _written_at(file)
            if written_at is not None and now - written_at > STRAY_AGE:
                _remove(file)

    def _files(self, suffix: str) -> Iterator[Path]:
        """Return the files of one kind; none where there is no folder, or no way into it."""
        try:
            files = sorted(self._folder.iterdir())
        except OSError:
            files = []
        return (file for file in files if file.name.endswith(suffix))


def _leftover(file: Path) -> Leftover | None:
    """Return what a recovery file is, None while someone works on it or it is gone."""
    lock = read_lock(file.with_suffix(LOCK))
    saved_at = _written_at(file)
    if saved_at is None or (lock is not None and lock.is_held):
        return None
    path = Path(lock.path) if lock is not None and lock.path else None
    return Leftover(file, path, saved_at)


def _written_at(file: Path) -> float | None:
    try:
        return file.stat().st_mtime
    except OSError:  # it is gone by now
        return None


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()
