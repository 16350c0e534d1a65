"""Ticks and crosses: what is right and what is wrong, without a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF

from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from gradviz.plots.themes import Theme

_ARM: Final = 3.0
_THIN, _THICK = 1.5, 1.9


def paint_ticks(painter: QPainter, centres: Iterable[tuple[float, float]], theme: Theme) -> None:
    """Draw a tick at every place."""
    lines = []
    for x, y in centres:
        lines.append(QLineF(x - _ARM, y + 0.2, x - 1.0, y + _ARM - 0.6))
        lines.append(QLineF(x - 1.0, y + _ARM - 0.6, x + _ARM + 0.4, y - _ARM))
    _paint(painter, lines, theme.ok, _THIN)


def paint_crosses(painter: QPainter, centres: Iterable[tuple[float, float]], theme: Theme) -> None:
    """Draw a cross at every place."""
    lines = []
    for x, y in centres:
        lines.append(QLineF(x - _ARM, y - _ARM, x + _ARM, y + _ARM))
        lines.append(QLineF(x - _ARM, y + _ARM, x + _ARM, y - _ARM))
    _paint(painter, lines, theme.bad, _THICK)


def _paint(painter: QPainter, lines: list[QLineF], ink: str, width: float) -> None:
    """Draw lines one by one: as one path they take several times as long."""
    painter.setPen(pen(ink, width))
    painter.drawLines(lines)
