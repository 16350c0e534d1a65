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
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_REASONS = {
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "writing there is not permitted",
    errno.EPERM: "writing there is not permitted",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.ENAMETOOLONG: "the name is too long",
}


class WriteError(OSError):
    """A file could not be written; what was there before still is.

    Attributes
    ----------
    path : Path
        The file.
    reason : str
        Why, in English words without a full stop.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"Could not write {path}: {reason}.")


def write_text(path: str | os.PathLike[str], text: str | Iterable[str]) -> None:
    """Write `text`, or its parts in turn, as UTF-8 with the line ends it has; see `write_bytes`."""
    parts = (text,) if isinstance(text, str) else text
    write_bytes(path, (part.encode("utf-8") for part in parts))


def write_bytes(path: str | os.PathLike[str], data: bytes | Iterable[bytes]) -> None:
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
            _replace(named.resolve(), parts)
    except (OSError, ValueError, RuntimeError) as error:
        raise WriteError(Path(path), reason(error)) from error


def _replace(target: Path, parts: Iterable[bytes]) -> None:
    mode = _mode(target)
    temporary = target.with_name(f".{secrets.token_hex(8)}.gradviz-tmp")
    try:
        with temporary.open("xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


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


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(error: Exception) -> str:
    """Return why the system refused, in English words without a full stop."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, (error.strerror or str(error)).rstrip("."))
    return str(error).rstrip(".") or type(error).__name__
