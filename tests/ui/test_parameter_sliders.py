"""Sliders of named parameters: dragged, typed, played, reset, ranged; and what they leave alone."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from gradviz.core.formula import parse
from gradviz.document.edits import with_parameter, with_range
from gradviz.document.experiment import Experiment
from gradviz.plots.themes import DARK
from gradviz.ui.function_card import FunctionCard
from gradviz.ui.number_field import NumberField
from gradviz.ui.parameter_player import PERIOD, ParameterPlayer
from gradviz.ui.parameter_sliders import PACE, ParameterSliders
from gradviz.ui.range_popup import RangePopup
from gradviz.ui.slider_scale import SliderScale
from hands import turn_wheel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.parameter_row import ParameterRow
    from gradviz.ui.parameter_slider import ParameterSlider

ROSENBROCK = "a = 1.0\nb = 100\n(a - x0)**2 + b*(x1 - x0**2)**2"


class Bench:
    """Sliders in a window, an experiment that follows them, and all that they told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.sliders = ParameterSliders()
        column.addWidget(self.sliders)
        column.addStretch(1)
        self.window.resize(312, 400)
        self.window.show()
        self.values: list[tuple[str, float, bool]] = []
        self.ranges: list[tuple[str, float, float]] = []
        self.written: list[str] = []
        self.sliders.parameterChanged.connect(self._change)
        self.sliders.rangeChanged.connect(self._change_range)
        self.sliders.writeRequested.connect(self.written.append)
        self.show(ROSENBROCK)

    def show(self, formula: str) -> None:
        count = parse(formula).dimension
        self.take(Experiment(formula=formula, start=(1.0,) * count))

    def take(self, experiment: Experiment) -> None:
        self.experiment = experiment
        formula = parse(experiment.formula, experiment.dimension)
        self.sliders.set_experiment(experiment, formula)

    def _change(self, name: str, value: float, finished: bool) -> None:
        self.values.append((name, value, finished))
        self.take(with_parameter(self.experiment, name, value))

    def _change_range(self, name: str, low: float, high: float) -> None:
        self.ranges.append((name, low, high))
        self.take(with_range(self.experiment, name, low, high))

    def row(self, name: str) -> ParameterRow:
        return next(row for row in self.sliders.rows if row.name == name)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.window.close()


def handle(slider: ParameterSlider) -> QPoint:
    return slider._handle().center()


def ends(slider: ParameterSlider) -> tuple[float, float]:
    return slider.scale.low, slider.scale.high


def type_into(field: NumberField, text: str) -> None:
    field.setText(text)
    field.textEdited.emit(text)


