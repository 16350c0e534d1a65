"""How much a landscape is worked out of: samples, steps and points, fewer of a large network."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.document.results import Training

MOST_SAMPLES: Final = 500
"""Samples whose loss is the landscape; of more, as many that are spread evenly over them."""
COARSE: Final = 25
"""Points along each side of what is shown first."""
FINE: Final = 61
"""And of what is shown then, if that does not take too long."""
MOST_STEPS: Final = 600
"""Steps of the selected run at which the losses are compared; of more, evenly spread ones."""
FEWEST_STEPS: Final = 50
WORK: Final = 5e10
"""Multiplications that may be spent on a fine field: some seconds."""


def sampled(data: Data) -> Data:
    """Return the samples whose loss is the landscape: all, or `MOST_SAMPLES` evenly spread."""
    if data.count <= MOST_SAMPLES:
        return data
    return data.taken(spread(data.count, MOST_SAMPLES))


def spread(count: int, most: int) -> NDArray[np.intp]:
    """Return all places of `count`, or `most` of them from the first to the last."""
    places: NDArray[np.intp] = np.linspace(0, count - 1, min(count, most)).round().astype(np.intp)
    return places


def most_steps(training: Training) -> int:
    """Return at how many steps the losses are compared: of a large network at fewer."""
    most = WORK / 4.0 / _work(training)
    return int(min(max(most, FEWEST_STEPS), MOST_STEPS))


def side(training: Training, *, is_fine: bool) -> int:
    """Return how many points there are along each side."""
    if not is_fine:
        return COARSE
    return int(min(max(sqrt(WORK / _work(training)), COARSE), FINE))


def _work(training: Training) -> int:
    """Return about how many multiplications a loss takes."""
    return min(training.train.count, MOST_SAMPLES) * training.task.network.size
