"""What a picture of backpropagation shows at a stage: which numbers are known, which stand out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.plots.backprop_plan import Quantity
from gradviz.plots.backprop_stages import Reached, Stage, StageKind, stages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.document.backpropagation import Backpropagation

    Vector = NDArray[np.float64]

__all__ = ["Lit"]


@dataclass(frozen=True, slots=True)
class Lit:
    """The numbers of one sample at one stage.

    Attributes
    ----------
    study : Backpropagation
        The numbers.
    index : int
        The number of the stage.
    """

    study: Backpropagation
    index: int

    @property
    def layers(self) -> int:
        """How many affine layers there are."""
        return len(self.study.layers)

    @property
    def stage(self) -> Stage:
        """What happens."""
        return stages(self.layers)[self.index]

    @property
    def reached(self) -> Reached:
        """What is known by now."""
        return Reached(self.layers, self.index)

    @property
    def partner(self) -> int:
        """The column at the other end of the edges that are lit, or of the loss."""
        stage = self.stage
        if stage.kind in {StageKind.LOSS, StageKind.LOSS_BACK}:
            return self.layers + 1
        if stage.kind is StageKind.AFFINE_BACK:
            return stage.column + 1
        return max(stage.column - 1, 0)

    @property
    def gap(self) -> int | None:
        """The layer whose weights are at work; None for none."""
        is_affine = self.stage.kind in {StageKind.FORWARD, StageKind.AFFINE_BACK}
        return self.stage.layer if is_affine else None

    def values(self, column: int, quantity: Quantity) -> Vector | None:
        """Return what went forward, for each unit of a column; None while it is not known."""
        if quantity is Quantity.INPUT:
            return self.study.layers[0].given
        if quantity is Quantity.TARGET:
            return self.study.target
        if quantity is Quantity.PROBABILITY:
            return self.study.probabilities if self.reached.loss else None
        if not self.reached.forward(column):
            return None
        own = self.study.layers[column - 1]
        return own.affine if quantity is Quantity.AFFINE else own.active

    def slopes(self, column: int, quantity: Quantity) -> Vector | None:
        """Return what came back, for each unit of a column; None while it is not known."""
        if quantity is Quantity.AFFINE and self.reached.by_affine(column):
            return self.study.layers[column - 1].by_affine
        if quantity is Quantity.ACTIVE and self.reached.by_active(column):
            return self.study.layers[column - 1].by_active
        return None

    def is_new(self, column: int, quantity: Quantity) -> bool:
        """Whether the value of a cell is what the stage is about."""
        kind = self.stage.kind
        if kind is StageKind.SAMPLE:
            return quantity in {Quantity.INPUT, Quantity.TARGET}
        if kind is StageKind.FORWARD:
            made = {Quantity.AFFINE, Quantity.ACTIVE}
            return column == self.stage.layer and quantity in made
        return kind is StageKind.LOSS and quantity in {Quantity.PROBABILITY, Quantity.LOSS}

    def is_new_slope(self, column: int, quantity: Quantity) -> bool:
        """Whether the gradient of a cell is what the stage is about."""
        kind, own = self.stage.kind, column == self.stage.column
        if kind is StageKind.LOSS_BACK:
            return quantity is Quantity.LOSS or (own and quantity is Quantity.AFFINE)
        if kind is StageKind.AFFINE_BACK:
            return own and quantity is Quantity.ACTIVE
        return kind is StageKind.ACTIVATION_BACK and own and quantity is Quantity.AFFINE
