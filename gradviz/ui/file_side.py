"""Files and edits in the window: menus, title, and what is dropped on it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAction, QDropEvent

from gradviz.ui.edit_words import edit_words
from gradviz.ui.file_questions import SUFFIX

if TYPE_CHECKING:
    from gradviz.document.edit_kinds import Edit
    from gradviz.ui.main_window import MainWindow

TABLES = frozenset({".csv", ".tsv"})


class FileSide(QObject):
    """Connects the actions of File and Edit to the documents of a window, and shows their state.

    Parameters
    ----------
    window : MainWindow
        It owns this object.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._documents, self._actions = window.documents, window.actions_
        self._connect()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._show()

    def _connect(self) -> None:
        documents, actions = self._documents, self._actions
        for action, slot in (
            (actions.new, documents.new),
            (actions.open, documents.ask_open),
            (actions.save, documents.save),
            (actions.save_as, documents.save_as),
            (actions.undo, documents.undo),
            (actions.redo, documents.redo),
            (actions.clear_recent, documents.recent.clear),
            (actions.note, self._open_note),
        ):
            action.triggered.connect(slot)
        documents.changed.connect(self._show)
        self._window.menus.recent.aboutToShow.connect(self._fill_recent)
        self._window.menus.recent.triggered.connect(self._open_recent)

    @Slot()
    def _show(self) -> None:
        documents, history = self._documents, self._documents.history
        self._window.setWindowTitle(f"{documents.name}[*] – GradViz")
        self._window.setWindowModified(history.is_modified)
        _name(self._actions.undo, self.tr("&Undo"), self.tr("&Undo {0}"), history.undone_next)
        _name(self._actions.redo, self.tr("&Redo"), self.tr("&Redo {0}"), history.redone_next)

    @Slot()
    def _open_note(self) -> None:
        from gradviz.ui.note_dialog import NoteDialog  # noqa: PLC0415 - on demand

        shown = self._window.findChild(NoteDialog)
        dialog = shown if shown is not None else NoteDialog(self._documents, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    @Slot()
    def _fill_recent(self) -> None:
        menu, paths = self._window.menus.recent, self._documents.recent.paths()
        menu.clear()
        for place, path in enumerate(paths, 1):
            action = menu.addAction(f"&{place % 10} {path.name.replace('&', '&&')}")
            action.setData(str(path))
            action.setToolTip(str(path))
        if paths:
            menu.addSeparator()
        menu.addAction(self._actions.clear_recent)
        self._actions.clear_recent.setEnabled(bool(paths))

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self._documents.open(Path(action.data()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's spelling)
        """Open what is dropped on the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDropEvent):
            if _dropped(event) is not None:
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = _dropped(event)
            if path is not None:
                event.acceptProposedAction()
                # later: a question would hold up the program that it was dragged from
                QTimer.singleShot(0, self, partial(self.open_any, path))
            return True
        return super().eventFilter(watched, event)

    def open_any(self, path: Path) -> None:
        """Open an experiment, or a table of samples as the data of a network."""
        if path.suffix.lower() in TABLES:
            self._window.network_side.data.open_file(path)
        else:
            self._documents.open(path)


def _name(action: QAction, bare: str, named: str, edit: Edit | None) -> None:
    action.setEnabled(edit is not None)
    action.setText(bare if edit is None else named.format(edit_words(edit)))


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, if the program opens such."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    wanted = {SUFFIX, *TABLES}
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in wanted else None
