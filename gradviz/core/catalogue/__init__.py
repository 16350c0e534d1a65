"""Standard functions of the literature, each with a good view, a start and its known minima.

A function is one row of one of the tables. Names and notes are plain English; the user interface
words them in the reader's language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gradviz.core.catalogue.bowls import BOWLS
from gradviz.core.catalogue.entry import Entry, Family, Known, Minimum
from gradviz.core.catalogue.one_variable import ONE_VARIABLE
from gradviz.core.catalogue.saddles import SADDLES
from gradviz.core.catalogue.valleys import VALLEYS
from gradviz.core.catalogue.wells import WELLS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CATALOGUE", "Entry", "Family", "Known", "Minimum", "found"]

CATALOGUE: tuple[Entry, ...] = (*BOWLS, *VALLEYS, *WELLS, *SADDLES, *ONE_VARIABLE)
"""Every function, in the order they are offered."""


def found(words: str, also: Callable[[Entry], str] = lambda _: "") -> tuple[Entry, ...]:
    """Return the functions whose name, formula or note holds every one of `words`.

    Each word may also stand in what `also` says of a function, such as its translated name.
    """
    wanted = words.casefold().split()
    texts = ((entry, f"{entry.searched} {also(entry).casefold()}") for entry in CATALOGUE)
    return tuple(entry for entry, text in texts if all(word in text for word in wanted))
