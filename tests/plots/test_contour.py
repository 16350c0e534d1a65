"""The map: what is seen of it, and what the mouse and the keyboard do to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication

from gradviz.core.field import Bounds
from gradviz.plots.contour import ContourView
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.curves import Quantity
from gradviz.plots.overlays import colour_bar_box, note_room
from gradviz.plots.picture import value_entries
from gradviz.plots.polylines import Box
from gradviz.plots.themes import DARK, LIGHT
from hands import drag, send_mouse, turn_wheel
from looking import amount, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot, bowl: tuple) -> ContourView:
    view = ContourView()
    qtbot.addWidget(view)
    view.resize(560, 540)
    view.set_scene(bowl.scene)
    view.set_results(bowl.results)
    view.set_start((-3.0, 4.0))
    view.set_cursor(100)
    view.show()
    return view


def picture(view: ContourView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(image: QImage, before: np.ndarray) -> int:
    """Return how many pixels differ: a few may.

    Qt sets the same letters a shade differently once it has them in its cache.
    """
    return int((pixels(image) != before).sum())


def place(view: ContourView, x: float, y: float) -> QPoint:
    at = view.picture.projection(view.size().toSizeF()).place(x, y)
    return QPointF(*at).toPoint()


def test_the_runs_are_seen_in_their_colours(view: ContourView) -> None:
    image = picture(view)
    for run in LIGHT.runs[:2]:
        assert amount(image, run.colour) > 30
    assert amount(image, LIGHT.runs[2].colour) == 0


def test_the_map_is_square_where_its_window_nearly_is(view: ContourView) -> None:
    projection = view.picture.projection(view.size().toSizeF())
    assert projection.x_scale == pytest.approx(projection.y_scale, rel=0.01)


def test_legends_tell_two_runs_of_an_optimizer_apart(descend: Callable[..., tuple]) -> None:
    results = descend("sgd:lr=0.1", "sgd:lr=0.01").results
    told = [name for _, name, _ in value_entries(results, LIGHT, 0)]
    curve = CurvePicture(Quantity.VALUE, LIGHT)
    curve.results = results
    assert told == sorted(line.name for line in curve.shown()) == ["SGD", "SGD 2"]


def test_no_run_crosses_the_colour_bar(view: ContourView) -> None:
    view.set_bounds(Bounds(-0.8, 5.2, -0.3, 5.7))  # all runs end behind it
    bar = colour_bar_box(view.picture.projection(view.size().toSizeF()).box)
    across, down = (
        slice(round(bar.left), round(bar.right)),
        slice(round(bar.top), round(bar.bottom)),
    )
    crossed = pixels(picture(view))
    view.set_results(None)
    cleared = pixels(picture(view))
    assert (crossed != cleared).any()
    assert (crossed[down, across] == cleared[down, across]).all()


def test_every_layer_can_be_switched(view: ContourView) -> None:
    shown = pixels(picture(view))
    for layer in ("field", "contours", "arrows"):
        view.set_layers(**{layer: False})
        assert (pixels(picture(view)) != shown).sum() > 300, layer
    view.set_layers(grid=True)
    assert (pixels(picture(view)) != shown).sum() > 300
    view.set_layers()
    assert differing(picture(view), shown) < 50


def test_arrows_point_down_until_they_are_told_to_point_up(view: ContourView) -> None:
    down = pixels(picture(view))
    view.set_uphill(True)
    up = pixels(picture(view))
    assert (down != up).sum() > 100


def test_themes_and_dimming_are_seen(view: ContourView) -> None:
    light = pixels(picture(view)).astype(np.uint32)
    view.set_dimmed(True)
    dimmed = pixels(picture(view))
    assert (dimmed & 0xFF).mean() > (light & 0xFF).mean()
    view.set_dimmed(False)
    view.set_theme(DARK)
    assert (pixels(picture(view)) & 0xFF).mean() < (light & 0xFF).mean() / 2


def test_dragging_the_start_tells_where_it_goes(view: ContourView) -> None:
    told: list[tuple[tuple[float, ...], bool]] = []
    view.startDragged.connect(lambda start, finished: told.append((start, finished)))
    drag(view, place(view, -3, 4), place(view, -1, 2), place(view, 2.0, -1.0))
    assert [finished for _, finished in told] == [False, False, True]
    assert told[-1][0] == pytest.approx((2.0, -1.0), abs=0.03)
    assert told[-1][0] == told[-2][0]
    # coordinates are rounded to what a pixel resolves
    assert all(round(c, 2) == c for start, _ in told for c in start)


def test_the_start_stays_within_the_plot(view: ContourView) -> None:
    told: list[tuple[float, ...]] = []
    view.startDragged.connect(lambda start, _finished: told.append(start))
    drag(view, place(view, -3, 4), QPoint(-500, 10_000))
    assert told[-1] == pytest.approx((-5.0, -5.0), abs=0.02)


def test_dragging_elsewhere_moves_the_view(view: ContourView, bowl: tuple) -> None:
    told: list[Bounds] = []
    view.boundsChanged.connect(told.append)
    drag(view, place(view, 1, 1), place(view, 2, 0))
    assert told[-1].x_min == pytest.approx(-6.0, abs=0.05)
    assert told[-1].y_max == pytest.approx(6.0, abs=0.05)
    # the old scene is shown moved, and does not take the view back with it
    view.set_scene(bowl.scene)
    assert view.picture.bounds == told[-1]
    assert amount(picture(view), LIGHT.runs[0].colour) > 30


def test_the_wheel_zooms_about_the_pointer(view: ContourView) -> None:
    told: list[Bounds] = []
    view.boundsChanged.connect(told.append)
    at = place(view, -3, 4)
    turn_wheel(view, 2, at)
    bounds = told[-1]
    assert bounds.x_max - bounds.x_min == pytest.approx(10 / 1.25**2)
    assert (place(view, -3, 4) - at).manhattanLength() <= 1
    turn_wheel(view, -2, at)
    assert told[-1].x_min == pytest.approx(-5.0)


def test_a_new_scene_for_the_asked_bounds_is_taken(view: ContourView, descend: Callable) -> None:
    told: list[Bounds] = []
    view.boundsChanged.connect(told.append)
    turn_wheel(view, 1, place(view, 0, 0))
    zoomed = descend(view=told[-1])
    view.set_scene(zoomed.scene)
    other = descend(start=(30.0, 40.0), view=None)
    view.set_scene(other.scene)  # another experiment: the view follows its scene again
    assert view.picture.bounds == other.scene.request.bounds


def test_a_scene_grown_to_the_shape_of_the_plot_is_the_one_asked_for(
    view: ContourView, descend: Callable
) -> None:
    told: list[Bounds] = []
    view.boundsChanged.connect(told.append)
    drag(view, place(view, 1, 1), place(view, 2, 0))
    grown = descend(view=told[-1].filling(1.3))
    view.set_scene(grown.scene)
    assert view.picture.bounds == grown.scene.request.bounds


def test_a_scene_that_never_comes_is_not_waited_for(
    view: ContourView, bowl: tuple, qtbot: QtBot
) -> None:
    view._awaited.patience.setInterval(20)
    turn_wheel(view, 1, place(view, 1, 1))
    view.set_scene(bowl.scene)  # the user has chosen the whole again, by a menu perhaps
    qtbot.waitUntil(lambda: view.picture.bounds == bowl.scene.request.bounds, timeout=2000)


def test_nothing_is_waited_for_while_it_is_hidden(view: ContourView, descend: Callable) -> None:
    view.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0))
    view.set_start((1.0, 1.0))
    view.hide()
    view.set_start((2.0, 2.0))
    assert not any(timer.isActive() for timer in view.findChildren(QTimer))
    scene = descend(view=Bounds(-2.0, 2.0, 0.0, 4.0)).scene
    view.set_scene(scene)
    assert view.picture.bounds == scene.request.bounds


def test_the_shape_of_the_plot_is_told(view: ContourView) -> None:
    told: list[float] = []
    view.aspectChanged.connect(told.append)
    view.resize(800, 500)
    assert told == [pytest.approx(756 / 468)]
    view.set_bounds(Bounds(-1.0, 1.0, -1.0, 1.0).filling(told[-1]))
    box = view.picture.projection(view.size().toSizeF()).box
    assert (box.right - box.left) == pytest.approx(756, abs=12)
    assert (box.bottom - box.top) == pytest.approx(468, abs=12)


def test_zooming_ends_where_float64_does(view: ContourView) -> None:
    for _ in range(400):
        turn_wheel(view, 3, place(view, -3, 4))
    bounds = view.picture.bounds
    assert bounds is not None
    assert bounds.x_min < bounds.x_max
    picture(view)
    for _ in range(2000):
        turn_wheel(view, -3, QPoint(200, 200))
    picture(view)


@pytest.mark.parametrize(
    ("key", "modifier", "start"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (-2.9, 4.0)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (-3.0, 4.1)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, (-3.01, 4.0)),
    ],
)
def test_arrow_keys_move_the_start(
    view: ContourView, key: Qt.Key, modifier: Qt.KeyboardModifier, start: tuple[float, float]
) -> None:
    told: list[tuple[float, ...]] = []
    view.startDragged.connect(lambda start, _finished: told.append(start))
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, modifier))
    assert told == [pytest.approx(start)]


def test_the_keys_it_uses_are_not_left_to_shortcuts(view: ContourView) -> None:
    none = Qt.KeyboardModifier.NoModifier
    arrow = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Left, none)
    arrow.ignore()
    QApplication.sendEvent(view, arrow)
    assert arrow.isAccepted()
    space = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Space, none)
    space.ignore()
    QApplication.sendEvent(view, space)
    assert not space.isAccepted()


def test_a_double_click_or_a_key_asks_for_the_whole(view: ContourView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.resetRequested, timeout=1000):
        send_mouse(view, QEvent.Type.MouseButtonDblClick, place(view, 1, 1))
    with qtbot.waitSignal(view.resetRequested, timeout=1000):
        QApplication.sendEvent(
            view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier)
        )


def test_the_pointer_is_answered(view: ContourView) -> None:
    asked: list[tuple[float, ...]] = []
    told: list[object] = []

    def probe(x: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        asked.append(tuple(x))
        return 1.0, (2.0, 3.0)

    view.probe = probe
    view.hovered.connect(told.append)
    before = pixels(picture(view))
    send_mouse(view, QEvent.Type.MouseMove, place(view, 2, 1), held=False)
    assert (pixels(picture(view)) != before).sum() > 500
    assert asked[-1] == pytest.approx((2.0, 1.0), abs=0.03)
    assert told[-1] == pytest.approx((2.0, 1.0), abs=0.03)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told[-1] is None
    assert differing(picture(view), before) < 50


HUGE = [
    np.array([[-3.0, 4.0], [-2.59e13, -1.29e12], [3.0, 1.0]]),
    np.array([[-3.0, 4.0], [np.nan, 1.0], [1.0, 1.0], [np.inf, 2.0], [-np.inf, -np.inf]]),
    np.array([[-3.0, 4.0], [-2.25e128, 3e128], [1.7e308, -1.7e308], [0.0, 0.0]]),
    np.full((5, 2), np.nan),
    np.array([[-3.0, 4.0]]),
]


@pytest.mark.parametrize("points", HUGE)
@pytest.mark.parametrize("cursor", [0, 1, 4, 99])
def test_any_coordinates_can_be_painted(
    view: ContourView, strange: Callable, points: np.ndarray, cursor: int
) -> None:
    view.set_results(strange(points))
    view.set_cursor(cursor)
    picture(view)


def test_a_million_steps_are_painted_as_few(view: ContourView, strange: Callable) -> None:
    angle = np.linspace(0.0, 400.0, 1_000_001)
    radius = np.linspace(4.0, 0.0, len(angle))
    points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    view.set_results(strange(points))
    view.set_cursor(1_000_000)
    assert amount(picture(view), LIGHT.runs[0].colour) > 1000
    trails = view.picture.trail_paths(view.picture.projection(view.size().toSizeF()))
    assert trails[0].past.elementCount() < 10_000


def test_a_growing_run_is_drawn_like_a_whole_one(
    view: ContourView, bowl: tuple, strange: Callable
) -> None:
    whole = bowl.results.runs[0].trajectory.x
    view.set_results(strange(whole))
    expected = pixels(picture(view))
    view.set_results(None)
    for count in (1, 2, 30, 101):
        view.set_results(strange(whole[:count]))
        picture(view)
    assert (pixels(picture(view)) == expected).all()


def test_one_variable_is_drawn_as_a_graph(view: ContourView, descend: Callable) -> None:
    parabola = descend(formula="0.01*x**2 + 0.1*x", start=(7.0,))
    view.set_scene(parabola.scene)
    view.set_results(parabola.results)
    view.set_start((7.0,))
    assert view.picture.is_curve
    assert amount(picture(view), LIGHT.runs[0].colour) > 30
    told: list[tuple[float, ...]] = []
    view.startDragged.connect(lambda start, _finished: told.append(start))
    value = 0.01 * 49 + 0.7
    drag(view, place(view, 7.0, value), place(view, 2.0, 0.0))
    assert told[-1] == pytest.approx((2.0,), abs=0.05)
    view.probe = lambda x: (x[0], (1.0,))
    send_mouse(view, QEvent.Type.MouseMove, place(view, 1.0, 0.0), held=False)
    picture(view)


def test_more_variables_are_named_and_the_held_ones_told(
    view: ContourView, descend: Callable
) -> None:
    drawn = descend(formula="x0**2 + x1**2 + x2**2 + x3", start=(-1.0, 2.0, 0.5, -0.25))
    view.set_scene(drawn.scene)
    view.set_results(drawn.results)
    view.set_start(drawn.results.experiment.start)
    picture(view)
    assert view.picture.names == ("x₀", "x₁", "x₂", "x₃")
    assert view.picture.note == "held: x₂ = 0.5, x₃ = −0.25"
    assert note_room(Box(40.0, 8.0, 300.0, 200.0), 30 * view.picture.note).right < 300.0
    told: list[tuple[float, ...]] = []
    view.startDragged.connect(lambda start, _finished: told.append(start))
    drag(view, place(view, -1, 2), place(view, 1, 1))
    assert told[-1] == pytest.approx((1.0, 1.0, 0.5, -0.25), abs=0.02)


def test_without_a_scene_it_says_what_to_do(qtbot: QtBot) -> None:
    view = ContourView()
    qtbot.addWidget(view)
    view.resize(300, 220)
    drag(view, QPoint(50, 50), QPoint(90, 60))
    turn_wheel(view, 1, QPoint(50, 50))
    assert amount(picture(view), LIGHT.surface) > 300 * 220 // 2
    assert len(np.unique(pixels(picture(view)))) > 3


def test_a_function_without_values_is_painted(view: ContourView, descend: Callable) -> None:
    nowhere = descend(formula="log(-1 - x0**2 - x1**2)")
    view.set_scene(nowhere.scene)
    view.set_results(nowhere.results)
    picture(view)


def test_hidden_runs_are_not_drawn(view: ContourView, bowl: tuple) -> None:
    first, second = bowl.results.runs
    hidden = replace(first, run=replace(first.run, visible=False))
    view.set_results(replace(bowl.results, runs=(hidden, second)))
    image = picture(view)
    assert amount(image, LIGHT.runs[0].colour) == 0
    assert amount(image, LIGHT.runs[1].colour) > 30


def test_a_scene_of_other_variables_than_the_start_asks_nothing(
    view: ContourView, descend: Callable
) -> None:
    def probe(x: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        raise AssertionError(x)

    view.probe = probe
    view.set_start((7.0,))  # what is typed has one variable now; its scene is still to come
    send_mouse(view, QEvent.Type.MouseMove, place(view, 1, 1), held=False)
    picture(view)
    drag(view, place(view, -3, 4), place(view, -2, 3))
    QApplication.sendEvent(
        view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    )
    view.set_results(descend(formula="x**2", start=(7.0,)).results)
    picture(view)
    assert view.picture.start == (7.0,)
