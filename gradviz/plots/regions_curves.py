"""What a network of one input makes of it: a fitted curve with residuals, or probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots import polylines
from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import to_path
from gradviz.plots.polylines import Lines
from gradviz.plots.regions_marks import chosen
from gradviz.plots.trails import pen, width_for

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

CURVE_WIDTH: Final = 2.0
_MOST_RESIDUALS: Final = 1000


def paint_fit(painter: QPainter, study: RegionsStudy, projection: Projection, theme: Theme) -> None:
    """Draw what is answered along the input."""
    if study.curves is not None:
        _paint_line(painter, study.x, study.curves[0], projection, theme.text)


def paint_odds(
    painter: QPainter, study: RegionsStudy, projection: Projection, theme: Theme
) -> None:
    """Draw how probable each class is along the input, in its colour."""
    if study.curves is None:
        return
    for label, odds in enumerate(study.curves):
        ink = blended(theme.class_style(label).colour, theme.surface, 0.75)
        _paint_line(painter, study.x, odds, projection, ink)


def _paint_line(
    painter: QPainter,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    projection: Projection,
    ink: str,
) -> None:
    lines = polylines.clip(polylines.single(projection.pixels(x, y)), projection.box.grown(3.0))
    lines = polylines.chosen(lines, polylines.straightened(lines))
    painter.strokePath(to_path(lines), pen(ink, width_for(lines, CURVE_WIDTH)))


def paint_residuals(
    painter: QPainter, answered: Answered, projection: Projection, theme: Theme
) -> None:
    """Draw thin lines from samples to what is answered for them."""
    among = chosen(len(answered.places), _MOST_RESIDUALS)
    x, y = answered.places[among].T
    ends = [projection.pixels(x, part) for part in (y, answered.answers[among])]
    usable = np.isfinite(ends[0]).all(axis=1) & np.isfinite(ends[1]).all(axis=1)
    points = np.stack(ends, axis=1)[usable].reshape(-1, 2)
    joined = np.ones(len(points), dtype=bool)
    joined[::2] = False
    lines = polylines.clip(Lines(points, joined), projection.box.grown(2.0))
    painter.strokePath(to_path(lines), pen(theme.text_faint, 1.0, 0.8))


def paint_half(painter: QPainter, projection: Projection, theme: Theme) -> None:
    """Draw faint lines at the probabilities 0 and 1."""
    box, ink = projection.box, colour(theme.hairline)
    for odds in (0.0, 1.0):
        level = projection.place(projection.x_min, odds)[1]
        if box.top <= level <= box.bottom:
            painter.fillRect(round(box.left), round(level), round(box.right - box.left), 1, ink)
