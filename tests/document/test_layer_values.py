"""The numbers of a network at a step: the book's printed ones, closed forms, and the strange."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.problems import problem_named
from gradviz.core.optimizers import SGD
from gradviz.document.experiment import Experiment, Run
from gradviz.document.layer_spans import BINS, FARTHEST, joined, reach_of, rounded_out, spread_of
from gradviz.document.layer_values import evaluate_layer_values, layers_request
from gradviz.document.layers_look import LayersLook
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.document.layer_values import LayerValues
    from gradviz.document.results import Training

BOOK_W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
BOOK_DW = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.2153437, -0.54421514]]


def trained(key: str, epochs: int = 3, lr: float | None = None, **changes: object) -> Training:
    task = replace(task_of(key), epochs=epochs, **changes)
    optimizer = problem_named(key).optimizer if lr is None else SGD(lr=lr)
    run = Run(optimizer=optimizer)
    return train(Experiment(network=task, method=Method.EXACT, runs=(run,)))


def values_of(training: Training, step: int, **look: bool) -> LayerValues:
    found = evaluate_layer_values(layers_request(training, 0, step, LayersLook(**look)))
    assert found is not None
    return found


def test_the_book_prints_these_numbers() -> None:
    found = values_of(trained("simplenet"), 0)
    assert found.layers[0].weights.values.tolist() == BOOK_W
    assert np.allclose(found.layers[0].gradient.values, BOOK_DW, atol=1e-8, rtol=0)
    scores = found.activations[-1].values
    assert np.allclose(scores, [[1.05414809, 0.63071653, 1.1328074]], atol=1e-8, rtol=0)
    assert found.activations[0].values.tolist() == [[0.6, 0.9]]
    assert found.layers[0].bias is None
    # the weights are printed to eight places, the loss to seventeen
    assert found.loss == pytest.approx(0.92806853663411326, abs=1e-8)


def test_a_step_of_gradient_descent_changes_weights_by_rate_times_gradient() -> None:
    training = trained("xor", lr=0.5)
    before, after = values_of(training, 1), values_of(training, 2)
    for was, now in zip(before.layers, after.layers, strict=True):
        change = now.weights.values - was.weights.values
        assert np.allclose(change, -0.5 * was.gradient.values, atol=1e-15)
    assert after.request.before is not None
    assert np.array_equal(after.request.before.weights, before.request.moment.weights)
    assert values_of(training, 0).request.before is None


def test_activations_are_what_the_layers_make_of_the_batch_of_the_step() -> None:
    training = trained("circles")
    found = values_of(training, 4)
    batch = training.train.taken(np.asarray(training.batches.indices(4)))
    first, last = found.layers
    assert first.bias is not None
    assert last.bias is not None
    hidden = np.tanh(batch.inputs @ first.weights.values + first.bias.values)
    scores = hidden @ last.weights.values + last.bias.values
    powers = np.exp(scores)
    for made, expected in zip(found.activations, (batch.inputs, hidden, scores), strict=True):
        assert np.allclose(made.values, expected, atol=1e-12)
    assert found.probabilities is not None
    assert np.allclose(found.probabilities, powers / powers.sum(axis=1, keepdims=True))


def test_dead_relus_are_counted() -> None:
    sizes = (2, 3, 2)
    # unit 0 is always negative, unit 1 always positive, unit 2 as x0
    weights = (0.0, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0, 1.0, 0.0, *(0.5,) * 6, 0.0, 0.0)
    task = {"sizes": sizes, "activation": Activation.RELU, "weights": weights}
    found = values_of(trained("xor", **task), 0)
    (idle,) = found.idle
    assert (idle.units, idle.of) == (1, 3)
    assert idle.share == pytest.approx((4 + 0 + 2) / 12)  # x0 is 0 in two of the four samples


@pytest.mark.parametrize("activation", [Activation.TANH, Activation.SIGMOID])
def test_saturated_units_are_counted(activation: Activation) -> None:
    weights = (0.0, 0.0, 0.0, 0.0, 50.0, 0.0, *(0.5,) * 4, 0.0, 0.0)
    found = values_of(trained("xor", sizes=(2, 2, 2), activation=activation, weights=weights), 0)
    assert (found.idle[0].units, found.idle[0].of, found.idle[0].share) == (1, 2, 0.5)


def test_scales_hold_for_the_whole_run_or_for_a_step() -> None:
    training = trained("spiral", epochs=4)
    steps = (0, 7, training.runs[0].trajectory.steps)
    spans = {values_of(training, step).layers[0].weights.span for step in steps}
    assert len(spans) == 1
    assert len({values_of(training, s, whole_run=False).layers[0].weights.span for s in steps}) > 1


def test_layers_share_a_scale_or_have_their_own() -> None:
    training = trained("spiral")
    shared = values_of(training, 0).layers
    assert len({layer.weights.span for layer in shared}) == 1
    own = values_of(training, 0, one_scale=False).layers
    assert len({layer.weights.span for layer in own}) > 1
    for layer in own:
        assert layer.bias is not None
        assert layer.bias.span == layer.weights.span


def test_numbers_that_are_none_do_no_harm() -> None:
    with np.errstate(all="ignore"):
        training = trained("linear", epochs=700, lr=10.0)
    last = training.runs[0].trajectory.steps
    found = values_of(training, last)
    assert not np.isfinite(found.layers[0].weights.values).all()
    assert all(map(math.isfinite, found.layers[0].weights.span))
    assert found.layers[0].weights.spread.faulty > 0


def test_equal_requests_for_equal_networks() -> None:
    training = trained("xor")
    first, again = (layers_request(training, 0, 2, LayersLook()) for _ in range(2))
    assert first == again
    assert hash(first) == hash(again)
    assert first != layers_request(training, 0, 3, LayersLook())


def test_cancelled_before_it_began() -> None:
    request = layers_request(trained("xor"), 0, 0, LayersLook())
    assert evaluate_layer_values(request, lambda: True) is None


@given(st.lists(st.floats(), max_size=20))
@settings(max_examples=200)
def test_spans_hold_all_that_is_finite(values: list[float]) -> None:
    span = rounded_out(reach_of(np.array(values)))
    assert all(map(math.isfinite, span))
    assert span[0] < span[1]
    assert math.isfinite(2.0 * (span[1] - span[0]))
    finite = [value for value in values if abs(value) <= FARTHEST]
    slack = 1e-8 * max(map(abs, span))
    assert all(span[0] - slack <= value <= span[1] + slack for value in finite)


@given(st.lists(st.floats(), max_size=20))
@settings(max_examples=200)
def test_every_finite_number_is_counted_once(values: list[float]) -> None:
    given_ = np.array(values)
    spread = spread_of(given_, rounded_out(reach_of(given_)))
    finite = [value for value in values if math.isfinite(value)]
    assert spread.counts.shape == (BINS,)
    assert spread.counts.sum() == len(finite)
    assert spread.faulty == len(values) - len(finite)
    if finite:
        slack = 1e-9 * max(map(abs, finite))
        assert min(finite) - slack <= spread.mean <= max(finite) + slack
        assert spread.deviation >= 0.0


def test_mean_and_deviation_are_those_of_numpy() -> None:
    values = np.random.default_rng(1).normal(2.0, 3.0, (40, 30))
    spread = spread_of(values, rounded_out(reach_of(values)))
    assert spread.mean == pytest.approx(values.mean())
    assert spread.deviation == pytest.approx(values.std())


@pytest.mark.parametrize(
    ("span", "rounded"),
    [
        ((-0.363, 0.219), (-0.38, 0.22)),
        ((0.0, 1.0), (0.0, 1.0)),
        ((0.0, 0.0), (-1.0, 1.0)),
        (None, (-1.0, 1.0)),
        ((3.0, 47.0), (2.0, 48.0)),
        ((5e-324, 5e-324), (0.0, 1e-323)),
        ((1.7e308, 1.7e308), (0.0, FARTHEST)),
        ((-0.6, 0.2), (-0.6, 0.2)),
    ],
)
def test_round_limits(span: tuple[float, float] | None, rounded: tuple[float, float]) -> None:
    assert rounded_out(span) == pytest.approx(rounded)


def test_spans_are_joined() -> None:
    assert joined([(0.0, 1.0), None, (-2.0, 0.5)]) == (-2.0, 1.0)
    assert joined([None]) is None
