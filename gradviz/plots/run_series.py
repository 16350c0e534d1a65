"""What there is to draw of one run: its steps, and its epochs if it has any."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from gradviz.document.results import Training
from gradviz.plots.abscissas import abscissa
from gradviz.plots.epoch_series import EpochSeries
from gradviz.plots.series import Quantity, Series

if TYPE_CHECKING:
    from gradviz.document.display import LossAxis
    from gradviz.document.results import Epoch, Outcome, RunResult

__all__ = ["Grain", "RunSeries"]


class Grain(StrEnum):
    """What of a training is drawn."""

    STEPS = "steps"
    """The batch of every step, and the selected run's epochs."""
    EPOCHS = "epochs"
    """All samples after every epoch."""


class RunSeries:
    """All series of a run, which grow with it; they share the places of its steps.

    Parameters
    ----------
    quantity : Quantity
        What is drawn.
    outcome : Results or Training
        Whose run it is.
    result : RunResult
        The run as far as it has come.
    axis : LossAxis
        What it is drawn against.

    Attributes
    ----------
    along : Abscissa
        The places of the steps.
    steps : Series or None
        The quantity at every step, if it is recorded there.
    train, test : EpochSeries or None
        The quantity over all samples of either kind, if it is measured and there are such.
    """

    def __init__(
        self, quantity: Quantity, outcome: Outcome, result: RunResult, axis: LossAxis
    ) -> None:
        self.along = abscissa(axis, outcome, result.trajectory)
        self.steps = (
            Series(quantity, result.trajectory, self.along) if quantity.is_recorded else None
        )
        self.train: EpochSeries | None = None
        self.test: EpochSeries | None = None
        if isinstance(outcome, Training) and _has_epochs(quantity, outcome):
            of_train, of_test = _MEASURES[quantity]
            self.train = EpochSeries(of_train, result, self.along)
            if outcome.test.count:
                self.test = EpochSeries(of_test, result, self.along)
        self.grow(result)

    def grow(self, result: RunResult) -> None:
        """Take the same run with more steps than before."""
        self.last = len(result.trajectory) - 1
        self.along.grow(result.trajectory)
        if self.steps is not None:
            self.steps.grow(result.trajectory)
        for series in (self.train, self.test):
            if series is not None:
                series.grow(result)


def _has_epochs(quantity: Quantity, training: Training) -> bool:
    if quantity is Quantity.ACCURACY:
        return bool(training.train.classes)
    return quantity in _MEASURES


def _train_loss(epoch: Epoch) -> float:
    return epoch.train.loss


def _test_loss(epoch: Epoch) -> float:
    return epoch.test.loss


def _train_percent(epoch: Epoch) -> float:
    return 100.0 * epoch.train.accuracy


def _test_percent(epoch: Epoch) -> float:
    return 100.0 * epoch.test.accuracy


_MEASURES = {
    Quantity.VALUE: (_train_loss, _test_loss),
    Quantity.ACCURACY: (_train_percent, _test_percent),
}
