"""Bad input on the command line, and the caret that points into a formula."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradviz.core.formula import FormulaError

EXCERPT = 60
"""Characters of a long line of a formula that are shown."""
LONGEST = 40
"""Characters of a word that are shown."""


class UsageError(Exception):
    """What was typed cannot be done; the text is one line, or two with a caret under it."""


class CommandError(Exception):
    """Something is missing or in the way; the text is one line."""


def quoted(text: str) -> str:
    """Return `text` in quotes, on one line and not too long."""
    shown = text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
    return repr(shown) if shown else "nothing"


def formula_error(error: FormulaError, text: str, lead: str) -> UsageError:
    """Return `error` as two lines: the line of the formula with the message, and carets under it.

    Parameters
    ----------
    error : FormulaError
        What is wrong with `text`, and where.
    text : str
        The formula as typed, of any number of lines.
    lead : str
        What will be printed before the first line.
    """
    line, start, end, number = _place(text, error.span)
    line, start, end = _clipped(line, start, end)
    words = " ".join(str(error).split())
    where = f"line {number}: " if "\n" in text.strip() else ""
    shown = f"{line} - {words}" if line.strip() else words
    indent = _width(lead + where + line[:start])
    carets = "^" * max(1, _width(line[start:end]))
    return UsageError(f"{where}{shown}\n{' ' * indent}{carets}")


def _place(text: str, span: tuple[int, int]) -> tuple[str, int, int, int]:
    """Return the line where `span` starts, the span within it, and the line's number from 1."""
    start = min(max(span[0], 0), len(text))
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    line = text[first:] if last < 0 else text[first:last]
    end = min(max(span[1], start), first + len(line))
    number = text.count("\n", 0, start) + 1
    printable = "".join(c if c.isprintable() else " " for c in line)
    return printable, start - first, end - first, number


def _clipped(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of a long line around the span."""
    if len(line) <= EXCERPT:
        return line, start, end
    first = max(0, min(start - EXCERPT // 3, len(line) - EXCERPT))
    last = min(len(line), first + EXCERPT)
    before, after = "..." if first else "", "..." if last < len(line) else ""
    shift = len(before) - first
    return before + line[first:last] + after, start + shift, min(end, last) + shift


def _width(text: str) -> int:
    """Return how many columns `text` takes in a terminal."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
