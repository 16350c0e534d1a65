"""What the export dialog asks: rows that come and go with what is to be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from gradviz.export.datasets import TableFormat, TableKind
from gradviz.export.movies import Cut
from gradviz.export.sheet import DPI, LARGEST, MILLIMETRES, Sheet, Unit
from gradviz.ui import metrics
from gradviz.ui.controls import Choice, SegmentedControl
from gradviz.ui.export_choices import (
    DPIS,
    RATES,
    SCALES,
    Colours,
    ExportChoices,
    Kind,
    MovieFormat,
    PictureFormat,
)
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from gradviz.ui.exports import Exports, Key

_SMALLEST = 1.0
_NARROW = 48
"""Pixels of a field for a number of few digits."""
_FRAMES = 100
"""Frames of a movie, about, unless more are asked for."""
_WIDEST_MOVIE = 1200
"""Pixels of the width of a movie, unless more are asked for."""


class ExportForm(QWidget):
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
        super().__init__(parent)
        self._exports = exports
        self._choices = choices
        self._is_sized = False
        self._build()
        self._lay_out()
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

    # --- rows

    def _build(self) -> None:
        self._kind = SegmentedControl(self.tr("What is written"))
        for text, kind in (
            (self.tr("Picture"), Kind.PICTURE),
            (self.tr("Animation"), Kind.MOVIE),
            (self.tr("Table"), Kind.TABLE),
            (self.tr("Script"), Kind.SCRIPT),
        ):
            self._kind.add(text, kind).setObjectName(f"export{kind.value.title()}Kind")
        self._views = QListWidget()
        self._views.setObjectName("exportViewsList")
        self._views.setAccessibleName(self.tr("Pictures"))
        self._views.setToolTip(self.tr("The pictures of the figure; space ticks them"))
        self._format = Choice(
            "exportFormatCombo",
            self.tr("Format"),
            self.tr("PNG, GIF, WebP: pixels; SVG, PDF: lines and words; CSV, NPZ, JSON: numbers"),
        )
        self._table = Choice("exportTableCombo", self.tr("Table"))
        self._steps = QLineEdit()
        self._steps.setObjectName("exportStepsField")
        self._steps.setAccessibleName(self.tr("Steps"))
        self._steps.setPlaceholderText(self.tr("the last"))
        self._steps.setToolTip(self.tr("The steps at which weights are written, such as 0, 10, 20"))
        self._build_sheet()
        self._build_cut()
        self._note = QLabel()
        self._note.setObjectName("exportNote")
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)

    def _build_sheet(self) -> None:
        self._width = self._field("exportWidthField", self.tr("Width"), (_SMALLEST, LARGEST))
        self._height = self._field("exportHeightField", self.tr("Height"), (_SMALLEST, LARGEST))
        self._unit = Choice("exportUnitCombo", self.tr("Unit"))
        self._unit.offer([(self.tr("pixels"), Unit.PIXELS), (self.tr("mm"), Unit.MILLIMETRES)])
        self._unit.setMinimumWidth(84)
        self._resolution = self._field("exportScaleField", self.tr("Scale"), SCALES)
        self._pixels = QLabel()
        self._pixels.setProperty("role", "small")
        self._colours = Choice("exportColoursCombo", self.tr("Colours"))
        self._colours.offer(
            [
                (self.tr("As in the window"), Colours.WINDOW),
                (self.tr("Light"), Colours.LIGHT),
                (self.tr("Dark"), Colours.DARK),
            ]
        )
        self._title = QCheckBox(self.tr("Titles"))
        self._title.setObjectName("exportTitleCheck")
        self._title.setToolTip(self.tr("What each picture shows, above it"))
        self._transparent = QCheckBox(self.tr("Transparent ground"))
        self._transparent.setObjectName("exportTransparentCheck")
        self._transparent.setToolTip(self.tr("Nothing is painted under the pictures"))

    def _build_cut(self) -> None:
        last = self._exports.last
        self._first = self._field("exportFirstField", self.tr("From step"), (0, last), whole=True)
        self._last = self._field("exportLastField", self.tr("To step"), (0, last), whole=True)
        self._every = self._field(
            "exportEveryField", self.tr("Every so many steps"), (1, max(1, last)), whole=True
        )
        self._rate = self._field("exportRateField", self.tr("Frames per second"), RATES)

    def _field(
        self, name: str, words: str, bounds: tuple[float, float], *, whole: bool = False
    ) -> NumberField:
        made = NumberField(integer=whole, low=bounds[0], high=bounds[1])
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setMinimumWidth(_NARROW)
        return made

    def _lay_out(self) -> None:
        form = self._rows = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(metrics.ROW_GAP)
        form.addRow(self._kind)
        form.addRow(self._views)
        form.addRow(self.tr("Table"), self._table)
        form.addRow(self.tr("Format"), self._format)
        form.addRow(self.tr("Steps"), self._steps)
        times = QLabel("\N{MULTIPLICATION SIGN}")
        self._size_row = _row(self._width, times, self._height, self._unit)
        form.addRow(self.tr("Size"), self._size_row)
        self._resolution_row = _row(self._resolution, self._pixels)
        form.addRow(self.tr("Scale"), self._resolution_row)
        form.addRow(self.tr("Colours"), self._colours)
        self._ground_row = _row(self._title, self._transparent)
        form.addRow("", self._ground_row)
        to, every = QLabel(self.tr("to")), QLabel(self.tr("every"))
        self._cut_row = _row(self._first, to, self._last, every, self._every)
        form.addRow(self.tr("Steps"), self._cut_row)
        form.addRow(self.tr("Per second"), self._rate)
        form.addRow(self._note)

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
            return self.tr("{0} frames").format(count)
        drawn = self.kind is Kind.PICTURE and not self._has_pixels
        if drawn and any(key.endswith("surface") for key in self.keys):
            return self.tr("A surface becomes an image in the file, axes and words do not.")
        return ""


_FORMATS: dict[Kind, type[PictureFormat] | type[MovieFormat] | type[TableFormat]] = {
    Kind.PICTURE: PictureFormat,
    Kind.MOVIE: MovieFormat,
    Kind.TABLE: TableFormat,
}


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QLabel | QCheckBox) else 1)
    if isinstance(widgets[-1], QLabel | QCheckBox):
        row.addStretch(1)
    return holder
