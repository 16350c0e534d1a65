"""The differences of all weights as a raster: colours on a log scale, zeros and faults apart."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gradviz.plots.colours import blended, colour, map_colours
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import power_of_ten
from gradviz.plots.themes import DARK, ColourTable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.plots.check_layout import HeatLayout, Placed
    from gradviz.plots.themes import Theme

LOWEST, HIGHEST = -13, -2
"""Exponents of the differences at both ends of the scale."""
UNCHECKED, ZERO, FAULTY = -2.0, -1.0, 2.0
"""Shades of what was not looked at, of 0, and of what is no number; others are 0 to 1."""
BAR: Final = 40.0
"""Height of the colour bar with its words."""

_LIGHT: Final = ColourTable("#E0F4F7 #B5E3F0 #7FC8EB #4AA3E0 #3A7CCB #3F56AE #3D3583 #241A4A", None)
_DARK: Final = ColourTable("#22304F #21487A #2068A3 #2A8BC2 #4FB0D6 #86D1E0 #BDEAE8 #F0FFF6", None)
_GAP_FROM: Final = 4.0
"""Device pixels of a cell from which on cells stand apart."""
_HATCH: Final = 3
_SIZE: Final = 512
_WIDEST: Final = 420.0
_LABEL_ROOM: Final = 34.0
_INSET: Final = 14.0
"""Room for half of the label at the left end of the bar."""
_SWATCH: Final = 12.0


def heat_map(theme: Theme) -> ColourTable:
    """Return the colours of differences: the least are nearest to the page."""
    return _DARK if theme.name == DARK.name else _LIGHT


def shades(
    differences: NDArray[np.float64], indices: NDArray[np.intp], size: int
) -> NDArray[np.float64]:
    """Return a shade for each weight of a network.

    Parameters
    ----------
    differences : ndarray, shape (c,)
        Not negative; nan or inf are no numbers.
    indices : ndarray, shape (c,)
        Of which weights.
    size : int
        How many weights there are.

    Returns
    -------
    ndarray, shape (size,)
        The larger the worse: `UNCHECKED`, `ZERO`, 0 to 1 on the log scale, `FAULTY`.
    """
    known = np.isfinite(differences) & (differences > 0.0)
    logs = np.log10(differences, out=np.zeros(len(differences)), where=known)
    found = np.clip((logs - LOWEST) / (HIGHEST - LOWEST), 0.0, 1.0)
    found[differences == 0.0] = ZERO
    found[~np.isfinite(differences)] = FAULTY
    every = np.full(size, UNCHECKED)
    every[indices] = found
    return every


def heat_image(
    layout: HeatLayout, values: NDArray[np.float64], area: QRectF, ratio: float, theme: Theme
) -> QImage:
    """Paint shades, shape (w,), at the pixels that an area has on the screen; the rest is clear."""
    across, down = max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio))
    words = np.zeros((down, across), dtype=np.uint32)
    for placed in layout.placed:
        _fill(words, placed, layout.cell * ratio, values, (area.left(), area.top()), ratio, theme)
    image = QImage(words.data, across, down, 4 * across, QImage.Format.Format_ARGB32_Premultiplied)
    image = image.copy()
    image.setDevicePixelRatio(ratio)
    return image


def _fill(
    words: NDArray[np.uint32],
    placed: Placed,
    cell: float,
    values: NDArray[np.float64],
    corner: tuple[float, float],
    ratio: float,
    theme: Theme,
) -> None:
    """Colour the pixels of one block; `cell` is in pixels of the device."""
    block = placed.block
    own = values[block.first : block.first + block.rows * block.columns]
    left, top = round((placed.left - corner[0]) * ratio), round((placed.top - corner[1]) * ratio)
    down = min(max(1, round(block.rows * cell)), words.shape[0] - top)
    across = min(max(1, round(block.columns * cell)), words.shape[1] - left)
    if down <= 0 or across <= 0:
        return
    table = own.reshape(block.rows, block.columns)
    shown = _spread(_spread(table, down, cell, 0), across, cell, 1)
    inks = _inks(shown, theme)
    if cell >= _GAP_FROM:
        inks[_edges(down, cell), :] = 0
        inks[:, _edges(across, cell)] = 0
    words[top : top + down, left : left + across] = inks


def _spread(table: NDArray[np.float64], pixels: int, cell: float, axis: int) -> NDArray[np.float64]:
    """Bring rows or columns to pixels; where several share one, the worst of them is seen."""
    count = table.shape[axis]
    spread: NDArray[np.float64]
    if cell >= 1.0:
        at = np.minimum((np.arange(pixels) + 0.5) / cell, count - 1).astype(np.intp)
        spread = np.take(table, at, axis=axis)
    else:
        starts = np.minimum(np.arange(pixels) / cell, count - 1).astype(np.intp)
        spread = np.maximum.reduceat(table, starts, axis=axis)
    return spread


def _edges(pixels: int, cell: float) -> NDArray[np.bool_]:
    """Tell which pixels are the last of a cell."""
    at = ((np.arange(pixels) + 0.5) / cell).astype(np.intp)
    return np.append(at[1:] != at[:-1], True)


def _inks(shown: NDArray[np.float64], theme: Theme) -> NDArray[np.uint32]:
    rgb = np.rint(map_colours(heat_map(theme), _SIZE) * 255.0).astype(np.uint32)
    table = (0xFF << 24) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]
    inks = table[np.rint(np.clip(shown, 0.0, 1.0) * (_SIZE - 1)).astype(np.intp)].astype(np.uint32)
    inks[shown == ZERO] = zero_ink(theme).rgba()
    inks[shown == UNCHECKED] = colour(theme.sunken).rgba()
    faulty = shown == FAULTY
    if faulty.any():
        down, across = np.indices(shown.shape)
        striped = (down + across) // _HATCH % 2 == 0
        inks[faulty] = colour(theme.surface).rgba()
        inks[faulty & striped] = colour(theme.bad).rgba()
    return inks


def zero_ink(theme: Theme) -> QColor:
    """Return the colour of differences that are 0, which have no place on the scale."""
    return colour(blended(theme.warn, theme.surface, 0.22))


def paint_bar(
    painter: QPainter,
    area: QRectF,
    values: NDArray[np.float64],
    names: dict[float, str],
    theme: Theme,
) -> None:
    """Draw the colour bar with its decades, and beside it what has no place on it.

    Parameters
    ----------
    painter : QPainter
        Where to.
    area : QRectF
        The room, `BAR` high.
    values : ndarray, shape (w,)
        The shades in the picture: only what occurs is explained.
    names : dict of float to str
        What `ZERO`, `FAULTY` and `UNCHECKED` mean.
    theme : Theme
        Colours.
    """
    entries = [(shade, name) for shade, name in names.items() if (values == shade).any()]
    needs = sum(face().width(name) + _SWATCH + 22.0 for _, name in entries)
    width = max(min(_WIDEST, area.width() - needs - 8.0), 90.0)
    box = QRectF(area.left() + _INSET, area.top() + 8.0, width - _INSET, 8.0)
    painter.drawImage(box, _gradient(theme))
    ink = colour(theme.text_muted)
    decade = box.width() / (HIGHEST - LOWEST)
    for exponent in range(HIGHEST, LOWEST - 1, -max(1, ceil(_LABEL_ROOM / decade))):
        x = box.left() + box.width() * (exponent - LOWEST) / (HIGHEST - LOWEST)
        text = power_of_ten(exponent)
        face().write(painter, (x, box.bottom() + 10.0), text, ink, Align.AlignHCenter)
    _paint_entries(painter, QPointF(box.right() + 22.0, box.center().y()), entries, theme)


def _paint_entries(
    painter: QPainter, at: QPointF, entries: list[tuple[float, str]], theme: Theme
) -> None:
    x = at.x()
    for shade, name in entries:
        side = int(_SWATCH)
        inks = _inks(np.full((side, side), shade), theme)
        image = QImage(inks.data, side, side, 4 * side, QImage.Format.Format_ARGB32_Premultiplied)
        box = QRectF(x, at.y() - _SWATCH / 2, _SWATCH, _SWATCH)
        painter.drawImage(box, image.copy())
        painter.setPen(QPen(colour(theme.border), 1.0))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        face().write(painter, (x + _SWATCH + 6.0, at.y()), name, colour(theme.text_muted))
        x += _SWATCH + 22.0 + face().width(name)


def _gradient(theme: Theme) -> QImage:
    inks = _inks(np.linspace(0.0, 1.0, _SIZE)[None, :], theme)
    image = QImage(inks.data, _SIZE, 1, 4 * _SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def paint_ring(painter: QPainter, cell: QRectF, theme: Theme) -> None:
    """Draw a square around a cell that is found again however small it is."""
    grown = max(0.0, 7.0 - cell.width()) / 2 + 1.0
    box = cell.adjusted(-grown, -grown, grown - 1.0, grown - 1.0)
    painter.setBrush(colour(theme.surface, 0.0))
    for ink, width in ((theme.surface, 4.0), (theme.text, 1.8)):
        painter.setPen(QPen(colour(ink), width))
        painter.drawRect(box)
