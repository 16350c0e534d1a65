"""The ready problems as stamps in rows, and data of one's own as the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gradviz.core.network.problems import problem_named
from gradviz.document.network_task import KEYS, OWN, OwnTable, own_data
from gradviz.plots.problem_stamps import paint_stamp, stamp_samples
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import metrics
from gradviz.ui.fonts import SMALL, text_font
from gradviz.ui.network_wording import problem_name, problem_note, problem_short_name

if TYPE_CHECKING:
    from gradviz.core.network.data import Data

Index = QModelIndex | QPersistentModelIndex

KEY_ROLE: Final = Qt.ItemDataRole.UserRole
COLUMNS: Final = 5
STAMP: Final = 38
NAME: Final = 16
ROW: Final = STAMP + NAME + 4
_GAP: Final = 5
_INSET: Final = 3.0
_OFFERED: Final = (*KEYS, OWN)


class ProblemModel(QAbstractListModel):
    """The problems in the order they are offered; which one is chosen is its check state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.table: OwnTable | None = None

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(_OFFERED)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a key, a name, what there is to see, or whether it is chosen."""
        if not index.isValid():
            return None
        key = _OFFERED[index.row()]
        if role == KEY_ROLE:
            return key
        if role == Qt.ItemDataRole.DisplayRole:
            return problem_short_name(key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return problem_name(key)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return self._tip(key)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if key == self.chosen else Qt.CheckState.Unchecked
        return None

    def _tip(self, key: str) -> str:
        name, note = problem_name(key), problem_note(key)
        if key == OWN:
            return f"{name}: {self.table.name}\n{note}" if self.table else f"{name}\n{note}"
        source = problem_named(key).source
        return f"{name}\n{note}\n{source}" if source else f"{name}\n{note}"

    def show(self, chosen: str, table: OwnTable | None) -> None:
        """Say which problem is chosen, and which table of one's own there is."""
        if (chosen, table) != (self.chosen, self.table):
            self.chosen, self.table = chosen, table
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


class StampDelegate(QStyledItemDelegate):
    """Paints one problem: stamp and name; the chosen one in a thick frame, its name stronger."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.table: OwnTable | None = None
        self.cell = QSize(ROW, ROW)
        self._pixmaps: dict[tuple[str, str, float], QPixmap] = {}

    def show_table(self, table: OwnTable | None) -> None:
        """Paint data of one's own from this table."""
        if table != self.table:
            self.table = table
            self._pixmaps = {of: made for of, made in self._pixmaps.items() if of[0] != OWN}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the size of a cell."""
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        key = str(index.data(KEY_ROLE))
        place: QRect = option.rect
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        frame = _frame(place, index.row() % COLUMNS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, frame, option.state, chosen=chosen)
        side = STAMP - 2 * _INSET
        where = QRectF(frame.center().x() - side / 2, frame.top() + _INSET, side, side)
        stamp = self._pixmap(key, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(where.topLeft(), stamp)
        below = QRectF(frame.left() - 2, frame.bottom() + 1, frame.width() + 4, NAME)
        self._write(painter, below, str(index.data()), chosen=chosen)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, frame: QRectF, state: QStyle.StateFlag, *, chosen: bool
    ) -> None:
        theme = self.theme
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if chosen else theme.text_faint if hovered else theme.hairline
        painter.setPen(QPen(QColor(edge), 2.0 if chosen else 1.0))
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.sunken))
        painter.drawRoundedRect(frame, metrics.FIELD_RADIUS, metrics.FIELD_RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.text), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(2.5, 2.5, -2.5, -2.5), 4.0, 4.0)

    def _write(self, painter: QPainter, place: QRectF, name: str, *, chosen: bool) -> None:
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        painter.setFont(text_font(SMALL, weight))
        if painter.fontMetrics().horizontalAdvance(name) >= place.width():
            painter.setFont(text_font(SMALL - 1, weight))
        painter.setPen(QColor(self.theme.text if chosen else self.theme.text_muted))
        end = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(name, end, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)

    def _pixmap(self, key: str, side: float, ratio: float) -> QPixmap:
        """Return the picture of a problem, painted once for a theme and a screen."""
        wanted = (key, self.theme.name, ratio)
        if wanted not in self._pixmaps:
            self._pixmaps[wanted] = self._painted(key, side, ratio)
        return self._pixmaps[wanted]

    def _painted(self, key: str, side: float, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        area = QRectF(0.0, 0.0, side, side).adjusted(1.5, 1.5, -1.5, -1.5)
        paint_stamp(painter, area, key, self._samples(key), self.theme)
        painter.end()
        return pixmap

    def _samples(self, key: str) -> Data | None:
        if key != OWN:
            return stamp_samples(key)
        return None if self.table is None else own_data(self.table)


def _frame(cell: QRect, column: int) -> QRectF:
    """Return where the stamp is in its cell: those of a row fill it from end to end."""
    shift = round(column * _GAP / COLUMNS)
    width = cell.width() - _GAP * (COLUMNS - 1) / COLUMNS
    return QRectF(cell.left() + shift + 1, cell.top() + 1, int(width) - 1, STAMP)


class ProblemList(QListView):
    """Shows the stamps in two rows; a click, Enter or Space chooses one, arrow keys walk."""

    chosen = Signal(str)
    """The key of the problem, `OWN` for data of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemList")
        self.setAccessibleName(self.tr("Problems"))
        self.setAccessibleDescription(self.tr("The arrow keys move, Enter chooses."))
        self._stamps = StampDelegate(self)
        self._problems = ProblemModel(self)
        self.setModel(self._problems)
        self.setItemDelegate(self._stamps)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setFixedHeight(ROW * -(-len(_OFFERED) // COLUMNS))
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint the stamps in other colours."""
        self._stamps.theme = theme
        self.viewport().update()

    def show_problem(self, key: str, table: OwnTable | None) -> None:
        """Show which problem is chosen; `table` is what there is of one's own."""
        if key != self._problems.chosen:
            self.setCurrentIndex(self._problems.index(_OFFERED.index(key), 0))
        self._stamps.show_table(table)
        self._problems.show(key, table)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Share the width among the stamps of a row."""
        super().resizeEvent(event)
        room = self.viewport().width() - 1  # Qt puts none that would end with the row
        self._stamps.cell = QSize(room // COLUMNS, ROW)
        self.setGridSize(self._stamps.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Choose the stamp in focus with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(KEY_ROLE)))
