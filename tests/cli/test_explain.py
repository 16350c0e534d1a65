"""`gradviz explain`, help, version, and the caret under a mistake."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz import __version__
from gradviz.cli import main
from gradviz.cli.errors import formula_error
from gradviz.core.formula import FormulaError, parse


def test_it_names_variables_parameters_and_latex(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a = 2\na*x0**2 + x1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    formula = parse("a = 2\na*x0**2 + x1")
    partials = formula.gradient_latex()
    assert lines == [
        "variables: x0, x1",
        "parameters: a = 2.0",
        f"f = {formula.latex()}",
        f"df/dx0 = {partials[0]}",
        f"df/dx1 = {partials[1]}",
    ]


def test_it_says_when_any_number_of_variables_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "sum(x**2)"]) == 0
    out = capsys.readouterr().out
    assert "variables: x0, x1 (as many as the start has)\nparameters: none\n" in out


@pytest.mark.parametrize("arguments", [["-x**2"], ["--", "-x**2"], ["-(x - 1)"]])
def test_a_formula_may_begin_with_a_minus(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["explain", *arguments]) == 0
    assert capsys.readouterr().out.startswith("variables: x\n")


def test_a_mistake_is_pointed_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "x0**2 + sinn(x1)"]) == 2
    captured = capsys.readouterr()
    first, second = captured.err.splitlines()
    assert captured.out == ""
    assert first[second.index("^") : second.rindex("^") + 1] == "sinn"
    assert "Did you mean" in first
    assert "sin" in first.partition("Did you mean")[2]


def test_a_mistake_in_a_later_line_is_pointed_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a = 1\nb = 2\na*x0 + c"]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("gradviz: line 3: a*x0 + c - ")
    assert first[second.index("^") : second.rindex("^") + 1] == "c"


def test_a_mistake_in_a_long_line_is_shown_with_what_is_around_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "x0 + " * 100 + "sinn(x0)" + " + x0" * 100]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert len(second) < 100
    assert first[second.index("^") : second.rindex("^") + 1] == "sinn"


@pytest.mark.parametrize("text", ["", " ", "\n", "\t", "\x00", "\x1b[31m", "x0 +", "(((", "\u3000"])
def test_odd_texts_are_two_printable_lines_at_most(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["explain", text]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.isprintable() for line in lines)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_explained_or_refused_in_two_lines(text: str) -> None:
    try:
        parse(text)
    except FormulaError as error:
        lines = str(formula_error(error, text, "gradviz: ")).split("\n")
    else:
        return
    assert len(lines) == 2
    assert lines[1].strip(" ").strip("^") == ""
    assert "^" in lines[1]


def test_the_formula_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "FORMULA" in err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"gradviz {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["run", "render", "explain", "check", "examples:"]),
        (["run", "--help"], ["--formula", "--range", "--tolerance", "five-point", "adam"]),
        (["render", "-h"], ["--out", "--view", "--size", "--theme", "no display"]),
        (["explain", "--help"], ["FORMULA"]),
        (["check", "--help"], ["--network", "--weights", "--method", "--h", "--seed", "JSON"]),
    ],
)
def test_help_names_everything(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    assert main(arguments) == 0
    out = capsys.readouterr().out
    for word in words:
        assert word in out


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["descend"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "there is no command 'descend'; there are run, render" in err
