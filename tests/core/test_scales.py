"""Scales, shades and levels: sensible on well-known surfaces, safe on any numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gradviz.core.levels import MOST_LEVELS, levels
from gradviz.core.scales import Scale, Shading, choose_scale, shading

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = arrays.arrays(
    np.float64,
    arrays.array_shapes(max_dims=2, max_side=12),
    elements=st.floats(allow_nan=True, allow_infinity=True),
)


def surface(
    function: Callable[[np.ndarray, np.ndarray], np.ndarray], half: float = 2.0, count: int = 121
) -> np.ndarray:
    along = np.linspace(-half, half, count)
    return function(*np.meshgrid(along, along))


def rosenbrock(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return (1 - a) ** 2 + 100 * (b - a * a) ** 2


def camel(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return 4 * a**2 - 2.1 * a**4 + a**6 / 3 + a * b - 4 * b**2 + 4 * b**4


SURFACES = {
    "bowl": (lambda a, b: a * a + b * b, Scale.LINEAR),
    "rosenbrock": (rosenbrock, Scale.LOG),
    "raised rosenbrock": (lambda a, b: 1000 + rosenbrock(a, b), Scale.LOG),
    "waves": (lambda a, b: np.sin(a) + np.sin(b), Scale.LINEAR),
    "saddle": (lambda a, b: a * a - b * b, Scale.LINEAR),
    "corner": (lambda a, b: abs(a) + abs(b), Scale.LINEAR),
    "growth": (lambda a, b: np.exp(5 * a + b), Scale.LOG),
    "tiny bowl": (lambda a, b: 1e-200 * (a * a + b * b), Scale.LINEAR),
    "huge bowl": (lambda a, b: 1e300 * (a * a + b * b), Scale.LINEAR),
    "camel": (camel, Scale.LINEAR),
}


@pytest.mark.parametrize("name", SURFACES)
def test_the_scale_suits_the_surface(name: str) -> None:
    function, expected = SURFACES[name]
    values = surface(function)
    assert choose_scale(values) is expected
    holes = np.where(values > np.median(values), np.nan, values)
    holes[0, 0] = np.inf
    assert choose_scale(holes) in Scale


@pytest.mark.parametrize("name", SURFACES)
def test_a_chosen_scale_spreads_the_shades(name: str) -> None:
    values = surface(SURFACES[name][0])
    shades = shading(values, choose_scale(values)).of(values)
    assert np.quantile(shades, 0.9) - np.quantile(shades, 0.1) > 0.35
    assert shades.min() == 0.0
    assert shades.max() == 1.0


@pytest.mark.parametrize("scale", Scale)
@pytest.mark.parametrize("name", SURFACES)
def test_there_are_some_twelve_levels_and_round_ones(name: str, scale: Scale) -> None:
    values = surface(SURFACES[name][0])
    found = levels(values, scale)
    assert 5 <= len(found) <= MOST_LEVELS
    digits = {f"{abs(level):.3e}".split("e")[0].rstrip("0").rstrip(".") for level in found}
    if scale is Scale.LINEAR:
        assert all(len(d.replace(".", "")) <= 3 for d in digits)
    elif shading(values, scale).base == 0.0:
        assert digits <= {"1", "1.5", "2", "3", "5", "7"}


def test_levels_of_a_bowl_are_even() -> None:
    np.testing.assert_array_equal(
        levels(surface(lambda a, b: a * a + b * b, 5.0), Scale.LINEAR), np.arange(1, 20) * 2.5
    )


def test_levels_of_rosenbrock_are_one_and_three() -> None:
    found = levels(surface(rosenbrock), Scale.LOG).tolist()
    assert found == [0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0]


def test_many_decades_have_a_level_each() -> None:
    found = levels(surface(lambda a, _: np.exp(9 * a)), Scale.LOG)
    assert len(found) >= 15
    np.testing.assert_allclose(found[1:] / found[:-1], 10.0)


def test_a_pole_does_not_swallow_the_rest() -> None:
    a = np.linspace(-2, 2, 401)
    with np.errstate(divide="ignore"):
        values = 1 / a
    shades = shading(values, Scale.LINEAR)
    assert shades.high < 0.2 * values[np.isfinite(values)].max()
    assert shades.of(1.0) - shades.of(-1.0) > 0.02
    assert shades.of([np.inf, -np.inf]).tolist() == [1.0, 0.0]


def test_shades_and_values_rise_together() -> None:
    values = surface(rosenbrock)
    for scale in Scale:
        shades = shading(values, scale)
        ascending = shades.of(np.sort(values.ravel()))
        assert (np.diff(ascending) >= 0.0).all()
        assert shades.of([shades.low, shades.high]) == pytest.approx([0.0, 1.0])


def test_even_and_logarithmic_shades() -> None:
    assert Shading(Scale.LINEAR, 2.0, 6.0).of(3.0) == 0.25
    assert Shading(Scale.LOG, 1.0, 1e4).of(10.0) == pytest.approx(0.25)
    assert Shading(Scale.LOG, 11.0, 20.0, 10.0).of(10 + 10**0.5) == pytest.approx(0.5)


@pytest.mark.parametrize("scale", Scale)
@pytest.mark.parametrize(
    "values", [[], [np.nan], [np.inf, -np.inf], [7.0, 7.0], [0.0], [-1e308, -1e308]]
)
def test_without_differences_there_are_no_levels(scale: Scale, values: np.ndarray) -> None:
    values = np.array(values)
    assert choose_scale(values) is Scale.LINEAR
    assert not levels(values, scale).size
    assert np.isin(shading(values, scale).of(values[np.isfinite(values)]), 0.0).all()


@example(np.array([0.0, 5e-324]), Scale.LINEAR)
@example(np.array([0.0, 5e-324]), Scale.LOG)
@example(np.array([-1.7e308, 1.7e308]), Scale.LOG)
@example(np.array([7e5, 4e-303, 4e-303]), Scale.LOG)
@example(np.array([1.0, 1.0 + 2**-52]), Scale.LINEAR)
@example(np.array([1.0, 1.0 + 2**-52]), Scale.LOG)
@given(ANY, st.sampled_from(Scale))
@settings(max_examples=300, deadline=None)
def test_any_numbers_have_shades_and_levels(values: np.ndarray, scale: Scale) -> None:
    assert choose_scale(values) in Scale
    shades = shading(values, scale)
    assert np.isfinite([shades.low, shades.high, shades.base]).all()
    assert shades.low < shades.high
    found = shades.of(values)
    assert found.shape == values.shape
    assert (np.isnan(found) == np.isnan(values)).all()
    assert ((found >= 0.0) & (found <= 1.0) | np.isnan(found)).all()
    chosen = levels(values, scale)
    finite = values[np.isfinite(values)]
    assert np.isfinite(chosen).all()
    assert (np.diff(chosen) > 0.0).all()
    assert len(chosen) <= MOST_LEVELS + 2
    if chosen.size:
        assert finite.min() < chosen[0]
        assert chosen[-1] < finite.max()
