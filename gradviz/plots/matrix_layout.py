"""Where matrices stand: side by side, in lines, with cells as large as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from gradviz.plots.lettering import face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.plots.matrix_tables import Page, Stack, Table

TITLE: Final = 17.0
"""Height of the name above a matrix."""
COLUMNS: Final = 14.0
"""Height of the names of columns."""
LETTERS: Final = 12.0
"""Height of a line of small text."""
_BENEATH: Final = 5.0
_GAP_X, _GAP_Y = 18.0, 10.0
_CLOSE: Final = 8.0
"""Between matrices that have no headings."""
_WIDEST_NAME: Final = 104.0
_NAME_GAP: Final = 6.0
_MOST_WRITTEN: Final = 200
"""Cells whose numbers are written, at most."""
_WRITTEN: Final = (
    (104.0, 44.0),
    (88.0, 38.0),
    (72.0, 32.0),
    (64.0, 28.0),
    (56.0, 26.0),
    (50.0, 24.0),
    (44.0, 22.0),
    (40.0, 19.0),
)
"""Widths and heights of cells that numbers fit into."""
_SQUARES: Final = (
    *range(28, 1, -1),
    1.75,
    1.5,
    1.25,
    1.0,
    0.75,
    0.5,
    0.35,
    0.25,
    0.15,
    0.1,
    0.05,
    0.02,
    0.005,
)
_LEAST: Final = 8.0
"""Pixels of the shorter side of a matrix at least, however small the cells of others are."""
_TALLEST: Final = 24.0
_WIDEST: Final = 72.0
_FEW: Final = 6
"""Matrices that stand well apart."""
_LEAST_OF_A_COLUMN: Final = 0.02


@dataclass(frozen=True, slots=True)
class Placed:
    """One matrix in pixels.

    Attributes
    ----------
    table : Table
        The matrix.
    box : QRectF
        Its cells, without names.
    """

    table: Table
    box: QRectF

    @property
    def cell_width(self) -> float:
        """Width of a cell."""
        return self.box.width() / self.table.shape[1]

    @property
    def cell_height(self) -> float:
        """Height of a cell."""
        return self.box.height() / self.table.shape[0]

    def cell(self, row: int, column: int) -> QRectF:
        """Return the pixels of a cell."""
        across, down = self.cell_width, self.cell_height
        left, top = self.box.left() + column * across, self.box.top() + row * down
        return QRectF(left, top, across, down)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column at a pixel."""
        if not (
            self.box.left() <= x < self.box.right() and self.box.top() <= y < self.box.bottom()
        ):
            return None
        rows, columns = self.table.shape
        row = int((y - self.box.top()) / self.cell_height)
        column = int((x - self.box.left()) / self.cell_width)
        return min(row, rows - 1), min(column, columns - 1)

    @property
    def has_room_for_columns(self) -> bool:
        """Whether the names of the columns fit side by side."""
        names = self.table.columns
        return bool(names) and face().widest(names) + 5.0 <= self.cell_width

    @property
    def has_room_for_rows(self) -> bool:
        """Whether the names of the rows fit below one another."""
        return bool(self.table.rows) and self.cell_height >= LETTERS


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """All matrices of a page in pixels.

    Attributes
    ----------
    placed : tuple of Placed
        Every one.
    is_written : bool
        Whether the numbers stand in the cells.
    width, height : float
        Of all of it.
    """

    placed: tuple[Placed, ...]
    is_written: bool
    width: float
    height: float

    def with_tables(self, page: Page) -> MatrixLayout:
        """Return the same places for other numbers of matrices with the same names and shapes."""
        named = {table.name: table for line in page for stack in line for table in stack}
        placed = tuple(Placed(named[old.table.name], old.box) for old in self.placed)
        return MatrixLayout(placed, self.is_written, self.width, self.height)


def form_of(page: Page) -> tuple[tuple[object, ...], ...]:
    """Return what decides where the matrices of a page stand."""
    tables = (table for line in page for stack in line for table in stack)
    return tuple((table.name, table.shape, table.rows, table.columns) for table in tables)


def matrix_layout(page: Page, area: QRectF) -> MatrixLayout:
    """Place the matrices of a page in an area, with the largest cells for which there is room.

    Matrices far too large for it are cut.
    """
    laid = None
    for laid in _attempts(page, area):
        if laid.width <= area.width() and laid.height <= area.height():
            break
    assert laid is not None  # noqa: S101 - some cell is tried
    return laid


def _attempts(page: Page, area: QRectF) -> Iterator[MatrixLayout]:
    """Try smaller and smaller cells; what has no colours is left out where nothing is written."""
    tables = [table for line in page for stack in line for table in stack]
    if sum(table.values.size for table in tables) <= _MOST_WRITTEN:
        yield from (_set(page, area, *cell) for cell in _WRITTEN)
        page = tuple(line for line in page if _is_tabbed(line))
        yield from (_set(page, area, *cell) for cell in _WRITTEN)
    yield from (_set(page, area, float(side), float(side)) for side in _SQUARES)


