"""Where everything stands in the picture of backpropagation. Nothing is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gradviz.plots.backprop_plan import Cell, Column, Needs, Plan, Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QSizeF

HEADER: Final = 40.0
"""Height of the names over the columns."""
FOOTER: Final = 32.0
"""Height of the counts below the columns and of the key."""
IMAGE: Final = 56.0
"""Side of the picture of a sample that is one."""
_MARGIN: Final = 12.0
_SHEET: Final = (120.0, 0.42)
"""Height of the arithmetic at least, and what share of the picture's it takes at most."""
_WIDE: Final = (1.5, 860.0)
_PITCH: Final = 33.0
"""Least distance of two units, with two lines of numbers each."""
_UNIT: Final = (24.0, 52.0)
_SPREAD: Final = 1.7
_CELLS: Final = range(64, 28, -2)
"""Widths of a cell, from the widest."""
_LEGIBLE: Final = 40
"""Width of a cell below which columns are left out, once some have to be."""
_EASE: Final = 1.25
"""Width of a gap beside that of a cell, if there is room."""
_NARROW, _BROAD = 0.62, 1.2
_LEAST_GAP: Final = 24.0
_CUT: Final = 16.0
"""Room for dots where columns are left out."""
_MOST_GAP: Final = 230.0
_LAST_GAP: Final = 34.0
"""The gap before the loss, which needs no more than a brace."""
_LOSS_HEIGHT: Final = 46.0


def areas(size: QSizeF, wanted: float) -> tuple[QRectF, QRectF]:
    """Return the boxes of the network and of the arithmetic: below it, or beside if it is wide.

    Parameters
    ----------
    size : QSizeF
        Of the picture.
    wanted : float
        The height that the arithmetic would like to have.
    """
    whole = QRectF(QPointF(0.0, 0.0), size)
    ratio, least = _WIDE
    if size.width() >= max(ratio * size.height(), least):
        across = round(0.4 * size.width())
        return whole.adjusted(0.0, 0.0, -across, 0.0), whole.adjusted(
            whole.width() - across, 0.0, 0.0, 0.0
        )
    least_height, share = _SHEET
    down = round(min(max(wanted, least_height), max(share * size.height(), least_height)))
    down = min(down, round(0.6 * size.height()))
    return whole.adjusted(0.0, 0.0, 0.0, -down), whole.adjusted(0.0, size.height() - down, 0.0, 0.0)


def plan(needs: Needs, size: QSizeF, chosen: Mapping[int, int]) -> Plan:
    """Return where everything stands in a picture of a size.

    Parameters
    ----------
    needs : Needs
        What is to be placed.
    size : QSizeF
        Of the picture.
    chosen : mapping of int to int
        For some columns a unit that has to be among those drawn.
    """
    network, sheet = areas(size, needs.sheet)
    numbers, cell, gap = _fit(needs, network.width())
    top, bottom = network.top() + HEADER, network.bottom() - FOOTER
    image = None
    image_height = IMAGE + 8.0 if needs.has_image and 0 in numbers else 0.0
    room = {0: bottom - top - image_height}
    rows = {n: _rows(needs, n, room.get(n, bottom - top)) for n in numbers if n < needs.loss}
    height = _unit_height(rows, room, bottom - top)
    left = network.left() + (network.width() - _width(needs, numbers, cell, gap)) / 2.0
    left += needs.before if 0 in numbers else _CUT
    columns = []
    for number in numbers:
        begin = top + (image_height if number == 0 else 0.0)
        unit = chosen.get(number, 0)
        made = _column(needs, number, (left, begin, bottom), (cell, height), unit)
        columns.append(made)
        behind = needs.behind if number == needs.loss - 1 else 0.0
        left = made.right + behind + (_LAST_GAP if number == needs.loss - 1 else gap)
    if image_height:
        first = columns[0]
        image = QRectF(max(first.middle - IMAGE / 2.0, 4.0), top + 2.0, IMAGE, IMAGE)
    return Plan(network, sheet, tuple(columns), image, needs)


# --- from left to right


