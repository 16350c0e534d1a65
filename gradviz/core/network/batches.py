"""Which samples a step sees: all of them, a few, or one; shuffled anew in every epoch.

A step is one update; an epoch is one pass over the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.network.fitting import FitCode, FitError

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Batches:
    """The samples of each step, from a seed.

    Attributes
    ----------
    count : int
        Samples there are.
    size : int
        Samples of a step; the last step of an epoch may have fewer. All of them: nothing is
        shuffled.
    seed : int
        The order of epoch e comes from ``Generator(PCG64([seed, e]))``.

    Raises
    ------
    FitError
        If there are no samples, or fewer than a batch takes.
    """

    count: int
    size: int
    seed: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.size <= self.count:
            raise FitError(FitCode.BATCH, found=self.size, wanted=self.count)

    @property
    def steps_per_epoch(self) -> int:
        """Steps until every sample has been seen once more."""
        return -(-self.count // self.size)

    def epoch(self, step: int) -> int:
        """Return how many epochs are complete before step `step`."""
        return step // self.steps_per_epoch

    def indices(self, step: int) -> NDArray[np.intp] | slice:
        """Return which samples step `step` sees."""
        if self.size == self.count:
            return slice(None)
        epoch, place = divmod(step, self.steps_per_epoch)
        return _order(self.count, self.seed, epoch)[place * self.size : (place + 1) * self.size]


@lru_cache(maxsize=4)
def _order(count: int, seed: int, epoch: int) -> NDArray[np.intp]:
    generator = np.random.Generator(np.random.PCG64([seed, epoch]))
    order: NDArray[np.intp] = generator.permutation(count)
    order.flags.writeable = False
    return order
