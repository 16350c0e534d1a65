"""Schedule and clipping of a run: a line that says what is on, and a form to unfold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.schedules import CONSTANT, SCHEDULES
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.controls import Choice, TextButton, labelled
from gradviz.ui.hyperparameter_fields import HyperparameterFields
from gradviz.ui.rule_words import (
    clip_label,
    clip_tip,
    rule_hint,
    rule_summary,
    schedule_label,
    schedule_tip,
)

if TYPE_CHECKING:
    from gradviz.core.schedules import Schedule
    from gradviz.plots.themes import Theme
    from gradviz.ui.problem_line import ProblemLine

_CLIPS = (None, *ClipKind)


class RuleSection(QWidget):
    """Shows schedule and clipping and tells what they should become; folded at first.

    Parameters
    ----------
    problems : ProblemLine
        Where to say why a number does not apply.

    Attributes
    ----------
    steps : int
        How many steps the run takes: a schedule that is chosen begins with numbers that suit it.
    """

    scheduleChanged = Signal(object)  # noqa: N815  (Qt's spelling)
    """The `Schedule` with the user's edit."""
    clipChanged = Signal(object)  # noqa: N815
    """The `Clipping` with the user's edit, or None."""
    rebuilt = Signal()
    """There are other fields now."""

    def __init__(self, problems: ProblemLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schedule: Schedule = CONSTANT
        self._clip: Clipping | None = None
        self.steps = 0
        self._theme = LIGHT
        self._fold = self._build_fold()
        self._button = TextButton(self._fold)
        self._summary = self._build_summary()
        self._kinds = self._build_kinds()
        self._clips = self._build_clips()
        self._course = HyperparameterFields(problems)
        self._course.edited.connect(self._edit_schedule)
        self._course.rebuilt.connect(self.rebuilt)
        self._limit = HyperparameterFields(problems)
        self._limit.edited.connect(self._edit_clip)
        self._limit.rebuilt.connect(self.rebuilt)
        self._form = QWidget()
        self._lay_out()
        self.show_rule(CONSTANT, None)
        self._show_fold()

    def _build_fold(self) -> QAction:
        action = QAction(self.tr("Schedule and clipping"), self)
        action.setObjectName("ruleAction")
        tip = self.tr("Change the learning rate from step to step, limit the gradient")
        action.setToolTip(tip)
        action.setCheckable(True)
        action.toggled.connect(self._show_fold)
        return action

    def _build_summary(self) -> QLabel:
        label = QLabel()
        label.setObjectName("ruleSummary")
        label.setProperty("role", "note")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _build_kinds(self) -> Choice:
        choice = Choice("scheduleCombo", self.tr("Schedule of the learning rate"))
        choice.offer([(schedule_label(kind), key) for key, kind in SCHEDULES.items()])
        for index, kind in enumerate(SCHEDULES.values()):
            choice.setItemData(index, schedule_tip(kind), Qt.ItemDataRole.ToolTipRole)
        choice.activated.connect(self._choose_schedule)
        return choice

    def _build_clips(self) -> Choice:
        choice = Choice("clipCombo", self.tr("Clipping of the gradient"))
        choice.offer([(clip_label(kind), kind) for kind in _CLIPS])
        for index, kind in enumerate(_CLIPS):
            choice.setItemData(index, clip_tip(kind), Qt.ItemDataRole.ToolTipRole)
        choice.activated.connect(self._choose_clip)
        return choice

    def _lay_out(self) -> None:
        head, choices, numbers = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._button)
        head.addWidget(self._summary, 1)
        choices.addWidget(labelled(self.tr("Schedule"), self._kinds), 3)
        choices.addWidget(labelled(self.tr("Clip gradient"), self._clips), 2)
        numbers.addWidget(self._course, 3)
        numbers.addWidget(self._limit, 1)
        form = QVBoxLayout(self._form)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._form)
        for row in (choices, numbers):
            form.addLayout(row)
        for layout in (head, choices, numbers, form, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(metrics.ROW_GAP)
        column.setSpacing(metrics.LABEL_GAP)

    def widgets(self) -> list[QWidget]:
        """Return what the tab key goes through, in order."""
        numbers = [*self._course.numbers(), *self._limit.numbers()]
        return [self._button, self._kinds, self._clips, *numbers]

    @property
    def is_open(self) -> bool:
        """Whether the form is unfolded."""
        return self._fold.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Unfold the form, or fold it away."""
        self._fold.setChecked(is_open)

    def show_rule(self, schedule: Schedule, clip: Clipping | None) -> None:
        """Show schedule and clipping, without a signal."""
        self._schedule, self._clip = schedule, clip
        self._kinds.show_value(schedule.key)
        self._kinds.setToolTip(schedule_tip(type(schedule)))
        kind = None if clip is None else clip.kind
        self._clips.show_value(kind)
        self._clips.setToolTip(clip_tip(kind))
        self._course.show_settings(schedule)
        self._limit.show_settings(clip)
        self._show_summary()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._show_fold()

    def _show_fold(self) -> None:
        self._form.setVisible(self.is_open)
        name = "chevron-up" if self.is_open else "chevron-down"
        self._fold.setIcon(icons.icon(name, self._theme))
        self._show_summary()

    def _show_summary(self) -> None:
        """Say what is on, where the form does not."""
        text = "" if self.is_open else rule_summary(self._schedule, self._clip)
        self._summary.setText(text)
        self._summary.setToolTip(rule_hint(self._schedule, self._clip))

    def _choose_schedule(self, index: int) -> None:
        """Change the kind: its numbers are those that suit the run."""
        kind = SCHEDULES[self._kinds.itemData(index)]
        if kind is not type(self._schedule):
            self.scheduleChanged.emit(kind.suited(self.steps))

    def _edit_schedule(self, name: str, value: float) -> None:
        change: dict[str, Any] = {name: value}
        self.scheduleChanged.emit(replace(self._schedule, **change))

    def _choose_clip(self, index: int) -> None:
        """Change the kind: the limit stays."""
        kind = _CLIPS[index]
        if kind is None:
            self.clipChanged.emit(None)
        else:
            self.clipChanged.emit(replace(self._clip or Clipping(), kind=kind))

    def _edit_clip(self, name: str, value: float) -> None:
        if self._clip is not None:
            change: dict[str, Any] = {name: value}
            self.clipChanged.emit(replace(self._clip, **change))
