"""Who gets Space and the arrows: the transport, unless the control in focus uses them itself.

And what the tab key reaches, before a control or one after another.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QWidget,
)

PRESSES = frozenset({Qt.Key.Key_Space})
MOVES = PRESSES | {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}


class KeyKeeper(QObject):
    """Claims for a control the keys that would otherwise trigger a shortcut of the window."""

    def __init__(self, control: QWidget, keys: frozenset[Qt.Key]) -> None:
        super().__init__(control)
        self._keys = keys
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Accept the offer of a shortcut's key, so that it arrives as an ordinary key press."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in self._keys:
                event.accept()
                return True
        return super().eventFilter(watched, event)


def keep_keys(window: QWidget) -> None:
    """Give every control inside `window` the keys it works with while it has the focus."""
    for button in window.findChildren(QAbstractButton):
        KeyKeeper(button, PRESSES)
    for kind in (QAbstractItemView, QAbstractSlider, QComboBox):
        for control in window.findChildren(kind):
            KeyKeeper(control, MOVES)


def tabbed_before(widget: QWidget) -> QWidget:
    """Return what the tab key reaches before `widget`; itself if it is alone."""
    chain = focus_chain(widget.window())
    place = chain.index(widget)
    others = [*chain[place + 1 :], *chain[:place]]
    stops = [other for other in others if other.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return stops[-1] if stops else widget


def focus_chain(window: QWidget) -> list[QWidget]:
    """Return `window` and all in it, as the tab key goes, whether it stops there or not.

    Nobody else should ask Qt for what comes next: PySide takes that for a child of what was asked,
    and once this is deleted it holds for deleted what Qt has made in the other, such as the buttons
    of a dialog. So everything is given back to its parent; and the last is not asked, after which
    the window would come.
    """
    last, chain = window.previousInFocusChain(), [window]
    while chain[-1] is not last and (after := chain[-1].nextInFocusChain()) is not None:
        chain.append(after)
    for widget in chain[1:]:
        widget.setParent(widget.parentWidget())
    return chain
