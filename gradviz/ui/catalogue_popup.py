"""The catalogue under its button: a search field over the stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gradviz.ui import metrics
from gradviz.ui.catalogue_list import CELL, CatalogueList
from gradviz.ui.popup import Popup

if TYPE_CHECKING:
    from gradviz.core.catalogue import Entry
    from gradviz.document.scene import Scene
    from gradviz.plots.themes import Theme

COLUMNS: Final = 4
ROWS: Final = 3.4
"""A part of a row below tells that there is more."""
_TO_LIST: Final = frozenset(
    {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
)


class CataloguePanel(QWidget):
    """Search field, stamps, and a sentence where nothing is found."""

    chosen = Signal(object)
    """The `Entry` to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setObjectName("catalogueSearch")
        self.words.setAccessibleName(self.tr("Search the standard functions"))
        self.words.setPlaceholderText(self.tr("Search: name, formula or what it shows"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.list = CatalogueList()
        self._nothing = QLabel(self.tr("No function holds all of these words."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(self.list.open_current)
        self.list.opened.connect(self.chosen)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Wish for whole columns of stamps, and part of a row to show that there are more."""
        bar = 12
        return QSize(COLUMNS * CELL.width() + bar, int(ROWS * CELL.height()) + metrics.FIELD)

    def begin(self) -> None:
        """Show everything, ready for words."""
        self.words.clear()
        self._search("")
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Let the keys that walk through the stamps do so while words are typed."""
        if watched is self.words and isinstance(event, QKeyEvent):
            walks = event.type() == QEvent.Type.KeyPress and Qt.Key(event.key()) in _TO_LIST
            if walks:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _search(self, words: str) -> None:
        count = self.list.search(words)
        self.list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)


class CataloguePopup(Popup):
    """Opens under the button of the tool bar."""

    chosen = Signal(object)
    """The `Entry` to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._panel = CataloguePanel()
        super().__init__(self._panel, self._panel.list.accessibleName(), parent)
        self._panel.chosen.connect(self._choose)

    def open_at(self, anchor: QWidget) -> None:
        """Open below `anchor`, ready for words."""
        self.open_below(anchor, Qt.AlignmentFlag.AlignLeft)
        self._panel.begin()

    def set_theme(self, theme: Theme) -> None:
        """Colour the stamps anew."""
        self._panel.list.set_theme(theme)

    def set_scenes(self, scenes: dict[str, Scene]) -> None:
        """Give the stamps their pictures."""
        self._panel.list.set_scenes(scenes)

    def _choose(self, entry: Entry) -> None:
        self.close()
        self.chosen.emit(entry)
