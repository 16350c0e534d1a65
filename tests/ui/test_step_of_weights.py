"""The card of a step when a network is trained: which weights, and their arithmetic."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel

from gradviz.core.differences import Method
from gradviz.core.rules import parse_rule
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.themes import DARK
from gradviz.plots.typeset_rows import Words
from gradviz.plots.typeset_table import Table
from gradviz.plots.typeset_view import TypesetView
from gradviz.ui.controls import Choice
from gradviz.ui.number_field import NumberField
from gradviz.ui.step_card import StepCard
from gradviz.ui.weight_choice import WeightChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


def trained(key: str, rule: str = "sgd:lr=0.1", method: Method = Method.EXACT) -> Training:
    optimizer, schedule, clip = parse_rule(rule)
    run = Run(optimizer=optimizer, schedule=schedule, clip=clip)
    task = replace(task_of(key), epochs=3)
    return train(Experiment(network=task, runs=(run,), method=method, seed=4))


@pytest.fixture
def card(qtbot: QtBot) -> StepCard:
    made = StepCard()
    qtbot.addWidget(made)
    made.resize(360, 270)
    with qtbot.waitExposed(made):
        made.show()
    return made


def sheet_of(card: StepCard) -> TypesetView:
    return card.findChild(TypesetView, "stepSheet")


def shown(card: StepCard, training: Training, step: int) -> Table:
    card.hide()  # so that nothing waits for its turn
    card.show_run(training, 0, step)
    card.show()
    return next(row for row in sheet_of(card).rows if isinstance(row, Table))


def words(card: StepCard) -> list[str]:
    return [row.text for row in sheet_of(card).rows if isinstance(row, Words)]


def copied(card: StepCard, name: str) -> str:
    card.findChild(QAction, name).trigger()
    return QGuiApplication.clipboard().text()


def test_all_weights_of_simplenet_are_shown(card: StepCard) -> None:
    training = trained("simplenet", method=Method.CENTRAL)
    table = shown(card, training, 0)
    assert table.heads == tuple(f"W1[{i}, {j}]" for i in (0, 1) for j in (0, 1, 2))
    printed = (0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514)
    assert table.rows[-1].values == pytest.approx(printed, abs=1e-7)
    assert words(card) == ["L is the loss over all samples (1): 0.9281"]
    assert not card.findChild(WeightChoice).isVisible()
    assert any(label.text() == "SGD, 0 → 1" for label in card.findChildren(QLabel))
    text = copied(card, "copyStepTextAction")
    assert f"W1[1, 2] = {float(training.runs[0].trajectory.x[0, 5])!r}" in text


def test_of_many_weights_the_largest_changes_are_named(card: StepCard) -> None:
    table = shown(card, trained("moons", "adam:lr=0.02"), 1)
    assert table.heads == ("w₁", "w₂")
    assert words(card)[0].startswith("Backpropagation over a batch of 32: L = 0.")
    assert words(card)[1].startswith("w₁ = ")
    assert copied(card, "copyStepTextAction").startswith("w1 is ")
    assert copied(card, "copyStepLatexAction").startswith("% w1 is ")


def test_a_weight_is_chosen_by_its_place(card: StepCard) -> None:
    training = trained("moons")
    shown(card, training, 1)
    combo = card.findChild(Choice, "weightTensorCombo")
    row, column = (card.findChild(NumberField, f"weight{n}Field") for n in ("Row", "Column"))
    assert [combo.itemText(i) for i in range(combo.count())] == [
        "Largest change",
        "W1",
        "b1",
        "W2",
        "b2",
    ]
    assert not row.isVisible()
    combo.setCurrentIndex(3)
    combo.activated.emit(3)
    assert shown(card, training, 1).heads == ("W2[0, 0]",)
    row.set_value(15)
    column.set_value(1)
    column.edited.emit(1)
    table = shown(card, training, 1)
    assert table.heads == ("W2[15, 1]",)
    path = training.runs[0].trajectory
    assert table.rows[-1].values == (path.gradient[1, 2 * 16 + 16 + 31],)
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert shown(card, training, 1).heads == ("b1[0]",)
    assert not row.isVisible()
    assert column.isVisible()
    card.choose_weight(16)
    assert shown(card, training, 1).heads == ("W1[1, 0]",)
    assert (combo.currentText(), row.value(), column.value()) == ("W1", 1, 0)
    card.choose_weight(None)
    assert shown(card, training, 1).heads == ("w₁", "w₂")


def test_another_network_forgets_the_weight_and_a_function_the_choice(card: StepCard) -> None:
    shown(card, trained("moons"), 1)
    card.choose_weight(3)
    shown(card, trained("xor"), 1)
    assert card.findChild(WeightChoice).weight is None
    card.show_run(None, 0, 0)
    card.hide()
    card.show()
    assert not card.findChild(WeightChoice).isVisible()
    assert sheet_of(card).rows == ()


def test_it_is_as_narrow_as_its_column(card: StepCard) -> None:
    card.set_theme(DARK)
    shown(card, trained("moons"), 1)
    card.choose_weight(3)
    card.resize(264, 200)
    assert card.minimumSizeHint().width() <= 264
    assert card.width() == 264
