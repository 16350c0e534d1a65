"""No text in a CSV file is taken for a formula, and every one reads back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.core.optimizers import SGD
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.step_rows import Column, Quantity, StepRows
from gradviz.export.cells import text_cell, text_row
from gradviz.export.tables import csv_parts, rows_parts, steps_parts

texts = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
    st.text("=+-@ \t\r\n'\",;1A(", max_size=8),
)


@given(st.lists(texts, min_size=2, max_size=4))
def test_cells_read_back_and_begin_no_formula(row: list[str]) -> None:
    line = text_row(*row) + "\n"
    (read,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    for cell, text in zip(read, row, strict=True):
        assert cell.lstrip()[:1] not in set("=+-@")
        assert cell[:1] not in set("\t\r\n")
        assert text in {cell, cell.removeprefix("'")}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+Adam", "'+Adam"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\uff1d1", "'\uff1d1"),
        ('=HYPERLINK("a";"b")', '"\'=HYPERLINK(""a"";""b"")"'),
        (" =1", '"\' =1"'.replace('"', "")),
        ("SGD, fast", '"SGD, fast"'),
        ("SGD", "SGD"),
        ("a-b=c@d", "a-b=c@d"),
        ("|grad f|", "|grad f|"),
        ("", ""),
    ],
)
def test_cell(text: str, cell: str) -> None:
    assert text_cell(text) == cell


def test_numbers_below_zero_stay_numbers() -> None:
    results = evaluate(Experiment(formula="x**2", start=(-3.0,), steps=1))
    _, first, *_ = csv.reader(io.StringIO("".join(csv_parts(results))))
    assert first[3] == "-3.0"
    _, first, *_ = csv.reader(io.StringIO("".join(steps_parts(results.runs[0], ("x",)))))
    assert first[1] == "-3.0"


def test_whatever_is_called_like_a_formula_is_text() -> None:
    run = Run(optimizer=SGD(lr=0.1), name="=cmd|'/C calc'!A0")
    results = evaluate(Experiment(runs=(run,), steps=1))
    rows = StepRows(results.runs[0], ("x0", "x1"))
    first = Column(Quantity.COORDINATE, 0, "=x0, really")
    rows.columns = (rows.columns[0], replace(first), *rows.columns[2:])
    for part in (csv_parts(results), rows_parts(rows)):
        for row in csv.reader(io.StringIO("".join(part))):
            assert not any(cell.startswith(("=", "@", "+")) for cell in row)
