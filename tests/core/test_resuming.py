"""A descent that goes on where another had come to is that other one, to the last bit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.descent import descend
from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam
from gradviz.core.rate_changes import Changed, changed
from gradviz.core.replay import Replay
from gradviz.core.resuming import resumed_at, same_until
from gradviz.core.rules import Rule
from gradviz.core.schedules import CONSTANT, Exponential
from gradviz.core.trajectory import CHECKPOINT_EVERY, Trajectory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.core.descent import Resumed, Step

BOWL = FormulaObjective(parse("x0**2/20 + x1**2"))


def _descended(rule: Rule, steps: int, *, noise: float = 0.0) -> Trajectory:
    trajectory = Trajectory(2)
    trajectory.extend(_steps(rule, steps, trajectory, noise, None))
    return trajectory


def _steps(
    rule: Rule, steps: int, into: Trajectory, noise: float, at: Resumed | None
) -> Iterator[Step]:
    return descend(
        BOWL,
        (-7.0, 2.0),
        rule.optimizer,
        method=Method.CENTRAL,
        h=1e-4,
        steps=steps,
        schedule=rule.schedule,
        clip=rule.clip,
        noise=noise,
        seed=3,
        checkpoints=into.checkpoints,
        resumed=at,
    )


@pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS)
@pytest.mark.parametrize("noise", [0.0, 0.5])
@given(at=st.integers(0, 1300))
@settings(max_examples=8, deadline=None)
def test_going_on_changes_no_bit(kind: type, noise: float, at: int) -> None:
    rule = Rule(kind(), Exponential(gamma=0.999))
    whole = _descended(rule, 1300, noise=noise)
    part = whole.begun(at, 10)
    part.extend(_steps(rule, 1300, part, noise, resumed_at(whole, rule, at)))
    assert part.x.tobytes() == whole.x.tobytes()
    assert part.gradient.tobytes() == whole.gradient.tobytes()
    assert part.checkpoints == whole.checkpoints
    assert len(part.checkpoints) == 1300 // CHECKPOINT_EVERY + 1


def test_a_copy_grows_by_itself() -> None:
    whole = _descended(Rule(SGD(lr=0.1)), 20)
    copy = whole.begun(5, 6)
    copy.append((9.0, 9.0), 1.0, (0.0, 0.0))
    assert copy.steps == 6
    assert whole.x[6].tolist() != [9.0, 9.0]
    assert (copy.x[:6] == whole.x[:6]).all()


def test_a_changed_rate_holds_from_its_update_on() -> None:
    schedule = changed(CONSTANT, 0.1, ((3, 0.01), (5, 0.5)))
    assert isinstance(schedule, Changed)
    rates = [0.1, 0.1, 0.1, 0.01, 0.01, 0.5, 0.5]
    assert list(schedule.rates(0.1, range(7))) == rates
    assert list(schedule.rates(0.1, range(4, 7))) == rates[4:]
    assert list(schedule.rates(0.1, range(2, 2))) == []
    path = _descended(Rule(SGD(lr=0.1), schedule), 7)
    used = (path.x[:-1] - path.x[1:])[:, 0] / path.gradient[:-1, 0]
    assert used == pytest.approx(rates, rel=1e-9)
    replay = Replay(path, SGD(lr=0.1), schedule)
    assert [replay.learning_rate(k) for k in range(7)] == rates


def test_a_schedule_goes_on_under_a_changed_rate() -> None:
    base = Exponential(gamma=0.5)
    schedule = changed(base, 1.0, ((2, 8.0),))
    assert list(schedule.rates(1.0, range(4))) == [1.0, 0.5, 2.0, 1.0]
    assert schedule.factor(3) == 1.0
    assert changed(base, 1.0, ()) is base


def test_rules_are_alike_until_a_rate_differs() -> None:
    rule = Rule(Adam(lr=0.01))
    later = rule._replace(schedule=changed(CONSTANT, 0.01, ((40, 0.001),)))
    assert same_until(rule, rule, 100) == 100
    assert same_until(rule, later, 100) == 40
    assert same_until(rule, later, 30) == 30
    assert same_until(rule, Rule(Adam(lr=0.02)), 100) == 0
    assert same_until(rule, Rule(Adam(lr=0.01, beta1=0.5)), 100) == 0
    assert same_until(rule, Rule(SGD(lr=0.01)), 100) == 0
    moved = rule._replace(optimizer=replace(rule.optimizer, lr=0.02))
    same = moved._replace(schedule=changed(CONSTANT, 0.02, ((0, 0.01),)))
    assert same_until(rule, same, 100) == 100
    assert np.isnan(changed(CONSTANT, 0.0, ((1, 1.0),)).factor(0))
