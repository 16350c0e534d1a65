"""Where the plot of the map is in its picture, and what its axes are labelled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.plots.axes import BOTTOM, LEFT, Projection, left_width
from gradviz.plots.lettering import face
from gradviz.plots.polylines import Box
from gradviz.plots.ticks import Ticks, linear_ticks

if TYPE_CHECKING:
    from PySide6.QtCore import QSizeF

RIGHT: Final = 10.0
TOP: Final = 8.0
SQUARE_UP_TO: Final = 1.35
"""Plots that are square but for this factor are made so: right angles then look like ones."""


def measured(
    size: QSizeF, extent: tuple[float, float, float, float], *, square: bool
) -> tuple[Projection, Ticks, Ticks]:
    """Return the map from data to the pixels of a picture of `size`, and both axes' labels.

    Parameters
    ----------
    extent : tuple of float
        x_min, x_max, y_min, y_max of what is shown.
    square : bool
        Whether the units of both axes are to look alike, if they nearly do.
    """
    x_min, x_max, y_min, y_max = extent
    height = max(size.height() - TOP - BOTTOM, 20.0)
    y = linear_ticks(y_min, y_max, max(2.0, height / 78.0))
    left = left_width(y)
    width = max(size.width() - left - RIGHT, 20.0)
    labels = linear_ticks(x_min, x_max, 5).labels
    wide = max((face().width(label) for label in labels), default=0.0)
    x = linear_ticks(x_min, x_max, max(2.0, width / max(78.0, wide + 30.0)))
    box = Box(left, TOP, left + width, TOP + height)
    if square:
        box = _squared(box, (x_max - x_min) / (y_max - y_min))
    return Projection(box, x_min, x_max, y_min, y_max), x, y


def plot_aspect(size: QSizeF) -> float:
    """Return how wide the plot in a picture of `size` is to its height, its axes taken off."""
    width = max(size.width() - LEFT - RIGHT, 20.0)
    return width / max(size.height() - TOP - BOTTOM, 20.0)


def _squared(box: Box, aspect: float) -> Box:
    """Return the box, a little narrower or lower if that makes both axes' units alike."""
    width, height = box.right - box.left, box.bottom - box.top
    wanted = height * aspect
    if width / SQUARE_UP_TO <= wanted <= width:
        spare = round((width - wanted) / 2)
        return Box(box.left + spare, box.top, box.right - spare, box.bottom)
    wanted = width / aspect
    if height / SQUARE_UP_TO <= wanted <= height:
        spare = round((height - wanted) / 2)
        return Box(box.left, box.top + spare, box.right, box.bottom - spare)
    return box
