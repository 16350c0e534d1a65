"""The table of steps: what it costs to open, what keys and cursor do, what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QMenu, QProgressBar

from gradviz.core.objective import Evaluations
from gradviz.core.optimizers import SGD, Adam, Momentum
from gradviz.core.replay import Replay
from gradviz.core.trajectory import CHECKPOINT_EVERY, Trajectory
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.results import RunResult
from gradviz.plots.themes import DARK
from gradviz.ui import steps_copy, steps_view
from gradviz.ui.steps_headers import ROW
from gradviz.ui.steps_model import BLOCK, StepsModel
from gradviz.ui.steps_table import StepsTable
from gradviz.ui.steps_view import HANDS_OFF, StepsView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TWO = ("x0", "x1")
MILLION = 1_000_000
NO_KEYS = Qt.KeyboardModifier.NoModifier
MOMENTUM = Run(optimizer=Momentum(lr=0.1), style=1, name="ball")


def long_result(count: int, run: Run = MOMENTUM, dimension: int = 2) -> RunResult:
    """A run of `count` points in zeroed memory: nothing is computed, nothing is touched."""
    path = Trajectory(dimension, count)
    path._x, path._gradient = np.zeros((count, dimension)), np.zeros((count, dimension))
    path._value = np.arange(count, dtype=np.float64)
    path._length = count
    rest = (run.optimizer.init(),) * dimension
    path.checkpoints.extend([rest] * (count // CHECKPOINT_EVERY + 1))
    return RunResult(run, path, None, Evaluations(0, 0), True)


def result_of(run: Run = MOMENTUM, steps: int = 100, **changes: object) -> RunResult:
    return evaluate(Experiment(steps=steps, runs=(run,), **changes)).runs[0]


@pytest.fixture
def model(qapp: QApplication) -> StepsModel:
    del qapp
    return StepsModel()


@pytest.fixture
def table(qtbot: QtBot) -> StepsTable:
    made = StepsTable()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each call of the replay was asked for."""
    rows: list[int] = []
    original = Replay.table

    def counting(self: Replay, first: int, last: int) -> Any:  # noqa: ANN401
        rows.append(last - first + 1)
        return original(self, first, last)

    monkeypatch.setattr(Replay, "table", counting)
    return rows


def shown(model: StepsModel, row: int) -> list[str]:
    return [str(model.index(row, c).data()) for c in range(model.columnCount())]


def focus(qtbot: QtBot, table: StepsTable) -> None:
    table.activateWindow()
    table.view.setFocus()
    qtbot.waitUntil(table.view.hasFocus)


def told(signal: Any) -> list[int]:  # noqa: ANN401
    seen: list[int] = []
    signal.connect(seen.append)
    return seen


