"""``--network own --data file.csv``: own samples in the shell, and what is wrong with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gradviz.cli import main
from gradviz.core.resources import resources

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = "width,height,kind\n"
ROWS = "".join(f"{i % 7},{i % 5},{'tall' if i % 5 > i % 7 else 'wide'}\n" for i in range(40))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "boxes.csv"
    path.write_text(HEADINGS + ROWS, encoding="utf-8")
    return path


def _network(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> dict[str, Any]:
    command = ["run", "--network", "own", "--data", str(path), "--epochs", "2", *words]
    assert main([*command, "--format", "json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)["network"]
    return told


def test_the_network_fits_the_table(capsys: pytest.CaptureFixture[str], table: Path) -> None:
    told = _network(capsys, table)
    assert (told["problem"], told["data"]) == ("own", "boxes.csv")
    assert (told["layers"][0], told["layers"][-1]) == (2, 2)
    assert told["standardised"] is True
    assert told["train_samples"] + told["test_samples"] == 40
    assert _network(capsys, table, "--layers", "2,5,4,2")["layers"] == [2, 5, 4, 2]


def test_share_and_standardising_are_chosen(
    capsys: pytest.CaptureFixture[str], table: Path
) -> None:
    told = _network(capsys, table, "--test-share", "0.5", "--no-standardise")
    assert (told["test_share"], told["standardised"]) == (0.5, False)
    assert told["test_samples"] == 20


def test_a_book_s_own_file_is_as_good_as_the_ready_problem(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # the ready problem reads this very file: the same samples give the same numbers
    path = next(resources().rglob("iris.csv"))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 151
    words = ["--layers", "4,8,3", "--epochs", "3", "--seed", "5", "--format", "csv"]
    assert main(["run", "--network", "own", "--data", str(path), *words]) == 0
    own = capsys.readouterr().out
    assert main(["run", "--network", "iris", *words]) == 0
    assert capsys.readouterr().out == own


def test_the_table_names_the_file(capsys: pytest.CaptureFixture[str], table: Path) -> None:
    assert main(["run", "--network", "own", "--data", str(table), "--epochs", "1"]) == 0
    assert capsys.readouterr().out.startswith("boxes.csv 2-8-2, relu")


def test_a_gradient_is_checked_with_own_data(
    capsys: pytest.CaptureFixture[str], table: Path
) -> None:
    command = ["check", "--network", "own", "--data", str(table), "--layers", "2,3,2"]
    smooth = ["--activation", "tanh", "--batch", "4"]
    assert main([*command, *smooth]) == 0
    assert capsys.readouterr().out.startswith("boxes.csv (2-3-2), 4 samples, 17 weights")
    assert main([*command, *smooth, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["numeric"]) == 17
    assert found["largest_difference"] < 1e-7


def test_made_up_samples_are_as_many_and_as_noisy_as_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["run", "--network", "moons", "--epochs", "1", "--format", "json", "--count", "60"]
    told = []
    for noise in ("0", "2"):
        assert main([*words, "--sample-noise", noise]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert all(t["network"]["train_samples"] + t["network"]["test_samples"] == 60 for t in told)
    assert told[0]["runs"] != told[1]["runs"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "bad.csv: The table is empty"),
        (HEADINGS, "bad.csv: There are no samples"),
        ("1,2\n3,4\n", "bad.csv: The first line has numbers alone"),
        (HEADINGS + "1,2,a\n1,b\n", "bad.csv: The headings name 3 columns, line 3 has 2."),
        (HEADINGS + "1,2,a\n\n1,two,b\n", "bad.csv: Line 4, column height: “two” is not a number."),
        (HEADINGS + "1,nan,a\n", "bad.csv: Line 2, column height: nan is not a finite number."),
        (HEADINGS + "1,1e999,a\n", "bad.csv: Line 2, column height: 1e999 is not a finite"),
        (HEADINGS + "1,2,\n", "bad.csv: Line 2 has no class"),
        (HEADINGS + "1,2,a\n3,4,a\n", "bad.csv: All samples are of the class a"),
        (HEADINGS + '1,2,"a\n', "bad.csv: Line 2 cannot be read"),
        ("\udc80", "“bad.csv” is not text in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for command in ("run", "check", "render"):
        out = ["--out", str(tmp_path / "x.png")] if command == "render" else []
        assert main([command, "--network", "own", "--data", str(path), *out]) == 2
        captured = capsys.readouterr()
        assert captured.err.startswith(f"gradviz: --data: {words}")
        assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--network own", "--network: own samples come from a CSV file, which --data names"),
        ("--network own --data missing.csv", "--data: There is no file “missing.csv”."),
        ("--network own --data .", "--data: “.” is a folder"),
        ("--network iris --data x.csv", "--data: iris has samples; --network own takes"),
        ("--data x.csv", "--data: this is of a network"),
        ("--no-standardise", "--standardise: this is of a network"),
        ("--test-share 0.2", "--test-share: this is of a network"),
        ("--network iris --test-share 1", "--test-share: must be between"),
        ("--network iris --test-share few", "--test-share: 'few' is not a number"),
        ("--network iris --count 50", "--count: the samples of iris are given"),
        ("--network iris --sample-noise 1", "--sample-noise: the samples of iris are given"),
        ("--network moons --count 2", "--count: must be between"),
        ("--network moons --sample-noise -1", "--sample-noise: must be"),
        ("--network linear --loss cross-entropy", "--loss: Cross entropy needs classes"),
    ],
)
def test_mistakes_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str], words: str, complaint: str
) -> None:
    assert main(["run", *words.split()]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith(f"gradviz: {complaint}")
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_layers_have_to_fit_the_table(capsys: pytest.CaptureFixture[str], table: Path) -> None:
    words = ["--network", "own", "--data", str(table), "--layers", "2,3"]
    for command in ("run", "check"):
        assert main([command, *words]) == 2
        err = capsys.readouterr().err
        assert err.startswith(
            "gradviz: --layers: The network has 3 outputs, the data 2 classes (tall, wide)"
        )


def test_a_batch_is_no_larger_than_the_samples(
    capsys: pytest.CaptureFixture[str], table: Path
) -> None:
    assert main(["run", "--network", "own", "--data", str(table), "--batch", "41"]) == 2
    assert capsys.readouterr().err.startswith("gradviz: --batch: A batch of 41")
