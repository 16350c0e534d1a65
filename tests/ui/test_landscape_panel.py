"""The panel of the loss landscape: what it asks for, and what it does with the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.network.planes import PlaneKind
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.landscape import Landscape
from gradviz.document.landscape_survey import evaluate_landscape
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.landscape_panel import LandscapePanel
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.landscape import LandscapeRequest, NoLandscape
    from gradviz.document.results import Training


def trained(key: str, epochs: int) -> Training:
    runs = (Run(optimizer=Adam(lr=0.02)), Run(optimizer=SGD(lr=0.05), style=1))
    task = replace(task_of(key), epochs=epochs)
    return train(Experiment(method=Method.EXACT, runs=runs, seed=1, network=task))


@pytest.fixture(scope="module")
def moons() -> Training:
    return trained("moons", 10)


@pytest.fixture
def panel(qtbot: QtBot, moons: Training) -> LandscapePanel:
    panel = LandscapePanel()
    qtbot.addWidget(panel)
    panel.resize(560, 560)
    panel.set_theme(LIGHT)
    panel.show()
    panel.set_training(moons)
    return panel


def wanted(panel: LandscapePanel, training: Training, index: int = 0) -> LandscapeRequest:
    request = panel.request(training, index, 5)
    assert request is not None
    return request


def answer(panel: LandscapePanel, training: Training) -> Landscape | NoLandscape:
    """Compute what is wanted until it is shown finely, as the worker does."""
    while True:
        request = wanted(panel, training)
        found = evaluate_landscape(request)
        assert found is not None
        panel.take(found)
        if request.options.is_fine or not isinstance(found, Landscape):
            return found


def button(panel: LandscapePanel, name: str) -> QAbstractButton:
    found = panel.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_it_is_a_heavy_study_of_its_own() -> None:
    assert LandscapePanel.KIND is StudyKind.LANDSCAPE
    assert LandscapePanel.RESTS


def test_a_coarse_field_is_asked_for_first_and_a_fine_one_once_it_is_there(
    panel: LandscapePanel, moons: Training, qtbot: QtBot
) -> None:
    first = wanted(panel, moons)
    assert not first.options.is_fine
    with qtbot.waitSignal(panel.requestChanged):
        panel.take(evaluate_landscape(first))
    second = wanted(panel, moons)
    # the strip has taken its part of the picture meanwhile
    fine = replace(first.options, is_fine=True, aspect=second.options.aspect)
    assert second.options == fine
    assert second.known is not None
    asked = []
    panel.requestChanged.connect(lambda: asked.append(1))
    panel.take(evaluate_landscape(second))
    assert not asked
    assert wanted(panel, moons) == second


def test_directions_and_seed_are_chosen(
    panel: LandscapePanel, moons: Training, qtbot: QtBot
) -> None:
    answer(panel, moons)
    seed = panel.findChild(NumberField, "landscapeSeedField")
    assert isinstance(seed, NumberField)
    assert not seed.isVisible()
    with qtbot.waitSignal(panel.requestChanged):
        button(panel, "randomDirectionsButton").click()
    assert seed.isVisible()
    with qtbot.waitSignal(panel.requestChanged):
        seed.step(up=True)
    options = wanted(panel, moons).options
    assert (options.kind, options.seed, options.is_fine) == (PlaneKind.RANDOM, 1, False)
    found = answer(panel, moons)
    assert isinstance(found, Landscape)
    assert panel.view.picture.landscape is found


def test_zooming_asks_for_another_part_and_the_button_for_the_whole(
    panel: LandscapePanel, moons: Training, qtbot: QtBot
) -> None:
    answer(panel, moons)
    reset = panel.findChild(QAction, "resetLandscapeAction")
    assert isinstance(reset, QAction)
    assert not reset.isEnabled()
    whole = panel.map.picture.bounds
    with qtbot.waitSignal(panel.requestChanged):
        qtbot.keyClick(panel.map, Qt.Key.Key_Plus)
    request = wanted(panel, moons)
    assert request.options.bounds == panel.map.picture.bounds != whole
    assert not request.options.is_fine
    assert reset.isEnabled()
    answer(panel, moons)
    with qtbot.waitSignal(panel.requestChanged):
        reset.trigger()
    assert wanted(panel, moons).options.bounds is None
    answer(panel, moons)
    assert panel.map.picture.bounds == whole
    assert not reset.isEnabled()


def test_the_part_of_one_plane_is_not_asked_of_another(
    panel: LandscapePanel, moons: Training
) -> None:
    answer(panel, moons)
    panel.map.boundsChanged.emit(Bounds(-1.0, 1.0, -1.0, 1.0))
    assert wanted(panel, moons).options.bounds is not None
    assert wanted(panel, moons, index=1).options.bounds is None


def test_small_changes_of_size_ask_for_nothing(panel: LandscapePanel, moons: Training) -> None:
    answer(panel, moons)
    before = wanted(panel, moons)
    panel.resize(580, 550)
    QApplication.sendPostedEvents()
    assert wanted(panel, moons) == before
    panel.resize(900, 400)
    QApplication.sendPostedEvents()
    assert wanted(panel, moons).options.aspect > 1.5 * before.options.aspect


def test_the_start_cannot_be_moved_and_arrows_are_left_to_the_transport(
    panel: LandscapePanel, moons: Training, qtbot: QtBot
) -> None:
    answer(panel, moons)
    view = panel.map
    moved = []
    view.startDragged.connect(lambda *_: moved.append(1))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    at = view.picture.start_place(view.picture.projection(view.extent()))
    assert at is not None
    start, bounds = view.picture.start, view.picture.bounds
    for kind, to in (
        (QEvent.Type.MouseButtonPress, (0.0, 0.0)),
        (QEvent.Type.MouseMove, (60.0, 30.0)),
        (QEvent.Type.MouseButtonRelease, (60.0, 30.0)),
    ):
        place = QPointF(at[0] + to[0], at[1] + to[1])
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        event = QMouseEvent(
            kind, place, view.mapToGlobal(place), left, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(view, event)
    assert not moved
    assert view.picture.start == start
    assert view.picture.bounds != bounds  # it is the map that was taken hold of


def test_a_step_that_is_clicked_on_is_picked(
    panel: LandscapePanel, moons: Training, qtbot: QtBot
) -> None:
    found = answer(panel, moons)
    assert isinstance(found, Landscape)
    view, path = panel.map, found.runs.runs[0].trajectory.x
    at = QPointF(*view.picture.projection(view.extent()).place(*path[-1].tolist())).toPoint()
    with qtbot.waitSignal(panel.stepPicked) as picked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert abs(picked.args[0] - (len(path) - 1)) <= 3


def test_the_mouse_is_answered_with_the_loss_at_its_place(
    panel: LandscapePanel, moons: Training
) -> None:
    found = answer(panel, moons)
    assert isinstance(found, Landscape)
    assert panel.map.probe is not None
    assert panel.map.probe((0.0, 0.0))[0] == found.at(10**9).true
    panel.take(None)
    assert panel.map.probe is None


def test_why_there_is_no_plane_is_said(panel: LandscapePanel) -> None:
    line = trained("linear", 3)
    button(panel, "randomDirectionsButton").click()
    answer(panel, line)
    assert panel.view.picture.problem() == (
        "The random directions of this network lie on one line; the main directions of a run "
        "span a plane."
    )
    button(panel, "mainDirectionsButton").click()
    answer(panel, line)
    assert panel.view.picture.problem() == ""


def test_a_landscape_of_an_earlier_training_is_veiled(
    panel: LandscapePanel, moons: Training
) -> None:
    answer(panel, moons)
    assert not panel.map.picture.dimmed
    panel.set_training(trained("moons", 2))
    assert panel.map.picture.dimmed
    panel.set_training(moons)
    assert not panel.map.picture.dimmed


def test_a_landscape_of_another_network_is_forgotten(
    panel: LandscapePanel, moons: Training
) -> None:
    answer(panel, moons)
    panel.set_training(trained("moons", 2))
    assert panel.map.picture.scene is not None
    panel.set_training(trained("circles", 2))
    assert panel.map.picture.scene is None
    assert wanted(panel, moons).known is None


def test_the_surface_is_made_when_it_is_looked_at_and_shows_the_same(
    panel: LandscapePanel, moons: Training
) -> None:
    found = answer(panel, moons)
    panel.set_cursor(7)
    panel.set_selected(1)
    assert panel.surface is None
    assert panel.view is panel.map
    button(panel, "landscapeSurfaceButton").click()
    assert panel.surface is not None
    assert panel.view is panel.surface.view
    picture = panel.view.picture
    assert picture.landscape is found
    assert (picture.cursor, picture.selected) == (7, 1)
    panel.set_theme(DARK)
    panel.set_cursor(9)
    assert (picture.theme, picture.cursor) == (DARK, 9)
    panel.take(None)
    assert "once the training has ended" in picture.problem()
    panel.grab()
    button(panel, "landscapeContourButton").click()
    assert panel.view is panel.map


def test_all_can_be_reached_and_is_named(panel: LandscapePanel, moons: Training) -> None:
    answer(panel, moons)
    button(panel, "landscapeSurfaceButton").click()
    for child in panel.findChildren(QAbstractButton):
        assert child.accessibleName(), child.objectName()
        assert child.toolTip(), child.objectName()
        is_other_segment = child.isCheckable() and not child.isChecked()
        assert is_other_segment or child.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.map.accessibleName() == "Map of the loss landscape"


@pytest.mark.parametrize("width", [300, 420, 900])
def test_the_row_fits_whatever_the_width(
    panel: LandscapePanel, moons: Training, width: int
) -> None:
    button(panel, "randomDirectionsButton").click()
    answer(panel, moons)
    panel.resize(width, 500)
    QApplication.processEvents()
    for child in panel.findChildren(QAbstractButton):
        if child.isVisible():
            right = child.mapTo(panel, child.rect().topRight()).x()
            assert right < panel.width(), child.objectName()
