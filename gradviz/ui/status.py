"""The status bar: the verdict of the selected run, its numbers at the cursor, progress, cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gradviz.core.norms import norms
from gradviz.core.verdict import VerdictKind
from gradviz.document.run_names import run_names
from gradviz.plots.numerals import readout
from gradviz.ui import metrics
from gradviz.ui.controls import IconButton
from gradviz.ui.progress_bar import ProgressBar
from gradviz.ui.spare_facts import SpareFacts
from gradviz.ui.stability_words import stability_facts
from gradviz.ui.wording import verdict_chip, verdict_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from gradviz.core.objective import Evaluations
    from gradviz.core.stability import Stability
    from gradviz.document.results import Outcome, RunResult
    from gradviz.ui.actions import Actions

DOT, DOT_AT = 2.75, 11.5
"""Radius of the chip's dot and distance of its middle from the left edge, in pixels."""
TONES = {
    VerdictKind.CONVERGED: "ok",
    VerdictKind.STILL_DESCENDING: "ok",
    VerdictKind.OSCILLATING: "warn",
    VerdictKind.GRADIENT_ROUNDED_TO_ZERO: "warn",
    VerdictKind.LEFT_THE_VIEW: "warn",
    VerdictKind.CANCELLED: "warn",
    VerdictKind.DIVERGED: "bad",
    VerdictKind.NOT_FINITE: "bad",
}


