"""The learning rate of every run, in a slim strip under the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.core.replay import Replay
from gradviz.core.schedules import Constant
from gradviz.plots import polylines
from gradviz.plots.axes import Projection, paint_grid
from gradviz.plots.colours import blended, colour
from gradviz.plots.lettering import Align, face
from gradviz.plots.marks import to_path
from gradviz.plots.polylines import Box
from gradviz.plots.series import Span
from gradviz.plots.ticks import Ticks, decade_ticks, linear_ticks, padded
from gradviz.plots.trails import pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.results import RunResult
    from gradviz.plots.curve_layout import DrawnCurve
    from gradviz.plots.themes import RunStyle, Theme

HEIGHT: Final = 34.0
GAP: Final = 14.0
NEEDED: Final = 150.0
"""Height in pixels of a picture from which there is room for the strip."""
FLOOR: Final = 0.05
"""On a log axis a learning rate is seen to fall to this part of the least of the highest ones."""
LINE_WIDTH: Final = 1.4
_LABELS_FROM_AXIS: Final = 7.0


@dataclass(frozen=True, slots=True)
class RateStrip:
    """Learning rates in pixels, each line over the same steps as the curve above it."""

    projection: Projection
    y: Ticks
    lines: tuple[tuple[RunStyle, polylines.Lines], ...]

    def paint(self, painter: QPainter, splits: Sequence[float], faint: float, theme: Theme) -> None:
        """Paint each line up to its cursor's column, and fainter after it."""
        box = self.projection.box
        paint_grid(painter, self.projection, None, self.y, colour(theme.plot_grid))
        self._paint_labels(painter, theme)
        for (style, line), split in zip(self.lines, splits, strict=True):
            parts = (
                (Box(split, box.top - 3.0, box.right, box.bottom + 3.0), faint),
                (Box(box.left - 3.0, box.top - 3.0, split, box.bottom + 3.0), 1.0),
            )
            for part, alpha in parts:
                if part.right - part.left >= 1.0:
                    ink = blended(style.colour, theme.surface, alpha)
                    path = to_path(polylines.clip(line, part))
                    painter.strokePath(path, pen(ink, LINE_WIDTH, round_ends=False))

    def _paint_labels(self, painter: QPainter, theme: Theme) -> None:
        box, letters, ink = self.projection.box, face(), colour(theme.text_muted)
        for value, label in zip(self.y.values, self.y.labels, strict=True):
            level = self.projection.place(self.projection.x_min, value)[1]
            place = (box.left - _LABELS_FROM_AXIS, level)
            letters.write(painter, place, label, ink, Align.AlignRight)
        word = QCoreApplication.translate("CurveView", "lr")
        name = f"{word} {self.y.factor}" if self.y.factor else word
        place = (box.right - letters.width(name), box.top - GAP / 2 - 2.0)
        letters.write_on_halo(painter, place, name, ink, colour(theme.surface, 0.85))


def has_schedule(results: Sequence[RunResult]) -> bool:
    """Tell whether the learning rate of any run changes."""
    return any(not isinstance(result.run.schedule, Constant) for result in results)


def rate_strip(box: Box, curves: Sequence[DrawnCurve], whole: float) -> RateStrip:
    """Return the strip of the learning rates of curves along an axis from 0 to `whole`."""
    rates = [_rates(curve) for curve in curves]
    peaks = Span.of(np.array([values.max(initial=0.0) for values in rates]))
    log = peaks.suits_log
    if log:
        floor = peaks.positive * FLOOR
        lifted = [np.log10(np.maximum(values, floor)) for values in rates]
        low, high = padded(*_ends(lifted), 0.08)
    else:
        lifted, (low, high) = rates, (0.0, (peaks.high if peaks.high > 0.0 else 1.0) * 1.12)
    projection = Projection(box, 0.0, whole, low, high)
    y = (decade_ticks if log else linear_ticks)(low, high, 1.0)
    lines = tuple(
        (curve.shown.style, _line(curve, projection, values))
        for curve, values in zip(curves, lifted, strict=True)
    )
    return RateStrip(projection, y, lines)


def _rates(curve: DrawnCurve) -> NDArray[np.float64]:
    """Return the learning rate at the steps of a curve: there are never many."""
    result = curve.shown.result
    replay = Replay(result.trajectory, *result.run.rule)
    rates = (replay.learning_rate(step) for step in curve.steps.tolist())
    return np.fromiter(rates, np.float64, len(curve.steps))


def _ends(curves: list[NDArray[np.float64]]) -> tuple[float, float]:
    return min(float(c.min()) for c in curves), max(float(c.max()) for c in curves)


def _line(
    curve: DrawnCurve, projection: Projection, values: NDArray[np.float64]
) -> polylines.Lines:
    places = curve.shown.series.along.of(curve.steps)
    lines = polylines.single(projection.pixels(places, values))
    lines = polylines.clip(lines, projection.box.grown(3.0))
    lines = polylines.chosen(lines, polylines.straightened(lines, 0.1))
    return polylines.dashed(lines, tuple(LINE_WIDTH * part for part in curve.shown.style.dash))
