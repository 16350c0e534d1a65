"""From where to where numbers reach, in round numbers, and how many of them lie in each part."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

Span: TypeAlias = tuple[float, float]
"""The least and the largest of some numbers."""

FARTHEST: Final = 4e307
"""The largest limit there is: the width of a span is finite."""
BINS: Final = 60
"""Parts of the range that are counted."""
_PARTS: Final = 5.0
"""Of a decade, to whole ones of which a range is rounded out."""
_WIDENED: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How some numbers are distributed.

    Attributes
    ----------
    counts : ndarray of int, shape (BINS,)
        How many lie in each of the equal parts of the span they are drawn over.
    mean, deviation : float
        Of those that are finite; nan without any.
    faulty : int
        How many are not finite.
    """

    counts: NDArray[np.intp]
    mean: float
    deviation: float
    faulty: int


def reach_of(numbers: NDArray[np.float64]) -> Span | None:
    """Return the least and the largest finite number; None if there is none."""
    if numbers.size == 0:
        return None
    low, high = float(numbers.min()), float(numbers.max())
    if math.isfinite(low) and math.isfinite(high):
        return low, high
    finite = numbers[np.isfinite(numbers)]
    return (float(finite.min()), float(finite.max())) if finite.size else None


def joined(spans: Iterable[Span | None]) -> Span | None:
    """Return the span that holds all of them; None if there is none."""
    known = [span for span in spans if span is not None]
    if not known:
        return None
    return min(span[0] for span in known), max(span[1] for span in known)


def rounded_out(span: Span | None) -> Span:
    """Return round limits around a span, the first below the second, at most `FARTHEST`."""
    if span is None or span == (0.0, 0.0):
        return -1.0, 1.0
    low, high = span
    if low == high:
        low, high = low - _WIDENED * abs(low), high + _WIDENED * abs(high)
    if low == high:  # too close to 0 to be widened
        return min(2.0 * low, 0.0), max(2.0 * high, 0.0)
    low, high = max(low, -FARTHEST), min(high, FARTHEST)
    if low >= high:  # both beyond
        return (0.0, FARTHEST) if high > 0.0 else (-FARTHEST, 0.0)
    largest = max(abs(low), abs(high))
    step = 10.0 ** math.floor(math.log10(largest)) / _PARTS
    if step <= 0.0 or largest == FARTHEST:
        return low, high
    return _floored(low, step), -_floored(-high, step)


def _floored(value: float, step: float) -> float:
    # a whole number of steps, but for what rounding adds to their ratio
    return math.floor(value / step + 1e-9) * step if value != 0.0 else 0.0


def spread_of(numbers: NDArray[np.float64], span: Span) -> Spread:
    """Count numbers, of any shape, over a span that `rounded_out` gave."""
    finite = numbers[np.isfinite(numbers)]
    largest = max(abs(span[0]), abs(span[1]))
    with np.errstate(over="ignore", under="ignore"):
        scaled = finite / largest  # differences of numbers near the ends of the range overflow
        low, high = span[0] / largest, span[1] / largest
        counts, _ = np.histogram(np.clip(scaled, low, high), BINS, (low, high))
        if not finite.size:
            return Spread(counts, math.nan, math.nan, numbers.size)
        mean, deviation = float(scaled.mean()) * largest, float(scaled.std()) * largest
    return Spread(counts, mean, deviation, numbers.size - finite.size)
