"""Where to start the search for zeros of a gradient in a box."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.newton import BoxedGradient

    Vectors = NDArray[np.float64]

FINE: Final = {1: 1024, 2: 80}
"""Cells along each side of the fine grid, by the number of variables."""
COARSE: Final = {1: 33, 2: 9}
"""Points along each side of the coarse grid."""
SCATTERED: Final = 400
"""Starts in three and more variables."""
MOST_STARTS: Final = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Starts:
    """Points `u`, shape (m, n), in units of the box; `complete` if none was left out."""

    u: Vectors
    complete: bool


def starts(function: BoxedGradient) -> Starts:
    """Return where to start: the same for the same function and box."""
    dimension, coarse = function.dimension, probes(function)
    if dimension not in FINE:
        return Starts(coarse, complete=True)
    cells = _turning_cells(function, FINE[dimension])
    wanted = MOST_STARTS - len(coarse)
    every = -(-len(cells) // wanted) if len(cells) > wanted else 1
    return Starts(np.concatenate([coarse, cells[::every]]), complete=every == 1)


def probes(function: BoxedGradient) -> Vectors:
    """Return points that fill the box evenly."""
    return function.between(_filling(function.dimension))


@lru_cache(maxsize=10)
def _filling(dimension: int) -> Vectors:
    """Return points that fill a cube of side 1 evenly; not to be written to."""
    if dimension in COARSE:
        axis = (np.arange(COARSE[dimension]) + 0.5) / COARSE[dimension]
        filled = np.stack(np.meshgrid(*[axis] * dimension, indexing="ij"), axis=-1)
        filled = filled.reshape(-1, dimension)
    else:
        filled = _scattered(dimension, SCATTERED)
    filled.flags.writeable = False
    return filled


def _scattered(dimension: int, count: int) -> Vectors:
    """Return the first points of the additive recurrence R_d.

    M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018.
    """
    ratio = 2.0
    for _ in range(60):
        ratio = (1.0 + ratio) ** (1.0 / (dimension + 1))
    steps = ratio ** -np.arange(1.0, dimension + 1.0)
    places: Vectors = (0.5 + np.arange(count)[:, None] * steps) % 1.0
    return places


def _turning_cells(function: BoxedGradient, cells: int) -> Vectors:
    """Return the middles of grid cells at whose corners every derivative has both signs, or 0."""
    dimension = function.dimension
    axis = np.linspace(0.0, 1.0, cells + 1)
    grid = np.stack(np.meshgrid(*[axis] * dimension, indexing="ij"), axis=-1)
    points = function.between(grid.reshape(-1, dimension))
    gradient = function.gradient(points).reshape(grid.shape)
    shape = (cells,) * dimension
    low, high = np.ones((*shape, dimension), dtype=bool), np.ones((*shape, dimension), dtype=bool)
    for corner in itertools.product((0, 1), repeat=dimension):
        at = gradient[tuple(slice(c, c + cells) for c in corner)]
        low &= ~(at <= 0.0)
        high &= ~(at >= 0.0)
    turning = ~(low | high).any(axis=-1)
    middles: Vectors = (np.argwhere(turning) + 0.5) / cells
    return function.between(middles)