def _fit(needs: Needs, width: float) -> tuple[list[int], float, float]:
    """Return the columns there is room for, the width of a cell, and that of a gap."""
    every = list(range(needs.loss + 1))
    for count in range(len(every), 1, -1):
        numbers = _about(every, count, needs.focus)
        narrowest = _CELLS[-1] if count == len(every) else _LEGIBLE
        for cell in range(_CELLS[0], narrowest - 1, _CELLS.step):
            free = width - 2.0 * _MARGIN - _width(needs, numbers, cell, 0.0)
            gap = free / max(_gaps(needs, numbers), 1)
            if gap >= max(_LEAST_GAP, _EASE * cell) or (cell == narrowest and gap >= _LEAST_GAP):
                return numbers, float(cell), min(gap, _MOST_GAP)
    return _about(every, 2, needs.focus), float(_CELLS[-1]), _LEAST_GAP  # cut off at the edges


def _about(every: list[int], count: int, focus: tuple[int, int]) -> list[int]:
    """Return so many neighbours, those that have to be seen in the middle."""
    first = min(max((sum(focus) - count + 1) // 2, 0), len(every) - count)
    return every[first : first + count]


def _gaps(needs: Needs, numbers: list[int]) -> int:
    """Return how many gaps have edges in them."""
    return sum(number < needs.loss for number in numbers[1:])


def _width(needs: Needs, numbers: list[int], cell: float, gap: float) -> float:
    cells = sum(_cell_width(needs, q, cell) for n in numbers for q in needs.cells(n))
    names = (needs.before if 0 in numbers else 0.0) + (
        needs.behind if needs.loss - 1 in numbers else 0.0
    )
    cut = _CUT * ((numbers[0] > 0) + (numbers[-1] < needs.loss))
    brace = _LAST_GAP if len(numbers) > 1 and numbers[-1] == needs.loss else 0.0
    return cells + names + cut + brace + gap * _gaps(needs, numbers)


def _cell_width(needs: Needs, quantity: Quantity, cell: float) -> float:
    if quantity is Quantity.TARGET and needs.is_one_hot:
        return round(_NARROW * cell)
    if quantity is Quantity.INPUT:
        return round(_BROAD * cell)
    return cell + 8.0 if quantity is Quantity.LOSS else cell


# --- from top to bottom


def _rows(needs: Needs, number: int, room: float) -> int:
    return min(needs.sizes[number], max(int(room // _PITCH), 1))


def _unit_height(rows: dict[int, int], room: Mapping[int, float], other: float) -> float:
    """Return the height of the units: that of the column with the least room for each."""
    pitches = [room.get(number, other) / count for number, count in rows.items()]
    low, high = _UNIT
    return round(min(max(min(pitches, default=high) - 5.0, low), high))


def _column(
    needs: Needs,
    number: int,
    place: tuple[float, float, float],
    measures: tuple[float, float],
    chosen: int,
) -> Column:
    left, top, bottom = place
    cell, height = measures
    cells = []
    for quantity in needs.cells(number):
        cells.append(Cell(quantity, round(left), _cell_width(needs, quantity, cell)))
        left += cells[-1].width
    if number == needs.loss:
        return Column(number, 1, tuple(cells), (0,), ((top + bottom) / 2.0,), _LOSS_HEIGHT)
    count = needs.sizes[number]
    rows = _rows(needs, number, bottom - top)
    pitch = min((bottom - top) / rows, _SPREAD * height)
    middle = (top + bottom) / 2.0
    levels = tuple(round(middle + pitch * (i - (rows - 1) / 2.0)) for i in range(rows))
    return Column(number, count, tuple(cells), _drawn(count, rows, chosen), levels, height)


def _drawn(count: int, rows: int, chosen: int) -> tuple[int, ...]:
    """Return which units are drawn: evenly picked, the chosen one in place of its nearest."""
    if rows == 1:
        return (min(chosen, count - 1),)
    units = np.rint(np.linspace(0, count - 1, rows)).astype(int)
    if chosen < count and chosen not in units:
        units[int(np.argmin(np.abs(units - chosen)))] = chosen
    return tuple(units.tolist())
