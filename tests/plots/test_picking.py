"""Clicking on a step, the crosshair, and moving the start of a graph by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gradviz.document.display import Display
from gradviz.plots.contour import ContourView
from gradviz.plots.hover import hover_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, bowl: tuple) -> ContourView:
    view = ContourView()
    qtbot.addWidget(view)
    view.resize(560, 540)
    view.probe = lambda x: (float(np.dot(x, x)), tuple(2.0 * c for c in x))
    show(view, bowl, (-3.0, 4.0))
    view.show()
    return view


def show(view: ContourView, drawn: tuple, start: tuple[float, ...]) -> None:
    view.set_scene(drawn.scene)
    view.set_results(drawn.results)
    view.set_start(start)


def place(view: ContourView, x: float, y: float) -> QPoint:
    at = view.picture.projection(view.extent()).place(x, y)
    return QPointF(*at).toPoint()


def of_step(view: ContourView, drawn: tuple, run: int, step: int) -> QPoint:
    x, y = drawn.results.runs[run].trajectory.x[step]
    return place(view, float(x), float(y))


def picked(view: ContourView) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    view.stepPicked.connect(lambda run, step: told.append((run, step)))
    return told


def drag(view: ContourView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_a_click_picks_the_step_under_it(view: ContourView, bowl: tuple) -> None:
    told = picked(view)
    for run, step in ((0, 2), (0, 5), (1, 18)):
        QTest.mouseClick(view, LEFT, pos=of_step(view, bowl, run, step))
    assert told[:2] == [(0, 2), (0, 5)]
    run, step = told[2]
    ours = bowl.results.runs[run].trajectory.x[step]
    theirs = bowl.results.runs[1].trajectory.x[18]
    assert np.hypot(*(ours - theirs)) * view.picture.projection(view.extent()).x_scale < 1.5


def test_a_click_beside_all_runs_picks_nothing(view: ContourView) -> None:
    told = picked(view)
    QTest.mouseClick(view, LEFT, pos=place(view, 3.0, 3.0))
    assert not told


def test_a_drag_picks_nothing(view: ContourView, bowl: tuple) -> None:
    told, moved = picked(view), []
    view.boundsChanged.connect(moved.append)
    at = of_step(view, bowl, 0, 3)
    drag(view, at, at + QPoint(40, 10))
    assert not told
    assert moved


def test_a_hand_that_trembles_clicks_all_the_same(view: ContourView, bowl: tuple) -> None:
    told, moved = picked(view), []
    view.boundsChanged.connect(moved.append)
    at = of_step(view, bowl, 0, 3)
    drag(view, at, at + QPoint(1, 1))
    assert told == [(0, 3)]
    assert not moved


def test_a_click_on_the_start_leaves_it_where_it_is(view: ContourView) -> None:
    told, moved = picked(view), []
    view.startDragged.connect(lambda start, _finished: moved.append(start))
    QTest.mouseClick(view, LEFT, pos=place(view, -3.0, 4.0) + QPoint(3, 2))
    assert not moved
    assert told == [(0, 0)]


def test_hidden_runs_are_not_picked(view: ContourView, bowl: tuple) -> None:
    from dataclasses import replace  # noqa: PLC0415 - one use

    first, second = bowl.results.runs
    hidden = replace(first, run=replace(first.run, visible=False))
    view.set_results(replace(bowl.results, runs=(hidden, second)))
    told = picked(view)
    QTest.mouseClick(view, LEFT, pos=of_step(view, bowl, 0, 4))
    assert all(run == 1 for run, _ in told)


def test_the_selected_run_is_picked_where_runs_meet(view: ContourView, bowl: tuple) -> None:
    told = picked(view)
    view.set_selected(1)
    QTest.mouseClick(view, LEFT, pos=of_step(view, bowl, 1, 0))
    assert told == [(1, 0)]


@pytest.mark.parametrize("count", [1, 3, 100_000])
def test_points_of_any_kind_can_be_near(view: ContourView, strange: Callable, count: int) -> None:
    points = np.random.default_rng(3).normal(size=(count, 2)) * 1e3
    points[::2] = np.nan
    points[::5] = np.inf
    points[::7] = 1.7e308
    view.set_results(strange(points))
    for x in range(40, 540, 50):
        QTest.mouseClick(view, LEFT, pos=QPoint(x, x))


def hovered_title(view: ContourView, at: QPoint) -> tuple[str, ...]:
    """Return the rows of the readout at a place: names and values."""
    from gradviz.plots import hover  # noqa: PLC0415 - its parts are named nowhere else

    projection = view.picture.projection(view.extent())
    answer = hover._of_step(view.picture, projection, at.toTuple())
    return () if answer is None else (answer.title, *(row.value for row in answer.rows))


def test_the_readout_tells_the_step(view: ContourView, bowl: tuple) -> None:
    trajectory = bowl.results.runs[0].trajectory
    title, where, value, *_ = hovered_title(view, of_step(view, bowl, 0, 5))
    assert title == "SGD, step 5"
    assert float(value.replace("\N{MINUS SIGN}", "-")) == pytest.approx(
        trajectory.value[5], rel=1e-3
    )
    assert [float(part.replace("\N{MINUS SIGN}", "-")) for part in where.split(",")] == [
        pytest.approx(c, abs=0.02) for c in trajectory.x[5]
    ]
    assert not hovered_title(view, place(view, 3.0, 3.0))


def test_the_crosshair_can_be_switched_off(view: ContourView) -> None:
    QTest.mouseMove(view, place(view, 2.0, 1.0))
    shown = view.grab().toImage()
    view.set_display(Display(crosshair=False))
    bare = view.grab().toImage()
    at = place(view, 2.0, 1.0)
    box = view.picture.projection(view.extent()).box
    upright = list(range(int(box.top) + 5, int(box.bottom) - 5))
    differ = [y for y in upright if shown.pixel(at.x(), y) != bare.pixel(at.x(), y)]
    assert len(differ) > len(upright) / 4
    below = int(box.bottom) + 12
    tag = list(range(at.x() - 15, at.x() + 15))
    assert any(shown.pixel(x, below) != bare.pixel(x, below) for x in tag)


def test_arrow_keys_move_the_start_of_a_graph(view: ContourView, descend: Callable) -> None:
    parabola = descend(formula="0.01*x**2 + 0.1*x", start=(7.0,))
    show(view, parabola, (7.0,))
    told: list[tuple[float, ...]] = []
    view.startDragged.connect(lambda start, _finished: told.append(start))
    none = Qt.KeyboardModifier.NoModifier
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, none))
    assert [len(start) for start in told] == [1, 1, 1]
    step = told[0][0] - 7.0
    assert 0.0 < step < 2.0
    assert [start[0] for start in told] == [
        pytest.approx(7.0 + step),
        pytest.approx(7.0),
        pytest.approx(7.0 - step),
    ]


def test_steps_of_a_graph_are_picked_too(view: ContourView, descend: Callable) -> None:
    parabola = descend(formula="0.01*x**2 + 0.1*x", start=(7.0,))
    show(view, parabola, (7.0,))
    told = picked(view)
    trajectory = parabola.results.runs[0].trajectory
    at = place(view, float(trajectory.x[40, 0]), float(trajectory.value[40]))
    QTest.mouseClick(view, LEFT, pos=at)
    assert told
    assert told[0] == (0, pytest.approx(40, abs=2))
    rows = hover_rows(view.picture, view.picture.projection(view.extent()), (1.0,), 0.11, (0.12,))
    assert [row.value for row in rows][1:] == ["0.1100", "0.1200"]


def test_the_start_says_how_it_is_moved(view: ContourView, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view: told.append(text))
    for x in (-3.0, 2.0):
        at = place(view, x, 4.0)
        event = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
        QApplication.sendEvent(view, event)
    assert "arrow keys" in told[0]
    assert told[1] == ""
    assert "arrow keys" in view.accessibleDescription().lower()
