"""One sample's way through a network and back: every number of the chain rule, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.network.losses import Loss, softmax
from gradviz.document.moment import Moment, moment_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network, Trace
    from gradviz.document.results import Training

    Vector = NDArray[np.float64]
    Pair = tuple[Vector, Vector | None]

__all__ = [
    "Backpropagation",
    "BackpropagationRequest",
    "LayerPass",
    "Update",
    "backpropagation_request",
    "evaluate_backpropagation",
]


@dataclass(frozen=True, slots=True)
class Update:
    """The update that follows a step.

    Attributes
    ----------
    after : Moment
        The network after it.
    lr : float
        The learning rate it is made with.
    optimizer : str
        What made it, for people.
    """

    after: Moment
    lr: float
    optimizer: str


@dataclass(frozen=True, slots=True)
class BackpropagationRequest:
    """Which sample is sent through which network.

    Attributes
    ----------
    moment : Moment
        The network at a step of a run.
    is_test : bool
        Whether the sample is one of those kept back; without any, of those trained with.
    sample : int
        Its index; beyond the last one it is the last.
    update : Update or None
        What the run does next; None at its end.
    """

    moment: Moment
    is_test: bool = False
    sample: int = 0
    update: Update | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayerPass:
    """An affine layer with the activation behind it: what went forward and what came back.

    With n inputs and m outputs; ``by_`` is the derivative of the loss by what follows.

    Attributes
    ----------
    given, by_given : ndarray, shape (n,)
        What it is given: the sample, or what the layer before it made.
    affine, by_affine : ndarray, shape (m,)
        ``given @ weights + bias``.
    active, by_active : ndarray, shape (m,), or None
        What the activation makes of that; None in the last layer, which has none.
    weights, by_weights, mean_by_weights : ndarray, shape (n, m)
        The last is the mean over the batch of the step, as the run took it.
    bias, by_bias : ndarray, shape (m,), or None
        None in a network without biases.
    next_weights : ndarray, shape (n, m), or None
        The weights after the update; None at the end of a run.
    """

    given: Vector
    by_given: Vector
    affine: Vector
    by_affine: Vector
    active: Vector | None
    by_active: Vector | None
    weights: Vector
    by_weights: Vector
    mean_by_weights: Vector
    bias: Vector | None
    by_bias: Vector | None
    next_weights: Vector | None


@dataclass(frozen=True, slots=True, eq=False)
class Backpropagation:
    """What one sample makes of a network, forward and back.

    Attributes
    ----------
    request : BackpropagationRequest
        What was asked for.
    network : Network
        The network.
    data : Data
        The samples among which this one is.
    sample : int
        Its index there.
    target : ndarray, shape (m,)
        What the network should have answered.
    layers : tuple of LayerPass
        From the first to the last.
    probabilities : ndarray, shape (m,), or None
        The softmax of the scores; None for the squared error.
    loss : float
        The loss of this sample alone.
    batch : int
        Samples of the batch whose mean gradient the run took at this step.
    """

    request: BackpropagationRequest
    network: Network
    data: Data
    sample: int
    target: Vector
    layers: tuple[LayerPass, ...]
    probabilities: Vector | None
    loss: float
    batch: int

    @property
    def scores(self) -> Vector:
        """What the last layer makes, shape (m,)."""
        return self.layers[-1].affine

    @property
    def label(self) -> int | None:
        """The class of the sample; None where targets are numbers."""
        return int(self.target.argmax()) if self.data.classes else None

    @property
    def answer(self) -> int | None:
        """The class with the highest score; None where targets are numbers or scores are none."""
        if not self.data.classes or np.isnan(self.scores).any():
            return None
        return int(self.scores.argmax())


def backpropagation_request(
    training: Training, index: int, step: int, *, is_test: bool = False, sample: int = 0
) -> BackpropagationRequest:
    """Return the request for a sample at a step of run `index`, with the update from there."""
    moment = moment_of(training, index, step)
    result, update = training.runs[index], None
    if moment.step < result.trajectory.steps:
        rule = result.run.rule
        rates = rule.schedule.rates(rule.optimizer.lr, range(moment.step, moment.step + 1))
        after = moment_of(training, index, moment.step + 1)
        update = Update(after, next(iter(rates)), rule.optimizer.label)
    return BackpropagationRequest(moment, is_test, sample, update)


def evaluate_backpropagation(
    request: BackpropagationRequest, cancelled: Callable[[], bool] | None = None
) -> Backpropagation | None:
    """Send one sample forward and its loss back; None when cancelled."""
    if cancelled is not None and cancelled():
        return None
    moment = request.moment
    network, data = moment.network, _data(request)
    sample = min(max(request.sample, 0), data.count - 1)
    inputs, targets = data.inputs[sample : sample + 1], data.targets[sample : sample + 1]
    with np.errstate(all="ignore"):
        trace = network.trace(moment.weights, inputs, targets)
        is_squared = network.loss is Loss.SQUARED
        probabilities = None if is_squared else softmax(trace.values[-1])[0]
    return Backpropagation(
        request=request,
        network=network,
        data=data,
        sample=sample,
        target=targets[0],
        layers=_layers(request, trace),
        probabilities=probabilities,
        loss=float(trace.loss),
        batch=moment.batch().count,
    )


def _data(request: BackpropagationRequest) -> Data:
    is_test = request.is_test and request.moment.test.count > 0
    return request.moment.test if is_test else request.moment.train


def _layers(request: BackpropagationRequest, trace: Trace) -> tuple[LayerPass, ...]:
    moment, update = request.moment, request.update
    network = moment.network
    weights, slopes = _pairs(network, moment.weights), _pairs(network, trace.gradient)
    means = _pairs(network, moment.gradient)
    after = _pairs(network, update.after.weights) if update is not None else None
    made = []
    for k in range(len(weights)):
        is_last = k == len(weights) - 1
        made.append(
            LayerPass(
                given=trace.values[2 * k][0],
                by_given=trace.slopes[2 * k][0],
                affine=trace.values[2 * k + 1][0],
                by_affine=trace.slopes[2 * k + 1][0],
                active=None if is_last else trace.values[2 * k + 2][0],
                by_active=None if is_last else trace.slopes[2 * k + 2][0],
                weights=weights[k][0],
                bias=weights[k][1],
                by_weights=slopes[k][0],
                by_bias=slopes[k][1],
                mean_by_weights=means[k][0],
                next_weights=None if after is None else after[k][0],
            )
        )
    return tuple(made)


def _pairs(network: Network, flat: Vector) -> list[Pair]:
    """Return matrix and bias of each affine layer as views into a vector, shape (w,)."""
    views = [own for own in network.views(flat) if own]
    return [(own[0], own[1] if network.has_bias else None) for own in views]
