"""A network: layers one after another, and the loss of what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.core.network.initialisers import Initialiser, first_weights
from gradviz.core.network.layers import ACTIVATIONS, Activation, Affine, Layer
from gradviz.core.network.losses import LOSSES, Loss

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Trace:
    """One pass through a network, layer by layer.

    Attributes
    ----------
    values : tuple of ndarray
        The input, then the output of each layer; the last are the scores.
    slopes : tuple of ndarray
        The derivative of the loss by each of `values`, in the same order.
    loss : float
        The loss.
    gradient : ndarray, shape (w,)
        The derivative of the loss by each weight.
    """

    values: tuple[Values, ...]
    slopes: tuple[Values, ...]
    loss: float
    gradient: NDArray[np.float64]


@dataclass(frozen=True)
class Network:
    """Affine layers with an activation between each two of them.

    Attributes
    ----------
    sizes : tuple of int
        Inputs, hidden units of each layer, outputs.
    activation : Activation
        What stands between two affine layers; after the last one there is none.
    loss : Loss
        What is descended.
    has_bias : bool
        Whether affine layers add a bias.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one below 1.
    """

    sizes: tuple[int, ...]
    activation: Activation = Activation.RELU
    loss: Loss = Loss.CROSS_ENTROPY
    has_bias: bool = True

    def __post_init__(self) -> None:
        if len(self.sizes) < 2 or min(self.sizes) < 1:  # noqa: PLR2004 - inputs and outputs
            raise ValueError("A network needs a number of inputs and of outputs, each at least 1.")

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """All layers in order."""
        made: list[Layer] = []
        for inputs, outputs in zip(self.sizes, self.sizes[1:], strict=False):
            if made:
                made.append(ACTIVATIONS[self.activation])
            made.append(Affine(inputs, outputs, self.has_bias))
        return tuple(made)

    @cached_property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """Shapes of all weights, in the order they lie in the flat vector."""
        return tuple(shape for layer in self.layers for shape in layer.shapes)

    @cached_property
    def size(self) -> int:
        """How many weights there are."""
        return sum(int(np.prod(shape)) for shape in self.shapes)

    @cached_property
    def _places(self) -> tuple[tuple[tuple[slice, tuple[int, ...]], ...], ...]:
        """For each layer, where its weights lie in the flat vector and how they are shaped."""
        places, begin = [], 0
        for layer in self.layers:
            own = []
            for shape in layer.shapes:
                end = begin + int(np.prod(shape))
                own.append((slice(begin, end), shape))
                begin = end
            places.append(tuple(own))
        return tuple(places)

    def first_weights(self, initialiser: Initialiser, seed: int) -> NDArray[np.float64]:
        """Return weights to begin with, shape (w,)."""
        return first_weights(self.shapes, initialiser, seed)

    def views(self, weights: Values) -> tuple[tuple[Values, ...], ...]:
        """Return for each layer its weights as views into the flat vector, shape (w,)."""
        return tuple(
            tuple([weights[place].reshape(shape) for place, shape in own]) for own in self._places
        )

    def scores(self, weights: Values, inputs: Values) -> Values:
        """Return the scores of inputs, shape (b, n), as an array of shape (b, m)."""
        x = inputs
        for layer, own in zip(self.layers, self.views(weights), strict=True):
            x = layer.forward(x, own)
        return x

    def values(self, weights: Values, inputs: Values) -> tuple[Values, ...]:
        """Return the inputs, shape (b, n), then what each layer makes; the last are the scores."""
        return tuple(self._forward(self.views(weights), inputs))

    def value(self, weights: Values, inputs: Values, targets: Values) -> Any:  # noqa: ANN401
        """Return the loss, complex for complex weights."""
        return LOSSES[self.loss].value(self.scores(weights, inputs), targets)

    def gradient(self, weights: Values, inputs: Values, targets: Values) -> Values:
        """Return the derivative of the loss by each weight, shape (w,), by backpropagation."""
        return self.value_and_gradient(weights, inputs, targets)[1]

    def value_and_gradient(
        self, weights: Values, inputs: Values, targets: Values
    ) -> tuple[float, NDArray[np.float64]]:
        """Return the loss and its derivative by each weight, shape (w,).

        The very floats of `trace`; no slope is taken back to the input.
        """
        views = self.views(weights)
        values = self._forward(views, inputs)
        loss, slope = LOSSES[self.loss].with_slope(values[-1], targets)
        return loss, self._back(views, values, slope)[1]

    def trace(self, weights: Values, inputs: Values, targets: Values) -> Trace:
        """Go forward and back, and return all that was met on the way."""
        views = self.views(weights)
        values = self._forward(views, inputs)
        loss, slope = LOSSES[self.loss].with_slope(values[-1], targets)
        slopes, gradient = self._back(views, values, slope)
        slopes.append(self.layers[0].backward(values[1], slopes[-1], views[0]))
        return Trace(tuple(values), tuple(reversed(slopes)), loss, gradient)

    def _forward(self, views: tuple[tuple[Values, ...], ...], inputs: Values) -> list[Values]:
        """Return the inputs and what each layer makes of what the one before it made."""
        values = [inputs]
        for layer, own in zip(self.layers, views, strict=True):
            values.append(layer.forward(values[-1], own))
        return values

    def _back(
        self, views: tuple[tuple[Values, ...], ...], values: list[Values], slope: Values
    ) -> tuple[list[Values], NDArray[np.float64]]:
        """Return the slopes by what each layer made, the last layer first, and by the weights."""
        gradient = np.empty(self.size)
        into = self.views(gradient)
        slopes = [slope]
        for i in range(len(self.layers) - 1, 0, -1):
            self.layers[i].weigh(values[i], slopes[-1], into[i])
            slopes.append(self.layers[i].backward(values[i + 1], slopes[-1], views[i]))
        self.layers[0].weigh(values[0], slopes[-1], into[0])
        return slopes, gradient
