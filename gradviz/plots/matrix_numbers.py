"""The numbers in the cells of a matrix, where these are large enough."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.plots.colour_maps import INKS, are_dark_signed, signed_shades
from gradviz.plots.colours import colour
from gradviz.plots.lettering import SMALL, Align, face
from gradviz.plots.numerals import MINUS, power_of_ten, readout, true_minus

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.plots.lettering import Face
    from gradviz.plots.matrix_layout import Placed
    from gradviz.plots.matrix_tables import Table
    from gradviz.plots.themes import Theme

LARGE: Final = 14
_ROOMY: Final = 80.0
_DECIMALS: Final = 3
_FIGURES: Final = 3
_SMALL_SHARE: Final = 0.1
"""Of the reach of the colours: smaller numbers are written with digits of their own."""
_PLAIN: Final = range(-3, 4)
"""Decades of numbers that are written without a power of ten."""


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
