"""Gradient descent, one step after another."""

from __future__ import annotations

import math
from dataclasses import dataclass
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

__all__ = ["Resumed", "Step", "Trajectory", "descend"]

_NOISE_BLOCK = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Resumed:
    """Where a descent had come to.

    Attributes
    ----------
    step : int
        Updates made.
    point : tuple of (x, value, gradient)
        The point it had reached, as it was yielded.
    states : tuple of State
        Those of the optimizer there, one for each coordinate.
    """

    step: int
    point: Step
    states: States


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
    resumed: Resumed | None = None,
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
    resumed : Resumed, optional
        Where another descent had come to: this one goes on from there as that one would have, to
        the last bit, and yields what comes after. `checkpoints` are then those until there.
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
    drawn = 0 if resumed is None else (resumed.step + 1) * _size(resumed.point[0])
    gradient = _with_noise(bind(objective, method, h), noise, seed, drawn)
    advance = _ADVANCES.get(len(start), _advance_any)(value, gradient, optimizer.update)
    if clip is not None:
        advance = _with_clipping(advance, clip)
    stop_below = 0.0 if tolerance is None else tolerance
    if resumed is None:
        x: tuple[float, ...] = tuple([c if np.ndim(c) else float(c) for c in start])
        states = tuple([optimizer.init() for _ in x])
        point = x, value(*x), gradient(*x)
        yield point
        done = 0
    else:
        done, point, states = resumed.step, resumed.point, resumed.states
    rates = schedule.rates(optimizer.lr, range(done, steps))
    for block in _blocks(done, steps):
        if checkpoints is not None and len(checkpoints) * CHECKPOINT_EVERY == block.start:
            checkpoints.append(states)
        for lr in islice(rates, len(block)):
            if stop_below and _length(point[2]) < stop_below:
                return
            if cancelled is not None and cancelled():
                return
            point, states = advance(point, states, lr)
            yield point


def _blocks(done: int, steps: int) -> Iterator[range]:
    """Yield the updates to make, parted where checkpoints are taken."""
    while done < steps:
        end = min((done // CHECKPOINT_EVERY + 1) * CHECKPOINT_EVERY, steps)
        yield range(done, end)
        done = end


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


def _size(x: tuple[Any, ...]) -> int:
    return sum(int(np.size(component)) for component in x)


def _with_noise(gradient: Gradient, noise: float, seed: int, drawn: int) -> Gradient:
    """Return `gradient` with noise, of which `drawn` numbers were used up before."""
    if not noise:
        return gradient
    numbers = islice(_normal_numbers(seed), drawn, None)

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