def click(qtbot: QtBot, view: StepsView, row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    place = view.visualRect(view.steps.index(row, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)


def clipboard() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_numbers_are_short_with_all_digits_behind_them(model: StepsModel) -> None:
    model.set_result(result_of(Run(optimizer=SGD(lr=0.1)), formula="x0/3 + x1**2"), TWO)
    assert shown(model, 0) == [
        "0", "−3.00000", "4.00000", "15.0000", "0.333333", "8.00000", "8.00694", "0.800694",
    ]  # fmt: skip
    slope = model.index(0, 4)
    exact = slope.data(Qt.ItemDataRole.UserRole)
    assert slope.data(Qt.ItemDataRole.EditRole) == exact == pytest.approx(1 / 3, abs=1e-9)
    assert slope.data(Qt.ItemDataRole.ToolTipRole) == repr(exact)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert slope.data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.index(7, 0).data(Qt.ItemDataRole.UserRole) == 7


def test_the_last_row_has_no_step_ahead(model: StepsModel) -> None:
    model.set_result(result_of(Run(optimizer=SGD()), steps=3), TWO)
    assert shown(model, 3)[7] == "–"
    assert model.index(3, 7).data(Qt.ItemDataRole.UserRole) is None
    assert model.index(3, 7).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_columns_are_named(model: StepsModel) -> None:
    across = Qt.Orientation.Horizontal
    model.set_result(result_of(), TWO)
    titles = [model.headerData(c, across) for c in range(model.columnCount())]
    assert titles == [
        "k", "x₀", "x₁", "f", "∂f/∂x₀", "∂f/∂x₁", "‖∇f‖", "step length",
        "velocity x₀", "velocity x₁",
    ]  # fmt: skip
    tips = {model.headerData(c, across, Qt.ItemDataRole.ToolTipRole) for c in range(10)}
    assert len(tips) == 10
    assert model.headerData(41, Qt.Orientation.Vertical) == "41"
    model.set_result(result_of(Run(optimizer=SGD()), formula="x**2", start=(1.0,)), ("x",))
    assert model.headerData(3, across) == "df/dx"


def test_opening_a_million_rows_replays_no_more_than_is_seen(
    table: StepsTable, replayed: list[int]
) -> None:
    for count in (1000, MILLION):
        replayed.clear()
        table.set_result(long_result(count), TWO)
        table.view.viewport().repaint()
        assert 1 <= len(replayed) <= 2, count
        assert max(replayed) == BLOCK
    assert table.view.steps.rowCount() == MILLION


def test_going_through_a_million_rows_keeps_few(table: StepsTable, replayed: list[int]) -> None:
    table.set_result(long_result(MILLION), TWO)
    for step in range(0, MILLION, MILLION // 100):
        table.set_cursor(step)
        table.view.viewport().repaint()
    assert sum(replayed) <= 2 * 101 * BLOCK
    assert len(table.view.steps._blocks) <= 16
    replayed.clear()
    table.view.viewport().repaint()
    assert replayed == []


def test_all_of_a_million_rows_can_be_selected(
    table: StepsTable, replayed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QModelIndex] = []
    table.set_result(long_result(MILLION), TWO)
    monkeypatch.setattr(
        StepsModel, "rowCount", lambda self, parent=None: (asked.append(parent), self._count)[1]
    )
    table.view.selectAll()
    table.view.repaint()
    table.view.viewport().repaint()
    QApplication.processEvents()
    assert len(asked) < 5000
    assert table.view.ranges() == [(0, MILLION)]
    assert max(replayed) == BLOCK


def test_a_run_that_grows_keeps_selection_and_place(table: StepsTable) -> None:
    whole = result_of(steps=500)
    parts = []
    for count in (100, 300, 501):
        path = Trajectory(2)
        for row in range(count):
            x, slope = (
                tuple(a[row].tolist()) for a in (whole.trajectory.x, whole.trajectory.gradient)
            )
            path.append(x, float(whole.trajectory.value[row]), slope)
        parts.append(RunResult(MOMENTUM, path, None, Evaluations(0, 0), False))
    resets: list[None] = []
    table.view.steps.modelReset.connect(lambda: resets.append(None))
    table.set_result(parts[0], TWO)
    resets.clear()
    view = table.view
    view.setSelection(
        view.visualRect(view.steps.index(3, 1)), view.selectionCommand(view.steps.index(3, 1))
    )
    view.selectRow(40)
    view.verticalScrollBar().setValue(38)
    assert shown(view.steps, 99)[7] == "–"
    for part in parts[1:]:
        table.set_result(part, TWO)
        assert view.ranges() == [(40, 41)]
        assert view.verticalScrollBar().value() == 38
    assert shown(view.steps, 99)[7] != "–"
    assert view.steps.rowCount() == 501
    table.set_result(parts[0], TWO)
    assert view.steps.rowCount() == 100
    assert resets == []
    table.set_result(result_of(Run(optimizer=SGD())), TWO)
    assert len(resets) == 1


def test_results_do_not_pick_a_cursor(table: StepsTable) -> None:
    seen = told(table.cursorPicked)
    table.set_result(result_of(steps=300), TWO)
    table.set_cursor(290)
    table.set_result(result_of(steps=20), TWO)
    assert table.view.cursor_row == 20
    table.set_result(result_of(Run(optimizer=Adam()), steps=300), TWO)
    assert table.view.cursor_row == 290
    table.set_result(None, ())
    table.set_cursor(3)
    table.set_result(result_of(steps=300), TWO)
    assert table.view.cursor_row == 3
    assert seen == []


def test_a_click_and_keys_move_the_cursor(qtbot: QtBot, table: StepsTable) -> None:
    table.set_result(result_of(), TWO)
    seen = told(table.cursorPicked)
    table.cursorPicked.connect(table.set_cursor)
    click(qtbot, table.view, 4)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(table.view, key)
    assert seen == [4, 5, 6, 5, 100, 0]
    assert table.view.ranges() == [(0, 1)]
    qtbot.keyClick(table.view, Qt.Key.Key_PageDown)
    assert seen[-1] > 5


def test_rows_that_are_selected_stay_while_the_cursor_moves(
    qtbot: QtBot, table: StepsTable
) -> None:
    table.set_result(result_of(), TWO)
    table.cursorPicked.connect(table.set_cursor)
    click(qtbot, table.view, 2)
    click(qtbot, table.view, 6, Qt.KeyboardModifier.ShiftModifier)
    assert table.view.ranges() == [(2, 7)]
    table.set_cursor(9)
    assert table.view.ranges() == [(2, 7)]
    assert table.view.currentIndex().row() == 9
    click(qtbot, table.view, 3)
    table.set_cursor(5)
    assert table.view.ranges() == [(5, 6)]


def in_sight(view: StepsView, row: int) -> bool:
    rect = view.visualRect(view.steps.index(row, 1))
    return bool(view.viewport().rect().contains(rect))


def test_the_cursor_stays_in_sight_but_for_a_hand_that_scrolls(qtbot: QtBot) -> None:
    now = [100.0]
    view = StepsView(clock=lambda: now[0])
    qtbot.addWidget(view)
    view.resize(900, 20 * ROW)
    view.show()
    view.set_result(long_result(10_000), TWO)
    for step in (30, 31, 32, 9_999, 5_000, 4_999, 0):
        view.set_cursor(step)
        assert in_sight(view, step)
        assert in_sight(view, max(step - 1, 0))
        assert in_sight(view, min(step + 1, 9_999))
    view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    view.set_cursor(1)
    assert not in_sight(view, 1)
    now[0] += HANDS_OFF + 0.1
    view.set_cursor(1)
    assert not in_sight(view, 1)  # nothing moved
    view.set_cursor(2)
    assert in_sight(view, 2)
    view.verticalScrollBar().setSliderDown(True)
    view.set_cursor(7_000)
    assert not in_sight(view, 7_000)
    view.verticalScrollBar().setSliderDown(False)


def test_the_cursor_is_in_sight_when_the_table_is_shown_again(qtbot: QtBot) -> None:
    view = StepsView()
    qtbot.addWidget(view)
    view.resize(900, 20 * ROW)
    view.set_result(long_result(50), TWO)
    view.show()
    view.set_cursor(49)
    view.hide()
    view.set_result(long_result(200), TWO)
    view.set_cursor(199)
    view.show()
    assert in_sight(view, 199)
    view.resize(900, 6 * ROW)
    qtbot.waitUntil(lambda: in_sight(view, 199))


def test_the_end_stays_in_sight_while_rows_come(qtbot: QtBot) -> None:
    view = StepsView()
    qtbot.addWidget(view)
    view.resize(900, 20 * ROW)
    view.show()
    view.set_cursor(MILLION)
    for count in (50, 100, 2_000):
        view.set_result(long_result(count), TWO)
        assert in_sight(view, count - 1)


def test_following_leaves_the_columns_where_they_are(qtbot: QtBot, table: StepsTable) -> None:
    table.resize(420, 300)
    many = tuple(f"x{i}" for i in range(10))
    table.set_result(result_of(formula="sum(x**2)", start=tuple(range(10))), many)
    bar = table.view.horizontalScrollBar()
    assert bar.maximum() > 0
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier(0))
    press.ignore()
    QApplication.sendEvent(table.view, press)
    assert press.isAccepted()
    qtbot.keyClick(table.view, Qt.Key.Key_Right)
    place = bar.value()
    assert place > 0
    table.set_cursor(80)
    assert bar.value() == place
    assert in_sight(table.view, 80) or table.view.rowViewportPosition(80) >= 0
    qtbot.keyClick(table.view, Qt.Key.Key_Left)
    assert bar.value() == 0


def test_left_and_right_are_the_transports_where_nothing_scrolls(table: StepsTable) -> None:
    table.resize(1400, 300)
    table.set_result(result_of(Run(optimizer=SGD())), TWO)
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier(0))
    press.ignore()
    QApplication.sendEvent(table.view, press)
    assert not press.isAccepted()


def test_typing_searches_nothing(qtbot: QtBot, table: StepsTable, replayed: list[int]) -> None:
    table.set_result(long_result(MILLION), TWO)
    table.view.viewport().repaint()
    replayed.clear()
    qtbot.keyClicks(table.view, "77")
    assert replayed == []
    assert table.view.cursor_row == 0


def test_copying_writes_all_digits(qtbot: QtBot, table: StepsTable) -> None:
    result = result_of(Run(optimizer=SGD(lr=0.1)), steps=3)
    table.set_result(result, TWO)
    focus(qtbot, table)
    table.view.selectRow(1)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    (line,) = clipboard()
    path = result.trajectory
    assert [float(word) for word in line[1:6]] == [
        *path.x[1].tolist(), path.value[1], *path.gradient[1].tolist(),
    ]  # fmt: skip
    assert line[0] == "1"
    table.view.selectAll()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table.view, Qt.Key.Key_C, both)
    lines = clipboard()
    assert lines[0] == ["k", "x0", "x1", "f", "df/dx0", "df/dx1", "|grad f|", "step length"]
    assert [line[0] for line in lines[1:]] == ["0", "1", "2", "3"]
    assert lines[-1][-1] == ""
    assert "4 rows" in notice(table)


