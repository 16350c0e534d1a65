"""The look: which theme is on, and how it reaches Qt as a palette and a small style sheet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gradviz.plots.themes import DARK, LIGHT, Theme
from gradviz.ui.style_sheet import style_sheet

SYSTEM: Final = "system"
_THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}
_SCHEMES: Final = {LIGHT.name: Qt.ColorScheme.Light, DARK.name: Qt.ColorScheme.Dark}
_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "sunken",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "contour",
}
_FADED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(theme, name)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.text_faint))
    return made


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress every window of `application` in `theme`."""
    sheet = style_sheet(theme)
    if application.styleSheet() == sheet:
        return  # putting on the same again takes as long as building a window
    if application.style().objectName().lower() != "fusion" and not application.styleSheet():
        application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setStyleSheet(sheet)


def _system_scheme() -> Qt.ColorScheme:
    return QGuiApplication.styleHints().colorScheme()


class ThemeChoice(QObject):
    """Which theme is on: ``light``, ``dark``, or ``system`` for the one the desktop has.

    Choosing one dresses the application in it; widgets that paint themselves listen to `changed`.
    """

    changed = Signal(object)
    """The `Theme` that is on from now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = SYSTEM
        self._shown: Theme | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def name(self) -> str:
        """What was chosen: ``system``, ``light`` or ``dark``."""
        return self._name

    @property
    def theme(self) -> Theme:
        """What that comes to."""
        if self._name in _THEMES:
            return _THEMES[self._name]
        return DARK if _system_scheme() == Qt.ColorScheme.Dark else LIGHT

    def choose(self, name: str) -> None:
        """Choose ``system``, ``light`` or ``dark``.

        Raises
        ------
        ValueError
            For any other name.
        """
        if name != SYSTEM and name not in _THEMES:
            raise ValueError(f"there is no theme called {name!r}")
        self._name = name
        hints = QGuiApplication.styleHints()
        if name == SYSTEM:
            hints.unsetColorScheme()
        else:  # title bars and the system's own dialogs follow
            hints.setColorScheme(_SCHEMES[name])
        self._show()

    def switch(self) -> None:
        """Change from the theme that is seen to the other one."""
        self.choose(LIGHT.name if self.theme is DARK else DARK.name)

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        self._show()

    def _show(self) -> None:
        application = QApplication.instance()
        theme = self.theme
        if theme is self._shown or not isinstance(application, QApplication):
            return
        self._shown = theme
        apply_theme(application, theme)
        self.changed.emit(theme)
