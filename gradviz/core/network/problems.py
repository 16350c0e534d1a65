"""Problems ready to open: a network, samples, and settings with which it learns them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.network import datasets, samples
from gradviz.core.network.data import Data, split, standardised
from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.optimizers import SGD, Adam, Optimizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A network with samples to learn.

    Attributes
    ----------
    key : str
        Name for programs.
    name : str
        Name for people, English.
    make : callable
        Returns all samples; those that are made up take ``count``, ``noise`` and ``seed``.
    sizes : tuple of int
        Inputs, hidden units of each layer, outputs.
    activation : Activation
        What stands between two affine layers.
    loss : Loss
        What is descended.
    has_bias : bool
        Whether affine layers add a bias.
    initialiser : Initialiser
        How first weights are drawn.
    weights : tuple of float
        First weights that are given, row by row; none if they are drawn.
    batch : int or None
        Samples of a step; None for all of them.
    optimizer : Optimizer
        An update rule with a learning rate at which it learns.
    epochs : int
        Passes over the samples that are enough to see it learn.
    test_share : float
        The part of the samples to test with.
    is_standardised : bool
        Whether inputs are brought to mean 0 and deviation 1.
    noise : float or None
        How much samples that are made up scatter; None where they are given.
    count : int or None
        How many are made up; None where they are given.
    note : str
        What there is to see, one English sentence.
    source : str
        Who it is from.
    """

    key: str
    name: str
    make: Callable[..., Data]
    sizes: tuple[int, ...]
    activation: Activation = Activation.RELU
    loss: Loss = Loss.CROSS_ENTROPY
    has_bias: bool = True
    initialiser: Initialiser = Initialiser.HE
    weights: tuple[float, ...] = ()
    batch: int | None = None
    optimizer: Optimizer
    epochs: int
    test_share: float = 0.25
    is_standardised: bool = False
    noise: float | None = None
    count: int | None = None
    note: str
    source: str = ""

    @property
    def is_made_up(self) -> bool:
        """Whether samples are drawn from a seed, so that there can be more, or less noise."""
        return self.count is not None

    @property
    def network(self) -> Network:
        """The network as it is offered."""
        return Network(self.sizes, self.activation, self.loss, self.has_bias)

    def first_weights(self, seed: int) -> NDArray[np.float64]:
        """Return the weights to begin with, shape (w,)."""
        if self.weights:
            return np.array(self.weights)
        return self.network.first_weights(self.initialiser, seed)

    def samples(
        self,
        seed: int,
        *,
        noise: float | None = None,
        count: int | None = None,
        test_share: float | None = None,
        is_standardised: bool | None = None,
    ) -> tuple[Data, Data]:
        """Return samples to train with and to test with; what is None is the problem's own.

        Parameters
        ----------
        seed : int
            Of samples that are made up, and of what is kept back.
        noise : float, optional
            How much made-up samples scatter; nothing to those that are given.
        count : int, optional
            How many are made up; nothing to those that are given.
        test_share : float, optional
            The part to test with.
        is_standardised : bool, optional
            Whether inputs are brought to mean 0 and deviation 1.

        Raises
        ------
        FileNotFoundError
            When the installation is not complete.
        """
        made = self._made(seed, noise, count) if self.is_made_up else self.make()
        share = self.test_share if test_share is None else test_share
        train, test = split(made, share, seed)
        if self.is_standardised if is_standardised is None else is_standardised:
            train, test = standardised(train, test)
        return train, test

    def _made(self, seed: int, noise: float | None, count: int | None) -> Data:
        return self.make(
            count=self.count if count is None else count,
            noise=self.noise if noise is None else noise,
            seed=seed,
        )


SAITO: Final = "K. Saito, Deep Learning from Scratch, O'Reilly 2016"
_FISHER: Final = "R. A. Fisher, Annals of Eugenics 7 (1936) 179-188"
_DIGITS: Final = "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI 1998"

PROBLEMS: Final = (
    Problem(
        key="simplenet",
        name="simpleNet",
        make=samples.simple_net,
        sizes=(2, 3),
        has_bias=False,
        weights=(0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093),
        optimizer=SGD(lr=0.1),
        epochs=100,
        test_share=0.0,
        note="One sample and six weights: every number of a step fits on the page.",
        source=f"{SAITO}, section 4.4.2",
    ),
    Problem(
        key="linear",
        name="Linear regression",
        make=samples.line,
        sizes=(1, 1),
        loss=Loss.SQUARED,
        optimizer=SGD(lr=0.1),
        epochs=60,
        noise=0.2,
        count=60,
        note="A slope and an intercept: the loss is a bowl that can be drawn.",
    ),
    Problem(
        key="logistic",
        name="Logistic regression",
        make=samples.blobs,
        sizes=(2, 2),
        optimizer=SGD(lr=0.5),
        epochs=100,
        noise=0.9,
        count=120,
        note="Two clouds that a straight line parts, but for a few.",
    ),
    Problem(
        key="xor",
        name="Exclusive or",
        make=samples.xor,
        sizes=(2, 4, 2),
        activation=Activation.TANH,
        initialiser=Initialiser.XAVIER,
        optimizer=Adam(lr=0.05),
        epochs=200,
        test_share=0.0,
        note="Four points that no straight line parts: it takes a hidden layer.",
        source="M. Minsky and S. Papert, Perceptrons, MIT Press 1969",
    ),
    Problem(
        key="moons",
        name="Two moons",
        make=samples.moons,
        sizes=(2, 16, 2),
        batch=32,
        optimizer=Adam(lr=0.02),
        epochs=100,
        noise=0.12,
        count=200,
        note="Two half circles that reach into one another.",
    ),
    Problem(
        key="circles",
        name="Two circles",
        make=samples.circles,
        sizes=(2, 8, 2),
        activation=Activation.TANH,
        initialiser=Initialiser.XAVIER,
        batch=32,
        optimizer=Adam(lr=0.02),
        epochs=100,
        noise=0.08,
        count=200,
        note="A ring around another: the boundary has to close.",
    ),
    Problem(
        key="spiral",
        name="Spiral",
        make=samples.spiral,
        sizes=(2, 16, 16, 3),
        batch=32,
        optimizer=Adam(lr=0.01),
        epochs=200,
        noise=0.2,
        count=300,
        note="Three arms that wind around one another.",
        source="CS231n, Stanford; K. Saito, Deep Learning from Scratch 2, section 1.4",
    ),
    Problem(
        key="iris",
        name="Iris",
        make=datasets.iris,
        sizes=(4, 8, 3),
        batch=20,
        optimizer=Adam(lr=0.01),
        epochs=60,
        test_share=0.2,
        is_standardised=True,
        note="Four lengths of a flower tell its species; two of the three overlap.",
        source=_FISHER,
    ),
    Problem(
        key="digits",
        name="Digits",
        make=datasets.digits,
        sizes=(64, 50, 10),
        batch=100,
        optimizer=Adam(lr=0.005),
        epochs=30,
        test_share=0.2,
        note="Hand-written digits of 8 x 8 pixels.",
        source=_DIGITS,
    ),
)
"""Every problem, in the order they are offered."""

_BY_KEY: Final = {problem.key: problem for problem in PROBLEMS}


def problem_named(key: str) -> Problem:
    """Return the problem with this key.

    Raises
    ------
    ValueError
        If there is none; the text is a sentence.
    """
    if key not in _BY_KEY:
        raise ValueError(f"There is no network {key!r}. There are {', '.join(_BY_KEY)}.")
    return _BY_KEY[key]
