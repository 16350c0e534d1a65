"""Steps of a training, worked out for a few of its weights."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.network.network import Network
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_step import NetworkWorker
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.core.optimizers import Optimizer
    from gradviz.document.results import Training


def trained(key: str, *optimizers: Optimizer, method: Method = Method.EXACT) -> Training:
    runs = tuple(Run(optimizer=optimizer) for optimizer in optimizers or (SGD(lr=0.1),))
    task = replace(task_of(key), epochs=3)
    return train(Experiment(network=task, runs=runs, method=method, seed=4))


def test_the_book_s_first_step_by_hand() -> None:
    """x = (0.6, 0.9), t = (0, 0, 1): dW as the book prints it, and W - 0.1 dW."""
    found = NetworkWorker().work(trained("simplenet"), 0, 0, None)
    assert found.names == tuple(f"W1[{i}, {j}]" for i in (0, 1) for j in (0, 1, 2))
    assert (found.batch, found.is_all, found.letters) == (1, True, ())
    printed = [0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514]
    first = [0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093]
    assert [p.gradient for p in found.step.partials] == pytest.approx(printed, abs=1e-7)
    assert found.step.update is not None
    by_hand = [w - 0.1 * g for w, g in zip(first, printed, strict=True)]
    assert found.step.update.following == pytest.approx(by_hand, abs=1e-8)


@pytest.mark.parametrize(
    ("method", "count"),
    [
        (Method.EXACT, 2),
        (Method.CENTRAL, 2),
        (Method.FORWARD, 2),
        (Method.FIVE_POINT, 1),
        (Method.COMPLEX_STEP, 2),
    ],
)
def test_of_many_weights_those_that_change_most_are_shown(method: Method, count: int) -> None:
    training = trained("xor", Adam(lr=0.05), method=method)
    path = training.runs[0].trajectory
    changes = np.abs(path.x[2] - path.x[1])
    found = NetworkWorker().work(training, 0, 1, None)
    assert len(found.names) == len(found.letters) == count
    assert found.step.update is not None
    moved = sorted(abs(change) for change in found.step.update.change)
    assert moved == pytest.approx(np.sort(changes)[-count:], abs=1e-15)
    assert found.letters == (("w",) if count == 1 else ("w1", "w2"))


def test_a_weight_can_be_chosen() -> None:
    training = trained("xor", SGD(lr=0.1), Adam(lr=0.05))
    worker, path = NetworkWorker(), training.runs[1].trajectory
    for weight, name in ((0, "W1[0, 0]"), (7, "W1[1, 3]"), (9, "b1[1]"), (21, "b2[1]")):
        found = worker.work(training, 1, 2, weight)
        assert found.names == (name,)
        assert found.step.x == (path.x[2, weight],)
        assert found.step.update is not None
        assert found.step.update.following == (path.x[3, weight],)
    assert worker.work(training, 1, 2, 10**9).names == ("b2[1]",)


def test_the_batch_is_that_of_the_step() -> None:
    training = trained("moons", SGD(lr=0.1))
    found = NetworkWorker().work(training, 0, 1, 5)
    taken = training.batches.indices(1)
    path = training.runs[0].trajectory
    data = training.train.taken(taken)
    loss = training.task.network.value(path.x[1], data.inputs, data.targets)
    assert found.step.value == pytest.approx(float(loss), rel=1e-14)
    assert (found.batch, found.is_all) == (len(taken), False)


def test_after_the_last_step_there_is_no_next_one() -> None:
    training = trained("xor")
    found = NetworkWorker().work(training, 0, 10**6, None)
    assert found.step.k == training.runs[0].trajectory.steps
    assert found.step.update is None


def test_few_losses_are_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("value", "value_and_gradient"):
        usual = getattr(Network, name)

        def counted(*given: object, usual: object = usual, name: str = name) -> object:
            asked.append(name)
            return usual(*given)

        monkeypatch.setattr(Network, name, counted)
    for method in Method:
        training = trained("xor", method=method)
        worker = NetworkWorker()
        asked.clear()
        worker.work(training, 0, 1, None)
        assert 1 <= len(asked) <= 4
