from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gradviz.plots.ticks import decade_ticks, linear_ticks, nice_step, padded


@pytest.mark.parametrize(
    ("low", "high", "count", "labels"),
    [
        (-2.0, 2.0, 8, "−2 −1.5 −1 −0.5 0 0.5 1 1.5 2"),
        (-5.0, 5.0, 5, "−4 −2 0 2 4"),
        (0.0, 400.0, 4, "0 100 200 300 400"),
        (0.0, 0.03, 3, "0 0.01 0.02 0.03"),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, count: int, labels: str) -> None:
    assert " ".join(linear_ticks(low, high, count).labels) == labels


def test_huge_and_tiny_numbers_share_a_power_of_ten() -> None:
    huge = linear_ticks(-3e13, 3e13, 6)
    assert (huge.labels[0], huge.labels[-1], huge.factor) == ("−3", "3", "×10¹³")
    assert linear_ticks(0.0, 4e-7, 4).factor == "×10⁻⁷"
    assert linear_ticks(-1e300, 1e300, 4).factor == "×10³⁰⁰"


@given(
    st.floats(-1e12, 1e12),
    st.floats(1e-3, 1e12),
    st.floats(2, 12),
)
def test_ticks_lie_within_the_axis_and_are_told_apart(
    low: float, span: float, count: float
) -> None:
    assume(span > 1e-10 * abs(low))
    ticks = linear_ticks(low, low + span, count)
    slack = 1e-5 * span
    assert all(low - slack <= v <= low + span + slack for v in ticks.values)
    assert len(set(ticks.labels)) == len(ticks.labels)
    assert len(ticks.values) <= 3 * count + 2


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats())
def test_no_range_is_too_strange(low: float, high: float) -> None:
    linear_ticks(low, high, 5)
    decade_ticks(low, high, 5)


def test_decades_are_labelled_in_round_steps() -> None:
    assert decade_ticks(-2.2, 1.3, 4).labels == ("10⁻²", "10⁻¹", "10⁰", "10¹")
    far = decade_ticks(0.0, 268.0, 4).values
    assert {b - a for a, b in itertools.pairwise(far)} <= {50.0, 100.0}


@pytest.mark.parametrize(("low", "high"), [(0.4, 13.0), (-15.5, -1.5), (0.3, 2.2)])
def test_many_decades_have_two_labels_at_least(low: float, high: float) -> None:
    ticks = decade_ticks(low, high, 2)
    assert len(ticks.values) >= 2
    assert all(label.startswith("10") for label in ticks.labels)


def test_less_than_a_decade_is_labelled_with_values() -> None:
    ticks = decade_ticks(math.log10(2.0), math.log10(8.0), 4)
    assert ticks.labels
    for value, label in zip(ticks.values, ticks.labels, strict=True):
        assert 10**value == pytest.approx(float(label))


@given(st.floats(1e-200, 1e200), st.floats(1.0, 20.0))
def test_a_step_is_one_two_or_five(span: float, count: float) -> None:
    step = nice_step(span, count)
    figure = step / 10.0 ** math.floor(math.log10(step) + 1e-12)
    assert min(abs(figure - f) for f in (1.0, 2.0, 5.0, 10.0)) < 1e-6
    assert span / step <= count * (1 + 1e-6)


@given(st.floats(-1e300, 1e300), st.floats(0.0, 1e300))
def test_a_padded_range_is_wider_and_has_a_width(low: float, span: float) -> None:
    wide_low, wide_high = padded(low, low + span, 0.05)
    assert wide_low < wide_high
    assert math.isfinite(wide_high - wide_low)
