"""Tables in every format hold the same numbers, to the last bit."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.step_rows import StepRows
from gradviz.document.training import train
from gradviz.export.datasets import (
    OF_FUNCTIONS,
    OF_NETWORKS,
    NoTableError,
    TableFormat,
    TableKind,
    TableSource,
    table_parts,
)

CSV, NPZ, JSON = TableFormat.CSV, TableFormat.NPZ, TableFormat.JSON
RUNS = (Run(optimizer=SGD(lr=0.1)), Run(optimizer=Adam(lr=0.3)))


def read(source: TableSource, kind: TableKind, form: TableFormat) -> object:
    data = b"".join(table_parts(source, kind, form))
    if form is NPZ:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    if form is JSON:
        return json.loads(data)
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))


def numbers(rows: list[list[str]]) -> np.ndarray:
    return np.array([[float(cell or "nan") for cell in row] for row in rows])


@pytest.fixture(scope="module")
def bowl() -> TableSource:
    experiment = Experiment(runs=RUNS, steps=9)
    scene = evaluate_scene(replace(scene_request(experiment), shape=(4, 5)))
    return TableSource(outcome=evaluate(experiment), selected=1, scene=scene)


@pytest.fixture(scope="module")
def spiral() -> TableSource:
    task = replace(task_of("spiral"), sizes=(2, 3, 3), epochs=2)
    training = train(Experiment(network=task, method=Method.EXACT, runs=RUNS))
    return TableSource(outcome=training, selected=1, steps=(0, 5, 9, 9999))


def test_trajectories(bowl: TableSource) -> None:
    stored = read(bowl, TableKind.TRAJECTORIES, NPZ)
    told = read(bowl, TableKind.TRAJECTORIES, JSON)
    rows = read(bowl, TableKind.TRAJECTORIES, CSV)
    assert stored["names"].tolist() == ["SGD", "Adam"]
    assert json.loads(stored["experiment"].item())["steps"] == 9
    for number, run in enumerate(bowl.outcome.runs):
        path = run.trajectory
        np.testing.assert_array_equal(stored[f"x{number}"], path.x)
        np.testing.assert_array_equal(stored[f"gradient{number}"], path.gradient)
        np.testing.assert_array_equal(told["runs"][number]["trajectory"]["value"], path.value)
        mine = [row[3:5] for row in rows[1:] if row[0] == str(number)]
        np.testing.assert_array_equal(numbers(mine), path.x)


def test_steps(bowl: TableSource) -> None:
    rows = StepRows(bowl.outcome.runs[1], ("x0", "x1"))
    expected = rows.block(0, len(rows))
    stored = read(bowl, TableKind.STEPS, NPZ)
    heading, *lines = read(bowl, TableKind.STEPS, CSV)
    told = read(bowl, TableKind.STEPS, JSON)
    np.testing.assert_array_equal(stored["rows"], expected)
    np.testing.assert_array_equal(numbers(lines), expected)
    assert heading == stored["names"].tolist() == list(told)
    np.testing.assert_array_equal([float(v) for v in told["f"]], expected[:, 3])


def test_a_field(bowl: TableSource) -> None:
    field = bowl.scene.field
    stored, told = read(bowl, TableKind.FIELD, NPZ), read(bowl, TableKind.FIELD, JSON)
    heading, *lines = read(bowl, TableKind.FIELD, CSV)
    assert heading == ["x0", "x1", "f"]
    assert len(lines) == field.values.size == 20
    for row in numbers(lines):
        assert row[2] == row[0] ** 2 + row[1] ** 2
    np.testing.assert_array_equal(stored["values"], field.values)
    np.testing.assert_array_equal(told["values"], field.values)


def test_a_field_of_one_variable_with_gaps() -> None:
    experiment = Experiment(formula="log(x)", start=(2.0,), steps=1)
    scene = evaluate_scene(scene_request(experiment))
    source = TableSource(outcome=evaluate(experiment), scene=scene)
    heading, *lines = read(source, TableKind.FIELD, CSV)
    assert heading == ["x", "f"]
    assert any(line[1] == "nan" for line in lines)
    assert "nan" in read(source, TableKind.FIELD, JSON)["values"]
    np.testing.assert_array_equal(read(source, TableKind.FIELD, NPZ)["values"], scene.curve.values)


def test_epochs(spiral: TableSource) -> None:
    stored = read(spiral, TableKind.EPOCHS, NPZ)
    heading, *lines = read(spiral, TableKind.EPOCHS, CSV)
    assert heading[2:] == stored["names"].tolist()
    mine = numbers([line[2:] for line in lines if line[0] == "1"])
    np.testing.assert_array_equal(mine, stored["epochs1"])
    assert len(read(spiral, TableKind.EPOCHS, JSON)["runs"][1]["epochs"]) == 3


def test_weights_at_chosen_steps(spiral: TableSource) -> None:
    path = spiral.outcome.runs[1].trajectory
    stored, told = read(spiral, TableKind.WEIGHTS, NPZ), read(spiral, TableKind.WEIGHTS, JSON)
    heading, *lines = read(spiral, TableKind.WEIGHTS, CSV)
    assert stored["steps"].tolist() == told["steps"] == [0, 5, 9]
    assert heading[:2] == ["step", "W1[0, 0]"]
    for found in (stored["weights"], told["weights"], numbers(lines)[:, 1:]):
        np.testing.assert_array_equal(found, path.x[[0, 5, 9]])
    end = read(replace(spiral, steps=()), TableKind.WEIGHTS, NPZ)
    np.testing.assert_array_equal(end["weights"][0], path.x[-1])


@pytest.mark.parametrize("form", list(TableFormat))
def test_every_table_there_is(bowl: TableSource, spiral: TableSource, form: TableFormat) -> None:
    for source, kinds in ((bowl, OF_FUNCTIONS), (spiral, OF_NETWORKS)):
        for kind in TableKind:
            if kind in kinds:
                assert read(source, kind, form)
            else:
                with pytest.raises(NoTableError):
                    list(table_parts(source, kind, form))


def test_there_may_be_no_field_yet(bowl: TableSource) -> None:
    with pytest.raises(NoTableError, match="no field"):
        list(table_parts(replace(bowl, scene=None), TableKind.FIELD, CSV))
