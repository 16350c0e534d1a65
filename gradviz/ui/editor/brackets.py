"""Which bracket belongs to which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Brackets:
    """The bracket at the cursor.

    Attributes
    ----------
    places : tuple of int
        Where it is, and where its partner is if it has one, in code points.
    matched : bool
        Whether the two belong together.
    """

    places: tuple[int, ...]
    matched: bool


def at_cursor(text: str, position: int) -> Brackets | None:
    """Return the bracket before the cursor, or else after it, with its partner; None for none."""
    partners = _partners(text)
    for place in (position - 1, position):
        if place in partners:
            partner = partners[place]
            if partner is None:
                return Brackets((place,), matched=False)
            opening, closing = sorted((place, partner))
            return Brackets(
                (opening, closing), matched=_CLOSING.get(text[opening]) == text[closing]
            )
    return None


def _partners(text: str) -> dict[int, int | None]:
    """Return for each bracket outside comments the place of its partner, None without one."""
    partners: dict[int, int | None] = {}
    waiting: list[int] = []
    comment = False
    for place, letter in enumerate(text):
        comment = letter != "\n" and (comment or letter == "#")
        if comment:
            continue
        if letter in _CLOSING:
            waiting.append(place)
            partners[place] = None
        elif letter in ")]}":
            partner = waiting.pop() if waiting else None
            partners[place] = partner
            if partner is not None:
                partners[partner] = place
    return partners
