"""The slice of a function with the descents on it, as a picture: state and painting, no widget."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from gradviz.plots import polylines
from gradviz.plots.axes import paint_grid, paint_labels, paint_names
from gradviz.plots.colours import colour
from gradviz.plots.curve_scenery import paint_curve
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, face
from gradviz.plots.overlays import paint_start
from gradviz.plots.placing import HEIGHT, Room
from gradviz.plots.polylines import Box
from gradviz.plots.series import goes_on
from gradviz.plots.slice_dots import Dots, paint_point, paint_runs
from gradviz.plots.slice_downhill import (
    paint_landing,
    paint_minima,
    paint_upright_labels,
    paint_uprights,
    uprights,
)
from gradviz.plots.slice_facts import FactsFrame
from gradviz.plots.slice_frame import Frame, frame_of, unscaled
from gradviz.plots.slice_lines import (
    paint_line_labels,
    paint_lines,
    paint_stencil,
    paint_triangle,
    straight_lines,
)
from gradviz.plots.slice_words import axis_names, problem_sentence

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.core.slices import Quotient, Slice
    from gradviz.document.results import Results
    from gradviz.document.slices import SliceStudy, Window
    from gradviz.plots.themes import RunStyle, Theme


class SlicePicture:
    """Draws a slice with its tangent and secant, and the steps of the selected run.

    Parameters
    ----------
    theme : Theme
        Colours.

    Attributes
    ----------
    window : Window or None
        What is shown; None for all. While the user moves about it is not what was sampled: that
        is shown stretched until the next slice comes.
    start : float or None
        Where the runs of one variable start, while that is moved.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.window: Window | None = None
        self.tangent = True
        self.secant = True
        self.cursor = 0
        self.selected = 0
        self.dimmed = False
        self.start: float | None = None
        self.start_held = False
        self.facts = FactsFrame()
        self._study: SliceStudy | None = None
        self._results: Results | None = None
        self._dots: Dots | None = None
        self._layout: tuple[tuple[object, ...], Frame] | None = None

    @property
    def study(self) -> SliceStudy | None:
        """What is drawn."""
        return self._study

    @study.setter
    def study(self, study: SliceStudy | None) -> None:
        self._study = study
        self._layout = None

    def forget_layout(self) -> None:
        """Measure everything again at the next painting."""
        self._layout = None

    @property
    def results(self) -> Results | None:
        """The runs that are drawn."""
        return self._results

    @results.setter
    def results(self, results: Results | None) -> None:
        if not goes_on(self._results, results):
            self._dots = None
        self._results = results

    def select(self, index: int) -> None:
        """Draw the steps of the run of this index."""
        if index != self.selected:
            self._dots = None
        self.selected = index

    @property
    def cut(self) -> Slice | None:
        """The curve, if there is one."""
        return self._study.slice if self._study is not None else None

    @property
    def coordinate(self) -> int | None:
        """Along which coordinate the slice runs; None against the gradient or without a slice."""
        return self._study.request.direction if self._study is not None else None

    @property
    def has_start(self) -> bool:
        """Whether the start can be shown on the curve: that of one variable can."""
        return self._fits and self.coordinate == 0 and len(self._variables) == 1

    @property
    def _variables(self) -> tuple[str, ...]:
        return self._study.variables if self._study is not None else ()

    @property
    def _fits(self) -> bool:
        """Whether slice and runs have the same variables; just after an edit they may not."""
        return self._results is not None and self._results.formula.variables == self._variables

    @property
    def _style(self) -> RunStyle:
        if self._results is None:
            return self.theme.run(0)
        return self.theme.run(self._results.runs[self._run].run.style)

    @property
    def _run(self) -> int:
        """The index of the selected run, while there is one less than before too."""
        last = len(self._results.runs) - 1 if self._results is not None else 0
        return min(max(self.selected, 0), last)

    def frame(self, size: QSizeF) -> Frame | None:
        """Return where everything is in a picture of `size`; None without a curve."""
        cut = self.cut
        if self._study is None or cut is None:
            return None
        key = (size.toTuple(), self.window)
        if self._layout is None or self._layout[0] != key:
            self._layout = (key, frame_of(self._study, cut, self.window, size))
        return self._layout[1]

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint everything but what follows the mouse; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, cut = self.frame(size), self.cut
        if frame is None or cut is None:
            self._paint_words(painter, size)
        else:
            self._paint_plot(painter, frame, cut)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0.0, 0.0), size), self.theme)

    def _paint_words(self, painter: QPainter, size: QSizeF) -> None:
        text = QCoreApplication.translate("SliceView", "Nothing to show yet.")
        if self._study is not None:
            text = problem_sentence(self._study)
        room = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
        face(BODY).write_within(painter, room, text, colour(self.theme.text_muted))

    def _paint_plot(self, painter: QPainter, frame: Frame, cut: Slice) -> None:
        projection, theme = frame.projection, self.theme
        paint_grid(painter, projection, frame.x, frame.y, colour(theme.plot_grid))
        paint_curve(painter, frame.curve, projection, theme, -frame.base)
        self._paint_axes(painter, frame)
        room = self._room(frame)
        painter.save()
        painter.setClipRect(projection.area.adjusted(-1.0, -1.0, 1.0, 1.0))
        if self.coordinate is None:
            self._paint_downhill(painter, frame, cut, room)
        else:
            self._paint_coordinate(painter, frame, cut, room)
        painter.restore()

    def _paint_axes(self, painter: QPainter, frame: Frame) -> None:
        if self._study is None:
            return
        x, y = (unscaled(ticks) for ticks in (frame.x, frame.y))
        paint_labels(painter, frame.projection, x, y, self.theme)
        names = axis_names(self._study, frame)
        paint_names(painter, frame.projection, *names, self.theme)

    def _room(self, frame: Frame) -> Room:
        """Return what is free beside the curve and the names of the axes."""
        box, room = frame.projection.box, Room(frame.projection.box)
        points = frame.projection.pixels(frame.curve.x, frame.curve.values)
        room.mind(polylines.clip(polylines.single(points), box))
        if self._study is not None:
            across, upwards = map(face().width, axis_names(self._study, frame))
            low, high = box.bottom - 11.0, box.top + 22.0
            half = HEIGHT / 2.0
            room.take(
                Box(box.right - across - 10.0, low - half, box.right, low + half),
                Box(box.left, high - half, box.left + upwards + 10.0, high + half),
            )
        return room

    def _paint_coordinate(self, painter: QPainter, frame: Frame, cut: Slice, room: Room) -> None:
        study, theme = self._study, self.theme
        quotient = study.quotient if study is not None else None
        is_defined = math.isfinite(cut.value)
        shown = quotient if self.secant and is_defined else None
        lines = straight_lines(cut, shown, frame, theme, tangent=self.tangent and is_defined)
        for line in lines:
            room.mind(line.lines)
        paint_lines(painter, lines)
        self._paint_dots(painter, frame)
        self._take_points(frame, cut, room)
        self._paint_facts(painter, frame, room)
        if shown is not None:
            paint_triangle(painter, cut, shown, frame, room, theme)
        self._paint_points(painter, frame, shown, cut)
        paint_line_labels(painter, lines, room, theme)
        self._paint_start(painter, frame)

    def _paint_downhill(self, painter: QPainter, frame: Frame, cut: Slice, room: Room) -> None:
        study, theme = self._study, self.theme
        if study is None:
            return
        marked = uprights(study, theme)
        paint_uprights(painter, marked, frame)
        lines = straight_lines(cut, None, frame, theme, tangent=self.tangent)
        for line in lines:
            room.mind(line.lines)
        paint_lines(painter, lines)
        self._take_points(frame, cut, room)
        self._paint_facts(painter, frame, room)
        paint_minima(painter, study, frame, room, theme)
        paint_landing(painter, study, cut, frame, self._style, room, theme)
        at = (cut.here, cut.value - frame.base)
        paint_point(painter, frame.projection, at, self._style, theme, large=True)
        paint_upright_labels(painter, marked, frame, room, theme)
        paint_line_labels(painter, lines, room, theme)

    def _paint_dots(self, painter: QPainter, frame: Frame) -> None:
        dots = self._dots_on(frame)
        if dots is not None:
            dots.paint(painter, self._style, self.cursor, self.theme)

    def _dots_on(self, frame: Frame) -> Dots | None:
        """Return the dots of the selected run, grown as far as it has come."""
        study, results, coordinate = self._study, self._results, self.coordinate
        if study is None or results is None or coordinate is None or not self._fits:
            return None
        origin = study.request.origin
        if self._dots is None or not self._dots.fits(frame, origin, coordinate):
            self._dots = Dots(frame, origin, coordinate)
        self._dots.grow(results.runs[self._run])
        return self._dots

    def _paint_points(
        self, painter: QPainter, frame: Frame, quotient: Quotient | None, cut: Slice
    ) -> None:
        if quotient is not None:
            paint_stencil(painter, cut, quotient, frame, self.theme)
        if self._study is not None and self._results is not None and self._fits:
            place = (self._study.request.origin, self.coordinate or 0)
            chosen = (self._run, self.cursor)
            paint_runs(painter, self._results, frame, place, chosen, self.theme)

    def _take_points(self, frame: Frame, cut: Slice, room: Room) -> None:
        """Let no words be written over the point."""
        x, y = frame.projection.place(cut.here, cut.value - frame.base)
        room.take(Box(x - 9.0, y - 9.0, x + 9.0, y + 9.0))
        start = self._start_place(frame)
        if start is not None:  # and its name, to its upper left
            room.take(Box(start[0] - 42.0, start[1] - 26.0, start[0] + 10.0, start[1] + 10.0))

    def _paint_facts(self, painter: QPainter, frame: Frame, room: Room) -> None:
        study, cut, box = self._study, self.cut, frame.projection
        if study is not None and cut is not None:
            is_seen = box.x_min <= cut.here <= box.x_max
            self.facts.paint(painter, study, cut, room, self.theme, is_seen=is_seen)

    # --- the start of one variable, and clicks

    def start_place(self, size: QSizeF) -> tuple[float, float] | None:
        """Return where the start is seen, in pixels; None if it is not."""
        frame = self.frame(size)
        return self._start_place(frame) if frame is not None else None

    def _start_place(self, frame: Frame) -> tuple[float, float] | None:
        study, results = self._study, self._results
        if study is None or results is None or not self.has_start:
            return None
        trajectory = results.runs[0].trajectory
        start, value = float(trajectory.x[0, 0]), float(trajectory.value[0])
        if self.start is not None:
            start, value = self.start, float(results.objective.function(self.start))
        place = frame.projection.place(start - study.request.origin, value - frame.base)
        return place if frame.projection.box.grown(1.0).has(*place) else None

    def _paint_start(self, painter: QPainter, frame: Frame) -> None:
        place = self._start_place(frame)
        if place is not None:
            box = frame.projection.box
            paint_start(painter, place, box, self.theme, held=self.start_held)

    def step_at(self, size: QSizeF, at: tuple[float, float]) -> int | None:
        """Return the step whose dot is at a pixel, if there is one."""
        frame = self.frame(size)
        dots = self._dots_on(frame) if frame is not None else None
        return dots.step_at(*at) if dots is not None else None
