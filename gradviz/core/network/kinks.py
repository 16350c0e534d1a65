"""Kinks: a ReLU whose input changes its sign within the reach of a difference scheme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradviz.core.differences import Method
from gradviz.core.network.layers import ReLU
from gradviz.core.network.losses import LOSSES
from gradviz.core.network.numeric import partial_by

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.network import Network, Trace

REACH: Final = {
    Method.FORWARD: (0, 1),
    Method.BACKWARD: (-1, 0),
    Method.CENTRAL: (-1, 1),
    Method.FIVE_POINT: (-2, 2),
}
"""How many h below and above a point each scheme looks. The complex step looks at the point."""
_EXPLAINED: Final = 0.5
"""The part of a difference that may be left when the kinks are taken away, if they are to blame."""


@dataclass(frozen=True, slots=True)
class Kink:
    """The ReLU that has the largest part in a difference between two gradients.

    Attributes
    ----------
    layer : int
        Number of the ReLU in `Network.layers`.
    sample : int
        Number of the sample, from 0.
    unit : int
        Number of the unit in the layer, from 0.
    low, here, high : float
        Its input where the weight is lowest within the scheme, where it is, and where it is
        highest.
    count : int
        How many inputs of ReLUs change their sign within the scheme, this one among them.
    """

    layer: int
    sample: int
    unit: int
    low: float
    here: float
    high: float
    count: int


def find_kink(
    network: Network,
    weights: NDArray[np.float64],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    method: Method,
    h: float,
    index: int,
) -> Kink | None:
    """Return the kink that makes the derivative by one weight differ from backpropagation.

    None if there is none, or if the scheme would differ about as much with every ReLU held as it
    is at the point, so that there were no kinks.

    Parameters
    ----------
    network : Network
        What is differentiated.
    weights : ndarray, shape (w,)
        Where.
    inputs, targets : ndarray, shapes (b, n) and (b, m)
        The samples.
    method : Method
        The scheme.
    h : float
        Its step size.
    index : int
        Which weight.
    """
    if method not in REACH or not any(isinstance(layer, ReLU) for layer in network.layers):
        return None
    with np.errstate(all="ignore"):
        here = network.trace(weights, inputs, targets)
        low, high = (
            network.trace(_moved(weights, index, times * h), inputs, targets)
            for times in REACH[method]
        )
        found = _crossings(network, low, here, high)
        if found is None or not _to_blame(network, weights, targets, here, method, h, index):
            return None
    return found


def _moved(weights: NDArray[np.float64], index: int, by: float) -> NDArray[np.float64]:
    moved = weights.copy()
    moved[index] += by
    return moved


def _crossings(network: Network, low: Trace, here: Trace, high: Trace) -> Kink | None:
    """Return the change of sign that the loss feels most, None if there is none."""
    worst, most, count = None, -1.0, 0
    for number, layer in enumerate(network.layers):
        if not isinstance(layer, ReLU):
            continue
        a, x, b = (trace.values[number] for trace in (low, here, high))
        is_on = x > 0.0
        changes = ((a > 0.0) != is_on) | ((b > 0.0) != is_on)
        # what the kink adds to the change of the loss from `low` to `high`
        bent = np.maximum(b, 0.0) - np.maximum(a, 0.0) - is_on * (b - a)
        felt = np.where(changes, np.abs(here.slopes[number + 1] * bent), -1.0)
        count += int(changes.sum())
        place = divmod(int(np.argmax(felt)), felt.shape[1])
        if felt[place] > most:
            most, worst = float(felt[place]), (number, place)
    if worst is None:
        return None
    number, place = worst
    before, at, after = (float(trace.values[number][place]) for trace in (low, here, high))
    return Kink(number, place[0], place[1], before, at, after, count)


def _to_blame(
    network: Network,
    weights: NDArray[np.float64],
    targets: NDArray[np.float64],
    here: Trace,
    method: Method,
    h: float,
    index: int,
) -> bool:
    """Tell whether most of the difference is gone when every ReLU is held as it is `here`."""
    inputs = here.values[0]

    def loss(moved: NDArray[Any]) -> float:
        return float(network.value(moved, inputs, targets))

    def loss_held(moved: NDArray[Any]) -> float:
        x = inputs
        for number, (layer, own) in enumerate(
            zip(network.layers, network.views(moved), strict=True)
        ):
            is_held = isinstance(layer, ReLU)
            x = x * (here.values[number] > 0.0) if is_held else layer.forward(x, own)
        return float(LOSSES[network.loss].value(x, targets))

    found, held = (
        partial_by(function, weights, index, method, h, here.loss) for function in (loss, loss_held)
    )
    exact = float(here.gradient[index])
    return abs(held - exact) < _EXPLAINED * abs(found - exact)
