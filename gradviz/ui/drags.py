"""What is changed while a button of the mouse is held: one edit, however long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.history import History

HAND = 50
"""Milliseconds between two looks whether the mouse is let go of."""


class Drags(QObject):
    """Tells a history when a drag begins and when the hand lets go.

    Parameters
    ----------
    history : callable
        Returns the history of now.
    parent : QObject
        Owner.
    """

    def __init__(self, history: Callable[[], History], parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._looks = QTimer(self)
        self._looks.setInterval(HAND)
        self._looks.timeout.connect(self._look)

    def note_edit(self) -> None:
        """Let an edit belong to the drag that goes on, if one does."""
        if not _is_held() or self._looks.isActive():
            return
        self._history().press()
        self._looks.start()

    def stop(self) -> None:
        """Look no more."""
        self._looks.stop()

    @Slot()
    def _look(self) -> None:
        if not _is_held():
            self._looks.stop()
            self._history().release()


def _is_held() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
