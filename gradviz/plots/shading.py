"""Which colour a value of f has in a scene."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.field import Scale, normalise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.field import Field


@dataclass(frozen=True, slots=True, eq=False)
class Shading:
    """The values of a field as places in the colour map.

    Attributes
    ----------
    shades : ndarray, shape (ny, nx)
        0 lowest to 1 highest, nan where f has no value.
    low, high : float
        The values at both ends of the map.
    scale : Scale
        How values are spread between them.
    """

    shades: NDArray[np.float64]
    low: float
    high: float
    scale: Scale

    def of(self, value: float) -> float:
        """Return the place of one value in the map; outside it is cut off."""
        low, high = self.low, self.high
        if self.scale is Scale.LOG:
            value = max(value, low)
            low, high, value = (math.log10(v) for v in (low, high, value))
        share = (value - low) / (high - low) if high > low else 0.0
        return min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0


def shading(field: Field, scale: Scale) -> Shading:
    """Return the shading of a field."""
    shades, low, high = normalise(field.values, scale)
    return Shading(np.asarray(shades), low, high, scale)
