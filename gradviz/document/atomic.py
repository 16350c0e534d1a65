"""Writing a file whole or not at all.

The bytes go to a new file in the same folder, are flushed to the disk, and then take the name of
the old file in one step of the file system. Whatever fails on the way, and whenever the program
is killed, the old file or the new one is there, never half of one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TEMPORARY: Final = ".gradviz-tmp"
"""How the names of files end that are being written."""


class Reason(StrEnum):
    """Why the system refused; the user interface words it in the reader's language."""

    NO_FOLDER = "no-folder"
    NOT_A_FOLDER = "not-a-folder"
    IS_A_FOLDER = "is-a-folder"
    DENIED = "denied"
    READ_ONLY = "read-only"
    FULL = "full"
    QUOTA = "quota"
    NAME_TOO_LONG = "name-too-long"
    OTHER = "other"


_REASONS: Final = {
    errno.ENOENT: Reason.NO_FOLDER,
    errno.ENOTDIR: Reason.NOT_A_FOLDER,
    errno.EISDIR: Reason.IS_A_FOLDER,
    errno.EACCES: Reason.DENIED,
    errno.EPERM: Reason.DENIED,
    errno.EROFS: Reason.READ_ONLY,
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.QUOTA,
    errno.ENAMETOOLONG: Reason.NAME_TOO_LONG,
}
_WORDS: Final = {
    Reason.NO_FOLDER: "the folder does not exist",
    Reason.NOT_A_FOLDER: "a part of the path is not a folder",
    Reason.IS_A_FOLDER: "it is a folder",
    Reason.DENIED: "writing there is not permitted",
    Reason.READ_ONLY: "the disk is read-only",
    Reason.FULL: "the disk is full",
    Reason.QUOTA: "the disk quota is used up",
    Reason.NAME_TOO_LONG: "the name is too long",
}


class WriteError(OSError):
    """A file could not be written; what was there before still is.

    Attributes
    ----------
    path : Path
        The file.
    code : Reason
        Why.
    reason : str
        Why, in English words without a full stop.
    """

    def __init__(self, path: Path, code: Reason, reason: str) -> None:
        self.path = path
        self.code = code
        self.reason = reason
        super().__init__(f"Could not write {path}: {reason}.")


class Disk:
    """What writing asks of the system, one call each, so that each can be made to fail."""

    def create(self, path: Path) -> BinaryIO:
        """Open a file that is not there yet."""
        return path.open("xb")

    def write(self, file: BinaryIO, data: bytes) -> None:
        """Write the next part."""
        file.write(data)

    def flush(self, file: BinaryIO) -> None:
        """Hand to the system what was written."""
        file.flush()

    def sync(self, file: BinaryIO) -> None:
        """Let it reach the disk itself."""
        os.fsync(file.fileno())

    def chmod(self, path: Path, mode: int) -> None:
        """Set permissions."""
        path.chmod(mode)

    def rename(self, source: Path, target: Path) -> None:
        """Let `source` take the name of `target`, in one step."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Make a new name last through a power cut."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


DISK: Final = Disk()


def write_text(path: str | os.PathLike[str], text: str | Iterable[str], disk: Disk = DISK) -> None:
    """Write `text`, or its parts in turn, as UTF-8 with the line ends it has; see `write_bytes`."""
    parts = (text,) if isinstance(text, str) else text
    write_bytes(path, (part.encode("utf-8") for part in parts), disk)


def write_bytes(
    path: str | os.PathLike[str], data: bytes | Iterable[bytes], disk: Disk = DISK
) -> None:
    """Write `data`, or its parts in turn, in place of the file at `path`.

    The file keeps its permissions. A symbolic link stays one: the file it leads to is replaced.
    What is no ordinary file (a pipe, a device) cannot be replaced and is written to.

    Raises
    ------
    WriteError
        When that is not possible. The old file is then as it was.
    """
    parts = (data,) if isinstance(data, bytes) else data
    try:
        named = Path(path)
        if named.exists() and not (named.is_file() or named.is_dir()):
            with named.open("wb") as file:
                file.writelines(parts)
        else:
            _replace(named.resolve(), parts, disk)
    except (OSError, ValueError, RuntimeError) as error:
        raise WriteError(Path(path), code_of(error), reason(error)) from error


def _replace(target: Path, parts: Iterable[bytes], disk: Disk) -> None:
    mode = _mode(target)
    temporary = target.with_name(f".{secrets.token_hex(8)}{TEMPORARY}")
    try:
        with disk.create(temporary) as file:
            for part in parts:
                disk.write(file, part)
            disk.flush(file)
            disk.sync(file)
        if mode is not None:
            disk.chmod(temporary, mode)
        disk.rename(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.remove(temporary)
        raise
    with contextlib.suppress(OSError):  # some systems cannot flush folders
        disk.sync_folder(target.parent)


def _mode(target: Path) -> int | None:
    """Return the permissions of the file that is there, None where there is none.

    Raises
    ------
    OSError
        When it is a folder, or write-protected though its folder would let it be replaced.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def code_of(error: Exception) -> Reason:
    """Return why the system refused."""
    number = error.errno if isinstance(error, OSError) else None
    return Reason.OTHER if number is None else _REASONS.get(number, Reason.OTHER)


def reason(error: Exception) -> str:
    """Return why the system refused, in English words without a full stop."""
    words = _WORDS.get(code_of(error))
    if words is not None:
        return words
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error)).rstrip(".") or type(error).__name__
