"""Which parts of the lessons the reader has done, kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from gradviz.ui.settings_file import open_settings, word

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from gradviz.document.lessons import Lesson, LessonAction

_KEY: Final = "lessons/done"


class LessonProgress(QObject):
    """Remembers what was ticked off; a broken or strange setting counts as nothing done.

    Parameters
    ----------
    settings : QSettings, optional
        Where it is kept; the program's own by default.
    """

    changed = Signal()
    """Something more was done."""

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or open_settings()
        self._done = set(word(self._settings, _KEY).split())

    def is_ticked(self, action: LessonAction) -> bool:
        """Return whether an action was done."""
        return _name(action) in self._done

    def tick(self, action: LessonAction) -> None:
        """Remember that an action was done."""
        if not self.is_ticked(action):
            self._done.add(_name(action))
            self._settings.setValue(_KEY, " ".join(sorted(self._done)))
            self.changed.emit()

    def count(self, lesson: Lesson) -> int:
        """Return how many actions of a lesson were done."""
        return sum(map(self.is_ticked, lesson.actions))

    def is_done(self, lesson: Lesson) -> bool:
        """Return whether all of a lesson was done."""
        return self.count(lesson) == len(lesson.actions)


def _name(action: LessonAction) -> str:
    return f"{action.lesson}/{action.key}"
