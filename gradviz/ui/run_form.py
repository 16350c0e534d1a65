"""The form of one run: optimizer, its hyperparameters, schedule and clipping, name and style."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gradviz.core.optimizers import OPTIMIZERS, Convention, Optimizer
from gradviz.document.experiment import MAX_NAME_LENGTH
from gradviz.plots.legend import paint_swatch
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import metrics
from gradviz.ui.controls import Choice, label_of, labelled
from gradviz.ui.hyperparameter_fields import HyperparameterFields
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.rule_section import RuleSection
from gradviz.ui.wording import convention_label, convention_tip

if TYPE_CHECKING:
    from gradviz.core.clipping import Clipping
    from gradviz.core.schedules import Schedule
    from gradviz.document.experiment import Run

_SWATCH: Final = QSize(36, 20)


class RunForm(QWidget):
    """Shows a run and tells what it should become.

    Attributes
    ----------
    rule : RuleSection
        Schedule and clipping; can be folded away.
    """

    changed = Signal(object)
    """The `Run` with the user's edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._problems = ProblemLine()
        self._optimizer = self._build_optimizer()
        self._convention = self._build_convention()
        self._name = self._build_name()
        self._style = Choice(
            "styleCombo", self.tr("Line and colour"), self.tr("How the run is drawn everywhere")
        )
        self._style.setIconSize(_SWATCH)
        self._style.activated.connect(self._choose_style)
        self._rate = HyperparameterFields(self._problems, slice(1))
        self._others = HyperparameterFields(self._problems, slice(1, None))
        for numbers in (self._rate, self._others):
            numbers.edited.connect(self._edit_number)
        self.rule = RuleSection(self._problems)
        self.rule.scheduleChanged.connect(self._choose_schedule)
        self.rule.clipChanged.connect(self._choose_clip)
        self._lay_out()
        for part in (self._rate, self._others, self.rule):
            part.rebuilt.connect(self._order_tabs)
        self.set_theme(LIGHT)

    def _build_optimizer(self) -> Choice:
        choice = Choice("optimizerCombo", self.tr("Optimizer"), self.tr("The update rule"))
        choice.offer([(kind.label, key) for key, kind in OPTIMIZERS.items()])
        choice.activated.connect(self._choose_optimizer)
        return choice

    def _build_convention(self) -> Choice:
        choice = Choice("conventionCombo", self.tr("Convention"))
        choice.offer([(convention_label(c), c) for c in Convention])
        for index, convention in enumerate(Convention):
            choice.setItemData(index, convention_tip(convention), Qt.ItemDataRole.ToolTipRole)
        choice.activated.connect(self._choose_convention)
        return choice

    def _build_name(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("runNameField")
        field.setAccessibleName(self.tr("Name of the run"))
        field.setToolTip(self.tr("What the run is called; empty for its optimizer's name"))
        field.setMaxLength(MAX_NAME_LENGTH)
        field.textEdited.connect(self._edit_name)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addLayout(self._upper_row())
        column.addWidget(self._others)
        column.addWidget(self.rule)
        column.addLayout(self._lower_row())
        column.addWidget(self._problems)

    def _upper_row(self) -> QHBoxLayout:
        """Return optimizer, convention and learning rate side by side."""
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(labelled(self.tr("Optimizer"), self._optimizer), 12)
        row.addWidget(labelled(self.tr("Convention"), self._convention), 10)
        row.addWidget(self._rate, 8)
        return row

    def _lower_row(self) -> QHBoxLayout:
        """Return name and style, each beside its label."""
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        for text, widget, share in (
            (self.tr("Name"), self._name, 3),
            (self.tr("Style"), self._style, 2),
        ):
            row.addWidget(label_of(text, widget))
            row.addWidget(widget, share)
        return row

    def show_run(self, run: Run) -> None:
        """Show `run`, without a signal."""
        self._run = run
        optimizer = run.optimizer
        self._optimizer.show_value(optimizer.key)
        self._optimizer.setToolTip(_summary(type(optimizer)))
        self._convention.show_value(optimizer.convention)
        self._convention.setToolTip(convention_tip(optimizer.convention))
        self._rate.show_settings(optimizer)
        self._others.show_settings(optimizer)
        self.rule.show_rule(run.schedule, run.clip)
        if self._name.text() != run.name:
            self._name.setText(run.name)
        self._name.setPlaceholderText(optimizer.label)
        self._style.setCurrentIndex(run.style % self._style.count())

    def set_theme(self, theme: Theme) -> None:
        """Draw the styles in the colours of `theme`."""
        self.rule.set_theme(theme)
        chosen = max(self._style.currentIndex(), 0)
        self._style.clear()
        ratio = self.devicePixelRatioF()
        for index in range(len(theme.runs)):
            self._style.addItem(_swatch(theme, index, ratio), "", index)
            spoken = self.tr("Style {0}").format(index + 1)
            self._style.setItemData(index, spoken, Qt.ItemDataRole.AccessibleTextRole)
        self._style.setCurrentIndex(chosen)

    def _order_tabs(self) -> None:
        before: QWidget = self._convention
        numbers = [*self._rate.numbers(), *self._others.numbers()]
        for after in (*numbers, *self.rule.widgets(), self._name, self._style):
            QWidget.setTabOrder(before, after)
            before = after

    def _tell(self, run: Run) -> None:
        if run != self._run:
            self.changed.emit(run)

    def _choose_optimizer(self, index: int) -> None:
        """Change the kind: the convention stays, numbers are the new kind's own."""
        if self._run is None or self._optimizer.itemData(index) == self._run.optimizer.key:
            return
        kind = OPTIMIZERS[self._optimizer.itemData(index)]
        optimizer = kind(convention=self._run.optimizer.convention)
        self._tell(replace(self._run, optimizer=optimizer))

    def _choose_convention(self, index: int) -> None:
        if self._run is not None:
            convention = Convention(self._convention.itemData(index))
            optimizer = replace(self._run.optimizer, convention=convention)
            self._tell(replace(self._run, optimizer=optimizer))

    def _edit_number(self, name: str, value: float) -> None:
        if self._run is not None:
            change: dict[str, Any] = {name: value}
            optimizer = replace(self._run.optimizer, **change)
            self._tell(replace(self._run, optimizer=optimizer))

    def _choose_schedule(self, schedule: Schedule) -> None:
        if self._run is not None:
            self._tell(replace(self._run, schedule=schedule))

    def _choose_clip(self, clip: Clipping | None) -> None:
        if self._run is not None:
            self._tell(replace(self._run, clip=clip))

    def _edit_name(self, name: str) -> None:
        if self._run is not None:
            self._tell(replace(self._run, name=name))

    def _choose_style(self, index: int) -> None:
        if self._run is not None:
            self._tell(replace(self._run, style=index))


def _summary(kind: type[Optimizer]) -> str:
    first = (kind.__doc__ or "").strip().partition("\n")[0]
    return QCoreApplication.translate("Optimizer", first)


def _swatch(theme: Theme, index: int, ratio: float) -> QIcon:
    pixmap = QPixmap(_SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_swatch(painter, 8.0, _SWATCH.height() / 2, theme.run(index), theme)
    painter.end()
    return QIcon(pixmap)
