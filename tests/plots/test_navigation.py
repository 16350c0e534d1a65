from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.core.field import Bounds
from gradviz.plots.navigation import answers, moved, zoomed

BOUNDS = Bounds(-5.0, 5.0, -2.0, 3.0)
numbers = st.floats(-1e200, 1e200)


@given(st.floats(0.01, 100.0), st.floats(-5, 5), st.floats(-2, 3))
def test_the_point_zoomed_about_stays(factor: float, x: float, y: float) -> None:
    near = zoomed(BOUNDS, factor, x, y)
    assert near.x_max - near.x_min == pytest.approx(10 * factor)
    assert (x - near.x_min) / (near.x_max - near.x_min) == pytest.approx((x + 5) / 10, abs=1e-9)
    assert (y - near.y_min) / (near.y_max - near.y_min) == pytest.approx((y + 2) / 5, abs=1e-9)


@given(st.floats(1e-300, 1e300), numbers, numbers)
def test_no_zoom_or_pan_leaves_what_bounds_can_be(factor: float, x: float, y: float) -> None:
    zoomed(BOUNDS, factor, x, y)
    moved(BOUNDS, x, y)


def test_moving_there_and_back() -> None:
    assert moved(moved(BOUNDS, 3.0, -4.0), -3.0, 4.0) == BOUNDS


@given(st.floats(0.34, 2.9))
def test_bounds_grown_to_a_shape_answer_those_asked_for(aspect: float) -> None:
    assert answers(BOUNDS.filling(aspect), BOUNDS)


def test_other_bounds_answer_nothing() -> None:
    assert not answers(moved(BOUNDS, 0.1, 0.0), BOUNDS)
    assert not answers(zoomed(BOUNDS, 1.25, 0.0, 0.5), BOUNDS)
    assert not answers(zoomed(BOUNDS, 0.8, 3.0, 0.0), BOUNDS)
