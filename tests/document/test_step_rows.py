"""A run as rows: against the trajectory, a textbook's momentum and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.core.clipping import Clipping
from gradviz.core.objective import Evaluations
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.core.schedules import Cosine
from gradviz.core.trajectory import Trajectory
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.results import RunResult
from gradviz.document.step_rows import Quantity, StepRows


def rows_of(run: Run, **changes: object) -> StepRows:
    results = evaluate(Experiment(runs=(run,), **changes))
    return StepRows(results.runs[0], results.formula.variables)


def names(rows: StepRows) -> list[str]:
    return [column.name for column in rows.columns]


def test_columns_follow_the_rule_of_the_run() -> None:
    plain = ["k", "x0", "x1", "f", "df/dx0", "df/dx1", "|grad f|", "step length"]
    assert names(rows_of(Run(optimizer=SGD()))) == plain
    assert names(rows_of(Run(optimizer=Momentum()))) == [*plain, "velocity x0", "velocity x1"]
    adam = names(rows_of(Run(optimizer=Adam())))
    assert adam == [*plain, "mean x0", "mean x1", "squares x0", "squares x1"]  # its count is k
    both = Run(optimizer=SGD(), schedule=Cosine(over=50), clip=Clipping(limit=1.0))
    assert names(rows_of(both)) == [*plain, "clipped df/dx0", "clipped df/dx1", "lr"]


def test_rows_hold_what_the_run_went_through() -> None:
    rows = rows_of(Run(optimizer=SGD(lr=0.1)), steps=10)
    block = rows.block(0, len(rows))
    assert block.shape == (11, 8)
    k = np.arange(11)
    assert block[:, 0].tolist() == k.tolist()
    x = np.array([-3.0, 4.0]) * 0.8 ** k[:, None]  # x0**2 + x1**2: each step keeps 1 - 2 lr
    assert block[:, 1:3] == pytest.approx(x, rel=1e-6)
    assert block[:, 3] == pytest.approx(25 * 0.64**k, rel=1e-6)
    assert block[:, 6] == pytest.approx(10 * 0.8**k, rel=1e-6)
    assert block[:-1, 7] == pytest.approx(0.8 ** k[:-1], rel=1e-6)
    assert math.isnan(block[-1, 7])
    assert [rows.is_known(row, 7) for row in (0, 9, 10)] == [True, True, False]
    assert rows.is_known(10, 6)


def test_states_are_those_of_the_book() -> None:
    rows = rows_of(Run(optimizer=Momentum(lr=0.05, momentum=0.9)), steps=700, start=(2.0,) * 2)
    block = rows.block(0, len(rows))
    velocity = [0.0]
    for gradient in block[:-1, 4].tolist():
        velocity.append(0.9 * velocity[-1] - 0.05 * gradient)
    assert block[:, 8].tolist() == velocity
    assert rows.block(600, 640)[:, 8].tolist() == velocity[600:640]


def test_a_schedule_and_clipping_are_those_of_the_update_ahead() -> None:
    run = Run(optimizer=SGD(lr=0.5), schedule=Cosine(over=4), clip=Clipping(limit=1.0))
    rows = rows_of(run, steps=4)
    block = rows.block(0, 5)
    rate = names(rows).index("lr")
    cosine = [0.5 * (1 + math.cos(math.pi * k / 4)) / 2 for k in range(4)]
    assert block[:4, rate] == pytest.approx(cosine)
    assert not rows.is_known(4, rate)
    assert np.hypot(block[0, rate - 2], block[0, rate - 1]) == pytest.approx(1.0)
    moved = block[0, 1] - block[0, rate] * block[0, rate - 2]
    assert block[1, 1] == moved


@pytest.mark.parametrize("steps", [0, 1])
def test_the_shortest_runs_have_rows(steps: int) -> None:
    rows = rows_of(Run(optimizer=Adam()), steps=steps, formula="x**2", start=(1.0,))
    assert len(rows) == steps + 1
    assert rows.block(0, steps + 1).shape == (steps + 1, 8)
    assert not rows.is_known(steps, 5)


def test_numbers_that_are_none_raise_no_warning() -> None:
    path = Trajectory(2)
    for x in ((1e300, -1e300), (math.inf, math.nan), (-math.inf, 0.0)):
        path.append(x, math.inf, (math.nan, -math.inf))
    result = RunResult(Run(optimizer=Momentum(lr=1e300)), path, None, Evaluations(0, 0), True)
    rows = StepRows(result, ("x0", "x1"))
    block = rows.block(0, 3)
    assert block.shape == (3, 10)
    assert [c.quantity for c in rows.columns][:2] == [Quantity.STEP, Quantity.COORDINATE]
    assert math.isnan(block[0, 7])
