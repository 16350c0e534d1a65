"""The note of a document: what somebody wrote about the experiment, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gradviz.document.document import MAX_NOTE
from gradviz.model.timers import single_shot

if TYPE_CHECKING:
    from gradviz.ui.documents import Documents

SHORT: Final = 5_000
"""Characters of a note that is laid out with every letter that is typed."""
REST: Final = 250
"""Milliseconds of rest after which a longer one is."""
MOST_SHOWN: Final = 100_000
"""Characters that are laid out: ten times as many would take seconds."""


class _Reading(QTextBrowser):
    """Shows Markdown, and loads nothing that it names: the note may be a stranger's."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802  (Qt's spelling)
        """Load nothing, neither pictures nor pages."""
        return None


class NoteDialog(QDialog):
    """Text on the left, how it reads on the right; every change is the document's at once.

    Parameters
    ----------
    documents : Documents
        Whose note it is.
    window : QWidget
        Over which it stands; the window can be worked in beside it.
    """

    def __init__(self, documents: Documents, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("noteDialog")
        self.setWindowTitle(self.tr("Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._documents = documents
        self._shown = documents.note
        self._text = QPlainTextEdit(documents.note)
        self._text.setObjectName("noteEdit")
        self._text.setAccessibleName(self.tr("Text of the note, in Markdown"))
        self._text.setPlaceholderText(self.tr("What is to be seen here? Markdown is understood."))
        self._text.setTabChangesFocus(True)
        self._read = _Reading()
        self._read.setObjectName("noteView")
        self._read.setAccessibleName(self.tr("The note as it reads"))
        self._read.setOpenExternalLinks(False)
        self._read.setOpenLinks(False)
        self._rest = single_shot(self, REST, self._lay_out_note)
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._text.textChanged.connect(self._take)
        documents.changed.connect(self._follow)
        self._lay_out()
        self._lay_out_note()
        self.resize(720, 420)

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self._text)
        both.addWidget(self._read)
        both.setSizes([360, 360])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(both, 1)
        column.addLayout(row)

    def _take(self) -> None:
        text = self._text.toPlainText()
        if len(text) > MAX_NOTE:
            self._text.undo()
            return
        self._shown = text
        if len(text) <= SHORT:
            self._lay_out_note()
        else:
            self._rest.start()
        self._documents.set_note(text)

    def _follow(self) -> None:
        """Show the note of another document, or as it was before an edit was undone.

        That is no edit, also where the field shows another kind of blank or line break.
        """
        note = self._documents.note
        if note != self._shown:
            self._shown = note
            with QSignalBlocker(self._text):
                self._text.setPlainText(note)
            self._lay_out_note()

    def _lay_out_note(self) -> None:
        """Show how the note reads, or its beginning if it is very long."""
        self._rest.stop()
        is_whole = len(self._shown) <= MOST_SHOWN
        self._read.setMarkdown(self._shown if is_whole else _beginning(self._shown))
        self._hint.setText(
            self.tr("It is saved with the experiment.")
            if is_whole
            else self.tr("It is saved whole; here its beginning is seen.")
        )


def _beginning(text: str) -> str:
    """Return the first paragraphs of a text."""
    end = text.rfind("\n\n", 0, MOST_SHOWN)
    return text[: end if end > 0 else MOST_SHOWN]
