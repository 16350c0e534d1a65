"""Gradients against the complex step, published numbers and closed forms."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.network.batches import Batches
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import LOSSES, Loss, softmax
from gradviz.core.network.network import Network

BOOK_WEIGHTS = np.array([0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093])
"""K. Saito, Deep Learning from Scratch, section 4.4.2: W of simpleNet."""
BOOK_INPUT, BOOK_TARGET = np.array([[0.6, 0.9]]), np.array([[0.0, 0.0, 1.0]])


def _data(network: Network, samples: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(seed))
    weights = rng.standard_normal(network.size)
    inputs = rng.standard_normal((samples, network.sizes[0]))
    if network.loss is Loss.SQUARED:
        return weights, inputs, rng.standard_normal((samples, network.sizes[-1]))
    labels = rng.integers(0, network.sizes[-1], samples)
    return weights, inputs, np.eye(network.sizes[-1])[labels]


def _complex_step(
    network: Network, weights: np.ndarray, inputs: np.ndarray, targets: np.ndarray
) -> np.ndarray:
    found = np.empty(network.size)
    for i in range(network.size):
        moved = weights.astype(np.complex128)
        moved[i] += 1e-200j
        found[i] = network.value(moved, inputs, targets).imag / 1e-200
    return found


def test_the_books_simple_net_has_its_printed_numbers() -> None:
    network = Network((2, 3), has_bias=False)
    assert network.scores(BOOK_WEIGHTS, BOOK_INPUT)[0] == pytest.approx(
        [1.05414809, 0.63071653, 1.1328074], abs=5e-9
    )
    assert network.value(BOOK_WEIGHTS, BOOK_INPUT, BOOK_TARGET) == pytest.approx(
        0.92806853663411326, abs=5e-9
    )
    gradient = network.gradient(BOOK_WEIGHTS, BOOK_INPUT, BOOK_TARGET)
    printed = [0.21924763, 0.14356247, -0.36281009, 0.32887144, 0.2153437, -0.54421514]
    assert gradient == pytest.approx(printed, abs=5e-9)


@pytest.mark.parametrize(("label", "printed"), [(2, 0.510825457099338), (7, 2.302584092994546)])
def test_the_books_cross_entropy_has_its_printed_numbers(label: int, printed: float) -> None:
    """Section 4.2.2: probabilities 0.6 and 0.1 of the right class, 1e-7 inside the logarithm."""
    probabilities = np.array([[0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]])
    with np.errstate(divide="ignore"):
        scores = np.log(probabilities)
    target = np.eye(10)[[label]]
    value = LOSSES[Loss.BOOK_CROSS_ENTROPY].value(scores, target)
    assert value == pytest.approx(printed, abs=1e-14)


@pytest.mark.parametrize(("activation", "loss"), list(product(Activation, Loss)))
@given(
    sizes=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    samples=st.integers(1, 5),
    seed=st.integers(0, 1000),
    has_bias=st.booleans(),
)
@settings(max_examples=10, deadline=None)
def test_backpropagation_is_the_derivative(
    activation: Activation, loss: Loss, sizes: list[int], samples: int, seed: int, has_bias: bool
) -> None:
    network = Network(tuple(sizes), activation, loss, has_bias)
    weights, inputs, targets = _data(network, samples, seed)
    value, gradient = network.value_and_gradient(weights, inputs, targets)
    assert value == pytest.approx(network.value(weights, inputs, targets), rel=1e-14)
    assert gradient.shape == (network.size,)
    assert gradient.tobytes() == network.trace(weights, inputs, targets).gradient.tobytes()
    assert gradient == pytest.approx(
        _complex_step(network, weights, inputs, targets), rel=1e-9, abs=1e-12
    )


def test_every_slope_of_a_trace_is_the_derivative_by_its_value() -> None:
    network = Network((2, 3, 2), Activation.TANH)
    weights, inputs, targets = _data(network, 4, 3)
    trace = network.trace(weights, inputs, targets)
    assert [v.shape for v in trace.values] == [s.shape for s in trace.slopes]
    assert len(trace.values) == len(network.layers) + 1
    assert trace.loss == pytest.approx(network.value(weights, inputs, targets), rel=1e-15)
    views = network.views(weights)
    for depth, (value, slope) in enumerate(zip(trace.values, trace.slopes, strict=True)):
        moved = value.astype(np.complex128)
        moved[1, 0] += 1e-200j
        for layer, own in zip(network.layers[depth:], views[depth:], strict=True):
            moved = layer.forward(moved, own)
        loss = LOSSES[network.loss].value(moved, targets)
        assert slope[1, 0] == pytest.approx(loss.imag / 1e-200, rel=1e-12)


@pytest.mark.parametrize("loss", [Loss.CROSS_ENTROPY, Loss.BOOK_CROSS_ENTROPY])
def test_large_scores_do_not_overflow(loss: Loss) -> None:
    scores = np.array([[1e4, -1e4, 0.0]])
    assert softmax(scores).sum() == 1.0
    right, wrong = np.array([[1.0, 0.0, 0.0]]), np.array([[0.0, 1.0, 0.0]])
    assert LOSSES[loss].value(scores, right) == pytest.approx(0.0, abs=2e-7)
    expected = 2e4 if loss is Loss.CROSS_ENTROPY else -math.log(1e-7)
    assert LOSSES[loss].value(scores, wrong) == pytest.approx(expected)
    assert np.isfinite(LOSSES[loss].with_slope(scores, wrong)[1]).all()


def test_the_views_of_weights_share_their_memory() -> None:
    network = Network((3, 4, 2))
    assert network.size == 3 * 4 + 4 + 4 * 2 + 2
    weights = np.zeros(network.size)
    (first, bias), none, (second, _) = network.views(weights)
    first[:], bias[:], second[:] = 1.0, 2.0, 3.0
    assert none == ()
    assert weights.tolist() == [1.0] * 12 + [2.0] * 4 + [3.0] * 8 + [0.0] * 2


@pytest.mark.parametrize("initialiser", Initialiser)
def test_first_weights_have_their_spread_and_biases_none(initialiser: Initialiser) -> None:
    network = Network((400, 300, 2))
    weights = network.first_weights(initialiser, 7)
    again = network.first_weights(initialiser, 7)
    assert weights.tobytes() == again.tobytes()
    (matrix, bias), _, _ = network.views(weights)
    expected = {
        Initialiser.NORMAL: 0.01,
        Initialiser.XAVIER: math.sqrt(1 / 400),
        Initialiser.HE: math.sqrt(2 / 400),
    }
    assert matrix.std() == pytest.approx(expected[initialiser], rel=0.01)
    assert not bias.any()
    assert weights.tobytes() != network.first_weights(initialiser, 8).tobytes()


@pytest.mark.parametrize("sizes", [(), (3,), (2, 0, 1)])
def test_sizes_that_make_no_network_are_refused(sizes: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="network needs"):
        Network(sizes)


@given(count=st.integers(1, 60), share=st.floats(0.01, 1.0), seed=st.integers(0, 99))
@settings(max_examples=50, deadline=None)
def test_an_epoch_sees_every_sample_once(count: int, share: float, seed: int) -> None:
    batches = Batches(count, max(1, round(share * count)), seed)
    every = np.arange(count)
    for epoch in range(2):
        first = epoch * batches.steps_per_epoch
        steps = range(first, first + batches.steps_per_epoch)
        seen = np.concatenate([every[batches.indices(step)] for step in steps])
        assert sorted(seen.tolist()) == every.tolist()
        assert {batches.epoch(step) for step in steps} == {epoch}


def test_the_order_is_another_in_each_epoch_and_the_same_for_a_seed() -> None:
    batches, again = Batches(50, 10, 1), Batches(50, 10, 1)
    first, later = batches.indices(0), batches.indices(5)
    assert isinstance(first, np.ndarray)
    assert isinstance(later, np.ndarray)
    assert first.tolist() == np.asarray(again.indices(0)).tolist()
    assert first.tolist() != later.tolist()
    assert first.tolist() != np.asarray(Batches(50, 10, 2).indices(0)).tolist()


@pytest.mark.parametrize(("count", "size"), [(0, 1), (5, 6), (5, 0)])
def test_a_batch_larger_than_the_data_is_refused(count: int, size: int) -> None:
    with pytest.raises(ValueError, match=f"{size} cannot be taken from {count}"):
        Batches(count, size)
