"""Samples to learn from: inputs with the class or the number that belongs to each.

Shapes: `b` samples, `n` inputs, `m` classes or target numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Data:
    """Samples of a problem.

    Attributes
    ----------
    inputs : ndarray, shape (b, n)
        What the network is shown.
    targets : ndarray, shape (b, m)
        What it should answer: one-hot for classes, else numbers.
    inputs_named : tuple of str, shape (n,)
        What each input is called.
    classes : tuple of str, shape (m,)
        What each class is called; empty where targets are numbers.
    """

    inputs: NDArray[np.float64]
    targets: NDArray[np.float64]
    inputs_named: tuple[str, ...]
    classes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.inputs)

    @property
    def labels(self) -> NDArray[np.intp]:
        """The class of each sample, shape (b,)."""
        found: NDArray[np.intp] = self.targets.argmax(axis=1)
        return found

    def taken(self, chosen: NDArray[np.intp]) -> Data:
        """Return some of the samples."""
        return replace(self, inputs=self.inputs[chosen], targets=self.targets[chosen])


def classified(
    inputs: NDArray[np.float64],
    labels: NDArray[np.intp],
    inputs_named: tuple[str, ...],
    classes: tuple[str, ...],
) -> Data:
    """Return samples with one class each, shape (b,), as one-hot targets."""
    return Data(inputs, np.eye(len(classes))[labels], inputs_named, classes)


def split(data: Data, test_share: float, seed: int) -> tuple[Data, Data]:
    """Return samples to train with and samples to test with, each class in about the same share.

    Parameters
    ----------
    data : Data
        All samples.
    test_share : float
        The part to test with, 0 to below 1. At least one sample of each class stays to train
        with; without classes at least one sample.
    seed : int
        They are drawn from ``Generator(PCG64(seed))``.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    groups = data.labels if data.classes else np.zeros(data.count, dtype=np.intp)
    test: list[int] = []
    for group in np.unique(groups):
        members = generator.permutation(np.flatnonzero(groups == group))
        wanted = min(round(test_share * len(members)), len(members) - 1)
        test += members[:wanted].tolist()
    is_test = np.zeros(data.count, dtype=bool)
    is_test[test] = True
    return data.taken(np.flatnonzero(~is_test)), data.taken(np.flatnonzero(is_test))


def standardised(train: Data, *others: Data) -> tuple[Data, ...]:
    """Return all with inputs of mean 0 and deviation 1, as the first of them has them.

    An input that never changes becomes 0.
    """
    largest = np.abs(train.inputs).max(axis=0)
    unit = np.where(largest > 0.0, largest, 1.0)  # of numbers whose squares no float reaches
    made = [data.inputs / unit for data in (train, *others)]
    mean, deviation = made[0].mean(axis=0), made[0].std(axis=0)
    scale = np.where(deviation > 0.0, deviation, 1.0)
    return tuple(
        replace(data, inputs=(inputs - mean) / scale)
        for data, inputs in zip((train, *others), made, strict=True)
    )
