"""A table of numbers in a sheet of maths: a column for each coordinate, folded if it is narrow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from gradviz.plots.colours import colour
from gradviz.plots.lettering import BODY, SMALL, Align, Face, face
from gradviz.plots.numerals import readout
from gradviz.plots.typeset_rows import Hint, Part

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

__all__ = ["LABEL_SIZE", "Table", "TableRow"]

LABEL_SIZE: Final = 12
_ROW: Final = 20.0
_HEAD: Final = 17.0
_BETWEEN: Final = 10.0
_APART: Final = 6.0
"""Pixels between two parts of a table that is folded."""
_DIGITS, _FEWEST, _MOST = 10, 6, 17
"""Figures of a number; more than ten only where values differ no sooner."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a row is, its number for each coordinate, and whether it is what matters."""

    label: Part
    values: tuple[float, ...]
    bold: bool = False
    digits: int = _MOST


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of numbers under the names of their columns."""

    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def lines(self) -> tuple[str, ...]:
        """Return the LaTeX that it needs."""
        return tuple(row.label.latex for row in self.rows)

    def measure(self, width: float) -> tuple[float, float]:
        """Return the width and the height that it takes where `width` is to be had."""
        digits, count = self._shape(width)
        parts = -(-len(self.heads) // count)
        wide = self._label_width() + count * self._column(digits)
        return wide, parts * self._part_height() + (parts - 1) * _APART

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it; return what its numbers are in full."""
        digits, count = self._shape(box.width())
        hints: list[Hint] = []
        top = box.top()
        for start in range(0, len(self.heads), count):
            place = QRectF(box.left(), top, box.width(), self._part_height())
            hints += self._paint_part(painter, place, theme, slice(start, start + count), digits)
            top += self._part_height() + _APART
        return hints

    def _paint_part(
        self, painter: QPainter, box: QRectF, theme: Theme, columns: slice, digits: int
    ) -> list[Hint]:
        """Paint some of the columns, as wide as those of the other parts."""
        first = box.left() + self._label_width()
        room = (box.right() - first) / (columns.stop - columns.start)
        column = max(room, self._column(digits))
        for i, head in enumerate(self.heads[columns]):
            at = (first + (i + 1) * column, box.top() + _HEAD / 2.0 - 2.0)
            face(SMALL).write(painter, at, head, colour(theme.text_muted), Align.AlignRight)
        hints: list[Hint] = []
        for number, row in enumerate(self.rows):
            level = box.top() + _HEAD + _ROW * (number + 0.5)
            base = QPointF(box.left(), level + 0.3 * row.label.size)
            row.label.paint(painter, base, theme.text if row.bold else theme.text_muted)
            font, ink = _face(row), colour(theme.text)
            for i, value in enumerate(row.values[columns]):
                right = first + (i + 1) * column
                text = readout(value, min(digits, row.digits))
                font.write(painter, (right, level), text, ink, Align.AlignRight)
                cell = QRectF(right - column + _BETWEEN, level - _ROW / 2.0, column, _ROW)
                hints.append(Hint(cell, repr(value)))
        return hints

    def _shape(self, width: float) -> tuple[int, int]:
        """Return how many figures fit, and how many columns side by side.

        Rather fewer figures than columns one below the other, down to `_FEWEST`; but where values
        would look equal that are not, as many as tell them apart.
        """
        room, every = width - self._label_width(), len(self.heads)
        telling = self._telling()
        fewest = telling if telling > _DIGITS else _FEWEST
        fitting = min(every, max(1, int(room / self._column(fewest))))
        count = -(-every // -(-every // fitting))  # as many in each part
        wished = range(max(_DIGITS, telling), fewest, -1)
        return next((d for d in wished if count * self._column(d) <= room), fewest), count

    def _telling(self) -> int:
        """Return how many figures tell apart the values of a coordinate, where these differ."""
        rows = [row.values for row in self.rows if row.digits == _MOST]
        columns = zip(*rows, strict=True)
        pairs = [pair for column in columns for pair in pairwise(column) if _differ(*pair)]
        wished = range(_DIGITS, _MOST)
        enough = (d for d in wished if all(readout(a, d) != readout(b, d) for a, b in pairs))
        return next(enough, _MOST)

    def _part_height(self) -> float:
        return _HEAD + _ROW * len(self.rows)

    def _column(self, digits: int) -> float:
        texts = (
            (_face(row), readout(value, min(digits, row.digits)))
            for row in self.rows
            for value in row.values
        )
        return _BETWEEN + max(font.width(text) for font, text in texts)

    def _label_width(self) -> float:
        return max(row.label.measure()[0] for row in self.rows)


def _differ(one: float, other: float) -> bool:
    return one != other and math.isfinite(one - other)


def _face(row: TableRow) -> Face:
    return face(BODY, bold=row.bold)
