"""Gradient checks against closed forms, printed numbers and the orders of the schemes."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method, evaluations
from gradviz.core.network.check import GradientCheck, check, differences_against
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.network.numeric import gradient_by
from gradviz.core.network.places import place_of
from gradviz.core.objective import Evaluations

SCHEMES = [method for method in Method if method is not Method.EXACT]
BOOK = Network((2, 3), has_bias=False)
BOOK_WEIGHTS = np.array([0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093])
BOOK_SAMPLE = (np.array([[0.6, 0.9]]), np.array([[0.0, 0.0, 1.0]]))
BOOK_GRADIENT = [0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514]

ONE_RELU = Network((1, 1, 1), Activation.RELU, Loss.SQUARED, has_bias=False)
"""f = (w1 * max(w0, 0) - 1)**2 with the sample below."""
ONE = (np.array([[1.0]]), np.array([[1.0]]))


def _checked(
    network: Network,
    weights: np.ndarray,
    sample: tuple[np.ndarray, np.ndarray],
    method: Method = Method.CENTRAL,
    h: float = 1e-4,
) -> GradientCheck:
    found = check(network, weights, *sample, method, h)
    assert found is not None
    return found


def _smooth(seed: int = 0) -> tuple[Network, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    network = Network((3, 4, 2), Activation.TANH)
    rng = np.random.Generator(np.random.PCG64(seed))
    sample = (rng.standard_normal((5, 3)), np.eye(2)[rng.integers(0, 2, 5)])
    return network, rng.standard_normal(network.size), sample


@pytest.mark.parametrize("method", SCHEMES)
def test_the_books_gradient_comes_out_by_every_scheme(method: Method) -> None:
    found = _checked(BOOK, BOOK_WEIGHTS, BOOK_SAMPLE, method)
    tolerance = 5e-5 if method in (Method.FORWARD, Method.BACKWARD) else 5e-9
    assert found.numeric == pytest.approx(BOOK_GRADIENT, abs=tolerance)
    assert found.backprop == pytest.approx(BOOK_GRADIENT, abs=5e-9)
    assert found.largest_difference == max(np.abs(found.numeric - found.backprop))
    assert found.kink is None


def test_central_differences_are_computed_as_the_book_does() -> None:
    found = _checked(BOOK, BOOK_WEIGHTS, BOOK_SAMPLE, h=1e-4)
    for i, x in enumerate(BOOK_WEIGHTS.tolist()):
        up, down = BOOK_WEIGHTS.copy(), BOOK_WEIGHTS.copy()
        up[i], down[i] = x + 1e-4, x - 1e-4
        by_hand = (BOOK.value(up, *BOOK_SAMPLE) - BOOK.value(down, *BOOK_SAMPLE)) / (2 * 1e-4)
        assert found.numeric[i] == by_hand


@pytest.mark.parametrize(
    ("method", "order"),
    [
        (Method.FORWARD, 1),
        (Method.BACKWARD, 1),
        (Method.CENTRAL, 2),
        (Method.FIVE_POINT, 4),
        (Method.COMPLEX_STEP, 2),
    ],
)
def test_differences_fall_with_h_as_the_order_of_the_scheme_says(
    method: Method, order: int
) -> None:
    network, weights, sample = _smooth()
    rows = differences_against(network, weights, *sample, method, np.array([4e-2, 2e-2, 1e-2]))
    assert rows is not None
    assert rows.shape == (3, network.size)
    ratios = rows[:2].max(axis=1) / rows[1:].max(axis=1)
    assert np.log2(ratios) == pytest.approx([order, order], abs=0.1)
    assert (
        rows[2].tobytes() == _checked(network, weights, sample, method, 1e-2).differences.tobytes()
    )


class _Counting(Network):
    """A network that counts how often its loss is asked for."""

    asked = 0

    def value(self, weights: np.ndarray, inputs: np.ndarray, targets: np.ndarray) -> object:
        type(self).asked += 1
        return super().value(weights, inputs, targets)


@pytest.mark.parametrize("method", SCHEMES)
def test_as_many_evaluations_are_made_as_are_said(method: Method) -> None:
    network = _Counting((2, 3, 2), Activation.TANH)
    weights = network.first_weights(Initialiser.XAVIER, 0)
    _Counting.asked = 0
    found = _checked(network, weights, (np.ones((4, 2)), np.eye(2)[[0, 1, 0, 1]]), method)
    assert found.evaluations == Evaluations(value=_Counting.asked, gradient=1)
    assert found.evaluations.value == evaluations(method, 17).value


def test_the_price_is_two_evaluations_a_weight_against_one_pass() -> None:
    assert _checked(BOOK, BOOK_WEIGHTS, BOOK_SAMPLE).evaluations == Evaluations(12, 1)


def test_a_kink_within_h_is_named_with_what_it_does() -> None:
    h = 1e-3
    found = _checked(ONE_RELU, np.array([h / 4, 1.0]), ONE, h=h)
    # f = (max(w0, 0) - 1)**2: 2 * (w0 - 1) against ((5h/4 - 1)**2 - 1) / (2h)
    assert found.backprop[0] == pytest.approx(2 * (h / 4 - 1))
    assert found.numeric[0] == pytest.approx((-2.5 * h + 25 / 16 * h * h) / (2 * h))
    assert found.worst_index == 0
    assert found.worst.name == "W1[0, 0]"
    kink = found.kink
    assert kink is not None
    assert (kink.layer, kink.sample, kink.unit, kink.count) == (1, 0, 0, 1)
    assert (kink.low, kink.here, kink.high) == pytest.approx((-0.75 * h, 0.25 * h, 1.25 * h))


def test_a_relu_exactly_at_its_kink_is_named() -> None:
    found = _checked(ONE_RELU, np.array([0.0, 1.0]), ONE)
    assert found.backprop[0] == 0.0
    assert found.numeric[0] == pytest.approx(-1.0, abs=1e-3)
    assert found.kink is not None


@pytest.mark.parametrize(
    ("method", "start", "is_kink"),
    [
        (Method.FORWARD, -0.5, True),
        (Method.FORWARD, 0.5, False),
        (Method.BACKWARD, 0.5, True),
        (Method.BACKWARD, -0.5, False),
        (Method.CENTRAL, 1.5, False),
        (Method.FIVE_POINT, 1.5, True),
        (Method.COMPLEX_STEP, 0.0, False),
    ],
)
def test_each_scheme_meets_the_kinks_that_it_reaches(
    method: Method, start: float, is_kink: bool
) -> None:
    h = 1e-3
    found = _checked(ONE_RELU, np.array([start * h, 1.0]), ONE, method, h)
    assert (found.kink is not None) is is_kink


def test_the_kink_that_is_felt_most_is_named() -> None:
    """Two samples cross; the second pulls a hundred times as hard."""
    inputs, targets = np.array([[1.0], [1.0]]), np.array([[1.0], [100.0]])
    found = _checked(ONE_RELU, np.array([1e-5, 1.0]), (inputs, targets))
    assert found.kink is not None
    assert (found.kink.sample, found.kink.count) == (1, 2)


def test_a_change_of_sign_that_changes_nothing_is_no_reason() -> None:
    """A unit that nothing goes on from crosses, while large h makes another differ."""
    network = Network((1, 2, 1), Activation.RELU, Loss.SQUARED)
    weights = np.zeros(network.size)
    (matrix, bias), _, (last, _) = network.views(weights)
    matrix[:], bias[:], last[:] = [[0.01, 5.0]], [0.0, 0.0], [[0.0], [1.0]]
    found = _checked(network, weights, ONE, Method.FORWARD, 0.5)
    assert found.largest_difference > 0.1
    assert found.kink is None


@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    has_bias=st.booleans(),
)
@settings(max_examples=30, deadline=None)
def test_every_weight_has_its_place(sizes: list[int], has_bias: bool) -> None:
    network = Network(tuple(sizes), has_bias=has_bias)
    views = network.views(np.arange(float(network.size)))
    for index in range(network.size):
        place = place_of(network, index)
        view = views[place.layer][1 if place.is_bias else 0]
        assert (view[place.column] if place.is_bias else view[place.row, place.column]) == index
        assert place.layer == 2 * place.affine
    for outside in (-1, network.size):
        with pytest.raises(IndexError):
            place_of(network, outside)


def test_places_have_names() -> None:
    network = Network((2, 3, 2))
    assert [place_of(network, i).name for i in (0, 5, 8, 9, 16)] == [
        "W1[0, 0]", "W1[1, 2]", "b1[2]", "W2[0, 0]", "b2[1]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "h", "scale"), list(product(SCHEMES, [1e-300, 1e-50, 1e300], [0.0, 1.0, 1e200]))
)
def test_nothing_is_too_large_or_too_small(method: Method, h: float, scale: float) -> None:
    network = Network((2, 3, 2))
    weights = scale * np.linspace(-1.0, 1.0, network.size)
    found = _checked(network, weights, (np.ones((2, 2)), np.eye(2)), method, h)
    assert found.numeric.shape == found.backprop.shape == (network.size,)
    differences = np.where(np.isnan(found.differences), math.inf, found.differences)
    assert differences[found.worst_index] == differences.max()


def test_a_check_can_be_cancelled() -> None:
    asked = iter([False, False, True])
    assert check(BOOK, BOOK_WEIGHTS, *BOOK_SAMPLE, cancelled=lambda: next(asked)) is None
    stop = iter([False] * 8 + [True])
    steps = np.array([1e-3, 1e-4])
    assert (
        differences_against(
            BOOK, BOOK_WEIGHTS, *BOOK_SAMPLE, Method.CENTRAL, steps, lambda: next(stop)
        )
        is None
    )


def test_backpropagation_is_one_of_the_ways_but_no_check_of_itself() -> None:
    by_backprop = gradient_by(BOOK, BOOK_WEIGHTS, *BOOK_SAMPLE, Method.EXACT, 1e-4)
    assert by_backprop is not None
    assert by_backprop.tobytes() == BOOK.gradient(BOOK_WEIGHTS, *BOOK_SAMPLE).tobytes()
    with pytest.raises(ValueError, match="against itself"):
        check(BOOK, BOOK_WEIGHTS, *BOOK_SAMPLE, Method.EXACT)


@pytest.mark.parametrize("h", [0.0, -1e-4, math.nan, math.inf])
def test_an_h_that_is_none_is_refused(h: float) -> None:
    with pytest.raises(ValueError, match="step size h"):
        check(BOOK, BOOK_WEIGHTS, *BOOK_SAMPLE, Method.CENTRAL, h)


@pytest.mark.parametrize("method", list(Method))
def test_some_weights_alone_have_the_numbers_they_have_among_all(method: Method) -> None:
    network, weights, sample = _smooth()
    some = np.array([17, 0, 5])
    alone = gradient_by(network, weights, *sample, method, 1e-4, indices=some)
    among = gradient_by(network, weights, *sample, method, 1e-4)
    assert alone is not None
    assert among is not None
    assert alone.tobytes() == among[some].tobytes()


def test_differences_of_some_weights_alone() -> None:
    network, weights, sample = _smooth()
    some, steps = np.array([17, 0, 5]), np.array([1e-2, 1e-4])
    alone = differences_against(
        network, weights, *sample, Method.CENTRAL, steps, None, indices=some
    )
    among = differences_against(network, weights, *sample, Method.CENTRAL, steps)
    assert alone is not None
    assert among is not None
    assert alone.tobytes() == among[:, some].tobytes()
