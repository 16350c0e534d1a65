"""Lines and points laid on the surface: trails of the runs, contour lines on the floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots import polylines
from gradviz.plots.axes import Projection
from gradviz.plots.polylines import Box, Lines
from gradviz.plots.surface_scene import rim
from gradviz.plots.trails import thinning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from gradviz.core.contours import ContourLine
    from gradviz.plots.surface_scene import Mesh, Plan
    from gradviz.plots.trails import Track

FINENESS: Final = 256.0
"""Trails are prepared in pixels of the plane, so many to a unit of the box."""
PIECE: Final = 4.0
"""Pixels of the plane after which a trail takes the height of the surface anew."""
MOST_PIECES: Final = 12_000
"""Pieces of all trails together."""
_ALIKE: Final = 2.0
_SIGHT: Final = (0.006, 0.4, 64)
"""From which to which share of the way to the eye it is asked what hides a point, and how often."""
_CLEAR: Final = 0.012


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Straight pieces of lines in the box.

    Attributes
    ----------
    start, end : ndarray, shape (n, 3)
        Their ends: places along x and y, and height.
    slopes : ndarray, shape (n, 2)
        Of the surface there, along x and y.
    travel : ndarray, shape (n, 2)
        How far along the whole line both ends are, in units of the box.
    steps : ndarray of int, shape (n,)
        Ascending: the step that each piece leads to.
    """

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    slopes: NDArray[np.float64]
    travel: NDArray[np.float64]
    steps: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.steps)


def drape(mesh: Mesh, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
    """Return the height of the surface at places of the box, any shape.

    It is that of the triangles; where a cell has lost a corner, one between those it has. nan where
    none of the four is left, and outside the plane. What is cut open has the height of the cut.
    """
    columns, right = _cells(mesh.x, x)
    rows, up = _cells(mesh.y, y)
    a, b = mesh.heights[rows, columns], mesh.heights[rows, columns + 1]
    d, c = mesh.heights[rows + 1, columns], mesh.heights[rows + 1, columns + 1]
    with np.errstate(invalid="ignore"):
        turned = np.abs(a - c) > np.abs(b - d)
        heights = np.where(
            turned,
            np.where(
                right + up <= 1.0,
                a + right * (b - a) + up * (d - a),
                c + (1.0 - right) * (d - c) + (1.0 - up) * (b - c),
            ),
            np.where(
                right >= up,
                a + right * (b - a) + up * (c - b),
                a + up * (d - a) + right * (c - d),
            ),
        )
    holed = np.isnan(heights)
    if holed.any():
        heights = np.where(holed, _between((a, b, d, c), right, up), heights)
    return np.clip(heights, 0.0, 1.0)


def _between(
    corners: tuple[NDArray[np.float64], ...], right: NDArray[np.float64], up: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the mean of those corners of cells that have a height, the nearer the heavier."""
    parts = ((1.0 - right) * (1.0 - up), right * (1.0 - up), (1.0 - right) * up, right * up)
    total, weight = np.zeros(right.shape), np.zeros(right.shape)
    for corner, part in zip(corners, parts, strict=True):
        known = np.isfinite(corner)
        total += np.where(known, corner * part, 0.0)
        weight += np.where(known, part, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0.0, total / weight, np.nan)


def _cells(
    axis: NDArray[np.float64], at: ArrayLike
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the cell of each place and how far it is through it; nan outside."""
    places = np.asarray(at, dtype=np.float64)
    cell = np.clip(np.searchsorted(axis, places, side="right") - 1, 0, len(axis) - 2)
    with np.errstate(invalid="ignore", over="ignore"):
        share = (places - axis[cell]) / (axis[cell + 1] - axis[cell])
    edge = 1e-9
    inside = (share >= -edge) & (share <= 1.0 + edge)
    return cell, np.where(inside, np.clip(share, 0.0, 1.0), np.nan)


def plane_projection(plan: Plan) -> Projection:
    """Return the map from data to pixels of the plane, in which trails are prepared."""
    bounds = plan.bounds
    box = Box(0.0, 0.0, 2.0 * plan.half[0] * FINENESS, 2.0 * plan.half[1] * FINENESS)
    return Projection(box, bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max)


def trail_pieces(mesh: Mesh, track: Track, most: int = MOST_PIECES) -> Pieces:
    """Return the way of a run on the surface.

    Parameters
    ----------
    mesh : Mesh
        What it lies on.
    track : Track
        The run under the `plane_projection` of the mesh.
    most : int
        About how many pieces it may have.
    """
    kept = thinning(len(track.steps))
    points, steps = track.points[kept], track.steps[kept]
    usable = np.isfinite(points).all(axis=1)
    whole = polylines.single(points)
    start, end, seen = _within(whole, track.projection.box)
    steps = steps[usable][1:][seen]
    if len(steps) > most or float(np.hypot(*(end - start).T).sum()) > PIECE * most:
        first = np.sort(polylines.first_alike(start, end, _ALIKE))
        start, end, steps = start[first], end[first], steps[first]
    return _subdivided(mesh, start, end, steps, most)


def _within(
    lines: Lines, box: Box
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]]:
    """Return the ends of what is seen of each segment, and which segments these are."""
    if len(lines) < 2:  # noqa: PLR2004 - no way yet
        return np.empty((0, 2)), np.empty((0, 2)), np.empty(0, dtype=np.intp)
    with np.errstate(all="ignore"):
        enter, leave, visible = polylines.crossings(lines, box)
        seen = np.flatnonzero(visible)
        first, step = lines.points[:-1][seen], np.diff(lines.points, axis=0)[seen]
        ends = (first + share[seen, None] * step for share in (enter, leave))
        corners = (box.left, box.top), (box.right, box.bottom)
        start, end = (np.clip(e, *corners) for e in ends)
    return start, end, seen


def _subdivided(
    mesh: Mesh,
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    steps: NDArray[np.intp],
    most: int,
) -> Pieces:
    """Cut segments, in pixels of the plane, so short that they follow the surface."""
    length = np.hypot(*(end - start).T)
    piece = max(PIECE, float(length.sum()) / max(most, 1))
    counts = np.maximum(np.ceil(length / piece).astype(np.intp), 1)
    owner = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(owner)) - (np.cumsum(counts) - counts)[owner]
    travelled = np.cumsum(length) - length
    ends, travel = [], []
    for share in (number / counts[owner], (number + 1) / counts[owner]):
        pixels = start[owner] + share[:, None] * (end - start)[owner]
        ends.append(_on_surface(mesh, pixels))
        travel.append((travelled[owner] + share * length[owner]) / FINENESS)
    known = np.isfinite(ends[0][:, 2]) & np.isfinite(ends[1][:, 2])
    start, end = ends[0][known], ends[1][known]
    return Pieces(
        start, end, slopes(mesh, start), np.stack(travel, axis=1)[known], steps[owner][known]
    )


