"""The panel of lessons beside the program: their list, and the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from gradviz.document.lessons import ENGLISH, LessonAction, lessons
from gradviz.plots.themes import LIGHT
from gradviz.ui.card import Card
from gradviz.ui.controls import IconButton, TextButton
from gradviz.ui.drawn_actions import drawn_action, tint
from gradviz.ui.lesson_list import LessonList
from gradviz.ui.lesson_progress import LessonProgress
from gradviz.ui.lesson_reader import LessonReader

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from gradviz.document.experiment import Experiment
    from gradviz.document.lessons import Lesson
    from gradviz.document.results import Outcome
    from gradviz.plots.themes import Theme

LEAST_WIDTH: Final = 272


class LessonPanel(Card):
    """Shows lessons, asks for what they show, and ticks off what the reader has done.

    It changes no experiment by itself: who owns it does what `actionRequested` and
    `lessonOpened` ask for, and tells it of every experiment and of what comes of it.

    Parameters
    ----------
    settings : QSettings, optional
        Where it is kept what was done; the program's own by default.

    Raises
    ------
    FileNotFoundError
        When the installation is not complete.
    """

    actionRequested = Signal(object)  # noqa: N815  (Qt's spelling, here and below)
    """A `LessonAction` to show."""
    lessonOpened = Signal(object)  # noqa: N815
    """The `Lesson` that was opened: its `opening` is to be shown."""
    closed = Signal()
    """The reader wants to see the panel no more."""

    def __init__(self, settings: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("lessonPanel")
        self.setMinimumWidth(LEAST_WIDTH)
        self._progress = LessonProgress(settings, self)
        self._lessons = lessons(ENGLISH)
        self._lesson: Lesson | None = None
        self._read_last: Lesson | None = None
        self._build_actions()
        self._list = LessonList(self._progress)
        self._reader = LessonReader(self._progress)
        self._list.opened.connect(self._open)
        self._list.left.connect(self._go_back)
        self._reader.asked.connect(self._ask)
        self._lay_out()
        self._list.set_lessons(self._lessons)
        self.set_theme(LIGHT)
        self.show_list()

    # --- what it is made of

    def _build_actions(self) -> None:
        self._back = drawn_action(self, "allLessonsAction", self.tr("All lessons"), "lessons")
        self._close = drawn_action(
            self, "closeLessonsAction", self.tr("Close the lessons"), "close"
        )
        self._previous = drawn_action(
            self, "previousLessonAction", self.tr("Previous"), "chevron-left"
        )
        self._again = drawn_action(self, "lessonAgainAction", self.tr("Start over"), "reset")
        self._next = drawn_action(self, "nextLessonAction", self.tr("Next"), "chevron-right")
        self._previous.setToolTip(self.tr("Open the lesson before this one"))
        self._again.setToolTip(self.tr("Show again what this lesson opened with"))
        self._next.setToolTip(self.tr("Open the lesson after this one"))
        self._back.triggered.connect(self._leaf_through)
        self._close.triggered.connect(self.closed)
        self._previous.triggered.connect(self._to_previous)
        self._again.triggered.connect(self._start_over)
        self._next.triggered.connect(self._to_next)

    def _lay_out(self) -> None:
        self._way_back = IconButton(self._back)
        self.add_header_widget(self._way_back)
        self.add_header_widget(IconButton(self._close))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._reader)
        self._turns = QWidget()
        row = QHBoxLayout(self._turns)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextButton(self._previous))
        row.addStretch(1)
        row.addWidget(TextButton(self._again))
        row.addStretch(1)
        row.addWidget(TextButton(self._next))
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._turns)

    # --- what is shown

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is read; None while the list is shown."""
        return self._lesson

    def show_list(self) -> None:
        """Show the list, the lesson that was read chosen, or the first that is not done."""
        left, self._lesson = self._lesson, None
        self._list.choose(self._first_to_do() if left is None else self._place(left))
        self._show_state()

    def open_lesson(self, key: str) -> None:
        """Open a lesson.

        Raises
        ------
        KeyError
            If there is none of this name.
        """
        self._open({lesson.key: lesson for lesson in self._lessons}[key])

    def read_lesson(self, key: str) -> None:
        """Show the text of a lesson, whose experiment is there already.

        Raises
        ------
        KeyError
            If there is none of this name.
        """
        self._read({lesson.key: lesson for lesson in self._lessons}[key])

    def set_language(self, language: str) -> None:
        """Show the lessons in this language; those that it has not are in English."""
        self._lessons = lessons(language)
        self._list.set_lessons(self._lessons)
        if self._lesson is not None:
            self._lesson = self._lessons[self._place(self._lesson)]
            self._reader.set_lesson(self._lesson)
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        """Dress in these colours from now on."""
        tint((self._back, self._close, self._previous, self._again, self._next), theme)
        self._list.set_theme(theme)
        self._reader.set_theme(theme)

    def set_experiment(self, experiment: Experiment, outcome: Outcome | None = None) -> None:
        """Tick off what the reader has done by an experiment, and by what came of it."""
        for action in self._lesson.actions if self._lesson is not None else ():
            if action.is_done(experiment, outcome):
                self._progress.tick(action)

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Tick off what shows in results; they count once they are complete."""
        if outcome is not None and outcome.complete:
            self.set_experiment(outcome.experiment, outcome)

    # --- turning pages

    def _open(self, lesson: Lesson) -> None:
        if lesson is self._lesson:  # a click may activate too
            return
        self._read(lesson)
        self.lessonOpened.emit(lesson)

    def _read(self, lesson: Lesson) -> None:
        self._lesson = self._read_last = lesson
        had_keys, focus = self._has_keys(), self.focusWidget()
        self._reader.set_lesson(lesson)
        if had_keys and self.focusWidget() is not focus:  # it was a button that is gone
            self._reader.browser.setFocus()
        self._show_state()

    def take_keys(self) -> None:
        """Let the keys walk in the list, or scroll the lesson that is read."""
        is_list = self._pages.currentWidget() is self._list
        (self._list if is_list else self._reader.browser).setFocus()

    def _leaf_through(self) -> None:
        """Show the list, and let the keys walk in it and lead back."""
        self.show_list()
        self.take_keys()

    def _go_back(self) -> None:
        """Leave the list for the lesson that was read, and its experiment as it is."""
        if self._read_last is not None:
            self.read_lesson(self._read_last.key)

    def _ask(self, action: LessonAction) -> None:
        if action.is_look:
            self._progress.tick(action)
        self.actionRequested.emit(action)

    def _start_over(self) -> None:
        if self._lesson is not None:
            self.actionRequested.emit(self._lesson.opening)

    def _to_previous(self) -> None:
        self._turn(-1)

    def _to_next(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._lesson is not None:
            self._open(self._lessons[self._place(self._lesson) + by])

    def _turn_page(self, page: QWidget) -> None:
        """Show a page; the keys go on with it if they were with the other one."""
        left, had_keys = self._pages.currentWidget(), self._has_keys()
        self._pages.setCurrentWidget(page)
        if had_keys and page is not left:
            self.take_keys()

    def _has_keys(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.hasFocus()

    def _place(self, lesson: Lesson) -> int:
        """Return where a lesson is in the list, in whatever language."""
        return [known.key for known in self._lessons].index(lesson.key)

    def _first_to_do(self) -> int:
        done = map(self._progress.is_done, self._lessons)
        return next((row for row, is_done in enumerate(done) if not is_done), 0)

    def _show_state(self) -> None:
        """Show the page that is meant, and let be pressed what leads somewhere."""
        lesson = self._lesson
        self._turn_page(self._list if lesson is None else self._reader)
        self._turns.setVisible(lesson is not None)
        self._way_back.setVisible(lesson is not None)
        if lesson is None:
            self.set_title(self.tr("Lessons"))
            return
        title = self.tr("Lesson {0} of {1}").format(lesson.number, self._lessons[-1].number)
        self.set_title(title if lesson.number else self.tr("Welcome"))
        self._previous.setEnabled(lesson is not self._lessons[0])
        self._next.setEnabled(lesson is not self._lessons[-1])
