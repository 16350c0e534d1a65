"""The picture of a slice: what it says, where it is zoomed to, what can be dragged and clicked."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.slices import DOWNHILL, SliceStudy, Window, evaluate_slice, slice_request
from gradviz.plots.hover import PRIME
from gradviz.plots.slice import SliceView
from gradviz.plots.slice_facts import facts
from gradviz.plots.slice_frame import axis_ticks
from gradviz.plots.slice_hover import hover_rows
from gradviz.plots.slice_words import axis_names, problem_sentence, slopes
from gradviz.plots.themes import DARK, LIGHT
from hands import drag, send_mouse, turn_wheel
from looking import amount

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Results

CUBIC = Experiment(
    formula="x**3/3 - x",
    start=(-1.5,),
    h=0.25,
    steps=20,
    method=Method.CENTRAL,
    runs=(
        Run(optimizer=parse_optimizer("sgd:lr=0.01")),
        Run(optimizer=parse_optimizer("momentum:lr=0.01"), style=1),
    ),
    view=Bounds(-2.0, 2.0, -1.0, 1.0),
)
BOWL = replace(CUBIC, formula="x0**2/20 + x1**2", start=(-7.0, 2.0), view=None, h=1e-4)
SIZE = (560, 420)


class Shown:
    """A view that is answered at once, as the worker answers it a little later."""

    def __init__(self, view: SliceView, results: Results, run: int, direction: int | None) -> None:
        self.view, self.results, self.run, self.direction = view, results, run, direction
        view.windowChanged.connect(lambda _window: self.answer())

    def answer(self) -> None:
        step, window = self.view.picture.cursor, self.view.shown_window
        request = slice_request(self.results, self.run, step, self.direction, window)
        self.view.set_slice(evaluate_slice(request))

    def at(self, step: int) -> None:
        self.view.set_cursor(step)
        self.answer()

    @property
    def study(self) -> SliceStudy:
        study = self.view.picture.study
        assert study is not None
        return study

    def place(self, x: float) -> QPointF:
        """Return the pixel of the curve above a place on the line."""
        frame = self.view.picture.frame(self.view.extent())
        assert frame is not None
        assert self.study.slice is not None
        t = x - self.study.request.origin
        return QPointF(*frame.projection.place(t, self.study.slice.line.value(t) - frame.base))

    @property
    def ends(self) -> tuple[float, float]:
        """The places at the ends of what is shown."""
        frame = self.view.picture.frame(self.view.extent())
        assert frame is not None
        origin = self.study.request.origin
        return frame.projection.x_min + origin, frame.projection.x_max + origin


@pytest.fixture
def shown(qtbot: QtBot):  # noqa: ANN201
    def made(
        experiment: Experiment = CUBIC, *, step: int = 0, direction: int | None = 0, run: int = 0
    ) -> Shown:
        view, results = SliceView(), evaluate(experiment)
        qtbot.addWidget(view)
        view.resize(*SIZE)
        view.set_results(results)
        view.set_selected(run)
        made = Shown(view, results, run, direction)
        made.at(step)
        view.show()
        return made

    return made


def click(view: SliceView, at: QPointF) -> None:
    send_mouse(view, QEvent.Type.MouseButtonPress, at)
    send_mouse(view, QEvent.Type.MouseButtonRelease, at)


def press(view: SliceView, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    held = modifier or Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held))


def told(study: SliceStudy) -> dict[str, str]:
    assert study.slice is not None
    return {row.name: row.value for row in facts(study, study.slice, LIGHT)[1]}


class TestWords:
    def test_slopes_and_their_difference(self, shown) -> None:  # noqa: ANN001
        # f' = x**2 - 1, and central differences of a cubic x**3/3 add h**2/3
        said = told(shown(step=0).study)
        assert said == {
            "Tangent": "1.25",
            "Central difference": "1.271",
            "Difference": "0.021",
            "h": "0.25",
        }

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"h": 1e-50}, "h is too small to change x."),
            ({"method": Method.COMPLEX_STEP}, "It leaves the real line: no secant."),
            ({"method": Method.EXACT}, "The exact gradient has no h and no secant."),
            ({"formula": "sqrt(x)"}, "f is not defined here"),
        ],
    )
    def test_what_should_be_known(self, shown, changes: dict, words: str) -> None:  # noqa: ANN001
        assert words in told(shown(replace(CUBIC, **changes)).study)

    def test_no_difference_is_told_as_such(self, shown) -> None:  # noqa: ANN001
        linear = replace(CUBIC, formula="2*x", h=0.5, start=(0.25,))
        assert told(shown(linear).study)["Difference"] == "0, exact"

    @pytest.mark.parametrize(
        ("pair", "texts"),
        [
            ((-6.0, -6.0001), ("−6", "−6.0001")),
            ((-6.0, -5.99999999), ("−6", "−5.99999999")),
            ((1.0, 1.0 + 4e-16), ("1", "1")),
            ((2.0, 0.0), ("2", "0")),
            ((math.nan, 1.0), ("nan", "1")),
            ((0.0, 0.0), ("0", "0")),
            ((1e-300, 2e-300), ("10⁻³⁰⁰", "2×10⁻³⁰⁰")),
        ],
    )
    def test_slopes_have_the_figures_that_tell_them_apart(
        self, pair: tuple[float, float], texts: tuple[str, str]
    ) -> None:
        assert slopes(*pair) == texts

    def test_against_the_gradient(self, shown) -> None:  # noqa: ANN001
        made = shown(BOWL, direction=DOWNHILL)
        said = told(made.study)
        assert said["f here"] == "6.450"
        assert said["f after the step"] == "6.287"  # (-6.993, 1.96)
        assert float(said["f at best t"]) == pytest.approx(2.2078, abs=1e-3)

    @pytest.mark.parametrize(
        ("start", "direction", "words"),
        [((0.0, 0.0), DOWNHILL, "The gradient is 0"), ((1.0, 1.0), DOWNHILL, "")],
    )
    def test_why_there_is_none(self, shown, start: tuple, direction, words: str) -> None:  # noqa: ANN001
        said = problem_sentence(shown(replace(BOWL, start=start), direction=direction).study)
        assert words in said
        assert bool(said) == bool(words)

    def test_axes_close_to_the_point_are_told_as_distances(self, shown) -> None:  # noqa: ANN001
        made = shown(replace(CUBIC, h=1e-9))
        frame = made.view.picture.frame(made.view.extent())
        assert axis_names(made.study, frame) == ("x", "f")
        made.view.zoom_to_h()
        frame = made.view.picture.frame(made.view.extent())
        across, upwards = axis_names(made.study, frame)
        assert across == "Δx from −1.5   (×10⁻⁹)"
        assert upwards.startswith("Δf from 0.375   (")

    @pytest.mark.parametrize(
        ("offset", "low", "high", "labels", "near"),
        [
            (0.0, -1.0, 1.0, ("−1", "0", "1"), False),
            (3.0, -1.0, 1.0, ("2", "3", "4"), False),
            (3.0, -1e-9, 1e-9, ("−1", "0", "1"), True),
        ],
    )
    def test_ticks(
        self, offset: float, low: float, high: float, labels: tuple[str, ...], near: bool
    ) -> None:
        ticks, is_near = axis_ticks(offset, low, high, 2.0)
        assert (ticks.labels, is_near) == (labels, near)
        assert ticks.values == pytest.approx((low, 0.0, high))


class TestZoom:
    def test_to_h_shows_the_triangle(self, shown) -> None:  # noqa: ANN001
        made = shown(replace(CUBIC, h=1e-6))
        before = amount(made.view, LIGHT.warn)
        made.view.zoom_to_h()
        low, high = made.ends
        assert (low, high) == pytest.approx((-1.5 - 2.2e-6, -1.5 + 2.2e-6), abs=1e-12)
        assert made.view.shown_window.follows
        assert amount(made.view, LIGHT.warn) > before + 100

    def test_to_h_follows_the_run(self, shown) -> None:  # noqa: ANN001
        made = shown(replace(CUBIC, h=1e-3))
        made.view.zoom_to_h()
        window = made.view.shown_window
        made.at(7)
        assert made.view.shown_window == window
        assert sum(made.ends) / 2.0 == pytest.approx(made.results.runs[0].trajectory.x[7, 0])

    @pytest.mark.parametrize(
        ("method", "low", "high"),
        [
            (Method.FORWARD, -0.6, 1.6),
            (Method.BACKWARD, -1.6, 0.6),
            (Method.FIVE_POINT, -4.4, 4.4),
            (Method.COMPLEX_STEP, -2.2, 2.2),
        ],
    )
    def test_to_h_holds_the_whole_stencil(
        self,
        shown,  # noqa: ANN001
        method: Method,
        low: float,
        high: float,
    ) -> None:
        made = shown(replace(CUBIC, method=method, h=0.01))
        made.view.zoom_to_h()
        assert made.ends == pytest.approx((-1.5 + low * 0.01, -1.5 + high * 0.01))

    @pytest.mark.parametrize("h", [1e-300, 1e-50, 1e-16, 1e300])
    def test_to_any_h_draws_something(self, shown, h: float) -> None:  # noqa: ANN001
        made = shown(replace(CUBIC, h=h, steps=0))
        made.view.zoom_to_h()
        low, high = made.ends
        assert low < -1.5 < high
        assert amount(made.view, LIGHT.surface) > 1000

    def test_the_wheel_keeps_the_place_under_the_pointer(self, shown) -> None:  # noqa: ANN001
        made = shown()
        at = made.place(0.7)
        turn_wheel(made.view, 3, at)
        low, high = made.ends
        assert high - low == pytest.approx(4.0 / 1.25**3)
        assert made.place(0.7).x() == pytest.approx(at.x(), abs=0.01)
        turn_wheel(made.view, -3, at)
        assert made.ends == pytest.approx((-2.0, 2.0))

    def test_deep_in_it_ends_at_steps_between_floats(self, shown) -> None:  # noqa: ANN001
        made = shown()
        for _ in range(300):
            turn_wheel(made.view, 1, made.place(made.study.request.point[0]))
        low, high = made.view.shown_window.low, made.view.shown_window.high
        assert 40.0 <= (high - low) / np.spacing(1.5) < 50.0
        assert made.view.shown_window.follows
        for _ in range(80):
            turn_wheel(made.view, -25, QPointF(300.0, 200.0))
        assert 1e140 < made.ends[1] < 1e151

    def test_away_from_the_point_the_window_stays(self, shown) -> None:  # noqa: ANN001
        made = shown()
        for _ in range(60):
            turn_wheel(made.view, 1, made.place(1.0))
        assert not made.view.shown_window.follows
        low, high = made.ends
        made.at(9)
        assert made.ends == (low, high)
        assert low < 1.0 < high
        assert high - low < 1e-4

    def test_keys_zoom_about_the_point_and_reset(self, shown) -> None:  # noqa: ANN001
        made = shown()
        at = made.place(-1.5)
        press(made.view, Qt.Key.Key_Plus)
        assert made.place(-1.5).x() == pytest.approx(at.x(), abs=0.01)
        assert made.ends[1] - made.ends[0] == pytest.approx(3.2)
        press(made.view, Qt.Key.Key_R)
        assert made.view.shown_window is None
        assert made.ends == (-2.0, 2.0)

    def test_panning_moves_the_line(self, shown) -> None:  # noqa: ANN001
        made = shown()
        frame = made.view.picture.frame(made.view.extent())
        start = made.place(1.0) + QPointF(0.0, -60.0)
        drag(made.view, start, start + QPointF(-50.0, 0.0), start + QPointF(-100.0, 5.0))
        moved = 100.0 / frame.projection.x_scale
        assert made.ends == pytest.approx((-2.0 + moved, 2.0 + moved), abs=0.02)
        assert not made.view.shown_window.follows

    def test_what_is_shown_before_the_answer_is_the_new_window(self, shown) -> None:  # noqa: ANN001
        made = shown()
        made.view.windowChanged.disconnect()
        made.view.set_window(Window(-1e-3, 1e-3, follows=True))
        assert made.ends == pytest.approx((-1.501, -1.499))
        made.view.set_window(Window(-1e-300, 1e-300, follows=True))
        assert amount(made.view, LIGHT.surface) > 1000

    def test_against_the_gradient_nothing_follows(self, shown) -> None:  # noqa: ANN001
        made = shown(BOWL, direction=DOWNHILL)
        for _ in range(40):
            turn_wheel(made.view, 1, made.place(0.01))
        assert not made.view.shown_window.follows
        assert made.ends[0] < 0.01 < made.ends[1]


class TestMouse:
    def test_a_click_on_a_dot_goes_to_its_step(self, shown) -> None:  # noqa: ANN001
        made = shown(step=0)
        picked: list[int] = []
        made.view.cursorPicked.connect(picked.append)
        x = made.results.runs[0].trajectory.x[:, 0]
        made.view.set_window(Window(x.min() - 0.05, x.max() + 0.05))
        made.answer()
        for step in (0, 1, 5, 12):
            click(made.view, made.place(float(x[step])))
        click(made.view, made.place(float(x[12])) + QPointF(0.0, -80.0))
        assert picked == [0, 1, 5, 12]

    def test_dragging_over_a_dot_picks_nothing(self, shown) -> None:  # noqa: ANN001
        made = shown()
        picked: list[int] = []
        made.view.cursorPicked.connect(picked.append)
        at = made.place(float(made.results.runs[0].trajectory.x[12, 0]))
        drag(made.view, at, at + QPointF(40.0, 0.0), at)
        assert picked == []

    def test_the_start_can_be_dragged(self, shown) -> None:  # noqa: ANN001
        made = shown(step=20)
        moves: list[tuple[tuple[float, ...], bool]] = []
        made.view.startDragged.connect(lambda start, last: moves.append((start, last)))
        start = made.place(-1.5) + QPointF(-4.0, 3.0)
        drag(made.view, start, made.place(0.5), made.place(1.25))
        assert [last for _, last in moves] == [False, False, True]
        assert moves[0][0] == pytest.approx((0.5,), abs=0.01)
        assert moves[2][0] == pytest.approx((1.25,), abs=0.01)
        assert made.view.shown_window is None

    def test_of_several_variables_no_start_is_shown(self, shown) -> None:  # noqa: ANN001
        made = shown(BOWL)
        assert made.view.picture.start_place(QSizeF(*SIZE)) is None
        assert made.view.picture.step_at(QSizeF(*SIZE), made.place(-7.0).toTuple()) == 0

    def test_arrow_keys_move_the_start_of_one_variable(self, shown) -> None:  # noqa: ANN001
        made, moves = shown(), []
        made.view.startDragged.connect(lambda start, last: moves.append((start, last)))
        press(made.view, Qt.Key.Key_Right)
        press(made.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        assert moves == [((-1.45,), True), ((-1.455,), True)]

    def test_the_readout_tells_the_place_under_the_pointer(self, shown) -> None:  # noqa: ANN001
        made = shown()
        cut, frame = made.study.slice, made.view.picture.frame(made.view.extent())
        rows = [(r.name, r.value) for r in hover_rows(made.study, cut, frame, 2.0, 2.0 / 3.0)]
        assert rows == [("x", "2.000"), ("f", "0.6667"), (f"f{PRIME}", "3.000")]
        before = amount(made.view, LIGHT.text)
        send_mouse(made.view, QEvent.Type.MouseMove, made.place(0.3), held=False)
        during = amount(made.view, LIGHT.text)
        QApplication.sendEvent(made.view, QEvent(QEvent.Type.Leave))
        assert amount(made.view, LIGHT.text) == before < during


class TestPainting:
    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    @pytest.mark.parametrize("direction", [0, DOWNHILL])
    def test_tangent_and_secant_can_be_left_out(self, shown, theme, direction) -> None:  # noqa: ANN001
        made = shown(replace(BOWL, h=0.5), direction=direction)
        made.view.set_theme(theme)
        both = amount(made.view, theme.warn)
        made.view.set_layers(tangent=True, secant=False)
        without = amount(made.view, theme.warn)
        assert (both > without + 30) == (direction == 0)
        texts = amount(made.view, theme.text)
        made.view.set_layers(tangent=False, secant=False)
        assert amount(made.view, theme.text) < texts

    @pytest.mark.parametrize("step", [0, 10, 20])
    @pytest.mark.parametrize("size", [(220, 160), (300, 500), (1500, 900)])
    @pytest.mark.parametrize("direction", [0, DOWNHILL])
    def test_any_size(self, shown, step: int, size: tuple, direction) -> None:  # noqa: ANN001
        made = shown(BOWL, step=step, direction=direction, run=1)
        made.view.resize(*size)
        assert amount(made.view, LIGHT.surface) > 1000

    @pytest.mark.parametrize(
        "formula",
        [
            "log(x)",
            "1e300*x",
            "1e-300*x**2",
            "1/x",
            "x**31",
            "1e308*sin(x)",
            "floor(x)",
            "sqrt(-1 - x**2)",
            "5 + 0*x",
        ],
    )
    @pytest.mark.parametrize("direction", [0, DOWNHILL])
    @pytest.mark.parametrize("h", [1e-50, 1e300])
    def test_any_function(self, shown, formula: str, direction, h: float) -> None:  # noqa: ANN001
        made = shown(replace(CUBIC, formula=formula, h=h), direction=direction)
        for step in (0, 1, 20):
            made.at(step)
            made.view.grab()
            send_mouse(made.view, QEvent.Type.MouseMove, QPointF(300.0, 200.0), held=False)
            made.view.zoom_to_h()
            made.view.grab()
            made.view.show_whole()

    def test_a_small_plot_still_tells_the_difference(self, shown) -> None:  # noqa: ANN001
        made = shown()
        heights = []
        for size in (SIZE, (240, 170)):
            made.view.resize(*size)
            made.view.grab()
            box = made.view.picture.facts.box
            assert box is not None
            heights.append(box.bottom - box.top)
        assert heights[0] > 3 * heights[1]

    def test_nothing_and_a_veil(self, shown) -> None:  # noqa: ANN001
        made = shown()
        inked = amount(made.view, LIGHT.text)
        made.view.set_dimmed(True)
        assert amount(made.view, LIGHT.text) < inked
        made.view.set_slice(None)
        made.view.set_results(None)
        turn_wheel(made.view, 1, QPointF(100.0, 100.0))
        press(made.view, Qt.Key.Key_Plus)
        click(made.view, QPointF(100.0, 100.0))
        made.view.grab()

    def test_runs_of_another_function_are_not_drawn_on_it(self, shown) -> None:  # noqa: ANN001
        made = shown()
        made.view.set_results(evaluate(BOWL))
        made.view.set_selected(7)
        made.view.grab()
        assert made.view.picture.step_at(QSizeF(*SIZE), (100.0, 100.0)) is None
