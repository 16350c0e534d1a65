"""The objective over a part of its domain: bounds, sampled fields and curves, arrows, contours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.bounds import Bounds, default_bounds
from gradviz.core.contours import ContourLine, contour_lines
from gradviz.core.differences import gradient_grid
from gradviz.core.levels import levels
from gradviz.core.scales import Scale, Shading, choose_scale, shading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.objective import ArrayObjective

__all__ = [
    "Arrows",
    "Bounds",
    "ContourLine",
    "Curve",
    "Field",
    "Scale",
    "Shading",
    "arrows",
    "choose_scale",
    "contour_lines",
    "default_bounds",
    "levels",
    "sample",
    "sample_curve",
    "shading",
]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Values of an objective over a plane through its domain.

    Attributes
    ----------
    bounds : Bounds
        What was sampled, edges included.
    plane : tuple of int
        The coordinates along x and y.
    held : tuple of float, shape (n,)
        The point the plane goes through.
    x : ndarray, shape (nx,)
        Abscissas.
    y : ndarray, shape (ny,)
        Ordinates.
    values : ndarray, shape (ny, nx)
        f; nan or inf outside its domain.
    """

    bounds: Bounds
    plane: tuple[int, int]
    held: tuple[float, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Values of a function of one variable: `x` and `values`, both of shape (m,)."""

    x: NDArray[np.float64]
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Arrows:
    """Directions of +grad f on a grid over a plane; all arrays have the same shape (ny, nx).

    Attributes
    ----------
    x, y : ndarray
        Where.
    u, v : ndarray
        Unit direction of the gradient's part in the plane; nan where it is zero or undefined.
    magnitude : ndarray
        Length of that part.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    u: NDArray[np.float64]
    v: NDArray[np.float64]
    magnitude: NDArray[np.float64]


def sample(
    objective: ArrayObjective,
    bounds: Bounds,
    plane: tuple[int, int],
    held: Sequence[float],
    shape: tuple[int, int],
) -> Field:
    """Sample the objective over `bounds` at `shape` = (ny, nx) points.

    Parameters
    ----------
    objective : ArrayObjective
        What is sampled.
    bounds : Bounds
        The rectangle, edges included.
    plane : tuple of int
        The coordinates along x and y.
    held : sequence of float, shape (n,)
        A value for every coordinate; those not in `plane` stay at it.
    shape : tuple of int
        Points along y and x, at least 2 each.
    """
    x = np.linspace(bounds.x_min, bounds.x_max, shape[1])
    y = np.linspace(bounds.y_min, bounds.y_max, shape[0])
    values = objective.value_array(*_coordinates(x, y, plane, held))
    return Field(bounds, plane, tuple(map(float, held)), x, y, np.broadcast_to(values, shape))


def sample_curve(objective: ArrayObjective, x_min: float, x_max: float, count: int) -> Curve:
    """Sample a function of one variable at `count` points from `x_min` to `x_max`."""
    x = np.linspace(x_min, x_max, count)
    return Curve(x, np.broadcast_to(objective.value_array(x), x.shape))


def arrows(
    objective: ArrayObjective,
    method: Method,
    h: float,
    bounds: Bounds,
    plane: tuple[int, int],
    held: Sequence[float],
    shape: tuple[int, int],
) -> Arrows:
    """Return the directions of the gradient, by `method` with `h`, in the middle of grid cells.

    The rectangle is cut into `shape` = (ny, nx) equal cells, each with an arrow in its middle.
    """
    x = _middles(bounds.x_min, bounds.x_max, shape[1])
    y = _middles(bounds.y_min, bounds.y_max, shape[0])
    partials = gradient_grid(objective, _coordinates(x, y, plane, held), method, h)
    u, v = (np.broadcast_to(partials[i], shape) for i in plane)
    with np.errstate(all="ignore"):
        magnitude = np.hypot(u, v)
        # scaled first, so that neither huge nor tiny gradients lose their direction
        largest = np.maximum(np.abs(u), np.abs(v))
        u, v = u / largest, v / largest
        length = np.hypot(u, v)
        u, v = u / length, v / length
    grid_x, grid_y = np.meshgrid(x, y)
    return Arrows(grid_x, grid_y, u, v, magnitude)


def _coordinates(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    plane: tuple[int, int],
    held: Sequence[float],
) -> list[NDArray[np.float64]]:
    """Return an array for each coordinate: a row, a column, or a single number."""
    coordinates = [np.float64(value).reshape(1, 1) for value in held]
    coordinates[plane[0]] = x[np.newaxis, :]
    coordinates[plane[1]] = y[:, np.newaxis]
    return coordinates


def _middles(low: float, high: float, count: int) -> NDArray[np.float64]:
    # weighted, so that the middle of a symmetric range is exactly 0
    odd = np.arange(1, 2 * count, 2)
    middles: NDArray[np.float64] = (low * odd[::-1] + high * odd) / (2 * count)
    return middles
