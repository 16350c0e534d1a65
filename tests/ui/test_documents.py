"""Files, undo and recovery in the window, as a user meets them."""

from __future__ import annotations

import errno
import json
import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QTextBrowser

from gradviz.app import create_window
from gradviz.core.differences import Method
from gradviz.core.optimizers import Adam
from gradviz.document.atomic import Disk
from gradviz.document.display import View
from gradviz.document.document import Document
from gradviz.document.experiment import Experiment, Run
from gradviz.document.files import read, write
from gradviz.document.network_task import task_of
from gradviz.document.recovery import Recovery, Slot
from gradviz.ui.editor.formula_editor import FormulaEditor
from gradviz.ui.file_questions import Answer, FileQuestions
from gradviz.ui.note_dialog import MOST_SHOWN, NoteDialog
from gradviz.ui.recovering import offer_recovery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

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


def test_that_nothing_is_kept_for_a_crash_is_told_once(
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Disk, "create", full)
    window.session.edit(steps=7, immediate=True)
    window.documents.autosaver.save()
    qtbot.waitUntil(window.banner.isVisible)
    said = [label.text() for label in window.banner.findChildren(QLabel)]
    assert any(
        "would lose what is not saved" in text and "the disk is full" in text for text in said
    )
    window.banner.hide()
    window.documents.autosaver.save()
    qtbot.wait(20)
    assert not window.banner.isVisible()
    assert len([r for r in caplog.records if "cannot be kept" in r.getMessage()]) == 1


def test_what_is_dropped_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dropped.gradviz"
    write(path, Document(experiment=VALLEY))
    _drop(window, path)
    qtbot.waitUntil(lambda: window.session.experiment == VALLEY)
    table = tmp_path / "samples.csv"
    rows = "\n".join(f"{i},{i * i % 7},{'ab'[i % 2]}" for i in range(20))
    table.write_text(f"p,q,kind\n{rows}\n", encoding="utf-8")
    _drop(window, table)
    qtbot.waitUntil(lambda: window.session.experiment.network is not None)
    task = window.session.experiment.network
    assert task is not None
    assert task.table is not None
    assert task.table.name == "samples.csv"
    _settle(qtbot, window)
    window.documents.undo()
    assert window.session.experiment == VALLEY, "turning to the network was no edit of its own"
    assert not window.documents.history.can_undo
    window.documents.redo()
    assert window.session.experiment.network == task
    _settle(qtbot, window)


def test_a_bad_table_dropped_on_a_function_leaves_it_and_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.session.experiment
    table = tmp_path / "wide.csv"
    table.write_text(",".join(["1"] * 20_000) + "\n", encoding="utf-8")
    _drop(window, table)
    qtbot.waitUntil(window.banner.isVisible)
    (label,) = [w for w in window.banner.findChildren(QLabel) if "wide.csv" in w.text()]
    assert label.text().endswith("There are 20000 columns; there can be 1000.")
    assert window.session.experiment == before
    assert not window.documents.history.can_undo


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
    asked = _answers(monkeypatch, "fate_of_left", Answer.SAVE)
    assert offer_recovery(window.documents)
    assert "Untitled" in str(asked[0][0])
    assert window.session.experiment == VALLEY
    assert window.isWindowModified()
    assert recovery.leftovers() == []
    assert not offer_recovery(window.documents)
    _leave_behind(recovery, VALLEY)
    _answers(monkeypatch, "fate_of_left", Answer.CANCEL)
    assert not offer_recovery(window.documents)
    assert len(recovery.leftovers()) == 1, "no answer throws nothing away"
    _answers(monkeypatch, "fate_of_left", Answer.DISCARD)
    assert not offer_recovery(window.documents)
    assert recovery.leftovers() == [], "what is not wanted is gone"
    _settle(qtbot, window)


def _leave_behind(recovery: Recovery, experiment: Experiment, path: Path | None = None) -> None:
    place = recovery.open(path)
    place.save(Document(experiment=experiment))
    lock = place.file.with_suffix(".lock")
    found = json.loads(lock.read_text(encoding="utf-8"))
    lock.write_text(json.dumps({**found, "started": "never"}), encoding="utf-8")


