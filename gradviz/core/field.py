"""The objective over a part of its domain: bounds, sampled fields and curves, arrows, contours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from contourpy import LineType, contour_generator

from gradviz.core.differences import gradient_grid
from gradviz.core.scales import Scale, Shading, choose_scale, levels, shading

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

MARGIN: Final = 1.25
_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
GROWN: Final = 3.0
_LARGEST: Final = 1e150
"""Bounds beyond this could not be squared."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of the plane that is shown; of a function of one variable, x alone counts.

    Raises
    ------
    ValueError
        If a bound is not finite, or a lower one not below its upper one.
    """

    x_min: float
    x_max: float
    y_min: float
    y_max: float

    def __post_init__(self) -> None:
        for name in ("x_min", "x_max", "y_min", "y_max"):
            object.__setattr__(self, name, float(getattr(self, name)))
        for axis, low, high in (("x", self.x_min, self.x_max), ("y", self.y_min, self.y_max)):
            if not (math.isfinite(low) and math.isfinite(high) and low < high):
                raise ValueError(f"The {axis} range must run upwards between finite numbers.")
            if max(-low, high) > _LARGEST:
                raise ValueError(f"The {axis} range must lie within ±{_LARGEST:g}.")

    def filling(self, aspect: float) -> Bounds:
        """Return these bounds, grown about their middle to be `aspect` times as wide as high.

        A circle is then seen as one in a picture of that shape. Bounds that would have to grow to
        more than `GROWN` times their size stay as they are: their axes have units of their own.
        """
        width, height = self.x_max - self.x_min, self.y_max - self.y_min
        growth = aspect * height / width
        if not 1.0 / GROWN < growth < GROWN:
            return self
        dx = max(growth - 1.0, 0.0) * width / 2.0
        dy = max(1.0 / growth - 1.0, 0.0) * height / 2.0
        try:
            return Bounds(self.x_min - dx, self.x_max + dx, self.y_min - dy, self.y_max + dy)
        except ValueError:  # at the edge of what can be shown
            return self

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside or on the edge; nan does not."""
        return self.x_min <= x <= self.x_max and self.y_min <= y <= self.y_max


def default_bounds(start: Sequence[float]) -> Bounds:
    """Return a square about the origin with `start`, shape (n,), comfortably inside.

    Its half side is a quarter more than the largest coordinate, rounded up to 1, 2, 2.5 or 5 times
    a power of ten, and at least 1.
    """
    reach = max((abs(float(c)) for c in start if math.isfinite(c)), default=1.0)
    reach = min(max(MARGIN * reach, 1.0), _LARGEST / 10.0)
    power = 10.0 ** math.floor(math.log10(reach))
    half = next(m * power for m in _ROUND if m * power >= reach * (1 - 1e-12))
    return Bounds(-half, half, -half, half)


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


@dataclass(frozen=True, slots=True, eq=False)
class ContourLine:
    """All lines of one level: `points` of shape (m, 2), the pieces parted by rows of nan."""

    level: float
    points: NDArray[np.float64]


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


def contour_lines(field: Field, levels: NDArray[np.float64]) -> tuple[ContourLine, ...]:
    """Return the contour lines of a field, one `ContourLine` for each level that has any.

    Lines come from contourpy's marching squares; cells with a corner that is not finite have none.
    """
    values = np.ma.masked_invalid(field.values, copy=False)
    generator = contour_generator(
        field.x, field.y, values, line_type=LineType.ChunkCombinedNan, name="serial"
    )
    found = []
    for level in levels:
        (points,) = generator.lines(float(level))[0]
        if points is not None:
            found.append(ContourLine(float(level), points))
    return tuple(found)


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
