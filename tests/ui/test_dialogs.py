"""The small windows of the Help menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QScrollArea, QWidget

from gradviz.core.resources import resource
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, View
from gradviz.ui.actions import Actions
from gradviz.ui.dialogs import show_about
from gradviz.ui.menus import MenuBar
from gradviz.ui.runs_card import RunsCard
from gradviz.ui.shortcuts_dialog import ShortcutsDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def about(qtbot: QtBot) -> Iterator[QDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_about(parent)
    dialog = parent.findChild(QDialog, "aboutDialog")
    assert isinstance(dialog, QDialog)
    yield dialog
    dialog.close()


def test_about_credits_the_data_sets_with_their_places_and_their_licence(about: QDialog) -> None:
    label = about.findChild(QLabel, "dataCredits")
    assert isinstance(label, QLabel)
    readme = resource("datasets", "README.md").read_text(encoding="utf-8")
    places = set(re.findall(r"https://[^)\s]+", readme))
    assert len(places) == 3
    assert set(re.findall(r'href="([^"]+)"', label.text())) == places
    for name in ("Iris", "Fisher", "Handwritten Digits", "Alpaydin", "Kaynak", "CC BY 4.0"):
        assert name in label.text()
    assert label.openExternalLinks()


def test_about_fits_its_words(about: QDialog) -> None:
    for label in about.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= needed


class Bar(QWidget):
    """A window with nothing but menus."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1024, 700)
        self.does = Actions(self)
        self.menus = MenuBar(self.does, RunsCard(self), self)

    def overview(self) -> ShortcutsDialog:
        dialog = ShortcutsDialog(self, self.menus, self.does)
        dialog.show()
        return dialog


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[Bar]:
    made = Bar()
    qtbot.addWidget(made)
    yield made
    made.close()


def shown(dialog: QDialog) -> dict[str, str]:
    """Return what is seen: words by keys."""
    pairs = [(label, label.buddy()) for label in dialog.findChildren(QLabel) if label.buddy()]
    return {keys.text(): words.text() for words, keys in pairs if words.isVisible()}


@pytest.mark.parametrize(
    ("views", "names"),
    [(FUNCTION_VIEWS, ("Contour", "Surface")), (NETWORK_VIEWS, ("Data", "Answers"))],
)
def test_shortcuts_are_of_the_pictures_there_are_and_fit_a_small_screen(
    bar: Bar, views: tuple[View, ...], names: tuple[str, str]
) -> None:
    bar.does.offer_views(views)
    dialog = bar.overview()
    found = shown(dialog)
    assert (found["Ctrl+1"], found["Ctrl+2"]) == names
    assert ("Drag the start" in found) is (views is FUNCTION_VIEWS)
    area = dialog.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0
    assert dialog.width() < 1024
    assert dialog.height() < 680
    dialog.close()


def test_shortcuts_lack_no_key_of_a_menu_and_call_undo_undo(bar: Bar) -> None:
    bar.does.offer_views(FUNCTION_VIEWS)
    bar.does.undo.setText("&Undo Choose Function")
    dialog = bar.overview()
    found = shown(dialog)
    entries = [entry for menu in bar.menus.findChildren(QMenu) for entry in menu.actions()]
    keys = {e.shortcut().toString() for e in entries if e.isVisible() and not e.menu()}
    assert len(keys) > 25
    assert keys - {""} <= set(found)
    assert found["Ctrl+Z"] == "Undo"
    dialog.close()


def test_shortcuts_can_be_searched(bar: Bar, qtbot: QtBot) -> None:
    dialog = bar.overview()
    field = dialog.findChild(QLineEdit, "shortcutsSearch")
    for words, found in (("expo", {"Ctrl+E"}), ("f11", {"F11", "Shift+F11"}), ("qqq", set())):
        field.setText(words)
        assert set(shown(dialog)) == found
    nothing = dialog.findChild(QLabel, "nothingFound")
    assert nothing.isVisible()
    field.setText("Edit")
    assert set(shown(dialog)) == {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Alt+C", "Ctrl+Shift+N"}
    assert not nothing.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter ends no search"
    dialog.close()
