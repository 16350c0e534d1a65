"""The readout under the mouse: where it points, f there, and the gradient."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.landmark_names import kind_word
from gradviz.plots.landmark_readout import landmark_rows
from gradviz.plots.numerals import coordinate, readout
from gradviz.plots.overlays import paint_crosshair

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from gradviz.plots.axes import Projection
    from gradviz.plots.contour_picture import ContourPicture

Probe = Callable[[Sequence[float]], tuple[float, Sequence[float]]]
"""Returns f and its gradient at a point."""

PRIME: Final = "\N{PRIME}"
_INSET: Final = 10.0


def paint_hover(
    painter: QPainter,
    picture: ContourPicture,
    projection: Projection,
    at: tuple[float, float],
    probe: Probe,
) -> None:
    """Paint crosshair and readout for the pixel `at`; in the corner it does not hide."""
    mark = picture.mark_at(projection, at)
    if mark is not None and mark.point is not None:
        at, title = (mark.x, mark.y), kind_word(mark.point.kind).capitalize()
        rows = landmark_rows(mark.point, picture.names, picture.plane, projection)
    else:
        point, title = _point(picture, projection, at), ""
        value, gradient = probe(point)
        if picture.is_curve:
            place = projection.pixels([point[0]], [value])
            inside = projection.box.holds(place)[0]
            at = (float(place[0, 0]), float(place[0, 1])) if inside else at
        rows = hover_rows(picture, projection, point, value, gradient)
    paint_crosshair(painter, at, projection.box, picture.theme)
    across, down = readout_size(rows, title)
    box = projection.box
    left, top = round(box.right - _INSET - across), round(box.bottom - _INSET - down)
    if at[0] > left - 24.0 and at[1] > top - 24.0:
        top = round(box.top + _INSET)
    paint_readout(painter, QRectF(left, top, across, down), rows, picture.theme, title)


def _point(
    picture: ContourPicture, projection: Projection, at: tuple[float, float]
) -> tuple[float, ...]:
    """Return the point of the whole space under a pixel: what is not shown is held."""
    scene = picture.scene
    x, y = projection.data(*at)
    if scene is None or scene.curve is not None:
        return (x,)
    first, second = picture.plane
    point = list(scene.request.held)
    point[first], point[second] = x, y
    return tuple(point)


def hover_rows(
    picture: ContourPicture,
    projection: Projection,
    point: Sequence[float],
    value: float,
    gradient: Sequence[float],
) -> list[Row]:
    """Return what the readout says."""
    rows = []
    first, second = picture.plane
    x_text = coordinate(point[first], 1.0 / projection.x_scale)
    if picture.is_curve:
        rows.append(Row(picture.names[0], x_text))
        rows.append(Row("f", readout(value)))
        rows.append(Row(f"f{PRIME}", readout(gradient[0])))
        return rows
    y_text = coordinate(point[second], 1.0 / projection.y_scale)
    names = picture.names
    rows.append(Row(f"{names[first]}, {names[second]}", f"{x_text}, {y_text}"))
    rows.append(Row("f", readout(value)))
    both = f"{readout(gradient[first], 3)}, {readout(gradient[second], 3)}"
    rows.append(Row("∇f", both))
    rows.append(Row("|∇f|", readout(math.hypot(*gradient))))
    return rows
