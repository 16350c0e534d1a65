"""Clipping, thinning and dashing are properties: of any points, however large or missing."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradviz.plots import polylines
from gradviz.plots.polylines import Box, Lines
from gradviz.plots.trails import width_for

BOX = Box(0.0, 0.0, 100.0, 80.0)

anywhere = hnp.arrays(np.float64, st.tuples(st.integers(0, 40), st.just(2)), elements=st.floats())
nearby = hnp.arrays(
    np.float64, st.tuples(st.integers(2, 40), st.just(2)), elements=st.floats(-300.0, 400.0)
)


def drawn_length(lines: Lines) -> float:
    return float(polylines.lengths(lines)[-1]) if len(lines) else 0.0


def length_inside(points: np.ndarray, box: Box) -> float:
    """Return the length of a polyline within a box, by cutting it into many small pieces."""
    total = 0.0
    for a, b in itertools.pairwise(points):
        shares = (np.arange(4000) + 0.5)[:, None] / 4000
        total += box.holds(a + shares * (b - a)).mean() * float(np.hypot(*(b - a)))
    return total


@given(anywhere)
def test_what_is_clipped_lies_in_the_box(points: np.ndarray) -> None:
    clipped = polylines.clip(polylines.single(points), BOX)
    assert BOX.holds(clipped.points).all()
    assert not clipped.joined[:1].any()


@settings(max_examples=30)
@given(nearby)
def test_clipping_keeps_all_that_is_inside(points: np.ndarray) -> None:
    clipped = polylines.clip(polylines.single(points), BOX)
    expected = length_inside(points, BOX)
    travelled = drawn_length(polylines.single(points))
    assert drawn_length(clipped) == pytest.approx(expected, abs=1e-3 * travelled + 1e-6)


def test_a_line_that_leaves_and_returns_is_two_lines() -> None:
    points = np.array([[50.0, 40.0], [50.0, 200.0], [60.0, 200.0], [60.0, 40.0]])
    clipped = polylines.clip(polylines.single(points), BOX)
    assert clipped.points.tolist() == [[50, 40], [50, 80], [60, 80], [60, 40]]
    assert clipped.joined.tolist() == [False, True, False, True]


@pytest.mark.parametrize("far", [1e13, 1e128, 1e300, 1.7e308])
def test_a_line_to_far_away_leaves_in_its_direction(far: float) -> None:
    points = np.array([[50.0, 40.0], [50.0 + far, 40.0 + far / 2]])
    clipped = polylines.clip(polylines.single(points), BOX)
    if len(clipped):  # beyond float64 the direction is lost, and nothing is drawn
        assert clipped.points[1] == pytest.approx([100.0, 65.0], rel=1e-6)
    else:
        assert far > 1e307


def test_gaps_stay_gaps() -> None:
    points = np.array(
        [[1.0, 1.0], [2.0, 1.0], [np.nan, 1.0], [4.0, 1.0], [5.0, np.inf], [6.0, 1.0]]
    )
    lines = polylines.single(points)
    assert lines.joined.tolist() == [False, True, False, False]
    assert polylines.single(np.full((3, 2), np.nan)).points.shape == (0, 2)


@given(nearby)
def test_thinning_stays_near_the_line(points: np.ndarray) -> None:
    lines = polylines.single(points)
    thinned = polylines.chosen(lines, polylines.straightened(lines, 0.1))
    assert thinned.points[0].tolist() == points[0].tolist()
    assert thinned.points[-1].tolist() == points[-1].tolist()
    for point in points:
        assert distance_to(thinned.points, point) < 1.0


def distance_to(line: np.ndarray, point: np.ndarray) -> float:
    a, b = line[:-1], line[1:]
    d = b - a
    square = np.maximum((d * d).sum(axis=1), 1e-300)
    share = np.clip(((point - a) * d).sum(axis=1) / square, 0.0, 1.0)
    away = a + share[:, None] * d - point
    return float(np.hypot(away[:, 0], away[:, 1]).min())


def test_a_straight_line_needs_few_points_and_a_gap_survives() -> None:
    x = np.linspace(0.0, 90.0, 1001)
    points = np.stack([x, x / 2], axis=1)
    points[500] = np.nan
    lines = polylines.single(points)
    thinned = polylines.chosen(lines, polylines.straightened(lines))
    assert len(thinned) < 100
    assert (~thinned.joined).sum() == 2


def test_points_on_the_same_pixel_are_dropped() -> None:
    points = np.full((1000, 2), 7.0)
    points[0] = 3.0
    lines = polylines.single(points)
    assert polylines.crowded_out(lines).tolist() == [0, 1, 999]


@given(nearby, st.lists(st.floats(0.5, 20.0), min_size=1, max_size=3))
def test_dashes_cover_their_share_of_the_line(points: np.ndarray, parts: list[float]) -> None:
    pattern = tuple(p for part in parts for p in (part, part / 2))
    whole = polylines.single(points)
    dashed = polylines.dashed(whole, pattern)
    length, period = drawn_length(whole), sum(pattern)
    assert drawn_length(dashed) == pytest.approx(length * 2 / 3, abs=period + 1e-6)


def test_a_dash_is_as_long_as_asked_for_even_round_a_corner() -> None:
    corner = polylines.single(np.array([[0.0, 0.0], [7.0, 0.0], [7.0, 30.0]]))
    dashed = polylines.dashed(corner, (10.0, 5.0))
    pieces = np.split(dashed.points, np.flatnonzero(~dashed.joined)[1:])
    assert [p.tolist() for p in pieces] == [
        [[0, 0], [7, 0], [7, 3]],
        [[7, 8], [7, 18]],
        [[7, 23], [7, 30]],
    ]


def test_solid_lines_and_single_points_are_left_alone() -> None:
    lines = polylines.single(np.array([[0.0, 0.0], [9.0, 0.0]]))
    assert polylines.dashed(lines, ()) is lines
    point = polylines.single(np.array([[1.0, 1.0]]))
    assert len(polylines.dashed(point, (3.0, 2.0))) == 1


def test_a_swing_to_and_fro_is_drawn_few_times_but_as_far() -> None:
    swing = np.where(np.arange(2000) % 2 == 0, 1.0, -1.0) * np.linspace(300.0, 100.0, 2000)
    lines = polylines.single(np.stack([swing, swing / 3], axis=1))
    short = polylines.without_repeats(lines, 32_000.0)
    assert drawn_length(short) <= 32_000.0
    assert short.points[:, 0].min() == swing.min()
    assert short.points[:, 0].max() == swing.max()


def test_a_way_that_is_short_enough_is_left_alone() -> None:
    lines = polylines.single(np.array([[0.0, 0.0], [50.0, 0.0], [0.0, 0.0], [50.0, 0.0]]))
    assert polylines.without_repeats(lines, 200.0) is lines


def test_a_way_that_crosses_itself_again_and_again_is_tangled() -> None:
    rng = np.random.Generator(np.random.PCG64(0))
    wild = polylines.single(rng.uniform(0.0, 700.0, (400, 2)))
    calm = polylines.single(
        np.stack([np.arange(700.0), 300.0 + 50.0 * np.sin(np.arange(700.0) / 9)], 1)
    )
    assert polylines.is_tangled(wild)
    assert not polylines.is_tangled(calm)
    assert not polylines.is_tangled(polylines.single(np.empty((0, 2))))
    assert width_for(wild, 1.9) == 1.0
    assert width_for(calm, 1.9) == 1.9
