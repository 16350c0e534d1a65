"""The table of a training: rows of epochs and of steps against the descent itself."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD
from gradviz.core.schedules import StepDecay
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.document.training_rows import EpochRows, TrainingRows

if TYPE_CHECKING:
    from gradviz.document.results import Training


def trained(key: str, run: Run, epochs: int = 5) -> Training:
    task = replace(task_of(key), epochs=epochs)
    return train(Experiment(network=task, runs=(run,), method=Method.EXACT, seed=4))


def names(rows: EpochRows | TrainingRows) -> list[str]:
    return [column.name for column in rows.columns]


def test_epochs_of_a_problem_with_classes() -> None:
    training = trained("moons", Run(optimizer=SGD(lr=0.1), lr_changes=((7, 0.03),)))
    rows, pace = EpochRows(training, 0), training.batches.steps_per_epoch
    assert names(rows) == [
        "epoch",
        "step",
        "train loss",
        "train accuracy %",
        "test loss",
        "test accuracy %",
        "lr",
    ]
    assert len(rows) == 6
    table = rows.block(0, 6)
    network, path = training.task.network, training.runs[0].trajectory
    for number, row in enumerate(table.tolist()):
        weights = path.x[number * pace]
        assert row[:2] == [number, number * pace]
        for data, column in ((training.train, 2), (training.test, 4)):
            scores = network.scores(weights, data.inputs)
            shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
            loss = -np.log(shares[data.targets == 1.0]).mean()
            right = 100.0 * (scores.argmax(axis=1) == data.labels).mean()
            assert row[column : column + 2] == pytest.approx([loss, right], rel=1e-12)
        assert row[6] == (0.1 if number * pace < 7 else 0.03)
    assert rows.block(2, 4).tolist() == table[2:4].tolist()
    assert [rows.is_known(row, 6) for row in range(6)] == [True] * 5 + [False]


def test_what_is_not_measured_has_no_column() -> None:
    run = Run(optimizer=SGD(lr=0.1))
    assert names(EpochRows(trained("linear", run), 0)) == [
        "epoch",
        "step",
        "train loss",
        "test loss",
        "lr",
    ]
    kept_none = EpochRows(trained("simplenet", run), 0)
    assert names(kept_none) == ["epoch", "step", "train loss", "train accuracy %", "lr"]
    assert kept_none.block(0, 1)[0, 2] == pytest.approx(0.92806, abs=1e-5)  # the book's loss


def test_steps_tell_batch_gradient_rate_and_change() -> None:
    run = Run(optimizer=SGD(lr=0.1), schedule=StepDecay(every=3, gamma=0.5))
    training = trained("moons", run, epochs=2)
    rows, path = TrainingRows(training, 0), training.runs[0].trajectory
    pace = training.batches.steps_per_epoch
    assert names(rows) == ["step", "epoch", "batch loss", "|grad f|", "lr", "step length"]
    assert len(rows) == 2 * pace + 1
    for step, row in enumerate(rows.block(0, len(rows) - 1).tolist()):
        slope = np.linalg.norm(path.gradient[step])
        rate = 0.1 * 0.5 ** (step // 3)
        expected = [step, step // pace, path.value[step], slope, rate, rate * slope]
        assert row == pytest.approx(expected, rel=1e-9)
    last = len(rows) - 1
    assert [rows.is_known(last, column) for column in range(6)] == [True] * 4 + [False] * 2
    assert isnan(rows.block(last, last + 1)[0, 5])


def test_rows_and_steps_belong_together() -> None:
    training = trained("moons", Run(optimizer=SGD(lr=0.1)))
    pace = training.batches.steps_per_epoch
    rows = EpochRows(training, 0)
    assert [rows.row_of(step) for step in (0, pace - 1, pace, 3 * pace + 1, 10**9)] == [
        0,
        0,
        1,
        3,
        5,
    ]
    assert [rows.step_of(row) for row in (0, 4)] == [0, 4 * pace]
    steps = TrainingRows(training, 0)
    assert (steps.row_of(7), steps.step_of(7), steps.row_of(10**9)) == (7, 7, 5 * pace)