def columns_layout(page: Page, area: QRectF) -> MatrixLayout:
    """Place matrices of equally many rows side by side, each as wide as it has columns."""
    tables = [stack[0] for line in page for stack in line]
    rows, columns = tables[0].shape[0], sum(table.shape[1] for table in tables)
    heads = [row_width(table, 0.0) for table in tables]
    names = [face(bold=True).width(table.name) for table in tables]
    gap = _GAP_X if len(tables) <= _FEW else _CLOSE
    room = area.width() - sum(heads) - gap * (len(tables) - 1)
    height = max(min(_TALLEST, (area.height() - TITLE - COLUMNS) / rows), 0.0005)
    width = room / columns
    while (
        width > _LEAST_OF_A_COLUMN
        and sum(
            max(table.shape[1] * width, name) for table, name in zip(tables, names, strict=True)
        )
        > room
    ):
        width *= 0.95
    is_written = rows * columns <= _MOST_WRITTEN and width >= _WRITTEN[-1][0] and height >= LETTERS
    width = max(width, _LEAST_OF_A_COLUMN)
    width = min(width, _WIDEST if is_written else max(_TALLEST, 2.0 * height))
    placed, x = [], area.left()
    for table, head, name in zip(tables, heads, names, strict=True):
        across = table.shape[1] * width
        box = QRectF(x + head, area.top() + TITLE + COLUMNS, across, rows * height)
        placed.append(Placed(table, box))
        x += head + max(across, name) + gap
    return MatrixLayout(
        tuple(placed), is_written, x - gap - area.left(), TITLE + COLUMNS + rows * height
    )


def _set(page: Page, area: QRectF, width: float, height: float) -> MatrixLayout:
    """Set stacks as words are set; lines of a page have their columns in common."""
    tabs = _tabs(page, width, height)
    placed: list[Placed] = []
    right, top = 0.0, area.top()
    for line in page:
        x = depth = 0.0
        for i, stack in enumerate(line):
            across, down = _measure(stack, width, height)
            if i < len(tabs) and _is_tabbed(line):
                x = tabs[i]
            elif x > 0.0 and x + across > area.width():
                x, top, depth = 0.0, top + depth + _GAP_Y, 0.0
            placed += _stacked(stack, area.left() + x, top, width, height)
            right, depth = max(right, x + across), max(depth, down)
            x += across + (_GAP_X if stack[0].is_headed else _CLOSE)
        top += depth + _GAP_Y
    is_written = (width, height) in _WRITTEN
    return MatrixLayout(tuple(placed), is_written, right, top - _GAP_Y - area.top())


def _tabs(page: Page, width: float, height: float) -> list[float]:
    """Return where the stacks begin of lines that have columns in common."""
    lines, tabs = [line for line in page if _is_tabbed(line)], [0.0]
    if len(page) == 1:
        return []
    for i in range(max(map(len, lines)) - 1):
        widest = max(_measure(line[i], width, height)[0] for line in lines if i < len(line))
        tabs.append(tabs[-1] + widest + 2 * _GAP_X)
    return tabs


def _is_tabbed(line: tuple[Stack, ...]) -> bool:
    """Tell whether a line is one of a layer's weights and gradients, not of samples."""
    return line[0][0].shown is not None


def _measure(stack: Stack, width: float, height: float) -> tuple[float, float]:
    across = _width_of(stack, width)
    head = max(row_width(table, height) for table in stack)
    name = face(bold=True).width(stack[0].name) if stack[0].is_headed else 0.0
    down = head_height(stack[0], width)
    for table in stack:
        down += _height_of(table, height) + (_BENEATH if table.is_beneath else 0.0)
    return head + max(across, name), down


def _stacked(stack: Stack, x: float, y: float, width: float, height: float) -> list[Placed]:
    left = x + max(row_width(table, height) for table in stack)
    top, placed = y + head_height(stack[0], width), []
    across = _width_of(stack, width)
    for table in stack:
        top += _BENEATH if table.is_beneath else 0.0
        down = _height_of(table, height)
        placed.append(Placed(table, QRectF(left, top, across, down)))
        top += down
    return placed


def _width_of(stack: Stack, width: float) -> float:
    return max(stack[0].shape[1] * width, _LEAST)


def _height_of(table: Table, height: float) -> float:
    return max(table.shape[0] * height, _LEAST)


def head_height(table: Table, width: float) -> float:
    """Return the room above the cells, of a width, of a matrix."""
    if table.is_headed:
        return TITLE + COLUMNS
    return TITLE - 3.0 if has_name(table, width) else 0.0


def has_name(table: Table, width: float) -> bool:
    """Tell whether the name of a matrix without headings fits above cells of a width."""
    return table.shape[1] * width >= face().width("000")


def row_width(table: Table, height: float) -> float:
    """Return the room for the names, or numbers, of rows of a height."""
    if not table.is_headed or not table.has_row_names:
        return 0.0
    if table.is_beneath or (table.rows and height >= LETTERS):
        return min(face().widest(table.rows), _WIDEST_NAME) + _NAME_GAP
    return face().width(str(table.shape[0] - 1)) + _NAME_GAP