def notice(table: StepsTable) -> str:
    return next(label.text() for label in table.findChildren(QLabel) if "cop" in label.text())


def test_separate_rows_are_copied_in_order(qtbot: QtBot, table: StepsTable) -> None:
    table.set_result(result_of(), TWO)
    focus(qtbot, table)
    control = Qt.KeyboardModifier.ControlModifier
    for row in (7, 2, 5):
        click(qtbot, table.view, row, control)
    qtbot.keyClick(table.view, Qt.Key.Key_C, control)
    assert [line[0] for line in clipboard()] in (["2", "5", "7"], ["0", "2", "5", "7"])


def test_a_column_is_copied_from_the_menu(qtbot: QtBot, table: StepsTable) -> None:
    result = result_of(steps=5)
    table.set_result(result, TWO)
    place = QPoint(table.view.columnViewportPosition(3) + 5, 30)
    table.view.customContextMenuRequested.emit(place)
    menu = table.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Copy", "Copy with Headers", "Copy All of f"]
    table.findChild(QAction, "copyColumnAction").trigger()
    menu.close()
    assert [line[0] for line in clipboard()] == ["f", *map(repr, result.trajectory.value.tolist())]
    qtbot.waitUntil(lambda: table.findChild(QMenu) is None)


def test_many_rows_are_copied_a_part_at_a_time(qtbot: QtBot, table: StepsTable) -> None:
    table.set_result(long_result(30_000), TWO)
    table.view.selectAll()
    QGuiApplication.clipboard().setText("before")
    bar = table.findChild(QProgressBar)
    table.findChild(QAction, "copyRowsAction").trigger()
    assert bar.isVisible()
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=20_000)
    lines = clipboard()
    assert len(lines) == 30_000
    assert [lines[i][0] for i in (0, 511, 512, 29_999)] == ["0", "511", "512", "29999"]
    assert lines[29_999][3] == "29999.0"


