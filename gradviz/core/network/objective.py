"""The loss of a network as an objective: the same descent, with all weights as one component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.network.numeric import gradient_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.network.batches import Batches
    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network

    Vector = NDArray[np.float64]


class NetworkObjective:
    """The loss on one batch after another, for one descent.

    A point has one component, the array of all weights. Each call of `function` takes the next
    batch, as a descent does once at every point; gradients are of the batch that it took last.

    Parameters
    ----------
    network : Network
        Whose loss.
    data : Data
        The samples to train with.
    batches : Batches
        Which of them each step sees.
    first_step : int
        The step that is taken first: a descent that goes on goes on with its batches.
    cancelled : callable, optional
        Asked at every weight of a difference quotient; once true, the rest of it is nan.
    """

    dimension = 1

    def __init__(
        self,
        network: Network,
        data: Data,
        batches: Batches,
        first_step: int = 0,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._network = network
        self._data = data
        self._batches = batches
        self._step = first_step
        self._cancelled = cancelled
        self._inputs = self._targets = np.empty((0, 0))
        self._weights: Vector | None = None
        self._gradient = np.empty(0)

    def function(self, weights: Vector) -> float:
        """Return the loss on the next batch."""
        chosen = self._batches.indices(self._step)
        self._step += 1
        self._inputs, self._targets = self._data.inputs[chosen], self._data.targets[chosen]
        # the pass forward serves both, and a descent asks for both
        value, self._gradient = self._network.value_and_gradient(
            weights, self._inputs, self._targets
        )
        self._weights = weights
        return float(value)

    def gradient_function(self, weights: Vector) -> tuple[Vector]:
        """Return the gradient by backpropagation on the batch that was taken last."""
        if weights is self._weights:
            return (self._gradient,)
        return (self._network.gradient(weights, self._inputs, self._targets),)

    def quotient(self, method: Method, h: float) -> Callable[..., tuple[Any, ...]]:
        """Return the gradient by differences, weight by weight, on the batch taken last."""
        return lambda weights: (self._differences(weights, method, h),)

    def _differences(self, weights: Vector, method: Method, h: float) -> Vector:
        found = gradient_by(
            self._network, weights, self._inputs, self._targets, method, h, self._cancelled
        )
        return np.full(len(weights), np.nan) if found is None else found
