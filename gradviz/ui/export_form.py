"""What the export dialog asks: rows that come and go with what is to be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidgetItem,
    QWidget,
)

from gradviz.export.datasets import TableFormat, TableKind
from gradviz.export.movies import Cut
from gradviz.export.sheet import DPI, MILLIMETRES, Sheet, Unit
from gradviz.ui.export_choices import (
    DPIS,
    SCALES,
    Colours,
    ExportChoices,
    Kind,
    MovieFormat,
    PictureFormat,
)
from gradviz.ui.export_rows import ExportRows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from gradviz.ui.exports import Exports, Key

_FRAMES = 100
"""Frames of a movie, about, unless more are asked for."""
_WIDEST_MOVIE = 1200
"""Pixels of the width of a movie, unless more are asked for."""


class ExportForm(ExportRows):
    """Asks what to write, and how.

    Parameters
    ----------
    exports : Exports
        What there is.
    choices : ExportChoices
        What was chosen last.
    """

    changed = Signal()
    """Something else was chosen."""

    def __init__(
        self, exports: Exports, choices: ExportChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(exports.last, parent)
        self._exports = exports
        self._choices = choices
        self._is_sized = False
        self._fill()
        self._connect()
        self._show_rows()

    # --- what was chosen

    @property
    def kind(self) -> Kind:
        """What is to be written."""
        return Kind(str(self._kind.value()))

    @property
    def choices(self) -> ExportChoices:
        """What is to be remembered."""
        kept, kind, form = self._choices, self.kind, self._format.currentData()
        resolution = float(self._resolution.value() or 1.0)
        return replace(
            kept,
            kind=kind,
            picture=PictureFormat(form) if kind is Kind.PICTURE else kept.picture,
            movie=MovieFormat(form) if kind is Kind.MOVIE else kept.movie,
            table=TableFormat(form) if kind is Kind.TABLE else kept.table,
            unit=Unit(self._unit.currentData()),
            dpi=resolution if self._has_dots else kept.dpi,
            scale=kept.scale if self._has_dots else resolution,
            colours=Colours(self._colours.currentData()),
            is_transparent=self._transparent.isChecked(),
            has_title=self._title.isChecked(),
            rate=float(self._rate.value() or 1.0),
        )

    @property
    def keys(self) -> list[Key]:
        """The pictures that are ticked."""
        items = [self._views.item(i) for i in range(self._views.count())]
        ticked = [item.checkState() is Qt.CheckState.Checked for item in items]
        return [key for key, is_in in zip(self._exports.keys, ticked, strict=True) if is_in]

    @property
    def sheet(self) -> Sheet:
        """What pictures are painted on."""
        choices = self.choices
        is_picture = self.kind is Kind.PICTURE
        scale = choices.dpi / DPI if self._has_dots else choices.scale
        return Sheet(
            size=(float(self._width.value() or 1.0), float(self._height.value() or 1.0)),
            unit=choices.unit,
            scale=scale if self._has_pixels else 1.0,
            is_transparent=is_picture and choices.is_transparent,
            has_title=choices.has_title,
        )

    @property
    def cut(self) -> Cut:
        """The frames of a movie."""
        return Cut(
            first=int(self._first.value() or 0),
            last=int(self._last.value() or 0),
            every=int(self._every.value() or 1),
            rate=float(self._rate.value() or 1.0),
        )

    @property
    def table(self) -> TableKind:
        """Which table."""
        return TableKind(self._table.currentData())

    @property
    def steps(self) -> list[int]:
        """The steps at which weights are told; those typed that are numbers."""
        parts = self._steps.text().replace(";", ",").split(",")
        return sorted({int(part) for part in parts if part.strip().isdecimal()})

    @property
    def _has_pixels(self) -> bool:
        """Whether a file is an image of so many pixels for each of its size."""
        return self.kind is Kind.PICTURE and self._format.currentData() == PictureFormat.PNG

    @property
    def _has_dots(self) -> bool:
        return Unit(self._unit.currentData()) is Unit.MILLIMETRES

    # --- filling and following

    def _fill(self) -> None:
        choices, exports = self._choices, self._exports
        ticked = exports.shown if exports.shown is not None else exports.keys[0]
        for key in exports.keys:
            item = QListWidgetItem(exports.name(key), self._views)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if key == ticked else Qt.CheckState.Unchecked)
        self._views.setCurrentRow(0)
        self._views.setSpacing(1)
        self._views.setFixedHeight(len(exports.keys) * (self._views.sizeHintForRow(0) + 2) + 6)
        self._table.offer(exports.tables())
        self._kind.set_value(choices.kind)
        self._unit.show_value(choices.unit)
        self._colours.show_value(choices.colours)
        self._title.setChecked(choices.has_title)
        self._transparent.setChecked(choices.is_transparent)
        self._first.set_value(0)
        self._last.set_value(exports.last)
        self._every.set_value(max(1, -(-exports.last // _FRAMES)))
        self._rate.set_value(choices.rate)
        self._offer_formats()
        self._propose_size()
        self._show_resolution()

    def _connect(self) -> None:
        self._kind.chosen.connect(self._choose_kind)
        self._views.itemChanged.connect(self._tick)
        self._unit.activated.connect(self._choose_unit)
        for field in (self._width, self._height):
            field.edited.connect(self._resize)
        for number in (self._resolution, self._first, self._last, self._every, self._rate):
            number.edited.connect(self._tell)
        for box in (self._format, self._table, self._colours):
            box.activated.connect(self._tell)
        for check in (self._title, self._transparent):
            check.toggled.connect(self._tell)
        self._steps.textEdited.connect(self._tell)

    # --- what follows from what was chosen

    def choose(self, kind: Kind, form: StrEnum | None = None) -> None:
        """Choose what is written, and as what."""
        self._kind.set_value(kind)
        self._choose_kind()
        if form is not None:
            self._format.show_value(form)
            self._tell()

    def tick(self, keys: Sequence[Key]) -> None:
        """Tick these pictures alone."""
        for i, key in enumerate(self._exports.keys):
            state = Qt.CheckState.Checked if key in keys else Qt.CheckState.Unchecked
            self._views.item(i).setCheckState(state)

    def _choose_kind(self) -> None:
        self._offer_formats()
        if not self._is_sized:
            self._propose_size()
        self._tell()

    def _offer_formats(self) -> None:
        kind = self.kind
        self._format.offer([(form.name, form) for form in _FORMATS.get(kind, ())])
        if kind in _FORMATS:
            self._format.show_value(getattr(self._choices, kind.value))

    def _tick(self) -> None:
        if not self._is_sized:
            self._propose_size()
        self._tell()

    def _propose_size(self) -> None:
        """Show the size that suits what is ticked."""
        width, height = self._exports.size(self.keys)
        if self.kind is Kind.MOVIE and width > _WIDEST_MOVIE:
            width, height = _WIDEST_MOVIE, round(height * _WIDEST_MOVIE / width)
        if self._has_dots:
            width, height = (round(side * MILLIMETRES / DPI) for side in (width, height))
        self._width.set_value(width)
        self._height.set_value(height)

    def _resize(self) -> None:
        self._is_sized = True
        self._tell()

    def _choose_unit(self) -> None:
        """Give the same size in the other unit."""
        if Unit(self._unit.currentData()) is not self._choices.unit:
            factor = MILLIMETRES / DPI if self._has_dots else DPI / MILLIMETRES
            for field in (self._width, self._height):
                field.set_value(max(1.0, float(round(float(field.value() or 1.0) * factor))))
            self._choices = replace(self._choices, unit=Unit(self._unit.currentData()))
            self._show_resolution()
        self._tell()

    def _show_resolution(self) -> None:
        low, high = DPIS if self._has_dots else SCALES
        self._resolution.set_range(low, high)
        self._resolution.set_value(self._choices.dpi if self._has_dots else self._choices.scale)
        words = self.tr("Dots per inch") if self._has_dots else self.tr("Scale")
        tip = self.tr("Pixels of the file for each pixel of its size")
        self._resolution.setAccessibleName(words)
        self._resolution.setToolTip(words if self._has_dots else tip)

    def _tell(self) -> None:
        self._choices = self.choices
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        kind = self.kind
        is_drawn, is_movie = kind in {Kind.PICTURE, Kind.MOVIE}, kind is Kind.MOVIE
        shown = {
            self._views: is_drawn,
            self._table: kind is Kind.TABLE,
            self._format: kind is not Kind.SCRIPT,
            self._steps: kind is Kind.TABLE and self._table.currentData() == TableKind.WEIGHTS,
            self._size_row: is_drawn,
            self._resolution_row: self._has_pixels,
            self._colours: is_drawn,
            self._ground_row: is_drawn,
            self._cut_row: is_movie,
            self._rate: is_movie,
        }
        for widget, is_shown in shown.items():
            self._rows.setRowVisible(widget, is_shown)
        self._transparent.setVisible(kind is Kind.PICTURE)
        width, height = self.sheet.pixels
        words = self.tr("{0} × {1} pixels").format(width, height)
        dots = self.tr("dots per inch, {0}").format(words)
        self._pixels.setText(dots if self._has_dots else words)
        self._note.setText(self._told())
        self._note.setVisible(bool(self._note.text()))

    def _told(self) -> str:
        """Return what one should know of what is chosen."""
        if self.kind is Kind.SCRIPT:
            return self.tr(
                "Python that does the same and ends at the same numbers, with NumPy alone. Samples "
                "that are read from a file are written beside it."
            )
        if self.kind is Kind.MOVIE:
            count = len(self.cut.steps) if self.cut.is_possible else 0
            return self.tr("1 frame") if count == 1 else self.tr("{0} frames").format(count)
        drawn = self.kind is Kind.PICTURE and not self._has_pixels
        if drawn and any(key.endswith("surface") for key in self.keys):
            return self.tr("A surface becomes an image in the file, axes and words do not.")
        return ""


_FORMATS: dict[Kind, type[PictureFormat] | type[MovieFormat] | type[TableFormat]] = {
    Kind.PICTURE: PictureFormat,
    Kind.MOVIE: MovieFormat,
    Kind.TABLE: TableFormat,
}
