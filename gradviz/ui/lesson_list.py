"""The list of lessons: number, title, what it is about, and how much of it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import icons, metrics
from gradviz.ui.fonts import BODY, SMALL, text_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gradviz.document.lessons import Lesson
    from gradviz.ui.lesson_progress import LessonProgress

Index = QModelIndex | QPersistentModelIndex

LESSON_ROLE: Final = Qt.ItemDataRole.UserRole
STATE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ROW: Final = 46
_NUMBER: Final = 30
_STATE: Final = 34
_LINE: Final = 17


class LessonModel(QAbstractListModel):
    """The lessons in order."""

    def __init__(self, progress: LessonProgress, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lessons: tuple[Lesson, ...] = ()
        self._progress = progress
        progress.changed.connect(self._tell)

    def set_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lessons = lessons
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  (Qt's spelling)
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lessons)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a lesson, its words, or how much of it is done."""
        if not index.isValid():
            return None
        lesson = self._lessons[index.row()]
        if role == LESSON_ROLE:
            return lesson
        if role == STATE_ROLE:
            count = self._progress.count(lesson)
            return None if not count else (count, len(lesson.actions))
        if role == Qt.ItemDataRole.DisplayRole:
            return lesson.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{lesson.number}. {lesson.title}" if lesson.number else lesson.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return f"{lesson.about}\n{self._words(lesson)}"
        return None

    def _words(self, lesson: Lesson) -> str:
        if self._progress.is_done(lesson):
            return self.tr("Done")
        done, all_ = self._progress.count(lesson), len(lesson.actions)
        return self.tr("{0} of {1} done").format(done, all_)

    def _tell(self) -> None:
        if self._lessons:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))


class LessonDelegate(QStyledItemDelegate):
    """Paints one lesson."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the height of a row; it is as wide as the list."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        lesson: Lesson = index.data(LESSON_ROLE)
        place = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, option.state)
        top = place.center().y() - _LINE
        left = place.left() + _NUMBER
        width = place.width() - _NUMBER - _STATE
        theme = self.theme
        bold = text_font(BODY, QFont.Weight.DemiBold)
        _write(painter, QRectF(left, top, width, _LINE), lesson.title, bold, theme.text)
        below = QRectF(left, top + _LINE, width, _LINE)
        _write(painter, below, lesson.about, text_font(SMALL), theme.text_muted)
        number = QRectF(place.left(), top, _NUMBER - 8, _LINE)
        faint = text_font(BODY, QFont.Weight.Medium)
        side = Qt.AlignmentFlag.AlignRight
        if lesson.number:
            _write(painter, number, str(lesson.number), faint, theme.text_muted, side)
        self._paint_state(painter, place, index.data(STATE_ROLE))
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRectF, state: QStyle.StateFlag) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(QPen(QColor(self.theme.accent), 1.5) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent_soft if chosen else self.theme.sunken))
        painter.drawRoundedRect(place, metrics.FIELD_RADIUS, metrics.FIELD_RADIUS)

    def _paint_state(self, painter: QPainter, place: QRectF, state: tuple[int, int] | None) -> None:
        """Paint a tick of what is done, and the count of what was begun."""
        if state is None:
            return
        done, all_ = state
        middle = place.center().y()
        if done == all_:
            drawn = icons.icon("tick", self.theme, "ok")
            drawn.paint(painter, int(place.right()) - 28, int(middle) - 10, 20, 20)
        else:
            where = QRectF(place.right() - _STATE, middle - _LINE / 2, _STATE - 8, _LINE)
            side, ink = Qt.AlignmentFlag.AlignRight, self.theme.text_muted
            _write(painter, where, f"{done}/{all_}", text_font(SMALL), ink, side)


def _write(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    ink: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    end = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, end, int(place.width()))
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)


class LessonList(QListView):
    """Shows the lessons; a click or Enter opens one, Escape goes back."""

    opened = Signal(object)
    """The `Lesson` to open."""
    left = Signal()
    """The reader goes back to where he came from."""

    def __init__(self, progress: LessonProgress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonList")
        self.setAccessibleName(self.tr("Lessons"))
        self._model = LessonModel(progress, self)
        self._rows = LessonDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("#lessonList { background: transparent; border: none; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def set_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show these, the same one chosen as before."""
        row = max(0, self.currentIndex().row())
        self._model.set_lessons(lessons)
        self.setCurrentIndex(self._model.index(row, 0))

    def choose(self, row: int) -> None:
        """Choose a lesson, without opening it."""
        self.setCurrentIndex(self._model.index(row, 0))

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._rows.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.data(LESSON_ROLE))
