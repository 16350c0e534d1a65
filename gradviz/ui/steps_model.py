"""The steps of a run as rows for Qt's views; rows are computed when they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gradviz.document.step_rows import WHOLE, Quantity, StepRows
from gradviz.plots.numerals import readout, variable_label

if TYPE_CHECKING:
    from gradviz.document.results import RunResult
    from gradviz.document.step_rows import Column, Rows

    Index = QModelIndex | QPersistentModelIndex

BLOCK: Final = 128
"""Rows that are computed at once."""
KEPT: Final = 16
"""Blocks that are kept for when they are looked at again."""
DIGITS: Final = 6
MISSING: Final = "–"
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBER_ROLES: Final = frozenset({Qt.ItemDataRole.EditRole, Qt.ItemDataRole.UserRole})
_NO_PARENT: Final = QModelIndex()


class StepsModel(QAbstractTableModel):
    """One row a step, from the start on, or one an epoch.

    The display role gives short numbers, the edit and user roles the number itself (None where
    there is none), the tooltip all its digits. Opening costs the same for any number of rows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows | None = None
        self._count = 0
        self._columns: tuple[Column, ...] = ()
        self._blocks: OrderedDict[int, list[list[float]]] = OrderedDict()

    @property
    def rows(self) -> Rows | None:
        """What is shown."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """What its columns hold."""
        return self._columns

    def set_result(self, result: RunResult | None, variables: tuple[str, ...]) -> None:
        """Show the steps of a run."""
        self.set_rows(None if result is None else StepRows(result, variables))

    def set_rows(self, rows: Rows | None) -> None:
        """Show other rows; selection and place stay where the others have the same columns.

        So they do while a run grows and while results follow each other under a hand that drags:
        rows are added or taken away at the end only.
        """
        columns = () if rows is None else rows.columns
        count = 0 if rows is None else len(rows)
        if columns != self._columns:
            self.beginResetModel()
            self._take(rows, count)
            self.endResetModel()
            return
        before = self._count
        if count > before:
            self.beginInsertRows(_NO_PARENT, before, count - 1)
            self._take(rows, count)
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(_NO_PARENT, count, before - 1)
            self._take(rows, count)
            self.endRemoveRows()
        else:
            self._take(rows, count)
        self._tell_all(min(before, count))

    def _take(self, rows: Rows | None, count: int) -> None:
        self._rows, self._count = rows, count
        self._columns = () if rows is None else rows.columns
        self._blocks.clear()

    def _tell_all(self, count: int) -> None:
        if count:
            last = self.index(count - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many points the run has."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many quantities are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def number(self, row: int, column: int) -> float | None:
        """Return the number of a cell, None where there is none."""
        if self._rows is None or not self._rows.is_known(row, column):
            return None
        number, place = divmod(row, BLOCK)
        value = self._block(self._rows, number)[place][column]
        return int(value) if self._columns[column].quantity in WHOLE else value

    def _block(self, rows: Rows, number: int) -> list[list[float]]:
        block = self._blocks.get(number)
        if block is None:
            first = number * BLOCK
            block = rows.block(first, min(first + BLOCK, self._count)).tolist()
            self._blocks[number] = block
            if len(self._blocks) > KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a cell: short, itself, or with all its digits."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self.number(index.row(), index.column()), DIGITS)
        if role in _NUMBER_ROLES:
            return self.number(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            value = self.number(index.row(), index.column())
            return "" if value is None else repr(value)
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(  # noqa: N802  (Qt's spelling)
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the number of a row, the name of a column, or what the column holds."""
        if orientation == Qt.Orientation.Vertical:
            return str(section) if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(self._columns[section], len(self._columns_of_point()))
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return explanation(self._columns[section])
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _columns_of_point(self) -> list[Column]:
        return [c for c in self._columns if c.quantity is Quantity.COORDINATE]


def written(value: float | None, digits: int) -> str:
    """Return a number as a cell shows it."""
    if value is None:
        return MISSING
    return str(value) if isinstance(value, int) else readout(value, digits)


def heading(column: Column, dimension: int) -> str:
    """Return what stands above a column, of a function of `dimension` variables, 0: a network."""
    variable = variable_label(column.variable)
    partial = f"∂f/∂{variable}" if dimension > 1 else f"df/d{variable}"
    texts = {
        Quantity.STEP: "k",
        Quantity.COORDINATE: variable,
        Quantity.VALUE: "f",
        Quantity.PARTIAL: partial,
        Quantity.NORM: "‖∇f‖" if dimension else "‖∇L‖",
        Quantity.LENGTH: _tr("step length"),
        Quantity.USED: _tr("clipped {0}").format(partial),
        Quantity.RATE: _tr("learning rate"),
        Quantity.STATE: f"{_state(column.state)} {variable}",
        Quantity.UPDATES: _tr("step"),
        Quantity.EPOCH: _tr("epoch"),
        Quantity.BATCH_LOSS: _tr("batch loss"),
        Quantity.TRAIN_LOSS: _tr("train loss"),
        Quantity.TRAIN_ACCURACY: _tr("train accuracy, %"),
        Quantity.TEST_LOSS: _tr("test loss"),
        Quantity.TEST_ACCURACY: _tr("test accuracy, %"),
    }
    return texts[column.quantity]


def explanation(column: Column) -> str:
    """Return what a column holds, in a sentence."""
    texts = {
        Quantity.STEP: _tr("How many updates were made"),
        Quantity.COORDINATE: _tr("{0} after k updates").format(column.variable),
        Quantity.VALUE: _tr("The value of f there"),
        Quantity.PARTIAL: _tr("The slope along {0} as measured there, noise included").format(
            column.variable
        ),
        Quantity.NORM: _tr("The length of the gradient as measured there"),
        Quantity.LENGTH: _tr("How far the next point is"),
        Quantity.USED: _tr("The slope along {0} that the optimizer was given").format(
            column.variable
        ),
        Quantity.RATE: _tr("The learning rate of the update to the next point"),
        Quantity.STATE: _tr("What the optimizer remembers of {0} after k updates: {1}").format(
            column.variable, _state(column.state)
        ),
        Quantity.UPDATES: _tr("How many updates were made"),
        Quantity.EPOCH: _tr("How many passes over the samples are complete"),
        Quantity.BATCH_LOSS: _tr("The loss over the samples of this step"),
        Quantity.TRAIN_LOSS: _tr("The loss over all samples to train with"),
        Quantity.TRAIN_ACCURACY: _tr("How many of the samples to train with are told right"),
        Quantity.TEST_LOSS: _tr("The loss over all samples to test with"),
        Quantity.TEST_ACCURACY: _tr("How many of the samples to test with are told right"),
    }
    return texts[column.quantity]


def _state(name: str) -> str:
    return QCoreApplication.translate("OptimizerState", name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepsModel", text)
