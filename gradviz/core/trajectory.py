"""What a descent went through: every point with its value and gradient, in growing arrays."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from gradviz.core.optimizers import State

Step: TypeAlias = tuple[tuple[Any, ...], float, tuple[Any, ...]]
"""One point of a descent: x, f(x), and the gradient there, noise included, before clipping.

The components of x and of the gradient are floats, or one array of all numbers.
"""
States: TypeAlias = "tuple[State, ...]"
"""The states of an optimizer, one for each coordinate."""

CHECKPOINT_EVERY = 512
"""Steps from one checkpoint of the states to the next."""

_BLOCK = 200  # three tuples each: fewer than wake the garbage collector
_FIRST_CAPACITY = 128


class Trajectory:
    """The points of one run, numbered from 0, the start.

    It grows at the end only, and what is recorded never changes, so views and snapshots taken
    earlier stay right while it grows.

    Parameters
    ----------
    dimension : int
        Number of variables n.
    capacity : int, optional
        How many points to expect; more are taken all the same.
    is_whole : bool, optional
        Whether a step has all numbers in one array, as those of a network have.
    """

    def __init__(
        self, dimension: int, capacity: int = _FIRST_CAPACITY, *, is_whole: bool = False
    ) -> None:
        self.is_whole = is_whole
        self._length = 0
        self._x = np.empty((capacity, dimension))
        self._value = np.empty(capacity)
        self._gradient = np.empty((capacity, dimension))
        self._checkpoints: list[States] = []

    @property
    def dimension(self) -> int:
        """Number of variables n."""
        return self._x.shape[1]

    @property
    def components(self) -> int:
        """How many components a step has: one a variable, or one array of all."""
        return 1 if self.is_whole else self.dimension

    @property
    def x(self) -> NDArray[np.float64]:
        """The points, shape (k + 1, n), a read-only view."""
        return self._view(self._x)

    @property
    def value(self) -> NDArray[np.float64]:
        """The values of f, shape (k + 1,), a read-only view."""
        return self._view(self._value)

    @property
    def gradient(self) -> NDArray[np.float64]:
        """The gradients, noise included, before clipping, shape (k + 1, n), a read-only view."""
        return self._view(self._gradient)

    @property
    def checkpoints(self) -> list[States]:
        """States of the optimizer before every `CHECKPOINT_EVERY`-th update, from number 0 on.

        A descent into this trajectory appends to them; snapshots share them. They may be ahead of
        the points, and there may be none.
        """
        return self._checkpoints

    @property
    def steps(self) -> int:
        """Number of steps taken, k: one less than there are points."""
        return max(0, self._length - 1)

    def __len__(self) -> int:
        """Return the number of points."""
        return self._length

    def append(self, x: tuple[float, ...], value: float, gradient: tuple[float, ...]) -> None:
        """Record one more point."""
        self._record([(x, value, gradient)])

    def extend(self, points: Iterable[Step], limit: int | None = None) -> int:
        """Record points until there are no more, or `limit` of them.

        Parameters
        ----------
        points : iterable of (x, value, gradient)
            Such as the generator `gradviz.core.descent.descend`. An iterator goes on where it was
            left when it is passed again.
        limit : int, optional
            How many points to take at most.

        Returns
        -------
        int
            How many points were recorded; fewer than `limit` means that there are no more.
        """
        before = self._length
        remaining = islice(points, limit)
        while self._record(list(islice(remaining, _BLOCK))) == _BLOCK:
            pass
        return self._length - before

    def snapshot(self) -> Trajectory:
        """Return the trajectory as it is now, without copying; it shares what is recorded."""
        shot = Trajectory(self.dimension, 0, is_whole=self.is_whole)
        shot._x, shot._value, shot._gradient = self.x, self.value, self.gradient
        shot._length, shot._checkpoints = self._length, self._checkpoints
        return shot

    def begun(self, steps: int, capacity: int) -> Trajectory:
        """Return a copy of the first `steps` steps that can grow on by itself."""
        copy = Trajectory(self.dimension, max(capacity, steps + 1), is_whole=self.is_whole)
        copy._take(self, steps + 1)
        return copy

    def _take(self, other: Trajectory, count: int) -> None:
        self._x[:count] = other.x[:count]
        self._value[:count] = other.value[:count]
        self._gradient[:count] = other.gradient[:count]
        self._length = count
        self._checkpoints = other.checkpoints[: (count - 1) // CHECKPOINT_EVERY + 1]

    def point(self, step: int) -> Step:
        """Return a point as a descent yields it."""
        x, gradient = self._x[step], self._gradient[step]
        value = float(self._value[step])
        if self.is_whole:
            return (x,), value, (gradient,)
        return tuple(x.tolist()), value, tuple(gradient.tolist())

    def _view(self, storage: NDArray[np.float64]) -> NDArray[np.float64]:
        view = storage[: self._length]
        view.flags.writeable = False
        return view

    def _record(self, rows: list[Step]) -> int:
        if not rows:
            return 0
        first, last = self._length, self._length + len(rows)
        self._reserve(last)
        points, values, gradients = zip(*rows, strict=True)
        self._x[first:last] = self._table(points)
        self._value[first:last] = values
        self._gradient[first:last] = self._table(gradients)
        self._length = last
        return len(rows)

    def _table(self, rows: tuple[tuple[Any, ...], ...]) -> NDArray[np.float64]:
        if self.is_whole:
            return np.array([row[0] for row in rows])
        # Twice as fast as handing the tuples to NumPy.
        count = len(rows) * self.dimension
        flat: Iterator[float] = chain.from_iterable(rows)
        return np.fromiter(flat, np.float64, count).reshape(len(rows), self.dimension)

    def _reserve(self, length: int) -> None:
        capacity = len(self._value)
        if length <= capacity:
            return
        capacity = max(length, 2 * capacity, _FIRST_CAPACITY)
        self._x = _grown(self._x, capacity)
        self._value = _grown(self._value, capacity)
        self._gradient = _grown(self._gradient, capacity)


def _grown(storage: NDArray[np.float64], capacity: int) -> NDArray[np.float64]:
    larger = np.empty((capacity, *storage.shape[1:]))
    larger[: len(storage)] = storage
    return larger
