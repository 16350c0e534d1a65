"""Files, undo and recovery in the window, as a user meets them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from gradviz.app import create_window
from gradviz.core.differences import Method
from gradviz.core.optimizers import Adam
from gradviz.document.display import View
from gradviz.document.document import Document
from gradviz.document.experiment import Experiment, Run
from gradviz.document.files import read, write
from gradviz.document.network_task import task_of
from gradviz.ui.file_questions import Answer, FileQuestions
from gradviz.ui.note_dialog import NoteDialog
from gradviz.ui.recovering import offer_recovery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.document.recovery import Recovery
    from gradviz.ui.main_window import MainWindow

Found = TypeVar("Found", bound=QObject)
VALLEY = Experiment(
    formula="a*x0**2 + x1**2\na = 1",
    parameters=(("a", 0.05),),
    start=(-7.0, 2.0),
    runs=(Run(optimizer=Adam(lr=0.3)),),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    _settle(qtbot, shown)
    yield shown
    shown.leave()


def _settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: window.session.results is not None and not window.session.is_computing,
        timeout=20_000,
    )


def _action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def _answers(
    monkeypatch: pytest.MonkeyPatch, name: str, answer: object
) -> list[tuple[object, ...]]:
    asked: list[tuple[object, ...]] = []

    def reply(_self: object, *question: object) -> object:
        asked.append(question)
        return answer

    monkeypatch.setattr(FileQuestions, name, reply)
    return asked


def test_a_fresh_window_has_nothing_to_save_or_undo(window: MainWindow) -> None:
    assert window.windowTitle() == "Untitled[*] – GradViz"
    assert not window.isWindowModified()
    assert not _action(window, "undoAction").isEnabled()
    assert not _action(window, "redoAction").isEnabled()


def test_every_edit_is_undone_and_redone_by_name(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = _action(window, "undoAction"), _action(window, "redoAction")
    first = window.session.experiment
    window.session.edit(h=1e-3)
    window.documents.history.release()
    window.session.edit(method=Method.FORWARD)
    assert undo.text() == "&Undo Choose Gradient"
    assert window.isWindowModified()
    undo.trigger()
    assert undo.text() == "&Undo Change h"
    assert redo.text() == "&Redo Choose Gradient"
    undo.trigger()
    assert window.session.experiment == first
    assert not window.isWindowModified()
    redo.trigger()
    redo.trigger()
    assert window.session.experiment == replace(first, h=1e-3, method=Method.FORWARD)
    _settle(qtbot, window)
    assert window.session.results is not None
    assert window.session.results.experiment == window.session.experiment


def test_a_burst_of_typing_is_one_edit(window: MainWindow, qtbot: QtBot) -> None:
    for text in ("x0**2", "x0**2 + 3", "x0**2 + 3*x1", "x0**2 + 3*x1**2"):
        window.session.set_formula_text(text, immediate=True)
    _settle(qtbot, window)
    _action(window, "undoAction").trigger()
    assert window.session.experiment == Experiment()
    assert window.session.formula_text == Experiment().formula
    assert not _action(window, "undoAction").isEnabled()


def test_a_network_and_back_are_edits_too(window: MainWindow, qtbot: QtBot) -> None:
    window.session.show_network(True)
    _settle(qtbot, window)
    assert _action(window, "undoAction").text() == "&Undo Turn to Network"
    _action(window, "undoAction").trigger()
    assert window.session.experiment == Experiment()
    assert window.picture.shown is View.CONTOUR
    _action(window, "redoAction").trigger()
    assert window.session.experiment.network is not None
    assert window.picture.shown is View.DATA
    _settle(qtbot, window)


def test_what_is_saved_is_opened_again_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "valley.gradviz"
    window.session.edit(VALLEY, immediate=True)
    window.picture.show_view(View.SLICE)
    _settle(qtbot, window)
    window.playback.set_step(17)
    window.documents.set_note("A *note*.")
    _answers(monkeypatch, "path_to_save", path)
    _action(window, "saveAction").trigger()
    assert window.windowTitle() == "valley.gradviz[*] – GradViz"
    assert not window.isWindowModified()
    assert path.read_text(encoding="utf-8").startswith('{"gradviz": 1,')
    _action(window, "newAction").trigger()
    assert window.session.experiment == Experiment()
    assert window.windowTitle() == "Untitled[*] – GradViz"
    assert window.documents.open(path)
    _settle(qtbot, window)
    assert window.session.experiment == VALLEY
    assert window.picture.shown is View.SLICE
    assert window.playback.step == 17
    assert window.documents.note == "A *note*."
    assert not window.isWindowModified()
    assert not _action(window, "undoAction").isEnabled()
    assert window.documents.recent.paths() == [path]


def test_leaving_asks_before_work_is_lost(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.gradviz"
    write(other, Document(experiment=VALLEY))
    window.session.edit(h=1e-2)
    asked = _answers(monkeypatch, "fate", Answer.CANCEL)
    assert not window.documents.open(other)
    window.close()
    assert window.isVisible()
    assert asked == [("Untitled",), ("Untitled",)]
    target = tmp_path / "mine.gradviz"
    _answers(monkeypatch, "fate", Answer.SAVE)
    _answers(monkeypatch, "path_to_save", target)
    assert window.documents.open(other)
    assert read(target).experiment.h == 1e-2
    assert window.session.experiment == VALLEY


def test_a_damaged_file_is_told_of_and_nothing_is_lost(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "broken.gradviz"
    path.write_text('{"gradviz": 1,\n"experiment": {"h": NaN}}', encoding="utf-8")
    told = _answers(monkeypatch, "tell", None)
    before = window.session.experiment
    assert not window.documents.open(path)
    assert "“broken.gradviz” cannot be opened." in str(told[0][0])
    assert window.session.experiment == before
    assert not window.documents.open(tmp_path / "none.gradviz")
    assert "There is no file" in str(told[1][0])


def test_a_save_that_fails_says_why_and_stays_modified(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _answers(monkeypatch, "tell", None)
    _answers(monkeypatch, "path_to_save", tmp_path / "gone" / "x.gradviz")
    window.session.edit(h=1e-2)
    assert not window.documents.save()
    assert "the folder does not exist" in str(told[0][0])
    assert window.isWindowModified()
    assert window.documents.path is None


def test_a_file_changed_outside_is_noticed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shared.gradviz"
    write(path, Document())
    assert window.documents.open(path)
    write(path, Document(experiment=VALLEY))
    os.utime(path, (1, 1))
    asked = _answers(monkeypatch, "wants", False)
    window.documents.look_outside()
    window.documents.look_outside()
    assert len(asked) == 1
    assert window.isWindowModified(), "what is here is not what is in the file"
    os.utime(path, (2, 2))
    _answers(monkeypatch, "wants", True)
    window.documents.look_outside()
    assert window.session.experiment == VALLEY
    _settle(qtbot, window)


def test_what_is_dropped_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dropped.gradviz"
    write(path, Document(experiment=VALLEY))
    _drop(window, path)
    assert window.session.experiment == VALLEY
    table = tmp_path / "samples.csv"
    rows = "\n".join(f"{i},{i * i % 7},{'ab'[i % 2]}" for i in range(20))
    table.write_text(f"p,q,kind\n{rows}\n", encoding="utf-8")
    _drop(window, table)
    task = window.session.experiment.network
    assert task is not None
    assert task.table is not None
    assert task.table.name == "samples.csv"
    _settle(qtbot, window)


def _drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50.0, 50.0),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.file_side.eventFilter(window, event)


def test_what_is_not_saved_is_kept_for_a_crash_and_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.edit(network=task_of("xor"), immediate=True)
    window.documents.autosaver.save()
    recovery = window.documents.autosaver.recovery
    assert recovery.leftovers() == [], "someone works on it"
    place = window.documents.autosaver.place
    assert place is not None
    assert read(place.file).experiment.network == task_of("xor")
    window.documents.save_as_to(tmp_path / "a.gradviz")
    assert not place.file.exists(), "what is saved needs no recovery"
    _settle(qtbot, window)
    window.leave()
    assert recovery.leftovers() == []


def test_an_adopted_document_is_not_saved(window: MainWindow, qtbot: QtBot) -> None:
    window.documents.adopt(Document(experiment=VALLEY), None)
    assert window.session.experiment == VALLEY
    assert window.isWindowModified()
    _settle(qtbot, window)


def test_recent_files_are_offered_in_the_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "one.gradviz"
    window.documents.save_as_to(path)
    menu = window.menus.recent
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names[0] == "&1 one.gradviz"
    window.session.edit(h=1e-2)
    menu.triggered.emit(menu.actions()[0])
    assert window.session.experiment == Experiment()
    _action(window, "clearRecentAction").trigger()
    assert window.documents.recent.paths() == []
    _settle(qtbot, window)


def test_what_a_crash_left_is_offered_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = window.documents.autosaver.recovery
    _leave_behind(recovery, VALLEY)
    asked = _answers(monkeypatch, "wants", True)
    assert offer_recovery(window.documents)
    assert "Untitled" in str(asked[0][0])
    assert window.session.experiment == VALLEY
    assert window.isWindowModified()
    assert recovery.leftovers() == []
    assert not offer_recovery(window.documents)
    _leave_behind(recovery, VALLEY)
    _answers(monkeypatch, "wants", False)
    assert not offer_recovery(window.documents)
    assert recovery.leftovers() == [], "what is not wanted is gone"
    _settle(qtbot, window)


def _leave_behind(recovery: Recovery, experiment: Experiment) -> None:
    place = recovery.open(None)
    place.save(Document(experiment=experiment))
    place.file.with_suffix(".lock").unlink()


def test_the_note_is_written_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    _action(window, "noteAction").trigger()
    _action(window, "noteAction").trigger()
    (dialog,) = window.findChildren(NoteDialog)
    text = dialog.findChild(QPlainTextEdit, "noteEdit")
    qtbot.keyClicks(text, "A **valley**")
    assert window.documents.note == "A **valley**"
    assert dialog.findChild(QTextBrowser, "noteView").toPlainText() == "A valley"
    assert _action(window, "undoAction").text() == "&Undo Edit Note"
    _action(window, "undoAction").trigger()
    assert text.toPlainText() == ""
    assert window.documents.note == ""
    dialog.close()
