"""The arithmetic of the selected run's step at the cursor, typeset, with its real numbers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gradviz.core.replay import Replay
from gradviz.core.working.copying import as_latex, as_text
from gradviz.core.working.step import WorkedStep, work
from gradviz.document.network_step import FEW, NetworkStep, NetworkWorker
from gradviz.document.results import Training
from gradviz.document.run_names import run_names
from gradviz.model.timers import single_shot
from gradviz.plots.numerals import variable_label
from gradviz.plots.themes import LIGHT, Theme
from gradviz.ui.card import Card
from gradviz.ui.controls import IconButton
from gradviz.ui.icons import icon
from gradviz.ui.step_rows import network_rows, step_rows
from gradviz.ui.step_sheet import Sheet, Swatch
from gradviz.ui.weight_choice import WeightChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from gradviz.document.results import Outcome, Results, RunResult
    from gradviz.document.typesetting import Typesetting
    from gradviz.plots.typeset_rows import Row

PACE: Final = 50
"""Milliseconds between two steps that are shown: what changes faster cannot be read."""
SHARE: Final = 10
"""One part in so many of the time goes into this card while steps follow each other."""


class StepCard(Card):
    """Shows how the selected run goes from the step at the cursor to the next.

    Attributes
    ----------
    wanted : Signal
        A `TypesettingRequest` for lines that are seen; what comes of it goes to `take`.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("This step"))
        self._shown: tuple[Outcome, int, int] | None = None
        self._is_pending = False
        self._replay: Replay | None = None
        self._network = NetworkWorker()
        self._step: WorkedStep | None = None
        self._preface = ""
        self._weights = WeightChoice()
        self._weights.chosen.connect(self._work_again)
        self._swatch = Swatch()
        self._sheet = Sheet()
        self._sheet.setObjectName("stepSheet")
        self._sheet.setAccessibleName(self.tr("Arithmetic of this step"))
        self._sheet.wanted.connect(self.wanted)
        self._pace = single_shot(self, 0, self._catch_up)
        self._make_actions()
        self._header.insertWidget(self._header.indexOf(self._note), self._swatch)
        self._header.setSpacing(6)
        self.add_header_widget(self._button)
        self.body.addWidget(self._weights)
        self.body.addWidget(self._sheet, 1)
        self.set_theme(LIGHT)
        self.show_run(None, 0, 0)

    def _make_actions(self) -> None:
        self._copy = QAction(self.tr("Copy this step"), self)
        self._copy.setObjectName("copyStepAction")
        self._copy.setToolTip(self.tr("Copy the arithmetic with all digits"))
        self._copy.triggered.connect(self._open_menu)
        self._button = IconButton(self._copy)
        self._copy_text = self._make(
            "copyStepTextAction", self.tr("Copy as Text"), self._copy_as_text
        )
        self._copy_latex = self._make(
            "copyStepLatexAction", self.tr("Copy as LaTeX"), self._copy_as_latex
        )
        self._copy_text.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy_text.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._sheet.addActions([self._copy_text, self._copy_latex])

    def _make(self, name: str, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    def show_run(self, results: Outcome | None, index: int, step: int) -> None:
        """Show the step from point `step` of run number `index`; None empties the card.

        Of a training it is the step of a few weights.

        While steps follow each other quickly only some of them are shown, and the last.
        """
        self._shown = (
            None if results is None or index >= len(results.runs) else (results, index, step)
        )
        self._is_pending = True
        if self.isVisible() and not self._pace.isActive():
            self._catch_up()

    def choose_weight(self, weight: int | None) -> None:
        """Work out this weight of a network, None for those that change most."""
        self._weights.set_weight(weight)
        self._work_again()

    def _work_again(self) -> None:
        if self._shown is not None:
            self.show_run(*self._shown)

    def take(self, typesetting: Typesetting) -> None:
        """Show lines that were typeset."""
        self._sheet.take(typesetting)

    def set_dimmed(self, dimmed: bool) -> None:
        """Veil the step, for it is not of what is typed."""
        self._sheet.set_dimmed(dimmed)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._sheet.set_theme(theme)
        self._swatch.set_theme(theme)
        self._copy.setIcon(icon("copy", theme))

    def _catch_up(self) -> None:
        """Show what was asked for last; once nothing is, tell it to screen readers too."""
        if self._is_pending:
            self._is_pending = False
            since = time.perf_counter()
            self._renew()
            took = round((time.perf_counter() - since) * 1000.0)
            self._pace.start(max(PACE, SHARE * took))
        if self._step is not None and not (self._pace.isActive() and self._is_described()):
            self._sheet.setAccessibleDescription(as_text(self._step))

    def _is_described(self) -> bool:
        return bool(self._sheet.accessibleDescription())

    def _renew(self) -> None:
        result = self._result()
        for action in (self._copy, self._copy_text, self._copy_latex):
            action.setEnabled(result is not None)
        self._swatch.set_style(None if result is None else result.run.style)
        outcome = None if self._shown is None else self._shown[0]
        self._offer_weights(outcome)
        if result is None or outcome is None:
            self._step, self._replay = None, None
            self._sheet.set_rows(())
            self.set_note("")
            return
        rows = (
            self._rows_of_weights(outcome, result)
            if isinstance(outcome, Training)
            else self._rows_of_point(outcome, result)
        )
        self._sheet.set_rows(rows)
        if self._step is not None:
            self.set_note(self._words(self._step))

    def _offer_weights(self, outcome: Outcome | None) -> None:
        """Offer a choice of weights where there are too many to show all."""
        offers = isinstance(outcome, Training) and outcome.dimension > FEW
        self._weights.setVisible(offers)
        if isinstance(outcome, Training):
            self._weights.set_network(outcome.task.network)

    def _rows_of_point(self, results: Results, result: RunResult) -> tuple[Row, ...]:
        experiment, at = results.experiment, self._at(result)
        self._preface = ""
        self._step = work(
            results.objective, experiment.method, experiment.h, self._replay_of(result), at
        )
        heads = _heads(results.formula.variables)
        return step_rows(self._step, heads, verdict=result.verdict)

    def _rows_of_weights(self, training: Training, result: RunResult) -> tuple[Row, ...]:
        assert self._shown is not None  # noqa: S101 - there is a result
        index, at = self._shown[1], self._at(result)
        found = self._network.work(training, index, at, self._weights.weight)
        self._step, self._preface = found.step, _preface(found)
        return network_rows(found, verdict=result.verdict)

    def _at(self, result: RunResult) -> int:
        assert self._shown is not None  # noqa: S101 - there is a result
        return min(self._shown[2], result.trajectory.steps)

    def _result(self) -> RunResult | None:
        if self._shown is None:
            return None
        results, index, _ = self._shown
        result = results.runs[index]
        return result if len(result.trajectory) else None

    def _replay_of(self, result: RunResult) -> Replay:
        known = self._replay
        if (
            known is None
            or known.trajectory is not result.trajectory
            or known.rule != result.run.rule
        ):
            known = self._replay = Replay(result.trajectory, *result.run.rule)
        return known

    def _words(self, step: WorkedStep) -> str:
        assert self._shown is not None  # noqa: S101 - there is a step
        results, index, _ = self._shown
        name = run_names(r.run for r in results.runs)[index]
        if step.update is None:
            return self.tr("{0}, step {1}").format(name, step.k)
        return self.tr("{0}, {1} → {2}").format(name, step.k, step.k + 1)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy_text, self._copy_latex])
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _copy_as_text(self) -> None:
        if self._step is not None:
            QGuiApplication.clipboard().setText(self._preface + as_text(self._step))

    def _copy_as_latex(self) -> None:
        if self._step is not None:
            notes = "".join(f"% {line}\n" for line in self._preface.splitlines())
            QGuiApplication.clipboard().setText(notes + as_latex(self._step))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Show what was asked for meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Compute nothing that is not seen."""
        self._pace.stop()
        super().hideEvent(event)


def _preface(found: NetworkStep) -> str:
    """Return which weights short letters stand for, as lines of text."""
    pairs = zip(found.letters, found.names, strict=False)
    return "".join(f"{letter} is {name}\n" for letter, name in pairs)


def _heads(variables: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the coordinates are called above their columns."""
    if all(name == f"x{i}" for i, name in enumerate(variables)):
        return tuple(f"i = {i}" for i in range(len(variables)))
    return tuple(map(variable_label, variables))
