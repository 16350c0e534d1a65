"""Going along what the tab key reaches leaves to everything its own parent and its own life."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from gradviz.ui.keys import focus_chain, tabbed_before
from gradviz.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    for name in ("first", "second"):
        QLabel(name, made).setObjectName(name)
    QLineEdit(made)
    return made


WALKS: dict[str, Callable[[QWidget, QWidget], object]] = {
    "ordered": lambda window, _label: order_tabs(window, [window]),
    "forwards": lambda window, _label: focus_chain(window),
    "backwards": lambda _window, label: tabbed_before(label),
}


@pytest.mark.parametrize("walk", list(WALKS.values()), ids=list(WALKS))
def test_what_qt_made_is_held_as_long_as_it_lives(
    window: QWidget, walk: Callable[[QWidget, QWidget], object]
) -> None:
    label = window.findChild(QLabel, "first")
    assert label is not None
    button = QDialogButtonBox(window).addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
    walk(window, label)
    label.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(label)
    assert isValid(button)
    assert button.text() == "Save"


def test_everything_is_passed_once_and_stays_where_it_is(window: QWidget) -> None:
    window.show()
    inner = QWidget(window)
    QPushButton(inner)
    first, *passed = focus_chain(window)
    assert first is window
    assert sorted(map(id, passed)) == sorted(map(id, window.findChildren(QWidget)))
    assert [widget.parentWidget() for widget in passed].count(inner) == 1
    assert window.isVisible()
    assert window.isWindow()


def test_before_what_is_alone_is_itself(qtbot: QtBot) -> None:
    alone = QLineEdit()
    qtbot.addWidget(alone)
    assert tabbed_before(alone) is alone
