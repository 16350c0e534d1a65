"""The panel of the surface: its switches tell the picture what to draw, and show what it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QSlider

from gradviz.document.experiment import Experiment
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.plots.surface_camera import Camera
from gradviz.plots.surface_options import SurfaceOptions
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.surface_panel import STOPS, SurfacePanel, exaggeration_at, stop_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.scene import Scene

ROSENBROCK = "(1 - x0)**2 + 100*(x1 - x0**2)**2"


def scene_of(formula: str) -> Scene:
    scene = evaluate_scene(scene_request(Experiment(formula=formula, start=(1.0, 1.0))))
    assert scene is not None
    return scene


@pytest.fixture
def panel(qtbot: QtBot) -> SurfacePanel:
    panel = SurfacePanel()
    qtbot.addWidget(panel)
    panel.resize(500, 450)
    panel.set_theme(LIGHT)
    return panel


def action(panel: SurfacePanel, name: str) -> QAction:
    found = panel.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def test_switches_and_slider_choose_how_the_surface_is_drawn(panel: SurfacePanel) -> None:
    panel.set_scene(scene_of("x0**2 + x1**2"))
    action(panel, "surfaceMeshAction").trigger()
    assert panel.options == SurfaceOptions(mesh=False)
    action(panel, "surfaceFloorAction").trigger()
    assert panel.options == SurfaceOptions(mesh=False, floor=False)
    action(panel, "logHeightAction").trigger()
    assert panel.options == SurfaceOptions(mesh=False, floor=False, log=True)
    slider = panel.findChild(QSlider, "surfaceHeightSlider")
    slider.setValue(STOPS)
    assert panel.options.exaggeration == pytest.approx(3.0)


def test_log_height_follows_the_function_until_it_is_chosen(panel: SurfacePanel) -> None:
    switch = action(panel, "logHeightAction")
    panel.set_scene(scene_of("x0**2 + x1**2"))
    assert not switch.isChecked()
    panel.set_scene(scene_of(ROSENBROCK))
    assert switch.isChecked()
    switch.trigger()
    panel.set_scene(scene_of(ROSENBROCK))  # sampled elsewhere
    assert not switch.isChecked()
    panel.set_scene(scene_of("x0**2 + x1**2"))
    assert panel.options.log is None


def test_options_are_shown(panel: SurfacePanel) -> None:
    panel.set_options(SurfaceOptions(exaggeration=1 / 3, mesh=False))
    assert panel.findChild(QSlider, "surfaceHeightSlider").value() == -STOPS
    assert not action(panel, "surfaceMeshAction").isChecked()
    assert action(panel, "surfaceFloorAction").isChecked()


def test_stops_are_equal_factors() -> None:
    assert exaggeration_at(0) == 1.0
    assert exaggeration_at(7) * exaggeration_at(-7) == pytest.approx(1.0)
    assert [stop_of(exaggeration_at(stop)) for stop in (-20, -3, 0, 11)] == [-20, -3, 0, 11]


def test_the_usual_views_are_a_click_away(panel: SurfacePanel) -> None:
    action(panel, "topSurfaceViewAction").trigger()
    assert panel.view.picture.camera.elevation == 90.0
    panel.view.set_camera(Camera(10.0, 20.0))
    action(panel, "resetSurfaceViewAction").trigger()
    assert panel.view.picture.chosen is None


def test_every_control_has_a_name_and_a_tooltip(panel: SurfacePanel) -> None:
    panel.set_theme(DARK)
    controls = [*panel.findChildren(QAbstractButton), *panel.findChildren(QSlider)]
    assert len(controls) == 6
    for control in controls:
        assert control.accessibleName()
        assert control.toolTip()
        assert control.objectName()
