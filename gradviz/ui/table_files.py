"""Files with tables of samples, with a sentence for the reader where one cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.core.network.table import DataError
from gradviz.document.table_files import FileError, short_name, table_in
from gradviz.ui.error_words import coded_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.network_task import OwnTable

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
