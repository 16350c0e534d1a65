"""The surface as arrays: heights of a field, the mesh with its holes, and how lines lie on it.

The surface lives in a box of its own: x and y run about 0, the longer side from -1 to 1, and
heights from 0 to 1. Camera and window stretch that to what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradviz.core.field import Scale, shading
from gradviz.plots.ticks import nice_step

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from gradviz.core.field import Bounds, Field

MOST: Final = 121
"""Samples along each side of the mesh. A software renderer needs half as long again for 161."""
BEYOND: Final = 3.0
"""Heights are kept up to so many times the range that is shown: slopes at its edge stay right."""
RARE: Final = 0.005
"""The share of samples at each end that may lie far out."""
WELL: Final = 0.4
"""The lowest sample of a well lies less below its neighbours, as a share of the well's depth."""
MESH_LINES: Final = 20.0
_SLIMMEST: Final = 0.5
_LARGEST: Final = 1e300


@dataclass(frozen=True, slots=True)
class Heights:
    """The map from values to heights.

    Attributes
    ----------
    low, high : float
        The values at height 0 and 1; of what lies beyond, the surface is cut open.
    unit : float or None
        On a logarithmic scale height is the logarithm of `unit` + value - `low`; None for an
        even one.
    """

    low: float
    high: float
    unit: float | None = None

    def of(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return heights for values of any shape: nan for what is not finite."""
        given = np.asarray(values, dtype=np.float64)
        finite = np.isfinite(given)
        above = np.clip(np.where(finite, given, self.low), -_LARGEST, _LARGEST) - self.low
        span = self.high - self.low
        with np.errstate(over="ignore", under="ignore"):
            if self.unit is None:
                heights = above / span
            else:
                bottom = np.log(self.unit)
                logs = np.log(np.maximum(above, 0.0) + self.unit) - bottom
                heights = logs / (np.log(span + self.unit) - bottom)
        return np.where(finite, np.clip(heights, -BEYOND, 1.0 + BEYOND), np.nan)


def height_map(values: NDArray[np.float64], *, log: bool) -> Heights:
    """Return the heights that show most of `values`, shape (ny, nx); nan and inf are passed over.

    Even heights reach as far beyond all but the rarest values as these are apart, so that neither
    a pole nor one corner flattens the rest; a well is shown to its bottom. Logarithmic
    ones take the base of the colours: the lowest shade is where the surface begins to rise.
    """
    finite = np.clip(values[np.isfinite(values)], -_LARGEST, _LARGEST)
    if not finite.size or finite.max() - finite.min() < 1.0 / _LARGEST:
        middle = float(finite[0]) if finite.size else 0.0
        step = max(1.0, abs(middle))
        return Heights(middle - step, middle + step)
    if log:
        shades = shading(values, Scale.LOG)
        return Heights(shades.base, shades.high, shades.low - shades.base)
    low, high = (float(q) for q in np.quantile(finite, [RARE, 1.0 - RARE]))
    spread = high - low
    if spread <= 0.0:
        return Heights(float(finite.min()), float(finite.max()))
    lowest = float(finite.min())
    bottom = lowest if _is_well(values, lowest) else max(lowest, low - spread)
    return Heights(bottom, min(float(finite.max()), high + spread))


def _is_well(values: NDArray[np.float64], lowest: float) -> bool:
    """Tell whether the lowest of the values is the bottom of a well, and no pole.

    About the bottom of a well, if the samples are close enough to show it, values are alike.
    """
    places = np.argwhere(values == lowest)
    if not len(places):
        return False  # it was cut to what can be computed with
    row, column = places[0].tolist()
    around = values[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2]
    around, usual = around[~np.isnan(around)], float(np.nanmedian(values))
    return bool(float(around.max()) / 2.0 - lowest / 2.0 < WELL * (usual / 2.0 - lowest / 2.0))


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the plane of a field lies in the box: `half` its sizes along x and y."""

    bounds: Bounds
    half: tuple[float, float]

    def across(self, x: ArrayLike) -> NDArray[np.float64]:
        """Return places along x."""
        return _placed(x, self.bounds.x_min, self.bounds.x_max, self.half[0])

    def along(self, y: ArrayLike) -> NDArray[np.float64]:
        """Return places along y."""
        return _placed(y, self.bounds.y_min, self.bounds.y_max, self.half[1])


def _placed(at: ArrayLike, low: float, high: float, half: float) -> NDArray[np.float64]:
    with np.errstate(over="ignore", invalid="ignore"):
        share = (np.asarray(at, dtype=np.float64) - low) / (high - low)
        places: NDArray[np.float64] = np.asarray((2.0 * share - 1.0) * half)
    return places


def plan(bounds: Bounds) -> Plan:
    """Return the plan of a rectangle: true to shape, but square where it would be too slim."""
    ratio = (bounds.y_max - bounds.y_min) / (bounds.x_max - bounds.x_min)
    if not _SLIMMEST <= ratio <= 1.0 / _SLIMMEST:
        ratio = 1.0
    return Plan(bounds, (min(1.0, 1.0 / ratio), min(1.0, ratio)))


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """The surface as triangles over a grid.

    Attributes
    ----------
    plan : Plan
        Where the field lies.
    x, y : ndarray, shape (nx,), (ny,)
        Places of columns and rows.
    heights : ndarray, shape (ny, nx)
        nan outside the domain.
    slopes : ndarray, shape (ny, nx, 2)
        How heights rise along x and y.
    lines : ndarray, shape (ny, nx, 2)
        Along x and y, whole numbers where a line of the mesh is drawn.
    values : ndarray, shape (ny, nx)
        f there.
    triangles : ndarray of uint32, shape (m, 3)
        Corners as indices into the flattened grid.
    """

    plan: Plan
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    heights: NDArray[np.float64]
    slopes: NDArray[np.float64]
    lines: NDArray[np.float64]
    values: NDArray[np.float64]
    triangles: NDArray[np.uint32]


def build_mesh(field: Field, heights: Heights, most: int = MOST) -> Mesh:
    """Return the mesh of a field, thinned to `most` samples along each side."""
    columns, rows = _spread(len(field.x), most), _spread(len(field.y), most)
    given = field.values if heights.unit is None else valleys(field.values)
    values = given[np.ix_(rows, columns)]
    placed = plan(field.bounds)
    x, y = placed.across(field.x[columns]), placed.along(field.y[rows])
    z = heights.of(values)
    slopes = np.stack([_slopes(z, x, axis=1), _slopes(z.T, y, axis=1).T], axis=-1)
    lines = np.stack(np.meshgrid(_counted(field.x[columns]), _counted(field.y[rows])), axis=-1)
    return Mesh(placed, x, y, z, slopes, lines, values, triangles(z))


def valleys(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the lowest of each sample and its neighbours; what is not finite stays as it is.

    On a logarithmic scale the floor of a narrow valley lies far below its sides. Thinned samples
    would meet now the floor and now a side, and a smooth valley would have teeth.
    """
    low = values.copy()
    for _ in range(2):  # along x, then along y
        wide = np.pad(low, ((0, 0), (1, 1)), mode="edge")
        low = np.fmin(np.fmin(wide[:, :-2], wide[:, 1:-1]), wide[:, 2:]).T
    return np.where(np.isfinite(values), low, values)


def _spread(count: int, most: int) -> NDArray[np.intp]:
    return np.unique(np.rint(np.linspace(0, count - 1, min(count, most))).astype(np.intp))


def _counted(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places in steps of the mesh's lines, which are at round numbers."""
    step = nice_step(float(at[-1] - at[0]), MESH_LINES)
    first = np.floor(at[0] / step)
    counted: NDArray[np.float64] = at / step - first
    return counted


def _slopes(z: NDArray[np.float64], at: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Return the slope along rows from what finite neighbours there are; 0 without any."""
    rise = np.diff(z, axis=axis) / np.diff(at)
    edge = np.full((len(z), 1), np.nan)
    before, after = np.hstack([edge, rise]), np.hstack([rise, edge])
    before = np.where(np.isnan(before), after, before)
    after = np.where(np.isnan(after), before, after)
    slopes: NDArray[np.float64] = np.nan_to_num((before + after) / 2.0)
    return slopes


def triangles(z: NDArray[np.float64]) -> NDArray[np.uint32]:
    """Return the triangles of a grid of heights, shape (m, 3).

    A cell has two, parted along the diagonal that rises less; one where a single corner has no
    height; none where more have none, where heights jump as at a pole, or where all of it lies
    above or all of it below what is shown.
    """
    index = np.arange(z.size, dtype=np.uint32).reshape(z.shape)
    cells, at = _corners(index), _corners(z)
    missing = np.isnan(at)
    holes, shown = missing.sum(axis=1), _shown(at).ravel()
    whole = shown & (holes == 0)
    turned = np.abs(at[:, 0] - at[:, 2]) > np.abs(at[:, 1] - at[:, 3])
    straight, other = cells[whole & ~turned], cells[whole & turned]
    single = shown & (holes == 1)
    parts = (
        straight[:, [0, 1, 2]],
        straight[:, [0, 2, 3]],
        other[:, [1, 2, 3]],
        other[:, [1, 3, 0]],
        cells[single][~missing[single]].reshape(-1, 3),
    )
    return np.ascontiguousarray(np.concatenate(parts))


def _shown(corners: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which cells are drawn, at least in part, by the heights of their corners."""
    missing = np.isnan(corners)
    top = np.where(missing, -np.inf, corners).max(axis=1)
    bottom = np.where(missing, np.inf, corners).min(axis=1)
    with np.errstate(invalid="ignore"):
        smooth = top - bottom < BEYOND
    inside = (top >= 0.0) & (bottom <= 1.0)
    shown: NDArray[np.bool_] = (missing.sum(axis=1) <= 1) & smooth & inside
    return shown


def rim(z: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the edges that only one drawn cell of a grid of heights has, shape (m, 2).

    The ends are indices into the flattened grid.
    """
    corners, index = _corners(z), np.arange(z.size).reshape(z.shape)
    drawn = np.zeros((z.shape[0] + 1, z.shape[1] + 1), dtype=bool)
    drawn[1:-1, 1:-1] = _shown(corners).reshape(z.shape[0] - 1, z.shape[1] - 1)
    across = np.stack([index[:, :-1], index[:, 1:]], axis=-1)[drawn[:-1, 1:-1] ^ drawn[1:, 1:-1]]
    along = np.stack([index[:-1], index[1:]], axis=-1)[drawn[1:-1, :-1] ^ drawn[1:-1, 1:]]
    single = np.isnan(corners).sum(axis=1) == 1
    single &= drawn[1:-1, 1:-1].ravel()
    gap = np.isnan(corners[single]).argmax(axis=1)[:, None]
    slanted = np.take_along_axis(_corners(index)[single], (gap + np.array([1, 3])) % 4, axis=1)
    ends = np.concatenate([across, along, slanted])
    known: NDArray[np.intp] = ends[np.isfinite(z.ravel()[ends]).all(axis=1)]
    return known


def _corners(grid: NDArray[Any]) -> NDArray[Any]:
    """Return the corners of all cells of a grid, in turn about each: shape (cells, 4)."""
    around = (grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1])
    return np.stack([corner.ravel() for corner in around], axis=1)
