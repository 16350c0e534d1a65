"""From pixels to cells of several matrices, and from one cell to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from gradviz.plots.matrix_layout import MatrixLayout, Placed


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: the number of its matrix on the page, its row and column.

    Of a histogram, the number of the plot and, as its column, that of the bar.
    """

    matrix: int
    row: int
    column: int


def spot_at(layout: MatrixLayout, x: float, y: float) -> Spot | None:
    """Return the cell at a pixel."""
    for number, placed in enumerate(layout.placed):
        cell = placed.cell_at(x, y)
        if cell is not None:
            return Spot(number, *cell)
    return None


def moved(layout: MatrixLayout, spot: Spot | None, right: int, down: int) -> Spot:
    """Return the next cell to the right, or below; at an edge that of the nearest matrix there.

    Parameters
    ----------
    layout : MatrixLayout
        Where the matrices stand.
    spot : Spot or None
        Where from; None for the first cell of all.
    right, down : int
        One of them 1 or -1, the other 0.
    """
    if spot is None:
        return Spot(0, 0, 0)
    placed = layout.placed[spot.matrix]
    rows, columns = placed.table.shape
    row, column = spot.row + down, spot.column + right
    if 0 <= row < rows and 0 <= column < columns:
        return Spot(spot.matrix, row, column)
    centre = placed.cell(spot.row, spot.column).center()
    found = _beyond(layout, spot.matrix, centre, right, down)
    return spot if found is None else found


def _beyond(layout: MatrixLayout, own: int, centre: QPointF, right: int, down: int) -> Spot | None:
    """Find the cell of another matrix that is nearest in a direction."""
    best: tuple[float, Spot] | None = None
    for number, placed in enumerate(layout.placed):
        if number == own:
            continue
        row, column = _nearest(placed, centre)
        at = placed.cell(row, column).center()
        ahead = (at.x() - centre.x()) * right + (at.y() - centre.y()) * down
        aside = abs((at.x() - centre.x()) * down) + abs((at.y() - centre.y()) * right)
        is_there = _is_ahead(placed, layout.placed[own], right, down)
        cost = ahead + 2.0 * aside
        if is_there and ahead > 0.0 and (best is None or cost < best[0]):
            best = (cost, Spot(number, row, column))
    return None if best is None else best[1]


def _is_ahead(placed: Placed, own: Placed, right: int, down: int) -> bool:
    if right:
        return (placed.box.center().x() - own.box.center().x()) * right > 0.0
    return (placed.box.center().y() - own.box.center().y()) * down > 0.0


def _nearest(placed: Placed, at: QPointF) -> tuple[int, int]:
    box, (rows, columns) = placed.box, placed.table.shape
    row = int((at.y() - box.top()) // placed.cell_height)
    column = int((at.x() - box.left()) // placed.cell_width)
    return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)
