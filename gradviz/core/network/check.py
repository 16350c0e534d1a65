"""The gradient check: backpropagation against differences, weight by weight.

Where the two differ by much, one of them is wrong, or the loss has a kink within reach of the
differences: a ReLU whose input changes its sign between the points that a scheme looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.differences import Method, evaluations
from gradviz.core.network.kinks import Kink, find_kink
from gradviz.core.network.numeric import gradient_by
from gradviz.core.network.places import Place, place_of
from gradviz.core.objective import Evaluations

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.network import Network


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """What came of a gradient check.

    Attributes
    ----------
    method : Method
        The scheme.
    h : float
        Its step size.
    numeric, backprop : ndarray, shape (w,)
        The gradient by the scheme and by backpropagation.
    evaluations : Evaluations
        What they cost: evaluations of the loss for the scheme, one backward pass for the other.
    worst : Place
        Where they differ most; a difference that is no number counts as the largest.
    worst_index : int
        The same as an index into the flat vector.
    kink : Kink or None
        The kink that makes that difference, where one does.
    """

    method: Method
    h: float
    numeric: NDArray[np.float64]
    backprop: NDArray[np.float64]
    evaluations: Evaluations
    worst: Place
    worst_index: int
    kink: Kink | None

    @property
    def differences(self) -> NDArray[np.float64]:
        """``|numeric - backprop|``, shape (w,)."""
        return apart(self.numeric, self.backprop)

    @property
    def largest_difference(self) -> float:
        """The difference at the worst weight; nan or inf if it is no number."""
        return float(self.differences[self.worst_index])


def check(
    network: Network,
    weights: NDArray[np.float64],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    method: Method = Method.CENTRAL,
    h: float = 1e-4,
    cancelled: Callable[[], bool] | None = None,
) -> GradientCheck | None:
    """Check the gradient of every weight.

    Parameters
    ----------
    network : Network
        What is checked.
    weights : ndarray, shape (w,)
        Where.
    inputs, targets : ndarray, shapes (b, n) and (b, m)
        The samples.
    method : Method
        A scheme; not `Method.EXACT`, which is backpropagation itself.
    h : float
        Its step size, positive and finite.
    cancelled : callable, optional
        Asked at every weight.

    Returns
    -------
    GradientCheck or None
        None when cancelled.

    Raises
    ------
    ValueError
        If `method` is no scheme, or `h` not positive and finite.
    """
    if method is Method.EXACT:
        raise ValueError("Backpropagation cannot be checked against itself: choose a scheme.")
    numeric = gradient_by(network, weights, inputs, targets, method, h, cancelled)
    if numeric is None:
        return None
    with np.errstate(all="ignore"):
        backprop = network.gradient(weights, inputs, targets)
        index = worst_of(apart(numeric, backprop))
        kink = find_kink(network, weights, inputs, targets, method, h, index)
    return GradientCheck(
        method=method,
        h=h,
        numeric=numeric,
        backprop=backprop,
        evaluations=evaluations(method, network.size) + Evaluations(gradient=1),
        worst=place_of(network, index),
        worst_index=index,
        kink=kink,
    )


def differences_against(
    network: Network,
    weights: NDArray[np.float64],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    method: Method,
    steps: NDArray[np.float64],
    cancelled: Callable[[], bool] | None = None,
    indices: NDArray[np.intp] | None = None,
) -> NDArray[np.float64] | None:
    """Return ``|numeric - backprop|`` for many step sizes, shape (m,), of each weight.

    Returns
    -------
    ndarray, shape (m, w), or None
        Of the weights with numbers `indices` alone, shape (m, c), if they are given; None when
        cancelled.
    """
    backprop = gradient_by(network, weights, inputs, targets, Method.EXACT, 1.0, None, indices)
    assert backprop is not None  # noqa: S101 - nobody cancels
    rows = np.empty((len(steps), len(backprop)))
    for row, h in zip(rows, steps.tolist(), strict=True):
        numeric = gradient_by(network, weights, inputs, targets, method, h, cancelled, indices)
        if numeric is None:
            return None
        row[:] = apart(numeric, backprop)
    return rows


def apart(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ``|a - b|``, without a warning where that is no number."""
    with np.errstate(all="ignore"):
        return np.asarray(np.abs(a - b))


def worst_of(differences: NDArray[np.float64]) -> int:
    """Return the index of the largest difference; one that is no number counts as that."""
    return int(np.argmax(np.where(np.isnan(differences), np.inf, differences)))
