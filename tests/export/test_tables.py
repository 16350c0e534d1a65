"""CSV and JSON read back bit for bit; the table says how each run ended."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.core.schedules import Cosine
from gradviz.document.evaluate import Results, evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.plain import to_dict
from gradviz.export import tables
from gradviz.export.summary import point, summary
from gradviz.export.tables import csv_parts, json_parts, steps_parts

BOTH = Experiment(
    runs=(Run(optimizer=SGD(lr=0.1)), Run(optimizer=Adam(lr=0.3), name="=1+1", style=1))
)
OVERFLOWING = Experiment(runs=(Run(optimizer=SGD(lr=1e200)),), method=Method.EXACT, steps=5)


def read_csv(results: Results) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(csv_parts(results)))))


def test_csv_has_one_line_a_point_and_reads_back() -> None:
    results = evaluate(BOTH)
    header, *rows = read_csv(results)
    assert header == ["run", "optimizer", "k", "x0", "x1", "value", "gradient0", "gradient1"]
    assert len(rows) == 2 * 101
    for number, result in enumerate(results.runs):
        path = result.trajectory
        own = [row for row in rows if row[0] == str(number)]
        assert {row[1] for row in own} == {result.run.optimizer.key}
        assert [int(row[2]) for row in own] == list(range(101))
        numbers = np.array([[float(cell) for cell in row[3:]] for row in own])
        expected = np.column_stack([path.x, path.value, path.gradient])
        assert numbers.tobytes() == expected.tobytes()


def test_csv_of_one_variable() -> None:
    results = evaluate(Experiment(formula="x**2", start=(1.5,), steps=1))
    assert read_csv(results)[:2] == [
        ["run", "optimizer", "k", "x0", "value", "gradient0"],
        ["0", "sgd", "0", "1.5", "2.25", repr(float(results.runs[0].trajectory.gradient[0, 0]))],
    ]


def test_csv_spells_what_is_not_finite() -> None:
    cells = {cell for row in read_csv(evaluate(OVERFLOWING)) for cell in row}
    assert {"inf", "nan"} <= cells
    assert cells.isdisjoint({"Infinity", "NaN", ""})


def test_names_stay_out_of_csv() -> None:
    """A cell that begins with = would be run by a spreadsheet."""
    assert "=" not in "".join(csv_parts(evaluate(BOTH)))


def test_the_steps_of_a_run_have_its_optimizers_state() -> None:
    run = Run(
        optimizer=Adam(lr=0.3), schedule=Cosine(over=50), clip=Clipping(limit=2.0), name="=1+1"
    )
    results = evaluate(Experiment(runs=(run,), steps=3))
    text = "".join(steps_parts(results.runs[0], ("x0", "x1")))
    assert "=" not in text
    header, *rows = csv.reader(io.StringIO(text))
    path = ["k", "x0", "x1", "f", "df/dx0", "df/dx1", "|grad f|", "step length"]
    rule = ["clipped df/dx0", "clipped df/dx1", "lr"]
    assert header == [*path, *rule, "mean x0", "mean x1", "squares x0", "squares x1"]
    assert [row[0] for row in rows] == ["0", "1", "2", "3"]
    table = dict(zip(header, zip(*rows, strict=True), strict=True))
    trajectory = results.runs[0].trajectory
    assert [float(cell) for cell in table["x0"]] == trajectory.x[:, 0].tolist()
    assert [float(cell) for cell in table["df/dx1"]] == trajectory.gradient[:, 1].tolist()
    # clipped to length 2, and Adam's first mean is a tenth of it, its first squares a thousandth
    x, y = float(table["clipped df/dx0"][0]), float(table["clipped df/dx1"][0])
    assert math.hypot(x, y) == pytest.approx(2.0)
    assert float(table["mean x0"][0]) == 0.0
    assert float(table["mean x0"][1]) == pytest.approx(0.1 * x)
    assert float(table["squares x1"][1]) == pytest.approx(0.001 * y * y)
    assert float(table["lr"][1]) == pytest.approx(0.3 * (1.0 + math.cos(math.pi / 50)) / 2.0)
    # no step leads on from the last point
    assert [table[name][-1] for name in ("step length", "lr")] == ["", ""]
    assert "" not in table["step length"][:-1]


@pytest.mark.parametrize("part", [1, 7, 101])
def test_parts_of_steps_make_the_same_whole(monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    result = evaluate(BOTH).runs[1]
    whole = "".join(steps_parts(result, ("x0", "x1")))
    monkeypatch.setattr(tables, "PART", part)
    assert "".join(steps_parts(result, ("x0", "x1"))) == whole
    assert whole.count("\n") == 102


def test_steps_of_a_run_that_left_the_numbers_are_spelled() -> None:
    result = evaluate(OVERFLOWING).runs[0]
    text = "".join(steps_parts(result, ("x0", "x1")))
    assert text.count("\n") == len(result.trajectory) + 1
    assert "inf" in text


def test_json_is_the_object_promised() -> None:
    results = evaluate(BOTH)
    found = json.loads("".join(json_parts(results)))
    assert set(found) == {"experiment", "runs"}
    assert found["experiment"] == to_dict(BOTH)
    for run, result in zip(found["runs"], results.runs, strict=True):
        assert result.verdict is not None
        assert run["optimizer"] == result.run.optimizer.key
        assert run["verdict"] == {"kind": str(result.verdict.kind), "step": result.verdict.step}
        assert run["evaluations"] == {"value": 400, "gradient": 0}
        assert set(run) == {"optimizer", "verdict", "evaluations", "trajectory"}
        path = run["trajectory"]
        assert set(path) == {"x", "value", "gradient"}
        assert np.array(path["x"]).tobytes() == result.trajectory.x.tobytes()
        assert np.array(path["value"]).tobytes() == result.trajectory.value.tobytes()
        assert np.array(path["gradient"]).tobytes() == result.trajectory.gradient.tobytes()


def test_json_has_strings_for_what_is_not_finite() -> None:
    text = "".join(json_parts(evaluate(OVERFLOWING)))

    def refuse(constant: str) -> None:
        pytest.fail(f"{constant} is no JSON")

    path = json.loads(text, parse_constant=refuse)["runs"][0]["trajectory"]
    trajectory = evaluate(OVERFLOWING).runs[0].trajectory
    again = np.array([[float(c) for c in x] for x in path["x"]])
    np.testing.assert_array_equal(again, trajectory.x)
    assert {c for c in path["value"] if isinstance(c, str)} <= {"nan", "inf", "-inf"}
    assert "inf" in path["value"]
    assert len(path["value"]) == 6


@pytest.mark.parametrize("part", [1, 7, 101, 4096])
def test_the_parts_make_the_same_whole(monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    results = evaluate(BOTH)
    whole = "".join(json_parts(results)), "".join(csv_parts(results))
    monkeypatch.setattr(tables, "PART", part)
    assert ("".join(json_parts(results)), "".join(csv_parts(results))) == whole


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=4),
    st.floats(1e-300, 1e300),
    st.integers(0, 5),
)
def test_any_numbers_read_back(start: list[float], lr: float, steps: int) -> None:
    experiment = Experiment(
        formula="sum(x**2)",
        start=tuple(start),
        steps=steps,
        runs=(Run(optimizer=SGD(lr=lr)),),
        method=Method.EXACT,
    )
    results = evaluate(experiment)
    trajectory = results.runs[0].trajectory
    path = json.loads("".join(json_parts(results)))["runs"][0]["trajectory"]
    again = np.array([[float(c) for c in x] for x in path["x"]])
    np.testing.assert_array_equal(again, trajectory.x)
    rows = read_csv(results)[1:]
    values = np.array([float(row[3 + len(start)]) for row in rows])
    np.testing.assert_array_equal(values, trajectory.value)


def test_the_table_says_how_each_run_ended() -> None:
    lines = "".join(summary(evaluate(BOTH))).splitlines()
    assert lines[0] == "x0**2 + x1**2"
    assert "start (-3, 4), central gradient, h = 0.0001, 100 steps" in lines[1]
    assert lines[3].split()[:3] == ["run", "optimizer", "steps"]
    assert len(lines) == 6
    assert "sgd:lr=0.1,convention=book" in lines[4]
    assert "(-6.11110793e-10, 8.14814391e-10)" in lines[4]
    assert "400 of f" in lines[4]
    assert "converged at step" in lines[4]
    assert max(map(len, lines)) < 160


def test_the_table_names_schedule_and_clipping_as_they_are_typed() -> None:
    run = Run(optimizer=SGD(lr=0.1), schedule=Cosine(over=50), clip=Clipping(limit=2.0))
    text = "".join(summary(evaluate(Experiment(runs=(run,)))))
    assert " sgd:lr=0.1,convention=book,schedule=cosine,over=50,clip=norm:2.0 " in text


def test_the_table_names_what_differs_from_the_usual() -> None:
    experiment = replace(
        BOTH,
        formula="a = 1\na*x0*x1",
        parameters=(("a", 2.0),),
        tolerance=1e-9,
        noise=0.5,
        seed=7,
        method=Method.EXACT,
    )
    text = "".join(summary(evaluate(experiment)))
    for words in ("a = 1\na*x0*x1\n", "a = 2.0", "tolerance 1e-09", "noise 0.5 (seed 7)"):
        assert words in text
    assert "of grad f" in text


def test_long_points_are_cut_short() -> None:
    assert point([1.0, math.nan]) == "(1, nan)"
    assert point([0.0] * 7) == "(0, 0, 0, 0, 0, 0, ...)"
