"""The panel of backpropagation: the picture, which sample is sent through, and at which stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.document.backpropagation import (
    Backpropagation,
    BackpropagationRequest,
    backpropagation_request,
)
from gradviz.model.studies import StudyKind
from gradviz.plots.backprop import BackpropView
from gradviz.plots.backprop_stages import stage_about, stage_title, stages
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.breaking_row import BreakingRow
from gradviz.ui.controls import IconButton, SegmentedControl
from gradviz.ui.drawn_actions import drawn_action, tint
from gradviz.ui.number_field import NumberField
from gradviz.ui.stage_dots import StageDots

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from gradviz.core.network.network import Network
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme


class BackpropPanel(QWidget):
    """One sample's way through the network and its loss's way back, stage by stage.

    Attributes
    ----------
    view : BackpropView
        The picture.
    """

    KIND: ClassVar = StudyKind.BACKPROPAGATION
    RESTS: ClassVar = False

    requestChanged = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """Another sample is wanted."""
    stageChanged = Signal(int)  # noqa: N815
    """The stage that is shown now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Backpropagation"))
        self._network: Network | None = None
        self._is_new = True
        self.view = BackpropView()
        self.view.setObjectName("backpropView")
        self.view.unitPicked.connect(self._pick)
        self.view.sampleTurned.connect(self._turn_sample)
        self._kind, self._test = self._build_kind()
        self._field = self._build_field()
        self._total = QLabel()
        self._total.setProperty("role", "muted")
        self._build_actions()
        self._dots = StageDots()
        self._dots.picked.connect(self.set_stage)
        self._words = QLabel()
        self._words.setObjectName("stageLabel")
        self._row = self._lay_out()
        self.set_theme(LIGHT)
        self._show_state()

    # --- what it is made of

    def _build_kind(self) -> tuple[SegmentedControl, QToolButton]:
        kind = SegmentedControl(self.tr("Samples to choose from"))
        train = kind.add(self.tr("Train"), False)
        train.setToolTip(self.tr("A sample that the network is trained with"))
        test = kind.add(self.tr("Test"), True)
        test.setToolTip(self.tr("A sample that is kept back to test with"))
        kind.chosen.connect(self._ask)
        return kind, test

    def _build_field(self) -> NumberField:
        field = NumberField(integer=True, low=1)
        field.setObjectName("backpropSampleField")
        field.setAccessibleName(self.tr("Sample"))
        field.setToolTip(self.tr("The sample that is sent through the network"))
        field.setFixedWidth(56)
        field.set_value(1)
        field.edited.connect(self._ask)
        return field

    def _build_actions(self) -> None:
        self._sample_back = drawn_action(
            self, "backpropPreviousSampleAction", self.tr("Previous sample"), "chevron-left"
        )
        self._sample_on = drawn_action(
            self, "backpropNextSampleAction", self.tr("Next sample"), "chevron-right"
        )
        self._back = drawn_action(
            self, "backpropPreviousStageAction", self.tr("Previous stage"), "step-back"
        )
        self._on = drawn_action(
            self, "backpropNextStageAction", self.tr("Next stage"), "step-forward"
        )
        self._sample_back.triggered.connect(self._to_previous_sample)
        self._sample_on.triggered.connect(self._to_next_sample)
        self._back.triggered.connect(self._to_previous_stage)
        self._on.triggered.connect(self._to_next_stage)

    def _lay_out(self) -> BreakingRow:
        label = QLabel(self.tr("Sample"))
        label.setProperty("role", "muted")
        label.setBuddy(self._field)
        turns = _beside(IconButton(self._sample_back), IconButton(self._sample_on))
        steps = _beside(IconButton(self._back), self._dots, IconButton(self._on))
        sample = (self._kind, label, self._field, self._total, turns)
        row = BreakingRow(sample, (steps, self._words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(row)
        column.addWidget(self.view, 1)
        return row

    # --- the stages

    @property
    def stage(self) -> int:
        """The number of the stage that is shown, from 0."""
        return self.view.picture.index

    @property
    def stage_count(self) -> int:
        """How many stages a step has."""
        return self.view.picture.last + 1

    def advance(self, by: int) -> bool:
        """Move on by so many stages; return False, unmoved, where there are no more."""
        wanted = self.stage + by
        if not 0 <= wanted < self.stage_count:
            return False
        self.set_stage(wanted)
        return True

    def to_first(self) -> None:
        """Show the sample, before anything is computed."""
        self.set_stage(0)

    def to_last(self) -> None:
        """Show the update."""
        self.set_stage(self.stage_count - 1)

    def set_stage(self, index: int) -> None:
        """Show a stage."""
        before = self.stage
        self.view.set_stage(index)
        self._show_state()
        if self.stage != before:
            self.stageChanged.emit(self.stage)

    def _to_previous_stage(self) -> None:
        self.advance(-1)

    def _to_next_stage(self) -> None:
        self.advance(1)

    def _pick(self, column: int, unit: int) -> None:
        """Tell of a unit, at the stage that is about its column."""
        if self._network is None:
            return
        layers = len(self._network.sizes) - 1
        if column <= layers:
            self.view.choose(column, unit)
        self.set_stage(stage_about(layers, column, self.stage))

    # --- the sample

    @property
    def is_test(self) -> bool:
        """Whether the sample is one of those to test with."""
        return bool(self._kind.value()) and self._test.isEnabled()

    @property
    def sample(self) -> int:
        """Its index, from 0."""
        return int(self._field.value() or 1) - 1

    def _turn_sample(self, by: int) -> None:
        study = self.view.picture.study
        if study is not None:
            self._go_to_sample(min(max(study.sample + by, 0), study.data.count - 1))

    def _to_previous_sample(self) -> None:
        self._turn_sample(-1)

    def _to_next_sample(self) -> None:
        self._turn_sample(1)

    def _go_to_sample(self, sample: int) -> None:
        if sample != self.sample:
            self._field.set_value(sample + 1)
            self._ask()

    def _ask(self) -> None:
        self.requestChanged.emit()

    def request(self, training: Training, index: int, step: int) -> BackpropagationRequest | None:
        """Return the sample that is wanted of run `index` at a step."""
        return backpropagation_request(
            training, index, step, is_test=self.is_test, sample=self.sample
        )

    # --- what is shown

    def take(self, study: Backpropagation | None) -> None:
        """Show a sample; None for nothing of it."""
        before = self.stage
        self.view.set_study(study)
        if study is not None:
            self._network = study.network
            self._show_sample(study)
            self._open(study)
        self._show_state()
        if self.stage != before:
            self.stageChanged.emit(self.stage)

    def _open(self, study: Backpropagation) -> None:
        """Begin a network with all of its numbers, of a sample that tells something.

        At an input of 0 no weight of the first layer has an effect.
        """
        if not self._is_new:
            return
        self._is_new = False
        self.view.set_stage(self.stage_count - 1)
        telling = study.data.inputs.any(axis=1)
        if self.sample == 0 and telling.any():
            self._go_to_sample(int(telling.argmax()))

    def _show_sample(self, study: Backpropagation) -> None:
        """Show how many samples there are; one that does not exist became the last."""
        self._field.set_range(1, study.data.count)
        if study.sample != study.request.sample == self.sample:
            self._field.set_value(study.sample + 1)
        self._total.setText(self.tr("of {0}").format(study.data.count))

    def set_training(self, training: Training | None) -> None:
        """Offer the samples of a training; forget what was shown of another network."""
        self._test.setEnabled(training is not None and training.test.count > 0)
        study = self.view.picture.study
        shown = None if study is None else study.request.moment.task
        if shown is not None and (
            training is None
            or (shown.problem, shown.network) != (training.task.problem, training.task.network)
        ):
            self._is_new = True
            self.view.set_stage(0)
            self.take(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)
        self._dots.set_theme(theme)
        tint((self._sample_back, self._sample_on, self._back, self._on), theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.view.set_dimmed(dimmed)

    def set_cursor(self, step: int) -> None:
        """Stay as it is: the picture says of which step it is."""

    def set_selected(self, index: int) -> None:
        """Stay as it is until the sample has gone through the other run's network."""

    def _show_state(self) -> None:
        """Let be pressed what has an effect, and name the stage."""
        study, network = self.view.picture.study, self._network
        self._back.setEnabled(study is not None and self.stage > 0)
        self._on.setEnabled(study is not None and self.stage < self.stage_count - 1)
        last = 0 if study is None else study.data.count - 1
        self._sample_back.setEnabled(study is not None and study.sample > 0)
        self._sample_on.setEnabled(study is not None and study.sample < last)
        if study is None or network is None:
            return
        layers = len(network.sizes) - 1
        titles = [stage_title(one, layers, network.activation) for one in stages(layers)]
        self._dots.set_stages(titles, layers + 2)
        self._dots.show_stage(self.stage)
        self._words.setText(titles[self.stage])
        # as wide as the longest: nothing moves from stage to stage
        self._words.setFixedWidth(max(map(self._words.fontMetrics().horizontalAdvance, titles)) + 2)
        self._row.fit()


def _beside(*widgets: QWidget) -> QWidget:
    """Return widgets close to one another."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics.CAPTION_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return holder