class VerdictChip(QLabel):
    """A few words on a tinted ground, behind a dot in the colour of the words."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Paint the words, then the dot in the room the style sheet leaves for it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        painter.drawEllipse(QPointF(DOT_AT, self.height() / 2), DOT, DOT)
        painter.end()


class StatusBar(QWidget):
    """One line about the selected run, and what the worker is doing."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(metrics.STATUS_BAR)
        self.verdict = VerdictChip()
        self.verdict.setObjectName("verdictLabel")
        self.verdict.setProperty("role", "chip")
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self._is_network = False
        self._is_paused = False
        self._spare = SpareFacts()
        self._result: RunResult | None = None
        self._stability: Stability | None = None
        self._progress = ProgressBar()
        self._message = QLabel()
        self._cancel = IconButton(actions.cancel)
        self._lay_out()
        self.show_busy(busy=False, fraction=0.0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(10)
        for key, text, tip in self._facts():
            self._add_fact(row, key, text, tip)
        row.addWidget(self._spare, 1)
        self._message.setObjectName("progressLabel")
        self._progress.setObjectName("progressBar")
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.setFixedWidth(160)
        for widget in (self._message, self._progress, self._cancel):
            row.addWidget(widget)

    def _facts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("run", self.tr("run"), self.tr("The selected run; all numbers here are its own")),
            ("value", "f", self.tr("The value of f at the step shown")),
            ("norm", "‖∇f‖", self.tr("Length of the gradient at the step shown")),
            (
                "evaluations",
                self.tr("evaluations"),
                self.tr("What the descent spent to get to this step: values of f, exact gradients"),
            ),
        )

    def _add_fact(self, row: QHBoxLayout, key: str, text: str, tip: str) -> None:
        name, value = QLabel(text), QLabel("–")
        self._names[key] = name
        name.setProperty("role", "muted")
        value.setProperty("role", "value")
        value.setAccessibleName(text)
        for label in (name, value):
            label.setToolTip(tip)
            row.addWidget(label)
        row.addSpacing(10)
        self._values[key] = value

    def show_kind(self, *, is_network: bool) -> None:
        """Call the value of the objective f, or the loss of a network."""
        self._is_network = is_network
        facts = dict(self._network_facts()) if is_network else {}
        for key, text, tip in self._facts():
            shown, why = facts.get(key, (text, tip))
            self._names[key].setText(shown)
            self._values[key].setAccessibleName(shown)
            for label in (self._names[key], self._values[key]):
                label.setToolTip(why)

    def _network_facts(self) -> tuple[tuple[str, tuple[str, str]], ...]:
        """Return what is called otherwise of a network: by key, its name and its tooltip."""
        value = self.tr("The loss over the samples of the step shown, its batch")
        spent = self.tr("What the training spent to get to this step: losses, passes backward")
        return (
            ("value", (self.tr("batch loss"), value)),
            ("norm", ("‖∇L‖", self.tr("Length of the gradient of that loss"))),
            ("evaluations", (self.tr("evaluations"), spent)),
        )

    def show_run(self, results: Outcome, index: int, step: int) -> None:
        """Show the run of an index at the cursor's `step`; dashes where there is none."""
        result = results.runs[index] if index < len(results.runs) else None
        if result is None or len(result.trajectory) == 0:
            for label in self._values.values():
                label.setText("–")
            return
        at = min(step, len(result.trajectory) - 1)
        spent = results.cost * at
        self._values["run"].setText(run_names(r.run for r in results.runs)[index])
        self._values["value"].setText(readout(float(result.trajectory.value[at])))
        self._values["norm"].setText(
            readout(float(norms(result.trajectory.gradient[at : at + 1])[0]))
        )
        self._values["evaluations"].setText(self._words(spent, exact=results.cost.gradient > 0))

    def _words(self, spent: Evaluations, *, exact: bool) -> str:
        if self._is_network:
            words = self.tr("{0} backward") if exact else self.tr("{0} of the loss")
        else:
            words = self.tr("{0} of ∇f") if exact else self.tr("{0} of f")
        return words.format(spent.gradient if exact else spent.value)

    def show_verdict(self, result: RunResult | None) -> None:
        """Show how the run ended: a chip of one or two words, a sentence as its tooltip."""
        if not _same_run(result, self._result):
            self.show_stability(None)
        self._result = result
        verdict = None if result is None else result.verdict
        tone = "muted" if verdict is None else TONES[verdict.kind]
        text = self.tr("Running") if verdict is None else verdict_chip(verdict)
        if verdict is not None and verdict.kind is VerdictKind.CANCELLED and self._is_paused:
            text = self.tr("Paused")
        self.verdict.setText(text)
        self.verdict.setAccessibleName(self.tr("Verdict: {0}").format(text))
        self._explain_verdict()
        if self.verdict.property("tone") != tone:
            self.verdict.setProperty("tone", tone)
            self.verdict.style().unpolish(self.verdict)
            self.verdict.style().polish(self.verdict)

    def show_paused(self, paused: bool) -> None:
        """Say of runs that were cut short that they wait to be gone on with."""
        self._is_paused = paused
        self.show_verdict(self._result)

    def show_stability(self, stability: Stability | None) -> None:
        """Show what the curvature of its minimum says of the run last shown; None for nothing."""
        self._stability = stability
        self._spare.show_facts([] if stability is None else stability_facts(stability))
        self._explain_verdict()

    def _explain_verdict(self) -> None:
        verdict = None if self._result is None else self._result.verdict
        sentence = "" if verdict is None else verdict_sentence(verdict, self._stability)
        self.verdict.setToolTip(sentence)
        self.verdict.setAccessibleDescription(sentence)

    def show_busy(self, *, busy: bool, fraction: float) -> None:
        """Show or hide progress and the cancel button."""
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        self._progress.setValue(round(fraction * 1000))
        if busy:
            words = self.tr("Training, {0} %") if self._is_network else self.tr("Computing, {0} %")
            self._message.setText(words.format(round(fraction * 100)))

    def show_ready(self, runs: int) -> None:
        """Say how many runs are drawn, or that they wait."""
        if self._is_paused:
            self._message.setText(self.tr("Paused"))
            return
        several = self.tr("{0} runs ready").format(runs)
        self._message.setText(self.tr("1 run ready") if runs == 1 else several)


def _same_run(one: RunResult | None, other: RunResult | None) -> bool:
    """Tell whether two results are of one descent, whatever it is called by now."""
    if one is None or other is None:
        return one is other
    return one.trajectory is other.trajectory and one.verdict == other.verdict
