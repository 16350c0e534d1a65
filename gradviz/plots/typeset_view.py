"""A sheet of typeset maths that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gradviz.document.typesetting import TypesettingRequest
from gradviz.plots import typeset
from gradviz.plots.canvas import BY_KEYBOARD
from gradviz.plots.colours import colour
from gradviz.plots.frames import paint_dimming, paint_focus, painting
from gradviz.plots.themes import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from gradviz.document.typesetting import Typesetting
    from gradviz.plots.typeset_rows import Hint, Row

__all__ = ["TypesetView"]

_AT_ONCE: Final = 400
"""Letters of LaTeX that are asked for together: the next frames bring the rest."""
_PAGE: Final = 20
_BESIDE_BAR: Final = 6
"""Pixels between the rows and the bar that scrolls them."""


class TypesetView(QAbstractScrollArea):
    """Shows rows of maths; asks for those to be typeset that are looked at.

    Until they are, their places are kept free; what cannot be typeset stands there in plain text.
    """

    wanted = Signal(object)
    """A `TypesettingRequest`; what comes of it goes to `take`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._heights: list[float] = []
        self._width = 0
        self._hints: list[Hint] = []
        self._theme: Theme = LIGHT
        self._is_dimmed = False
        self._is_ringed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setCornerWidget(QWidget())  # or the style paints the corner
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_PAGE)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the sheet stays scrolled as it is."""
        self._rows = tuple(rows)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self._theme = theme
        self.viewport().update()

    def take(self, typesetting: Typesetting) -> None:
        """Show lines that were typeset."""
        typeset.keep(typesetting)
        self._lay_out()

    def set_dimmed(self, dimmed: bool) -> None:
        """Veil the rows, for they are not what was asked for last."""
        self._is_dimmed = dimmed
        self.viewport().update()

    def content_height(self) -> int:
        """Return how high all rows are together."""
        return round(sum(self._heights))

    def _lay_out(self) -> None:
        """Fit the scroll bars to the rows."""
        room, view = self.maximumViewportSize(), self.viewport().size()
        beside = self.verticalScrollBar().sizeHint().width() + _BESIDE_BAR
        scrolls = self.verticalScrollBar().maximum() > 0  # most likely still
        sizes = self._sizes(room.width() - scrolls * beside)
        if (sum(high for _, high in sizes) > room.height()) != scrolls:
            scrolls = not scrolls
            sizes = self._sizes(room.width() - scrolls * beside)
        self._width = room.width() - scrolls * beside
        self._heights = [high for _, high in sizes]
        wide, high = max((wide for wide, _ in sizes), default=0.0), sum(self._heights)
        for bar, size, page in (
            (self.horizontalScrollBar(), wide, self._width),
            (self.verticalScrollBar(), high, view.height()),
        ):
            bar.setRange(0, max(0, int(size + 0.999) - page))
            bar.setPageStep(page)
        self.updateGeometry()
        self.viewport().update()

    def _sizes(self, width: float) -> list[tuple[float, float]]:
        return [row.measure(width) for row in self._rows]

    def _placed(self) -> Iterator[tuple[Row, QRectF]]:
        """Yield the rows with their places on the viewport."""
        left, top = -self.horizontalScrollBar().value(), -float(self.verticalScrollBar().value())
        for row, high in zip(self._rows, self._heights, strict=True):
            yield row, QRectF(left, top, self._width, high)
            top += high

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows that are to be seen, and ask for those of them that are not typeset."""
        self._hints = []
        unknown: list[str] = []
        bounds = QRectF(self.viewport().rect())
        with painting(self.viewport()) as painter:
            painter.fillRect(bounds, colour(self._theme.surface))
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            for row, box in self._placed():
                if box.bottom() < bounds.top() or box.top() > bounds.bottom():
                    continue
                self._hints += row.paint(painter, box, self._theme)
                unknown += [line for line in row.lines() if not typeset.is_known(line)]
            if self._is_dimmed:
                paint_dimming(painter, bounds, self._theme)
            if self._is_ringed:
                paint_focus(painter, self.viewport().rect(), self._theme)
        self._ask(unknown)

    def _ask(self, unknown: Sequence[str]) -> None:
        if not unknown:
            return
        lines: list[str] = []
        letters = 0
        for line in dict.fromkeys(unknown):
            if lines and letters + len(line) > _AT_ONCE:
                break
            lines.append(line)
            letters += len(line)
        self.wanted.emit(TypesettingRequest(tuple(lines)))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell a number in full where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.hint_at(event.pos())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def hint_at(self, place: QPoint) -> str:
        """Return the number at a place of the viewport with all its digits, or nothing."""
        at = QPointF(place)
        return next((hint.text for hint in self._hints if hint.box.contains(at)), "")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring if it was a key that brought the focus."""
        self._is_ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away."""
        self._is_ringed = False
        super().focusOutEvent(event)
        self.viewport().update()
