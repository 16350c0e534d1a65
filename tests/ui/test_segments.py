"""Segmented controls: where the Tab key comes to, and what the arrow keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget

from gradviz.ui.controls import SegmentedControl

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = ("one", "two", "three")


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def control(qtbot: QtBot, holder: QWidget) -> SegmentedControl:
    """Three segments between two fields, the keys in the first of these."""
    row = QHBoxLayout(holder)
    made = SegmentedControl("Numbers")
    for name in NAMES:
        made.add(name, name)
    before = QLineEdit()
    for part in (before, made, QLineEdit()):
        row.addWidget(part)
    holder.show()
    holder.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    return made


def pressed(qtbot: QtBot, key: Qt.Key) -> str:
    """Press a key; return the segment that has the keys then, or nothing."""
    qtbot.keyClick(QApplication.focusWidget(), key)
    found = QApplication.focusWidget()
    return found.text() if isinstance(found, QToolButton) else ""


def test_tab_comes_to_the_segment_that_is_chosen_and_to_no_other(
    qtbot: QtBot, control: SegmentedControl
) -> None:
    control.set_value("two")
    assert pressed(qtbot, Qt.Key.Key_Tab) == "two"
    assert not pressed(qtbot, Qt.Key.Key_Tab)
    control.set_value("three")
    assert pressed(qtbot, Qt.Key.Key_Backtab) == "three"
    assert not pressed(qtbot, Qt.Key.Key_Backtab)
    assert control.value() == "three"


def test_arrows_choose(qtbot: QtBot, control: SegmentedControl) -> None:
    control.set_value("two")
    pressed(qtbot, Qt.Key.Key_Tab)
    with qtbot.waitSignal(control.chosen) as chosen:
        assert pressed(qtbot, Qt.Key.Key_Right) == "three"
    assert chosen.args == ["three"]


def test_the_keys_go_along_with_the_choice(qtbot: QtBot, control: SegmentedControl) -> None:
    assert pressed(qtbot, Qt.Key.Key_Tab) == "one"
    qtbot.mouseClick(control.findChildren(QToolButton)[2], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is control.findChildren(QToolButton)[2]
    control.set_value("two")
    assert QApplication.focusWidget() is control.findChildren(QToolButton)[1]


def test_a_chosen_segment_that_cannot_be_had_does_not_keep_the_keys(
    qtbot: QtBot, control: SegmentedControl
) -> None:
    control.set_value("two")
    control.findChildren(QToolButton)[1].setEnabled(False)
    assert pressed(qtbot, Qt.Key.Key_Tab) == "one"
