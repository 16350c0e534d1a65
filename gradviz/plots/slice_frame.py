"""Where a slice is drawn: its window, the range of values in it, and both axes.

Close to the point numbers are drawn by how far they are from it, and labelled so: 16 digits of x
and f would neither be read nor be drawn rightly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.field import Curve
from gradviz.document.slices import Window
from gradviz.plots.axes import BOTTOM, Projection, left_width
from gradviz.plots.curve_scenery import value_range
from gradviz.plots.lettering import face
from gradviz.plots.polylines import Box
from gradviz.plots.ticks import Ticks, linear_ticks

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QSizeF

    from gradviz.core.slices import Slice
    from gradviz.document.slices import SliceRequest, SliceStudy

RIGHT: Final = 20.0
TOP: Final = 10.0
NEAR: Final = 1e-4
"""A window narrower than this share of what it is about is labelled by distances."""
_LEAST: Final = 20.0
_FINEST: Final = 1e-290
"""Least range of values: of a smaller one, pixels per unit would overflow."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The map from a slice to pixels, and its axes.

    Attributes
    ----------
    projection : Projection
        From t of the slice, and f less `base`, to pixels.
    base : float
        What is taken from all values.
    x, y : Ticks
        The axes, in the projection's units.
    x_near, y_near : bool
        Whether they are labelled by distances from the point.
    curve : Curve
        The slice in the projection's units.
    """

    projection: Projection
    base: float
    x: Ticks
    y: Ticks
    x_near: bool
    y_near: bool
    curve: Curve


def window_of(request: SliceRequest, low: float, high: float, *, follows: bool) -> Window:
    """Return the window from t = `low` to `high` of the slice for a request."""
    shift = request.origin
    if follows and request.direction is not None:
        shift -= request.point[request.direction]
    return Window(low + shift, high + shift, follows and request.direction is not None)


def range_of(study: SliceStudy, window: Window | None) -> tuple[float, float]:
    """Return the t of the slice at both ends of a window, or of all."""
    request = study.request
    low, high = study.whole if window is None else (window.low, window.high)
    shift = -request.origin
    if window is not None and window.follows and request.direction is not None:
        shift += request.point[request.direction]
    return (low + shift, high + shift) if low + shift < high + shift else _asked(study)


def _asked(study: SliceStudy) -> tuple[float, float]:
    """Return the ends of what was asked for: rounding has left nothing of another window."""
    window = study.request.window
    return study.whole if window is None else (window.low, window.high)


def frame_of(study: SliceStudy, cut: Slice, window: Window | None, size: QSizeF) -> Frame:
    """Lay out a slice in a picture of `size` pixels."""
    ends = range_of(study, window)
    base, curve, (low, high) = _values(cut, ends)
    y, y_near = axis_ticks(base, low, high, max(2.0, (size.height() - TOP - BOTTOM) / 78.0))
    left = left_width(y)
    width = max(size.width() - left - RIGHT, _LEAST)
    bottom = max(size.height() - BOTTOM, TOP + _LEAST)
    x, x_near = _x_ticks(study.request.origin, ends, width)
    box = Box(left, TOP, left + width, bottom)
    return Frame(Projection(box, *ends, low, high), base, x, y, x_near, y_near, curve)


def _x_ticks(origin: float, ends: tuple[float, float], width: float) -> tuple[Ticks, bool]:
    wide = max(map(face().width, axis_ticks(origin, *ends, 5.0)[0].labels), default=0.0)
    return axis_ticks(origin, *ends, max(2.0, width / max(78.0, wide + 30.0)))


def _values(cut: Slice, ends: tuple[float, float]) -> tuple[float, Curve, tuple[float, float]]:
    """Return what to take from values, the curve without it, and the range to show."""
    with np.errstate(all="ignore"):
        inside = (cut.t >= ends[0]) & (cut.t <= ends[1]) & np.isfinite(cut.values)
        values = cut.values[inside]
        base = _base(cut, values, is_seen=ends[0] <= cut.here <= ends[1])
        curve = Curve(cut.t, cut.values - base)
        shown = Curve(cut.t[inside], curve.values[inside])
    return base, curve, _padded_range(cut, shown, ends)


def _base(cut: Slice, values: NDArray[np.float64], *, is_seen: bool) -> float:
    """Return the value of the point, or another in sight, if all are near to it; else 0."""
    if len(values) == 0:
        return 0.0
    base = cut.value if is_seen and np.isfinite(cut.value) else float(values[len(values) // 2])
    return base if float(values.max() - values.min()) < NEAR * abs(base) else 0.0


def _padded_range(cut: Slice, shown: Curve, ends: tuple[float, float]) -> tuple[float, float]:
    """Return the range of values to show; a curve without any gets that of its tangent."""
    values = shown.values
    flat = len(values) > 0 and values.min() == values.max()
    rise = abs(cut.slope) * (ends[1] - ends[0]) / 2.0
    if flat and 0.0 < rise < np.inf and values[0] + rise > values[0]:
        low, high = float(values[0]) - rise, float(values[0]) + rise
    else:
        low, high = value_range(shown)
    return (low, high) if high - low > _FINEST else (low - _FINEST, high + _FINEST)


def axis_ticks(offset: float, low: float, high: float, count: float) -> tuple[Ticks, bool]:
    """Label an axis of numbers less `offset`, from `low` to `high`.

    Returns
    -------
    ticks : Ticks
        Places on the axis. Labels are the numbers themselves, or, where they would need too many
        digits, their distances from `offset`.
    near : bool
        Whether they are distances.
    """
    if high - low < NEAR * abs(offset):
        return linear_ticks(low, high, count), True
    ticks = linear_ticks(low + offset, high + offset, count)
    return replace(ticks, values=tuple([value - offset for value in ticks.values])), False


def unscaled(ticks: Ticks) -> Ticks:
    """Return labels without the factor, which then stands elsewhere."""
    return replace(ticks, factor="")
