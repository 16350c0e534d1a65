"""The window without a mouse and without eyes: names, keys, charts in words, announcements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from gradviz.app import create_window
from gradviz.core.optimizers import SGD
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, View
from gradviz.plots.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    Canvas,
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    settle(qtbot, shown)
    yield shown
    shown.close()


@pytest.fixture
def heard() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.session.results is not None and not window.session.is_computing,
        timeout=30_000,
    )


def views_of(qtbot: QtBot, window: MainWindow, *, is_network: bool) -> tuple[View, ...]:
    if is_network:
        window.session.show_network(True)
        settle(qtbot, window)
    return NETWORK_VIEWS if is_network else FUNCTION_VIEWS


def controls_in(top: QWidget) -> list[QWidget]:
    """Return what one can use, not what Qt puts inside it."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if (isinstance(widget, CONTROLS) or takes_tab(widget))
        and widget.isVisible()
        and not isinstance(widget, QScrollBar | QHeaderView)
        and not widget.objectName().startswith("qt_")
    ]


def text(widget: QWidget, kind: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(kind) if interface is not None else ""


def lacking(top: QWidget) -> set[str]:
    """Return the controls that have no name, or of which nothing more is said."""
    found = set()
    for widget in controls_in(top):
        named = text(widget, QAccessible.Text.Name)
        plain = isinstance(widget, QLabel) or isinstance(widget.parent(), QDialogButtonBox)
        if not named or not (plain or text(widget, QAccessible.Text.Description)):
            found.add(f"{type(widget).__name__} {widget.objectName()!r} {named!r}")
    return found


@pytest.mark.parametrize("is_network", [False, True])
def test_every_control_has_a_name_and_a_description(
    qtbot: QtBot, window: MainWindow, is_network: bool
) -> None:
    count = 0
    for view in views_of(qtbot, window, is_network=is_network):
        window.picture.show_view(view)
        QApplication.processEvents()
        assert not lacking(window), view
        count = max(count, len(controls_in(window)))
    assert count > 40


@pytest.mark.parametrize("name", ["_export", "_show_about", "_show_shortcuts"])
def test_so_it_is_in_dialogs(window: MainWindow, name: str) -> None:
    getattr(window, name)()
    dialog = next(iter(window.findChildren(QDialog)))
    assert dialog.windowTitle()
    assert not lacking(dialog)
    reached = {widget for widget in controls_in(dialog) if takes_tab(widget)}
    assert reached <= tab_chain(dialog)
    dialog.close()


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def tab_chain(top: QWidget) -> set[QWidget]:
    found, widget = set(), top.nextInFocusChain()
    while widget is not None and widget not in found:
        found.add(widget)
        widget = widget.nextInFocusChain()
    return found


def tabbed(window: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches, in its order, until it comes round."""
    seen: list[QWidget] = []
    window.activateWindow()
    window.focusNextChild()
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        seen.append(focused)
        window.focusNextChild()
    return seen


@pytest.mark.parametrize("is_network", [False, True])
def test_tab_reaches_every_control_once(qtbot: QtBot, window: MainWindow, is_network: bool) -> None:
    for view in views_of(qtbot, window, is_network=is_network):
        window.picture.show_view(view)
        QApplication.processEvents()
        reached = tabbed(window)
        wanted = {widget for widget in controls_in(window) if takes_tab(widget)}
        assert not {w.objectName() or type(w).__name__ for w in wanted - set(reached)}, view
        assert len(reached) == len(set(reached))
        assert len(wanted) > 30


def seen(window: MainWindow, widget: QWidget) -> np.ndarray:
    """Return the pixels of a control and of a little around it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits()).reshape(image.height(), -1, 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("is_network", [False, True])
def test_the_focus_is_seen_on_everything_the_tab_key_reaches(
    qtbot: QtBot, window: MainWindow, is_network: bool, theme: str
) -> None:
    views_of(qtbot, window, is_network=is_network)
    window.actions_.themes[theme].trigger()
    window.resize(1440, 900)
    window.picture.show_view(View.EPOCHS if is_network else View.TABLE)
    qtbot.wait(50)
    settle(qtbot, window)  # the button to cancel comes and goes
    unseen = []
    for widget in tabbed(window):
        window.setFocus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QLineEdit):
            widget.deselect()
        QApplication.processEvents()
        front = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        assert not front.visibleRegion().isEmpty(), widget.objectName()
        ringed = seen(window, widget)
        window.setFocus()
        QApplication.processEvents()
        changed = np.abs(ringed - seen(window, widget)).sum(axis=2) > 60
        if changed.sum() < 40:
            unseen.append(widget.objectName())
    window.actions_.themes["system"].trigger()
    assert not unseen


ORDERS = {
    False: "functionKind playButton formulaEditor methodCombo runList sliceTab sliceView lossView "
    "gradientNormView stepSheet",
    True: "networkKind playButton problemList layersField epochsField runList layersTab layersView "
    "lossView accuracyView stepSheet",
}


@pytest.mark.parametrize("is_network", [False, True])
def test_tab_goes_down_the_columns_from_left_to_right(
    qtbot: QtBot, window: MainWindow, is_network: bool
) -> None:
    views_of(qtbot, window, is_network=is_network)
    window.picture.show_view(View.LAYERS if is_network else View.SLICE)
    qtbot.wait(50)
    order = [widget.objectName() for widget in tabbed(window)]
    wanted = [name for name in ORDERS[is_network].split() if name in order]
    assert len(wanted) >= 9, order
    start = order.index(wanted[0])
    cycle = [*order[start:], *order[:start]]
    assert [name for name in cycle if name in wanted] == wanted


@pytest.mark.parametrize("is_network", [False, True])
def test_pictures_are_charts_that_say_what_they_show(
    qtbot: QtBot, window: MainWindow, is_network: bool
) -> None:
    for view in views_of(qtbot, window, is_network=is_network):
        window.picture.show_view(view)
        QApplication.processEvents()
        charts = [w for w in window.findChildren(Canvas) if w.isVisible()]
        assert len(charts) >= 2
        for chart in charts:
            interface = QAccessible.queryAccessibleInterface(chart)
            assert interface.role() is QAccessible.Role.Chart
            words = interface.text(QAccessible.Text.Description)
            assert len(words) > 20
            assert chart.picture.heading() in words


def test_the_summary_follows_the_cursor(window: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(window.picture.view)
    assert "at step 100" in interface.text(QAccessible.Text.Description)
    window.playback.set_step(22)
    told = interface.text(QAccessible.Text.Description)
    assert "f = x0**2 + x1**2, at step 22. SGD: 0.00136." in told
    assert "Arrow keys move the start" in told
    assert "SGD: 0.00136" in legend_of(window)


def legend_of(window: MainWindow) -> str:
    row = next(w for w in window.loss.findChildren(QWidget) if type(w).__name__ == "LegendRow")
    return text(row, QAccessible.Text.Description)


def fall_silent(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.announcer._rest.isActive(), timeout=5000)


@pytest.mark.usefixtures("heard")
def test_the_end_of_a_run_is_announced_once(qtbot: QtBot, window: MainWindow) -> None:
    fall_silent(qtbot, window)
    with qtbot.waitSignal(window.announcer.announced, timeout=5000) as said:
        window.session.edit(steps=30, immediate=True)
    words = said.args[0]
    assert "SGD: " in words
    assert words.count("Still descending") == 1
    with qtbot.waitSignal(window.announcer.announced, timeout=5000) as said:
        window.playback.set_step(7)
    assert said.args[0].startswith("Step 7: f = ")
    assert "descending" not in said.args[0]


@pytest.mark.usefixtures("heard")
def test_divergence_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    run = replace(window.session.experiment.runs[0], optimizer=SGD(lr=1.2))
    with qtbot.waitSignal(
        window.announcer.announced, timeout=5000, check_params_cb=lambda w: "Diverged" in w
    ):
        window.session.change_run(0, run, immediate=True)


@pytest.mark.usefixtures("heard")
def test_a_drag_is_told_of_once(qtbot: QtBot, window: MainWindow) -> None:
    said: list[str] = []
    fall_silent(qtbot, window)
    window.announcer.announced.connect(said.append)
    for step in range(40):
        window.playback.set_step(step)
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    qtbot.wait(100)
    assert len(said) == 1
    assert said[0].startswith("Step 39: ")


def test_nobody_listens_nothing_is_said(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.announcer.announced, wait=900):
        window.playback.set_step(3)


def test_a_screen_reader_hears_of_labels_too(window: MainWindow) -> None:
    labels = [w for w in window.status.findChildren(QLabel) if w.isVisible()]
    assert all(text(label, QAccessible.Text.Name) for label in labels)
