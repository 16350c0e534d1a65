"""The part of the plane that is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN: Final = 1.25
_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
GROWN: Final = 3.0
_LARGEST: Final = 1e150
"""Bounds beyond this could not be squared."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of the plane that is shown; of a function of one variable, x alone counts.

    Raises
    ------
    ValueError
        If a bound is not finite, or a lower one not below its upper one.
    """

    x_min: float
    x_max: float
    y_min: float
    y_max: float

    def __post_init__(self) -> None:
        for name in ("x_min", "x_max", "y_min", "y_max"):
            object.__setattr__(self, name, float(getattr(self, name)))
        for axis, low, high in (("x", self.x_min, self.x_max), ("y", self.y_min, self.y_max)):
            if not (math.isfinite(low) and math.isfinite(high) and low < high):
                raise ValueError(f"The {axis} range must run upwards between finite numbers.")
            if max(-low, high) > _LARGEST:
                raise ValueError(f"The {axis} range must lie within ±{_LARGEST:g}.")

    def filling(self, aspect: float) -> Bounds:
        """Return these bounds, grown about their middle to be `aspect` times as wide as high.

        A circle is then seen as one in a picture of that shape. Bounds that would have to grow to
        more than `GROWN` times their size stay as they are: their axes have units of their own.
        """
        width, height = self.x_max - self.x_min, self.y_max - self.y_min
        growth = aspect * height / width
        if not 1.0 / GROWN < growth < GROWN:
            return self
        dx = max(growth - 1.0, 0.0) * width / 2.0
        dy = max(1.0 / growth - 1.0, 0.0) * height / 2.0
        try:
            return Bounds(self.x_min - dx, self.x_max + dx, self.y_min - dy, self.y_max + dy)
        except ValueError:  # at the edge of what can be shown
            return self

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside or on the edge; nan does not."""
        return self.x_min <= x <= self.x_max and self.y_min <= y <= self.y_max


def default_bounds(start: Sequence[float]) -> Bounds:
    """Return a square about the origin with `start`, shape (n,), comfortably inside.

    Its half side is a quarter more than the largest coordinate, rounded up to 1, 2, 2.5 or 5 times
    a power of ten, and at least 1.
    """
    reach = max((abs(float(c)) for c in start if math.isfinite(c)), default=1.0)
    reach = min(max(MARGIN * reach, 1.0), _LARGEST / 10.0)
    power = 10.0 ** math.floor(math.log10(reach))
    half = next(m * power for m in _ROUND if m * power >= reach * (1 - 1e-12))
    return Bounds(-half, half, -half, half)
