"""How far numerical gradients are from the exact one, against the step size h.

Two errors work against each other. The truncation error of a scheme of order p grows as ``h**p``.
The rounding error of f, about ``eps * |f|``, is divided by h, so it grows as h shrinks; once
adding h no longer changes x the difference is exactly 0 and the relative error is 1. The complex
step subtracts nothing and has no rounding error to speak of.

References
----------
Press et al., *Numerical Recipes*, 3rd ed., section 5.7. Squire and Trapp, *SIAM Review* 40 (1998).
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradviz.core.differences import Method, gradient, imaginary_quotients, quotients
from gradviz.core.norms import norms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective

SCHEMES: Final = tuple(method for method in Method if method is not Method.EXACT)
"""The methods that have a step size."""
ORDERS: Final = {
    Method.FORWARD: 1,
    Method.BACKWARD: 1,
    Method.CENTRAL: 2,
    Method.FIVE_POINT: 4,
    Method.COMPLEX_STEP: 2,
}
"""The power of h that the truncation error of each scheme grows with."""
EXACT_DEGREES: Final = {
    Method.FORWARD: 1,
    Method.BACKWARD: 1,
    Method.CENTRAL: 2,
    Method.FIVE_POINT: 4,
    Method.COMPLEX_STEP: 2,
}
"""The degree of polynomials up to which each scheme has no truncation error."""
SUBTRACTING: Final = frozenset(SCHEMES) - {Method.COMPLEX_STEP}
"""The schemes whose rounding error grows as h shrinks."""
LOWEST, HIGHEST = -16, 0
"""Exponents of the step sizes that are always looked at."""
PER_DECADE: Final = 8
_LARGEST: Final = 1e300


class Precision(StrEnum):
    """What is computed in."""

    DOUBLE = "float64"
    SINGLE = "float32"


def step_sizes(h: float) -> NDArray[np.float64]:
    """Return the step sizes to look at: 1e-16 to 1, farther if `h` lies outside, and `h` itself.

    Parameters
    ----------
    h : float
        The step size in use, positive and finite.

    Returns
    -------
    ndarray, shape (m,)
        Ascending, `PER_DECADE` to a decade.
    """
    low = min(LOWEST, math.floor(math.log10(h)))
    high = max(HIGHEST, math.ceil(math.log10(h)))
    leading = [10.0 ** (k / PER_DECADE) for k in range(PER_DECADE)]
    steps = [float(f"{m!r}e{exponent}") for exponent in range(low, high) for m in leading]
    steps.append(float(f"1e{high}"))
    every = np.array([s for s in steps if s <= _LARGEST])
    apart = np.abs(every / h - 1.0) > 1e-9  # noqa: PLR2004 - the same but for rounding
    return np.sort(np.append(every[apart], h))


def numerical_gradients(
    objective: FormulaObjective,
    x: Sequence[float],
    method: Method,
    steps: NDArray[np.float64],
    precision: Precision = Precision.DOUBLE,
) -> NDArray[np.float64]:
    """Return the gradient at one point for many step sizes.

    Parameters
    ----------
    objective : FormulaObjective
        The function to differentiate.
    x : sequence of float, shape (n,)
        The point.
    method : Method
        A scheme that has a step size.
    steps : ndarray, shape (m,)
        Step sizes, positive.
    precision : Precision
        In single precision x, h, f and the differences are all rounded to it.

    Returns
    -------
    ndarray, shape (m, n)
        What `gradviz.core.differences` computes, operation for operation; nan or inf where the
        scheme meets undefined or overflowing values, or h vanishes.
    """
    single = precision is Precision.SINGLE
    analytic = method is Method.COMPLEX_STEP
    real = np.float32 if single else np.float64
    kind = (np.complex64 if single else np.complex128) if analytic else real
    with np.errstate(all="ignore"):
        h: NDArray[Any] = steps.astype(real)
        points = [np.full(len(h), coordinate).astype(real).astype(kind) for coordinate in x]
        if analytic:
            f = objective.value_complex_single if single else objective.value_complex
            found = imaginary_quotients(f, points, h)
        else:
            g = objective.value_single if single else objective.value_array
            found = quotients(g, points, method, h)
        return np.stack(found, axis=1).astype(np.float64)


def reference(
    objective: FormulaObjective, x: Sequence[float], precision: Precision = Precision.DOUBLE
) -> NDArray[np.float64]:
    """Return the exact gradient that errors are taken from, shape (n,).

    In single precision that is the one at the point rounded to it: the curve is to show what the
    differences lose, not what rounding the point does.
    """
    if precision is Precision.SINGLE:
        with np.errstate(all="ignore"):
            x = np.asarray(x).astype(np.float32).astype(np.float64).tolist()
    return np.asarray(objective.gradient(x))


def is_relative(exact: NDArray[np.float64], coordinate: int | None = None) -> bool:
    """Tell whether errors are divided by the exact gradient: they are unless that is 0."""
    return _size(exact, coordinate) > 0.0


def errors(
    found: NDArray[np.float64], exact: NDArray[np.float64], coordinate: int | None = None
) -> NDArray[np.float64]:
    """Return the errors of numerical gradients.

    Parameters
    ----------
    found : ndarray, shape (m, n)
        Numerical gradients.
    exact : ndarray, shape (n,)
        The exact one.
    coordinate : int or None
        The partial derivative to look at; None for the norm of the difference.

    Returns
    -------
    ndarray, shape (m,)
        Not negative; relative to the exact derivative or norm, absolute where that is 0.
    """
    with np.errstate(all="ignore"):
        away = found - exact
        lengths = norms(away) if coordinate is None else np.abs(away[:, coordinate])
        size = _size(exact, coordinate)
        return np.asarray(lengths / size if size > 0.0 else lengths)


def error_curve(
    objective: FormulaObjective,
    x: Sequence[float],
    method: Method,
    steps: NDArray[np.float64],
    coordinate: int | None = None,
    precision: Precision = Precision.DOUBLE,
) -> NDArray[np.float64]:
    """Return the error of one scheme for each of `steps`, shape (m,); see `errors`."""
    found = numerical_gradients(objective, x, method, steps, precision)
    return errors(found, reference(objective, x, precision), coordinate)


def error_at(
    objective: FormulaObjective,
    x: Sequence[float],
    method: Method,
    h: float,
    coordinate: int | None = None,
) -> float:
    """Return the error of the very gradient that a run takes at `x`.

    Runs compute with Python floats, whose powers and exponentials may differ from those of arrays
    in the last bit: where rounding is all there is, that shows.
    """
    found = np.array([gradient(objective, x, method, h)])
    return float(errors(found, reference(objective, x), coordinate)[0])


def _size(exact: NDArray[np.float64], coordinate: int | None) -> float:
    chosen = exact if coordinate is None else exact[coordinate : coordinate + 1]
    return float(norms(chosen[None, :])[0])
