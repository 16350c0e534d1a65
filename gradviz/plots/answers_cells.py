"""Paints a confusion matrix: cells by the share of their row, counts, names and recall."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gradviz.plots.answers_matrix import GAP, HEADING, NAME, TITLE
from gradviz.plots.answers_names import fitting_name
from gradviz.plots.answers_words import (
    recall_word,
    rough_percent,
    taken_for_word,
    total_word,
    true_word,
)
from gradviz.plots.colours import blended, colour
from gradviz.plots.lettering import Align, face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.plots.answers_matrix import MatrixLayout, Table
    from gradviz.plots.themes import Theme

_LEVELS: Final = 64
_FAINTEST, _STRONGEST = 0.16, 0.95
_GAP_FROM: Final = 4.0
"""Device pixels of a cell from which on cells stand apart."""
_NUMBER: Final = 13.0
"""Height of a cell from which on there is a number in it."""
_SIZES: Final = (11, 10)
_BESIDE: Final = 4.0
"""Room between the words of a row and a ring around it."""


def paint_matrix(
    painter: QPainter, table: Table, laid: MatrixLayout, ratio: float, theme: Theme
) -> None:
    """Paint all of it, but no ring."""
    painter.drawImage(laid.cells, cells_image(table, laid, ratio, theme))
    _paint_numbers(painter, table, laid, theme)
    _paint_names(painter, table, laid, theme)
    _paint_recall(painter, table, laid, theme)


def shades(table: Table) -> NDArray[np.intp]:
    """Return a number for the colour of each cell: 0 none, then errors, then what is right.

    Few errors in a row are to be seen: their shades grow with the root of their share.
    """
    shares = table.shares
    found: NDArray[np.intp] = np.rint(np.sqrt(shares) * (_LEVELS - 1)).astype(np.intp) + 1
    right = np.arange(len(shares))
    found[right, right] = np.rint(shares[right, right] * (_LEVELS - 1)).astype(np.intp) + 1
    found[right, right] += _LEVELS
    found[table.counts == 0] = 0
    return found


@lru_cache(maxsize=4)
def shade_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours of all shades."""
    at = np.linspace(_FAINTEST, _STRONGEST, _LEVELS).tolist()
    wrong = tuple(blended(theme.bad, theme.sunken, share) for share in at)
    right = tuple(blended(theme.accent, theme.sunken, share) for share in at)
    return (theme.sunken, *wrong, *right)


@lru_cache(maxsize=4)
def _words(theme: Theme) -> NDArray[np.uint32]:
    """Return them as ARGB32 words."""
    return np.array([QColor(token).rgba() for token in shade_colours(theme)], dtype=np.uint32)


