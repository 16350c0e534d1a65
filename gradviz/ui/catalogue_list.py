"""The catalogue's functions as stamps in rows, found by words."""

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
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gradviz.core.catalogue import CATALOGUE, Entry, found
from gradviz.plots.themes import LIGHT, Theme
from gradviz.plots.thumbnails import paint_thumbnail
from gradviz.ui import metrics
from gradviz.ui.catalogue_wording import entry_name, entry_note, entry_source, family_label
from gradviz.ui.fonts import SMALL, text_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gradviz.document.scene import Scene

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
STAMP: Final = QSize(148, 92)
CELL: Final = QSize(164, 144)


class CatalogueModel(QAbstractListModel):
    """The functions that hold every word searched for, in the reader's language or in English."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = CATALOGUE

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many functions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a function, its name, or what it is known for."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return entry_name(entry)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return f"{entry_note(entry)}\n{entry.formula}\n{entry_source(entry)}"
        return None

    def search(self, words: str) -> None:
        """Show the functions that hold every one of `words`."""
        self.beginResetModel()
        self._entries = found(words, _translated)
        self.endResetModel()


def _translated(entry: Entry) -> str:
    return f"{entry_name(entry)} {family_label(entry.family)}"


class StampDelegate(QStyledItemDelegate):
    """Paints one function: stamp, name, family."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.scenes: dict[str, Scene] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the size of a cell."""
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        entry: Entry = index.data(ENTRY_ROLE)
        place: QRect = option.rect.adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, option.state)
        left = place.left() + (place.width() - STAMP.width()) / 2
        stamp = QRectF(left, place.top() + 5, STAMP.width(), STAMP.height())
        scene = self.scenes.get(entry.key)
        if scene is not None:
            paint_thumbnail(painter, stamp, scene, self.theme)
        self._write(painter, QRectF(stamp.left(), stamp.bottom() + 3, stamp.width(), 32), entry)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(QPen(QColor(self.theme.accent), 1.5) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent_soft if chosen else self.theme.sunken))
        painter.drawRoundedRect(place, metrics.CARD_RADIUS, metrics.CARD_RADIUS)

    def _write(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        for text, top, ink, font in (
            (entry_name(entry), 0.0, self.theme.text, text_font(weight=QFont.Weight.Medium)),
            (family_label(entry.family), 16.0, self.theme.text_muted, text_font(SMALL)),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            line = QRectF(place.left(), place.top() + top, place.width(), 16.0)
            side = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, side, int(place.width()))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown
            )


class CatalogueList(QListView):
    """Shows the stamps; a click or Enter opens one."""

    opened = Signal(object)
    """The `Entry` to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("catalogueList")
        self.setAccessibleName(self.tr("Standard functions"))
        self._stamps = StampDelegate(self)
        self._entries = CatalogueModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(self._stamps)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def set_theme(self, theme: Theme) -> None:
        """Colour the stamps anew."""
        self._stamps.theme = theme
        self.viewport().update()

    def set_scenes(self, scenes: dict[str, Scene]) -> None:
        """Give the stamps their pictures."""
        self._stamps.scenes = scenes
        self.viewport().update()

    def search(self, words: str) -> int:
        """Show what holds every one of `words`, choose the first and return how many there are."""
        self._entries.search(words)
        if self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(0, 0))
        return self._entries.rowCount()

    def open_current(self) -> None:
        """Open the function that is chosen."""
        self._open(self.currentIndex())

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.data(ENTRY_ROLE))
