"""The stages in which a sample goes through a network and its loss comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gradviz.core.network.layers import Activation


class StageKind(Enum):
    """What happens in a stage."""

    SAMPLE = auto()
    FORWARD = auto()
    LOSS = auto()
    LOSS_BACK = auto()
    AFFINE_BACK = auto()
    ACTIVATION_BACK = auto()
    UPDATE = auto()


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage.

    Attributes
    ----------
    kind : StageKind
        What happens.
    layer : int
        In which layer, from 1; 0 for the sample.
    column : int
        The column of units that it is about: 0 for the inputs, then one for each layer.
    """

    kind: StageKind
    layer: int
    column: int

    @property
    def is_backward(self) -> bool:
        """Whether gradients flow."""
        return self.kind in _BACKWARD


_BACKWARD = {StageKind.LOSS_BACK, StageKind.AFFINE_BACK, StageKind.ACTIVATION_BACK}


@lru_cache(maxsize=32)
def stages(layers: int) -> tuple[Stage, ...]:
    """Return the stages of a network with so many affine layers, ``3 * layers + 3`` of them."""
    forward = [Stage(StageKind.FORWARD, k, k) for k in range(1, layers + 1)]
    back: list[Stage] = []
    for k in range(layers, 0, -1):
        back.append(Stage(StageKind.AFFINE_BACK, k, k - 1))
        if k > 1:
            back.append(Stage(StageKind.ACTIVATION_BACK, k - 1, k - 1))
    return (
        Stage(StageKind.SAMPLE, 0, 0),
        *forward,
        Stage(StageKind.LOSS, layers, layers),
        Stage(StageKind.LOSS_BACK, layers, layers),
        *back,
        Stage(StageKind.UPDATE, 1, 1),
    )


def stage_about(layers: int, column: int, now: int) -> int:
    """Return the number of the stage about a column that lies on the same way as stage `now`.

    Parameters
    ----------
    layers : int
        How many affine layers there are.
    column : int
        0 for the inputs, then one for each layer, and one for the loss.
    now : int
        The number of a stage, on the way there or on the way back.
    """
    every = stages(layers)
    loss, is_back = layers + 1, now > layers + 1
    if column == loss:
        return loss + 1 if is_back else loss
    if every[now].kind is StageKind.UPDATE and column <= every[now].column:
        return now
    way = range(loss + 1, len(every)) if is_back else range(loss)
    return next((i for i in way if every[i].column == column), now)


@dataclass(frozen=True, slots=True)
class Reached:
    """What of the numbers is known at a stage: what went forward, and what came back.

    Parameters
    ----------
    layers : int
        How many affine layers there are.
    index : int
        The number of the stage.
    """

    layers: int
    index: int

    def _is_past(self, kind: StageKind, layer: int, column: int) -> bool:
        return self.index >= stages(self.layers).index(Stage(kind, layer, column))

    def forward(self, layer: int) -> bool:
        """Whether a layer, or the sample, 0, has gone forward."""
        return self.index >= layer

    @property
    def loss(self) -> bool:
        """Whether the loss is known."""
        return self.index > self.layers

    @property
    def slope(self) -> bool:
        """Whether the loss has begun to go back."""
        return self.index > self.layers + 1

    def by_affine(self, layer: int) -> bool:
        """Whether the derivative by what an affine layer made is known."""
        if layer == self.layers:
            return self.slope
        return self._is_past(StageKind.ACTIVATION_BACK, layer, layer)

    def by_active(self, layer: int) -> bool:
        """Whether the derivative by what an activation made is known."""
        return layer < self.layers and self.by_weights(layer + 1)

    def by_weights(self, layer: int) -> bool:
        """Whether the derivative by the weights of a layer is known."""
        return self._is_past(StageKind.AFFINE_BACK, layer, layer - 1)


def activation_name(activation: Activation) -> str:
    """Return how an activation is written over its units."""
    return {"relu": "ReLU", "sigmoid": "sigmoid", "tanh": "tanh"}[activation.value]


def stage_title(stage: Stage, layers: int, activation: Activation) -> str:
    """Return a stage in a few words."""
    words = _titles()[stage.kind]
    return words.format(stage.layer, layers, activation_name(activation))


def _titles() -> dict[StageKind, str]:
    return {
        StageKind.SAMPLE: QCoreApplication.translate("Backprop", "The sample"),
        StageKind.FORWARD: QCoreApplication.translate("Backprop", "Forward: layer {0} of {1}"),
        StageKind.LOSS: QCoreApplication.translate("Backprop", "Forward: the loss"),
        StageKind.LOSS_BACK: QCoreApplication.translate("Backprop", "Backward: the loss"),
        StageKind.AFFINE_BACK: QCoreApplication.translate(
            "Backprop", "Backward: affine {0} of {1}"
        ),
        StageKind.ACTIVATION_BACK: QCoreApplication.translate(
            "Backprop", "Backward: {2} of layer {0}"
        ),
        StageKind.UPDATE: QCoreApplication.translate("Backprop", "The update"),
    }
