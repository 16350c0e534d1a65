"""What the window remembers between two starts: size and place, theme, how things are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from gradviz.ui.display_state import save_display, saved_display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import Display
    from gradviz.ui.actions import Actions
    from gradviz.ui.columns import Columns

THEMES = ("system", "light", "dark")


class WindowState:
    """Reads and writes the settings; a broken or strange value falls back to the default."""

    def __init__(self) -> None:
        self._settings = QSettings()

    def restore_geometry(self, window: QWidget) -> bool:
        """Put `window` where it was; return whether that was known."""
        value = self._settings.value("window/geometry")
        return isinstance(value, QByteArray) and window.restoreGeometry(value)

    def save_geometry(self, window: QWidget) -> None:
        """Remember where `window` is."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def restore_columns(self, columns: Columns) -> None:
        """Give the columns the widths they were dragged to."""
        left = self._settings.value("columns/left", 0, type=int)
        right = self._settings.value("columns/right", 0, type=int)
        if isinstance(left, int) and isinstance(right, int) and left > 0 and right > 0:
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
        value = self._settings.value("window/theme", "system", type=str)
        return value if value in THEMES else "system"

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
        return bool(self._settings.value("window/errors", defaultValue=False, type=bool))

    @unfolds_errors.setter
    def unfolds_errors(self, unfolded: bool) -> None:
        self._settings.setValue("window/errors", unfolded)

    def restore_layers(self, actions: Actions) -> None:
        """Switch the picture's layers as they were."""
        for name, action in actions.layers.items():
            shown = self._settings.value(f"layers/{name}", action.isChecked(), type=bool)
            action.setChecked(bool(shown))

    def save_layers(self, actions: Actions) -> None:
        """Remember the picture's layers."""
        for name, shown in actions.layers_shown().items():
            self._settings.setValue(f"layers/{name}", shown)
