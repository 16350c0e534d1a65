"""Curves against evaluations and path length, learning rates under them, and axes that line up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from gradviz.core.differences import Method
from gradviz.core.schedules import Cosine, StepDecay
from gradviz.document.display import LossAxis
from gradviz.document.evaluate import evaluate
from gradviz.plots.curves import CurveView, Quantity
from gradviz.plots.themes import LIGHT
from hands import send_mouse
from looking import is_in, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, bowl: tuple) -> CurveView:
    view = CurveView(Quantity.VALUE)
    qtbot.addWidget(view)
    view.resize(360, 260)
    view.set_results(bowl.results)
    view.set_cursor(40)
    view.show()
    return view


def columns_of(view: CurveView, colour: str) -> np.ndarray:
    return np.flatnonzero(is_in(view, colour).any(axis=0))


def at(view: CurveView, run: int, step: int) -> QPoint:
    """Return the pixel of a step of a run."""
    layout = view.picture.layout(view.extent())
    series = next(c.shown.series for c in layout.curves if c.shown.index == run)
    return QPointF(*layout.at(series, step)[0].tolist()).toPoint()


def way(bowl: tuple, run: int) -> np.ndarray:
    """Return the length of the way of a run up to each step."""
    x = bowl.results.runs[run].trajectory.x
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(x, axis=0).T))])


def test_a_step_costs_as_many_evaluations_as_its_method(view: CurveView, bowl: tuple) -> None:
    view.set_axis(LossAxis.EVALUATIONS)
    assert view.picture.projection(view.extent()).x_max == 4 * 100  # central, two variables
    assert view.picture.unit == "evaluations of f"
    exact = evaluate(replace(bowl.results.experiment, method=Method.EXACT))
    view.set_results(exact)
    assert view.picture.projection(view.extent()).x_max == 100
    assert view.picture.unit == "evaluations of ∇f"
    pixels(view)


def test_runs_are_drawn_along_their_own_ways(view: CurveView, bowl: tuple) -> None:
    view.set_axis(LossAxis.PATH_LENGTH)
    projection = view.picture.projection(view.extent())
    lengths = [way(bowl, run)[-1] for run in (0, 1)]
    assert lengths[1] > 1.5 * lengths[0]  # momentum swings
    assert projection.x_max == pytest.approx(max(lengths))
    for curve in view.picture.layout(view.extent()).curves:
        run = curve.shown.index
        places = projection.data(curve.points[:, 0], 0.0)[0]
        np.testing.assert_allclose(places, way(bowl, run)[curve.steps], atol=1e-9)
    view.set_cursor(100)
    end = projection.place(lengths[0], 0.0)[0]
    assert columns_of(view, LIGHT.runs[0].colour).max() <= end + 8


def test_the_cursor_parts_each_run_at_its_own_step(view: CurveView, bowl: tuple) -> None:
    view.set_axis(LossAxis.PATH_LENGTH)
    for step in (3, 20):
        view.set_cursor(step)
        projection = view.picture.projection(view.extent())
        row = pixels(view)[150]  # under the marks
        inks = [(row >> shift & 0xFF).astype(int) for shift in (16, 8, 0)]
        line = np.flatnonzero(inks[2] - inks[1] > 40)  # the accent's violet, smoothed or not
        selected = projection.place(way(bowl, 0)[step], 0.0)[0]
        assert len(line)
        assert np.abs(line - selected).max() <= 2.0
        strong = columns_of(view, LIGHT.runs[1].colour).max()
        assert strong <= projection.place(way(bowl, 1)[step], 0.0)[0] + 8


def test_dragging_picks_the_step_of_the_selected_run(view: CurveView, bowl: tuple) -> None:
    view.set_axis(LossAxis.PATH_LENGTH)
    told: list[int] = []
    view.cursorDragged.connect(told.append)
    for run in (0, 1):
        view.set_selected(run)
        target = way(bowl, run)[7]
        column = view.picture.projection(view.extent()).place(target, 0.0)[0]
        QTest.mousePress(view, LEFT, pos=QPoint(round(column), 60))
        QTest.mouseRelease(view, LEFT, pos=QPoint(round(column), 60))
        assert abs(told[-1] - 7) <= 1


def test_a_click_on_a_point_picks_run_and_step(view: CurveView) -> None:
    told: list[tuple[int, int]] = []
    view.stepPicked.connect(lambda run, step: told.append((run, step)))
    for run, step in ((0, 60), (1, 30), (1, 75)):
        QTest.mouseClick(view, LEFT, pos=at(view, run, step))
    assert [run for run, _ in told] == [0, 1, 1]
    assert [step for _, step in told] == pytest.approx([60, 30, 75], abs=1)
    QTest.mouseClick(view, LEFT, pos=QPoint(330, 30))  # far from all of them
    assert len(told) == 3


def test_a_drag_over_a_point_picks_nothing(view: CurveView) -> None:
    told: list[tuple[int, int]] = []
    view.stepPicked.connect(lambda run, step: told.append((run, step)))
    QTest.mousePress(view, LEFT, pos=at(view, 0, 60))
    QTest.mouseMove(view, at(view, 0, 30))
    QTest.mouseRelease(view, LEFT, pos=at(view, 0, 30))
    assert not told


@pytest.mark.parametrize("axis", LossAxis)
def test_the_pointer_is_answered_on_every_axis(view: CurveView, axis: LossAxis) -> None:
    view.set_axis(axis)
    before = pixels(view)
    place = QPointF(200.0, 100.0)
    send_mouse(view, QEvent.Type.MouseMove, place, held=False)
    assert (pixels(view) != before).sum() > 500


STRANGE = {
    "nan": [[1.0, 1.0], [np.nan, 0.0], [2.0, 0.0]],
    "inf": [[1.0, 1.0], [np.inf, 0.0], [1e200, 0.0], [3.0, 0.0]],
    "nowhere": [[0.0, 0.0], [0.0, 0.0]],
    "all nan": [[np.nan, np.nan]] * 5,
    "one": [[1.0, 2.0]],
    "overflow": [[1.7e308, 0.0], [-1.7e308, 0.0]] * 9,
}


@pytest.mark.parametrize("points", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("axis", LossAxis)
def test_any_way_can_be_drawn(
    view: CurveView, strange: Callable, points: list, axis: LossAxis
) -> None:
    view.set_axis(axis)
    view.set_results(strange(np.array(points)))
    for cursor in (0, 1, 4):
        view.set_cursor(cursor)
        QTest.mouseClick(view, LEFT, pos=QPoint(150, 100))
        QTest.mouseMove(view, QPoint(180, 100))
        pixels(view)


def test_a_long_run_that_rests_keeps_its_way(view: CurveView, strange: Callable) -> None:
    # the whole way lies in the first 40 steps, with a spike; then it lies still
    x = np.zeros((400_001, 2))
    x[:41, 0] = np.linspace(4.0, 1.0, 41)
    x[41:, 0] = 1.0
    x[20, 0] = 30.0
    view.set_axis(LossAxis.PATH_LENGTH)
    view.set_results(strange(x))
    view.set_cursor(400_000)
    curve = view.picture.layout(view.extent()).curves[0]
    assert {0, 19, 20, 21, 40} <= set(curve.steps.tolist())
    assert (curve.steps <= 40).sum() > 25
    assert len(curve.steps) < 5000
    assert view.picture.step_at(view.extent(), 5000.0) == 41 - 1  # the first that is there


def test_growing_by_pieces_is_drawn_like_a_whole_run(view: CurveView, strange: Callable) -> None:
    turn = np.linspace(0.0, 60.0, 30_000)
    x = np.stack([np.cos(turn), turn / 10], axis=1)
    view.set_axis(LossAxis.PATH_LENGTH)
    for count in (1, 2, 5_000, 5_001, 20_000, 30_000):
        view.set_results(strange(x[:count]))
    layout = view.picture.layout(view.extent())
    steps = layout.curves[0].steps
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(x, axis=0).T))])
    places = layout.projection.data(layout.curves[0].points[:, 0], 0.0)[0]
    np.testing.assert_allclose(places, lengths[steps], rtol=1e-9, atol=1e-9)


def test_early_values_choose_the_axis_of_a_long_run(view: CurveView, strange: Callable) -> None:
    # within the first block f falls over many decades, and then is zero for ever
    x = np.zeros((300_000, 2))
    x[:60, 0] = 10.0 ** -np.arange(60.0)
    view.set_results(strange(x))
    layout = view.picture.layout(view.extent())
    assert layout.log
    assert (layout.projection.y_min, layout.projection.y_max) == pytest.approx((-124, 6), abs=2)


def test_without_numbers_it_says_so(view: CurveView, strange: Callable) -> None:
    view.set_results(strange(np.full((5, 2), np.nan)))
    assert view.picture.layout(view.extent()).is_empty
    middle = pixels(view)[60:-60, 40:-40]  # far from axes: the sentence alone is there
    written = (middle != (QColor(LIGHT.surface).rgb() & 0xFFFFFF)).sum()
    assert written > 100
    view.set_results(strange(np.ones((5, 2))))
    assert not view.picture.layout(view.extent()).is_empty


# --- learning rates ------------------------------------------------------------------------------


@pytest.fixture
def scheduled(view: CurveView, bowl: tuple) -> CurveView:
    first, second = bowl.results.experiment.runs
    schedules = (StepDecay(every=20, gamma=0.5), Cosine(over=80))
    runs = (
        replace(first, schedule=schedules[0]),
        replace(second, schedule=schedules[1], optimizer=first.optimizer),
    )
    view.set_results(evaluate(replace(bowl.results.experiment, runs=runs)))
    return view


def test_learning_rates_are_drawn_if_one_changes(view: CurveView, scheduled: CurveView) -> None:
    layout = scheduled.picture.layout(view.extent())
    assert layout.strip is not None
    assert layout.strip.projection.box.left == layout.projection.box.left
    for (_, line), curve in zip(layout.strip.lines, layout.curves, strict=True):
        run = curve.shown.result.run
        place, rate = layout.strip.projection.data(*line.points.T)
        near = np.rint(place).astype(int)
        expected = [run.optimizer.lr * run.schedule.factor(int(k)) for k in near]
        on_a_step = np.abs(place - near) < 1e-6
        assert on_a_step.sum() > 5
        away = np.abs(rate - expected)[on_a_step]
        assert away.max() < 0.003  # a third of a pixel


def test_the_strip_leaves_with_the_schedules(scheduled: CurveView, bowl: tuple) -> None:
    assert scheduled.picture.layout(scheduled.extent()).strip is not None
    scheduled.resize(360, 120)
    assert scheduled.picture.layout(scheduled.extent()).strip is None
    scheduled.resize(360, 260)
    scheduled.set_results(bowl.results)
    assert scheduled.picture.layout(scheduled.extent()).strip is None


def test_only_the_loss_shows_learning_rates(scheduled: CurveView, qtbot: QtBot) -> None:
    norm = CurveView(Quantity.GRADIENT_NORM)
    qtbot.addWidget(norm)
    norm.resize(360, 260)
    norm.set_results(scheduled.picture.results)
    assert norm.picture.layout(norm.extent()).strip is None


def test_very_different_rates_are_drawn_by_their_logarithm(
    scheduled: CurveView, descend: Callable
) -> None:
    drawn = descend("sgd:lr=0.0001", "adam:lr=0.5", steps=50)
    first, second = drawn.results.experiment.runs
    runs = (first, replace(second, schedule=Cosine(over=50)))
    scheduled.set_results(evaluate(replace(drawn.results.experiment, runs=runs)))
    strip = scheduled.picture.layout(scheduled.extent()).strip
    assert strip is not None
    assert -7.0 < strip.projection.y_min < -4.0
    for axis in LossAxis:
        scheduled.set_axis(axis)
        pixels(scheduled)


# --- axes that line up ---------------------------------------------------------------------------


def test_aligned_views_have_one_left_axis(view: CurveView, qtbot: QtBot) -> None:
    other = CurveView(Quantity.GRADIENT_NORM)
    qtbot.addWidget(other)
    other.resize(360, 150)
    other.align_with(view)
    other.set_results(view.picture.results)
    other.show()
    view.set_log(False)
    other.set_log(True)
    for _ in range(2):  # the one that is painted first learns of the other's axis
        pixels(view)
        pixels(other)
    lefts = [v.picture.projection(v.extent()).box.left for v in (view, other)]
    assert lefts[0] == lefts[1]
