"""How the room is parted among samples, confusion matrix and the card of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF

from gradviz.plots.answers_matrix import MatrixLayout, matrix_layout
from gradviz.plots.answers_tiles import Tiles, tiles_in

if TYPE_CHECKING:
    from gradviz.plots.answers_inputs import Inputs
    from gradviz.plots.answers_matrix import Table

SIDE: Final = 8.0
TOP: Final = 4.0
_WIDE: Final = 580.0
"""Width from which on samples and matrix stand side by side."""
_SHARE: Final = 0.47
"""The part of the width, or of the height, that the matrix may have."""
_LOW_SHARE: Final = 0.5
_BETWEEN: Final = 14.0
_CARD: Final = (190.0, 320.0)
"""Least and largest width of a card."""
_CARD_HEIGHT: Final = 130.0
"""Least height of a card that has room of its own."""
_LOW: Final = 190.0
"""Height below which there are samples alone."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything in pixels, for one size.

    Attributes
    ----------
    size : QSizeF
        The size it is for.
    tiles : Tiles
        The samples.
    matrix : MatrixLayout or None
        The confusion matrix; None where there is no room.
    card : QRectF or None
        Room that is kept for the card of a sample; None where there is none.
    """

    size: QSizeF
    tiles: Tiles
    matrix: MatrixLayout | None
    card: QRectF | None


def parts_of(size: QSizeF, inputs: Inputs, table: Table) -> Parts:
    """Part the room."""
    width, height = size.width() - 2 * SIDE, size.height() - TOP - SIDE
    area = QRectF(SIDE, TOP, max(width, 1.0), max(height, 1.0))
    if size.width() >= _WIDE:
        return _beside(size, area, inputs, table)
    return _below(size, area, inputs, table)


def _beside(size: QSizeF, area: QRectF, inputs: Inputs, table: Table) -> Parts:
    """Put the matrix to the right of the samples, and the card below it."""
    wanted = QRectF(area)
    wanted.setWidth(_SHARE * area.width())
    laid = matrix_layout(table, wanted)
    across = max(_CARD[0], laid.box.width() if laid is not None else 0.0)
    across = min(max(across, min(_CARD[1], 0.36 * area.width())), wanted.width())
    right = QRectF(area.right() - across, area.top(), across, area.height())
    laid = matrix_layout(table, right)
    card = None
    if laid is not None:
        card = QRectF(right)
        card.setTop(laid.box.bottom() + _BETWEEN)
        card = card if card.height() >= _CARD_HEIGHT else None
    left = QRectF(area)
    left.setRight(right.left() - _BETWEEN)
    return Parts(QSizeF(size), _tiles(left, inputs, table), laid, card)


def _below(size: QSizeF, area: QRectF, inputs: Inputs, table: Table) -> Parts:
    """Put the matrix below the samples, and the card beside it."""
    if area.height() < _LOW:
        return Parts(QSizeF(size), _tiles(area, inputs, table), None, None)
    lower = QRectF(area)
    lower.setHeight(_LOW_SHARE * area.height())
    laid = matrix_layout(table, lower)
    if laid is None:
        return Parts(QSizeF(size), _tiles(area, inputs, table), None, None)
    top = area.bottom() - laid.box.height()
    laid = matrix_layout(table, QRectF(area.left(), top, area.width(), area.bottom() - top + 0.5))
    upper = QRectF(area)
    upper.setBottom(top - _BETWEEN)
    card = None
    if laid is not None:
        card = QRectF(area)
        card.setLeft(laid.box.right() + _BETWEEN)
        card.setTop(top)
        card = card if card.width() >= _CARD[0] and card.height() >= _CARD_HEIGHT else None
        if card is not None:
            card.setWidth(min(card.width(), _CARD[1]))
    return Parts(QSizeF(size), _tiles(upper, inputs, table), laid, card)


def _tiles(box: QRectF, inputs: Inputs, table: Table) -> Tiles:
    return tiles_in(box, inputs.art, inputs.side, table.rows_named)
