"""The steps of a training as CSV: every digit, every weight of a small network, and no others."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.core.schedules import Exponential
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.export import tables
from gradviz.export.training import MOST_WEIGHTS, csv_parts, steps_parts

if TYPE_CHECKING:
    import pytest

    from gradviz.document.results import Training

COLUMNS = ["step", "epoch", "batch loss", "|grad f|", "lr", "step length"]


def _trained(problem: str, **changes: object) -> Training:
    task = replace(task_of(problem), epochs=3, **changes)  # type: ignore[arg-type] # by field
    run = Run(optimizer=parse_optimizer("sgd:lr=0.5"), schedule=Exponential(gamma=0.5))
    return train(Experiment(method=Method.EXACT, runs=(run,), network=task))


def _rows(training: Training) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(steps_parts(training, 0)))))


def test_a_small_network_is_told_with_its_weights() -> None:
    training = _trained("simplenet")
    path, rows = training.runs[0].trajectory, _rows(training)
    names = [f"W1[{i}, {j}]" for i in range(2) for j in range(3)]
    assert list(rows[0]) == [*COLUMNS, *names]
    assert [row["step"] for row in rows] == ["0", "1", "2", "3"]
    told = [[float(row[name]) for name in names] for row in rows]
    np.testing.assert_array_equal(told, path.x)
    assert [float(row["batch loss"]) for row in rows] == path.value.tolist()
    assert [row["lr"] for row in rows] == ["0.5", "0.25", "0.125", ""]
    lengths = np.linalg.norm(np.diff(path.x, axis=0), axis=1)
    np.testing.assert_allclose([float(row["step length"]) for row in rows[:-1]], lengths)
    assert rows[-1]["step length"] == ""
    np.testing.assert_allclose(
        [float(row["|grad f|"]) for row in rows], np.linalg.norm(path.gradient, axis=1)
    )


def test_steps_and_epochs_are_counted_apart() -> None:
    rows = _rows(_trained("moons", batch=50))
    # 200 samples, a quarter of them to test with: three batches of 50
    assert [(row["step"], row["epoch"]) for row in rows] == [
        (str(step), str(step // 3)) for step in range(10)
    ]


def test_a_large_network_is_told_without_its_weights() -> None:
    training = _trained("spiral")
    assert training.dimension > MOST_WEIGHTS
    assert list(_rows(training)[0]) == COLUMNS


def test_parts_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    training = _trained("moons", batch=10)
    whole = "".join(steps_parts(training, 0))
    monkeypatch.setattr(tables, "PART", 7)
    assert "".join(steps_parts(training, 0)) == whole


def test_epochs_are_told_with_every_digit() -> None:
    training = _trained("moons")
    rows = list(csv.DictReader(io.StringIO("".join(csv_parts(training)))))
    epochs = training.runs[0].epochs
    assert [float(row["test_loss"]) for row in rows] == [epoch.test.loss for epoch in epochs]
    assert [int(row["step"]) for row in rows] == [epoch.step for epoch in epochs]
