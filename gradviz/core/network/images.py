"""Samples that are pictures: inputs that are the pixels of a square, row by row."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gradviz.core.network.data import Data

SMALLEST: Final = 5
"""Pixels along each side of the smallest picture."""
_PIXEL: Final = re.compile(
    r"row \d+, column \d+|(?:pixel|px|p)?[ _.-]?\d+(?:[x_, -]\d+)?", re.IGNORECASE
)


def image_side(data: Data) -> int | None:
    """Return how many pixels a picture has along each side; None if samples are no pictures.

    They are if there are as many inputs as a square has pixels, at least `SMALLEST` squared, and
    every one is named like a pixel: ``row 2, column 3``, ``pixel17``, ``px_17``, ``1x28``, ``17``.
    """
    side = math.isqrt(data.inputs.shape[1])
    is_square = side * side == data.inputs.shape[1] and side >= SMALLEST
    if is_square and all(_PIXEL.fullmatch(name.strip()) for name in data.inputs_named):
        return side
    return None
