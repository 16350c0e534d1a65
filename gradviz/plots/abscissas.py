"""What curves are drawn against: steps, evaluations, or the way that a run has gone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.norms import norms
from gradviz.document.display import LossAxis

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.trajectory import Trajectory
    from gradviz.document.results import Outcome


class Abscissa(ABC):
    """The places of the steps of one run along an axis; they never go back."""

    @abstractmethod
    def grow(self, trajectory: Trajectory) -> None:
        """Take the same run with more steps than before."""

    @abstractmethod
    def of(self, steps: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the places of some steps, which the run has; nan where it left all numbers."""

    @abstractmethod
    def nearest(self, place: float) -> int:
        """Return the step nearest to a place, 0 at least; there may be none so far."""

    @abstractmethod
    def is_short(self, first: int, last: int, part: float) -> bool:
        """Tell whether the way from one step to another is less than a part of the whole."""

    def at(self, step: int) -> float:
        """Return the place of one step."""
        return float(self.of(np.array([step]))[0])


class Counted(Abscissa):
    """Every step as long as every other.

    Parameters
    ----------
    each : int
        What one step adds.
    """

    def __init__(self, each: int = 1) -> None:
        self.each = each

    def grow(self, trajectory: Trajectory) -> None:
        """Take the same run with more steps than before."""

    def of(self, steps: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the places of some steps, those too that the run does not have."""
        return np.asarray(steps, dtype=np.float64) * self.each

    def nearest(self, place: float) -> int:
        """Return the step nearest to a place."""
        return max(round(place / self.each), 0)

    def is_short(self, first: int, last: int, part: float) -> bool:  # noqa: ARG002 - inherited
        """Return True: many steps are as evenly spaced as few, and pixels are far fewer."""
        return True


class Travelled(Abscissa):
    """The length of the way up to each step, from its points; it ends where they are no numbers.

    Parameters
    ----------
    trajectory : Trajectory
        The run as far as it has come.
    """

    def __init__(self, trajectory: Trajectory) -> None:
        self._length = np.zeros(1)
        self._known = 1
        self.grow(trajectory)

    def grow(self, trajectory: Trajectory) -> None:
        """Measure the steps that are new."""
        done = len(self._length)
        if len(trajectory) <= done:
            return
        with np.errstate(over="ignore", invalid="ignore"):
            ways = norms(np.diff(trajectory.x[done - 1 :], axis=0))
            ways[0] += self._length[-1]
            lengths = np.cumsum(ways)
        unknown = ~np.isfinite(lengths)
        lengths[unknown] = np.nan
        if self._known == done:
            self._known += int(np.argmax(unknown)) if unknown.any() else len(lengths)
        self._length = np.concatenate([self._length, lengths])

    def of(self, steps: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return the lengths up to some steps."""
        return self._length[steps]

    @property
    def whole(self) -> float:
        """The length of the way as far as it is a number."""
        return float(self._length[self._known - 1])

    def nearest(self, place: float) -> int:
        """Return the first step of those nearest to a place."""
        known = self._length[: self._known]
        after = min(int(np.searchsorted(known, place)), self._known - 1)
        if after > 0 and place - known[after - 1] < known[after] - place:
            after -= 1
        return int(np.searchsorted(known, known[after]))

    def is_short(self, first: int, last: int, part: float) -> bool:
        """Tell whether the way from one step to another is less than a part of the whole."""
        return last < self._known and bool(
            self._length[last] - self._length[first] <= part * self.whole
        )


def abscissa(axis: LossAxis, outcome: Outcome, trajectory: Trajectory) -> Abscissa:
    """Return the places of the steps of one run of `outcome` along an axis.

    Without differences, what is evaluated is the gradient.
    """
    if axis is LossAxis.PATH_LENGTH:
        return Travelled(trajectory)
    if axis is LossAxis.STEPS:
        return Counted()
    return Counted(outcome.cost.value + outcome.cost.gradient)
