"""The card: a framed part of the window with a heading, and room on the right of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.elided_label import ElidedLabel


class Card(QFrame):
    """A heading, a note or buttons beside it, and `body`, the layout for what is below.

    Parameters
    ----------
    title : str
        Heading; screen readers call the card by it.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = QLabel(title)
        self._title.setProperty("role", "heading")
        self._note = ElidedLabel()
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note.setProperty("role", "note")
        self._note.hide()
        self._header = QHBoxLayout()
        self._header.setSpacing(4)
        self._header.addWidget(self._title)
        self._header.addStretch(1)
        self._header.addWidget(self._note)
        self.body = QVBoxLayout()
        self.body.setSpacing(metrics.ROW_GAP)
        self._lay_out_card()

    def _lay_out_card(self) -> None:
        head = QWidget()
        self._header.addStrut(metrics.HEADER)  # at least: taller controls are not cut
        head.setLayout(self._header)
        self._header.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        side = metrics.CARD_PADDING
        column.setContentsMargins(side, metrics.CARD_TOP, side, metrics.CARD_BOTTOM)
        column.setSpacing(metrics.HEADER_GAP)
        column.addWidget(head)
        column.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_heading(self, widget: QWidget) -> None:
        """Put `widget` where the heading is."""
        self._header.replaceWidget(self._title, widget)
        self._title.hide()

    def add_heading(self, widget: QWidget) -> None:
        """Put another widget in front, where the heading is."""
        self._header.insertWidget(0, widget)

    def set_note(self, text: str) -> None:
        """Show a few quiet words at the right end of the header; none hides them."""
        self._note.say(text)
        self._note.setVisible(bool(text))

    def add_header_widget(self, widget: QWidget) -> None:
        """Add a control at the right end of the header."""
        self._header.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
