"""Curves as they were painted before: a cursor that moves only uncovers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from gradviz.plots.colours import colour
from gradviz.plots.frames import painting

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.plots.curve_layout import CurveLayout
    from gradviz.plots.curve_picture import CurvePicture


class CurveGround:
    """The same curves painted twice: as they are before the cursor, and as they are after it.

    That is done when the cursor moves over them for the first time: while a run grows each of its
    pictures is painted once, and nothing would be gained.
    """

    def __init__(self) -> None:
        self._known: tuple[CurveLayout, float] | None = None
        self._cursor = 0
        self._kept: tuple[QPixmap, QPixmap] | None = None

    def paint(self, painter: QPainter, picture: CurvePicture, size: QSizeF, ratio: float) -> None:
        """Paint a picture that has curves, on the surface they lie on."""
        layout = picture.layout(size)
        if self._known is None or self._known[0] is not layout or self._known[1] != ratio:
            self._known, self._cursor, self._kept = (layout, ratio), picture.cursor, None
        splits = set(picture.splits(layout))
        if len(splits) != 1 or (self._kept is None and picture.cursor == self._cursor):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(QPointF(), size), colour(picture.theme.surface))
            picture.paint_ground(painter, layout)
            return
        if self._kept is None:
            box = layout.projection.box
            before, after = (_painted(picture, size, ratio, end) for end in (box.right, box.left))
            self._kept = before, after
        _uncover(painter, self._kept, round(splits.pop() * ratio), ratio)


def _painted(picture: CurvePicture, size: QSizeF, ratio: float, split: float) -> QPixmap:
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(colour(picture.theme.surface))
    with painting(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.paint_ground(painter, picture.layout(size), split)
    return pixmap


def _uncover(painter: QPainter, kept: tuple[QPixmap, QPixmap], column: int, ratio: float) -> None:
    """Draw what is before the cursor up to a column of the device, and after it the other."""
    width, height = kept[0].width(), kept[0].height()
    for pixmap, left, right in ((kept[0], 0, column), (kept[1], column, width)):
        source = QRectF(left, 0.0, right - left, height)
        target = QRectF(left / ratio, 0.0, source.width() / ratio, height / ratio)
        painter.drawPixmap(target, pixmap, source)
