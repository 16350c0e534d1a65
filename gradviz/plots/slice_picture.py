"""The slice of a function with the descents on it, as a picture: painting, no widget."""

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
from gradviz.plots.numerals import variable_label
from gradviz.plots.overlays import paint_start
from gradviz.plots.picture import function_heading, step_moment, value_entries
from gradviz.plots.placing import HEIGHT, Room
from gradviz.plots.polylines import Box
from gradviz.plots.slice_dots import paint_point, paint_runs
from gradviz.plots.slice_downhill import (
    paint_landing,
    paint_minima,
    paint_upright_labels,
    paint_uprights,
    uprights,
)
from gradviz.plots.slice_facts import FactsFrame, facts
from gradviz.plots.slice_frame import unscaled
from gradviz.plots.slice_lines import (
    paint_line_labels,
    paint_lines,
    paint_stencil,
    paint_triangle,
    straight_lines,
)
from gradviz.plots.slice_state import SliceState
from gradviz.plots.slice_words import axis_names, problem_sentence
from gradviz.plots.summary import row_details

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

    from gradviz.core.slices import Quotient, Slice
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.slice_frame import Frame
    from gradviz.plots.themes import Theme


class SlicePicture(SliceState):
    """Draws a slice with its tangent and secant, and the steps of the selected run.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.facts = FactsFrame()

    def heading(self) -> str:
        """Return the function, and of several variables along what it is cut."""
        heading, study = function_heading(self.results), self._study
        if study is None or len(study.variables) == 1:
            return heading
        if study.request.direction is None:
            return QCoreApplication.translate("SliceView", "Against the gradient: {0}").format(
                heading
            )
        name = variable_label(study.variables[study.request.direction])
        return QCoreApplication.translate("SliceView", "Along {0}: {1}").format(name, heading)

    def moment(self) -> str:
        """Return at which step the runs are."""
        return step_moment(self.cursor)

    def legend(self) -> list[LegendEntry]:
        """Return style, name and value of f of the visible runs."""
        return value_entries(self.results, self.theme, self.cursor)

    def details(self) -> list[str]:
        """Return the readout."""
        if self._study is None or self.cut is None:
            return []
        title, rows = facts(self._study, self.cut, self.theme)
        return [title, row_details(rows)]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._study is None:
            return QCoreApplication.translate("SliceView", "Nothing to show yet.")
        return problem_sentence(self._study)

    def still(self) -> SlicePicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = SlicePicture(self.theme)
        copy.study, copy.results = self.study, self.results
        # what has moved on the screen meanwhile is not sampled yet
        copy.window = self.study.request.window if self.study is not None else self.window
        copy.tangent, copy.secant = self.tangent, self.secant
        copy.cursor, copy.selected = self.cursor, self.selected
        return copy

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
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
        room = QRectF(QPointF(0.0, 0.0), size).adjusted(16.0, 8.0, -16.0, -8.0)
        face(BODY).write_within(painter, room, self.problem(), colour(self.theme.text_muted))

    def _paint_plot(self, painter: QPainter, frame: Frame, cut: Slice) -> None:
        projection, theme = frame.projection, self.theme
        paint_grid(painter, projection, frame.x, frame.y, colour(theme.plot_grid))
        paint_curve(painter, frame.curve, projection, theme, -frame.base)
        x, y = (unscaled(ticks) for ticks in (frame.x, frame.y))
        paint_labels(painter, projection, x, y, theme)
        room = self._room(frame)
        painter.save()
        painter.setClipRect(projection.area.adjusted(-1.0, -1.0, 1.0, 1.0))
        if self.coordinate is None:
            self._paint_downhill(painter, frame, cut, room)
        else:
            self._paint_coordinate(painter, frame, cut, room)
        painter.restore()
        self._paint_names(painter, frame)

    def _paint_names(self, painter: QPainter, frame: Frame) -> None:
        if self._study is None:
            return
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
        paint_landing(painter, study, cut, frame, self.style, room, theme)
        at = (cut.here, cut.value - frame.base)
        paint_point(painter, frame.projection, at, self.style, theme, large=True)
        paint_upright_labels(painter, marked, frame, room, theme)
        paint_line_labels(painter, lines, room, theme)

    def _paint_dots(self, painter: QPainter, frame: Frame) -> None:
        dots = self.dots_on(frame)
        if dots is not None:
            dots.paint(painter, self.style, self.cursor, self.theme)

    def _paint_points(
        self, painter: QPainter, frame: Frame, quotient: Quotient | None, cut: Slice
    ) -> None:
        if quotient is not None:
            paint_stencil(painter, cut, quotient, frame, self.theme)
        if self._study is not None and self._results is not None and self.fits:
            place = (self._study.request.origin, self.coordinate or 0)
            chosen = (self.run, self.cursor)
            paint_runs(painter, self._results, frame, place, chosen, self.theme)

    def _take_points(self, frame: Frame, cut: Slice, room: Room) -> None:
        """Let no words be written over the point."""
        x, y = frame.projection.place(cut.here, cut.value - frame.base)
        room.take(Box(x - 9.0, y - 9.0, x + 9.0, y + 9.0))
        start = self.start_on(frame)
        if start is not None:  # and its name, to its upper left
            room.take(Box(start[0] - 42.0, start[1] - 26.0, start[0] + 10.0, start[1] + 10.0))

    def _paint_facts(self, painter: QPainter, frame: Frame, room: Room) -> None:
        study, cut, box = self._study, self.cut, frame.projection
        if study is not None and cut is not None:
            is_seen = box.x_min <= cut.here <= box.x_max
            self.facts.paint(painter, study, cut, room, self.theme, is_seen=is_seen)

    def _paint_start(self, painter: QPainter, frame: Frame) -> None:
        place = self.start_on(frame)
        if place is not None:
            box = frame.projection.box
            paint_start(painter, place, box, self.theme, held=self.start_held)
