"""The readout under the mouse on a slice: where on the line, f there, and the slope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF
from PySide6.QtGui import QPen

from gradviz.plots import polylines
from gradviz.plots.axes import area
from gradviz.plots.colours import colour
from gradviz.plots.crosshair import paint_ring
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.hover import PRIME
from gradviz.plots.numerals import coordinate, readout, variable_label
from gradviz.plots.placing import Room, corners
from gradviz.plots.polylines import Box
from gradviz.plots.slice_facts import INSET

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.core.slices import Slice
    from gradviz.document.slices import SliceStudy
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.slice_picture import SlicePicture

_POINTER: Final = 26.0
_DASHES: Final = [3.0, 3.0]


def paint_hover(
    painter: QPainter, picture: SlicePicture, frame: Frame, at: tuple[float, float]
) -> None:
    """Paint an upright rule and the readout for the pixel `at`, neither hidden."""
    study, cut = picture.study, picture.cut
    if study is None or cut is None:
        return
    t = frame.projection.data(*at)[0]
    value = cut.line.value(t)
    place = frame.projection.pixels([t], [value - frame.base])
    x, y = place[0].tolist() if frame.projection.box.holds(place)[0] else at
    box = frame.projection.box
    rule = QPen(colour(picture.theme.text_muted, 0.75), 1.0)
    rule.setDashPattern(_DASHES)
    painter.setPen(rule)
    painter.drawLine(QLineF(round(x) + 0.5, box.top, round(x) + 0.5, box.bottom))
    paint_ring(painter, (x, y), picture.theme)
    rows = hover_rows(study, cut, frame, t, value)
    across, down = readout_size(rows)
    room = Room(box)
    room.mind(polylines.clip(polylines.single(_curve_pixels(frame)), box))
    room.take(Box(x - _POINTER, y - _POINTER, x + _POINTER, y + _POINTER))
    if picture.facts.box is not None:
        room.take(picture.facts.box)
    upper_right, upper_left, right, left = corners(box, across, down, INSET)
    places = (right, upper_right, left, upper_left)
    index = room.find(places)
    if index is not None:
        paint_readout(painter, area(places[index]), rows, picture.theme)


def _curve_pixels(frame: Frame) -> NDArray[np.float64]:
    return frame.projection.pixels(frame.curve.x, frame.curve.values)


def hover_rows(study: SliceStudy, cut: Slice, frame: Frame, t: float, value: float) -> list[Row]:
    """Return what the readout says of the place `t` of the slice."""
    direction = study.request.direction
    pixel = 1.0 / frame.projection.x_scale
    name = "t" if direction is None else variable_label(study.variables[direction])
    if frame.x_near:
        rows = [Row(f"Δ{name}", readout(t, 4))]
    else:
        rows = [Row(name, coordinate(t + study.request.origin, pixel))]
    if frame.y_near:
        rows.append(Row("Δf", readout(value - frame.base, 4)))
    else:
        rows.append(Row("f", readout(value)))
    single = direction is not None and len(study.variables) == 1
    slope = QCoreApplication.translate("SliceView", "slope")
    rows.append(Row(f"f{PRIME}" if single else slope, readout(cut.line.slope(t))))
    return rows
