from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.plots.numerals import (
    compact,
    coordinate,
    decimals_for,
    power_of_ten,
    readout,
    variable_label,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (307.1, "307.1"),
        (-0.5961, "−0.5961"),
        (2.58983747e13, "2.590×10¹³"),
        (-1e-7, "−1.000×10⁻⁷"),
        (0.0, "0"),
        (-0.0, "0"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "nan"),
        (99999.6, "1.000×10⁵"),
        (1e300, "1.000×10³⁰⁰"),
    ],
)
def test_a_readout_has_four_figures_and_a_true_minus(value: float, text: str) -> None:
    assert readout(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_readout_says_the_number_to_its_digits(value: float) -> None:
    text = readout(value, 6).translate(str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789"))
    number = float(text.replace("×10", "e"))
    assert number == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("value", "resolution", "text"),
    [
        (1.1799, 0.015, "1.18"),
        (-0.0004, 0.01, "0.00"),
        (3.0, 10.0, "3"),
        (12345678.9, 0.01, "1.23457×10⁷"),
        (math.nan, 0.1, "nan"),
    ],
)
def test_a_coordinate_has_the_decimals_a_pixel_resolves(
    value: float, resolution: float, text: str
) -> None:
    assert coordinate(value, resolution) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1000.0, "1000"),
        (0.1, "0.1"),
        (3000.0, "3000"),
        (1e5, "10⁵"),
        (-1e5, "−10⁵"),
        (3e7, "3×10⁷"),
        (1e-7, "10⁻⁷"),
        (0.0, "0"),
        (2659.7, "2660"),
        (-2.5, "−2.5"),
    ],
)
def test_round_numbers_are_written_briefly(value: float, text: str) -> None:
    assert compact(value) == text


def test_labels_of_variables_and_decades() -> None:
    assert [variable_label(name) for name in ("x0", "x12", "y", "x")] == ["x₀", "x₁₂", "y", "x"]
    assert power_of_ten(-12) == "10⁻¹²"


@pytest.mark.parametrize(
    ("resolution", "decimals"), [(0.015, 2), (0.01, 2), (1.0, 0), (7.0, 0), (0.0, 0), (1e-9, 9)]
)
def test_decimals_tell_neighbouring_pixels_apart(resolution: float, decimals: int) -> None:
    assert decimals_for(resolution) == decimals
