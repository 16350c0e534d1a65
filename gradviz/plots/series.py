"""One quantity of one run against the step, reduced to what a few hundred pixels can show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.norms import norms
from gradviz.plots.abscissas import Counted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.trajectory import Trajectory
    from gradviz.document.planar import Runs
    from gradviz.plots.abscissas import Abscissa

BLOCK: Final = 256
"""Steps whose extremes are found once and kept, while a long run is still growing."""
_MANY: Final = 128 * BLOCK
"""Steps from which on blocks are so narrow that nothing between their extremes is seen."""
_PART: Final = 1 / 512
"""A block that covers more than this part of the axis is kept whole: several pixels show it."""
_CROWDED: Final = 4
"""Fewer points to a column than this are as quick to draw."""
_LOG_DECADES: Final = 1.5


class Quantity(StrEnum):
    """What is drawn against the step."""

    VALUE = "value"
    GRADIENT_NORM = "gradient_norm"
    ACCURACY = "accuracy"
    """The share of samples whose class is right, in percent; measured at the ends of epochs."""

    @property
    def is_recorded(self) -> bool:
        """Whether every step of a trajectory has it."""
        return self is not Quantity.ACCURACY

    def of(self, trajectory: Trajectory, steps: slice | NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the quantity at some steps of a trajectory."""
        if self is Quantity.VALUE:
            values: NDArray[np.float64] = trajectory.value[steps]
            return values
        return norms(trajectory.gradient[steps])

    def at(self, trajectory: Trajectory, step: int) -> float:
        """Return the quantity at one step, or at the last one there is."""
        step = min(max(step, 0), len(trajectory) - 1)
        return float(self.of(trajectory, slice(step, step + 1))[0])


def extremes(values: NDArray[np.float64], block: int) -> NDArray[np.intp]:
    """Return, in order, the indices of the least and the greatest value of each full block.

    Values that are no numbers count as neither; a block without any keeps its first two places,
    so that the gap is still seen.
    """
    rows = len(values) // block
    table = values[: rows * block].reshape(rows, block)
    unknown = np.isnan(table)
    lowest = np.where(unknown, np.inf, table).argmin(axis=1)
    highest = np.where(unknown, -np.inf, table).argmax(axis=1)
    first = np.arange(rows) * block
    both = np.stack([first + lowest, first + highest], axis=1)
    both.sort(axis=1)
    return both.ravel()


def goes_on(earlier: Runs | None, later: Runs | None) -> bool:
    """Tell whether `later` are results of the same runs as `earlier`, which took more steps."""
    if earlier is None or later is None or earlier.experiment is not later.experiment:
        return False
    pairs = list(zip(earlier.runs, later.runs, strict=False))
    same_count = len(earlier.runs) == len(later.runs)
    return same_count and all(_grew(a.trajectory, b.trajectory) for a, b in pairs)


