"""The curves: their axes, the cursor on them, and values that no axis can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from gradviz.plots.curves import CurveView, LegendRow, Quantity
from gradviz.plots.legend import paint_legend
from gradviz.plots.lettering import Face
from gradviz.plots.themes import DARK, LIGHT
from hands import send_mouse
from looking import is_in, pixels

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


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


def mouse(view: CurveView, kind: QEvent.Type, x: float, held: bool = True) -> None:
    send_mouse(view, kind, QPointF(x, 100.0), held=held)


def column(view: CurveView, step: int) -> float:
    return view.picture.projection(QSizeF(view.size())).place(step, 0.0)[0]


def test_decades_are_chosen_where_values_span_some(view: CurveView, strange: Callable) -> None:
    low, high = view.picture.projection(QSizeF(view.size())).y_min, np.log10(25.0)
    assert low < -17.0  # f falls from 25 to 1e-18: exponents on the axis
    view.set_log(False)
    assert view.picture.projection(QSizeF(view.size())).y_max > 25.0
    view.set_log(None)
    view.set_results(strange(np.array([[2.0, 1.0], [1.5, 1.0], [1.2, 1.0]])))
    projection = view.picture.projection(QSizeF(view.size()))
    assert projection.y_max == pytest.approx(5.0, rel=0.1)
    view.set_log(True)
    assert view.picture.projection(QSizeF(view.size())).y_max < high


def test_zeros_lie_on_the_lower_edge_of_a_log_axis(view: CurveView, strange: Callable) -> None:
    view.set_results(strange(np.array([[1e6, 0.0], [1.0, 0.0], *[[0.0, 0.0]] * 9])))
    view.set_cursor(10)
    projection = view.picture.projection(QSizeF(view.size()))
    assert (projection.y_min, projection.y_max) == pytest.approx((-0.6, 12.6))
    line = pixels(view)[:, round(column(view, 6))].astype(int)
    rows = np.flatnonzero((line & 0xFF) - (line >> 16) > 80)  # the run's blue, smoothed or not
    assert len(rows) > 0
    assert np.abs(rows - projection.box.bottom).max() <= 2.0


def test_what_comes_after_the_cursor_is_faint(view: CurveView) -> None:
    strong = columns_of(view, LIGHT.runs[0].colour)
    assert strong.max() <= column(view, 40) + 7
    view.set_cursor(100)
    assert columns_of(view, LIGHT.runs[0].colour).max() > column(view, 95)


def test_the_gradient_norm_is_another_quantity(bowl: tuple) -> None:
    trajectory = bowl.results.runs[0].trajectory
    assert Quantity.VALUE.at(trajectory, 0) == 25.0
    assert Quantity.GRADIENT_NORM.at(trajectory, 0) == pytest.approx(10.0)
    assert Quantity.GRADIENT_NORM.at(trajectory, 5000) == pytest.approx(10 * 0.8**100, rel=1e-6)


def test_dragging_moves_the_cursor(view: CurveView) -> None:
    told: list[int] = []
    view.cursorDragged.connect(told.append)
    mouse(view, QEvent.Type.MouseButtonPress, column(view, 10))
    mouse(view, QEvent.Type.MouseMove, column(view, 70))
    mouse(view, QEvent.Type.MouseMove, 5000.0)
    mouse(view, QEvent.Type.MouseMove, -5000.0)
    mouse(view, QEvent.Type.MouseButtonRelease, -5000.0)
    mouse(view, QEvent.Type.MouseMove, column(view, 30), held=False)
    assert told == [10, 70, 100, 0]
    assert view.picture.cursor == 0


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Left, 39),
        (Qt.Key.Key_Right, 41),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys_move_the_cursor(view: CurveView, key: Qt.Key, step: int) -> None:
    told: list[int] = []
    view.cursorDragged.connect(told.append)
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)
    assert told == [step]


def test_the_pointer_is_answered_and_forgotten(view: CurveView) -> None:
    before = pixels(view)
    mouse(view, QEvent.Type.MouseMove, column(view, 20), held=False)
    assert view.picture.hovered == 20
    assert (pixels(view) != before).sum() > 500
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert (pixels(view) == before).all()


STRANGE = {
    "nan": [[1.0, 1.0], [np.nan, 0.0], [2.0, 0.0]],
    "inf": [[1.0, 1.0], [np.inf, 0.0], [1e200, 0.0], [3.0, 0.0]],
    "zero": [[0.0, 0.0], [0.0, 0.0]],
    "all nan": [[np.nan, np.nan]] * 5,
    "one": [[1.0, 2.0]],
    "overflow": [[1e150 * 1.5**k, 0.0] for k in range(30)],
}


@pytest.mark.parametrize("points", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("log", [None, True, False])
@pytest.mark.parametrize("quantity", list(Quantity))
def test_any_values_can_be_painted(
    qtbot: QtBot, strange: Callable, points: list, log: bool | None, quantity: Quantity
) -> None:
    view = CurveView(quantity)
    qtbot.addWidget(view)
    view.set_log(log)
    view.set_results(strange(np.array(points)))
    view.set_cursor(1)
    view.picture.hovered = 1
    pixels(view)


def test_without_results_it_says_so(qtbot: QtBot) -> None:
    view = CurveView("gradient_norm")
    qtbot.addWidget(view)
    view.resize(300, 150)
    mouse(view, QEvent.Type.MouseButtonPress, 100.0)
    mouse(view, QEvent.Type.MouseMove, 120.0, held=False)
    assert len(np.unique(pixels(view))) > 3


def test_a_million_steps_keep_their_extremes(qtbot: QtBot, strange: Callable) -> None:
    x = np.full((1_000_001, 2), 1.0)
    x[777_777] = 1000.0  # a single step that no even thinning would keep
    view = CurveView(Quantity.VALUE)
    qtbot.addWidget(view)
    view.resize(360, 260)
    view.set_results(strange(x))
    view.set_cursor(1_000_000)
    assert view.picture.projection(QSizeF(view.size())).y_max > 6.0
    drawn = [len(curve.line) for curve in view.picture.layout(QSizeF(view.size())).curves]
    assert max(drawn) < 5000


def test_the_legend_reads_the_values_at_the_cursor(view: CurveView, qtbot: QtBot) -> None:
    row = LegendRow(view)
    qtbot.addWidget(row)
    row.resize(330, 20)
    first = pixels(row)
    view.set_cursor(41)
    assert (pixels(row) != first).any()
    view.set_theme(DARK)
    assert (pixels(row) & 0xFF).mean() < 80
    view.set_cursor(0)
    assert [name for _, name, _ in view.picture.legend()] == ["SGD", "Momentum"]
    assert [value for *_, value in view.picture.legend()] == [25.0, 25.0]


def test_without_room_in_one_line_the_values_have_a_line_of_their_own(
    qtbot: QtBot, descend: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = descend(*["adam:lr=0.1"] * 3, steps=5)
    view = CurveView(Quantity.VALUE)
    qtbot.addWidget(view)
    row = LegendRow(view)
    qtbot.addWidget(row)
    view.set_results(drawn.results)
    written: list[str] = []
    monkeypatch.setattr(Face, "write", lambda *args: written.append(args[3]))
    three = ["Adam", "25.0", "Adam 2", "25.0", "Adam 3", "25.0"]
    for width, height, expected in (
        (600, 20, three),
        (250, 35, three),
        (120, 35, [*three[:2], "+2"]),
    ):
        row.resize(width, 20)
        row.grab()
        assert row.sizeHint().height() == height
        row.resize(width, height)
        written.clear()
        row.grab()
        assert written == expected
    written.clear()
    still = QImage(300, 20, QImage.Format.Format_RGB32)
    with QPainter(still) as painter:
        paint_legend(painter, view.picture, QPointF(0.0, 0.0), 250.0)
    assert "".join(written) == "AdamAdam 2Adam 3"
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _row: told.append(text))
    at = QPoint(20, 10)
    QApplication.sendEvent(row, QHelpEvent(QEvent.Type.ToolTip, at, row.mapToGlobal(at)))
    assert told == ["Adam  25.0\nAdam 2  25.0\nAdam 3  25.0"]


def test_more_runs_than_fit_are_counted(qtbot: QtBot, descend: Callable) -> None:
    drawn = descend(*["adam:lr=0.1"] * 9, steps=5)
    view = CurveView(Quantity.VALUE)
    qtbot.addWidget(view)
    row = LegendRow(view)
    qtbot.addWidget(row)
    view.set_results(drawn.results)
    view.picture.hovered = 2
    pixels(view)
    for width in (40, 90, 200, 330, 900):
        row.resize(width, 20)
        pixels(row)
