"""A network to train, as the user chose it: the other kind of problem beside a formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.network.batches import Batches
from gradviz.core.network.fitting import check_fit
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.network.problems import PROBLEMS, problem_named
from gradviz.document import validation as check

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data

__all__ = ["KEYS", "MAX_EPOCHS", "MAX_LAYERS", "MAX_UNITS", "MAX_WEIGHTS", "NetworkTask", "task_of"]

MAX_EPOCHS = 100_000
MAX_LAYERS = 20
MAX_UNITS = 2_000
MAX_WEIGHTS = 1_000_000
MAX_KEY_LENGTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTask:
    """What is trained, with which samples, for how long.

    Attributes
    ----------
    problem : str
        The key of a ready problem, which gives the samples.
    sizes : tuple of int
        Inputs, hidden units of each layer, outputs.
    activation : Activation
        What stands between two affine layers.
    loss : Loss
        What is descended.
    has_bias : bool
        Whether affine layers add a bias.
    initialiser : Initialiser
        How first weights are drawn, from the experiment's seed.
    batch : int or None
        Samples of a step; None for all.
    epochs : int
        Passes over the samples.

    Raises
    ------
    ExperimentError
        When a value cannot be: the error names the field.
    ValueError
        When there is no such problem.
    """

    problem: str
    sizes: tuple[int, ...]
    activation: Activation = Activation.RELU
    loss: Loss = Loss.CROSS_ENTROPY
    has_bias: bool = True
    initialiser: Initialiser = Initialiser.HE
    batch: int | None = None
    epochs: int = 100

    def __post_init__(self) -> None:
        check.text("network.problem", self.problem, MAX_KEY_LENGTH)
        problem_named(self.problem)
        check.instance("network.activation", self.activation, Activation, "an activation")
        check.instance("network.loss", self.loss, Loss, "a loss")
        check.instance("network.initialiser", self.initialiser, Initialiser, "an initialiser")
        given = check.items("network.sizes", self.sizes, 2, MAX_LAYERS)
        sizes = tuple(
            check.integer(f"network.sizes.{i}", size, 1, MAX_UNITS) for i, size in enumerate(given)
        )
        object.__setattr__(self, "sizes", sizes)
        epochs = check.integer("network.epochs", self.epochs, 0, MAX_EPOCHS)
        object.__setattr__(self, "epochs", epochs)
        if self.batch is not None:
            batch = check.integer("network.batch", self.batch, 1, MAX_WEIGHTS)
            object.__setattr__(self, "batch", batch)
        check.integer("network.sizes", self.network.size, 1, MAX_WEIGHTS)

    @property
    def network(self) -> Network:
        """The network."""
        return Network(self.sizes, self.activation, self.loss, self.has_bias)

    def samples(self, seed: int) -> tuple[Data, Data]:
        """Return samples to train with and to test with.

        Raises
        ------
        FitError
            When the network's sizes are not those of the data.
        """
        train, test = problem_named(self.problem).samples(seed)
        check_fit(self.network, train)
        return train, test

    def first_weights(self, seed: int) -> NDArray[np.float64]:
        """Return the weights to begin with, shape (w,): the problem's own if it has any."""
        offered = problem_named(self.problem)
        if offered.weights and offered.network.shapes == self.network.shapes:
            return np.array(offered.weights)
        return self.network.first_weights(self.initialiser, seed)

    def batches(self, train: Data, seed: int) -> Batches:
        """Return which samples each step sees.

        Raises
        ------
        FitError
            When a batch is larger than the data.
        """
        return Batches(train.count, self.batch or train.count, seed)


def task_of(key: str) -> NetworkTask:
    """Return a ready problem as it is offered.

    Raises
    ------
    ValueError
        When there is none of this name.
    """
    problem = problem_named(key)
    return NetworkTask(
        problem=problem.key,
        sizes=problem.sizes,
        activation=problem.activation,
        loss=problem.loss,
        has_bias=problem.has_bias,
        initialiser=problem.initialiser,
        batch=problem.batch,
        epochs=problem.epochs,
    )


KEYS = tuple(problem.key for problem in PROBLEMS)
"""Names of the ready problems."""
