"""Gradient descent, one step after another."""

from __future__ import annotations

import math
from itertools import islice, repeat
from operator import add
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.differences import bind
from gradviz.core.norms import norms
from gradviz.core.schedules import CONSTANT
from gradviz.core.trajectory import CHECKPOINT_EVERY, Step, Trajectory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gradviz.core.clipping import Clipping
    from gradviz.core.differences import Gradient, Method
    from gradviz.core.objective import Descendable
    from gradviz.core.optimizers import Optimizer, State
    from gradviz.core.schedules import Schedule
    from gradviz.core.trajectory import States

    Function = Callable[..., float]
    Update = Callable[[float, State, float], tuple[float, State]]
    Advance = Callable[[Step, States, float], tuple[Step, States]]

__all__ = ["Step", "Trajectory", "descend"]

_NOISE_BLOCK = 1024


def descend(  # noqa: PLR0913 - keyword arguments, one for each choice of an experiment
    objective: Descendable,
    start: Sequence[Any],
    optimizer: Optimizer,
    *,
    method: Method,
    h: float,
    steps: int,
    schedule: Schedule = CONSTANT,
    clip: Clipping | None = None,
    tolerance: float | None = None,
    noise: float = 0.0,
    seed: int = 0,
    checkpoints: list[States] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Step]:
    """Descend from `start`, yielding every point on the way.

    Parameters
    ----------
    objective : Descendable
        The function.
    start : sequence of float, shape (n,)
        Where to begin. A component may also be a whole array, if the objective takes such: the
        weights of a network are one.
    optimizer : Optimizer
        The update rule.
    method : Method
        How the gradient is computed.
    h : float
        Step size of the differences.
    steps : int
        How many updates to make: ``steps + 1`` points are yielded, the start first.
    schedule : Schedule, optional
        By what the optimizer's learning rate is multiplied in each update.
    clip : Clipping, optional
        What the gradient is limited to, noise included, before the optimizer gets it.
    tolerance : float, optional
        End at the first point where the Euclidean norm of the gradient is below this.
    noise : float, optional
        Standard deviation of normal noise added to each component of every gradient. It comes
        from ``numpy.random.Generator(PCG64(seed))``, coordinate by coordinate, step by step.
    seed : int, optional
        Seed of the noise.
    checkpoints : list of tuple of State, optional
        Given the states of the optimizer, one for each coordinate, before the updates 0,
        `CHECKPOINT_EVERY`, 2 * `CHECKPOINT_EVERY`, ...; that of a `Trajectory` makes it one that
        `gradviz.core.replay` can follow.
    cancelled : callable, optional
        Asked at every step; once true, the descent ends after the point it has reached. The
        start is always yielded.

    Yields
    ------
    tuple of (x, value, gradient)
        The point, f there, and the gradient there as the method gives it, with noise, before it
        is clipped. Where f is undefined or overflows, nan and inf are carried on to the last step.
    """
    value = objective.function
    gradient = _with_noise(bind(objective, method, h), noise, seed)
    advance = _ADVANCES.get(len(start), _advance_any)(value, gradient, optimizer.update)
    if clip is not None:
        advance = _with_clipping(advance, clip)
    rates = schedule.rates(optimizer.lr, range(steps))
    stop_below = 0.0 if tolerance is None else tolerance
    x: tuple[float, ...] = tuple([c if np.ndim(c) else float(c) for c in start])
    states = tuple([optimizer.init() for _ in x])
    point = x, value(*x), gradient(*x)
    yield point
    for _ in range(0, steps, CHECKPOINT_EVERY):
        if checkpoints is not None:
            checkpoints.append(states)
        for lr in islice(rates, CHECKPOINT_EVERY):
            if stop_below and _length(point[2]) < stop_below:
                return
            if cancelled is not None and cancelled():
                return
            point, states = advance(point, states, lr)
            yield point


# --- one step ------------------------------------------------------------------------------------
# Written out for one and two variables it takes half the time. Nothing is added in place: a
# component may be an array, and points that were yielded do not change.


def _advance_1(value: Function, gradient: Gradient, update: Update) -> Advance:
    def advance(point: Step, states: States, lr: float) -> tuple[Step, States]:
        (x0,), _, (slope0,) = point
        change0, state0 = update(slope0, states[0], lr)
        x0 = x0 + change0
        return ((x0,), value(x0), gradient(x0)), (state0,)

    return advance


def _advance_2(value: Function, gradient: Gradient, update: Update) -> Advance:
    def advance(point: Step, states: States, lr: float) -> tuple[Step, States]:
        (x0, x1), _, (slope0, slope1) = point
        state0, state1 = states
        change0, state0 = update(slope0, state0, lr)
        change1, state1 = update(slope1, state1, lr)
        x0 = x0 + change0
        x1 = x1 + change1
        return ((x0, x1), value(x0, x1), gradient(x0, x1)), (state0, state1)

    return advance


def _advance_any(value: Function, gradient: Gradient, update: Update) -> Advance:
    def advance(point: Step, states: States, lr: float) -> tuple[Step, States]:
        x, _, slope = point
        # as many slopes as states and changes as coordinates; to be `strict` about it takes time
        changes, following = zip(*map(update, slope, states, repeat(lr)))  # noqa: B905
        x = tuple(map(add, x, changes))
        return (x, value(*x), gradient(*x)), following

    return advance


def _with_clipping(advance: Advance, clip: Clipping) -> Advance:
    def clipped(point: Step, states: States, lr: float) -> tuple[Step, States]:
        x, value, slope = point
        return advance((x, value, clip.applied(slope)), states, lr)

    return clipped


_ADVANCES = {1: _advance_1, 2: _advance_2}


def _length(gradient: tuple[Any, ...]) -> float:
    if np.ndim(gradient[0]):
        return float(norms(np.concatenate(gradient)[None])[0])
    return math.hypot(*gradient)


# --- noise ---------------------------------------------------------------------------------------


def _with_noise(gradient: Gradient, noise: float, seed: int) -> Gradient:
    if not noise:
        return gradient
    numbers = _normal_numbers(seed)

    def draw(slope: Any) -> Any:  # noqa: ANN401 - a float, or an array for an array
        if np.ndim(slope):
            return np.fromiter(islice(numbers, len(slope)), np.float64, len(slope))
        return next(numbers)

    return lambda *x: tuple([g + noise * draw(g) for g in gradient(*x)])


def _normal_numbers(seed: int) -> Iterator[float]:
    """Yield standard normal numbers; how many are drawn at a time does not change them."""
    generator = np.random.Generator(np.random.PCG64(seed))
    while True:
        yield from generator.standard_normal(_NOISE_BLOCK).tolist()
