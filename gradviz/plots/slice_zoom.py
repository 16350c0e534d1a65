"""Moving about on a slice: windows after a zoom or a pan, kept where float64 can follow.

A wide window stays where it is while the run goes on. A narrow one about the point follows it:
it is there to look at the point, and would lose sight of it with the next step.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots.navigation import FARTHEST, FINEST, LEAST
from gradviz.plots.slice_frame import range_of, window_of

if TYPE_CHECKING:
    from gradviz.document.slices import SliceStudy, Window

FOLLOWING: Final = 0.02
"""A window about the point narrower than this share of the whole follows the point."""
_STAIRS: Final = 40.0
"""Least width of a window about the point, in steps from one float to the next."""
_BESIDE: Final = 0.6
"""Room beside the secants, as a share of their width, when zoomed to h."""


def zoomed(study: SliceStudy, window: Window | None, factor: float, about: float) -> Window | None:
    """Return the window `factor` times as wide, `about` (a t of the slice) staying in place.

    A window that float64 could not resolve, or that would overflow, is refused: what comes back
    is `window` itself.
    """
    low, high = range_of(study, window)
    return _allowed(study, window, about + (low - about) * factor, about + (high - about) * factor)


def panned(study: SliceStudy, window: Window | None, shift: float) -> Window | None:
    """Return the window moved by `shift`, or `window` itself where that leads too far."""
    low, high = range_of(study, window)
    return _allowed(study, window, low + shift, high + shift)


def around_h(study: SliceStudy) -> Window | None:
    """Return the window about the point that the secants of the scheme fill.

    The scheme's reach by h, as meant: where h is lost against x it is as little as can be shown.
    """
    request, quotient = study.request, study.quotient
    if quotient is None or study.slice is None:
        return None
    ends = [t for secant in quotient.secants for t in (secant.start, secant.end)]
    low, high = min([*ends, 0.0]), max([*ends, 0.0])
    if not high > low:
        low, high = -quotient.h, quotient.h
    beside = _BESIDE * (high - low)
    middle, half = (low + high) / 2.0, (high - low) / 2.0 + beside
    half = min(max(half, _least(study) / 2.0), FARTHEST / 10.0)
    middle = middle if math.isfinite(middle) and abs(middle) <= half else 0.0
    here = study.slice.here
    return window_of(request, here + middle - half, here + middle + half, follows=True)


def _allowed(study: SliceStudy, window: Window | None, low: float, high: float) -> Window | None:
    if study.slice is None or not (math.isfinite(low) and math.isfinite(high)):
        return window
    width, here = high - low, study.slice.here
    has_point = study.request.direction is not None and low < here < high
    origin = study.request.origin
    far = max(abs(low + origin), abs(high + origin))
    least = _least(study) if has_point else max(far * FINEST, LEAST)
    if not least <= width or far > FARTHEST:
        return window
    follows = has_point and width < FOLLOWING * (study.whole[1] - study.whole[0])
    return window_of(study.request, low, high, follows=follows)


def _least(study: SliceStudy) -> float:
    """Return the least width of a window about the point: there the curve is seen as stairs."""
    request = study.request
    at = 0.0 if request.direction is None else request.point[request.direction]
    return max(_STAIRS * float(np.spacing(abs(at))), LEAST)
