"""Planes through weights against closed forms: known spreads, lengths of columns, a parabola."""

from __future__ import annotations

import math
import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.bounds import Bounds
from gradviz.core.network import samples
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.landscape import bounds_around, loss_field, project
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.network.planes import (
    MOST_SNAPSHOTS,
    Plane,
    PlaneCode,
    PlaneError,
    PlaneKind,
    main_plane,
    random_plane,
)

NETWORK = Network((2, 4, 3), Activation.TANH)
LINE = Network((1, 1), loss=Loss.SQUARED)


def _weights(seed: int = 0, network: Network = NETWORK) -> np.ndarray:
    return np.random.Generator(np.random.PCG64(seed)).standard_normal(network.size)


def _rotation(size: int) -> np.ndarray:
    """An orthogonal matrix."""
    drawn = np.random.Generator(np.random.PCG64(5)).standard_normal((size, size))
    return np.linalg.qr(drawn)[0]


def test_main_directions_are_those_a_run_was_made_of() -> None:
    """Sines of whole periods along three known directions: the variance along each is a**2 / 2."""
    axes = _rotation(30)[:3]
    turn = 2 * np.pi * np.arange(100) / 100
    waves = np.stack([4 * np.sin(turn), 2 * np.sin(2 * turn), np.sin(3 * turn)])
    snapshots = waves.T @ axes + np.linspace(-1, 1, 30)
    plane = main_plane(snapshots)
    assert plane.origin.tolist() == snapshots[-1].tolist()
    assert np.abs(plane.directions @ axes[:2].T) == pytest.approx(np.eye(2), abs=1e-12)
    assert plane.explained == pytest.approx((16 / 21, 4 / 21))
    assert (plane.directions.max(axis=1) == np.abs(plane.directions).max(axis=1)).all()
    # what the plane leaves out is along the third
    away = np.abs(waves[2] - waves[2, -1])
    assert plane.distances(snapshots) == pytest.approx(away, abs=1e-12)


@given(seed=st.integers(0, 99), scale=st.sampled_from([1e-200, 1.0, 1e200]))
@settings(max_examples=20, deadline=None)
def test_main_directions_are_eigenvectors_of_the_covariance(seed: int, scale: float) -> None:
    rng = np.random.Generator(np.random.PCG64(seed))
    plain = rng.standard_normal((12, 5)) * [5.0, 3.0, 1.0, 0.5, 0.1]
    variances, vectors = np.linalg.eigh(np.cov(plain.T))
    plane = main_plane(scale * plain)
    assert plane.explained == pytest.approx(variances[:-3:-1] / variances.sum())
    for direction, vector in zip(plane.directions, vectors.T[:-3:-1], strict=True):
        assert abs(direction @ vector) == pytest.approx(1.0)


def test_coordinates_and_distance_make_up_a_right_angle() -> None:
    snapshots = np.cumsum(np.random.Generator(np.random.PCG64(0)).standard_normal((9, 27)), axis=0)
    plane = main_plane(snapshots)
    found, left = plane.coordinates(snapshots), plane.distances(snapshots)
    away = np.linalg.norm(snapshots - snapshots[-1], axis=1)
    assert np.hypot(np.hypot(*found.T), left) == pytest.approx(away)
    assert found[-1].tolist() == [0, 0]


@pytest.mark.parametrize("make", ["main", "random"])
def test_a_point_of_a_plane_has_its_coordinates(make: str) -> None:
    rows = np.stack([_weights(seed) for seed in range(4)])
    plane = main_plane(rows) if make == "main" else random_plane(NETWORK, rows[-1], 1)
    point = plane.point(0.3, -0.7)
    assert plane.coordinates(point[None])[0] == pytest.approx([0.3, -0.7])
    assert plane.distances(point[None])[0] == pytest.approx(0.0, abs=1e-12)
    # what is at a right angle to the plane changes the distance alone
    across = np.linalg.svd(plane.directions)[2][-1]
    assert plane.coordinates((point + 2 * across)[None])[0] == pytest.approx([0.3, -0.7])
    assert plane.distances((point + 2 * across)[None])[0] == pytest.approx(2.0)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_run_that_spreads_along_one_line_gets_a_second_direction(count: int) -> None:
    step = np.arange(6.0)
    plane = main_plane(step + np.arange(count)[:, None] * step)
    assert plane.directions @ plane.directions.T == pytest.approx(np.eye(2), abs=1e-12)
    assert plane.explained == pytest.approx((min(count - 1.0, 1.0), 0.0), abs=1e-12)
    again = main_plane(step + np.arange(count)[:, None] * step)
    assert plane.directions.tobytes() == again.directions.tobytes()


def test_weights_that_are_not_finite_are_left_out_unless_they_are_the_last() -> None:
    rows = np.stack([_weights(seed) for seed in range(5)])
    odd = np.vstack([rows[:2], np.full(27, np.nan), np.full(27, np.inf), rows[2:]])
    assert main_plane(odd).directions.tobytes() == main_plane(rows).directions.tobytes()
    with pytest.raises(PlaneError) as caught:
        main_plane(odd[:4])
    assert caught.value.code is PlaneCode.NOT_FINITE
    assert str(pickle.loads(pickle.dumps(caught.value))) == caught.value.message


def test_long_runs_are_thinned_but_keep_their_ends() -> None:
    turn = np.linspace(0.0, 1.0, 10 * MOST_SNAPSHOTS)
    axes = _rotation(8)[:2]
    plane = main_plane(np.stack([9 * turn, np.cos(7 * turn)], axis=1) @ axes)
    assert plane.explained is not None
    assert sum(plane.explained) == pytest.approx(1.0)
    assert plane.coordinates(plane.origin[None])[0].tolist() == [0, 0]


