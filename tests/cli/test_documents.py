"""Experiment files on the command line; options change what is in them."""

from __future__ import annotations

import csv
import json
import runpy
import sys
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from gradviz.cli import main
from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.display import View
from gradviz.document.document import Document
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.files import to_text, write
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

RUNS = (Run(optimizer=SGD(lr=0.05)), Run(optimizer=Adam(lr=0.2), name="fast"))
VALLEY = Experiment(
    formula="a = 2\nx0**2/20 + a*x1**2",
    parameters=(("a", 3.0),),
    start=(-7.0, 2.0),
    steps=15,
    runs=RUNS,
    seed=4,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "valley.gradviz"
    document = Document(experiment=VALLEY, view=View.SLICE, step=5, selected=1)
    write(path, document)
    return path


@pytest.fixture
def network(tmp_path: Path) -> Path:
    path = tmp_path / "moons.gradviz"
    task = replace(task_of("moons"), sizes=(2, 4, 2), epochs=3)
    write(path, Document(experiment=Experiment(network=task, method=Method.EXACT, runs=RUNS)))
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    assert main(["run", *map(str, arguments), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_file_is_run(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, file)
    assert found["experiment"]["formula"] == VALLEY.formula
    assert found["experiment"]["seed"] == 4
    ends = [run["trajectory"]["x"][-1] for run in found["runs"]]
    np.testing.assert_array_equal(ends, [r.trajectory.x[-1] for r in evaluate(VALLEY).runs])


def test_options_change_what_is_in_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, file, "--steps", 3, "--run", "momentum", "--set", "a=5")["experiment"]
    assert (found["steps"], found["start"], found["parameters"]) == (3, [-7.0, 2.0], {"a": 5.0})
    assert [run["optimizer"] for run in found["runs"]] == ["momentum"]
    other = told(capsys, file, "--formula", "x**2")["experiment"]
    assert (other["formula"], other["start"], other["parameters"]) == ("x**2", [-7.0], {})
    assert other["steps"] == 15
    moved = told(capsys, file, "--formula", "x + y + z", "--start", "1,2,3")["experiment"]
    assert moved["start"] == [1.0, 2.0, 3.0]


def test_a_network_is_trained(network: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, network)
    assert found["network"]["layers"] == [2, 4, 2]
    assert len(found["runs"]) == 2
    changed = told(capsys, network, "--layers", "2,3,2", "--epochs", "1", "--seed", "3")
    assert changed["network"]["layers"] == [2, 3, 2]
    assert changed["network"]["seed"] == 3
    assert [run["lr"] for run in changed["runs"]] == [0.05, 0.2]


def test_another_network_takes_the_place_of_a_function(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, file, "--network", "xor", "--epochs", "1")
    assert found["network"]["problem"] == "xor"


def test_the_view_step_and_run_of_a_file_are_drawn(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    del qtbot
    out = tmp_path / "a.svg"
    assert main(["render", str(file), "--out", str(out)]) == 0
    words = [e.text for e in ET.parse(out).iter("{http://www.w3.org/2000/svg}text")]
    assert "at step 5" in words
    assert any(word and word.startswith("Along x₀") for word in words)
    assert main(["render", str(file), "--view", "loss", "--step", "9", "--out", str(out)]) == 0
    words = [e.text for e in ET.parse(out).iter("{http://www.w3.org/2000/svg}text")]
    assert {"Loss", "at step 9", "fast"} <= set(words)


def test_a_network_of_a_file_is_drawn(qtbot: QtBot, network: Path, tmp_path: Path) -> None:
    del qtbot
    for name in ("a.svg", "a.gif"):
        out = tmp_path / name
        arguments = ["--view", "data,loss", "--size", "400x200", "--out", str(out)]
        assert main(["render", str(network), *arguments]) == 0
        assert out.stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.gradviz"], "There is no file “missing.gradviz”."),
        (["{file}", "--epochs", "3"], "--epochs: this is of a network"),
        (["{network}", "--formula", "x**2"], "--formula: a network is given by"),
        (["{network}", "--data", "x.csv"], "--data: --network own takes samples"),
        (["{broken}"], "broken.gradviz: "),
        (["{typed}"], "typed.gradviz: its formula cannot be read"),
    ],
)
def test_what_cannot_be_is_one_line(
    file: Path,
    network: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    broken, typed = file.with_name("broken.gradviz"), file.with_name("typed.gradviz")
    broken.write_text(to_text(Document())[:-40], encoding="utf-8")
    write(typed, Document(typed="x0**"))
    names = {"file": file, "network": network, "broken": broken, "typed": typed}
    assert main(["run", *(a.format(**names) for a in arguments)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert words in err


def test_a_formula_in_place_of_one_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = tmp_path / "typed.gradviz"
    write(typed, Document(typed="x0**"))
    assert told(capsys, typed, "--formula", "x**2")["experiment"]["formula"] == "x**2"


# --- gradviz export ------------------------------------------------------------------------------


def test_a_file_becomes_a_script(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "valley.py"
    assert main(["export", str(file), "--steps", "8", "--out", str(out)]) == 0
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with np.errstate(all="ignore"):
        made = runpy.run_path(str(out), run_name="__main__")
    ends = [path[-1] for path, _ in made["paths"].values()]
    expected = evaluate(replace(VALLEY, steps=8))
    np.testing.assert_array_equal(ends, [r.trajectory.x[-1] for r in expected.runs])


def test_options_alone_become_a_script(tmp_path: Path) -> None:
    out = tmp_path / "bowl.py"
    formula = ["--formula", "x0**2 + x1**2", "--method", "exact"]
    assert main(["export", *formula, "--out", str(out)]) == 0
    assert "return x0 * x0 + x1 * x1" in out.read_text(encoding="utf-8")


def test_samples_lie_beside_a_script(tmp_path: Path) -> None:
    out = tmp_path / "flowers.py"
    assert main(["export", "--network", "iris", "--epochs", "2", "--out", str(out)]) == 0
    assert len((tmp_path / "flowers-samples.csv").read_text().splitlines()) == 151


def test_tables(file: Path, network: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"

    def rows(*arguments: str) -> list[list[str]]:
        assert main(["export", *arguments, "--out", str(out)]) == 0
        with out.open(encoding="utf-8") as read:
            return list(csv.reader(read))

    assert rows(str(file))[0][:5] == ["run", "optimizer", "k", "x0", "x1"]
    assert "m x0" in ",".join(rows(str(file), "--table", "steps")[0]).replace("mean", "m")
    assert len(rows(str(file), "--table", "steps", "--which", "1")[0]) == 8
    assert rows(str(file), "--table", "field")[0] == ["x0", "x1", "f"]
    weights = rows(str(network), "--table", "weights", "--at", "0,4", "--which", "2")
    task = replace(task_of("moons"), sizes=(2, 4, 2), epochs=3)
    path = train(Experiment(network=task, method=Method.EXACT, runs=RUNS)).runs[1].trajectory
    np.testing.assert_array_equal(np.array(weights[1:], float)[:, 1:], path.x[[0, 4]])
    assert main(["export", str(network), "--out", str(tmp_path / "a.npz")]) == 0
    with np.load(tmp_path / "a.npz") as stored:
        assert stored["epochs1"].shape == (4, 6)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--out", "a.txt"], "--out: 'a.txt' does not end in .py, .csv, .npz or .json"),
        (["--out", "a.csv", "--table", "epochs"], "--table: 'epochs' is none of trajectories"),
        (["--out", "a.py", "--table", "steps"], "--table: this is of a table"),
        (["--out", "a.csv", "--which", "2"], "--which: 2 is not between 1 and 1"),
        (["--out", "a.csv", "--at", "2"], "--at: this is of --table weights"),
        (["--out", "a.csv", "--network", "xor", "--table", "weights", "--at", "-2"], "no step"),
        (["--formula", "x"], "--out"),
    ],
)
def test_bad_options_of_export_are_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["export", *arguments]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert words in err


@pytest.mark.parametrize("name", ["a.py", "a.csv"])
def test_a_folder_that_is_not_there_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    assert main(["export", "--steps", "2", "--out", str(tmp_path / "no" / name)]) == 1
    assert "the folder does not exist" in capsys.readouterr().err
