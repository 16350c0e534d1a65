"""The window with a network, driven as a user drives it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from gradviz.app import create_window
from gradviz.core.differences import Method
from gradviz.document.display import NETWORK_VIEWS, View
from gradviz.document.experiment import Experiment
from gradviz.document.layers_look import Form, Shown
from gradviz.document.network_edits import with_problem
from gradviz.document.network_task import task_of
from gradviz.document.results import Results, Training
from gradviz.document.training import train

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

Found = TypeVar("Found", bound=QObject)


SPIRAL = with_problem(Experiment(method=Method.EXACT), "spiral")
SHORT = replace(SPIRAL, network=replace(task_of("spiral"), epochs=8))


@pytest.fixture
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a window with a network that is soon trained, or with what a test asks for."""
    shown = create_window(getattr(request, "param", SHORT))
    qtbot.addWidget(shown)
    _settle(qtbot, shown)
    yield shown
    shown.close()


def _settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.session.results is not None and not window.session.is_computing,
        timeout=30_000,
    )


def _find(window: MainWindow, kind: type[Found], name: str) -> Found:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def _training(window: MainWindow) -> Training:
    assert isinstance(window.session.results, Training)
    return window.session.results


@pytest.mark.parametrize("window", [None], indirect=True, ids=["first"])
def test_the_switch_trains_a_network_and_back_shows_the_function(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(_find(window, QToolButton, "networkKind"), Qt.MouseButton.LeftButton)
    _settle(qtbot, window)
    assert _training(window).complete
    assert window.picture.shown is View.DATA
    assert window.network_side.data.isVisible()
    assert not window.function.isVisible()
    assert not window.norm.isVisible()
    assert window.playback.length == _training(window).runs[0].trajectory.steps
    assert _find(window, QLabel, "epochLabel").text() == "epoch 200"
    qtbot.mouseClick(_find(window, QToolButton, "functionKind"), Qt.MouseButton.LeftButton)
    _settle(qtbot, window)
    assert isinstance(window.session.results, Results)
    assert window.picture.shown is View.CONTOUR
    assert window.function.isVisible()
    assert window.norm.isVisible()
    assert not window.network_side.data.isVisible()
    assert window.gradient.error.head.isVisible()
    assert _find(window, QLabel, "verdictLabel").text() == "Converged"


@pytest.mark.parametrize("problem", ["simplenet", "linear", "iris", "digits"])
def test_every_picture_of_every_kind_of_problem_is_painted(
    window: MainWindow, qtbot: QtBot, problem: str
) -> None:
    window.session.change(with_problem, problem)
    _settle(qtbot, window)
    for view in NETWORK_VIEWS:
        window.picture.show_view(view)
        panel = window.picture.panel(view)
        assert panel is not None
        if getattr(panel, "RESTS", False):
            qtbot.wait(250)  # heavy studies are asked for at rest
        _settle(qtbot, window)
        assert not panel.grab().isNull()
    assert not window.banner.isVisible()


def test_numbers_to_meet_have_a_gradient_norm_instead_of_an_accuracy(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.change(with_problem, "linear")
    _settle(qtbot, window)
    assert window.norm.isVisible()
    assert not window.network_side.accuracy.isVisible()


@pytest.mark.parametrize("window", [SPIRAL], indirect=True, ids=["spiral"])
def test_the_shell_and_the_window_train_the_same_bits(window: MainWindow) -> None:
    again = train(window.session.experiment)
    here = _training(window).runs[0].trajectory
    assert here.x.tobytes() == again.runs[0].trajectory.x.tobytes()


def test_shortcuts_go_to_the_pictures_of_the_kind_that_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.picture.shown is View.CHECK
    qtbot.mouseClick(_find(window, QToolButton, "functionKind"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.picture.shown is View.TABLE
    qtbot.mouseClick(_find(window, QToolButton, "networkKind"), Qt.MouseButton.LeftButton)
    assert window.picture.shown is View.CHECK
    _settle(qtbot, window)


def test_a_pause_says_so_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    pause = _find(window, QAction, "pauseTrainingAction")
    long = replace(task_of("spiral"), epochs=400)
    window.session.edit(network=long, immediate=True)
    qtbot.waitUntil(pause.isEnabled, timeout=10_000)
    qtbot.waitUntil(lambda: _training(window).progress > 0.02, timeout=10_000)
    pause.trigger()
    _settle(qtbot, window)
    assert _find(window, QLabel, "verdictLabel").text() == "Paused"
    assert not _training(window).complete
    pause.trigger()
    _settle(qtbot, window)
    assert _training(window).complete
    assert _find(window, QLabel, "verdictLabel").text() != "Paused"


def test_backpropagation_is_stepped_by_the_transport(window: MainWindow, qtbot: QtBot) -> None:
    window.session.change(with_problem, "simplenet")
    _settle(qtbot, window)
    window.picture.show_view(View.BACKPROPAGATION)
    _settle(qtbot, window)
    window.playback.to_start()
    _settle(qtbot, window)
    panel = window.picture.panel(View.BACKPROPAGATION)
    forward = _find(window, QAction, "stepForwardAction")
    back = _find(window, QAction, "stepBackAction")
    panel.to_first()
    for stage in range(1, panel.stage_count):
        forward.trigger()
        assert panel.stage == stage
        assert window.playback.step == 0
    forward.trigger()
    assert window.playback.step == 1
    assert panel.stage == 0
    back.trigger()
    assert window.playback.step == 0
    assert panel.stage == panel.stage_count - 1


def test_function_and_network_have_each_their_own_place(window: MainWindow, qtbot: QtBot) -> None:
    network = _find(window, QToolButton, "networkKind")
    function = _find(window, QToolButton, "functionKind")
    window.playback.to_end()
    function.click()
    _settle(qtbot, window)
    window.playback.set_step(3)
    network.click()
    _settle(qtbot, window)
    assert window.playback.step == window.playback.length > 3
    function.click()
    _settle(qtbot, window)
    assert window.playback.step == 3


def test_playing_goes_through_the_stages(window: MainWindow, qtbot: QtBot) -> None:
    window.picture.show_view(View.BACKPROPAGATION)
    _settle(qtbot, window)
    window.playback.to_start()
    panel = window.picture.panel(View.BACKPROPAGATION)
    panel.to_first()
    window.playback.set_speed(16.0)
    play = _find(window, QAction, "playAction")
    play.trigger()
    qtbot.waitUntil(lambda: panel.stage >= 2, timeout=5_000)
    play.trigger()
    at = panel.stage, window.playback.step
    qtbot.wait(150)
    assert (panel.stage, window.playback.step) == at
    assert not window.playback.playing
    window.playback.to_end()
    _settle(qtbot, window)
    panel.to_last()
    play.trigger()  # from the very end, once more through the last step
    assert panel.stage == 0
    qtbot.waitUntil(lambda: panel.stage >= 1, timeout=5_000)
    play.trigger()


def test_sizes_that_do_not_fit_are_told_beside_the_field(window: MainWindow, qtbot: QtBot) -> None:
    before = window.session.experiment
    window.network_side.edit_task({"sizes": (3, 5, 3)})
    assert window.session.experiment == before
    assert not window.banner.isVisible()
    words = [label.text() for label in window.network_side.network.findChildren(QLabel)]
    assert any("the first size must be 2" in text for text in words)
    window.network_side.edit_task({"batch": 10_000})
    words = [label.text() for label in window.network_side.training.findChildren(QLabel)]
    assert any("225" in text for text in words)
    _settle(qtbot, window)


def test_differences_descend_a_small_network_too(window: MainWindow, qtbot: QtBot) -> None:
    window.session.change(with_problem, "simplenet")
    _settle(qtbot, window)
    exact = _training(window).runs[0].trajectory.x[-1]
    window.session.edit(method=Method.CENTRAL, immediate=True)
    _settle(qtbot, window)
    numeric = _training(window).runs[0]
    assert numeric.trajectory.x[-1] == pytest.approx(exact, abs=1e-6)
    assert numeric.evaluations.value == 2 * 6 * numeric.trajectory.steps
    assert np.isfinite(numeric.trajectory.gradient).all()


def test_a_run_that_has_no_results_yet_is_not_checked(window: MainWindow, qtbot: QtBot) -> None:
    window.picture.show_view(View.CHECK)
    slow = task_of("digits")  # its first gradient by differences takes longer than the rest does
    window.session.edit(network=slow, method=Method.CENTRAL, immediate=True)
    window.session.add_run()
    assert window.session.selected_run == len(_training(window).runs)
    qtbot.wait(300)  # raised an IndexError
    window.session.cancel()
    _settle(qtbot, window)
    assert len(_training(window).runs) == 2


def test_a_window_closed_in_the_middle_of_training_leaves_nothing_running(
    window: MainWindow,
) -> None:
    window.session.edit(network=replace(task_of("digits"), epochs=500), immediate=True)
    window.close()


def test_a_wrong_formula_does_not_dim_the_curves_of_a_network(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(_find(window, QToolButton, "functionKind"), Qt.MouseButton.LeftButton)
    window.session.set_formula_text("x0 +", immediate=True)
    assert window.session.formula_error is not None
    qtbot.mouseClick(_find(window, QToolButton, "networkKind"), Qt.MouseButton.LeftButton)
    _settle(qtbot, window)
    assert not window.loss.view.picture.dimmed
    qtbot.mouseClick(_find(window, QToolButton, "functionKind"), Qt.MouseButton.LeftButton)
    _settle(qtbot, window)
    assert window.loss.view.picture.dimmed
    assert window.session.formula_text == "x0 +"


def test_the_step_is_typed_in_the_field(window: MainWindow, qtbot: QtBot) -> None:
    field = _find(window, QLineEdit, "stepField")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "16")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.playback.step == 16
    assert _find(window, QLabel, "epochLabel").text() == "epoch 2"
    _settle(qtbot, window)


def test_the_smallest_window_cuts_no_name_of_a_picture_or_switch(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.change(with_problem, "digits")
    window.resize(window.minimumSize())
    _settle(qtbot, window)
    window.picture.show_view(View.LAYERS)
    names = [f"{view.value}Tab" for view in NETWORK_VIEWS]
    names += [f"{shown.value}Segment" for shown in (*Shown, *Form)]
    buttons = [_find(window, QToolButton, name) for name in names]
    qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in buttons))
    for button in buttons:
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 6
