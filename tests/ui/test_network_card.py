"""The network card: layers in many spellings, what cannot be, the weights at the cursor."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QToolButton

from gradviz.core.differences import Method
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import MAX_LAYERS, MAX_UNITS, task_of
from gradviz.document.training import train
from gradviz.plots.themes import DARK
from gradviz.ui.layers_field import SizesError, check_weights, parse_sizes, written
from gradviz.ui.network_card import NEW_LAYER, NetworkCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


def experiment_of(key: str = "xor", **changes: object) -> Experiment:
    runs = (Run(optimizer=Adam(lr=0.05)), Run(optimizer=SGD(lr=0.1), style=1))
    task = replace(task_of(key), **changes)
    return Experiment(network=task, runs=runs, method=Method.EXACT)


@pytest.fixture(scope="module")
def training() -> Training:
    return train(experiment_of(epochs=12))


@pytest.fixture
def card(qtbot: QtBot) -> NetworkCard:
    card = NetworkCard()
    qtbot.addWidget(card)
    card.resize(288, 360)
    card.set_experiment(experiment_of("spiral"))
    card.show()
    return card


def layers(card: NetworkCard) -> QLineEdit:
    found: QLineEdit = card.findChild(QLineEdit, "layersField")
    return found


def write(card: NetworkCard, text: str) -> None:
    layers(card).setText(text)
    layers(card).textEdited.emit(text)


def leave(field: QLineEdit) -> None:
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))


def listen(card: NetworkCard) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    card.taskEdited.connect(told.append)
    return told


def message(card: NetworkCard, name: str = "sizes") -> str:
    line = card.findChild(QLabel, f"{name}Message")
    return line.text() if line.isVisible() else ""


def click(card: NetworkCard, name: str) -> None:
    card.findChild(QToolButton, name).click()


class TestSizes:
    @pytest.mark.parametrize(
        "text",
        [
            "2-16-16-3",
            "2, 16, 16, 3",
            "2 16 16 3",
            "2,16,16,3",
            " [2, 16, 16, 3] ",
            "(2;16;16;3)",
            "2->16->16->3",
            "2 → 16 → 16 → 3",
            "2–16–16–3",
            "2 − 16 − 16 − 3",
            "2x16x16x3",
            "2×16×16×3",
            "002-16-16-3",
        ],
    )
    def test_are_read_in_many_spellings(self, text: str) -> None:
        assert parse_sizes(text) == (2, 16, 16, 3)

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("", "two"),
            ("[]", "two"),
            ("16", "two"),
            ("2-16-", "missing"),
            ("-2-3", "missing"),
            ("2-a-3", "“a”"),
            ("2-1.5-3", "“1.5”"),
            ("2-1e3-3", "“1e3”"),
            ("2-０-3", "“０”"),  # noqa: RUF001 - a figure that is none of ours
            ("2-0-3", "not 0"),
            (f"2-{MAX_UNITS + 1}-3", str(MAX_UNITS)),
            ("2-" + 300 * "9" + "-3", str(MAX_UNITS)),
            ("-".join(["2"] * (MAX_LAYERS + 1)), str(MAX_LAYERS)),
            ("hidden layers", "“hidden”"),
        ],
    )
    def test_what_lists_none_is_told_why(self, text: str, word: str) -> None:
        with pytest.raises(SizesError) as caught:
            parse_sizes(text)
        assert word in str(caught.value)
        assert str(caught.value).endswith(".")

    def test_too_many_weights_are_told(self) -> None:
        check_weights((2, 990, 990, 2), has_bias=False)
        with pytest.raises(SizesError, match="weights"):
            check_weights((2, 1000, 1000, 2), has_bias=False)

    @settings(max_examples=60)
    @given(st.lists(st.integers(1, MAX_UNITS), min_size=2, max_size=MAX_LAYERS))
    def test_are_read_as_they_are_written(self, sizes: list[int]) -> None:
        assert parse_sizes(written(tuple(sizes))) == tuple(sizes)

    @settings(max_examples=100)
    @given(st.text(max_size=30))
    def test_any_text_is_read_or_told(self, text: str) -> None:
        with suppress(SizesError):
            assert all(1 <= size <= MAX_UNITS for size in parse_sizes(text))


class TestShows:
    def test_the_network_without_telling(self, card: NetworkCard) -> None:
        told = listen(card)
        card.set_experiment(experiment_of("digits", loss=Loss.BOOK_CROSS_ENTROPY))
        assert layers(card).text() == "64-50-10"
        combo = card.findChild(QComboBox, "lossCombo")
        assert combo.currentData() == Loss.BOOK_CROSS_ENTROPY
        assert combo.toolTip()
        # 64 * 50 + 50 + 50 * 10 + 10
        assert any("3,760 weights" in q.text() for q in card.findChildren(QLabel))
        assert told == []

    def test_an_experiment_with_a_function_changes_nothing(self, card: NetworkCard) -> None:
        card.set_experiment(Experiment())
        assert layers(card).text() == "2-16-16-3"

    def test_sizes_typed_in_another_spelling_stay(self, card: NetworkCard) -> None:
        told = listen(card)
        write(card, "2, 8, 3")
        assert told == [{"sizes": (2, 8, 3)}]
        card.set_experiment(experiment_of("spiral", sizes=(2, 8, 3)))
        assert layers(card).text() == "2, 8, 3"

    def test_the_weights_of_the_selected_run_at_the_cursor(
        self, card: NetworkCard, training: Training
    ) -> None:
        card.set_experiment(training.experiment)
        card.set_training(training)
        picture = card.sketch.picture
        for index, step in ((0, 0), (1, 5), (1, 12)):
            card.set_selected(index)
            card.set_cursor(step)
            path = training.runs[index].trajectory
            assert np.array_equal(picture.weights, path.x[step])
            assert np.array_equal(picture.gradient, path.gradient[step])
            assert picture.step == step
        card.set_cursor(10**9)
        assert picture.step == path.steps
        assert picture.outputs == training.train.classes
        card.grab()

    def test_a_partial_training(self, card: NetworkCard) -> None:
        experiment = experiment_of(epochs=5)
        parts: list[Training] = []
        counted = iter(range(10**9))
        train(experiment, cancelled=lambda: next(counted) > 3, on_progress=parts.append)
        stopped = train(experiment, cancelled=lambda: next(counted) > 3)
        card.set_experiment(experiment)
        for index in (0, 1, 7):
            card.set_selected(index)
            card.set_training(stopped)
            assert card.sketch.picture.weights is not None

    def test_no_weights_of_another_network(self, card: NetworkCard, training: Training) -> None:
        card.set_experiment(training.experiment)
        card.set_training(training)
        card.set_experiment(experiment_of(sizes=(2, 5, 2)))
        assert card.sketch.picture.weights is None
        assert card.sketch.picture.outputs == training.train.classes
        card.set_experiment(experiment_of("spiral"))
        assert card.sketch.picture.outputs == ()
        card.set_experiment(training.experiment)
        assert card.sketch.picture.weights is not None

    @pytest.mark.parametrize("width", [236, 260, 288, 312])
    def test_fits_a_narrow_column(self, card: NetworkCard, width: int) -> None:
        assert card.minimumSizeHint().width() <= 236
        card.resize(width, 340)
        card.set_theme(DARK)
        card.grab()


class TestTells:
    def test_hidden_layers_while_they_are_typed(self, card: NetworkCard) -> None:
        told = listen(card)
        write(card, "2-16-1-3")
        write(card, "2-16-3")
        assert told == [{"sizes": (2, 16, 1, 3)}, {"sizes": (2, 16, 3)}]

    def test_other_ends_when_the_field_is_left(self, card: NetworkCard) -> None:
        told = listen(card)
        write(card, "2-16-16-4")
        assert told == []
        leave(layers(card))
        assert told == [{"sizes": (2, 16, 16, 4)}]
        write(card, "3-16-16-3")
        layers(card).returnPressed.emit()
        assert told[1:] == [{"sizes": (3, 16, 16, 3)}]

    def test_what_does_not_fit_is_told_below_and_stays(self, card: NetworkCard) -> None:
        write(card, "2-16-16-4")
        leave(layers(card))
        card.set_error("sizes", "The last size must be 3.")
        assert message(card) == "The last size must be 3."
        assert layers(card).text() == "2-16-16-4"
        assert layers(card).property("invalid")
        write(card, "2-16-16-3")
        assert message(card) == ""
        assert not layers(card).property("invalid")

    def test_what_is_no_list_is_told_below_and_not_further(self, card: NetworkCard) -> None:
        told = listen(card)
        for text in ("2-16-16-", "2-2000-2000-3", "2-many-3", "2"):
            write(card, text)
            leave(layers(card))
            assert message(card)
        assert told == []
        assert layers(card).accessibleDescription() == message(card)

    def test_escape_brings_the_sizes_back(self, qtbot: QtBot, card: NetworkCard) -> None:
        write(card, "2-many-3")
        qtbot.keyClick(layers(card), Qt.Key.Key_Escape)
        assert (layers(card).text(), message(card)) == ("2-16-16-3", "")

    def test_buttons_add_and_remove_a_layer(self, card: NetworkCard) -> None:
        told = listen(card)
        click(card, "addLayerButton")
        click(card, "removeLayerButton")
        assert told == [{"sizes": (2, 16, 16, 16, 3)}, {"sizes": (2, 16, 3)}]

    def test_the_first_hidden_layer_has_some_units(self, card: NetworkCard) -> None:
        card.set_experiment(experiment_of("simplenet"))
        told = listen(card)
        assert not card.findChild(QToolButton, "removeLayerButton").isEnabled()
        click(card, "addLayerButton")
        assert told == [{"sizes": (2, NEW_LAYER, 3)}]

    def test_without_a_hidden_layer_there_is_no_activation_to_choose(
        self, card: NetworkCard
    ) -> None:
        combo = card.findChild(QComboBox, "activationCombo")
        card.set_experiment(experiment_of("simplenet"))
        assert not combo.isEnabled()
        assert "hidden layer" in combo.toolTip()
        card.set_experiment(experiment_of("spiral"))
        assert combo.isEnabled()
        assert "hidden layer" not in combo.toolTip()

    def test_there_is_an_end_to_layers_and_units(self, card: NetworkCard) -> None:
        told = listen(card)
        card.set_experiment(experiment_of("spiral", sizes=(2, *[1] * (MAX_LAYERS - 2), 3)))
        assert not card.findChild(QToolButton, "addLayerButton").isEnabled()
        card.sketch.layerAdded.emit(3)
        card.sketch.unitsStepped.emit(1, -1)
        card.set_experiment(experiment_of("spiral", sizes=(2, MAX_UNITS, 3)))
        card.sketch.unitsStepped.emit(1, 8)
        assert told == []
        card.set_experiment(experiment_of("spiral", sizes=(2, 990, 990, 3)))
        for _ in range(2):
            card.sketch.unitsStepped.emit(1, 8)
        assert told == [{"sizes": (2, 998, 990, 3)}] * 2
        card.sketch.layerAdded.emit(2)
        assert len(told) == 2
        assert "1,000,000" in message(card)

    def test_the_drawing_steps_the_layer_it_says(self, card: NetworkCard) -> None:
        told = listen(card)
        card.set_experiment(experiment_of("spiral", sizes=(2, 4, 6, 3)))
        card.sketch.unitsStepped.emit(2, 8)
        card.sketch.layerAdded.emit(1)
        card.sketch.layerRemoved.emit(1)
        assert [edit["sizes"] for edit in told] == [(2, 4, 14, 3), (2, 4, 4, 6, 3), (2, 6, 3)]

    def test_choices(self, card: NetworkCard) -> None:
        told = listen(card)
        for name, value in (
            ("activationCombo", Activation.SIGMOID),
            ("lossCombo", Loss.SQUARED),
            ("initialiserCombo", Initialiser.NORMAL),
        ):
            combo = card.findChild(QComboBox, name)
            combo.activated.emit(combo.findData(value))
        click(card, "biasButton")
        assert told == [
            {"activation": Activation.SIGMOID},
            {"loss": Loss.SQUARED},
            {"initialiser": Initialiser.NORMAL},
            {"has_bias": False},
        ]
        assert isinstance(told[0]["activation"], Activation)

    def test_a_loss_that_does_not_fit_goes_back(self, card: NetworkCard) -> None:
        card.set_experiment(experiment_of("linear"))
        combo = card.findChild(QComboBox, "lossCombo")
        combo.setCurrentIndex(combo.findData(Loss.CROSS_ENTROPY))
        combo.activated.emit(combo.currentIndex())
        card.set_error("loss", "Cross entropy needs classes.")
        assert combo.currentData() == Loss.SQUARED
        assert message(card, "loss") == "Cross entropy needs classes."
        card.set_experiment(experiment_of("linear", epochs=3))
        assert message(card, "loss") == ""


def test_every_control_has_a_name(card: NetworkCard) -> None:
    for kind in (QLineEdit, QComboBox, QToolButton):
        for control in card.findChildren(kind):
            assert control.accessibleName(), control.objectName()
            assert control.toolTip(), control.objectName()


def test_biases_that_are_refused_do_not_look_chosen(card: NetworkCard) -> None:
    chip = card.findChild(QToolButton, "biasButton")
    assert isinstance(chip, QToolButton)
    told = listen(card)
    chip.click()  # nobody takes it
    assert told == [{"has_bias": False}]
    assert chip.isChecked()
    card.taskEdited.connect(lambda changes: card.set_experiment(experiment_of("spiral", **changes)))
    chip.click()
    assert not chip.isChecked()
