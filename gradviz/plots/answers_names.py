"""Names of classes where there is little room: their middle is left out, for ends tell apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gradviz.plots.lettering import Face

LONGEST: Final = 18
"""Letters of a name that are written out in a sentence."""
_DOTS: Final = "…"


def short_name(name: str) -> str:
    """Return a name for a sentence, without its middle if it is long."""
    return name if len(name) <= LONGEST else _without_middle(name, LONGEST - 1)


@lru_cache(maxsize=1024)
def fitting_name(face: Face, name: str, width: float) -> str:
    """Return a name that is set no wider than `width` pixels, if at least its ends fit."""
    if face.width(name) <= width:
        return name
    for letters in range(min(len(name) - 1, int(width)), 2, -1):
        shorter = _without_middle(name, letters)
        if face.width(shorter) <= width:
            return shorter
    return face.elided(name, width)


def _without_middle(name: str, letters: int) -> str:
    """Return so many letters of both ends, the larger part of the first."""
    last = letters // 2
    return name[: letters - last].rstrip() + _DOTS + name[-last:].lstrip()
