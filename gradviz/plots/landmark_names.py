"""The names beside stationary points, each where it covers nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from gradviz.core.stationary import StationaryKind
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.landmark_shapes import Shape
from gradviz.plots.lettering import face
from gradviz.plots.numerals import brief, compact
from gradviz.plots.polylines import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.document.scene import SceneRequest
    from gradviz.plots.axes import Projection
    from gradviz.plots.landmarks import Mark
    from gradviz.plots.lettering import Face
    from gradviz.plots.themes import Theme

MOST_NAMED: Final = 6
"""So many marks at most are named; of more, the minima alone if they are no more than that."""
MOST_LEVEL: Final = 2
_NEAR: Final = 13.0
_RIM: Final = 3.0
_HEIGHT: Final = 15.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name set at (x, y): its left end at mid height."""

    x: float
    y: float
    text: str


def kind_word(kind: StationaryKind) -> str:
    """Return what a stationary point is, in a word."""
    words = {
        StationaryKind.MINIMUM: QCoreApplication.translate("Landmarks", "minimum"),
        StationaryKind.SADDLE: QCoreApplication.translate("Landmarks", "saddle"),
        StationaryKind.MAXIMUM: QCoreApplication.translate("Landmarks", "maximum"),
        StationaryKind.FLAT: QCoreApplication.translate("Landmarks", "flat"),
    }
    return words[kind]


def names_of(
    marks: Sequence[Mark], request: SceneRequest, projection: Projection, obstacles: Sequence[Box]
) -> tuple[Name, ...]:
    """Return what is written beside the marks, each where it covers nothing.

    Parameters
    ----------
    marks : sequence of Mark
        All marks in sight.
    obstacles : sequence of Box
        What else is not to be covered.
    """
    taken = list(obstacles)
    names = []
    for mark in _named(marks):
        text = _text(mark, request, projection)
        on_curve = request.dimension == 1
        rooms = [_room(other) for other in marks if other is not mark]
        width = face().width(text)
        place = _free_place(mark, width, projection.box, [*taken, *rooms], on_curve=on_curve)
        if place is not None:
            taken.append(place)
            names.append(Name(place.left, (place.top + place.bottom) / 2, text))
    return tuple(names)


def _named(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that get names: of a valley or a plateau none."""
    plain = [mark for mark in marks if not mark.faint]
    level = [mark for mark in plain if mark.shape is Shape.LEVEL]
    if len(level) > MOST_LEVEL:
        plain = [mark for mark in plain if mark.shape is not Shape.LEVEL]
    if len(plain) <= MOST_NAMED:
        return plain
    stars = [mark for mark in plain if mark.shape is Shape.STAR]
    return stars if len(stars) <= MOST_NAMED else []


def _text(mark: Mark, request: SceneRequest, projection: Projection) -> str:
    if mark.point is None:
        text = QCoreApplication.translate("Landmarks", "ghost of h = {0}")
        return text.format(compact(request.h))
    word, x = kind_word(mark.point.kind), mark.point.x
    across = brief(x[request.plane[0] if len(x) > 1 else 0], 1.0 / projection.x_scale)
    if request.dimension == 1:
        return QCoreApplication.translate("Landmarks", "{0} at {1}").format(word, across)
    return f"{word} ({across}, {brief(x[request.plane[1]], 1.0 / projection.y_scale)})"


def _room(mark: Mark) -> Box:
    """Return where a name would seem to be that of this mark."""
    return Box(mark.x - _NEAR - 6.0, mark.y - 8.0, mark.x + _NEAR + 6.0, mark.y + 8.0)


def _free_place(
    mark: Mark, width: float, box: Box, taken: Sequence[Box], *, on_curve: bool
) -> Box | None:
    """Return the first place about a mark where a name covers nothing, None if there is none.

    On a curve the side away from it is tried first.
    """
    right, left, middle = mark.x + _NEAR, mark.x - _NEAR - width, mark.x - width / 2
    low, high = mark.y + _NEAR, mark.y - _NEAR
    above, below = (middle, high - 4.0), (middle, low + 4.0)
    places = [(x, y) for x in (right, left) for y in (low, high)]
    places += [below, above, (right, mark.y), (left, mark.y)]
    if on_curve:
        places.insert(0, above if mark.shape is Shape.PEAK else below)
    for x, y in places:
        place = Box(x, y - _HEIGHT / 2, x + width, y + _HEIGHT / 2)
        inside = box.has(place.left - 3.0, place.top) and box.has(place.right + 3.0, place.bottom)
        if inside and not any(place.meets(other) for other in taken):
            return place
    return None


def paint_names(
    painter: QPainter, names: Sequence[Name], theme: Theme, ratio: float | None = None
) -> None:
    """Write the names; on a screen with `ratio` device pixels to each unit in a quicker way."""
    for name in names:
        if ratio is None:
            _write(painter, (name.x, name.y), name.text, theme)
        else:
            left, top = name.x - _RIM, name.y - _HEIGHT / 2 - _RIM
            at = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
            painter.drawImage(at, _stamp(name.text, theme, ratio, face()))


def _write(painter: QPainter, at: tuple[float, float], text: str, theme: Theme) -> None:
    face().write_on_halo(painter, at, text, colour(theme.text), colour(theme.halo, 0.85))


@lru_cache(maxsize=64)
def _stamp(text: str, theme: Theme, ratio: float, letters: Face) -> QImage:
    """Return a name as an image: outlines of letters take a millisecond, an image none."""
    width, height = letters.width(text) + 2 * _RIM, _HEIGHT + 2 * _RIM
    size = QSize(math.ceil(width * ratio), math.ceil(height * ratio))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _write(painter, (_RIM, height / 2), text, theme)
    return image
