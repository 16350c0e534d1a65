"""The selected run at the cursor, in numbers: where it is, the gradient there, the step taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
)

from gradviz.plots.numerals import readout, variable_label
from gradviz.ui.card import Card

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from gradviz.document.results import RunResult

DIGITS, FEWEST_DIGITS = 6, 2
MARGIN = 4
"""Pixels left free at both ends of a cell."""
VALUE_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 24
ROWS, MOST_ROWS = 2, 6
"""Rows that are always shown, and those from which the table scrolls."""


class FittingDelegate(QStyledItemDelegate):
    """Writes a number to as many digits as its cell has room for, and never without its power.

    An ellipsis would hide the exponent, and with it how small the number is.
    """

    def initStyleOption(  # noqa: N802  (Qt's spelling)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten the text of a cell that holds a number."""
        super().initStyleOption(option, index)
        value = index.data(VALUE_ROLE)
        if value is None:
            return
        room = option.rect.width() - 2 * MARGIN
        digits = DIGITS
        while digits > FEWEST_DIGITS and option.fontMetrics.horizontalAdvance(option.text) > room:
            digits -= 1
            option.text = readout(value, digits)


class PointCard(Card):
    """A table with a row a variable: x at this step, the gradient there, x at the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This step"), parent)
        self._table = QTableWidget(0, 3)
        self._table.setObjectName("pointTable")
        self._table.setAccessibleName(self.tr("The selected run at this step"))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._table.setItemDelegate(FittingDelegate(self._table))
        self._table.setShowGrid(False)
        self._table.setFrameShape(QTableWidget.Shape.NoFrame)
        self._table.setTabKeyNavigation(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._table.setHorizontalHeaderLabels(
            [self.tr("here"), self.tr("gradient"), self.tr("next")]
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._table.horizontalHeader().setDefaultAlignment(right)
        self._table.setCornerButtonEnabled(False)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)
        self.body.addWidget(self._table, 1)

    def show_run(self, result: RunResult | None, step: int, variables: tuple[str, ...]) -> None:
        """Show `result` at `step`; None empties the table."""
        if result is None or len(result.trajectory) == 0:
            self._table.setRowCount(0)
            self.set_note("")
            return
        last = len(result.trajectory) - 1
        at = min(step, last)
        self._set_variables(variables)
        here, gradient = result.trajectory.x[at], result.trajectory.gradient[at]
        after = result.trajectory.x[at + 1] if at < last else np.full_like(here, np.nan)
        for row in range(len(variables)):
            self._put(row, 0, float(here[row]))
            self._put(row, 1, float(gradient[row]))
            self._put(row, 2, float(after[row]), missing=at >= last)
        self.set_note(
            self.tr("{0}, {1} → {2}").format(result.run.label, at, at + 1)
            if at < last
            else self.tr("{0}, end").format(result.run.label)
        )

    def _set_variables(self, variables: tuple[str, ...]) -> None:
        names = [variable_label(name) for name in variables]
        if self._table.rowCount() != len(names):
            self._table.setRowCount(len(names))
            shown = min(max(len(names), ROWS), MOST_ROWS)
            header = self._table.horizontalHeader().sizeHint().height()
            self._table.setFixedHeight(header + shown * ROW_HEIGHT + 2)
        self._table.setVerticalHeaderLabels(names)

    def _put(self, row: int, column: int, value: float, *, missing: bool = False) -> None:
        item = self._table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, column, item)
        item.setText("–" if missing else readout(value, DIGITS))
        item.setData(VALUE_ROLE, None if missing else value)
        item.setToolTip("" if missing else repr(value))

    def _copy(self) -> None:
        """Copy the chosen cells with all their digits, as tab-separated text."""
        cells = sorted((i.row(), i.column()) for i in self._table.selectedIndexes())
        lines: dict[int, list[str]] = {}
        for row, column in cells:
            item = self._table.item(row, column)
            lines.setdefault(row, []).append(item.toolTip() if item is not None else "")
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))
