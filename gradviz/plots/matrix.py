"""Matrices as rasters of colours, with their names, and numbers where the cells are large."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen

from gradviz.plots.colour_maps import (
    INKS,
    SIGNED_SIZE,
    are_dark_signed,
    signed_shades,
    signed_words,
)
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.lettering import SMALL, Align, face
from gradviz.plots.matrix_layout import COLUMNS, LETTERS, TITLE, has_name
from gradviz.plots.numerals import MINUS, compact, power_of_ten, readout, true_minus
from gradviz.plots.themes import DARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from gradviz.plots.lettering import Face
    from gradviz.plots.matrix_layout import MatrixLayout, Placed
    from gradviz.plots.matrix_tables import Table
    from gradviz.plots.themes import Theme

BAR: Final = 38.0
"""Height of a colour bar with its numbers."""
_BAR_WIDTH: Final = 240.0
_GAP_FROM: Final = 7.0
"""Pixels of a cell from which on cells stand apart."""
_DECIMALS: Final = 3
_SMALL_SHARE: Final = 0.1
"""Of the reach of the colours: smaller numbers are written with digits of their own."""
_FIGURES: Final = 3
_NOTE_APART: Final = 7.0
_ROOMY: Final = 80.0
LARGE: Final = 14
_PLAIN: Final = range(-3, 4)
"""Decades of numbers that are written without a power of ten."""
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


_ARGB: Final = QImage.Format.Format_ARGB32_Premultiplied


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


# --- words and numbers


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


def power_of(table: Table) -> int:
    """Return the power of ten that the numbers of a matrix are written without; often 0."""
    exponent = _exponent(table)
    return 0 if exponent in _PLAIN else exponent


def _exponent(table: Table) -> int:
    finite = table.values[np.isfinite(table.values)]
    largest = float(np.abs(finite).max()) if finite.size else 0.0
    if largest >= _SMALL_SHARE * table.reach > 0.0:
        largest = table.reach  # so that the digits stay while the numbers change a little
    return math.floor(math.log10(largest)) if largest > 0.0 else 0


def factor_text(table: Table) -> str:
    """Return the power of ten in which the numbers in the cells are written; often nothing."""
    power = power_of(table)
    words = QCoreApplication.translate("Layers", "in units of {0}")
    return words.format(power_of_ten(power)) if power else ""


def paint_numbers(painter: QPainter, placed: Placed, theme: Theme, told: int = 0) -> None:
    """Write the number into every cell; `told` is the power of ten that stands above them."""
    table = placed.table
    letters = face(LARGE if placed.cell_width >= _ROOMY else SMALL)
    inks = tuple(map(colour, INKS))
    shades = signed_shades(table.values, table.reach or 1.0)
    dark = are_dark_signed(theme, shades)
    texts = cell_texts(table, letters, placed.cell_width - 6.0)
    if power_of(table) not in {0, told}:  # nobody says so: every number says it
        texts = [[readout(value, _FIGURES) for value in row] for row in table.values.tolist()]
    for row, column in np.ndindex(*table.shape):
        ink = inks[bool(dark[row, column])] if table.reach > 0.0 else colour(theme.text)
        if not math.isfinite(table.values[row, column]):
            ink = colour(theme.bad)
        centre = placed.cell(row, column).center()
        text = texts[row][column]
        letters.write(painter, (centre.x(), centre.y()), text, ink, Align.AlignHCenter)


def cell_texts(table: Table, letters: Face, room: float) -> list[list[str]]:
    """Return all numbers with equally many decimals, as many as fit, and no more than needed."""
    power = power_of(table)
    half = power // 2  # ten to the whole of it alone can overflow
    scaled = table.values / 10.0**half / 10.0 ** (power - half)
    decimals = max(0, _DECIMALS - max(0, _exponent(table) - power))
    if power == 0:
        decimals += max(0, -1 - _exponent(table))
    finite = scaled[np.isfinite(scaled)]
    decimals = next(
        (d for d in range(decimals) if np.array_equal(finite.round(d), finite)), decimals
    )
    texts: list[list[str]] = []
    for places in range(decimals, -1, -1):
        texts = [[_decimal(v, places) for v in row] for row in scaled.tolist()]
        if max(letters.width(text) for row in texts for text in row) <= room:
            break
    return texts


def _decimal(value: float, places: int) -> str:
    if not math.isfinite(value):
        return "nan" if math.isnan(value) else "∞" if value > 0.0 else f"{MINUS}∞"
    return true_minus(f"{round(value, places) + 0.0:.{places}f}")


def paint_ring(painter: QPainter, cell: QRectF, theme: Theme, *, strong: bool = True) -> None:
    """Draw a frame around a cell that is found again however small it is."""
    grown = max(0.0, 7.0 - min(cell.width(), cell.height())) / 2.0 + 1.0
    box = cell.adjusted(-grown, -grown, grown - 1.0, grown - 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((theme.surface, 4.0), (theme.text, 1.8 if strong else 1.0)):
        painter.setPen(QPen(colour(ink), width))
        painter.drawRect(box)


# --- the scale


def paint_bars(
    painter: QPainter, area: QRectF, bars: Sequence[tuple[str, float]], theme: Theme
) -> None:
    """Draw colour bars side by side.

    Parameters
    ----------
    painter : QPainter
        Where to.
    area : QRectF
        The room, `BAR` high.
    bars : sequence of (str, float)
        What each is for, and the size of the numbers at its ends.
    theme : Theme
        Colours.
    """
    room = (area.width() - 22.0 * (len(bars) - 1)) / max(len(bars), 1)
    left = area.left()
    for name, reach in bars:
        words = face().width(name) + 8.0 if name else 0.0
        width = min(_BAR_WIDTH, room - words)
        _paint_bar(painter, QPointF(left, area.top() + 8.0), name, (words, width), reach, theme)
        left += words + width + 22.0


def bars_fit(area_width: float, names: Sequence[str]) -> bool:
    """Tell whether so many bars stand side by side with readable numbers."""
    needed = sum(face().width(name) + 8.0 + 110.0 for name in names)
    return needed + 22.0 * (len(names) - 1) <= area_width


def _paint_bar(
    painter: QPainter,
    at: QPointF,
    name: str,
    widths: tuple[float, float],
    reach: float,
    theme: Theme,
) -> None:
    muted = colour(theme.text_muted)
    words, width = widths
    face().write(painter, (at.x(), at.y() + 4.0), name, muted)
    box = QRectF(round(at.x() + words), round(at.y()), round(width), 8.0)
    inks = np.ascontiguousarray(signed_words(theme)[None, :SIGNED_SIZE])
    painter.drawImage(box, QImage(inks.data, SIGNED_SIZE, 1, 4 * SIGNED_SIZE, _ARGB).copy())
    if theme.name != DARK.name:
        painter.setPen(QPen(colour(theme.hairline), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    end = compact(reach)
    level = box.bottom() + 10.0
    for x, text, align in (
        (box.left(), f"{MINUS}{end}", Align.AlignLeft),
        (box.center().x(), "0", Align.AlignHCenter),
        (box.right(), end, Align.AlignRight),
    ):
        face().write(painter, (x, level), text, muted, align)
