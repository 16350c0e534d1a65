"""The table while a network is trained: epochs or steps, the cursor, what is copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.themes import DARK
from gradviz.ui.steps_table import StepsTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


@pytest.fixture(scope="module")
def training() -> Training:
    runs = (Run(optimizer=SGD(lr=0.1)), Run(optimizer=Adam(lr=0.02), style=1))
    task = replace(task_of("moons"), epochs=20)
    return train(Experiment(network=task, runs=runs, method=Method.EXACT, seed=4))


@pytest.fixture
def table(qtbot: QtBot, training: Training) -> StepsTable:
    made = StepsTable()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.set_theme(DARK)
    made.set_training(training)
    made.show()
    return made


def press(table: StepsTable, name: str) -> None:
    table.findChild(QToolButton, name).click()


def headings(table: StepsTable) -> list[str]:
    model = table.view.steps
    return [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]


def says(table: StepsTable, text: str) -> bool:
    return any(label.text() == text for label in table.findChildren(QLabel))


def test_it_opens_with_epochs_and_turns_to_steps(table: StepsTable, training: Training) -> None:
    pace = training.batches.steps_per_epoch
    assert table.view.steps.rowCount() == 21
    assert headings(table)[:3] == ["epoch", "step", "train loss"]
    assert says(table, "20 epochs")
    assert says(table, "SGD")
    press(table, "stepRowsButton")
    assert table.view.steps.rowCount() == 20 * pace + 1
    assert headings(table)[:3] == ["step", "epoch", "batch loss"]
    assert says(table, f"{20 * pace} steps")
    assert table.view.steps.number(pace, 1) == 1
    table.set_selected(1)
    assert says(table, "Adam")
    value = training.runs[1].trajectory.value[3]
    assert table.view.steps.number(3, 2) == value


def test_the_cursor_is_at_the_epoch_of_its_step(table: StepsTable, training: Training) -> None:
    pace = training.batches.steps_per_epoch
    table.set_cursor(7 * pace + 2)
    assert table.view.cursor_row == 7
    press(table, "stepRowsButton")
    assert table.view.cursor_row == 7 * pace + 2
    told: list[int] = []
    table.cursorPicked.connect(told.append)
    press(table, "epochRowsButton")
    assert not told
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert told == [8 * pace]


def test_epochs_are_copied_with_all_digits(table: StepsTable, training: Training) -> None:
    table.view.selectRow(2)
    table.findChild(QAction, "copyRowsWithHeadersAction").trigger()
    head, row = (line.split("\t") for line in QGuiApplication.clipboard().text().splitlines())
    assert head[:3] == ["epoch", "step", "train loss"]
    epoch = training.runs[0].epochs[2]
    assert row == [
        "2",
        str(2 * training.batches.steps_per_epoch),
        repr(epoch.train.loss),
        repr(100.0 * epoch.train.accuracy),
        repr(epoch.test.loss),
        repr(100.0 * epoch.test.accuracy),
        "0.1",
    ]


def test_epochs_are_added_while_it_trains(table: StepsTable, training: Training) -> None:
    result, pace = training.runs[0], training.batches.steps_per_epoch
    for count in (1, 2, 9, 15):
        part = replace(
            result,
            trajectory=result.trajectory.begun((count - 1) * pace + 1, 0),
            epochs=result.epochs[:count],
            verdict=None,
            complete=False,
        )
        table.set_training(replace(training, runs=(part, training.runs[1])))
        assert table.view.steps.rowCount() == count
    assert table.view.steps.number(14, 6) == 0.1


def test_a_function_has_steps_alone(table: StepsTable) -> None:
    button = table.findChild(QToolButton, "epochRowsButton")
    assert button.isVisible()
    results = evaluate(Experiment(steps=9))
    table.set_result(results.runs[0], results.formula.variables)
    assert not button.isVisible()
    assert headings(table)[:2] == ["k", "x₀"]
    assert says(table, "9 steps")
    table.set_training(None)
    assert table.view.steps.rowCount() == 0
