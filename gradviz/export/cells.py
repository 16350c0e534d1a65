"""Text in the cells of a table."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe is put before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
