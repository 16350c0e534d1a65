"""The readout under the mouse over a curve: the value of every run at one place of the axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradviz.document.display import LossAxis
from gradviz.plots.axes import BOTTOM
from gradviz.plots.colours import colour
from gradviz.plots.curve_painting import paint_mark
from gradviz.plots.epoch_axis import step_and_epoch
from gradviz.plots.frames import PADDING, ROW, Row, paint_readout, readout_size
from gradviz.plots.legend import written
from gradviz.plots.lettering import face
from gradviz.plots.numerals import readout
from gradviz.plots.rate_flags import rows_near
from gradviz.plots.series import Quantity

if TYPE_CHECKING:
    from gradviz.plots.curve_layout import CurveLayout
    from gradviz.plots.curve_lines import Shown
    from gradviz.plots.curve_picture import CurvePicture

MOST_ROWS: Final = 6
_NAME_WIDTH: Final = 110.0


def paint_hover(
    painter: QPainter, picture: CurvePicture, layout: CurveLayout, place: float
) -> None:
    """Paint a rule at a place of the axis, the runs' symbols there, and their values."""
    theme, box = picture.theme, layout.projection.box
    column = layout.projection.place(place, 0.0)[0]
    painter.setPen(QPen(colour(theme.text_faint, 0.6), 1.0))
    painter.drawLine(QPointF(column, box.top), QPointF(column, layout.bottom))
    shown = [curve.shown for curve in layout.curves]
    for one in shown:
        paint_mark(painter, layout, one, one.series.nearest(place), theme, rim=1.0)
    flags = picture.flags(layout) if picture.quantity is Quantity.VALUE else []
    changes = rows_near(flags, column)
    room = int((layout.bottom + BOTTOM - box.top - PADDING) / ROW) - 1 - len(changes)
    rows = [*_rows(picture, shown, place, min(MOST_ROWS, max(room, 2))), *changes]
    title = _title(picture, shown, place)
    across, down = readout_size(rows, title)
    left = column + 10.0 if column + 10.0 + across < box.right + 8.0 else column - 10.0 - across
    frame = QRectF(round(max(left, 2.0)), round(box.top), across, down)
    paint_readout(painter, frame, rows, theme, title)


def _rows(picture: CurvePicture, shown: list[Shown], place: float, most: int) -> list[Row]:
    """Return the value of each line, in the order of the legend, and which step that is."""
    rows = []
    for one in sorted(shown, key=lambda one: (one.rank, one.index)):
        step = one.series.nearest(place)
        name = face().elided(one.name, _NAME_WIDTH)
        if picture.axis is LossAxis.PATH_LENGTH:
            text = QCoreApplication.translate("CurveView", "{0}, step {1}")
            name = text.format(name, step)
        rows.append(Row(name, written(picture.told(one, step)), one.style.colour))
    more = len(rows) - most
    if more <= 0:
        return rows
    rest = QCoreApplication.translate("CurveView", "{0} more").format(more + 1)
    return [*rows[: most - 1], Row(rest, "")]


def _title(picture: CurvePicture, shown: list[Shown], place: float) -> str:
    if picture.axis is LossAxis.PATH_LENGTH:
        return f"{picture.unit} {readout(place, 3)}"
    step = shown[0].series.along.nearest(place) if shown else 0
    if picture.pace:
        title = step_and_epoch(step, picture.pace)
    else:
        title = QCoreApplication.translate("CurveView", "step {0}").format(step)
    if picture.axis is LossAxis.STEPS:
        return title
    return f"{title}, {round(place)} {picture.unit}"
