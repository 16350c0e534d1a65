"""Where samples stand in a grid, each with room for a drawing and for words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from gradviz.plots.answers_inputs import Art
from gradviz.plots.lettering import SMALL, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

LINE: Final = 14.0
"""Height of a line of words."""
PADDING: Final = 4.0
MARK: Final = 13.0
"""Room for the tick or the cross before a name, and for the symbol of a class."""
_APART: Final = 4.0
_PICTURE: Final = 36.0
_BESIDE: Final = 40.0
_WIDEST_NAME: Final = 76.0
_PERCENT: Final = "99 %"


@dataclass(frozen=True, slots=True)
class Tiles:
    """A grid of samples in pixels.

    Attributes
    ----------
    box : QRectF
        The room.
    columns, rows : int
        How many there are; none where there is no room.
    width, height : float
        Of a tile.
    art : float
        Side of the drawing.
    percent : float
        Room for a probability.
    is_beside : bool
        Whether the words stand to the right of the drawing, else below it.
    """

    box: QRectF
    columns: int
    rows: int
    width: float
    height: float
    art: float
    percent: float
    is_beside: bool

    @property
    def capacity(self) -> int:
        """How many samples there is room for."""
        return self.columns * self.rows

    def tile(self, place: int) -> QRectF:
        """Return the room of the sample at a place, row by row."""
        row, column = divmod(place, max(self.columns, 1))
        left = self.box.left() + column * (self.width + _APART)
        return QRectF(left, self.box.top() + row * (self.height + _APART), self.width, self.height)

    def art_box(self, place: int) -> QRectF:
        """Return the room of its drawing."""
        tile = self.tile(place)
        left = tile.left() + PADDING
        if not self.is_beside:
            left = tile.left() + round((self.width - self.art) / 2)
        return QRectF(left, tile.top() + PADDING, self.art, self.art)

    def words(self, place: int) -> tuple[float, float, float]:
        """Return the left end, the right end and the middle of the first line of its words."""
        tile, art = self.tile(place), self.art_box(place)
        right = tile.right() - PADDING
        if self.is_beside:
            return art.right() + PADDING + 2.0, right, tile.top() + PADDING + LINE / 2 - 1.0
        return tile.left() + PADDING, right, art.bottom() + 2.0 + LINE / 2

    def place_at(self, at: QPointF) -> int | None:
        """Return the place that a pixel is in."""
        if not self.box.contains(at) or not self.capacity:
            return None
        column = int((at.x() - self.box.left()) // (self.width + _APART))
        row = int((at.y() - self.box.top()) // (self.height + _APART))
        place = row * self.columns + column
        inside = column < self.columns and row < self.rows
        return place if inside and self.tile(place).contains(at) else None


def tiles_in(box: QRectF, art: Art, side: int, names: Sequence[str]) -> Tiles:
    """Place as many samples as there is room for.

    Parameters
    ----------
    box : QRectF
        The room.
    art : Art
        How samples are drawn.
    side : int
        Pixels along each side of a picture; each becomes a whole number of pixels.
    names : sequence of str
        What classes are called.
    """
    name = min(max(map(face(SMALL, bold=True).width, names)), _WIDEST_NAME) + 1.0
    percent = face().width(_PERCENT) + 3.0
    if art is Art.PIXELS:
        drawn = float(side * max(1, math.ceil(_PICTURE / side)))
        words = MARK + name + percent
        width = math.ceil(max(drawn, words) + 2 * PADDING)
        height = drawn + 2 * LINE + 2 * PADDING + 1.0
        is_beside = False
    else:
        drawn, is_beside = _BESIDE, True
        width = math.ceil(drawn + MARK + max(name, percent) + 3 * PADDING + 2.0)
        height = 3 * LINE + 2 * PADDING - 2.0
    columns = max(0, math.floor((box.width() + _APART) / (width + _APART)))
    rows = max(0, math.floor((box.height() + _APART) / (height + _APART)))
    if columns:  # no ragged edge at the right
        width = math.floor((box.width() + _APART) / columns - _APART)
    return Tiles(box, columns, rows, width, height, drawn, percent, is_beside)
