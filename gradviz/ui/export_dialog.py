"""File > Export: what, at which scale, and where to; a fault is told in the dialog."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
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
from gradviz.export.pictures import SIZE, PictureError, save_pictures
from gradviz.export.tables import csv_parts
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from gradviz.plots.contour import ContourView
    from gradviz.plots.curves import CurveView
    from gradviz.ui.main_window import MainWindow

SCALE_LOW, SCALE_HIGH = 0.25, 8.0


class What(StrEnum):
    """What can be exported."""

    PICTURE = "contour"
    LOSS = "loss"
    NORM = "gradient-norm"
    ALL = "all"
    TRAJECTORIES = "trajectories"


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
        self._what = self._combo("exportWhatCombo", self.tr("What"), self._choices())
        self._format = self._combo("exportFormatCombo", self.tr("Format"), ())
        self._scale = NumberField(low=SCALE_LOW, high=SCALE_HIGH)
        self._scale.setObjectName("exportScaleField")
        self._scale.setAccessibleName(self.tr("Scale"))
        self._scale.setToolTip(self.tr("Pixels of the picture for each pixel of the screen"))
        self._scale.set_value(2.0)
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

    def _choices(self) -> tuple[tuple[str, object], ...]:
        return (
            (self.tr("The picture"), What.PICTURE),
            (self.tr("The loss curves"), What.LOSS),
            (self.tr("The gradient norm curves"), What.NORM),
            (self.tr("All views in one figure"), What.ALL),
            (self.tr("The trajectories as a table"), What.TRAJECTORIES),
        )

    def _combo(self, name: str, label: str, items: tuple[tuple[str, object], ...]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(label)
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
        column.addWidget(self._message)
        column.addWidget(buttons)
        self.setMinimumWidth(360)

    def _chosen(self) -> What:
        return What(self._what.currentData())  # Qt keeps the plain string

    def _show_formats(self) -> None:
        table = self._chosen() is What.TRAJECTORIES
        self._format.clear()
        for name in ("CSV",) if table else ("PNG", "SVG"):
            self._format.addItem(name, name.lower())
        self._show_scale()

    def _show_scale(self) -> None:
        self._scale.setEnabled(self._format.currentData() == "png")

    def _choose_file(self) -> None:
        suffix = self._format.currentData()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposal = Path(folder) / f"gradviz-{self._chosen()}.{suffix}"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(proposal), f"{suffix.upper()} (*.{suffix})"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write what is chosen to `path`; a fault is told here, and the old file stays whole."""
        if not path.suffix:
            path = path.with_suffix(f".{self._format.currentData()}")
        try:
            self._write(path)
        except (WriteError, PictureError) as fault:
            self._message.setText(str(fault))
            self._message.show()
            return
        self._window.banner.tell(self.tr("Exported to {0}").format(path), good=True)
        self.accept()

    def _write(self, path: Path) -> None:
        what, window = self._chosen(), self._window
        results = window.session.results
        if what is What.TRAJECTORIES:
            if results is not None:
                write_text(path, csv_parts(results))
            return
        views: dict[object, list[ContourView | CurveView]] = {
            What.PICTURE: [window.picture.view],
            What.LOSS: [window.loss.view],
            What.NORM: [window.norm.view],
            What.ALL: [window.picture.view, window.loss.view, window.norm.view],
        }
        chosen = views[what]
        scale = float(self._scale.value() or 1.0)
        view = chosen[0]
        size = SIZE if what is What.ALL else (view.width(), view.height())
        save_pictures([view.picture for view in chosen], path, size=size, scale=scale)
