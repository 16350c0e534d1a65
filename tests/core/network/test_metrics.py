"""Predictions, accuracy and confusion against counts by hand and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.network import samples
from gradviz.core.network.losses import Loss
from gradviz.core.network.metrics import (
    NO_CLASS,
    Quality,
    accuracy,
    confusion,
    predictions,
    quality,
)
from gradviz.core.network.network import Network

STRAIGHT = Network((2, 2), has_bias=False)
"""Scores 3*x0 and 4*x1 with `SLANTED`: the classes part at x1 = 3/4 x0, by a logistic curve."""
SLANTED = np.array([3.0, 0.0, 0.0, 4.0])


def test_the_most_probable_class_is_predicted_with_its_probability() -> None:
    found = predictions(np.log([[0.2, 0.5, 0.3], [0.9, 0.05, 0.05]]), Loss.CROSS_ENTROPY)
    assert found.labels.tolist() == [1, 0]
    assert found.probabilities == pytest.approx([0.5, 0.9])


def test_scores_fitted_by_squares_are_probabilities_themselves() -> None:
    found = predictions(np.array([[0.2, 0.7], [1.3, 1.4], [-0.2, -0.1]]), Loss.SQUARED)
    assert found.labels.tolist() == [1, 1, 1]
    assert found.probabilities.tolist() == [0.7, 1.0, 0.0]


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("odd", [math.nan, math.inf, -math.inf])
def test_scores_that_are_no_numbers_are_of_no_class(loss: Loss, odd: float) -> None:
    found = predictions(np.array([[odd, 1.0], [0.0, 1.0]]), loss)
    assert found.labels.tolist() == [NO_CLASS, 1]
    assert math.isnan(found.probabilities[0])
    assert accuracy(found.labels, np.array([0, 1])) == 0.5


def test_confusion_counts_classes_by_row_and_predictions_by_column() -> None:
    labels = np.array([0, 0, 0, 1, 1, 2, 2])
    predicted = np.array([0, 1, 1, 1, NO_CLASS, 2, 0])
    counts = confusion(predicted, labels, 4)
    assert counts.tolist() == [[1, 2, 0, 0], [0, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=50))
@settings(max_examples=50, deadline=None)
def test_confusion_and_accuracy_agree(pairs: list[tuple[int, int]]) -> None:
    labels, predicted = np.array(pairs).T
    counts = confusion(predicted, labels, 5)
    assert counts.sum() == len(pairs)
    assert np.trace(counts) / len(pairs) == pytest.approx(accuracy(predicted, labels))
    for label, guess in pairs:
        assert counts[label, guess] == pairs.count((label, guess))


def test_quality_is_loss_and_accuracy_of_all_samples() -> None:
    data = samples.xor()
    weights = np.array([1.0, 0.0, 0.0, 1.0])
    # (0, 0) ties and goes to class 0; (0, 1) to 1; (1, 0) to 0, wrongly; (1, 1) ties
    expected = (2 * math.log(2) + math.log(1 + math.e**-1) + math.log(1 + math.e)) / 4
    found = quality(STRAIGHT, weights, data)
    assert found.loss == pytest.approx(expected)
    assert found.accuracy == 0.75


def test_there_is_no_accuracy_without_classes_or_samples() -> None:
    line = samples.line()
    found = quality(Network((1, 1), loss=Loss.SQUARED), np.array([2.0, 1.0]), line)
    assert found.loss == pytest.approx(np.mean((line.targets - 2 * line.inputs - 1) ** 2))
    assert math.isnan(found.accuracy)
    nothing = samples.xor().taken(np.array([], dtype=np.intp))
    assert repr(quality(STRAIGHT, SLANTED, nothing)) == repr(Quality(math.nan, math.nan))
    assert math.isnan(quality(STRAIGHT, np.full(4, 1e308) * [1, -1, 1, -1], samples.xor()).loss)
