"""The field for how many samples a step sees: a number, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from gradviz.document.network_task import MAX_WEIGHTS
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import icons
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

OFFERED: Final = (1, 32, 100)
"""Samples of a step that are usual."""


class BatchField(NumberField):
    """Reads a number or the word for all; a menu offers what is usual, Alt and Down opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            integer=True,
            low=1,
            high=MAX_WEIGHTS,
            optional=True,
            none=QCoreApplication.translate("BatchField", "all"),
            stepping=Stepping.DECADES,
            first=1,
            parent=parent,
        )
        self._count = 0
        self.menu = QMenu(self)
        self.menu.setObjectName("batchMenu")
        self.menu.triggered.connect(self._take)
        self._arrow = QAction(self.tr("Usual sizes"), self)
        self._arrow.triggered.connect(self.open_menu)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.set_theme(LIGHT)

    def set_count(self, count: int) -> None:
        """Offer no more than so many samples; 0 while it is not known how many there are."""
        self._count = count

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in a colour of `theme`."""
        self._arrow.setIcon(icons.icon("chevron-down", theme))

    def open_menu(self) -> None:
        """Offer the usual sizes below the field."""
        self.offer()
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def offer(self) -> None:
        """Fill the menu with what there are samples for."""
        self.menu.clear()
        for size in OFFERED:
            if not self._count or size < self._count:
                text = self.tr("1, a single sample") if size == 1 else str(size)
                self.menu.addAction(text).setData(size)
        several = self.tr("all {0}").format(self._count) if self._count else self.tr("all")
        self.menu.addAction(several).setData(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Open the menu with Alt and Down."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def _take(self, chosen: QAction) -> None:
        """Write what was chosen, as if it had been typed."""
        size = chosen.data()
        self.setText(str(size) if size else self.none)
        self.textEdited.emit(self.text())
