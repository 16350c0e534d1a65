"""Planes of inputs against scatter that was made to lie in them."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.core.network.data import Data, classified
from gradviz.core.network.datasets import iris
from gradviz.core.network.input_planes import main_input_plane, plane_along, telling_pair


def random(shape: tuple[int, ...]) -> np.ndarray:
    return np.random.Generator(np.random.PCG64(3)).standard_normal(shape)


def test_along_two_inputs_the_others_are_at_their_mean() -> None:
    inputs = random((50, 4))
    plane = plane_along(inputs, 3, 1)
    point = plane.point(7.0, -2.0)
    assert point == pytest.approx([inputs[:, 0].mean(), -2.0, inputs[:, 2].mean(), 7.0])
    assert (plane.coordinates(inputs) == inputs[:, [3, 1]]).all()


def test_main_directions_are_those_of_the_largest_spread() -> None:
    turned = np.linalg.qr(random((5, 5)))[0]
    inputs = random((4000, 5)) * (9.0, 4.0, 1.0, 0.5, 0.1) @ turned.T + 3.0
    plane = main_input_plane(inputs)
    assert np.abs(plane.directions @ turned[:, :2]) == pytest.approx(np.eye(2), abs=0.03)
    assert plane.directions @ plane.directions.T == pytest.approx(np.eye(2))
    variance = np.linalg.eigvalsh(np.cov(inputs.T, bias=True))[::-1]
    assert plane.coordinates(inputs).var(axis=0) == pytest.approx(variance[:2])
    assert plane.coordinates(inputs).mean(axis=0) == pytest.approx(0.0, abs=1e-9)


def test_one_sample_has_a_plane_all_the_same() -> None:
    plane = main_input_plane(np.array([[1.0, 2.0, 3.0]]))
    assert plane.directions.tolist() == [[1, 0, 0], [0, 1, 0]]
    assert plane.origin.tolist() == [0, 0, 3]


def test_the_pair_that_tells_classes_apart_is_found_among_noise() -> None:
    labels = np.arange(200) % 3
    inputs = random((200, 6))
    inputs[:, 4] += 5.0 * (labels == 1)
    inputs[:, 1] = 1e6 * (inputs[:, 1] + 5.0 * (labels == 2))
    data = classified(inputs, labels, tuple("abcdef"), tuple("xyz"))
    assert telling_pair(data) == (1, 4)


def test_of_the_iris_petals_tell_the_species() -> None:
    # R. A. Fisher 1936: the petals part the species best
    assert telling_pair(iris()) == (2, 3)


def test_of_numbers_those_that_correlate_are_taken() -> None:
    inputs = random((100, 4))
    targets = (inputs[:, 3] - 2.0 * inputs[:, 1])[:, None]
    assert telling_pair(Data(inputs, targets, tuple("abcd"))) == (1, 3)


def test_inputs_that_never_change_do_no_harm() -> None:
    data = classified(np.ones((4, 3)), np.array([0, 1, 0, 1]), tuple("abc"), tuple("xy"))
    assert telling_pair(data) == (0, 1)
    assert main_input_plane(data.inputs).coordinates(data.inputs).tolist() == [[0, 0]] * 4
    with pytest.raises(ValueError, match="two inputs"):
        telling_pair(classified(np.ones((2, 1)), np.array([0, 1]), ("a",), ("x", "y")))


def test_inputs_at_the_ends_of_the_range_do_not_overflow() -> None:
    inputs = 1e308 * np.sign(random((20, 3)))
    data = classified(inputs, np.arange(20) % 2, tuple("abc"), tuple("xy"))
    assert 0 <= min(telling_pair(data)) < max(telling_pair(data)) < 3
    for plane in (plane_along(inputs, 0, 1), main_input_plane(inputs)):
        assert np.isfinite(plane.origin).all()
        assert np.isfinite(plane.directions).all()
