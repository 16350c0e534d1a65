"""One step of a run, worked out: every float in it is the very float of the descent."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gradviz.core.differences import Method
from gradviz.core.formula.lettering import name_latex
from gradviz.core.objective import FormulaObjective
from gradviz.core.schedules import CONSTANT
from gradviz.core.working.equations import Equation
from gradviz.core.working.limits import limit_equations
from gradviz.core.working.rules import GRADIENT, Move, lines_of
from gradviz.core.working.stencils import SCHEMES, Scheme, stencil

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.formula import Formula
    from gradviz.core.objective import ArrayObjective
    from gradviz.core.optimizers import State
    from gradviz.core.replay import Replay
    from gradviz.core.rules import Rule

__all__ = ["Partial", "Update", "WorkedStep", "work"]

_PARTIAL = r"\frac{\partial f}{\partial x_{i}}"


@dataclass(frozen=True, slots=True)
class Partial:
    """The partial derivative along one coordinate.

    Attributes
    ----------
    letter : str
        LaTeX of the coordinate.
    derivative : str
        LaTeX of the exact partial derivative; empty for a difference scheme, or where f is not
        given by a formula.
    values : tuple of float
        What f gave, in the order of `Scheme.labels`.
    quotient : float
        What the scheme makes of it.
    noise : float or None
        By how much the gradient of the descent differs from that; None for not at all.
    gradient : float
        The gradient of the descent, before clipping.
    used : float
        What the optimizer gets: after clipping.
    lost : bool
        Whether h is too small to change this coordinate, so that the quotient says nothing.
    """

    letter: str
    derivative: str
    values: tuple[float, ...]
    quotient: float
    noise: float | None
    gradient: float
    used: float
    lost: bool

    @property
    def index(self) -> str:
        """What tells the states of the coordinate apart: ``0`` of ``x_{0}``, or its letter."""
        stem, _, index = self.letter.partition("_{")
        return index.removesuffix("}") if index and stem == "x" else self.letter


@dataclass(frozen=True, slots=True)
class Update:
    """What the optimizer made of the gradient.

    Attributes
    ----------
    rules : tuple of str
        LaTeX of the rule, for coordinate i.
    constants : tuple of Equation
        The learning rate and the hyperparameters in the rule.
    shared : tuple of Equation
        Values of this step that all coordinates share.
    equations : tuple of n tuples of Equation
        The lines of each coordinate; one of them is the new coordinate.
    learning_rate : float
        That of this step.
    before, after : tuple of n State
        The optimizer's states.
    change : tuple of n floats
        What the optimizer adds to each coordinate.
    following : tuple of n floats
        The next point.
    """

    rules: tuple[str, ...]
    constants: tuple[Equation, ...]
    shared: tuple[Equation, ...]
    equations: tuple[tuple[Equation, ...], ...]
    learning_rate: float
    before: tuple[State, ...]
    after: tuple[State, ...]
    change: tuple[float, ...]
    following: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class WorkedStep:
    """The step from point `k` of a run to the next.

    Attributes
    ----------
    k : int
        Which point.
    method : Method
        How the gradient was taken.
    h : float
        Step size of the differences.
    x : tuple of n floats
        The point.
    value : float
        f there.
    partials : tuple of n Partial
        The gradient, coordinate by coordinate.
    limits : tuple of Equation
        How clipping changed the gradient; empty where it did not.
    update : Update or None
        The way to the next point; None at the last point of the run.
    """

    k: int
    method: Method
    h: float
    x: tuple[float, ...]
    value: float
    partials: tuple[Partial, ...]
    limits: tuple[Equation, ...]
    update: Update | None

    @property
    def scheme(self) -> Scheme:
        """The difference scheme."""
        return SCHEMES[self.method]

    @property
    def has_noise(self) -> bool:
        """Whether noise was added to the gradient."""
        return any(partial.noise is not None for partial in self.partials)


def work(objective: ArrayObjective, method: Method, h: float, replay: Replay, k: int) -> WorkedStep:
    """Work out the step of a run from point `k`.

    Parameters
    ----------
    objective, method, h
        What was descended, and how the gradient was taken.
    replay : Replay
        The trajectory with the rule that led to it.
    k : int
        From which point.

    Raises
    ------
    IndexError
        If there is no such point.
    """
    trajectory, clip = replay.trajectory, replay.rule.clip
    used = replay.used_gradient(k)
    x, gradient = _row(trajectory.x, k), _row(trajectory.gradient, k)
    partials = _partials(objective, method, h, x, gradient, used)
    limits: tuple[Equation, ...] = ()
    if clip is not None and not all(map(_same, gradient, used)):
        limits = limit_equations(clip, gradient, used, [p.index for p in partials])
    value = float(trajectory.value[k])
    update = _update(replay, partials, x, k) if k < trajectory.steps else None
    return WorkedStep(k, method, h, x, value, partials, limits, update)


# --- the gradient --------------------------------------------------------------------------------


def _partials(
    objective: ArrayObjective,
    method: Method,
    h: float,
    x: tuple[float, ...],
    gradient: tuple[float, ...],
    used: tuple[float, ...],
) -> tuple[Partial, ...]:
    taken = stencil(objective, method, h, x)
    letters, derivatives = _in_letters(objective, method)
    return tuple(
        Partial(
            letters[i],
            derivatives[i],
            taken.values[i],
            taken.quotients[i],
            _noise(taken.quotients[i], gradient[i]),
            gradient[i],
            used[i],
            _is_lost(method, x[i], h),
        )
        for i in range(len(x))
    )


def _same(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))


def _noise(quotient: float, gradient: float) -> float | None:
    return None if _same(quotient, gradient) else gradient - quotient


def _is_lost(method: Method, x: float, h: float) -> bool:
    if method in (Method.EXACT, Method.COMPLEX_STEP) or not math.isfinite(x):
        return False
    return x + h == x == x - h


def _in_letters(
    objective: ArrayObjective, method: Method
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the LaTeX of each coordinate, and of the derivative along it where that is used."""
    none = ("",) * objective.dimension
    if not isinstance(objective, FormulaObjective):
        return tuple(f"x_{{{i}}}" for i in range(objective.dimension)), none
    formula = objective.formula
    return _letters_of(formula), _derivatives_of(formula) if method is Method.EXACT else none


