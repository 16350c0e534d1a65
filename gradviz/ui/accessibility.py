"""Pictures for screen readers: each is a chart with a name and a summary of what is in it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from gradviz.plots.canvas import Canvas
from gradviz.plots.legend import LegendRow
from gradviz.plots.summary import legend_words, summary

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_installed: list[bool] = []


class ChartInterface(QAccessibleWidget):
    """A picture: its description is put together when somebody asks for it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, QAccessible.Role.Chart)

    def text(self, kind: QAccessible.Text) -> str:
        """Return name, description or another text."""
        canvas = self.object()
        if kind is QAccessible.Text.Description and isinstance(canvas, Canvas):
            return described(canvas)
        return super().text(kind)


class LegendInterface(QAccessibleWidget):
    """The line over a curve with the values at the cursor."""

    def __init__(self, row: LegendRow) -> None:
        super().__init__(row, QAccessible.Role.StaticText)

    def text(self, kind: QAccessible.Text) -> str:
        """Return name, description or another text."""
        row = self.object()
        if kind is QAccessible.Text.Description and isinstance(row, LegendRow):
            return legend_words(row.picture.legend())
        return super().text(kind)


def described(canvas: QWidget) -> str:
    """Return what a picture shows, and then what its widget says of itself, such as its keys.

    What is not on the screen is not looked into: to draw a surface takes OpenGL.
    """
    own = canvas.accessibleDescription()
    picture = getattr(canvas, "picture", None)
    if picture is None or not canvas.isVisible():
        return own
    return f"{summary(picture, own)} {own}".strip()


def install() -> None:
    """Let screen readers and tests see the pictures so; once in a process is enough."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


def _interface(_name: str, widget: QObject | None) -> QAccessibleInterface | None:
    """Return the interface of our own widgets; None leaves the others to Qt."""
    if isinstance(widget, Canvas):
        return ChartInterface(widget)
    return LegendInterface(widget) if isinstance(widget, LegendRow) else None
