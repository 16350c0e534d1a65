"""Clipping: lengths and parts within the limit, direction kept, nothing raised, text read."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.clipping import ClipKind, Clipping, ClippingError, parse_clipping

NORM, VALUE = ClipKind.NORM, ClipKind.VALUE
finite = st.floats(-1e308, 1e308)
vectors = st.lists(finite, min_size=1, max_size=10).map(tuple)
limits = st.floats(1e-200, 1e200)


def test_the_whole_gradient_is_shortened_in_its_direction() -> None:
    assert Clipping(kind=NORM, limit=1.0).applied((3.0, -4.0)) == pytest.approx((0.6, -0.8))
    assert Clipping(kind=NORM, limit=10.0).applied((3.0, -4.0)) == (3.0, -4.0)
    assert Clipping(kind=NORM, limit=5.0).applied((3.0, -4.0)) == (3.0, -4.0)


def test_each_part_is_limited_by_itself() -> None:
    assert Clipping(kind=VALUE, limit=1.0).applied((3.0, -4.0, 0.5, -0.0)) == (1.0, -1.0, 0.5, -0.0)


def test_norm_is_torch_s_but_for_its_epsilon() -> None:
    gradient, limit = np.array([3.0, -4.0, 12.0]), 2.0
    coefficient = limit / (np.linalg.norm(gradient) + 1e-6)  # clip_grad_norm_ as documented
    ours = Clipping(kind=NORM, limit=limit).applied(tuple(gradient.tolist()))
    np.testing.assert_allclose(ours, gradient * coefficient, rtol=1e-6)
    assert math.hypot(*ours) == pytest.approx(limit, rel=1e-15)


@settings(max_examples=100, deadline=None)
@given(vectors, limits)
def test_shortened_gradients_have_the_length_of_the_limit(
    gradient: tuple[float, ...], limit: float
) -> None:
    found = Clipping(kind=NORM, limit=limit).applied(gradient)
    if math.hypot(*gradient) <= limit:
        assert found == gradient
        return
    assert math.hypot(*found) == pytest.approx(limit, rel=1e-14)
    largest = max(map(abs, gradient))
    top = max(map(abs, found))
    for old, new in zip(gradient, found, strict=True):
        assert new / top == pytest.approx(old / largest, rel=1e-12, abs=1e-100)


@settings(max_examples=60, deadline=None)
@given(vectors, limits)
def test_parts_are_numpy_s_clip(gradient: tuple[float, ...], limit: float) -> None:
    found = Clipping(kind=VALUE, limit=limit).applied(gradient)
    assert found == tuple(np.clip(gradient, -limit, limit).tolist())


@pytest.mark.parametrize("kind", ClipKind)
def test_what_is_not_finite_raises_nothing(kind: ClipKind) -> None:
    clip = Clipping(kind=kind, limit=1.0)
    assert math.isnan(clip.applied((math.nan, 2.0))[0])
    assert clip.applied((math.nan, 0.5))[1] == 0.5
    one, other = clip.applied((math.inf, 2.0))
    if kind is VALUE:
        assert (one, other) == (1.0, 1.0)
    else:
        assert math.isnan(one)
        assert other == 0.0


@pytest.mark.parametrize("count", [2, 10, 50])
def test_a_length_that_overflows_is_shortened_all_the_same(count: int) -> None:
    found = Clipping(kind=NORM, limit=2.0).applied((1.7e308,) * count)
    assert found == pytest.approx((2.0 / math.sqrt(count),) * count)


@pytest.mark.parametrize("kind", ClipKind)
def test_arrays_count_with_all_their_entries(kind: ClipKind) -> None:
    flat = (3.0, -4.0, 12.0, 0.25)
    clip = Clipping(kind=kind, limit=2.0)
    weights, bias = clip.applied((np.array([[3.0, -4.0], [12.0, 0.25]])[:, :1], np.array(-4.0)))
    expected = clip.applied((3.0, 12.0, -4.0))
    assert (*np.ravel(weights).tolist(), float(bias)) == pytest.approx(expected)
    (whole,) = clip.applied((np.array(flat),))
    assert whole.tolist() == pytest.approx(clip.applied(flat))


def test_clippings_are_values() -> None:
    assert Clipping(limit=1) == Clipping(kind="norm", limit=1.0)
    assert isinstance(Clipping(limit=1).limit, float)
    assert Clipping(kind=NORM) != Clipping(kind=VALUE)
    assert hash(Clipping(kind="value")) == hash(Clipping(kind=VALUE))


@pytest.mark.parametrize("limit", [0.0, -1.0, math.nan, math.inf, "1", True])
def test_wrong_limits_are_refused_in_a_sentence(limit: object) -> None:
    with pytest.raises(ValueError, match=r"limit must be .*\.$"):
        Clipping(limit=limit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("norm:1", Clipping(kind=NORM, limit=1.0)),
        (" Value : 1e-3 ", Clipping(kind=VALUE, limit=1e-3)),
    ],
)
def test_clippings_are_read_from_text(text: str, expected: Clipping) -> None:
    assert parse_clipping(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "norm:1 or value:1"),
        ("1", "norm:1 or value:1"),
        ("norm", "norm:1 or value:1"),
        ("norm:", "must be a number"),
        ("norm:big", "must be a number"),
        ("norm:1_0", "must be a number"),
        ("norm:0", "must be between"),
        ("length:1", "by norm or value"),
    ],
)
def test_text_that_is_no_clipping_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(ClippingError, match=words) as caught:
        parse_clipping(text)
    assert str(caught.value).endswith(".")
