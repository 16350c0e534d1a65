"""The card of the samples a network learns from: a ready problem, or a table of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QSizePolicy, QWidget

from gradviz.document.network_task import OWN
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.card import Card
from gradviz.ui.controls import Chip, TextButton
from gradviz.ui.error_line import ErrorLine
from gradviz.ui.folders import documents
from gradviz.ui.problem_list import ProblemList
from gradviz.ui.sample_fields import SampleFields
from gradviz.ui.table_files import SUFFIXES, TableReader

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from gradviz.core.network.data import Data
    from gradviz.document.experiment import Experiment
    from gradviz.document.network_task import NetworkTask, OwnTable
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

_NAME: Final = 140
"""Most pixels for the name of a file."""


class DataCard(Card):
    """Shows which samples an experiment has and tells which it should have."""

    problemChosen = Signal(str)  # noqa: N815  (Qt's spelling, here and below)
    """The key of a ready problem."""
    tableOpened = Signal(object)  # noqa: N815
    """An `OwnTable` that can be read."""
    tableRefused = Signal(str)  # noqa: N815
    """Why a file holds no table."""
    taskEdited = Signal(dict)  # noqa: N815
    """Fields of the `NetworkTask` with new values."""
    changed = Signal(object)
    """Fields of the experiment with new values: a dict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Data"))
        self._task: NetworkTask | None = None
        self._table: OwnTable | None = None
        self._folder = ""
        self._reader = TableReader(self)
        self._reader.read.connect(self._take_table)
        self._reader.refused.connect(self._refuse_table)
        self._standardise = self._make_standardise()
        self._open = self._make_open()
        self._problems = ProblemList()
        self._problems.chosen.connect(self._choose)
        self._facts = _facts_label()
        self._fields = SampleFields()
        self._fields.taskEdited.connect(self.taskEdited)
        self._fields.changed.connect(self.changed)
        self._error = ErrorLine("dataMessage")
        self.add_header_widget(Chip(self._standardise))
        self.add_header_widget(TextButton(self._open))
        self.body.setSpacing(metrics.TIGHT_GAP)
        for widget in (self._problems, self._error, self._facts, self._fields):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.setAcceptDrops(True)
        self.set_theme(LIGHT)

    def _make_standardise(self) -> QAction:
        action = QAction(self.tr("Standardise"), self)
        action.setObjectName("standardiseAction")
        action.setToolTip(self.tr("Bring every input to mean 0 and deviation 1"))
        action.setCheckable(True)
        action.triggered.connect(self._edit_standardise)
        return action

    def _make_open(self) -> QAction:
        action = QAction(self.tr("Open CSV…"), self)
        action.setObjectName("openTableAction")
        action.setToolTip(
            self.tr(
                "Learn from a file: a line of headings, numbers, and the class in the last "
                "column. It can be dropped here too."
            )
        )
        action.triggered.connect(self._ask_file)
        return action

    # --- what is shown

    def set_experiment(self, experiment: Experiment) -> None:
        """Show the samples of an experiment with a network."""
        task = experiment.network
        if task is None:
            return
        self._task = task
        self._table = task.table or self._table
        self.set_error("")
        self._problems.show_problem(task.problem, self._table)
        self._standardise.setChecked(task.is_standardised)
        self._fields.show_samples(task, experiment)
        self._show_facts(task, *task.samples(experiment.seed))

    def _show_facts(self, task: NetworkTask, train: Data, test: Data) -> None:
        facts = self._counts(train, test)
        name = task.table.name if task.problem == OWN and task.table is not None else ""
        whole = f"{name} · {facts}" if name else facts
        middle = Qt.TextElideMode.ElideMiddle
        short = self._facts.fontMetrics().elidedText(name, middle, _NAME)
        self._facts.setText(f"{short} · {facts}" if name else facts)
        self._facts.setToolTip(whole)
        self._facts.setAccessibleName(whole)

    def _counts(self, train: Data, test: Data) -> str:
        """Return how many samples there are, for what, of how many classes."""
        count, classes = train.count + test.count, len(train.classes)
        text = self.tr("1 sample") if count == 1 else self.tr("{0} samples").format(count)
        parted = self.tr("{0} train, {1} test").format(train.count, test.count)
        answers = self.tr("{0} classes").format(classes) if classes else self.tr("a number each")
        return f"{text}: {parted}, {answers}"

    def set_training(self, _training: Training | None) -> None:
        """Do nothing: the samples of a training are those of its experiment."""

    def set_theme(self, theme: Theme) -> None:
        """Draw stamps and icons in these colours: the style sheet colours everything else."""
        self._problems.set_theme(theme)
        self._fields.set_theme(theme)
        self._open.setIcon(icons.icon("open", theme))

    def set_error(self, sentence: str) -> None:
        """Say why a table cannot be taken; the samples stay as they are. None hides it."""
        self._error.say(sentence)

    # --- what the reader does

    def _choose(self, key: str) -> None:
        """Tell of another problem; of one's own the table there was, or ask for one."""
        now = "" if self._task is None else self._task.problem
        if key != OWN:
            if key != now:
                self.problemChosen.emit(key)
        elif self._table is None or now == OWN:
            self._ask_file()
        else:
            self.tableOpened.emit(self._table)

    def _ask_file(self) -> None:
        folder = self._folder or str(documents())
        offered = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Tables ({0});;All files (*)").format(offered)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open CSV"), folder, kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file, and tell of its table or of what is wrong with it."""
        self._folder = str(path.parent)
        self._reader.open(path)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self._reader.is_reading

    def _take_table(self, table: OwnTable) -> None:
        self.set_error("")
        self.tableOpened.emit(table)

    def _refuse_table(self, sentence: str) -> None:
        self.set_error(sentence)
        self.tableRefused.emit(sentence)

    def _edit_standardise(self, checked: bool) -> None:
        self.taskEdited.emit({"is_standardised": checked})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Take a file with a table."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Open the file."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)


def _dropped(carried: QMimeData) -> Path | None:
    """Return the one file with a table that is carried, if it is that."""
    files = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    if len(files) == 1 and files[0].suffix.lower() in SUFFIXES:
        return files[0]
    return None


def _facts_label() -> QLabel:
    label = QLabel()
    label.setObjectName("dataFacts")
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
