"""One step of a run, worked out: every float in it is the very float of the descent."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gradviz.core.rate_changes import Changed
from gradviz.core.schedules import CONSTANT
from gradviz.core.working.equations import Equation, in_letter
from gradviz.core.working.limits import limit_equations
from gradviz.core.working.partials import Partial, Spelling, partials_of, same, spelling_of
from gradviz.core.working.rules import GRADIENT, Move, lines_of
from gradviz.core.working.stencils import SCHEMES, Scheme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.optimizers import State
    from gradviz.core.replay import Replay
    from gradviz.core.rules import Rule
    from gradviz.core.working.stencils import Differentiable

__all__ = ["Partial", "Spelling", "Update", "WorkedStep", "work"]

_PARTIAL = r"\frac{\partial f}{\partial x_{i}}"


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
    point, objective : str
        The letters of a point and of what is descended.
    """

    k: int
    method: Method
    h: float
    x: tuple[float, ...]
    value: float
    partials: tuple[Partial, ...]
    limits: tuple[Equation, ...]
    update: Update | None
    point: str = "x"
    objective: str = "f"

    @property
    def scheme(self) -> Scheme:
        """The difference scheme."""
        scheme = SCHEMES[self.method]
        labels = tuple(map(self.in_letters, scheme.labels))
        return replace(scheme, formula=self.in_letters(scheme.formula), labels=labels)

    def in_letters(self, latex: str) -> str:
        """Return LaTeX of f at a point x in the letters of this step."""
        return in_letter(latex, self.point, self.objective)

    @property
    def has_noise(self) -> bool:
        """Whether noise was added to the gradient."""
        return any(partial.noise is not None for partial in self.partials)


def work(
    objective: Differentiable,
    method: Method,
    h: float,
    replay: Replay,
    k: int,
    spelling: Spelling | None = None,
) -> WorkedStep:
    """Work out the step of a run from point `k`.

    Parameters
    ----------
    objective, method, h
        What was descended, and how the gradient was taken. Its coordinates are those that
        `replay` follows.
    replay : Replay
        The trajectory with the rule that led to it.
    k : int
        From which point.
    spelling : Spelling, optional
        How the coordinates are written, where they are not those of a formula.

    Raises
    ------
    IndexError
        If there is no such point.
    """
    trajectory, clip = replay.trajectory, replay.rule.clip
    used = replay.used_gradient(k)
    x, gradient = _row(trajectory.x, k, replay), _row(trajectory.gradient, k, replay)
    spelling = spelling or spelling_of(objective)
    partials = partials_of(objective, method, h, x, gradient, used, spelling)
    limits: tuple[Equation, ...] = ()
    if clip is not None and not all(map(same, gradient, used)):
        norm = math.hypot(*trajectory.gradient[k].tolist())
        limits = limit_equations(clip, gradient, used, [p.index for p in partials], norm)
    value = float(trajectory.value[k])
    update = _update(replay, partials, x, k, spelling) if k < trajectory.steps else None
    letters = spelling.point, spelling.objective
    return WorkedStep(k, method, h, x, value, partials, limits, update, *letters)


def _update(
    replay: Replay, partials: tuple[Partial, ...], x: tuple[float, ...], k: int, spelling: Spelling
) -> Update:
    rule, following = replay.rule, _row(replay.trajectory.x, k + 1, replay)
    lr, before = replay.learning_rate(k), replay.states(k)
    results = [rule.optimizer.update(p.used, s, lr) for p, s in zip(partials, before, strict=True)]
    change, after = (tuple(column) for column in zip(*results, strict=True))
    lines = lines_of(rule.optimizer, lr, after[0])
    moves = (
        Move(p.letter, p.index, x[i], p.used, following[i], before[i], after[i])
        for i, p in enumerate(partials)
    )
    rules = _spelt_out(lines.rules) if _is_plain(rule, partials) else lines.rules
    return Update(
        rules=tuple(in_letter(text, spelling.point, spelling.objective) for text in rules),
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
    schedule, first = rule.schedule, rule.optimizer.lr
    if isinstance(rule.schedule, Changed):
        schedule, first = rule.schedule.base, rule.schedule.rate(k)
    if schedule == CONSTANT:
        return Equation(r"\eta", "", (), lr)
    return Equation(r"\eta", r"#1 \cdot #2", (first, schedule.factor(k)), lr)


def _is_plain(rule: Rule, partials: tuple[Partial, ...]) -> bool:
    """Whether the optimizer is given the derivative itself and does nothing but follow it."""
    return not rule.optimizer.state_names and all(same(p.used, p.quotient) for p in partials)


def _spelt_out(rules: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rule.replace(GRADIENT, _PARTIAL) for rule in rules)


def _row(table: NDArray[np.float64], k: int, replay: Replay) -> tuple[float, ...]:
    """Return of one row the coordinates that are followed."""
    row = table[k] if replay.coordinates is None else table[k, replay.coordinates]
    return tuple(row.tolist())
