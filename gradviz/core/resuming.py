"""Going on with a descent where another one had come to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gradviz.core.descent import Resumed
from gradviz.core.replay import Replay

if TYPE_CHECKING:
    from gradviz.core.rules import Rule
    from gradviz.core.trajectory import Trajectory


def resumed_at(trajectory: Trajectory, rule: Rule, step: int) -> Resumed:
    """Return where a run had come to after `step` steps; it may have gone further since."""
    states = Replay(trajectory, *rule).states(step)
    return Resumed(step, trajectory.point(step), states)


def same_until(rule: Rule, other: Rule, steps: int) -> int:
    """Return how many of the first `steps` updates two rules make alike, given like gradients.

    Rules that differ in more than the learning rates of their updates make none alike.
    """
    if rule == other:
        return steps
    if rule.clip != other.clip or not _alike(rule, other):
        return 0
    rates = zip(
        rule.schedule.rates(rule.optimizer.lr, range(steps)),
        other.schedule.rates(other.optimizer.lr, range(steps)),
        strict=True,
    )
    return next((k for k, (lr, another) in enumerate(rates) if lr != another), steps)


def _alike(rule: Rule, other: Rule) -> bool:
    """Tell whether two optimizers differ in their learning rate at most."""
    return replace(rule.optimizer, lr=1.0) == replace(other.optimizer, lr=1.0)