@lru_cache(maxsize=4)
def _letters_of(formula: Formula) -> tuple[str, ...]:
    return tuple(name_latex(name) for name in formula.variables)


@lru_cache(maxsize=4)
def _derivatives_of(formula: Formula) -> tuple[str, ...]:
    return formula.gradient_latex()


# --- the update ----------------------------------------------------------------------------------


def _update(replay: Replay, partials: tuple[Partial, ...], x: tuple[float, ...], k: int) -> Update:
    rule, following = replay.rule, _row(replay.trajectory.x, k + 1)
    lr, before = replay.learning_rate(k), replay.states(k)
    results = [rule.optimizer.update(p.used, s, lr) for p, s in zip(partials, before, strict=True)]
    change, after = (tuple(column) for column in zip(*results, strict=True))
    lines = lines_of(rule.optimizer, lr, after[0])
    moves = (
        Move(p.letter, p.index, x[i], p.used, following[i], before[i], after[i])
        for i, p in enumerate(partials)
    )
    return Update(
        rules=_spelt_out(lines.rules) if _is_plain(rule, partials) else lines.rules,
        constants=(_learning_rate(rule, lr, k), *lines.constants),
        shared=lines.shared,
        equations=tuple(lines.of(move) for move in moves),
        learning_rate=lr,
        before=before,
        after=after,
        change=change,
        following=following,
    )


def _learning_rate(rule: Rule, lr: float, k: int) -> Equation:
    if rule.schedule == CONSTANT:
        return Equation(r"\eta", "", (), lr)
    return Equation(r"\eta", r"#1 \cdot #2", (rule.optimizer.lr, rule.schedule.factor(k)), lr)


def _is_plain(rule: Rule, partials: tuple[Partial, ...]) -> bool:
    """Whether the optimizer is given the derivative itself and does nothing but follow it."""
    return not rule.optimizer.state_names and all(_same(p.used, p.quotient) for p in partials)


def _spelt_out(rules: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule.replace(GRADIENT, _PARTIAL) for rule in rules)


def _row(table: NDArray[np.float64], k: int) -> tuple[float, ...]:
    return tuple(table[k].tolist())