@pytest.mark.parametrize("how", ["escape", "hide"])
def test_copying_can_be_given_up(qtbot: QtBot, table: StepsTable, how: str) -> None:
    table.set_result(long_result(200_000), TWO)
    focus(qtbot, table)
    table.view.selectAll()
    QGuiApplication.clipboard().setText("before")
    table.findChild(QAction, "copyRowsAction").trigger()
    if how == "escape":
        qtbot.keyClick(table.view, Qt.Key.Key_Escape)
    else:
        table.hide()
    QApplication.processEvents()
    assert not table._copying.is_busy
    assert QGuiApplication.clipboard().text() == "before"


def test_more_than_the_clipboard_takes_is_refused_in_a_sentence(table: StepsTable) -> None:
    table.set_result(long_result(MILLION), TWO)
    table.view.selectAll()
    QGuiApplication.clipboard().setText("before")
    table.findChild(QAction, "copyRowsAction").trigger()
    assert not table._copying.is_busy
    words = [label.text() for label in table.findChildren(QLabel)]
    assert any(str(10 * MILLION) in text and "Export" in text for text in words)
    assert QGuiApplication.clipboard().text() == "before"
    assert steps_copy.MOST >= 2_000_001  # any one column


def test_ranges_are_merged() -> None:
    assert steps_copy.merged([(5, 7), (0, 2), (6, 9), (2, 3), (20, 21)]) == [
        (0, 3),
        (5, 9),
        (20, 21),
    ]
    assert steps_copy.merged([]) == []


