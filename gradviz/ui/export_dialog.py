"""File > Export: what, how large, and where to; a fault is told in the dialog."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)
from shiboken6 import isValid

from gradviz.core.coded_error import CodedError
from gradviz.export.datasets import NoTableError, TableFormat, table_parts
from gradviz.export.encoders import PictureError, image_of
from gradviz.export.figure import figure_of
from gradviz.export.files import WriteError, write_bytes
from gradviz.export.film import Film, inks_of
from gradviz.export.movies import MOST_FRAMES, MovieError, check_size, suffix_of
from gradviz.export.pictures import save_pictures
from gradviz.export.script import script_of, write_script
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.error_words import coded_sentence, write_sentence
from gradviz.ui.export_choices import Colours, Kind, remember, remembered
from gradviz.ui.export_form import ExportForm
from gradviz.ui.export_job import Job, Slices, in_thread, movie_slices, stoppable
from gradviz.ui.export_preview import ExportPreview
from gradviz.ui.exports import exports_of

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from gradviz.export.datasets import TableSource
    from gradviz.export.figure import Figure
    from gradviz.export.sheet import Sheet
    from gradviz.plots.themes import Theme
    from gradviz.ui.exports import Exports
    from gradviz.ui.main_window import MainWindow

QUICK: Final = 300
"""Milliseconds that pass without a word; of what takes longer it is told how far it is."""
_SOON: Final = 150
"""Milliseconds after a change before the preview follows it."""
_PREVIEW_PARTS: Final = 8
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
        self._experiment = self._exports.outcome.experiment
        self._job: Job | None = None
        self._path = Path()
        self.form = ExportForm(self._exports, remembered())
        self.preview = ExportPreview()
        self._shower: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._preview)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(QUICK)
        self._late.timeout.connect(self._show_bar)
        self._build_foot()
        self._lay_out()
        self.form.changed.connect(self._follow)
        self._soon.start(0)
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

    @property
    def _theme(self) -> Theme:
        themes = {Colours.LIGHT: LIGHT, Colours.DARK: DARK}
        return themes.get(self.form.choices.colours, self._window.theme)

    # --- the preview

    def _preview(self) -> None:
        if self._missing():
            return
        self._shower = Job(self._preview_slices(), self)
        self._shower.ended.connect(self._end_preview)
        self._shower.start()

    def _preview_slices(self) -> Slices:
        kind = self.form.kind
        if kind is Kind.SCRIPT:
            self.preview.show_text(script_of(self._experiment).text)
            return
        if kind is Kind.TABLE:
            parts = table_parts(self._source(), self.form.table, TableFormat.CSV)
            some = b"".join(part[:4000] for part in islice(parts, _PREVIEW_PARTS))
            self.preview.show_text(some.decode("utf-8", "replace"))
            return
        yield from self._picture_slices()
        sheet = self.form.sheet
        if sheet.is_possible:
            room, (width, height) = self.preview.room, sheet.extent
            small = replace(sheet, scale=min(room.width() / width, room.height() / height))
            self.preview.show_image(image_of(self._figure(small), small))

    def _end_preview(self, fault: Exception | None) -> None:
        self._shower = None
        if isinstance(fault, Exception):
            self._tell(self._worded(fault))

    def _stop_preview(self) -> None:
        if self._shower is not None:
            self._shower.cancel()
            self._shower = None

    # --- writing

    def _choose_file(self) -> None:
        choices, suffix = self.form.choices, self.form.choices.suffix
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = choices.folder if Path(choices.folder).is_dir() else ""
        proposal = Path(folder or QStandardPaths.writableLocation(documents)) / self.proposal
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(proposal), f"{suffix.upper()} (*.{suffix})"
        )
        if chosen:
            self.export_to(Path(chosen))

    @property
    def proposal(self) -> str:
        """The name that a file gets if nobody gives another."""
        form = self.form
        what = {Kind.TABLE: str(form.table), Kind.SCRIPT: "experiment"}.get(form.kind)
        if what is None:
            what = str(form.keys[0]) if len(form.keys) == 1 else "figure"
        return f"gradviz-{what}.{form.choices.suffix}"

    def export_to(self, path: Path) -> None:
        """Write what is chosen to `path`; a fault is told here, and the old file stays whole."""
        self._stop_preview()
        self._soon.stop()
        self._path = path if path.suffix else path.with_suffix(f".{self.form.choices.suffix}")
        self._message.hide()
        self._lock(is_busy=True)
        makers = {
            Kind.PICTURE: self._write_picture,
            Kind.MOVIE: self._write_movie,
            Kind.TABLE: self._write_table,
            Kind.SCRIPT: self._write_script,
        }
        self._job = Job(makers[self.form.kind](self._path), self)
        self._job.progressed.connect(self._show_progress)
        self._job.ended.connect(self._end)
        self._job.start()

    def _picture_slices(self) -> Slices:
        """Make the pictures that are ticked, one in each slice."""
        keys, size = self.form.keys, self.form.sheet.extent
        for number in range(len(keys)):
            self._exports.pictures(keys[: number + 1], size)
            yield number / len(keys)
        self._exports.pictures(keys, size)

    def _figure(self, sheet: Sheet) -> Figure:
        made = self._exports.figure(self.form.keys, self.form.sheet.extent)
        return figure_of([*made.values()], sheet, self._theme)

    def _write_picture(self, path: Path) -> Slices:
        yield from self._picture_slices()
        sheet = self.form.sheet
        made = self._exports.figure(self.form.keys, sheet.extent)
        save_pictures([*made.values()], path, sheet, self._theme)

    def _write_movie(self, path: Path) -> Slices:
        sheet, cut, into = self.form.sheet, self.form.cut, list[bytes]()
        check_size(*sheet.pixels, len(cut.steps))
        yield from self._picture_slices()
        made = self._exports.figure(self.form.keys, sheet.extent)
        film = Film(self._exports.takes(made, sheet.extent), sheet, self._theme)
        suffix = suffix_of(path) or f".{self.form.choices.movie}"
        yield from movie_slices(film, cut, suffix, inks_of(self._theme), into)
        write_bytes(path, into)

    def _write_table(self, path: Path) -> Slices:
        named = path.suffix.lower().removeprefix(".")
        form = TableFormat(named) if named in set(TableFormat) else self.form.choices.table
        parts = table_parts(self._source(), self.form.table, form)
        yield from in_thread(lambda stopped: write_bytes(path, stoppable(parts, stopped)))

    def _write_script(self, path: Path) -> Slices:
        yield from in_thread(lambda _stopped: write_script(path, self._experiment))

    def _source(self) -> TableSource:
        return self._exports.source(self.form.steps)

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
        if not isValid(self._save):  # it was closed while a picture of OpenGL was drawn
            return
        self._lock(is_busy=False)
        if isinstance(fault, Exception):
            self._tell(self._worded(fault))
            return
        remember(replace(self.form.choices, folder=str(self._path.parent)))
        self._window.banner.tell(self.tr("Exported to {0}").format(self._path), good=True)
        self.accept()

    def _worded(self, fault: Exception) -> str:
        """Return what went wrong as a sentence; what nobody expects is raised again."""
        if isinstance(fault, WriteError):
            return write_sentence(fault)
        if isinstance(fault, MovieError):
            words = self.tr(
                "{0} frames of {1} by {2} pixels are too many; take fewer steps, or a smaller size."
            )
            return words.format(fault.count, fault.width, fault.height)
        if isinstance(fault, NoTableError):
            return self.tr("There is nothing to export yet.")
        if isinstance(fault, CodedError):
            return coded_sentence(fault)
        if isinstance(fault, MemoryError):
            return self.tr("There is not enough memory.")
        if isinstance(fault, ModuleNotFoundError):
            return self.tr("{0} is not installed.").format(fault.name)
        if isinstance(fault, PictureError):
            return str(fault)
        raise fault

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
