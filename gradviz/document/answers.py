"""What a network takes samples for: predictions, which are wrong, and what is taken for what."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.images import image_side
from gradviz.core.network.metrics import NO_CLASS, accuracy, confusion, predictions, probabilities

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.document.moment import Moment
    from gradviz.document.results import Training

AT_ONCE: Final = 2048
"""Samples of a forward pass between two questions whether it is cancelled."""


class Samples(StrEnum):
    """Which samples are answered."""

    TRAIN = "train"
    TEST = "test"


class AnswersProblem(StrEnum):
    """Why there are no answers to show."""

    NO_CLASSES = "no-classes"
    NO_SAMPLES = "no-samples"


@dataclass(frozen=True, slots=True)
class AnswersRequest:
    """A network at a step, and the samples it is asked about."""

    moment: Moment
    samples: Samples


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a network takes samples for.

    Attributes
    ----------
    request : AnswersRequest
        What was asked.
    problem : AnswersProblem or None
        Why there is nothing in what follows.
    data : Data
        The samples.
    side : int or None
        Pixels along each side of a sample, if samples are pictures.
    predicted : ndarray, shape (b,)
        The most probable class; `NO_CLASS` where scores are no numbers.
    probabilities : ndarray, shape (b, m)
        How probable the network holds each class to be.
    confusion : ndarray, shape (m, m)
        How many samples of each class, by row, are taken for each class, by column.
    order : ndarray, shape (b,)
        The samples, the most wrong first: by the probability of the class that is right.
    """

    request: AnswersRequest
    problem: AnswersProblem | None
    data: Data
    side: int | None
    predicted: NDArray[np.intp]
    probabilities: NDArray[np.float64]
    confusion: NDArray[np.intp]
    order: NDArray[np.intp]

    @property
    def accuracy(self) -> float:
        """The share of samples that are right, 0 to 1; nan without samples."""
        if self.problem is not None:
            return math.nan
        return accuracy(self.predicted, self.data.labels)

    @property
    def is_wrong(self) -> NDArray[np.bool_]:
        """Which samples are taken for another class, shape (b,)."""
        return np.asarray(self.predicted != self.data.labels)

    def chosen(self, true: int | None = None, taken_for: int | None = None) -> NDArray[np.intp]:
        """Return samples of a class that are taken for a class, in `order`; None for any."""
        labels, predicted = self.data.labels[self.order], self.predicted[self.order]
        fits = np.ones(len(self.order), dtype=bool)
        if true is not None:
            fits &= labels == true
        if taken_for is not None:
            fits &= predicted == taken_for
        return self.order[fits]


def answers_request(training: Training, moment: Moment, samples: Samples) -> AnswersRequest:
    """Return the request for `samples`, or for the others where there are none of them."""
    if samples is Samples.TEST and not training.test.count:
        return AnswersRequest(moment, Samples.TRAIN)
    return AnswersRequest(moment, samples)


def evaluate_answers(
    request: AnswersRequest, cancelled: Callable[[], bool] | None = None
) -> Answers | None:
    """Return what the network takes the samples for; None when cancelled."""
    moment = request.moment
    data = moment.test if request.samples is Samples.TEST else moment.train
    classes = len(data.classes)
    if not classes or not data.count:
        return _nothing(request, data)
    scores = np.empty((data.count, classes))
    for first in range(0, data.count, AT_ONCE):
        if cancelled is not None and cancelled():
            return None
        part = slice(first, first + AT_ONCE)
        with np.errstate(all="ignore"):
            scores[part] = moment.network.scores(moment.weights, data.inputs[part])
    with np.errstate(all="ignore"):
        found = predictions(scores, moment.network.loss)
        each = probabilities(scores, moment.network.loss)
    each[found.labels == NO_CLASS] = np.nan
    right = np.take_along_axis(each, data.labels[:, None], axis=1)[:, 0]
    is_right = found.labels == data.labels
    order = np.lexsort((np.nan_to_num(right, nan=-1.0), is_right))
    counts = confusion(found.labels, data.labels, classes)
    return Answers(request, None, data, image_side(data), found.labels, each, counts, order)


def _nothing(request: AnswersRequest, data: Data) -> Answers:
    code = AnswersProblem.NO_SAMPLES if data.classes else AnswersProblem.NO_CLASSES
    none = np.empty(0, dtype=np.intp)
    no_counts = np.empty((0, 0), dtype=np.intp)
    return Answers(request, code, data, None, none, np.empty((0, 0)), no_counts, none)
