"""One sample forward and back: against published numbers, and against differences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.backpropagation import (
    BackpropagationRequest,
    backpropagation_request,
    evaluate_backpropagation,
)
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.document.backpropagation import Backpropagation
    from gradviz.document.results import Training


def trained(key: str, rule: str = "sgd:lr=0.1", epochs: int = 3, **changes: object) -> Training:
    """Return a short training of a ready problem."""
    task = replace(task_of(key), epochs=epochs, **changes)
    run = Run(optimizer=parse_optimizer(rule))
    return train(Experiment(network=task, method=Method.EXACT, runs=(run,)))


def passed(
    training: Training, step: int = 0, *, sample: int = 0, is_test: bool = False
) -> Backpropagation:
    """Return what a sample makes of the network at a step."""
    request = backpropagation_request(training, 0, step, sample=sample, is_test=is_test)
    found = evaluate_backpropagation(request)
    assert found is not None
    return found


def test_simple_net_gives_the_numbers_of_the_book() -> None:
    # K. Saito, Deep Learning from Scratch, section 4.4.2
    study = passed(trained("simplenet"))
    assert study.scores == pytest.approx([1.05414809, 0.63071653, 1.1328074], abs=5e-9)
    # its weights are printed to eight digits
    assert study.loss == pytest.approx(0.92806853663411326, abs=5e-9)
    slopes = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.2153437, -0.54421514]]
    assert study.layers[0].by_weights == pytest.approx(np.array(slopes), abs=5e-9)
    assert study.layers[0].by_affine == pytest.approx(study.probabilities - study.target)
    assert (study.layers[0].bias, study.layers[0].by_bias) == (None, None)
    assert (study.label, study.answer) == (2, 2)


def loss_from(study: Backpropagation, layer: int, values: np.ndarray) -> float:
    """Return the loss if a layer, from 0, were given `values`: written out anew."""
    for own in study.layers[layer:]:
        made = values @ own.weights + (0.0 if own.bias is None else own.bias)
        values = activated(study, made)
    return from_scores(study, made)


def activated(study: Backpropagation, made: np.ndarray) -> np.ndarray:
    kind = study.network.activation
    if kind is Activation.RELU:
        return np.maximum(made, 0.0)
    return np.tanh(made) if kind is Activation.TANH else 1.0 / (1.0 + np.exp(-made))


def from_scores(study: Backpropagation, scores: np.ndarray) -> float:
    if study.network.loss is Loss.SQUARED:
        return float(((scores - study.target) ** 2).mean())
    p = np.exp(scores) / np.exp(scores).sum()
    inside = 1e-7 if study.network.loss is Loss.BOOK_CROSS_ENTROPY else 0.0
    return float(-(study.target * np.log(p + inside)).sum())


def differences(function, at: np.ndarray) -> np.ndarray:  # noqa: ANN001
    """Return central differences of a function, one number of `at` after another."""
    found = np.empty(at.shape)
    for place in np.ndindex(at.shape):
        ends = []
        for h in (1e-5, -1e-5):
            moved = at.copy()
            moved[place] += h
            ends.append(function(moved))
        found[place] = (ends[0] - ends[1]) / 2e-5
    return found


CASES = [
    ("spiral", Activation.RELU, Loss.CROSS_ENTROPY),
    ("xor", Activation.TANH, Loss.BOOK_CROSS_ENTROPY),
    ("xor", Activation.SIGMOID, Loss.SQUARED),
    ("iris", Activation.SIGMOID, Loss.CROSS_ENTROPY),
    ("linear", Activation.RELU, Loss.SQUARED),
]


@pytest.mark.parametrize(("key", "activation", "loss"), CASES)
def test_every_link_of_the_chain_agrees_with_differences(
    key: str, activation: Activation, loss: Loss
) -> None:
    study = passed(trained(key, activation=activation, loss=loss), 2, sample=2)
    assert study.loss == pytest.approx(loss_from(study, 0, study.layers[0].given), rel=1e-9)
    for k, own in enumerate(study.layers):
        by_given = differences(lambda values, k=k: loss_from(study, k, values), own.given)
        assert own.by_given == pytest.approx(by_given, abs=1e-8)

        def of_affine(made: np.ndarray, k: int = k) -> float:
            is_last = k == len(study.layers) - 1
            if is_last:
                return from_scores(study, made)
            return loss_from(study, k + 1, activated(study, made))

        assert own.by_affine == pytest.approx(differences(of_affine, own.affine), abs=1e-8)
        bias = 0.0 if own.bias is None else own.bias
        by_weights = differences(
            lambda weights, own=own, bias=bias, f=of_affine: f(own.given @ weights + bias),
            np.array(own.weights),
        )
        assert own.by_weights == pytest.approx(by_weights, abs=1e-8)
        if own.by_bias is not None:
            assert own.by_bias == pytest.approx(own.by_affine)
        if own.active is not None:
            assert own.by_active == pytest.approx(study.layers[k + 1].by_given)


def test_the_mean_over_the_batch_is_what_the_step_took() -> None:
    training = trained("xor")
    studies = [passed(training, 2, sample=i) for i in range(4)]
    for k, own in enumerate(studies[0].layers):
        mean = np.mean([study.layers[k].by_weights for study in studies], axis=0)
        assert own.mean_by_weights == pytest.approx(mean, abs=1e-15)
    assert studies[0].batch == 4
    assert passed(trained("moons", epochs=1), 1).batch == 32


def test_the_update_is_that_of_the_run() -> None:
    training = trained("xor", "sgd:lr=0.25")
    study = passed(training, 1)
    update = study.request.update
    assert update is not None
    assert (update.lr, update.after.step) == (0.25, 2)
    for own in study.layers:
        assert own.next_weights == pytest.approx(own.weights - 0.25 * own.mean_by_weights)
    assert passed(training, 3).request.update is None
    assert passed(training, 3).layers[0].next_weights is None


def test_the_learning_rate_is_the_one_that_holds() -> None:
    training = trained("xor", "sgd:lr=0.25")
    run = replace(training.experiment.runs[0], lr_changes=((2, 0.125),))
    changed = train(replace(training.experiment, runs=(run,)))
    rates = [passed(changed, step).request.update.lr for step in range(3)]
    assert rates == [0.25, 0.25, 0.125]


def test_a_sample_that_does_not_exist_is_the_last() -> None:
    training = trained("moons", epochs=1)
    last = passed(training, sample=10_000)
    assert last.sample == training.train.count - 1
    assert np.array_equal(last.layers[0].given, training.train.inputs[-1])
    assert passed(training, sample=-3).sample == 0


def test_test_samples_are_taken_where_there_are_some() -> None:
    training = trained("moons", epochs=1)
    study = passed(training, sample=1, is_test=True)
    assert np.array_equal(study.layers[0].given, training.test.inputs[1])
    assert study.data.count == training.test.count
    assert passed(trained("xor"), sample=1, is_test=True).data.count == 4


def test_requests_of_the_same_are_equal() -> None:
    training = trained("xor")
    one, same = (backpropagation_request(training, 0, 1, sample=2) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert one != backpropagation_request(training, 0, 2, sample=2)
    assert one != backpropagation_request(training, 0, 1, sample=1)


def test_nothing_comes_of_a_request_that_is_cancelled() -> None:
    request = backpropagation_request(trained("xor"), 0, 0)
    assert evaluate_backpropagation(request, lambda: True) is None


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf, 1e200, 1e308])
def test_strange_weights_give_strange_numbers_and_no_warning(strange: float) -> None:
    request = backpropagation_request(trained("xor"), 0, 0)
    weights = np.array(request.moment.weights)
    weights[:3] = strange
    moment = replace(request.moment, weights=weights)
    study = evaluate_backpropagation(BackpropagationRequest(moment, sample=1))
    assert study is not None
    assert study.layers[0].affine.shape == (4,)
    if np.isnan(strange):
        assert np.isnan(study.loss)
        assert study.answer is None
