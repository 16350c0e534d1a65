"""The values that contour lines are drawn at: round, and spread evenly, by decades or by area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.scales import Scale, Spacing, exponent_of, finite_values, shading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

FEWEST_LEVELS, MOST_LEVELS = 12, 20
"""How many levels there are when nobody says."""
FEWEST_LOG_LEVELS: Final = 8
QUANTILE_COUNT: Final = 12
QUANTILE_SLACK: Final = 0.15
"""A level between equal areas may be rounded by this part of such an area."""
_SMALLEST: Final = 1e-300
"""Values that differ by less count as one."""
_LARGEST_RATIO: Final = 1e15
"""Values may be so many times the power of ten of a step: more, and it is lost in them."""
_EVEN_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0)
_DECADE_STEPS: Final = (1, 2, 5, 10, 20, 50)
_FINE_STEPS: Final = (1.0, 2.0, 5.0, 2.5, 4.0, 1.5, 3.0, 6.0, 8.0)
"""Steps to meet a number of even levels with, the roundest first."""
_LEADING: Final = (
    (1.0,),
    (1.0, 3.0),
    (1.0, 2.0, 5.0),
    (1.0, 2.0, 3.0, 5.0),
    (1.0, 1.5, 2.0, 3.0, 5.0, 7.0),
    tuple(k / 1.0 for k in range(1, 10)),
    tuple(k / 2.0 for k in range(2, 20)),
)
"""Levels within a decade to meet a number of logarithmic levels with."""


def levels(
    values: NDArray[np.float64],
    scale: Scale,
    spacing: Spacing | None = None,
    count: int | None = None,
) -> NDArray[np.float64]:
    """Return round numbers to draw contour lines at, ascending, strictly between the extremes.

    Even levels are `FEWEST_LEVELS` to `MOST_LEVELS` multiples of 1, 2, 2.5 or 5 times a power of
    ten. Logarithmic ones are 1 and 3 times powers of ten above the base of the shading, powers of
    ten alone where that would be too many, more to the decade where it would be fewer than
    `FEWEST_LOG_LEVELS`. Quantiles have about equal areas between them.

    Parameters
    ----------
    values : ndarray
        Of any shape; nan and inf are passed over.
    scale : Scale
        How values become shades.
    spacing : Spacing, optional
        How the levels are spread; by default as the shades are.
    count : int, optional
        About how many; round levels come near to it.
    """
    finite = finite_values(values)
    if not finite.size or finite.max() - finite.min() < _SMALLEST:
        return np.empty(0)
    chosen = _spread(finite, spacing or Spacing(scale.value), count)
    return np.unique(chosen[(chosen > finite.min()) & (chosen < finite.max())])


def _spread(
    finite: NDArray[np.float64], spacing: Spacing, count: int | None
) -> NDArray[np.float64]:
    if spacing is Spacing.QUANTILE:
        return _quantile_levels(finite, count or QUANTILE_COUNT)
    shades = shading(finite, Scale(spacing.value))
    if spacing is Spacing.LINEAR:
        return _even_levels(shades.low, shades.high, count)
    low = max(shades.low, float(finite.min()))  # shades may begin below all values
    above = _log_levels(low - shades.base, shades.high - shades.base, count)
    return _shifted(above, shades.base) if shades.base else above


# --- even ----------------------------------------------------------------------------------------


def _even_levels(low: float, high: float, count: int | None) -> NDArray[np.float64]:
    step, exponent = _even_step(high - low) if count is None else _nearest_step(high - low, count)
    power = float(f"1e{exponent}")
    if not (power > 0.0 and max(abs(low), abs(high)) / power < _LARGEST_RATIO):
        return np.linspace(low, high, count or FEWEST_LEVELS)
    size = step * power
    multiples = np.arange(np.ceil(low / size), np.floor(high / size) + 1.0)
    return _decimals(multiples * step, exponent)


def _even_step(span: float) -> tuple[float, int]:
    """Return a step and its power of ten with which there are no more levels than usual."""
    exponent = exponent_of(span / MOST_LEVELS)
    power = float(f"1e{exponent}")
    fitting = (s for s in _EVEN_STEPS if s * power * MOST_LEVELS >= span)
    return next(fitting, _EVEN_STEPS[-1]), exponent


def _nearest_step(span: float, count: int) -> tuple[float, int]:
    """Return the step and its power of ten that divide `span` most nearly into `count`."""
    middle = exponent_of(span / count)
    steps = [(s, middle + up) for s in _FINE_STEPS for up in (0, 1)]
    return min(steps, key=lambda pair: abs(np.log(_share(span, *pair) / count)))


def _share(span: float, step: float, exponent: int) -> float:
    """Return how often a step goes into a span, though its power of ten may be out of range."""
    return span / step / float(f"1e{exponent}") if exponent > -308 else 1.0  # noqa: PLR2004


# --- logarithmic ---------------------------------------------------------------------------------


def _log_levels(low: float, high: float, count: int | None) -> NDArray[np.float64]:
    bottom, top = exponent_of(low), exponent_of(high)
    decades = top - bottom + 1
    if count is not None:
        every = [_decade_levels(lead, range(bottom, top + 1)) for lead in _LEADING]
        every += [_skipping(bottom, top, skip) for skip in _DECADE_STEPS]
        return min(every, key=lambda found: _distance(found, low, high, count))
    if 2 * decades <= MOST_LEVELS:
        every = [_decade_levels(lead, range(bottom, top + 1)) for lead in _LEADING[1:]]
        return next((f for f in every if _inside(f, low, high) >= FEWEST_LOG_LEVELS), every[-1])
    return _skipping(bottom, top, next(s for s in _DECADE_STEPS if decades <= s * MOST_LEVELS))


def _skipping(bottom: int, top: int, skip: int) -> NDArray[np.float64]:
    return _decade_levels((1.0,), range(-(-bottom // skip) * skip, top + 1, skip))


def _decade_levels(leading: Iterable[float], exponents: range) -> NDArray[np.float64]:
    figures = np.array(tuple(leading))
    return np.concatenate([np.empty(0), *(_decimals(figures, e) for e in exponents)])


def _distance(found: NDArray[np.float64], low: float, high: float, count: int) -> float:
    """Return how far the number of levels between two values is from the one wanted, as a ratio."""
    return float(abs(np.log(max(_inside(found, low, high), 0.1) / count)))


def _inside(found: NDArray[np.float64], low: float, high: float) -> int:
    return int(((found > low) & (found < high)).sum())


def _shifted(above: NDArray[np.float64], base: float) -> NDArray[np.float64]:
    """Return ``base + above``, each rounded to half the power of ten of its height above the base.

    Those of one decade are moved alike, so they keep their distances.
    """
    return np.array([_near(base + height, exponent_of(height)) for height in above.tolist()])


def _near(level: float, exponent: int) -> float:
    power = float(f"1e{exponent}")
    if not (power > 0.0 and abs(level) / power < _LARGEST_RATIO):
        return level
    return float(_decimals(np.array([round(2.0 * level / power) / 2.0]), exponent)[0])


# --- by area -------------------------------------------------------------------------------------


def _quantile_levels(finite: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return levels with equal shares of the values between them, but for rounding.

    Where more values are alike than lie between two levels, there is none: it would be a patch.
    """
    shares = np.arange(1, count + 1)[:, None] + np.array([-QUANTILE_SLACK, 0.0, QUANTILE_SLACK])
    quantiles = np.quantile(finite, shares / (count + 1))
    return np.array([_roundest(*row) for row in quantiles.tolist() if row[0] < row[2]])


def _roundest(low: float, middle: float, high: float) -> float:
    """Return the number from `low` to `high` that is written with the fewest figures."""
    exponent = exponent_of(high - low)
    power = float(f"1e{exponent}")
    if not (power > 0.0 and max(abs(low), abs(high)) / power < _LARGEST_RATIO):
        return middle
    for step in (10.0, 5.0, 2.0, 1.0):
        size = step * power
        nearest = min(max(round(middle / size), np.ceil(low / size)), np.floor(high / size))
        found = float(_decimals(np.array([nearest * step]), exponent)[0])
        if low <= found <= high:
            return found
    return middle


def _decimals(numbers: NDArray[np.float64], exponent: int) -> NDArray[np.float64]:
    """Return ``numbers * 10**exponent`` as they would be typed: 0.3, not 0.30000000000000004."""
    return np.array([float(f"{number + 0.0!r}e{exponent}") for number in numbers.tolist()])