@lru_cache(maxsize=4)
def shade_inks(theme: Theme) -> tuple[QColor, ...]:
    """Return what is written with on each of them."""
    choice = (colour(theme.text), colour(theme.halo))
    return tuple(max(choice, key=partial(_contrast, QColor(c))) for c in shade_colours(theme))


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours by WCAG 2, nearly."""
    low, high = sorted(
        0.2126 * ink.redF() ** 2.2 + 0.7152 * ink.greenF() ** 2.2 + 0.0722 * ink.blueF() ** 2.2
        for ink in (one, other)
    )
    return float((high + 0.05) / (low + 0.05))


def cells_image(table: Table, laid: MatrixLayout, ratio: float, theme: Theme) -> QImage:
    """Paint the cells at the pixels that they have on the screen; what parts them is clear."""
    across = max(1, round(laid.cells.width() * ratio))
    down = max(1, round(laid.cells.height() * ratio))
    small = _words(theme)[shades(table)]
    rows = (np.arange(down) * laid.rows // down).astype(np.intp)
    columns = (np.arange(across) * laid.columns // across).astype(np.intp)
    words = small[rows[:, None], columns[None, :]]
    for axis, at, size in ((0, rows, laid.height), (1, columns, laid.width)):
        if size * ratio >= _GAP_FROM:
            for _ in range(max(1, round(ratio))):
                edge = np.append(at[1:] != at[:-1], True)
                at = np.where(edge, -1, at)  # noqa: PLW2901 - the gap grows inwards
            words[at < 0 if axis == 0 else slice(None), at < 0 if axis == 1 else slice(None)] = 0
    words = np.ascontiguousarray(words)
    image = QImage(words.data, across, down, 4 * across, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def _paint_numbers(painter: QPainter, table: Table, laid: MatrixLayout, theme: Theme) -> None:
    """Write counts where all of them fit."""
    widest = str(int(table.counts.max(initial=0)))
    fitting = [s for s in _SIZES if face(s).width(widest) + 3.0 <= laid.width]
    if laid.height < _NUMBER or not fitting:
        return
    letters, inks, shade = face(fitting[0]), shade_inks(theme), shades(table)
    for row, column in zip(*np.nonzero(table.counts), strict=True):
        middle = laid.cell((int(row), int(column))).center()
        at, text = (middle.x() - 0.5, middle.y() - 0.5), str(table.counts[row, column])
        letters.write(painter, at, text, inks[shade[row, column]], Align.AlignHCenter)


def _paint_names(painter: QPainter, table: Table, laid: MatrixLayout, theme: Theme) -> None:
    faint, ink = colour(theme.text_faint), colour(theme.text)
    level = laid.box.top() + TITLE / 2
    left, rows_word = laid.cells.left(), f"{true_word()} ↓"
    face().write(painter, (laid.box.left(), level), rows_word, faint)
    beyond = max(left, laid.box.left() + face().width(rows_word) + 2 * GAP)
    words = face().elided(f"{taken_for_word()} →", laid.box.right() - beyond)
    face().write(painter, (beyond, level), words, faint)
    room = left - laid.box.left() - GAP
    for row in range(0, laid.rows, laid.every):
        text = fitting_name(face(), table.rows_named[row], room)
        at = (left - GAP, laid.cell((row, 0)).center().y() - 0.5)
        face().write(painter, at, text, ink, Align.AlignRight)
    _paint_column_names(painter, table.columns_named, laid, ink)


def _paint_column_names(
    painter: QPainter, names: Sequence[str], laid: MatrixLayout, ink: QColor
) -> None:
    for column in range(laid.columns):
        box = laid.cell((HEADING, column))
        if not laid.is_upright:
            at = (box.center().x() - 0.5, box.center().y())
            face().write(painter, at, names[column], ink, Align.AlignHCenter)
        elif column % laid.every_column == 0:
            painter.save()
            painter.translate(QPointF(box.center().x(), box.bottom() - 3.0))
            painter.rotate(-90.0)
            text = fitting_name(face(), names[column], box.height() - 3.0)
            face().write(painter, (0.0, 0.0), text, ink)
            painter.restore()


def _paint_recall(painter: QPainter, table: Table, laid: MatrixLayout, theme: Theme) -> None:
    """Write beside each row how many samples there are, and the share that is recognised."""
    faint, muted, ink = (colour(c) for c in (theme.text_faint, theme.text_muted, theme.text))
    level = laid.cells.top() - NAME / 2
    ends = ((laid.total, total_word()), (laid.recall, recall_word()))
    for end, word in ends:
        if end:
            face().write(painter, (end, level), word, faint, Align.AlignRight)
    shares = table.shares
    for row in range(0, laid.rows, laid.every):
        level = laid.cell((row, 0)).center().y() - 0.5
        total = int(table.totals[row])
        if laid.total:
            face().write(painter, (laid.total, level), str(total), muted, Align.AlignRight)
        text = rough_percent(float(shares[row, row])) if total else "–"
        face().write(painter, (laid.recall, level), text, ink, Align.AlignRight)


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, *, strong: bool) -> None:
    """Draw a ring around a cell or heading that is found again however small it is."""
    grown = max(0.0, 7.0 - min(box.width(), box.height())) / 2 + 0.5
    ring = box.adjusted(-grown, -grown, grown - 1.0, grown - 1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    widths = (4.0, 2.0) if strong else (3.0, 1.2)
    for ink, width in zip((theme.surface, theme.text), widths, strict=True):
        painter.setPen(QPen(colour(ink), width))
        painter.drawRoundedRect(ring, 2.0, 2.0)


def outline(laid: MatrixLayout, spot: tuple[int, int]) -> QRectF:
    """Return what a ring for a cell or heading goes around: of a heading all its row or column."""
    row, column = spot
    if column == HEADING:
        across = laid.box.width() + 2 * _BESIDE
        return QRectF(laid.box.left() - _BESIDE, laid.cell(spot).top(), across, laid.height)
    if row == HEADING:
        head = laid.cell(spot)
        return QRectF(head.left(), head.top(), head.width(), laid.cells.bottom() - head.top())
    return laid.cell(spot)
