"""The rows of the export dialog, not filled yet."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from gradviz.export.sheet import LARGEST, Unit
from gradviz.ui import metrics
from gradviz.ui.controls import Choice, SegmentedControl
from gradviz.ui.export_choices import RATES, SCALES, Colours, Kind
from gradviz.ui.number_field import NumberField

_SMALLEST = 1.0
_NARROW = 48
"""Pixels of a field for a number of few digits."""


class ExportRows(QWidget):
    """The controls, and how they lie.

    Parameters
    ----------
    last : int
        The last step of any run.
    """

    def __init__(self, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(last)
        self._lay_out()

    def _build(self, last: int) -> None:
        self._kind = SegmentedControl(self.tr("What is written"))
        for text, kind, tip in (
            (self.tr("Picture"), Kind.PICTURE, self.tr("One picture, or several in one figure")),
            (self.tr("Animation"), Kind.MOVIE, self.tr("The run, step by step")),
            (self.tr("Table"), Kind.TABLE, self.tr("The numbers, with all their digits")),
            (self.tr("Script"), Kind.SCRIPT, self.tr("The experiment as a Python program")),
        ):
            segment = self._kind.add(text, kind)
            segment.setObjectName(f"export{kind.value.title()}Kind")
            segment.setToolTip(tip)
        self._views = QListWidget()
        self._views.setObjectName("exportViewsList")
        self._views.setAccessibleName(self.tr("Pictures"))
        self._views.setToolTip(self.tr("The pictures of the figure; space ticks them"))
        self._format = Choice(
            "exportFormatCombo",
            self.tr("Format"),
            self.tr("PNG, GIF, WebP: pixels; SVG, PDF: lines and words; CSV, NPZ, JSON: numbers"),
        )
        self._table = Choice("exportTableCombo", self.tr("Table"), self.tr("Which numbers"))
        self._steps = QLineEdit()
        self._steps.setObjectName("exportStepsField")
        self._steps.setAccessibleName(self.tr("Steps"))
        self._steps.setPlaceholderText(self.tr("the last"))
        self._steps.setToolTip(self.tr("The steps at which weights are written, such as 0, 10, 20"))
        self._build_sheet()
        self._build_cut(last)
        self._note = QLabel()
        self._note.setObjectName("exportNote")
        self._note.setProperty("role", "note")
        self._note.setWordWrap(True)

    def _build_sheet(self) -> None:
        self._width = self._field("exportWidthField", self.tr("Width"), (_SMALLEST, LARGEST))
        self._height = self._field("exportHeightField", self.tr("Height"), (_SMALLEST, LARGEST))
        self._unit = Choice(
            "exportUnitCombo", self.tr("Unit"), self.tr("What width and height are given in")
        )
        self._unit.offer([(self.tr("pixels"), Unit.PIXELS), (self.tr("mm"), Unit.MILLIMETRES)])
        self._unit.setMinimumWidth(84)
        self._resolution = self._field("exportScaleField", self.tr("Scale"), SCALES)
        self._pixels = QLabel()
        self._pixels.setProperty("role", "small")
        self._colours = Choice(
            "exportColoursCombo", self.tr("Colours"), self.tr("The theme of the pictures")
        )
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

    def _build_cut(self, last: int) -> None:
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
