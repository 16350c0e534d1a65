"""Floor, surface and trails, given as arrays and colours, drawn into an image by OpenGL.

Imported when a surface is first looked at: with it come pyqtgraph and PyOpenGL.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QMatrix4x4, QVector2D, QVector3D

from gradviz.plots.colour_maps import ink_on
from gradviz.plots.colours import colour
from gradviz.plots.surface_gl import LinesItem, Stroke, SurfaceItem, vector
from gradviz.plots.surface_stage import Stage
from gradviz.plots.themes import DARK
from gradviz.plots.trails import HALO_WIDTH, LINE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from gradviz.plots.surface_axes import Room
    from gradviz.plots.surface_camera import Lens
    from gradviz.plots.surface_drape import Pieces
    from gradviz.plots.surface_ground import Trail
    from gradviz.plots.surface_scene import Mesh
    from gradviz.plots.themes import Theme

DASH_UNIT: Final = LINE_WIDTH / 210.0
"""A line's width in units of the box as large as it is mostly seen."""
QUICK: Final = 0.008
"""Seconds within which a fine picture is quick."""
_LIFT: Final = 0.0035
_RIM_LIFT: Final = 0.0008
_AHEAD: Final = 0.6
_AHEAD_WIDTH: Final = 1.3
_PAST_WIDTH: Final = 2.2
_MESH_INK: Final = 0.26
_FLOOR_INK: Final = 0.4
_RIM_INK: Final = 0.5
_FROM: Final = np.array([-0.45, 0.62, 0.64])
"""Where the light comes from, as it is seen: right, up, towards the eye."""
_LIGHT_SHADES: Final = (0.74, 0.28)
_DARK_SHADES: Final = (0.66, 0.84)


class SurfaceRenderer:
    """Draws floor, surface and trails, each given when it changes.

    Attributes
    ----------
    is_quick : bool
        Whether fine pictures take so little time that no others are needed.
    """

    def __init__(self) -> None:
        self.stage = Stage()
        self.is_quick = False
        self._floor, self._surface = LinesItem(0.0), SurfaceItem()
        self._rim, self._trails = LinesItem(_RIM_LIFT), LinesItem(_LIFT)
        self.stage.add(self._floor, self._surface, self._rim)
        self.stage.add_moving(self._trails)
        self._changes = 0

    def set_theme(self, theme: Theme, *, mesh: bool) -> None:
        """Light the surface for this theme, with or without the lines of its mesh."""
        self._changes += 1
        own = theme.field.inks is None
        shades = _DARK_SHADES if own and theme.name == DARK.name else _LIGHT_SHADES
        self._surface.shading = QVector2D(*shades)
        alpha = _MESH_INK if mesh else 0.0
        light, dark = (ink_on(theme, theme.contour, dark=dark) for dark in (False, True))
        self._surface.inks = vector(colour(light, alpha)), vector(colour(dark, alpha))

    def set_surface(self, mesh: Mesh, colours: NDArray[np.float64]) -> None:
        """Take another surface with the colours of its samples."""
        self._changes += 1
        self._surface.set_mesh(mesh, colours)

    def set_lines(self, rim: Pieces, floor: Pieces | None, theme: Theme) -> None:
        """Take other edges of the surface, and lines on the floor or none."""
        self._changes += 1
        for item, lines, alpha in ((self._rim, rim, _RIM_INK), (self._floor, floor, _FLOOR_INK)):
            ink = colour(theme.contour, alpha)
            item.set_pieces([lines] if lines is not None else [])
            item.strokes = [Stroke(0, len(lines), ink, 1.0)] if lines is not None else []

    def set_pieces(self, trails: Sequence[Trail]) -> None:
        """Take other ways of the runs."""
        self._trails.set_pieces([trail.pieces for trail in trails])

    def set_trails(self, trails: Sequence[Trail], theme: Theme) -> None:
        """Choose what of the ways taken by `set_pieces` is past, pass by pass over all runs."""
        halos, ahead, past = [], [], []
        first = 0
        for trail in trails:
            count = len(trail.pieces)
            done = int(np.searchsorted(trail.pieces.steps, trail.step, side="right"))
            ink, dash = trail.style.colour, tuple(DASH_UNIT * d for d in trail.style.dash)
            halos.append(Stroke(first, done, colour(theme.halo), HALO_WIDTH))
            past.append(Stroke(first, done, colour(ink), _PAST_WIDTH, dash))
            faint = colour(ink, _AHEAD)
            ahead.append(Stroke(first + done, count - done, faint, _AHEAD_WIDTH))
            first += count
        self._trails.strokes = [*halos, *ahead, *past]

    def picture(self, lens: Lens, room: Room, ratio: float, *, fine: bool) -> QImage:
        """Draw what a lens sees; see `Stage.picture`."""
        rise = QMatrix4x4()
        rise.translate(0.0, 0.0, room.gap)
        rise.scale(1.0, 1.0, room.rise)
        self._trails.eye = QVector3D(*room.eye(lens))
        for item in (self._surface, self._rim, self._trails):
            item.setTransform(rise)
        self._surface.height = room.rise
        self._surface.light = QVector3D(*lens.towards(_FROM).tolist())
        self._surface.width = ratio
        for lines in (self._floor, self._rim, self._trails):
            lines.ratio = ratio
        since = perf_counter()
        drawn = self.stage.picture(lens, ratio, (self._changes, room), fine=fine)
        if fine:
            self.is_quick = perf_counter() - since < QUICK
        return drawn
