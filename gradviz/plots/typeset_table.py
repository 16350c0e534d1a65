"""A table of numbers in a sheet of maths: a column for each coordinate."""

from __future__ import annotations

from dataclasses import dataclass
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
_DIGITS, _FEWEST = 10, 6
"""Figures of a number: so that the difference is seen between values that are close."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """What a row is, its number for each coordinate, and whether it is what matters."""

    label: Part
    values: tuple[float, ...]
    bold: bool = False
    digits: int = _DIGITS


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
        least = self._label_width() + len(self.heads) * self._column(self._digits(width))
        return least, _HEAD + _ROW * len(self.rows)

    def paint(self, painter: QPainter, box: QRectF, theme: Theme) -> list[Hint]:
        """Paint it; return what its numbers are in full."""
        digits = self._digits(box.width())
        first = box.left() + self._label_width()
        column = max((box.right() - first) / len(self.heads), self._column(digits))
        for i, head in enumerate(self.heads):
            at = (first + (i + 1) * column, box.top() + _HEAD / 2.0 - 2.0)
            face(SMALL).write(painter, at, head, colour(theme.text_muted), Align.AlignRight)
        hints: list[Hint] = []
        for number, row in enumerate(self.rows):
            level = box.top() + _HEAD + _ROW * (number + 0.5)
            base = QPointF(box.left(), level + 0.3 * row.label.size)
            row.label.paint(painter, base, theme.text if row.bold else theme.text_muted)
            font, ink = _face(row), colour(theme.text)
            for i, value in enumerate(row.values):
                right = first + (i + 1) * column
                text = readout(value, min(digits, row.digits))
                font.write(painter, (right, level), text, ink, Align.AlignRight)
                cell = QRectF(right - column + _BETWEEN, level - _ROW / 2.0, column, _ROW)
                hints.append(Hint(cell, repr(value)))
        return hints

    def _digits(self, width: float) -> int:
        """Return how many figures fit; all of them where the table has to scroll anyway."""
        room = (width - self._label_width()) / len(self.heads)
        wished = range(_DIGITS, _FEWEST - 1, -1)
        return next((d for d in wished if self._column(d) <= room), _DIGITS)

    def _column(self, digits: int) -> float:
        texts = (
            (_face(row), readout(value, min(digits, row.digits)))
            for row in self.rows
            for value in row.values
        )
        return _BETWEEN + max(font.width(text) for font, text in texts)

    def _label_width(self) -> float:
        return max(row.label.measure()[0] for row in self.rows)


def _face(row: TableRow) -> Face:
    return face(BODY, bold=row.bold)
