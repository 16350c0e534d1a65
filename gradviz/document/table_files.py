"""Files with tables of samples: read from the disk, with a code where that fails."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from gradviz.core.coded_error import CodedError
from gradviz.document.network_task import MAX_KEY_LENGTH, MAX_TABLE, OwnTable, own_data

if TYPE_CHECKING:
    from pathlib import Path

_MEGA: Final = 1_000_000


class FileCode(StrEnum):
    """Why a file holds no table."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"


class FileError(CodedError):
    """A file that holds no text to be read as a table."""

    sentences = {  # noqa: RUF012 - a ClassVar by its base
        FileCode.MISSING: "There is no file “{name}”.",
        FileCode.UNREADABLE: "“{name}” cannot be read: {why}.",
        FileCode.TOO_LARGE: "“{name}” is larger than {most} MB: a table has to be smaller.",
        FileCode.NOT_UTF8: "“{name}” is not text in UTF-8: save it as “CSV UTF-8” and open it "
        "again.",
    }


def table_in(path: Path) -> OwnTable:
    """Return the table in a file, one that can be read.

    Raises
    ------
    FileError
        When there is no such file, it is too large, or not UTF-8.
    DataError
        When it holds no table of samples.
    """
    name = short_name(path)
    table = OwnTable(name, _text(path, name))
    own_data(table)
    return table


def short_name(path: Path) -> str:
    """Return the name of a file, cut off if it is very long."""
    name = path.name
    return name if len(name) <= MAX_KEY_LENGTH else name[: MAX_KEY_LENGTH - 1] + "…"


def _text(path: Path, name: str) -> str:
    found = _bytes(path, name)
    if len(found) > MAX_TABLE:
        raise FileError(FileCode.TOO_LARGE, name=name, most=MAX_TABLE // _MEGA)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(FileCode.NOT_UTF8, name=name) from None


def _bytes(path: Path, name: str) -> bytes:
    """Return no more of a file than is needed to tell whether it is too large."""
    try:
        if not path.is_file():
            raise FileError(FileCode.MISSING, name=name)
        with path.open("rb") as file:
            return file.read(MAX_TABLE + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(FileCode.UNREADABLE, name=name, why=why) from None
