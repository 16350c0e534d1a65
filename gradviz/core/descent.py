"""Gradient descent, one step after another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.differences import bind
from gradviz.core.trajectory import Step, Trajectory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gradviz.core.differences import GradientOfPoint, Method
    from gradviz.core.objective import ArrayObjective
    from gradviz.core.optimizers import Optimizer

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
        Where to begin.
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
    value, update = objective.function, optimizer.update
    gradient = _with_noise(bind(objective, method, h), noise, seed)
    stop_below = 0.0 if tolerance is None else tolerance
    x = tuple(map(float, start))
    states = [optimizer.init()] * len(x)
    for k in range(steps + 1):
        slope = gradient(x)
        yield x, value(*x), slope
        if k == steps or (stop_below and math.hypot(*slope) < stop_below):
            return
        if cancelled is not None and cancelled():
            return
        moves = [update(g, state) for g, state in zip(slope, states, strict=True)]
        x = tuple([c + move[0] for c, move in zip(x, moves, strict=True)])
        states = [move[1] for move in moves]


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
