"""A quantity of every run as a picture: state and painting, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.document.display import LossAxis
from gradviz.document.results import Training
from gradviz.document.run_names import run_names
from gradviz.plots.abscissas import Counted
from gradviz.plots.colours import colour
from gradviz.plots.curve_hover import paint_hover
from gradviz.plots.curve_layout import CurveLayout, Frame, lay_out
from gradviz.plots.curve_lines import Shown, lines_of_steps, lines_of_training
from gradviz.plots.curve_painting import paint_axes, paint_cursor, paint_curves, paint_mark
from gradviz.plots.curve_words import heading_of, unit_of
from gradviz.plots.epoch_axis import step_and_epoch
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, face
from gradviz.plots.margins import Margin
from gradviz.plots.picture import step_moment
from gradviz.plots.press import REACH, PickedStep
from gradviz.plots.rate_flags import paint_flags, rate_flags
from gradviz.plots.rate_strip import has_schedule
from gradviz.plots.run_series import Grain, RunSeries
from gradviz.plots.series import NOTHING, Quantity, Span, goes_on

if TYPE_CHECKING:
    from gradviz.document.results import Outcome, RunResult
    from gradviz.plots.axes import Projection
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.rate_flags import RateFlag
    from gradviz.plots.themes import Theme

_FULL: Final = Span(90.0, 100.0, 90.0)
"""Percents that are in sight even if all values are in a narrower range."""


class CurvePicture:
    """Draws a quantity of all visible runs.

    Parameters
    ----------
    quantity : Quantity
        The value of f, the norm of its gradient, or the accuracy of a network.
    theme : Theme
        Colours.

    Attributes
    ----------
    hovered : float or None
        The place on the axis that is told about.
    margin : Margin
        The left axis, shared with the pictures it is to line up with.
    """

    def __init__(self, quantity: Quantity, theme: Theme) -> None:
        self.quantity = quantity
        self.theme = theme
        self.cursor = 0
        self.selected = 0
        self.dimmed = False
        self.hovered: float | None = None
        self.margin = Margin()
        self._axis = LossAxis.STEPS
        self._log: bool | None = None
        self._grain = Grain.EPOCHS
        self._results: Outcome | None = None
        self._series: list[RunSeries] = []
        self._layout: tuple[tuple[object, ...], CurveLayout] | None = None

    @property
    def results(self) -> Outcome | None:
        """What is drawn."""
        return self._results

    @results.setter
    def results(self, results: Outcome | None) -> None:
        self._series = self._grown_series(results)
        self._results = results
        self._layout = None

    @property
    def log(self) -> bool | None:
        """Whether the axis is logarithmic; None leaves it to the values."""
        return self._log

    @log.setter
    def log(self, log: bool | None) -> None:
        self._log = log
        self._layout = None

    @property
    def axis(self) -> LossAxis:
        """What the curves are drawn against."""
        return self._axis

    @axis.setter
    def axis(self, axis: LossAxis) -> None:
        if axis is not self._axis:
            self._axis = axis
            self._series = self._fresh_series(self._results)
            self._layout = self.hovered = None

    @property
    def grain(self) -> Grain:
        """What of a training is drawn."""
        return self._grain

    @grain.setter
    def grain(self, grain: Grain) -> None:
        self._grain = grain
        self._layout = None

    @property
    def pace(self) -> int:
        """Steps of an epoch; 0 if there are no epochs."""
        training = self._results
        return training.batches.steps_per_epoch if isinstance(training, Training) else 0

    @property
    def last_step(self) -> int:
        """The last step that the axis reaches."""
        if self._results is None:
            return 1
        planned = 0 if self._results.complete else _planned(self._results)
        return max(1, planned, *(series.last for series in self._series))

    def _fresh_series(self, results: Outcome | None) -> list[RunSeries]:
        if results is None:
            return []
        return [RunSeries(self.quantity, results, run, self._axis) for run in results.runs]

    def _grown_series(self, results: Outcome | None) -> list[RunSeries]:
        """Return the series of all runs; those of the same experiment only take new steps."""
        if results is None or not goes_on(self._results, results):
            return self._fresh_series(results)
        for series, run in zip(self._series, results.runs, strict=True):
            series.grow(run)
        return self._series

    def shown(self) -> list[Shown]:
        """Return the lines of the visible runs, those of the selected one last."""
        if self._results is None:
            return []
        names = run_names(r.run for r in self._results.runs)
        triples = enumerate(zip(self._results.runs, names, self._series, strict=True))
        lines = [
            line
            for index, (result, name, series) in triples
            if result.run.visible
            for line in self._lines(index, result, name, series)
        ]
        return sorted(lines, key=lambda one: one.index == self.selected)

    def _lines(self, index: int, result: RunResult, name: str, series: RunSeries) -> list[Shown]:
        run = index, result, name, series
        if series.train is None:
            return lines_of_steps(*run, self.theme)
        return lines_of_training(*run, self._grain, self.theme, selected=index == self.selected)

    def heading(self) -> str:
        """Return the quantity."""
        return heading_of(self.quantity)

    def moment(self) -> str:
        """Return at which step the marks are."""
        if not self.pace:
            return step_moment(self.cursor)
        text = QCoreApplication.translate("Picture", "at {0}")
        return text.format(step_and_epoch(self.cursor, self.pace))

    def legend(self) -> list[LegendEntry]:
        """Return style, name and value of the runs in the order of the list.

        Of a training those of the selected run's epochs come first: the others stand behind them.
        """
        lines = sorted(self.shown(), key=lambda one: (one.rank, one.index))
        return [(one.style, one.name, self.told(one, self.cursor)) for one in lines]

    def told(self, one: Shown, step: int) -> float | str:
        """Return the value of a line at a step; percents as they are read."""
        value = one.series.at(step)
        if self.quantity is Quantity.ACCURACY and np.isfinite(value):
            return f"{value:.1f}%"
        return value

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._results is None:
            return QCoreApplication.translate("CurveView", "No steps yet")
        if self.quantity is Quantity.ACCURACY and not any(s.train for s in self._series):
            return QCoreApplication.translate("CurveView", "Without classes there is no accuracy")
        return ""

    def still(self) -> CurvePicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = CurvePicture(self.quantity, self.theme)
        copy.log, copy.axis, copy.results = self.log, self.axis, self.results
        copy.grain = self.grain
        copy.cursor, copy.selected = self.cursor, self.selected
        return copy

    def forget_layout(self) -> None:
        """Measure and prepare everything again at the next painting."""
        self._layout = None

    def layout(self, size: QSizeF) -> CurveLayout:
        """Return the measures of a picture of `size`."""
        key = (size.width(), size.height(), self.margin.width)
        if self._layout is None or self._layout[0] != key:
            shown = self.shown()
            layout = lay_out(shown, self._frame(shown, size), self.margin, self)
            self._layout = ((*key[:2], self.margin.width), layout)
        return self._layout[1]

    def _frame(self, shown: list[Shown], size: QSizeF) -> Frame:
        is_percent = self.quantity is Quantity.ACCURACY
        return Frame(
            size=QSizeF(size),
            whole=self._whole(shown),
            log=False if is_percent else self._log,
            strip=self.quantity is Quantity.VALUE and has_schedule([s.result for s in shown]),
            pace=self.pace,
            last=self._last_of(shown[-1]) if shown else self.last_step,
            span=_FULL if is_percent else NOTHING,
        )

    def _last_of(self, one: Shown) -> int:
        """Return the last step that has a place on the axis of a line."""
        if isinstance(one.series.along, Counted):
            return self.last_step
        return len(one.result.trajectory) - 1

    def _whole(self, shown: list[Shown]) -> float:
        """Return where the axis ends."""
        if self._axis is LossAxis.PATH_LENGTH:
            ways = [one.series.along.at(one.series.along.nearest(np.inf)) for one in shown]
            return max([way for way in ways if way > 0.0], default=1.0)
        each = shown[0].series.along.at(1) if shown else 1.0
        return each * self.last_step

    @property
    def unit(self) -> str:
        """What the axis counts; empty for steps."""
        return "" if self._results is None else unit_of(self._axis, self._results)

    def projection(self, size: QSizeF) -> Projection:
        """Return the map from (place, value or exponent) to pixels."""
        return self.layout(size).projection

    def step_at(self, size: QSizeF, x: float) -> int:
        """Return the step under a pixel column: of the selected run, where each has its own."""
        place = self.projection(size).data(x, 0.0)[0]
        leader = self._leader()
        if leader is None:
            return 0
        if isinstance(leader.series.along, Counted):
            return min(leader.series.along.nearest(place), self.last_step)
        return leader.series.nearest(place)

    def place_at(self, size: QSizeF, x: float) -> float:
        """Return the place on the axis under a pixel column, that of a step where all have it."""
        leader = self._leader()
        if leader is not None and isinstance(leader.series.along, Counted):
            return leader.series.along.at(self.step_at(size, x))
        projection = self.projection(size)
        return min(max(projection.data(x, 0.0)[0], 0.0), projection.x_max)

    def picked_at(self, size: QSizeF, at: tuple[float, float]) -> PickedStep | None:
        """Return the step that is drawn nearest to a pixel, of the selected run if it is as near.

        None farther away than `REACH`.
        """
        best, least = None, REACH
        for curve in reversed(self.layout(size).curves):
            away = np.hypot(curve.points[:, 0] - at[0], curve.points[:, 1] - at[1])
            nearest = int(np.argmin(np.where(np.isnan(away), np.inf, away)))
            if away[nearest] < least:
                least = float(away[nearest])
                x, y = curve.points[nearest].tolist()
                best = PickedStep(curve.shown.index, int(curve.steps[nearest]), x, y)
        return best

    def _leader(self) -> Shown | None:
        """Return the run that the cursor's line belongs to."""
        shown = self.shown()
        return shown[-1] if shown else None

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.problem():
            self._say(painter, QRectF(QPointF(0, 0), size), self.problem())
            return
        self.paint_ground(painter, self.layout(size))
        self.paint_over(painter, size)

    def paint_ground(
        self, painter: QPainter, layout: CurveLayout, split: float | None = None
    ) -> None:
        """Paint axes and curves; as with the cursor in a pixel column, if one is given."""
        splits = self.splits(layout) if split is None else [split] * len(layout.curves)
        paint_axes(painter, layout, splits, self.unit, self.theme)
        if layout.is_empty and layout.curves:
            note = QCoreApplication.translate("CurveView", "No finite values to draw")
            self._say(painter, layout.projection.area, note)
        if self.quantity is Quantity.VALUE:
            paint_flags(painter, self.flags(layout), layout.projection, self.theme)
        paint_curves(painter, layout, splits, self.theme)

    def paint_over(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the cursor, and what belongs to the mouse."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout(size)
        if layout.curves:
            place = self._place_of_cursor(layout.curves[-1].shown)
            paint_cursor(painter, layout, place, self.theme)
        for curve in layout.curves:
            paint_mark(painter, layout, curve.shown, self.cursor, self.theme, rim=1.4)
        if self.hovered is not None:
            paint_hover(painter, self, layout, self.hovered)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0, 0), size), self.theme)

    def flags(self, layout: CurveLayout) -> list[RateFlag]:
        """Return where learning rates were changed on the way."""
        return rate_flags([curve.shown for curve in layout.curves], layout.projection, self.theme)

    def _say(self, painter: QPainter, box: QRectF, note: str) -> None:
        face(BODY).write_within(painter, box, note, colour(self.theme.text_faint))

    def _place_of_cursor(self, one: Shown) -> float:
        """Return where the cursor is for one run; nan beyond all numbers."""
        return one.series.along.at(min(self.cursor, self._last_of(one)))

    def splits(self, layout: CurveLayout) -> list[float]:
        """Return for each curve the pixel column that parts what was from what comes."""
        splits = []
        for curve in layout.curves:
            place = self._place_of_cursor(curve.shown)
            column = layout.projection.place(place, 0.0)[0]
            splits.append(column if np.isfinite(place) else layout.projection.box.right)
        return splits


def _planned(outcome: Outcome) -> int:
    """Return how many steps each run is to take."""
    if isinstance(outcome, Training):
        return outcome.task.epochs * outcome.batches.steps_per_epoch
    return outcome.experiment.steps
