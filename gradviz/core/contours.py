"""Contour lines of a sampled field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from contourpy import LineType, contour_generator

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.field import Field


@dataclass(frozen=True, slots=True, eq=False)
class ContourLine:
    """All lines of one level: `points` of shape (m, 2), the pieces parted by rows of nan."""

    level: float
    points: NDArray[np.float64]


def contour_lines(field: Field, levels: NDArray[np.float64]) -> tuple[ContourLine, ...]:
    """Return the contour lines of a field, one `ContourLine` for each level that has any.

    Lines come from contourpy's marching squares; cells with a corner that is not finite have none.
    """
    values = np.ma.masked_invalid(field.values, copy=False)
    generator = contour_generator(
        field.x, field.y, values, line_type=LineType.ChunkCombinedNan, name="serial"
    )
    found = []
    for level in levels:
        (points,) = generator.lines(float(level))[0]
        if points is not None:
            found.append(ContourLine(float(level), points))
    return tuple(found)
