"""Where everything is in the picture of a curve: axes, lines in pixels, the strip under them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log10
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots import polylines
from gradviz.plots.axes import BOTTOM, Projection, left_width
from gradviz.plots.epoch_axis import ROW, EpochTicks, epoch_ticks, words_width
from gradviz.plots.lettering import face
from gradviz.plots.polylines import Box
from gradviz.plots.rate_strip import GAP, HEIGHT, NEEDED, RateStrip, rate_strip
from gradviz.plots.series import NOTHING, Span
from gradviz.plots.ticks import Ticks, decade_ticks, linear_ticks, padded
from gradviz.plots.trails import QUICK_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QSizeF

    from gradviz.plots.curve_lines import Shown
    from gradviz.plots.epoch_series import EpochSeries
    from gradviz.plots.margins import Margin
    from gradviz.plots.series import Series

RIGHT: Final = 12.0
TOP: Final = 10.0
_PADDING: Final = 0.05
_DOTS_APART: Final = 15.0
_DENSE: Final = 6000.0
"""Pixels of line in a plot from which on it is drawn with a pixel's width, which is quick."""


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCurve:
    """One run's curve, cut at the cursor when it is painted.

    Attributes
    ----------
    shown : Shown
        Whose it is.
    steps : ndarray, shape (n,)
        The steps it leads over.
    points : ndarray, shape (n, 2)
        Where they are, in pixels; nan where there is no value.
    line : Lines
        What is stroked.
    width : float
        How wide, in pixels.
    dots : ndarray, shape (m, 2)
        Which of the points are marked.
    """

    shown: Shown
    steps: NDArray[np.intp]
    points: NDArray[np.float64]
    line: polylines.Lines
    width: float
    dots: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class CurveLayout:
    """All measures of a picture of one size.

    Attributes
    ----------
    projection : Projection
        From places on the axis, and values or their decimal logarithms, to pixels.
    x, y : Ticks
        Labels of the axes.
    log : bool
        Whether values are drawn by their logarithm.
    is_empty : bool
        Whether there is no value that could be drawn.
    curves : tuple of DrawnCurve
        The selected run's is the last.
    strip : RateStrip or None
        Learning rates, if they are drawn.
    epochs : EpochTicks or None
        Where epochs end, if there are any.
    """

    projection: Projection
    x: Ticks
    y: Ticks
    log: bool
    is_empty: bool
    curves: tuple[DrawnCurve, ...]
    strip: RateStrip | None = None
    epochs: EpochTicks | None = None

    @property
    def leaders(self) -> tuple[DrawnCurve, ...]:
        """The first curve of each run."""
        found: dict[int, DrawnCurve] = {}
        for curve in self.curves:
            found.setdefault(curve.shown.index, curve)
        return tuple(found.values())

    @property
    def bottom(self) -> float:
        """Where the lowest of the plots ends, in pixels."""
        return (self.strip or self).projection.box.bottom

    def at(self, series: Series | EpochSeries, step: int) -> NDArray[np.float64]:
        """Return where a run is at a step, or at its last, in pixels, shape (1, 2)."""
        step = series.held(step)
        place, value = np.array([series.along.at(step)]), np.array([series.at(step)])
        return _pixels(self.projection, place, value, log=self.log)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layout is made for.

    Attributes
    ----------
    size : QSizeF
        Of the picture.
    whole : float
        Where the axis ends; it begins at 0.
    log : bool or None
        Whether values are drawn by their logarithm; None to let them choose.
    strip : bool
        Whether learning rates are drawn.
    pace : int
        Steps of an epoch; 0 if there are none.
    last : int
        The last step of the axis.
    span : Span
        Values that are in sight whatever is drawn.
    """

    size: QSizeF
    whole: float
    log: bool | None
    strip: bool
    pace: int = 0
    last: int = 0
    span: Span = NOTHING


def lay_out(shown: Sequence[Shown], frame: Frame, margin: Margin, who: object) -> CurveLayout:
    """Measure and prepare the picture `who`; its left axis is noted in `margin`."""
    span = frame.span
    for one in shown:
        span |= one.series.span
    log = span.suits_log if frame.log is None else frame.log
    size = frame.size
    with_strip = frame.strip and size.height() >= NEEDED
    under = (HEIGHT + GAP if with_strip else 0.0) + (ROW if frame.pace else 0.0)
    bottom = size.height() - BOTTOM - under
    low, high = _value_range(span, log=log)
    y = _labelled(low, high, max(2.0, (bottom - TOP) / 46.0), log=log)
    margin.need(who, max(left_width(y), words_width() if frame.pace else 0.0))
    box = Box(margin.width, TOP, max(_right(frame), margin.width + 20.0), max(bottom, TOP + 20.0))
    projection = Projection(box, 0.0, frame.whole, low, high)
    curves = tuple(_drawn(one, projection, log=log) for one in shown)
    x = linear_ticks(0.0, frame.whole, max(2.0, (box.right - box.left) / 68.0))
    empty = not span.is_known or (log and not span.positive <= span.high)
    epochs = None
    if frame.pace and shown:
        epochs = epoch_ticks(projection, shown[-1].series.along, frame.pace, frame.last)
    layout = CurveLayout(projection, x, y, log, empty, curves, epochs=epochs)
    if not with_strip:
        return layout
    below = Box(box.left, box.bottom + GAP, box.right, box.bottom + GAP + HEIGHT)
    return replace(layout, strip=rate_strip(below, layout.leaders, frame.whole))


def _labelled(low: float, high: float, count: float, *, log: bool) -> Ticks:
    """Return about so many labels of the left axis, more of them if there were only one."""
    if log:
        return decade_ticks(low, high, count)
    few = linear_ticks(low, high, count)
    return few if len(few.values) > 1 else linear_ticks(low, high, 2.0 * count)


def _right(frame: Frame) -> float:
    """Return where the plot ends: the last label has half its width to the right of it."""
    labels = linear_ticks(0.0, frame.whole, 4.0).labels
    last = face().width(labels[-1]) / 2 if labels else 0.0
    return frame.size.width() - max(RIGHT, last + 2.0)


def _value_range(span: Span, *, log: bool) -> tuple[float, float]:
    """Return the range of the axis, a little wider than that of the values."""
    if log and span.positive <= span.high:
        return padded(log10(span.positive), log10(span.high), _PADDING)
    if span.is_known and not log:
        return padded(span.low, span.high, _PADDING)
    return padded(0.0, 1.0, _PADDING)


def _drawn(shown: Shown, projection: Projection, *, log: bool) -> DrawnCurve:
    box = projection.box
    columns = max(16, round(box.right - box.left))
    steps, values = shown.series.shown(columns, projection.x_max)
    points = _pixels(projection, shown.series.along.of(steps), values, log=log)
    lines = polylines.clip(polylines.single(points), box.grown(4.0))
    lines = polylines.chosen(lines, polylines.straightened(lines, 0.1))
    dashes = tuple(shown.width * part for part in shown.style.dash)
    dots = _spaced(points) if shown.has_dots else points[:0]
    is_dense = polylines.lengths(lines)[-1:].sum() > _DENSE
    width = min(shown.width, QUICK_WIDTH) if is_dense else shown.width
    return DrawnCurve(shown, steps, points, polylines.dashed(lines, dashes), width, dots)


def _spaced(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return every so many of the points that they do not touch, if they are evenly spread."""
    usable = points[np.isfinite(points).all(axis=1)]
    if len(usable) < 2:  # noqa: PLR2004 - nothing between two points
        return usable
    spacing = float(usable[-1, 0] - usable[0, 0]) / (len(usable) - 1)
    return usable[:: max(1, int(np.ceil(_DOTS_APART / max(spacing, 1e-3))))]


def _pixels(
    projection: Projection,
    places: NDArray[np.float64],
    values: NDArray[np.float64],
    *,
    log: bool,
) -> NDArray[np.float64]:
    """Return where values are; the zeros of a log axis lie on its lower edge, under all labels."""
    if log:
        with np.errstate(divide="ignore", invalid="ignore"):
            values = np.log10(values)
        values[np.isposinf(values)] = np.nan
        values = np.where(np.isneginf(values), projection.y_min, values)
    return projection.pixels(places, values)
