"""The surface with all descents on it, as a picture: state and painting, no widget."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF

from gradviz.core.field import Bounds, Scale
from gradviz.document.display import ColourMap
from gradviz.plots.colour_maps import with_colour_map
from gradviz.plots.colours import colour
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, face
from gradviz.plots.opengl import UnusableError
from gradviz.plots.overlays import held_note, paint_note, scaled_name
from gradviz.plots.picture import function_heading, step_moment, value_entries, variable_words
from gradviz.plots.polylines import Box
from gradviz.plots.summary import place_details
from gradviz.plots.surface_axes import BoxPainter, Room, axes
from gradviz.plots.surface_camera import RESET, Lens
from gradviz.plots.surface_easel import Easel
from gradviz.plots.surface_ground import Trail, Ways, ground, open_azimuth
from gradviz.plots.surface_marks import paint_marks
from gradviz.plots.surface_options import SurfaceOptions
from gradviz.plots.surface_scene import plan

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.surface_camera import Camera
    from gradviz.plots.surface_ground import Ground
    from gradviz.plots.surface_renderer import SurfaceRenderer
    from gradviz.plots.themes import Theme

logger = logging.getLogger(__name__)

_NOWHERE: Final = Bounds(-1.0, 1.0, -1.0, 1.0)


class SurfacePicture:
    """Draws the surface of a scene with all visible runs on it.

    Parameters
    ----------
    theme : Theme
        Colours.
    easel : Easel, optional
        What it is drawn on; by default one of its own.

    Attributes
    ----------
    colour_map : ColourMap
        Colours of the surface.
    chosen : Camera or None
        From where the user looks at it; None for where one sees into it.
    """

    def __init__(self, theme: Theme, easel: Easel | None = None) -> None:
        self.theme = theme
        self.scene: Sampling | None = None
        self.results: Descents | None = None
        self.options = SurfaceOptions()
        self.colour_map = ColourMap.THEME
        self.chosen: Camera | None = None
        self.cursor = 0
        self.selected = 0
        self.dimmed = False
        self._easel = easel if easel is not None else Easel()
        self._ways = Ways()
        self._home: tuple[tuple[object, ...], Camera] = ((), RESET)
        self._ground: tuple[tuple[object, ...], Ground] | None = None
        self._frame: tuple[tuple[object, ...], QImage] | None = None

    @property
    def is_log(self) -> bool:
        """Whether heights are logarithmic."""
        if self.options.log is not None:
            return self.options.log
        return self.scene is not None and self.scene.scale is Scale.LOG

    @property
    def camera(self) -> Camera:
        """From where it is looked at; the same of one function as long as nobody moves."""
        return self.chosen if self.chosen is not None else self._home[1]

    def _show_home(self, made: Ground) -> None:
        request = self.scene.request if self.scene is not None else None
        key = (request.subject, request.plane, self.is_log) if request is not None else ()
        if self._home[0] != key:
            self._home = (key, replace(RESET, azimuth=open_azimuth(made.mesh)))

    @property
    def renderer(self) -> SurfaceRenderer | None:
        """What draws in OpenGL: None before the first painting, and where there is none."""
        return self._easel.renderer

    @property
    def is_drawn(self) -> bool:
        """Whether OpenGL has drawn the surface at least once."""
        return self._frame is not None

    def details(self) -> list[str]:
        """Return where the selected run is, and what is held."""
        return [*place_details(self.results, self.selected, self.cursor), self.note]

    def problem(self) -> str:
        """Return why there is no surface, or nothing if there is one."""
        if self.scene is None:
            return QCoreApplication.translate("SurfaceView", "Nothing to show yet.")
        if self.scene.field is None:
            return QCoreApplication.translate("SurfaceView", "A surface needs two variables.")
        if self._easel.open():
            return ""
        return QCoreApplication.translate(
            "SurfaceView",
            "The surface needs OpenGL, which is not to be had here. "
            "All other pictures do without it.",
        )

    def discard(self) -> None:
        """Give back what OpenGL holds; no surface is drawn from now on."""
        self._easel.discard()
        self._frame = None

    @property
    def quantity(self) -> str:
        """What the heights show."""
        return "f"

    @property
    def note(self) -> str:
        """What is to be known of the plane: at what all other coordinates are held."""
        if self.scene is None or self.scene.request.dimension <= len(self.plane):
            return ""
        return held_note(self._variables, self.plane, self.scene.request.held)

    def heading(self) -> str:
        """Return the function."""
        return function_heading(self.results)

    def moment(self) -> str:
        """Return at which step the runs are."""
        return step_moment(self.cursor)

    def legend(self) -> list[LegendEntry]:
        """Return style, name and value of f of the visible runs."""
        return value_entries(self.results, self.theme, self.cursor)

    def still(self) -> Self:
        """Return a picture of the same state that is drawn by the same renderer."""
        copy = type(self)(self.theme, self._easel)
        copy.scene, copy.results, copy.options = self.scene, self.results, self.options
        copy.colour_map, copy.cursor, copy.selected = self.colour_map, self.cursor, self.selected
        copy.chosen = self.camera if self.is_drawn else self.chosen
        return copy

    @property
    def room(self) -> Room:
        """The box about the surface."""
        bounds = self.scene.request.bounds if self.scene is not None else _NOWHERE
        return Room(plan(bounds), self.options.gap, self.options.tall)

    def plot_size(self, size: QSizeF) -> QSizeF:
        """Return how much of a picture of `size`, from its top, the surface takes."""
        return size

    def lens(self, size: QSizeF) -> Lens:
        """Return the camera before a picture of `size`."""
        size = self.plot_size(size)
        width, height = max(size.width(), 1.0), max(size.height(), 1.0)
        return Lens(self.camera, width, height, self.room.extent)

    def paint(
        self, painter: QPainter, size: QSizeF, ratio: float = 1.0, *, fine: bool = True
    ) -> None:
        """Paint the surface, or why there is none; the ground is left as it is.

        Parameters
        ----------
        painter : QPainter
            On a picture of `size`.
        size : QSizeF
            In pixels.
        ratio : float
            Device pixels per pixel.
        fine : bool
            Whether the edges of the surface are smoothed.
        """
        problem, made = self.problem(), self._made_ground()
        if self.renderer is not None and made is not None:
            self._show_home(made)
            lens = self.lens(size)
            try:
                frame = self._drawn(self.renderer, made, lens, ratio, fine=fine)
            except UnusableError:
                logger.exception("The surface cannot be drawn any more.")
                self.discard()
                problem = self.problem()
            else:
                self._paint_all(painter, made, lens, frame)
        if problem:
            self._paint_words(painter, size, problem)

    def _paint_all(self, painter: QPainter, made: Ground, lens: Lens, frame: QImage) -> None:
        """Paint the surface between what lies behind and what lies before it."""
        room = self.room
        box = BoxPainter(painter, lens, room, axes(room, made.heights, self.names), self.theme)
        box.paint_behind()
        painter.drawImage(QPointF(0.0, 0.0), frame)
        box.paint_labels()
        self._paint_marks(painter, made, room, lens)
        self._paint_note(painter, lens)
        if self.dimmed:
            paint_dimming(painter, QRectF(0.0, 0.0, lens.width, lens.height), self.theme)

    def _paint_words(self, painter: QPainter, size: QSizeF, words: str) -> None:
        area = QRectF(QPointF(0.0, 0.0), size).adjusted(24.0, 0.0, -24.0, 0.0)
        face(BODY).write_within(painter, area, words, colour(self.theme.text_muted))

    @property
    def _results_fit(self) -> bool:
        """Whether scene and runs have the same variables; just after an edit they may not."""
        results, scene = self.results, self.scene
        return (
            results is not None
            and scene is not None
            and results.dimension == scene.request.dimension
            and results.plane == scene.request.plane
        )

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along the floor."""
        return self.scene.request.plane if self.scene is not None else (0, 1)

    @property
    def _variables(self) -> tuple[str, ...]:
        """All variables as they are written."""
        count = self.scene.request.dimension if self.scene is not None else 0
        return variable_words(self.results if self._results_fit else None, count)

    @property
    def names(self) -> tuple[str, str, str]:
        """What is written at the three axes."""
        first, second = (self._variables[i] for i in self.plane)
        return first, second, scaled_name(self.quantity, log=self.is_log)

    def _made_ground(self) -> Ground | None:
        scene = self.scene
        if self.renderer is None or scene is None or scene.field is None:
            return None
        key = (scene, self.is_log)
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, ground(scene, scene.field, log=self.is_log))
        return self._ground[1]

    def _drawn(
        self,
        renderer: SurfaceRenderer,
        made: Ground,
        lens: Lens,
        ratio: float,
        *,
        fine: bool,
    ) -> QImage:
        """Return the surface as OpenGL draws it; the same again if nothing has changed."""
        options, easel = self.options, self._easel
        theme = with_colour_map(self.theme, self.colour_map)
        easel.give_ground(renderer, made, theme, mesh=options.mesh, floor=options.floor)
        easel.give_runs(renderer, self._trails(made), self.theme)
        room = self.room
        key = (self.camera, lens.width, lens.height, ratio, fine, room, *easel.given)
        if self._frame is None or self._frame[0] != key:
            self._frame = (key, renderer.picture(lens, room, ratio, fine=fine))
        return self._frame[1]

    def _trails(self, made: Ground) -> list[Trail]:
        """Return the visible runs, the selected one last."""
        results = self.results
        if results is None or not self._results_fit:
            return []
        ways = self._ways.over(made.mesh, results)
        order = sorted(ways, key=lambda index: index == self.selected)
        styles = {i: self.theme.run(results.runs[i].run.style) for i in order}
        return [Trail(ways[i], styles[i], self.cursor) for i in order]

    def _paint_marks(self, painter: QPainter, made: Ground, room: Room, lens: Lens) -> None:
        """Paint start and current points, that of the selected run last."""
        results = self.results
        if results is None or not self._results_fit:
            return
        shown = [i for i, result in enumerate(results.runs) if result.run.visible]
        shown.sort(key=lambda index: index == self.selected)
        points = [results.start]
        for index in shown:
            way = results.runs[index].trajectory.x
            points.append(way[min(max(self.cursor, 0), len(way) - 1)])
        owners = (None, *(self.theme.run(results.runs[i].run.style) for i in shown))
        places = np.array(points)[:, self.plane]
        paint_marks(painter, owners, places, made.mesh, room, lens, self.theme)

    def _paint_note(self, painter: QPainter, lens: Lens) -> None:
        """Say where the surface lies, if that is not all there is."""
        if self.note:
            paint_note(painter, Box(0.0, 0.0, lens.width, lens.height), self.note, self.theme)
