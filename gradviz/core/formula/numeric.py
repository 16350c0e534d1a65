"""The names generated code may use: on floats, on NumPy arrays, on complex NumPy arrays.

The complex versions continue a real function analytically from the real axis, so that the complex
step differentiates it: whatever compares, compares real parts, and outside the domain of the real
function the result is nan.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Array = NDArray[Any]

_UNDEFINED = complex(math.nan, math.nan)
MULTIPLIED = range(1, 9)  # exponents for which repeated multiplication beats `np.power`


def power(base: Array, exponent: Array | float) -> Array:
    """Return base**exponent, on real or complex arrays; nan where it is not real."""
    if isinstance(exponent, float) and exponent in MULTIPLIED:
        return _repeated(base, int(exponent))
    if not np.iscomplexobj(base) and not np.iscomplexobj(exponent):
        return np.power(base, exponent)
    real: Array = np.real(base)
    whole: Array = np.real(np.asarray(exponent))
    defined = (real >= 0.0) | (whole == np.floor(whole))
    return np.where(defined, np.power(base, exponent), _UNDEFINED)


def _repeated(base: Array, exponent: int) -> Array:
    result = base
    for bit in f"{exponent:b}"[1:]:
        result = result * result
        if bit == "1":
            result = result * base
    return result


def sigmoid(x: Array) -> Array:
    """Return 1/(1 + exp(-x)) without overflow, on real or complex arrays."""
    small = np.exp(-analytic_abs(x))
    return np.where(np.real(x) >= 0.0, 1.0 / (1.0 + small), small / (1.0 + small))


def softplus(x: Array) -> Array:
    """Return log(1 + exp(x)) without overflow."""
    return np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x)))


def analytic_softplus(z: Array) -> Array:
    """Continue `softplus`."""
    return np.where(z.real > 0.0, z, 0.0) + np.log1p(np.exp(-analytic_abs(z)))


def analytic_abs(z: Array) -> Array:
    """Continue ``abs``; its derivative at 0 is 0."""
    return analytic_sign(z) * z


def analytic_sign(z: Array) -> Array:
    """Continue ``sign``."""
    sign: Array = np.sign(np.real(z))
    return sign


def analytic_maximum(a: Array, b: Array) -> Array:
    """Continue ``maximum``; a tie is shared equally."""
    return _extremum(a, b, np.real(a) > np.real(b), np.real(a) < np.real(b))


def analytic_minimum(a: Array, b: Array) -> Array:
    """Continue ``minimum``; a tie is shared equally."""
    return _extremum(a, b, np.real(a) < np.real(b), np.real(a) > np.real(b))


def _extremum(a: Array, b: Array, is_a: Array, is_b: Array) -> Array:
    return np.where(is_a, a, np.where(is_b, b, 0.5 * (a + b)))


def analytic_clip(z: Array, low: Array, high: Array) -> Array:
    """Continue ``clip``."""
    raised = np.where(np.real(z) < np.real(low), low, z)
    return np.where(np.real(raised) > np.real(high), high, raised)


def analytic_relu(z: Array) -> Array:
    """Continue ``relu``; its derivative at 0 is 0."""
    return np.where(np.real(z) > 0.0, z, np.where(np.isnan(np.real(z)), z, 0.0))


def analytic_arctan2(y: Array, x: Array) -> Array:
    """Continue ``arctan2`` by the quotient that is at most 1."""
    angle = np.arctan2(np.real(y), np.real(x))
    flat = np.abs(np.real(x)) >= np.abs(np.real(y))
    near = np.where(flat, np.arctan(y / x), -np.arctan(x / y))
    continued: Array = near + (angle - near.real)
    return continued


def analytic_cbrt(z: Array) -> Array:
    """Continue ``cbrt``."""
    sign = np.where(np.real(z) < 0.0, -1.0, 1.0).astype(np.real(z).dtype)
    root: Array = sign * np.power(sign * z, 1.0 / 3.0)
    return root


def _within(
    function: Callable[[Array], Array], low: float, high: float
) -> Callable[[Array], Array]:
    """Return a NumPy function that is nan where the real part is not from `low` to `high`."""

    def continued(z: Array) -> Array:
        inside = (np.real(z) >= low) & (np.real(z) <= high)
        return np.where(inside, function(z), _UNDEFINED)

    return continued


_MATH = (
    "acos", "asin", "atan", "atan2", "cbrt", "ceil", "cos", "cosh", "exp", "expm1", "fabs",
    "floor", "log", "log10", "log1p", "log2", "pow", "sin", "sinh", "sqrt", "tan", "tanh",
)  # fmt: skip
_NUMPY = (
    "arccos", "arcsin", "arctan", "arctan2", "cbrt", "ceil", "cos", "cosh", "exp", "expm1", "fabs",
    "floor", "log", "log10", "log1p", "log2", "logical_and", "logical_not", "logical_or",
    "maximum", "minimum", "real", "sign", "sin", "sinh", "sqrt", "square", "tan", "tanh", "where",
)  # fmt: skip
_ANALYTIC = (
    analytic_abs, analytic_sign, analytic_maximum, analytic_minimum, analytic_clip, analytic_relu,
    analytic_arctan2, analytic_cbrt, analytic_softplus, sigmoid, softplus, power,
)  # fmt: skip

SCALAR_NAMES: dict[str, object] = {
    "__builtins__": {},
    "float": float,
    "nan": math.nan,
    "inf": math.inf,
    "ValueError": ValueError,
    "OverflowError": OverflowError,
    "ZeroDivisionError": ZeroDivisionError,
    **{name: getattr(math, name) for name in _MATH},
}
"""What generated functions on floats see: `math`, and nothing else."""

ARRAY_NAMES: dict[str, object] = {
    "__builtins__": {},
    "nan": math.nan,
    "inf": math.inf,
    **{name: getattr(np, name) for name in _NUMPY},
    **{function.__name__: function for function in _ANALYTIC},
    "analytic_log": _within(np.log, 0.0, math.inf),
    "analytic_log2": _within(np.log2, 0.0, math.inf),
    "analytic_log10": _within(np.log10, 0.0, math.inf),
    "analytic_log1p": _within(np.log1p, -1.0, math.inf),
    "analytic_sqrt": _within(np.sqrt, 0.0, math.inf),
    "analytic_arcsin": _within(np.arcsin, -1.0, 1.0),
    "analytic_arccos": _within(np.arccos, -1.0, 1.0),
}
"""What generated functions on arrays see."""
