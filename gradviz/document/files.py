"""Experiment files: ``.gradviz``, JSON that begins with a marker and can be read by people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from gradviz.document.atomic import DISK, Disk, WriteError, write_bytes
from gradviz.document.file_errors import FileCode, FileError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from gradviz.document.document import Document

__all__ = [
    "MOST_BYTES",
    "SUFFIX",
    "FileCode",
    "FileError",
    "from_text",
    "read",
    "read_bytes",
    "to_text",
    "write",
]

SUFFIX: Final = ".gradviz"
_MEGA: Final = 1_000_000
MOST_BYTES: Final = 32 * _MEGA
"""Bytes of a file: more than the largest table, or a million weights, takes."""
_PART: Final = 1 << 16
"""Bytes that are written at once."""


def to_text(document: Document) -> str:
    """Return `document` as the text of a file."""
    from gradviz.document.file_writing import text_of  # noqa: PLC0415 - msgspec takes its time

    return text_of(document)


def from_text(text: str) -> Document:
    """Return the document in the text of a file; it can be evaluated.

    A formula that cannot be read is `Document.typed`, and another one in its place.

    Raises
    ------
    FileError
        When there is none, with the place of what is wrong.
    """
    from gradviz.document.file_reading import document_of  # noqa: PLC0415 - msgspec takes its time

    return document_of(text)


def write(path: str | os.PathLike[str], document: Document, disk: Disk = DISK) -> None:
    """Write `document` to a file, whole or not at all; see `gradviz.document.atomic`.

    Raises
    ------
    FileError
        When that is not possible. The old file is then as it was.
    """
    data = to_text(document).encode("utf-8")
    if len(data) > MOST_BYTES:
        raise _too_large()
    try:
        write_bytes(path, _parts(data), disk)
    except WriteError as error:
        name = Path(path).name
        raise FileError(
            FileCode.NOT_WRITTEN, name=name, why=error.reason, reason=error.code
        ) from error


def read(path: str | os.PathLike[str]) -> Document:
    """Return the document in a file; see `from_text`.

    Raises
    ------
    FileError
        When there is no such file, or it holds no document.
    """
    found = read_bytes(Path(path), MOST_BYTES)
    if len(found) > MOST_BYTES:
        raise _too_large()
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise FileError(FileCode.NOT_UTF8, f"line {line}") from None
    return from_text(text)


def read_bytes(path: Path, most: int) -> bytes:
    """Return no more of a file than is needed to tell whether it has over `most` bytes.

    Raises
    ------
    FileError
        When there is no such file, or it may not be read.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise FileError(FileCode.FOLDER, name=name)
        if not path.is_file():
            raise FileError(FileCode.MISSING, name=name)
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        why = error.strerror or str(error)
        if isinstance(error, PermissionError):
            why = "reading it is not permitted"
        raise FileError(FileCode.UNREADABLE, name=name, why=why) from error


def _parts(data: bytes) -> Iterator[bytes]:
    return (data[first : first + _PART] for first in range(0, len(data), _PART))


def _too_large() -> FileError:
    return FileError(FileCode.TOO_LARGE, most=MOST_BYTES // _MEGA)
