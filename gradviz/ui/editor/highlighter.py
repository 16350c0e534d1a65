"""Colours the words of a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from gradviz.ui.editor.positions import to_utf16
from gradviz.ui.editor.tokens import assigned_names, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from gradviz.plots.themes import Theme

ROLES: Final = {
    "variable": "code_name",
    "function": "text",
    "constant": "code_number",
    "parameter": "code_param",
    "keyword": "code_param",
    "name": "text",
    "number": "code_number",
    "operator": "code_operator",
    "bracket": "code_operator",
    "comment": "text_muted",
}


class Highlighter(QSyntaxHighlighter):
    """Gives each kind of token its colour of the theme."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._assigned: frozenset[str] = frozenset()
        self._formats: dict[str, QTextCharFormat] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew."""
        for kind, role in ROLES.items():
            ink = QTextCharFormat()
            ink.setForeground(QColor(getattr(theme, role)))
            self._formats[kind] = ink
        self.rehighlight()

    def refresh_names(self, text: str) -> None:
        """Colour other lines anew if a line gave a value to a new name, or no longer does."""
        assigned = assigned_names(text)
        if assigned != self._assigned:
            self._assigned = assigned
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802  (Qt's spelling)
        """Colour one line."""
        for token in tokens(text, self._assigned):
            start, end = to_utf16(text, token.start), to_utf16(text, token.end)
            self.setFormat(start, end - start, self._formats[token.kind])
