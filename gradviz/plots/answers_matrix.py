"""Where the cells of a confusion matrix stand: true classes by row, what they are taken for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF

from gradviz.core.network.metrics import NO_CLASS
from gradviz.plots.answers_words import Group, recall_word, total_word
from gradviz.plots.lettering import face

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QPointF

    from gradviz.document.answers import Answers

TITLE: Final = 16.0
NAME: Final = 15.0
"""Heights of the line above the columns and of their names."""
GAP: Final = 6.0
HEADING: Final = -1
"""The row or column of the headings."""
_LARGEST: Final = (66.0, 40.0)
"""Width and height of the largest cell."""
_CRISP: Final = 4.0
_LONGEST: Final = 84.0
_UPRIGHT: Final = 60.0
_SHARE: Final = 0.3
_ROOMY: Final = 23.0
"""Width of a cell from which on there is room for the totals too."""
_STRETCH: Final = 1.8
_UNKNOWN: Final = "?"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a confusion matrix shows.

    Attributes
    ----------
    counts : ndarray, shape (m, columns)
        Samples of each class, by row, that are taken for another.
    taken_for : tuple of int
        The class of each column; the last is `NO_CLASS` if there are such answers.
    totals : ndarray, shape (m,)
        Samples of each class.
    rows_named, columns_named : tuple of str
        Names of the classes.
    """

    counts: NDArray[np.intp]
    taken_for: tuple[int, ...]
    totals: NDArray[np.intp]
    rows_named: tuple[str, ...]
    columns_named: tuple[str, ...]

    @property
    def shares(self) -> NDArray[np.float64]:
        """The counts as shares of their row, 0 to 1."""
        shares: NDArray[np.float64] = self.counts / np.maximum(self.totals, 1)[:, None]
        return shares

    def group(self, spot: tuple[int, int]) -> Group:
        """Return the samples that a cell, or the heading of a row or column, stands for."""
        row, column = spot
        return Group(
            None if row == HEADING else row,
            None if column == HEADING else self.taken_for[column],
        )


def table_of(answers: Answers) -> Table:
    """Count the answers, with a column for those that are no class if there are any."""
    counts = answers.confusion
    names = answers.data.classes
    taken_for, columns_named = tuple(range(len(names))), names
    totals = np.bincount(answers.data.labels, minlength=len(names)).astype(np.intp)
    unknown = totals - counts.sum(axis=1)
    if unknown.any():
        counts = np.column_stack([counts, unknown])
        taken_for, columns_named = (*taken_for, NO_CLASS), (*names, _UNKNOWN)
    return Table(counts, taken_for, totals, names, columns_named)


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """A confusion matrix in pixels.

    Attributes
    ----------
    cells : QRectF
        All cells.
    width, height : float
        Of a cell.
    rows, columns : int
        How many there are.
    is_upright : bool
        Whether the names of columns are written upwards.
    every : int
        Every how many-th row is named; columns likewise by `every_column`.
    total, recall : float
        Right ends of the numbers beside the rows; a total of 0 is not written.
    box : QRectF
        All of it.
    """

    cells: QRectF
    width: float
    height: float
    rows: int
    columns: int
    is_upright: bool
    every: int
    every_column: int
    total: float
    recall: float
    box: QRectF

    def cell(self, spot: tuple[int, int]) -> QRectF:
        """Return the room of a cell or of a heading."""
        row, column = spot
        left, top = self.cells.left() + column * self.width, self.cells.top() + row * self.height
        if row == HEADING:
            top = self.box.top() + TITLE
            return QRectF(left, top, self.width, self.cells.top() - top)
        if column == HEADING:
            wide = self.cells.left() - self.box.left()
            return QRectF(self.box.left(), top, wide, self.height)
        return QRectF(left, top, self.width, self.height)

    def spot_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the cell or heading at a pixel; what is beside a row belongs to its heading."""
        if not self.box.contains(at):
            return None
        column = math.floor((at.x() - self.cells.left()) / self.width)
        row = math.floor((at.y() - self.cells.top()) / self.height)
        row = HEADING if row < 0 else row
        column = HEADING if not 0 <= column < self.columns else column
        if row >= self.rows or (row, column) == (HEADING, HEADING):
            return None
        return row, column


def matrix_layout(table: Table, area: QRectF) -> MatrixLayout | None:
    """Place a matrix at the upper left of an area; None where that is too small."""
    rows, columns = table.counts.shape
    names = max(map(face().width, table.rows_named))
    before = min(names, _LONGEST, _SHARE * area.width()) + GAP
    recall = max(face().width("100 %"), face().width(recall_word())) + GAP
    totals = [str(int(table.totals.max(initial=0))), total_word()]
    total = max(map(face().width, totals)) + 2 * GAP
    across = (area.width() - before - recall - total) / columns
    if across < _ROOMY:
        total = 0.0
        across = (area.width() - before - recall) / columns
    widest = max(map(face().width, table.columns_named))
    is_upright = widest + 2.0 > min(across, _LARGEST[0])
    named = min(widest, _UPRIGHT) + 4.0 if is_upright else NAME
    down = (area.height() - TITLE - named) / rows
    if across < 1.0 or down < 1.0:
        return None
    height = _whole(min(across, down, _LARGEST[1]))
    width = _whole(min(across, _STRETCH * height, _LARGEST[0]))
    cells = QRectF(
        math.ceil(area.left() + before),
        math.ceil(area.top() + TITLE + named),
        columns * width,
        rows * height,
    )
    end = cells.right() + total + recall
    box = QRectF(area.left(), area.top(), end - area.left(), cells.bottom() - area.top())
    every, every_column = math.ceil(11.0 / height), math.ceil(11.0 / width)
    written = cells.right() + total if total else 0.0
    return MatrixLayout(
        cells, width, height, rows, columns, is_upright, every, every_column, written, end, box
    )


def _whole(size: float) -> float:
    """Return a size in whole pixels, if that is not too much less."""
    return float(math.floor(size)) if size >= _CRISP else size
