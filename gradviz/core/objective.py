"""What can be descended: an objective gives its value and its exact gradient at a point.

A point is a tuple of components. For a formula each component is one coordinate, a Python float,
because arithmetic on floats is far faster than NumPy on arrays of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import FunctionType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.formula import Formula


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
        """f, called as ``function(x0, x1, ...)``."""

    @property
    def gradient_function(self) -> Callable[..., tuple[Any, ...]]:
        """The exact gradient, called as ``gradient_function(x0, x1, ...)``."""


class ArrayObjective(Objective, Protocol):
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
    function, gradient_function, value_array, gradient_array, value_complex : callable
        Those of `CompiledFormula`, with the parameters' values filled in: called with the
        coordinates alone.

    Raises
    ------
    ValueError
        If an override names no parameter of the formula.
    """

    def __init__(self, formula: Formula, overrides: Mapping[str, float] | None = None) -> None:
        self.formula = formula
        self.parameters = _parameter_values(formula, overrides or {})
        self.dimension = formula.dimension
        compiled = formula.compiled()
        constants = tuple(self.parameters.values())
        self.function = _fill(compiled.value, constants)
        self.gradient_function = _fill(compiled.gradient, constants)
        self.value_array = _fill(compiled.value_array, constants)
        self.gradient_array = _fill(compiled.gradient_array, constants)
        self.value_complex = _fill(compiled.value_complex, constants)

    def value(self, x: Sequence[float]) -> float:
        """Return f at the point `x`, shape (dimension,); nan or inf outside its domain."""
        value: float = self.function(*x)
        return value

    def gradient(self, x: Sequence[float]) -> tuple[float, ...]:
        """Return the exact gradient (reverse-mode automatic differentiation) at the point `x`."""
        gradient: tuple[float, ...] = self.gradient_function(*x)
        return gradient

    def __repr__(self) -> str:
        return f"FormulaObjective({self.formula.text!r}, {self.parameters!r})"


def _parameter_values(formula: Formula, overrides: Mapping[str, float]) -> dict[str, float]:
    values = {parameter.name: parameter.value for parameter in formula.parameters}
    unknown = overrides.keys() - values.keys()
    if unknown:
        raise ValueError(f"The formula has no parameter named {', '.join(sorted(unknown))}.")
    return values | {name: float(value) for name, value in overrides.items()}


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
