"""One lesson to read: its text, a question whose answer unfolds, and buttons that show things."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.fonts import text_font
from gradviz.ui.lesson_markup import PROSE, box, markup, style

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gradviz.document.lessons import Lesson, LessonAction
    from gradviz.plots.themes import Theme
    from gradviz.ui.lesson_progress import LessonProgress

_COLUMNS: Final = 2
_SHOW: Final = "show"
_ANSWER: Final = "answer"
_ICON: Final = 16
_INDENT: Final = 16
_BUTTONS: Final = Template(
    """
    QToolButton { border: 1px solid $border; border-radius: ${radius}px; background: $surface;
        color: $text; padding: 0 4px; }
    QToolButton:hover { border-color: $text_faint; background: $sunken; }
    QToolButton:focus { border: 2px solid $accent; padding: 0 3px; }
    """
)

_BUTTON_COLOURS: Final = ("border", "surface", "sunken", "text", "text_faint", "accent")


class ShowButton(QToolButton):
    """Shows what a lesson tells of; a tick says that the reader has done it."""

    asked = Signal(object)
    """The `LessonAction` to show."""

    def __init__(self, action: LessonAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lesson_action = action
        self.setObjectName(f"show-{action.key}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setFixedHeight(metrics.FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Show: {0}").format(action.words))
        self.clicked.connect(self._ask)

    def set_state(self, theme: Theme, *, ticked: bool) -> None:
        """Say whether it is done."""
        drawing, role = ("tick", "ok") if ticked else ("to-do", "text_faint")
        self.setIcon(icons.icon(drawing, theme, role))
        words = self.tr("done") if ticked else self.tr("not done yet")
        self.setToolTip(f"{self.lesson_action.words} ({words})")
        self.setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Write as much of the words as there is room for."""
        room = self.width() - _ICON - 18
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.lesson_action.words, end, room))
        super().resizeEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.lesson_action)


class LessonReader(QWidget):
    """The text of one lesson, and below it what it can show."""

    asked = Signal(object)
    """The `LessonAction` to show."""

    def __init__(self, progress: LessonProgress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = progress
        self._theme = LIGHT
        self._lesson: Lesson | None = None
        self._unfolded = False
        self.browser = self._build_browser()
        self._label = QLabel(self.tr("Show me"))
        self._label.setProperty("role", "label")
        self._strip = QWidget()
        self._strip.setObjectName("showButtons")
        self._strip.setAccessibleName(self.tr("Show me"))
        self._grid = QGridLayout(self._strip)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(metrics.TIGHT_GAP)
        self._buttons: list[ShowButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.LABEL_GAP)
        column.addWidget(self.browser, 1)
        column.addWidget(self._label)
        column.addWidget(self._strip)
        progress.changed.connect(self._show_states)

    def _build_browser(self) -> QTextBrowser:
        browser = QTextBrowser()
        browser.setObjectName("lessonText")
        browser.setAccessibleName(self.tr("Lesson"))
        browser.setOpenLinks(False)
        browser.setOpenExternalLinks(False)
        browser.setFrameShape(QFrame.Shape.NoFrame)
        browser.setStyleSheet("QTextBrowser { background: transparent; border: none; }")
        browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        browser.document().setDefaultFont(text_font(PROSE, QFont.Weight.Normal))
        browser.document().setDocumentMargin(2)
        browser.document().setIndentWidth(_INDENT)
        browser.anchorClicked.connect(self._follow)
        return browser

    def set_lesson(self, lesson: Lesson) -> None:
        """Show a lesson from its beginning."""
        again = self._lesson is not None and lesson.key == self._lesson.key
        self._lesson = lesson
        self._unfolded = self._unfolded and again
        self._build_buttons(lesson)
        self._write()
        if not again:
            self.browser.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Write in these colours from now on."""
        self._theme = theme
        colours = {name: getattr(theme, name) for name in _BUTTON_COLOURS}
        rules = _BUTTONS.substitute(colours, radius=metrics.FIELD_RADIUS)
        self._strip.setStyleSheet(rules)
        self._show_states()
        self._write()

    def _build_buttons(self, lesson: Lesson) -> None:
        for old in self._buttons:
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._buttons = [ShowButton(action) for action in lesson.actions]
        for number, button in enumerate(self._buttons):
            button.asked.connect(self.asked)
            self._grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self._show_states()

    def _show_states(self) -> None:
        for button in self._buttons:
            ticked = self._progress.is_ticked(button.lesson_action)
            button.set_state(self._theme, ticked=ticked)

    def _write(self) -> None:
        """Write the text anew, the reader where he was."""
        if self._lesson is None:
            return
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        self.browser.document().setDefaultStyleSheet(style(self._theme))
        self.browser.setHtml(self._html(self._lesson))
        bar.setValue(place)

    def _html(self, lesson: Lesson) -> str:
        theme = self._theme
        title = f'<p class="title">{escape(lesson.title)}</p>'
        title += f'<p class="about">{escape(lesson.about)}</p>'
        asked = markup(lesson.question, theme)
        fold = self.tr("Hide the answer") if self._unfolded else self.tr("Show the answer")
        asked += f'<p class="in"><a href="{_ANSWER}:">{fold}</a></p>'
        if self._unfolded:
            asked += f'<p class="in"></p>{markup(lesson.answer, theme)}'
        heading = f'<p class="heading">{self.tr("Question")}</p>'
        source = self.tr("To read on: {0}").format(escape(lesson.source))
        read_on = f'<p class="source">{source}</p>' if lesson.source else ""
        return f"{title}{markup(lesson.text, theme)}{heading}{box(asked, theme.sunken)}{read_on}"

    def _follow(self, url: QUrl) -> None:
        """Do what a link says; lessons link to nothing else."""
        if self._lesson is None:
            return
        if url.scheme() == _ANSWER:
            self._unfolded = not self._unfolded
            self._write()
        elif url.scheme() == _SHOW:
            self.asked.emit(self._lesson.action(url.path()))
