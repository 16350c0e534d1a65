"""Learning rates that were changed on the way: from some update on another number counts."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from gradviz.core.schedules import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

RateChange: TypeAlias = tuple[int, float]
"""The first update, counted from 0, and the learning rate from there on."""


@dataclass(frozen=True, kw_only=True)
class Changed(Schedule):
    """Another schedule whose learning rate was changed by hand.

    Attributes
    ----------
    base : Schedule
        By what the learning rate that holds is multiplied.
    lr : float
        The learning rate until the first change.
    changes : tuple of (int, float)
        From which update on which learning rate holds, in order.
    """

    key = "changed"
    label = "Changed on the way"

    base: Schedule
    lr: float
    changes: tuple[RateChange, ...]

    def __post_init__(self) -> None:
        """Check nothing: whoever changes a run has."""

    def factor(self, k: int) -> float:  # noqa: D102 - inherited
        return self.rate(k) / self.lr * self.base.factor(k) if self.lr else math.nan

    def rate(self, k: int) -> float:
        """Return the learning rate that holds in the update from k to k + 1, before the base."""
        place = bisect_right(self.changes, k, key=_first)
        return self.changes[place - 1][1] if place else self.lr

    def rates(self, lr: float, updates: range) -> Iterator[float]:  # noqa: ARG002, D102 - inherited
        begin = updates.start
        while begin < updates.stop:
            place = bisect_right(self.changes, begin, key=_first)
            later = [step for step, _ in self.changes[place : place + 1]]
            end = min([updates.stop, *later])
            yield from self.base.rates(self.rate(begin), range(begin, end))
            begin = end


def _first(change: RateChange) -> int:
    return change[0]


def changed(schedule: Schedule, lr: float, changes: tuple[RateChange, ...]) -> Schedule:
    """Return `schedule` with changes of the learning rate `lr`; itself if there are none."""
    return Changed(base=schedule, lr=lr, changes=changes) if changes else schedule


def parted(schedule: Schedule) -> tuple[Schedule, tuple[RateChange, ...]]:
    """Return what `changed` was given: a schedule, and changes of the learning rate."""
    if isinstance(schedule, Changed):
        return schedule.base, schedule.changes
    return schedule, ()
