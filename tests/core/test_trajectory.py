"""Trajectories: what goes in comes out, views are safe, growing is cheap."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.trajectory import Trajectory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.core.trajectory import Step


def points(count: int, dimension: int = 2) -> Iterator[Step]:
    for k in range(count):
        x = tuple(float(k + i / 8) for i in range(dimension))
        yield x, float(k * k), tuple(-c for c in x)


def assert_holds(trajectory: Trajectory, count: int, dimension: int = 2) -> None:
    rows = list(points(count, dimension))
    assert len(trajectory) == count
    assert trajectory.steps == max(0, count - 1)
    assert trajectory.dimension == dimension
    assert trajectory.x.shape == trajectory.gradient.shape == (count, dimension)
    assert trajectory.x.tolist() == [list(x) for x, _, _ in rows]
    assert trajectory.value.tolist() == [v for _, v, _ in rows]
    assert trajectory.gradient.tolist() == [list(g) for _, _, g in rows]


@pytest.mark.parametrize("dimension", [1, 2, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 2, 127, 128, 129, 1023, 1024, 1025, 5000])
def test_what_is_recorded_is_there(count: int, dimension: int) -> None:
    trajectory = Trajectory(dimension)
    assert trajectory.extend(points(count, dimension)) == count
    assert_holds(trajectory, count, dimension)


def test_one_by_one_is_the_same() -> None:
    trajectory = Trajectory(2, capacity=1)
    for point in points(300):
        trajectory.append(*point)
    assert_holds(trajectory, 300)


@given(st.lists(st.integers(0, 3000), max_size=6), st.integers(0, 2000))
@settings(max_examples=50, deadline=None)
def test_recording_in_parts_loses_nothing(limits: list[int], capacity: int) -> None:
    trajectory, source, total = Trajectory(2, capacity), points(20_000), 0
    for limit in limits:
        assert trajectory.extend(source, limit) == limit
        total += limit
    assert_holds(trajectory, total)
    trajectory.extend(source, 1)
    assert_holds(trajectory, total + 1)


def test_an_end_shows_in_the_count() -> None:
    trajectory, source = Trajectory(2), points(10)
    assert trajectory.extend(source, 4) == 4
    assert trajectory.extend(source, 100) == 6
    assert trajectory.extend(source, 100) == 0


def test_views_cannot_be_written() -> None:
    trajectory = Trajectory(2)
    trajectory.extend(points(3))
    for view in (trajectory.x, trajectory.value, trajectory.gradient):
        with pytest.raises(ValueError, match="read-only"):
            view[0] = 1.0


def test_snapshots_stay_while_the_trajectory_grows() -> None:
    trajectory, source, shots = Trajectory(2, capacity=4), points(5000), []
    for limit in (1, 3, 6, 500, 4000):
        trajectory.extend(source, limit)
        shots.append((trajectory.snapshot(), len(trajectory)))
    for shot, count in shots:
        assert_holds(shot, count)


def test_a_snapshot_shares_its_numbers() -> None:
    trajectory = Trajectory(2)
    trajectory.extend(points(100))
    shot = trajectory.snapshot()
    assert np.shares_memory(shot.x, trajectory.x)
    assert np.shares_memory(shot.snapshot().value, trajectory.value)


def test_what_is_added_to_a_snapshot_leaves_the_original_alone() -> None:
    trajectory = Trajectory(2)
    trajectory.extend(points(100))
    shot = trajectory.snapshot()
    shot.append((7.0, 7.0), 7.0, (7.0, 7.0))
    trajectory.append((8.0, 8.0), 8.0, (8.0, 8.0))
    assert shot.value[-1] == 7.0
    assert trajectory.value[-1] == 8.0
    assert shot.value[:-1].tolist() == trajectory.value[:-1].tolist()


def test_numbers_keep_every_bit() -> None:
    odd = [5e-324, -0.0, 1.7976931348623157e308, float("inf"), -float("inf"), 0.1]
    trajectory = Trajectory(1)
    trajectory.extend(((v,), v, (v,)) for v in odd)
    for column in (trajectory.x[:, 0], trajectory.value, trajectory.gradient[:, 0]):
        assert [v.hex() for v in column.tolist()] == [v.hex() for v in odd]


def test_points_of_another_dimension_are_refused() -> None:
    trajectory = Trajectory(3)
    with pytest.raises(ValueError, match=r"."):
        trajectory.extend(points(3, dimension=2))
    assert len(trajectory) == 0


def test_memory_is_that_of_the_numbers() -> None:
    """10**6 steps in 150 MB: 100,000 in 15, and at most twice the numbers while growing."""
    count = 100_000
    tracemalloc.start()
    try:
        trajectory = Trajectory(2)
        trajectory.extend(points(count))
        now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    numbers = count * 5 * 8
    assert len(trajectory) == count
    assert now < 2.2 * numbers
    assert peak < 15_000_000
