"""Files with tables of samples: read from the disk, with a sentence where that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.table import DataError
from gradviz.document.network_task import MAX_KEY_LENGTH, MAX_TABLE, OwnTable, own_data
from gradviz.ui.network_wording import coded_sentence

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES: Final = (".csv", ".tsv", ".txt")
"""Files that are offered, and taken when they are dropped."""
_MEGA: Final = 1_000_000


class TableFileError(Exception):
    """A file that holds no samples; the text is a sentence in the reader's language."""


def read_table_file(path: Path) -> OwnTable:
    """Return the table in a file, one that can be read.

    Raises
    ------
    TableFileError
        When there is no such file, it is too large, not UTF-8, or no table of samples.
    """
    name = _short(path.name)
    table = OwnTable(name, _text(path, name))
    try:
        own_data(table)
    except DataError as error:
        raise TableFileError(f"{name}: {coded_sentence(error)}") from None
    return table


def _text(path: Path, name: str) -> str:
    try:
        if not path.is_file():
            raise TableFileError(_tr("There is no file “{0}”.").format(name))
        with path.open("rb") as file:
            found = file.read(MAX_TABLE + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise TableFileError(_tr("“{0}” cannot be read: {1}.").format(name, why)) from None
    if len(found) > MAX_TABLE:
        sentence = _tr("“{0}” is larger than {1} MB: a table has to be smaller.")
        raise TableFileError(sentence.format(name, MAX_TABLE // _MEGA))
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError:
        sentence = _tr("“{0}” is not text in UTF-8: save it as “CSV UTF-8” and open it again.")
        raise TableFileError(sentence.format(name)) from None


def _short(name: str) -> str:
    return name if len(name) <= MAX_KEY_LENGTH else name[: MAX_KEY_LENGTH - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TableFiles", text)
