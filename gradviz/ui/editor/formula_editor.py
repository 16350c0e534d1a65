"""The field for the formula: plain text with colours, brackets, completion, a marked mistake."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui.editor.brackets import at_cursor
from gradviz.ui.editor.completion import Completion, fitting, offers, opens_by_itself, word_before
from gradviz.ui.editor.highlighter import Highlighter
from gradviz.ui.editor.positions import to_code_points, to_utf16
from gradviz.ui.fonts import code_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

LEAST_LINES: Final = 2
MOST_LINES: Final = 8
LONGEST: Final = 100_000
"""Characters that can be pasted; more is no formula."""
_FRAME: Final = 12
_ACCEPTING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Selection = QTextEdit.ExtraSelection


class FormulaEditor(QPlainTextEdit):
    """Edits the text of a formula; whether it is one, others tell with `mark`.

    It grows with its lines. Ctrl+Space opens the list of names, Tab and Enter take from it;
    without a list Tab goes on to the next control.
    """

    edited = Signal(str)
    """The text, after each change by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._span: tuple[int, int] | None = None
        self._variables: tuple[str, ...] = ()
        self._told = ""
        self.setFont(code_font())
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._highlighter = Highlighter(self.document(), self._theme)
        self._completion = Completion(self)
        self._completion.activated.connect(self._put_in)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._show_marks)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew."""
        self._theme = theme
        with QSignalBlocker(self):
            self._highlighter.set_theme(theme)
        self._show_marks()

    def set_text(self, text: str) -> None:
        """Show another formula, without a signal; undo brings the former one back."""
        if text == self.toPlainText():
            return
        with QSignalBlocker(self):
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
            self._highlighter.refresh_names(text)
        self._told = self.toPlainText()
        self._span = None
        self._fit()
        self._show_marks()

    def set_variables(self, variables: Sequence[str]) -> None:
        """Offer these names for completion."""
        self._variables = tuple(variables)

    def mark(self, span: tuple[int, int] | None) -> None:
        """Underline a mistake from code point to code point; None for no mistake."""
        self._span = span
        self._show_marks()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Be as high as the lines need, between two and eight."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Be no lower than the lines need."""
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Show the brackets at the cursor."""
        super().focusInEvent(event)
        self._show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Show brackets no longer."""
        super().focusOutEvent(event)
        self._show_marks()

    def _height(self) -> int:
        lines = min(max(self._lines(), LEAST_LINES), MOST_LINES)
        margins = 2 * self.document().documentMargin()
        return math.ceil(lines * self.fontMetrics().lineSpacing() + margins) + _FRAME

    def _lines(self) -> int:
        """Return how many lines are seen, wrapped ones counted as such."""
        block = self.document().firstBlock()
        lines = 0
        while block.isValid() and lines < MOST_LINES:
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        return lines

    def _fit(self) -> None:
        height = self._height()
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)
        more = self._lines() >= MOST_LINES
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(wanted)

    def _changed(self) -> None:
        text = self.toPlainText()
        if text == self._told:  # only colours have changed
            return
        self._told = text
        with QSignalBlocker(self):
            self._highlighter.refresh_names(text)
        self._span = None
        self._show_marks()
        self.edited.emit(text)

    def _show_marks(self) -> None:
        self.setExtraSelections([*self._bracket_marks(), *self._mistake_marks()])

    def _bracket_marks(self) -> list[_Selection]:
        if not self.hasFocus():
            return []
        text = self.toPlainText()
        brackets = at_cursor(text, to_code_points(text, self.textCursor().position()))
        if brackets is None:
            return []
        ink = QTextCharFormat()
        matched = brackets.matched
        ink.setForeground(QColor(self._theme.accent if matched else self._theme.bad))
        ink.setBackground(QColor(self._theme.accent_soft if matched else self._theme.bad_soft))
        return [self._selection(place, place + 1, ink) for place in brackets.places]

    def _mistake_marks(self) -> list[_Selection]:
        if self._span is None:
            return []
        ink = QTextCharFormat()
        ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        ink.setUnderlineColor(QColor(self._theme.bad))
        start, end = self._span
        if end <= start:  # between two characters: mark the one before
            start, end = max(start - 1, 0), max(start, 1)
        return [self._selection(start, end, ink)]

    def _selection(self, start: int, end: int, ink: QTextCharFormat) -> _Selection:
        text = self.toPlainText()
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(text, start))
        cursor.setPosition(to_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = ink
        return selection

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802  (Qt's spelling)
        """Take from the list of names with Tab; leave when there is none."""
        if next and self._completion.is_open():
            self._put_in(self._completion.chosen())
            return True
        self._completion.close()
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Take from the list of names, open it, or type."""
        if self._completion.is_open() and event.key() in _ACCEPTING:
            self._put_in(self._completion.chosen())
            return
        asked = (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        )
        if asked:
            self._offer(always=True)
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._offer(always=False)
        elif self._completion.is_open():
            self._reconsider(event)

    def _reconsider(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Backspace) or event.key() == Qt.Key.Key_Backspace:
            self._offer(always=bool(self._before()))
        elif event.key() not in {Qt.Key.Key_Shift, Qt.Key.Key_Control}:
            self._completion.close()

    def _before(self) -> str:
        """Return the part of the line before the cursor."""
        cursor = self.textCursor()
        line = cursor.block().text()
        return line[: to_code_points(line, cursor.positionInBlock())]

    def _offer(self, *, always: bool) -> None:
        before = self._before()
        found = offers(self.toPlainText(), self._variables)
        if always or opens_by_itself(before, found):
            self._completion.show_offers(fitting(found, word_before(before)))
        else:
            self._completion.close()

    def _put_in(self, name: str) -> None:
        """Replace the word before the cursor; the cursor goes inside a function's brackets."""
        self._completion.close()
        if not name:
            return
        cursor = self.textCursor()
        word = word_before(self._before())
        back = QTextCursor.MoveOperation.Left
        cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, len(word))
        cursor.insertText(name)
        if name.endswith("()"):
            cursor.movePosition(back)
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  (Qt's spelling)
        """Leave files that are dropped to the window, which opens them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's spelling)
        """Paste text alone, without colours of its own."""
        if source.hasText():
            plain = QMimeData()
            plain.setText(source.text()[:LONGEST])
            super().insertFromMimeData(plain)
