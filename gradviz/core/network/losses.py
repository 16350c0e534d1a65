"""Losses: how far scores are from targets, on average over the samples, and the slope of that.

Shapes: `b` samples, `m` scores of each.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Values: TypeAlias = "NDArray[Any]"

BOOK_EPSILON: Final = 1e-7
"""What K. Saito, *Deep Learning from Scratch*, adds inside the logarithm."""


class Loss(StrEnum):
    """Which loss."""

    CROSS_ENTROPY = "cross-entropy"
    """Of the softmax of the scores; targets are one-hot or probabilities."""
    BOOK_CROSS_ENTROPY = "book-cross-entropy"
    """The same with 1e-7 inside the logarithm, as the book prints it."""
    SQUARED = "mean-squared-error"
    """The mean of the squared differences over samples and scores."""


class LossFunction(Protocol):
    """A loss and its slope."""

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: ANN401 (float or complex)
        """Return the loss of scores, shape (b, m), complex ones too."""

    def slope(self, scores: Values, targets: Values) -> Values:
        """Return the derivative of the loss by the scores, shape (b, m)."""


def softmax(scores: Values) -> Values:
    """Return the probabilities of scores, shape (b, m), by row; large scores do not overflow."""
    made: Values = np.exp(scores - _highest(scores))
    made /= made.sum(axis=1, keepdims=True)
    return made


def _highest(scores: Values) -> Values:
    real = scores.real if np.iscomplexobj(scores) else scores
    return np.asarray(np.maximum.reduce(real, axis=1, keepdims=True))


class CrossEntropy:
    """``-sum(t * log(softmax(s))) / b`` from the scores themselves, so that nothing is rounded off.

    ``log(softmax(s)) = s - max - log(sum(exp(s - max)))``.
    """

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        shifted = scores - _highest(scores)
        total = np.log(np.add.reduce(np.exp(shifted), axis=1))
        given = np.add.reduce(targets, axis=1)
        picked = np.einsum("ij,ij->", shifted, targets)
        return (np.dot(given, total) - picked) / len(scores)

    def slope(self, scores: Values, targets: Values) -> Values:  # noqa: D102 - as LossFunction
        made = softmax(scores)
        made *= np.add.reduce(targets, axis=1)[:, None]
        made -= targets
        made /= len(scores)
        return made


class BookCrossEntropy:
    """``-sum(t * log(softmax(s) + 1e-7)) / b``, and the exact slope of that."""

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        return -np.einsum("ij,ij->", targets, np.log(softmax(scores) + BOOK_EPSILON)) / len(scores)

    def slope(self, scores: Values, targets: Values) -> Values:  # noqa: D102 - as LossFunction
        y = softmax(scores)
        pull = targets * y / (y + BOOK_EPSILON)
        made: Values = (y * pull.sum(axis=1, keepdims=True) - pull) / len(scores)
        return made


class SquaredError:
    """``mean((s - t)**2)`` over samples and scores."""

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        away = scores - targets
        return np.einsum("ij,ij->", away, away) / away.size

    def slope(self, scores: Values, targets: Values) -> Values:  # noqa: D102 - as LossFunction
        made: Values = (scores - targets) * (2.0 / scores.size)
        return made


LOSSES: dict[Loss, LossFunction] = {
    Loss.CROSS_ENTROPY: CrossEntropy(),
    Loss.BOOK_CROSS_ENTROPY: BookCrossEntropy(),
    Loss.SQUARED: SquaredError(),
}
"""The function of each loss."""
