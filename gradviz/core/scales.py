"""How values become shades: evenly, or by their logarithm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

RATIO_FOR_LOG: Final = 100.0
"""Logarithmic is chosen where the upper values are this many times the lower ones."""
QUANTILES: Final = (0.05, 0.95)
LOWEST_QUANTILE: Final = 0.01
"""On a logarithmic scale, values below this quantile share the lowest shade."""
SPAN: Final = 1e-3
"""A logarithmic scale spans three decades at least."""
_LARGEST: Final = 1e300
"""Values beyond this count as this: differences of larger ones would overflow."""
_SMALLEST: Final = 1e-300
"""Values that differ by less count as one."""


class Scale(StrEnum):
    """How values are spread over colours and levels."""

    LINEAR = "linear"
    LOG = "log"


class Spacing(StrEnum):
    """How contour levels are spread: evenly, by the logarithm, or with equal areas between."""

    LINEAR = "linear"
    LOG = "log"
    QUANTILE = "quantile"


@dataclass(frozen=True, slots=True)
class Shading:
    """The map from values to shades.

    Attributes
    ----------
    scale : Scale
        How values are spread.
    low, high : float
        The values of shade 0 and 1; what lies beyond has the same shades.
    base : float
        On a logarithmic scale, logarithms are taken of values less this one, which is below
        `low`: 0 for positive values that come near 0, else about the lowest value.
    """

    scale: Scale
    low: float
    high: float
    base: float = 0.0

    def of(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return shades for values of any shape: 0 lowest, 1 highest, nan for nan."""
        given = np.clip(np.asarray(values, dtype=np.float64), self.low, self.high)
        with np.errstate(all="ignore"):
            above, low, high = given - self.base, self.low - self.base, self.high - self.base
            if self.scale is Scale.LOG:
                above, low, high = np.log(above), np.log(low), np.log(high)
            return np.asarray((above - low) / (high - low))


def choose_scale(values: NDArray[np.float64]) -> Scale:
    """Return the scale that shows most of `values`, any shape; nan and inf are passed over.

    Logarithmic where the 95 % quantile lies `RATIO_FOR_LOG` times as far above the lowest value as
    the 5 % quantile, so that a valley would be one flat colour on an even scale.
    """
    finite = finite_values(values)
    if not finite.size:
        return Scale.LINEAR
    lowest, low, high = float(finite.min()), *_quantiles(finite, *QUANTILES)
    steep = high - lowest > RATIO_FOR_LOG * (low - lowest) and high > lowest
    return Scale.LOG if steep else Scale.LINEAR


def shading(values: NDArray[np.float64], scale: Scale) -> Shading:
    """Return the shading of `values`, any shape, of which nan and inf are passed over.

    Even shades go from the lowest value to the highest, but leave out what lies farther from the
    middle 90 % of values than these are wide: next to a pole nothing else would be seen.
    Logarithmic ones start at the 1 % quantile, or at a thousandth of the highest value.
    """
    finite = finite_values(values)
    if not finite.size:
        return Shading(scale, 1.0, 2.0)
    low, high = float(finite.min()), float(finite.max())
    if high - low < _SMALLEST:
        # one value everywhere: the lowest shade
        step = max(1.0, abs(low))
        return Shading(scale, low, low + step / 2, low - step / 2)
    if scale is Scale.LINEAR:
        inner_low, inner_high = _quantiles(finite, *QUANTILES)
        width = inner_high - inner_low
        if width > 0.0:
            low, high = max(low, inner_low - width), min(high, inner_high + width)
        return Shading(scale, low, high)
    return _log_shading(finite, low, high)


def finite_values(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return those of values of any shape that are numbers, shape (n,), none overlong."""
    flat = np.ravel(values)
    finite: NDArray[np.float64] = np.clip(flat[np.isfinite(flat)], -_LARGEST, _LARGEST)
    return finite


def _quantiles(finite: NDArray[np.float64], *shares: float) -> list[float]:
    found: list[float] = np.quantile(finite, shares).tolist()
    return found


def _log_shading(finite: NDArray[np.float64], low: float, high: float) -> Shading:
    least, most = _quantiles(finite, LOWEST_QUANTILE, QUANTILES[1])
    if 0.0 <= low <= (most - low) / 10:
        floor = min(max(low, least), high * SPAN)
        return Shading(Scale.LOG, floor if floor > 0.0 else high * SPAN, high)
    # Shifted values: at most three decades, as nothing tells how near the lowest one is to its
    # infimum. The base is a round number, so that the levels are.
    floor = max(min(least - low, (high - low) * SPAN), (high - low) * SPAN / 10)
    power = float(f"1e{exponent_of(floor)}")
    base = np.floor(low / power + 1e-3) * power if power else low - floor
    if not base + floor > base:  # the floor is lost against the values
        base = low - max(1.0, abs(low)) / 2
        floor = low - base
    return Shading(Scale.LOG, base + floor, high, base)


def exponent_of(number: float) -> int:
    """Return the exponent of the largest power of ten not above a positive number."""
    return int(f"{number:.16e}".partition("e")[2]) if number > 0.0 else -400
