"""A quantity of every run as a picture: state and painting, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from gradviz.core.differences import Method
from gradviz.document.display import LossAxis
from gradviz.plots import polylines
from gradviz.plots.abscissas import Counted, abscissa
from gradviz.plots.axes import paint_grid, paint_labels
from gradviz.plots.colours import blended, colour
from gradviz.plots.curve_hover import paint_hover
from gradviz.plots.curve_layout import LINE_WIDTH, CurveLayout, Frame, Shown, lay_out
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, Align, face
from gradviz.plots.margins import Margin
from gradviz.plots.marks import marks, to_path
from gradviz.plots.picture import step_moment
from gradviz.plots.polylines import Box
from gradviz.plots.press import REACH, PickedStep
from gradviz.plots.rate_strip import has_schedule
from gradviz.plots.series import Quantity, Series, goes_on
from gradviz.plots.ticks import Ticks
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from gradviz.document.results import Results
    from gradviz.plots.axes import Projection
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

FAINT: Final = 0.38
_MARK_RADIUS: Final = 4.2
_NO_TICKS: Final = Ticks((), ())


class CurvePicture:
    """Draws a quantity of all visible runs.

    Parameters
    ----------
    quantity : Quantity
        The value of f or the norm of its gradient.
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
        self._results: Results | None = None
        self._series: list[Series] = []
        self._layout: tuple[tuple[object, ...], CurveLayout] | None = None

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
    def last_step(self) -> int:
        """The last step that the axis reaches."""
        if self._results is None:
            return 1
        return max(
            1,
            self._results.experiment.steps if not self._results.complete else 0,
            *(len(series) - 1 for series in self._series),
        )

    def _fresh_series(self, results: Results | None) -> list[Series]:
        if results is None:
            return []
        return [
            Series(self.quantity, t, abscissa(self._axis, results, t))
            for t in (run.trajectory for run in results.runs)
        ]

    def _grown_series(self, results: Results | None) -> list[Series]:
        """Return the series of all runs; those of the same experiment only take new steps."""
        if results is None or not goes_on(self._results, results):
            return self._fresh_series(results)
        for series, run in zip(self._series, results.runs, strict=True):
            series.grow(run.trajectory)
        return self._series

    def shown(self) -> list[Shown]:
        """Return the visible runs, the selected one last."""
        if self._results is None:
            return []
        runs = [
            Shown(index, result, self.theme.run(result.run.style), series)
            for index, (result, series) in enumerate(
                zip(self._results.runs, self._series, strict=True)
            )
            if result.run.visible
        ]
        return sorted(runs, key=lambda one: one.index == self.selected)

    def heading(self) -> str:
        """Return the quantity."""
        if self.quantity is Quantity.VALUE:
            return QCoreApplication.translate("CurveView", "Loss")
        return QCoreApplication.translate("CurveView", "Gradient norm")

    def moment(self) -> str:
        """Return at which step the marks are."""
        return step_moment(self.cursor)

    def legend(self) -> list[LegendEntry]:
        """Return style, name and value of the visible runs, in the order of the list."""
        return [
            (one.style, one.result.run.label, one.series.at(self.cursor))
            for one in sorted(self.shown(), key=lambda one: one.index)
        ]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._results is not None:
            return ""
        return QCoreApplication.translate("CurveView", "No steps yet")

    def still(self) -> CurvePicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = CurvePicture(self.quantity, self.theme)
        copy.log, copy.axis, copy.results = self.log, self.axis, self.results
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
            strip = self.quantity is Quantity.VALUE and has_schedule([s.result for s in shown])
            frame = Frame(QSizeF(size), self._whole(shown), self._log, strip)
            layout = lay_out(shown, frame, self.margin, self)
            self._layout = ((*key[:2], self.margin.width), layout)
        return self._layout[1]

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
        if self._axis is LossAxis.STEPS or self._results is None:
            return ""
        if self._axis is LossAxis.PATH_LENGTH:
            return QCoreApplication.translate("CurveView", "path length")
        if self._results.experiment.method is Method.EXACT:
            return QCoreApplication.translate("CurveView", "evaluations of ∇f")
        return QCoreApplication.translate("CurveView", "evaluations of f")

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
        if self._results is None:
            self._say(painter, QRectF(QPointF(0, 0), size), self.problem())
            return
        layout = self.layout(size)
        self._paint_axes(painter, layout)
        if layout.is_empty and layout.curves:
            note = QCoreApplication.translate("CurveView", "No finite values to draw")
            self._say(painter, layout.projection.area, note)
        self._paint_curves(painter, layout)
        self._paint_cursor(painter, layout)
        if self.hovered is not None:
            paint_hover(painter, self, layout, self.hovered)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0, 0), size), self.theme)

    def _say(self, painter: QPainter, box: QRectF, note: str) -> None:
        face(BODY).write_within(painter, box, note, colour(self.theme.text_faint))

    def _paint_axes(self, painter: QPainter, layout: CurveLayout) -> None:
        """Paint rules and labels; those of the common axis under the strip, if there is one."""
        theme = self.theme
        y = _NO_TICKS if layout.is_empty else layout.y
        paint_grid(painter, layout.projection, None, y, colour(theme.plot_grid))
        if layout.strip is None:
            paint_labels(painter, layout.projection, layout.x, y, theme)
        else:
            paint_labels(painter, layout.projection, _NO_TICKS, y, theme)
            layout.strip.paint(painter, self._splits(layout), FAINT, theme)
            paint_labels(painter, layout.strip.projection, layout.x, _NO_TICKS, theme)
        if self.unit:
            place = (layout.projection.box.right, layout.projection.box.top - 4.0)
            face().write(painter, place, self.unit, colour(theme.text_muted), Align.AlignRight)

    def _place_of_cursor(self, one: Shown) -> float:
        """Return where the cursor is for one run; nan beyond all numbers."""
        along = one.series.along
        last = self.last_step if isinstance(along, Counted) else len(one.series) - 1
        return along.at(min(self.cursor, last))

    def _splits(self, layout: CurveLayout) -> list[float]:
        """Return for each curve the pixel column that parts what was from what comes."""
        splits = []
        for curve in layout.curves:
            place = self._place_of_cursor(curve.shown)
            column = layout.projection.place(place, 0.0)[0]
            splits.append(column if np.isfinite(place) else layout.projection.box.right)
        return splits

    def _paint_curves(self, painter: QPainter, layout: CurveLayout) -> None:
        """Paint each line up to the cursor and, fainter, after it; first what is faint."""
        box = layout.projection.box
        top, bottom = box.top - 4.0, box.bottom + 4.0
        splits = self._splits(layout)
        for alpha in (FAINT, 1.0):
            for curve, split in zip(layout.curves, splits, strict=True):
                left, right = (split, box.right) if alpha < 1.0 else (box.left - 4.0, split)
                if right - left < 1.0:
                    continue
                ink = blended(curve.shown.style.colour, self.theme.surface, alpha)
                line = polylines.clip(curve.line, Box(left, top, right, bottom))
                painter.strokePath(to_path(line), pen(ink, LINE_WIDTH, round_ends=False))

    def _paint_cursor(self, painter: QPainter, layout: CurveLayout) -> None:
        """Paint the line of the selected run, which all share that are counted, and all marks."""
        box = layout.projection.box
        if layout.curves:
            place = self._place_of_cursor(layout.curves[-1].shown)
            column = layout.projection.place(place, 0.0)[0]
            painter.setPen(QPen(colour(self.theme.accent), 1.3))
            if np.isfinite(column):
                painter.drawLine(QPointF(column, box.top - 4.0), QPointF(column, layout.bottom))
        for curve in layout.curves:
            self.paint_mark(painter, layout, curve.shown, self.cursor, 1.4)

    def paint_mark(
        self, painter: QPainter, layout: CurveLayout, one: Shown, step: int, rim: float
    ) -> None:
        """Paint the symbol of a run at a step, if that is within the plot."""
        place = layout.at(one.series, step)
        if layout.projection.box.grown(2.0).holds(place)[0]:
            mark = marks(one.style.symbol, place, _MARK_RADIUS, rim)
            mark.paint(painter, colour(one.style.colour), colour(self.theme.surface))
