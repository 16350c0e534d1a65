"""The box about the surface: floor, the two walls behind, numbers along three of its edges."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import compact
from gradviz.plots.surface_camera import Extent
from gradviz.plots.ticks import Ticks, decade_ticks, linear_ticks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from gradviz.plots.surface_camera import Lens
    from gradviz.plots.surface_scene import Heights, Plan
    from gradviz.plots.themes import Theme

_ACROSS: Final = 5.0
_UP: Final = 4.0
_GAP: Final = 8.0
_NAME_GAP: Final = 26.0
_LINE_HEIGHT: Final = 13.0
_STEEP: Final = 72.0
"""Elevation in degrees from which heights cannot be told from above."""

Point3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """The box: its plan, where the surface begins above the floor, and how high it ends."""

    plan: Plan
    gap: float
    tall: float

    def level(self, height: float) -> float:
        """Return the place above the floor of a height of 0 to 1."""
        return self.gap + height * self.rise

    @property
    def rise(self) -> float:
        """How much higher the surface ends than it begins."""
        return self.tall - self.gap

    @property
    def extent(self) -> Extent:
        """The sizes of the box."""
        return Extent(*self.plan.half, self.tall)

    def eye(self, lens: Lens) -> tuple[float, float, float]:
        """Return where the eye of a lens is, in the units of the mesh."""
        x, y, z = lens.eye.tolist()
        return x, y, (z - self.gap) / self.rise


@dataclass(frozen=True, slots=True)
class Axes:
    """Places in the box with what is written there, and the names of the axes."""

    x: Ticks
    y: Ticks
    z: Ticks
    names: tuple[str, str, str]


def axes(room: Room, heights: Heights, names: tuple[str, str, str]) -> Axes:
    """Return the labels of a box; the values of the ticks are places in it."""
    bounds = room.plan.bounds
    x = linear_ticks(bounds.x_min, bounds.x_max, _ACROSS)
    y = linear_ticks(bounds.y_min, bounds.y_max, _ACROSS)
    z = value_ticks(heights)
    return Axes(
        _at(x, room.plan.across(x.values)),
        _at(y, room.plan.along(y.values)),
        _at(z, heights.of(z.values) * room.rise + room.gap),
        names,
    )


def _at(ticks: Ticks, places: NDArray[np.float64]) -> Ticks:
    return Ticks(tuple(places.tolist()), ticks.labels, ticks.factor)


def value_ticks(heights: Heights) -> Ticks:
    """Return the values of f that are written beside the surface."""
    if heights.unit is None:
        return linear_ticks(heights.low, heights.high, _UP)
    low, high = math.log10(heights.unit), math.log10(heights.high - heights.low)
    decades = [d for d in decade_ticks(low, high, _UP).values if d >= low]
    values = [heights.low, *(heights.low + 10.0**d for d in decades)]
    return Ticks(tuple(values), tuple(compact(value) for value in values))


class BoxPainter:
    """Paints the box as a lens sees it.

    Parameters
    ----------
    painter : QPainter
        On the picture of the lens.
    lens : Lens
        From where.
    room : Room
        The box.
    shown : Axes
        What is written.
    theme : Theme
        Colours.
    """

    def __init__(
        self, painter: QPainter, lens: Lens, room: Room, shown: Axes, theme: Theme
    ) -> None:
        self._painter, self._lens, self._room = painter, lens, room
        self._axes, self._theme = shown, theme
        self._near = tuple(
            math.copysign(half, place)
            for half, place in zip(room.plan.half, lens.eye[:2], strict=True)
        )
        self._written: list[QRectF] = []

    def paint_behind(self) -> None:
        """Paint floor and walls, which the surface hides."""
        painter, theme = self._painter, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.sunken))
        painter.drawPolygon(self._polygon(self._floor()))
        ink = colour(theme.hairline)
        painter.setPen(QPen(ink, 1.0))
        painter.drawLines(self._lines(self._rules()))
        painter.setPen(QPen(colour(theme.border), 1.0))
        painter.drawLines(self._lines(self._edges()))

    def paint_labels(self) -> None:
        """Write numbers and names; what would lie on others is left out."""
        if self._lens.camera.elevation < _STEEP:
            self._label_heights()
        near_x, near_y = self._near
        shown = self._axes
        along_x = [(place, near_y, 0.0) for place in shown.x.values]
        self._label_edge(along_x, shown.x, (0.0, math.copysign(1.0, near_y), 0.0), shown.names[0])
        along_y = [(near_x, place, 0.0) for place in shown.y.values]
        self._label_edge(along_y, shown.y, (math.copysign(1.0, near_x), 0.0, 0.0), shown.names[1])

    def _floor(self) -> list[Point3]:
        x, y = self._room.plan.half
        return [(-x, -y, 0.0), (x, -y, 0.0), (x, y, 0.0), (-x, y, 0.0)]

    def _rules(self) -> Iterable[tuple[Point3, Point3]]:
        """Yield the lines at the labelled places, over floor and walls."""
        (x, y), tall = self._room.plan.half, self._room.tall
        far_x, far_y = -self._near[0], -self._near[1]
        for at in self._axes.x.values:
            yield (at, -y, 0.0), (at, y, 0.0)
            yield (at, far_y, 0.0), (at, far_y, tall)
        for at in self._axes.y.values:
            yield (-x, at, 0.0), (x, at, 0.0)
            yield (far_x, at, 0.0), (far_x, at, tall)
        for at in self._axes.z.values:
            yield (far_x, -y, at), (far_x, y, at)
            yield (-x, far_y, at), (x, far_y, at)

    def _edges(self) -> Iterable[tuple[Point3, Point3]]:
        floor, tall = self._floor(), self._room.tall
        yield from zip(floor, [*floor[1:], floor[0]], strict=True)
        near_x, near_y = self._near
        for x, y in ((-near_x, -near_y), (near_x, -near_y), (-near_x, near_y)):
            yield (x, y, 0.0), (x, y, tall)

    def _polygon(self, corners: list[Point3]) -> QPolygonF:
        return QPolygonF([QPointF(*at) for at in self._lens.pixels(corners).tolist()])

    def _lines(self, pairs: Iterable[tuple[Point3, Point3]]) -> list[QLineF]:
        ends = self._lens.pixels(np.array(list(pairs)).reshape(-1, 3)).reshape(-1, 4)
        return [QLineF(*line) for line in ends.tolist()]

    def _label_edge(self, places: list[Point3], ticks: Ticks, outward: Point3, name: str) -> None:
        """Write numbers beside an edge of the floor, and its name in their middle, farther out."""
        if not places:
            return
        ink, strong = colour(self._theme.text_muted), colour(self._theme.text)
        middle = (0.0, places[0][1], 0.0) if outward[0] == 0.0 else (places[0][0], 0.0, 0.0)
        widest = max(face().width(label) for label in ticks.labels)
        self._write_beside(middle, outward, self._named(name, ticks), strong, _NAME_GAP, widest)
        for place, label in zip(places, ticks.labels, strict=True):
            self._write_beside(place, outward, label, ink, _GAP)

    def _named(self, name: str, ticks: Ticks) -> str:
        return f"{name}  {ticks.factor}" if ticks.factor else name

    def _write_beside(
        self,
        place: Point3,
        outward: Point3,
        text: str,
        ink: QColor,
        gap: float,
        beyond: float = 0.0,
    ) -> None:
        """Write a text so that its nearest corner is `gap` pixels outward of a place.

        `beyond` is the width of texts between, which are as high as this one.
        """
        farther = tuple(a + 0.05 * b for a, b in zip(place, outward, strict=True))
        (x, y), (to_x, to_y) = self._lens.pixels([place, farther]).tolist()
        length = math.hypot(to_x - x, to_y - y)
        aside, down = ((to_x - x) / length, (to_y - y) / length) if length > 0.0 else (0.0, 1.0)
        width = face().width(text)
        between = abs(aside) * max(beyond - _LINE_HEIGHT, 0.0)
        reach = gap + between + abs(aside) * width / 2.0 + abs(down) * _LINE_HEIGHT / 2.0
        self._write((x + aside * reach, y + down * reach), text, width, ink)

    def _write(self, at: tuple[float, float], text: str, width: float, ink: QColor) -> None:
        most = self._lens.width - width / 2.0 - 1.0
        if 0.0 <= at[0] <= self._lens.width and most > width / 2.0:
            at = min(max(at[0], width / 2.0 + 1.0), most), at[1]  # a long name stays whole
        box = QRectF(at[0] - width / 2.0, at[1] - _LINE_HEIGHT / 2.0, width, _LINE_HEIGHT)
        roomy = box.adjusted(-3.0, 0.0, 3.0, 0.0)
        if not any(roomy.intersects(other) for other in self._written):
            self._written.append(box)
            face().write(self._painter, at, text, ink, Align.AlignHCenter)

    def _label_heights(self) -> None:
        """Write values beside the wall's edge that is farthest to the left, the name above."""
        near_x, near_y = self._near
        ends = [(near_x, -near_y), (-near_x, near_y)]
        seen = self._lens.pixels([(*end, 0.0) for end in ends])
        x, y = ends[int(np.argmin(seen[:, 0]))]
        muted, strong = colour(self._theme.text_muted), colour(self._theme.text)
        z = self._axes.z
        places = self._lens.pixels([(x, y, at) for at in (*z.values, self._room.tall)]).tolist()
        top = places.pop()
        name = self._named(self._axes.names[2], z)
        width = face().width(name)
        self._write((top[0] - width / 2.0 + 4.0, top[1] - 12.0), name, width, strong)
        for (across, level), label in zip(places, z.labels, strict=True):
            width = face().width(label)
            self._write((across - _GAP - width / 2.0, level), label, width, muted)
