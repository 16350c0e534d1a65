"""The lessons in the window: a panel beside everything, that shows what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gradviz.document.edit_kinds import Edit, EditKind
from gradviz.ui.columns import ROOMY
from gradviz.ui.settings_file import flag, open_settings

if TYPE_CHECKING:
    from gradviz.document.lessons import Lesson, LessonAction
    from gradviz.document.results import Outcome
    from gradviz.plots.themes import Theme
    from gradviz.ui.lesson_panel import LessonPanel
    from gradviz.ui.main_window import MainWindow

FIRST = "welcome"
"""The lesson that a first start opens."""
_KEY = "lessons/welcomed"
WIDTH, NARROW_WIDTH = 340, 272
FULL = 1010
"""Pixels of a window from which the lessons have all of their width."""


class LessonSide(QObject):
    """Shows and hides the panel, made when it is first wanted, and does what it asks for.

    Parameters
    ----------
    window : MainWindow
        It owns this object.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._panel: LessonPanel | None = None
        window.actions_.lessons.toggled.connect(self._show)
        window.actions_.lessons.triggered.connect(self._hand_keys)
        self._session.resultsChanged.connect(self._take_results)

    @property
    def panel(self) -> LessonPanel:
        """The panel."""
        if self._panel is None:
            self._panel = self._made()
        return self._panel

    def _made(self) -> LessonPanel:
        from gradviz.ui.keys import keep_keys  # noqa: PLC0415 - on demand
        from gradviz.ui.language import spoken_language  # noqa: PLC0415
        from gradviz.ui.lesson_panel import LessonPanel  # noqa: PLC0415

        panel = LessonPanel()
        panel.set_language(spoken_language().value)
        panel.set_theme(self._window.theme)
        panel.set_experiment(self._session.experiment)
        panel.actionRequested.connect(self._do)
        panel.lessonOpened.connect(self._open)
        panel.closed.connect(self._close)
        self._session.experimentChanged.connect(panel.set_experiment)
        self._window.columns.add_panel(panel, WIDTH)
        keep_keys(panel)
        if self._session.results is not None:
            panel.set_outcome(self._session.results)
        return panel

    def welcome(self) -> None:
        """Open a short lesson at the first start of all."""
        settings = open_settings()
        if flag(settings, _KEY, default=False):
            return
        settings.setValue(_KEY, True)
        self._window.actions_.lessons.setChecked(True)
        self.panel.open_lesson(FIRST)

    def take_over(self, other: LessonSide) -> None:
        """Show what another window's panel shows: the window is made anew."""
        if other._panel is None:
            return
        if other._panel.lesson is not None:
            self.panel.read_lesson(other._panel.lesson.key)
        shown = other._window.actions_.lessons.isChecked()
        self.panel.setVisible(shown)
        self._window.actions_.lessons.setChecked(shown)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        if self._panel is not None:
            self._panel.set_theme(theme)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.fit()

    @Slot(bool)
    def _hand_keys(self, shown: bool) -> None:
        """Let whoever asked for the lessons go on in them with the keys."""
        if shown:
            self.panel.take_keys()

    def fit(self) -> None:
        """Give the lessons the place of the curves where there is no room for both."""
        narrow = self._window.width() < ROOMY
        if self._panel is not None:
            wide = self._window.width() >= FULL
            self._panel.setMaximumWidth(WIDTH if wide else NARROW_WIDTH)
        shown = self._panel is not None and self._window.actions_.lessons.isChecked()
        self._window.columns.show_right(shown=not (shown and narrow))
        self._window.columns.refit()

    @Slot()
    def _close(self) -> None:
        self._window.actions_.lessons.setChecked(False)

    @Slot(object)
    def _open(self, lesson: Lesson) -> None:
        self._do(lesson.opening)
        self._session.select_run(0)

    @Slot(object)
    def _do(self, action: LessonAction) -> None:
        """Show what a lesson speaks of: its experiment, then where to look."""
        kind = EditKind.LESSON if action.is_opening else EditKind.LESSON_SHOWN
        with self._window.documents.naming(Edit(kind, f"{action.lesson}/{action.key}")):
            self._session.edit(action.experiment, immediate=True)
        look = action.look
        if look.view is not None:
            self._window.picture.show_view(look.view)
        if look.run is not None:
            self._session.select_run(look.run)
        if look.step is not None:
            self._window.playback.go_to(look.step)
        elif not action.is_look:
            self._window.playback.go_to(None)

    @Slot(object)
    def _take_results(self, results: Outcome) -> None:
        if self._panel is not None and self._panel.isVisible():
            self._panel.set_outcome(results)
