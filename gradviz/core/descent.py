"""Gradient descent, one step after another."""

from __future__ import annotations

import math
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.differences import bind
from gradviz.core.trajectory import Step, Trajectory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gradviz.core.differences import GradientOfPoint, Method
    from gradviz.core.objective import ArrayObjective
    from gradviz.core.optimizers import Optimizer, State

    Point = tuple[float, ...]
    States = tuple[State, ...]
    Move = Callable[[Point, Point, States], tuple[Point, States]]

__all__ = ["Step", "Trajectory", "descend"]

_NOISE_BLOCK = 1024


def descend(  # noqa: PLR0913 - keyword arguments, one for each choice of an experiment
    objective: ArrayObjective,
    start: Sequence[float],
    optimizer: Optimizer,
    *,
    method: Method,
    h: float,
    steps: int,
    tolerance: float | None = None,
    noise: float = 0.0,
    seed: int = 0,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Step]:
    """Descend from `start`, yielding every point on the way.

    Parameters
    ----------
    objective : ArrayObjective
        The function.
    start : sequence of float, shape (n,)
        Where to begin. A component may also be a whole array, if the objective takes such.
    optimizer : Optimizer
        The update rule.
    method : Method
        How the gradient is computed.
    h : float
        Step size of the differences.
    steps : int
        How many updates to make: ``steps + 1`` points are yielded, the start first.
    tolerance : float, optional
        End at the first point where the Euclidean norm of the gradient is below this.
    noise : float, optional
        Standard deviation of normal noise added to each component of every gradient. It comes
        from ``numpy.random.Generator(PCG64(seed))``, coordinate by coordinate, step by step.
    seed : int, optional
        Seed of the noise.
    cancelled : callable, optional
        Asked at every step; once true, the descent ends after the point it has reached. The
        start is always yielded.

    Yields
    ------
    tuple of (x, value, gradient)
        The point, f there, and the gradient that the optimizer was given there (with noise).
        Where f is undefined or overflows, nan and inf are carried on to the last step.
    """
    value = objective.function
    gradient = _with_noise(bind(objective, method, h), noise, seed)
    stop_below = 0.0 if tolerance is None else tolerance
    x: tuple[float, ...] = tuple([c if np.ndim(c) else float(c) for c in start])
    states = tuple([optimizer.init() for _ in x])
    move = _MOVES.get(len(x), _move_any)(optimizer)
    for k in range(steps + 1):
        slope = gradient(x)
        yield x, value(*x), slope
        if k == steps or (stop_below and math.hypot(*slope) < stop_below):
            return
        if cancelled is not None and cancelled():
            return
        x, states = move(x, slope, states)


# --- one update of all coordinates ---------------------------------------------------------------
# Written out for one and two variables it takes a third of the time.


def _move_1(optimizer: Optimizer) -> Move:
    update = optimizer.update

    def move(x: Point, slope: Point, states: States) -> tuple[Point, States]:
        change, state = update(slope[0], states[0])
        return (x[0] + change,), (state,)

    return move


def _move_2(optimizer: Optimizer) -> Move:
    update = optimizer.update

    def move(x: Point, slope: Point, states: States) -> tuple[Point, States]:
        change0, state0 = update(slope[0], states[0])
        change1, state1 = update(slope[1], states[1])
        return (x[0] + change0, x[1] + change1), (state0, state1)

    return move


def _move_any(optimizer: Optimizer) -> Move:
    update = optimizer.update

    def move(x: Point, slope: Point, states: States) -> tuple[Point, States]:
        changes, following = zip(*map(update, slope, states), strict=True)
        return tuple(map(add, x, changes)), following

    return move


_MOVES = {1: _move_1, 2: _move_2}


# --- noise ---------------------------------------------------------------------------------------


def _with_noise(gradient: GradientOfPoint, noise: float, seed: int) -> GradientOfPoint:
    if not noise:
        return gradient
    draw = _normal_numbers(seed).__next__
    return lambda x: tuple([g + noise * draw() for g in gradient(x)])


def _normal_numbers(seed: int) -> Iterator[float]:
    """Yield standard normal numbers; how many are drawn at a time does not change them."""
    generator = np.random.Generator(np.random.PCG64(seed))
    while True:
        yield from generator.standard_normal(_NOISE_BLOCK).tolist()
