"""The scales on which the matrices of a network are shown, at one step or along its whole run."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from gradviz.document.layer_spans import Span, joined, reach_of, rounded_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network
    from gradviz.document.moment import Moment

    Matrix = NDArray[np.float64]

_SAMPLES_ALONG: Final = 256
_FORWARD_EVERY: Final = 4

_Reach: TypeAlias = Span | None
_Reaches: TypeAlias = tuple[_Reach, ...]


class LayerScales:
    """The scale of every matrix: of this step and of those along the run, rounded out.

    Parameters
    ----------
    moment : Moment
        The network at this step.
    values : tuple of ndarray
        What `passed` gives for this step.
    along : tuple of Moment
        The run at some of its steps; empty for this step alone.
    one_scale : bool
        Whether all weights share one scale, and their gradients.

    Attributes
    ----------
    weights, gradients : list of tuple of float
        One for each array of weights.
    activations : list of tuple of float
        One for each of `values`.
    """

    def __init__(
        self,
        moment: Moment,
        values: tuple[Matrix, ...],
        along: tuple[Moment, ...],
        *,
        one_scale: bool,
    ) -> None:
        network = moment.network
        own = (
            _by_shape(network, moment.weights[None, :]),
            _by_shape(network, moment.gradient[None, :]),
            tuple(map(reach_of, values)),
        )
        whole = _reaches_along(along) if along else own
        found = [
            [joined(pair) for pair in zip(now, ever, strict=True)]
            for now, ever in zip(own, whole, strict=True)
        ]
        per = 1 + network.has_bias
        groups = [_grouped(spans, per if i < 2 else 1) for i, spans in enumerate(found)]  # noqa: PLR2004 - weights and gradients have biases
        self.weights, self.gradients = (
            _on_one(spans) if one_scale else list(map(rounded_out, spans)) for spans in groups[:2]
        )
        self.activations = list(map(rounded_out, groups[2]))


def _by_shape(network: Network, stack: Matrix) -> _Reaches:
    """Return the reach of each array of weights in flat vectors, shape (k, w)."""
    found, first = [], 0
    for shape in network.shapes:
        last = first + int(np.prod(shape))
        found.append(reach_of(stack[:, first:last]))
        first = last
    return tuple(found)


@lru_cache(maxsize=4)
def _reaches_along(along: tuple[Moment, ...]) -> tuple[_Reaches, _Reaches, _Reaches]:
    """Return how far weights, gradients and activations reach along a run."""
    network, data = along[0].network, first_of(along[0].train, _SAMPLES_ALONG)
    weights = _by_shape(network, np.stack([moment.weights for moment in along]))
    gradients = _by_shape(network, np.stack([moment.gradient for moment in along]))
    passes = [
        tuple(map(reach_of, passed(network, moment.weights, data)))
        for moment in (*along[:-1:_FORWARD_EVERY], along[-1])
    ]
    return weights, gradients, tuple(map(joined, zip(*passes, strict=True)))


def _grouped(spans: Sequence[_Reach], per: int) -> list[_Reach]:
    """Let matrix and bias of a layer have one span."""
    return [joined(spans[i - i % per : i - i % per + per]) for i in range(len(spans))]


def _on_one(spans: Sequence[_Reach]) -> list[Span]:
    return [rounded_out(joined(spans))] * len(spans)


def first_of(data: Data, count: int) -> Data:
    """Return the first samples, at most `count`."""
    return data if data.count <= count else data.taken(np.arange(count))


def passed(network: Network, weights: Matrix, batch: Data) -> tuple[Matrix, ...]:
    """Return inputs, what follows each activation, and scores: the last of each two layers."""
    values = network.values(weights, batch.inputs)
    return (*values[0:-1:2], values[-1])
