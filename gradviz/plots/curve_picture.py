"""A quantity of every run against the step, as a picture: state and painting, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from gradviz.plots import polylines
from gradviz.plots.axes import BOTTOM, Projection, left_width, paint_grid, paint_labels
from gradviz.plots.colours import blended, colour
from gradviz.plots.frames import Row, paint_dimming, paint_readout, readout_size
from gradviz.plots.lettering import BODY, face
from gradviz.plots.marks import Marks, marks, to_path
from gradviz.plots.numerals import readout
from gradviz.plots.polylines import Box
from gradviz.plots.series import Quantity, Series, goes_on, log_is_better
from gradviz.plots.ticks import Ticks, decade_ticks, linear_ticks, padded
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.document.results import Results
    from gradviz.plots.themes import RunStyle, Theme

LINE_WIDTH: Final = 1.7
FAINT: Final = 0.38
RIGHT: Final = 12.0
TOP: Final = 10.0
MOST_ROWS: Final = 6
_MARK_RADIUS: Final = 4.2


@dataclass(frozen=True, slots=True)
class _Curve:
    """One run's line in pixels, cut at the cursor when it is painted."""

    style: RunStyle
    series: Series
    line: polylines.Lines


class CurvePicture:
    """Draws a quantity of all visible runs against the step.

    Parameters
    ----------
    quantity : Quantity
        The value of f or the norm of its gradient.
    theme : Theme
        Colours.
    """

    def __init__(self, quantity: Quantity, theme: Theme) -> None:
        self.quantity = quantity
        self.theme = theme
        self.cursor = 0
        self.selected = 0
        self.dimmed = False
        self.hovered: int | None = None
        self._log: bool | None = None
        self._results: Results | None = None
        self._series: list[Series] = []
        self._layout: tuple[QSizeF, Projection, Ticks, Ticks] | None = None
        self._curves: list[_Curve] = []

    @property
    def results(self) -> Results | None:
        """What is drawn."""
        return self._results

    @results.setter
    def results(self, results: Results | None) -> None:
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
    def last_step(self) -> int:
        """The last step that the axis reaches."""
        if self._results is None:
            return 1
        return max(
            1,
            self._results.experiment.steps if not self._results.complete else 0,
            *(len(series) - 1 for series in self._series),
        )

    def _grown_series(self, results: Results | None) -> list[Series]:
        """Return the series of all runs; those of the same experiment only take new steps."""
        if results is None:
            return []
        if not goes_on(self._results, results):
            return [Series(self.quantity, run.trajectory) for run in results.runs]
        for series, run in zip(self._series, results.runs, strict=True):
            series.grow(run.trajectory)
        return self._series

    def shown(self) -> list[tuple[RunStyle, Series, str]]:
        """Return style, series and name of each visible run, the selected one last."""
        if self._results is None:
            return []
        pairs = list(enumerate(zip(self._results.runs, self._series, strict=True)))
        pairs.sort(key=lambda pair: pair[0] == self.selected)
        return [
            (self.theme.run(result.run.style), series, result.run.label)
            for _, (result, series) in pairs
            if result.run.visible
        ]

    def entries(self, step: int) -> list[tuple[RunStyle, str, float]]:
        """Return style, name and value of the visible runs at a step, in the order of the list."""
        if self._results is None:
            return []
        return [
            (self.theme.run(result.run.style), result.run.label, series.at(step))
            for result, series in zip(self._results.runs, self._series, strict=True)
            if result.run.visible
        ]

    def forget_layout(self) -> None:
        """Measure and prepare everything again at the next painting."""
        self._layout = None

    def _lay_out(self, size: QSizeF) -> tuple[Projection, Ticks, Ticks]:
        if self._layout is not None and self._layout[0] == size:
            return self._layout[1:]
        columns = max(16, round(size.width() - 46.0))
        data = [(style, series, *series.shown(columns)) for style, series, _ in self.shown()]
        log = self._is_log([values for *_, values in data])
        lifted = [_lifted(values) if log else values for *_, values in data]
        low, high = _range(lifted)
        lifted = [_floored(values, low) if log else values for values in lifted]
        y = (decade_ticks if log else linear_ticks)(low, high, max(2.0, size.height() / 50.0))
        last = face().width(f"{self.last_step}") / 2
        right = size.width() - max(RIGHT, last + 2.0)
        box = Box(left_width(y), TOP, right, size.height() - BOTTOM)
        projection = Projection(box, 0.0, float(self.last_step), low, high)
        x = linear_ticks(0.0, float(self.last_step), max(2.0, (box.right - box.left) / 68.0))
        self._curves = [
            _Curve(style, series, _line(style, projection, steps, values))
            for (style, series, steps, _), values in zip(data, lifted, strict=True)
        ]
        self._layout = (QSizeF(size), projection, x, y)
        self._is_lifted = log
        return projection, x, y

    def _is_log(self, values: list[NDArray[np.float64]]) -> bool:
        if self._log is not None:
            return self._log
        return bool(values) and log_is_better(np.concatenate(values))

    def projection(self, size: QSizeF) -> Projection:
        """Return the map from (step, value or exponent) to pixels."""
        return self._lay_out(size)[0]

    def step_at(self, size: QSizeF, x: float) -> int:
        """Return the step under a pixel column."""
        step = self.projection(size).data(x, 0.0)[0]
        return min(max(round(step), 0), self.last_step)

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._results is None:
            note = QCoreApplication.translate("CurveView", "No steps yet")
            ink = colour(self.theme.text_faint)
            face(BODY).write_within(painter, QRectF(QPointF(0, 0), size), note, ink)
            return
        projection, x, y = self._lay_out(size)
        paint_grid(painter, projection, None, y, colour(self.theme.plot_grid))
        paint_labels(painter, projection, x, y, self.theme)
        self._paint_curves(painter, projection)
        self._paint_cursor(painter, projection)
        if self.hovered is not None:
            self._paint_hover(painter, projection, self.hovered)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0, 0), size), self.theme)

    def _paint_curves(self, painter: QPainter, projection: Projection) -> None:
        """Paint each line up to the cursor and, fainter, after it."""
        box = projection.box
        split = projection.place(min(self.cursor, self.last_step), 0.0)[0]
        top, bottom = box.top - 4.0, box.bottom + 4.0
        for part, alpha in (
            (Box(split, top, box.right, bottom), FAINT),
            (Box(box.left - 4.0, top, split, bottom), 1.0),
        ):
            if part.right - part.left < 1.0:
                continue
            for curve in self._curves:
                ink = blended(curve.style.colour, self.theme.surface, alpha)
                line = pen(ink, LINE_WIDTH, round_ends=False)
                painter.strokePath(to_path(polylines.clip(curve.line, part)), line)

    def _marks(self, projection: Projection, step: int, rim: float) -> list[tuple[RunStyle, Marks]]:
        """Return the symbols of all runs at a step, those within the plot."""
        found = []
        for curve in self._curves:
            at = min(step, len(curve.series) - 1)
            value = np.array([curve.series.at(at)])
            height = _floored(_lifted(value), projection.y_min) if self._is_lifted else value
            place = projection.pixels([at], height)
            if projection.box.grown(2.0).holds(place)[0]:
                found.append((curve.style, marks(curve.style.symbol, place, _MARK_RADIUS, rim)))
        return found

    def _paint_cursor(self, painter: QPainter, projection: Projection) -> None:
        box = projection.box
        column = projection.place(min(self.cursor, self.last_step), 0.0)[0]
        painter.setPen(QPen(colour(self.theme.accent), 1.3))
        painter.drawLine(QPointF(column, box.top - 4.0), QPointF(column, box.bottom))
        for style, mark in self._marks(projection, self.cursor, 1.4):
            mark.paint(painter, colour(style.colour), colour(self.theme.surface))

    def _paint_hover(self, painter: QPainter, projection: Projection, step: int) -> None:
        box = projection.box
        column = projection.place(step, 0.0)[0]
        painter.setPen(QPen(colour(self.theme.text_faint, 0.6), 1.0))
        painter.drawLine(QPointF(column, box.top), QPointF(column, box.bottom))
        for style, mark in self._marks(projection, step, 1.0):
            mark.paint(painter, colour(style.colour), colour(self.theme.surface))
        rows = [Row(name, readout(v, 3), style.colour) for style, name, v in self.entries(step)]
        more = len(rows) - MOST_ROWS
        if more > 0:
            rest = QCoreApplication.translate("CurveView", "{0} more").format(more + 1)
            rows = [*rows[: MOST_ROWS - 1], Row(rest, "")]
        title = QCoreApplication.translate("CurveView", "step {0}").format(step)
        across, down = readout_size(rows, title)
        left = column + 10.0 if column + 10.0 + across < box.right + 8.0 else column - 10.0 - across
        frame = QRectF(round(max(left, 2.0)), round(box.top), across, down)
        paint_readout(painter, frame, rows, self.theme, title)


def _lifted(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log10, minus infinity for zero; what has none becomes a gap."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log10(values)
    logs[np.isposinf(logs)] = np.nan
    return logs


def _floored(logs: NDArray[np.float64], floor: float) -> NDArray[np.float64]:
    """Put the zeros of a log axis on its lower edge, under all that is labelled."""
    return np.where(np.isneginf(logs), floor, logs)


def _range(curves: list[NDArray[np.float64]]) -> tuple[float, float]:
    """Return the range of all finite values, a little widened."""
    finite = [values[np.isfinite(values)] for values in curves]
    seen = np.concatenate(finite) if finite else np.empty(0)
    if len(seen) == 0:
        return padded(0.0, 1.0, 0.05)
    return padded(float(seen.min()), float(seen.max()), 0.05)


def _line(
    style: RunStyle,
    projection: Projection,
    steps: NDArray[np.intp],
    values: NDArray[np.float64],
) -> polylines.Lines:
    points = projection.pixels(steps, values)
    lines = polylines.clip(polylines.single(points), projection.box.grown(4.0))
    lines = polylines.chosen(lines, polylines.straightened(lines, 0.1))
    return polylines.dashed(lines, tuple(LINE_WIDTH * part for part in style.dash))
