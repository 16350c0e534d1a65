"""The list of runs: line and symbol, name, rate, final value, and an eye that hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gradviz.plots.legend import paint_swatch
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import metrics
from gradviz.ui.fonts import SMALL, text_font
from gradviz.ui.icons import SIZE, icon
from gradviz.ui.runs_model import ROW_ROLE, Row

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent

    from gradviz.ui.runs_model import RunsModel

    Index = QModelIndex | QPersistentModelIndex

SWATCH: Final = 8
NAME: Final = 38
RATE: Final = 106
"""Distance of the right end of the rates from the right end of the row."""
FINAL: Final = 34
EYE: Final = 28
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RATE_WIDTH: Final = 50
_FINAL_WIDTH: Final = 70
LEAST_ROWS: Final = 8
"""So many are always seen at once: the column scrolls, a list within it need not."""


def eye_place(row: QRect) -> QRect:
    """Return where the eye of a row is, large enough to hit."""
    return QRect(row.right() - EYE - 1, row.top() + 2, EYE, row.height() - 4)


class RunsHeader(QWidget):
    """Names the columns of `rows`."""

    def __init__(self, rows: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ink = QColor(LIGHT.text_muted)
        self._is_network = False
        self.setFixedHeight(18)

    def show_kind(self, *, is_network: bool) -> None:
        """Call the last value f, or the loss of a network."""
        self._is_network = is_network
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Colour the words anew."""
        self._ink = QColor(theme.text_muted)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Write the names where the columns are."""
        painter = QPainter(self)
        painter.setFont(text_font(SMALL))
        painter.setPen(self._ink)
        columns = _columns(QRect(0, 0, self._rows.viewport().width(), self.height()))
        words = (self.tr("Optimizer"), self.tr("rate"), self._final())
        columns[0].setRight(_left_of(columns[1], words[1], painter.fontMetrics()))
        for place, text, side in zip(
            columns,
            words,
            (_LEFT, _RIGHT, _RIGHT),
            strict=True,
        ):
            painter.drawText(place, side, text)
        painter.end()

    def _final(self) -> str:
        return self.tr("final loss") if self._is_network else self.tr("final f")


def _columns(row: QRect) -> tuple[QRect, QRect, QRect]:
    """Return where name, rate and final value stand in a row."""
    final = QRect(row.right() - FINAL - _FINAL_WIDTH, row.top(), _FINAL_WIDTH, row.height())
    rate = QRect(row.right() - RATE - _RATE_WIDTH, row.top(), _RATE_WIDTH, row.height())
    name = QRect(row.left() + NAME, row.top(), rate.left() - 2 - NAME - row.left(), row.height())
    return name, rate, final


def _left_of(box: QRect, text: str, metrics_: QFontMetrics) -> int:
    """Return how far what stands on the left of a number at the right end of `box` may reach."""
    return box.right() - metrics_.horizontalAdvance(text) - 6


class RunsDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme` from the next painting on."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the size of a row."""
        return QSize(200, metrics.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW_ROLE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, state)
        painter.setOpacity(1.0 if row.run.visible else 0.45)
        level = place.center().y() + 0.5
        style = self._theme.run(row.run.style)
        paint_swatch(painter, place.left() + SWATCH, level, style, self._theme)
        self._write(painter, place, row)
        painter.setOpacity(1.0)
        self._paint_eye(painter, place, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        inside = place.adjusted(0, 0, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self._theme.accent_soft))
            painter.drawRoundedRect(inside, metrics.FIELD_RADIUS, metrics.FIELD_RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(self._theme.sunken))
            painter.drawRoundedRect(inside, metrics.FIELD_RADIUS, metrics.FIELD_RADIUS)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(inside.adjusted(1, 1, 0, 0), 5, 5)

    def _write(self, painter: QPainter, place: QRect, row: Row) -> None:
        name, rate, final = _columns(place)
        theme = self._theme
        fonts = (text_font(weight=QFont.Weight.Medium), text_font())
        for box, text, side, ink, font in (
            (name, row.name, _LEFT, theme.text, fonts[0]),
            (rate, row.rate, _RIGHT, theme.text_muted, fonts[1]),
            (final, row.outcome, _RIGHT, theme.text, fonts[0]),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            if box is name:
                box.setRight(_left_of(rate, row.rate, painter.fontMetrics()))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, side, shown)

    def _paint_eye(self, painter: QPainter, place: QRect, row: Row) -> None:
        drawing: QIcon = icon("eye" if row.run.visible else "eye-off", self._theme)
        box = QRect(0, 0, SIZE - 2, SIZE - 2)
        box.moveCenter(eye_place(place).center())
        drawing.paint(painter, box)


class RunsList(QListView):
    """Shows and selects runs; the eye, or Space, asks to hide or show one."""

    visibilityToggled = Signal(int)  # noqa: N815  (Qt's spelling)
    """The run to hide or show."""
    rowChosen = Signal(int)  # noqa: N815
    """The run that the user selected."""

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runList")
        self._delegate = RunsDelegate(self)
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleDescription(self.tr("Up and down choose a run, Space hides or shows it."))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Colour the rows anew."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def fit(self) -> None:
        """Take the height of the rows; more than there is room for scroll."""
        count = self.model().rowCount()
        self.setMinimumHeight(min(count, LEAST_ROWS) * metrics.TABLE_ROW + 2)
        self.setMaximumHeight(max(count, 1) * metrics.TABLE_ROW + 2)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's spelling)
        """Wish for all rows."""
        return QSize(200, self.maximumHeight())

    def show_row(self, row: int) -> None:
        """Select a row without a signal."""
        self._quiet = True
        self.setCurrentIndex(self.model().index(row, 0))
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Keep the selected row in sight: an optimizer with more fields leaves less room here."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell of a row that the user selects."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.rowChosen.emit(current.row())
            self._reveal(self.visualRect(current))

    def _reveal(self, row: QRect) -> None:
        """Scroll the column to a row that the keys have come to."""
        column: QWidget | None = self.parentWidget()
        while column is not None and not isinstance(column, QScrollArea):
            column = column.parentWidget()
        if column is not None and (content := column.widget()) is not None:
            at = self.viewport().mapTo(content, row.center())
            column.ensureVisible(at.x(), at.y(), 0, row.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Select, unless it is the eye that is pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self._on_eye(event.position()):
            self.visibilityToggled.emit(self.indexAt(event.position().toPoint()).row())
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take a second quick click as one more click."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Hide or show the current run with Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.visibilityToggled.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Show a hand over the eye."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            hand = self._on_eye(event.position())
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)

    def _on_eye(self, position: QPointF) -> bool:
        place: QPoint = position.toPoint()
        index = self.indexAt(place)
        return index.isValid() and eye_place(self.visualRect(index)).contains(place)
