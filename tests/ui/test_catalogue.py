"""The catalogue under its button, in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gradviz.core.catalogue import CATALOGUE
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.thumbnails import ThumbnailsRequest, evaluate_thumbnails
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.catalogue_list import CatalogueList
from gradviz.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RUNS = (Run(optimizer=SGD(lr=0.1), name="mine"), Run(optimizer=Adam(lr=0.3)))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    shown = MainWindow(Experiment(runs=RUNS))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _open(qtbot: QtBot, window: MainWindow) -> tuple[QLineEdit, CatalogueList]:
    window.actions_.catalogue.trigger()
    popup = window.catalogue.popup
    qtbot.waitUntil(popup.isVisible)
    words = popup.findChild(QLineEdit, "catalogueSearch")
    stamps = popup.findChild(CatalogueList, "catalogueList")
    assert isinstance(words, QLineEdit)
    assert isinstance(stamps, CatalogueList)
    return words, stamps


def test_words_and_enter_open_a_function(qtbot: QtBot, window: MainWindow) -> None:
    window.catalogue.popup.chosen.emit(CATALOGUE[0])  # what is shown already
    assert not window.documents.history.is_modified
    words, stamps = _open(qtbot, window)
    assert stamps.model().rowCount() == len(CATALOGUE)
    first, fourth = (stamps.visualRect(stamps.model().index(row, 0)) for row in (0, 3))
    assert first.top() == fourth.top()  # four columns, on a small screen too
    qtbot.keyClicks(words, "rosenb")
    assert stamps.model().rowCount() == 1
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert not window.catalogue.popup.isVisible()
    opened = window.session.experiment
    assert (opened.start, opened.steps) == ((-1.5, 2.0), 400)
    assert [run.optimizer.lr for run in opened.runs] == [0.001, 0.3]
    assert opened.runs[0].name == "mine"
    assert window.function.editor.toPlainText() == opened.formula
    assert window.catalogue.accessibleDescription() == "Rosenbrock valley"


def test_the_arrow_keys_walk_through_the_stamps_while_words_are_typed(
    qtbot: QtBot, window: MainWindow
) -> None:
    words, stamps = _open(qtbot, window)
    first = stamps.currentIndex()
    qtbot.keyClick(words, Qt.Key.Key_Down)
    assert stamps.currentIndex() != first
    window.catalogue.popup.close()


def test_what_nothing_holds_is_said_and_opens_nothing(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.experiment
    words, stamps = _open(qtbot, window)
    qtbot.keyClicks(words, "no such function")
    assert not stamps.isVisible()
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert window.session.experiment is before
    window.catalogue.popup.close()


def test_a_function_of_ones_own_is_called_so(window: MainWindow) -> None:
    window.session.edit(formula="x0**2 + 7*x1**2", immediate=True)
    assert window.catalogue.accessibleDescription() == "Own function"


def test_every_function_has_a_stamp_of_its_own(qtbot: QtBot) -> None:
    thumbnails = evaluate_thumbnails(ThumbnailsRequest())
    assert thumbnails is not None
    assert list(thumbnails.scenes) == [entry.key for entry in CATALOGUE]
    stamps = CatalogueList()
    qtbot.addWidget(stamps)
    stamps.resize(700, 6000)
    stamps.show()
    stamps.set_scenes(thumbnails.scenes)
    for theme in (LIGHT, DARK):
        stamps.set_theme(theme)
        picture = stamps.grab().toImage()
        seen = set()
        for row in range(stamps.model().rowCount()):
            place = stamps.visualRect(stamps.model().index(row, 0))
            stamp = picture.copy(place.adjusted(12, 12, -12, -52))
            seen.add(bytes(stamp.constBits()))
        assert len(seen) == len(CATALOGUE)


def test_stamps_are_given_up_when_nobody_waits() -> None:
    assert evaluate_thumbnails(ThumbnailsRequest(), lambda: True) is None
