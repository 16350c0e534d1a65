"""The training card: batches and epochs, how far it is, pausing, rates changed on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
)

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.rate_edits import with_rate_change
from gradviz.document.training import train
from gradviz.plots.themes import DARK
from gradviz.ui.batch_field import BatchField
from gradviz.ui.number_field import NumberField
from gradviz.ui.training_card import TrainingCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training

EPOCHS = 20
STEPS = 5 * EPOCHS  # 150 samples, 32 at a time


def experiment_of(*rates: float, **changes: object) -> Experiment:
    runs = tuple(Run(optimizer=Adam(lr=lr), style=i) for i, lr in enumerate(rates or (0.02,)))
    given = {"epochs": EPOCHS, "batch": 32, **changes}
    return Experiment(network=replace(task_of("moons"), **given), runs=runs, method=Method.EXACT)


def stopped_at(experiment: Experiment, step: int) -> Training:
    """Return a training that was cancelled once a run had made so many steps."""
    asked = iter(range(10**9))
    return train(experiment, cancelled=lambda: next(asked) > step)


@pytest.fixture(scope="module")
def training() -> Training:
    return train(experiment_of())


class Clock:
    now = 50.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def card(qtbot: QtBot, clock: Clock) -> TrainingCard:
    card = TrainingCard(QAction("Pause"), clock=clock)
    qtbot.addWidget(card)
    card.resize(288, 260)
    card.set_experiment(experiment_of())
    card.show()
    return card


def field(card: TrainingCard, name: str) -> NumberField:
    found: NumberField = card.findChild(NumberField, name)
    return found


def write(widget: QLineEdit, text: str) -> None:
    widget.setText(text)
    widget.textEdited.emit(text)


def text(card: TrainingCard, name: str) -> str:
    label = card.findChild(QLabel, name)
    return label.text() if label.isVisible() else ""


def words(card: TrainingCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def listen(card: TrainingCard, name: str) -> list[Any]:
    told: list[Any] = []
    getattr(card, name).connect(lambda *given: told.append(given))
    return told


class TestFields:
    def test_show_the_task_without_telling(self, card: TrainingCard) -> None:
        told = listen(card, "taskEdited")
        card.set_experiment(experiment_of(batch=None, epochs=7))
        assert (field(card, "batchField").text(), field(card, "epochsField").text()) == ("all", "7")
        card.set_experiment(experiment_of())
        assert field(card, "batchField").text() == "32"
        card.set_experiment(Experiment())  # a function: the card is not shown
        assert field(card, "batchField").text() == "32"
        assert told == []

    def test_tell_what_is_typed(self, card: TrainingCard) -> None:
        told = listen(card, "taskEdited")
        for name, typed in (
            ("batchField", "100"),
            ("batchField", "ALL"),
            ("epochsField", "1e3"),
            ("batchField", "1.5"),
            ("epochsField", "-1"),
            ("batchField", "0"),
        ):
            write(field(card, name), typed)
        assert told == [({"batch": 100},), ({"batch": None},), ({"epochs": 1000},)]
        assert any("Must be between" in shown for shown in words(card))

    def test_the_menu_offers_what_there_are_samples_for(
        self, card: TrainingCard, training: Training
    ) -> None:
        batch = card.findChild(BatchField)
        batch.offer()
        assert [action.data() for action in batch.menu.actions()] == [1, 32, 100, 0]
        card.set_training(training)
        batch.set_count(60)
        batch.offer()
        assert [action.data() for action in batch.menu.actions()] == [1, 32, 0]
        assert "60" in batch.menu.actions()[-1].text()

    def test_the_menu_tells_what_is_taken(self, card: TrainingCard) -> None:
        told = listen(card, "taskEdited")
        batch = card.findChild(BatchField)
        batch.offer()
        for place in (0, 2, 3):
            batch.menu.actions()[place].trigger()
        assert told == [({"batch": 1},), ({"batch": 100},), ({"batch": None},)]
        assert batch.text() == "all"

    def test_alt_and_down_open_the_menu(self, qtbot: QtBot, card: TrainingCard) -> None:
        batch = card.findChild(BatchField)
        qtbot.keyClick(batch, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert batch.menu.isVisible()
        batch.menu.close()

    def test_a_batch_that_cannot_be_is_told_below_and_stays(self, card: TrainingCard) -> None:
        batch = field(card, "batchField")

        def refuse(changes: dict[str, Any]) -> None:
            if changes.get("batch") == 500:
                card.set_error("batch", "A batch of 500 cannot be taken from 150 samples.")

        card.taskEdited.connect(refuse)
        write(batch, "500")
        assert text(card, "batchMessage").startswith("A batch of 500")
        assert (batch.text(), batch.property("invalid")) == ("500", True)
        write(batch, "50")
        assert (text(card, "batchMessage"), batch.property("invalid")) == ("", False)
        write(batch, "500")
        write(batch, "many")
        assert text(card, "batchMessage") == ""
        assert batch.property("invalid")
        write(batch, "500")
        card.set_experiment(experiment_of(batch=100))
        assert (text(card, "batchMessage"), batch.text()) == ("", "100")

    def test_a_slip_in_one_field_leaves_the_complaint_about_the_other(
        self, card: TrainingCard
    ) -> None:
        card.set_error("batch", "A batch of 500 cannot be taken from 150 samples.")
        write(field(card, "epochsField"), "abc")
        assert text(card, "batchMessage").startswith("A batch of 500")
        card.set_error("epochs", "Too many numbers.")
        write(field(card, "batchField"), "many")
        assert text(card, "epochsMessage") == "Too many numbers."

    def test_errors_of_other_fields_are_not_its_own(self, card: TrainingCard) -> None:
        before = words(card)
        card.set_error("sizes", "No.")
        assert words(card) == before
        card.set_error("epochs", "Too many numbers.")
        assert text(card, "epochsMessage") == "Too many numbers."


class TestProgress:
    def test_a_training_that_is_done(self, card: TrainingCard, training: Training) -> None:
        card.set_training(training)
        assert text(card, "trainingState") == f"{EPOCHS} epochs, {STEPS} steps"
        bar = card.findChild(QProgressBar)
        assert bar.value() == bar.maximum()

    def test_a_training_under_way(self, card: TrainingCard) -> None:
        part = stopped_at(experiment_of(), 48)
        under_way = replace(part, runs=(replace(part.runs[0], verdict=None),))
        step = under_way.runs[0].trajectory.steps
        card.set_busy(True)
        card.set_training(under_way)
        expected = f"Epoch {step // 5} of {EPOCHS}"
        assert text(card, "trainingState") == expected
        bar = card.findChild(QProgressBar)
        assert bar.value() == round(step / STEPS * bar.maximum())

    def test_a_training_that_was_stopped(self, card: TrainingCard) -> None:
        card.set_training(stopped_at(experiment_of(), 48))
        assert text(card, "trainingState").startswith("Stopped: epoch")

    def test_several_runs_are_counted(self, card: TrainingCard) -> None:
        experiment = experiment_of(0.02, 0.1, 0.3)
        part = stopped_at(experiment, 30)
        whole = train(experiment)
        card.set_experiment(experiment)
        card.set_busy(True)
        card.set_training(replace(part, runs=(whole.runs[0], *part.runs[1:])))
        assert "run 2 of 3" in words(card)
        card.set_busy(False)
        assert "run 2 of 3" not in words(card)

    def test_the_time_is_told(self, card: TrainingCard, training: Training, clock: Clock) -> None:
        card.set_busy(True)
        for tenth in range(1, 6):
            card.set_training(replace(training, progress=tenth / 20, complete=False))
            clock.now += 1.0
        assert text(card, "trainingElapsed") == "4.0 s elapsed"
        assert text(card, "trainingTimeLeft") == "about 15 s left"  # 0.75 at 0.05 a second
        card.set_paused(True)
        card.set_busy(False)
        assert text(card, "trainingTimeLeft") == "paused"
        clock.now += 100.0
        card.set_paused(False)
        card.set_busy(True)
        for tenth in range(6, 8):
            card.set_training(replace(training, progress=tenth / 20, complete=False))
            clock.now += 1.0
        assert text(card, "trainingElapsed") == "5.0 s elapsed"
        card.set_training(training)
        card.set_busy(False)
        assert text(card, "trainingTimeLeft") == ""

    def test_another_experiment_begins_anew(
        self, card: TrainingCard, training: Training, clock: Clock
    ) -> None:
        for _ in range(2):
            card.set_training(replace(training, progress=0.5))
            clock.now += 3.0
        assert text(card, "trainingElapsed") == "3.0 s elapsed"
        card.set_training(replace(training, experiment=experiment_of(0.5), progress=0.5))
        assert text(card, "trainingElapsed") == ""

    def test_no_training_at_all(self, card: TrainingCard, training: Training) -> None:
        card.set_training(training)
        card.set_training(None)
        assert text(card, "trainingState") == ""
        assert card.findChild(QProgressBar).value() == 0

    def test_no_epochs_at_all(self, card: TrainingCard) -> None:
        card.set_training(train(experiment_of(epochs=0)))
        assert text(card, "trainingState") == "0 epochs, 0 steps"

    def test_a_single_step(self, card: TrainingCard) -> None:
        card.set_training(train(experiment_of(epochs=1, batch=None)))
        assert text(card, "trainingState") == "1 epoch, 1 step"


class TestPause:
    def test_one_button_pauses_and_continues(self, qtbot: QtBot) -> None:
        action = QAction("Pause")
        action.setObjectName("pauseTrainingAction")
        card = TrainingCard(action)
        qtbot.addWidget(card)
        told: list[str] = []
        card.pauseRequested.connect(lambda: told.append("pause"))
        card.continueRequested.connect(lambda: told.append("continue"))
        button = card.findChild(QToolButton, "pauseTrainingButton")
        assert not button.isEnabled()
        card.set_busy(True)
        button.click()
        card.set_paused(True)
        card.set_busy(False)
        assert (button.text(), button.accessibleName()) == ("Continue", "Continue Training")
        assert button.isEnabled()
        action.trigger()
        card.set_paused(False)
        assert button.text() == "Pause"
        assert told == ["pause", "continue"]
        assert not action.isEnabled()


class TestRates:
    @pytest.fixture(autouse=True)
    def unfolded(self, card: TrainingCard) -> None:
        card.findChild(QAction, "rateChangesAction").trigger()

    def change(self, card: TrainingCard) -> QPushButton:
        found: QPushButton = card.findChild(QPushButton, "rateChangeButton")
        return found

    def test_the_row_follows_the_cursor(self, card: TrainingCard, training: Training) -> None:
        card.set_training(training)
        card.set_cursor(40)
        assert "Learning rate from step 40 (epoch 8) on" in words(card)
        card.set_cursor(41)
        assert "Learning rate from step 41 (epoch 8.2) on" in words(card)

    def test_a_change_is_asked_for_at_the_cursor(
        self, card: TrainingCard, training: Training
    ) -> None:
        told = listen(card, "rateChangeRequested")
        card.set_training(training)
        card.set_cursor(40)
        assert not self.change(card).isEnabled()  # the same as now
        write(field(card, "rateChangeField"), "0.001")
        card.set_cursor(45)
        assert field(card, "rateChangeField").text() == "0.001"
        self.change(card).click()
        write(field(card, "rateChangeField"), "1e-4")
        field(card, "rateChangeField").returnPressed.emit()
        assert told == [(45, 0.001), (45, 1e-4)]

    def test_what_is_no_rate_cannot_be_asked_for(
        self, card: TrainingCard, training: Training
    ) -> None:
        told = listen(card, "rateChangeRequested")
        card.set_training(training)
        for typed in ("", "-0.1", "fast", "0.02"):
            write(field(card, "rateChangeField"), typed)
            field(card, "rateChangeField").returnPressed.emit()
            assert not self.change(card).isEnabled()
        assert told == []

    def test_after_the_last_update_there_is_nothing_to_change(
        self, card: TrainingCard, training: Training
    ) -> None:
        card.set_training(training)
        write(field(card, "rateChangeField"), "0.001")
        card.set_cursor(STEPS - 1)
        assert self.change(card).isEnabled()
        card.set_cursor(STEPS)
        assert not self.change(card).isEnabled()
        assert "No update" in self.change(card).toolTip()

    def test_the_rate_that_holds_is_offered(self, card: TrainingCard, training: Training) -> None:
        experiment = with_rate_change(experiment_of(0.02, 0.3), 1, 50, 0.01)
        card.set_training(training)
        card.set_experiment(experiment)
        card.set_cursor(60)
        assert field(card, "rateChangeField").value() == 0.02
        card.set_selected(1)
        assert field(card, "rateChangeField").value() == 0.01
        card.set_cursor(49)
        assert field(card, "rateChangeField").value() == 0.3
        assert "Adam 2: lr from step 49 (epoch 9.8) on" in words(card)

    def test_the_changes_of_the_selected_run_are_listed(
        self, qtbot: QtBot, card: TrainingCard, training: Training
    ) -> None:
        told = listen(card, "rateChangeRemoved")
        experiment = with_rate_change(experiment_of(0.02, 0.3), 1, 50, 0.01)
        experiment = with_rate_change(experiment, 1, 75, 1e-4)
        card.set_training(training)
        card.set_experiment(experiment)
        assert not any("from step 50" in shown for shown in words(card))
        card.set_selected(1)
        assert "0.01 from step 50 (epoch 10) on" in words(card)
        assert "1e-4 from step 75 (epoch 15) on" in words(card)
        button = card.findChild(QToolButton, "removeRateChange75")
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert told == [(75,)]
        card.set_experiment(experiment_of())
        assert not any("from step 50" in shown for shown in words(card))

    def test_many_changes_scroll(self, card: TrainingCard, training: Training) -> None:
        card.set_training(training)
        height = card.sizeHint().height()
        experiment = experiment_of()
        for step in range(40):
            experiment = with_rate_change(experiment, 0, step, 0.1 / (step + 1))
        card.set_experiment(experiment)
        assert height < card.sizeHint().height() < height + 150

    def test_what_was_typed_was_meant_for_that_run(
        self, card: TrainingCard, training: Training
    ) -> None:
        card.set_training(training)
        card.set_experiment(experiment_of(0.02, 0.3))
        write(field(card, "rateChangeField"), "0.005")
        card.set_experiment(experiment_of(0.02, 0.4))
        assert field(card, "rateChangeField").value() == 0.005
        card.set_selected(1)
        assert field(card, "rateChangeField").value() == 0.4


def test_the_form_of_rates_is_folded_away_until_it_is_wanted(
    qtbot: QtBot, card: TrainingCard, training: Training
) -> None:
    card.set_training(training)
    card.set_experiment(experiment_of())
    card.show()
    rate, summary = field(card, "rateChangeField"), "rateChangeSummary"
    assert not rate.isVisible()
    assert text(card, summary) == "none"
    qtbot.mouseClick(card.findChild(QToolButton, "rateChangesButton"), Qt.MouseButton.LeftButton)
    assert rate.isVisible()
    card.set_experiment(with_rate_change(experiment_of(), 0, 5, 0.1))
    assert text(card, summary) == "1 change"


def test_fits_a_narrow_column(card: TrainingCard, training: Training) -> None:
    card.set_training(training)
    card.set_experiment(replace(experiment_of(), runs=(Run(optimizer=SGD(), name=60 * "n"),) * 2))
    assert card.minimumSizeHint().width() <= 236
    card.set_theme(DARK)
    card.resize(236, 240)
    card.grab()


def test_every_control_has_a_name(card: TrainingCard) -> None:
    experiment = with_rate_change(experiment_of(), 0, 5, 0.1)
    card.set_experiment(experiment)
    for kind in (QLineEdit, QAbstractButton):
        for control in card.findChildren(kind):
            if control.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert control.accessibleName() or control.text(), control.objectName()
                assert control.toolTip(), control.objectName()
