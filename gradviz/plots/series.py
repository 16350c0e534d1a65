"""One quantity of one run against the step, reduced to what a few hundred pixels can show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.norms import norms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.trajectory import Trajectory
    from gradviz.document.results import Results

BLOCK: Final = 256
"""Steps whose extremes are found once and kept, while a long run is still growing."""
_MANY: Final = 4 * BLOCK
_LOG_DECADES: Final = 1.5


class Quantity(StrEnum):
    """What is drawn against the step."""

    VALUE = "value"
    GRADIENT_NORM = "gradient_norm"

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


def goes_on(earlier: Results | None, later: Results | None) -> bool:
    """Tell whether `later` are results of the same runs as `earlier`, which took more steps."""
    if earlier is None or later is None or earlier.experiment is not later.experiment:
        return False
    pairs = list(zip(earlier.runs, later.runs, strict=False))
    same_count = len(earlier.runs) == len(later.runs)
    return same_count and all(_grew(a.trajectory, b.trajectory) for a, b in pairs)


def _grew(earlier: Trajectory, later: Trajectory) -> bool:
    last = len(earlier) - 1
    return len(later) > last and all(
        np.array_equal(earlier.x[i], later.x[i], equal_nan=True) for i in (0, last // 2, last)
    )


class Series:
    """The quantity of a run while it grows; block extremes of earlier steps are kept."""

    def __init__(self, quantity: Quantity, trajectory: Trajectory) -> None:
        self._quantity = quantity
        self._extremes = np.empty(0, dtype=np.intp)
        self._done = 0
        self.trajectory = trajectory
        self.grow(trajectory)

    def grow(self, trajectory: Trajectory) -> None:
        """Take the same run with more steps than before."""
        self.trajectory = trajectory
        blocks = (len(trajectory) - self._done) // BLOCK
        if len(trajectory) <= _MANY or not blocks:
            return
        end = self._done + blocks * BLOCK
        values = self._quantity.of(trajectory, slice(self._done, end))
        found = extremes(values, BLOCK) + self._done
        self._extremes = np.concatenate([self._extremes, found])
        self._done = end

    def __len__(self) -> int:
        return len(self.trajectory)

    def at(self, step: int) -> float:
        """Return the value at a step."""
        return self._quantity.at(self.trajectory, step)

    def shown(self, columns: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return steps and values that draw the same picture in `columns` pixels as all would."""
        steps = np.concatenate([self._extremes, np.arange(self._done, len(self))])
        if steps[0] != 0:
            steps = np.concatenate([[0], steps])
        if steps[-1] != len(self) - 1:
            steps = np.append(steps, len(self) - 1)
        values = self._quantity.of(self.trajectory, steps)
        block = len(steps) // max(columns, 1)
        if block > 4:  # noqa: PLR2004 - fewer points to a column are as quick to draw
            tail = len(steps) - len(steps) % block
            kept = np.concatenate([[0], extremes(values, block), np.arange(tail, len(steps))])
            kept = np.unique(np.append(kept, len(steps) - 1))
            steps, values = steps[kept], values[kept]
        return steps, values


def log_is_better(values: NDArray[np.float64]) -> bool:
    """Tell whether values, none negative, span more than a decade and a half above zero.

    However many are zero: a gradient that is rounded to nothing stays so to the end.
    """
    seen = values[np.isfinite(values)]
    positive = seen[seen > 0.0]
    if len(positive) == 0 or float(seen.min()) < 0.0:
        return False
    low, high = float(positive.min()), float(positive.max())
    return bool(np.log10(high) - np.log10(low) > _LOG_DECADES)
