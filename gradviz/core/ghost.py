"""Ghost minima: where the numerical gradient vanishes instead of the true one.

A descent by differences settles where the differences are 0, not where f is least. For central
differences on Rosenbrock's valley that is ``x = 1/(1 + 200*h**2), y = x**2``: with h = 0.1 the
point (1/3, 1/9), far from the minimum (1, 1).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.differences import Method, bind, imaginary_quotients, quotients

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective

    Vector = NDArray[np.float64]

STAGES: Final = 8
"""Step sizes between 0 and h along which a minimum is followed."""
MOST_STEPS: Final = 40
HALVINGS: Final = 12
TOLERANCE: Final = 1e-9
"""Length of the last step of Newton's method, relative to the point."""
_NOISE: Final = 4.0 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where the numerical gradient vanishes.

    Attributes
    ----------
    x : tuple of float
        The point.
    of : tuple of float
        The minimum that it takes the place of.
    """

    x: tuple[float, ...]
    of: tuple[float, ...]


def ghost(
    objective: FormulaObjective,
    minimum: Sequence[float],
    method: Method,
    h: float,
    resolution: float = 0.0,
) -> Ghost | None:
    """Return where the numerical gradient vanishes instead of at a minimum.

    The zero is followed from the true minimum while the step size grows to `h`, by Newton's
    method. Its Jacobian needs no further approximation: differentiating a difference quotient of
    f gives the same quotient of the exact gradient.

    Parameters
    ----------
    objective : FormulaObjective
        The function.
    minimum : sequence of float, shape (n,)
        A true minimum.
    method : Method
        The scheme.
    h : float
        Its step size.
    resolution : float
        Distance along a coordinate up to which two points are one.

    Returns
    -------
    Ghost or None
        None where it coincides with the minimum or cannot be followed so far.
    """
    if method is Method.EXACT:
        return None
    start = np.asarray(minimum, dtype=np.float64)
    x = start
    with np.errstate(all="ignore"):
        for stage in range(1, STAGES + 1):
            found = _zero(objective, x, method, h * (stage / STAGES))
            if found is None:
                return None
            x = found
        slope = jacobian(objective, x, method, h)
        least = max(resolution, 10.0 * _blur(objective, x, slope, h))
        is_apart = float(np.abs(x - start).max()) > least
    if not is_apart:
        return None
    return Ghost(tuple(x.tolist()), tuple(start.tolist()))


def ghosts(
    objective: FormulaObjective,
    minima: Sequence[Sequence[float]],
    method: Method,
    h: float,
    resolution: float = 0.0,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Ghost, ...] | None:
    """Return the ghosts of several minima that do not coincide with them; None when cancelled."""
    found = []
    for minimum in minima:
        if cancelled is not None and cancelled():
            return None
        found.append(ghost(objective, minimum, method, h, resolution))
    return tuple(one for one in found if one is not None)


def jacobian(objective: FormulaObjective, x: Vector, method: Method, h: float) -> Vector:
    """Return the derivatives of the numerical gradient, shape (n, n), one row a component."""
    if method is Method.COMPLEX_STEP:

        def analytic(*point: NDArray[np.complex128]) -> NDArray[np.complex128]:
            return np.array(objective.gradient_complex(*point))

        points = [np.asarray(coordinate) for coordinate in x]
        return np.array(imaginary_quotients(analytic, points, h))

    def real(*point: float) -> Vector:
        return np.array(objective.gradient_function(*point))

    return np.array(quotients(real, x.tolist(), method, h))


def _zero(objective: FormulaObjective, start: Vector, method: Method, h: float) -> Vector | None:
    """Return a zero of the numerical gradient near `start`, by Newton's method; None if none."""
    if not 0.0 < h < math.inf:
        return None
    gradient = bind(objective, method, h)
    x = start
    found = np.array(gradient(*x.tolist()))
    for _ in range(MOST_STEPS):
        if not found.any():
            return x
        slope = jacobian(objective, x, method, h)
        step = _solved(slope, found)
        if step is None:
            return None
        if float(np.abs(step).max()) <= _blur(objective, x, slope, h):
            return x - step
        shorter = _shorter(gradient, x, slope, step)
        if shorter is None:
            return None
        x, found = shorter
    return None


def _blur(objective: FormulaObjective, x: Vector, slope: Vector, h: float) -> float:
    """Return how far zeros may lie apart and still be one: rounding f moves them about."""
    inverse = _solved(slope, np.eye(len(x)))
    noise = _NOISE * abs(objective.value(x.tolist())) / h
    moved = 0.0 if inverse is None else noise * float(np.abs(inverse).sum(axis=1).max())
    return max(TOLERANCE * max(1.0, float(np.abs(x).max())), moved)


def _solved(slope: Vector, value: Vector) -> Vector | None:
    try:
        step = np.asarray(np.linalg.solve(slope, value), dtype=np.float64)
    except np.linalg.LinAlgError:
        return None
    return step if np.isfinite(step).all() else None


def _shorter(
    gradient: Callable[..., tuple[float, ...]], x: Vector, slope: Vector, step: Vector
) -> tuple[Vector, Vector] | None:
    """Take the step, or as much of it as makes the next one shorter.

    That is the natural test of Deuflhard, *Newton Methods for Nonlinear Problems* (2004): unlike
    the length of the gradient it is not misled by narrow valleys.
    """
    size = float(np.linalg.norm(step))
    for halving in range(HALVINGS):
        there = x - step * 0.5**halving
        found = np.array(gradient(*there.tolist()))
        following = _solved(slope, found)
        if following is not None and float(np.linalg.norm(following)) < size:
            return there, found
    return None