@pytest.mark.parametrize("scale", [1e-200, 1.0, 1e200])
def test_random_directions_are_as_long_as_the_weights_of_each_neuron(scale: float) -> None:
    weights = scale * _weights(3)
    plane = random_plane(NETWORK, weights, 7)
    own = NETWORK.views(weights)
    for direction in plane.directions:
        for drawn, like in zip(NETWORK.views(direction), own, strict=True):
            if drawn:
                lengths = np.linalg.norm(drawn[0] / scale, axis=0)
                assert lengths == pytest.approx(np.linalg.norm(like[0] / scale, axis=0))
                assert not drawn[1].any()
    assert plane.explained is None
    same, other = random_plane(NETWORK, weights, 7), random_plane(NETWORK, weights, 8)
    assert plane.directions.tobytes() == same.directions.tobytes()
    assert plane.directions.tobytes() != other.directions.tobytes()


@pytest.mark.parametrize(
    ("network", "weights", "code"),
    [
        (Network((1, 1), has_bias=False), [1.0], PlaneCode.ONE_WEIGHT),
        (LINE, [1.0, 2.0], PlaneCode.ONE_LINE),
        (LINE, [0.0, 0.0], PlaneCode.ONE_LINE),
        (LINE, [math.nan, 0.0], PlaneCode.NOT_FINITE),
    ],
)
def test_where_there_is_no_random_plane_the_reason_is_said(
    network: Network, weights: list[float], code: PlaneCode
) -> None:
    with pytest.raises(PlaneError) as caught:
        random_plane(network, np.array(weights), 0)
    assert caught.value.code is code
    assert caught.value.message.endswith(".")


def test_the_loss_of_a_straight_line_is_the_parabola_it_is_known_to_be() -> None:
    """``mean((w*x + b - t)**2)`` by the moments of x and t, over the plane of w and b."""
    data = samples.line(20)
    x, t = data.inputs[:, 0], data.targets[:, 0]
    plane = Plane(PlaneKind.MAIN, np.array([2.0, 1.0]), np.eye(2), None)
    bounds = Bounds(-3.0, 1.0, -2.0, 2.0)
    field = loss_field(LINE, plane, data.inputs, data.targets, bounds, (5, 9))
    assert field is not None
    assert (field.values.shape, field.bounds, field.plane) == ((5, 9), bounds, (0, 1))
    w, b = np.meshgrid(field.x + 2.0, field.y + 1.0)
    known = (
        w * w * (x @ x) + 2 * w * b * x.sum() + 20 * b * b
        - 2 * w * (x @ t) - 2 * b * t.sum() + t @ t
    ) / 20  # fmt: skip
    assert field.values == pytest.approx(known)


def test_the_loss_shown_for_a_point_and_its_own_differ_by_what_is_left_out() -> None:
    data = samples.moons(40)
    network = Network((2, 3, 2), Activation.TANH)
    path = [network.first_weights(Initialiser.XAVIER, 1)]
    for _ in range(30):
        path.append(path[-1] - network.gradient(path[-1], data.inputs, data.targets))
    run = np.array(path)
    plane = main_plane(run)
    found = project(network, plane, run, data.inputs, data.targets)
    assert found is not None
    for k in (0, 7, 30):
        a, b = found.coordinates[k]
        assert found.true[k] == network.value(run[k], data.inputs, data.targets)
        shown = network.value(plane.point(a, b), data.inputs, data.targets)
        assert found.differences[k] == shown - found.true[k]
        gap = np.linalg.norm(plane.point(a, b) - run[k])
        assert found.distances[k] == pytest.approx(gap, abs=1e-12)
    assert found.differences[-1] == pytest.approx(0.0, abs=1e-12)
    assert np.abs(found.differences).max() > 1e-6


def test_what_is_shown_holds_the_path_and_the_final_weights() -> None:
    plane = main_plane(np.stack([_weights(seed) for seed in range(4)]))
    path = np.array([[4.0, 0.1], [1.0, -0.1], [np.nan, 0.0]])
    bounds = bounds_around(plane, path)
    assert (bounds.x_min, bounds.x_max) == pytest.approx((-1.0, 5.0))
    assert (bounds.y_min, bounds.y_max) == pytest.approx((-0.75, 0.75))
    random = random_plane(NETWORK, _weights(), 0)
    assert bounds_around(random, path) == Bounds(-1.0, 1.0, -1.0, 1.0)


@pytest.mark.parametrize("size", [0.0, 1e-300, 1e300, math.inf, math.nan])
def test_there_is_always_something_to_show(size: float) -> None:
    plane = Plane(PlaneKind.MAIN, np.zeros(4), np.eye(4)[:2], (1.0, 0.0))
    assert bounds_around(plane, np.array([[size, -size]])).contains(0.0, 0.0)
    path = np.full((2, 4), size)
    linear = Network((1, 2), has_bias=True)
    found = project(linear, plane, path, np.ones((1, 1)), np.array([[1.0, 0.0]]))
    assert found is not None
    assert found.differences.shape == (2,)


def test_sampling_and_projecting_can_be_cancelled() -> None:
    data = samples.line(20)
    plane = main_plane(np.array([[0.0, 1.0], [2.0, 1.0]]))
    asked = iter([False] * 7 + [True])
    bounds = Bounds(-1.0, 1.0, -1.0, 1.0)
    for_field = (LINE, plane, data.inputs, data.targets, bounds, (5, 5))
    assert loss_field(*for_field, cancelled=lambda: next(asked)) is None
    stop = iter([False] * 3 + [True] * 2)
    path = np.ones((2, 2))
    assert project(LINE, plane, path, data.inputs, data.targets, lambda: next(stop)) is None
