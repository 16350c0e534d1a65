"""Samples from a CSV file: headings, numbers, and the class in the last column.

Cells are parted by commas, or where the headings have none by semicolons, which leave the comma to
decimals as spreadsheets of many countries write them, or tabs.
"""

from __future__ import annotations

import csv
import io
import math
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.coded_error import CodedError
from gradviz.core.network.data import Data, classified

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 1_000
MOST_CLASSES: Final = 100
MOST_CHARACTERS: Final = 50_000_000
LONGEST_SHOWN: Final = 40
"""Characters of a cell that are shown."""
_COMMA, _SEMICOLON, _TAB = ",;\t"


class DataCode(StrEnum):
    """What is wrong with a table."""

    TOO_LONG = "too-long"
    EMPTY = "empty"
    NO_HEADINGS = "no-headings"
    NO_SAMPLES = "no-samples"
    TOO_FEW_COLUMNS = "too-few-columns"
    TOO_MANY_COLUMNS = "too-many-columns"
    TOO_MANY_ROWS = "too-many-rows"
    COLUMNS_DIFFER = "columns-differ"
    NOT_A_NUMBER = "not-a-number"
    NOT_FINITE = "not-finite"
    NO_LABEL = "no-label"
    ONE_CLASS = "one-class"
    TOO_MANY_CLASSES = "too-many-classes"
    BROKEN = "broken"


_SENTENCES: Final = {
    DataCode.TOO_LONG: "The table has more than {most} characters.",
    DataCode.EMPTY: "The table is empty: it needs a line of headings and lines of samples.",
    DataCode.NO_HEADINGS: "The first line has numbers alone: it should name the columns.",
    DataCode.NO_SAMPLES: "There are no samples below the headings.",
    DataCode.TOO_FEW_COLUMNS: "A table needs at least two columns: an input, and the class last.",
    DataCode.TOO_MANY_COLUMNS: "There are {found} columns; there can be {most}.",
    DataCode.TOO_MANY_ROWS: "There are more than {most} samples.",
    DataCode.COLUMNS_DIFFER: "The headings name {wanted} columns, line {line} has {found}.",
    DataCode.NOT_A_NUMBER: "Line {line}, column {column}: “{text}” is not a number.",
    DataCode.NOT_FINITE: "Line {line}, column {column}: {text} is not a finite number.",
    DataCode.NO_LABEL: "Line {line} has no class in its last column.",
    DataCode.ONE_CLASS: "All samples are of the class {name}: there is nothing to tell apart.",
    DataCode.TOO_MANY_CLASSES: "There are {found} classes in the last column; there can be {most}.",
    DataCode.BROKEN: "Line {line} cannot be read: {text}.",
}


class DataError(CodedError):
    """A table that holds no samples; the value ``line`` counts from 1."""

    sentences = _SENTENCES


def read_table(text: str) -> Data:
    """Read samples from text in columns.

    Classes are numbered in the order of their names, numbers by value.

    Raises
    ------
    DataError
        With the line and column of what cannot be read.
    """
    if len(text) > MOST_CHARACTERS:
        raise DataError(DataCode.TOO_LONG, most=MOST_CHARACTERS)
    # some programs still end lines as old ones did, with a return alone
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    lines = _lines(text, delimiter)
    _, headings = next(lines, (0, []))
    _check_headings(headings)
    names = tuple(_shown(name) or str(i + 1) for i, name in enumerate(headings))
    rows: list[list[float]] = []
    labels: list[str] = []
    for line, cells in lines:
        if len(rows) == MOST_ROWS:
            raise DataError(DataCode.TOO_MANY_ROWS, most=MOST_ROWS)
        if len(cells) != len(names):
            raise DataError(DataCode.COLUMNS_DIFFER, line=line, found=len(cells), wanted=len(names))
        numbers = cells[:-1]
        if delimiter == _SEMICOLON:
            numbers = [cell.replace(",", ".") for cell in numbers]
        rows.append(_row(numbers, line, names))
        labels.append(_label(cells[-1], line))
    if not rows:
        raise DataError(DataCode.NO_SAMPLES)
    return _data(names, rows, labels)


def _delimiter(text: str) -> str:
    """Return what parts the cells of the headings, the first line that is not blank."""
    headings = text.lstrip().partition("\n")[0]
    if _COMMA in headings:
        return _COMMA
    return next((mark for mark in (_SEMICOLON, _TAB) if mark in headings), _COMMA)


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each line that is not blank."""
    reader = csv.reader(io.StringIO(text), strict=True, skipinitialspace=True, delimiter=delimiter)
    try:
        for cells in reader:
            if cells and any(stripped := list(map(str.strip, cells))):
                yield reader.line_num, stripped
    except csv.Error as error:
        raise DataError(DataCode.BROKEN, line=reader.line_num, text=str(error)) from None


def _check_headings(headings: list[str]) -> None:
    if not headings:
        raise DataError(DataCode.EMPTY)
    if len(headings) < 2:  # noqa: PLR2004 - an input and the class
        raise DataError(DataCode.TOO_FEW_COLUMNS)
    if len(headings) > MOST_COLUMNS:
        raise DataError(DataCode.TOO_MANY_COLUMNS, found=len(headings), most=MOST_COLUMNS)
    if all(_is_number(heading) for heading in headings):
        raise DataError(DataCode.NO_HEADINGS)


def _row(cells: list[str], line: int, columns: tuple[str, ...]) -> list[float]:
    try:
        found = list(map(float, cells))
    except ValueError:
        found = [math.nan]
    # one look at the sum is quick; where it is no number, it is told which cell is to blame
    if math.isfinite(sum(found)):
        return found
    return [_number(cell, line, column) for cell, column in zip(cells, columns, strict=False)]


def _number(cell: str, line: int, column: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise DataError(
            DataCode.NOT_A_NUMBER, line=line, column=column, text=_shown(cell)
        ) from None
    if not math.isfinite(value):
        raise DataError(DataCode.NOT_FINITE, line=line, column=column, text=_shown(cell))
    return value


def _is_number(cell: str) -> bool:
    return math.isfinite(_value(cell))


def _value(cell: str) -> float:
    """Return the number that a cell holds; nan if it holds none."""
    try:
        return float(cell)
    except ValueError:
        return math.nan


def _shown(cell: str) -> str:
    """Return a cell on one line, cut off if it is long."""
    plain = " ".join(cell.split())
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def _label(cell: str, line: int) -> str:
    if not cell:
        raise DataError(DataCode.NO_LABEL, line=line)
    return cell


def _data(names: tuple[str, ...], rows: list[list[float]], labels: list[str]) -> Data:
    classes = sorted(set(labels), key=_by_value)
    if len(classes) == 1:
        raise DataError(DataCode.ONE_CLASS, name=_shown(classes[0]))
    if len(classes) > MOST_CLASSES:
        raise DataError(DataCode.TOO_MANY_CLASSES, found=len(classes), most=MOST_CLASSES)
    number = {name: i for i, name in enumerate(classes)}
    return classified(
        np.array(rows),
        np.array([number[label] for label in labels]),
        names[:-1],
        tuple(_shown(name) for name in classes),
    )


def _by_value(name: str) -> tuple[int, float, str]:
    return (0, _value(name), name) if _is_number(name) else (1, 0.0, name)
