"""Text positions: Python counts code points, Qt counts UTF-16 units."""

from __future__ import annotations

from typing import Final

_LAST_OF_ONE_UNIT: Final = "\uffff"


def to_utf16(text: str, position: int) -> int:
    """Return the position in UTF-16 units of the code point at `position` of `text`.

    Positions beyond either end are taken as that end.
    """
    before = text[: max(position, 0)]
    return len(before) + sum(letter > _LAST_OF_ONE_UNIT for letter in before)


def to_code_points(text: str, position: int) -> int:
    """Return the position in code points of the UTF-16 unit at `position` of `text`.

    Inside a pair of units it is that of their character.
    """
    units = 0
    for index, letter in enumerate(text):
        units += 2 if letter > _LAST_OF_ONE_UNIT else 1
        if units > position:
            return index
    return len(text)
