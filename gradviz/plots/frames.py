"""Small frames over a plot, for readouts, the colour bar, notes: placed in pixels, so crisp."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintDevice

    from gradviz.plots.themes import Theme

ROW: Final = 17.0
PADDING: Final = 8.0
_RADIUS: Final = 5.0
_BETWEEN: Final = 14.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a readout: what, and how much; optionally in a run's colour."""

    name: str
    value: str
    swatch: str = ""


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Paint on a device; the painter ends whatever happens, for Qt crashes if one is left open."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def paint_frame(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw an empty frame: raised ground, thin border, round corners."""
    painter.setPen(QPen(colour(theme.border), 1.0))
    painter.setBrush(colour(theme.raised))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def readout_size(rows: Sequence[Row], title: str = "") -> tuple[float, float]:
    """Return width and height of a readout."""
    plain, strong = face(), face(bold=True)
    swatch = 14.0 if any(row.swatch for row in rows) else 0.0
    widths = [plain.width(r.name) + _BETWEEN + strong.width(r.value) + swatch for r in rows]
    across = max([*widths, plain.width(title)])
    lines = len(rows) + bool(title)
    return round(across + 2 * PADDING), lines * ROW + PADDING


def paint_readout(
    painter: QPainter, box: QRectF, rows: Sequence[Row], theme: Theme, title: str = ""
) -> None:
    """Draw rows of names at the left and values at the right in a frame."""
    paint_frame(painter, box, theme)
    level = box.top() + PADDING / 2 + ROW / 2
    muted, ink = colour(theme.text_muted), colour(theme.text)
    left, right = box.left() + PADDING, box.right() - PADDING
    if title:
        face().write(painter, (left, level), title, muted)
        level += ROW
    for row in rows:
        indent = 0.0
        if row.swatch:
            painter.setPen(QPen(colour(row.swatch), 2.0))
            painter.drawLine(QLineF(left, level, left + 8.0, level))
            indent = 14.0
        face().write(painter, (left + indent, level), row.name, muted)
        face(bold=True).write(painter, (right, level), row.value, ink, Align.AlignRight)
        level += ROW


def paint_dimming(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Veil what is drawn: it belongs to the last text that could be read."""
    painter.fillRect(box, colour(theme.surface, 0.58))


def paint_focus(painter: QPainter, box: QRect, theme: Theme) -> None:
    """Draw the ring that shows where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme.accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1.0, 1.0, -1.0, -1.0), _RADIUS, _RADIUS)
