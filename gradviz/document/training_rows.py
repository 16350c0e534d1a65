"""A trained run as a table: a row for each epoch, or for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.norms import norms
from gradviz.core.replay import Replay
from gradviz.document.step_rows import AHEAD, Column, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.document.results import Epoch, RunResult, Training

__all__ = ["EpochRows", "TrainingRows"]


class TrainingRows:
    """A row for each step of a trained run, from 0 on.

    Making one costs the same for any number of rows.

    Parameters
    ----------
    training : Training
        The training.
    index : int
        Number of the run.
    """

    columns = tuple(
        Column(quantity)
        for quantity in (
            Quantity.UPDATES,
            Quantity.EPOCH,
            Quantity.BATCH_LOSS,
            Quantity.NORM,
            Quantity.RATE,
            Quantity.LENGTH,
        )
    )

    def __init__(self, training: Training, index: int) -> None:
        result = training.runs[index]
        self._trajectory = result.trajectory
        self._pace = training.batches.steps_per_epoch
        self._rates = _Rates(result)

    def __len__(self) -> int:
        """Return the number of rows: one more than there are steps."""
        return len(self._trajectory)

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """Return rows `first` to `last`, that one left out, shape (rows, columns)."""
        path, part = self._trajectory, slice(first, last)
        steps = np.arange(first, last)
        with np.errstate(over="ignore", invalid="ignore"):
            changes = norms(np.diff(path.x[first : last + 1], axis=0))
        return np.column_stack(
            [
                steps,
                steps // self._pace,
                path.value[part],
                norms(path.gradient[part]),
                self._rates.at(steps.tolist()),
                np.append(changes, np.full(last - first - len(changes), np.nan)),
            ]
        )

    def is_known(self, row: int, column: int) -> bool:
        """Return whether there is a number: not of what would follow the last point."""
        return row < len(self) - 1 or self.columns[column].quantity not in AHEAD

    def step_of(self, row: int) -> int:
        """Return the step of a row."""
        return row

    def row_of(self, step: int) -> int:
        """Return the row of a step, or the last there is."""
        return min(step, len(self) - 1)


class EpochRows:
    """A row for each complete epoch of a trained run, from 0, its start, on.

    Accuracies are in percent. What is not measured has no column: the test of a problem that
    keeps no samples back, accuracies where there are no classes.

    Parameters
    ----------
    training : Training
        The training.
    index : int
        Number of the run.
    """

    def __init__(self, training: Training, index: int) -> None:
        result = training.runs[index]
        self._epochs, self._steps = result.epochs, result.trajectory.steps
        self._pace = training.batches.steps_per_epoch
        self._rates = _Rates(result)
        self.columns = tuple(Column(quantity) for quantity in _measured(training))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._epochs)

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """Return rows `first` to `last`, that one left out, shape (rows, columns)."""
        epochs = self._epochs[first:last]
        rates = self._rates.at([epoch.step for epoch in epochs])
        numbers = [[*_numbers(epoch)] for epoch in epochs]
        table = np.column_stack([np.array(numbers).reshape(len(epochs), len(_ALL) - 1), rates])
        return table[:, [_ALL.index(column.quantity) for column in self.columns]]

    def is_known(self, row: int, column: int) -> bool:
        """Return whether there is a number: no rate of a step that was not made."""
        return self.columns[column].quantity not in AHEAD or self._epochs[row].step < self._steps

    def step_of(self, row: int) -> int:
        """Return the step at which the epoch of a row is complete."""
        return self._epochs[row].step

    def row_of(self, step: int) -> int:
        """Return the row of the last epoch that is complete by a step."""
        return min(step // self._pace, len(self) - 1)


class _Rates:
    """Learning rates of a run, of the updates away from steps."""

    def __init__(self, result: RunResult) -> None:
        self._replay = Replay(result.trajectory, *result.run.rule)

    def at(self, steps: list[int]) -> NDArray[np.float64]:
        rates = (self._replay.learning_rate(step) for step in steps)
        return np.fromiter(rates, np.float64, len(steps))


_ALL = (
    Quantity.EPOCH,
    Quantity.UPDATES,
    Quantity.TRAIN_LOSS,
    Quantity.TRAIN_ACCURACY,
    Quantity.TEST_LOSS,
    Quantity.TEST_ACCURACY,
    Quantity.RATE,
)


def _numbers(epoch: Epoch) -> Iterator[float]:
    """Yield the numbers of an epoch, in the order of `_ALL`, but the rate."""
    yield from (epoch.number, epoch.step)
    for quality in (epoch.train, epoch.test):
        yield from (quality.loss, 100.0 * quality.accuracy)


def _measured(training: Training) -> Iterator[Quantity]:
    """Yield the columns of what is measured in a training."""
    without = set()
    if not training.train.classes:
        without |= {Quantity.TRAIN_ACCURACY, Quantity.TEST_ACCURACY}
    if not training.test.count:
        without |= {Quantity.TEST_LOSS, Quantity.TEST_ACCURACY}
    return (quantity for quantity in _ALL if quantity not in without)
