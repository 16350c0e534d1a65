"""The lines through the pointer, with the values they meet on the axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradviz.plots.colours import colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.numerals import coordinate

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.plots.axes import Projection
    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme

TAG_HEIGHT: Final = 17.0
_DASHES: Final = [3.0, 3.0]
_PADDING: Final = 5.0
_RADIUS: Final = 4.0
_RING: Final = 3.2


def paint_crosshair(
    painter: QPainter, at: tuple[float, float], projection: Projection, theme: Theme, size: QSizeF
) -> None:
    """Draw dashed rules through a pixel of a picture of `size`, and their values on the axes."""
    box = projection.box
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    x, y = round(at[0]), round(at[1])
    rules = [QLineF(x, box.top, x, box.bottom), QLineF(box.left, y, box.right, y)]
    if theme.field.inks is not None:  # of any colour, on which the rules could be lost
        painter.setPen(QPen(colour(theme.halo, 0.55), 1.0))
        painter.drawLines(rules)
    pen = QPen(colour(theme.text_muted, 0.75), 1.0)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.drawLines(rules)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    across, up = projection.data(*at)
    _paint_below(painter, x, coordinate(across, 1.0 / projection.x_scale), box, theme, size)
    _paint_beside(painter, y, coordinate(up, 1.0 / projection.y_scale), box, theme)


def paint_ring(painter: QPainter, at: tuple[float, float], theme: Theme) -> None:
    """Draw a small ring on the place that is told about."""
    painter.setPen(QPen(colour(theme.text), 1.4))
    painter.setBrush(colour(theme.halo))
    painter.drawEllipse(QPointF(*at), _RING, _RING)


def _paint_below(
    painter: QPainter, x: float, text: str, box: Box, theme: Theme, size: QSizeF
) -> None:
    """Write the value of the upright rule under the plot."""
    width = face().width(text) + 2 * _PADDING
    left = min(max(x - width / 2, 1.0), size.width() - width - 1.0)
    frame = QRectF(round(left), box.bottom + 4.0, round(width), TAG_HEIGHT)
    _paint_tag(painter, frame, text, theme)


def _paint_beside(painter: QPainter, y: float, text: str, box: Box, theme: Theme) -> None:
    """Write the value of the level rule to the left of the plot, into it if there is no room."""
    width = face().width(text) + 2 * _PADDING
    left = max(box.left - width - 2.0, 1.0)
    top = min(max(y - TAG_HEIGHT / 2, box.top), box.bottom - TAG_HEIGHT)
    _paint_tag(painter, QRectF(round(left), round(top), round(width), TAG_HEIGHT), text, theme)


def _paint_tag(painter: QPainter, frame: QRectF, text: str, theme: Theme) -> None:
    painter.setPen(QPen(colour(theme.border), 1.0))
    painter.setBrush(colour(theme.raised))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    centre = frame.center()
    face().write(painter, (centre.x(), centre.y()), text, colour(theme.text), Align.AlignHCenter)
