"""The keys and the wheel that move what a picture shows, alike in all of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtGui import QKeyEvent, QWheelEvent

ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Where the arrow keys lead: to the right, and upwards."""
ZOOMS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
"""How many notches of the wheel a key stands for."""
RESETS: Final = (Qt.Key.Key_0, Qt.Key.Key_R)
ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
WHEEL_FACTOR: Final = 1.25
"""How much one notch of the wheel shows less or more."""
NOTCH: Final = 120
"""Eighths of a degree in one notch of the wheel."""
_PAD: Final = Qt.KeyboardModifier.KeypadModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


def is_one_of(event: QKeyEvent, keys: Container[Qt.Key], *, with_shift: bool = False) -> bool:
    """Tell whether a key is among `keys`, pressed alone, or `with_shift` if that may be."""
    allowed = _PAD | _SHIFT if with_shift else _PAD
    return not event.modifiers() & ~allowed and Qt.Key(event.key()) in keys


def is_shifted(event: QKeyEvent) -> bool:
    """Tell whether Shift is held with a key: moves are then fine."""
    return bool(event.modifiers() & _SHIFT)


def notches(event: QWheelEvent) -> float:
    """Return how many notches the wheel was turned away from the hand."""
    return (event.angleDelta().y() or event.angleDelta().x()) / NOTCH


def zoom_of(turned: float) -> float:
    """Return how many times as much is to be seen after so many notches: less than one if > 0."""
    return math.pow(WHEEL_FACTOR, -turned)
