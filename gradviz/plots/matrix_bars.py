"""The colour bars below matrices: how large the numbers are that their colours show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gradviz.plots.colour_maps import SIGNED_SIZE, signed_words
from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import MINUS, compact
from gradviz.plots.themes import DARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.themes import Theme

BAR: Final = 38.0
"""Height of a colour bar with its numbers."""
_BAR_WIDTH: Final = 240.0
_ARGB: Final = QImage.Format.Format_ARGB32_Premultiplied


def paint_bars(
    painter: QPainter, area: QRectF, bars: Sequence[tuple[str, float]], theme: Theme
) -> None:
    """Draw colour bars side by side.

    Parameters
    ----------
    painter : QPainter
        Where to.
    area : QRectF
        The room, `BAR` high.
    bars : sequence of (str, float)
        What each is for, and the size of the numbers at its ends.
    theme : Theme
        Colours.
    """
    room = (area.width() - 22.0 * (len(bars) - 1)) / max(len(bars), 1)
    left = area.left()
    for name, reach in bars:
        words = face().width(name) + 8.0 if name else 0.0
        width = min(_BAR_WIDTH, room - words)
        _paint_bar(painter, QPointF(left, area.top() + 8.0), name, (words, width), reach, theme)
        left += words + width + 22.0


def bars_fit(area_width: float, names: Sequence[str]) -> bool:
    """Tell whether so many bars stand side by side with readable numbers."""
    needed = sum(face().width(name) + 8.0 + 110.0 for name in names)
    return needed + 22.0 * (len(names) - 1) <= area_width


def _paint_bar(
    painter: QPainter,
    at: QPointF,
    name: str,
    widths: tuple[float, float],
    reach: float,
    theme: Theme,
) -> None:
    muted = colour(theme.text_muted)
    words, width = widths
    face().write(painter, (at.x(), at.y() + 4.0), name, muted)
    box = QRectF(round(at.x() + words), round(at.y()), round(width), 8.0)
    inks = np.ascontiguousarray(signed_words(theme)[None, :SIGNED_SIZE])
    painter.drawImage(box, QImage(inks.data, SIGNED_SIZE, 1, 4 * SIGNED_SIZE, _ARGB).copy())
    if theme.name != DARK.name:
        painter.setPen(QPen(colour(theme.hairline), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    end = compact(reach)
    level = box.bottom() + 10.0
    for x, text, align in (
        (box.left(), f"{MINUS}{end}", Align.AlignLeft),
        (box.center().x(), "0", Align.AlignHCenter),
        (box.right(), end, Align.AlignRight),
    ):
        face().write(painter, (x, level), text, muted, align)
