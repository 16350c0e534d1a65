"""How good a network's answers are: predictions, accuracy, which classes are taken for which.

Shapes: `b` samples, `m` classes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network.losses import LOSSES, Loss, softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network

NO_CLASS: Final = -1
"""The prediction where scores are no numbers."""


@dataclass(frozen=True, eq=False)
class Predictions:
    """What a network takes samples for.

    Attributes
    ----------
    labels : ndarray, shape (b,)
        The most probable class of each sample, `NO_CLASS` where scores are not finite.
    probabilities : ndarray, shape (b,)
        How probable the network holds that class to be, 0 to 1; nan where there is none.
    """

    labels: NDArray[np.intp]
    probabilities: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Quality:
    """How good answers are over some samples.

    Attributes
    ----------
    loss : float
        The loss; nan without samples.
    accuracy : float
        The share of samples whose class is right, 0 to 1; nan without samples or classes.
    """

    loss: float
    accuracy: float


def probabilities(scores: NDArray[np.float64], loss: Loss) -> NDArray[np.float64]:
    """Return how probable each class is, shape (b, m).

    By the softmax where the loss is a cross entropy. Scores that were fitted to one-hot targets by
    squares are probabilities themselves, as well as they can be: they are cut off at 0 and 1.
    """
    with np.errstate(invalid="ignore"):
        return np.clip(scores, 0.0, 1.0) if loss is Loss.SQUARED else softmax(scores)


def predictions(scores: NDArray[np.float64], loss: Loss) -> Predictions:
    """Return the most probable class of samples with these scores, shape (b, m)."""
    each = probabilities(scores, loss)
    # by the scores: several probabilities may be rounded, or cut off, to 1
    labels = scores.argmax(axis=1)
    chosen = np.take_along_axis(each, labels[:, None], axis=1)[:, 0]
    unknown = ~np.isfinite(scores).all(axis=1)
    return Predictions(np.where(unknown, NO_CLASS, labels), np.where(unknown, np.nan, chosen))


def accuracy(predicted: NDArray[np.intp], labels: NDArray[np.intp]) -> float:
    """Return the share of samples, shape (b,), whose class is right; nan without samples."""
    return float(np.mean(predicted == labels)) if len(labels) else math.nan


def confusion(
    predicted: NDArray[np.intp], labels: NDArray[np.intp], classes: int
) -> NDArray[np.intp]:
    """Return how many samples of each class, by row, are taken for each class, by column.

    Returns
    -------
    ndarray, shape (m, m)
        Samples predicted as `NO_CLASS` are left out.
    """
    known = predicted != NO_CLASS
    pairs = labels[known] * classes + predicted[known]
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def quality(network: Network, weights: NDArray[np.float64], data: Data) -> Quality:
    """Return loss and accuracy over all of `data`, from one forward pass."""
    if not data.count:
        return Quality(math.nan, math.nan)
    with np.errstate(all="ignore"):
        scores = network.scores(weights, data.inputs)
        loss = float(LOSSES[network.loss].value(scores, data.targets))
        predicted = predictions(scores, network.loss).labels
    return Quality(loss, accuracy(predicted, data.labels) if data.classes else math.nan)
