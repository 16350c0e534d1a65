"""The card of the runs: the list, what can be done with it, and the selected run's form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from gradviz.document.experiment import MAX_RUNS
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui import metrics
from gradviz.ui.card import Card
from gradviz.ui.controls import IconButton, TextButton
from gradviz.ui.icons import icon
from gradviz.ui.run_form import RunForm
from gradviz.ui.runs_list import RunsHeader, RunsList
from gradviz.ui.runs_model import RunsModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.results import Outcome


class RunsCard(Card):
    """Shows the runs of an experiment and tells what should become of them."""

    addRequested = Signal()  # noqa: N815  (Qt's spelling, here and below)
    duplicateRequested = Signal(int)  # noqa: N815
    removeRequested = Signal(int)  # noqa: N815
    moveRequested = Signal(int, int)  # noqa: N815
    """From which place to which."""
    runChanged = Signal(int, object)  # noqa: N815
    """Which run, and the `Run` that takes its place."""
    selected = Signal(int)
    """The run that the user selects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Runs"))
        self._runs: tuple[Run, ...] = ()
        self._model = RunsModel(self)
        self._list = RunsList(self._model)
        self._head = RunsHeader(self._list)
        self._list.setAccessibleName(self.tr("Runs"))
        self._form = RunForm()
        self._make_actions()
        self._lay_out()
        self._list.rowChosen.connect(self._choose)
        self._list.visibilityToggled.connect(self._toggle)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._form.changed.connect(self._change)
        self.set_theme(LIGHT)

    def _make_actions(self) -> None:
        self._icons: list[tuple[QAction, str]] = []
        self._add = self._make(
            "addRunAction", self.tr("Add Run"), "plus", "", self.addRequested.emit
        )
        self._add.setIconText(self.tr("Add"))
        self._duplicate = self._make(
            "duplicateRunAction", self.tr("Duplicate Run"), "copy", "Ctrl+D", self._ask_duplicate
        )
        self._remove = self._make(
            "removeRunAction", self.tr("Remove Run"), "trash", "Del", self._ask_remove
        )
        self._up = self._make(
            "moveRunUpAction", self.tr("Move Run Up"), "arrow-up", "Alt+Up", self._ask_up
        )
        self._down = self._make(
            "moveRunDownAction", self.tr("Move Run Down"), "arrow-down", "Alt+Down", self._ask_down
        )
        self._list.addActions([self._duplicate, self._remove, self._up, self._down])

    def _make(
        self, name: str, text: str, drawing: str, keys: str, slot: Callable[[], None]
    ) -> QAction:
        """Make an action whose keys work in the list alone."""
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})" if shown else text)
        action.triggered.connect(slot)
        self._icons.append((action, drawing))
        return action

    def _lay_out(self) -> None:
        for action in (self._duplicate, self._remove, self._up, self._down):
            self.add_header_widget(IconButton(action))
        self.add_header_widget(TextButton(self._add))
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        self.body.setSpacing(metrics.TIGHT_GAP)
        self.body.addWidget(self._head)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(rule)
        self.body.addWidget(self._form)
        self.body.addStretch(0)

    def run_actions(self) -> list[QAction]:
        """Return what can be done with runs, for a menu."""
        return [self._add, self._duplicate, self._remove, self._up, self._down]

    def set_experiment(self, experiment: Experiment, _formula: Formula) -> None:
        """Show the runs of an experiment; the same place stays selected."""
        self._form.rule.steps = _steps_of(experiment)
        self._head.show_kind(is_network=experiment.network is not None)
        if experiment.runs == self._runs:
            return
        place = max(self._list.currentIndex().row(), 0)
        self._runs = experiment.runs
        self._model.set_runs(experiment.runs)
        self._list.fit()
        self.select(place)

    def set_results(self, results: Outcome) -> None:
        """Show where the runs have come to."""
        if len(results.runs) == len(self._runs):
            values = [run.trajectory.value for run in results.runs]
            self._model.set_finals([float(v[-1]) if len(v) else None for v in values])

    def set_theme(self, theme: Theme) -> None:
        """Colour rows, icons and styles anew."""
        self._head.set_theme(theme)
        self._list.set_theme(theme)
        self._form.set_theme(theme)
        for action, drawing in self._icons:
            action.setIcon(icon(drawing, theme))

    def select(self, index: int) -> None:
        """Show a run as selected, the nearest there is; without a signal."""
        if not self._runs:
            return
        index = max(0, min(index, len(self._runs) - 1))
        self._list.show_row(index)
        self._show_selected()

    def _show_selected(self) -> None:
        index, last = self._list.currentIndex().row(), len(self._runs) - 1
        self._form.show_run(self._runs[index])
        self._add.setEnabled(len(self._runs) < MAX_RUNS)
        self._duplicate.setEnabled(len(self._runs) < MAX_RUNS)
        self._remove.setEnabled(last > 0)
        self._up.setEnabled(index > 0)
        self._down.setEnabled(index < last)

    def _choose(self, index: int) -> None:
        self._show_selected()
        self.selected.emit(index)

    def _toggle(self, index: int) -> None:
        run = self._runs[index]
        self.runChanged.emit(index, replace(run, visible=not run.visible))

    def _change(self, run: Run) -> None:
        self.runChanged.emit(self._list.currentIndex().row(), run)

    def _ask_duplicate(self) -> None:
        self.duplicateRequested.emit(self._list.currentIndex().row())

    def _ask_remove(self) -> None:
        self.removeRequested.emit(self._list.currentIndex().row())

    def _ask_up(self) -> None:
        self._ask_move(-1)

    def _ask_down(self) -> None:
        self._ask_move(+1)

    def _ask_move(self, by: int) -> None:
        place = self._list.currentIndex().row()
        self.moveRequested.emit(place, place + by)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.run_actions())
        menu.popup(self._list.viewport().mapToGlobal(place))


def _steps_of(experiment: Experiment) -> int:
    task = experiment.network
    if task is None:
        return experiment.steps
    train, _ = task.samples(experiment.seed)
    return task.epochs * task.batches(train, experiment.seed).steps_per_epoch
