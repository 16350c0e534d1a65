"""One named parameter: slider, number, a button that plays it, and what else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.controls import IconButton
from gradviz.ui.fonts import code_font
from gradviz.ui.keys import PRESSES, KeyKeeper
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping, format_number
from gradviz.ui.parameter_slider import ParameterSlider
from gradviz.ui.range_popup import LARGEST, RangePopup
from gradviz.ui.slider_scale import SliderScale, default_range

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent

    from gradviz.core.formula.definitions import Parameter
    from gradviz.plots.themes import Theme

NAME: Final = 56
"""Most pixels for a name."""
FIELD: Final = 68
BUTTON: Final = 24


class ParameterRow(QWidget):
    """Shows a parameter and tells what the user does to it.

    The number is what counts now; where that is not what the formula says, the name is followed
    by a bullet, and the mark under the slider stays at the value in the formula.
    """

    changed = Signal(float, bool)
    """A value the user chooses, and whether it stays: false while it is dragged or typed."""
    rangeChosen = Signal(float, float)  # noqa: N815  (Qt's spelling, here and below)
    """Where the slider is to begin and end."""
    playToggled = Signal(bool)  # noqa: N815
    """Whether the value is to move by itself."""
    writeRequested = Signal()  # noqa: N815
    """The value is to be written into the formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._parameter: Parameter | None = None
        self._chosen: tuple[float, float] | None = None
        self._value = 0.0
        self._label = QLabel()
        self._label.setProperty("role", "parameter")
        self._label.setFont(code_font())
        self.slider = ParameterSlider()
        self.field = NumberField(low=-LARGEST, high=LARGEST, stepping=Stepping.LINEAR)
        self.field.setFixedWidth(FIELD)
        self._make_actions()
        self.play_button, self.more_button = (
            self._button(action) for action in (self.play, self.more)
        )
        self._lay_out()
        self._connect()

    def _make_actions(self) -> None:
        self.play = QAction(self)
        self.play.setObjectName("playParameterAction")
        self.play.setCheckable(True)
        self.more = QAction(self)
        self.more.setObjectName("moreParameterAction")
        self.range = QAction(self.tr("&Range…"), self)
        self.reset = QAction(self)
        self.write = QAction(self)

    def _button(self, action: QAction) -> IconButton:
        button = IconButton(action)
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(icons.SIZE - 4, icons.SIZE - 4))
        KeyKeeper(button, PRESSES)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.LABEL_GAP)
        row.addWidget(self._label)
        row.addSpacing(metrics.LABEL_GAP)
        row.addWidget(self.slider, 1)
        row.addSpacing(metrics.LABEL_GAP)
        for widget in (self.field, self.play_button, self.more_button):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.slider.moved.connect(self._move)
        self.slider.resetRequested.connect(self._reset)
        self.field.edited.connect(self._type)
        self.field.committed.connect(self._commit)
        self.play.toggled.connect(self._show_playing)
        self.play.toggled.connect(self.playToggled)
        self.more.triggered.connect(self._open_menu)
        self.range.triggered.connect(self._ask_range)
        self.reset.triggered.connect(self._reset)
        self.write.triggered.connect(self.writeRequested)

    @property
    def name(self) -> str:
        """The parameter it shows."""
        return "" if self._parameter is None else self._parameter.name

    @property
    def value(self) -> float:
        """What the parameter counts for."""
        return self._value

    def rest(self) -> None:
        """Show that it does not play, without a signal."""
        with QSignalBlocker(self.play):
            self.play.setChecked(False)
        self._show_playing(False)

    def name_width(self) -> int:
        """Return how wide the name is."""
        return self._label.sizeHint().width()

    def set_name_width(self, width: int) -> None:
        """Give the name a width, so that sliders below each other begin together."""
        self._label.setFixedWidth(width)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return its controls in the order of the tab key."""
        return self.slider, self.field, self.play_button, self.more_button

    def show_parameter(
        self, parameter: Parameter, value: float, chosen: tuple[float, float] | None
    ) -> None:
        """Show a parameter at `value`; `chosen` is its range, None for the default one.

        A value outside of the range widens it, for as long as the range is not chosen anew.
        """
        another = self._parameter is None or (parameter.name, parameter.value) != (
            self._parameter.name,
            self._parameter.value,
        )
        if self._parameter is None or parameter.name != self._parameter.name:
            self._name_parts(parameter.name)
        self._parameter, self._value = parameter, value
        if another or chosen != self._chosen:
            self._chosen = chosen
            self._set_range(*(chosen or default_range(parameter.value)))
        if not self.slider.scale.contains(value):
            low, high = self.slider.scale.low, self.slider.scale.high
            self._set_range(min(low, value), max(high, value))
        self.slider.show_value(value)
        self.field.set_value(value)
        self._show_difference()

    def _name_parts(self, name: str) -> None:
        self.slider.setObjectName(f"parameterSlider_{name}")
        self.slider.setAccessibleName(self.tr("Parameter {0}").format(name))
        self.field.setObjectName(f"parameterField_{name}")
        self.field.setAccessibleName(self.tr("Value of {0}").format(name))
        self.field.setToolTip(self.tr("What {0} counts for; the formula keeps its own number"))
        self.field.setToolTip(self.field.toolTip().format(name))
        self.more.setText(self.tr("More for {0}").format(name))
        self.more.setToolTip(self.tr("Range, reset, write into the formula"))
        self._show_playing(self.play.isChecked(), name)

    def _set_range(self, low: float, high: float) -> None:
        typed = 0.0 if self._parameter is None else self._parameter.value
        self.slider.set_scale(SliderScale(low, high, (typed,)), typed)
        text = self.tr("From {0} to {1}; double click for the value in the formula, {2}")
        tip = text.format(format_number(low), format_number(high), format_number(typed))
        self.slider.setToolTip(tip)
        self.slider.setAccessibleDescription(tip)

    def _show_difference(self) -> None:
        if self._parameter is None:
            return
        differs = self._value != self._parameter.value
        font = QFontMetrics(self._label.font())
        name = font.elidedText(self.name, Qt.TextElideMode.ElideRight, NAME)
        self._label.setText(name + ("•" if differs else " "))
        typed, value = format_number(self._parameter.value), format_number(self._value)
        says = self.tr("{0} is {1}; the formula says {2}").format(self.name, value, typed)
        self._label.setToolTip(says if differs else self.tr("{0} is {1}").format(self.name, value))
        self.reset.setText(self.tr("Re&set to {0}").format(typed))
        self.write.setText(self.tr("&Write {0} into the Formula").format(value))
        self.reset.setEnabled(differs)
        self.write.setEnabled(differs)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.slider.set_theme(theme)
        self.more.setIcon(icons.icon("more", theme))
        self._show_playing(self.play.isChecked())

    def _show_playing(self, playing: bool, name: str = "") -> None:
        text = self.tr("Pause {0}") if playing else self.tr("Play {0}")
        self.play.setText(text.format(name or self.name))
        self.play.setToolTip(
            self.tr("Leave it where it is")
            if playing
            else self.tr("Move it to and fro through its range")
        )
        self.play.setIcon(icons.icon("pause" if playing else "play", self._theme))

    def _move(self, value: float, finished: bool) -> None:
        self.play.setChecked(False)
        self.changed.emit(value, finished)

    def _type(self, value: float) -> None:
        self.play.setChecked(False)
        self.changed.emit(value, False)

    def _commit(self, value: float) -> None:
        self.changed.emit(value, True)

    def _reset(self) -> None:
        if self._parameter is not None:
            self._move(self._parameter.value, True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Offer what the button offers."""
        self._menu().popup(event.globalPos())

    def _open_menu(self) -> None:
        self._menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.range, self.reset, self.write])
        return menu

    def _ask_range(self) -> None:
        scale = self.slider.scale
        popup = RangePopup(self.name, scale.low, scale.high, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(self.rangeChosen)
        popup.open_below(self.field)
