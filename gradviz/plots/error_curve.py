"""The widget of a curve of errors: the h in use can be dragged, and the mouse is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QToolButton

from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.error_curve_picture import ErrorCurvePicture
from gradviz.plots.error_handle import StepSizeHandle
from gradviz.plots.error_words import example
from gradviz.plots.frames import painting
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.error_curve import ErrorCurve
    from gradviz.plots.themes import Theme

_LINK_MARGIN: Final = 16


class ErrorCurveView(DimmableCanvas):
    """The error of numerical gradients against h.

    Parameters
    ----------
    compact : bool
        Whether to draw one line without words, for a card.
    """

    hDragged = Signal(float, bool)  # noqa: N815  (Qt's spelling, here and below)
    """A new h, to two figures, and whether that is the last of the drag."""
    exampleRequested = Signal(str)  # noqa: N815
    """A formula that shows what this one does not."""

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self.picture: ErrorCurvePicture = ErrorCurvePicture(LIGHT, compact=compact)
        self._handle = StepSizeHandle(self.picture, self._move_to)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(self.tr("Error of the gradient against h"))
        self._link = QToolButton(self)
        self._link.setObjectName("errorExampleButton")
        self._link.setAccessibleName(self.tr("Try another function"))
        self._link.setProperty("role", "text")
        self._link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._link.setCursor(Qt.CursorShape.PointingHandCursor)
        self._link.clicked.connect(self._ask_for_example)
        self._link.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.picture.forget_layout()
        super().set_theme(theme)

    def set_curve(self, curve: ErrorCurve | None) -> None:
        """Draw this curve; None while there is none."""
        self.picture.curve = curve
        if curve is not None and not self._handle.is_held:
            self.picture.h = curve.request.h
        if self.isVisible():  # folded away it is not measured with every move of the start
            self._place_link()
        self.update()

    def _place_link(self) -> None:
        """Put the button that offers an example where the picture left room for it."""
        header = self.picture.header(self.extent())
        if header is None or header.link is None or self.picture.curve is None:
            self._link.hide()
            return
        formula = example(self.picture.curve)
        text = self.tr("Try instead: {0}").format(formula)
        self._link.setAccessibleName(text)
        self._link.setToolTip(
            self.tr("A function whose error has what is missing here, in place of yours")
        )
        room = header.link.toRect()
        letters, words = self._link.fontMetrics(), room.width() - _LINK_MARGIN
        self._link.setText(letters.elidedText(text, Qt.TextElideMode.ElideRight, words))
        room.setWidth(min(room.width(), self._link.sizeHint().width()))
        self._link.setGeometry(room)
        self._link.show()

    def _ask_for_example(self) -> None:
        if self.picture.curve is not None:
            self.exampleRequested.emit(example(self.picture.curve))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent())
            self.paint_ring(painter, self.picture.theme)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what the curve offers that is seen again."""
        super().showEvent(event)
        self._place_link()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the button in its place."""
        super().resizeEvent(event)
        self._place_link()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Bring the h in use to the pointer and hold it."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._handle.is_near(self.extent(), event.position()):
            self.picture.hovered = None
            self._handle.press(self.extent(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the h in use while it is held, else tell the errors under the pointer."""
        if self._handle.is_held:
            self._handle.drag(self.extent(), event.position(), last=False)
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the h in use go."""
        if event.button() == Qt.MouseButton.LeftButton and self._handle.is_held:
            self._handle.drag(self.extent(), event.position(), last=True)
            self._place_link()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self.picture.hovered = None
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Make h smaller or larger: by an eighth of a decade, or with Page keys by a decade."""
        if not self._handle.press_key(event.key()):
            super().keyPressEvent(event)

    def _move_to(self, h: float, last: bool) -> None:
        self.update()
        self.hDragged.emit(h, last)

    def _hover(self, at: QPointF) -> None:
        inside = self._handle.is_near(self.extent(), at)
        index = self.picture.index_at(self.extent(), at.x()) if inside else None
        self.setCursor(Qt.CursorShape.SplitHCursor if inside else Qt.CursorShape.ArrowCursor)
        if index != self.picture.hovered:
            self.picture.hovered = index
            self.update()
