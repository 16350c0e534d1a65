"""Where each weight of a network stands in a heat map: a matrix, its biases, the next matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from gradviz.plots.lettering import face
from gradviz.plots.numerals import variable_label

if TYPE_CHECKING:
    from gradviz.core.network.network import Network

LABEL: Final = 18.0
"""Height of the names above the matrices."""
_WITHIN: Final = 8.0
_BETWEEN: Final = 16.0
_LARGEST: Final = 40
_CELLS: Final = (*range(_LARGEST, 0, -1), 0.75, 0.5, 0.35, 0.25, 0.15, 0.1, 0.05, 0.02)
"""Sides of a cell in pixels that are tried."""


@dataclass(frozen=True, slots=True)
class Block:
    """The weights of one matrix, or one column of biases.

    Attributes
    ----------
    name : str
        What stands above it.
    first : int
        Number of its first weight; the others follow row by row.
    rows, columns : int
        Its shape: the inputs it weighs, and the outputs that it goes to. Biases are a column.
    """

    name: str
    first: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the pixels of its upper left corner."""

    block: Block
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class HeatLayout:
    """All blocks in pixels.

    Attributes
    ----------
    cell : float
        Side of a cell.
    placed : tuple of Placed
        Every block.
    height : float
        Of all of it, from the upper edge of the first name.
    """

    cell: float
    placed: tuple[Placed, ...]
    height: float

    def weight_at(self, x: float, y: float) -> int | None:
        """Return the number of the weight at a pixel."""
        for placed in self.placed:
            block = placed.block
            row, column = (y - placed.top) // self.cell, (x - placed.left) // self.cell
            if 0 <= row < block.rows and 0 <= column < block.columns:
                return block.first + int(row) * block.columns + int(column)
        return None

    def cell_of(self, weight: int) -> QRectF:
        """Return the pixels of a weight.

        Raises
        ------
        IndexError
            If there is no such weight.
        """
        for placed in self.placed:
            block, number = placed.block, weight - placed.block.first
            if 0 <= number < block.rows * block.columns:
                row, column = divmod(number, block.columns)
                left, top = placed.left + column * self.cell, placed.top + row * self.cell
                return QRectF(left, top, self.cell, self.cell)
        raise IndexError(f"There is no weight {weight}.")

    def moved(self, x: float, y: float) -> HeatLayout:
        """Return the same with another upper left corner."""
        placed = tuple(Placed(p.block, p.left + x, p.top + y) for p in self.placed)
        return HeatLayout(self.cell, placed, self.height)


def blocks_of(network: Network) -> tuple[Block, ...]:
    """Return the blocks in the order that their weights lie in the flat vector."""
    found, first, number = [], 0, 0
    for shape in network.shapes:
        is_bias = len(shape) == 1
        number += not is_bias
        rows, columns = (shape[0], 1) if is_bias else shape
        found.append(
            Block(variable_label(f"{'b' if is_bias else 'W'}{number}"), first, rows, columns)
        )
        first += rows * columns
    return tuple(found)


def heat_layout(blocks: tuple[Block, ...], width: float, height: float) -> HeatLayout:
    """Place blocks side by side, in several lines where that makes larger cells.

    Parameters
    ----------
    blocks : tuple of Block
        What to place.
    width, height : float
        The room, from 0, in pixels. Matrices far too large for it are cut.
    """
    flowing = (_flow(blocks, float(cell), width) for cell in _CELLS)
    laid = None
    for laid in flowing:
        right = max(p.left + p.block.columns * laid.cell for p in laid.placed)
        if right <= width and laid.height <= height:
            break
    assert laid is not None  # noqa: S101 - some cell is tried
    return laid


def _flow(blocks: tuple[Block, ...], cell: float, width: float) -> HeatLayout:
    """Set blocks as words are set."""
    x, top, depth, placed = 0.0, LABEL, 0.0, []
    for block in blocks:
        across = max(block.columns * cell, face().width(block.name))
        if x > 0.0 and x + across > width:
            x, top, depth = 0.0, top + depth + LABEL, 0.0
        placed.append(Placed(block, x, top))
        depth = max(depth, block.rows * cell)
        is_last_of_layer = block.columns == 1 and block.name.startswith("b")
        x += across + (_BETWEEN if is_last_of_layer else _WITHIN)
    return HeatLayout(cell, tuple(placed), top + depth)
