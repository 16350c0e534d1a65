"""Newton's method for zeros of the gradient, from many starts at once.

Steps solve H*s = -g by the eigenvectors of H; directions without any curvature are left out, so
that a level valley is met at its nearest point. A step longer than a part of the box is cut, and
halved while it does not make the gradient smaller (J. Nocedal and S. J. Wright, *Numerical
Optimization*, 2006, section 11.2). At a zero of higher order convergence is linear only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.norms import norms

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective

    Vectors = NDArray[np.float64]
    Flags = NDArray[np.bool_]

MOST_STEPS: Final = 80
LONGEST: Final = 0.1
"""Length of the longest step, the box being about 1 wide."""
HALVINGS: Final = 3
SHORT: Final = 1e-4
"""A point whose next step is no longer than this, and of no use, is a zero but for rounding."""
SHORTEST: Final = 1e-14
BEYOND: Final = 0.5
"""Points that get so far out of the box are given up."""
_NO_CURVATURE: Final = 1e-13


@dataclass(frozen=True, slots=True, eq=False)
class BoxedGradient:
    """A gradient and its derivative in units of a box, that is 1/2 to 1 wide in every direction.

    The units are powers of two, so that nothing is rounded between u and x = u*unit.

    Attributes
    ----------
    objective : FormulaObjective
        The function.
    unit : ndarray, shape (n,)
        The units.
    low, high : ndarray, shape (n,)
        Corners of the box, in these units.
    """

    objective: FormulaObjective
    unit: Vectors
    low: Vectors
    high: Vectors

    @classmethod
    def of(cls, objective: FormulaObjective, low: Vectors, high: Vectors) -> BoxedGradient:
        """Return it for a box with corners in units of the function."""
        unit = np.ldexp(1.0, np.frexp(high - low)[1])
        return cls(objective, unit, low / unit, high / unit)

    @property
    def dimension(self) -> int:
        """Number of variables."""
        return len(self.unit)

    def points(self, u: Vectors) -> Vectors:
        """Return points of the box as points of the function."""
        return u * self.unit

    def between(self, share: Vectors) -> Vectors:
        """Return the points, shape (m, n), at shares of 0 to 1 of the way between the corners."""
        return self.low + share * (self.high - self.low)

    def holds(self, u: Vectors, margin: float) -> Flags:
        """Tell which points, shape (m, n), are in the box or no farther out than the margin."""
        outside: Flags = (u < self.low - margin) | (u > self.high + margin) | np.isnan(u)
        return np.asarray(~outside.any(axis=1))

    def gradient(self, u: Vectors) -> Vectors:
        """Return the gradient at the points `u`; both of shape (m, n)."""
        columns = self.objective.gradient_array(*self.points(u).T)
        return np.stack(columns, axis=1) * self.unit

    def hessian(self, u: Vectors) -> Vectors:
        """Return the second derivatives at the points `u`, shape (m, n, n)."""
        rows = self.objective.hessian_array(*self.points(u).T)
        entries = np.stack([np.stack(row, axis=1) for row in rows], axis=1)
        return entries * self.unit * self.unit[:, None]


def zeros(
    function: BoxedGradient, starts: Vectors, cancelled: Callable[[], bool]
) -> Vectors | None:
    """Return where the gradient vanishes, as far as the starts lead there.

    Parameters
    ----------
    function : BoxedGradient
        Whose zeros are sought.
    starts : ndarray, shape (m, n)
        Where to start, in units of the box.
    cancelled : callable
        Asked before every step.

    Returns
    -------
    ndarray, shape (k, n), or None
        In units of the box, many of them the same; None when cancelled.
    """
    found: list[Vectors] = []
    u, g = starts, function.gradient(starts)
    for _ in range(MOST_STEPS):
        if cancelled():
            return None
        step, u, g = _steps(function, u, g)
        moved_u, moved_g, better = _moved(function, u, g, step)
        length = norms(step)
        arrived = (length <= SHORTEST) | (~better & (length <= SHORT))
        found.append(u[arrived])
        kept = better & ~arrived & function.holds(moved_u, BEYOND)
        u, g, step = moved_u[kept], moved_g[kept], step[kept]
        if not len(u):
            break
    else:
        found.append(u[norms(step) <= SHORT])
    return np.concatenate(found)


def _steps(function: BoxedGradient, u: Vectors, g: Vectors) -> tuple[Vectors, Vectors, Vectors]:
    """Return Newton's steps, cut to length, from those points where there are any."""
    hessian = function.hessian(u)
    usable = np.isfinite(g).all(axis=1) & np.isfinite(hessian).all(axis=(1, 2))
    u, g, hessian = u[usable], g[usable], hessian[usable]
    values, vectors = np.linalg.eigh(hessian)
    sizes = np.abs(values)
    solvable = sizes > _NO_CURVATURE * sizes.max(axis=1, keepdims=True)
    along = np.einsum("mij,mi->mj", vectors, g)
    along = np.where(solvable, -along / np.where(solvable, values, 1.0), 0.0)
    step = np.einsum("mij,mj->mi", vectors, along)
    length = norms(step)
    step *= np.where(length > LONGEST, LONGEST / length, 1.0)[:, None]
    good = np.isfinite(step).all(axis=1)
    return step[good], u[good], g[good]


def _moved(
    function: BoxedGradient, u: Vectors, g: Vectors, step: Vectors
) -> tuple[Vectors, Vectors, Flags]:
    """Return the points after a step, their gradients, and which of them are better ones."""
    moved_u = u + step
    moved_g = function.gradient(moved_u)
    size = norms(g)
    better = norms(moved_g) < size
    for halving in range(1, HALVINGS + 1):
        rest = np.flatnonzero(~better)
        if not len(rest):
            break
        moved_u[rest] = u[rest] + step[rest] / 2.0**halving
        moved_g[rest] = function.gradient(moved_u[rest])
        better[rest] = norms(moved_g[rest]) < size[rest]
    return moved_u, moved_g, better
