"""The panel of answers: what it asks for, what it says, and how samples are chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from gradviz.core.differences import Method
from gradviz.core.optimizers import Adam
from gradviz.document.answers import Answers, Samples, evaluate_answers
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.answers_state import EVERYTHING
from gradviz.plots.answers_words import Group, accuracy_text
from gradviz.plots.themes import DARK
from gradviz.ui.answers_panel import AnswersPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training

DIGITS = Experiment(
    method=Method.EXACT,
    runs=(Run(optimizer=Adam(lr=0.005)), Run(optimizer=Adam(lr=0.02))),
    network=replace(task_of("digits"), epochs=2),
    seed=1,
)


def _trained(key: str) -> Training:
    return train(replace(DIGITS, runs=DIGITS.runs[:1], network=replace(task_of(key), epochs=1)))


class Asked:
    """A panel that is answered at once."""

    def __init__(self, panel: AnswersPanel, training: Training) -> None:
        self.panel, self.training, self.asked = panel, training, 0
        panel.requestChanged.connect(self.answer)
        self.show(training)

    def show(self, training: Training) -> None:
        self.training = training
        self.panel.set_training(training)
        self.answer()

    def answer(self, index: int = 0, step: int = 30) -> None:
        self.asked += 1
        request = self.panel.request(self.training, index, step)
        assert request is not None
        self.panel.take(evaluate_answers(request))

    @property
    def study(self) -> Answers:
        study = self.panel.view.picture.study
        assert study is not None
        return study

    def action(self, name: str) -> QAction:
        found = self.panel.findChild(QAction, name)
        assert isinstance(found, QAction)
        return found

    def button(self, name: str) -> QToolButton:
        found = self.panel.findChild(QToolButton, name)
        assert isinstance(found, QToolButton)
        return found

    def text(self, name: str) -> str:
        found = self.panel.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text()


@pytest.fixture(scope="module")
def digits() -> Training:
    return train(DIGITS)


@pytest.fixture
def asked(qtbot: QtBot, digits: Training) -> Asked:
    panel = AnswersPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 640)
    panel.show()
    return Asked(panel, digits)


def test_it_follows_the_cursor_and_the_run(asked: Asked) -> None:
    assert AnswersPanel.KIND is StudyKind.ANSWERS
    assert not AnswersPanel.RESTS
    assert asked.study.request.moment.step == 30
    asked.answer(1, 7)
    moment = asked.study.request.moment
    assert moment.step == 7
    assert moment.experiment.runs[0].optimizer == Adam(lr=0.02)


def test_test_samples_are_shown_first_and_train_on_request(asked: Asked) -> None:
    assert asked.study.request.samples is Samples.TEST
    assert asked.button("answersTestButton").isChecked()
    asked.button("answersTrainButton").click()
    assert asked.asked == 2
    assert asked.study.request.samples is Samples.TRAIN
    assert asked.text("answersPageLabel").endswith("of 1438")


def test_without_test_samples_that_is_said(asked: Asked) -> None:
    test = asked.button("answersTestButton")
    asked.show(_trained("xor"))
    assert not test.isEnabled()
    assert "No samples are kept back" in test.toolTip()
    assert asked.button("answersTrainButton").isChecked()
    assert asked.study.request.samples is Samples.TRAIN
    asked.show(_trained("moons"))
    assert test.isEnabled()
    assert test.isChecked(), "the wish is kept"
    assert "No samples" not in test.toolTip()


def test_accuracy_and_page_are_said_in_words(asked: Asked) -> None:
    assert asked.text("answersAccuracyLabel") == accuracy_text(asked.study)
    first, last, count = asked.panel.view.picture.span(asked.panel.view.extent())
    assert (first, count) == (1, 359)
    assert asked.text("answersPageLabel") == f"1 to {last} of 359"
    assert not asked.button("answersPreviousButton").isEnabled()
    asked.button("answersNextButton").click()
    assert asked.text("answersPageLabel") == f"{last + 1} to {2 * last} of 359"
    asked.button("answersPreviousButton").click()
    assert asked.text("answersPageLabel") == f"1 to {last} of 359"
    asked.panel.resize(700, 400)
    QApplication.processEvents()
    assert asked.text("answersPageLabel") != f"1 to {last} of 359"


def test_wrong_samples_alone(asked: Asked) -> None:
    chip = asked.button("wrongOnlyChip")
    chip.click()
    wrong = int(asked.study.is_wrong.sum())
    assert asked.text("answersPageLabel").endswith(f"of {wrong}")
    chip.click()
    assert asked.text("answersPageLabel").endswith("of 359")


def test_a_group_has_a_chip_that_takes_it_away(asked: Asked) -> None:
    chip = asked.button("answersGroupChip")
    assert not chip.isVisible()
    asked.panel.view.set_group(Group(8, 1))
    count = asked.study.confusion[8, 1]
    assert count > 1
    assert chip.isVisible()
    assert chip.text() == f"8 taken for 1: {count} samples ×"
    asked.answer(0, 0)
    count = asked.study.confusion[8, 1]
    assert chip.text().startswith(f"8 taken for 1: {count} sample"), "it follows the training"
    chip.click()
    assert not chip.isVisible()
    assert asked.panel.view.picture.group == EVERYTHING


def test_the_last_answers_are_shown_until_there_are_others(asked: Asked) -> None:
    shown = asked.study
    asked.panel.set_cursor(4)
    asked.panel.set_selected(1)
    asked.panel.set_training(asked.training)
    assert asked.study is shown
    asked.panel.view.set_group(Group(3))
    asked.panel.set_training(_trained("iris"))
    assert asked.panel.view.picture.study is None
    assert not asked.button("answersGroupChip").isVisible()
    asked.panel.set_training(None)
    asked.panel.take(None)
    assert asked.text("answersPageLabel") == ""


def test_numbers_have_no_pages(asked: Asked) -> None:
    asked.show(_trained("linear"))
    assert "Data tab" in asked.panel.view.picture.problem()
    assert asked.text("answersAccuracyLabel") == ""
    assert not asked.button("wrongOnlyChip").isEnabled()
    asked.panel.grab()


def test_a_narrow_panel_breaks_its_row(asked: Asked) -> None:
    panel = asked.panel
    assert panel.minimumSizeHint().width() <= 240
    QApplication.processEvents()
    wide = panel.view.y()
    panel.resize(420, 560)
    QApplication.processEvents()
    assert panel.view.y() > wide
    for name in ("answersPageLabel", "answersAccuracyLabel"):
        label = panel.findChild(QLabel, name)
        assert label is not None
        assert label.width() >= label.sizeHint().width(), "words are not cut off"
        assert label.mapTo(panel, label.rect().topRight()).x() <= 420


def test_everything_has_a_name(asked: Asked) -> None:
    panel = asked.panel
    panel.set_theme(DARK)
    panel.set_dimmed(True)
    panel.grab()
    assert panel.view.picture.theme is DARK
    assert panel.accessibleName()
    assert panel.view.objectName() == "answersView"
    assert panel.findChild(QWidget, "answersSamples") is not None
    for button in panel.findChildren(QToolButton):
        assert button.accessibleName()
        assert button.toolTip()
        assert button.objectName()
