"""The sliders of all named parameters of a formula."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gradviz.document.parameters import value_of
from gradviz.model.timers import single_shot
from gradviz.plots.themes import LIGHT
from gradviz.ui import metrics
from gradviz.ui.keys import tabbed_before
from gradviz.ui.parameter_player import ParameterPlayer
from gradviz.ui.parameter_row import ParameterRow
from gradviz.ui.problem_line import ProblemLine

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme

MOST_ROWS: Final = 4
"""Parameters that are seen at once; more scroll."""
PACE: Final = 16
"""Milliseconds between two values that are told."""


class ParameterSliders(QWidget):
    """A row for each ``a = 1.0`` in the formula; without any it hides.

    The rows show what the experiment says, and tell what the user wants. A value of the
    experiment stands in place of the number in the text, which stays as it was typed.
    """

    parameterChanged = Signal(str, float, bool)  # noqa: N815  (Qt's spelling, here and below)
    """A parameter, its value, and whether it stays: false while dragged, typed or played."""
    rangeChanged = Signal(str, float, float)  # noqa: N815
    """A parameter, and from where to where its slider goes."""
    writeRequested = Signal(str)  # noqa: N815
    """A parameter whose value is to be written into the formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameterSliders")
        self.setAccessibleName(self.tr("Parameters"))
        self._theme: Theme = LIGHT
        self._text: str | None = None
        self._rows: list[ParameterRow] = []
        self._pending: dict[str, tuple[float, bool]] = {}
        self._problems = ProblemLine()
        self._player = ParameterPlayer(self)
        self._player.moved.connect(self._tell_played)
        self._pace = single_shot(self, PACE, self._tell_pending)
        self._area, self._column = _scrolling_column()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.LABEL_GAP)
        column.addWidget(self._area)
        column.addWidget(self._problems)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def rows(self) -> tuple[ParameterRow, ...]:
        """What is shown, in the order of the formula."""
        return tuple(self._rows)

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Show the parameters of an experiment; another text stops those that play."""
        if formula.text != self._text:
            self._text = formula.text
            self._pending.clear()
            for row in self._rows:
                self._player.stop(row.name)
                row.rest()
        self._provide(len(formula.parameters))
        ranges = {name: (low, high) for name, low, high in experiment.ranges}
        for row, parameter in zip(self._rows, formula.parameters, strict=True):
            value = value_of(experiment, parameter)
            row.show_parameter(parameter, value, ranges.get(parameter.name))
            self._go_on_within(row)
        widest = max((row.name_width() for row in self._rows), default=0)
        for row in self._rows:
            row.set_name_width(widest)

    def _go_on_within(self, row: ParameterRow) -> None:
        """Let a parameter that plays do so within its newest range."""
        scale = self._player.scale_of(row.name)
        if scale is not None and scale is not row.slider.scale:
            self._player.play(row.name, row.slider.scale, row.value)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _provide(self, count: int) -> None:
        """Make as many rows as there are parameters, and take the height of a few of them."""
        if count == len(self._rows):
            return
        for row in self._rows[count:]:
            self._problems.forget(row.field)
            row.hide()
            row.deleteLater()
        del self._rows[count:]
        made = [self._build_row() for _ in range(count - len(self._rows))]
        self._order_tabs(made)
        self._rows += made
        scrolls = count > MOST_ROWS
        seen = MOST_ROWS + 0.5 if scrolls else count
        self._column.setContentsMargins(0, 0, metrics.LABEL_GAP if scrolls else 0, 0)
        pitch = metrics.FIELD + metrics.LABEL_GAP
        self._area.setFixedHeight(max(round(seen * pitch) - metrics.LABEL_GAP, 0))
        self.setVisible(count > 0)

    def _build_row(self) -> ParameterRow:
        row = ParameterRow()
        row.setFixedHeight(metrics.FIELD)
        row.set_theme(self._theme)
        row.changed.connect(self._take_change)
        row.rangeChosen.connect(self._take_range)
        row.playToggled.connect(self._take_play)
        row.writeRequested.connect(self._take_write)
        self._problems.watch(row.field)
        self._column.addWidget(row)
        return row

    def _order_tabs(self, made: list[ParameterRow]) -> None:
        """Put the controls of new rows after what comes before them in the window."""
        before = self._rows[-1].tab_stops()[-1] if self._rows else tabbed_before(self)
        stops = [before, *(stop for row in made for stop in row.tab_stops())]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _sender(self) -> ParameterRow:
        row = self.sender()
        assert isinstance(row, ParameterRow)  # noqa: S101  (for the type checker)
        return row

    def _take_change(self, value: float, finished: bool) -> None:
        name = self._sender().name
        self._pending[name] = (value, finished)
        if not self._pace.isActive():
            self._tell_pending()

    def _take_range(self, low: float, high: float) -> None:
        row = self._sender()
        name, value = row.name, min(max(row.value, low), high)
        if value != row.value:  # before the range, which it would widen
            self.parameterChanged.emit(name, value, True)
        self.rangeChanged.emit(name, low, high)

    def _take_write(self) -> None:
        self.writeRequested.emit(self._sender().name)

    def _take_play(self, playing: bool) -> None:
        row = self._sender()
        if playing:
            self._player.play(row.name, row.slider.scale, row.value)
            return
        self._player.stop(row.name)
        self.parameterChanged.emit(row.name, row.value, True)

    def _tell_played(self, name: str, value: float) -> None:
        self.parameterChanged.emit(name, value, False)

    @Slot()
    def _tell_pending(self) -> None:
        """Tell the newest values, and no others for a while."""
        pending, self._pending = self._pending, {}
        if not pending:
            return
        self._pace.start()
        for name, (value, finished) in pending.items():
            self.parameterChanged.emit(name, value, finished)

    def _stop_all(self) -> None:
        for row in self._rows:
            row.play.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Stop what plays, tell what is still to be told."""
        self._stop_all()
        self._tell_pending()
        self._pace.stop()
        super().hideEvent(event)


def _scrolling_column() -> tuple[QScrollArea, QVBoxLayout]:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(metrics.LABEL_GAP)
    area = QScrollArea()
    area.setWidget(content)
    content.setAutoFillBackground(False)  # which setWidget turns on
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area, column
