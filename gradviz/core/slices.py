"""A function along a line through a point: its curve, its tangent, and what differences make of it.

The line is ``x + t*d``. Along a coordinate d is a unit vector, and the numerical scheme in use
joins points of the curve by secants whose slopes it takes for the derivative:

===========  ==========================================  ====================
scheme       secants, by their ends                      the slope it takes
===========  ==========================================  ====================
forward      x to x+h                                    that of the secant
backward     x-h to x                                    that of the secant
central      x-h to x+h                                  that of the secant
five-point   x-h to x+h (s1), x-2h to x+2h (s2)          4/3*s1 - 1/3*s2
===========  ==========================================  ====================

The last is (f(x-2h) - 8*f(x-h) + 8*f(x+h) - f(x+2h)) / (12h), written as Richardson's extrapolation
of two central differences. The complex step leaves the real line and has no secant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.differences import Method, gradient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import ArrayObjective

_CENTRAL: Final = (-1.0, 1.0, 1.0)
_SECANTS: Final[dict[Method, tuple[tuple[float, float, float], ...]]] = {
    Method.FORWARD: ((0.0, 1.0, 1.0),),
    Method.BACKWARD: ((-1.0, 0.0, 1.0),),
    Method.CENTRAL: (_CENTRAL,),
    Method.FIVE_POINT: ((-1.0, 1.0, 4.0 / 3.0), (-2.0, 2.0, -1.0 / 3.0)),
}
"""Ends in units of h, and weight, of the secants of each scheme."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The points x + t*d and the function there.

    Attributes
    ----------
    objective : ArrayObjective
        The function.
    point : tuple of float, shape (n,)
        x.
    direction : tuple of float, shape (n,)
        d, of any length; coordinates in which it is zero stay those of x.
    """

    objective: ArrayObjective
    point: tuple[float, ...]
    direction: tuple[float, ...]

    def at(self, t: float) -> tuple[float, ...]:
        """Return the point at `t`."""
        pairs = zip(self.point, self.direction, strict=True)
        return tuple([x + t * d if d else x for x, d in pairs])

    def value(self, t: float) -> float:
        """Return the function at `t`."""
        return self.objective.function(*self.at(t))

    def values(self, t: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the function at many `t`; nan or inf where it is not defined."""
        pairs = zip(self.point, self.direction, strict=True)
        with np.errstate(all="ignore"):
            coordinates = [x + t * d if d else np.full(1, x) for x, d in pairs]
            found = self.objective.value_array(*coordinates)
        return np.broadcast_to(found, t.shape).astype(np.float64)

    def slope(self, t: float) -> float:
        """Return the exact derivative along the line at `t`: the gradient times d."""
        partials = self.objective.gradient_function(*self.at(t))
        return float(sum(g * d for g, d in zip(partials, self.direction, strict=True) if d))


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """The function along a line.

    Attributes
    ----------
    line : Line
        The line.
    here : float
        The t of the point that is looked at.
    t : ndarray, shape (m,)
        Where the line was sampled, ascending.
    values : ndarray, shape (m,)
        The function there; nan or inf outside its domain.
    value : float
        The function at `here`.
    slope : float
        The exact derivative along the line there: the slope of the tangent.
    """

    line: Line
    here: float
    t: NDArray[np.float64]
    values: NDArray[np.float64]
    value: float
    slope: float


@dataclass(frozen=True, slots=True)
class Secant:
    """A straight line through two points of the curve.

    Attributes
    ----------
    start, end : float
        How far the two points are from x as floats have it: alike where h is lost against x.
    start_value, end_value : float
        The function there.
    slope : float
        As the scheme takes it: the difference of the values by the distance meant, not the one
        that floats leave.
    weight : float
        By what the scheme multiplies that slope.
    reach : int
        The distance meant, in units of h.
    """

    start: float
    end: float
    start_value: float
    end_value: float
    slope: float
    weight: float
    reach: int


@dataclass(frozen=True, slots=True)
class Quotient:
    """What the scheme in use makes of the derivative along one coordinate.

    Attributes
    ----------
    method : Method
        The scheme.
    h : float
        Its step size.
    secants : tuple of Secant
        What it joins; none for the complex step and the exact gradient.
    slope : float
        The derivative by the scheme, to the last bit what a descent uses, without noise.
    difference : float
        That less the exact derivative.
    """

    method: Method
    h: float
    secants: tuple[Secant, ...]
    slope: float
    difference: float

    @property
    def is_lost(self) -> bool:
        """Whether h is too small to change x, so that a secant joins a point with itself."""
        return any(secant.start == secant.end for secant in self.secants)


def along(objective: ArrayObjective, point: Sequence[float], coordinate: int) -> Line:
    """Return the line through a point, shape (n,), along a coordinate."""
    direction = [0.0] * len(point)
    direction[coordinate] = 1.0
    return Line(objective, tuple(map(float, point)), tuple(direction))


def sampled(
    line: Line, here: float, ends: tuple[float, float], count: int, marked: Sequence[float] = ()
) -> Slice:
    """Sample a line at `count` even places.

    Parameters
    ----------
    line : Line
        The line.
    here : float
        The t of the point that is looked at.
    ends : tuple of float
        Range of t, finite, the lower one first.
    count : int
        How many places, at least 2.
    marked : sequence of float
        More places to sample, such as points that are drawn on the curve; `here` always is one.
        Those out of range are left out.
    """
    low, high = ends
    more = np.array([here, *marked])
    even = np.linspace(low, high, count)
    t = np.unique(np.concatenate([even, more[(more >= low) & (more <= high)]]))
    return Slice(line, here, t, line.values(t), line.value(here), line.slope(here))


def quotient(
    objective: ArrayObjective, point: Sequence[float], coordinate: int, method: Method, h: float
) -> Quotient:
    """Return what a scheme does along one coordinate at a point.

    Parameters
    ----------
    objective : ArrayObjective
        The function.
    point : sequence of float, shape (n,)
        Where.
    coordinate : int
        Along which coordinate.
    method : Method
        The scheme.
    h : float
        Its step size, positive and finite.
    """
    line = along(objective, point, coordinate)
    x = line.point[coordinate]
    secants = tuple(
        _secant(line, x, h, start, end, weight) for start, end, weight in _SECANTS.get(method, ())
    )
    slope = gradient(objective, line.point, method, h)[coordinate]
    return Quotient(method, h, secants, slope, slope - line.slope(0.0))


def _secant(line: Line, x: float, h: float, start: float, end: float, weight: float) -> Secant:
    # x + k*h is where the scheme asks for f; what is left of k*h in it tells where that is
    here, there = (x + start * h) - x, (x + end * h) - x
    low, high = line.value(here), line.value(there)
    slope = (high - low) / ((end - start) * h)
    return Secant(here, there, low, high, slope, weight, round(end - start))
