"""From data to pixels, over any range of numbers there is."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.plots.axes import Projection
from gradviz.plots.polylines import Box

BOX = Box(40.0, 10.0, 340.0, 210.0)
NUMBERS = st.floats(-1e300, 1e300)


def test_corners_are_corners() -> None:
    projection = Projection(BOX, -1.0, 2.0, 3.0, 5.0)
    assert projection.place(-1.0, 5.0) == pytest.approx((40.0, 10.0))
    assert projection.place(2.0, 3.0) == pytest.approx((340.0, 210.0))


@given(NUMBERS, NUMBERS)
def test_what_lies_in_the_range_has_a_pixel(low: float, high: float) -> None:
    low, high = min(low, high), max(low, high)
    if not low < high:
        high = math.nextafter(low, math.inf)
    projection = Projection(BOX, low, high, low, high)
    for value in (low, high):
        assert all(map(math.isfinite, projection.place(value, value)))
    assert np.isfinite(projection.pixels([low, high], [low, high])).all()


def test_subnormal_ranges_have_pixels() -> None:
    projection = Projection(BOX, 0.0, 5e-324, 0.0, 1e-320)
    assert all(map(math.isfinite, projection.place(5e-324, 1e-320)))
