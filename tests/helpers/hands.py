"""A hand on the mouse: what Qt tells a widget of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

NOTCH = 120


def send_mouse(
    widget: QWidget, kind: QEvent.Type, at: QPointF | QPoint, *, held: bool = True
) -> None:
    """Press, move or release the left button; `held` tells whether it is down."""
    left, none, place = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, QPointF(at)
    event = QMouseEvent(
        kind,
        place,
        widget.mapToGlobal(place),
        none if kind == QEvent.Type.MouseMove else left,
        left if held and kind != QEvent.Type.MouseButtonRelease else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPointF | QPoint, *stops: QPointF | QPoint) -> None:
    """Take hold at one place, move to others and let go at the last."""
    send_mouse(widget, QEvent.Type.MouseButtonPress, start)
    for stop in stops:
        send_mouse(widget, QEvent.Type.MouseMove, stop)
    send_mouse(widget, QEvent.Type.MouseButtonRelease, stops[-1])


def turn_wheel(
    widget: QWidget,
    notches: int,
    at: QPointF | QPoint,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QWheelEvent:
    """Turn the wheel away from the hand, and return the event as the widget has left it."""
    place = QPointF(at)
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, NOTCH * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event
