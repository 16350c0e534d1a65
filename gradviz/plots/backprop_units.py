"""The units of the drawn network: in each cell what went forward, below it what came back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPen

from gradviz.plots.backprop_maths import backward_ink, forward_ink
from gradviz.plots.backprop_plan import Quantity
from gradviz.plots.colours import blended, colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import compact, true_minus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.plots.backprop_lit import Lit
    from gradviz.plots.backprop_plan import Cell, Column, Plan
    from gradviz.plots.lettering import Face
    from gradviz.plots.themes import Theme

    Vector = NDArray[np.float64]

__all__ = ["paint_image", "paint_units"]

_CORNER: Final = 5.0
_INNER: Final = 3.0
_TINTS: Final = 12
"""Strengths of a cell's ground that are told apart."""
_FAINTEST, _STRONGEST = 0.04, 0.36
_DIGITS: Final = (3, 2, 1)
_FEWEST: Final = 2
"""Digits for which numbers are set smaller; one has to do in the smallest letters."""
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_PADDING: Final = 3.0
_SMALLEST, _LARGEST = 9, 15
_WIDTH: Final = 3.9
"""Width of the first cell beside the size of all letters, at least."""
_DEPTH: Final = 0.55
"""How much of its own colour a number keeps: the rest is that of text, read on every ground."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Numbers of one kind, one for each unit of a column, and how they are set.

    Attributes
    ----------
    values : ndarray, shape (n,)
        The numbers.
    ink : str
        Their colour.
    is_new : bool
        Whether the stage is about them.
    half : int or None
        0 for the upper half of each cell, 1 for the lower; None for all of it.
    """

    values: Vector
    ink: str
    is_new: bool
    half: int | None

    def strengths(self) -> NDArray[np.intp]:
        """Return how large each is beside the largest, 0 to `_TINTS`."""
        sizes = np.abs(np.nan_to_num(self.values, nan=0.0, posinf=np.inf, neginf=-np.inf))
        largest = float(sizes.max(initial=0.0))
        if not 0.0 < largest < np.inf:
            return np.where(np.isinf(sizes), _TINTS, 0).astype(np.intp)
        return np.ceil(sizes / largest * _TINTS).astype(np.intp)

    def part(self, box: QRectF) -> QRectF:
        """Return the part of a cell where a number stands."""
        if self.half is None:
            return box
        down = box.height() / 2.0
        return QRectF(box.left(), box.top() + self.half * down, box.width(), down)


def paint_units(
    painter: QPainter, plan: Plan, lit: Lit, chosen: Mapping[int, int], theme: Theme
) -> None:
    """Paint all units, and the loss."""
    for column in plan.columns:
        ringed = chosen.get(column.number) if column.number == lit.stage.column else None
        _paint_frames(painter, column, ringed, theme)
        for cell in column.cells:
            for line in _lines(column.number, cell.quantity, lit, theme):
                _paint_line(painter, column, cell, line, theme)


def _paint_frames(painter: QPainter, column: Column, ringed: int | None, theme: Theme) -> None:
    """Paint the grounds of the units; a ring about the one that the arithmetic tells of."""
    painter.setBrush(colour(theme.sunken))
    painter.setPen(QPen(colour(theme.border), 1.0))
    for place in range(len(column.units)):
        box = column.box(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
    if ringed in column.units:
        box = column.box(column.units.index(ringed)).adjusted(-1.5, -1.5, 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.accent), 2.0))
        painter.drawRoundedRect(box, _CORNER + 1.5, _CORNER + 1.5)


def _lines(number: int, quantity: Quantity, lit: Lit, theme: Theme) -> list[_Line]:
    """Return what stands in the cells of a column by now."""
    if quantity is Quantity.LOSS:
        values = np.array([lit.study.loss]) if lit.reached.loss else None
        slopes = np.ones(1) if lit.reached.slope else None
    else:
        values, slopes = lit.values(number, quantity), lit.slopes(number, quantity)
    has_slope = quantity in {Quantity.AFFINE, Quantity.ACTIVE, Quantity.LOSS}
    lines = []
    if values is not None:
        ink = theme.text if quantity is Quantity.TARGET else forward_ink(theme)
        is_new = lit.is_new(number, quantity)
        lines.append(_Line(values, ink, is_new, 0 if has_slope else None))
    if slopes is not None:
        is_new = lit.is_new_slope(number, quantity)
        lines.append(_Line(slopes, backward_ink(theme), is_new, 1))
    return lines


