"""The widget of the surface: it can be orbited, zoomed and moved, and shows what the runs do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)

from gradviz.model.timers import single_shot
from gradviz.plots.canvas import Canvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import ARROWS, RESETS, ZOOMS, is_one_of, is_shifted, notches, zoom_of
from gradviz.plots.surface_camera import from_above
from gradviz.plots.surface_picture import SurfacePicture
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.display import ColourMap
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.surface_camera import Camera
    from gradviz.plots.surface_options import SurfaceOptions
    from gradviz.plots.themes import Theme

REST: Final = 160
"""Milliseconds without a change after which the edges are smoothed."""
DEGREES: Final = 0.4
"""Turned for each pixel that the mouse is dragged."""
_STEP: Final = 6.0
_FINE_STEP: Final = 1.0
_FROM_ABOVE: Final = Qt.Key.Key_T


class SurfaceView(Canvas):
    """The function as a surface, all descents on it; a sentence where that cannot be.

    Attributes
    ----------
    picture : SurfacePicture
        What is painted.
    """

    availabilityChanged = Signal(bool)  # noqa: N815  (Qt's spelling)
    """Whether there is a surface to look at, or a sentence instead."""

    def __init__(
        self, parent: QWidget | None = None, picture: SurfacePicture | None = None
    ) -> None:
        super().__init__(parent)
        self._available = True
        self.picture: SurfacePicture = picture if picture is not None else SurfacePicture(LIGHT)
        self._dragged_from: QPointF | None = None
        self._pans = False
        self._fine = False
        self._rest = single_shot(self, REST, self._refine)
        self.setMinimumSize(220, 200)
        self.setAccessibleName(self.tr("Surface of the function"))
        self._help = self.tr(
            "Arrow keys orbit, with Shift finely; plus and minus zoom, 0 resets the view, "
            "T looks from above."
        )
        self.setAccessibleDescription(self._help)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.destroyed.connect(self.picture.discard)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._let_go)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.theme = theme
        self._change()

    def set_scene(self, scene: Sampling | None) -> None:
        """Show the surface of a scene."""
        self.picture.scene = scene
        if self.isVisible():
            self._tell_availability()
        self._change()

    def set_results(self, results: Descents | None) -> None:
        """Draw these runs, partial ones too."""
        self.picture.results = results
        self._change()

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step."""
        if step != self.picture.cursor:
            self.picture.cursor = step
            self._change()

    def set_selected(self, index: int) -> None:
        """Draw the run of this index above the others."""
        self.picture.selected = index
        self._change()

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.picture.dimmed = dimmed
        self._change()

    def set_options(self, options: SurfaceOptions) -> None:
        """Choose what is drawn, and how high."""
        self.picture.options = options
        self._change()

    def set_colour_map(self, colour_map: ColourMap) -> None:
        """Colour the surface as the map is."""
        self.picture.colour_map = colour_map
        self._change()

    def set_camera(self, camera: Camera | None) -> None:
        """Look from elsewhere; None for where one looks from at first."""
        if camera != self.picture.chosen:
            self.picture.chosen = camera
            self._change()

    def reset_view(self) -> None:
        """Look from where one looks at first."""
        self.set_camera(None)

    def look_from_above(self) -> None:
        """Show the surface as the map does."""
        size = self.picture.plot_size(self.extent())
        self.set_camera(from_above(size.width(), size.height(), self.picture.room.extent))

    def image(self, ratio: float = 2.0) -> QImage:
        """Return the picture as it is seen, on the theme's ground, `ratio` times as fine."""
        size = self.extent()
        image = QImage((size * ratio).toSize(), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(colour(self.picture.theme.surface))
        with painting(image) as painter:
            self.picture.paint(painter, size, ratio)
        return image

    @Slot()
    def _let_go(self) -> None:
        """Leave OpenGL while there still is an application."""
        self.picture.discard()

    def _tell_availability(self) -> None:
        """Say, not amid painting, whether there is a surface; read out why there is none."""
        problem = self.picture.problem()
        self.setAccessibleDescription(problem or self._help)
        if self._available is bool(problem):
            self._available = not problem
            self.availabilityChanged.emit(self._available)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for OpenGL once it is needed."""
        super().showEvent(event)
        self._tell_availability()

    def _change(self) -> None:
        """Repaint soon, and smoothly once nothing changes any more."""
        renderer = self.picture.renderer
        self._fine = renderer is not None and renderer.is_quick
        self.update()

    def _refine(self) -> None:
        self._fine = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture, roughly while it changes unless smoothness is to be had at once."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent(), self.devicePixelRatioF(), fine=self._fine)
            self.paint_ring(painter, self.picture.theme)
        if not self._fine and self.picture.renderer is not None and self.isVisible():
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Refine nothing that is not seen."""
        self._rest.stop()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold: the left button orbits, with Shift or another button the picture moves."""
        if not self.hasFocus():
            self.window().setFocus()  # no field takes the keys of the transport any longer
        self._dragged_from = event.position()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pans = shifted or event.button() != Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Orbit or move while a button is held."""
        if self._dragged_from is None:
            return
        by = event.position() - self._dragged_from
        self._dragged_from = event.position()
        camera = self.picture.camera
        if self._pans:
            unit = self.picture.lens(self.extent()).unit
            self.set_camera(camera.panned(by.x() / unit, -by.y() / unit))
        else:
            self.set_camera(camera.orbited(-DEGREES * by.x(), DEGREES * by.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        self._dragged_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Look from where one looks at first."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_view()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer."""
        turned = notches(event)
        if turned:
            self._zoom(zoom_of(-turned), event.position())
        event.accept()

    def _zoom(self, factor: float, at: QPointF) -> None:
        lens = self.picture.lens(self.extent())
        self.set_camera(self.picture.camera.zoomed(factor, lens.offset(at.x(), at.y())))

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that orbit, zoom, reset and look from above."""
        return is_one_of(event, {*ARROWS, *ZOOMS, *RESETS, _FROM_ABOVE}, with_shift=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Orbit with the arrows, zoom with plus and minus, reset with 0 or R, look down with T."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            step = _FINE_STEP if is_shifted(event) else _STEP
            turn, rise = (part * step for part in ARROWS[key])
            self.set_camera(self.picture.camera.orbited(turn, rise))
        elif key in ZOOMS:
            self._zoom(zoom_of(-ZOOMS[key]), QPointF(self.rect().center()))
        elif key in RESETS:
            self.reset_view()
        elif key == _FROM_ABOVE:
            self.look_from_above()
        else:
            super().keyPressEvent(event)
