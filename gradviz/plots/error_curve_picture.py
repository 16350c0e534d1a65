"""The error of numerical gradients against h, as a picture: state and painting, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from gradviz.document.evaluate import objective_of
from gradviz.document.parameters import text_in_use
from gradviz.plots.axes import (
    BOTTOM,
    Projection,
    left_width,
    paint_grid,
    paint_labels,
)
from gradviz.plots.colours import colour
from gradviz.plots.error_handle import snapped
from gradviz.plots.error_header import HeaderLayout, header_layout, paint_header
from gradviz.plots.error_lines import (
    ErrorLine,
    error_line,
    error_range,
    is_single,
    paint_line,
    plain_look,
    scheme_look,
    step_range,
    with_zero,
)
from gradviz.plots.error_marks import (
    error_near,
    hover_rows,
    paint_arms,
    paint_axis_names,
    paint_best,
    paint_handle,
    paint_hover,
    room_beside,
)
from gradviz.plots.error_words import (
    best_text,
    error_text,
    note,
    problem_sentence,
    scheme_name,
)
from gradviz.plots.frames import paint_dimming
from gradviz.plots.lettering import BODY, face
from gradviz.plots.numerals import compact
from gradviz.plots.picture import point_moment
from gradviz.plots.polylines import Box
from gradviz.plots.ticks import Ticks, decade_ticks

if TYPE_CHECKING:
    from gradviz.document.error_curve import ErrorCurve, SchemeErrors
    from gradviz.plots.error_lines import Look
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.themes import Theme

RIGHT: Final = 22.0
COMPACT_RIGHT: Final = 12.0
TOP: Final = 10.0
NAMED_TOP: Final = 24.0
"""Above a plot whose axis is named there."""
_TICK_ROOM: Final = 46.0
_COMPACT_TICK_ROOM: Final = 32.0
_LEAST: Final = 20.0


class ErrorCurvePicture:
    """Draws the errors of all schemes against h, or in small those of the scheme in use alone.

    Parameters
    ----------
    theme : Theme
        Colours.
    compact : bool
        Whether to draw one line without words.

    Attributes
    ----------
    h : float
        The step size in use, which a drag moves before new results come.
    hovered : int or None
        Index of the step size under the pointer.
    offers_example : bool
        Whether room is left for a button that offers a function with both arms.
    """

    def __init__(self, theme: Theme, *, compact: bool = False) -> None:
        self.theme = theme
        self.compact = compact
        self.h = 1e-4
        self.dimmed = False
        self.hovered: int | None = None
        self.offers_example = True
        self._held: tuple[float, float] | None = None
        self._curve: ErrorCurve | None = None
        self._layout: tuple[QSizeF, Projection, Ticks, Ticks, HeaderLayout | None] | None = None
        self._lines: list[ErrorLine] = []

    @property
    def curve(self) -> ErrorCurve | None:
        """What is drawn."""
        return self._curve

    @curve.setter
    def curve(self, curve: ErrorCurve | None) -> None:
        self._curve = curve
        self._layout = None
        if curve is None or self.hovered is None or self.hovered >= len(curve.steps):
            self.hovered = None

    @property
    def held(self) -> tuple[float, float] | None:
        """Exponents of h to keep showing while it is dragged; None for all of the curve."""
        return self._held

    @held.setter
    def held(self, held: tuple[float, float] | None) -> None:
        self._held = held
        self._layout = None

    @property
    def has_plot(self) -> bool:
        """Whether a plot is drawn and not a sentence in its place."""
        return self._curve is not None and self._curve.problem is None and bool(self.drawn())

    @property
    def has_handle(self) -> bool:
        """Whether the h in use is shown and can be moved: the exact gradient has none."""
        return self._curve is not None and self._curve.chosen is not None

    def heading(self) -> str:
        """Return what is measured, and of which function."""
        if self._curve is None:
            return QCoreApplication.translate("ErrorCurveView", "Error of ∇f against h")
        request = self._curve.request
        objective = objective_of(request.formula, len(request.point), request.parameters)
        words = QCoreApplication.translate("ErrorCurveView", "Error of ∇f against h: f = {0}")
        return words.format(text_in_use(objective))

    def moment(self) -> str:
        """Return where the gradient is taken."""
        return point_moment(self._curve.request.point) if self._curve is not None else ""

    def legend(self) -> list[LegendEntry]:
        """Return nothing: these lines are no runs, and what they are is part of the picture."""
        return []

    def details(self) -> list[str]:
        """Return the scheme with its error at the h in use, the best h, and what is to be known."""
        curve = self._curve
        if curve is None or curve.problem is not None:
            return []
        told = [scheme_name(curve.request.method)]
        if curve.error is not None:
            told = [f"{told[0]}, h = {compact(curve.request.h, 2)}: {error_text(curve.error)}"]
        if curve.shape.best is not None:
            told.append(best_text(curve.request.method, curve.shape.best))
        return [*told, note(curve)]

    def problem(self) -> str:
        """Return why there is nothing to see; empty if there is."""
        if self._curve is None:
            return QCoreApplication.translate("ErrorCurveView", "No gradient yet")
        if self.has_plot:
            return ""
        return problem_sentence(self._curve) or QCoreApplication.translate(
            "ErrorCurveView", "The exact gradient has no h."
        )

    def still(self) -> ErrorCurvePicture:
        """Return a picture of the same state, without what the mouse has left in it."""
        copy = ErrorCurvePicture(self.theme, compact=self.compact)
        copy.curve, copy.offers_example = self.curve, False
        copy.h = self.curve.request.h if self.curve is not None else self.h
        return copy

    def forget_layout(self) -> None:
        """Measure and prepare everything again at the next painting."""
        self._layout = None

    def drawn(self) -> list[SchemeErrors]:
        """Return what is drawn, the scheme in use last."""
        curve = self._curve
        if curve is None:
            return []
        if self.compact:
            return [curve.chosen] if curve.chosen is not None else []
        method = curve.request.method
        return sorted(curve.schemes, key=lambda s: (s.method is method, not is_single(s)))

    # --- layout

    def header(self, size: QSizeF) -> HeaderLayout | None:
        """Return where the words above the plot stand; None without any."""
        return self._lay_out(size)[3] if self.has_plot else None

    def projection(self, size: QSizeF) -> Projection:
        """Return the map from exponents of h and of errors to pixels.

        Raises
        ------
        ValueError
            If there is no plot.
        """
        return self._lay_out(size)[0]

    def step_size_at(self, size: QSizeF, x: float) -> float:
        """Return the h under a pixel column, to two figures, among those shown."""
        projection = self.projection(size)
        exponent = projection.data(x, 0.0)[0]
        return snapped(10.0 ** min(max(exponent, projection.x_min), projection.x_max))

    def index_at(self, size: QSizeF, x: float) -> int | None:
        """Return the index of the step size nearest to a pixel column."""
        if self._curve is None or not self.has_plot:
            return None
        exponent = self.projection(size).data(x, 0.0)[0]
        return int(np.argmin(np.abs(np.log10(self._curve.steps) - exponent)))

    def _lay_out(self, size: QSizeF) -> tuple[Projection, Ticks, Ticks, HeaderLayout | None]:
        if self._layout is not None and self._layout[0] == size:
            return self._layout[1:]
        curve = self._curve
        if curve is None or not self.has_plot:
            raise ValueError("There is no plot to lay out.")
        header = None
        if not self.compact:
            header = header_layout(curve, size.width(), offers_example=self.offers_example)
        top = TOP if header is None else header.height + NAMED_TOP
        right = size.width() - (COMPACT_RIGHT if self.compact else RIGHT)
        room = _COMPACT_TICK_ROOM if self.compact else _TICK_ROOM
        bottom = max(size.height() - BOTTOM, top + _LEAST)
        low, high = error_range(curve.steps, self.drawn(), curve.error)
        y = decade_ticks(low, high, max(2.0, (bottom - top) / room))
        left = left_width(y)
        box = Box(left, top, max(right, left + _LEAST), bottom)
        projection = Projection(box, *(self._held or step_range(curve.steps)), low, high)
        x = decade_ticks(projection.x_min, projection.x_max, max(2.0, (box.right - left) / 70.0))
        self._lines = [
            error_line(curve.steps, errors, projection, self._look(curve, errors))
            for errors in self.drawn()
        ]
        if any(len(line.zeros) for line in self._lines):
            y = with_zero(y, projection)
        self._layout = (QSizeF(size), projection, x, y, header)
        return projection, x, y, header

    def _look(self, curve: ErrorCurve, errors: SchemeErrors) -> Look:
        return plain_look(self.theme) if self.compact else scheme_look(curve, errors, self.theme)

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
        """Paint everything; the ground is left as it is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._curve is None or not self.has_plot:
            self._paint_words(painter, size)
        else:
            self._paint_plot(painter, size, self._curve)
        if self.dimmed:
            paint_dimming(painter, QRectF(QPointF(0, 0), size), self.theme)

    def _paint_plot(self, painter: QPainter, size: QSizeF, curve: ErrorCurve) -> None:
        projection, x, y, header = self._lay_out(size)
        theme = self.theme
        paint_grid(painter, projection, None, y, colour(theme.plot_grid))
        paint_labels(painter, projection, x, y, theme)
        for line in self._lines:
            strong = line.errors is curve.chosen and not self.compact
            paint_line(painter, line, theme.surface if strong else "")
        if self.has_handle:
            value = error_near(curve, self.h)
            paint_handle(painter, projection, self.h, value, theme, named=not self.compact)
        if header is not None:
            paint_header(painter, curve, header, theme)
            paint_axis_names(painter, curve, projection, theme)
            room = room_beside(projection, self._lines)
            paint_best(painter, curve, projection, theme, room)
            paint_arms(painter, curve, projection, theme, room)
        if self.hovered is not None and not self.compact:
            at = (self.hovered, float(curve.steps[self.hovered]))
            rows = hover_rows(curve, self._lines, self.hovered)
            paint_hover(painter, self._lines, projection, at, rows, theme)

    def _paint_words(self, painter: QPainter, size: QSizeF) -> None:
        area = QRectF(QPointF(0, 0), size).adjusted(12.0, 0.0, -12.0, 0.0)
        face(BODY).write_within(painter, area, self.problem(), colour(self.theme.text_faint))
