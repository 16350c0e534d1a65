"""What travels between the threads: the newest request of each kind, and what came of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One request on its way to the worker.

    Attributes
    ----------
    kind : str
        Which job does it.
    generation : int
        Counts the requests of this kind; the highest is the only one whose outcome counts.
    request : object
        A frozen value holding everything the job needs.
    cancelled : threading.Event
        Set as soon as nobody waits for the outcome any more.
    """

    kind: str
    generation: int
    request: object
    cancelled: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True, eq=False)
class Delivery:
    """What a job returned, or with ``complete=False`` what it has so far."""

    kind: str
    generation: int
    value: object
    complete: bool


@dataclass(frozen=True, slots=True, eq=False)
class Failure:
    """What a job raised instead of returning."""

    kind: str
    generation: int
    error: Exception
    traceback: str
    complete: bool = True


Outcome = Delivery | Failure


class Inbox:
    """Holds at most one waiting task of each kind: a newer one takes the older one's place.

    Parameters
    ----------
    kinds : sequence of str
        Most urgent first; `take` hands them out in this order.
    """

    def __init__(self, kinds: Sequence[str]) -> None:
        self._kinds = tuple(kinds)
        self._lock = threading.Lock()
        self._waiting: dict[str, Task] = {}

    def put(self, task: Task) -> None:
        """Lay down a task in place of a waiting one of its kind."""
        with self._lock:
            self._waiting[task.kind] = task

    def take(self, *, before: str | None = None) -> Task | None:
        """Take out the most urgent task; with `before`, only one more urgent than that kind."""
        if not self._waiting:  # read without the lock: a put that is missed now is seen next time
            return None
        with self._lock:
            for kind in self._kinds:
                if kind == before:
                    return None
                if kind in self._waiting:
                    return self._waiting.pop(kind)
        return None

    def discard(self, kind: str) -> None:
        """Forget the waiting task of a kind, if there is one."""
        with self._lock:
            self._waiting.pop(kind, None)

    def clear(self) -> None:
        """Forget what waits."""
        with self._lock:
            self._waiting.clear()


class Outbox:
    """Holds at most one undelivered outcome of each kind, however slowly they are collected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._undelivered: dict[str, Outcome] = {}

    def put(self, outcome: Outcome) -> bool:
        """Lay down an outcome in place of an undelivered one; True if the box was empty."""
        with self._lock:
            was_empty = not self._undelivered
            self._undelivered[outcome.kind] = outcome
        return was_empty

    def collect(self) -> list[Outcome]:
        """Take out everything."""
        with self._lock:
            outcomes = list(self._undelivered.values())
            self._undelivered.clear()
        return outcomes
