"""The numbers a slider stops at: round, in order, ends and typed value among them."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.ui.slider_scale import SliderScale, default_range

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, (-1.0, 1.0)),
        (1.0, (-1.0, 3.0)),
        (-1.0, (-3.0, 1.0)),
        (100.0, (-100.0, 300.0)),
        (1e-4, (-1e-4, 3e-4)),
        (1.37, (-1.5, 4.5)),
    ],
)
def test_the_default_range_is_round(value: float, expected: tuple[float, float]) -> None:
    assert default_range(value) == expected


def test_steps_are_decimal_numbers() -> None:
    scale = SliderScale(-1.0, 3.0)
    assert scale.last == 200
    values = [scale.value(i) for i in range(scale.last + 1)]
    assert values == [round(-1.0 + 0.02 * i, 2) for i in range(201)]
    assert str(scale.value(50)) == "0.0"


def test_a_crooked_range_keeps_its_ends_and_the_typed_value() -> None:
    scale = SliderScale(0.123, 1.9, (1 / 3, 5.0))
    values = [scale.value(i) for i in range(scale.last + 1)]
    assert values[0] == 0.123
    assert values[-1] == 1.9
    assert 1 / 3 in values
    assert 5.0 not in values
    assert values[1] == 0.13


@settings(max_examples=60)
@given(finite, finite, finite)
def test_any_range_makes_a_scale(one: float, other: float, value: float) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    scale = SliderScale(low, high, (value,))
    values = [scale.value(i) for i in range(scale.last + 1)]
    assert 2 <= len(values) <= 400
    assert all(a < b for a, b in pairwise(values))
    assert (values[0], values[-1]) == (low, high)
    near = values[scale.position(value)]
    if scale.contains(value):
        assert near == value
    else:
        assert near == (low if value < low else high)
    assert [scale.position(v) for v in values] == list(range(len(values)))


@settings(max_examples=60)
@given(finite)
def test_the_default_range_holds_the_value(value: float) -> None:
    low, high = default_range(value)
    assert low < high
    assert low <= value <= high
    assert abs(low) <= sys.float_info.max
    assert SliderScale(low, high, (value,)).contains(value)
