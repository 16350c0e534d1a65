"""The widget of the map: the start can be dragged, the view moved, and it answers the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from gradviz.model.timers import single_shot
from gradviz.plots.awaited import Awaited
from gradviz.plots.backdrop import Backdrop
from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.contour_layout import plot_aspect
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.frames import painting
from gradviz.plots.hover import Probe, paint_hover
from gradviz.plots.keys import ARROWS, RESETS, ZOOMS, is_one_of, is_shifted, notches, zoom_of
from gradviz.plots.navigation import moved, zoomed
from gradviz.plots.press import Press
from gradviz.plots.scenery import Layers
from gradviz.plots.start_moves import GRAB, nudged, rounded, under
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from gradviz.core.field import Bounds
    from gradviz.core.ghost import Ghost
    from gradviz.document.display import Display
    from gradviz.document.landmarks import Landmarks
    from gradviz.document.planar import Descents, Sampling
    from gradviz.plots.axes import Projection

WAIT: Final = 24
"""Milliseconds for which a moved start waits for its runs, to be painted with them at once.

Six runs of a thousand steps take about 18: waiting less, most frames were painted twice.
"""


class ContourView(DimmableCanvas):
    """The function as a map, or as a graph if it has one variable, and all descents over it.

    Attributes
    ----------
    picture : ContourPicture
        What is painted.
    probe : callable or None
        Asked for f and its gradient at the point under the mouse; without it there is no readout.
    is_start_fixed : bool
        Whether the start cannot be moved.
    """

    startDragged = Signal(object, bool)  # noqa: N815  (Qt's spelling, here and below)
    """The new start, a tuple, and whether the hand has let it go."""
    boundsChanged = Signal(object)  # noqa: N815
    """The `Bounds` the user has moved to; the old scene is shown until one for them is set."""
    aspectChanged = Signal(float)  # noqa: N815
    """Width to height of the room for the picture: bounds of this shape fill it."""
    resetRequested = Signal()  # noqa: N815
    """The bounds that suit the start are wanted."""
    stepPicked = Signal(int, int)  # noqa: N815
    """The index of a run and the step of it that was clicked on."""
    hovered = Signal(object)
    """The point under the mouse, a tuple, or None."""

    def __init__(
        self, parent: QWidget | None = None, picture: ContourPicture | None = None
    ) -> None:
        super().__init__(parent)
        self.picture: ContourPicture = picture if picture is not None else ContourPicture(LIGHT)
        self.probe: Probe | None = None
        self.is_start_fixed = False
        self._backdrop = Backdrop(self.picture)
        self._awaited = Awaited(self, self._follow_scene)
        self._start_shown = single_shot(self, WAIT, self.update)
        self._press: Press | None = None
        self._mouse: QPointF | None = None
        self.setMinimumSize(220, 200)
        self.setAccessibleName(self.tr("Map of the function"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move the start, with Shift finely; plus and minus zoom, "
                "0 shows the whole again."
            )
        )
        self._start_tip = self.tr(
            "Drag the start, or move it with the arrow keys while the map has the focus (Tab); "
            "with Shift finely."
        )

    def set_scene(self, scene: Sampling | None) -> None:
        """Show a scene, and what it was sampled on, unless the user has moved on already."""
        self.picture.scene = scene
        if scene is not None and self._awaited.admits(scene.request.bounds):
            self._follow_scene()
        self.update()

    def _follow_scene(self) -> None:
        """Show what the scene was sampled on, whatever else was asked for."""
        self._awaited.forget()
        if self.picture.scene is not None:
            self.picture.bounds = self.picture.scene.request.bounds
            self.update()

    def set_landmarks(self, landmarks: Landmarks | None) -> None:
        """Mark these stationary points, as long as they are of the function shown."""
        self.picture.marked.landmarks = landmarks
        self.update()

    def set_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Mark where the numerical gradient vanishes instead."""
        self.picture.marked.ghosts = tuple(ghosts)
        self.update()

    def set_bounds(self, bounds: Bounds) -> None:
        """Show another part of the plane, stretched until its scene is set."""
        self.picture.bounds = bounds
        self._awaited.ask(bounds)
        self.update()

    def set_results(self, results: Descents | None) -> None:
        """Draw these runs, partial ones too."""
        self.picture.results = results
        self._start_shown.stop()
        self.update()

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step."""
        if step != self.picture.cursor:
            self.picture.cursor = step
            self.update()

    def set_start(self, start: Sequence[float]) -> None:
        """Show where the runs start."""
        self.picture.start = tuple(start)
        self._show_start()

    def _show_start(self) -> None:
        """Repaint with the runs from the new start if they come soon, else without."""
        if self.isVisible() and not self._start_shown.isActive():
            self._start_shown.start()

    def set_selected(self, index: int) -> None:
        """Draw the run of this index above the others."""
        self.picture.selected = index
        self.update()

    def set_uphill(self, uphill: bool) -> None:
        """Let the arrows show +grad f, or -grad f."""
        self.picture.uphill = uphill
        self.update()

    def set_display(self, display: Display) -> None:
        """Choose colours of the field, arrows and crosshair; the scene brings the rest."""
        self.picture.display = display
        self.update()

    def set_layers(
        self,
        *,
        field: bool = True,
        contours: bool = True,
        arrows: bool = True,
        grid: bool = False,
    ) -> None:
        """Choose what is drawn under the runs."""
        self.picture.layers = Layers(field, contours, arrows, grid)
        self.update()

    def _projection(self) -> Projection:
        return self.picture.projection(self.extent())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the runs and the readout over the kept backdrop."""
        with painting(self) as painter:
            extent = self.extent()
            painter.drawPixmap(0, 0, self._backdrop.pixmap(extent, self.devicePixelRatioF()))
            if self.picture.scene is not None:
                self.picture.paint_front(painter, extent, self.devicePixelRatioF())
                self._paint_hover(painter)
            self.paint_ring(painter, self.picture.theme)

    def _paint_hover(self, painter: QPainter) -> None:
        at, dragging = self._mouse, self._press is not None and self._press.dragging
        if at is not None and self.probe is not None and self.picture.start_fits and not dragging:
            paint_hover(painter, self.picture, self.extent(), at.toTuple(), self.probe)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the start, or of the plane; it may turn out to be a click."""
        if event.button() != Qt.MouseButton.LeftButton or self.picture.scene is None:
            return
        if not self.hasFocus():
            self.window().setFocus()  # no field takes the keys of the transport any longer
        self.picture.start_held = self._is_near_start(event.position())
        self._press = Press(event.position(), self.picture.start_held)
        self._show_pointer(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move what is held; else say what is under the pointer."""
        at = event.position()
        by = self._press.drag(at) if self._press is not None else None
        if by is not None and self.picture.start_held:
            self._move_start_to(at, finished=False)
        elif by is not None:
            self._pan(by)
        self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go; after a click, pick the step that was clicked on."""
        press = self._press
        if event.button() != Qt.MouseButton.LeftButton or press is None:
            return
        self._press, self.picture.start_held = None, False
        if not press.dragging:
            self._pick(event.position())
        elif press.on_start:
            self._move_start_to(event.position(), finished=True)
        self._show_pointer(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the bounds that suit the start."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_near_start(
            event.position()
        ):
            self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer."""
        turned = notches(event)
        if turned and self.picture.bounds is not None and not self.picture.start_held:
            self._zoom(zoom_of(turned), event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which shape of scene would fill the plot."""
        super().resizeEvent(event)
        self.tell_aspect()

    def tell_aspect(self) -> None:
        """Tell the shape of the plot."""
        self.aspectChanged.emit(plot_aspect(self.picture.plot_size(self.extent())))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wait for no scene any more: any that comes is followed."""
        self._awaited.forget()
        self._start_shown.stop()
        super().hideEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self._mouse = None
        self.hovered.emit(None)
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show a tooltip at the start alone: everywhere else it would hide the map."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = self._is_near_start(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._start_tip if near else "", self)
            return True
        return super().event(event)

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that zoom, reset, and move the start."""
        moves = () if self.is_start_fixed else ARROWS
        return is_one_of(event, {*moves, *ZOOMS, *RESETS}, with_shift=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the start with the arrows, zoom with plus and minus, reset with 0 or R."""
        key = Qt.Key(event.key())
        if key in ARROWS and self.picture.bounds is not None and not self.is_start_fixed:
            self._nudge_start(ARROWS[key], fine=is_shifted(event))
        elif key in ZOOMS and self.picture.bounds is not None:
            self._zoom(zoom_of(ZOOMS[key]), self._projection().area.center())
        elif key in RESETS:
            self.reset()
        else:
            super().keyPressEvent(event)

    def _pick(self, at: QPointF) -> None:
        picked = self.picture.step_at(self._projection(), at.toTuple())
        if picked is not None:
            self.stepPicked.emit(picked.run, picked.step)

    def _is_near_start(self, at: QPointF) -> bool:
        place = self.picture.start_place(self._projection())
        if place is None or self.is_start_fixed:
            return False
        away = at - QPointF(*place)
        return QPointF.dotProduct(away, away) <= GRAB * GRAB

    def _move_start_to(self, at: QPointF, *, finished: bool) -> None:
        projection = self._projection()
        x, y = under(at, projection)
        x, y = rounded(x, projection.x_scale), rounded(y, projection.y_scale)
        self._place_start(x, y, finished=finished)

    def _place_start(self, x: float, y: float, *, finished: bool) -> None:
        start = list(self.picture.start or ())
        first, second = self.picture.plane
        if not self.picture.is_curve:
            start[second] = y
        start[first] = x
        self.picture.start = tuple(start)
        self.startDragged.emit(self.picture.start, finished)
        self._show_start()

    def _nudge_start(self, by: tuple[int, int], *, fine: bool) -> None:
        """Move the start by a little."""
        start, bounds = self.picture.start, self.picture.bounds
        if start is None or bounds is None or not self.picture.start_fits:
            return
        if self.picture.is_curve and not by[0]:
            return  # a graph has no way up
        place = [start[i] for i in self.picture.plane]
        spans = (bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min)
        for axis, (turn, span) in enumerate(zip(by, spans, strict=True)):
            if turn:
                place[axis] = nudged(place[axis], turn, span, fine=fine)
        self._place_start(place[0], place[1], finished=True)

    def _pan(self, by: QPointF) -> None:
        projection, bounds = self._projection(), self.picture.bounds
        if bounds is not None:
            dx, dy = -by.x() / projection.x_scale, by.y() / projection.y_scale
            self._go_to(moved(bounds, dx, dy))

    def _zoom(self, factor: float, about: QPointF) -> None:
        if self.picture.bounds is not None:
            x, y = self._projection().data(about.x(), about.y())
            self._go_to(zoomed(self.picture.bounds, factor, x, y))

    def _go_to(self, bounds: Bounds) -> None:
        if bounds != self.picture.bounds:
            self.set_bounds(bounds)
            self.boundsChanged.emit(bounds)

    def reset(self) -> None:
        """Ask for the bounds that suit what is shown, and take any that come."""
        self._awaited.forget()
        self.resetRequested.emit()

    def _hover(self, at: QPointF) -> None:
        if self.picture.scene is None or self.picture.start_held:
            return
        inside = self._projection().area.contains(at)
        self._mouse = at if inside else None
        self.hovered.emit(self._projection().data(at.x(), at.y()) if inside else None)
        self._show_pointer(at)
        self.update()

    def _show_pointer(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._press is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_near_start(at):
            shape = Qt.CursorShape.OpenHandCursor
        elif self.picture.step_at(self._projection(), at.toTuple()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._projection().area.contains(at):
            shape = Qt.CursorShape.CrossCursor
        self.setCursor(shape)
