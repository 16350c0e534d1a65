"""File > Export: what, at which scale, and where to; a fault is told in the dialog."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from gradviz.export.files import WriteError, write_text
from gradviz.export.pictures import PictureError, save_pictures
from gradviz.export.sheet import Sheet
from gradviz.plots.surface_picture import SurfacePicture
from gradviz.ui.error_words import write_sentence
from gradviz.ui.exports import TABLES, What, exports_of, nothing_yet
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.ui.main_window import MainWindow

SCALE_LOW, SCALE_HIGH = 0.25, 8.0


class ExportDialog(QDialog):
    """Asks what to export, then for a file; the last choice of a folder is kept.

    Parameters
    ----------
    window : MainWindow
        Whose views and results are exported.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._exports = exports_of(window)
        what = self.tr("What is written into the file")
        how = self.tr("PNG: an image; SVG: a drawing of lines and words; CSV: a table of numbers")
        self._what = self._combo(
            "exportWhatCombo", (self.tr("What"), what), self._exports.choices()
        )
        self._format = self._combo("exportFormatCombo", (self.tr("Format"), how), ())
        self._scale = NumberField(low=SCALE_LOW, high=SCALE_HIGH)
        self._scale.setObjectName("exportScaleField")
        self._scale.setAccessibleName(self.tr("Scale"))
        self._scale.setToolTip(self.tr("Pixels of the picture for each pixel of the screen"))
        self._scale.set_value(2.0)
        self._note = QLabel(
            self.tr("The surface becomes an image in the SVG, axes and words do not.")
        )
        self._note.setObjectName("exportNote")
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)
        self._message = QLabel()
        self._message.setObjectName("exportMessage")
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self._message.hide()
        self._lay_out()
        self._what.currentIndexChanged.connect(self._show_formats)
        self._format.currentIndexChanged.connect(self._show_scale)
        self._show_formats()

    @classmethod
    def open_for(cls, window: MainWindow) -> ExportDialog:
        """Open the dialog over `window` without blocking it."""
        dialog = cls(window)
        dialog.open()
        return dialog

    def _combo(
        self, name: str, words: tuple[str, str], items: tuple[tuple[str, What], ...]
    ) -> QComboBox:
        """Return a choice with its name and what it is about."""
        label, tip = words
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
        combo.setAccessibleDescription(tip)
        combo.setToolTip(tip)
        for text, data in items:
            combo.addItem(text, data)
        return combo

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("What"), self._what)
        form.addRow(self.tr("Format"), self._format)
        form.addRow(self.tr("Scale"), self._scale)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.addButton(
            self.tr("Choose file…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.rejected.connect(self.reject)
        buttons.accepted.connect(self._choose_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._message)
        column.addWidget(buttons)
        self.setMinimumWidth(360)

    def _chosen(self) -> What:
        return What(self._what.currentData())  # Qt keeps the plain string

    def _show_formats(self) -> None:
        self._format.clear()
        for name in ("CSV",) if self._chosen() in TABLES else ("PNG", "SVG"):
            self._format.addItem(name, name.lower())
        self._show_scale()

    def _show_scale(self) -> None:
        self._scale.setEnabled(self._format.currentData() == "png")
        what = self._chosen()
        surface = what is What.PICTURE and isinstance(
            self._exports.view(what).picture, SurfacePicture
        )
        self._note.setVisible(surface and self._format.currentData() == "svg")

    def _choose_file(self) -> None:
        suffix = self._format.currentData()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        what = self._chosen()
        name = self._window.picture.shown if what is What.PICTURE else what
        proposal = Path(folder) / f"gradviz-{name}.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(proposal), f"{suffix.upper()} (*.{suffix})"
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write what is chosen to `path`; a fault is told here, and the old file stays whole."""
        if not path.suffix:
            path = path.with_suffix(f".{self._format.currentData()}")
        try:
            with _waiting():
                self._write(path)
        except (WriteError, PictureError) as fault:
            told = write_sentence(fault) if isinstance(fault, WriteError) else str(fault)
            self._message.setText(told)
            self._message.show()
            return
        self._window.banner.tell(self.tr("Exported to {0}").format(path), good=True)
        self.accept()

    def _write(self, path: Path) -> None:
        what, exports = self._chosen(), self._exports
        if what in TABLES:
            write_text(path, exports.text(what))
        elif what is What.ALL:
            with exports.pictures() as pictures:
                save_pictures(pictures, path, Sheet(size=exports.all_size, scale=self._factor))
        elif self._window.session.results is None:
            raise nothing_yet()
        else:
            view = exports.view(what)
            size = (view.width(), view.height())
            save_pictures([view.picture], path, Sheet(size=size, scale=self._factor))

    @property
    def _factor(self) -> float:
        """Pixels of the file to each pixel of the screen."""
        return float(self._scale.value() or 1.0)


@contextmanager
def _waiting() -> Iterator[None]:
    """Show that it takes a moment."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
