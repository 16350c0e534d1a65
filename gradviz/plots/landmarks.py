"""Stationary points on the map: a star for a minimum, an hourglass for a saddle, and their names.

The marks change with the view alone and are painted behind the runs; the names keep clear of the
start and are painted over the runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.stationary import StationaryKind, StationaryPoint
from gradviz.plots.landmark_names import names_of, paint_names
from gradviz.plots.landmark_shapes import Shape, paint_shapes, radius_for
from gradviz.plots.marks import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from gradviz.core.ghost import Ghost
    from gradviz.document.landmarks import Landmarks
    from gradviz.document.scene import Scene, SceneRequest
    from gradviz.plots.axes import Projection
    from gradviz.plots.landmark_names import Name
    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme

OFF_PLANE: Final = 1e-3
"""A point that lies further beside the plane shown, as a share of the view, is drawn faintly."""
SPACING: Final = 24.0
"""Least distance in pixels of marks of flat points, which may be without end."""
REACH: Final = 11.0
"""Distance in pixels at which the pointer is on a mark."""
_SHAPES: Final = {
    StationaryKind.MINIMUM: Shape.STAR,
    StationaryKind.SADDLE: Shape.HOURGLASS,
    StationaryKind.MAXIMUM: Shape.PEAK,
    StationaryKind.FLAT: Shape.LEVEL,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at (x, y) in pixels; of a stationary point, or else of a ghost."""

    x: float
    y: float
    shape: Shape
    point: StationaryPoint | None = None
    faint: bool = False


def fitting(landmarks: Landmarks | None, request: SceneRequest) -> Landmarks | None:
    """Return the landmarks if they are of the function that is shown.

    Those of other values of its parameters are shown until the next ones come, a moment later.
    """
    if landmarks is None or landmarks.request.formula != request.formula:
        return None
    return landmarks if landmarks.request.dimension == request.dimension else None


def landmark_marks(
    landmarks: Landmarks | None, request: SceneRequest, projection: Projection
) -> tuple[Mark, ...]:
    """Return the marks that are in sight."""
    marks = []
    for point in landmarks.points if landmarks is not None else ():
        x, y = _place(point.x, point.value, request, projection)
        if projection.box.grown(1.0).has(x, y):
            faint = _is_beside(point.x, request)
            marks.append(Mark(x, y, _SHAPES[point.kind], point, faint))
    return _thinned(marks)


def _thinned(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return marks without those that would crowd a valley or a plateau."""
    level = [mark for mark in marks if mark.shape is Shape.LEVEL]
    if not level:
        return tuple(marks)
    kept = spaced(np.array([(mark.x, mark.y) for mark in level]), SPACING)
    others = [mark for mark in marks if mark.shape is not Shape.LEVEL]
    return (*others, *(level[i] for i in sorted(kept)))


def ghost_marks(ghosts: Sequence[Ghost], scene: Scene, projection: Projection) -> tuple[Mark, ...]:
    """Return the marks of ghosts in sight; on a graph they lie on the curve."""
    request, curve = scene.request, scene.curve
    marks = []
    for ghost in ghosts:
        if len(ghost.x) == request.dimension:
            value = float(np.interp(ghost.x[0], curve.x, curve.values)) if curve else 0.0
            x, y = _place(ghost.x, value, request, projection)
            if projection.box.grown(1.0).has(x, y):
                marks.append(Mark(x, y, Shape.GHOST, None, _is_beside(ghost.x, request)))
    return tuple(marks)


def _place(
    x: Sequence[float], value: float, request: SceneRequest, projection: Projection
) -> tuple[float, float]:
    if request.dimension == 1:
        return projection.place(x[0], value)
    first, second = request.plane
    return projection.place(x[first], x[second])


def _is_beside(x: Sequence[float], request: SceneRequest) -> bool:
    """Tell whether a point of many variables is only seen from aside."""
    b = request.bounds
    limit = OFF_PLANE * max(b.x_max - b.x_min, b.y_max - b.y_min)
    others = (i for i in range(request.dimension) if i not in request.plane)
    return request.dimension > 1 and any(abs(x[i] - request.held[i]) > limit for i in others)


def mark_at(marks: Sequence[Mark], at: tuple[float, float]) -> Mark | None:
    """Return the mark of a stationary point under the pointer, the nearest."""
    near = [
        ((mark.x - at[0]) ** 2 + (mark.y - at[1]) ** 2, index)
        for index, mark in enumerate(marks)
        if mark.point is not None
    ]
    distance, index = min(near, default=(REACH * REACH + 1.0, -1))
    return marks[index] if distance <= REACH * REACH else None


def paint_marks(
    painter: QPainter, marks: Sequence[Mark], projection: Projection, theme: Theme
) -> None:
    """Paint the marks, the more of them the smaller."""
    radius = radius_for(len(marks))
    painter.save()
    painter.setClipRect(projection.area.adjusted(-radius, -radius, radius, radius))
    for shape in Shape:  # stars above all others
        for faint in (True, False):
            places = [(m.x, m.y) for m in marks if m.shape is shape and m.faint is faint]
            if places:
                painter.setOpacity(0.4 if faint else 1.0)
                paint_shapes(painter, shape, places, radius, theme)
    painter.restore()


class LandmarkLayer:
    """What is marked on a map, prepared once for a view.

    Attributes
    ----------
    ghosts : tuple of Ghost
        Where the numerical gradient vanishes instead.
    """

    def __init__(self) -> None:
        self.ghosts: tuple[Ghost, ...] = ()
        self._landmarks: Landmarks | None = None
        self._marks: tuple[tuple[object, ...], tuple[Mark, ...]] | None = None
        self._names: tuple[tuple[object, ...], tuple[Name, ...]] | None = None

    @property
    def landmarks(self) -> Landmarks | None:
        """The stationary points."""
        return self._landmarks

    @landmarks.setter
    def landmarks(self, landmarks: Landmarks | None) -> None:
        old, self._landmarks = self._landmarks, landmarks
        if landmarks is None or old is None or old.request.formula != landmarks.request.formula:
            self.ghosts = ()

    @property
    def state(self) -> tuple[Landmarks | None, tuple[Ghost, ...]]:
        """All that the marks depend on beside the view."""
        return self._landmarks, self.ghosts

    def marks(self, scene: Scene, projection: Projection) -> tuple[Mark, ...]:
        """Return the marks in sight."""
        key = (*self.state, scene, projection)
        if self._marks is None or self._marks[0] != key:
            found = fitting(self._landmarks, scene.request)
            marks = landmark_marks(found, scene.request, projection)
            if found is not None:
                marks += ghost_marks(self.ghosts, scene, projection)
            self._marks = (key, marks)
        return self._marks[1]

    def paint_marks(
        self, painter: QPainter, scene: Scene, projection: Projection, theme: Theme
    ) -> None:
        """Paint the marks."""
        paint_marks(painter, self.marks(scene, projection), projection, theme)

    def paint_names(
        self,
        painter: QPainter,
        scene: Scene,
        projection: Projection,
        theme: Theme,
        obstacles: tuple[Box, ...],
        ratio: float | None = None,
    ) -> None:
        """Write the names, keeping clear of obstacles; `ratio` as for `paint_names`."""
        marks = self.marks(scene, projection)
        key = (marks, projection, obstacles)
        if self._names is None or self._names[0] != key:
            self._names = (key, names_of(marks, scene.request, projection, obstacles))
        paint_names(painter, self._names[1], theme, ratio)
