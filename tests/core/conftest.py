"""Objectives written by hand, so that these tests stand without the formula language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = float | np.ndarray


@dataclass
class Handmade:
    """An objective whose `f` and `slope` take floats as well as arrays."""

    f: Callable[..., Values]
    slope: Callable[..., tuple[Values, ...]]
    dimension: int

    def function(self, *x: float) -> float:
        with np.errstate(all="ignore"):
            return float(self.f(*map(np.float64, x)))

    def gradient_function(self, *x: float) -> tuple[float, ...]:
        with np.errstate(all="ignore"):
            return tuple(float(s) for s in self.slope(*map(np.float64, x)))

    def value_array(self, *x: Values) -> np.ndarray:
        with np.errstate(all="ignore"):
            return np.broadcast_to(self.f(*x), np.broadcast_shapes(*map(np.shape, x)))

    def gradient_array(self, *x: Values) -> tuple[np.ndarray, ...]:
        shape = np.broadcast_shapes(*map(np.shape, x))
        with np.errstate(all="ignore"):
            return tuple(np.broadcast_to(s, shape) for s in self.slope(*x))

    value_complex = value_array

    def quotient(self, *_: object) -> None:
        """Nothing is written out."""


def _rosenbrock_slope(a: Values, b: Values) -> tuple[Values, Values]:
    return -2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)


FUNCTIONS = {
    "bowl": (lambda a, b: a * a + b * b, lambda a, b: (2 * a, 2 * b), 2),
    "ellipse": (lambda a, b: a * a / 20 + b * b, lambda a, b: (a / 10, 2 * b), 2),
    "rosenbrock": (lambda a, b: (1 - a) ** 2 + 100 * (b - a * a) ** 2, _rosenbrock_slope, 2),
    "waves": (lambda a, b: np.sin(a) + np.sin(b), lambda a, b: (np.cos(a), np.cos(b)), 2),
    "saddle": (lambda a, b: a * a - b * b, lambda a, b: (2 * a, -2 * b), 2),
    "logarithm": (np.log, lambda a: (1 / a if np.ndim(a) or a > 0 else np.nan,), 1),
    "quartic": (lambda a: a * a * a * a, lambda a: (4 * a * a * a,), 1),
    "exponential": (np.exp, lambda a: (np.exp(a),), 1),
    "line": (lambda a: a + 0.0, lambda a: (1.0 + 0.0 * a,), 1),
    "corner": (abs, lambda a: (np.sign(a),), 1),
    "sphere": (
        lambda a, b, c: a * a + b * b + c * c,
        lambda a, b, c: (2 * a, 2 * b, 2 * c),
        3,
    ),
    "mixed": (
        lambda a, b, c: np.exp(a) * np.sin(b) + a * c * c * c,
        lambda a, b, c: (
            np.exp(a) * np.sin(b) + c * c * c,
            np.exp(a) * np.cos(b),
            3 * a * c * c,
        ),
        3,
    ),
}


@pytest.fixture
def objective() -> Callable[[str], Handmade]:
    """Return a function that gives one of the objectives above by its name."""
    return lambda name: Handmade(*FUNCTIONS[name])


@pytest.fixture
def handmade() -> type[Handmade]:
    """Return the class of objectives made of a function and its slope."""
    return Handmade
