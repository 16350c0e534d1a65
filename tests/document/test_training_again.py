"""A training goes on from what is known: after a pause, another rate, more epochs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.moment import moment_of
from gradviz.document.network_task import OWN, OwnTable, task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Training

MOONS = replace(task_of("moons"), epochs=8)
EXPERIMENT = Experiment(
    method=Method.EXACT, network=MOONS, runs=(Run(optimizer=Adam(lr=0.02)), Run(optimizer=SGD()))
)
WHOLE = train(EXPERIMENT)


def _after(asked: int) -> Callable[[], bool]:
    """Return a hook that cancels once it was asked so often."""
    left = iter(range(asked))
    return lambda: next(left, None) is None


def _same(one: Training, other: Training) -> bool:
    return all(
        a.trajectory.x.tobytes() == b.trajectory.x.tobytes()
        and a.trajectory.value.tobytes() == b.trajectory.value.tobytes()
        and a.epochs == b.epochs
        and a.verdict == b.verdict
        and len(a.trajectory.checkpoints) == len(b.trajectory.checkpoints)
        for a, b in zip(one.runs, other.runs, strict=True)
    )


@given(asked=st.integers(0, 90))
@settings(max_examples=10, deadline=None)
def test_a_pause_changes_no_bit(asked: int) -> None:
    part = train(EXPERIMENT, cancelled=_after(asked))
    assert len(part.runs) == 2
    assert _same(train(EXPERIMENT, previous=part), WHOLE)


def test_an_h_that_is_not_used_trains_nothing_anew() -> None:
    other = replace(EXPERIMENT, h=1e-6)
    again = train(other, previous=WHOLE, cancelled=lambda: True)
    assert again.complete
    assert again.experiment == other
    assert _same(again, WHOLE)
    numeric = replace(
        EXPERIMENT, method=Method.CENTRAL, network=replace(task_of("simplenet"), epochs=4)
    )
    known = train(numeric)
    smaller = replace(numeric, h=1e-6)
    assert not _same(train(smaller, previous=known), known)
    assert _same(train(smaller, previous=known), train(smaller))


@pytest.mark.parametrize("asked", [0, 5, 20])
def test_a_pause_within_a_difference_quotient_changes_no_bit(asked: int) -> None:
    simple = replace(task_of("simplenet"), epochs=4)
    numeric = replace(EXPERIMENT, method=Method.CENTRAL, network=simple)
    part = train(numeric, cancelled=_after(asked))
    assert not part.complete
    assert _same(train(numeric, previous=part), train(numeric))


@pytest.mark.parametrize("epochs", [0, 1])
def test_a_gradient_broken_off_at_the_last_point_is_no_end(epochs: int) -> None:
    task = replace(task_of("simplenet"), epochs=epochs)
    experiment = Experiment(method=Method.CENTRAL, network=task, runs=(Run(optimizer=SGD()),))
    whole = train(experiment)
    for asked in range(6 * (epochs + 1)):
        part = train(experiment, cancelled=_after(asked))
        assert not part.complete
        again = train(experiment, previous=part)
        assert again.complete
        assert _same(again, whole)
        gradients = [training.runs[0].trajectory.gradient for training in (again, whole)]
        assert gradients[0].tobytes() == gradients[1].tobytes()


def test_a_rate_changed_on_the_way_keeps_what_was_before() -> None:
    adam = replace(EXPERIMENT.runs[0], lr_changes=((17, 0.001),))
    other = replace(EXPERIMENT, runs=(adam, EXPERIMENT.runs[1]))
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    again = train(other, previous=WHOLE, cancelled=count)
    assert _same(again, train(other))
    before, after = WHOLE.runs[0].trajectory, again.runs[0].trajectory
    assert (before.x[:18] == after.x[:18]).all()
    assert (before.x[18] != after.x[18]).any()
    assert after.steps - 17 <= asked <= after.steps - 17 + 3, "only what is new is computed"


def test_more_epochs_and_fewer_go_on_from_what_is_known() -> None:
    for epochs in (3, 12):
        other = replace(EXPERIMENT, network=replace(MOONS, epochs=epochs))
        assert _same(train(other, previous=WHOLE), train(other))


def test_another_seed_begins_anew() -> None:
    other = replace(EXPERIMENT, seed=5)
    assert _same(train(other, previous=WHOLE), train(other))


def test_a_run_that_stopped_goes_on_only_where_it_may() -> None:
    stopping = replace(EXPERIMENT, tolerance=1e3)
    stopped = train(stopping)
    assert stopped.complete
    assert stopped.runs[0].trajectory.steps == 0
    more = replace(stopping, network=replace(MOONS, epochs=20))
    assert _same(train(more, previous=stopped), train(more))


def test_a_moment_knows_its_batch() -> None:
    moment = moment_of(WHOLE, 0, 9)
    batch = moment.batch()
    assert moment.network.value(moment.weights, batch.inputs, batch.targets) == moment.loss
    gradient = moment.network.gradient(moment.weights, batch.inputs, batch.targets)
    assert (gradient == moment.gradient).all()
    again = moment_of(train(EXPERIMENT), 0, 9)
    assert moment == again
    assert hash(moment) == hash(again)
    assert moment != moment_of(WHOLE, 1, 9)
    assert moment_of(WHOLE, 0, 10**9).step == WHOLE.runs[0].trajectory.steps
    assert moment_of(WHOLE, 0, -4).step == 0


def test_own_data_are_read_from_the_experiment() -> None:
    rows = "\n".join(f"{i},{i % 3},{'ab'[i % 2]}" for i in range(20))
    table = OwnTable("mine.csv", f"p,q,kind\n{rows}\n")
    task = replace(MOONS, problem=OWN, table=table, batch=5, test_share=0.2, is_standardised=True)
    training = train(replace(EXPERIMENT, network=task))
    assert training.train.count == 16
    assert training.train.classes == ("a", "b")
    assert training.train.inputs.mean(axis=0) == pytest.approx([0.0, 0.0], abs=1e-12)


def test_weights_can_be_given_by_hand() -> None:
    weights = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
    task = replace(task_of("simplenet"), weights=weights, epochs=0)
    (run, _) = train(replace(EXPERIMENT, network=task)).runs
    assert run.trajectory.x[0].tolist() == list(weights)
    with pytest.raises(ExperimentError) as caught:
        replace(task, weights=weights[:5])
    assert caught.value.field == "network.weights"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"test_share": 0.95}, "network.test_share"),
        ({"noise": -1.0}, "network.noise"),
        ({"count": 5}, "network.count"),
        ({"problem": OWN}, "network.table"),
        ({"is_standardised": 1}, "network.is_standardised"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], field: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        replace(MOONS, **changes)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_rate_is_changed_once_at_a_step() -> None:
    with pytest.raises(ExperimentError):
        Run(optimizer=SGD(), lr_changes=((3, 0.1), (3, 0.2)))
    assert Run(optimizer=SGD(), lr_changes=((5, 0.1), (3, 0.2))).lr_changes == ((3, 0.2), (5, 0.1))
