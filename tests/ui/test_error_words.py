"""Errors that are codes are told in the reader's words, their values too."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from gradviz.core.formula import FormulaError, parse
from gradviz.core.formula.errors import WORDS
from gradviz.core.formula.hints import Arguments, Hint, Thing
from gradviz.core.optimizers import SGD
from gradviz.document.atomic import Reason, WriteError
from gradviz.document.evaluate import objective_of
from gradviz.document.experiment import Experiment, ExperimentError, Run
from gradviz.document.experiment_errors import Sentence
from gradviz.document.file_errors import FileCode, FileError
from gradviz.ui.error_words import PHRASES, coded_sentence, field_words, value_words, write_sentence
from gradviz.ui.wording import formula_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Marking(QTranslator):
    """A language whose words are those of English between marks."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"<{text}>"

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's spelling)
        return False


@pytest.fixture
def marking(qapp: QCoreApplication) -> Iterator[None]:
    translator = _Marking()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def refusal(**changes: object) -> ExperimentError:
    with pytest.raises(ExperimentError) as caught:
        Experiment(**changes)
    return caught.value


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"h": 0.0}, "The step size h must be between 1e-300 and 1e+300, not 0.0."),
        ({"start": (1.0, float("nan"))}, "Coordinate 2 of the start must be a finite number."),
        ({"start": ()}, "The start needs at least 1, not 0."),
        ({"parameters": (("a", float("inf")),)}, "Parameter a must be a finite number."),
        ({"parameters": (("a", 1.0), ("a", 2.0))}, "The parameter a is given twice."),
        ({"runs": ("x",)}, "Run 1 must be a run, not str."),
    ],
)
def test_places_have_names(changes: dict[str, object], sentence: str) -> None:
    assert coded_sentence(refusal(**changes)) == sentence


def test_places_without_names_are_told_as_they_are() -> None:
    assert field_words("runs.0.style") == "runs.0.style"
    assert field_words("") == ""


@pytest.mark.parametrize("dimension", [1, 2, 5, 10])
@pytest.mark.parametrize("found", [1, 3])
def test_a_start_that_does_not_fit(dimension: int, found: int) -> None:
    if dimension == found:
        return
    with pytest.raises(ExperimentError) as caught:
        objective_of(f"x{dimension - 1}**2" if dimension > 1 else "x**2", found, ())
    sentence = coded_sentence(caught.value)
    assert f"{dimension} variable{'s' * (dimension > 1)} (" in sentence
    assert sentence.endswith(f"has {found} number{'s' * (found > 1)}.")


@pytest.mark.usefixtures("marking")
def test_sentences_of_experiments_are_translated_before_values_are_put_in() -> None:
    assert coded_sentence(refusal(h=0.0)) == (
        "<<The step size h> must be between 1e-300 and 1e+300, not 0.0.>"
    )


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sinn(x0)", "<There is no function named “sinn”.>\n<Did you mean “sin”?>"),
        ("2x0", "<There is no operator inside “2x0”.>\n<Write “2*x0”.>"),
        ("[t for t in x0]", "<<A comprehension> cannot be used in a formula.>\n<Write “sum(x**2)”"),
        ("sin(x0, 1)", "<“sin” takes <1 argument>, not 2.>"),
        ("max()", "<“max” takes <at least 1 argument>, not 0.>"),
        ("(x0", "<This “(” is never closed.>\n<Add the missing “)”.>"),
    ],
)
def test_mistakes_in_formulas_are_translated_with_hints_and_words(text: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert formula_sentence(caught.value).startswith(sentence)


@pytest.mark.usefixtures("marking")
def test_values_that_are_words_are_translated() -> None:
    assert value_words("at least 0.5") == "<at least 0.5>"
    assert value_words("line 3, column 5") == "<line 3, column 5>"
    assert value_words("true or false") == "<true or false>"
    assert value_words("a number or null") == "<<a number> or <null>>"
    assert value_words("experiment.runs[2]") == "experiment.runs[2]"


@pytest.mark.usefixtures("marking")
def test_a_file_tells_why_the_experiment_refused() -> None:
    error = FileError(FileCode.INVALID, "experiment.h", text="English")
    error.__cause__ = refusal(h=0.0)
    assert coded_sentence(error).startswith("<“experiment.h”: <<The step size h> must")


def test_values_are_formatted_once() -> None:
    error = FileError(FileCode.UNKNOWN_WORD, "a", word="{0} {name}")
    assert coded_sentence(error) == "“a” cannot be “{0} {name}”."


@pytest.mark.parametrize("template", [*Sentence, *Hint, *Thing, *Arguments, *PHRASES])
def test_templates_can_be_formatted(template: str) -> None:
    assert all(name is None or name for _, name, _, _ in Formatter().parse(template))


def test_words_are_those_that_mistakes_have() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("{}")
    assert set(caught.value.values) & WORDS == {"what"}


def test_an_experiment_that_is_too_large_tells_how_large() -> None:
    error = refusal(steps=2_000_000, runs=(Run(optimizer=SGD(lr=0.1)),) * 100)
    assert "Steps: 2,000,000, runs: 100, variables: 2." in coded_sentence(error)


@pytest.mark.usefixtures("marking")
def test_a_file_that_cannot_be_written_tells_why_in_the_reader_s_words() -> None:
    error = WriteError(Path("a.png"), Reason.FULL, "the disk is full")
    assert write_sentence(error) == "<Could not write a.png: <the disk is full>.>"
