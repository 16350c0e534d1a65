"""The gradient of a worked step, coordinate by coordinate: what it was made of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from gradviz.core.differences import Method
from gradviz.core.formula.lettering import name_latex
from gradviz.core.objective import FormulaObjective
from gradviz.core.working.stencils import stencil

if TYPE_CHECKING:
    from gradviz.core.formula import Formula
    from gradviz.core.working.stencils import Differentiable

__all__ = ["Partial", "Spelling", "partials_of", "same", "spelling_of"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a few coordinates of many are written.

    Attributes
    ----------
    letters : tuple of n str
        LaTeX of each.
    marks : tuple of n str
        What tells their states apart.
    point : str
        The letter of a point in rules.
    objective : str
        The letter of what is descended.
    """

    letters: tuple[str, ...]
    marks: tuple[str, ...]
    point: str
    objective: str = "f"


@dataclass(frozen=True, slots=True)
class Partial:
    """The partial derivative along one coordinate.

    Attributes
    ----------
    letter : str
        LaTeX of the coordinate.
    derivative : str
        LaTeX of the exact partial derivative; empty for a difference scheme, or where f is not
        given by a formula.
    values : tuple of float
        What f gave, in the order of `Scheme.labels`.
    quotient : float
        What the scheme makes of it.
    noise : float or None
        By how much the gradient of the descent differs from that; None for not at all.
    gradient : float
        The gradient of the descent, before clipping.
    used : float
        What the optimizer gets: after clipping.
    lost : bool
        Whether h is too small to change this coordinate, so that the quotient says nothing.
    mark : str
        What tells the states of the coordinate apart; empty to take it from the letter.
    """

    letter: str
    derivative: str
    values: tuple[float, ...]
    quotient: float
    noise: float | None
    gradient: float
    used: float
    lost: bool
    mark: str = ""

    @property
    def index(self) -> str:
        """What tells the states of the coordinate apart: ``0`` of ``x_{0}``, or its letter."""
        if self.mark:
            return self.mark
        stem, _, index = self.letter.partition("_{")
        return index.removesuffix("}") if index and stem == "x" else self.letter


def partials_of(
    objective: Differentiable,
    method: Method,
    h: float,
    x: tuple[float, ...],
    gradient: tuple[float, ...],
    used: tuple[float, ...],
    spelling: Spelling,
) -> tuple[Partial, ...]:
    """Return the gradient at a point, coordinate by coordinate, with what it is made of."""
    taken = stencil(objective, method, h, x)
    derivatives = _derivatives(objective, method)
    return tuple(
        Partial(
            spelling.letters[i],
            derivatives[i],
            taken.values[i],
            taken.quotients[i],
            _noise(taken.quotients[i], gradient[i]),
            gradient[i],
            used[i],
            _is_lost(method, x[i], h),
            spelling.marks[i],
        )
        for i in range(len(x))
    )


def same(a: float, b: float) -> bool:
    """Tell whether two floats are equal; nan is equal to nan here."""
    return a == b or (math.isnan(a) and math.isnan(b))


def _noise(quotient: float, gradient: float) -> float | None:
    return None if same(quotient, gradient) else gradient - quotient


def _is_lost(method: Method, x: float, h: float) -> bool:
    if method in (Method.EXACT, Method.COMPLEX_STEP) or not math.isfinite(x):
        return False
    return x + h == x == x - h


def spelling_of(objective: Differentiable) -> Spelling:
    """Return how the coordinates of an objective are written: those of a formula as there."""
    n = objective.dimension
    if isinstance(objective, FormulaObjective):
        letters = _letters_of(objective.formula)
    else:
        letters = tuple(f"x_{{{i}}}" for i in range(n))
    return Spelling(letters, ("",) * n, "x")


def _derivatives(objective: Differentiable, method: Method) -> tuple[str, ...]:
    """Return the LaTeX of the derivative along each coordinate, where that is used."""
    if isinstance(objective, FormulaObjective) and method is Method.EXACT:
        return _derivatives_of(objective.formula)
    return ("",) * objective.dimension


@lru_cache(maxsize=4)
def _letters_of(formula: Formula) -> tuple[str, ...]:
    return tuple(name_latex(name) for name in formula.variables)


@lru_cache(maxsize=4)
def _derivatives_of(formula: Formula) -> tuple[str, ...]:
    return formula.gradient_latex()
