"""Standard functions of the literature, each with a good view, a start and its known minima.

A function is one row of one of the tables. Names and notes are plain English; the user interface
words them in the reader's language.
"""

from __future__ import annotations

from gradviz.core.catalogue.bowls import BOWLS
from gradviz.core.catalogue.entry import Entry, Family, Known, Minimum
from gradviz.core.catalogue.one_variable import ONE_VARIABLE
from gradviz.core.catalogue.saddles import SADDLES
from gradviz.core.catalogue.valleys import VALLEYS
from gradviz.core.catalogue.wells import WELLS

__all__ = ["CATALOGUE", "Entry", "Family", "Known", "Minimum", "found"]

CATALOGUE: tuple[Entry, ...] = (*BOWLS, *VALLEYS, *WELLS, *SADDLES, *ONE_VARIABLE)
"""Every function, in the order they are offered."""


def found(words: str) -> tuple[Entry, ...]:
    """Return the functions whose name, formula or note holds every one of `words`."""
    wanted = words.casefold().split()
    return tuple(entry for entry in CATALOGUE if all(word in entry.searched for word in wanted))
