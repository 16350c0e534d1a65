r"""The values a difference scheme asks for, written down while the scheme itself runs.

Nothing of the schemes is repeated here: `gradviz.core.differences` differentiates a stand-in for
the objective that passes every question on and remembers the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from gradviz.core.differences import Method, bind
from gradviz.core.objective import Descendable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

_PARTIAL = r"\frac{\partial f}{\partial x_{i}}"
_HERE = "f(x)"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A difference scheme for the eye.

    Attributes
    ----------
    formula : str
        LaTeX of the partial derivative along coordinate i.
    labels : tuple of str
        LaTeX of the values it takes, in the order it takes them along one coordinate.
    shares_here : bool
        Whether the first of them is f at the point itself, the same for all coordinates.
    """

    formula: str
    labels: tuple[str, ...]
    shares_here: bool = False


def _at(shift: str) -> str:
    return rf"f(x {shift}\,e_{{i}})"


def _scheme(top: str, bottom: str, *labels: str) -> Scheme:
    formula = rf"{_PARTIAL} \approx \frac{{{top}}}{{{bottom}}}"
    return Scheme(formula, labels, shares_here=labels[0] == _HERE)


_AHEAD, _BEHIND = _at("+ h"), _at("- h")
_FAR_AHEAD, _FAR_BEHIND = _at("+ 2h"), _at("- 2h")
_IMAGINARY = rf"\mathrm{{Im}}\,{_at('+ ih')}"
_FIVE_TERMS = rf"{_FAR_BEHIND} - 8 {_BEHIND} + 8 {_AHEAD} - {_FAR_AHEAD}"

SCHEMES: dict[Method, Scheme] = {
    Method.FORWARD: _scheme(f"{_AHEAD} - {_HERE}", "h", _HERE, _AHEAD),
    Method.BACKWARD: _scheme(f"{_HERE} - {_BEHIND}", "h", _HERE, _BEHIND),
    Method.CENTRAL: _scheme(f"{_AHEAD} - {_BEHIND}", "2h", _AHEAD, _BEHIND),
    Method.FIVE_POINT: _scheme(_FIVE_TERMS, "12h", _FAR_BEHIND, _BEHIND, _AHEAD, _FAR_AHEAD),
    Method.COMPLEX_STEP: _scheme(_IMAGINARY, "h", _IMAGINARY),
    Method.EXACT: Scheme(_PARTIAL, ()),
}


@dataclass(frozen=True, slots=True)
class Stencil:
    """What a scheme evaluated at one point.

    Attributes
    ----------
    values : tuple of n tuples of float
        For each coordinate the values of f, in the order of `Scheme.labels`.
    quotients : tuple of n floats
        The partial derivatives that follow, without noise.
    """

    values: tuple[tuple[float, ...], ...]
    quotients: tuple[float, ...]


class Differentiable(Descendable, Protocol):
    """What every scheme can be applied to, a point at a time."""

    @property
    def value_complex(self) -> Callable[..., NDArray[np.complex128]]:
        """Values of f on complex arrays of coordinates."""


def stencil(objective: Differentiable, method: Method, h: float, x: Sequence[float]) -> Stencil:
    """Differentiate `objective` at `x`, keeping the values that the scheme asks for.

    Raises
    ------
    ValueError
        If `h` is not positive and finite.
    """
    recorder = _Recorder(objective)
    quotients = bind(recorder, method, h)(*x)
    n, values = len(x), recorder.values
    scheme = SCHEMES[method]
    here = tuple(values[:1]) if scheme.shares_here else ()
    each = len(scheme.labels) - len(here)
    first = len(here)
    rows = (values[first + i * each : first + (i + 1) * each] for i in range(n))
    return Stencil(tuple((*here, *row) for row in rows), quotients)


class _Recorder:
    """An objective that keeps the values it gave."""

    def __init__(self, objective: Differentiable) -> None:
        self._objective = objective
        self.values: list[float] = []

    @property
    def dimension(self) -> int:
        return self._objective.dimension

    @property
    def gradient_function(self) -> Callable[..., tuple[Any, ...]]:
        return self._objective.gradient_function

    def function(self, *x: float) -> float:
        value = self._objective.function(*x)
        self.values.append(value)
        return value

    def value_complex(self, *x: NDArray[np.complex128]) -> NDArray[np.complex128]:
        values = self._objective.value_complex(*x)
        self.values.extend(values.imag.tolist())
        return values

    def quotient(self, _method: Method, _h: float) -> None:
        """Say that nothing is written out: then the scheme asks for its values one by one."""
