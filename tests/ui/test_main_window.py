"""The window as its user meets it: typed into, clicked, dragged, closed in the middle of work."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QToolButton,
    QWidget,
)

from gradviz.app import create_window
from gradviz.document.display import FUNCTION_VIEWS
from gradviz.model import jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

Found = TypeVar("Found", bound=QObject)
STABLE_NAMES = [
    "formulaEditor", "formulaMessage", "methodCombo", "hField", "startField0", "startField1",
    "stepsField", "toleranceField", "runList", "addRunButton", "removeRunButton",
    "optimizerCombo", "learningRateField", "contourView", "lossView", "timelineSlider",
    "stepField", "verdictLabel",
]  # fmt: skip
STABLE_ACTIONS = [
    "toStartAction", "stepBackAction", "playAction", "stepForwardAction", "toEndAction",
    "exportAction", "cancelAction",
]  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    wait_for_results(qtbot, shown)
    yield shown
    shown.close()


def wait_for_results(qtbot: QtBot, window: MainWindow) -> None:
    def drawn() -> bool:
        results = window.session.results
        return results is not None and not window.session.is_computing

    qtbot.waitUntil(drawn, timeout=20_000)


def find(window: MainWindow, kind: type[Found], name: str) -> Found:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def type_into(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    field = find(window, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    wait_for_results(qtbot, window)


def write_formula(qtbot: QtBot, window: MainWindow, text: str) -> None:
    editor = find(window, QPlainTextEdit, "formulaEditor")
    editor.setFocus()
    editor.selectAll()
    QGuiApplication.clipboard().setText(text)
    editor.paste()
    wait_for_results(qtbot, window)


def end(window: MainWindow, run: int = 0) -> NDArray[np.float64]:
    results = window.session.results
    assert results is not None
    return results.runs[run].trajectory.x[-1]


def verdict(window: MainWindow) -> str:
    return str(find(window, QLabel, "verdictLabel").text())


def test_opens_with_the_first_experiment_drawn(window: MainWindow) -> None:
    assert np.array2string(end(window)) == "[-6.11110793e-10  8.14814391e-10]"
    assert verdict(window) == "Converged"
    assert window.playback.length == 100


def test_objects_are_found_by_their_stable_names(window: MainWindow) -> None:
    missing = [n for n in STABLE_NAMES if window.findChild(QWidget, n) is None]
    missing += [n for n in STABLE_ACTIONS if window.findChild(QAction, n) is None]
    assert not missing


def test_pasted_book_code_is_drawn(qtbot: QtBot, window: MainWindow) -> None:
    write_formula(qtbot, window, "def function_2(x):\n    return x[0]**2 + x[1]**2")
    assert np.array2string(end(window)) == "[-6.11110793e-10  8.14814391e-10]"


@pytest.mark.parametrize(
    ("rate", "printed", "chip"),
    [
        ("10", "[-2.58983747e+13 -1.29524862e+12]", "Gradient rounded to 0"),
        ("1e-10", "[-2.99999994  3.99999992]", "Still descending"),
    ],
)
def test_published_rows(
    qtbot: QtBot, window: MainWindow, rate: str, printed: str, chip: str
) -> None:
    type_into(qtbot, window, "learningRateField", rate)
    assert np.array2string(end(window)) == printed
    assert verdict(window) == chip


def test_tiny_h_is_an_exercise(qtbot: QtBot, window: MainWindow) -> None:
    type_into(qtbot, window, "hField", "1e-50")
    assert verdict(window) == "Gradient rounded to 0"
    assert find(window, QLineEdit, "hField").text() == "1e-50"


def test_wrong_text_keeps_the_last_picture(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.results
    message = find(window, QLabel, "formulaMessage")
    write_formula(qtbot, window, "sinn(x0)")
    assert message.isVisible()
    assert "sin" in message.text()
    assert window.session.results is before
    assert window.picture.view.picture.dimmed
    faint = window.step.grab().toImage()
    window.step.set_dimmed(False)
    assert window.step.grab().toImage() != faint, "the step is not of what is typed, either"
    write_formula(qtbot, window, "sin(x0) + x1**2")
    assert not message.isVisible()
    assert not window.picture.view.picture.dimmed
    assert window.session.results is not before


def test_start_fields_follow_the_number_of_variables(qtbot: QtBot, window: MainWindow) -> None:
    for formula, count in (("0.01*x**2 + 0.1*x", 1), ("x0 + x1*x2 + x3**2", 4), ("x + y", 2)):
        write_formula(qtbot, window, formula)
        shown = [
            f"startField{i}" for i in range(6) if window.findChild(QLineEdit, f"startField{i}")
        ]
        assert len(shown) == count
        assert len(window.session.experiment.start) == count


def cursors(window: MainWindow) -> set[int]:
    views = (window.picture.view, window.loss.view, window.norm.view)
    field = int(find(window, QLineEdit, "stepField").text())
    slider = find(window, QAbstractSlider, "timelineSlider").value()
    return {window.playback.step, field, slider, *(view.picture.cursor for view in views)}


def test_keys_move_every_view_together(qtbot: QtBot, window: MainWindow) -> None:
    window.setFocus()
    for key, step in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 100),
    ):
        qtbot.keyClick(window, key)
        assert cursors(window) == {step}


def test_space_plays_and_pauses(qtbot: QtBot, window: MainWindow) -> None:
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Home)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.playback.step > 2, timeout=5000)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert not window.playback.playing
    assert len(cursors(window)) == 1


def test_keys_belong_to_the_editor_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    editor = find(window, QPlainTextEdit, "formulaEditor")
    editor.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_End)
    before = window.playback.step
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert editor.toPlainText().endswith(" ")
    assert not window.playback.playing
    assert window.playback.step == before


def test_a_click_on_the_picture_gives_the_keys_back(qtbot: QtBot, window: MainWindow) -> None:
    editor = find(window, QPlainTextEdit, "formulaEditor")
    editor.setFocus()
    qtbot.mouseClick(window.picture.view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert not editor.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Home)
    assert window.playback.step == 0


def test_status_counts_evaluations_up_to_the_step(window: MainWindow) -> None:
    window.playback.set_step(22)
    labels = [label.text() for label in window.status.findChildren(QLabel)]
    assert "88 of f" in labels


def test_runs_are_added_and_removed(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(find(window, QAbstractButton, "addRunButton"), Qt.MouseButton.LeftButton)
    wait_for_results(qtbot, window)
    assert find(window, QListView, "runList").model().rowCount() == 2
    assert window.session.selected_run == 1
    results = window.session.results
    assert results is not None
    assert len({run.run.style for run in results.runs}) == 2
    qtbot.mouseClick(find(window, QAbstractButton, "removeRunButton"), Qt.MouseButton.LeftButton)
    wait_for_results(qtbot, window)
    assert find(window, QListView, "runList").model().rowCount() == 1


def test_start_is_dragged(qtbot: QtBot, window: MainWindow) -> None:
    view = window.picture.view
    place = view.picture.start_place(view._projection())
    assert place is not None
    grip = QPoint(round(place[0]), round(place[1]))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(view, grip + QPoint(40, 30))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=grip + QPoint(40, 30))
    wait_for_results(qtbot, window)
    start = window.session.experiment.start
    assert start[0] > -3.0
    assert start[1] < 4.0
    shown = find(window, QLineEdit, "startField0").text().replace("\N{MINUS SIGN}", "-")
    assert float(shown) == start[0]


def test_a_fault_of_the_worker_is_told_and_survived(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the moon is in the way")

    name = "evaluate"
    with monkeypatch.context() as patch:
        patch.setattr(jobs, name, fail)
        window.session.edit(steps=7, immediate=True)
        qtbot.waitUntil(window.banner.isVisible, timeout=5000)
    copy = find(window, QAbstractButton, "copyDetailsButton")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "RuntimeError" in QGuiApplication.clipboard().text()
    window.session.edit(steps=8, immediate=True)
    wait_for_results(qtbot, window)
    assert window.playback.length == 8


def test_what_is_told_lies_over_the_picture_and_leaves_its_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    view, banner = window.picture.view, window.banner
    before = view.size()
    banner.tell("A sentence that is so long that it has to be wrapped. " * 6, "details")
    qtbot.wait(1)  # a layout would settle now
    assert view.size() == before
    for width in (1300, 1000):
        window.resize(width, 700)
        place = QRect(banner.mapTo(window, QPoint()), banner.size())
        assert QRect(view.mapTo(window, QPoint()), view.size()).contains(place)
        assert place.width() > 0.9 * view.width()
        label = find(window, QLabel, "bannerLabel")
        assert label.height() >= label.heightForWidth(label.width())
    assert window.childAt(place.center()) in {banner, *banner.findChildren(QWidget)}


def test_closing_in_the_middle_of_work(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit(steps=2_000_000, immediate=True)
    qtbot.wait(30)
    window.close()
    # the conftest finds a thread or a timer that outlives this


def test_cancel_keeps_what_is_done(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit(steps=2_000_000, immediate=True)
    cancel = find(window, QAction, "cancelAction")
    qtbot.waitUntil(cancel.isEnabled, timeout=10_000)
    cancel.trigger()
    wait_for_results(qtbot, window)
    assert verdict(window) == "Cancelled"
    assert 0 < window.playback.length < 2_000_000
    assert not cancel.isEnabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_theme_is_switched_and_remembered(qtbot: QtBot, window: MainWindow, theme: str) -> None:
    window.actions_.themes[theme].trigger()
    assert window.theme.name == theme
    assert window.picture.view.picture.theme.name == theme
    assert window.loss.view.picture.theme.name == theme
    window.close()
    again = create_window()
    qtbot.addWidget(again)
    assert again.theme.name == theme
    again.actions_.themes["system"].trigger()
    again.close()


def test_every_control_has_an_accessible_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit, QListView)
    controls = [w for kind in kinds for w in window.findChildren(kind) if w.isVisible()]
    controls += [window.picture.view, window.loss.view, window.norm.view]
    nameless = [
        w.objectName() or type(w).__name__
        for w in controls
        if not w.accessibleName() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(controls) > 30
    assert not nameless


def test_tab_reaches_every_control(window: MainWindow) -> None:
    find(window, QPlainTextEdit, "formulaEditor").setFocus()
    seen = set()
    for _ in range(120):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        seen.add(focused.objectName())
        window.focusNextChild()
    wanted = {"methodCombo", "hField", "startField0", "startField1", "stepsField", "runList"}
    wanted |= {"optimizerCombo", "learningRateField", "contourView", "lossView", "playButton"}
    assert wanted <= seen


@pytest.mark.parametrize(
    ("formula", "count"), [("x0**2 + x1**2", 2), ("x0 + x1 + x2 + x3", 4), ("x**2", 1)]
)
def test_tab_goes_down_the_left_column(
    window: MainWindow, qtbot: QtBot, formula: str, count: int
) -> None:
    window.session.set_formula_text(formula, immediate=True)
    coordinates = [f"startField{i}" for i in range(count)]
    missing = f"startField{count}"
    qtbot.waitUntil(lambda: window.findChild(QWidget, coordinates[-1]) is not None)
    qtbot.waitUntil(lambda: window.findChild(QWidget, missing) is None)
    wanted = ["hField", *coordinates, "stepsField", "toleranceField", "noiseField", "seedField"]
    wanted += ["addRunButton", "runList", "optimizerCombo", "playButton"]
    chain: list[QWidget] = [find(window, QPlainTextEdit, "formulaEditor")]
    while (after := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(after)
    assert [w.objectName() for w in chain if w.objectName() in wanted] == wanted


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal there")
def test_paints_leave_reference_counts_alone(window: MainWindow) -> None:
    paint: Callable[[], object] = window.picture.view.repaint
    for _ in range(50):
        paint()
    none, true = sys.getrefcount(None), sys.getrefcount(True)
    for step in range(300):
        window.playback.set_step(step % 100)
        paint()
        window.loss.view.repaint()
    # 6.12.0 of the toolkit lost some at every paint, and the interpreter with them
    assert abs(sys.getrefcount(None) - none) < 250
    assert abs(sys.getrefcount(True) - true) < 250


def test_progress_of_a_field_alone_ends_with_what_is_ready(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.session.results is not None)
    window.session.busyChanged.emit(True, 0.0)
    window.session.busyChanged.emit(False, 1.0)
    label = window.status.findChild(QLabel, "progressLabel")
    assert isinstance(label, QLabel)
    assert label.text() == "1 run ready"


def test_the_left_column_fits_a_usual_window(qtbot: QtBot, window: MainWindow) -> None:
    while len(window.session.experiment.runs) < 3:
        find(window, QAction, "addRunAction").trigger()
    window.session.select_run(0)
    window.resize(1440, 900)
    window.show()
    wait_for_results(qtbot, window)
    bar = find(window, QScrollArea, "leftColumn").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_the_smallest_window_cuts_no_name_of_a_picture(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(window.minimumSize())
    window.show()
    tabs = [find(window, QToolButton, f"{view.value}Tab") for view in FUNCTION_VIEWS]
    qtbot.waitUntil(lambda: all(tab.width() >= tab.sizeHint().width() for tab in tabs))
    words = [tab.fontMetrics().horizontalAdvance(tab.text()) for tab in tabs]
    assert all(tab.width() >= wide + 8 for tab, wide in zip(tabs, words, strict=True))
    slider = find(window, QSlider, "timelineSlider")
    field = find(window, QLineEdit, "stepField")
    assert slider.mapTo(window, QPoint(slider.width(), 0)).x() < field.mapTo(window, QPoint()).x()


def test_a_graph_of_one_variable_has_no_layers_to_switch(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    names = ("field", "contours", "arrows", "grid", "uphill")
    layers = [find(window, QAction, f"{name}Action") for name in names]
    assert all(layer.isEnabled() for layer in layers)
    write_formula(qtbot, window, "x0**2")
    assert not any(layer.isEnabled() for layer in layers)
    assert not find(window, QToolButton, "fieldButton").isVisible()


@pytest.mark.parametrize("width", [960, 1440])
def test_the_choice_of_the_plane_is_laid_out_side_by_side(
    qtbot: QtBot, window: MainWindow, width: int
) -> None:
    window.show()
    write_formula(qtbot, window, "x0**2 + x1**2 + x2**2")
    window.resize(width, 800)
    row = find(window, QWidget, "planeChoice")

    def apart() -> bool:
        parts = [child for child in row.findChildren(QWidget) if child.parent() is row]
        boxes = [part.geometry() for part in sorted(parts, key=lambda part: part.x())]
        return all(a.right() < b.left() for a, b in pairwise(boxes))

    qtbot.waitUntil(apart)
    note = row.findChildren(QLabel)[-1]
    assert note.fontMetrics().horizontalAdvance(note.text()) <= note.width()
