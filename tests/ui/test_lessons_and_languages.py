"""Lessons beside the window, and the window in another language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextBrowser
from shiboken6 import isValid

from gradviz import app
from gradviz.document.lessons import lessons
from gradviz.document.network_task import task_of
from gradviz.document.results import Training
from gradviz.ui.controls import Segment
from gradviz.ui.language import Language, apply_language, save_language
from gradviz.ui.lesson_list import LessonList
from gradviz.ui.lesson_panel import LessonPanel
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    QSettings().remove("lessons/welcomed")
    shown = app.create_window()  # not qtbot's: a change of language deletes it
    _settle(qtbot, shown)
    yield shown
    if isValid(shown):
        shown.leave()
        shown.deleteLater()
    QSettings().remove("lessons/welcomed")


def _settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.session.results is not None and not window.session.is_computing,
        timeout=30_000,
    )


def test_the_first_start_opens_a_lesson_and_no_later_one(window: MainWindow, qtbot: QtBot) -> None:
    action = window.findChild(QAction, "lessonsAction")
    assert not action.isChecked()
    window.lesson_side.welcome()
    assert window.lesson_side.panel.isVisible()
    assert window.lesson_side.panel.lesson is not None
    assert window.lesson_side.panel.lesson.key == "welcome"
    assert window.lesson_side.panel.accessibleName() == "Welcome"
    opening = window.lesson_side.panel.lesson.opening
    assert window.session.experiment == opening.experiment
    assert window.playback.step == 0, "ready to play"
    assert not window.isWindowModified()
    action.setChecked(False)
    assert not window.lesson_side.panel.isVisible()
    window.lesson_side.welcome()
    assert not window.lesson_side.panel.isVisible()
    _settle(qtbot, window)


def test_every_lesson_opens_and_shows_everything_it_speaks_of(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.findChild(QAction, "lessonsAction").setChecked(True)
    panel = window.lesson_side.panel
    told: list[tuple[str, str]] = []
    window.session.failed.connect(lambda *fault: told.append(fault))
    for lesson in lessons("en"):
        panel.open_lesson(lesson.key)
        for action in lesson.actions:
            panel.actionRequested.emit(action)
            assert window.session.experiment == action.experiment
            if action.look.view is not None:
                assert window.picture.shown is action.look.view
    _settle(qtbot, window)
    assert not told
    assert not window.banner.isVisible()


def test_the_lessons_take_the_place_of_the_curves_where_it_is_narrow(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    window.findChild(QAction, "lessonsAction").setChecked(True)
    qtbot.waitUntil(lambda: not window.loss.isVisible())
    window.resize(1500, 900)
    qtbot.waitUntil(window.loss.isVisible)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.loss.isVisible())
    window.findChild(QAction, "lessonsAction").setChecked(False)
    assert window.loss.isVisible()


def test_the_keys_go_to_the_lessons_when_these_are_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QAction, "lessonsAction").trigger()
    assert isinstance(window.focusWidget(), LessonList)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(window.focusWidget(), QTextBrowser)


@pytest.fixture
def _english_afterwards() -> Iterator[None]:
    yield
    save_language(Language.SYSTEM)
    application = QCoreApplication.instance()
    assert application is not None
    apply_language(application, Language.ENGLISH)


@pytest.mark.usefixtures("_english_afterwards")
@pytest.mark.parametrize("is_network", [False, True])
def test_the_smallest_window_names_its_pictures_in_full_beside_a_lesson(
    window: MainWindow, qtbot: QtBot, is_network: bool
) -> None:
    window.session.show_network(is_network)
    window.actions_.lessons.setChecked(True)
    window.resize(window.minimumSize())
    _settle(qtbot, window)
    names = [tab for tab in window.picture.findChildren(Segment) if tab.isVisible()]
    assert len(names) >= 5
    qtbot.waitUntil(lambda: all(tab.width() >= tab.sizeHint().width() for tab in names))


def test_another_language_keeps_document_history_and_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.edit(h=1e-2)
    window.session.edit(steps=33)
    _settle(qtbot, window)
    window.playback.set_step(12)
    replaced: list[MainWindow] = []
    window.replaced.connect(replaced.append)
    window.findChild(QAction, "koLanguageAction").trigger()
    (another,) = replaced
    qtbot.addWidget(another)
    _settle(qtbot, another)
    qtbot.waitUntil(lambda: not isValid(window))
    assert another.findChild(QAction, "koLanguageAction").isChecked()
    assert another.session.experiment.steps == 33
    assert another.playback.step == 12
    assert another.isWindowModified()
    another.documents.undo()
    assert another.session.experiment.steps == 100
    assert another.session.experiment.h == 1e-2
    another.findChild(QAction, "lessonsAction").setChecked(True)
    panel = another.lesson_side.panel
    assert isinstance(panel, LessonPanel)
    panel.open_lesson("step-by-step")
    assert panel.lesson is not None
    assert panel.lesson.title == next(
        lesson.title for lesson in lessons("ko") if lesson.key == "step-by-step"
    )
    _settle(qtbot, another)
    another.leave()


@pytest.mark.usefixtures("_english_afterwards")
def test_languages_change_beside_an_open_lesson_and_leave_one_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "held.gradviz"
    window.documents.save_as_to(path)
    place = window.documents.autosaver.place
    assert place is not None
    window.findChild(QAction, "lessonsAction").setChecked(True)
    window.lesson_side.panel.open_lesson("saddle-and-plateau")
    window.session.edit(steps=17)
    window.session.set_formula_text("x0**2 + 3*x1")  # still being typed
    latest = [window]
    for language in (Language.KOREAN, Language.ENGLISH, Language.KOREAN):
        left = latest[-1]
        left.replaced.connect(latest.append)
        left.findChild(QAction, f"{language}LanguageAction").trigger()
        qtbot.waitUntil(lambda left=left: not isValid(left))
    another = latest[-1]
    assert {window for window in app._windows if isValid(window)} == {another}
    assert another.session.experiment.formula == "x0**2 + 3*x1"
    assert another.session.experiment.steps == 17
    panel = another.lesson_side.panel
    assert panel.isVisible()
    assert another.findChild(QAction, "lessonsAction").isChecked()
    assert panel.lesson is not None
    assert panel.lesson.key == "saddle-and-plateau"
    recovery = another.documents.autosaver.recovery
    assert recovery.is_open(path), "other windows still know"
    assert another.documents.autosaver.place is place
    _settle(qtbot, another)
    another.leave()
    another.deleteLater()
    assert not recovery.is_open(path)


def undone(window: MainWindow) -> str:
    return without_mnemonic(window.actions_.undo.text())


def test_what_a_lesson_shows_is_called_so(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.lesson_side.panel
    panel.open_lesson("too-slow")
    assert panel.lesson is not None
    panel.actionRequested.emit(panel.lesson.actions[-1])
    assert undone(window) == "Undo Show Me"
    window.documents.undo()
    assert undone(window) == "Undo Open Lesson", "two edits, however soon they follow"
    window.session.edit(h=1e-3)
    assert undone(window) == "Undo Change h"
    _settle(qtbot, window)


def test_a_lesson_is_one_edit(window: MainWindow, qtbot: QtBot) -> None:
    window.session.edit(h=1e-2)
    mine = window.session.experiment
    for lesson in lessons("en"):
        window.documents.history.release()
        window.findChild(QAction, "lessonsAction").setChecked(True)
        window.lesson_side.panel.open_lesson(lesson.key)
        assert window.session.experiment == lesson.opening.experiment
        assert undone(window) == "Undo Open Lesson"
        window.documents.undo()
        assert window.session.experiment == mine, lesson.key
    _settle(qtbot, window)


@pytest.mark.usefixtures("_english_afterwards")
def test_a_training_that_is_paused_stays_so_in_another_language(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.show_network(True)
    window.session.edit(network=replace(task_of("spiral"), epochs=3000), immediate=True)
    qtbot.waitUntil(lambda: _steps(window) > 20)
    window.session.pause()
    _settle(qtbot, window)
    steps = _steps(window)
    replaced: list[MainWindow] = []
    window.replaced.connect(replaced.append)
    window.findChild(QAction, "koLanguageAction").trigger()
    (another,) = replaced
    _settle(qtbot, another)
    assert another.session.is_paused
    assert _steps(another) >= steps, "what was trained is not trained again"
    assert not another.session.results.complete
    another.leave()
    another.deleteLater()
    qtbot.waitUntil(lambda: not isValid(window))


def _steps(window: MainWindow) -> int:
    results = window.session.results
    return results.runs[0].trajectory.steps if isinstance(results, Training) else 0
