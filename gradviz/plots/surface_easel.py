"""What draws a surface in OpenGL: opened once, and given only what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from shiboken6 import isValid

from gradviz.plots.colours import MAP_SIZE, map_colours
from gradviz.plots.opengl import open_renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.surface_ground import Ground, Trail
    from gradviz.plots.surface_renderer import SurfaceRenderer
    from gradviz.plots.themes import Theme


class Easel:
    """A renderer and what it was given last; a picture shares it with the copies of itself.

    Attributes
    ----------
    renderer : SurfaceRenderer or None
        What draws in OpenGL: None before it is opened, and where there is none.
    """

    def __init__(self) -> None:
        self.renderer: SurfaceRenderer | None = None
        self._asked = False
        self._given: dict[str, tuple[object, ...]] = {}

    def open(self) -> bool:
        """Ask for OpenGL, the first time; return whether there is a renderer."""
        if not self._asked:
            self._asked = True
            self.renderer = open_renderer()
        return self.renderer is not None

    def discard(self) -> None:
        """Give back what OpenGL holds; nothing is drawn from now on."""
        if self.renderer is not None and isValid(self.renderer.stage):  # Qt may have been quicker
            self.renderer.stage.discard()
        self.renderer, self._asked = None, True

    @property
    def given(self) -> tuple[object, ...]:
        """All that the renderer holds, to be compared."""
        return tuple(self._given.values())

    def _is_new(self, what: str, *key: object) -> bool:
        """Tell whether something differs from what was given last, and remember it."""
        if self._given.get(what) == key:
            return False
        self._given[what] = key
        return True

    def give_ground(
        self,
        renderer: SurfaceRenderer,
        made: Ground,
        theme: Theme,
        *,
        mesh: bool,
        floor: bool,
    ) -> None:
        """Let the surface be this one in these colours, with mesh and floor or without."""
        if self._is_new("theme", theme, mesh):
            renderer.set_theme(theme, mesh=mesh)
        if self._is_new("surface", made, theme.field):
            colours = map_colours(theme.field)
            shades = np.clip(np.nan_to_num(made.shades), 0.0, 1.0) * (MAP_SIZE - 1)
            renderer.set_surface(made.mesh, colours[shades.astype(np.intp)])
        if self._is_new("lines", made, theme, floor):
            renderer.set_lines(made.rim, made.floor if floor else None, theme)

    def give_runs(self, renderer: SurfaceRenderer, trails: Sequence[Trail], theme: Theme) -> None:
        """Let these be the trails."""
        if self._is_new("ways", *(trail.pieces for trail in trails)):
            renderer.set_pieces(trails)
        if self._is_new("trails", theme, *((t.pieces, t.style, t.step) for t in trails)):
            renderer.set_trails(trails, theme)
