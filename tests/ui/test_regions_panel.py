"""The panel of the data: when it asks, what it keeps in sight, what can be switched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from gradviz.core.differences import Method
from gradviz.core.optimizers import Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import NetworkTask, task_of
from gradviz.document.regions import COMPONENTS, RegionsRequest, RegionsStudy, evaluate_regions
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.themes import DARK
from gradviz.ui.controls import Choice
from gradviz.ui.regions_panel import RegionsPanel
from hands import turn_wheel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training


def trained(task: NetworkTask) -> Training:
    rule = Run(optimizer=Adam(lr=0.02))
    return train(Experiment(network=task, seed=1, method=Method.EXACT, runs=(rule,)))


MOONS = trained(replace(task_of("moons"), epochs=2))
IRIS = trained(replace(task_of("iris"), epochs=1))


class Asked:
    """A panel that is answered at once, as the window does it, with what it asked for."""

    def __init__(self, panel: RegionsPanel, training: Training) -> None:
        self.panel, self.count, self.step = panel, 0, 0
        self.training = training
        panel.requestChanged.connect(self.asked)
        self.show(training)

    def asked(self) -> None:
        self.count += 1
        self.answer()

    def answer(self) -> None:
        request = self.panel.request(self.training, 0, self.step)
        assert request is not None
        self.requests: RegionsRequest = request
        self.panel.take(evaluate_regions(request))

    def show(self, training: Training) -> None:
        self.training = training
        self.panel.set_training(training)
        self.answer()

    @property
    def study(self) -> RegionsStudy:
        study = self.panel.view.picture.study
        assert study is not None
        return study

    def chip(self, name: str) -> QToolButton:
        found = self.panel.findChild(QToolButton, f"{name}Chip")
        assert isinstance(found, QToolButton)
        return found

    def choice(self, name: str) -> Choice:
        found = self.panel.findChild(Choice, f"regions{name}Combo")
        assert isinstance(found, Choice)
        return found

    def pick(self, name: str, value: int) -> None:
        choice = self.choice(name)
        choice.show_value(value)
        choice.activated.emit(choice.currentIndex())


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    panel = RegionsPanel()
    qtbot.addWidget(panel)
    panel.resize(640, 480)
    panel.show()
    QApplication.processEvents()
    return Asked(panel, MOONS)


def turn(asked: Asked, notches: int, at: QPoint) -> None:
    turn_wheel(asked.panel.view, notches, at)


def test_it_says_which_study_it_needs() -> None:
    assert RegionsPanel.KIND is StudyKind.REGIONS
    assert RegionsPanel.RESTS is False


def test_it_asks_for_the_network_at_the_cursor(asked: Asked) -> None:
    asked.step = 4
    asked.answer()
    assert asked.requests.moment.step == 4
    assert asked.panel.request(replace(MOONS, runs=()), 0, 0) is None


def test_there_is_time_for_few_points_only_while_a_network_trains(asked: Asked) -> None:
    assert asked.requests.is_fine
    asked.show(replace(MOONS, complete=False))
    assert not asked.requests.is_fine


def test_a_large_network_is_asked_for_many_points_once_it_is_seen(asked: Asked) -> None:
    large = trained(replace(task_of("moons"), sizes=(2, 60, 60, 2), epochs=0))
    asked.count = 0
    asked.show(large)
    assert asked.requests.is_fine  # asked for again as soon as the few were there
    assert asked.count == 1


@pytest.mark.parametrize("name", ["regions", "train", "test", "rings"])
def test_every_chip_switches_its_layer(asked: Asked, name: str) -> None:
    chip = asked.chip(name)
    assert chip.isChecked()
    assert chip.accessibleName()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    layers = asked.panel.view.picture.layers
    switched = {key: getattr(layers, key) for key in ("regions", "train", "test", "rings")}
    assert [key for key, is_on in switched.items() if not is_on] == [name]
    assert asked.count == 0


def test_the_wheel_zooms_about_the_pointer_and_a_double_click_shows_the_whole(
    asked: Asked,
) -> None:
    view, whole = asked.panel.view, asked.study.bounds
    projection = view.picture.projection(view.extent())
    assert projection is not None
    x, y = projection.data(300.0, 200.0)
    turn(asked, 3, QPoint(300, 200))
    near = asked.study.bounds
    assert near.x_max - near.x_min == pytest.approx((whole.x_max - whole.x_min) / 1.25**3, rel=0.02)
    projection = view.picture.projection(view.extent())
    assert projection is not None
    assert projection.data(300.0, 200.0) == pytest.approx((x, y), abs=0.02)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert asked.study.bounds == whole


def test_dragging_moves_the_plane(asked: Asked) -> None:
    view, before = asked.panel.view, asked.study.bounds
    projection = view.picture.projection(view.extent())
    assert projection is not None
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    for x in (310, 350, 400):
        QTest.mouseMove(view, QPoint(x, 200))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    moved = before.x_min - asked.study.bounds.x_min
    assert moved == pytest.approx(100.0 / projection.x_scale, rel=0.05)


def test_keys_zoom_move_and_reset(asked: Asked) -> None:
    view, whole = asked.panel.view, asked.study.bounds
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    near = asked.study.bounds
    assert near.x_max - near.x_min < whole.x_max - whole.x_min
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    moved = asked.study.bounds
    assert moved.x_min > near.x_min
    assert moved.y_min > near.y_min
    QTest.keyClick(view, Qt.Key.Key_0)
    assert asked.study.bounds == whole


def test_other_steps_keep_the_part_in_sight_and_other_samples_do_not(asked: Asked) -> None:
    turn(asked, 3, QPoint(300, 200))
    near = asked.study.bounds
    asked.step = 3
    asked.answer()
    assert asked.study.bounds == near
    asked.show(IRIS)
    assert asked.requests.bounds is None


def test_inputs_are_chosen_where_there_are_more_than_two(asked: Asked) -> None:
    assert not asked.choice("Across").isVisible()
    asked.show(IRIS)
    across, up = asked.choice("Across"), asked.choice("Up")
    assert across.isVisible()
    assert (across.currentData(), up.currentData()) == (2, 3)
    asked.pick("Across", 3)  # the one that is upwards: they change places
    assert asked.study.axes == (3, 2)
    asked.pick("Up", 0)
    assert asked.study.axes == (3, 0)
    asked.pick("Up", COMPONENTS[1])
    assert asked.study.axes == COMPONENTS
    assert across.currentData() == COMPONENTS[0]
    asked.pick("Across", 0)
    assert asked.study.axes == (0, 1)
    asked.show(replace(IRIS))
    assert asked.study.axes == (0, 1)


def test_chips_without_a_meaning_are_hidden(asked: Asked) -> None:
    asked.show(trained(replace(task_of("linear"), epochs=1)))
    assert not asked.chip("rings").isVisible()
    assert asked.chip("regions").text() == "Fit"
    asked.show(trained(replace(task_of("simplenet"), epochs=1)))
    assert asked.chip("rings").isVisible()
    assert not asked.chip("test").isVisible()


def test_another_theme_and_dimming_paint_anew(asked: Asked) -> None:
    view = asked.panel.view
    light = view.grab().toImage()
    asked.panel.set_theme(DARK)
    dark = view.grab().toImage()
    asked.panel.set_dimmed(True)
    assert len({id(image) for image in (light, dark, view.grab().toImage())}) == 3
    assert light != dark
    assert dark != view.grab().toImage()
    asked.panel.set_training(None)
    assert view.picture.study is None
    view.grab()


def test_the_mouse_gets_a_readout_and_loses_it(asked: Asked) -> None:
    view = asked.panel.view
    before = view.grab().toImage()
    QTest.mouseMove(view, QPoint(300, 200))
    assert view.grab().toImage() != before
    QApplication.sendEvent(view, _leave())
    assert view.grab().toImage() == before


def _leave() -> object:
    from PySide6.QtCore import QEvent  # noqa: PLC0415

    return QEvent(QEvent.Type.Leave)
