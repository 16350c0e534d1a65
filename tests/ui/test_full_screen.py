"""The whole screen is filled and left with keys, and the window is then where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gradviz.app import create_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_screen_is_filled_until_f11_or_an_escape_nobody_takes(qtbot: QtBot) -> None:
    window = create_window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.resize(1100, 700)
    before, full = window.geometry(), window.actions_.full_screen
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert full.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    for name in ("contourView", "formulaEditor", "methodCombo", "timelineSlider", "hField"):
        assert not window.isFullScreen()
        assert window.geometry() == before
        full.trigger()
        focused = window.findChild(QWidget, name)
        assert focused is not None
        focused.setFocus()
        if name == "hField":
            qtbot.keyClicks(focused, "x")
            qtbot.keyClick(focused, Qt.Key.Key_Escape)  # brings the number back
        assert window.isFullScreen()
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not full.isChecked()
    window.actions_.expand.trigger()
    full.trigger()
    window.showNormal()  # as the system's own means do
    assert not full.isChecked()
    assert not window.function.isVisible(), "the picture is still alone"
    window.leave()
