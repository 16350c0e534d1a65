"""The rows of a run in a scrolling view: it follows the cursor, and moves it when asked to."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gradviz.document.step_rows import StepRows
from gradviz.plots.colours import colour
from gradviz.plots.frames import paint_focus, painting
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui.fonts import SMALL, text_font
from gradviz.ui.steps_copy import merged
from gradviz.ui.steps_headers import HEADING, LEFT, RIGHT, ROW, TO_RIGHT, ColumnNames, StepNumbers
from gradviz.ui.steps_model import DIGITS, StepsModel, heading, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from gradviz.document.results import RunResult
    from gradviz.document.step_rows import Rows

    Index = QModelIndex | QPersistentModelIndex

FEWEST_DIGITS: Final = 2
AROUND: Final = 2
"""Rows kept in sight above and below the cursor."""
HANDS_OFF: Final = 2.0
"""Seconds after scrolling by hand in which the view does not follow the cursor."""
USUAL: Final = "−8.8888×10⁻¹⁰"
"""What a column has room for where they scroll; wider numbers lose digits."""
NARROW: Final = "−8.88×10⁻¹⁰"
"""What a column has room for at least where all columns are in sight."""
_FADED: Final = 0.45
_KEPT: Final = 4096
"""Numbers of which it is known how they are written: while rows scroll most stay in sight."""
_SIDEWAYS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class StepsDelegate(QStyledItemDelegate):
    """Paints the numbers; a narrow cell shows fewer digits, never a number without its power."""

    def __init__(self, view: StepsView) -> None:
        super().__init__(view)
        self._view = view
        self._font = text_font()
        self._metrics = QFontMetrics(self._font)
        self._shortened = lru_cache(maxsize=_KEPT, typed=True)(self._shorten)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme = self._view.theme
        if state & QStyle.StateFlag.State_Selected or index.row() == self._view.cursor_row:
            painter.fillRect(place, colour(theme.accent_soft))
        painter.setFont(self._font)
        painter.setPen(colour(theme.text))
        if self._view.dimmed:
            painter.setOpacity(_FADED)
        text = self.fitting(index, place.width() - LEFT - RIGHT)
        painter.drawText(place.adjusted(LEFT, 0, -RIGHT, 0), TO_RIGHT, text)
        painter.setOpacity(1.0)

    def fitting(self, index: Index, room: int) -> str:
        """Return the number of a cell with as many digits as there is room for, in pixels."""
        return self._shortened(self._view.steps.number(index.row(), index.column()), room)

    def _shorten(self, value: float | None, room: int) -> str:
        digits, text = DIGITS, written(value, DIGITS)
        while digits > FEWEST_DIGITS and self._metrics.horizontalAdvance(text) > room:
            digits -= 1
            text = written(value, digits)
        return text


class StepsView(QTableView):
    """Shows and selects rows.

    Parameters
    ----------
    clock : callable
        Seconds of a clock that never goes back.
    """

    cursorPicked = Signal(int)  # noqa: N815  (Qt's spelling)
    """The step whose row the user chose."""

    def __init__(
        self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.dimmed = False
        self.cursor_step = 0
        self._clock = clock
        self._scrolled_at = -HANDS_OFF
        self._quiet = False
        self._widened = False
        self._model = StepsModel(self)
        self._numbers = StepNumbers(self)
        self._corner = QLabel(self)
        self._dress()
        self.verticalScrollBar().actionTriggered.connect(self._note_scrolling)
        self.horizontalHeader().sectionResized.connect(self._note_resizing)

    def _dress(self) -> None:
        self.setObjectName("stepsTable")
        self.setAccessibleDescription(
            self.tr("Up and down go from step to step, left and right show other columns.")
        )
        self.setModel(self._model)
        self.setItemDelegate(StepsDelegate(self))
        self.setVerticalHeader(self._numbers)
        self.setHorizontalHeader(ColumnNames(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerItem)
        self.setCornerWidget(QWidget())
        self._corner.setFont(text_font(SMALL))
        self._corner.setProperty("role", "muted")
        self._corner.setAlignment(TO_RIGHT)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def steps(self) -> StepsModel:
        """The rows."""
        return self._model

    @property
    def cursor_row(self) -> int:
        """The row that is marked: that of the step, or the last there is."""
        rows = self._model.rows
        return -1 if rows is None else rows.row_of(self.cursor_step)

    def set_theme(self, theme: Theme) -> None:
        """Colour the rows anew."""
        self.theme = theme
        self._repaint()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade the numbers while they are not those of what is typed."""
        self.dimmed = dimmed
        self._repaint()

    def _repaint(self) -> None:
        for part in (self, self._numbers, self.horizontalHeader()):
            part.viewport().update()

    def set_result(self, result: RunResult | None, variables: tuple[str, ...]) -> None:
        """Show the steps of a run, None for none."""
        self.set_rows(None if result is None else StepRows(result, variables))

    def set_rows(self, rows: Rows | None) -> None:
        """Show rows, None for none."""
        columns, cursor = self._model.columns, self.cursor_row
        self._quiet = True
        self._model.set_rows(rows)
        self._quiet = False
        name = heading(self._model.columns[0], 0) if self._model.columns else ""
        self._corner.setText(name)
        self._numbers.fit(self._model.rowCount(), name)
        if columns != self._model.columns and self._model.columns:
            self.setColumnHidden(0, True)  # the row's own number stays in sight instead
            self._widened = False
            self._fit_columns()
        if self.cursor_row != cursor:
            self._mark(cursor)

    def set_cursor(self, step: int) -> None:
        """Mark the row of a step and keep it in sight, unless a hand is scrolling."""
        before, self.cursor_step = self.cursor_row, step
        if self.cursor_row != before:
            self._mark(before)

    def _mark(self, before: int) -> None:
        row = self.cursor_row
        self._make_current(row)
        for changed in {before, row}:
            if 0 <= changed < self._model.rowCount():
                self._repaint_row(changed)
        if row >= 0:
            self._follow(row)

    def _repaint_row(self, row: int) -> None:
        top = self.rowViewportPosition(row)
        self.viewport().update(0, top, self.viewport().width(), ROW)
        self._numbers.viewport().update(0, top, self._numbers.width(), ROW)

    def _make_current(self, row: int) -> None:
        """Let the keys go on from `row`; what several rows are selected stays selected."""
        if row < 0:
            return
        flags = QItemSelectionModel.SelectionFlag
        how = flags.NoUpdate if self._selects_several() else flags.ClearAndSelect | flags.Rows
        column = max(self.currentIndex().column(), 1)
        self._quiet = True
        self.selectionModel().setCurrentIndex(self._model.index(row, column), how)
        self._quiet = False

    def _selects_several(self) -> bool:
        return sum(last - first for first, last in self.ranges()) > 1

    def _follow(self, row: int) -> None:
        """Scroll to `row` if it is not in sight; ScrollPerItem makes a row the bar's unit."""
        self.executeDelayedItemsLayout()  # new rows may make the bar longer
        bar = self.verticalScrollBar()
        if bar.isSliderDown() or self._clock() - self._scrolled_at < HANDS_OFF:
            return
        shown = max(self.viewport().height() // ROW, 1)
        around = min(AROUND, (shown - 1) // 2)
        first, last = bar.value(), bar.value() + shown - 1
        if row < first - shown or row > last + shown:
            bar.setValue(row - shown // 2)
        elif row < first + around:
            bar.setValue(row - around)
        elif row > last - around:
            bar.setValue(row + around - shown + 1)

    def _note_scrolling(self, _action: int) -> None:
        self._scrolled_at = self._clock()

    def ranges(self) -> list[tuple[int, int]]:
        """Return which rows are selected, as (first, one after the last), in order."""
        parts = self.selectionModel().selection().toList()
        return merged([(part.top(), part.bottom() + 1) for part in parts])

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell of a row that the user goes to; do not scroll to one that he does not."""
        if self._quiet:
            return
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != self.cursor_row:
            self._scrolled_at = -HANDS_OFF
            self.cursorPicked.emit(self._step_of(current.row()))

    def _step_of(self, row: int) -> int:
        return 0 if self._model.rows is None else self._model.rows.step_of(row)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802  (Qt's spelling)
        """Look for nothing: among a million rows it would take seconds."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys that scroll sideways where there is something to scroll to."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            scrolls = self.horizontalScrollBar().maximum() > 0
            if scrolls and event.key() in _SIDEWAYS and not event.modifiers():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Go to the first or last row, scroll sideways; the rest is Qt's."""
        bar, key = self.horizontalScrollBar(), event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            row = 0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1
            self.setCurrentIndex(self._model.index(row, 1))
        elif key in _SIDEWAYS:
            away = self.columnWidth(1)
            bar.setValue(bar.value() + (away if key == Qt.Key.Key_Right else -away))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Share the width among the columns, until one was given its own; keep the row in sight."""
        super().resizeEvent(event)
        self._fit_columns()
        if self.cursor_row >= 0:
            self._follow(self.cursor_row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Show that the keys come here."""
        super().paintEvent(event)
        if self.hasFocus():
            with painting(self.viewport()) as painter:
                paint_focus(painter, self.viewport().rect(), self.theme)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Go where the cursor went meanwhile: hidden, it does not know how far it can scroll."""
        super().showEvent(event)
        if self.cursor_row >= 0:
            self._follow(self.cursor_row)

    def updateGeometries(self) -> None:  # noqa: N802  (Qt's spelling)
        """Keep the name of the row numbers above them."""
        super().updateGeometries()
        self._corner.setGeometry(0, 0, self._numbers.width() - LEFT, HEADING)

    def _fit_columns(self) -> None:
        columns = range(1, self._model.columnCount())
        if self._widened or not columns:
            return
        self._quiet = True
        words = QFontMetrics(text_font())
        usual, narrow = (words.horizontalAdvance(t) + LEFT + RIGHT for t in (USUAL, NARROW))
        share = self.viewport().width() // len(columns)
        for column in columns:
            text = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            needed = words.horizontalAdvance(text) + LEFT + RIGHT
            self.setColumnWidth(column, max(share if share >= narrow else usual, needed))
        self._quiet = False

    def _note_resizing(self) -> None:
        self._widened = self._widened or not self._quiet
