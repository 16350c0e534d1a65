"""Moving about in the plane: bounds after a zoom or a pan, kept where float64 can follow."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gradviz.core.field import Bounds

FARTHEST: Final = 1e150
FINEST: Final = 1e-11
"""Least width of a view, as a share of its distance from the origin."""
LEAST: Final = 1e-150
_ROUNDING: Final = 1e-3


def zoomed(bounds: Bounds, factor: float, x: float, y: float) -> Bounds:
    """Return bounds `factor` times as wide and high, with the point (x, y) staying where it is.

    Bounds that float64 could not resolve, or that would overflow, are refused: what comes back is
    `bounds` itself.
    """
    x_min, x_max = x + (bounds.x_min - x) * factor, x + (bounds.x_max - x) * factor
    y_min, y_max = y + (bounds.y_min - y) * factor, y + (bounds.y_max - y) * factor
    if not (_resolved(x_min, x_max) and _resolved(y_min, y_max)):
        return bounds
    return replace(bounds, x_min=x_min, x_max=x_max, y_min=y_min, y_max=y_max)


def moved(bounds: Bounds, dx: float, dy: float) -> Bounds:
    """Return bounds moved by (dx, dy), or `bounds` where that leads too far."""
    x_min, x_max = bounds.x_min + dx, bounds.x_max + dx
    y_min, y_max = bounds.y_min + dy, bounds.y_max + dy
    if not (_resolved(x_min, x_max) and _resolved(y_min, y_max)):
        return bounds
    return replace(bounds, x_min=x_min, x_max=x_max, y_min=y_min, y_max=y_max)


def answers(bounds: Bounds, asked: Bounds) -> bool:
    """Tell whether `bounds` are those asked for, grown about their middle along one axis at most.

    That is how a scene is fitted to the shape of the plot.
    """
    return (
        _alike(bounds.x_min + bounds.x_max, asked.x_min + asked.x_max, asked.x_max - asked.x_min)
        and _alike(
            bounds.y_min + bounds.y_max, asked.y_min + asked.y_max, asked.y_max - asked.y_min
        )
        and (_same_width(bounds, asked) or _same_height(bounds, asked))
    )


def _same_width(a: Bounds, b: Bounds) -> bool:
    return _alike(a.x_max - a.x_min, b.x_max - b.x_min, b.x_max - b.x_min)


def _same_height(a: Bounds, b: Bounds) -> bool:
    return _alike(a.y_max - a.y_min, b.y_max - b.y_min, b.y_max - b.y_min)


def _alike(a: float, b: float, span: float) -> bool:
    return abs(a - b) <= _ROUNDING * span


def _resolved(low: float, high: float) -> bool:
    far = max(abs(low), abs(high))
    return math.isfinite(far) and far < FARTHEST and high - low > max(far * FINEST, LEAST)
