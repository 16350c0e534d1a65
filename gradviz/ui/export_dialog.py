"""File > Export: what, how large, and where to; a fault is told in the dialog."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)

from gradviz.export.encoders import PictureError
from gradviz.export.movies import MOST_FRAMES
from gradviz.model.timers import single_shot
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.export_choices import Colours, Kind, remember, remembered
from gradviz.ui.export_faults import fault_sentence
from gradviz.ui.export_form import ExportForm
from gradviz.ui.export_job import Job
from gradviz.ui.export_maker import ExportMaker
from gradviz.ui.export_preview import ExportPreview
from gradviz.ui.exports import exports_of
from gradviz.ui.file_questions import FileQuestions
from gradviz.ui.folders import documents

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from gradviz.ui.exports import Exports
    from gradviz.ui.main_window import MainWindow

QUICK: Final = 300
"""Milliseconds that pass without a word; of what takes longer it is told how far it is."""
_SOON: Final = 150
"""Milliseconds after a change before the preview follows it."""
_WHOLE: Final = 1000


class ExportDialog(QDialog):
    """Asks what to export, then for a file; choices and folder are kept for the next time.

    Parameters
    ----------
    window : MainWindow
        Over which it stands.
    exports : Exports
        What there is to export.
    """

    def __init__(self, window: MainWindow, exports: Exports) -> None:
        super().__init__(window)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._exports = exports
        self._job: Job | None = None
        self._path = Path()
        self.form = ExportForm(self._exports, remembered())
        self.preview = ExportPreview()
        self._shower: Job | None = None
        self._soon = single_shot(self, _SOON, self._preview)
        self._late = single_shot(self, QUICK, self._show_bar)
        self._build_foot()
        self._lay_out()
        self.form.changed.connect(self._follow)
        self._follow()

    @classmethod
    def open_for(cls, window: MainWindow) -> ExportDialog | None:
        """Open the dialog over `window` without blocking it; None if there is nothing yet."""
        try:
            exports = exports_of(window)
        except PictureError as fault:
            window.banner.tell(str(fault))
            return None
        dialog = cls(window, exports)
        dialog.open()
        return dialog

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    @property
    def is_settled(self) -> bool:
        """Whether the preview shows what is chosen."""
        return self._shower is None and not self._soon.isActive()

    # --- parts

    def _build_foot(self) -> None:
        self._message = QLabel()
        self._message.setObjectName("exportMessage")
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self._message.hide()
        self._bar = QProgressBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setAccessibleName(self.tr("How much is done"))
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = self._buttons.addButton(
            self.tr("Choose file…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._save.setObjectName("exportSaveButton")
        self._save.setDefault(True)
        self._buttons.rejected.connect(self.reject)
        self._buttons.accepted.connect(self._choose_file)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addLayout(left)
        both.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(both, 1)
        column.addWidget(self._message)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)
        self.form.setFixedWidth(348)
        self.resize(860, 520)

    # --- what follows from what is chosen

    def _follow(self) -> None:
        self._message.hide()
        self._save.setEnabled(not self._missing())
        self._tell_missing()
        self._stop_preview()
        self._soon.start()

    def _missing(self) -> str:
        """Return why nothing can be written; "" if something can."""
        if self.form.kind in {Kind.PICTURE, Kind.MOVIE} and not self.form.keys:
            return self.tr("Tick a picture.")
        if self.form.kind is Kind.MOVIE and not self.form.cut.is_possible:
            words = self.tr("The last step has to come after the first, and {0} frames are most.")
            return words.format(MOST_FRAMES)
        return ""

    def _tell_missing(self) -> None:
        if self._missing():
            self._tell(self._missing())

    def _tell(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.show()

    def _maker(self) -> ExportMaker:
        """Return what makes what is chosen now."""
        themes = {Colours.LIGHT: LIGHT, Colours.DARK: DARK}
        theme = themes.get(self.form.choices.colours, self._window.theme)
        return ExportMaker(self._exports, self.form, theme)

    # --- the preview

    def _preview(self) -> None:
        if self._missing():
            return
        self._shower = Job(self._maker().preview(self.preview), self)
        self._shower.ended.connect(self._end_preview)
        self._shower.start()

    def _end_preview(self, fault: Exception | None) -> None:
        self._shower = None
        if isinstance(fault, Exception):
            self._tell(fault_sentence(fault))

    def _stop_preview(self) -> None:
        if self._shower is not None:
            self._shower.cancel()
            self._shower = None

    # --- writing

    def _choose_file(self) -> None:
        suffix = self.form.choices.suffix
        proposal = self._folder / self.proposal
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(proposal), f"{suffix.upper()} (*.{suffix})"
        )
        if chosen:
            path = self._named(Path(chosen))
            # whether a name that was typed in full may be replaced was asked with it
            if str(path) == chosen or not path.exists() or FileQuestions(self).may_replace(path):
                self.export_to(path)

    def _named(self, path: Path) -> Path:
        """Return a path whose name tells what the file is."""
        return path if path.suffix else path.with_suffix(f".{self.form.choices.suffix}")

    @property
    def proposal(self) -> str:
        """The name that a file gets if nobody gives another."""
        form, saved = self.form, self._window.documents.path
        what = {Kind.TABLE: str(form.table), Kind.SCRIPT: "experiment"}.get(form.kind)
        if what is None:
            what = str(form.keys[0]) if len(form.keys) == 1 else "figure"
        return f"{saved.stem if saved is not None else 'gradviz'}-{what}.{form.choices.suffix}"

    @property
    def _folder(self) -> Path:
        """Where the last file went, or else beside what is exported."""
        last, saved = self.form.choices.folder, self._window.documents.path
        if last and Path(last).is_dir():
            return Path(last)
        return saved.parent if saved is not None else documents()

    def export_to(self, path: Path) -> None:
        """Write what is chosen to `path`; a fault is told here, and the old file stays whole."""
        self._stop_preview()
        self._soon.stop()
        self._path = self._named(path)
        self._message.hide()
        self._lock(is_busy=True)
        self._job = Job(self._maker().file(self._path), self)
        self._job.progressed.connect(self._show_progress)
        self._job.ended.connect(self._end)
        self._job.start()

    # --- how it goes

    def _lock(self, *, is_busy: bool) -> None:
        self.form.setEnabled(not is_busy)
        self._save.setEnabled(not is_busy)
        self._bar.setValue(0)
        self._bar.hide()
        self._late.stop()
        if is_busy:
            self._late.start()

    def _show_bar(self) -> None:
        self._bar.setVisible(self.is_busy)

    def _show_progress(self, done: float) -> None:
        self._bar.setValue(round(done * _WHOLE))

    def _end(self, fault: Exception | None) -> None:
        self._job = None
        self._lock(is_busy=False)
        if isinstance(fault, Exception):
            self._tell(fault_sentence(fault))
            return
        remember(replace(self.form.choices, folder=str(self._path.parent)))
        self._window.banner.tell(self.tr("Exported to {0}").format(self._path), good=True)
        self.accept()

    def reject(self) -> None:
        """Break off what is being written, or else close."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._lock(is_busy=False)
            self._tell(self.tr("Nothing was written."))
            return
        super().reject()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """End all that works for the dialog, unless it is only out of sight."""
        if event.spontaneous():
            return
        self._soon.stop()
        self._late.stop()
        self._stop_preview()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._exports.close()
        super().hideEvent(event)
