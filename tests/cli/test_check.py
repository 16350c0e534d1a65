"""`gradviz check`: the printed numbers of the book, the table, and every complaint."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from gradviz.cli import main, options
from gradviz.core import resources
from gradviz.core.network import datasets
from gradviz.core.network.problems import PROBLEMS
from gradviz.core.rounding import SCHEMES

if TYPE_CHECKING:
    from pathlib import Path

PRINTED = [0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514]
"""K. Saito, Deep Learning from Scratch, section 4.4.2: dW of simpleNet, row by row."""


def _checked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["check", "--format", "json", *words]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    found: dict[str, Any] = json.loads(captured.out)
    return found


def test_simplenet_has_the_numbers_of_the_book(capsys: pytest.CaptureFixture[str]) -> None:
    found = _checked(capsys, "--network", "simplenet", "--h", "1e-4")
    assert list(found) == ["scores", "loss", "numeric", "backprop", "largest_difference"]
    assert found["scores"] == pytest.approx([1.05414809, 0.63071653, 1.1328074], abs=5e-9)
    assert found["loss"] == pytest.approx(0.92806853663411326, abs=5e-9)
    assert found["numeric"] == pytest.approx(PRINTED, abs=5e-9)
    assert found["backprop"] == pytest.approx(PRINTED, abs=5e-9)
    away = [abs(a - b) for a, b in zip(found["numeric"], found["backprop"], strict=True)]
    assert found["largest_difference"] == max(away) < 1e-9
    assert _checked(capsys) == found


def test_weights_are_read_row_by_row(capsys: pytest.CaptureFixture[str]) -> None:
    found = _checked(capsys, "--weights", "-1,2,0.5,\N{MINUS SIGN}3,0,1e-1")
    assert found["scores"] == pytest.approx(
        [0.6 * -1 + 0.9 * -3, 0.6 * 2 + 0.9 * 0, 0.6 * 0.5 + 0.9 * 0.1]
    )


@pytest.mark.parametrize("method", [*SCHEMES, "five_point", "Complex-Step"])
def test_every_scheme_agrees(capsys: pytest.CaptureFixture[str], method: str) -> None:
    found = _checked(capsys, "--method", method, "--h", "1e-5")
    assert found["largest_difference"] < 1e-5


def test_numbers_that_are_not_finite_are_words(capsys: pytest.CaptureFixture[str]) -> None:
    found = _checked(capsys, "--weights", "1e308,-1e308,1e308,1e308,-1e308,1e308")
    assert "nan" in (found["loss"], *found["numeric"], found["largest_difference"])


def test_the_table_shows_every_weight_of_a_small_network(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--network", "simplenet"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "simpleNet (2-3), 1 sample, 6 weights, central gradient, h = 0.0001"
    assert lines[2] == "scores  1.05414809  0.630716529  1.1328074"
    assert lines[3].startswith("loss    0.92806853")
    assert lines[5].split() == ["weight", "numeric", "backprop", "difference"]
    assert lines[6].startswith("W1[0, 0]  0.219247627   0.219247627   ")
    assert lines[-2].startswith("largest difference ")
    assert lines[-1] == "12 evaluations of the loss against 1 backward pass"


def test_the_table_names_the_kink_that_spoils_a_weight(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--network", "moons", "--h", "0.01", "--seed", "1"]) == 0
    out = capsys.readouterr().out
    assert "the 30 weights that differ most:" in out
    assert "a kink within h: the input of ReLU " in out
    assert "164 evaluations of the loss against 1 backward pass" in out


def test_another_seed_is_another_network(capsys: pytest.CaptureFixture[str]) -> None:
    first, again, other = (_checked(capsys, "--network", "xor", "--seed", s) for s in "112")
    assert first == again
    assert first["backprop"] != other["backprop"]


def test_the_networks_of_the_help_are_those_there_are() -> None:
    words = options.NETWORKS.replace(" or ", ", ").split(", ")
    assert words == [problem.key for problem in PROBLEMS]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--network", "maze"], "--network: There is no network 'maze'. There are simplenet,"),
        (["--weights", "1,2"], "--weights: The network has 6 weights, not 2."),
        (["--weights", "1,2,3,4,5,x"], "--weights: 'x' is not a number"),
        (["--weights", "1,2,3,4,5,nan"], "--weights: 'nan' is not a number"),
        (["--h", "0"], "--h: The step size h must be a positive finite number"),
        (["--h", "-1e-4"], "--h: The step size h must be"),
        (["--method", "exact"], "--method: exact is backpropagation itself"),
        (["--method", "newton"], "--method: 'newton' is not"),
        (["--seed", "-1"], "--seed: -1 is negative"),
        (["--seed", "1.5"], "--seed: '1.5' is not a whole number"),
        (["--format", "csv"], "--format: 'csv' is not table or json"),
        (["--weights"], "--weights needs a value"),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    assert main(["check", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert complaint in captured.err


def test_missing_samples_are_said_in_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    datasets.iris.cache_clear()
    monkeypatch.setattr(resources, "resources", lambda: tmp_path)
    assert main(["check", "--network", "iris"]) == 1
    assert "iris.csv is missing" in capsys.readouterr().err
