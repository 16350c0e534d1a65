"""What the surface of a scene is made of, and the ways of the runs over it, kept between frames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.field import shading
from gradviz.plots.series import goes_on
from gradviz.plots.surface_axes import Room
from gradviz.plots.surface_camera import RESET, Lens
from gradviz.plots.surface_drape import (
    MOST_PIECES,
    contour_pieces,
    drape,
    hidden,
    plane_projection,
    rim_pieces,
    trail_pieces,
)
from gradviz.plots.surface_scene import build_mesh, height_map
from gradviz.plots.trails import Track

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.field import Field
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.surface_drape import Pieces
    from gradviz.plots.surface_scene import Heights, Mesh
    from gradviz.plots.themes import RunStyle

AZIMUTHS: Final = (RESET.azimuth, -118.0, -28.0, -152.0, 28.0, 152.0, 62.0, 118.0)
"""Where the surface may be seen from at first, the usual side first."""
FLOOR_GAP: Final = 0.34
"""How far the surface hovers above lines on the floor."""
_GAIN: Final = 0.1
_FEW: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The surface of a scene as arrays.

    Attributes
    ----------
    heights : Heights
        How values became heights.
    mesh : Mesh
        The surface.
    shades : ndarray, shape (ny, nx)
        Of the mesh's samples, the same as the map's: 0 lowest, 1 highest, nan for no value.
    floor : Pieces
        The contour lines.
    rim : Pieces
        The edges of the surface.
    """

    heights: Heights
    mesh: Mesh
    shades: NDArray[np.float64]
    floor: Pieces
    rim: Pieces


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """A run on the surface, up to a step and after it."""

    pieces: Pieces
    style: RunStyle
    step: int


def ground(scene: Sampling, field: Field, *, log: bool) -> Ground:
    """Return the surface of a scene's field, its heights even or logarithmic."""
    heights = height_map(field.values, log=log)
    mesh = build_mesh(field, heights)
    shades = shading(field.values, scene.scale).of(mesh.values)
    floor, rim = contour_pieces(scene.lines, mesh.plan), rim_pieces(mesh)
    return Ground(heights, mesh, shades, floor, rim)


def open_azimuth(mesh: Mesh) -> float:
    """Return from where most is seen of where the surface is low, in degrees.

    That is the usual side unless a tenth more is seen from another.
    """
    x, y = np.meshgrid(mesh.x[_FEW // 2 :: _FEW], mesh.y[_FEW // 2 :: _FEW])
    places = np.stack([x, y, drape(mesh, x, y)], axis=-1).reshape(-1, 3)
    places = places[np.isfinite(places[:, 2])]
    matters = (1.0 - places[:, 2]) ** 2
    if not matters.sum() > 0.0:
        return RESET.azimuth
    room = Room(mesh.plan, FLOOR_GAP, FLOOR_GAP + 1.0)
    seen = []
    for azimuth in AZIMUTHS:
        lens = Lens(replace(RESET, azimuth=azimuth), 1.0, 1.0, room.extent)
        seen.append(float(matters[~hidden(mesh, places, room.eye(lens))].sum() / matters.sum()))
    best = max(range(len(seen)), key=lambda place: seen[place] - 0.01 * place)
    return AZIMUTHS[best] if seen[best] > seen[0] + _GAIN else RESET.azimuth


class Ways:
    """The ways of all visible runs over a surface."""

    def __init__(self) -> None:
        self._tracks: dict[int, Track] = {}
        self._results: Descents | None = None
        self._key: tuple[object, ...] = ()
        self._pieces: dict[int, Pieces] = {}

    def over(self, mesh: Mesh, results: Descents) -> dict[int, Pieces]:
        """Return for the index of each visible run its way; the same dictionary if none changed."""
        if self._key != (mesh, results):
            self._prepare(mesh, results)
            self._key = (mesh, results)
        return self._pieces

    def _prepare(self, mesh: Mesh, results: Descents) -> None:
        projection = plane_projection(mesh.plan)
        known = next(iter(self._tracks.values()), None)
        if not goes_on(self._results, results) or known is None or known.projection != projection:
            self._tracks = {}
        self._results = results
        first, second = results.plane
        seen = [i for i, result in enumerate(results.runs) if result.run.visible]
        self._pieces = {}
        for index in seen:
            track = self._tracks.setdefault(index, Track(projection))
            points = results.runs[index].trajectory.x
            track.grow(points[:, first], points[:, second])
            self._pieces[index] = trail_pieces(mesh, track, MOST_PIECES // len(seen))
