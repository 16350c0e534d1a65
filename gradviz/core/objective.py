"""What can be descended: an objective gives its value and its exact gradient at a point.

A point is a tuple of components. For a formula each component is one coordinate, a Python float,
because arithmetic on floats is far faster than NumPy on arrays of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.formula import CompiledFormula, Formula


@dataclass(frozen=True, slots=True)
class Evaluations:
    """How many times an objective and its exact gradient were evaluated.

    Attributes
    ----------
    value : int
        Evaluations of f.
    gradient : int
        Evaluations of the exact gradient of f.
    """

    value: int = 0
    gradient: int = 0

    def __add__(self, other: Evaluations) -> Evaluations:
        return Evaluations(self.value + other.value, self.gradient + other.gradient)

    def __mul__(self, times: int) -> Evaluations:
        return Evaluations(self.value * times, self.gradient * times)

    __rmul__ = __mul__


class Objective(Protocol):
    """What `gradviz.core.descent.descend` needs to know of a function of several variables.

    `function` and `gradient_function` take the components of a point as positional arguments and
    never raise: outside the domain they give nan or inf.
    """

    @property
    def dimension(self) -> int:
        """Number of components of a point."""

    @property
    def function(self) -> Callable[..., float]:
        """Return f, called as ``function(x0, x1, ...)``."""

    @property
    def gradient_function(self) -> Callable[..., tuple[Any, ...]]:
        """The exact gradient, called as ``gradient_function(x0, x1, ...)``."""


class Descendable(Objective, Protocol):
    """An objective that may know its difference quotients itself."""

    def quotient(self, method: Method, h: float) -> Callable[..., tuple[Any, ...]] | None:
        """Return a difference quotient written out for this function, if there is one.

        It takes coordinates as `function` does and gives all partial derivatives, to the last bit
        those that the scheme gives with `function`, only faster.
        """


class ArrayObjective(Descendable, Protocol):
    """An objective that can also be evaluated at many points at once, and at complex ones."""

    @property
    def value_array(self) -> Callable[..., NDArray[np.float64]]:
        """Values of f on arrays of coordinates, broadcast against each other."""

    @property
    def gradient_array(self) -> Callable[..., tuple[NDArray[np.float64], ...]]:
        """The exact gradient on arrays of coordinates."""

    @property
    def value_complex(self) -> Callable[..., NDArray[np.complex128]]:
        """Values of f on complex arrays of coordinates."""


class FormulaObjective:
    """A formula with a value for each of its named parameters.

    Parameters
    ----------
    formula : Formula
        The parsed formula.
    overrides : mapping of str to float, optional
        Values for named parameters, in place of those the formula gives.

    Attributes
    ----------
    formula : Formula
        As given.
    parameters : dict of str to float
        The value of every named parameter.
    dimension : int
        Number of variables.

    Notes
    -----
    The functions are those of `CompiledFormula` with the parameters' values filled in: they are
    called with the coordinates alone.

    Raises
    ------
    ValueError
        If an override names no parameter of the formula.
    """

    def __init__(self, formula: Formula, overrides: Mapping[str, float] | None = None) -> None:
        self.formula = formula
        self.parameters = _parameter_values(formula, overrides or {})
        self.dimension = formula.dimension
        self._compiled = formula.compiled()

    @cached_property
    def function(self) -> Callable[..., float]:
        """Return f, called as ``function(x0, x1, ...)``."""
        return self._filled(self._compiled.value)

    @cached_property
    def gradient_function(self) -> Callable[..., tuple[float, ...]]:
        """The exact gradient, by reverse-mode automatic differentiation."""
        return self._filled(self._compiled.gradient)

    @cached_property
    def value_array(self) -> Callable[..., NDArray[np.float64]]:
        """Values of f on arrays of coordinates, broadcast against each other."""
        return self._filled(self._compiled.value_array)

    @cached_property
    def gradient_array(self) -> Callable[..., tuple[NDArray[np.float64], ...]]:
        """The exact gradient on arrays of coordinates."""
        return self._filled(self._compiled.gradient_array)

    @cached_property
    def hessian_array(self) -> Callable[..., tuple[tuple[NDArray[np.float64], ...], ...]]:
        """The exact second derivatives on arrays of coordinates: n rows of n arrays."""
        return self._filled(self._compiled.hessian_array)

    @cached_property
    def value_complex(self) -> Callable[..., NDArray[np.complex128]]:
        """Values of f on complex arrays of coordinates."""
        return self._filled(self._compiled.value_complex)

    @cached_property
    def gradient_complex(self) -> Callable[..., tuple[NDArray[np.complex128], ...]]:
        """The exact gradient on complex arrays of coordinates."""
        return self._filled(self._compiled.gradient_complex)

    @cached_property
    def value_single(self) -> Callable[..., NDArray[np.float32]]:
        """Values of f computed in single precision."""
        return self._filled(self._compiled.value_single)

    @cached_property
    def value_complex_single(self) -> Callable[..., NDArray[np.complex64]]:
        """Values of f on complex arrays of coordinates, computed in single precision."""
        return self._filled(self._compiled.value_complex_single)

    def quotient(self, method: Method, h: float) -> Callable[..., tuple[float, ...]] | None:
        """Return the difference quotient of `method` written out, None if there is none."""
        if method == "complex-step":  # taken in one call, by the objective's complex values
            return None
        written_out = _written_out(self._compiled, method)
        return None if written_out is None else self._filled(written_out, h)

    def value(self, x: Sequence[float]) -> float:
        """Return f at the point `x`, shape (dimension,); nan or inf outside its domain."""
        return self.function(*x)

    def gradient(self, x: Sequence[float]) -> tuple[float, ...]:
        """Return the exact gradient (reverse-mode automatic differentiation) at the point `x`."""
        return self.gradient_function(*x)

    def _filled(self, function: Callable[..., Any], *more: float) -> Callable[..., Any]:
        return _fill(function, (*self.parameters.values(), *more))

    def __repr__(self) -> str:
        return f"FormulaObjective({self.formula.text!r}, {self.parameters!r})"


def _parameter_values(formula: Formula, overrides: Mapping[str, float]) -> dict[str, float]:
    values = {parameter.name: parameter.value for parameter in formula.parameters}
    unknown = overrides.keys() - values.keys()
    if unknown:
        raise ValueError(f"The formula has no parameter named {', '.join(sorted(unknown))}.")
    return values | {name: float(value) for name, value in overrides.items()}


@lru_cache(maxsize=64)
def _written_out(compiled: CompiledFormula, method: Method) -> Callable[..., Any] | None:
    """Generate it once, however often a parameter or h is changed."""
    return compiled.difference(method)


def _fill(function: Callable[..., Any], constants: tuple[float, ...]) -> Callable[..., Any]:
    """Return `function` with its last positional arguments fixed to `constants`."""
    if not constants:
        return function
    if type(function) is FunctionType and not function.__code__.co_flags & _VARIADIC:
        # The constants become default arguments: a call then costs no more than without them.
        return FunctionType(
            function.__code__,
            function.__globals__,
            function.__name__,
            constants,
            function.__closure__,
        )

    return lambda *coordinates: function(*coordinates, *constants)


_VARIADIC = 0x04  # inspect.CO_VARARGS: the function takes *args
