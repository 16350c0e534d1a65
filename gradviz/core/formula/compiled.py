"""The functions of a formula, each generated when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gradviz.core.formula.codegen import array_function, scalar_function, scalar_source
from gradviz.core.formula.quotients import fused

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from gradviz.core.formula.formula import Formula
    from gradviz.core.formula.graph import Symbol

    Arrays = tuple[NDArray[Any], ...]


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
        """Value of f on Python floats; never raises, nan or inf outside the domain."""
        return scalar_function((self.formula.root,), self._symbols, single=True)

    @cached_property
    def gradient(self) -> Callable[..., tuple[float, ...]]:
        """The exact gradient on Python floats; never raises."""
        return scalar_function(self.formula.gradient, self._symbols)

    @cached_property
    def value_array(self) -> Callable[..., NDArray[np.float64]]:
        """Values of f on arrays, broadcast against each other; float64 of the broadcast shape."""
        return _only(array_function((self.formula.root,), self._symbols))

    @cached_property
    def gradient_array(self) -> Callable[..., tuple[NDArray[np.float64], ...]]:
        """The exact gradient on arrays: n arrays of the broadcast shape."""
        return array_function(self.formula.gradient, self._symbols)

    @cached_property
    def value_complex(self) -> Callable[..., NDArray[np.complex128]]:
        """Values of f continued to complex arrays, for the complex step."""
        return _only(array_function((self.formula.root,), self._symbols, analytic=True))

    @cached_property
    def gradient_complex(self) -> Callable[..., tuple[NDArray[np.complex128], ...]]:
        """The exact gradient continued to complex arrays."""
        return array_function(self.formula.gradient, self._symbols, analytic=True)

    @cached_property
    def value_single(self) -> Callable[..., NDArray[np.float32]]:
        """Values of f computed in single precision, on arrays of one dimension at least."""
        return _only(array_function((self.formula.root,), self._symbols, single=True))

    @cached_property
    def value_complex_single(self) -> Callable[..., NDArray[np.complex64]]:
        """What `value_complex` gives, computed in single precision."""
        return _only(
            array_function((self.formula.root,), self._symbols, analytic=True, single=True)
        )

    @cached_property
    def hessian_array(self) -> Callable[..., tuple[tuple[NDArray[np.float64], ...], ...]]:
        """The second derivatives on arrays: n rows of n arrays of the broadcast shape."""
        n = self.dimension
        upper = [(i, j) for i in range(n) for j in range(i, n)]
        entries = array_function([self.formula.hessian[i][j] for i, j in upper], self._symbols)

        def hessian(*arguments: ArrayLike) -> tuple[tuple[NDArray[np.float64], ...], ...]:
            found = dict(zip(upper, entries(*arguments), strict=True))
            return tuple(tuple(found[min(i, j), max(i, j)] for j in range(n)) for i in range(n))

        return hessian

    @cached_property
    def source(self) -> str:
        """The text of `value`: plain arithmetic and `math` calls, no closure."""
        return scalar_source((self.formula.root,), self._symbols, single=True, guarded=False)

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
        return fused(self.formula.root, method, self._symbols, self.dimension)

    @property
    def _symbols(self) -> tuple[Symbol, ...]:
        return self.formula.symbols


def _only(function: Callable[..., Arrays]) -> Callable[..., NDArray[Any]]:
    def single(*arguments: ArrayLike) -> NDArray[Any]:
        return function(*arguments)[0]

    return single