def _paint_line(painter: QPainter, column: Column, cell: Cell, line: _Line, theme: Theme) -> None:
    """Paint numbers on grounds that are the stronger the larger they are."""
    places = range(len(column.units))
    boxes = [line.part(_inside(column.box(place), cell)) for place in places]
    grounds = _grounds(line.ink, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    strengths = line.strengths()[list(column.units)].tolist()
    for box, strength in zip(boxes, strengths, strict=True):
        painter.setBrush(grounds[strength])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _INNER, _INNER)
    kind, ink = _letters(column, cell, line), colour(blended(line.ink, theme.text, _DEPTH))
    room = cell.width - _PADDING
    for box, value in zip(boxes, line.values[list(column.units)].tolist(), strict=True):
        middle = box.center()
        at = (middle.x(), middle.y())
        kind.write(painter, at, _fitted(value, room, kind), ink, Align.AlignHCenter)


@lru_cache(maxsize=16)
def _grounds(ink: str, theme: Theme) -> tuple[QBrush, ...]:
    """Return the grounds of numbers in a colour, from the faintest to the strongest."""
    step = (_STRONGEST - _FAINTEST) / _TINTS
    alphas = (round(_FAINTEST + step * strength, 3) for strength in range(_TINTS + 1))
    return tuple(QBrush(colour(blended(ink, theme.surface, alpha))) for alpha in alphas)


def _letters(column: Column, cell: Cell, line: _Line) -> Face:
    """Return the letters for a line of numbers: as large as they fit with two digits."""
    room = cell.width - _PADDING
    size = int(min(column.height / 2.0 - 5.0, column.cells[0].width / _WIDTH, _LARGEST))
    size = max(size, _SMALLEST)
    if size > _SMALLEST:
        texts = [compact(float(line.values[unit]) + 0.0, _FEWEST) for unit in column.units]
        while size > _SMALLEST and max(map(face(size, bold=line.is_new).width, texts)) > room:
            size -= 1
    return face(size, bold=line.is_new)


def _inside(unit: QRectF, cell: Cell) -> QRectF:
    """Return the part of a unit's frame that a cell fills."""
    left = max(cell.left, unit.left() + 2.0)
    right = min(cell.left + cell.width, unit.right() - 2.0)
    return QRectF(left, unit.top() + 2.0, right - left, unit.height() - 4.0)


def _fitted(value: float, width: float, kind: Face) -> str:
    """Return a number with as many digits as there is room for."""
    return next((text for text in _shorter(value) if kind.width(text) <= width), _ELLIPSIS)


def _shorter(value: float) -> Iterator[str]:
    """Yield a number with fewer and fewer digits."""
    text = ""
    for digits in _DIGITS:
        text = compact(value + 0.0, digits)  # no -0
        yield text
    yield text.replace("0.", ".", 1)
    yield _shortest(value)


def _shortest(value: float) -> str:
    """Return the first digit of a number and where it stands, as in ``7e-6``."""
    if not np.isfinite(value):
        return compact(value)
    digit, _, exponent = f"{value:.0e}".partition("e")
    return true_minus(f"{digit}e{int(exponent)}")


def paint_image(
    painter: QPainter, box: QRectF, pixels: Vector, marked: int | None, theme: Theme
) -> None:
    """Paint a sample that is a square picture, shape (side * side,), from 0 to 1; mark a pixel."""
    side = round(len(pixels) ** 0.5)
    share = np.nan_to_num(np.clip(pixels, 0.0, 1.0)).reshape(side, side)
    ground, ink = colour(theme.raised), colour(theme.text)
    low = np.array([ground.red(), ground.green(), ground.blue()])
    high = np.array([ink.red(), ink.green(), ink.blue()])
    rgb = np.rint(low + share[:, :, None] * (high - low)).astype(np.uint32)
    words = (0xFF << 24) | (rgb[:, :, 0] << 16) | (rgb[:, :, 1] << 8) | rgb[:, :, 2]
    words = np.ascontiguousarray(words.astype(np.uint32))
    image = QImage(words.data, side, side, 4 * side, QImage.Format.Format_RGB32)
    painter.drawImage(box, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme.border), 1.0))
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
    if marked is not None:
        row, column = divmod(marked, side)
        wide = box.width() / side
        painter.setPen(QPen(colour(theme.accent), 2.0))
        painter.drawRect(QRectF(box.left() + column * wide, box.top() + row * wide, wide, wide))
