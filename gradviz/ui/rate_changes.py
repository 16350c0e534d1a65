"""Changes of the learning rate on the way: a row that makes one, and those of the selected run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.document.experiment import MAX_NUMBER
from gradviz.document.rate_edits import rate_at
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.controls import TextButton
from gradviz.ui.elided_label import ElidedLabel
from gradviz.ui.keys import PRESSES, KeyKeeper
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import format_number
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.training_words import epoch_text

if TYPE_CHECKING:
    from gradviz.document.experiment import Run
    from gradviz.plots.themes import Theme

MOST_ROWS: Final = 4
"""Changes that are seen at once; more scroll."""
_SMALL_ICON: Final = QSize(14, 14)


class RateChanges(QWidget):
    """Offers to change the learning rate of a run at the cursor, and to take changes back."""

    requested = Signal(int, float)
    """The update from which on there should be another learning rate, and that."""
    removed = Signal(int)
    """The update at which the learning rate should stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._name = ""
        self._step, self._steps, self._a_pass = 0, 0, 1
        self._typed = False
        self._theme = LIGHT
        self._rate = self._build_rate()
        self._label = ElidedLabel()
        self._label.setProperty("role", "label")
        self._label.setBuddy(self._rate)
        self._change = QPushButton(self.tr("Change"))
        self._change.setObjectName("rateChangeButton")
        self._change.clicked.connect(self._request)
        self._problems = ProblemLine()
        self._problems.watch(self._rate)
        self._list, self._rows = _scrolling_rows()
        self._shown: tuple[tuple[int, float], ...] = ()
        self._summary = ElidedLabel()
        self._summary.setObjectName("rateChangeSummary")
        self._summary.setProperty("role", "note")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fold = self._build_fold()
        self._form = QWidget()
        self._lay_out()
        self._show_fold()

    def _build_fold(self) -> QAction:
        action = QAction(self.tr("Change the rate on the way"), self)
        action.setObjectName("rateChangesAction")
        action.setToolTip(self.tr("Give the run another learning rate from the cursor on"))
        action.setCheckable(True)
        action.toggled.connect(self._show_fold)
        return action

    def _build_rate(self) -> NumberField:
        field = NumberField(low=0.0, high=MAX_NUMBER, first=1e-4)
        field.setObjectName("rateChangeField")
        field.setAccessibleName(self.tr("New learning rate"))
        field.setToolTip(self.tr("The learning rate from the cursor on"))
        field.edited.connect(self._note_typing)
        field.problemChanged.connect(self._show_state)
        field.returnPressed.connect(self._request)
        return field

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(self._rate, 1)
        row.addWidget(self._change)
        head = QHBoxLayout()
        head.addWidget(TextButton(self._fold))
        head.addWidget(self._summary, 1)
        form, column = QVBoxLayout(self._form), QVBoxLayout(self)
        for layout in (form, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(metrics.CAPTION_GAP)
        form.addWidget(self._label)
        form.addLayout(row)
        form.addWidget(self._problems)
        form.addWidget(self._list)
        column.addLayout(head)
        column.addWidget(self._form)

    # --- what is shown

    def set_open(self, is_open: bool) -> None:
        """Unfold the form, or fold it away."""
        self._fold.setChecked(is_open)

    def _show_fold(self) -> None:
        is_open = self._fold.isChecked()
        self._form.setVisible(is_open)
        self._fold.setIcon(icons.icon("chevron-up" if is_open else "chevron-down", self._theme))

    def show_run(self, run: Run, name: str = "") -> None:
        """Show the changes of `run`, which has a name if there are several."""
        self._run, self._name = run, name
        self._show_rows()
        self._show_state()

    def forget_typing(self) -> None:
        """Offer the rate that holds again, whatever was typed: that was meant for another run."""
        self._typed = False

    def show_length(self, steps: int, steps_per_epoch: int) -> None:
        """Show that a run has so many steps, and an epoch so many of them."""
        if (steps, steps_per_epoch) != (self._steps, self._a_pass):
            self._steps, self._a_pass = steps, steps_per_epoch
            self._shown = ()
            self._show_rows()
            self._show_state()

    def show_step(self, step: int) -> None:
        """Offer to change the learning rate at this step."""
        if step != self._step:
            self._step = step
            self._show_state()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._show_fold()
        for button in self._list.findChildren(QToolButton):
            button.setIcon(icons.icon("close", theme))

    def _show_state(self) -> None:
        if self._run is None:
            return
        now = rate_at(self._run, self._step)
        if not self._typed:
            self._rate.set_value(now)
        text = self._place(self._step)
        self._label.say(
            self.tr("{0}: lr from {1} on").format(self._name, text)
            if self._name
            else self.tr("Learning rate from {0} on").format(text)
        )
        useful = self._step < self._steps and self._rate.value() not in {None, now}
        self._change.setEnabled(useful and not self._rate.problem())
        self._change.setToolTip(self._tip())

    def _tip(self) -> str:
        if self._step >= self._steps:
            return self.tr("No update follows: go back a few steps, or train for more epochs")
        return self.tr("Use this learning rate from the cursor on")

    def _place(self, step: int) -> str:
        epoch = epoch_text(step, self._a_pass)
        return self.tr("step {0} (epoch {1})").format(step, epoch)

    # --- the list

    def _show_rows(self) -> None:
        changes = () if self._run is None else self._run.lr_changes
        self._summary.say(self._count(len(changes)))
        if changes == self._shown:
            return
        self._shown = changes
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for step, lr in changes:
            self._rows.addWidget(self._row(step, lr))
        seen = min(len(changes), MOST_ROWS + 0.5)
        self._list.setFixedHeight(round(seen * metrics.CHIP))
        self._list.setVisible(bool(changes))

    def _count(self, changes: int) -> str:
        if changes == 1:
            return self.tr("1 change")
        return self.tr("{0} changes").format(changes) if changes else self.tr("none")

    def _row(self, step: int, lr: float) -> QWidget:
        words = ElidedLabel()
        words.say(self.tr("{0} from {1} on").format(format_number(lr), self._place(step)))
        words.setProperty("role", "small")
        remove = QToolButton()
        remove.setProperty("role", "icon")
        remove.setObjectName(f"removeRateChange{step}")
        remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        remove.setIcon(icons.icon("close", self._theme))
        remove.setIconSize(_SMALL_ICON)
        remove.setFixedSize(metrics.CHIP, metrics.CHIP)
        remove.setAccessibleName(self.tr("Take the change at step {0} back").format(step))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(partial(self._remove, step))
        KeyKeeper(remove, PRESSES)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words, 1)
        layout.addWidget(remove)
        row.setFixedHeight(metrics.CHIP)
        return row

    # --- what the reader does

    def _note_typing(self, _rate: object) -> None:
        self._typed = True
        self._show_state()

    def _request(self) -> None:
        rate = self._rate.value()
        if self._change.isEnabled() and rate is not None:
            self._typed = False
            self.requested.emit(self._step, rate)

    def _remove(self, step: int) -> None:
        self.removed.emit(step)


def _scrolling_rows() -> tuple[QScrollArea, QVBoxLayout]:
    content = QWidget()
    content.setObjectName("startFields")
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.hide()
    return area, rows
