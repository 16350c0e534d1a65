"""Matrices as rasters of colours, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen

from gradviz.plots.colour_maps import (
    SIGNED_SIZE,
    signed_shades,
    signed_words,
)
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import Align, face
from gradviz.plots.matrix_layout import COLUMNS, LETTERS, TITLE, has_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.plots.matrix_layout import MatrixLayout, Placed
    from gradviz.plots.themes import Theme

_GAP_FROM: Final = 7.0
"""Pixels of a cell from which on cells stand apart."""
_NOTE_APART: Final = 7.0
_ARGB: Final = QImage.Format.Format_ARGB32_Premultiplied
_THINNED: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def matrix_image(layout: MatrixLayout, area: QRectF, ratio: float, theme: Theme) -> QImage:
    """Paint the cells of all matrices at the pixels that an area has on the screen."""
    across, down = max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio))
    image = QImage(across, down, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    with painting(image) as painter:
        painter.translate(-area.left(), -area.top())
        for placed in layout.placed:
            _paint_cells(painter, placed, ratio, theme)
    return image


def _paint_cells(painter: QPainter, placed: Placed, ratio: float, theme: Theme) -> None:
    table, box = placed.table, placed.box
    if table.reach <= 0.0:
        _paint_plain(painter, placed, theme)
        return
    values = _pooled(_pooled(table.values, box.height() * ratio, 0), box.width() * ratio, 1)
    shades = signed_shades(values, table.reach)
    words = np.ascontiguousarray(signed_words(theme)[shades])
    rows, columns = words.shape
    cells = QImage(words.data, columns, rows, 4 * columns, _ARGB)
    painter.drawImage(box, cells)
    faulty = shades == SIGNED_SIZE
    if faulty.any():
        _paint_faulty(painter, box, faulty, theme)
    _paint_gaps(painter, placed, theme)


def _pooled(values: NDArray[np.float64], pixels: float, axis: int) -> NDArray[np.float64]:
    """Let rows or columns that share a pixel show the number farthest from 0 among them."""
    count, room = values.shape[axis], max(1, round(pixels))
    if count <= room:
        return values
    starts = np.arange(room) * count // room
    high = np.maximum.reduceat(values, starts, axis=axis)
    low = np.minimum.reduceat(values, starts, axis=axis)
    return np.where(np.abs(high) >= np.abs(low), high, low)


def _paint_plain(painter: QPainter, placed: Placed, theme: Theme) -> None:
    """Draw cells without colours."""
    painter.setPen(QPen(colour(theme.hairline), 1.0))
    painter.setBrush(colour(theme.sunken))
    rows, columns = placed.table.shape
    for row in range(rows):
        for column in range(columns):
            painter.drawRect(placed.cell(row, column).adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_faulty(painter: QPainter, box: QRectF, faulty: NDArray[np.bool_], theme: Theme) -> None:
    """Hatch what is no number."""
    rows, columns = faulty.shape
    across, down = box.width() / columns, box.height() / rows
    brush = QBrush(colour(theme.bad), Qt.BrushStyle.BDiagPattern)
    for row, first, last in _stretches(faulty):
        left, top = box.left() + first * across, box.top() + row * down
        painter.fillRect(QRectF(left, top, (last - first) * across, down), brush)


def _stretches(marked: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    """Find row, first and one beyond the last column of stretches that are marked."""
    fenced = np.pad(marked, ((0, 0), (1, 1))).astype(np.int8)
    edges = np.diff(fenced, axis=1)
    rows, firsts = np.nonzero(edges == 1)
    lasts = np.nonzero(edges == -1)[1]
    yield from zip(rows.tolist(), firsts.tolist(), lasts.tolist(), strict=True)


def _paint_gaps(painter: QPainter, placed: Placed, theme: Theme) -> None:
    """Draw lines between the cells, if they are not too small."""
    box, ink = placed.box, colour(theme.surface)
    rows, columns = placed.table.shape
    if min(placed.cell_width, placed.cell_height) < _GAP_FROM or not placed.table.is_headed:
        return
    for row in range(1, rows):
        level = round(box.top() + row * placed.cell_height)
        painter.fillRect(QRectF(box.left(), level - 1.0, box.width(), 1.0), ink)
    for column in range(1, columns):
        left = round(box.left() + column * placed.cell_width)
        painter.fillRect(QRectF(left - 1.0, box.top(), 1.0, box.height()), ink)


# --- words


def paint_names(painter: QPainter, placed: Placed, theme: Theme, note: str = "") -> None:
    """Write the name of a matrix above it, and those of its columns and rows around it."""
    table, box = placed.table, placed.box
    muted = colour(theme.text_muted)
    if not table.is_headed:
        if has_name(placed.table, placed.cell_width):
            at = (box.left(), box.top() - 8.0)
            face().write(painter, at, table.name, colour(theme.text_faint))
        return
    if not table.is_beneath:
        _paint_title(painter, placed, theme, note)
        _paint_columns(painter, placed, theme)
    if not table.has_row_names:
        return
    if placed.has_room_for_rows or table.is_beneath:
        for row, name in enumerate(table.rows):
            at = (box.left() - 6.0, placed.cell(row, 0).center().y())
            face().write(painter, at, face().elided(name, 104.0), muted, Align.AlignRight)
    else:
        for row in _thinned(table.shape[0], placed.cell_height, LETTERS):
            at = (box.left() - 6.0, placed.cell(row, 0).center().y())
            face().write(painter, at, str(row), colour(theme.text_faint), Align.AlignRight)


def _paint_title(painter: QPainter, placed: Placed, theme: Theme, note: str) -> None:
    box = placed.box
    level = box.top() - COLUMNS - TITLE / 2.0
    name = placed.table.name
    face(bold=True).write(painter, (box.left(), level), name, colour(theme.text))
    if note and note_fits(placed, note):
        left = box.left() + face(bold=True).width(name) + _NOTE_APART
        face().write(painter, (left, level), note, colour(theme.text_faint))


def note_fits(placed: Placed, note: str) -> bool:
    """Tell whether there is room for a note beside the name of a matrix."""
    words = face(bold=True).width(placed.table.name) + _NOTE_APART + face().width(note)
    return not placed.table.is_beneath and words <= placed.box.width()


def _paint_columns(painter: QPainter, placed: Placed, theme: Theme) -> None:
    table, level = placed.table, placed.box.top() - COLUMNS / 2.0
    muted, faint = colour(theme.text_muted), colour(theme.text_faint)
    if placed.has_room_for_columns:
        for column, name in enumerate(table.columns):
            at = (placed.cell(0, column).center().x(), level)
            face().write(painter, at, name, muted, Align.AlignHCenter)
        return
    count = table.shape[1]
    for column in _thinned(count, placed.cell_width, face().width(str(count - 1)) + 6.0):
        at = (placed.cell(0, column).center().x(), level)
        face().write(painter, at, str(column), faint, Align.AlignHCenter)


def _thinned(count: int, pitch: float, least: float) -> range:
    """Return which of so many numbers are written so that they are `least` pixels apart."""
    step = next((s for s in _THINNED if s * pitch >= least), count)
    return range(0, count, max(step, 1))


def paint_ring(painter: QPainter, cell: QRectF, theme: Theme, *, strong: bool = True) -> None:
    """Draw a frame around a cell that is found again however small it is."""
    grown = max(0.0, 7.0 - min(cell.width(), cell.height())) / 2.0 + 1.0
    box = cell.adjusted(-grown, -grown, grown - 1.0, grown - 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((theme.surface, 4.0), (theme.text, 1.8 if strong else 1.0)):
        painter.setPen(QPen(colour(ink), width))
        painter.drawRect(box)