def test_no_run_and_one_row(table: StepsTable) -> None:
    def words() -> list[str]:
        return [label.text() for label in table.findChildren(QLabel) if label.isVisible()]

    assert "No run has taken a step yet." in words()
    assert not table.view.isVisible()
    table.set_result(result_of(steps=0), TWO, "ball")
    assert {"ball", "0 steps"} <= set(words())
    assert table.view.isVisible()
    table.set_cursor(5)
    assert table.view.cursor_row == 0
    table.set_result(result_of(steps=1), TWO)
    assert "1 step" in words()


def test_narrow_cells_lose_digits_not_the_power(table: StepsTable) -> None:
    table.set_result(result_of(Run(optimizer=SGD(lr=10.0)), steps=200), TWO)
    delegate = table.view.itemDelegate()
    index = table.view.steps.index(100, 3)
    whole = delegate.fitting(index, 500)
    short = delegate.fitting(index, 70)
    assert whole.split("10")[-1] == short.split("10")[-1] != ""
    assert len(short) < len(whole)


def test_columns_share_the_width_until_one_is_dragged(table: StepsTable) -> None:
    table.resize(1400, 300)
    table.set_result(result_of(Run(optimizer=SGD())), TWO)
    view = table.view
    header = view.horizontalHeader()
    assert view.horizontalScrollBar().maximum() == 0
    assert header.length() > 0.97 * view.viewport().width()
    view.setColumnWidth(1, 300)
    table.resize(1200, 300)
    assert view.columnWidth(1) == 300
    table.resize(500, 300)
    assert all(view.columnWidth(c) >= 60 for c in range(1, view.steps.columnCount()))


def test_theme_and_fading_change_what_is_painted(table: StepsTable) -> None:
    table.set_result(result_of(), TWO)
    table.set_cursor(3)
    pictures = [table.grab().toImage()]
    table.set_dimmed(True)
    pictures.append(table.grab().toImage())
    table.set_dimmed(False)
    assert table.grab().toImage() == pictures[0]
    table.set_theme(DARK)
    pictures.append(table.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]
    top = table.view.verticalHeader().viewport().grab().toImage()
    bar = top.pixelColor(1, table.view.rowViewportPosition(3) + ROW // 2)
    assert bar.name().upper() == DARK.accent
    assert steps_view.AROUND < 10
