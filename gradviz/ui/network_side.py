"""The cards of a network beside its pictures, made when the first network is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gradviz.core.network.fitting import FitCode, FitError
from gradviz.core.network.table import DataError
from gradviz.document.experiment import ExperimentError
from gradviz.document.kinds import with_table
from gradviz.document.network_edits import with_problem, with_task
from gradviz.document.rate_edits import with_rate_change, without_rate_change
from gradviz.plots.series import Quantity
from gradviz.ui.curve_card import CurveCard
from gradviz.ui.data_card import DataCard
from gradviz.ui.error_words import coded_sentence
from gradviz.ui.keys import keep_keys
from gradviz.ui.network_card import NetworkCard
from gradviz.ui.training_card import TrainingCard
from gradviz.ui.wording import experiment_sentence

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.network_task import OwnTable
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme
    from gradviz.ui.main_window import MainWindow

ACCURACY_SHARE = 19
"""Of the height of the right column, as that of the gradient norm whose place it takes."""


class NetworkSide(QObject):
    """Data, network and training on the left, accuracy on the right.

    Parameters
    ----------
    window : MainWindow
        Whose columns they are put into; it owns this object.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._is_under_way = self._is_waiting = False
        self.data = DataCard()
        self.network = NetworkCard()
        self.training = TrainingCard(window.actions_.pause)
        self.accuracy = CurveCard(self.tr("Accuracy"), Quantity.ACCURACY, "accuracyView")
        self.accuracy.view.align_with(window.loss.view)
        for place, card in enumerate((self.data, self.network, self.training)):
            window.columns.add_left(place, card)
            keep_keys(card)
        window.columns.add_right(2, self.accuracy, ACCURACY_SHARE)
        self._connect()
        self.set_theme(window.theme)

    def _connect(self) -> None:
        session = self._session
        self.data.problemChosen.connect(self._choose_problem)
        self.data.tableOpened.connect(self._open_table)
        self.data.tableRefused.connect(self._refuse_table)
        self.data.changed.connect(self._edit)
        for card in (self.data, self.network, self.training):
            card.taskEdited.connect(self.edit_task)
        self.training.pauseRequested.connect(session.pause)
        self.training.continueRequested.connect(session.go_on)
        self.training.rateChangeRequested.connect(self._change_rate)
        self.training.rateChangeRemoved.connect(self._keep_rate)
        session.pausedChanged.connect(self.training.set_paused)
        session.busyChanged.connect(self._show_busy)
        view = self.accuracy.view
        view.cursorDragged.connect(self._window.playback.set_step)
        view.stepPicked.connect(self._window.conductor.pick_step)

    def show_sides(self, *, is_network: bool, has_classes: bool) -> None:
        """Show these cards, or hide them; numbers to meet have no accuracy."""
        for card in (self.data, self.network, self.training):
            card.setVisible(is_network)
        self.accuracy.setVisible(is_network and has_classes)

    def set_experiment(self, experiment: Experiment) -> None:
        """Show what was chosen."""
        for card in (self.data, self.network, self.training):
            card.set_experiment(experiment)

    def set_training(self, training: Training) -> None:
        """Show what came of it so far."""
        for card in (self.data, self.network, self.training):
            card.set_training(training)
        self._is_under_way = any(run.verdict is None for run in training.runs)
        self._tell_busy()
        if training.train.classes:
            self.accuracy.view.set_results(training)

    def set_cursor(self, step: int) -> None:
        """Follow the cursor."""
        for part in (self.network, self.training, self.accuracy.view):
            part.set_cursor(step)

    def set_selected(self, index: int) -> None:
        """Follow the selected run."""
        for part in (self.network, self.training, self.accuracy.view):
            part.set_selected(index)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.data, self.network, self.training, self.accuracy.view):
            part.set_theme(theme)

    def tell(self, error: Exception) -> bool:
        """Say what is wrong in the card that it is about; return whether there is one."""
        if isinstance(error, DataError):
            self.data.set_error(coded_sentence(error))
            return True
        if isinstance(error, FitError):
            code = FitCode(error.code)
            card: Any = self.training if code is FitCode.BATCH else self.network
            card.set_error(_FIELDS[code], coded_sentence(error))
            return True
        if isinstance(error, ExperimentError) and error.field.startswith("network."):
            field = error.field.split(".")[1]
            card = self.training if field in {"batch", "epochs"} else self.network
            card.set_error(field, experiment_sentence(error))
            return True
        return False

    def edit_task(self, changes: dict[str, Any]) -> None:
        """Change the network as a card or a picture says."""
        self._session.change(partial(with_task, **changes))

    def _choose_problem(self, key: str) -> None:
        self._session.change(with_problem, key)

    def _open_table(self, table: OwnTable) -> None:
        self._session.flush()
        self._session.change(with_table, self._session.other, table)

    def _refuse_table(self, sentence: str) -> None:
        """Say beside a function, where the card is not seen, why a file was not taken."""
        if self._session.experiment.network is None:
            self._window.banner.tell(sentence)

    def _edit(self, changes: dict[str, Any]) -> None:
        self._session.edit(immediate=True, **changes)

    def _change_rate(self, step: int, lr: float) -> None:
        self._session.change(with_rate_change, self._session.selected_run, step, lr)

    def _keep_rate(self, step: int) -> None:
        self._session.change(without_rate_change, self._session.selected_run, step)

    def _show_busy(self, busy: bool, _fraction: float) -> None:
        self._is_waiting = busy
        self._tell_busy()

    def _tell_busy(self) -> None:
        """Offer a pause as soon as the first steps are seen, or they are long in coming."""
        self.training.set_busy(self._is_under_way or self._is_waiting)


_FIELDS = {
    FitCode.INPUTS: "sizes",
    FitCode.CLASSES: "sizes",
    FitCode.NUMBERS: "sizes",
    FitCode.LOSS: "loss",
    FitCode.WEIGHTS: "sizes",
    FitCode.BATCH: "batch",
}
"""The field that is to blame."""
