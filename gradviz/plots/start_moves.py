"""Where the start of the runs comes to, by the hand or by the keys: always to round numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.plots.numerals import decimals_for
from gradviz.plots.ticks import nice_step

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from gradviz.plots.axes import Projection

GRAB: Final = 15.0
"""Distance in pixels from which the start can be taken hold of."""


def under(at: QPointF, projection: Projection) -> tuple[float, float]:
    """Return the data under a pixel, or under the nearest one of the plot."""
    box = projection.box
    return projection.data(
        min(max(at.x(), box.left), box.right), min(max(at.y(), box.top), box.bottom)
    )


def rounded(value: float, pixels_per_unit: float) -> float:
    """Return a number with no more decimals than a pixel tells apart."""
    return round(value, decimals_for(1.0 / pixels_per_unit))


def nudged(value: float, turn: int, span: float, *, fine: bool) -> float:
    """Return a number moved by about a hundredth of what is seen, or a tenth of that."""
    step = nice_step(span, 1000.0 if fine else 100.0)
    return round(value + turn * step, decimals_for(step) + 1)
