"""A run as a table: what stands in the row of each step, computed for the rows asked for only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from gradviz.core.norms import norms
from gradviz.core.replay import Replay
from gradviz.core.schedules import CONSTANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from gradviz.document.experiment import Run
    from gradviz.document.results import RunResult

COUNTER: Final = "step"
"""The state that counts updates, which is k over again."""


class Quantity(StrEnum):
    """What a column holds, of the step in the row."""

    STEP = "k"
    """Its number, k."""
    COORDINATE = "coordinate"
    """One coordinate of the point."""
    VALUE = "value"
    """f there."""
    PARTIAL = "partial"
    """One part of the gradient there, as it was measured: with its noise, before clipping."""
    NORM = "norm"
    """The length of that gradient."""
    LENGTH = "length"
    """How far it is to the next point; unknown of the last."""
    USED = "used"
    """One part of what the optimizer was given: the gradient after clipping."""
    RATE = "rate"
    """The learning rate of the update to the next point, where it changes; unknown of the last."""
    STATE = "state"
    """What the optimizer remembers after k updates, of one coordinate."""
    UPDATES = "step"
    """Of a training, how many updates were made."""
    EPOCH = "epoch"
    """Passes over the samples that are complete."""
    BATCH_LOSS = "batch loss"
    """The loss over the samples of the step."""
    TRAIN_LOSS = "train loss"
    """The loss over all samples that are trained with."""
    TRAIN_ACCURACY = "train accuracy %"
    """The share of those whose class is right, in percent."""
    TEST_LOSS = "test loss"
    """The loss over all samples that were kept back."""
    TEST_ACCURACY = "test accuracy %"
    """The share of those whose class is right, in percent."""


REPLAYED: Final = frozenset({Quantity.USED, Quantity.RATE, Quantity.STATE})
"""What no trajectory records."""
WHOLE: Final = frozenset({Quantity.STEP, Quantity.UPDATES, Quantity.EPOCH})
"""What is counted: whole numbers."""
AHEAD: Final = frozenset({Quantity.LENGTH, Quantity.RATE})
"""What belongs to the way to the next point."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes
    ----------
    quantity : Quantity
        What it holds.
    axis : int
        Of which coordinate, where that matters.
    variable : str
        The name of that coordinate.
    state : str
        The name of the optimizer's state.
    """

    quantity: Quantity
    axis: int = 0
    variable: str = ""
    state: str = ""

    @property
    def name(self) -> str:
        """What the column is called in a file."""
        names = {
            Quantity.COORDINATE: self.variable,
            Quantity.VALUE: "f",
            Quantity.PARTIAL: f"df/d{self.variable}",
            Quantity.NORM: "|grad f|",
            Quantity.LENGTH: "step length",
            Quantity.USED: f"clipped df/d{self.variable}",
            Quantity.RATE: "lr",
            Quantity.STATE: f"{self.state} {self.variable}",
        }
        return names.get(self.quantity, self.quantity.value)


def columns_of(run: Run, variables: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns that the table of a run has."""
    return tuple(_columns(run, variables))


def _columns(run: Run, variables: tuple[str, ...]) -> Iterator[Column]:
    yield Column(Quantity.STEP)
    yield from (Column(Quantity.COORDINATE, i, name) for i, name in enumerate(variables))
    yield Column(Quantity.VALUE)
    yield from (Column(Quantity.PARTIAL, i, name) for i, name in enumerate(variables))
    yield Column(Quantity.NORM)
    yield Column(Quantity.LENGTH)
    if run.clip is not None:
        yield from (Column(Quantity.USED, i, name) for i, name in enumerate(variables))
    if run.schedule != CONSTANT:
        yield Column(Quantity.RATE)
    for state in run.optimizer.state_names:
        if state != COUNTER:
            yield from (Column(Quantity.STATE, i, name, state) for i, name in enumerate(variables))


class Rows(Protocol):
    """Rows of a table that are computed when they are asked for; each begins with its number."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """What the columns hold."""

    def __len__(self) -> int:
        """Return the number of rows."""

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """Return rows `first` to `last`, that one left out, shape (rows, columns)."""

    def is_known(self, row: int, column: int) -> bool:
        """Return whether there is a number."""

    def step_of(self, row: int) -> int:
        """Return the step that a row is of."""

    def row_of(self, step: int) -> int:
        """Return the row that belongs to a step, or the last there is."""


class StepRows:
    """The rows of a run, from 0, the start, to its last step.

    Making one costs the same for any number of rows.

    Parameters
    ----------
    result : RunResult
        The run.
    variables : tuple of str, n of them
        What its coordinates are called.
    """

    def __init__(self, result: RunResult, variables: tuple[str, ...]) -> None:
        self._trajectory = result.trajectory
        self._replay = Replay(result.trajectory, *result.run.rule)
        self.columns = columns_of(result.run, variables)
        self._replayed = {column.quantity for column in self.columns} & REPLAYED
        self._states = dict.fromkeys(column.state for column in self.columns if column.state)

    def __len__(self) -> int:
        """Return the number of rows: one more than there are steps."""
        return len(self._trajectory)

    def block(self, first: int, last: int) -> NDArray[np.float64]:
        """Return some rows.

        Parameters
        ----------
        first, last : int
            The first row and the one after the last.

        Returns
        -------
        ndarray, shape (last - first, number of columns)
            What is unknown is nan, and so is what came out as nan; `is_known` tells.
        """
        path, part = self._trajectory, slice(first, last)
        with np.errstate(over="ignore", invalid="ignore"):
            moves = np.diff(path.x[first : last + 1], axis=0)
        return np.column_stack(
            [
                np.arange(first, last, dtype=np.float64),
                path.x[part],
                path.value[part],
                path.gradient[part],
                norms(path.gradient[part]),
                np.append(norms(moves), np.full(last - first - len(moves), np.nan)),
                *self._replayed_pieces(first, last),
            ]
        )

    def _replayed_pieces(self, first: int, last: int) -> Iterator[NDArray[np.float64]]:
        if not self._replayed:
            return
        table = self._replay.table(first, last - 1)
        if Quantity.USED in self._replayed:
            yield table.used_gradient
        if Quantity.RATE in self._replayed:
            yield table.learning_rate
        for name in self._states:
            yield table.states[name]

    def is_known(self, row: int, column: int) -> bool:
        """Return whether there is a number: not of what would follow the last point."""
        return row < len(self) - 1 or self.columns[column].quantity not in AHEAD

    def step_of(self, row: int) -> int:
        """Return the step of a row."""
        return row

    def row_of(self, step: int) -> int:
        """Return the row of a step, or the last there is."""
        return min(step, len(self) - 1)
