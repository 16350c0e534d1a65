"""Actions of panels that are told by a drawing, which follows the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from gradviz.ui import icons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from gradviz.plots.themes import Theme


def drawn_action(parent: QObject, name: str, text: str, drawing: str = "") -> QAction:
    """Return an action that says `text`; its drawing, if it has one, comes with `tint`."""
    action = QAction(text, parent)
    action.setObjectName(name)
    action.setToolTip(text)
    action.setProperty("drawing", drawing)
    return action


def tint(actions: Iterable[QAction], theme: Theme) -> None:
    """Draw actions in the colours of a theme."""
    for action in actions:
        action.setIcon(icons.icon(action.property("drawing"), theme))
