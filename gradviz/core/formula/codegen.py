"""Graph to callables: functions on Python floats for stepping, on NumPy arrays for grids.

A scalar function is plain arithmetic and calls of `math`. Where one of those raises (outside a
domain, on overflow, on division by zero) the point is evaluated again by the array function,
which gives nan or inf.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.formula.emit import Body, symbol_name
from gradviz.core.formula.graph import Apply, Node, Symbol, apply, constant, reachable, symbol
from gradviz.core.formula.numeric import ARRAY_NAMES, SCALAR_NAMES
from gradviz.core.formula.operators import ADD, DIVIDE, MULTIPLY, SUBTRACT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from gradviz.core.formula.formula import Formula

    Arrays = tuple[NDArray[Any], ...]

MAX_FUSED_NODES = 600  # beyond this, calling f is faster than compiling a copy for every call


@dataclass(frozen=True, eq=False)
class CompiledFormula:
    """The functions of a formula.

    All take plain positional arguments: the variables x0 .. xn-1, then the values of the named
    parameters in order. Each function is generated when it is first asked for.

    Attributes
    ----------
    formula : Formula
        What was compiled.
    dimension : int
        Number of variables.
    parameters : tuple of str
        Names of the parameters.
    """

    formula: Formula
    dimension: int
    parameters: tuple[str, ...]

    @cached_property
    def value(self) -> Callable[..., float]:
        """f on Python floats; never raises, nan or inf outside the domain."""
        return scalar_function((self.formula.root,), self._symbols, single=True)

    @cached_property
    def gradient(self) -> Callable[..., tuple[float, ...]]:
        """The exact gradient on Python floats; never raises."""
        return scalar_function(self.formula.gradient, self._symbols)

    @cached_property
    def value_array(self) -> Callable[..., NDArray[np.float64]]:
        """f on arrays of numbers, broadcast against each other; float64 of the broadcast shape."""
        return _only(array_function((self.formula.root,), self._symbols))

    @cached_property
    def gradient_array(self) -> Callable[..., tuple[NDArray[np.float64], ...]]:
        """The exact gradient on arrays: n arrays of the broadcast shape."""
        return array_function(self.formula.gradient, self._symbols)

    @cached_property
    def value_complex(self) -> Callable[..., NDArray[np.complex128]]:
        """f continued to complex arrays, for the complex step."""
        return _only(array_function((self.formula.root,), self._symbols, analytic=True))

    @cached_property
    def hessian_array(self) -> Callable[..., tuple[tuple[NDArray[np.float64], ...], ...]]:
        """The second derivatives on arrays: n rows of n arrays of the broadcast shape."""
        n = self.dimension
        upper = [(i, j) for i in range(n) for j in range(i, n)]
        entries = array_function([self.formula.hessian[i][j] for i, j in upper], self._symbols)

        def hessian(*arguments: Any) -> tuple[tuple[NDArray[np.float64], ...], ...]:
            found = dict(zip(upper, entries(*arguments), strict=True))
            return tuple(tuple(found[min(i, j), max(i, j)] for j in range(n)) for i in range(n))

        return hessian

    @cached_property
    def source(self) -> str:
        """The text of `value`: plain arithmetic and `math` calls, no closure."""
        return _scalar_source((self.formula.root,), self._symbols, single=True, guarded=False)

    def difference(self, method: str) -> Callable[..., tuple[float, ...]] | None:
        """Return a difference quotient with all evaluations of f written into one function.

        Parameters
        ----------
        method : {"forward", "backward", "central", "five-point"}
            The scheme.

        Returns
        -------
        callable or None
            ``quotient(x0, ..., parameters..., h)``, a tuple of floats equal bit for bit to
            differences of `value`; what several evaluations share is computed once. None if the
            formula is so long that calling `value` is the better way.
        """
        return _fused(self.formula, _QUOTIENTS[method], self._symbols)

    @property
    def _symbols(self) -> tuple[Symbol, ...]:
        return self.formula.symbols


def _only(function: Callable[..., Arrays]) -> Callable[..., NDArray[Any]]:
    def single(*arguments: Any) -> NDArray[Any]:
        return function(*arguments)[0]

    return single


# --- functions on floats ----------------------------------------------------------------------


def scalar_function(
    roots: Sequence[Node], symbols: Sequence[Symbol], *, single: bool = False
) -> Callable[..., Any]:
    """Return a function of floats that gives `roots`: a tuple, or with `single` the first alone."""
    names = dict(SCALAR_NAMES)
    names["again"] = _Again(tuple(roots), tuple(symbols), single=single)
    guarded = any(isinstance(n, Apply) and n.operation.raises for n in reachable(roots))
    source = _scalar_source(roots, symbols, single=single, guarded=guarded)
    return _defined(source, names)


def _scalar_source(
    roots: Sequence[Node], symbols: Sequence[Symbol], *, single: bool, guarded: bool
) -> str:
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

    def function(*arguments: Any) -> Arrays:
        arrays = [np.asarray(argument, dtype=dtype) for argument in arguments]
        shape = np.broadcast_shapes(*(array.shape for array in arrays))
        with np.errstate(all="ignore"):
            return tuple(_shaped(result, shape, dtype, arrays) for result in raw(*arrays))

    return function


def _shaped(
    result: Any, shape: tuple[int, ...], dtype: type, arrays: Sequence[NDArray[Any]]
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


# --- difference quotients ---------------------------------------------------------------------


def _forward(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(1.0), f(0.0)), h)


def _backward(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(0.0), f(-1.0)), h)


def _central(f: Callable[[float], Node], h: Node) -> Node:
    return apply(DIVIDE, apply(SUBTRACT, f(1.0), f(-1.0)), apply(MULTIPLY, constant(2.0), h))


def _five_point(f: Callable[[float], Node], h: Node) -> Node:
    eight = constant(8.0)
    total = apply(SUBTRACT, f(-2.0), apply(MULTIPLY, eight, f(-1.0)))
    total = apply(ADD, total, apply(MULTIPLY, eight, f(1.0)))
    total = apply(SUBTRACT, total, f(2.0))
    return apply(DIVIDE, total, apply(MULTIPLY, constant(12.0), h))


_QUOTIENTS: dict[str, Callable[[Callable[[float], Node], Node], Node]] = {
    "forward": _forward,
    "backward": _backward,
    "central": _central,
    "five-point": _five_point,
}


def _fused(
    formula: Formula,
    quotient: Callable[[Callable[[float], Node], Node], Node],
    symbols: tuple[Symbol, ...],
) -> Callable[..., tuple[float, ...]] | None:
    nodes = reachable([formula.root])
    if len(nodes) * formula.dimension > MAX_FUSED_NODES:
        return None
    h = symbol("h", len(symbols) - formula.dimension, parameter=True)

    def along(variable: Symbol) -> Node:
        return quotient(lambda steps: _moved(nodes, variable, steps, h), h)

    roots = [along(variable) for variable in symbols[: formula.dimension]]
    return scalar_function(roots, (*symbols, h))


def _moved(nodes: Sequence[Node], variable: Symbol, steps: float, h: Node) -> Node:
    """Return f, the last of `nodes`, with `steps` times h added to one variable."""
    if steps == 0.0:
        return nodes[-1]
    length = h if abs(steps) == 1.0 else apply(MULTIPLY, constant(abs(steps)), h)
    moved: dict[Node, Node] = {variable: apply(ADD if steps > 0.0 else SUBTRACT, variable, length)}
    for node in nodes:
        if isinstance(node, Apply):
            arguments = [moved.get(argument, argument) for argument in node.arguments]
            moved[node] = apply(node.operation, *arguments)
    return moved.get(nodes[-1], nodes[-1])
