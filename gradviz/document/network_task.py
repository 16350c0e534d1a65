"""A network to train, as the user chose it: the other kind of problem beside a formula."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.network.batches import Batches
from gradviz.core.network.data import split, standardised
from gradviz.core.network.fitting import check_fit
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.network.problems import PROBLEMS, problem_named
from gradviz.core.network.table import read_table
from gradviz.document import validation as check

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data

__all__ = [
    "KEYS",
    "MAX_EPOCHS",
    "MAX_LAYERS",
    "MAX_NOISE",
    "MAX_TABLE",
    "MAX_TEST_SHARE",
    "MAX_UNITS",
    "MAX_WEIGHTS",
    "OWN",
    "SAMPLE_COUNTS",
    "NetworkTask",
    "OwnTable",
    "own_data",
    "task_of",
]

MAX_EPOCHS = 100_000
MAX_LAYERS = 20
MAX_UNITS = 2_000
MAX_WEIGHTS = 1_000_000
MAX_KEY_LENGTH = 100
MAX_TEST_SHARE = 0.9
MAX_NOISE = 10.0
MAX_TABLE = 5_000_000
"""Characters of a table of one's own."""
SAMPLE_COUNTS = (6, 100_000)
"""The fewest and the most samples that can be made up."""
OWN = "own"
"""The problem whose samples come from a table of one's own."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table of samples of one's own, as it was read from a file.

    Attributes
    ----------
    name : str
        What it is called, such as the file it was in.
    text : str
        Comma-separated values, as `gradviz.core.network.table` reads them.
    """

    name: str
    text: str

    def __post_init__(self) -> None:
        check.text("network.table.name", self.name, MAX_KEY_LENGTH)
        check.text("network.table.text", self.text, MAX_TABLE)


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
    weights : tuple of float or None, shape (w,)
        First weights that were given by hand, row by row; None for those of the problem, or drawn.
    batch : int or None
        Samples of a step; None for all.
    epochs : int
        Passes over the samples.
    test_share : float
        The part of the samples that is kept back to test with, 0 to 0.9.
    is_standardised : bool
        Whether inputs are brought to mean 0 and deviation 1.
    noise : float or None
        How much made-up samples scatter; None for as much as the problem has.
    count : int or None
        How many samples are made up; None for as many as the problem has.
    table : OwnTable or None
        Data of one's own: those of the problem `OWN`.

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
    weights: tuple[float, ...] | None = None
    batch: int | None = None
    epochs: int = 100
    test_share: float = 0.25
    is_standardised: bool = False
    noise: float | None = None
    count: int | None = None
    table: OwnTable | None = None

    def __post_init__(self) -> None:
        check.text("network.problem", self.problem, MAX_KEY_LENGTH)
        if self.problem == OWN:
            check.instance("network.table", self.table, OwnTable, "a table")
        else:
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
        self._check_samples()
        if self.weights is not None:
            count = self.network.size
            given_weights = check.numbers("network.weights", self.weights, count, count)
            object.__setattr__(self, "weights", given_weights)

    def _check_samples(self) -> None:
        share = check.number("network.test_share", self.test_share, 0.0, MAX_TEST_SHARE)
        object.__setattr__(self, "test_share", share)
        check.instance("network.is_standardised", self.is_standardised, bool, "true or false")
        if self.noise is not None:
            noise = check.number("network.noise", self.noise, 0.0, MAX_NOISE)
            object.__setattr__(self, "noise", noise)
        if self.count is not None:
            count = check.integer("network.count", self.count, *SAMPLE_COUNTS)
            object.__setattr__(self, "count", count)

    @property
    def network(self) -> Network:
        """The network."""
        return _network(self.sizes, self.activation, self.loss, self.has_bias)

    def samples(self, seed: int) -> tuple[Data, Data]:
        """Return samples to train with and to test with.

        Raises
        ------
        FitError
            When the network's sizes are not those of the data.
        DataError
            When the data of one's own cannot be read.
        """
        train, test = _samples(
            self.table if self.problem == OWN else self.problem,
            seed,
            self.noise,
            self.count,
            self.test_share,
            self.is_standardised,
        )
        check_fit(self.network, train)
        return train, test

    def first_weights(self, seed: int) -> NDArray[np.float64]:
        """Return the weights to begin with, shape (w,): those given, the problem's, or drawn."""
        if self.weights is not None:
            return np.array(self.weights)
        offered = None if self.problem == OWN else problem_named(self.problem)
        if (
            offered is not None
            and offered.weights
            and offered.network.shapes == self.network.shapes
        ):
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
        test_share=problem.test_share,
        is_standardised=problem.is_standardised,
    )


@lru_cache(maxsize=4)
def own_data(table: OwnTable) -> Data:
    """Return all samples of a table, read once.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    return read_table(table.text)


@lru_cache(maxsize=8)
def _network(sizes: tuple[int, ...], activation: Activation, loss: Loss, has_bias: bool) -> Network:
    """Make a network once: where its weights lie is found out once, too."""
    return Network(sizes, activation, loss, has_bias)


@lru_cache(maxsize=8)
def _samples(
    source: str | OwnTable | None,
    seed: int,
    noise: float | None,
    count: int | None,
    test_share: float,
    is_standardised: bool,
) -> tuple[Data, Data]:
    """Make or read samples once, however often views ask for them."""
    if isinstance(source, OwnTable):
        train, test = split(own_data(source), test_share, seed)
        if is_standardised:
            train, test = standardised(train, test)
        return train, test
    return problem_named(str(source)).samples(
        seed, noise=noise, count=count, test_share=test_share, is_standardised=is_standardised
    )


KEYS = tuple(problem.key for problem in PROBLEMS)
"""Names of the ready problems."""
