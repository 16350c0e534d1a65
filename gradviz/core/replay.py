"""What the optimizer had in mind at any step of a run: its states, to the last bit.

A trajectory keeps every gradient, and the states of the optimizer every `CHECKPOINT_EVERY` steps.
From the checkpoint before it any state follows by running the same updates on the same gradients
again, at most that many of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.rules import Rule
from gradviz.core.schedules import CONSTANT
from gradviz.core.trajectory import CHECKPOINT_EVERY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from gradviz.core.clipping import Clipping
    from gradviz.core.optimizers import Optimizer
    from gradviz.core.schedules import Schedule
    from gradviz.core.trajectory import States, Trajectory

_flat = chain.from_iterable


@dataclass(frozen=True, slots=True, eq=False)
class ReplayTable:
    """Some rows of a run, one for each point.

    Attributes
    ----------
    learning_rate : ndarray, shape (rows,)
        That of the update away from each point.
    used_gradient : ndarray, shape (rows, n)
        The gradient that the update away from each point uses: after clipping.
    states : dict of str to ndarray, shape (rows, n)
        The optimizer's states at each point, by the names of `Optimizer.state_names`.
    """

    learning_rate: NDArray[np.float64]
    used_gradient: NDArray[np.float64]
    states: dict[str, NDArray[np.float64]]


class Replay:
    """The states of the optimizer along a trajectory.

    It remembers the states asked for last: playing forward goes on from there.

    Parameters
    ----------
    trajectory : Trajectory
        What was gone through. Without checkpoints everything is replayed from the start.
    optimizer, schedule, clip
        The rule that did: those of `Run.rule`, as ``Replay(trajectory, *run.rule)``.
    coordinates : sequence of int, optional
        Which of a point's numbers to follow alone, each as a coordinate of its own; without,
        the components that the descent had.
    """

    def __init__(
        self,
        trajectory: Trajectory,
        optimizer: Optimizer,
        schedule: Schedule | None = None,
        clip: Clipping | None = None,
        coordinates: Sequence[int] | None = None,
    ) -> None:
        self._trajectory = trajectory
        self._rule = Rule(optimizer, schedule or CONSTANT, clip)
        self._coordinates = None if coordinates is None else tuple(coordinates)
        self._first: States = (optimizer.init(),) * len(
            range(trajectory.components) if coordinates is None else coordinates
        )
        self._last: tuple[int, States] = 0, self._first

    @property
    def trajectory(self) -> Trajectory:
        """What was gone through."""
        return self._trajectory

    @property
    def rule(self) -> Rule:
        """By which rule."""
        return self._rule

    @property
    def coordinates(self) -> tuple[int, ...] | None:
        """Which of a point's numbers are followed alone; None for all."""
        return self._coordinates

    def states(self, k: int) -> States:
        """Return the states after `k` updates, one for each coordinate.

        Raises
        ------
        IndexError
            If the trajectory has no point `k`.
        """
        self._check(k)
        self._last = k, next(self._walk(k, k))
        return self._last[1]

    def learning_rate(self, k: int) -> float:
        """Return the learning rate of the update from `k` to `k` + 1, at least 0."""
        return next(self._rates(k, k + 1))

    def used_gradient(self, k: int) -> tuple[float, ...]:
        """Return the gradient that the update from `k` to `k` + 1 uses: after clipping.

        Raises
        ------
        IndexError
            If the trajectory has no point `k`.
        """
        self._check(k)
        return next(self._used(k, k + 1))

    def table(self, first: int, last: int) -> ReplayTable:
        """Return what belongs to the points `first` to `last`, both included.

        Raises
        ------
        IndexError
            If the trajectory does not have them, or there are none.
        """
        self._check(first)
        self._check(last)
        if last < first:
            raise IndexError(f"There are no points from {first} to {last}.")
        return ReplayTable(
            np.fromiter(self._rates(first, last + 1), np.float64, last + 1 - first),
            self._used_rows(first, last + 1),
            self._columns(first, last),
        )

    def _columns(self, first: int, last: int) -> dict[str, NDArray[np.float64]]:
        names = self._rule.optimizer.state_names
        shape = last + 1 - first, self._width, len(names)
        flat = _flat(_flat(self._walk(first, last)))
        numbers = np.fromiter(flat, np.float64, math.prod(shape)).reshape(shape)
        return {name: numbers[:, :, i] for i, name in enumerate(names)}

    def _walk(self, first: int, last: int) -> Iterator[States]:
        """Yield the states at the points `first` to `last`."""
        known, states = self._checkpoint(first)
        update = self._rule.optimizer.update
        if known == first:
            yield states
        steps = zip(self._rates(known, last), self._used(known, last), strict=True)
        for k, (lr, gradient) in enumerate(steps, known + 1):
            states = tuple([update(g, s, lr)[1] for g, s in zip(gradient, states, strict=True)])
            if k >= first:
                yield states

    def _checkpoint(self, k: int) -> tuple[int, States]:
        """Return the last point up to `k` whose states are known, and these."""
        checkpoints = self._trajectory.checkpoints
        last = min(k // CHECKPOINT_EVERY, len(checkpoints) - 1)
        if last * CHECKPOINT_EVERY <= self._last[0] <= k:
            return self._last
        if last < 0:
            return 0, self._first
        return last * CHECKPOINT_EVERY, self._followed(checkpoints[last])

    @property
    def _width(self) -> int:
        """How many numbers of a point are followed."""
        return self._trajectory.dimension if self._coordinates is None else len(self._coordinates)

    def _followed(self, states: States) -> States:
        """Return the states of the coordinates that are followed."""
        if self._coordinates is None:
            return states
        if not self._trajectory.is_whole:
            return tuple([states[i] for i in self._coordinates])
        (whole,) = states
        return tuple(
            tuple([float(value[i]) if np.ndim(value) else value for value in whole])
            for i in self._coordinates
        )

    def _rates(self, first: int, end: int) -> Iterator[float]:
        return self._rule.schedule.rates(self._rule.optimizer.lr, range(first, end))

    def _used(self, first: int, end: int) -> Iterator[tuple[float, ...]]:
        """Yield the gradients that the updates from `first` on, before `end`, use."""
        clip = self._rule.clip
        for begin in range(first, end, CHECKPOINT_EVERY):
            part = self._trajectory.gradient[begin : min(begin + CHECKPOINT_EVERY, end)]
            if clip is None:
                yield from self._rows(part)
            elif self._coordinates is None:
                yield from map(clip.applied, self._rows(part))
            else:
                for row in part:  # what one number is cut to may depend on all
                    yield from self._rows(np.hstack(clip.applied((row,)))[None])

    def _rows(self, gradients: NDArray[np.float64]) -> Iterable[tuple[Any, ...]]:
        """Return the rows as the components that are followed."""
        if self._coordinates is not None:
            return map(tuple, gradients[:, self._coordinates].tolist())
        if self._trajectory.is_whole:
            return zip(gradients)
        return map(tuple, gradients.tolist())

    def _used_rows(self, first: int, end: int) -> NDArray[np.float64]:
        if self._rule.clip is None and self._coordinates is None:
            return self._trajectory.gradient[first:end]
        shape = end - first, self._width
        flat = _flat(self._used(first, end))
        return np.fromiter(flat, np.float64, math.prod(shape)).reshape(shape)

    def _check(self, k: int) -> None:
        if not 0 <= k < len(self._trajectory):
            raise IndexError(f"The trajectory ends at step {self._trajectory.steps}, before {k}.")
