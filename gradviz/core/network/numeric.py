"""The gradient of a loss by differences: the same schemes, in the same order of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.differences import ONE_SIDED, Method, partial, step_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.network import Network

    Function = Callable[[NDArray[Any]], Any]


def gradient_by(
    network: Network,
    weights: NDArray[np.float64],
    inputs: NDArray[np.float64],
    targets: NDArray[np.float64],
    method: Method,
    h: float,
    cancelled: Callable[[], bool] | None = None,
    indices: NDArray[np.intp] | None = None,
) -> NDArray[np.float64] | None:
    """Return the derivative of the loss by each weight, by any method.

    Parameters
    ----------
    network : Network
        What is differentiated.
    weights : ndarray, shape (w,)
        Where.
    inputs, targets : ndarray, shapes (b, n) and (b, m)
        The samples.
    method : Method
        A scheme, or backpropagation: `Method.EXACT`.
    h : float
        Step size of the scheme, positive and finite.
    cancelled : callable, optional
        Asked at every weight.
    indices : ndarray, shape (c,), optional
        The weights to differentiate by; all if it is left out.

    Returns
    -------
    ndarray, shape (w,) or (c,), or None
        nan or inf where the scheme meets such; None when cancelled.

    Raises
    ------
    ValueError
        If `h` is not positive and finite.
    """
    h = step_size(h)
    with np.errstate(all="ignore"):
        if method is Method.EXACT:
            exact = network.gradient(weights, inputs, targets)
            return exact if indices is None else exact[indices]

        def loss(moved: NDArray[Any]) -> Any:  # noqa: ANN401 - float or complex
            return network.value(moved, inputs, targets)

        here = float(loss(weights)) if method in ONE_SIDED else 0.0
        chosen = range(len(weights)) if indices is None else indices.tolist()
        found = np.empty(len(chosen))
        for place, index in enumerate(chosen):
            if cancelled is not None and cancelled():
                return None
            found[place] = partial_by(loss, weights, index, method, h, here)
        return found


def partial_by(
    loss: Function, weights: NDArray[np.float64], index: int, method: Method, h: float, here: float
) -> float:
    """Return the derivative of a function of all weights by one of them.

    Parameters
    ----------
    loss : callable
        Takes weights, shape (w,), complex ones for the complex step.
    weights : ndarray, shape (w,)
        Where.
    index : int
        Which weight.
    method : Method
        A scheme.
    h : float
        Its step size.
    here : float
        The function at `weights`; only the schemes of `ONE_SIDED` use it.
    """
    moved = weights.astype(np.complex128 if method is Method.COMPLEX_STEP else np.float64)

    def along(value: complex) -> Any:  # noqa: ANN401 - float or complex
        moved[index] = value
        return loss(moved)

    return partial(along, float(weights[index]), method, h, here)
