"""What does not change from one frame to the next, painted once and kept as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from gradviz.plots.axes import Projection
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.polylines import Box

if TYPE_CHECKING:
    from gradviz.document.planar import Sampling
    from gradviz.plots.contour_picture import ContourPicture


class Backdrop:
    """Keeps the scenery of a picture, and the scenery within its axes, at the screen's resolution.

    The scenery alone depends on the scene; it is shown moved and stretched while the view moves
    and no new scene has come. Both together are one opaque picture that a frame begins with.
    """

    def __init__(self, picture: ContourPicture) -> None:
        self._picture = picture
        self._scenery: tuple[tuple[object, ...], QPixmap] | None = None
        self._whole: tuple[tuple[object, ...], QPixmap] | None = None

    def pixmap(self, size: QSizeF, ratio: float) -> QPixmap:
        """Return everything behind the runs, of `size` pixels and `ratio` device pixels to each."""
        picture = self._picture
        marked = picture.marked.state
        words = picture.names, picture.problem()
        key = (size.toTuple(), ratio, *self._state(), picture.bounds, words, marked)
        if self._whole is None or self._whole[0] != key:
            self._whole = (key, self._painted(size, ratio))
        return self._whole[1]

    def _state(self) -> tuple[object, ...]:
        p = self._picture
        return p.scene, p.map_theme, p.layers, p.arrow_style

    def _painted(self, size: QSizeF, ratio: float) -> QPixmap:
        picture = self._picture
        pixmap = _blank(size, ratio)
        pixmap.fill(colour(picture.theme.surface))
        projection = picture.projection(size)
        with painting(pixmap) as painter:
            if picture.scene is None:
                picture.paint_empty(painter, size)
            elif picture.is_curve:
                picture.paint_graph(painter, size)
            else:
                self._paint_stretched(painter, picture.scene, projection, ratio)
            picture.paint_frame(painter, size)
        return pixmap

    def _paint_stretched(
        self, painter: QPainter, scene: Sampling, projection: Projection, ratio: float
    ) -> None:
        """Show the part of the scenery that is in sight, wherever the view has moved."""
        area, bounds = projection.area, scene.request.bounds
        left, top = projection.place(bounds.x_min, bounds.y_max)
        right, bottom = projection.place(bounds.x_max, bounds.y_min)
        scenery = self._scenery_pixmap(area.size(), ratio)
        whole = QRectF(QPointF(left, top), QPointF(right, bottom))
        target = whole.intersected(area)
        if target.isEmpty():
            return
        across, down = scenery.width() / whole.width(), scenery.height() / whole.height()
        source = QRectF(
            (target.left() - left) * across,
            (target.top() - top) * down,
            target.width() * across,
            target.height() * down,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, scenery, source)

    def _scenery_pixmap(self, size: QSizeF, ratio: float) -> QPixmap:
        key = (size.toTuple(), ratio, *self._state())
        if self._scenery is None or self._scenery[0] != key:
            self._scenery = (key, self._painted_scenery(size, ratio))
        return self._scenery[1]

    def _painted_scenery(self, size: QSizeF, ratio: float) -> QPixmap:
        pixmap = _blank(size, ratio)
        pixmap.fill(colour(self._picture.theme.surface))
        scene = self._picture.scene
        if scene is not None:
            b = scene.request.bounds
            box = Box(0.0, 0.0, size.width(), size.height())
            whole = Projection(box, b.x_min, b.x_max, b.y_min, b.y_max)
            with painting(pixmap) as painter:
                self._picture.paint_scenery(painter, whole, ratio)
        return pixmap


def _blank(size: QSizeF, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
