"""The update rules of gradient descent.

Every rule treats each coordinate alike, so each is one function of plain arithmetic,
``update(gradient, state, lr) -> (change, state)``, that serves one coordinate as a Python float
and a whole NumPy array of weights alike. The new x is ``x + change``; `lr` is the learning rate of
this very update, where a schedule changes it. An optimizer is a frozen dataclass of
hyperparameters; adding one is adding a class and its line in `OPTIMIZERS`.

Two conventions are in use, and their numbers differ:

========  ==============================================  =====================================
rule      book                                            pytorch
========  ==============================================  =====================================
SGD       x -= lr*g                                       same
Momentum  v = m*v - lr*g; x += v                          b = m*b + g; x -= lr*b
Nesterov  x += m*m*v - (1+m)*lr*g; then v = m*v - lr*g    b = m*b + g; x -= lr*(g + m*b)
AdaGrad   s += g*g; x -= lr*g/(sqrt(s) + 1e-7)            eps 1e-10
RMSProp   s = r*s + (1-r)*g*g; x -= lr*g/(sqrt(s)+1e-7)   eps 1e-8
Adam      x -= lr*sqrt(1-b2**t)/(1-b1**t)                 x -= lr/(1-b1**t)
          * m/(sqrt(v) + 1e-7)                            * m/(sqrt(v)/sqrt(1-b2**t) + 1e-8)
========  ==============================================  =====================================

References
----------
book: K. Saito, *Deep Learning from Scratch*, common/optimizer.py. pytorch: the algorithms stated
in the documentation of torch.optim, with its defaults.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import numpy as np

from gradviz.core.hyperparameters import Convention, checked, hyperparameter, learning_rate
from gradviz.core.settings import built, kind_named, read_settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

# One coordinate, or an array of them.
N = TypeVar("N", float, "NDArray[np.float64]")
State = tuple[Any, ...]

__all__ = [
    "OPTIMIZERS",
    "SGD",
    "AdaGrad",
    "Adam",
    "Convention",
    "Momentum",
    "Nesterov",
    "Optimizer",
    "OptimizerError",
    "RMSProp",
    "optimizer_kind",
    "parse_optimizer",
]


_BOOK = Convention.BOOK  # looked up once: a member of an enum takes longer than the arithmetic


class OptimizerError(ValueError):
    """Text that describes no optimizer; the message is a sentence."""


_BELOW_ONE = math.nextafter(1.0, 0.0)


@dataclass(frozen=True, kw_only=True)
class Optimizer(ABC):
    """An update rule with its hyperparameters.

    Raises
    ------
    ValueError
        If a hyperparameter is no number or out of its bounds, or the convention unknown; the
        text is a sentence.
    """

    key: ClassVar[str]
    label: ClassVar[str]
    state_names: ClassVar[tuple[str, ...]]

    lr: float = learning_rate(0.1)
    convention: Convention = Convention.BOOK

    def __post_init__(self) -> None:
        for name, value in checked(self).items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "convention", _convention(self.convention))

    def init(self) -> State:
        """Return the state before the first step, one entry for each of `state_names`."""
        return (0.0,) * len(self.state_names)

    @abstractmethod
    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:
        """Return the change of x and the next state.

        Parameters
        ----------
        gradient : float or ndarray
            One partial derivative, or an array of them.
        state : tuple
            What `init` or the last `update` returned, for the same coordinates.
        lr : float, optional
            The learning rate of this update, at least 0; without it the optimizer's own.
        """


@dataclass(frozen=True, kw_only=True)
class SGD(Optimizer):
    """Gradient descent: against the gradient, in proportion to it."""

    key = "sgd"
    label = "SGD"
    state_names = ()

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        return -lr * gradient, state


@dataclass(frozen=True, kw_only=True)
class Momentum(Optimizer):
    """A ball that keeps part of its velocity from step to step."""

    key = "momentum"
    label = "Momentum"
    state_names = ("velocity",)

    lr: float = learning_rate(0.1)
    momentum: float = hyperparameter(
        0.9, "Momentum", 0.0, 1.0, "The share of its velocity that the point keeps at each step."
    )

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        (velocity,) = state
        if self.convention is _BOOK:
            velocity = self.momentum * velocity - lr * gradient
            return velocity, (velocity,)
        velocity = self.momentum * velocity + gradient
        return -lr * velocity, (velocity,)


@dataclass(frozen=True, kw_only=True)
class Nesterov(Momentum):
    """Momentum that looks ahead: the gradient counts where the velocity is about to lead."""

    key = "nesterov"
    label = "Nesterov"

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        (velocity,) = state
        m = self.momentum
        if self.convention is _BOOK:
            change = m * m * velocity - (1 + m) * lr * gradient
            return change, (m * velocity - lr * gradient,)
        velocity = m * velocity + gradient
        return -lr * (gradient + m * velocity), (velocity,)


@dataclass(frozen=True, kw_only=True)
class AdaGrad(Optimizer):
    """Each coordinate slows down with the sum of its squared gradients."""

    key = "adagrad"
    label = "AdaGrad"
    state_names = ("squares",)

    lr: float = learning_rate(1.5)

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        squares = state[0] + gradient * gradient
        eps = 1e-7 if self.convention is _BOOK else 1e-10
        return -lr * gradient / (_sqrt(squares) + eps), (squares,)


@dataclass(frozen=True, kw_only=True)
class RMSProp(Optimizer):
    """AdaGrad that forgets: each coordinate is scaled by its recent squared gradients."""

    key = "rmsprop"
    label = "RMSProp"
    state_names = ("squares",)

    lr: float = learning_rate(0.1)
    decay: float = hyperparameter(
        0.99, "Decay", 0.0, 1.0, "The share of the mean squared gradient kept at each step."
    )

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        squares = self.decay * state[0] + (1 - self.decay) * gradient * gradient
        eps = 1e-7 if self.convention is _BOOK else 1e-8
        return -lr * gradient / (_sqrt(squares) + eps), (squares,)


@dataclass(frozen=True, kw_only=True)
class Adam(Optimizer):
    """Momentum scaled coordinate by coordinate, corrected for starting from zero."""

    key = "adam"
    label = "Adam"
    state_names = ("mean", "squares", "step")

    lr: float = learning_rate(0.3)
    beta1: float = hyperparameter(
        0.9, "beta1", 0.0, _BELOW_ONE, "The share of the mean gradient kept at each step."
    )
    beta2: float = hyperparameter(
        0.999, "beta2", 0.0, _BELOW_ONE, "The share of the mean squared gradient kept at each step."
    )

    def update(self, gradient: N, state: State, lr: float | None = None) -> tuple[N, State]:  # noqa: D102 - inherited
        lr = self.lr if lr is None else lr
        mean, squares, step = state
        step += 1
        mean = mean + (1 - self.beta1) * (gradient - mean)
        root = sqrt(1 - self.beta2**step)
        if self.convention is _BOOK:
            squares = squares + (1 - self.beta2) * (gradient * gradient - squares)
            rate = lr * root / (1 - self.beta1**step)
            change = -rate * mean / (_sqrt(squares) + 1e-7)
        else:
            squares = self.beta2 * squares + (1 - self.beta2) * gradient * gradient
            rate = lr / (1 - self.beta1**step)
            change = -rate * mean / (_sqrt(squares) / root + 1e-8)
        return change, (mean, squares, step)


OPTIMIZERS: dict[str, type[Optimizer]] = {
    cls.key: cls for cls in (SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam)
}


def parse_optimizer(text: str) -> Optimizer:
    """Return the optimizer that `text` describes, such as ``adam:lr=0.3,convention=book``.

    Hyperparameters that are not named keep their defaults; without any, the key alone is enough.

    Raises
    ------
    OptimizerError
        If there is no such optimizer or hyperparameter, or a value is wrong; the text is a
        sentence.
    """
    key, colon, rest = text.partition(":")
    kind = optimizer_kind(key)
    try:
        return built(kind, kind.label, read_settings(rest) if colon else {})
    except ValueError as error:
        raise OptimizerError(str(error)) from None


def optimizer_kind(key: str) -> type[Optimizer]:
    """Return the kind of optimizer called `key`, or raise `OptimizerError`."""
    try:
        return kind_named(key, OPTIMIZERS, "optimizer")
    except ValueError as error:
        raise OptimizerError(str(error)) from None


def _convention(name: str) -> Convention:
    try:
        return Convention(name)
    except ValueError:
        known = " or ".join(Convention)
        raise ValueError(f"convention must be {known}, not {name!r}.") from None


def _sqrt(value: N) -> N:
    # math.sqrt and np.sqrt are both correctly rounded; on a float the former is 10 times faster.
    return sqrt(value) if type(value) is float else np.sqrt(value)
