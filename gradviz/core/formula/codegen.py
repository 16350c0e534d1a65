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
    from collections.abc import Callable, Sequence

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
    roots: Sequence[Node], symbols: Sequence[Symbol], *, analytic: bool = False
) -> Callable[..., Arrays]:
    """Return a function of arrays that gives `roots`, a tuple of arrays of the broadcast shape."""
    names = ", ".join(map(symbol_name, symbols))
    body = Body(roots, "analytic" if analytic else "array", "    ")
    results = f"    return ({', '.join(body.results)},)"
    source = "\n".join([f"def function({names}):", *body.lines, results, ""])
    raw = _defined(source, dict(ARRAY_NAMES))
    dtype = np.complex128 if analytic else np.float64

    def function(*arguments: ArrayLike) -> Arrays:
        arrays = [np.asarray(argument, dtype=dtype) for argument in arguments]
        shape = np.broadcast_shapes(*(array.shape for array in arrays))
        with np.errstate(all="ignore"):
            return tuple(_shaped(result, shape, dtype, arrays) for result in raw(*arrays))

    return function


def _shaped(
    result: ArrayLike, shape: tuple[int, ...], dtype: type, arrays: Sequence[NDArray[Any]]
) -> NDArray[Any]:
    """Return `result` as an array of its own, of the shape and type promised."""
    array: NDArray[Any] = np.asarray(result, dtype=dtype)
    if array.shape != shape or any(array is argument for argument in arrays):
        return np.array(np.broadcast_to(array, shape))
    return array


def _defined(source: str, names: dict[str, object]) -> Callable[..., Any]:
    """Return the function that generated text defines."""
    exec(compile(source, "<generated from a formula>", "exec"), names)  # noqa: S102 - own text
    function: Callable[..., Any] = names["function"]  # type: ignore[assignment]
    return function
