"""A row of controls that becomes two where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSizePolicy, QWidget

from gradviz.ui import metrics

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class BreakingRow(QWidget):
    """Groups of controls side by side, one below another where they do not fit.

    Parameters
    ----------
    groups : QWidget
        The controls of each group.
    """

    def __init__(self, *groups: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(metrics.ROW_GAP)
        for number, widgets in enumerate(groups):
            side = QHBoxLayout()
            side.setSpacing(metrics.ROW_GAP)
            for widget in widgets:
                side.addWidget(widget)
            side.addStretch(1)
            self._groups.addLayout(side, int(number == len(groups) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Break where it is narrow."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Break or join, after a control has got other words or has come or gone."""
        for group in self._groups.children():
            if isinstance(group, QLayout):
                group.invalidate()  # else it answers with how wide it was before
        way = QBoxLayout.Direction
        self._groups.setDirection(way.LeftToRight)
        if self._groups.sizeHint().width() > self.width():
            self._groups.setDirection(way.TopToBottom)
        self.updateGeometry()