def slopes(mesh: Mesh, places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the slopes of the surface near places of the box, shape (n, 2)."""
    (columns, across), (rows, along) = _cells(mesh.x, places[:, 0]), _cells(mesh.y, places[:, 1])
    found: NDArray[np.float64] = mesh.slopes[rows + (along > 0.5), columns + (across > 0.5)]  # noqa: PLR2004
    return found


def _on_surface(mesh: Mesh, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    x = pixels[:, 0] / FINENESS - mesh.plan.half[0]
    y = mesh.plan.half[1] - pixels[:, 1] / FINENESS
    return np.stack([x, y, drape(mesh, x, y)], axis=1)


def contour_pieces(lines: Sequence[ContourLine], plan: Plan) -> Pieces:
    """Return contour lines on the floor, straightened as far as nobody sees it."""
    projection = plane_projection(plan)
    ends: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for line in lines:
        found = polylines.single(projection.pixels(line.points[:, 0], line.points[:, 1]))
        found = polylines.chosen(found, polylines.straightened(found, 0.15))
        places = found.points / FINENESS * (1.0, -1.0) + (-plan.half[0], plan.half[1])
        joined = found.joined[1:]
        ends.append((places[:-1][joined], places[1:][joined]))
    start, end = (
        np.concatenate([np.empty((0, 2)), *(pair[side] for pair in ends)]) for side in (0, 1)
    )
    level = np.zeros((len(start), 1))
    return _plain(np.hstack([start, level]), np.hstack([end, level]))


def _plain(start: NDArray[np.float64], end: NDArray[np.float64]) -> Pieces:
    """Return pieces of lines that are no run's."""
    flat = np.zeros((len(start), 2))
    return Pieces(start, end, flat, flat, np.zeros(len(start), dtype=np.intp))


def rim_pieces(mesh: Mesh) -> Pieces:
    """Return the edges of the surface: of the plane and about holes, but not where it is cut."""
    places = np.stack([*np.meshgrid(mesh.x, mesh.y), mesh.heights], axis=-1).reshape(-1, 3)
    ends = rim(mesh.heights)
    start, end = places[ends[:, 0]], places[ends[:, 1]]
    shown = (np.minimum(start[:, 2], end[:, 2]) >= 0.0) & (
        np.maximum(start[:, 2], end[:, 2]) <= 1.0
    )
    return _plain(start[shown], end[shown])


def hidden(
    mesh: Mesh, points: NDArray[np.float64], eye: tuple[float, float, float]
) -> NDArray[np.bool_]:
    """Tell which points on the surface, shape (n, 3), it hides from the eye.

    All are in the units of the mesh.
    """
    to_eye = np.array(eye) - points
    slope = slopes(mesh, points)
    below = to_eye[:, 2] <= (slope * to_eye[:, :2]).sum(axis=1)
    way = points + np.geomspace(*_SIGHT)[:, None, None] * to_eye
    surface = drape(mesh, way[..., 0], way[..., 1])
    with np.errstate(invalid="ignore"):
        between = (surface < 1.0) & (surface > way[..., 2] + _CLEAR)
    covered: NDArray[np.bool_] = below | between.any(axis=0)
    return covered
