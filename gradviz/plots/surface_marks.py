"""The start and the current points of the runs on a surface; faint where it hides them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.colours import colour
from gradviz.plots.marks import marks
from gradviz.plots.overlays import paint_start
from gradviz.plots.polylines import Box
from gradviz.plots.surface_drape import drape, hidden
from gradviz.plots.trails import POINT_RADIUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.plots.surface_axes import Room
    from gradviz.plots.surface_camera import Lens
    from gradviz.plots.surface_scene import Mesh
    from gradviz.plots.themes import RunStyle, Theme

_BEHIND: Final = 0.35


def paint_marks(
    painter: QPainter,
    owners: Sequence[RunStyle | None],
    points: NDArray[np.float64],
    mesh: Mesh,
    room: Room,
    lens: Lens,
    theme: Theme,
) -> None:
    """Paint a mark at each point, shape (n, 2), of the plane: of a run, or of the start for None.

    What lies outside of the surface has none.
    """
    places = _places(points, mesh)
    seen = lens.pixels(places * (1.0, 1.0, room.rise) + (0.0, 0.0, room.gap))
    opacities = np.where(hidden(mesh, places, room.eye(lens)), _BEHIND, 1.0)
    for owner, pixel, opacity in zip(owners, seen, opacities.tolist(), strict=True):
        if np.isfinite(pixel).all():
            painter.setOpacity(opacity)
            _paint_mark(painter, owner, pixel, lens, theme)
    painter.setOpacity(1.0)


def _paint_mark(
    painter: QPainter,
    style: RunStyle | None,
    pixel: NDArray[np.float64],
    lens: Lens,
    theme: Theme,
) -> None:
    if style is None:
        area = Box(0.0, 0.0, lens.width, lens.height)
        paint_start(painter, (pixel[0], pixel[1]), area, theme, held=False)
        return
    mark = marks(style.symbol, pixel[None, :], POINT_RADIUS, 2.0)
    mark.paint(painter, colour(style.colour), colour(theme.halo))


def _places(points: NDArray[np.float64], mesh: Mesh) -> NDArray[np.float64]:
    """Return where points of the plane lie on the surface; nan outside of it."""
    x, y = mesh.plan.across(points[:, 0]), mesh.plan.along(points[:, 1])
    places = np.stack([x, y, drape(mesh, x, y)], axis=1)
    places[np.isnan(places[:, 2])] = np.nan
    return places
