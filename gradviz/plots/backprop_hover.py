"""The readout of a unit under the mouse: its numbers in full, as far as they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from gradviz.plots.backprop_maths import backward_ink, forward_ink
from gradviz.plots.backprop_plan import Quantity
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from gradviz.plots.backprop_lit import Lit
    from gradviz.plots.backprop_plan import Column
    from gradviz.plots.themes import Theme

__all__ = ["hover_rows", "hover_title", "paint_hover"]

_DIGITS = 6
_AWAY = 14.0


def hover_title(lit: Lit, column: int, unit: int) -> str:
    """Return what a unit is."""
    data = lit.study.data
    if column > lit.layers:
        return QCoreApplication.translate("Backprop", "loss of this sample")
    if column == 0:
        return data.inputs_named[unit]
    if column == lit.layers and data.classes:
        text = QCoreApplication.translate("Backprop", "class {0}")
        return text.format(data.classes[unit])
    text = QCoreApplication.translate("Backprop", "unit {0} of layer {1}")
    return text.format(unit, column)


def hover_rows(lit: Lit, column: Column, unit: int, theme: Theme) -> list[Row]:
    """Return the numbers of a unit that are known by now."""
    rows = []
    there, back = forward_ink(theme), backward_ink(theme)
    for cell in column.cells:
        letter = cell.quantity.value
        if cell.quantity is Quantity.LOSS:
            if lit.reached.loss:
                rows.append(Row(letter, readout(lit.study.loss, _DIGITS), there))
            continue
        values = lit.values(column.number, cell.quantity)
        slopes = lit.slopes(column.number, cell.quantity)
        if values is not None:
            swatch = "" if cell.quantity is Quantity.TARGET else there
            rows.append(Row(letter, readout(float(values[unit]), _DIGITS), swatch))
        if slopes is not None:
            rows.append(Row(f"∂L/∂{letter}", readout(float(slopes[unit]), _DIGITS), back))
    return rows


def paint_hover(
    painter: QPainter,
    lit: Lit,
    column: Column,
    unit: int,
    at: QPointF,
    within: QRectF,
    theme: Theme,
) -> None:
    """Paint the readout of a unit beside a place, inside of a box."""
    rows = hover_rows(lit, column, unit, theme)
    if not rows:
        return
    title = hover_title(lit, column.number, unit)
    across, down = readout_size(rows, title)
    left = at.x() + _AWAY
    if left + across > within.right():
        left = at.x() - _AWAY - across
    top = min(at.y() + _AWAY, within.bottom() - down - 2.0)
    frame = QRectF(round(max(left, within.left())), round(max(top, within.top())), across, down)
    paint_readout(painter, frame, rows, theme, title)
