"""Learning rates changed on the way: which one holds in which update."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.rate_edits import rate_at, with_rate_change, without_rate_change

TWO = Experiment(runs=(Run(optimizer=SGD(lr=0.1)), Run(optimizer=Adam(lr=0.01), name="b")))
STEPS = st.integers(0, 60)
RATES = st.floats(1e-6, 1e3)


def test_one_run_is_changed_and_the_other_is_not() -> None:
    changed = with_rate_change(TWO, 1, 1200, 0.001)
    assert changed.runs[1].lr_changes == ((1200, 0.001),)
    assert changed.runs[1].name == "b"
    assert changed.runs[0] == TWO.runs[0]


def test_a_second_change_at_the_same_step_replaces_the_first() -> None:
    once = with_rate_change(TWO, 0, 40, 0.2)
    assert with_rate_change(once, 0, 40, 0.3).runs[0].lr_changes == ((40, 0.3),)


def test_taking_a_change_back_brings_the_experiment_back() -> None:
    changed = with_rate_change(with_rate_change(TWO, 0, 40, 0.2), 0, 20, 0.4)
    back = without_rate_change(without_rate_change(changed, 0, 40), 0, 20)
    assert back == TWO
    assert without_rate_change(changed, 0, 41) == changed


def test_a_rate_that_is_none_is_refused() -> None:
    with pytest.raises(ExperimentError):
        with_rate_change(TWO, 0, 10, float("nan"))
    with pytest.raises(ExperimentError):
        with_rate_change(TWO, 0, -1, 0.1)


@settings(max_examples=60)
@given(st.lists(st.tuples(STEPS, RATES), max_size=8))
def test_the_rate_that_holds_is_that_of_the_last_change_made(
    changes: list[tuple[int, float]],
) -> None:
    experiment = TWO
    expected = dict.fromkeys(range(61), 0.1)
    for step, lr in changes:
        experiment = with_rate_change(experiment, 0, step, lr)
    for step, lr in sorted(dict(changes).items()):  # later ones of a step replace earlier ones
        expected.update(dict.fromkeys(range(step, 61), lr))
    run = experiment.runs[0]
    assert {step: rate_at(run, step) for step in range(61)} == expected


@settings(max_examples=30)
@given(st.integers(0, 12), st.floats(0.01, 0.4))
def test_a_descent_follows_the_rate_that_is_told(step: int, lr: float) -> None:
    # on x**2 an update multiplies x by 1 - 2 lr
    run = with_rate_change(TWO, 0, step, lr).runs[0]
    rule = run.rule
    rates = list(rule.schedule.rates(rule.optimizer.lr, range(13)))
    assert np.allclose(rates, [rate_at(run, k) for k in range(13)], rtol=1e-15)
