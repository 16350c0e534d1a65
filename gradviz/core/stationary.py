"""Stationary points: where the gradient vanishes, found from a grid and told apart by curvature.

Zeros are sought by Newton's method (`gradviz.core.newton`) from cells of a fine grid in which every
partial derivative changes its sign, and from a coarse grid; of three or more variables from points
that fill the box evenly. A zero counts if the gradient there is small against what it is
elsewhere, and if nearby it does what the Hessian says: at a kink, such as of ``abs(x0)``, it jumps.

The kind follows from the eigenvalues of the Hessian:

minimum
    All are positive.
maximum
    All are negative.
saddle
    There are positive and negative ones, whatever the others are.
flat
    Some are zero and the others of one sign, so that they do not decide: the bottom of ``x**4``,
    the monkey saddle, a level valley such as that of ``(x0 + x1)**2``, a plateau.

An eigenvalue is zero if it is lost in the rounding of the largest one, or next to nothing against
how the slope along its eigenvector changes over the whole box.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.newton import BoxedGradient, zeros
from gradviz.core.norms import norms
from gradviz.core.spread import apart, farthest_first
from gradviz.core.starts import probes, starts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from gradviz.core.objective import FormulaObjective

    Vectors = NDArray[np.float64]

MOST_POINTS: Final = 500
MOST_FLAT: Final = 12
"""So many points stand for a valley or a plateau, which has no end of them."""
SAME: Final = 1e-6
"""Points that are nearer, the box being about 1 wide, are one."""
SAME_FLAT: Final = 1e-3
VANISHED: Final = 1e-8
"""Size of a gradient against the usual one in the box at which it counts as zero."""
_DECIMALS: Final = range(9, 3, -1)
_PROBE: Final = 1e-6
_JUMP: Final = 1e-7
_LOST: Final = 1e-12
_FLAT: Final = 1e-9


class StationaryKind(StrEnum):
    """What a stationary point is, by the eigenvalues of the Hessian."""

    MINIMUM = "minimum"
    SADDLE = "saddle"
    MAXIMUM = "maximum"
    FLAT = "flat"


_ORDER: Final = tuple(StationaryKind)


@dataclass(frozen=True, slots=True)
class StationaryPoint:
    """A point where the gradient vanishes.

    Attributes
    ----------
    x : tuple of float, shape (n,)
        Where.
    value : float
        f there.
    kind : StationaryKind
        What it is.
    eigenvalues : tuple of float, shape (n,)
        Of the Hessian, the lowest first; those that count as zero are 0.
    """

    x: tuple[float, ...]
    value: float
    kind: StationaryKind
    eigenvalues: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StationaryPoints:
    """What was found in a box.

    Attributes
    ----------
    points : tuple of StationaryPoint
        Minima, the lowest first, then saddles, maxima and flat points, in the same order.
    complete : bool
        Whether all that were found are here; False if they were too many, or without end.
    """

    points: tuple[StationaryPoint, ...]
    complete: bool


def stationary_points(
    objective: FormulaObjective,
    low: Sequence[float],
    high: Sequence[float],
    cancelled: Callable[[], bool] | None = None,
) -> StationaryPoints | None:
    """Find the stationary points in a box.

    Parameters
    ----------
    objective : FormulaObjective
        The function.
    low, high : sequence of float, shape (n,)
        Corners of the box.
    cancelled : callable, optional
        Asked at every step of Newton's method.

    Returns
    -------
    StationaryPoints or None
        The same every time; None when cancelled. There may be more than those found, where the
        function changes faster than the grid shows, and always of three or more variables.
    """
    function = BoxedGradient.of(objective, np.array(low, np.float64), np.array(high, np.float64))
    with np.errstate(all="ignore"):
        slopes = function.gradient(probes(function))
        slopes = slopes[np.isfinite(slopes).all(axis=1)]
        first = starts(function)
        found = zeros(function, first.u, cancelled or _never)
        if found is None:
            return None
        usual = _usual(norms(slopes))
        places = _confirmed(function, found, usual)
        places = places[apart(places, SAME)]
        return _sorted(function, places, slopes, complete=first.complete)


def _never() -> bool:
    return False


def _usual(sizes: Vectors) -> float:
    """Return the size that is usual: the median, or where most are zero the largest."""
    if not len(sizes):
        return 0.0
    return float(np.median(sizes)) or float(sizes.max())


def _confirmed(function: BoxedGradient, u: Vectors, usual: float) -> Vectors:
    """Return those points that lie in the box and are zeros, on round numbers where they can be.

    Those with the smallest gradient come first.
    """
    u = _rounded(function, u[function.holds(u, SAME)])
    size = norms(function.gradient(u))
    order = np.argsort(size, kind="stable")
    u = u[order[size[order] <= VANISHED * usual]]
    return u[_smooth(function, u, usual)]


def _rounded(function: BoxedGradient, u: Vectors) -> Vectors:
    """Return points with fewer decimals wherever the gradient is no larger there."""
    digits = -np.floor(np.log10(function.unit)).astype(int)
    size = norms(function.gradient(u))
    for decimals in _DECIMALS:
        x = function.points(u)
        for axis, more in enumerate(digits):
            x[:, axis] = np.round(x[:, axis], int(more) + decimals)
        tried = (x + 0.0) / function.unit
        new_size = norms(function.gradient(tried))
        better = new_size <= size
        u, size = np.where(better[:, None], tried, u), np.where(better, new_size, size)
    return u


def _smooth(function: BoxedGradient, u: Vectors, usual: float) -> NDArray[np.bool_]:
    """Tell where the gradient changes from side to side as the Hessian says it does."""
    hessian = function.hessian(u)
    largest: Vectors = np.abs(hessian).max(axis=(1, 2), initial=0.0)
    smooth: NDArray[np.bool_] = np.isfinite(largest)
    for axis in range(u.shape[1]):
        aside = np.zeros(u.shape[1])
        aside[axis] = _PROBE
        change = function.gradient(u + aside) - function.gradient(u - aside)
        excess = norms(change - 2.0 * _PROBE * hessian[:, axis])
        smooth &= excess <= 0.1 * _PROBE * largest + _JUMP * usual
    return smooth


def _sorted(
    function: BoxedGradient, u: Vectors, slopes: Vectors, *, complete: bool
) -> StationaryPoints:
    """Tell the points apart by kind, and leave out those of which there are too many."""
    eigenvalues = _eigenvalues(function, u, slopes)
    kinds = [_kind(values) for values in eigenvalues]
    flat = np.array([kind is StationaryKind.FLAT for kind in kinds], dtype=bool)
    level = np.flatnonzero(flat)[apart(u[flat], SAME_FLAT)]
    shown = level[farthest_first(u[level], MOST_FLAT)]
    x = function.points(u)
    values = function.objective.value_array(*x.T)
    points = [
        StationaryPoint(
            tuple(map(float, x[i])), float(values[i]), kinds[i], tuple(map(float, eigenvalues[i]))
        )
        for i in (*np.flatnonzero(~flat), *shown)
    ]
    points.sort(key=lambda p: (_ORDER.index(p.kind), p.value, p.x))
    complete = complete and len(shown) == len(level) and len(points) <= MOST_POINTS
    return StationaryPoints(tuple(points[:MOST_POINTS]), complete)


def _eigenvalues(function: BoxedGradient, u: Vectors, slopes: Vectors) -> Vectors:
    """Return the eigenvalues at the points, shape (m, n), lowest first, zero where they count so.

    `slopes` are gradients all over the box, shape (k, n), in its units.
    """
    hessian = function.hessian(u) / function.unit / function.unit[:, None]
    values, columns = np.linalg.eigh(hessian)
    extents = 1.0 / np.sqrt(((columns / function.unit[:, None]) ** 2).sum(axis=1))
    along = np.abs(np.einsum("ki,mij->mkj", slopes / function.unit, columns))
    usual = np.median(along, axis=1) if len(slopes) else np.zeros_like(values)
    usual = np.where(usual > 0.0, usual, along.max(axis=1, initial=0.0)) / extents
    sizes = np.abs(values)
    lost = (sizes <= _LOST * sizes.max(axis=1, keepdims=True)) | (sizes <= _FLAT * usual)
    return np.where(lost, 0.0, values)


def _kind(eigenvalues: Vectors) -> StationaryKind:
    up, down = bool((eigenvalues > 0.0).any()), bool((eigenvalues < 0.0).any())
    if up and down:
        return StationaryKind.SADDLE
    if not eigenvalues.all():
        return StationaryKind.FLAT
    return StationaryKind.MINIMUM if up else StationaryKind.MAXIMUM
