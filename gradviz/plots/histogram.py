"""Histograms side by side: bars over a range that stays, with mean and deviation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPen

from gradviz.document.layer_spans import BINS
from gradviz.plots.axes import LEFT, Projection, paint_grid, paint_labels
from gradviz.plots.colours import blended, colour
from gradviz.plots.histogram_words import count_ticks, spread_note
from gradviz.plots.lettering import face
from gradviz.plots.marks import to_path
from gradviz.plots.polylines import Box, Lines
from gradviz.plots.ticks import Ticks, linear_ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.layer_values import Numbers
    from gradviz.plots.themes import Theme

_TITLE: Final = 18.0
_BOTTOM: Final = 26.0
_GAP: Final = 14.0
_LEAST: Final = 104.0
"""Height of a plot below which there are more columns of them."""
_MOST_COLUMNS: Final = 4
_TALLEST: Final = 300.0
_HEADROOM: Final = 1.18
_BAR_ALPHA: Final = 0.72
_NARROW: Final = 150.0


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """The numbers of one matrix.

    Attributes
    ----------
    name : str
        What it is called.
    numbers : Numbers
        Its numbers.
    weight : float
        How much of the width of its line it gets.
    """

    name: str
    numbers: Numbers
    weight: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class PlacedPlot:
    """One histogram in pixels.

    Attributes
    ----------
    drawn : Distribution
        What it shows.
    projection : Projection
        From numbers, and counts or their logarithms, to pixels.
    across, up : Ticks
        The labels of both axes.
    is_log : bool
        Whether the bars grow with the logarithm of the count.
    """

    drawn: Distribution
    projection: Projection
    across: Ticks
    up: Ticks
    is_log: bool

    @property
    def heights(self) -> NDArray[np.float64]:
        """How high each bar is, in units of the axis."""
        return _heights(self.drawn.numbers.spread.counts, is_log=self.is_log)

    def bin_at(self, x: float, y: float) -> int | None:
        """Return the number of the bar above or below a pixel."""
        box = self.projection.box
        if not box.has(x, y):
            return None
        return min(int((x - box.left) / (box.right - box.left) * BINS), BINS - 1)

    def bin_box(self, index: int) -> QRectF:
        """Return the pixels of a bar from the lowest to the highest place of the plot."""
        box = self.projection.box
        width = (box.right - box.left) / BINS
        return QRectF(box.left + index * width, box.top, width, box.bottom - box.top)


def _heights(counts: NDArray[np.intp], *, is_log: bool) -> NDArray[np.float64]:
    if not is_log:
        return counts.astype(np.float64)
    # one count is seen, none is not: the axis begins at a half
    return np.log10(np.maximum(counts, 0.5))


def place_plots(
    lines: Sequence[Sequence[Distribution]], area: QRectF, *, is_log: bool
) -> tuple[PlacedPlot, ...]:
    """Place lines of histograms below one another, in several columns if they are many."""
    columns = 1
    while columns < _MOST_COLUMNS and area.height() / math.ceil(len(lines) / columns) < _LEAST:
        columns += 1
    per = math.ceil(len(lines) / columns)
    columns = math.ceil(len(lines) / per)
    width = (area.width() - _GAP * (columns - 1)) / columns
    height = min(area.height() / per, _TALLEST)
    placed: list[PlacedPlot] = []
    for i, line in enumerate(lines):
        column, row = divmod(i, per)
        corner = (area.left() + column * (width + _GAP), area.top() + row * height)
        placed += _place_line(line, QRectF(*corner, width, height), is_log=is_log)
    return tuple(placed)


def _place_line(line: Sequence[Distribution], area: QRectF, *, is_log: bool) -> list[PlacedPlot]:
    total, left, placed = sum(drawn.weight for drawn in line), area.left(), []
    for drawn in line:
        width = (area.width() - _GAP * (len(line) - 1)) * drawn.weight / total
        placed.append(_place(drawn, QRectF(left, area.top(), width, area.height()), is_log=is_log))
        left += width + _GAP
    return placed


def _place(drawn: Distribution, area: QRectF, *, is_log: bool) -> PlacedPlot:
    counts = drawn.numbers.spread.counts
    highest = max(float(_heights(counts, is_log=is_log).max()), 0.5)
    low = math.log10(0.5) if is_log else 0.0
    box = Box(
        area.left() + LEFT,
        area.top() + _TITLE,
        max(area.right() - 6.0, area.left() + LEFT + 10.0),
        max(area.bottom() - _BOTTOM, area.top() + _TITLE + 8.0),
    )
    top = low + (highest - low) * _HEADROOM
    projection = Projection(box, *drawn.numbers.span, low, top)
    room = box.right - box.left
    across = linear_ticks(*drawn.numbers.span, room / (50.0 if room < _NARROW else 70.0))
    up = count_ticks(int(counts.max()), (box.bottom - box.top) / 34.0, is_log=is_log)
    return PlacedPlot(drawn, projection, across, up, is_log)


def paint_plot(painter: QPainter, plot: PlacedPlot, theme: Theme) -> None:
    """Draw one histogram with its axes, its name, mean and deviation."""
    paint_grid(painter, plot.projection, None, plot.up, colour(theme.plot_grid))
    _paint_zero(painter, plot, theme)
    _paint_bars(painter, plot, theme)
    _paint_mean(painter, plot, theme)
    paint_labels(painter, plot.projection, plot.across, plot.up, theme)
    box, name = plot.projection.box, plot.drawn.name
    level = box.top - _TITLE / 2.0
    face(bold=True).write(painter, (box.left, level), name, colour(theme.text))
    left = box.left + face(bold=True).width(name) + 8.0
    note = spread_note(plot.drawn.numbers.spread, box.right - left)
    face().write(painter, (left, level), note, colour(theme.text_muted))


def _paint_zero(painter: QPainter, plot: PlacedPlot, theme: Theme) -> None:
    low, high = plot.drawn.numbers.span
    if low < 0.0 < high:
        box = plot.projection.box
        column = round(plot.projection.place(0.0, 0.0)[0])
        painter.fillRect(QRectF(column, box.top, 1.0, box.bottom - box.top), colour(theme.border))


def _paint_bars(painter: QPainter, plot: PlacedPlot, theme: Theme) -> None:
    """Fill the outline of all bars at once."""
    box = plot.projection.box
    edges = np.repeat(np.linspace(box.left, box.right, BINS + 1), 2)
    levels = box.bottom - (plot.heights - plot.projection.y_min) * plot.projection.y_scale
    levels = np.concatenate([[box.bottom], np.repeat(levels, 2), [box.bottom]])
    points = np.stack([edges, levels], axis=1)
    joined = np.ones(len(points), dtype=bool)
    joined[0] = False
    ink = blended(theme.run(0).colour, theme.surface, _BAR_ALPHA)
    painter.fillPath(to_path(Lines(points, joined)), colour(ink))


def _paint_mean(painter: QPainter, plot: PlacedPlot, theme: Theme) -> None:
    """Draw a dot at the mean, and a line as far as the deviation on both sides."""
    spread, box = plot.drawn.numbers.spread, plot.projection.box
    if not math.isfinite(spread.mean):
        return
    level, centre = box.top + 6.0, plot.projection.place(spread.mean, 0.0)[0]
    reach = min(spread.deviation * plot.projection.x_scale, box.right - box.left)
    left, right = max(centre - reach, box.left), min(centre + reach, box.right)
    painter.setPen(QPen(colour(theme.text), 1.4))
    painter.drawLine(QLineF(left, level, right, level))
    for end in (left, right):
        painter.drawLine(QLineF(end, level - 3.0, end, level + 3.0))
    painter.setBrush(colour(theme.text))
    painter.drawEllipse(QPointF(centre, level), 2.4, 2.4)
