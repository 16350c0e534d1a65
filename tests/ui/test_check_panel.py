"""The panel of the gradient check: what it asks for, and what it keeps showing."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QToolButton

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD
from gradviz.document.check_values import CheckSamples, CheckStudy
from gradviz.document.experiment import Experiment, Run
from gradviz.document.gradient_check import evaluate_check
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.themes import DARK
from gradviz.ui.check_panel import CheckPanel
from gradviz.ui.controls import Choice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training

MOONS = Experiment(
    method=Method.EXACT,
    runs=(Run(optimizer=SGD(lr=0.1)), Run(optimizer=SGD(lr=0.2))),
    network=replace(task_of("moons"), sizes=(2, 4, 2), epochs=1),
    seed=3,
)


class Asked:
    """A panel that is answered at once, with what it asked for."""

    def __init__(self, panel: CheckPanel) -> None:
        self.panel, self.asked, self.seconds = panel, 0, 1e-6
        self.training: Training = train(MOONS)
        self.place = (0, 2)
        panel.set_training(self.training)
        panel.requestChanged.connect(self.answer)
        self.answer()

    @property
    def study(self) -> CheckStudy:
        study = self.panel.view.picture.study
        assert study is not None
        return study

    def answer(self) -> None:
        self.asked += 1
        request = self.panel.request(self.training, *self.place)
        assert request is not None
        ticks = count()
        self.panel.take(evaluate_check(request, None, lambda: next(ticks) * self.seconds))

    def go(self, index: int, step: int) -> None:
        self.place = (index, step)
        self.panel.set_selected(index)
        self.panel.set_cursor(step)
        self.answer()

    def action(self, name: str) -> QAction:
        found = self.panel.findChild(QAction, name)
        assert isinstance(found, QAction)
        return found

    def choose(self, samples: CheckSamples) -> None:
        choice = self.panel.findChild(Choice, "checkSamplesCombo")
        assert choice is not None
        choice.show_value(samples)
        choice.activated.emit(choice.currentIndex())

    @property
    def all_button(self) -> QToolButton:
        found = self.panel.findChild(QToolButton, "checkAllButton")
        assert isinstance(found, QToolButton)
        return found


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    panel = CheckPanel()
    qtbot.addWidget(panel)
    panel.resize(640, 600)
    panel.show()
    return Asked(panel)


def test_it_is_asked_for_at_rest() -> None:
    assert CheckPanel.KIND is StudyKind.CHECK
    assert CheckPanel.RESTS


def test_a_check_of_other_weights_is_veiled_until_there_is_a_new_one(asked: Asked) -> None:
    panel = asked.panel
    picture = panel.view.picture
    asked.go(0, 2)
    assert not picture.dimmed
    panel.set_cursor(3)
    assert picture.dimmed
    panel.set_cursor(2)
    assert not picture.dimmed
    panel.set_selected(1)
    assert picture.dimmed
    asked.go(1, 2)
    assert not picture.dimmed
    panel.set_training(train(replace(MOONS, runs=MOONS.runs[:1])))  # run 1 is gone
    assert picture.dimmed
    panel.set_training(asked.training)
    assert not picture.dimmed
    panel.set_training(train(replace(MOONS, seed=4)))
    assert picture.dimmed
    panel.set_training(None)
    assert not picture.dimmed  # there is nothing to see


def test_it_asks_for_the_step_under_the_cursor(asked: Asked) -> None:
    request = asked.study.request
    assert (request.moment.step, request.samples) == (2, CheckSamples.BATCH)
    assert request.every_scheme
    asked.go(1, 3)
    moment = asked.study.request.moment
    assert moment.step == 3
    assert moment.experiment.runs[0].optimizer == SGD(lr=0.2)
    assert asked.panel.request(asked.training, 7, 0) is None


def test_other_samples_are_asked_for(asked: Asked) -> None:
    asked.choose(CheckSamples.ONE)
    assert asked.study.samples == 1
    asked.choose(CheckSamples.TRAIN)
    assert asked.study.samples == asked.training.train.count
    assert asked.asked == 3


def test_one_scheme_is_asked_for(asked: Asked) -> None:
    asked.action("checkSchemesAction").trigger()
    assert {line.method for line in asked.study.sweep.lines} == {Method.CENTRAL}
    assert asked.asked == 2


def test_all_weights_are_offered_where_some_were_left_out(asked: Asked) -> None:
    assert not asked.all_button.isVisible()
    asked.seconds = 0.2
    asked.answer()
    assert not asked.study.is_whole
    assert asked.all_button.isVisible()
    assert asked.all_button.text() == "Check all 22 weights"
    asked.all_button.click()
    assert asked.study.is_whole
    assert not asked.all_button.isVisible()
    # that was a wish for this step and these samples alone
    asked.go(0, 3)
    assert not asked.study.is_whole
    asked.go(0, 2)
    assert asked.study.is_whole
    asked.choose(CheckSamples.ONE)
    assert not asked.study.is_whole


def test_the_last_check_is_shown_until_there_is_another(asked: Asked) -> None:
    shown = asked.study
    asked.panel.set_cursor(4)
    asked.panel.set_training(train(replace(MOONS, runs=MOONS.runs[:1])))
    assert asked.study is shown
    asked.panel.set_training(train(replace(MOONS, network=replace(task_of("iris"), epochs=0))))
    assert asked.panel.view.picture.study is None
    asked.answer()
    wider = replace(task_of("moons"), sizes=(2, 5, 2), epochs=0)
    asked.panel.set_training(train(replace(MOONS, network=wider)))
    assert asked.panel.view.picture.study is None
    asked.panel.set_training(None)
    asked.panel.take(None)


def test_a_new_h_is_told(asked: Asked) -> None:
    told: list[tuple[float, bool]] = []
    asked.panel.hDragged.connect(lambda h, last: told.append((h, last)))
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(asked.panel.view, key)
    assert told == [(1e-5, True)]


def test_a_narrow_panel_breaks_its_row(asked: Asked) -> None:
    asked.seconds = 0.2
    asked.answer()
    panel = asked.panel
    assert panel.minimumSizeHint().width() <= 240
    QApplication.processEvents()
    wide = panel.view.y()
    panel.resize(300, 480)
    QApplication.processEvents()
    assert panel.view.y() > wide
    buttons = panel.findChildren(QToolButton)
    assert all(b.mapTo(panel, b.rect().bottomRight()).x() < 300 for b in buttons)


def test_everything_has_a_name(asked: Asked) -> None:
    panel = asked.panel
    panel.set_theme(DARK)
    panel.set_dimmed(True)
    panel.grab()
    assert panel.view.picture.theme is DARK
    assert panel.accessibleName()
    assert panel.view.objectName() == "checkView"
    for widget in (*panel.findChildren(QToolButton), panel.findChild(Choice)):
        assert widget.accessibleName()
        assert widget.toolTip()
        assert widget.objectName()
