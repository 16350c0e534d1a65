"""Text in the cells of a CSV file, of which no spreadsheet makes a formula."""

from __future__ import annotations

import re
from typing import Final

FORMULA: Final = re.compile(
    r"\s*[=+\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}]"
)
"""How texts begin that spreadsheets take for formulas, behind spaces too."""
QUOTED: Final = re.compile(r'[",;\t\r\n]|^\s|\s$')


def text_cell(text: str) -> str:
    """Return a text as a cell: with an apostrophe ahead of what looks like a formula.

    For texts only, such as names that somebody gave; a number like -3 stays what it is. With
    commas, semicolons, quotation marks or line ends in it, it is put between quotation marks
    (RFC 4180, 2.6 and 2.7).
    """
    safe = f"'{text}" if FORMULA.match(text) else text
    return '"{}"'.format(safe.replace('"', '""')) if QUOTED.search(safe) else safe


def text_row(*texts: str) -> str:
    """Return texts as a line without its end: the names of columns."""
    return ",".join(map(text_cell, texts))
