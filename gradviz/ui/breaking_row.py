"""A row of controls that becomes several where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gradviz.ui import metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class BreakingRow(QWidget):
    """Groups of controls side by side; those that do not fit begin a line of their own.

    Parameters
    ----------
    groups : QWidget
        The controls of each group.
    """

    def __init__(self, *groups: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._groups = [_side_by_side(widgets) for widgets in groups]
        self._broken: list[list[QWidget]] = []
        self._rows = [QHBoxLayout() for _ in groups]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        for row in self._rows:
            row.setSpacing(metrics.ROW_GAP)
            column.addLayout(row)
        self._show([self._groups])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Break where it is narrow."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Break or join, after a control has got other words or has come or gone."""
        lines: list[list[QWidget]] = [[]]
        left = self.width()
        for group in self._groups:
            needed = _width(group)
            if lines[-1] and needed > left:
                lines.append([])
                left = self.width()
            lines[-1].append(group)
            left -= needed + metrics.ROW_GAP
        self._show(lines)
        self.updateGeometry()

    def _show(self, lines: list[list[QWidget]]) -> None:
        if lines == self._broken:
            return
        self._broken = lines
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        for row, groups in zip(self._rows, lines, strict=False):
            for group in groups:
                row.addWidget(group, int(group is groups[-1]))


def _side_by_side(widgets: tuple[QWidget, ...]) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics.ROW_GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return group


def _width(group: QWidget) -> int:
    """Return the room that a group needs by the words it has now."""
    row = group.layout()
    assert row is not None  # noqa: S101 - `_side_by_side` made it
    row.invalidate()  # else it answers with how wide it was before
    return row.sizeHint().width()
