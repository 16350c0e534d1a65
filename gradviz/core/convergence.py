"""How fast a run really comes nearer to a minimum, or gets away from it.

A run is near a minimum as long as its gradient g is that of the quadratic part of f there: as long
as g and H*d differ by less than `LINEAR` of g, H being the Hessian at the minimum and d the way
from it. That fails far away, where f bends, and it fails at the very end, where g is but rounding
or where a difference has its zero elsewhere; so rates are measured in between.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.norms import norms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.trajectory import Trajectory

    Vectors = NDArray[np.float64]

LINEAR: Final = 0.1
FEWEST: Final = 6
"""Steps it takes to measure a rate."""
BLOCKS: Final = 4
AGREEMENT: Final = 0.2
"""Rates of the parts of a run may differ by this share and still be one."""
LONGEST: Final = 20_000
"""Steps that are looked at one by one."""
_UNDERFLOW: Final = 1e-290


def stretch_near(
    trajectory: Trajectory, minimum: Sequence[float], hessian: Vectors
) -> tuple[int, int] | None:
    """Return the last steps during which a run was near a minimum, first and one past the last.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    minimum : sequence of float, shape (n,)
        A minimum.
    hessian : ndarray, shape (n, n)
        The Hessian there.

    Returns
    -------
    tuple of int or None
        None if it was never near, or got away again. Of runs of more than `LONGEST` steps every
        so-manieth is looked at first, but for the beginning.
    """
    count = len(trajectory)
    every = -(-count // LONGEST)
    looked = np.unique(np.r_[: min(count, LONGEST), 0:count:every])
    near = _near(trajectory, looked, minimum, hessian)
    if not near.any():
        return None
    last = int(looked[np.flatnonzero(near)[-1]])
    around = np.arange(max(0, last - LONGEST), min(count, last + every))
    near = _near(trajectory, around, minimum, hessian)
    end = int(np.flatnonzero(near)[-1]) + 1
    far = np.flatnonzero(~near[:end])
    first = int(around[far[-1]]) + 1 if len(far) else int(around[0])
    end += int(around[0])
    return (first, end) if _stays(trajectory, minimum, first, end) else None


def _near(
    trajectory: Trajectory, steps: NDArray[np.intp], minimum: Sequence[float], hessian: Vectors
) -> NDArray[np.bool_]:
    """Tell at which steps the gradient is that of the quadratic part of f."""
    with np.errstate(all="ignore"):
        gradient = trajectory.gradient[steps]
        expected = (trajectory.x[steps] - np.array(minimum)) @ hessian
        size = norms(gradient)
        near: NDArray[np.bool_] = norms(gradient - expected) < LINEAR * size
    return near & (size > _UNDERFLOW)


def _stays(trajectory: Trajectory, minimum: Sequence[float], first: int, end: int) -> bool:
    """Tell whether the end of the run is no farther away than it was while near."""
    with np.errstate(all="ignore"):
        reach = norms(trajectory.x[first:end] - np.array(minimum)).max()
        left = norms(trajectory.x[-1:] - np.array(minimum))[0]
    return bool(end == len(trajectory) or left <= reach)


def measured_rate(trajectory: Trajectory, stretch: tuple[int, int]) -> float | None:
    """Return by what factor steps get shorter, or longer, during a stretch.

    The lengths of steps tell it even if the run settles beside the minimum. Only the later half of
    the stretch counts, where the slowest part of the error is left; it is cut into `BLOCKS` blocks,
    and the longest step of each is compared with that of the next, for steps of a momentum swing.

    Returns
    -------
    float or None
        None if there are too few steps, or the blocks do not agree.
    """
    first, end = sum(stretch) // 2, stretch[1]
    if end - first < FEWEST:
        return None
    with np.errstate(all="ignore"):
        logs = np.log(norms(np.diff(trajectory.x[first:end], axis=0)))
    edges = np.linspace(0, len(logs), BLOCKS + 1).astype(int)
    longest = [a + int(np.argmax(logs[a:b])) for a, b in itertools.pairwise(edges)]
    peaks = logs[longest]
    if not np.isfinite(peaks).all():
        return None
    slopes = np.diff(peaks) / np.diff(longest)
    slope = float(peaks[-1] - peaks[0]) / (longest[-1] - longest[0])
    if np.abs(slopes - slope).max() > AGREEMENT * abs(slope):
        return None
    return math.exp(slope)
