"""Values in place of the formula's own, and the way into its text."""

from __future__ import annotations

import pytest

from gradviz.core.formula import parse
from gradviz.document.edits import with_parameter
from gradviz.document.evaluate import evaluate, objective_of
from gradviz.document.experiment import Experiment
from gradviz.document.parameters import text_in_use, value_of, without, written


def experiment(formula: str) -> Experiment:
    return Experiment(formula=formula, start=(1.0, 2.0))


def test_the_value_of_the_experiment_stands_in_for_the_text() -> None:
    first = experiment("a = 1.5\na*x0 + x1")
    (parameter,) = parse(first.formula).parameters
    assert value_of(first, parameter) == 1.5
    moved = with_parameter(first, "a", -2.0)
    assert value_of(moved, parameter) == -2.0
    assert value_of(without(moved, "a"), parameter) == 1.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1.5\na*x0 + x1", "a = -0.25\na*x0 + x1"),
        ("ä = 1\nx0 + x1 + ä*a\na = 1/3  # third", "ä = 1\nx0 + x1 + ä*a\na = -0.25  # third"),
        (
            "def f(x, a=2):\n    return a*x[0] + x[1]",
            "def f(x, a=-0.25):\n    return a*x[0] + x[1]",
        ),
        ("a = -3\nb = 2\na*b*x0 + x1", "a = -0.25\nb = 2\na*b*x0 + x1"),
    ],
)
def test_a_value_is_written_where_the_number_stands(text: str, expected: str) -> None:
    moved = with_parameter(experiment(text), "a", -0.25)
    done = written(moved, parse(text), "a")
    assert done.formula == expected
    assert done.parameters == ()
    before, after = (evaluate(e).runs[0].trajectory.value[0] for e in (moved, done))
    assert before == after


def test_what_stands_in_the_text_already_changes_nothing() -> None:
    first = experiment("a = 1.5\nb = 2\na*x0 + b*x1")
    formula = parse(first.formula)
    moved = with_parameter(first, "b", 7.0)
    assert written(moved, formula, "a") is moved
    assert written(moved, formula, "c") is moved
    done = written(with_parameter(moved, "a", 1e-300), formula, "a")
    assert done.formula == "a = 1e-300\nb = 2\na*x0 + b*x1"
    assert done.parameters == (("b", 7.0),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x0**2\n    + a*x1\na = 1", "x0**2 + a*x1, a = -0.25"),
        ("a = 1\nb = 2.50\nx0**a + b*x1", "x0**a + b*x1, a = -0.25, b = 2.50"),
        ("def f(x, a=2):\n    return a*x[0] + x[1]", "def f(x, a=-0.25): return a*x[0] + x[1]"),
        ("s = x0 + x1\na = 1\na*s**2", "s = x0 + x1 a*s**2, a = -0.25"),
    ],
)
def test_the_text_in_use_is_one_line_with_the_values_in_use(text: str, expected: str) -> None:
    assert text_in_use(objective_of(text, 2, (("a", -0.25),))) == expected


def test_values_that_are_not_replaced_stay_as_typed() -> None:
    assert text_in_use(objective_of("a = 1e0\na*x0", 1, ())) == "a*x0, a = 1e0"
    assert text_in_use(objective_of("a = 1e0\na*x0", 1, (("a", 1.0),))) == "a*x0, a = 1e0"
    assert text_in_use(objective_of("x0**2", 1, ())) == "x0**2"
