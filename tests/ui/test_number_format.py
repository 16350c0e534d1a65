"""What fields show reads back, and stepping goes through round numbers."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.ui.number_format import format_number, next_in_series, step_decades, step_linear
from gradviz.ui.number_parse import parse_number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_shown_reads_back_bit_for_bit(value: float) -> None:
    read = parse_number(format_number(value))
    assert read == value
    assert math.copysign(1.0, read) == math.copysign(1.0, value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e-4, "1e-4"),
        (0.001, "0.001"),
        (0.1, "0.1"),
        (-1.5, "−1.5"),
        (2.0, "2.0"),
        (10.0, "10.0"),
        (400, "400"),
        (-7, "−7"),
        (999999.0, "999999.0"),
        (1e6, "1e6"),
        (1234567.5, "1.2345675e6"),
        (-2.5e-10, "−2.5e-10"),
        (1e-300, "1e-300"),
        (0.0, "0.0"),
        (0.30000000000000004, "0.30000000000000004"),
    ],
)
def test_shows(value: float, text: str) -> None:
    assert format_number(value) == text


@given(st.floats(1e-290, 1e290))
def test_series_moves_to_the_next_of_1_2_5_and_never_skips_one(value: float) -> None:
    above, below = next_in_series(value, up=True), next_in_series(value, up=False)
    assert below < value < above
    for number in (above, below):
        assert Decimal(repr(number)).normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert next_in_series(below, up=True) in {value, above}


def test_series_has_no_rounding() -> None:
    value, seen = 1e-4, []
    for _ in range(7):
        value = next_in_series(value, up=True)
        seen.append(value)
    assert seen == [2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2]


@pytest.mark.parametrize(
    ("value", "up", "coarse", "expected"),
    [
        (0.1, True, False, 0.2),
        (0.1, False, False, 0.05),
        (0.3, True, False, 0.5),
        (0.3, True, True, 3.0),
        (0.3, False, True, 0.03),
        (0.0, True, False, 1e-3),
        (0.0, False, False, -1e-3),
        (1e-3, False, False, 0.0),
        (-0.1, True, False, -0.05),
        (-0.1, False, False, -0.2),
        (-1e-3, True, False, 0.0),
        (1e308, True, True, 1e308),
    ],
)
def test_decades(value: float, up: bool, coarse: bool, expected: float) -> None:
    assert step_decades(value, up=up, coarse=coarse, first=1e-3) == expected


@pytest.mark.parametrize(
    ("text", "up", "coarse", "expected"),
    [
        ("−3.0", True, False, "−2.9"),
        ("−0.1", True, False, "0.0"),
        ("0.0", False, False, "−0.1"),
        ("0.0", False, True, "−1.0"),
        ("2", True, False, "2.1"),
        ("2", True, True, "3.0"),
        ("0.01", False, False, "0.00"),
        ("0.00", False, False, "−0.01"),
        ("1.99", True, False, "2.00"),
        ("0,5", True, False, "0.6"),
        ("3000.0", True, False, "3100.0"),
        ("30.0", False, False, "29.0"),
        ("1e-5", True, False, "1.1e-5"),
        ("2e8", True, False, "2.1e8"),
    ],
)
def test_coordinates_step_by_a_decimal_place(
    text: str,
    up: bool,
    coarse: bool,
    expected: str,
) -> None:
    assert step_linear(text, parse_number(text), up=up, coarse=coarse) == expected
