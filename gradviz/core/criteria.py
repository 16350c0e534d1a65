"""The criteria of `gradviz.core.verdict`, each vectorised over a whole trajectory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.norms import norms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.bounds import Bounds
    from gradviz.core.objective import Objective
    from gradviz.core.trajectory import Trajectory

SMALL: Final = 1e-6
"""A gradient of this share of the largest one has vanished."""
NOTABLE: Final = 0.01
"""A change of f by this share of the work of a step is a change."""
HUGE: Final = 1e100
"""Numbers beyond this soon overflow."""
FAR: Final = 1e3
"""So many widths of the view away, a run does not come back."""
RETURNED: Final = 0.25
STEADY: Final = 0.95
"""Steps of at least this share of the earlier ones do not die down."""
REVERSED: Final = -0.9
"""Cosine of the angle between two steps of which the second takes back the first."""
FEWEST, FEWEST_UNLESS_REVERSED = 3, 20
"""Steps that it takes to see an oscillation."""
ROUNDING: Final = 4 * float(np.finfo(np.float64).eps)


class Criteria:
    """A trajectory with what several criteria need of it; `gradviz.core.verdict` states them.

    Each criterion returns the step at which it became true, or None.
    """

    def __init__(
        self,
        trajectory: Trajectory,
        objective: Objective | None,
        bounds: Bounds | None,
        plane: tuple[int, int],
        tolerance: float | None,
    ) -> None:
        self.x, self.value, self.gradient = trajectory.x, trajectory.value, trajectory.gradient
        self.steps = trajectory.steps
        self.objective, self.tolerance = objective, tolerance
        self.bounds, self.plane = bounds, plane
        self.slope = norms(self.gradient)
        self.broken = self.not_finite()

    def rounded(self) -> int | None:
        """Tell since when the gradient is exactly zero though f is not flat."""
        step = _since(self.slope == 0.0)
        if step is None or self.objective is None:
            return None
        exact = self._exact_slope(step)
        largest = max(float(self.slope[: step + 1].max()), self._exact_slope(0))
        if not exact > SMALL * largest or self._lost_in_value(step, exact):
            return None
        return step

    def overflowed(self) -> int | None:
        """Diverged until the numbers overflowed."""
        if not self.broken:
            return None
        before = self.broken - 1
        numbers = (self.x[before], self.gradient[before], self.value[before])
        if max(float(np.abs(n).max()) for n in numbers) > HUGE:
            return self._never_as_low_again(self.broken)
        infinite = self.value[self.broken] == np.inf
        return self._rises(self.broken + 1 if infinite else self.broken)

    def rising(self) -> int | None:
        """Diverged, f rising."""
        return self._rises(len(self.value))

    def _rises(self, count: int) -> int | None:
        """Tell since when f rises, if the first `count` points do."""
        if count < 2:  # noqa: PLR2004 - one point is no rise
            return None
        quarter = max(1, (count - 1) // 4)
        gain = self.value[count - quarter : count].min() - self.value[:quarter].max()
        if not gain > 0.0:
            return None
        length = _lengths(self.x[:count])
        shorter = np.median(length[-quarter:]) < np.median(length[:quarter])
        if shorter or not gain > NOTABLE * np.median(self.slope[: count - 1] * length):
            return None
        return self._never_as_low_again(count)

    def _never_as_low_again(self, count: int) -> int:
        low = np.flatnonzero(self.value[:count] <= self.value[0])
        return min(int(low[-1]) + 1, len(self.value) - 1)

    def ran_away(self) -> int | None:
        """Diverged, f falling without end."""
        if self.bounds is None:
            return None
        width, height = _size(self.bounds)
        return self._outside_by(FAR * max(width, height))

    def converged(self) -> int | None:
        """Tell since when the gradient has vanished, or is below the tolerance."""
        if self.tolerance is not None:
            return _since(self.slope < self.tolerance)
        if self._stays_at_stationary_start():
            return 0
        step = _since(self.slope <= SMALL * np.maximum.accumulate(self.slope))
        return None if step is None or self._thrown_above_start() else step

    def _stays_at_stationary_start(self) -> bool:
        """Tell whether the start is stationary and the run goes nowhere.

        The differences may not vanish where the exact gradient does: they lead a little away.
        """
        if self.objective is None:
            return bool(self.slope[0] == 0.0)
        exact = self._exact_slope(0)
        if exact != 0.0 and not self._lost_in_value(0, exact):
            return False
        span = float(np.abs(self.x - self.x[0]).max())
        return span <= 1e-3 * max(1.0, float(np.abs(self.x[0]).max()))

    def _thrown_above_start(self) -> bool:
        rise = self.value[-1] - self.value[0]
        return bool(rise > 0.0 and np.diff(self.value).max() > rise / 2)

    def oscillating(self) -> int | None:
        """Tell since when the point goes to and fro, or around."""
        if self.steps < FEWEST:
            return None
        quarter = max(1, self.steps // 4)
        late = slice(len(self.x) - 1 - 2 * quarter, None)
        x, value, way = self.x[late], self.value[late], _lengths(self.x[late])
        work = NOTABLE * float((self.slope[late][:-1] * way).mean())
        if _distance(x[0], x[-1]) >= RETURNED * way.sum():
            return None
        if way[quarter:].mean() < self._steady(x, quarter) * way[:quarter].mean():
            return None
        if value[1 : quarter + 1].mean() - value[quarter + 1 :].mean() > quarter * work:
            return None
        return max(1, int(np.argmax(self.value <= self.value.min() + work)))

    def _steady(self, x: NDArray[np.float64], quarter: int) -> float:
        """Return how short the last steps may be, as a share of those before, and not die down."""
        steps = np.diff(x, axis=0)
        turn = np.einsum("ij,ij->i", steps[1:], steps[:-1])
        if np.median(turn / (norms(steps[1:]) * norms(steps[:-1]))) < REVERSED:
            return STEADY
        if self.steps < FEWEST_UNLESS_REVERSED:
            return float(np.inf)
        return max(0.5, 1.0 - 1.25 / float(np.sqrt(quarter)))

    def outside(self) -> int | None:
        """Tell since when the point is outside the view."""
        return None if self.bounds is None else self._outside_by(0.0)

    def _outside_by(self, distance: float) -> int | None:
        if not self._excess(self.x[-1:])[0] > distance:
            return None
        return _since(self._excess(self.x) > distance)

    def _excess(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far outside the bounds each point is, in its worst coordinate."""
        assert self.bounds is not None  # noqa: S101 - asked by the callers
        ranges = [(self.bounds.x_min, self.bounds.x_max), (self.bounds.y_min, self.bounds.y_max)]
        excess = np.zeros(len(x))
        for axis, (low, high) in zip(self.plane, ranges, strict=True):
            if axis < x.shape[1]:
                along = x[:, axis]
                excess = np.maximum(excess, np.maximum(low - along, along - high))
        return excess

    def not_finite(self) -> int | None:
        """Return the first step with a number that is nan or inf."""
        if np.isfinite(self.value.sum() + self.slope.sum() + self.x.sum()):
            return None
        finite = np.isfinite(self.value) & np.isfinite(self.slope) & np.isfinite(self.x).all(axis=1)
        return None if finite.all() else int(np.argmin(finite))

    def _exact_slope(self, step: int) -> float:
        assert self.objective is not None  # noqa: S101 - asked by the callers
        exact = self.objective.gradient_function(*self.x[step].tolist())
        return float(norms(np.array([exact]))[0])

    def _lost_in_value(self, step: int, slope: float) -> bool:
        """Tell whether a slope is so slight that f is the same number as far as one can see."""
        far = max(1.0, float(np.abs(self.x[step]).max()))
        if self.bounds is not None:
            far = max(far, *_size(self.bounds))
        return bool(slope * far <= ROUNDING * abs(float(self.value[step])))


def _size(bounds: Bounds) -> tuple[float, float]:
    return bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min


def _lengths(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the lengths of the steps between the points `x`, one fewer than there are points."""
    return norms(np.diff(x, axis=0))


def _distance(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(norms((b - a)[np.newaxis])[0])


def _since(true: NDArray[np.bool_]) -> int | None:
    """Return the index since which all are true, None if the last is not."""
    if not true[-1]:
        return None
    false = np.flatnonzero(~true)
    return int(false[-1]) + 1 if len(false) else 0
