"""Facts that are shown as far as there is room for them, and take none from others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

SPACING, GAP = 6, 16
"""Pixels between a name and its value, and between two facts."""


class Fact(NamedTuple):
    """A name, what it is, and what that means; a value may be empty."""

    key: str
    name: str
    value: str
    tip: str


class SpareFacts(QWidget):
    """Facts one after another in the room that is left; the last ones go first if it is small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addStretch(1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts instead of those before."""
        for widget in self._facts:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._facts = [_fact_label(fact, self) for fact in facts]
        for index, widget in enumerate(self._facts):
            self._row.insertWidget(index, widget)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width()
        for widget in self._facts:
            room -= widget.sizeHint().width()
            widget.setVisible(room >= 0)
            room -= GAP
        self._row.activate()


def _fact_label(fact: Fact, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACING)
    for text, role in ((fact.name, "muted"), (fact.value, "value")):
        if text:
            label = QLabel(text)
            label.setProperty("role", role)
            label.setToolTip(fact.tip)
            label.setAccessibleName(f"{fact.name} {fact.value}".strip())
            label.setObjectName(f"{fact.key}{role.capitalize()}")
            row.addWidget(label)
    return holder
