"""`gradviz run`: the numbers against a loop written by hand, formats, files, every option."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from gradviz.cli import main
from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.optimizers import SGD, Adam, Convention, Momentum
from gradviz.core.rules import parse_rule
from gradviz.core.schedules import CONSTANT, SCHEDULES, Cosine
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def gradviz(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in this process; return exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def result(gradviz: Callable[..., tuple[int, str, str]]) -> Callable[..., dict[str, Any]]:
    """Run with ``--format json`` and return the object."""

    def run(*arguments: str) -> dict[str, Any]:
        code, out, err = gradviz("run", *arguments, "--format", "json")
        assert (code, err) == (0, "")
        found: dict[str, Any] = json.loads(out)
        return found

    return run


def descent_by_hand(lr: float, h: float, steps: int) -> tuple[list[list[float]], list[float]]:
    """Descend 2*x0**2 + x1**2 from (-3, 4) by central differences, in plain Python."""

    def f(x: list[float]) -> float:
        return 2 * (x[0] * x[0]) + x[1] * x[1]

    x = [-3.0, 4.0]
    points, numbers = [list(x)], [f(x)]
    for _ in range(steps):
        slope = [
            (f([x[0] + h, x[1]]) - f([x[0] - h, x[1]])) / (2 * h),
            (f([x[0], x[1] + h]) - f([x[0], x[1] - h])) / (2 * h),
        ]
        x = [x[0] - lr * slope[0], x[1] - lr * slope[1]]
        points.append(list(x))
        numbers.append(f(x))
    return points, numbers


def test_json_is_the_descent_bit_for_bit(result: Callable[..., dict[str, Any]]) -> None:
    found = result(
        "--formula", "a = 9\na*x0**2 + x1**2", "--set", "a=2", "--start", "-3,4",
        "--steps", "100", "--method", "central", "--h", "1e-3", "--run", "sgd:lr=0.1",
    )  # fmt: skip
    path = found["runs"][0]["trajectory"]
    points, numbers = descent_by_hand(0.1, 1e-3, 100)
    assert path["x"] == points
    assert path["value"] == numbers
    assert len(path["x"]) == len(path["gradient"]) == 101
    assert found["runs"][0]["evaluations"] == {"value": 400, "gradient": 0}


def test_the_published_number_and_its_verdict(result: Callable[..., dict[str, Any]]) -> None:
    found = result("--start", "-3,4", "--run", "sgd:lr=10")["runs"][0]
    assert found["verdict"] == {"kind": "gradient-rounded-to-zero", "step": 10}
    assert [f"{c:.8e}" for c in found["trajectory"]["x"][-1]] == [
        "-2.58983747e+13",
        "-1.29524862e+12",
    ]


def test_without_options_it_is_the_experiment_of_the_window(
    result: Callable[..., dict[str, Any]],
) -> None:
    found = result()
    expected = evaluate(Experiment()).runs[0].trajectory
    assert found["experiment"]["formula"] == "x0**2 + x1**2"
    assert found["runs"][0]["trajectory"]["x"] == expected.x.tolist()


def test_every_option_arrives(result: Callable[..., dict[str, Any]]) -> None:
    found = result(
        "--formula=a = 1\nb = 1\na*x0**2 + b*x1**2", "--start=-1e0,\N{MINUS SIGN}2.5",
        "--steps", "7", "--method", "five-point", "--h=1e-50", "--set", "a=-2", "--set=b=3",
        "--run", "sgd:lr=0.2", "--run", "adam:lr=0.3,convention=pytorch", "--run", "momentum",
        "--tolerance", "1e-9", "--noise", "0.25", "--seed", "11", "--range", "-5,5,-6,6.5",
    )["experiment"]  # fmt: skip
    assert found == {
        "formula": "a = 1\nb = 1\na*x0**2 + b*x1**2",
        "parameters": {"a": -2.0, "b": 3.0},
        "start": [-1.0, -2.5],
        "method": "five-point",
        "h": 1e-50,
        "steps": 7,
        "tolerance": 1e-9,
        "noise": 0.25,
        "seed": 11,
        "runs": [_plain(SGD(lr=0.2), 0), _plain(Adam(lr=0.3, convention=Convention.PYTORCH), 1),
                 _plain(Momentum(), 2)],
        "view": [-5.0, 5.0, -6.0, 6.5],
    }  # fmt: skip


def _plain(optimizer: Any, style: int) -> dict[str, Any]:  # noqa: ANN401
    settings = dataclasses.asdict(optimizer)
    rest = {"schedule": {"kind": "constant"}, "clip": None, "name": "", "visible": True}
    return {"optimizer": optimizer.key, **settings, **rest, "style": style}


def test_runs_take_schedules_and_clipping(result: Callable[..., dict[str, Any]]) -> None:
    text = "sgd:lr=0.4,schedule=cosine,over=20,floor=0.1,warmup=2,clip=value:0.5"
    found = result("--run", text, "--steps", "15")
    run = Run(
        optimizer=SGD(lr=0.4),
        schedule=Cosine(over=20, floor=0.1, warmup=2),
        clip=Clipping(kind=ClipKind.VALUE, limit=0.5),
    )
    expected = evaluate(Experiment(runs=(run,), steps=15)).runs[0].trajectory
    assert found["runs"][0]["trajectory"]["x"] == expected.x.tolist()
    (shown,) = found["experiment"]["runs"]
    assert shown["schedule"] == {"kind": "cosine", "over": 20, "floor": 0.1, "warmup": 2}
    assert shown["clip"] == {"kind": "value", "limit": 0.5}


def test_the_help_lists_every_schedule_with_its_defaults(
    gradviz: Callable[..., tuple[int, str, str]],
) -> None:
    _, out, _ = gradviz("run", "--help")
    told = [
        parse_rule(f"sgd:{text}") for text in re.findall(r"^  (schedule=\S+)", out, re.MULTILINE)
    ]
    assert {rule.schedule for rule in told} | {CONSTANT} == {cls() for cls in SCHEDULES.values()}
    for text in re.findall(r"^  (clip=\S+)", out, re.MULTILINE):
        assert parse_rule(f"sgd:{text}").clip is not None


@pytest.mark.parametrize("method", list(Method))
def test_every_method_can_be_named(result: Callable[..., dict[str, Any]], method: Method) -> None:
    found = result("--method", method.value, "--steps", "3")
    expected = evaluate(Experiment(method=method, steps=3)).runs[0]
    assert found["runs"][0]["trajectory"]["x"] == expected.trajectory.x.tolist()
    assert found["runs"][0]["evaluations"]["gradient"] == expected.evaluations.gradient


def test_a_formula_of_other_variables_brings_its_start(
    result: Callable[..., dict[str, Any]],
) -> None:
    assert result("--formula", "0.01*x**2 + 0.1*x")["experiment"]["start"] == [-3.0]
    assert result("--formula", "x0 + x1 + x2")["experiment"]["start"] == [-3.0, 4.0, 1.0]


def test_a_sum_has_as_many_variables_as_the_start(result: Callable[..., dict[str, Any]]) -> None:
    found = result("--formula", "np.sum(x**2)", "--start", "1,2,3", "--steps", "1")
    assert found["runs"][0]["trajectory"]["value"][0] == 14.0


def test_a_formula_may_begin_with_a_minus(result: Callable[..., dict[str, Any]]) -> None:
    found = result("--formula", "-x0**2", "--start", "1", "--steps", "0")
    assert found["runs"][0]["trajectory"]["value"] == [-1.0]


def test_a_pasted_function_is_read(result: Callable[..., dict[str, Any]]) -> None:
    found = result("--formula", "def function_2(x):\n    return x[0]**2 + x[1]**2")
    assert found["runs"][0]["trajectory"]["value"][0] == 25.0


def test_the_range_of_one_variable_may_be_two_numbers(
    result: Callable[..., dict[str, Any]],
) -> None:
    view = result("--formula", "x**2", "--range", "-7,7")["experiment"]["view"]
    assert Bounds(*view).x_min == -7.0
    assert Bounds(*view).x_max == 7.0


def test_not_finite_numbers_are_strings(result: Callable[..., dict[str, Any]]) -> None:
    found = result("--formula", "log(x0)", "--start", "-1", "--steps", "2")["runs"][0]
    assert found["trajectory"]["value"] == ["nan", "nan", "nan"]
    assert found["verdict"] == {"kind": "not-finite", "step": 0}


# --- where it goes ---------------------------------------------------------------------------


def test_the_table_is_the_default(gradviz: Callable[..., tuple[int, str, str]]) -> None:
    code, out, err = gradviz("run", "--run", "sgd:lr=0.1", "--run", "adam")
    assert (code, err) == (0, "")
    assert "converged at step" in out
    assert len(out.splitlines()) == 6


def test_csv_goes_to_the_screen(gradviz: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = gradviz("run", "--format", "csv", "--steps", "2")
    assert code == 0
    rows = list(csv.DictReader(out.splitlines()))
    assert [row["k"] for row in rows] == ["0", "1", "2"]
    assert float(rows[0]["value"]) == 25.0


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("r.json", [], '{"experiment"'),
        ("r.csv", [], "run,optimizer"),
        ("R.CSV", [], "run,optimizer"),
        ("r.csv", ["--format", "json"], '{"experiment"'),
        ("r.txt", [], "x0**2 + x1**2\n"),
    ],
)
def test_the_name_of_the_file_tells_the_format(
    gradviz: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    name: str,
    options: list[str],
    begins: str,
) -> None:
    path = tmp_path / name
    path.write_text("old")
    assert gradviz("run", "--steps", "1", "--out", str(path), *options) == (0, "", "")
    assert path.read_text().startswith(begins)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_file_that_cannot_be_written_is_said_in_one_line(
    gradviz: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "missing" / "r.csv"
    code, out, err = gradviz("run", "--out", str(path))
    assert (code, out) == (1, "")
    assert err == f"gradviz: Could not write {path}: the folder does not exist.\n"


def test_ctrl_c_ends_quietly(
    gradviz: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gradviz.cli.commands.evaluate", interrupt)
    assert gradviz("run") == (130, "", "")


# --- bad input -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--start", "-3,four"], "--start: 'four' is not a number"),
        (["--start", ""], "--start: nothing is not a number"),
        (["--start", "nan,1"], "--start: 'nan' is not a number"),
        (["--start"], "--start needs a value"),
        (["--start", "--steps", "3"], "--start needs a value"),
        (["--start", "1"], "--start: The function has 2 variables (x0, x1)"),
        (["--start", ",".join("1" * 51), "--formula", "sum(x)"], "--start: "),
        (["--steps", "1.5"], "--steps: '1.5' is not a whole number"),
        (["--steps", "-1"], "--steps: must be between 0 and 2000000, not -1."),
        (["--steps", "2000001"], "--steps: "),
        (["--method", "centre"], "--method: 'centre' is not forward, backward, central"),
        (["--h", "0"], "--h: must be between 1e-300 and 1e+300, not 0.0."),
        (["--h", "1e-400"], "--h: "),
        (["--h", "1e400"], "--h: '1e400' is too large"),
        (["--set", "a"], "--set: 'a' is not of the form name=value"),
        (["--set", "a=1"], "--set: The function has no parameter a: it has none."),
        (["--formula", "a=1\na*x0*x1", "--set", "a=1", "--set", "a=2"], "--set: "),
        (["--run", "sdg"], "--run sdg: There is no optimizer 'sdg'."),
        (["--run", "sgd:lr=fast"], "--run sgd:lr=fast: "),
        (["--run", "sgd:lr=-1"], "--run sgd:lr=-1: "),
        (["--run", "sgd:beta1=1"], "--run sgd:beta1=1: "),
        (["--run", "sgd:schedule=cos"], "--run sgd:schedule=cos: There is no schedule 'cos'."),
        (["--run", "sgd:schedule=step,over=5"], "the schedule step has every, gamma, warmup."),
        (["--run", "sgd:clip=norm"], "--run sgd:clip=norm: Write norm:1 or value:1"),
        (["--run", ""], "--run : "),
        (["--tolerance", "-1"], "--tolerance: "),
        (["--noise", "-1"], "--noise: "),
        (["--seed", "-1"], "--seed: "),
        (["--seed", "x"], "--seed: 'x' is not a whole number"),
        (["--range", "0,1"], "--range: 2 numbers where x0min,x0max,x1min,x1max are expected"),
        (["--range", "1,0,0,1"], "--range: "),
        (["--range", "0,inf,0,1"], "--range: 'inf' is not a number"),
        (["--format", "xml"], "--format: 'xml' is not table, csv or json"),
        (
            ["--stpes", "3"],
            "there is no option --stpes: did you mean --steps? (see gradviz run --help)",
        ),
        (["x0**2"], "There is no file"),
        (["a\nb"], "There is no file “a b”"),
    ],
)
def test_bad_input_is_one_clear_line(
    gradviz: Callable[..., tuple[int, str, str]], arguments: list[str], words: str
) -> None:
    code, out, err = gradviz("run", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("gradviz: ")
    assert err.count("\n") == 1
    assert words in err


def test_nothing_is_written_when_the_input_is_bad(
    gradviz: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, _, _ = gradviz("run", "--out", str(tmp_path / "r.csv"), "--steps", "x")
    assert code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("formula", "pointed_at"),
    [("x0**2 + sinn(x1)", "sinn"), ("2x0", "2x0"), ("x0^2", "^"), ("경사 + x0", "경사")],
)
def test_a_wrong_formula_is_two_lines_with_a_caret(
    gradviz: Callable[..., tuple[int, str, str]], formula: str, pointed_at: str
) -> None:
    code, out, err = gradviz("run", "--formula", formula)
    first, second = err.splitlines()
    assert (code, out) == (2, "")
    assert first.startswith(f"gradviz: {formula} - ")
    assert set(second) == {" ", "^"}
    wide = 2 if pointed_at == "경사" else 1
    before = len("gradviz: ") + formula.index(pointed_at)
    assert second == " " * before + "^" * wide * len(pointed_at)


def test_the_runs_of_the_command_line_are_those_of_the_core(
    result: Callable[..., dict[str, Any]],
) -> None:
    found = result("--run", "adam:lr=0.3,convention=book", "--steps", "20")
    run = Run(optimizer=Adam(lr=0.3, convention=Convention.BOOK))
    expected = evaluate(Experiment(runs=(run,), steps=20)).runs[0].trajectory
    assert found["runs"][0]["trajectory"]["x"] == expected.x.tolist()
