"""Files with tables of samples: read from the disk, with a code where that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.document.files import FileCode, FileError, read_bytes
from gradviz.document.network_task import MAX_KEY_LENGTH, MAX_TABLE, OwnTable, own_data

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FileCode", "FileError", "short_name", "table_in"]

_MEGA: Final = 1_000_000


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
    found = read_bytes(path, MAX_TABLE)
    if len(found) > MAX_TABLE:
        raise FileError(FileCode.TABLE_TOO_LARGE, name=name, most=MAX_TABLE // _MEGA)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(FileCode.TABLE_NOT_UTF8, name=name) from None
