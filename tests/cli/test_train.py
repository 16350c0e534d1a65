"""``gradviz run --network``: epochs as table, CSV and JSON; mistakes in one line."""

from __future__ import annotations

import csv
import io
import json

import pytest

from gradviz.cli.entry import main

SPIRAL = (
    "run --network spiral --layers 2,16,16,3 --activation relu --batch 32 --epochs 30 "
    "--run adam:lr=0.01 --seed 1"
)
QUALITIES = {"train_loss", "train_accuracy", "test_loss", "test_accuracy"}


def _output(capsys: pytest.CaptureFixture[str], arguments: str) -> str:
    assert main(arguments.split()) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def test_json_tells_every_epoch(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(_output(capsys, f"{SPIRAL} --format json"))
    assert told["network"]["layers"] == [2, 16, 16, 3]
    assert told["network"]["batch"] == 32
    (run,) = told["runs"]
    assert (run["optimizer"], run["lr"]) == ("adam", 0.01)
    assert [epoch["epoch"] for epoch in run["epochs"]] == list(range(31))
    assert all(set(epoch) > QUALITIES for epoch in run["epochs"])
    first, last = run["epochs"][0], run["epochs"][-1]
    assert last["train_loss"] < first["train_loss"]
    assert run["evaluations"]["gradient"] == last["step"]


def test_csv_has_the_same_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(_output(capsys, f"{SPIRAL} --format json"))
    rows = list(csv.DictReader(io.StringIO(_output(capsys, f"{SPIRAL} --format csv"))))
    assert len(rows) == 31
    for row, epoch in zip(rows, told["runs"][0]["epochs"], strict=True):
        assert {name: float(row[name]) for name in QUALITIES} == {n: epoch[n] for n in QUALITIES}


def test_a_table_is_short_and_ends_with_the_last_epoch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = _output(capsys, SPIRAL).splitlines()
    assert lines[0] == "spiral 2-16-16-3, relu, cross-entropy, 371 weights"
    assert len(lines) < 20
    assert lines[-1].split()[0] == "30"


def test_what_there_is_no_number_for_is_written_all_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = json.loads(_output(capsys, "run --network xor --epochs 1 --format json"))
    assert told["runs"][0]["epochs"][0]["test_loss"] == "nan"


def test_settings_left_out_are_those_of_the_problem(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(_output(capsys, "run --network digits --epochs 1 --format json"))
    assert told["network"]["layers"] == [64, 50, 10]
    assert told["runs"][0]["optimizer"] == "adam"
    batch = json.loads(_output(capsys, "run --network iris --epochs 1 --batch all --format json"))
    assert batch["network"]["batch"] == batch["network"]["train_samples"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--network nosuch", "--network: There is no network 'nosuch'"),
        ("--network spiral --layers 3,3", "--layers: The network has 3 inputs"),
        ("--network spiral --layers 2,x", "--layers: 'x' is not a whole number"),
        ("--network iris --batch 5000", "--batch: A batch of 5000"),
        ("--network iris --epochs -1", "--epochs: "),
        ("--network iris --activation soft", "--activation: 'soft' is none of relu"),
        ("--network iris --steps 5", "--steps: a network is trained for --epochs"),
        ("--network iris --formula x**2", "--formula: a network is given by"),
        ("--layers 2,2", "--layers: this is of a network"),
        ("--epochs 3", "--epochs: this is of a network"),
    ],
)
def test_mistakes_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: str, words: str
) -> None:
    assert main(["run", *arguments.split()]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"gradviz: {words}")
    assert captured.err.count("\n") == 1
