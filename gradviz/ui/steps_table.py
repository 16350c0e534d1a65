"""All steps of a run as a table; of a trained one its epochs too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gradviz.document.run_names import run_names
from gradviz.document.step_rows import StepRows
from gradviz.document.training_rows import EpochRows, TrainingRows
from gradviz.plots.frames import painting
from gradviz.plots.legend import paint_swatch
from gradviz.plots.themes import LIGHT, RunStyle, Theme
from gradviz.ui import metrics
from gradviz.ui.controls import SegmentedControl, TextButton
from gradviz.ui.steps_copy import MOST, StepsCopy
from gradviz.ui.steps_model import heading
from gradviz.ui.steps_view import StepsView
from gradviz.ui.training_words import epochs_counted, steps_counted

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent

    from gradviz.document.results import RunResult, Training
    from gradviz.document.step_rows import Rows

SWATCH: Final = 20
PROGRESS: Final = 120


class Swatch(QWidget):
    """A piece of a run's line with its symbol."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: RunStyle | None = None
        self._theme = LIGHT
        self.setFixedSize(SWATCH, SWATCH)

    def show_style(self, style: RunStyle | None, theme: Theme) -> None:
        """Draw another line."""
        self._style, self._theme = style, theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Paint it."""
        if self._style is not None:
            with painting(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_swatch(painter, 0.0, self.height() / 2, self._style, self._theme)


class StepsTable(QWidget):
    """The rows of one run under a line that names it; copies them as tab-separated text.

    Of a function a row is a step; of a training a step or an epoch, as is chosen.

    Ctrl+C copies the rows that are selected, Ctrl+Shift+C with the names of the columns above.
    """

    cursorPicked = Signal(int)  # noqa: N815  (Qt's spelling)
    """The step whose row the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._result: RunResult | None = None
        self._training: Training | None = None
        self._selected = 0
        self._dimension = 0
        self._pointed = 1
        self.view = StepsView()
        self.view.setAccessibleName(self.tr("Steps of the selected run"))
        self._copying = StepsCopy(self)
        self._kind = self._build_kind()
        self._swatch = Swatch()
        self._label, self._count, self._notice = QLabel(), QLabel(), QLabel()
        self._progress = self._build_progress()
        self._make_actions()
        self._cancel = TextButton(self._cancel_action)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.set_result(None, ())

    def _build_kind(self) -> SegmentedControl:
        kind = SegmentedControl(self.tr("Rows of the table"))
        for text, value, name, tip in (
            (self.tr("Epochs"), EpochRows, "epochRowsButton", self.tr("A row for each epoch")),
            (self.tr("Steps"), TrainingRows, "stepRowsButton", self.tr("A row for each step")),
        ):
            button = kind.add(text, value)
            button.setObjectName(name)
            button.setToolTip(tip)
        kind.chosen.connect(self._choose_kind)
        return kind

    def _build_progress(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setRange(0, 1000)
        bar.setTextVisible(False)
        bar.setFixedWidth(PROGRESS)
        bar.setAccessibleName(self.tr("Copying"))
        return bar

    def _make_actions(self) -> None:
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        self._copy_action = self._action("copyRowsAction", self.tr("Copy"), copy)
        self._copy_all_action = self._action(
            "copyRowsWithHeadersAction", self.tr("Copy with Headers"), QKeySequence("Ctrl+Shift+C")
        )
        self._copy_column_action = self._action("copyColumnAction", "", QKeySequence())
        self._cancel_action = self._action(
            "cancelCopyAction", self.tr("Cancel"), QKeySequence("Escape")
        )
        self._cancel_action.setEnabled(False)

    def _action(self, name: str, text: str, keys: QKeySequence) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.view.addAction(action)
        return action

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(metrics.LABEL_GAP, 0, metrics.LABEL_GAP, 0)
        line.setSpacing(metrics.ROW_GAP)
        for label, role in ((self._label, "value"), (self._count, "muted"), (self._notice, "note")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._swatch, self._label, self._count):
            line.addWidget(widget)
        line.addWidget(self._notice, 1)
        line.addWidget(self._progress)
        line.addWidget(self._cancel)
        line.addWidget(self._kind)
        self._show_copying(shown=False)
        empty = QLabel(self.tr("No run has taken a step yet."))
        empty.setProperty("role", "muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.view)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.LABEL_GAP)
        column.addLayout(line)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.view.cursorPicked.connect(self.cursorPicked)
        for widget in (self.view, self.view.horizontalHeader()):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.horizontalHeader().customContextMenuRequested.connect(self._open_header_menu)
        self._copy_action.triggered.connect(self._copy)
        self._copy_all_action.triggered.connect(self._copy_with_headings)
        self._copy_column_action.triggered.connect(self._copy_column)
        self._cancel_action.triggered.connect(self._copying.cancel)
        self._copying.progressed.connect(self._show_progress)
        self._copying.ended.connect(self._show_copied)
        self._copying.refused.connect(self._show_refusal)

    def set_result(
        self, result: RunResult | None, variables: tuple[str, ...], name: str = ""
    ) -> None:
        """Show a run of a function as far as it has come, with its name; None for none."""
        self._training = None
        self._dimension = len(variables)
        self._show(result, None if result is None else StepRows(result, variables), name)

    def set_training(self, training: Training | None) -> None:
        """Show the selected run of a training as far as it has come; None for none."""
        self._training = training
        self._dimension = 0
        self._show_training()

    def set_selected(self, index: int) -> None:
        """Show another run of the training."""
        if index != self._selected:
            self._selected = index
            if self._training is not None:
                self._show_training()

    def _choose_kind(self, _kind: object) -> None:
        self._copying.cancel()
        self._show_training()

    def _show_training(self) -> None:
        training = self._training
        if training is None or self._selected >= len(training.runs):
            self._show(None, None)
            return
        kind = EpochRows if self._kind.value() is EpochRows else TrainingRows
        name = run_names(result.run for result in training.runs)[self._selected]
        self._show(training.runs[self._selected], kind(training, self._selected), name)

    def _show(self, result: RunResult | None, rows: Rows | None, name: str = "") -> None:
        self._result = result
        self.view.set_rows(rows)
        count = self.view.steps.rowCount()
        self._kind.setVisible(self._training is not None)
        self._pages.setCurrentIndex(0 if count else 1)
        self._label.setText(name)
        is_of_epochs = isinstance(self.view.steps.rows, EpochRows)
        counted = epochs_counted if is_of_epochs else steps_counted
        self._count.setText(counted(count - 1) if count else "")
        self._show_swatch()

    def _show_swatch(self) -> None:
        style = None if self._result is None else self._theme.run(self._result.run.style)
        self._swatch.show_style(style, self._theme)

    def set_cursor(self, step: int) -> None:
        """Mark the row of a step, or the last row of a run that ended before."""
        self.view.set_cursor(step)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.view.set_theme(theme)
        self._show_swatch()

    def set_dimmed(self, dimmed: bool) -> None:
        """Fade the numbers while they are not those of what is typed."""
        self.view.set_dimmed(dimmed)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Copy no longer what nobody waits for."""
        self._copying.cancel()
        super().hideEvent(event)

    def _open_menu(self, place: QPoint) -> None:
        self._menu(place.x()).popup(self.view.viewport().mapToGlobal(place))

    def _open_header_menu(self, place: QPoint) -> None:
        self._menu(place.x()).popup(self.view.horizontalHeader().mapToGlobal(place))

    def _menu(self, across: int) -> QMenu:
        """Return the menu for a place of the rows; its column is the one to be copied."""
        columns = self.view.steps.columns
        self._pointed = max(self.view.columnAt(across), 1)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy_action, self._copy_all_action])
        if self._pointed < len(columns):
            name = heading(columns[self._pointed], self._dimension)
            self._copy_column_action.setText(self.tr("Copy All of {0}").format(name))
            menu.addSeparator()
            menu.addAction(self._copy_column_action)
        return menu

    def _copy(self) -> None:
        self._start_copying(headings=False)

    def _copy_with_headings(self) -> None:
        self._start_copying(headings=True)

    def _start_copying(self, *, headings: bool) -> None:
        rows, ranges = self.view.steps.rows, self.view.ranges()
        if rows is not None and ranges:
            self._copying.start(rows, ranges, range(len(rows.columns)), headings=headings)

    def _copy_column(self) -> None:
        rows = self.view.steps.rows
        if rows is not None:
            self._copying.start(rows, [(0, len(rows))], [self._pointed], headings=True)

    def _show_progress(self, part: float) -> None:
        self._notice.clear()
        self._progress.setValue(round(part * self._progress.maximum()))
        self._show_copying(shown=True)

    def _show_copying(self, *, shown: bool) -> None:
        self._progress.setVisible(shown)
        self._cancel.setVisible(shown)
        self._cancel_action.setEnabled(shown)

    def _show_copied(self, rows: int) -> None:
        self._show_copying(shown=False)
        one, many, none = self.tr("1 row copied"), self.tr("{0} rows copied"), self.tr("Cancelled")
        self._notice.setText(none if rows == 0 else one if rows == 1 else many.format(rows))

    def _show_refusal(self, numbers: int) -> None:
        self._show_copying(shown=False)
        text = self.tr("{0} numbers; the clipboard takes {1}. Export writes all to a file.")
        self._notice.setText(text.format(numbers, MOST))
