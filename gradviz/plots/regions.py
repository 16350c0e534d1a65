"""The widget of samples and regions: zoomed and moved about, and it answers the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)

from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.contour_layout import plot_aspect
from gradviz.plots.frames import painting
from gradviz.plots.keys import ARROWS, RESETS, ZOOMS, is_one_of, notches, zoom_of
from gradviz.plots.navigation import moved, zoomed
from gradviz.plots.press import Press
from gradviz.plots.regions_hover import paint_hover
from gradviz.plots.regions_picture import RegionsPicture
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.core.bounds import Bounds
    from gradviz.document.regions import RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.regions_state import RegionsLayers

_MOVE: Final = 0.1
"""The part of the view that an arrow key moves it by."""


class RegionsView(DimmableCanvas):
    """The samples of a network with what it makes of the plane they lie in.

    Attributes
    ----------
    picture : RegionsPicture
        What is painted.
    """

    boundsChanged = Signal(object)  # noqa: N815  (Qt's spelling, here and below)
    """The `Bounds` the user has moved to, or None for what suits the samples."""
    aspectChanged = Signal(float)  # noqa: N815
    """Width to height of the room for the plot: bounds of this shape fill it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: RegionsPicture = RegionsPicture(LIGHT)
        self._backdrop: tuple[tuple[object, ...], QPixmap] | None = None
        self._press: Press | None = None
        self._mouse: QPointF | None = None
        self.setMinimumSize(220, 200)
        self.setAccessibleName(self.tr("Samples and decision regions"))
        self.setAccessibleDescription(
            self.tr("Plus and minus zoom, the arrow keys move the view, 0 shows the whole again.")
        )

    # --- what is shown

    def set_study(self, study: RegionsStudy | None) -> None:
        """Draw this; what the user has moved to stays in sight."""
        self.picture.study = study
        self.update()

    def set_bounds(self, bounds: Bounds | None) -> None:
        """Show another part, stretched until it is computed; None for what was computed."""
        self.picture.bounds = bounds
        self.update()

    def set_layers(self, layers: RegionsLayers) -> None:
        """Choose what is drawn."""
        self.picture.layers = layers
        self.update()

    def show_whole(self) -> None:
        """Show all samples."""
        self.set_bounds(None)
        self.boundsChanged.emit(None)

    @property
    def aspect(self) -> float:
        """Width to height of the room for the plot."""
        return plot_aspect(self.extent())

    def _projection(self) -> Projection | None:
        return self.picture.projection(self.extent())

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the readout over the kept picture."""
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._kept())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_moving = self._press is not None and self._press.dragging
            if self._mouse is not None and not is_moving:
                paint_hover(painter, self.picture, self.extent(), self._mouse.toTuple())
            self.paint_ring(painter, self.picture.theme)

    def _kept(self) -> QPixmap:
        """Return the picture without the readout, painted anew only when it has changed."""
        p, ratio = self.picture, self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio, p.study, p.bounds, p.layers, p.theme, p.dimmed)
        if self._backdrop is None or self._backdrop[0] != key:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(colour(p.theme.surface))
            with painting(pixmap) as painter:
                p.paint(painter, self.extent(), ratio)
            self._backdrop = (key, pixmap)
        return self._backdrop[1]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which shape of bounds would fill the plot."""
        super().resizeEvent(event)
        self.aspectChanged.emit(self.aspect)

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the plane."""
        if event.button() != Qt.MouseButton.LeftButton or self._projection() is None:
            return
        if not self.hasFocus():
            self.window().setFocus()  # no field takes the keys of the transport any longer
        self._press = Press(event.position())
        self._show_pointer()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the plane that is held; else say what is under the pointer."""
        by = self._press.drag(event.position()) if self._press is not None else None
        if by is not None:
            self._pan(by)
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = None
            self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show all samples."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.show_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer."""
        turned = notches(event)
        if turned:
            self._zoom(zoom_of(turned), event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self._mouse = None
        self.update()
        super().leaveEvent(event)

    def _hover(self, at: QPointF) -> None:
        projection = self._projection()
        inside = projection is not None and projection.area.contains(at)
        self._mouse = at if inside else None
        self._show_pointer()
        self.update()

    def _show_pointer(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._press is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._mouse is not None:
            shape = Qt.CursorShape.CrossCursor
        self.setCursor(shape)

    # --- the keys

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that zoom, move and reset."""
        return is_one_of(event, {*ARROWS, *ZOOMS, *RESETS}, with_shift=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with plus and minus, move with the arrows, reset with 0 or R."""
        key, projection = Qt.Key(event.key()), self._projection()
        if key in RESETS:
            self.show_whole()
        elif key in ZOOMS and projection is not None:
            self._zoom(zoom_of(ZOOMS[key]), projection.area.center())
        elif key in ARROWS and projection is not None:
            across, up = ARROWS[key]
            area = projection.area
            self._pan(QPointF(-across * _MOVE * area.width(), up * _MOVE * area.height()))
        else:
            super().keyPressEvent(event)

    # --- moving

    def _pan(self, by: QPointF) -> None:
        projection, bounds = self._projection(), self.picture.shown_bounds
        if projection is not None and bounds is not None:
            dx, dy = -by.x() / projection.x_scale, by.y() / projection.y_scale
            self._go_to(moved(bounds, dx, dy))

    def _zoom(self, factor: float, about: QPointF) -> None:
        projection, bounds = self._projection(), self.picture.shown_bounds
        if projection is not None and bounds is not None:
            self._go_to(zoomed(bounds, factor, *projection.data(about.x(), about.y())))

    def _go_to(self, bounds: Bounds) -> None:
        if bounds != self.picture.shown_bounds:
            self.set_bounds(bounds)
            self.boundsChanged.emit(bounds)