def _grew(earlier: Trajectory, later: Trajectory) -> bool:
    last = len(earlier) - 1
    if len(later) > last and _place(earlier.x) == _place(later.x):
        return True  # both are kept, so it is the same storage, whose rows do not change
    return len(later) > last and all(
        np.array_equal(earlier.x[i], later.x[i], equal_nan=True) for i in (0, last // 2, last)
    )


def _place(rows: NDArray[np.float64]) -> int:
    """Return where an array lies in memory."""
    return int(rows.__array_interface__["data"][0])


@dataclass(frozen=True, slots=True)
class Span:
    """How far values reach; nothing is known where low is above high.

    Attributes
    ----------
    low, high : float
        The least and the greatest number among them.
    positive : float
        The least of those above zero; inf if there is none.
    """

    low: float = inf
    high: float = -inf
    positive: float = inf

    @classmethod
    def of(cls, values: NDArray[np.float64]) -> Span:
        """Return the span of values, those passed over that are no numbers."""
        finite = np.isfinite(values)
        seen = values if finite.all() else values[finite]
        if len(seen) == 0:
            return cls()
        low, high = float(seen.min()), float(seen.max())
        if low > 0.0:
            return cls(low, high, low)
        return cls(low, high, float(np.min(seen, where=seen > 0.0, initial=inf)))

    def __or__(self, other: Span) -> Span:
        return Span(
            min(self.low, other.low), max(self.high, other.high), min(self.positive, other.positive)
        )

    @property
    def is_known(self) -> bool:
        """Whether there is a number at all."""
        return self.low <= self.high

    @property
    def suits_log(self) -> bool:
        """Whether no value is negative, and those above zero span more than a decade and a half.

        However many are zero: a gradient that is rounded to nothing stays so to the end.
        """
        if self.low < 0.0 or not 0.0 < self.positive <= self.high:
            return False
        return log10(self.high) - log10(self.positive) > _LOG_DECADES


NOTHING: Final = Span()
"""How far no values reach."""


class Series:
    """The quantity of a run while it grows; block extremes of earlier steps are kept.

    Parameters
    ----------
    quantity : Quantity
        What is drawn.
    trajectory : Trajectory
        The run as far as it has come.
    along : Abscissa
        What it is drawn against.

    Attributes
    ----------
    span : Span
        How far all values reach.
    """

    def __init__(
        self, quantity: Quantity, trajectory: Trajectory, along: Abscissa | None = None
    ) -> None:
        self._quantity = quantity
        self._kept = np.empty(0, dtype=np.intp)
        self._kept_values = self._recent = np.empty(0)
        self._done = 0
        self.along = along or Counted()
        self.span = Span()
        self.trajectory = trajectory
        self.grow(trajectory)

    def grow(self, trajectory: Trajectory) -> None:
        """Take the same run with more steps than before."""
        self.trajectory = trajectory
        self.along.grow(trajectory)
        seen = self._done + len(self._recent)
        fresh = self._quantity.of(trajectory, slice(seen, len(trajectory)))
        self.span |= Span.of(fresh)
        self._recent = np.concatenate([self._recent, fresh]) if seen else fresh
        blocks = (len(trajectory) - self._done) // BLOCK
        if len(trajectory) > _MANY and blocks:
            self._condense(self._done + blocks * BLOCK)

    def _condense(self, end: int) -> None:
        """Keep the extremes of blocks up to a step, and its ends; all of one that is seen wide."""
        count = end - self._done
        values = self._recent[:count]
        found = extremes(values, BLOCK) + self._done
        firsts = np.arange(self._done, end, BLOCK)
        wide = [k for k in firsts.tolist() if not self.along.is_short(k, k + BLOCK - 1, _PART)]
        whole = [np.arange(k, k + BLOCK) for k in wide]
        kept = np.unique(np.concatenate([found, [self._done, end - 1], *whole]))
        self._kept_values = np.concatenate([self._kept_values, values[kept - self._done]])
        self._kept = np.concatenate([self._kept, kept])
        self._recent = self._recent[count:]
        self._done = end

    def __len__(self) -> int:
        return len(self.trajectory)

    def held(self, step: int) -> int:
        """Return a step, or the last one there is."""
        return min(step, len(self) - 1)

    def at(self, step: int) -> float:
        """Return the value at a step."""
        return self._quantity.at(self.trajectory, step)

    def nearest(self, place: float) -> int:
        """Return the step nearest to a place on the axis."""
        return min(self.along.nearest(place), len(self) - 1)

    def shown(self, columns: int, whole: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return steps and values that draw the same picture as all in `columns` pixels."""
        steps = np.arange(self._done, len(self))
        values = self._recent
        if self._done:
            steps = np.concatenate([self._kept, steps])
            values = np.concatenate([self._kept_values, values])
        return thinned(steps, values, self.along, columns, whole)


def thinned(
    steps: NDArray[np.intp],
    values: NDArray[np.float64],
    along: Abscissa,
    columns: int,
    whole: float,
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return as many of some steps and their values as are seen in `columns` pixels.

    The axis goes to `whole`. Where many steps fall into one column, its first, last, least and
    greatest are kept.
    """
    if len(steps) <= _CROWDED * max(columns, 1):
        return steps, values
    with np.errstate(over="ignore", invalid="ignore"):
        place = np.floor(along.of(steps) / whole * columns)
    kept = column_extremes(np.nan_to_num(place, nan=columns), values)
    return steps[kept], values[kept]


def column_extremes(column: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return, in order, the first, last, least and greatest index of each stretch of one column.

    Values that are no numbers are neither least nor greatest.
    """
    first = np.flatnonzero(np.diff(column, prepend=-1.0))
    last = np.append(first[1:], len(column)) - 1
    place = np.repeat(np.arange(len(first)), last - first + 1)
    kept = [first, last]
    for extreme in (np.fmin.reduceat(values, first), np.fmax.reduceat(values, first)):
        hits = np.flatnonzero(values == extreme[place])
        kept.append(hits[np.unique(place[hits], return_index=True)[1]])
    return np.unique(np.concatenate(kept))
