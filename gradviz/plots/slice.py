"""The widget of a slice: zoomed down to h, moved about, clicked for steps, its start dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal

from gradviz.model.timers import single_shot
from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import RESETS, ZOOMS, is_one_of, is_shifted, notches, zoom_of
from gradviz.plots.slice_hover import paint_hover
from gradviz.plots.slice_picture import SlicePicture
from gradviz.plots.slice_zoom import around_h, panned, zoomed
from gradviz.plots.start_moves import GRAB, nudged, rounded, under
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.results import Results
    from gradviz.document.slices import SliceStudy, Window
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.themes import Theme

FRAME: Final = 16
"""Milliseconds for which a moved cursor waits for its slice, to be painted with it at once."""
_STILL: Final = 4.0
"""Pixels that a click may move without becoming a drag."""
_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SliceView(DimmableCanvas):
    """The function along a line through where the selected run is.

    Attributes
    ----------
    picture : SlicePicture
        What is painted.
    """

    windowChanged = Signal(object)  # noqa: N815  (Qt's spelling, here and below)
    """The `Window` the user has moved to, or None for all of the line."""
    startDragged = Signal(object, bool)  # noqa: N815
    """The new start, a tuple of one number, and whether the hand has let it go."""
    cursorPicked = Signal(int)  # noqa: N815
    """The step whose dot was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: SlicePicture = SlicePicture(LIGHT)
        self._mouse: QPointF | None = None
        self._pressed: QPointF | None = None
        self._panning_from: QPointF | None = None
        self._cursor_shown = single_shot(self, FRAME, self.update)
        self.setMinimumSize(220, 160)
        self.setAccessibleName(self.tr("Slice of the function"))
        self.setAccessibleDescription(
            self.tr(
                "Plus and minus zoom, 0 shows the whole again. In one variable the arrow keys "
                "move the start, with Shift finely."
            )
        )

    # --- what is shown

    @property
    def shown_window(self) -> Window | None:
        """What part of the line is shown; None for all."""
        return self.picture.window

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.forget_layout()
        super().set_theme(theme)

    def set_slice(self, study: SliceStudy | None) -> None:
        """Draw this slice; None while there is none."""
        self.picture.study = study
        self._cursor_shown.stop()
        self.update()

    def set_results(self, results: Results | None) -> None:
        """Draw these runs, partial ones too."""
        self.picture.results = results
        if not self.picture.start_held:
            self.picture.start = None
        self.update()

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step, with the slice there if it comes within a frame."""
        if step != self.picture.cursor:
            self.picture.cursor = step
            if not self._cursor_shown.isActive():
                self._cursor_shown.start()

    def set_selected(self, index: int) -> None:
        """Draw the steps of the run of this index."""
        self.picture.select(index)
        self.update()

    def set_layers(self, *, tangent: bool, secant: bool) -> None:
        """Choose which lines are drawn."""
        self.picture.tangent, self.picture.secant = tangent, secant
        self.update()

    def set_window(self, window: Window | None) -> None:
        """Show another part of the line, stretched until its slice is set."""
        self.picture.window = window
        self.update()

    def zoom_to_h(self) -> None:
        """Show so little about the point that the triangle of h fills the plot."""
        if self.picture.study is not None and self.picture.study.quotient is not None:
            self._go_to(around_h(self.picture.study))

    def show_whole(self) -> None:
        """Show all of the line."""
        self._go_to(None)

    def _go_to(self, window: Window | None) -> None:
        if window != self.picture.window:
            self.set_window(window)
            self.windowChanged.emit(window)

    def _frame(self) -> Frame | None:
        return self.picture.frame(self.extent())

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture and the readout on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent())
            frame, held = self._frame(), self.picture.start_held or self._panning_from is not None
            if frame is not None and self._mouse is not None and not held:
                paint_hover(painter, self.picture, frame, self._mouse.toTuple())
            self.paint_ring(painter, self.picture.theme)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wait for no slice any more."""
        self._cursor_shown.stop()
        super().hideEvent(event)

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the start, or of the line."""
        if event.button() != Qt.MouseButton.LeftButton or self._frame() is None:
            return
        if not self.hasFocus():
            self.window().setFocus()  # no field takes the keys of the transport any longer
        self._pressed = event.position()
        if self._is_near_start(event.position()):
            self.picture.start_held = True
        else:
            self._panning_from = event.position()
        self._show_pointer(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move what is held, once it is no click any more; else say what is under the pointer."""
        at = event.position()
        if self._pressed is not None and self._is_click(at):
            return
        if self.picture.start_held:
            self._pressed = None
            self._move_start_to(at, finished=False)
        elif self._panning_from is not None:
            self._pressed = None
            self._pan(at - self._panning_from)
            self._panning_from = at
        else:
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go; a click on a dot goes to its step."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, self.picture.start_held = self.picture.start_held, False
        self._panning_from = None
        clicked, self._pressed = self._is_click(event.position()), None
        if clicked:
            self._pick(event.position())
        elif held:
            self._move_start_to(event.position(), finished=True)
        self._hover(event.position())

    def _pick(self, at: QPointF) -> None:
        step = self._step_under(at)
        if step is not None:
            self.cursorPicked.emit(step)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show all of the line."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_near_start(
            event.position()
        ):
            self.show_whole()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom about the pointer."""
        turned = notches(event)
        if turned and not self.picture.start_held:
            self._zoom(zoom_of(turned), event.position().x())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self._mouse = None
        self.update()
        super().leaveEvent(event)

    def _is_click(self, at: QPointF) -> bool:
        return self._pressed is not None and (at - self._pressed).manhattanLength() <= _STILL

    def _step_under(self, at: QPointF) -> int | None:
        return self.picture.step_at(self.extent(), at.toTuple())

    def _is_near_start(self, at: QPointF) -> bool:
        place = self.picture.start_place(self.extent())
        return place is not None and (at - QPointF(*place)).manhattanLength() <= GRAB

    def _hover(self, at: QPointF) -> None:
        frame = self._frame()
        inside = frame is not None and frame.projection.area.contains(at)
        self._mouse = at if inside else None
        self._show_pointer(at)
        self.update()

    def _show_pointer(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.picture.start_held or self._panning_from is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_near_start(at):
            shape = Qt.CursorShape.OpenHandCursor
        elif self._step_under(at) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._mouse is not None:
            shape = Qt.CursorShape.CrossCursor
        self.setCursor(shape)

    # --- the keys

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that zoom, reset, and move the start if there is one."""
        moves = _ARROWS if self.picture.has_start else ()
        return is_one_of(event, {*moves, *ZOOMS, *RESETS}, with_shift=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with plus and minus, reset with 0 or R, move the start with the arrows."""
        key, frame = Qt.Key(event.key()), self._frame()
        if key in ZOOMS and frame is not None:
            self._zoom(zoom_of(ZOOMS[key]), self._middle(frame))
        elif key in RESETS:
            self.show_whole()
        elif key in _ARROWS and self.picture.has_start:
            self._nudge_start(_ARROWS[key], fine=is_shifted(event))
        else:
            super().keyPressEvent(event)

    def _middle(self, frame: Frame) -> float:
        """Return the pixel column that the keys zoom about: the point's if it is in sight."""
        box, cut = frame.projection.box, self.picture.cut
        x = frame.projection.place(cut.here, 0.0)[0] if cut is not None else box.left
        return x if box.left < x < box.right else (box.left + box.right) / 2.0

    # --- moving

    def _zoom(self, factor: float, x: float) -> None:
        study, frame = self.picture.study, self._frame()
        if study is not None and frame is not None:
            about = frame.projection.data(x, 0.0)[0]
            self._go_to(zoomed(study, self.picture.window, factor, about))

    def _pan(self, by: QPointF) -> None:
        study, frame = self.picture.study, self._frame()
        if study is not None and frame is not None:
            shift = -by.x() / frame.projection.x_scale
            self._go_to(panned(study, self.picture.window, shift))

    def _move_start_to(self, at: QPointF, *, finished: bool) -> None:
        study, frame = self.picture.study, self._frame()
        if study is None or frame is None:
            return
        x, _ = under(at, frame.projection)
        place = rounded(x + study.request.origin, frame.projection.x_scale)
        self._place_start(place, finished=finished)

    def _place_start(self, x: float, *, finished: bool) -> None:
        self.picture.start = x
        self.startDragged.emit((x,), finished)
        self.update()

    def _nudge_start(self, turn: int, *, fine: bool) -> None:
        """Move the start by a little."""
        results, frame = self.picture.results, self._frame()
        if results is None or frame is None:
            return
        start = self.picture.start
        start = results.experiment.start[0] if start is None else start
        span = frame.projection.x_max - frame.projection.x_min
        self._place_start(nudged(start, turn, span, fine=fine), finished=True)
