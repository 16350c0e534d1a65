"""What a slider can be put on: some two hundred round numbers of a range. Knows no widget."""

from __future__ import annotations

import math
import sys
from bisect import bisect_left
from decimal import Decimal
from typing import Final

FEWEST: Final = 150
"""A slider has at least as many steps, where floats lie close enough, and 2.5 times as many at
most."""
MOST: Final = Decimal(repr(sys.float_info.max))
_SERIES: Final = (5, 2, 1)


def round_step(longest: Decimal) -> Decimal:
    """Return the largest of ..., 0.1, 0.2, 0.5, 1, 2, 5, ... that is not above `longest`."""
    power = longest.adjusted()
    steps = (Decimal(figure).scaleb(power) for figure in _SERIES)
    return next(step for step in steps if step <= longest)


def default_range(value: float) -> tuple[float, float]:
    """Return a range of round numbers about a value: twice its size to either side of it.

    About 0 it goes from -1 to 1, about 1 from -1 to 3. Ends that no float reaches are cut.
    """
    if value == 0.0:
        return -1.0, 1.0
    centre = Decimal(repr(value))
    reach = 2 * abs(centre)
    unit = round_step(reach / 5)
    low = math.floor((centre - reach) / unit) * unit
    high = math.ceil((centre + reach) / unit) * unit
    return float(max(low, -MOST)), float(min(high, MOST))


class SliderScale:
    """The numbers from `low` to `high` that a slider stops at.

    Multiples of a round step, both ends, and the numbers in `also` that lie between them. Decimal
    arithmetic: 0.3 is 0.3 and not 0.1 + 0.2.

    Parameters
    ----------
    low, high : float
        The range; finite, `low` below `high`.
    also : tuple of float
        More numbers to stop at.
    """

    def __init__(self, low: float, high: float, also: tuple[float, ...] = ()) -> None:
        self.low, self.high = low, high
        first, last = Decimal(repr(low)), Decimal(repr(high))
        step = round_step((last - first) / FEWEST)
        between = range(math.floor(first / step) + 1, math.ceil(last / step))
        inside = (number for number in also if low < number < high)
        self._values = sorted(
            {low, high, *inside, *(float(count * step) + 0.0 for count in between)}
        )

    @property
    def last(self) -> int:
        """The position of `high`; that of `low` is 0."""
        return len(self._values) - 1

    def value(self, position: int) -> float:
        """Return the number at a position, 0 to `last`."""
        return self._values[position]

    def position(self, value: float) -> int:
        """Return the position whose number is nearest."""
        after = min(bisect_left(self._values, value), self.last)
        before = max(after - 1, 0)
        nearer_before = value - self._values[before] < self._values[after] - value
        return before if nearer_before else after

    def contains(self, value: float) -> bool:
        """Return whether a number lies within the range."""
        return self.low <= value <= self.high
