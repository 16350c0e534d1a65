"""The widget of backpropagation: units are clicked, and chosen with the arrow keys."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal

from gradviz.plots.backprop_hover import paint_hover
from gradviz.plots.backprop_picture import BackpropPicture
from gradviz.plots.canvas import DimmableCanvas
from gradviz.plots.colours import colour
from gradviz.plots.frames import painting
from gradviz.plots.keys import PAGES, is_one_of
from gradviz.plots.paced import Paced
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.document.backpropagation import Backpropagation

_TURNS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BackpropView(DimmableCanvas):
    """The network with the numbers of one sample, at one stage.

    Attributes
    ----------
    picture : BackpropPicture
        What is painted.
    """

    unitPicked = Signal(int, int)  # noqa: N815  (Qt's spelling, here and below)
    """Column, 0 for the inputs, and number of the unit that was clicked."""
    sampleTurned = Signal(int)  # noqa: N815
    """So many samples further were asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: BackpropPicture = BackpropPicture(LIGHT)
        self._paced = Paced(self)
        self._mouse: tuple[QPointF, tuple[int, int]] | None = None
        self.setMinimumSize(220, 200)
        self.setAccessibleName(self.tr("Backpropagation of one sample"))
        self.setAccessibleDescription(
            self.tr(
                "Up and down choose the unit whose arithmetic is written out, page up and page "
                "down the sample."
            )
        )

    # --- what is shown

    def set_study(self, study: Backpropagation | None) -> None:
        """Draw this sample; None while there is none.

        While steps follow each other quickly only some of them are painted, and the last.
        """
        self.picture.study = study
        self._paced.update()

    def set_stage(self, index: int) -> None:
        """Show a stage."""
        self.picture.index = min(max(index, 0), self.picture.last)
        self.update()

    def choose(self, column: int, unit: int) -> None:
        """Let the arithmetic tell of another unit of a column."""
        self.picture.chosen[column] = unit
        self.update()

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture and the readout on the card's surface."""
        theme, since = self.picture.theme, time.perf_counter()
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour(theme.surface))
            self.picture.paint(painter, self.extent())
            self._paint_hover(painter)
            self.paint_ring(painter, theme)
        self._paced.took = time.perf_counter() - since

    def _paint_hover(self, painter: QPainter) -> None:
        plan, lit = self.picture.plan(self.extent()), self.picture.lit
        if self._mouse is None or plan is None or lit is None:
            return
        at, (number, unit) = self._mouse
        column = plan.column(number)
        if column is not None and unit in column.units:
            box = QRectF(self.rect()).adjusted(2.0, 2.0, -2.0, -2.0)
            paint_hover(painter, lit, column, unit, at, box, self.picture.theme)

    # --- the mouse

    def _under(self, at: QPointF) -> tuple[int, int] | None:
        plan = self.picture.plan(self.extent())
        return plan.unit_at(at) if plan is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the unit under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self.hasFocus():
            self.window().setFocus()  # no field takes the keys of the transport any longer
        under = self._under(event.position())
        if under is not None:
            self.unitPicked.emit(*under)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say what is under the pointer."""
        under = self._under(event.position())
        before, self._mouse = self._mouse, None if under is None else (event.position(), under)
        shape = Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if (before and before[1]) != under:
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the readout away."""
        self._mouse = None
        self.update()
        super().leaveEvent(event)

    # --- the keys

    def acts_on(self, event: QKeyEvent) -> bool:
        """Act on the keys that choose units and samples."""
        return is_one_of(event, {*_TURNS, *PAGES})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose another unit with up and down, another sample with the page keys."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self._turn(_TURNS[key])
        elif key in PAGES:
            self.sampleTurned.emit(PAGES[key])
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        lit = self.picture.lit
        if lit is None:
            return
        column = lit.stage.column
        count = lit.study.network.sizes[column]
        self.unitPicked.emit(column, (self.picture.unit(column) + by) % count)