def test_a_long_note_is_laid_out_when_typing_rests_and_no_more_than_its_beginning(
    window: MainWindow, qtbot: QtBot
) -> None:
    text = "word " * 100 + "\n\n"
    window.documents.set_note(text * (2 * MOST_SHOWN // len(text)))
    _action(window, "noteAction").trigger()
    (dialog,) = window.findChildren(NoteDialog)
    view = dialog.findChild(QTextBrowser, "noteView")
    assert 0.9 * MOST_SHOWN < len(view.toPlainText()) <= MOST_SHOWN
    assert any("its beginning" in label.text() for label in dialog.findChildren(QLabel))
    before = view.toPlainText()
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "noteEdit"), "New ")
    assert window.documents.note.startswith("New word")
    assert view.toPlainText() == before, "it waits until typing rests"
    qtbot.waitUntil(lambda: view.toPlainText().startswith("New word"))
    dialog.close()


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


def test_a_network_that_is_saved_is_not_modified_and_keeps_its_function(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.edit(h=1e-2)
    mine = window.session.experiment
    window.session.show_network(True)
    window.documents.save_as_to(tmp_path / "n.gradviz")
    assert not window.isWindowModified()
    window.documents.undo()
    window.documents.redo()
    window.session.show_network(False)
    assert window.session.experiment == mine
    _settle(qtbot, window)


def test_nothing_is_redone_after_what_is_being_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.session.edit(h=1e-2)
    window.documents.undo()
    window.session.set_formula_text("x0**4")
    window.documents.redo()
    assert window.session.experiment.formula == "x0**4"
    assert not window.documents.history.can_redo
    _settle(qtbot, window)


def test_what_is_undone_is_kept_for_no_crash(window: MainWindow, qtbot: QtBot) -> None:
    window.session.edit(h=1e-2)
    window.documents.autosaver.save()
    place = window.documents.autosaver.place
    assert place is not None
    assert place.file.exists()
    window.documents.undo()
    assert not place.file.exists()
    _settle(qtbot, window)


def test_what_is_kept_for_a_crash_is_written_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(Slot, "save", lambda *_: threads.append(threading.current_thread()))
    window.session.edit(h=1e-2)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threading.main_thread()


def test_work_is_kept_when_the_computer_is_shut_down(window: MainWindow) -> None:
    window.session.set_formula_text("x0**4")
    QGuiApplication.instance().commitDataRequest.emit(None)
    place = window.documents.autosaver.place
    assert place is not None
    assert read(place.file).experiment.formula == "x0**4"


def test_a_file_that_is_gone_is_told_of(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gone.gradviz"
    window.documents.save_as_to(path)
    path.unlink()
    window.documents.look_outside()
    assert window.banner.isVisible()
    assert window.isWindowModified()
    asked = _answers(monkeypatch, "wants", False)
    write(path, Document(experiment=VALLEY))
    window.documents.look_outside()
    assert len(asked) == 1
    path.unlink()
    assert window.documents.save()
    assert not window.isWindowModified()
    assert read(path).experiment == Experiment()


def test_saving_asks_before_it_replaces_what_another_program_wrote(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shared.gradviz"
    window.documents.save_as_to(path)
    window.session.edit(h=1e-2)
    write(path, Document(experiment=VALLEY))
    asked = _answers(monkeypatch, "wants", False)
    assert not window.documents.save()
    assert len(asked) == 1
    assert read(path).experiment == VALLEY
    _answers(monkeypatch, "wants", True)
    assert window.documents.save()
    assert read(path).experiment.h == 1e-2


@pytest.mark.parametrize(("typed", "saved"), [("run", "run"), ("lr 1.5", "lr 1.5")])
def test_a_file_is_named_as_one_and_replaces_none_unasked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, saved: str
) -> None:
    name = str(tmp_path / typed)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    path = tmp_path / f"{saved}.gradviz"
    assert window.documents.questions.path_to_save(None) == path
    path.touch()
    assert window.documents.questions.path_to_save(None) is None
    asked = _answers(monkeypatch, "wants", True)
    assert window.documents.questions.path_to_save(None) == path
    assert path.name in str(asked[0][0])


def test_what_crashes_left_is_offered_one_after_the_other(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = window.documents.autosaver.recovery
    _leave_behind(recovery, VALLEY)
    _leave_behind(recovery, replace(VALLEY, steps=7), tmp_path / "mine.gradviz")
    folder = recovery.leftovers()[0].file.parent
    (folder / "rubbish.gradviz").write_bytes(b"\x00\xff" * 100)
    (folder / "folder.gradviz").mkdir()
    answers = iter([Answer.DISCARD, Answer.SAVE])
    monkeypatch.setattr(FileQuestions, "fate_of_left", lambda *_: next(answers))
    assert offer_recovery(window.documents)
    assert window.session.experiment.formula == VALLEY.formula
    (folder / "rubbish.gradviz").unlink()
    (folder / "folder.gradviz").rmdir()
    assert recovery.leftovers() == []
    _settle(qtbot, window)


def test_what_a_crash_left_of_a_file_is_offered_when_the_file_is_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.gradviz"
    recovery = window.documents.autosaver.recovery
    _leave_behind(recovery, VALLEY, path)
    asked = _answers(monkeypatch, "fate_of_left", Answer.SAVE)
    assert not offer_recovery(window.documents, tmp_path / "other.gradviz")
    assert not asked
    assert offer_recovery(window.documents, tmp_path / "." / "mine.gradviz")
    assert window.session.experiment == VALLEY
    assert window.documents.path == path
    place = window.documents.autosaver.place
    assert place is not None
    assert place.file.exists(), "until it is saved it is kept"
    _settle(qtbot, window)


def test_a_recovery_folder_that_cannot_be_written_loses_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    recovery = window.documents.autosaver.recovery
    _leave_behind(recovery, VALLEY)
    _answers(monkeypatch, "fate_of_left", Answer.SAVE)
    with monkeypatch.context() as context:
        context.setattr(Recovery, "take", _refuse)
        assert offer_recovery(window.documents)
    assert window.session.experiment == VALLEY
    (left,) = recovery.leftovers()
    left.discard()
    _settle(qtbot, window)


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_reading_a_note_is_no_edit(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "note.gradviz"
    write(path, Document(note="one\r\ntwo\xa0three"))
    assert window.documents.open(path)
    assert (
        window.banner.accessibleName() == "“note.gradviz” comes with a note: Ctrl+Shift+N shows it."
    )
    _action(window, "noteAction").trigger()
    (dialog,) = window.findChildren(NoteDialog)
    window.session.edit(h=1e-2)
    window.documents.undo()
    assert window.documents.history.can_redo
    assert not window.isWindowModified()
    assert dialog.findChild(QTextBrowser, "noteView").toPlainText().startswith("one")
    dialog.close()
    window.documents.new()
    assert not window.banner.isVisible()


def test_a_note_loads_nothing(window: MainWindow) -> None:
    _action(window, "noteAction").trigger()
    (dialog,) = window.findChildren(NoteDialog)
    view = dialog.findChild(QTextBrowser, "noteView")
    assert view.loadResource(2, QUrl.fromLocalFile(__file__)) is None
    dialog.close()


def test_a_file_dropped_on_the_formula_is_left_to_the_window(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/x.gradviz")])
    editor = window.function.findChild(FormulaEditor)
    assert not editor.canInsertFromMimeData(mime)
    text = QMimeData()
    text.setText("x0")
    assert editor.canInsertFromMimeData(text)


def test_what_is_no_formula_yet_is_shown_as_it_was_left(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "half.gradviz"
    write(path, Document(experiment=VALLEY, typed="x0**2 +"))
    assert window.documents.open(path)
    editor = window.function.findChild(FormulaEditor)
    assert editor.toPlainText() == "x0**2 +"
    window.session.edit(steps=7)
    assert editor.toPlainText() == "x0**2 +"
    window.documents.history.release()
    window.session.set_formula_text("x0", immediate=True)
    window.documents.undo()
    assert editor.toPlainText() == "x0**2 +"
    _settle(qtbot, window)


def test_a_file_that_is_open_elsewhere_is_noticed(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "shared.gradviz"
    window.documents.save_as_to(path)
    assert not window.banner.isVisible(), "open here alone"
    elsewhere = window.documents.autosaver.recovery.open(tmp_path / "other.gradviz")
    window.documents.save_as_to(tmp_path / "other.gradviz")
    assert window.banner.isVisible()
    elsewhere.close()


def test_the_picture_is_copied_from_the_menu(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    _action(window, "copyPictureAction").trigger()
    picture = QGuiApplication.clipboard().image()
    assert picture.width() >= window.picture.view.width()
