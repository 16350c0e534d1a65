"""A plan of the picture of backpropagation: what is to be placed, and where it was placed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF


class Quantity(Enum):
    """What a cell shows."""

    INPUT = "x"
    AFFINE = "a"
    ACTIVE = "z"
    PROBABILITY = "y"
    TARGET = "t"
    LOSS = "L"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a plan depends on beside the size of the picture.

    Attributes
    ----------
    sizes : tuple of int
        Of the network.
    has_softmax : bool
        Whether scores become probabilities.
    is_one_hot : bool
        Whether targets are 0 and 1.
    has_image : bool
        Whether the sample is a picture.
    before, behind : float
        Widths of the names before the inputs and behind the outputs, in pixels.
    sheet : float
        The height that the arithmetic would like to have.
    focus : tuple of int
        The columns that have to be seen.
    """

    sizes: tuple[int, ...]
    has_softmax: bool
    is_one_hot: bool
    has_image: bool = False
    before: float = 0.0
    behind: float = 0.0
    sheet: float = 0.0
    focus: tuple[int, int] = (0, 1)

    @property
    def loss(self) -> int:
        """The number of the column of the loss."""
        return len(self.sizes)

    def cells(self, column: int) -> tuple[Quantity, ...]:
        """Return what stands in the units of a column."""
        if column == 0:
            return (Quantity.INPUT,)
        if column == self.loss:
            return (Quantity.LOSS,)
        if column < self.loss - 1:
            return Quantity.AFFINE, Quantity.ACTIVE
        middle = (Quantity.PROBABILITY,) if self.has_softmax else ()
        return (Quantity.AFFINE, *middle, Quantity.TARGET)


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of each unit of a column: what it shows, where it begins, how wide it is."""

    quantity: Quantity
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """The units of a layer.

    Attributes
    ----------
    number : int
        0 for the inputs, then one for each layer, and one for the loss.
    count : int
        How many units there are.
    cells : tuple of Cell
        From left to right.
    units : tuple of int
        Those that are drawn, from top to bottom.
    levels : tuple of float
        How far down the middle of each is.
    height : float
        Of a unit.
    """

    number: int
    count: int
    cells: tuple[Cell, ...]
    units: tuple[int, ...]
    levels: tuple[float, ...]
    height: float

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].left + self.cells[-1].width

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2.0

    def box(self, place: int) -> QRectF:
        """Return the frame of the unit that is drawn at this place from the top."""
        top = self.levels[place] - self.height / 2.0
        return QRectF(self.left, top, self.right - self.left, self.height)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands.

    Attributes
    ----------
    network, sheet : QRectF
        The box of the network, and that of the arithmetic.
    columns : tuple of Column
        Those that are seen, from left to right.
    image : QRectF or None
        Where the picture of the sample is.
    needs : Needs
        What was placed.
    """

    network: QRectF
    sheet: QRectF
    columns: tuple[Column, ...]
    image: QRectF | None
    needs: Needs

    def column(self, number: int) -> Column | None:
        """Return a column, None if it is not seen."""
        return next((one for one in self.columns if one.number == number), None)

    def unit_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return column and number of the unit at a place."""
        for column in self.columns:
            for place, unit in enumerate(column.units):
                if column.box(place).adjusted(-2.0, -2.0, 2.0, 2.0).contains(at):
                    return column.number, unit
        return None
