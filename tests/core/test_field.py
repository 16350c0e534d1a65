"""Bounds, samples, arrows and contour lines against closed forms; holes and huge values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.core.differences import Method
from gradviz.core.field import (
    Bounds,
    Field,
    arrows,
    contour_lines,
    default_bounds,
    sample,
    sample_curve,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.objective import ArrayObjective

VIEW = Bounds(-2.0, 2.0, -1.0, 3.0)
HELD = (0.0, 0.0)


# --- bounds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "half"),
    [
        ((-3.0, 4.0), 5.0),
        ((0.0, 0.0), 1.0),
        ((0.5,), 1.0),
        ((0.9, 0.0), 2.0),
        ((1.6, 0.0), 2.0),
        ((2.0, 0.0), 2.5),
        ((-7.0, 2.0), 10.0),
        ((8.0, 0.0), 10.0),
        ((8.1, 0.0), 20.0),
        ((4e10, 1.0), 5e10),
        ((math.inf, 1.0), 2.0),
    ],
)
def test_default_bounds_are_round(start: tuple[float, ...], half: float) -> None:
    assert default_bounds(start) == Bounds(-half, half, -half, half)


@given(st.lists(st.floats(-1e140, 1e140), min_size=1, max_size=5))
def test_default_bounds_hold_the_start_with_room_to_spare(start: tuple[float, ...]) -> None:
    bounds = default_bounds(start)
    reach = max(map(abs, start))
    assert bounds.x_max == bounds.y_max == -bounds.x_min == -bounds.y_min
    assert 1.25 * reach <= bounds.x_max * (1 + 1e-9)
    assert bounds.x_max <= max(1.0, 2.5 * reach)


@pytest.mark.parametrize(
    "sides",
    [
        (1.0, 1.0, 0.0, 1.0),
        (1.0, 0.0, 0.0, 1.0),
        (0.0, 1.0, 2.0, -2.0),
        (math.nan, 1.0, 0.0, 1.0),
        (0.0, math.inf, 0.0, 1.0),
        (0.0, 1.0, -1e300, 1.0),
    ],
)
def test_bounds_that_are_none_are_refused(sides: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="range must"):
        Bounds(*sides)


def test_bounds_contain_their_edges() -> None:
    assert VIEW.contains(-2.0, 3.0)
    assert VIEW.contains(0.0, 0.0)
    assert not VIEW.contains(2.1, 0.0)
    assert not VIEW.contains(0.0, -1.1)
    assert not VIEW.contains(math.nan, 0.0)
    assert Bounds(0, 1, 0, 1) == Bounds(0.0, 1.0, 0.0, 1.0)


# --- samples ---------------------------------------------------------------------------------


def test_a_field_has_the_values_of_its_points(objective: Callable[[str], ArrayObjective]) -> None:
    field = sample(objective("rosenbrock"), VIEW, (0, 1), HELD, (7, 5))
    assert field.values.shape == (7, 5)
    assert (field.x[0], field.x[-1], field.y[0], field.y[-1]) == (-2.0, 2.0, -1.0, 3.0)
    for row, y in enumerate(field.y.tolist()):
        for column, x in enumerate(field.x.tolist()):
            expected = objective("rosenbrock").function(x, y)
            assert field.values[row, column] == pytest.approx(expected, rel=1e-14)


def test_the_other_coordinates_are_held(objective: Callable[[str], ArrayObjective]) -> None:
    function, held = objective("mixed"), (0.3, 99.0, -99.0)
    field = sample(function, VIEW, (2, 1), held, (4, 3))
    assert field.plane == (2, 1)
    assert field.held == held
    assert field.values[3, 0] == pytest.approx(function.function(0.3, 3.0, -2.0))


def test_a_function_of_one_coordinate_alone_fills_the_plane(handmade: type) -> None:
    ridge = handmade(lambda a, _: a * a, lambda a, b: (2 * a, 0 * b), 2)
    field = sample(ridge, VIEW, (0, 1), HELD, (4, 3))
    assert field.values.tolist() == [[4.0, 0.0, 4.0]] * 4


def test_what_is_undefined_stays_a_hole(handmade: type) -> None:
    partial = handmade(lambda a, b: np.log(a) + b, lambda a, b: (1 / a, 1 + 0 * b), 2)
    field = sample(partial, VIEW, (0, 1), HELD, (5, 5))
    assert np.isnan(field.values[:, :2]).all()
    assert (field.values[:, 2] == -np.inf).all()
    assert np.isfinite(field.values[:, 3:]).all()


def test_a_curve_has_the_values_of_its_points(objective: Callable[[str], ArrayObjective]) -> None:
    curve = sample_curve(objective("quartic"), -1.0, 2.0, 301)
    assert (len(curve.x), curve.x[0], curve.x[-1]) == (301, -1.0, 2.0)
    np.testing.assert_allclose(curve.values, curve.x**4, rtol=1e-14)
    assert np.isnan(sample_curve(objective("logarithm"), -1.0, 1.0, 11).values[:5]).all()


# --- arrows ----------------------------------------------------------------------------------


@pytest.mark.parametrize("method", Method)
def test_arrows_point_uphill(objective: Callable[[str], ArrayObjective], method: Method) -> None:
    found = arrows(objective("bowl"), method, 1e-7, VIEW, (0, 1), HELD, (8, 6))
    assert found.x.shape == found.u.shape == found.magnitude.shape == (8, 6)
    radius = np.hypot(found.x, found.y)
    np.testing.assert_allclose(found.u, found.x / radius, atol=1e-6)
    np.testing.assert_allclose(found.v, found.y / radius, atol=1e-6)
    np.testing.assert_allclose(found.magnitude, 2 * radius, rtol=1e-6)


def test_arrows_stand_in_the_middle_of_their_cells(
    objective: Callable[[str], ArrayObjective],
) -> None:
    found = arrows(objective("bowl"), Method.EXACT, 1e-4, VIEW, (0, 1), HELD, (4, 2))
    assert found.x[0].tolist() == [-1.0, 1.0]
    assert found.y[:, 0].tolist() == [-0.5, 0.5, 1.5, 2.5]


def test_arrows_are_those_of_the_chosen_method(objective: Callable[[str], ArrayObjective]) -> None:
    lost = arrows(objective("bowl"), Method.CENTRAL, 1e-50, VIEW, (0, 1), HELD, (3, 3))
    # the cell in the middle column has x0 = 0, where x0 + h is not lost, but f is
    assert np.isnan(lost.u).all()
    assert (lost.magnitude == 0.0).all()


def test_a_flat_or_undefined_place_has_no_direction(
    objective: Callable[[str], ArrayObjective], handmade: type
) -> None:
    middle = arrows(
        objective("bowl"), Method.EXACT, 1.0, Bounds(-1, 1, -1, 1), (0, 1), HELD, (3, 3)
    )
    assert np.isnan(middle.u[1, 1])
    assert np.isnan(middle.v[1, 1])
    assert middle.magnitude[1, 1] == 0.0
    assert np.isfinite(middle.u).sum() == 8
    partial = handmade(lambda a, b: np.log(a) + b, lambda a, b: (np.log(a) / a, 1 + 0 * b), 2)
    found = arrows(partial, Method.EXACT, 1.0, VIEW, (0, 1), HELD, (2, 2))
    assert np.isnan(found.u[:, 0]).all()
    assert np.isfinite(found.u[:, 1]).all()


@pytest.mark.parametrize("scale", [1e-300, 1e-160, 1e160, 1e300])
def test_tiny_and_huge_gradients_keep_their_direction(handmade: type, scale: float) -> None:
    plane = handmade(
        lambda a, b: scale * (3 * a + 4 * b),
        lambda a, b: (3 * scale + 0 * a, 4 * scale + 0 * b),
        2,
    )
    found = arrows(plane, Method.EXACT, 1.0, VIEW, (0, 1), HELD, (2, 2))
    np.testing.assert_allclose(found.u, 0.6, rtol=1e-14)
    np.testing.assert_allclose(found.v, 0.8, rtol=1e-14)


# --- contour lines ---------------------------------------------------------------------------


def test_contour_lines_of_a_bowl_are_circles(objective: Callable[[str], ArrayObjective]) -> None:
    field = sample(objective("bowl"), Bounds(-2, 2, -2, 2), (0, 1), HELD, (201, 201))
    found = contour_lines(field, np.array([0.25, 1.0, 100.0]))
    assert [line.level for line in found] == [0.25, 1.0]
    for line in found:
        assert line.points.shape[1] == 2
        np.testing.assert_allclose(np.hypot(*line.points.T), math.sqrt(line.level), atol=1e-4)
        np.testing.assert_array_equal(line.points[0], line.points[-1])


def test_the_pieces_of_a_line_are_parted_by_nan(objective: Callable[[str], ArrayObjective]) -> None:
    field = sample(objective("saddle"), Bounds(-2, 2, -2, 2), (0, 1), HELD, (101, 101))
    (line,) = contour_lines(field, np.array([1.0]))
    gaps = np.isnan(line.points).all(axis=1)
    assert gaps.sum() == 1
    assert not gaps[[0, -1]].any()
    left, right = np.split(line.points[:, 0], np.flatnonzero(gaps))
    assert np.nanmax(left) * np.nanmax(right) < 0


def test_lines_stop_at_holes() -> None:
    x = np.linspace(-1, 1, 21)
    for hole in (np.nan, np.inf, -np.inf):
        values = np.add.outer(x, x)
        values[8:13, 8:13] = hole
        field = Field(Bounds(-1, 1, -1, 1), (0, 1), HELD, x, x, values)
        (line,) = contour_lines(field, np.array([0.01]))
        assert np.isnan(line.points).any()
        inside = (np.abs(line.points) < 0.15).all(axis=1)
        assert not inside.any()


def test_a_field_of_holes_has_no_lines() -> None:
    x = np.linspace(-1, 1, 5)
    field = Field(Bounds(-1, 1, -1, 1), (0, 1), HELD, x, x, np.full((5, 5), np.nan))
    assert contour_lines(field, np.array([0.0, 1.0])) == ()


def test_huge_values_have_lines_too(handmade: type) -> None:
    tall = handmade(lambda a, b: 1e300 * (a * a + b * b), lambda a, b: (a, b), 2)
    field = sample(tall, Bounds(-2, 2, -2, 2), (0, 1), HELD, (101, 101))
    (line,) = contour_lines(field, np.array([1e300]))
    np.testing.assert_allclose(np.hypot(*line.points.T), 1.0, atol=1e-3)
