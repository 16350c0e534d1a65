"""The function and the descents over it, as a picture: state and painting, no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.core.field import Shading, shading
from gradviz.document.display import Display
from gradviz.document.scene import Scene
from gradviz.plots.arrows import ArrowStyle
from gradviz.plots.axes import (
    Projection,
    paint_grid,
    paint_labels,
    paint_names,
)
from gradviz.plots.colour_maps import with_colour_map
from gradviz.plots.colours import colour
from gradviz.plots.contour_layout import measured
from gradviz.plots.curve_scenery import paint_curve, value_range
from gradviz.plots.frames import paint_dimming
from gradviz.plots.hover import hover_rows
from gradviz.plots.landmarks import LandmarkLayer, Mark, mark_at
from gradviz.plots.lettering import BODY, face
from gradviz.plots.overlays import (
    colour_bar_box,
    held_note,
    note_room,
    paint_colour_bar,
    paint_note,
    paint_start,
    start_room,
)
from gradviz.plots.picture import function_heading, step_moment, value_entries, variable_words
from gradviz.plots.scenery import Layers, paint_scenery
from gradviz.plots.summary import landmark_details, place_details
from gradviz.plots.trail_layer import Sight, TrailLayer
from gradviz.plots.trails import TrailPaths, paint_trails

if TYPE_CHECKING:
    from gradviz.core.field import Bounds
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.frames import Row
    from gradviz.plots.level_labels import LevelLabel
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.polylines import Box
    from gradviz.plots.press import PickedStep
    from gradviz.plots.themes import Theme
    from gradviz.plots.ticks import Ticks


class ContourPicture:
    """Draws a scene with all visible runs over it.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    bounds : Bounds or None
        What is shown. While the user moves about, it is not what the scene was sampled on; the
        scene is shown stretched until the next one comes.
    start : tuple of float or None
        Where the runs start.
    display : Display
        Colours of the field, arrows, crosshair.
    marked : LandmarkLayer
        Stationary points and ghosts.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._scene: Sampling | None = None
        self._shading: Shading | None = None
        self.bounds: Bounds | None = None
        self.start: tuple[float, ...] | None = None
        self.layers = Layers()
        self.marked = LandmarkLayer()
        self.cursor = 0
        self.selected = 0
        self.uphill = False
        self.display = Display()
        self.dimmed = False
        self.start_held = False
        self._labels: list[LevelLabel] = []
        self._trails = TrailLayer()
        self._layout: tuple[tuple[object, ...], Projection, Ticks, Ticks] | None = None

    @property
    def scene(self) -> Sampling | None:
        """What lies under the runs."""
        return self._scene

    @scene.setter
    def scene(self, scene: Sampling | None) -> None:
        self._scene = scene
        field = scene.field if scene is not None else None
        self._shading = shading(field.values, scene.scale) if scene and field else None

    @property
    def results(self) -> Descents | None:
        """The runs that are drawn."""
        return self._trails.results

    @results.setter
    def results(self, results: Descents | None) -> None:
        self._trails.results = results

    @property
    def map_theme(self) -> Theme:
        """The theme, but for the chosen colours of the field."""
        return with_colour_map(self.theme, self.display.colour_map)

    @property
    def arrow_style(self) -> ArrowStyle:
        """How arrows are drawn."""
        return ArrowStyle(self.display.arrow_length, self.display.arrow_colours, self.uphill)

    @property
    def is_curve(self) -> bool:
        """Whether the function has one variable, so that its graph is drawn."""
        return self.scene is not None and self.scene.curve is not None

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along the two axes."""
        return self.scene.request.plane if self.scene is not None and not self.is_curve else (0, 0)

    @property
    def _dimension(self) -> int:
        """How many variables the scene has."""
        return self.scene.request.dimension if self.scene is not None else 0

    @property
    def _results_fit(self) -> bool:
        """Whether scene and runs have the same variables; just after an edit they may not."""
        return self.results is not None and self.results.dimension == self._dimension

    @property
    def start_fits(self) -> bool:
        """Whether scene and start have the same variables; just after an edit they may not."""
        return self.start is not None and len(self.start) == self._dimension

    @property
    def names(self) -> tuple[str, ...]:
        """The variables as they are written."""
        return variable_words(self.results if self._results_fit else None, self._dimension)

    @property
    def quantity(self) -> str:
        """What the colours show."""
        return "f"

    @property
    def note(self) -> str:
        """What is to be known of the plane: at what all other coordinates are held."""
        if self.scene is None or self._dimension <= 2:  # noqa: PLR2004 - it shows all there is
            return ""
        return held_note(self.names, self.plane, self.scene.request.held)

    @property
    def is_named(self) -> bool:
        """Whether the axes are named: those of a function of one or two variables need it not."""
        return bool(self.note)

    def heading(self) -> str:
        """Return the function."""
        return function_heading(self.results)

    def moment(self) -> str:
        """Return at which step the runs are."""
        return step_moment(self.cursor)

    def legend(self) -> list[LegendEntry]:
        """Return style, name and value of f of the visible runs."""
        return value_entries(self.results, self.theme, self.cursor)

    def details(self) -> list[str]:
        """Return where the selected run and the stationary points are, and what is held."""
        told = [*place_details(self.results, self.selected, self.cursor), self.note]
        if self.scene is not None:
            told += landmark_details(self.marked.landmarks, self.scene.request)
        return told

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self.scene is not None:
            return ""
        return QCoreApplication.translate("ContourView", "Nothing to show yet.")

    def still(self) -> Self:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = type(self)(self.theme)
        copy.scene, copy.results, copy.start = self.scene, self.results, self.start
        # what has moved on the screen meanwhile has no scene yet
        copy.bounds = self.scene.request.bounds if self.scene is not None else self.bounds
        copy.layers, copy.uphill, copy.display = self.layers, self.uphill, self.display
        copy.marked.landmarks, copy.marked.ghosts = self.marked.state
        copy.cursor, copy.selected = self.cursor, self.selected
        return copy

    def plot_size(self, size: QSizeF) -> QSizeF:
        """Return how much of a picture of `size`, from its top, the plot and its axes take."""
        return size

    def layout(self, size: QSizeF) -> tuple[Projection, Ticks, Ticks]:
        """Return the map from data to the pixels of a picture of `size`, and both axes' labels."""
        room = self.plot_size(size)
        key = (room.width(), room.height(), self.bounds, self.scene)
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, *measured(room, self._extent(), square=not self.is_curve))
        return self._layout[1:]

    def projection(self, size: QSizeF) -> Projection:
        """Return the map from data to the pixels of a picture of `size`."""
        return self.layout(size)[0]

    def _extent(self) -> tuple[float, float, float, float]:
        if self.bounds is None:
            return -1.0, 1.0, -1.0, 1.0
        b = self.bounds
        if self.scene is not None and self.scene.curve is not None:
            return b.x_min, b.x_max, *value_range(self.scene.curve)
        return b.x_min, b.x_max, b.y_min, b.y_max

    def paint(self, painter: QPainter, size: QSizeF, ratio: float = 1.0) -> None:
        """Paint everything but what follows the mouse; the ground is left as it is.

        Parameters
        ----------
        painter : QPainter
            On a picture of `size`.
        size : QSizeF
            In pixels.
        ratio : float
            Device pixels per pixel.
        """
        if self.scene is None:
            self.paint_empty(painter, size)
            return
        if self.is_curve:
            self.paint_graph(painter, size)
        else:
            self.paint_scenery(painter, self.projection(size), ratio)
        self.paint_frame(painter, size)
        self.paint_front(painter, size)

    def paint_empty(self, painter: QPainter, size: QSizeF) -> None:
        """Say that there is nothing to draw yet."""
        ink = colour(self.theme.text_faint)
        area = QRectF(QPointF(0.0, 0.0), size).adjusted(24.0, 0.0, -24.0, 0.0)
        face(BODY).write_within(painter, area, self.problem(), ink)

    def paint_graph(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the graph of a function of one variable."""
        if self.scene is None or self.scene.curve is None:
            return
        projection, x, y = self.layout(size)
        paint_grid(painter, projection, x, y, colour(self.theme.plot_grid))
        paint_curve(painter, self.scene.curve, projection, self.theme)

    def paint_scenery(self, painter: QPainter, projection: Projection, ratio: float) -> None:
        """Paint field, contour lines and arrows: what changes with the scene alone."""
        scene = self.scene
        if scene is None or self._shading is None:
            return
        labels = paint_scenery(
            painter,
            scene,
            self._shading,
            projection,
            self.map_theme,
            self.layers,
            self.arrow_style,
            ratio,
        )
        self._labels = [_anchored(label, projection) for label in labels]

    def paint_frame(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the axes, and the marks of stationary points."""
        scene = self.scene
        if scene is None:
            return
        projection, x, y = self.layout(size)
        if self.layers.grid and not self.is_curve:
            paint_grid(painter, projection, x, y, colour(self.theme.contour, 0.16))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_labels(painter, projection, x, y, self.theme)
        if isinstance(scene, Scene):
            self.marked.paint_marks(painter, scene, projection, self.theme)
        if self.is_named:
            first, second = self.plane
            paint_names(painter, projection, self.names[first], self.names[second], self.theme)

    def paint_front(self, painter: QPainter, size: QSizeF, ratio: float | None = None) -> None:
        """Paint the runs, what explains the map, and the start.

        A `ratio` of pixels is given if it is for the screen alone.
        """
        projection = self.projection(size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(projection.area.adjusted(-1.0, -1.0, 1.0, 1.0))
        paint_trails(painter, self.trail_paths(projection), self.theme)
        painter.restore()
        self._paint_keys(painter, projection)
        at = self.start_place(projection)
        labels = self._level_labels(projection)
        if at is not None:
            paint_start(painter, at, projection.box, self.theme, labels, held=self.start_held)
        self._paint_mark_names(painter, projection, at, ratio)
        if self.dimmed:
            paint_dimming(painter, projection.area.adjusted(-60.0, -10.0, 10.0, 30.0), self.theme)

    def _paint_keys(self, painter: QPainter, projection: Projection) -> None:
        """Paint the colour bar and the note, which no run may cross."""
        if self._shading is not None and self.layers.field:
            paint_colour_bar(painter, projection.box, self.map_theme, self._shading, self.quantity)
        if self.note:
            paint_note(painter, projection.box, self.note, self.theme)

    def _paint_mark_names(
        self,
        painter: QPainter,
        projection: Projection,
        start: tuple[float, float] | None,
        ratio: float | None,
    ) -> None:
        """Name the marks where nothing else is written."""
        if not isinstance(self.scene, Scene):
            return
        obstacles: tuple[Box, ...] = ()
        if start is not None:
            obstacles = start_room(start, projection.box, self._level_labels(projection))
        if self._shading is not None and self.layers.field:
            obstacles += (colour_bar_box(projection.box),)
        if self.note:
            obstacles += (note_room(projection.box, self.note),)
        self.marked.paint_names(painter, self.scene, projection, self.theme, obstacles, ratio)

    def mark_at(self, projection: Projection, at: tuple[float, float]) -> Mark | None:
        """Return the mark of a stationary point under the pointer."""
        if not isinstance(self.scene, Scene):
            return None  # stationary points are found of functions alone
        return mark_at(self.marked.marks(self.scene, projection), at)

    def start_place(self, projection: Projection) -> tuple[float, float] | None:
        """Return where the start is seen, in pixels; None when it is out of sight."""
        if self.start is None or not self.start_fits:
            return None
        x, y = self.start[self.plane[0]], self.start[self.plane[1]]
        if self.is_curve:
            y = self._start_value()
        place = projection.place(x, y)
        return place if projection.box.grown(1.0).has(*place) else None

    def _start_value(self) -> float:
        if self.results is None or self.start is None or not self._results_fit:
            return float("nan")
        return self.results.value(self.start)

    def _level_labels(self, projection: Projection) -> list[LevelLabel]:
        """Return where levels are written now, though the view may have moved since."""
        if not self.layers.contours or self.is_curve:
            return []
        return [_placed(label, projection) for label in self._labels]

    def _sight(self, projection: Projection) -> Sight:
        return Sight(projection, (0,) if self.is_curve else self.plane)

    def step_rows(self, projection: Projection, picked: PickedStep) -> list[Row]:
        """Return what is said of a step: what the run itself recorded."""
        if self.results is None:
            return []
        path, k = self.results.runs[picked.run].trajectory, picked.step
        x, gradient = path.x[k].tolist(), path.gradient[k].tolist()
        return hover_rows(self, projection, x, float(path.value[k]), gradient)

    def trail_paths(self, projection: Projection) -> list[TrailPaths]:
        """Return what is painted of the visible runs."""
        if not self._results_fit:
            return []
        return self._trails.paths(self._sight(projection), self.cursor, self.selected, self.theme)

    def step_at(self, projection: Projection, at: tuple[float, float]) -> PickedStep | None:
        """Return the step of a run under the pointer."""
        if not self._results_fit:
            return None
        return self._trails.nearest(self._sight(projection), at, self.selected)


def _anchored(label: LevelLabel, projection: Projection) -> LevelLabel:
    """Return a label with its place in data coordinates."""
    x, y = projection.data(label.x, label.y)
    return replace(label, x=x, y=y)


def _placed(label: LevelLabel, projection: Projection) -> LevelLabel:
    """Return an anchored label with its place in pixels."""
    x, y = projection.place(label.x, label.y)
    return replace(label, x=x, y=y)