def wheel(slider: ParameterSlider, notches: int, *, coarse: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if coarse else Qt.KeyboardModifier.NoModifier
    turn_wheel(slider, notches, slider.rect().center(), keys)


def test_a_row_for_each_parameter_and_none_without(bench: Bench) -> None:
    assert [row.name for row in bench.sliders.rows] == ["a", "b"]
    assert [row.slider.accessibleName() for row in bench.sliders.rows] == [
        "Parameter a",
        "Parameter b",
    ]
    a, b = bench.sliders.rows
    assert (a.field.text(), b.field.text()) == ("1.0", "100.0")
    assert (ends(a.slider), ends(b.slider)) == ((-1.0, 3.0), (-100.0, 300.0))
    assert a.slider.scale.value(a.slider.value()) == 1.0
    assert bench.values == []
    bench.show("x0**2 + x1**2")
    assert bench.sliders.rows == ()
    assert not bench.sliders.isVisible()
    bench.show("c = -2\nc*x0")
    assert bench.sliders.isVisible()
    assert ends(bench.row("c").slider) == (-6.0, 2.0)


def test_dragging_tells_round_values_and_when_it_ends(qtbot: QtBot, bench: Bench) -> None:
    slider = bench.row("a").slider
    at = handle(slider)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(slider, left, pos=at)
    for across in (10, 20, 30):
        qtbot.mouseMove(slider, at + QPoint(across, 0))
        qtbot.wait(2 * PACE)
    qtbot.mouseRelease(slider, left, pos=at + QPoint(30, 0))
    qtbot.waitUntil(lambda: bench.values[-1][2])
    values = [value for _, value, _ in bench.values]
    assert values == sorted(values)
    assert all(value == round(value, 2) for value in values)
    assert [finished for _, _, finished in bench.values].count(True) == 1
    assert values[-1] == values[-2] > 1.1
    assert bench.row("a").field.value() == values[-1]
    assert bench.row("b").value == 100.0


def test_a_fast_hand_is_told_at_most_once_a_frame(qtbot: QtBot, bench: Bench) -> None:
    slider = bench.row("a").slider
    slider.setSliderDown(True)
    before = slider.value()
    for position in range(before + 1, before + 60):
        slider.setValue(position)
    assert len(bench.values) == 1
    slider.setSliderDown(False)
    assert len(bench.values) == 1
    qtbot.waitUntil(lambda: len(bench.values) == 2)
    assert bench.values[-1] == ("a", slider.scale.value(before + 59), True)
    assert slider.value() == before + 59


def test_a_click_puts_the_handle_there(qtbot: QtBot, bench: Bench) -> None:
    slider = bench.row("a").slider
    place = QPoint(slider.width() * 3 // 4, slider.height() // 2)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert abs(handle(slider).x() - place.x()) <= 1
    assert 1.8 < bench.values[0][1] < 2.2


def test_a_double_click_brings_back_the_typed_value(qtbot: QtBot, bench: Bench) -> None:
    bench.take(with_parameter(bench.experiment, "a", 2.6))
    slider = bench.row("a").slider
    assert "•" in shown_names(bench)[0]
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=handle(slider))
    assert bench.values[-1] == ("a", 1.0, True)
    assert "•" not in shown_names(bench)[0]


def shown_names(bench: Bench) -> list[str]:
    labels = (row.findChildren(QLabel)[0] for row in bench.sliders.rows)
    return [label.text() for label in labels]


def test_keys_and_wheel_step(qtbot: QtBot, bench: Bench) -> None:
    slider = bench.row("a").slider
    bench.row("b").field.setFocus()
    wheel(slider, 1)
    assert bench.values == []
    bench.window.activateWindow()
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    expected = 1.0
    for act, change in (
        (lambda: qtbot.keyClick(slider, Qt.Key.Key_Right), 0.02),
        (lambda: qtbot.keyClick(slider, Qt.Key.Key_Left), -0.02),
        (lambda: qtbot.keyClick(slider, Qt.Key.Key_PageUp), 0.2),
        (lambda: wheel(slider, 1), 0.02),
        (lambda: wheel(slider, -2, coarse=True), -0.4),
    ):
        act()
        qtbot.wait(2 * PACE)
        expected = round(expected + change, 2)
        assert bench.values[-1] == ("a", expected, True)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: bench.values[-1] == ("a", -1.0, True))


def test_a_number_outside_the_range_widens_it(qtbot: QtBot, bench: Bench) -> None:
    row = bench.row("a")
    type_into(row.field, "7,5")
    qtbot.waitUntil(lambda: bench.values != [])
    assert bench.values[-1] == ("a", 7.5, False)
    assert ends(row.slider) == (-1.0, 7.5)
    assert row.slider.value() == row.slider.maximum()
    row.slider.setValue(row.slider.scale.position(2.0))
    qtbot.waitUntil(lambda: bench.row("a").value == 2.0)
    assert ends(row.slider) == (-1.0, 7.5)
    assert bench.ranges == []


