"""A network at one step of one run: what every picture of a network begins with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from gradviz.document.experiment import Experiment, Run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network
    from gradviz.document.network_task import NetworkTask
    from gradviz.document.results import Training


@dataclass(frozen=True, slots=True)
class Moment:
    """A network at one step of one run.

    Two of them are equal when their weights are sure to be.

    Attributes
    ----------
    experiment : Experiment
        With the one run alone, as far as its steps depend on it.
    step : int
        Updates made.
    weights : ndarray, shape (w,)
        The weights there.
    gradient : ndarray, shape (w,)
        The gradient there, as the descent took it.
    loss : float
        The loss of the batch there.
    """

    experiment: Experiment
    step: int
    weights: NDArray[np.float64] = field(compare=False, repr=False)
    gradient: NDArray[np.float64] = field(compare=False, repr=False)
    loss: float = field(compare=False, repr=False)

    @property
    def task(self) -> NetworkTask:
        """What is trained."""
        task = self.experiment.network
        assert task is not None  # noqa: S101 - it comes from a training
        return task

    @property
    def network(self) -> Network:
        """The network."""
        return self.task.network

    @property
    def seed(self) -> int:
        """The seed of samples, first weights and batches."""
        return self.experiment.seed

    @property
    def train(self) -> Data:
        """The samples to train with."""
        return self.task.samples(self.seed)[0]

    @property
    def test(self) -> Data:
        """The samples to test with."""
        return self.task.samples(self.seed)[1]

    @property
    def epoch(self) -> float:
        """Passes over the samples made, in parts too."""
        return self.step / self.task.batches(self.train, self.seed).steps_per_epoch

    def batch(self) -> Data:
        """Return the samples whose loss was recorded at this step."""
        chosen = self.task.batches(self.train, self.seed).indices(self.step)
        return self.train if isinstance(chosen, slice) else self.train.taken(chosen)


def moment_of(training: Training, index: int, step: int) -> Moment:
    """Return the network of run `index` after `step` updates, or after its last."""
    result = training.runs[index]
    path, run = result.trajectory, result.run
    at = max(0, min(step, path.steps))
    alone = Run(
        optimizer=run.optimizer, schedule=run.schedule, clip=run.clip, lr_changes=run.lr_changes
    )
    return Moment(
        replace(training.experiment, runs=(alone,)),
        at,
        path.x[at],
        path.gradient[at],
        float(path.value[at]),
    )
