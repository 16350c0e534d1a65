"""The sheet of arithmetic of a stage: rows of maths and of words, as large as there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.plots.backprop_maths import lines_of
from gradviz.plots.colours import colour
from gradviz.plots.lettering import SMALL, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from gradviz.plots.backprop_maths import Atom
    from gradviz.plots.themes import Theme

SIZES: Final = (15, 14, 13, 12, 11)
"""Pixels of the maths, from the largest that is used to the smallest."""
_WORD_LINE: Final = 16.0
_LEADING: Final = 0.42
_GAP: Final = 4.0


@dataclass(frozen=True, slots=True)
class Maths:
    """A line of maths.

    Attributes
    ----------
    atoms : tuple of Atom
        What is set.
    rank : int
        How soon it is left out where there is no room: the highest first.
    """

    atoms: tuple[Atom, ...]
    rank: int = 0

    def height(self, size: int, width: float) -> float:
        """Return how high it is, broken to fit into a width."""
        lines = lines_of(self.atoms, size, width)
        return sum(line.ascent + line.descent + _LEADING * size for line in lines)

    def paint(
        self, painter: QPainter, at: tuple[float, float], size: int, width: float, theme: Theme
    ) -> None:
        """Paint it below and to the right of a place."""
        left, top = at
        for line in lines_of(self.atoms, size, width):
            base = top + line.ascent + _LEADING * size / 2.0
            for atom, x in line.atoms:
                atom.paint(painter, (left + x, base), size, theme)
            top += line.ascent + line.descent + _LEADING * size


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, broken into lines.

    Attributes
    ----------
    text : str
        What is said.
    rank : int
        How soon it is left out where there is no room: the highest first.
    """

    text: str
    rank: int = 1

    def height(self, _size: int, width: float) -> float:
        """Return how high it is, broken to fit into a width."""
        return _WORD_LINE * len(_broken(self.text, width))

    def paint(
        self, painter: QPainter, at: tuple[float, float], _size: int, width: float, theme: Theme
    ) -> None:
        """Paint it below and to the right of a place."""
        ink = colour(theme.text_muted)
        for number, line in enumerate(_broken(self.text, width)):
            level = at[1] + _WORD_LINE * (number + 0.5)
            face(SMALL).write(painter, (at[0], level), line, ink)


Row = Maths | Sentence


def _broken(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face(SMALL).width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def fitted(rows: Sequence[Row], width: float, height: float) -> tuple[tuple[Row, ...], int]:
    """Return the rows there is room for and the size of their maths.

    They are set smaller before any is left out; the last of the highest rank goes first.
    """
    kept = list(rows)
    while True:
        for size in SIZES:
            if _height(kept, size, width) <= height:
                return tuple(kept), size
        if len(kept) <= 1:
            return tuple(kept), SIZES[-1]
        highest = max(row.rank for row in kept)
        kept.pop(max(i for i, row in enumerate(kept) if row.rank == highest))


def wanted_height(rows: Sequence[Row], width: float) -> float:
    """Return the height of rows in the largest maths."""
    return _height(rows, SIZES[0], width)


def _height(rows: Sequence[Row], size: int, width: float) -> float:
    return sum(row.height(size, width) + _GAP for row in rows) - _GAP


def paint_rows(painter: QPainter, rows: Sequence[Row], box: QRectF, theme: Theme) -> None:
    """Paint as many rows as there is room for, from the top of a box."""
    shown, size = fitted(rows, box.width(), box.height())
    top = box.top()
    for row in shown:
        row.paint(painter, (box.left(), top), size, box.width(), theme)
        top += row.height(size, box.width()) + _GAP