def test_a_text_that_is_no_number_is_told_below(bench: Bench) -> None:
    row = bench.row("b")
    type_into(row.field, "ten")
    words = [label.text() for label in bench.sliders.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Value of b: Not a number") for text in words)
    assert bench.values == []
    bench.show("a = 1\na*x0")
    words = [label.text() for label in bench.sliders.findChildren(QLabel) if label.isVisible()]
    assert not any("number" in text for text in words)


def open_range(row: ParameterRow) -> RangePopup:
    row.range.trigger()
    popup = row.findChild(RangePopup)
    assert popup is not None
    return popup


def test_a_range_is_chosen_and_holds_the_value(qtbot: QtBot, bench: Bench) -> None:
    row = bench.row("a")
    popup = open_range(row)
    low, high = (popup.findChild(NumberField, f"range{end}Field") for end in ("Low", "High"))
    assert (low.value(), high.value()) == (-1.0, 3.0)
    type_into(low, "5")
    assert any(
        label.isVisible() and "below" in label.text() for label in popup.findChildren(QLabel)
    )
    qtbot.keyClick(low, Qt.Key.Key_Return)
    assert popup.isVisible()
    type_into(high, "12")
    qtbot.keyClick(high, Qt.Key.Key_Return)
    assert bench.ranges == [("a", 5.0, 12.0)]
    assert bench.values == [("a", 5.0, True)]
    assert ends(row.slider) == (5.0, 12.0)
    qtbot.waitUntil(lambda: row.findChild(RangePopup) is None)


def test_escape_forgets_a_range(qtbot: QtBot, bench: Bench) -> None:
    popup = open_range(bench.row("a"))
    high = popup.findChild(NumberField, "rangeHighField")
    type_into(high, "12")
    qtbot.keyClick(high, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.row("a").findChild(RangePopup) is None)
    assert bench.ranges == []


def test_a_chosen_range_comes_from_the_experiment(bench: Bench) -> None:
    bench.take(with_range(bench.experiment, "b", 50.0, 150.0))
    assert ends(bench.row("b").slider) == (50.0, 150.0)
    assert ends(bench.row("a").slider) == (-1.0, 3.0)


def test_the_menu_resets_and_writes(qtbot: QtBot, bench: Bench) -> None:
    row = bench.row("a")
    assert not row.reset.isEnabled()
    assert not row.write.isEnabled()
    bench.take(with_parameter(bench.experiment, "a", 1.74))
    row.more_button.click()
    menu = row.findChild(QMenu)
    words = [action.text().replace("&", "") for action in menu.actions()]
    assert words == ["Range…", "Reset to 1.0", "Write 1.74 into the Formula"]
    menu.close()
    row.write.trigger()
    assert bench.written == ["a"]
    row.reset.trigger()
    assert bench.values == [("a", 1.0, True)]
    qtbot.waitUntil(lambda: row.findChild(QMenu) is None)


def test_playing_goes_to_and_fro_by_the_clock(qapp: QApplication) -> None:
    del qapp
    now = [10.0]
    player = ParameterPlayer(clock=lambda: now[0])
    seen: list[float] = []
    player.moved.connect(lambda _name, value: seen.append(value))
    scale = SliderScale(-1.0, 3.0)
    player.play("a", scale, 1.0)
    frames = 240
    for _ in range(frames):
        now[0] += PERIOD / frames
        player.advance()
    player.stop("a")
    assert max(seen) == 3.0
    assert min(seen) == -1.0
    assert seen[-1] == pytest.approx(1.0, abs=0.02)
    top, bottom = seen.index(3.0), seen.index(-1.0)
    assert top < bottom
    assert seen[:top] == sorted(seen[:top])
    steps = [abs(b - a) for a, b in pairwise(seen)]
    fastest = 2.0 * math.tau / frames  # of a cosine of amplitude 2
    assert max(steps) <= fastest + 0.02
    assert player.scale_of("a") is None


@pytest.mark.parametrize(("value", "first"), [(3.0, "down"), (-1.0, "up")])
def test_playing_from_an_end_turns_round(qapp: QApplication, value: float, first: str) -> None:
    del qapp
    now = [0.0]
    player = ParameterPlayer(clock=lambda: now[0])
    seen: list[float] = []
    player.moved.connect(lambda _name, to: seen.append(to))
    player.play("a", SliderScale(-1.0, 3.0), value)
    for _ in range(8):
        now[0] += PERIOD / 40
        player.advance()
    player.stop("a")
    assert seen == sorted(seen, reverse=first == "down")
    assert abs(seen[0] - value) < 0.2


def test_playing_tells_until_it_is_paused(qtbot: QtBot, bench: Bench) -> None:
    row = bench.row("a")
    row.play_button.click()
    assert row.play_button.accessibleName() == "Pause a"
    qtbot.waitUntil(lambda: len(bench.values) > 3)
    row.play_button.click()
    assert not any(finished for _, _, finished in bench.values[:-1])
    assert bench.values[-1] == ("a", row.value, True)
    assert row.play_button.accessibleName() == "Play a"
    count = len(bench.values)
    qtbot.wait(100)
    assert len(bench.values) == count


@pytest.mark.parametrize("how", ["text", "hide", "drag", "type", "fewer"])
def test_playing_stops(qtbot: QtBot, bench: Bench, how: str) -> None:
    row = bench.row("b")
    row.play_button.click()
    qtbot.waitUntil(lambda: len(bench.values) > 1)
    if how == "text":
        bench.show(ROSENBROCK + " + 1")
    elif how == "fewer":
        bench.show("a = 1\na*x0")
    elif how == "hide":
        bench.window.hide()
    elif how == "drag":
        qtbot.mouseClick(row.slider, Qt.MouseButton.LeftButton, pos=handle(row.slider))
        row.slider.setValue(3)
    else:
        type_into(row.field, "3")
    assert not row.play.isChecked()
    assert not bench.sliders._player._timer.isActive()
    qtbot.wait(3 * PACE)
    assert how not in {"text", "fewer"} or not bench.values[-1][2]


def test_a_new_range_is_played_within(qtbot: QtBot, bench: Bench) -> None:
    bench.row("a").play_button.click()
    bench.take(with_range(bench.experiment, "a", 0.9, 1.1))
    bench.values.clear()
    qtbot.waitUntil(lambda: len(bench.values) > 3)
    assert all(0.9 <= value <= 1.1 for _, value, _ in bench.values)


def test_a_hundred_parameters_scroll(bench: Bench) -> None:
    lines = [f"p{i} = {i}" for i in range(100)]
    bench.show("\n".join([*lines, " + ".join(f"p{i}*x0" for i in range(100))]))
    assert len(bench.sliders.rows) == 100
    assert bench.sliders.sizeHint().height() < 160
    assert bench.sliders.rows[99].field.value() == 99.0
    bench.show("p0 = 3\np0*x0")
    assert len(bench.sliders.rows) == 1
    assert bench.sliders.sizeHint().height() < 40


def test_tab_goes_down_the_rows(bench: Bench) -> None:
    bench.show("a = 1\nb = 2\nc = 3\na*x0 + b + c")
    order = [stop for row in bench.sliders.rows for stop in row.tab_stops()]
    here = order[0]
    walked: list[Any] = [here]
    while len(walked) < len(order):
        here = here.nextInFocusChain()
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            walked.append(here)
    assert walked == order
    assert all(stop.accessibleName() for stop in order)
    assert all(stop.toolTip() for stop in order)


@pytest.mark.parametrize("value", [0.0, 5e-324, -1e300, 1.7e308, 1 / 3, 12345678.9])
def test_values_of_any_size_are_shown(bench: Bench, value: float) -> None:
    bench.show(f"a = {value!r}\nx0 + a")
    row = bench.row("a")
    assert row.field.value() == value
    assert row.slider.scale.value(row.slider.value()) == value
    bench.window.grab()


def test_a_slider_leaves_the_undo_of_the_editor(qtbot: QtBot) -> None:
    card, sliders = FunctionCard(), ParameterSliders()
    qtbot.addWidget(card)
    card.body.addWidget(sliders)
    first = Experiment(formula=ROSENBROCK, start=(1.0, 1.0))

    def show(experiment: Experiment) -> None:
        formula = parse(experiment.formula)
        card.set_experiment(experiment, formula)
        sliders.set_experiment(experiment, formula)

    show(first)
    card.show()
    editor = card.findChild(QPlainTextEdit, "formulaEditor")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, " + 1")
    typed = Experiment(formula=editor.toPlainText(), start=(1.0, 1.0))
    show(typed)
    sliders.parameterChanged.connect(lambda n, v, _f: show(with_parameter(typed, n, v)))
    sliders.rows[0].slider.setValue(3)
    assert sliders.rows[0].value != 1.0
    assert editor.toPlainText() == ROSENBROCK + " + 1"
    editor.undo()
    assert editor.toPlainText() != ROSENBROCK + " + 1"
    card.close()


def test_the_mark_of_the_typed_value_takes_the_theme(bench: Bench) -> None:
    bench.take(with_parameter(bench.experiment, "a", 3.0))
    slider = bench.row("a").slider
    bench.sliders.set_theme(DARK)
    image = slider.grab().toImage()
    column = round(slider._centre_of(slider.scale.position(1.0)))
    inks = {
        image.pixelColor(x, y).name().upper()
        for x in (column - 1, column)
        for y in range(slider.height() // 2 + 5, slider.height())
    }
    assert DARK.text_faint in inks
