"""What a network takes samples for: counted, ordered, and said where there is nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.network.metrics import NO_CLASS
from gradviz.core.optimizers import SGD
from gradviz.document.answers import AnswersProblem, Samples, answers_request, evaluate_answers
from gradviz.document.experiment import Experiment, Run
from gradviz.document.moment import moment_of
from gradviz.document.network_task import task_of
from gradviz.document.training import train


def _asked(key: str, samples: Samples, lr: float = 0.1, **changes: object):  # noqa: ANN202
    task = replace(task_of(key), **{"epochs": 3, **changes})  # type: ignore[arg-type]
    runs = (Run(optimizer=SGD(lr=lr)),)
    training = train(Experiment(method=Method.EXACT, network=task, runs=runs))
    last = training.runs[0].trajectory.steps
    answers = evaluate_answers(answers_request(training, moment_of(training, 0, last), samples))
    assert answers is not None
    return training, answers


def test_digits_are_pictures_and_the_counts_are_those_of_the_epoch() -> None:
    training, answers = _asked("digits", Samples.TEST)
    quality = training.runs[0].epochs[-1].test
    assert answers.side == 8
    assert answers.accuracy == quality.accuracy
    assert answers.confusion.sum() == training.test.count
    assert np.trace(answers.confusion) / training.test.count == pytest.approx(quality.accuracy)
    for true in range(10):
        for taken_for in range(10):
            found = answers.chosen(true, taken_for)
            assert len(found) == answers.confusion[true, taken_for]
    wrong = answers.order[: int(answers.is_wrong.sum())]
    assert answers.is_wrong[wrong].all()
    right = answers.probabilities[wrong, answers.data.labels[wrong]]
    assert (np.diff(right) >= 0.0).all(), "the most wrong come first"


def test_without_test_samples_those_to_train_with_are_answered() -> None:
    _, answers = _asked("xor", Samples.TEST)
    assert answers.request.samples is Samples.TRAIN
    assert len(answers.predicted) == 4


def test_numbers_have_no_classes() -> None:
    _, answers = _asked("linear", Samples.TRAIN)
    assert answers.problem is AnswersProblem.NO_CLASSES
    assert np.isnan(answers.accuracy)


def test_scores_that_are_no_numbers_are_no_class() -> None:
    _, answers = _asked("moons", Samples.TRAIN, lr=1e200)
    assert (answers.predicted == NO_CLASS).any()
    assert answers.is_wrong[answers.predicted == NO_CLASS].all()
    assert answers.confusion.sum() == (answers.predicted != NO_CLASS).sum()


def test_a_cancelled_study_is_none() -> None:
    training, answers = _asked("moons", Samples.TRAIN)
    assert training.complete
    assert evaluate_answers(answers.request, lambda: True) is None
