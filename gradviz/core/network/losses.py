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

    def with_slope(self, scores: Values, targets: Values) -> tuple[float, Values]:
        """Return the loss and its derivative by the scores, shape (b, m)."""


def softmax(scores: Values) -> Values:
    """Return the probabilities of scores, shape (b, m), by row; large scores do not overflow."""
    made: Values = np.exp(scores - _highest(scores))
    made /= _sums(made)
    return made


# NumPy reduces short rows slowly: it is quicker along columns, and a product with ones is a sum.


def _highest(scores: Values) -> Values:
    real = scores.real if np.iscomplexobj(scores) else scores
    return np.asarray(np.maximum.reduce(real.T.copy(), axis=0)[:, None])


def _sums(rows: Values) -> Values:
    return np.asarray((rows @ np.ones(rows.shape[1]))[:, None])


def _inner(a: Values, b: Values) -> Any:  # noqa: ANN401 - as LossFunction
    # not np.vdot, which conjugates
    return np.dot(a.ravel(), b.ravel())


class CrossEntropy:
    """``-sum(t * log(softmax(s))) / b`` from the scores themselves, so that nothing is rounded off.

    ``log(softmax(s)) = s - max - log(sum(exp(s - max)))``.
    """

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        shifted = scores - _highest(scores)
        return _entropy(shifted, _sums(np.exp(shifted)), targets, _sums(targets))

    def with_slope(self, scores: Values, targets: Values) -> tuple[float, Values]:  # noqa: D102 - as LossFunction
        shifted = scores - _highest(scores)
        made = np.exp(shifted)
        totals, given = _sums(made), _sums(targets)
        value = float(_entropy(shifted, totals, targets, given))
        made *= given / totals
        made -= targets
        made *= 1.0 / len(scores)
        return value, made


def _entropy(shifted: Values, totals: Values, targets: Values, given: Values) -> Any:  # noqa: ANN401 - as LossFunction
    return (_inner(given, np.log(totals)) - _inner(targets, shifted)) / len(shifted)


class BookCrossEntropy:
    """``-sum(t * log(softmax(s) + 1e-7)) / b``, and the exact slope of that."""

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        return _book_entropy(softmax(scores), targets)

    def with_slope(self, scores: Values, targets: Values) -> tuple[float, Values]:  # noqa: D102 - as LossFunction
        y = softmax(scores)
        pull = targets * y / (y + BOOK_EPSILON)
        made: Values = (y * _sums(pull) - pull) / len(scores)
        return float(_book_entropy(y, targets)), made


def _book_entropy(probabilities: Values, targets: Values) -> Any:  # noqa: ANN401 - as LossFunction
    return -_inner(targets, np.log(probabilities + BOOK_EPSILON)) / len(targets)


class SquaredError:
    """``mean((s - t)**2)`` over samples and scores."""

    def value(self, scores: Values, targets: Values) -> Any:  # noqa: D102, ANN401 - as LossFunction
        return _mean_square(scores - targets)

    def with_slope(self, scores: Values, targets: Values) -> tuple[float, Values]:  # noqa: D102 - as LossFunction
        away = scores - targets
        return float(_mean_square(away)), away * (2.0 / scores.size)


def _mean_square(away: Values) -> Any:  # noqa: ANN401 - as LossFunction
    return _inner(away, away) / away.size


LOSSES: dict[Loss, LossFunction] = {
    Loss.CROSS_ENTROPY: CrossEntropy(),
    Loss.BOOK_CROSS_ENTROPY: BookCrossEntropy(),
    Loss.SQUARED: SquaredError(),
}
"""The function of each loss."""
