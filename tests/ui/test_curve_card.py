"""The cards of curves in network mode: steps or epochs, and accuracy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.curves import Quantity
from gradviz.plots.run_series import Grain
from gradviz.ui.controls import Choice
from gradviz.ui.curve_card import CurveCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


@pytest.fixture(scope="module")
def training() -> Training:
    task = replace(task_of("moons"), epochs=4)
    run = Run(optimizer=SGD(lr=0.1))
    return train(Experiment(network=task, runs=(run,), method=Method.EXACT, seed=4))


def shown(qtbot: QtBot, quantity: Quantity) -> CurveCard:
    card = CurveCard("Curve", quantity, "curveView")
    qtbot.addWidget(card)
    card.resize(264, 200)
    card.show()
    return card


def test_steps_or_epochs_are_chosen_for_a_training_alone(qtbot: QtBot, training: Training) -> None:
    card = shown(qtbot, Quantity.VALUE)
    choice = card.findChild(Choice, "curveViewGrain")
    assert not choice.isVisible()
    card.view.set_results(training)
    assert choice.isVisible()
    assert choice.currentText() == "Every epoch"
    assert card.view.picture.grain is Grain.EPOCHS
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert card.view.picture.grain is Grain.STEPS
    card.view.set_results(evaluate(Experiment(steps=5)))
    assert not choice.isVisible()


def test_it_keeps_to_its_column(qtbot: QtBot, training: Training) -> None:
    card = shown(qtbot, Quantity.VALUE)
    card.view.set_results(training)
    assert card.minimumSizeHint().width() <= 264


def test_accuracy_has_percents_and_no_choice(qtbot: QtBot, training: Training) -> None:
    card = shown(qtbot, Quantity.ACCURACY)
    card.view.set_results(training)
    assert card.findChildren(Choice) == []
    assert not card.grab().isNull()


def test_the_gradient_norm_has_no_epochs_to_choose(qtbot: QtBot, training: Training) -> None:
    card = shown(qtbot, Quantity.GRADIENT_NORM)
    card.view.set_results(training)
    assert card.findChild(Choice, "curveViewGrain") is None
    assert card.findChild(Choice, "curveViewScale").isVisible()
