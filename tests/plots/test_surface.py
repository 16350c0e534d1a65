"""The widget of the surface where there is no OpenGL: sentences, keys and mouse."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from gradviz.plots.opengl import WITHOUT
from gradviz.plots.surface import SurfaceView
from gradviz.plots.surface_axes import value_ticks
from gradviz.plots.surface_camera import RESET
from gradviz.plots.surface_ground import ground, open_azimuth
from gradviz.plots.surface_options import SurfaceOptions
from gradviz.plots.surface_scene import Heights
from gradviz.plots.themes import DARK
from hands import turn_wheel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

without = pytest.mark.skipif(
    os.environ.get("QT_QPA_PLATFORM") not in WITHOUT, reason="there is OpenGL here"
)


@pytest.fixture
def view(qtbot: QtBot, bowl: tuple) -> SurfaceView:
    view = SurfaceView()
    qtbot.addWidget(view)
    view.resize(500, 450)
    view.set_scene(bowl.scene)
    view.set_results(bowl.results)
    return view


def drag(view: SurfaceView, by: QPoint, button: Qt.MouseButton, qtbot: QtBot) -> None:
    middle = view.rect().center()
    qtbot.mousePress(view, button, pos=middle)
    qtbot.mouseMove(view, middle + by)
    qtbot.mouseRelease(view, button, pos=middle + by)


def words(view: SurfaceView) -> str:
    return view.accessibleDescription()


@without
def test_without_opengl_a_sentence_says_so(view: SurfaceView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.availabilityChanged) as told:
        view.show()
    assert told.args == [False]
    assert "needs OpenGL" in words(view)
    assert view.picture.renderer is None
    view.set_theme(DARK)
    view.set_cursor(3)
    ink = DARK.text_muted
    image = view.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(500) for y in range(200, 250)}
    assert ink.lower() in colours


def test_a_function_of_one_variable_has_no_surface(view: SurfaceView, descend: Callable) -> None:
    drawn = descend(formula="x**2", start=(2.0,))
    view.show()
    view.set_scene(drawn.scene)
    view.set_results(drawn.results)
    assert words(view) == "A surface needs two variables."
    view.repaint()


def test_nothing_to_show_is_said(view: SurfaceView) -> None:
    view.show()
    view.set_scene(None)
    assert words(view) == "Nothing to show yet."
    view.repaint()


def test_pyqtgraph_is_not_loaded_before_a_surface_is_looked_at() -> None:
    code = (
        "import sys, gradviz.app, gradviz.ui.surface_panel, gradviz.export.pictures\n"
        "print([m for m in sys.modules if m.startswith(('pyqtgraph', 'OpenGL'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_arrows_orbit_and_keys_zoom_and_reset(view: SurfaceView, qtbot: QtBot) -> None:
    view.show()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.picture.camera.azimuth == pytest.approx(RESET.azimuth + 6.0)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert view.picture.camera.elevation == RESET.elevation + 1.0
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.picture.camera.zoom == pytest.approx(1.25)
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert view.picture.camera.elevation == 90.0
    for key in (Qt.Key.Key_0, Qt.Key.Key_R):
        qtbot.keyClick(view, Qt.Key.Key_Left)
        qtbot.keyClick(view, key)
        assert view.picture.camera == RESET


def test_dragging_orbits_and_with_shift_or_the_middle_button_moves(
    view: SurfaceView, qtbot: QtBot
) -> None:
    view.show()
    drag(view, QPoint(-50, 20), Qt.MouseButton.LeftButton, qtbot)
    camera = view.picture.camera
    assert camera.azimuth == pytest.approx(RESET.azimuth + 20.0)
    assert camera.elevation == pytest.approx(RESET.elevation + 8.0)
    drag(view, QPoint(30, 0), Qt.MouseButton.MiddleButton, qtbot)
    unit = view.picture.lens(view.extent()).unit
    assert view.picture.camera.pan == pytest.approx((30.0 / unit, 0.0))
    view.reset_view()
    assert view.picture.camera == RESET


def test_the_wheel_zooms(view: SurfaceView) -> None:
    view.show()
    at = QPointF(view.rect().center())
    turn_wheel(view, 1, at)
    assert view.picture.camera.zoom == pytest.approx(1.25)


def test_heights_are_logarithmic_where_the_colours_are(
    view: SurfaceView, descend: Callable
) -> None:
    assert not view.picture.is_log
    rosenbrock = descend(formula="(1 - x0)**2 + 100*(x1 - x0**2)**2", start=(-1.5, 2.0))
    view.set_scene(rosenbrock.scene)
    assert view.picture.is_log
    view.set_options(SurfaceOptions(log=False))
    assert not view.picture.is_log


def test_the_first_look_is_into_the_valleys(descend: Callable) -> None:
    front = descend(formula="exp(-3*x1) + 0*x0", start=(1.0, 1.0))  # a wall in front
    made = ground(front.scene, front.scene.field, log=False)
    assert open_azimuth(made.mesh) != RESET.azimuth
    even = descend(formula="x0**2 + x1**2", start=(1.0, 1.0))
    made = ground(even.scene, even.scene.field, log=False)
    assert open_azimuth(made.mesh) == RESET.azimuth


def test_values_beside_the_surface_are_those_of_f() -> None:
    even = value_ticks(Heights(-2.0, 2.0))
    assert even.values == (-2.0, -1.0, 0.0, 1.0, 2.0)
    log = value_ticks(Heights(0.0, 2500.0, 1.0))
    assert log.values[0] == 0.0
    assert log.values[1:] == pytest.approx([1.0, 10.0, 100.0, 1000.0])
    assert log.labels == ("0", "1", "10", "100", "1000")
