"""The panel of answers: samples and confusion matrix, whose samples they are, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.document.answers import Answers, AnswersRequest, Samples, answers_request
from gradviz.document.moment import moment_of
from gradviz.model.studies import StudyKind
from gradviz.plots.answers import AnswersView
from gradviz.plots.answers_state import EVERYTHING
from gradviz.plots.answers_words import accuracy_text, group_count
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.breaking_row import BreakingRow
from gradviz.ui.controls import Chip, IconButton, SegmentedControl
from gradviz.ui.drawn_actions import drawn_action, tint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

_TIMES = "\N{MULTIPLICATION SIGN}"


class AnswersPanel(QWidget):
    """What the network takes samples for, at the weights of the selected run under the cursor.

    Attributes
    ----------
    view : AnswersView
        The picture.
    """

    KIND: ClassVar = StudyKind.ANSWERS
    RESTS: ClassVar = False

    requestChanged = Signal()  # noqa: N815  (Qt's spelling)
    """Answers to other samples are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Answers"))
        self._wanted = Samples.TEST
        self.view = AnswersView()
        self.view.setObjectName("answersView")
        self._samples, self._test = self._build_samples()
        self._wrong = drawn_action(self, "wrongOnlyAction", self.tr("Wrong only"))
        self._wrong.setToolTip(self.tr("Show only samples that are taken for another class"))
        self._wrong.setCheckable(True)
        self._all = drawn_action(self, "answersGroupAction", self.tr("All samples"))
        self._all.setToolTip(self.tr("Show all samples again"))
        self._all.setCheckable(True)
        self._back = drawn_action(
            self, "answersPreviousAction", self.tr("Previous page"), "chevron-left"
        )
        self._on = drawn_action(self, "answersNextAction", self.tr("Next page"), "chevron-right")
        self._page = QLabel()
        self._page.setObjectName("answersPageLabel")
        self._page.setProperty("role", "muted")
        self._accuracy = QLabel()
        self._accuracy.setObjectName("answersAccuracyLabel")
        self._accuracy.setProperty("role", "value")
        self._row = self._lay_out()
        self._connect()
        self.set_theme(LIGHT)
        self._show_page()

    # --- what it is made of

    def _build_samples(self) -> tuple[SegmentedControl, QToolButton]:
        samples = SegmentedControl(self.tr("Samples"))
        train = samples.add(self.tr("Train"), Samples.TRAIN)
        train.setObjectName("answersTrainButton")
        train.setToolTip(self.tr("The samples that the network is trained with"))
        test = samples.add(self.tr("Test"), Samples.TEST)
        test.setObjectName("answersTestButton")
        samples.set_value(self._wanted)
        return samples, test

    def _lay_out(self) -> BreakingRow:
        # the segments keep their own name: it is what the style sheet knows them by
        holder = QWidget()
        holder.setObjectName("answersSamples")
        within = QHBoxLayout(holder)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self._samples)
        wrong = Chip(self._wrong)
        wrong.setObjectName("wrongOnlyChip")
        self._group = Chip(self._all)
        self._group.setObjectName("answersGroupChip")
        self._group.hide()
        pages = QWidget()
        turns = QHBoxLayout(pages)
        turns.setContentsMargins(0, 0, 0, 0)
        turns.setSpacing(metrics.CAPTION_GAP)
        for turn in (self._back, self._on):
            turns.addWidget(IconButton(turn))
        row = BreakingRow((holder, wrong, self._group), (pages, self._page, self._accuracy))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(row)
        column.addWidget(self.view, 1)
        return row

    def _connect(self) -> None:
        self._samples.chosen.connect(self._ask)
        self._wrong.toggled.connect(self.view.set_wrong_only)
        self._all.triggered.connect(self._show_all)
        self._back.triggered.connect(self._turn_back)
        self._on.triggered.connect(self._turn_on)
        self.view.pageChanged.connect(self._show_page)
        self.view.groupChanged.connect(self._show_group)

    # --- what is asked for

    def request(self, training: Training, index: int, step: int) -> AnswersRequest | None:
        """Return the answers that are wanted of run `index` at a step."""
        return answers_request(training, moment_of(training, index, step), self._wanted)

    def _ask(self, samples: Samples) -> None:
        self._wanted = Samples(samples)
        self.requestChanged.emit()

    # --- what is shown

    def take(self, study: Answers | None) -> None:
        """Show answers; None for nothing of them."""
        self.view.set_study(study)
        self._show_group()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)
        tint((self._back, self._on), theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.view.set_dimmed(dimmed)

    def set_training(self, training: Training | None) -> None:
        """Offer the samples of a training; forget what was found of another network."""
        has_test = training is not None and training.test.count > 0
        self._test.setEnabled(has_test)
        self._test.setToolTip(
            self.tr("The samples that are kept back to test with")
            if has_test
            else self.tr("No samples are kept back to test with: the Data card sets their share")
        )
        self._samples.set_value(self._wanted if has_test else Samples.TRAIN)
        study = self.view.picture.study
        shown = None if study is None else study.request.moment.task
        if shown is not None and (
            training is None
            or (shown.problem, shown.network) != (training.task.problem, training.task.network)
        ):
            self.take(None)

    def set_cursor(self, step: int) -> None:
        """Stay as it is: other answers come when they are known."""

    def set_selected(self, index: int) -> None:
        """Stay as it is until the other run's network has answered."""

    def _turn_back(self) -> None:
        self.view.turn(-1)

    def _turn_on(self) -> None:
        self.view.turn(1)

    def _show_all(self) -> None:
        self.view.set_group(EVERYTHING)

    def _show_page(self) -> None:
        """Say which samples are on the page, and how many are wrong."""
        picture = self.view.picture
        first, last, count = picture.span(self.view.extent())
        has_classes = picture.table is not None
        words = self.tr("{0} to {1} of {2}").format(first, last, count)
        self._page.setText(words if first else "")
        self._back.setEnabled(first > 1)
        self._on.setEnabled(0 < last < count)
        self._wrong.setEnabled(has_classes)
        study = picture.study
        self._accuracy.setText("" if study is None else accuracy_text(study))
        self._show_count()
        self._row.fit()

    def _show_group(self) -> None:
        """Offer to take the filter away, if there is one."""
        is_some = self.view.picture.group != EVERYTHING
        self._all.setChecked(is_some)
        self._group.setVisible(is_some)
        self._show_count()
        self._row.fit()

    def _show_count(self) -> None:
        """Say on the chip which samples are shown, and how many there are of them."""
        picture = self.view.picture
        if picture.study is not None and picture.table is not None and picture.group != EVERYTHING:
            words = group_count(picture.study, picture.group)
            self._all.setText(f"{words} {_TIMES}")
