"""How good a network is at the ends of epochs, as something that is drawn against the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradviz.plots.series import Span, thinned

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.document.results import Epoch, RunResult
    from gradviz.plots.abscissas import Abscissa

    Measure = Callable[[Epoch], float]


class EpochSeries:
    """One number of each epoch of a run, while the run grows.

    Between two epochs the number is still that of the earlier one.

    Parameters
    ----------
    measure : callable
        Gives the number of an epoch.
    result : RunResult
        The run as far as it has come.
    along : Abscissa
        What it is drawn against.

    Attributes
    ----------
    span : Span
        How far all values reach.
    """

    def __init__(self, measure: Measure, result: RunResult, along: Abscissa) -> None:
        self._measure = measure
        self._steps = np.empty(0, dtype=np.intp)
        self._values = np.empty(0)
        self.along = along
        self.span = Span()
        self.grow(result)

    def grow(self, result: RunResult) -> None:
        """Take the same run with more epochs than before."""
        fresh = result.epochs[len(self._steps) :]
        if not fresh:
            return
        values = np.array([self._measure(epoch) for epoch in fresh])
        steps = np.array([epoch.step for epoch in fresh], dtype=np.intp)
        self.span |= Span.of(values)
        self._steps = np.concatenate([self._steps, steps])
        self._values = np.concatenate([self._values, values])

    def held(self, step: int) -> int:
        """Return the step at which the last epoch was complete by `step`; 0 if none is known."""
        if not len(self._steps):
            return 0
        return int(self._steps[self._index(step)])

    def at(self, step: int) -> float:
        """Return the number of the last epoch that was complete by a step; nan if none is known."""
        return float(self._values[self._index(step)]) if len(self._values) else np.nan

    def _index(self, step: int) -> int:
        return max(int(np.searchsorted(self._steps, step, side="right")) - 1, 0)

    def nearest(self, place: float) -> int:
        """Return the step whose value is told at a place on the axis."""
        return self.held(self.along.nearest(place))

    def shown(self, columns: int, whole: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Return steps and values that draw the same picture as all in `columns` pixels."""
        return thinned(self._steps, self._values, self.along, columns, whole)
