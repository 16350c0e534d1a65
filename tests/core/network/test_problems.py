"""The problems that are offered: they fit together, and are learned with their settings."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.network import samples
from gradviz.core.network.batches import Batches
from gradviz.core.network.fitting import FitCode, FitError, check_fit, checked_weights
from gradviz.core.network.losses import Loss
from gradviz.core.network.metrics import Quality, quality
from gradviz.core.network.network import Network
from gradviz.core.network.problems import PROBLEMS, Problem, problem_named

if TYPE_CHECKING:
    from gradviz.core.network.data import Data

EVERY = pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.key)


def _learned(problem: Problem, seed: int = 0) -> tuple[np.ndarray, Quality, Quality]:
    """Train as the problem says; return the weights, and how good they are."""
    train, test = problem.samples(seed)
    network, weights = problem.network, problem.first_weights(seed)
    batches = Batches(train.count, problem.batch or train.count, seed)
    state = problem.optimizer.init()
    for step in range(problem.epochs * batches.steps_per_epoch):
        chosen = batches.indices(step)
        gradient = network.gradient(weights, train.inputs[chosen], train.targets[chosen])
        change, state = problem.optimizer.update(gradient, state)
        weights = weights + change
    return weights, quality(network, weights, train), quality(network, weights, test)


def test_the_problems_are_those_that_are_promised() -> None:
    keys = "simplenet linear logistic xor moons circles spiral iris digits"
    assert [problem.key for problem in PROBLEMS] == keys.split()
    for problem in PROBLEMS:
        assert problem_named(problem.key) is problem
        assert problem.note.endswith(".")
    with pytest.raises(ValueError, match=r"no network 'maze'\. There are simplenet, linear"):
        problem_named("maze")


@EVERY
def test_network_samples_weights_and_batch_fit(problem: Problem) -> None:
    train, test = problem.samples(3)
    check_fit(problem.network, train)
    checked_weights(problem.network, problem.first_weights(3))
    assert test.count == pytest.approx(problem.test_share * (train.count + test.count), abs=5)
    assert Batches(train.count, problem.batch or train.count).steps_per_epoch >= 1
    if problem.is_standardised:
        assert train.inputs.std(axis=0) == pytest.approx(np.ones(train.inputs.shape[1]))


@EVERY
def test_made_up_samples_can_be_more_and_scatter_less(problem: Problem) -> None:
    train, test = problem.samples(2, noise=0.0, count=30)
    own, _ = problem.samples(2)
    if not problem.is_made_up:
        assert problem.noise is None
        assert train.inputs.tobytes() == own.inputs.tobytes()
        return
    assert train.count + test.count == 30
    again, _ = problem.samples(2, noise=problem.noise, count=problem.count)
    assert again.inputs.tobytes() == own.inputs.tobytes()
    alike, _ = problem.samples(2, noise=0.0, count=30)
    assert alike.targets.tobytes() == train.targets.tobytes()
    wild, _ = problem.samples(2, noise=10.0, count=30)
    assert np.ptp(wild.targets - train.targets) + np.ptp(wild.inputs - train.inputs) > 0.1


@EVERY
def test_the_least_number_of_samples_still_splits(problem: Problem) -> None:
    train, test = problem.samples(0, count=6, test_share=0.5)
    if problem.is_made_up:
        assert (train.count, test.count) == (3, 3) if len(train.classes) != 2 else (2, 4)
        assert set(train.labels) == set(range(train.targets.shape[1]))


def test_problems_and_shapes_agree_on_noise_and_count() -> None:
    for problem in PROBLEMS:
        if problem.is_made_up:
            given = inspect.signature(problem.make).parameters
            assert (given["noise"].default, given["count"].default) == (
                problem.noise,
                problem.count,
            )


def test_test_share_and_standardising_can_be_chosen() -> None:
    problem = problem_named("spiral")
    train, test = problem.samples(0, test_share=0.5, is_standardised=True)
    assert (train.count, test.count) == (150, 150)
    assert train.inputs.mean(axis=0) == pytest.approx([0.0, 0.0])
    assert problem_named("iris").samples(0, is_standardised=False)[0].inputs.min() > 0.0


@EVERY
def test_problems_are_learned_with_their_settings(problem: Problem) -> None:
    train, _ = problem.samples(0)
    before = quality(problem.network, problem.first_weights(0), train)
    _, after, tested = _learned(problem)
    assert after.loss < 0.4 * before.loss
    if train.classes:
        assert after.accuracy > (0.9 if problem.key == "logistic" else 0.95)
    if problem.key == "digits":
        assert tested.accuracy > 0.95


@pytest.mark.parametrize("key", ["spiral", "iris"])
def test_a_seed_gives_the_same_weights_to_the_last_bit(key: str) -> None:
    problem = replace(problem_named(key), epochs=5)
    first, again, other = (_learned(problem, seed)[0] for seed in (4, 4, 5))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_the_straight_line_is_the_one_of_least_squares() -> None:
    problem = problem_named("linear")
    train, _ = problem.samples(0)
    weights, _, _ = _learned(replace(problem, epochs=500))
    table = np.hstack([train.inputs, np.ones((train.count, 1))])
    assert weights == pytest.approx(np.linalg.lstsq(table, train.targets[:, 0], rcond=None)[0])


@pytest.mark.parametrize(
    ("network", "data", "code", "words"),
    [
        (Network((3, 2)), samples.xor(), FitCode.INPUTS, r"3 inputs, the data 2 \(x0, x1\)"),
        (Network((2, 4)), samples.spiral(9), FitCode.CLASSES, r"3 classes \(0, 1, 2\): the last"),
        (Network((1, 2), loss=Loss.SQUARED), samples.line(9), FitCode.NUMBERS, "1 numbers"),
        (Network((1, 1)), samples.line(9), FitCode.LOSS, "mean squared error"),
    ],
)
def test_sizes_that_do_not_fit_are_refused_with_what_would(
    network: Network, data: Data, code: FitCode, words: str
) -> None:
    with pytest.raises(FitError, match=words) as caught:
        check_fit(network, data)
    assert caught.value.code is code
    assert caught.value.message.endswith(".")
    assert str(pickle.loads(pickle.dumps(caught.value))) == caught.value.message


def test_more_classes_than_a_sentence_holds_are_not_named() -> None:
    train, _ = problem_named("digits").samples(0)
    with pytest.raises(FitError, match="the data 64: the first size must be 64"):
        check_fit(Network((2, 10)), train)


def test_as_many_weights_as_the_network_has_are_taken() -> None:
    network = Network((2, 3), has_bias=False)
    assert checked_weights(network, np.zeros(6)).shape == (6,)
    with pytest.raises(FitError, match="The network has 6 weights, not 4"):
        checked_weights(network, np.zeros(4))
