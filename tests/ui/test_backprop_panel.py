"""The panel of backpropagation: which sample, which stage, what can be pressed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.backpropagation import evaluate_backpropagation
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.themes import DARK
from gradviz.ui.backprop_panel import BackpropPanel
from gradviz.ui.controls import SegmentedControl
from gradviz.ui.number_field import NumberField
from gradviz.ui.stage_dots import StageDots

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


def trained(key: str) -> Training:
    task = replace(task_of(key), epochs=1)
    run = Run(optimizer=parse_optimizer("sgd:lr=0.1"))
    return train(Experiment(network=task, method=Method.EXACT, runs=(run,)))


class Asked:
    """A panel that is answered at once."""

    def __init__(self, panel: BackpropPanel, training: Training) -> None:
        self.panel, self.step, self.count = panel, 0, 0
        panel.requestChanged.connect(self.answer)
        self.show(training)

    def show(self, training: Training) -> None:
        self.training = training
        self.panel.set_training(training)
        self.answer()

    def answer(self) -> None:
        self.count += 1
        request = self.panel.request(self.training, 0, self.step)
        assert request is not None
        self.panel.take(evaluate_backpropagation(request))

    def action(self, name: str) -> QAction:
        found = self.panel.findChild(QAction, f"backprop{name}Action")
        assert isinstance(found, QAction)
        return found

    @property
    def field(self) -> NumberField:
        found = self.panel.findChild(NumberField, "backpropSampleField")
        assert found is not None
        return found

    @property
    def dots(self) -> StageDots:
        found = self.panel.findChild(StageDots)
        assert found is not None
        return found

    @property
    def title(self) -> str:
        label = self.panel.findChild(QLabel, "stageLabel")
        assert label is not None
        return label.text()

    @property
    def shown(self) -> tuple[int, bool]:
        study = self.panel.view.picture.study
        assert study is not None
        return study.sample, study.request.is_test


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    panel = BackpropPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 720)
    panel.show()
    return Asked(panel, trained("moons"))


def test_what_the_window_needs_to_know(asked: Asked) -> None:
    assert (asked.panel.KIND, asked.panel.RESTS) == (StudyKind.BACKPROPAGATION, False)


def test_stages_are_advanced_to_the_ends(asked: Asked, qtbot: QtBot) -> None:
    panel = asked.panel
    assert panel.stage_count == 9
    panel.to_first()
    assert not panel.advance(-1)
    with qtbot.waitSignal(panel.stageChanged) as changed:
        assert panel.advance(1)
    assert changed.args == [1]
    assert asked.title == "Forward: layer 1 of 2"
    panel.to_last()
    assert (panel.stage, asked.title) == (8, "The update")
    with qtbot.assertNotEmitted(panel.stageChanged):
        assert not panel.advance(1)
    panel.to_first()
    assert panel.stage == 0


def test_buttons_step_through_the_stages(asked: Asked) -> None:
    back, on = asked.action("PreviousStage"), asked.action("NextStage")
    asked.panel.to_first()
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    on.trigger()
    assert asked.panel.stage == 1
    assert back.isEnabled()
    back.trigger()
    assert asked.panel.stage == 0
    asked.panel.to_last()
    assert (back.isEnabled(), on.isEnabled()) == (True, False)


def test_a_dot_leads_to_its_stage(asked: Asked) -> None:
    width = asked.dots.width() / 9
    at = QPoint(round(5.5 * width), asked.dots.height() // 2)
    QTest.mouseClick(asked.dots, Qt.MouseButton.LeftButton, pos=at)
    assert asked.panel.stage == 5
    assert asked.dots.accessibleDescription() == "Stage 6 of 9: Backward: affine 2 of 2"


def test_another_step_stays_at_its_stage(asked: Asked) -> None:
    asked.panel.set_stage(6)
    asked.step = 3
    asked.answer()
    assert asked.panel.stage == 6
    assert asked.panel.view.picture.study.request.moment.step == 3


def test_samples_are_turned_over(asked: Asked) -> None:
    back, on = asked.action("PreviousSample"), asked.action("NextSample")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    on.trigger()
    assert asked.shown == (1, False)
    assert asked.field.value() == 2
    QTest.keyClick(asked.panel.view, Qt.Key.Key_PageDown)
    assert asked.shown == (2, False)
    back.trigger()
    assert asked.shown == (1, False)
    last = asked.training.train.count
    asked.field.edited.emit(asked.field.set_value(last))
    assert asked.shown == (last - 1, False)
    assert not on.isEnabled()
    count = asked.count
    QTest.keyClick(asked.panel.view, Qt.Key.Key_PageDown)
    assert asked.count == count


def test_a_sample_is_typed(asked: Asked) -> None:
    asked.field.selectAll()
    QTest.keyClicks(asked.field, "12")
    assert asked.shown == (11, False)
    assert asked.field.text() == "12"
    label = next(w for w in asked.panel.findChildren(QLabel) if w.text() == "of 150")
    assert label.isVisible()


def choose_test(asked: Asked) -> QToolButton:
    segments = asked.panel.findChild(SegmentedControl)
    assert segments is not None
    return next(b for b in segments.findChildren(QToolButton) if b.text() == "Test")


def test_there_are_fewer_samples_to_test_with(asked: Asked) -> None:
    asked.field.set_value(140)
    asked.answer()
    choose_test(asked).click()
    assert asked.shown == (49, True)
    assert asked.field.value() == 50


def test_without_test_samples_none_are_offered(asked: Asked) -> None:
    choose_test(asked).click()
    asked.show(trained("xor"))
    assert not choose_test(asked).isEnabled()
    assert asked.shown == (1, False)  # the first one that is not (0, 0)
    asked.show(trained("moons"))
    assert asked.shown == (1, True)


def test_a_network_opens_with_all_numbers_of_a_sample_that_is_not_0(asked: Asked) -> None:
    assert (asked.panel.stage, asked.title) == (8, "The update")
    asked.panel.set_stage(2)
    asked.show(trained("moons"))
    assert asked.panel.stage == 2  # as the user left it
    training = trained("spiral")
    assert not training.train.inputs[0].any()
    asked.show(training)
    assert asked.panel.stage == 11
    sample, _ = asked.shown
    assert training.train.inputs[sample].any()
    assert not training.train.inputs[:sample].any()
    assert asked.field.value() == sample + 1


def test_another_network_forgets_what_was_shown(asked: Asked) -> None:
    asked.panel.set_stage(8)
    asked.panel.set_training(trained("xor"))
    assert asked.panel.view.picture.study is None
    assert asked.panel.stage == 0
    assert not asked.action("NextStage").isEnabled()
    asked.show(trained("spiral"))
    assert asked.panel.stage_count == 12
    asked.panel.set_training(None)
    assert asked.panel.view.picture.problem()


def test_a_clicked_unit_is_told_of_where_it_has_its_part(asked: Asked) -> None:
    picture = asked.panel.view.picture
    asked.panel.to_first()
    asked.panel.view.unitPicked.emit(1, 7)
    assert (asked.panel.stage, picture.unit(1)) == (1, 7)
    asked.panel.view.unitPicked.emit(3, 0)
    assert asked.panel.stage == 3
    asked.panel.set_stage(4)
    asked.panel.view.unitPicked.emit(1, 2)
    assert (asked.panel.stage, picture.unit(1)) == (5, 2)


def test_the_row_breaks_where_it_is_narrow(asked: Asked, qtbot: QtBot) -> None:
    asked.panel.set_theme(DARK)
    high = asked.panel.view.height()
    asked.panel.resize(380, 720)
    qtbot.waitUntil(lambda: asked.panel.view.height() < high)
    heights = set()
    for stage in range(asked.panel.stage_count):
        asked.panel.set_stage(stage)
        QApplication.processEvents()
        heights.add(asked.panel.view.height())
    assert len(heights) == 1


def test_everything_has_a_name(asked: Asked) -> None:
    for button in asked.panel.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip()
    assert asked.panel.view.accessibleName()
    assert asked.dots.accessibleName()
