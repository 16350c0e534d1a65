"""How things are drawn, as a form: arrows, contour levels, colours, crosshair, the curves' axis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.document.display import (
    ARROWS_ACROSS,
    LEVEL_COUNTS,
    ArrowLength,
    ColourMap,
    Display,
    LossAxis,
    Scale,
    Spacing,
)
from gradviz.plots.colour_maps import with_colour_map
from gradviz.plots.colours import map_colour
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.controls import Chip, Choice, SegmentedControl, TextButton, labelled
from gradviz.ui.count_slider import CountSlider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.plots.themes import Theme

COLUMN: Final = 176
SWATCH: Final = QSize(36, 12)


class DisplayForm(QWidget):
    """Shows how things are drawn and tells how they should be."""

    changed = Signal(object)
    """The `Display` with the reader's choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("displayForm")
        self._display = Display()
        self._theme: Theme = LIGHT
        self._make_arrows()
        self._make_contours()
        self._make_colours()
        self._make_others()
        self._lay_out()
        self._offer_maps()
        self.set_display(self._display)

    def set_display(self, display: Display) -> None:
        """Show choices, without a signal."""
        self._display = display
        self._arrows.set_value(display.arrows_across)
        self._length.set_value(display.arrow_length)
        self._coloured.setChecked(display.arrow_colours)
        self._spacing.show_value(display.spacing)
        self._levels.set_value(display.level_count)
        self._map.show_value(display.colour_map)
        self._scale.show_value(display.scale)
        self._crosshair.setChecked(display.crosshair)
        self._axis.show_value(display.loss_axis)
        self._reset.setEnabled(display != Display())

    def set_theme(self, theme: Theme) -> None:
        """Draw the swatches of maps in the colours they have in this theme."""
        self._theme = theme
        self._offer_maps()
        self._map.show_value(self._display.colour_map)

    def _make_arrows(self) -> None:
        self._arrows = CountSlider("arrowDensitySlider", self.tr("Arrows across"), ARROWS_ACROSS)
        self._arrows.set_tip(self.tr("How many arrows there are along each side of the map"))
        self._arrows.chosen.connect(self._choose_arrows)
        self._length = SegmentedControl(self.tr("Length of arrows"))
        for text, value, tip in (
            (self.tr("Equal"), ArrowLength.EQUAL, self.tr("All arrows are of one length")),
            (
                self.tr("True"),
                ArrowLength.TRUE,
                self.tr("Arrows are as long as the gradient is large; the longest are cut"),
            ),
            (
                self.tr("Log"),
                ArrowLength.LOG,
                self.tr("The length follows the logarithm of the gradient"),
            ),
        ):
            button = self._length.add(text, value)
            button.setObjectName(f"arrowLength{value.value.capitalize()}Button")
            button.setToolTip(tip)
        self._length.chosen.connect(self._choose_length)
        tip = self.tr("Colour arrows by the size of the gradient")
        self._coloured = self._switch("arrowColours", self.tr("Colour by size"), tip)

    def _make_contours(self) -> None:
        tip = self.tr("How contour levels are spread; quantiles have equal areas between them")
        self._spacing = self._choice("contourSpacingCombo", self.tr("Spacing of levels"), tip)
        self._spacing.offer(
            (
                (self.tr("As colours"), None),
                (self.tr("Linear"), Spacing.LINEAR),
                (self.tr("Logarithmic"), Spacing.LOG),
                (self.tr("Quantiles"), Spacing.QUANTILE),
            )
        )
        self._spacing.activated.connect(self._choose_spacing)
        auto = self.tr("auto")
        self._levels = CountSlider("contourCountSlider", self.tr("Levels"), LEVEL_COUNTS, auto)
        self._levels.set_tip(self.tr("About how many contour levels: their numbers stay round"))
        self._levels.chosen.connect(self._choose_levels)

    def _make_colours(self) -> None:
        tip = self.tr("The colours of the field, from low values to high ones")
        self._map = self._choice("colourMapCombo", self.tr("Colour map"), tip)
        self._map.setIconSize(SWATCH)
        self._map.activated.connect(self._choose_map)
        tip = self.tr("How values become colours")
        self._scale = self._choice("colourScaleCombo", self.tr("Colour scale"), tip)
        self._scale.offer(
            (
                (self.tr("Automatic"), None),
                (self.tr("Linear"), Scale.LINEAR),
                (self.tr("Logarithmic"), Scale.LOG),
            )
        )
        self._scale.activated.connect(self._choose_scale)

    def _make_others(self) -> None:
        tip = self.tr("Draw lines through the pointer, with their values on the axes")
        self._crosshair = self._switch("crosshair", self.tr("Crosshair"), tip)
        tip = self.tr("What loss and gradient norm are drawn against")
        self._axis = self._choice("lossAxisCombo", self.tr("Curves against"), tip)
        self._axis.offer(
            (
                (self.tr("Steps"), LossAxis.STEPS),
                (self.tr("Evaluations"), LossAxis.EVALUATIONS),
                (self.tr("Path length"), LossAxis.PATH_LENGTH),
            )
        )
        self._axis.activated.connect(self._choose_axis)
        self._reset = QAction(self.tr("Defaults"), self)
        self._reset.setObjectName("displayDefaultsAction")
        self._reset.setToolTip(self.tr("Draw everything as at first"))
        self._reset.triggered.connect(self._choose_defaults)

    def _choice(self, object_name: str, name: str, tip: str) -> Choice:
        return Choice(object_name, name, tip)

    def _switch(self, name: str, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}Action")
        action.setToolTip(tip)
        action.setCheckable(True)
        action.triggered.connect(self._choose_switches)
        return action

    def _offer_maps(self) -> None:
        names = (
            (self.tr("Theme"), ColourMap.THEME),
            (self.tr("Viridis"), ColourMap.VIRIDIS),
            (self.tr("Cividis"), ColourMap.CIVIDIS),
            (self.tr("Magma"), ColourMap.MAGMA),
            (self.tr("Grey"), ColourMap.GREY),
        )
        self._map.offer(names)
        for index, (_, colour_map) in enumerate(names):
            self._map.setItemIcon(index, swatch(with_colour_map(self._theme, colour_map)))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * metrics.CARD_PADDING)
        grid.setVerticalSpacing(metrics.ROW_GAP)
        columns = (
            (
                _heading(self.tr("Arrows")),
                self._arrows,
                self._length,
                _row((Chip(self._coloured),)),
            ),
            (
                _heading(self.tr("Contours")),
                self._levels,
                labelled(self.tr("Spacing of levels"), self._spacing),
            ),
        )
        for place, widgets in enumerate(columns):
            grid.addWidget(_stack(widgets), 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowMinimumHeight(1, metrics.LABEL_GAP)
        grid.addWidget(_heading(self.tr("Colours")), 2, 0)
        grid.addWidget(_heading(self.tr("Pointer and curves")), 2, 1)
        grid.addWidget(labelled(self.tr("Colour map"), self._map), 3, 0)
        grid.addWidget(labelled(self.tr("Curves against"), self._axis), 3, 1)
        grid.addWidget(labelled(self.tr("Colour scale"), self._scale), 4, 0)
        last = _row((Chip(self._crosshair),), TextButton(self._reset))
        grid.addWidget(last, 4, 1, Qt.AlignmentFlag.AlignBottom)
        for place in (0, 1):
            grid.setColumnMinimumWidth(place, COLUMN)
            grid.setColumnStretch(place, 1)

    def _tell(self, display: Display) -> None:
        if display != self._display:
            self._display = display
            self._reset.setEnabled(display != Display())
            self.changed.emit(display)

    def _choose_arrows(self, count: int) -> None:
        self._tell(replace(self._display, arrows_across=count))

    def _choose_length(self, length: ArrowLength) -> None:
        self._tell(replace(self._display, arrow_length=length))

    def _choose_spacing(self, index: int) -> None:
        self._tell(replace(self._display, spacing=self._spacing.itemData(index)))

    def _choose_levels(self, count: int | None) -> None:
        self._tell(replace(self._display, level_count=count))

    def _choose_map(self, index: int) -> None:
        self._tell(replace(self._display, colour_map=self._map.itemData(index)))

    def _choose_scale(self, index: int) -> None:
        self._tell(replace(self._display, scale=self._scale.itemData(index)))

    def _choose_axis(self, index: int) -> None:
        self._tell(replace(self._display, loss_axis=self._axis.itemData(index)))

    def _choose_switches(self, _checked: bool) -> None:
        coloured, crosshair = self._coloured.isChecked(), self._crosshair.isChecked()
        self._tell(replace(self._display, arrow_colours=coloured, crosshair=crosshair))

    def _choose_defaults(self) -> None:
        self._tell(Display())
        self.set_display(Display())


def swatch(theme: Theme) -> QIcon:
    """Return the colours of the theme's field, low ones at the left, as an icon."""
    image = QImage(SWATCH, QImage.Format.Format_RGB32)
    for x in range(SWATCH.width()):
        ink = map_colour(theme.field, x / (SWATCH.width() - 1))
        for y in range(SWATCH.height()):
            image.setPixelColor(x, y, ink)
    return QIcon(QPixmap.fromImage(image))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "value")
    return label


def _stack(widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(metrics.ROW_GAP)
    for widget in widgets:
        column.addWidget(widget)
    return holder


def _row(widgets: Sequence[QWidget], last: QWidget | None = None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    if last is not None:
        row.addWidget(last)
    return holder
