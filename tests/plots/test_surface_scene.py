"""The surface as arrays: heights, the mesh and its holes, lines laid on it. Nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.contours import contour_lines
from gradviz.core.field import Bounds, Field, Scale, shading
from gradviz.plots.surface_drape import (
    contour_pieces,
    drape,
    hidden,
    plane_projection,
    rim_pieces,
    trail_pieces,
)
from gradviz.plots.surface_scene import Heights, Mesh, build_mesh, height_map, plan, rim, triangles
from gradviz.plots.trails import Track

Surface = Callable[[np.ndarray, np.ndarray], np.ndarray]
BOUNDS = Bounds(-2.0, 2.0, -2.0, 2.0)


def field_of(f: Surface, bounds: Bounds = BOUNDS, count: int = 321) -> Field:
    x = np.linspace(bounds.x_min, bounds.x_max, count)
    y = np.linspace(bounds.y_min, bounds.y_max, count)
    with np.errstate(all="ignore"):
        values = f(*np.meshgrid(x, y))
    return Field(bounds, (0, 1), (0.0, 0.0), x, y, values)


def mesh_of(f: Surface, *, log: bool = False, most: int = 121) -> Mesh:
    field = field_of(f)
    return build_mesh(field, height_map(field.values, log=log), most)


def track_of(mesh: Mesh, points: np.ndarray) -> Track:
    track = Track(plane_projection(mesh.plan))
    track.grow(points[:, 0], points[:, 1])
    return track


def test_even_heights_go_from_the_lowest_value_to_the_highest() -> None:
    field = field_of(lambda x, y: x + y)
    heights = height_map(field.values, log=False)
    assert heights.of([-4.0, 0.0, 4.0]) == pytest.approx([0.0, 0.5, 1.0])


def test_one_corner_does_not_flatten_the_rest() -> None:
    field = field_of(lambda x, y: x + y + 1e6 * np.exp(-200 * ((x - 2) ** 2 + (y - 2) ** 2)))
    heights = height_map(field.values, log=False)
    inner = heights.of(field.values[:160, :160])
    assert inner.max() - inner.min() > 0.15
    assert heights.of(1e6) > 1.0


def test_the_tip_of_a_narrow_well_is_shown() -> None:
    well = field_of(lambda x, y: -np.exp(-100 * (x**2 + y**2)))
    assert height_map(well.values, log=False).low == well.values.min()


def test_a_downward_pole_does_not_flatten_the_rest() -> None:
    pole = field_of(lambda x, y: -1.0 / (x**2 + y**2))
    heights = height_map(pole.values, log=False)
    assert heights.low > np.sort(pole.values.ravel())[10]
    assert heights.of(-1e9) < 0.0


def test_logarithmic_heights_begin_where_the_colours_do() -> None:
    field = field_of(lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2)
    shades = shading(field.values, Scale.LOG)
    heights = height_map(field.values, log=True)
    assert heights.low == shades.base
    assert heights.of(shades.high) == pytest.approx(1.0)
    middle = heights.of([shades.low * 100, shades.low * 1000, shades.low * 10_000])
    assert np.diff(middle)[0] == pytest.approx(np.diff(middle)[1], rel=0.02)  # equal factors


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "values",
    [
        np.full((9, 9), 7.0),
        np.full((9, 9), np.nan),
        np.full((9, 9), np.inf),
        np.linspace(-8e307, 8e307, 81).reshape(9, 9) * 2.0,
        np.linspace(0.0, 1e-310, 81).reshape(9, 9),
        np.geomspace(1e-300, 1e300, 81).reshape(9, 9),
        1.0 + np.linspace(0.0, 1e-15, 81).reshape(9, 9),
    ],
)
def test_heights_of_strange_values_are_of_moderate_size(values: np.ndarray, log: bool) -> None:
    heights = height_map(values, log=log).of(values)
    assert np.array_equal(np.isnan(heights), ~np.isfinite(values))
    assert not (np.abs(heights) > 5.0).any()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=16, max_size=16),
    st.booleans(),
)
def test_heights_keep_the_order_of_values(values: list[float], log: bool) -> None:
    grid = np.array(values).reshape(4, 4)
    heights = height_map(grid, log=log)
    finite = np.sort(grid[np.isfinite(grid)])
    assert (np.diff(heights.of(finite)) >= 0.0).all()
    assert triangles(heights.of(grid)).max(initial=0) < 16


def test_the_plan_is_true_to_shape_unless_it_were_too_slim() -> None:
    assert plan(Bounds(0.0, 4.0, 0.0, 3.0)).half == (1.0, 0.75)
    assert plan(Bounds(0.0, 3.0, 0.0, 4.0)).half == (0.75, 1.0)
    assert plan(Bounds(0.0, 1.0, 0.0, 1000.0)).half == (1.0, 1.0)


def test_a_plane_has_two_triangles_to_a_cell_and_its_own_slopes() -> None:
    mesh = mesh_of(lambda x, y: x + 3.0 * y, most=11)
    assert len(mesh.triangles) == 2 * 10 * 10
    assert mesh.slopes[..., 0] == pytest.approx(0.125)
    assert mesh.slopes[..., 1] == pytest.approx(0.375)


def test_triangles_cover_the_grid_once() -> None:
    z = np.random.default_rng(3).random((6, 5))
    corners = np.stack(np.meshgrid(np.arange(5), np.arange(6)), axis=-1).reshape(-1, 2)
    a, b, c = corners[triangles(z)].transpose(1, 0, 2)
    areas = (
        np.abs(np.cross(b - a, c - a)) / 2.0
        if np.lib.NumpyVersion(np.__version__) < "2.0.0"
        else np.abs((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2.0
    )
    assert areas.sum() == 20.0
    assert (areas == 0.5).all()


def test_outside_the_domain_there_are_no_faces() -> None:
    mesh = mesh_of(lambda x, y: np.sqrt(1.0 - x**2 - y**2))
    corners = mesh.heights.ravel()[mesh.triangles]
    assert np.isfinite(corners).all()
    x, y = np.meshgrid(mesh.x, mesh.y)
    assert (np.hypot(x, y).ravel()[mesh.triangles] <= 0.5 + 1e-9).all()
    area = len(mesh.triangles) * (2.0 / 120) ** 2 / 2.0
    assert area == pytest.approx(np.pi * 0.25, rel=0.05)


def test_a_cell_with_one_corner_missing_keeps_a_triangle() -> None:
    z = np.zeros((2, 2))
    z[1, 1] = np.nan
    assert triangles(z).tolist() == [[0, 1, 2]]
    z[0, 1] = np.nan
    assert len(triangles(z)) == 0


def test_nothing_joins_the_two_sides_of_a_pole() -> None:
    mesh = mesh_of(lambda x, _y: 1.0 / (x + 1e-9))
    columns = mesh.triangles % len(mesh.x)
    across = mesh.x[columns]
    assert not ((across.min(axis=1) < -0.01) & (across.max(axis=1) > 0.01)).any()


def test_the_rim_of_a_whole_plane_is_its_border() -> None:
    z = np.zeros((4, 5))
    ends = rim(z)
    assert len(ends) == 2 * (3 + 4)
    rows, columns = np.divmod(ends, 5)
    assert (
        ((rows == 0) | (rows == 3)).all(axis=1) | ((columns == 0) | (columns == 4)).all(axis=1)
    ).all()


def test_the_rim_goes_round_a_hole() -> None:
    z = np.zeros((5, 5))
    z[2, 2] = np.nan
    inner = {tuple(sorted(pair)) for pair in rim(z).tolist()} - {
        tuple(sorted(pair)) for pair in rim(np.zeros((5, 5))).tolist()
    }
    assert inner == {(7, 11), (7, 13), (11, 17), (13, 17)}  # four slanted edges about sample 12


def test_the_drape_is_the_surface() -> None:
    mesh = mesh_of(lambda x, y: x**2 + y**2)
    x, y = np.random.default_rng(5).uniform(-1.0, 1.0, (2, 500))
    assert drape(mesh, x, y) == pytest.approx((x**2 + y**2) / 2.0, abs=2e-4)
    assert np.isnan(drape(mesh, [1.1, np.nan, np.inf], [0.0, 0.0, 0.0])).all()


def test_the_drape_is_the_plane_of_each_triangle() -> None:
    mesh = mesh_of(lambda x, y: np.sin(9.0 * x * y), most=9)
    at = np.stack([*np.meshgrid(mesh.x, mesh.y), mesh.heights], axis=-1).reshape(-1, 3)
    share = np.random.default_rng(2).dirichlet([1.0, 1.0, 1.0], len(mesh.triangles))
    inside = (at[mesh.triangles] * share[:, :, None]).sum(axis=1)
    assert drape(mesh, inside[:, 0], inside[:, 1]) == pytest.approx(inside[:, 2])


def test_a_long_step_follows_the_surface() -> None:
    mesh = mesh_of(lambda x, y: np.sin(3 * x) + 0.0 * y)
    pieces = trail_pieces(mesh, track_of(mesh, np.array([[-2.0, 0.0], [2.0, 0.0]])))
    assert len(pieces) > 100
    assert pieces.start[:, 2] == pytest.approx(drape(mesh, pieces.start[:, 0], pieces.start[:, 1]))
    assert pieces.end[:-1] == pytest.approx(pieces.start[1:])
    assert (pieces.steps == 1).all()
    assert pieces.travel[-1, 1] == pytest.approx(2.0, rel=1e-3)


def test_a_trail_is_cut_at_the_edges_and_at_holes() -> None:
    mesh = mesh_of(lambda x, y: np.sqrt(x) + 0.0 * y)
    pieces = trail_pieces(mesh, track_of(mesh, np.array([[1.0, 0.0], [1e300, 0.0]])))
    assert pieces.end[:, 0].max() == pytest.approx(1.0)
    pieces = trail_pieces(mesh, track_of(mesh, np.array([[1.0, 0.0], [-1.0, 0.0]])))
    assert -0.02 < pieces.end[:, 0].min() < 0.02


def test_steps_divide_a_trail_into_past_and_future() -> None:
    mesh = mesh_of(lambda x, y: x**2 + y**2)
    points = np.stack([1.8 * 0.9 ** np.arange(60.0), np.zeros(60)], axis=1)
    pieces = trail_pieces(mesh, track_of(mesh, points))
    assert (np.diff(pieces.steps) >= 0).all()
    past = int(np.searchsorted(pieces.steps, 10, side="right"))
    assert pieces.end[past - 1, 0] * 2.0 == pytest.approx(points[10, 0], abs=1e-6)


@pytest.mark.parametrize("count", [1, 2, 1_000_000])
def test_a_trail_of_any_length_has_few_pieces(count: int) -> None:
    mesh = mesh_of(lambda x, y: x**2 + y**2)
    k = np.arange(count)
    points = np.stack([1.9 * np.cos(2.0 * k), 1.9 * np.sin(3.0 * k)], axis=1)
    pieces = trail_pieces(mesh, track_of(mesh, points), most=4000)
    assert len(pieces) <= 12_000
    assert np.isfinite(pieces.start).all()


def test_contours_lie_on_the_floor_where_they_were_found() -> None:
    field = field_of(lambda x, y: x**2 + y**2)
    pieces = contour_pieces(contour_lines(field, np.array([1.0])), plan(field.bounds))
    assert np.hypot(pieces.start[:, 0], pieces.start[:, 1]) == pytest.approx(0.5, abs=2e-3)
    assert (pieces.start[:, 2] == 0.0).all()
    assert np.hypot(*(pieces.end - pieces.start)[:, :2].T).sum() == pytest.approx(np.pi, rel=1e-3)


def test_the_floor_of_a_narrow_valley_has_no_teeth() -> None:
    mesh = mesh_of(lambda x, y: 0.01 + 1e4 * (y - 0.3 * x) ** 2, log=True)
    floor = np.nanmin(mesh.heights, axis=0)
    assert floor.max() < 0.1
    assert np.isnan(mesh_of(lambda x, y: np.sqrt(x) + y**2, log=True).heights[:, :60]).all()


def test_a_hill_hides_what_is_behind_it() -> None:
    mesh = mesh_of(lambda x, y: np.exp(-4.0 * (x**2 + y**2)))
    here = np.array([[0.0, -0.6, 0.0], [0.0, 0.6, 0.0], [0.0, 0.0, 1.0]])
    here[:, 2] = drape(mesh, here[:, 0], here[:, 1])
    assert hidden(mesh, here, (0.0, -5.0, 2.0)).tolist() == [False, True, False]
    assert not hidden(mesh, here, (0.0, 0.0, 9.0)).any()


def test_the_edges_of_the_surface_stay_within_what_is_shown() -> None:
    mesh = mesh_of(lambda x, y: np.exp(20 * x * y))
    pieces = rim_pieces(mesh)
    both = np.concatenate([pieces.start, pieces.end])
    assert both[:, 2].min() >= 0.0
    assert both[:, 2].max() <= 1.0


def test_even_heights_of_one_value_lie_in_the_middle() -> None:
    assert Heights(0.0, 2.0).of(1.0) == 0.5
