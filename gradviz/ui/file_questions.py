"""What the user is asked about files, in windows over the main one."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gradviz.ui.folders import documents

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SUFFIX = ".gradviz"


class Answer(Enum):
    """What becomes of work that was not saved, or that a crash left."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class FileQuestions(QObject):
    """Asks, and waits for the answer.

    Parameters
    ----------
    window : QWidget
        Over which it asks.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def path_to_open(self, folder: Path | None) -> Path | None:
        """Ask which file to open; None if none."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open Experiment"), str(folder or documents()), self._filter()
        )
        return Path(name) if name else None

    def path_to_save(self, suggested: Path | None) -> Path | None:
        """Ask where to save; None if nowhere."""
        start = suggested or documents() / (self.tr("experiment") + SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save Experiment"), str(start), self._filter()
        )
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == SUFFIX:
            return path
        named = path.with_name(path.name + SUFFIX)
        return named if not named.exists() or self.may_replace(named) else None

    def may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that nobody has named in full."""
        return self.wants(
            self.tr("There is a file “{0}” already.").format(path.name),
            self.tr("What it holds is given up."),
            self.tr("Replace"),
            self.tr("Cancel"),
        )

    def _filter(self) -> str:
        return self.tr("Experiments (*{0})").format(SUFFIX)

    def fate(self, name: str) -> Answer:
        """Ask what becomes of changes that were not saved."""
        buttons = QMessageBox.StandardButton
        box = self._box(
            self.tr("Save the changes to “{0}”?").format(name),
            self.tr("What is not saved is lost."),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        answers = {int(buttons.Save): Answer.SAVE, int(buttons.Discard): Answer.DISCARD}
        return answers.get(box.exec(), Answer.CANCEL)

    def fate_of_left(self, sentence: str, more: str) -> Answer:
        """Ask what becomes of what a crash left; to close the question is no answer."""
        box = self._box(sentence, more, QMessageBox.StandardButton.NoButton)
        back = box.addButton(self.tr("Bring Back"), QMessageBox.ButtonRole.AcceptRole)
        away = box.addButton(self.tr("Throw Away"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(self.tr("Not Now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(later)
        box.exec()
        clicked = box.clickedButton()
        if clicked is back:
            return Answer.SAVE
        return Answer.DISCARD if clicked is away else Answer.CANCEL

    def wants(self, sentence: str, more: str, yes: str, no: str) -> bool:
        """Ask a question that is answered by one of two buttons."""
        box = self._box(sentence, more, QMessageBox.StandardButton.NoButton)
        chosen = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(chosen)
        box.exec()
        return box.clickedButton() is chosen

    def tell(self, sentence: str) -> None:
        """Tell of something that cannot be done."""
        self._box(sentence, "", QMessageBox.StandardButton.Ok).exec()

    def _box(
        self,
        sentence: str,
        more: str,
        buttons: QMessageBox.StandardButton,
        default: QMessageBox.StandardButton = QMessageBox.StandardButton.NoButton,
    ) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle("GradViz")
        box.setText(sentence)
        box.setInformativeText(more)
        box.setStandardButtons(buttons)
        box.setDefaultButton(default)
        return box
