"""Graph to callables: functions on Python floats for stepping, on NumPy arrays for grids.

A scalar function is plain arithmetic and calls of `math`. Where one of those raises (outside a
domain, on overflow, on division by zero) the point is evaluated again by the array function,
which gives nan or inf.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.formula.emit import Body, symbol_name
from gradviz.core.formula.graph import Apply, Node, Symbol, reachable
from gradviz.core.formula.numeric import ARRAY_NAMES, SCALAR_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

    Arrays = tuple[NDArray[Any], ...]


# --- functions on floats ----------------------------------------------------------------------


def scalar_function(
    roots: Sequence[Node], symbols: Sequence[Symbol], *, single: bool = False
) -> Callable[..., Any]:
    """Return a function of floats that gives `roots`: a tuple, or with `single` the first alone."""
    names = dict(SCALAR_NAMES)
    names["again"] = _Again(tuple(roots), tuple(symbols), single=single)
    guarded = any(isinstance(n, Apply) and n.operation.raises for n in reachable(roots))
    source = scalar_source(roots, symbols, single=single, guarded=guarded)
    return _defined(source, names)


def scalar_source(
    roots: Sequence[Node], symbols: Sequence[Symbol], *, single: bool, guarded: bool
) -> str:
    """Return the text of a function of floats; if `guarded`, exceptions lead to ``again``."""
    arguments = ", ".join(map(symbol_name, symbols))
    indentation = "        " if guarded else "    "
    body = Body(roots, "scalar", indentation)
    result = body.results[0] if single else f"({', '.join(body.results)},)"
    lines = [*body.lines, f"{indentation}return {result}"]
    if guarded:
        lines = [
            "    try:",
            *lines,
            "    except (ValueError, OverflowError, ZeroDivisionError):",
            f"        return again({arguments})",
        ]
    return "\n".join([f"def function({arguments}):", *lines, ""])


class _Again:
    """The array function of the same roots, on one point; generated when first needed."""

    def __init__(
        self, roots: tuple[Node, ...], symbols: tuple[Symbol, ...], *, single: bool
    ) -> None:
        self._roots = roots
        self._symbols = symbols
        self._single = single

    @cached_property
    def _function(self) -> Callable[..., Arrays]:
        return array_function(self._roots, self._symbols)

    def __call__(self, *arguments: float) -> float | tuple[float, ...]:
        results = tuple(map(float, self._function(*arguments)))
        return results[0] if self._single else results


# --- functions on arrays ----------------------------------------------------------------------


def array_function(
    roots: Sequence[Node],
    symbols: Sequence[Symbol],
    *,
    analytic: bool = False,
    single: bool = False,
) -> Callable[..., Arrays]:
    """Return a function of arrays that gives `roots`, a tuple of arrays of the broadcast shape.

    With `analytic` it takes complex arrays. With `single` it computes in single precision, in which
    numbers count as arrays of one element: NumPy 1 computes with such numbers in double precision.
    """
    names = ", ".join(map(symbol_name, symbols))
    body = Body(roots, "analytic" if analytic else "array", "    ")
    results = f"    return ({', '.join(body.results)},)"
    source = "\n".join([f"def function({names}):", *body.lines, results, ""])
    dtype, formed = _DTYPES[analytic, single], np.atleast_1d if single else np.asarray
    raw = _defined(source, ARRAY_NAMES | {"where": _SingleWhere(dtype)} if single else ARRAY_NAMES)

    def function(*arguments: ArrayLike) -> Arrays:
        with np.errstate(all="ignore"):
            arrays: list[NDArray[Any]] = [
                formed(np.asarray(argument, dtype=dtype)) for argument in arguments
            ]
            shape = np.broadcast_shapes(*(array.shape for array in arrays))
            return tuple(_shaped(result, shape, dtype, arrays) for result in raw(*arrays))

    return function


_DTYPES: dict[tuple[bool, bool], type] = {
    (False, False): np.float64,
    (False, True): np.float32,
    (True, False): np.complex128,
    (True, True): np.complex64,
}
"""What is computed in, by whether it is complex and whether in single precision."""


class _SingleWhere:
    """``where`` that keeps to a precision: of two plain numbers NumPy's own makes float64."""

    def __init__(self, dtype: type) -> None:
        self._dtype = dtype

    def __call__(self, condition: ArrayLike, a: ArrayLike, b: ArrayLike) -> NDArray[Any]:
        return np.where(condition, a, b).astype(self._dtype, copy=False)


def _shaped(
    result: ArrayLike, shape: tuple[int, ...], dtype: type, arrays: Sequence[NDArray[Any]]
) -> NDArray[Any]:
    """Return `result` as an array of its own, of the shape and type promised."""
    array: NDArray[Any] = np.asarray(result, dtype=dtype)
    if array.shape != shape or any(array is argument for argument in arrays):
        return np.array(np.broadcast_to(array, shape))
    return array


def _defined(source: str, names: Mapping[str, object]) -> Callable[..., Any]:
    """Return the function that generated text defines."""
    names = dict(names)
    exec(compile(source, "<generated from a formula>", "exec"), names)  # noqa: S102 - own text
    function: Callable[..., Any] = names["function"]  # type: ignore[assignment]
    return function
