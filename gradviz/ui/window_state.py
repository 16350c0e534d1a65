"""What the window remembers between two starts: size and place, theme, how things are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect
from PySide6.QtGui import QGuiApplication

from gradviz.ui.display_state import save_display, saved_display
from gradviz.ui.settings_file import flag, open_settings, whole, word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import Display
    from gradviz.ui.actions import Actions
    from gradviz.ui.columns import Columns

THEMES = ("system", "light", "dark")
WIDEST = 5_000
"""Pixels of a column that can have been meant."""
GRIP = 80
"""Pixels of a window's upper edge by which it can be taken hold of."""


class WindowState:
    """Reads and writes the settings; a broken or strange value falls back to the default."""

    def __init__(self) -> None:
        self._settings = open_settings()

    def restore_geometry(self, window: QWidget) -> bool:
        """Put `window` where it was; return whether that was known."""
        value = self._settings.value("window/geometry")
        if not isinstance(value, QByteArray) or not window.restoreGeometry(value):
            return False
        bring_back(window)
        return True

    def save_geometry(self, window: QWidget) -> None:
        """Remember where `window` is."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def restore_columns(self, columns: Columns) -> None:
        """Give the columns the widths they were dragged to."""
        left, right = (whole(self._settings, f"columns/{side}") for side in ("left", "right"))
        if 0 < left < WIDEST and 0 < right < WIDEST:
            columns.choose_widths(left, right)

    def save_columns(self, columns: Columns) -> None:
        """Remember the widths of the columns, if they were dragged."""
        widths = columns.chosen_widths()
        if widths is not None and min(widths) > 0:
            self._settings.setValue("columns/left", widths[0])
            self._settings.setValue("columns/right", widths[1])

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        name = word(self._settings, "window/theme")
        return name if name in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("window/theme", name)

    @property
    def display(self) -> Display:
        """How things are drawn."""
        return saved_display(self._settings)

    @display.setter
    def display(self, display: Display) -> None:
        save_display(self._settings, display)

    @property
    def unfolds_errors(self) -> bool:
        """Whether the small curve of errors is unfolded."""
        return flag(self._settings, "window/errors", default=False)

    @unfolds_errors.setter
    def unfolds_errors(self, unfolded: bool) -> None:
        self._settings.setValue("window/errors", unfolded)

    def restore_layers(self, actions: Actions) -> None:
        """Switch the picture's layers as they were."""
        for name, action in actions.layers.items():
            action.setChecked(flag(self._settings, f"layers/{name}", default=action.isChecked()))

    def save_layers(self, actions: Actions) -> None:
        """Remember the picture's layers."""
        for name, shown in actions.layers_shown().items():
            self._settings.setValue(f"layers/{name}", shown)


def bring_back(window: QWidget) -> None:
    """Move `window` onto a screen if it cannot be taken hold of on any, and make it fit there.

    Screens change between two starts, and while the program runs.
    """
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not screens or window.isFullScreen() or any(_is_held(window, s) for s in screens):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    border = window.frameGeometry().size() - window.size()
    window.resize(window.size().boundedTo(room.size() - border))
    window.move(room.topLeft() + _middle(room, window.frameGeometry()))


def _is_held(window: QWidget, room: QRect) -> bool:
    """Tell whether the window's upper edge is on a screen, far enough to be dragged."""
    frame = window.frameGeometry()
    seen = frame.intersected(room)
    return seen.width() >= GRIP and room.top() <= frame.top() < room.bottom() - GRIP


def _middle(room: QRect, frame: QRect) -> QPoint:
    return QPoint(
        max((room.width() - frame.width()) // 2, 0), max((room.height() - frame.height()) // 2, 0)
    )
