"""Networks are trained by the experiment's runs, told in epochs; seeds decide every bit."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.network.data import Data
from gradviz.core.network.fitting import FitError
from gradviz.core.network.metrics import quality
from gradviz.core.network.problems import problem_named
from gradviz.core.objective import Evaluations
from gradviz.core.optimizers import SGD, Adam
from gradviz.core.verdict import VerdictKind
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.network_task import KEYS, NetworkTask, task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.document.results import Training

ADAM = Experiment(method=Method.EXACT, runs=(Run(optimizer=Adam(lr=0.01)),), seed=1)
SPIRAL = replace(task_of("spiral"), epochs=6)


def _trained(
    experiment: Experiment,
    task: NetworkTask,
    **hooks: Any,  # noqa: ANN401 - those of train
) -> Training:
    return train(replace(experiment, network=task), **hooks)


def _bits(training: Training) -> list[bytes]:
    return [run.trajectory.x.tobytes() for run in training.runs]


def test_epochs_are_told_with_their_steps() -> None:
    training = train(replace(ADAM, network=SPIRAL))
    (run,) = training.runs
    assert training.complete
    assert training.progress == 1.0
    assert [epoch.number for epoch in run.epochs] == list(range(7))
    a_pass = math.ceil(training.train.count / 32)
    assert [epoch.step for epoch in run.epochs] == [a_pass * n for n in range(7)]
    assert run.trajectory.steps == 6 * a_pass
    assert run.evaluations == Evaluations(gradient=6 * a_pass)
    last = quality(SPIRAL.network, run.trajectory.x[-1], training.test)
    assert run.epochs[-1].test == last
    assert run.epochs[-1].train.loss < run.epochs[0].train.loss


def test_the_same_seed_gives_the_same_bits_and_another_one_others() -> None:
    first, again = train(replace(ADAM, network=SPIRAL)), train(replace(ADAM, network=SPIRAL))
    assert _bits(first) == _bits(again)
    assert _bits(first) != _bits(_trained(replace(ADAM, seed=2), SPIRAL))


def test_all_runs_begin_alike_and_see_the_same_batches() -> None:
    runs = (Run(optimizer=SGD(lr=0.1)), Run(optimizer=SGD(lr=0.1)), Run(optimizer=Adam(lr=0.01)))
    first, second, third = _trained(replace(ADAM, runs=runs), SPIRAL).runs
    assert first.trajectory.x.tobytes() == second.trajectory.x.tobytes()
    assert (third.trajectory.x[0] == first.trajectory.x[0]).all()


def test_the_simple_net_steps_as_the_book_has_it() -> None:
    experiment = replace(ADAM, runs=(Run(optimizer=SGD(lr=0.1)),))
    (run,) = _trained(experiment, replace(task_of("simplenet"), epochs=1)).runs
    path = run.trajectory
    printed = [0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514]
    assert path.gradient[0] == pytest.approx(printed, abs=5e-9)
    assert path.x[1] == pytest.approx(path.x[0] - 0.1 * path.gradient[0], abs=1e-16)
    assert math.isnan(run.epochs[-1].test.loss)


def test_differences_lead_where_backpropagation_does_and_cost_what_they_cost() -> None:
    task = replace(task_of("simplenet"), epochs=3)
    central = replace(ADAM, method=Method.CENTRAL, h=1e-5)
    (exact,), (numeric,) = _trained(ADAM, task).runs, _trained(central, task).runs
    assert numeric.trajectory.x[-1] == pytest.approx(exact.trajectory.x[-1], abs=1e-7)
    assert numeric.evaluations == Evaluations(value=3 * 2 * 6)


def test_digits_are_learned() -> None:
    problem = problem_named("digits")
    experiment = replace(ADAM, runs=(Run(optimizer=problem.optimizer),))
    (run,) = _trained(experiment, replace(task_of("digits"), epochs=12)).runs
    assert run.epochs[-1].test.accuracy > 0.95


def test_a_cancelled_training_keeps_its_epochs() -> None:
    asked = iter(range(10**9))
    training = train(replace(ADAM, network=SPIRAL), cancelled=lambda: next(asked) > 20)
    (run,) = training.runs
    assert not training.complete
    assert run.verdict is not None
    assert run.verdict.kind is VerdictKind.CANCELLED
    assert 0 < run.trajectory.steps < 30
    assert len(run.epochs) == 1 + run.trajectory.steps // 8


def test_parts_are_told_on_the_way() -> None:
    parts: list[Training] = []
    whole = _trained(ADAM, replace(SPIRAL, epochs=400), on_progress=parts.append)
    assert parts
    assert [part.progress for part in parts] == sorted(part.progress for part in parts)
    assert all(not part.complete and part.progress < 1.0 for part in parts)
    steps = parts[0].runs[0].trajectory.steps
    assert (parts[0].runs[0].trajectory.x == whole.runs[0].trajectory.x[: steps + 1]).all()


@pytest.mark.parametrize("key", KEYS)
def test_every_problem_is_offered_so_that_it_trains(key: str) -> None:
    problem = problem_named(key)
    experiment = replace(ADAM, runs=(Run(optimizer=problem.optimizer),))
    (run,) = _trained(experiment, replace(task_of(key), epochs=2)).runs
    assert np.isfinite(run.trajectory.value).all()
    assert isinstance(_trained(experiment, replace(task_of(key), epochs=0)).train, Data)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sizes": (3, 3)}, "3 inputs"),
        ({"sizes": (2, 5)}, "5 outputs"),
        ({"batch": 100_000}, "100000 cannot be taken"),
    ],
)
def test_what_does_not_fit_is_said(changes: dict[str, object], words: str) -> None:
    with pytest.raises(FitError, match=words):
        _trained(ADAM, replace(SPIRAL, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sizes": (2,)}, "network.sizes"),
        ({"sizes": (2, 0, 3)}, "network.sizes.1"),
        ({"sizes": (2000, 2000)}, "network.sizes"),
        ({"epochs": -1}, "network.epochs"),
        ({"epochs": 1.5}, "network.epochs"),
        ({"batch": 0}, "network.batch"),
        ({"activation": "relu"}, "network.activation"),
    ],
)
def test_no_task_holds_what_cannot_be(changes: dict[str, object], field: str) -> None:
    with pytest.raises(ExperimentError) as caught:
        replace(SPIRAL, **changes)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_more_than_memory_should_hold_is_refused_before_anything_is_allocated() -> None:
    with pytest.raises(ExperimentError, match="numbers") as caught:
        train(replace(ADAM, network=replace(task_of("digits"), epochs=100_000)))
    assert caught.value.field == "network.epochs"


def test_there_is_no_task_of_another_name() -> None:
    with pytest.raises(ValueError, match="no network"):
        task_of("nonsense")
    with pytest.raises(ValueError, match="no network"):
        NetworkTask(problem="nonsense", sizes=(2, 2))


@pytest.mark.parametrize("key", ["linear", "spiral"])
@pytest.mark.parametrize("optimizer", [SGD(lr=1e160), SGD(lr=1e300), Adam(lr=1e300)])
def test_runs_that_overflow_end_with_a_verdict_and_no_warning(
    key: str, optimizer: SGD | Adam
) -> None:
    experiment = replace(ADAM, runs=(Run(optimizer=optimizer),))
    (run,) = _trained(experiment, replace(task_of(key), epochs=20)).runs
    assert run.verdict is not None
    assert run.verdict.kind in {VerdictKind.DIVERGED, VerdictKind.NOT_FINITE}
