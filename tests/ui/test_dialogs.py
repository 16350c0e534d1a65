"""The small windows of the Help menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from gradviz.core.resources import resource
from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, View
from gradviz.ui.actions import Actions
from gradviz.ui.dialogs import show_about, show_shortcuts

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


@pytest.mark.parametrize(
    ("views", "names"),
    [(FUNCTION_VIEWS, ("Contour", "Surface")), (NETWORK_VIEWS, ("Data", "Answers"))],
)
def test_shortcuts_are_of_the_pictures_there_are_and_fit_a_small_screen(
    qtbot: QtBot, views: tuple[View, ...], names: tuple[str, str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = Actions(parent)
    actions.offer_views(views)
    show_shortcuts(parent, actions)
    dialog = parent.findChild(QDialog, "shortcutsDialog")
    assert isinstance(dialog, QDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    shown = dict(zip(words[::2], words[1::2], strict=True))
    assert (shown["Ctrl+1"], shown["Ctrl+2"]) == names
    assert dialog.height() < 640
    dialog.close()
