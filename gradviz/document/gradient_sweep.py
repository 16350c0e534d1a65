"""The differences between two gradients of a network against h, of all weights or of some."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.differences import Method, evaluations
from gradviz.core.network.check import differences_against
from gradviz.core.rounding import SCHEMES, SUBTRACTING, Precision
from gradviz.core.scales import exponent_of
from gradviz.document.error_curve import SchemeErrors

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network

LOWEST, HIGHEST = -12, 0
"""Exponents of the step sizes that are always looked at."""
PER_DECADE: Final = 3
WORK: Final = 4_000
"""Weights times samples up to which every weight is taken; of more work, that much."""
FEWEST: Final = 24
SECONDS: Final = 1.5
"""What it may take, by what one evaluation of the loss took."""
_BETWEEN: Final = 12
"""Step sizes from an h outside of the usual ones to the nearest of those."""
_AS_GOOD: Final = 4.0
_COMPLEX: Final = 3.0
"""How many times as long an evaluation in complex numbers takes."""


class Part(StrEnum):
    """What is told of the differences of many weights."""

    LARGEST = "largest"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True, eq=False)
class SweepErrors(SchemeErrors):
    """The differences of one scheme from backpropagation, a number for each step size.

    Attributes
    ----------
    part : Part
        Which number; nan where any of the differences is no finite number.
    """

    part: Part


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Differences against h.

    Attributes
    ----------
    method : Method
        The scheme in use.
    steps : ndarray, shape (m,)
        Step sizes, ascending; the one in use is among them.
    indices : ndarray, shape (c,)
        The weights that were looked at, ascending.
    lines : tuple of SweepErrors
        The largest differences of each scheme, then the median ones of the scheme in use.
    """

    method: Method
    steps: NDArray[np.float64]
    indices: NDArray[np.intp]
    lines: tuple[SweepErrors, ...]

    @property
    def chosen(self) -> SweepErrors:
        """The largest differences of the scheme in use."""
        return next(line for line in self.lines if line.method is self.method)

    @property
    def best(self) -> int | None:
        """Number of the step size at which the largest difference is smallest; None if none is.

        For the complex step, which is as good with any smaller one, the largest that is about as
        good.
        """
        values = np.where(np.isfinite(self.chosen.values), self.chosen.values, np.inf)
        least = int(np.argmin(values))
        if not np.isfinite(values[least]):
            return None
        if self.method in SUBTRACTING:
            return least
        return int(np.flatnonzero(values <= _AS_GOOD * values[least])[-1])


def sweep_steps(h: float) -> NDArray[np.float64]:
    """Return the step sizes to look at: 1e-12 to 1, `h` itself, and some between if it is far.

    Returns
    -------
    ndarray, shape (m,)
        Ascending.
    """
    leading = [10.0 ** (k / PER_DECADE) for k in range(PER_DECADE)]
    usual = [float(f"{m!r}e{exponent}") for exponent in range(LOWEST, HIGHEST) for m in leading]
    usual.append(10.0**HIGHEST)
    near = min(max(h, usual[0]), usual[-1])
    between = np.geomspace(h, near, _BETWEEN)[1:-1] if near != h else np.empty(0)
    every = np.concatenate([usual, between])
    apart = np.abs(every / h - 1.0) > 1e-9  # noqa: PLR2004 - the same but for rounding
    return np.sort(np.append(every[apart], h))


def swept_count(weights: int, samples: int, seconds_per_weight: float) -> int:
    """Return how many weights to look at.

    Parameters
    ----------
    weights, samples : int
        How many there are.
    seconds_per_weight : float
        How long all schemes and step sizes of one weight are expected to take.
    """
    count = weights if weights * samples <= WORK else max(FEWEST, WORK // samples)
    return min(weights, max(2, min(count, fitting(SECONDS, seconds_per_weight))))


def fitting(seconds: float, each: float) -> int:
    """Return how often what takes `each` seconds fits, as 1, 2 or 5 times a power of ten.

    A round number changes little between one measurement and the next.
    """
    many = max(seconds / max(each, 1e-9), 1.0)
    decade = int(10 ** exponent_of(many))
    return next(leading * decade for leading in (5, 2, 1) if leading * decade <= many)


def sweep_cost(methods: tuple[Method, ...], steps: int) -> float:
    """Return how many evaluations in real numbers one weight of a sweep is worth."""
    each = sum(
        evaluations(method, 1).value * (_COMPLEX if method is Method.COMPLEX_STEP else 1.0)
        for method in methods
    )
    return each * steps


def swept_methods(method: Method, *, every_scheme: bool) -> tuple[Method, ...]:
    """Return the schemes to look at, in their order."""
    return SCHEMES if every_scheme else (method,)


def sweep(
    network: Network,
    weights: NDArray[np.float64],
    data: Data,
    method: Method,
    methods: tuple[Method, ...],
    steps: NDArray[np.float64],
    indices: NDArray[np.intp],
    cancelled: Callable[[], bool],
) -> Sweep | None:
    """Take the differences of some weights by all of `methods`; None when cancelled."""
    largest, medians = [], []
    for each in methods:
        rows = differences_against(
            network, weights, data.inputs, data.targets, each, steps, cancelled, indices
        )
        if rows is None:
            return None
        whole = np.isfinite(rows).all(axis=1)
        rows[~whole] = np.nan
        largest.append(SweepErrors(each, Precision.DOUBLE, rows.max(axis=1), Part.LARGEST))
        if each is method:
            middle = np.full(len(rows), np.nan)
            middle[whole] = np.median(rows[whole], axis=1)
            medians.append(SweepErrors(each, Precision.DOUBLE, middle, Part.MEDIAN))
    return Sweep(method, steps, indices, (*largest, *medians))
