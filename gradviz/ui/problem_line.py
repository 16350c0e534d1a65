"""The line under a card's fields that says why one of them does not apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from gradviz.ui.number_field import NumberField


class ProblemLine(QLabel):
    """Hidden while all is well; shows one problem of the fields it watches.

    That of the field being typed in, or else the first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[NumberField] = []
        self.setProperty("role", "error")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def watch(self, *fields: NumberField) -> None:
        """Show the problems of `fields` too."""
        for field in fields:
            self._fields.append(field)
            field.problemChanged.connect(self._show)

    def forget(self, field: NumberField) -> None:
        """Show the problems of `field` no longer: it goes away."""
        self._fields.remove(field)
        field.problemChanged.disconnect(self._show)
        self._show()

    def _show(self) -> None:
        troubled = (field for field in self._fields if field.problem() and field.isEnabled())
        field = min(troubled, key=lambda field: not field.hasFocus(), default=None)
        text = "" if field is None else f"{field.accessibleName()}: {field.problem()}"
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
