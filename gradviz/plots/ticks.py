"""Where an axis is labelled, and with what."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from gradviz.plots.numerals import TIMES, power_of_ten, true_minus

_STEPS: Final = (1.0, 2.0, 5.0, 10.0)
_FACTOR_HIGH: Final = 1e5
_FACTOR_LOW: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Ticks:
    """Labelled places of one axis.

    Attributes
    ----------
    values : tuple of float
        Places in the units of the axis (exponents on a decade axis).
    labels : tuple of str
        What stands there.
    factor : str
        The power of ten that the labels are to be multiplied with, or empty.
    """

    values: tuple[float, ...]
    labels: tuple[str, ...]
    factor: str = ""


def nice_step(span: float, count: float) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that divides `span` about `count` times."""
    raw = span / max(count, 1.0)
    if not math.isfinite(raw) or raw <= 0.0:
        return 1.0
    decade = 10.0 ** math.floor(math.log10(raw))
    if decade == 0.0:
        return raw
    return next((s * decade for s in _STEPS if s * decade >= raw * (1 - 1e-9)), 10.0 * decade)


def linear_ticks(low: float, high: float, count: float) -> Ticks:
    """Label the range from `low` to `high` at about `count` round numbers."""
    span = high - low
    if not math.isfinite(span) or span <= 0.0:
        return Ticks((), ())
    step = nice_step(span, count)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    if last - first > 10 * max(count, 1.0) or first + 1 == first:
        return Ticks((), ())
    values = tuple(k * step for k in range(first, last + 1))
    exponent = _common_exponent(values)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9) + exponent)
    labels = tuple(_label(v, exponent, decimals) for v in values)
    return Ticks(values, labels, f"{TIMES}{power_of_ten(exponent)}" if exponent else "")


def _common_exponent(values: tuple[float, ...]) -> int:
    """Return the power of ten to take out of labels too large or too small to write out."""
    largest = max((abs(v) for v in values), default=0.0)
    if largest == 0.0 or _FACTOR_LOW <= largest < _FACTOR_HIGH:
        return 0
    return math.floor(math.log10(largest) + 1e-9)


def _label(value: float, exponent: int, decimals: int) -> str:
    # two powers: ten to the exponent alone can overflow near the ends of the range
    half = exponent // 2
    scaled = value / 10.0**half / 10.0 ** (exponent - half)
    text = f"{round(scaled, min(decimals, 16)) + 0.0:.{min(decimals, 16)}f}"
    return true_minus(text.rstrip("0").rstrip(".") if "." in text else text)


def decade_ticks(low: float, high: float, count: float) -> Ticks:
    """Label an axis of log10 values, `low` to `high`, at whole decades.

    One label tells no distance, so that steps are made finer until there are two. Less than a
    decade has too few of them: then 2 and 5 are labelled too.
    """
    if not math.isfinite(high - low):
        return Ticks((), ())
    for finer in (1.0, 2.0, 4.0):
        step = max(1, round(nice_step(high - low, finer * (count + 0.25))))
        first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
        if last - first >= 1:
            exponents = tuple(k * step for k in range(first, last + 1))
            return Ticks(tuple(map(float, exponents)), tuple(map(power_of_ten, exponents)))
    return _within_a_decade(low, high, count)


def _within_a_decade(low: float, high: float, count: float) -> Ticks:
    """Label a short log axis at round values of the value itself."""
    if abs(low) > 300 or abs(high) > 300:  # noqa: PLR2004 - the range of float64
        return Ticks((), ())
    plain = linear_ticks(10.0**low, 10.0**high, count)
    pairs = [(v, text) for v, text in zip(plain.values, plain.labels, strict=True) if v > 0.0]
    places = tuple(math.log10(value) for value, _ in pairs)
    return Ticks(places, tuple(text for _, text in pairs), plain.factor)


def padded(low: float, high: float, share: float) -> tuple[float, float]:
    """Widen a range by `share` at both ends; a range of no width gets one."""
    span = high - low
    if not math.isfinite(span):
        return (low / 2, high / 2) if math.isfinite(low) and math.isfinite(high) else (0.0, 1.0)
    if span <= abs(low) * 1e-12:
        span = max(abs(low) * 0.1, float(np.finfo(np.float64).tiny)) if low else 1.0
        return low - span, high + span
    return low - share * span, high + share * span
