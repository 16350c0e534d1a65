"""Every number of a network at one step: weights, gradients, and what the batch makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss, softmax
from gradviz.document.layer_scales import LayerScales, first_of, passed
from gradviz.document.layer_spans import Span, Spread, spread_of
from gradviz.document.moment import Moment, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network
    from gradviz.document.layers_look import LayersLook
    from gradviz.document.results import Training

    Matrix = NDArray[np.float64]

__all__ = [
    "Idle",
    "LayerValues",
    "LayersRequest",
    "Numbers",
    "WeightLayer",
    "evaluate_layer_values",
    "layers_request",
]

MOST_SAMPLES: Final = 500
"""Samples of a batch whose activations are kept."""
SATURATED: Final = 0.05
"""A unit is saturated where its slope is below this part of the largest there can be."""
_NUMBERS_ALONG: Final = 200_000
_MOMENTS: Final = (3, 17)


@dataclass(frozen=True, slots=True)
class LayersRequest:
    """Which network is looked at.

    Attributes
    ----------
    moment : Moment
        The network at a step of a run.
    before : Moment or None
        The same one step earlier; None at the start.
    along : tuple of Moment
        The run at some of its steps, by which scales are chosen; empty for this step alone.
    one_scale : bool
        Whether the weights of all layers share one scale, and their gradients; activations, which
        inputs and scores are among, never do.
    """

    moment: Moment
    before: Moment | None = None
    along: tuple[Moment, ...] = ()
    one_scale: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """A matrix with the scale on which it is shown, and how its numbers are distributed.

    Attributes
    ----------
    values : ndarray, shape (rows, columns)
        The numbers; a bias is one row.
    span : tuple of float
        Round limits, finite, the first below the second.
    spread : Spread
        Counts over `span`.
    """

    values: Matrix
    span: Span
    spread: Spread


@dataclass(frozen=True, slots=True, eq=False)
class WeightLayer:
    """The weights of one affine layer with n inputs and m outputs.

    Attributes
    ----------
    weights, gradient : Numbers, shape (n, m)
        W and the derivative of the loss by it, as the run took it.
    bias, bias_gradient : Numbers, shape (1, m), or None
        b and the derivative by it; None in a network without biases.
    """

    weights: Numbers
    gradient: Numbers
    bias: Numbers | None
    bias_gradient: Numbers | None


@dataclass(frozen=True, slots=True)
class Idle:
    """How many units of a hidden layer let no slope back: dead ReLUs, or saturated ones.

    Attributes
    ----------
    units : int
        Units that are idle for every sample.
    of : int
        All units of the layer.
    share : float
        The part of all values, over units and samples, that are.
    """

    units: int
    of: int
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class LayerValues:
    """The numbers of a network at a step.

    Attributes
    ----------
    request : LayersRequest
        What was asked for.
    network : Network
        The network.
    batch : Data
        The samples of the step, the first `MOST_SAMPLES` of them.
    samples : int
        How many the step has.
    layers : tuple of WeightLayer
        Affine layers from the first to the last.
    activations : tuple of Numbers
        One row for each of `batch`: the inputs, what each hidden layer makes behind its
        activation, the scores.
    idle : tuple of Idle
        One for each hidden layer.
    probabilities : ndarray, shape (b, m), or None
        The softmax of the scores; None for the squared error.
    """

    request: LayersRequest
    network: Network
    batch: Data
    samples: int
    layers: tuple[WeightLayer, ...]
    activations: tuple[Numbers, ...]
    idle: tuple[Idle, ...]
    probabilities: Matrix | None

    @property
    def loss(self) -> float:
        """The loss of the batch, as the run recorded it."""
        return self.request.moment.loss


def layers_request(training: Training, index: int, step: int, look: LayersLook) -> LayersRequest:
    """Return the request for run `index` after `step` updates, or after its last."""
    moment = moment_of(training, index, step)
    before = _at(training, index, moment, moment.step - 1) if moment.step else None
    along: tuple[Moment, ...] = ()
    if look.whole_run:
        last = training.runs[index].trajectory.steps
        count = min(max(_NUMBERS_ALONG // moment.weights.size, _MOMENTS[0]), _MOMENTS[1])
        steps = np.unique(np.linspace(0, last, count).astype(np.intp))
        along = tuple(_at(training, index, moment, int(step)) for step in steps)
    return LayersRequest(moment, before, along, look.one_scale)


def _at(training: Training, index: int, moment: Moment, step: int) -> Moment:
    path = training.runs[index].trajectory
    return replace(
        moment,
        step=step,
        weights=path.x[step],
        gradient=path.gradient[step],
        loss=float(path.value[step]),
    )


def evaluate_layer_values(
    request: LayersRequest, cancelled: Callable[[], bool] | None = None
) -> LayerValues | None:
    """Return all numbers of a network at a step; None when cancelled.

    One pass of the batch through the network.
    """
    if cancelled is not None and cancelled():
        return None
    moment = request.moment
    network, whole = moment.network, moment.batch()
    batch = first_of(whole, MOST_SAMPLES)
    with np.errstate(all="ignore"):
        values = passed(network, moment.weights, batch)
        probabilities = None if network.loss is Loss.SQUARED else softmax(values[-1])
        scales = LayerScales(moment, values, request.along, one_scale=request.one_scale)
        layers = _weight_layers(request, scales)
    return LayerValues(
        request=request,
        network=network,
        batch=batch,
        samples=whole.count,
        layers=layers,
        activations=tuple(map(_numbers, values, scales.activations)),
        idle=tuple(_idle(network.activation, made) for made in values[1:-1]),
        probabilities=probabilities,
    )


def _idle(activation: Activation, made: Matrix) -> Idle:
    """Count units without a slope."""
    if activation is Activation.RELU:
        still = made == 0.0
    elif activation is Activation.TANH:
        still = 1.0 - made * made < SATURATED
    else:
        still = 4.0 * made * (1.0 - made) < SATURATED
    return Idle(int(still.all(axis=0).sum()), still.shape[1], float(still.mean()))


def _numbers(values: Matrix, span: Span) -> Numbers:
    return Numbers(values, span, spread_of(values, span))


def _weight_layers(request: LayersRequest, scales: LayerScales) -> tuple[WeightLayer, ...]:
    moment = request.moment
    network = moment.network
    weights = list(map(_numbers, _tables(network, moment.weights), scales.weights))
    gradients = list(map(_numbers, _tables(network, moment.gradient), scales.gradients))
    per = 1 + network.has_bias
    return tuple(
        WeightLayer(
            weights[i],
            gradients[i],
            weights[i + 1] if network.has_bias else None,
            gradients[i + 1] if network.has_bias else None,
        )
        for i in range(0, len(weights), per)
    )


def _tables(network: Network, flat: Matrix) -> list[Matrix]:
    """Return all arrays of weights as matrices, views into a vector of shape (w,)."""
    return [np.atleast_2d(part) for own in network.views(flat) for part in own]
