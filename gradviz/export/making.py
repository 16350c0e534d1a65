"""Pictures in the making: what takes long is asked for, and done wherever the asker likes."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, ParamSpec, TypeAlias, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

Cancelled: TypeAlias = "Callable[[], bool] | None"
Ask: TypeAlias = Callable[[Cancelled], Any]
"""A study that needs no Qt, to be called with what tells it to stop."""
Making: TypeAlias = Generator[Ask, Any, T]
"""Yields what has to be computed, is sent what came of it, and returns what is made."""


def finished(making: Making[T]) -> T:
    """Make it here and now."""
    answer: Any = None
    while True:
        try:
            ask = making.send(answer)
        except StopIteration as end:
            made: T = end.value
            return made
        answer = ask(None)


def at_once(make: Callable[P, T]) -> Callable[P, Making[T]]:
    """Return a making that asks for nothing."""

    def making(*args: P.args, **kwargs: P.kwargs) -> Making[T]:
        yield from ()
        return make(*args, **kwargs)

    return making
