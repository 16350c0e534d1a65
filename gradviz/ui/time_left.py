"""How long something has taken, and how long it may still take."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLING: Final = 0.4
"""Seconds before a guess is worth telling."""
_MEMORY: Final = 1.5
"""Seconds after which a change of speed is mostly believed."""


class TimeLeft:
    """A watch that is told how much is done.

    Parameters
    ----------
    clock : callable
        Returns seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.restart()

    def restart(self) -> None:
        """Begin anew, with nothing known."""
        self._elapsed = 0.0
        self._since: float | None = None
        self._done: float | None = None
        self._speed = 0.0
        self._weight = 0.0

    @property
    def elapsed(self) -> float:
        """Seconds that it ran so far, without pauses."""
        return self._elapsed

    def halt(self) -> None:
        """Stop the watch; what comes next continues it."""
        self._since = None

    def note(self, done: float) -> None:
        """Take down that a part of all, 0 to 1, is done by now."""
        now = self._clock()
        if self._since is not None and self._done is not None:
            passed = now - self._since
            self._elapsed += passed
            self._learn(done - self._done, passed)
        self._since, self._done = now, done

    def _learn(self, more: float, passed: float) -> None:
        """Take the speed of the last moment into the mean, the more the longer it was."""
        if passed <= 0.0 or more < 0.0:
            return
        trust = 1.0 - math.exp(-passed / _MEMORY)
        self._speed += trust * (more / passed - self._speed)
        self._weight += trust * (1.0 - self._weight)

    @property
    def left(self) -> float | None:
        """Seconds that the rest may take; None while that cannot be said."""
        if self._done is None or self._elapsed < SETTLING or self._speed <= 0.0:
            return None
        return (1.0 - self._done) * self._weight / self._speed
