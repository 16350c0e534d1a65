"""How values become shades and contour levels: evenly, or by their logarithm."""

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
FLOOR: Final = 1e-3
"""A logarithm needs positive values. Others are counted from the lowest one, and this part of the
whole range is added."""
LEVELS: Final = 14
MOST_DECADES: Final = 8


class Scale(StrEnum):
    """How values are spread over colours and levels."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Shading:
    """The map from values to shades.

    Attributes
    ----------
    scale : Scale
        How values are spread.
    low, high : float
        The values of shade 0 and 1.
    """

    scale: Scale
    low: float
    high: float

    def of(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return shades for values of any shape: 0 lowest, 1 highest, nan for nan."""
        given = np.asarray(values, dtype=np.float64)
        with np.errstate(all="ignore"):
            shades = self._spread(given) / self._spread(np.float64(self.high))
        return np.clip(shades, 0.0, 1.0)

    def _spread(self, values: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
        if self.scale is Scale.LINEAR:
            return np.asarray(values - self.low)
        if self.low > 0.0:
            return np.asarray(np.log(np.maximum(values, self.low)) - np.log(self.low))
        return np.asarray(np.log1p(np.maximum(values - self.low, 0.0) / self._unit))

    @property
    def _unit(self) -> float:
        return (self.high - self.low) * FLOOR


def choose_scale(values: NDArray[np.float64]) -> Scale:
    """Return the scale that shows most of `values`, any shape; nan and inf are passed over.

    Logarithmic where the 95 % quantile lies `RATIO_FOR_LOG` times as far above the lowest value as
    the 5 % quantile, so that a valley would be one flat colour on an even scale.
    """
    finite = _finite(values)
    if not finite.size:
        return Scale.LINEAR
    with np.errstate(all="ignore"):  # the differences may overflow
        low, high = (np.quantile(finite, QUANTILES) - finite.min()).tolist()
    return Scale.LOG if high > RATIO_FOR_LOG * low and high > 0.0 else Scale.LINEAR


def shading(values: NDArray[np.float64], scale: Scale) -> Shading:
    """Return the shading from the lowest to the highest finite value."""
    finite = _finite(values)
    if not finite.size:
        return Shading(scale, 0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        # one value everywhere: the lowest shade
        high = low + max(1.0, abs(low))
    if scale is Scale.LOG and low > 0.0:
        low = max(low, high * 10.0**-MOST_DECADES)
    return Shading(scale, low, high)


def levels(values: NDArray[np.float64], scale: Scale) -> NDArray[np.float64]:
    """Return round numbers to draw contour lines at, ascending, strictly between the extremes.

    On a linear scale multiples of 1, 2 or 5 times a power of ten, about `LEVELS` of them; on a
    logarithmic one 1 and 3 times powers of ten, counted from the lowest value where that is
    negative.
    """
    finite = _finite(values)
    if not finite.size or finite.min() == finite.max():
        return np.empty(0)
    low, high = float(finite.min()), float(finite.max())
    chosen = _even_levels(low, high) if scale is Scale.LINEAR else _log_levels(low, high)
    return chosen[(chosen > low) & (chosen < high)]


def _finite(values: NDArray[np.float64]) -> NDArray[np.float64]:
    flat = np.ravel(values)
    finite: NDArray[np.float64] = flat[np.isfinite(flat)]
    return finite


def _even_levels(low: float, high: float) -> NDArray[np.float64]:
    step = nice_step((high - low) / LEVELS)
    if not np.isfinite(step) or step <= 0.0:
        return np.empty(0)
    count = np.floor(high / step) - np.ceil(low / step) + 1
    if not count < 10 * LEVELS:  # the step is lost against the values
        return np.linspace(low, high, LEVELS + 1)
    multiples: NDArray[np.float64] = np.ceil(low / step) + np.arange(count)
    return multiples * step


def nice_step(width: float) -> float:
    """Return the nearest number of the form 1, 2 or 5 times a power of ten not below `width`."""
    if not width > 0.0 or not np.isfinite(width):
        return float("nan")
    power = 10.0 ** np.floor(np.log10(width))
    steps = np.array([1.0, 2.0, 5.0, 10.0]) * power
    return float(steps[np.searchsorted(steps, width * (1 - 1e-12))])


def _log_levels(low: float, high: float) -> NDArray[np.float64]:
    base = min(low, 0.0)
    span = high - base
    if not np.isfinite(span):
        return np.empty(0)
    top = int(np.floor(np.log10(span)))
    bottom = max(int(np.floor(np.log10(max(low - base, span * FLOOR)))), top - MOST_DECADES)
    decades = 10.0 ** np.arange(bottom, top + 1)
    return base + np.sort(np.concatenate([decades, 3.0 * decades]))
