"""The readout under the mouse: where it points, f there, and the gradient."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF

from gradviz.document.run_names import run_names
from gradviz.plots.crosshair import paint_crosshair, paint_ring
from gradviz.plots.frames import Row, paint_readout, readout_size
from gradviz.plots.landmark_names import kind_word
from gradviz.plots.landmark_readout import landmark_rows
from gradviz.plots.lettering import face
from gradviz.plots.numerals import coordinate, readout

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPainter

    from gradviz.plots.axes import Projection
    from gradviz.plots.contour_picture import ContourPicture

Probe = Callable[[Sequence[float]], tuple[float, Sequence[float]]]
"""Returns f and its gradient at a point."""

PRIME: Final = "\N{PRIME}"
_INSET: Final = 10.0
_NAME_WIDTH: Final = 120.0


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the readout says, and of which pixel."""

    at: tuple[float, float]
    rows: list[Row]
    title: str = ""


def paint_hover(
    painter: QPainter,
    picture: ContourPicture,
    size: QSizeF,
    at: tuple[float, float],
    probe: Probe,
) -> None:
    """Paint crosshair and readout for the pixel `at`; in the corner it does not hide.

    A stationary point or a step of a run that is near is told about in place of the pixel.
    """
    projection = picture.projection(size)
    answer = (
        _of_mark(picture, projection, at)
        or _of_step(picture, projection, at)
        or _of_place(picture, projection, at, probe)
    )
    if picture.display.crosshair:
        paint_crosshair(painter, answer.at, projection, picture.map_theme, size)
    paint_ring(painter, answer.at, picture.theme)
    across, down = readout_size(answer.rows, answer.title)
    box = projection.box
    left, top = round(box.right - _INSET - across), round(box.bottom - _INSET - down)
    if answer.at[0] > left - 24.0 and answer.at[1] > top - 24.0:
        top = round(box.top + _INSET)
    frame = QRectF(left, top, across, down)
    paint_readout(painter, frame, answer.rows, picture.theme, answer.title)


def _of_mark(
    picture: ContourPicture, projection: Projection, at: tuple[float, float]
) -> _Answer | None:
    """Return what is said of the stationary point under the pointer."""
    mark = picture.mark_at(projection, at)
    if mark is None or mark.point is None:
        return None
    rows = landmark_rows(mark.point, picture.names, picture.plane, projection)
    return _Answer((mark.x, mark.y), rows, kind_word(mark.point.kind).capitalize())


def _of_step(
    picture: ContourPicture, projection: Projection, at: tuple[float, float]
) -> _Answer | None:
    """Return what is said of the step under the pointer."""
    picked = picture.step_at(projection, at)
    if picked is None or picture.results is None:
        return None
    rows = picture.step_rows(projection, picked)
    title = QCoreApplication.translate("ContourView", "{0}, step {1}")
    name = face().elided(run_names(r.run for r in picture.results.runs)[picked.run], _NAME_WIDTH)
    return _Answer((picked.x, picked.y), rows, title.format(name, picked.step))


def _of_place(
    picture: ContourPicture, projection: Projection, at: tuple[float, float], probe: Probe
) -> _Answer:
    """Return what is said of a pixel; of a graph, of the point above or below it."""
    point = _point(picture, projection, at)
    value, gradient = probe(point)
    if picture.is_curve:
        place = projection.pixels([point[0]], [value])
        if projection.box.holds(place)[0]:
            at = (float(place[0, 0]), float(place[0, 1]))
    return _Answer(at, hover_rows(picture, projection, point, value, gradient))


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
        rows.append(Row(picture.quantity, readout(value)))
        rows.append(Row(f"{picture.quantity}{PRIME}", readout(gradient[0])))
        return rows
    y_text = coordinate(point[second], 1.0 / projection.y_scale)
    names, quantity = picture.names, picture.quantity
    rows.append(Row(f"{names[first]}, {names[second]}", f"{x_text}, {y_text}"))
    rows.append(Row(quantity, readout(value)))
    both = f"{readout(gradient[first], 3)}, {readout(gradient[second], 3)}"
    rows.append(Row(f"∇{quantity}", both))
    rows.append(Row(f"|∇{quantity}|", readout(math.hypot(*gradient))))
    return rows
