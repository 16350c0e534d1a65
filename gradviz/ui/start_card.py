"""The card of the start point, the number of steps, and when and how steps are disturbed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from gradviz.document.experiment import H_MIN, MAX_NUMBER, MAX_SEED, MAX_STEPS
from gradviz.plots.numerals import variable_label
from gradviz.ui import metrics
from gradviz.ui.card import Card
from gradviz.ui.controls import discard, labelled
from gradviz.ui.keys import tabbed_before
from gradviz.ui.number_field import NumberField
from gradviz.ui.number_format import Stepping
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.variable_count import VariableCount

if TYPE_CHECKING:
    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme

COLUMNS: Final = 3
MOST_ROWS: Final = 4
"""Rows of coordinates that are seen at once; more scroll."""
ROW: Final = 14 + metrics.CAPTION_GAP + metrics.FIELD
"""Height of a label with its field."""


class StartCard(Card):
    """Shows start, steps, tolerance, noise and seed of an experiment and tells what is typed."""

    changed = Signal(object)
    """The fields of the experiment that the user changes, with their new values: a dict."""
    resized = Signal(object)
    """A start with another number of coordinates, which the formula leaves open: a tuple."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Start and steps"))
        self._start: tuple[float, ...] = ()
        self._variables: tuple[str, ...] = ()
        self._coordinates: list[NumberField] = []
        self._problems = ProblemLine()
        self._count = self._build_count()
        self._steps = self._build_steps()
        self._tolerance = self._build_tolerance()
        self._noise = self._build_noise()
        self._seed = self._build_seed()
        self._steps_holder = labelled(self.tr("Steps"), self._steps)
        self._area, self._upper = _scrolling_grid()
        self._lower = _grid(QGridLayout())
        self._lay_out()

    def _field(self, name: str, spoken: str, tip: str, field: NumberField) -> NumberField:
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setToolTip(tip)
        self._problems.watch(field)
        return field

    def _build_count(self) -> VariableCount:
        count = VariableCount()
        count.chosen.connect(self.resized)
        self.add_header_widget(count)
        tip = self.tr("The formula takes any number of variables: how many it gets")
        self._field("variableCountField", self.tr("Number of variables"), tip, count.field)
        return count

    def _build_steps(self) -> NumberField:
        field = NumberField(integer=True, low=0, high=MAX_STEPS, stepping=Stepping.DECADES)
        field.edited.connect(self._edit_steps)
        tip = self.tr("How often every run updates its point")
        return self._field("stepsField", self.tr("Steps"), tip, field)

    def _build_tolerance(self) -> NumberField:
        field = NumberField(optional=True, low=H_MIN, high=MAX_NUMBER, first=1e-6)
        field.setPlaceholderText(self.tr("off"))
        field.edited.connect(self._edit_tolerance)
        tip = self.tr("Stop a run where ‖∇f‖ is below this; empty for never")
        return self._field("toleranceField", self.tr("Stop below ‖∇f‖"), tip, field)

    def _build_noise(self) -> NumberField:
        field = NumberField(low=0.0, high=MAX_NUMBER, first=1e-2)
        field.edited.connect(self._edit_noise)
        tip = self.tr("Standard deviation of the noise added to every part of the gradient")
        return self._field("noiseField", self.tr("Noise"), tip, field)

    def _build_seed(self) -> NumberField:
        field = NumberField(integer=True, low=0, high=MAX_SEED)
        field.edited.connect(self._edit_seed)
        tip = self.tr("The same seed gives the same noise")
        return self._field("seedField", self.tr("Seed"), tip, field)

    def _lay_out(self) -> None:
        self._holders = [
            self._steps_holder,
            labelled(self.tr("Stop ‖∇f‖ <"), self._tolerance),
            labelled(self.tr("Noise"), self._noise),
            labelled(self.tr("Seed"), self._seed),
        ]
        self.body.addWidget(self._area)
        self.body.addLayout(self._lower)
        self.body.addWidget(self._problems)
        # fields made before the window is put together take their place in its tab order
        self._show_variables(("x0", "x1"))

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Show an experiment: as many coordinates as its start has."""
        variables = formula.variables
        if len(variables) != len(experiment.start):  # between an edit and its evaluation
            variables = tuple(f"x{i}" for i in range(len(experiment.start)))
        if variables != self._variables:
            self._show_variables(variables)
        self._start = experiment.start
        self._count.set_experiment(experiment, formula)
        for field, value in zip(self._coordinates, experiment.start, strict=True):
            field.set_value(value)
        self._steps.set_value(experiment.steps)
        self._tolerance.set_value(experiment.tolerance)
        self._noise.set_value(experiment.noise)
        self._seed.set_value(experiment.seed)

    def set_theme(self, _theme: Theme) -> None:
        """Do nothing: the style sheet colours everything here."""

    def _show_variables(self, variables: tuple[str, ...]) -> None:
        """Make one field a variable, and put the steps where there is room."""
        before = [tabbed_before(field) for field in self._coordinates[:1]]
        for field in self._coordinates:
            self._problems.forget(field)
            discard(field)
        self._variables = variables
        self._coordinates = [self._build_coordinate(i, name) for i, name in enumerate(variables)]
        self._place()
        self._order_tabs(before)

    def _build_coordinate(self, index: int, name: str) -> NumberField:
        field = NumberField(low=-MAX_NUMBER, high=MAX_NUMBER)
        spoken = self.tr("Start {0}").format(name)
        tip = self.tr("Where {0} starts").format(name)
        field.edited.connect(self._edit_start)
        return self._field(f"startField{index}", spoken, tip, field)

    def _place(self) -> None:
        """Lay the fields out: the steps, and what follows, fill the last row of the coordinates."""
        holders = [
            labelled(variable_label(name), field)
            for name, field in zip(self._variables, self._coordinates, strict=True)
        ]
        others = list(self._holders)
        while len(holders) % COLUMNS:
            holders.append(others.pop(0))
        rows = _fill(self._upper, holders, COLUMNS)
        _fill(self._lower, others, COLUMNS if len(others) == COLUMNS else 2)
        scrolls = rows > MOST_ROWS
        seen = MOST_ROWS + 0.5 if scrolls else rows
        self._upper.setContentsMargins(0, 0, metrics.LABEL_GAP if scrolls else 0, 0)
        self._area.setFixedHeight(round(seen * (ROW + metrics.ROW_GAP)) - metrics.ROW_GAP)

    def _order_tabs(self, before: list[QWidget]) -> None:
        order = (*before, *self._coordinates, self._steps, self._tolerance, self._noise, self._seed)
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)

    def _edit_start(self) -> None:
        start = [
            old if field.value() is None else field.value()
            for field, old in zip(self._coordinates, self._start, strict=True)
        ]
        self.changed.emit({"start": tuple(start)})

    def _edit_steps(self, steps: int) -> None:
        self.changed.emit({"steps": steps})

    def _edit_tolerance(self, tolerance: float | None) -> None:
        self.changed.emit({"tolerance": tolerance})

    def _edit_noise(self, noise: float) -> None:
        self.changed.emit({"noise": noise})

    def _edit_seed(self, seed: int) -> None:
        self.changed.emit({"seed": seed})


def _grid(grid: QGridLayout) -> QGridLayout:
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(metrics.ROW_GAP)
    grid.setVerticalSpacing(metrics.ROW_GAP)
    return grid


def _scrolling_grid() -> tuple[QScrollArea, QGridLayout]:
    content = QWidget()
    content.setObjectName("startFields")
    grid = _grid(QGridLayout(content))
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area, grid


def _fill(grid: QGridLayout, holders: list[QWidget], columns: int) -> int:
    """Put `holders` into a grid row by row and return how many rows that takes."""
    for index, holder in enumerate(holders):
        grid.addWidget(holder, index // columns, index % columns)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, int(column < columns))
    return -(-len(holders) // columns)
