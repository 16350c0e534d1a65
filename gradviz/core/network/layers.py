"""Layers: what they make of their input, and how a slope goes back through them.

A layer holds no numbers. Its weights are given at every call, as views into the one flat vector
of all weights that is descended. Shapes: `b` samples, `n` inputs, `m` outputs of the layer.

References
----------
Backpropagation: Rumelhart, Hinton and Williams, *Nature* 323 (1986) 533-536, in the layer form of
K. Saito, *Deep Learning from Scratch*, chapter 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Real, or complex for the complex step.
Values: TypeAlias = "NDArray[Any]"
Weights: TypeAlias = tuple["NDArray[Any]", ...]


class Layer(Protocol):
    """One layer of a network."""

    name: ClassVar[str]

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """Shapes of its weights, in the order they lie in the flat vector."""

    def forward(self, x: Values, weights: Weights) -> Values:
        """Return what the layer makes of `x`, shape (b, n), as an array of shape (b, m)."""

    def weigh(self, x: Values, slope: Values, into: Weights) -> None:
        """Write the derivative of the loss by each of the layer's weights.

        Parameters
        ----------
        x : ndarray, shape (b, n)
            Input of the forward pass.
        slope : ndarray, shape (b, m)
            Derivative of the loss by the output of the layer.
        into : tuple of ndarray
            What is written to, shaped as the weights are.
        """

    def backward(self, y: Values, slope: Values, weights: Weights) -> Values:
        """Take the slope of the loss back through the layer.

        Parameters
        ----------
        y : ndarray, shape (b, m)
            Output of the forward pass.
        slope : ndarray, shape (b, m)
            Derivative of the loss by `y`.
        weights : tuple of ndarray
            As in the forward pass.

        Returns
        -------
        ndarray, shape (b, n)
            Derivative of the loss by the input of the layer.
        """


@dataclass(frozen=True, slots=True)
class Affine:
    """``x @ W + b``, or ``x @ W`` without biases.

    Attributes
    ----------
    inputs, outputs : int
        Columns of x and of the result.
    has_bias : bool
        Whether b is added.
    """

    name: ClassVar[str] = "affine"

    inputs: int
    outputs: int
    has_bias: bool = True

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """Shapes of W and b."""
        weights = (self.inputs, self.outputs)
        return (weights, (self.outputs,)) if self.has_bias else (weights,)

    def forward(self, x: Values, weights: Weights) -> Values:
        """Return ``x @ W + b``."""
        made: Values = x @ weights[0]
        if self.has_bias:
            made += weights[1]
        return made

    def weigh(self, x: Values, slope: Values, into: Weights) -> None:
        """Write dW, ``x.T @ slope``, and db, the sum of `slope` over samples."""
        np.matmul(x.T, slope, out=into[0])
        if self.has_bias:
            np.dot(np.ones(len(slope)), slope, out=into[1])  # quicker than a sum

    def backward(self, y: Values, slope: Values, weights: Weights) -> Values:
        """Return ``slope @ W.T``."""
        del y
        back: Values = slope @ weights[0].T
        return back


class _Elementwise:
    """A layer without weights, each number for itself."""

    __slots__ = ()

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """No weights."""
        return ()

    def weigh(self, x: Values, slope: Values, into: Weights) -> None:
        """Write nothing."""


@dataclass(frozen=True, slots=True)
class ReLU(_Elementwise):
    """``max(x, 0)``. At 0, a kink, the slope is taken to be 0."""

    name: ClassVar[str] = "relu"

    def forward(self, x: Values, weights: Weights) -> Values:
        """Return x where it is positive, else 0; complex x go by their real part."""
        del weights
        made: Values = np.where(x.real > 0.0, x, 0.0) if np.iscomplexobj(x) else np.maximum(x, 0.0)
        return made

    def backward(self, y: Values, slope: Values, weights: Weights) -> Values:
        """Let the slope pass where x is positive."""
        del weights
        back: Values = slope * (y > 0.0)
        return back


@dataclass(frozen=True, slots=True)
class Sigmoid(_Elementwise):
    """``1 / (1 + exp(-x))``."""

    name: ClassVar[str] = "sigmoid"

    def forward(self, x: Values, weights: Weights) -> Values:
        """Return the sigmoid, by the hyperbolic tangent, which does not overflow."""
        del weights
        made: Values = np.tanh(0.5 * x)
        made *= 0.5
        made += 0.5
        return made

    def backward(self, y: Values, slope: Values, weights: Weights) -> Values:
        """Multiply by ``y * (1 - y)``."""
        del weights
        back: Values = slope * (y * (1.0 - y))
        return back


@dataclass(frozen=True, slots=True)
class Tanh(_Elementwise):
    """The hyperbolic tangent."""

    name: ClassVar[str] = "tanh"

    def forward(self, x: Values, weights: Weights) -> Values:
        """Return ``tanh(x)``."""
        del weights
        made: Values = np.tanh(x)
        return made

    def backward(self, y: Values, slope: Values, weights: Weights) -> Values:
        """Multiply by ``1 - y**2``."""
        del weights
        back: Values = slope * (1.0 - y * y)
        return back


class Activation(StrEnum):
    """What stands between two affine layers."""

    RELU = "relu"
    SIGMOID = "sigmoid"
    TANH = "tanh"


ACTIVATIONS: dict[Activation, Layer] = {
    Activation.RELU: ReLU(),
    Activation.SIGMOID: Sigmoid(),
    Activation.TANH: Tanh(),
}
"""The layer of each activation."""
