"""Decision regions against closed forms: straight lines, exclusive or by hand, a logistic curve."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.network.input_planes import InputPlane, plane_along
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.metrics import NO_CLASS, predictions
from gradviz.core.network.network import Network
from gradviz.core.network.regions import AT_ONCE, Regions, regions_of, scores_on

PLANE = InputPlane(np.zeros(2), np.eye(2))
STRAIGHT = Network((2, 2), has_bias=False)
SLANTED = np.array([3.0, 0.0, 0.0, 4.0])
"""Scores 3*x0 and 4*x1: the classes part at x1 = 3/4 x0, by a logistic curve."""


def decided(
    network: Network, weights: np.ndarray, x: np.ndarray, y: np.ndarray, plane: InputPlane = PLANE
) -> Regions:
    scores = scores_on(network, weights, plane, x, y)
    assert scores is not None
    return regions_of(scores, network.loss, x, y)


def test_regions_of_a_straight_boundary_are_a_logistic_curve() -> None:
    x, y = np.linspace(-1.0, 1.0, 101), np.linspace(-1.0, 1.0, 81)
    assert AT_ONCE < 81 * 101
    found = decided(STRAIGHT, SLANTED, x, y)
    lead = 4.0 * y[:, None] - 3.0 * x[None, :]
    clear = np.abs(lead) > 1e-9
    assert ((found.labels == 1) == (lead > 0))[clear].all()
    assert found.sureness == pytest.approx(np.tanh(np.abs(lead) / 2.0))


def test_the_boundary_of_a_logistic_regression_is_the_line_of_its_coefficients() -> None:
    # scores x0 + 2*x1 + 0.3 and -x0 + x1: equal where 2*x0 + x1 + 0.3 = 0
    weights = np.array([1.0, -1.0, 2.0, 1.0, 0.3, 0.0])
    x, y = np.linspace(-2.0, 1.0, 37), np.linspace(-1.0, 3.0, 23)
    lines = decided(Network((2, 2)), weights, x, y).boundaries
    points = lines[np.isfinite(lines).all(axis=1)]
    assert 2.0 * points[:, 0] + points[:, 1] + 0.3 == pytest.approx(0.0, abs=1e-12)
    ends = np.array([points[:, 0].min(), points[:, 0].max()])
    assert ends == pytest.approx([-1.65, 0.35])  # where it leaves the square, at x1 = 3 and -1


def test_exclusive_or_by_hand_parts_the_plane_in_three_strips() -> None:
    # hidden h0 = relu(t - 0.5) and h1 = relu(t - 1.5) of t = x0 + x1; the score of "0" is 0.25,
    # that of "1" is h0 - 3*h1: t - 0.5, then 4 - 2*t, so that "1" leads where 0.75 < t < 1.875
    weights = np.array([1, 1, 1, 1, -0.5, -1.5, 0, 1, 0, -3, 0.25, 0.0])
    x = np.linspace(-0.3, 1.3, 65)
    found = decided(Network((2, 2, 2)), weights, x, x)
    total = x[:, None] + x[None, :]
    low, high = 0.75, 1.875
    expected = (total > low) & (total < high)
    clear = (np.abs(total - low) > 1e-9) & (np.abs(total - high) > 1e-9)
    assert (found.labels == expected)[clear].all()
    points = found.boundaries[np.isfinite(found.boundaries).all(axis=1)]
    sums = points.sum(axis=1)
    assert np.minimum(np.abs(sums - low), np.abs(sums - high)) == pytest.approx(0.0, abs=1e-2)
    assert (sums < 1.0).any()
    assert (sums > 1.5).any()


@pytest.mark.parametrize("activation", Activation)
@pytest.mark.parametrize("has_bias", [True, False])
def test_scores_are_those_of_the_network_at_every_point(
    activation: Activation, has_bias: bool
) -> None:
    generator = np.random.Generator(np.random.PCG64(1))
    network = Network((4, 5, 3), activation, has_bias=has_bias)
    weights = generator.standard_normal(network.size)
    plane = plane_along(generator.standard_normal((9, 4)), 2, 0)
    x, y = np.linspace(-2.0, 3.0, 7), np.linspace(0.0, 1.0, 4)
    scores = scores_on(network, weights, plane, x, y)
    assert scores is not None
    points = np.stack([plane.point(a, b) for b in y for a in x])
    assert (points[:, 2] == np.tile(x, 4)).all()
    assert pytest.approx(network.scores(weights, points)) == scores.reshape(3, -1).T


@settings(max_examples=60)
@given(st.integers(1, 5), st.sampled_from(Loss), st.integers(0, 2**20))
def test_labels_and_sureness_are_those_of_the_probabilities(
    classes: int, loss: Loss, seed: int
) -> None:
    scores = np.random.Generator(np.random.PCG64(seed)).standard_normal((classes, 3, 4))
    x, y = np.arange(4.0), np.arange(3.0)
    found = regions_of(scores, loss, x, y)
    rows = scores.reshape(classes, -1).T
    assert (found.labels.ravel() == predictions(rows, loss).labels).all()
    soft = np.exp(rows) / np.exp(rows).sum(axis=1, keepdims=True)
    each = np.sort(np.clip(rows, 0, 1) if loss is Loss.SQUARED else soft, axis=1)
    if classes > 1:
        assert found.sureness.ravel() == pytest.approx(each[:, -1] - each[:, -2])
    else:
        assert len(found.boundaries) == 0


def test_where_scores_are_no_numbers_there_is_no_class_and_no_boundary() -> None:
    assert scores_on(STRAIGHT, SLANTED, PLANE, np.arange(200.0), np.arange(9.0), _true) is None
    x = np.linspace(-1.0, 1.0, 5)
    found = decided(STRAIGHT, np.array([math.nan, 1.0, math.inf, 1e308]), x, x)
    assert (found.labels == NO_CLASS).all()
    assert np.isnan(found.sureness).all()
    assert len(found.boundaries) == 0


def test_a_hole_in_the_scores_leaves_the_rest() -> None:
    x = np.linspace(-1.0, 1.0, 9)
    scores = np.stack([np.tile(x, (9, 1)), np.tile(-x, (9, 1))])
    scores[0, 2, 2] = math.inf
    found = regions_of(scores, Loss.CROSS_ENTROPY, x, x)
    assert (found.labels == NO_CLASS).sum() == 1
    points = found.boundaries[np.isfinite(found.boundaries).all(axis=1)]
    assert points[:, 0] == pytest.approx(0.0, abs=1e-12)


def test_huge_scores_are_decided_without_a_warning() -> None:
    x = np.linspace(-1.0, 1.0, 9)
    scores = 1.7e308 * np.stack([np.tile(np.sign(x), (9, 1)), np.tile(-np.sign(x), (9, 1))])
    found = regions_of(scores, Loss.CROSS_ENTROPY, x, x)
    assert found.labels[0, 0] == 1
    assert found.sureness[0, 0] == 1.0


def _true() -> bool:
    return True
