"""How far to go against the gradient: the minima of a function along a line.

A first look at many places finds where the function falls and rises again; the place itself is
then bisected on the exact derivative, so it is right to the last digits and not to half of them
only, as it would be by comparing values (Press et al., *Numerical Recipes*, section 10.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.slices import Line

COUNT: Final = 1025
"""Places of the look along a range."""
_PER_DECADE: Final = 64
_MOST: Final = 8192
_BISECTIONS: Final = 80
_NOISE: Final = 8.0 * float(np.finfo(np.float64).eps)
_NEAREST, _FARTHEST = 1e-10, 1e4
"""How far, by the size of x, the first minimum is looked for."""
_AROUND: Final = 1e6
"""And how many times shorter or longer than the marked distances."""
_IN_SIGHT: Final = 30.0
"""A mark that is this many times as far as the first minimum is left out of sight."""


@dataclass(frozen=True, slots=True)
class LineMinimum:
    """A local minimum along a line: where, and how low."""

    t: float
    value: float


@dataclass(frozen=True, slots=True)
class Search:
    """What was found along a line from t = 0 on.

    Attributes
    ----------
    end : float
        How far: the range worth showing is from 0 to there.
    first : LineMinimum or None
        The first local minimum below the value at 0; it may lie beyond the range.
    best : LineMinimum or None
        The lowest within the range; None if that is at one of its ends.
    """

    end: float
    first: LineMinimum | None
    best: LineMinimum | None


def search(line: Line, marks: Sequence[float]) -> Search:
    """Look for minima along `line`, and choose the range to show.

    Parameters
    ----------
    line : Line
        The line; its direction must be finite and not zero.
    marks : sequence of float
        Distances t to have in sight, such as the learning rate; those not above 0 do not count.
    """
    usable = [t for t in marks if 0.0 < t < math.inf]
    first = _first_minimum(line, usable)
    end = _range(first, usable, line)
    return Search(end, first, _lowest(line, end, first))


def _first_minimum(line: Line, marks: Sequence[float]) -> LineMinimum | None:
    """Look at distances of all sizes, from near to far, until the function has risen again."""
    t = _all_sizes(line, marks)
    values = line.values(t)
    here = line.value(0.0)
    # rounding makes minima of its own where nothing has changed yet; nan is lower than nothing,
    # so the edge of the domain is no minimum
    lower = (values[1:-1] < here - _NOISE * abs(here)) & np.isfinite(values[1:-1])
    turns = np.flatnonzero(lower & (values[1:-1] <= values[:-2]) & (values[1:-1] < values[2:]))
    if len(turns) == 0:
        return None
    return _refined(line, t, int(turns[0]) + 1)


def _all_sizes(line: Line, marks: Sequence[float]) -> NDArray[np.float64]:
    """Return 0 and then distances in even steps of their logarithms."""
    size = max(1.0, *map(abs, line.point))
    steepest = max(map(abs, line.direction))
    unit = math.log10(size) - math.log10(steepest)
    exponents = [math.log10(t) for t in marks]
    around = math.log10(_AROUND)
    low = min([unit + math.log10(_NEAREST), *(e - around for e in exponents)])
    high = max([unit + math.log10(_FARTHEST), *(e + around for e in exponents)])
    low, high = (min(max(exponent, -300.0), 300.0) for exponent in (low, high))
    count = min(max(int((high - low) * _PER_DECADE), 2), _MOST)
    return np.concatenate([[0.0], np.logspace(low, high, count)])


def _range(first: LineMinimum | None, marks: Sequence[float], line: Line) -> float:
    """Return how far to show: past the first minimum and all marks that are not much farther."""
    if first is None:
        end = 2.0 * max(marks, default=0.0)
        return end if 0.0 < end < math.inf else 1.0 / max(map(abs, line.direction))
    seen = [t for t in marks if t <= _IN_SIGHT * first.t]
    return max([2.5 * first.t, *(1.25 * t for t in seen)])


def _lowest(line: Line, end: float, first: LineMinimum | None) -> LineMinimum | None:
    t = np.linspace(0.0, end, COUNT)
    values = line.values(t)
    finite = np.where(np.isfinite(values), values, np.inf)
    index = int(np.argmin(finite))
    inside = 0 < index < COUNT - 1 and not np.isnan(values[index - 1 : index + 2]).any()
    found = _refined(line, t, index) if inside and finite[index] < finite[0] else None
    if first is None or first.t > end:
        return found
    lowest = float(finite[index]) if found is None else found.value
    return first if first.value <= lowest else found


def _refined(line: Line, t: NDArray[np.float64], index: int) -> LineMinimum:
    """Bisect for where the function turns from falling to rising, between the neighbours."""
    low, high = float(t[index - 1]), float(t[index + 1])
    for _ in range(_BISECTIONS):
        middle = low + (high - low) / 2.0
        if not low < middle < high:
            break
        if line.slope(middle) < 0.0:
            low = middle
        else:
            high = middle
    places = (high, low, float(t[index]))
    pairs = [(line.value(place), place) for place in places]
    value, place = min((p for p in pairs if not math.isnan(p[0])), key=lambda pair: pair[0])
    return LineMinimum(place, value)
