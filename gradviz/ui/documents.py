"""The document of a window: new, opened, saved, undone; nothing is lost without a question."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence

from gradviz.core.coded_error import CodedError
from gradviz.document.document import Document
from gradviz.document.edit_names import edit_between
from gradviz.document.history import History
from gradviz.ui.drags import Drags
from gradviz.ui.file_questions import Answer, FileQuestions
from gradviz.ui.recent_files import RecentFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gradviz.document.edit_kinds import Edit
    from gradviz.document.file_stamp import Stamp
    from gradviz.model.session import Session
    from gradviz.ui.autosaver import Autosaver
    from gradviz.ui.main_window import MainWindow


class Documents(QObject):
    """Follows the session with a history, and carries documents to files and back.

    Parameters
    ----------
    window : MainWindow
        Whose document it is; it owns this object.
    """

    changed = Signal()
    """File, history or whether anything is not saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.path: Path | None = None
        self.note = ""
        self.questions = FileQuestions(window)
        self.recent = RecentFiles()
        self._stamp: Stamp | None = None
        self._is_showing = False
        self._is_asking = False
        self._given: Edit | None = None
        self._autosaver: Autosaver | None = None
        self.history = History(self.current())
        self._drags = Drags(lambda: self.history, self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.keep)
        for signal in (
            self._session.experimentChanged,
            self._session.displayChanged,
            self._session.formulaRejected,
            self._session.formulaAccepted,
        ):
            signal.connect(self._record)

    @property
    def autosaver(self) -> Autosaver:
        """Keeps what is not saved, made with the first edit."""
        if self._autosaver is None:
            from gradviz.ui.autosaver import Autosaver  # noqa: PLC0415 - an untouched window needs none

            self._autosaver = Autosaver(self.current, self)
            self._autosaver.failed.connect(self._tell_unkept)
        return self._autosaver

    @Slot(object)
    def _tell_unkept(self, error: Exception) -> None:
        """Say that nothing but saving keeps the document."""
        from gradviz.document.atomic import reason  # noqa: PLC0415 - rarely needed
        from gradviz.ui.error_words import value_words  # noqa: PLC0415

        sentence = self.tr("A crash would lose what is not saved: it cannot be kept ({0}).")
        why = error.values.get("why") if isinstance(error, CodedError) else None
        self._window.banner.tell(sentence.format(value_words(why or reason(error))))

    @property
    def name(self) -> str:
        """What the document is called in the title."""
        return self.path.name if self.path is not None else self.tr("Untitled")

    def current(self) -> Document:
        """Return the document as it is now."""
        session, playback = self._session, self._window.playback
        return Document(
            experiment=session.experiment,
            other=session.other,
            typed=session.formula_text if session.formula_error is not None else None,
            display=session.display,
            view=self._window.picture.shown,
            step=None if playback.step >= playback.length else playback.step,
            selected=session.selected_run,
            note=self.note,
        )

    def set_note(self, text: str) -> None:
        """Take what was written about the experiment."""
        if text != self.note:
            self.note = text
            self._record()

    @contextmanager
    def naming(self, edit: Edit) -> Iterator[None]:
        """Call whatever is edited meanwhile `edit`, not by what it changes."""
        self._given = edit
        try:
            yield
        finally:
            self._given = None

    @Slot()
    def undo(self) -> None:
        """Take the last edit back."""
        self._session.flush()
        if self.history.can_undo:
            self._show_content(self.history.undo())
            self._note_state()

    @Slot()
    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._session.flush()  # what is typed is an edit: nothing is to be redone after it
        if self.history.can_redo:
            self._show_content(self.history.redo())
            self._note_state()

    @Slot()
    def new(self) -> None:
        """Begin with the first experiment, once the present one may go."""
        if self.may_go():
            self._begin(Document(), None)

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file and open it."""
        if self.may_go():
            path = self.questions.path_to_open(self.path.parent if self.path else None)
            if path is not None:
                self._read(path)

    def open(self, path: Path) -> bool:
        """Open a file, once the present document may go; return whether it is open."""
        return self.may_go() and self._read(path)

    @Slot()
    def save(self) -> bool:
        """Save where the document belongs; ask where that is, if nowhere yet."""
        if self.path is None:
            return self.save_as()
        return self._may_replace(self.path) and self.save_as_to(self.path)

    def _may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that another program has changed."""
        from gradviz.document.file_stamp import stamp_of  # noqa: PLC0415 - only with files

        return stamp_of(path) in {None, self._stamp} or self.questions.wants(
            self.tr("“{0}” was changed by another program.").format(self.name),
            self.tr("Saving gives up what that program has written."),
            self.tr("Save Anyway"),
            self.tr("Cancel"),
        )

    @Slot()
    def save_as(self) -> bool:
        """Ask for a file and save there."""
        path = self.questions.path_to_save(self.path)
        return path is not None and self.save_as_to(path)

    def may_go(self) -> bool:
        """Return whether the document may be left: saved, nothing to save, or not wanted."""
        self._session.flush()
        if not self.history.is_modified:
            return True
        answer = self.questions.fate(self.name)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def adopt(self, document: Document, path: Path | None) -> None:
        """Show a document that no file holds, such as one that a crash left."""
        place = self.autosaver.place
        self._begin(document, path, keeps=place is not None)
        self._mark_unsaved()

    def take_over(self, other: Documents) -> None:
        """Go on where another window's documents are: it is made anew, as in another language."""
        other._session.flush()
        document = other.current()
        self.path, self._stamp = other.path, other._stamp
        self._show_content(document, other._session)
        self._window.picture.show_view(document.view)
        self._window.playback.go_to(document.step)
        self.history = other.history
        if other._autosaver is not None:
            self.autosaver.take_over(other._autosaver)
        other.close()
        self._note_state()

    @Slot()
    def keep(self) -> None:
        """Keep what is not saved, now: the computer is about to be shut down."""
        self._session.flush()
        if self.history.is_modified:
            self.autosaver.save()

    def close(self) -> None:
        """Leave nothing behind for a recovery."""
        self._drags.stop()
        if self._autosaver is not None:
            self._autosaver.close()

    @Slot()
    def look_outside(self) -> None:
        """Ask what to do about a file that another program has changed or removed."""
        from gradviz.document.file_stamp import stamp_of  # noqa: PLC0415 - only with files

        if self.path is None or self._is_asking:
            return
        stamp = stamp_of(self.path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        if stamp is None:
            self._tell_gone()
        else:
            self._ask_changed(self.path)

    def _tell_gone(self) -> None:
        """Say that the document is nowhere but here."""
        sentence = self.tr("“{0}” is no longer where it was: save it to keep it.")
        self._window.banner.tell(sentence.format(self.name))
        self._mark_unsaved()

    def _mark_unsaved(self) -> None:
        self.history.mark_unsaved()
        self._note_state()

    def _ask_changed(self, path: Path) -> None:
        self._is_asking = True
        wants = self.questions.wants(
            self.tr("“{0}” was changed by another program.").format(self.name),
            self.tr("Opening it again gives up what is not saved here."),
            self.tr("Open Again"),
            self.tr("Keep This"),
        )
        self._is_asking = False
        if not (wants and self._read(path)):
            self._mark_unsaved()

    def _read(self, path: Path) -> bool:
        from gradviz.document.file_errors import FileError  # noqa: PLC0415 - only with files
        from gradviz.document.files import read  # noqa: PLC0415
        from gradviz.ui.error_words import coded_sentence  # noqa: PLC0415

        path = path.absolute()
        try:
            document = read(path)
        except FileError as error:
            sentence = self.tr("“{0}” cannot be opened.").format(path.name)
            self.questions.tell(f"{sentence}\n{coded_sentence(error)}")
            return False
        is_shared = self._is_shared(path)
        self._begin(document, path)
        self.autosaver.hold(path)
        if is_shared:
            self._tell_shared(path)
        else:
            self._tell_of_note(document, path)
        return True

    def _tell_of_note(self, document: Document, path: Path) -> None:
        """Say that there is something to read: nothing else in the window shows it."""
        if document.note.strip():
            native = QKeySequence.SequenceFormat.NativeText
            keys = self._window.actions_.note.shortcut().toString(native)
            sentence = self.tr("“{0}” comes with a note: {1} shows it.")
            self._window.banner.tell(sentence.format(path.name, keys), good=True)

    def _is_shared(self, path: Path) -> bool:
        return self.autosaver.recovery.is_open(path, besides=self.autosaver.place)

    def _tell_shared(self, path: Path) -> None:
        sentence = self.tr("“{0}” is open in another window too: who saves last, wins.")
        self._window.banner.tell(sentence.format(path.name))

    def save_as_to(self, path: Path) -> bool:
        """Save to a file, where the document belongs from now on; return whether it is saved."""
        from gradviz.document.file_errors import FileError  # noqa: PLC0415 - only with files
        from gradviz.document.files import write  # noqa: PLC0415
        from gradviz.ui.error_words import coded_sentence  # noqa: PLC0415

        self._session.flush()
        self._record()
        path, document = path.absolute(), self.current()
        try:
            write(path, document)
        except FileError as error:
            self.questions.tell(coded_sentence(error))
            return False
        self.history.mark_saved(document)
        if self._is_shared(path):
            self._tell_shared(path)
        self._belong_to(path)
        self.autosaver.hold(path)
        self.changed.emit()
        return True

    def _begin(self, document: Document, path: Path | None, *, keeps: bool = False) -> None:
        """Show a document from its beginning: view and cursor as they were left, no history."""
        self._window.playback.pause()
        self._window.banner.forget_news()
        self._show_content(document)
        self._window.picture.show_view(document.view)
        self._window.playback.go_to(document.step)
        self.history.reset(self.current())
        self._belong_to(path)
        if self._autosaver is not None and not keeps:
            self._autosaver.belong_to(path)
        self.changed.emit()

    def _belong_to(self, path: Path | None) -> None:
        from gradviz.document.file_stamp import stamp_of  # noqa: PLC0415 - only with files

        self.path = path
        self._stamp = None if path is None else stamp_of(path)
        if path is not None:
            self.recent.add(path)

    def _show_content(self, document: Document, before: Session | None = None) -> None:
        self._is_showing = True
        try:
            self.note = document.note
            if before is None:
                self._session.show(document)
            else:
                self._session.take_over(before, document)
        finally:
            self._is_showing = False

    @Slot()
    def _record(self) -> None:
        """Take what has changed into the history, unless it comes from there."""
        if self._is_showing:
            return
        document, before = self.current(), self.history.document
        edit = edit_between(before, document)
        if edit is None and document == before:
            return
        if edit is not None and self._given is not None:
            edit = self._given
        if edit is not None:
            self._drags.note_edit()
        self.history.record(document, edit, time.monotonic())
        if edit is not None:
            self._note_state()

    def _note_state(self) -> None:
        if self.history.is_modified:
            self.autosaver.note_edit()
        elif self._autosaver is not None:
            self._autosaver.forget()
        self.changed.emit()
