"""The loss of one batch as a function of a few weights: a step of them can be worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network


class ChosenWeights:
    """An objective of a few weights; the others stay as they are.

    Its values and slopes are those that a descent of all weights meets on this batch, bit by bit.

    Parameters
    ----------
    network : Network
        Whose loss.
    batch : Data
        The samples.
    weights : ndarray, shape (w,)
        All weights.
    indices : sequence of int
        Those that a point consists of, in this order.
    """

    def __init__(
        self,
        network: Network,
        batch: Data,
        weights: NDArray[np.float64],
        indices: Sequence[int],
    ) -> None:
        self._network, self._batch = network, batch
        self._weights, self._indices = weights, list(indices)

    @property
    def dimension(self) -> int:
        """How many weights were chosen."""
        return len(self._indices)

    def function(self, *chosen: float) -> float:
        """Return the loss where the chosen weights have these values."""
        return float(self._loss(np.array(chosen, dtype=np.float64)))

    def gradient_function(self, *chosen: float) -> tuple[float, ...]:
        """Return the derivatives by the chosen weights, by backpropagation."""
        batch, moved = self._batch, self._moved(np.array(chosen, dtype=np.float64))
        with np.errstate(all="ignore"):
            slopes = self._network.gradient(moved, batch.inputs, batch.targets)
        return tuple(slopes[self._indices].tolist())

    def value_complex(self, *chosen: NDArray[np.complex128]) -> NDArray[np.complex128]:
        """Return the loss at complex points, one array for each weight."""
        return np.array([self._loss(point) for point in np.stack(chosen, axis=-1)])

    def quotient(self, _method: Method, _h: float) -> None:
        """Say that nothing is written out: then a scheme asks for its values one by one."""

    def _loss(self, chosen: NDArray[Any]) -> Any:  # noqa: ANN401 - float or complex
        with np.errstate(all="ignore"):
            return self._network.value(self._moved(chosen), self._batch.inputs, self._batch.targets)

    def _moved(self, chosen: NDArray[Any]) -> NDArray[Any]:
        moved = self._weights.astype(chosen.dtype)
        moved[self._indices] = chosen
        return moved
