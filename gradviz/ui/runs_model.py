"""The rows of the list of runs, as Qt's views want them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gradviz.document.run_names import run_names
from gradviz.plots.numerals import readout
from gradviz.ui.number_format import format_number
from gradviz.ui.rule_words import rate_mark, rule_hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.document.experiment import Run

    Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one run; `final` is its last value of f, None while unknown."""

    run: Run
    name: str
    final: float | None = None

    @property
    def rate(self) -> str:
        """The learning rate as text, with an arrow where a schedule changes it."""
        return f"{self.plain_rate}{rate_mark(self.run.schedule)}"

    @property
    def plain_rate(self) -> str:
        """The learning rate as text, without what a schedule makes of it."""
        return format_number(self.run.optimizer.lr).removesuffix(".0")

    @property
    def outcome(self) -> str:
        """The last value of f as text."""
        return "–" if self.final is None else readout(self.final, 3)


class RunsModel(QAbstractListModel):
    """One row a run; changes row by row, and anew only when their number changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        return self._rows

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show `runs`; a row whose rule stays keeps its value until another comes."""
        named = list(zip(runs, run_names(runs), strict=True))
        if len(runs) != len(self._rows):
            known = {id(row.run): row.final for row in self._rows}
            self.beginResetModel()
            self._rows = [Row(run, name, known.get(id(run))) for run, name in named]
            self.endResetModel()
            return
        for index, (row, (run, name)) in enumerate(zip(self._rows, named, strict=True)):
            if run is not row.run or name != row.name:
                final = row.final if run.rule == row.run.rule else None
                self._put(index, Row(run, name, final))

    def set_finals(self, finals: Sequence[float | None]) -> None:
        """Show the last values of f, one a run; those of other runs are ignored."""
        if len(finals) != len(self._rows):
            return
        for index, (row, final) in enumerate(zip(self._rows, finals, strict=True)):
            if not _same(row.final, final):
                self._put(index, replace(row, final=final))

    def _put(self, index: int, row: Row) -> None:
        self._rows[index] = row
        place = self.index(index)
        self.dataChanged.emit(place, place)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a run, words for screen readers, or its `Row`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(row)
        return None

    def _words(self, row: Row) -> str:
        text = self.tr("{0}, learning rate {1}, final value {2}")
        shown = text.format(row.name, row.plain_rate, row.outcome)
        if hint := rule_hint(row.run.schedule, row.run.clip):
            shown = self.tr("{0}, {1}").format(shown, hint)
        return shown if row.run.visible else self.tr("{0}, hidden").format(shown)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return one == other or (math.isnan(one) and math.isnan(other))
