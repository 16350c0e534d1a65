"""The widget of a gradient check: weights are read out, and the h in use can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.check_picture import CheckPicture
from gradviz.plots.check_words import criterion, reason, verdict, worst_sentence
from gradviz.plots.colours import colour
from gradviz.plots.error_handle import StepSizeHandle
from gradviz.plots.frames import painting
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.check_values import CheckStudy

_RANKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CheckView(DimmableCanvas):
    """How far backpropagation and differences are apart, for every weight and against h.

    Attributes
    ----------
    picture : CheckPicture
        What is painted.
    """

    hDragged = Signal(float, bool)  # noqa: N815  (Qt's spelling)
    """A new h, to two figures, and whether that is the last of the drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: CheckPicture = CheckPicture(LIGHT)
        self._handle = StepSizeHandle(self.picture, self._move_to)
        self.setMinimumSize(220, 160)
        self.setAccessibleName(self.tr("Gradient check"))
        self._describe()

    # --- what is shown

    def set_study(self, study: CheckStudy | None) -> None:
        """Draw this check; None while there is none."""
        self.picture.study = study
        if study is not None and not self._handle.is_held:
            self.picture.h = study.request.h
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say what the picture shows to who does not see it."""
        study = self.picture.study
        words = [self.picture.problem()]
        if study is not None and study.found is not None:
            words = [verdict(study.found.agreement) + ".", worst_sentence(study.found) + "."]
            words.append(reason(study))
        words.append(
            self.tr(
                "The left and right arrow keys and the Page keys move h; up and down read out "
                "the weights, the worst first."
            )
        )
        self.setAccessibleDescription(" ".join(text for text in words if text))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling, below too)
        """Paint the picture on the card's surface."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(self.picture.theme.surface))
            self.picture.paint(painter, self.extent(), self.devicePixelRatioF())
            self.paint_ring(painter, self.picture.theme)

    # --- the mouse and the keys

    def event(self, event: QEvent) -> bool:
        """Tell in a tooltip what the verdict goes by."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self.picture.verdict_box(self.extent())
            text = criterion() if box.contains(QPointF(event.pos())) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Bring the h in use to the pointer and hold it."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_over_curves(event.position()):
            self.picture.hovered_step = self.picture.hovered_weight = None
            self._handle.press(self.extent(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the h in use while it is held, else read out what is under the pointer."""
        if self._handle.is_held:
            self._handle.drag(self.extent(), event.position(), last=False)
        else:
            self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let the h in use go."""
        if event.button() == Qt.MouseButton.LeftButton and self._handle.is_held:
            self._handle.drag(self.extent(), event.position(), last=True)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the readouts away."""
        self._read_out(None, None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move h, or go on to the weight with the next smaller or larger difference."""
        ranks = _RANKS.get(Qt.Key(event.key()))
        if ranks is not None and self.picture.ranked():
            self._go_on(ranks)
        elif not self._handle.press_key(event.key()):
            super().keyPressEvent(event)

    def _go_on(self, ranks: int) -> None:
        order, weight = self.picture.ranked(), self.picture.hovered_weight
        rank = 0 if weight is None else order.index(weight) + ranks
        self._read_out(order[min(max(rank, 0), len(order) - 1)], None)

    def _move_to(self, h: float, last: bool) -> None:
        self.update()
        self.hDragged.emit(h, last)

    def _is_over_curves(self, at: QPointF) -> bool:
        size = self.extent()
        return self.picture.has_curve(size) and self._handle.is_near(size, at)

    def _hover(self, at: QPointF) -> None:
        over = self._is_over_curves(at)
        self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        if over:
            self._read_out(None, self.picture.step_at(self.extent(), at.x()))
        else:
            self._read_out(self.picture.weight_at(self.extent(), at.x(), at.y()), None)

    def _read_out(self, weight: int | None, step: int | None) -> None:
        picture = self.picture
        if (weight, step) != (picture.hovered_weight, picture.hovered_step):
            picture.hovered_weight, picture.hovered_step = weight, step
            self.update()
