"""Ticks and crosses: what is right and what is wrong, without a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPainterPath

from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

_ARM: Final = 3.0
_THIN, _THICK = 1.5, 1.9


def paint_ticks(painter: QPainter, centres: Iterable[tuple[float, float]], theme: Theme) -> None:
    """Draw a tick at every place."""
    path = QPainterPath()
    for x, y in centres:
        path.moveTo(x - _ARM, y + 0.2)
        path.lineTo(x - 1.0, y + _ARM - 0.6)
        path.lineTo(x + _ARM + 0.4, y - _ARM)
    painter.strokePath(path, pen(theme.ok, _THIN))


def paint_crosses(painter: QPainter, centres: Iterable[tuple[float, float]], theme: Theme) -> None:
    """Draw a cross at every place."""
    path = QPainterPath()
    for x, y in centres:
        for sign in (1.0, -1.0):
            path.moveTo(x - _ARM, y - sign * _ARM)
            path.lineTo(x + _ARM, y + sign * _ARM)
    painter.strokePath(path, pen(theme.bad, _THICK))
