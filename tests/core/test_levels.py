"""Levels of contour lines: how many were asked for, spread as they were asked for, and round."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gradviz.core.levels import levels
from gradviz.core.scales import Scale, Spacing, shading

SIDE = np.linspace(-2.0, 2.0, 201)
X, Y = np.meshgrid(SIDE, SIDE)
SURFACES = {
    "bowl": X * X + Y * Y,
    "rosenbrock": (1 - X) ** 2 + 100 * (Y - X * X) ** 2,
    "waves": np.sin(3 * X) + np.sin(2 * Y),
    "offset": 1000.0 + X * X + Y * Y,
    "tiny": 1e-200 * (X * X + Y * Y),
}


def figures(number: float) -> int:
    """Return how many figures a number is written with."""
    return len(f"{abs(number):.12e}".partition("e")[0].replace(".", "").rstrip("0"))


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("spacing", Spacing)
@pytest.mark.parametrize("count", [3, 5, 10, 17, 30, 60])
def test_there_are_about_as_many_as_asked_for(name: str, spacing: Spacing, count: int) -> None:
    found = levels(SURFACES[name], Scale.LINEAR, spacing, count)
    assert 0.7 * count - 1 <= len(found) <= 1.4 * count + 1
    assert (np.diff(found) > 0).all()


def test_the_spacing_follows_the_scale_unless_it_is_chosen() -> None:
    values = SURFACES["rosenbrock"]
    for scale in Scale:
        same = levels(values, scale, Spacing(scale.value))
        np.testing.assert_array_equal(levels(values, scale), same)
    even = levels(values, Scale.LOG, Spacing.LINEAR)
    assert np.ptp(np.diff(even)) < 1e-9 * even[-1]


def test_even_levels_are_multiples_of_a_round_step() -> None:
    for count in (4, 7, 9, 23, 44):
        found = levels(SURFACES["bowl"], Scale.LINEAR, Spacing.LINEAR, count)
        step = found[1] - found[0]
        assert figures(round(step, 9)) <= 2
        np.testing.assert_allclose(found / step, np.round(found / step), atol=1e-9)


def test_logarithmic_levels_are_alike_in_every_decade() -> None:
    found = levels(SURFACES["rosenbrock"], Scale.LOG, Spacing.LOG, 40)
    base = shading(SURFACES["rosenbrock"], Scale.LOG).base
    assert base == 0.0
    ten_times = found[found <= found[-1] / 10] * 10
    assert all(np.isclose(found, level).any() for level in ten_times)


def test_few_decades_have_enough_logarithmic_levels_and_all_of_them_round() -> None:
    for lowest in (0.02, 0.002):
        found = levels(np.geomspace(lowest, 1.5, 500), Scale.LOG)
        assert 8 <= len(found) <= 20
        assert {0.1, 1.0} <= set(found)
        assert max(map(figures, found)) <= 2


def test_logarithmic_levels_above_a_base_are_written_with_few_figures() -> None:
    values = 0.0986 + np.geomspace(1e-3, 1.2, 500)
    assert shading(values, Scale.LOG).base > 0.0
    found = levels(values, Scale.LOG)
    assert len(found) >= 8
    assert (np.diff(found) > 0).all()
    assert {0.2, 0.4} <= set(found)
    assert max(map(figures, found[found > 0.12])) <= 3


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("count", [4, 12, 30])
def test_quantiles_have_equal_areas_between_them(name: str, count: int) -> None:
    values = SURFACES[name].ravel()
    found = levels(values, Scale.LINEAR, Spacing.QUANTILE, count)
    assert len(found) == count
    areas = np.diff(np.searchsorted(np.sort(values), [-np.inf, *found, np.inf])) / values.size
    np.testing.assert_allclose(areas, 1 / (count + 1), rtol=0.4)


def test_quantiles_are_rounded_to_what_can_be_read() -> None:
    found = levels(SURFACES["bowl"], Scale.LINEAR, Spacing.QUANTILE, 9)
    assert max(map(figures, found)) <= 2
    # the area below a level c of x**2 + y**2 is pi*c: of 16, as long as the circle fits
    small = found[found < 4.0]
    areas = np.array([(SURFACES["bowl"] < level).mean() for level in small])
    np.testing.assert_allclose(areas, np.pi * small / 16, rtol=0.03)


def test_a_plateau_is_no_level() -> None:
    values = np.where(X > 0.5, X, 0.0) - np.where(X < -0.5, -X, 0.0)  # 0 in a quarter of the plane
    found = levels(values, Scale.LINEAR, Spacing.QUANTILE, 11)
    assert 6 <= len(found) < 11
    assert not (found == 0.0).any()


ANY = arrays.arrays(
    np.float64,
    arrays.array_shapes(max_dims=2, max_side=9),
    elements=st.floats(allow_nan=True, allow_infinity=True),
)


@example(np.array([0.0, 5e-324]), Spacing.QUANTILE, 60)
@example(np.array([0.0, 3e-300]), Spacing.LINEAR, 3)
@example(np.array([-1.7e308, 1.7e308]), Spacing.QUANTILE, 12)
@example(np.array([1.0, 1.0 + 2**-52]), Spacing.QUANTILE, 3)
@given(ANY, st.sampled_from(Spacing), st.none() | st.integers(3, 60))
@settings(max_examples=200, deadline=None)
def test_any_numbers_have_levels(values: np.ndarray, spacing: Spacing, count: int | None) -> None:
    found = levels(values, Scale.LINEAR, spacing, count)
    assert np.isfinite(found).all()
    assert (np.diff(found) > 0).all()
    if found.size:
        finite = values[np.isfinite(values)]
        assert finite.min() < found[0]
        assert found[-1] < finite.max()
