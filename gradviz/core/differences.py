"""Numerical differentiation: the gradient from values of f alone.

Each scheme differentiates along one coordinate at a time, with the step size `h`:

=============  ====================================================  =============  ==========
scheme         derivative along one coordinate                       error          f per n
=============  ====================================================  =============  ==========
forward        (f(x+h) - f(x)) / h                                   O(h)           n + 1
backward       (f(x) - f(x-h)) / h                                   O(h)           n + 1
central        (f(x+h) - f(x-h)) / (2*h)                             O(h**2)        2*n
five-point     (f(x-2h) - 8*f(x-h) + 8*f(x+h) - f(x+2h)) / (12*h)    O(h**4)        4*n
complex-step   Im f(x + ih) / h                                      O(h**2)        n
exact          reverse-mode automatic differentiation                rounding only  0
=============  ====================================================  =============  ==========

The order of operations is the one written here, so that numbers printed in textbooks come out to
the last digit. Nothing raises: where f is undefined or overflows the result is nan or inf, and
where h is lost against x it is exactly 0.

References
----------
Stencils: Abramowitz and Stegun, *Handbook of Mathematical Functions*, table 25.2. Complex step:
Squire and Trapp, *SIAM Review* 40 (1998) 110-112.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import numpy as np

from gradviz.core.objective import Evaluations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import ArrayObjective, Descendable

    Gradient = Callable[..., tuple[float, ...]]
    # One coordinate of a point, or an array of them.
    Values: TypeAlias = float | NDArray[np.float64]
    Line = Callable[[Values], Values]
    Rule = Callable[[Line, Values, Values, Values], Values]


class Method(StrEnum):
    """How the gradient is computed."""

    FORWARD = "forward"
    BACKWARD = "backward"
    CENTRAL = "central"
    FIVE_POINT = "five-point"
    COMPLEX_STEP = "complex-step"
    EXACT = "exact"


ONE_SIDED: Final = (Method.FORWARD, Method.BACKWARD)
"""The schemes that need f at the point itself as well."""


def evaluations(method: Method, dimension: int) -> Evaluations:
    """Return what one gradient of a function of `dimension` variables costs."""
    if method is Method.EXACT:
        return Evaluations(gradient=1)
    costs = {
        Method.FORWARD: dimension + 1,
        Method.BACKWARD: dimension + 1,
        Method.CENTRAL: 2 * dimension,
        Method.FIVE_POINT: 4 * dimension,
        Method.COMPLEX_STEP: dimension,
    }
    return Evaluations(value=costs[method])


def gradient(
    objective: ArrayObjective, x: Sequence[float], method: Method, h: float
) -> tuple[float, ...]:
    """Return the gradient at one point.

    Parameters
    ----------
    objective : ArrayObjective
        The function to differentiate.
    x : sequence of float, shape (n,)
        The point.
    method : Method
        The scheme.
    h : float
        Its step size, positive and finite; unused by the exact gradient.

    Returns
    -------
    tuple of float, shape (n,)
        nan or inf where the scheme meets undefined or overflowing values.

    Raises
    ------
    ValueError
        If `h` is not positive and finite.
    """
    return bind(objective, method, h)(*map(float, x))


def bind(objective: Descendable, method: Method, h: float) -> Gradient:
    """Return the function that gives the gradient by `method`, called with the coordinates.

    Bound once and called many times, ``function(x0, x1, ...)`` is the fast way to take many
    gradients one after another.
    """
    h = step_size(h)
    if method is Method.EXACT:
        return objective.gradient_function
    quotient = objective.quotient(method, h)
    if quotient is not None:
        return quotient
    if method is Method.COMPLEX_STEP:
        return _bind_complex(cast("ArrayObjective", objective), h)
    function, rule = objective.function, _RULES[method]
    return lambda *x: _partials(function, x, rule, h)


def gradient_grid(
    objective: ArrayObjective, coordinates: Sequence[NDArray[np.float64]], method: Method, h: float
) -> tuple[NDArray[np.float64], ...]:
    """Return the gradient at many points at once.

    Parameters
    ----------
    objective : ArrayObjective
        The function to differentiate.
    coordinates : sequence of n arrays
        One array for each variable; they are broadcast against each other.
    method : Method
        The scheme.
    h : float
        Its step size, positive and finite.

    Returns
    -------
    tuple of n arrays
        The partial derivatives, each of the broadcast shape.
    """
    h = step_size(h)
    points = [np.asarray(c, dtype=np.float64) for c in np.broadcast_arrays(*coordinates)]
    with np.errstate(all="ignore"):
        if method is Method.EXACT:
            return tuple(objective.gradient_array(*points))
        if method is Method.COMPLEX_STEP:
            return imaginary_quotients(objective.value_complex, points, h)
        return _partials(objective.value_array, points, _RULES[method], h)


def quotients(
    f: Callable[..., Any], x: Sequence[Any], method: Method, h: Values
) -> tuple[Any, ...]:
    """Return the difference quotients of any function along each coordinate.

    Parameters
    ----------
    f : callable
        Takes the coordinates; may give a number or an array.
    x : sequence of n floats or arrays
        The point, or points; their precision is the one that is computed in.
    method : Method
        A scheme of real differences: not the complex step, not the exact gradient.
    h : float or ndarray
        Step sizes, positive, broadcast against the coordinates.

    Returns
    -------
    tuple of n values of `f`
    """
    return _partials(f, x, _RULES[method], h)


def imaginary_quotients(
    f: Callable[..., Any], x: Sequence[NDArray[Any]], h: Values
) -> tuple[NDArray[Any], ...]:
    """Return ``Im f(x + ih) / h`` along each coordinate: the complex step.

    Parameters
    ----------
    f : callable
        Takes complex arrays of coordinates; gives such an array.
    x : sequence of n arrays
        The points, real or complex; a real one is taken to be of float64.
    h : float or ndarray
        Step sizes, positive, broadcast against the coordinates.
    """
    points = [p if np.iscomplexobj(p) else p.astype(np.complex128) for p in x]
    return tuple(_imaginary_quotient(f, points, i, h) for i in range(len(points)))


def partial(f: Callable[[Any], Any], x: float, method: Method, h: float, here: float) -> float:
    """Return the derivative of a function of one variable.

    Parameters
    ----------
    f : callable
        The function; the complex step calls it with a complex number.
    x : float
        Where.
    method : Method
        A scheme; not the exact gradient.
    h : float
        Its step size, positive and finite.
    here : float
        f at `x`; only the schemes of `ONE_SIDED` use it.
    """
    if method is Method.COMPLEX_STEP:
        return float(f(x + 1j * h).imag / h)
    return float(_RULES[method](f, x, h, here))


def step_size(h: float) -> float:
    """Return `h` as a float, or raise ValueError if it is not positive and finite."""
    if not 0.0 < h < float("inf"):
        raise ValueError(f"The step size h must be a positive finite number, not {h!r}.")
    return float(h)


# --- the schemes ---------------------------------------------------------------------------------
# Each takes f along one coordinate, that coordinate x, h, and f at the point itself, and serves
# floats and arrays alike.


def _forward(f: Line, x: Values, h: Values, here: Values) -> Values:
    return (f(x + h) - here) / h


def _backward(f: Line, x: Values, h: Values, here: Values) -> Values:
    return (here - f(x - h)) / h


def _central(f: Line, x: Values, h: Values, _here: Values) -> Values:
    return (f(x + h) - f(x - h)) / (2 * h)


def _five_point(f: Line, x: Values, h: Values, _here: Values) -> Values:
    far = 2 * h
    return (f(x - far) - 8.0 * f(x - h) + 8.0 * f(x + h) - f(x + far)) / (12.0 * h)


_RULES: dict[Method, Rule] = {
    Method.FORWARD: _forward,
    Method.BACKWARD: _backward,
    Method.CENTRAL: _central,
    Method.FIVE_POINT: _five_point,
}
_ONE_SIDED = tuple(_RULES[method] for method in ONE_SIDED)


def _partials(f: Callable[..., Any], x: Sequence[Any], rule: Rule, h: Values) -> tuple[Any, ...]:
    """Apply `rule` along each coordinate of `x`, whose components are floats or arrays."""
    here = f(*x) if rule in _ONE_SIDED else 0.0
    return tuple(rule(_along(f, x, i), x[i], h, here) for i in range(len(x)))


def _along(f: Callable[..., Any], x: Sequence[Any], index: int) -> Line:
    before, after = x[:index], x[index + 1 :]
    return lambda t: f(*before, t, *after)


# --- the complex step ----------------------------------------------------------------------------


def _bind_complex(objective: ArrayObjective, h: float) -> Gradient:
    """Take all partial derivatives in one call: row i of the points has x_i + ih."""
    f = objective.value_complex
    imaginary = np.eye(objective.dimension) * (1j * h)

    def complex_step(*x: float) -> tuple[float, ...]:
        with np.errstate(all="ignore"):
            points = np.asarray(x, dtype=np.complex128) + imaginary
            values: list[float] = (f(*points.T).imag / h).tolist()
        return tuple(values)

    return complex_step


def _imaginary_quotient(
    f: Callable[..., Any], points: list[NDArray[Any]], index: int, h: Values
) -> NDArray[Any]:
    shifted = list(points)
    shifted[index] = points[index] + 1j * h
    return np.asarray(f(*shifted).imag / h)
