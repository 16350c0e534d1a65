"""Learning rates that change from step to step.

A schedule says by what the optimizer's learning rate is multiplied at each update. With `k` the
number of updates made, so that the first is at k = 0, and j = k - warmup:

===========  =======================================================================
schedule     factor
===========  =======================================================================
Constant     1
Step         gamma ** (j // every)
Exponential  gamma ** j
Cosine       floor + (1 - floor) * (1 + cos(pi * j / (over - warmup))) / 2, then floor
1/t          1 / (1 + rate * j)
Warm-up      1
===========  =======================================================================

All but the constant one may begin with a warm-up: the first `warmup` factors are
(k + 1) / warmup, then the formulas above begin, at j = 0.

References
----------
Step, Exponential, Cosine: StepLR, ExponentialLR and CosineAnnealingLR of the documentation of
torch.optim.lr_scheduler, the last up to its first minimum; the cosine is that of I. Loshchilov and
F. Hutter, *SGDR: Stochastic Gradient Descent with Warm Restarts*, 2017, equation 5, without
restarts. 1/t: L. Bottou, *Stochastic Gradient Descent Tricks*, 2012, section 5.2. Warm-up: the
gradual warm-up of P. Goyal et al., *Accurate, Large Minibatch SGD*, 2017, section 2.2, written
min(1, (k + 1) / warmup) as in J. Ma and D. Yarats, *On the Adequacy of Untuned Warmup for Adaptive
Optimization*, 2021.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import repeat
from math import cos, pi
from typing import TYPE_CHECKING, Any, ClassVar

from gradviz.core.hyperparameters import checked, count_of_steps, hyperparameter
from gradviz.core.settings import built, kind_named, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

__all__ = [
    "CONSTANT",
    "SCHEDULES",
    "Constant",
    "Cosine",
    "Exponential",
    "InverseTime",
    "Schedule",
    "ScheduleError",
    "StepDecay",
    "WarmUp",
    "parse_schedule",
    "schedule_kind",
]


class ScheduleError(ValueError):
    """Text that describes no schedule; the message is a sentence."""


@dataclass(frozen=True, kw_only=True)
class Schedule(ABC):
    """A course of the learning rate, with its hyperparameters.

    Raises
    ------
    ValueError
        If a hyperparameter is no number or out of its bounds; the text is a sentence.
    """

    key: ClassVar[str]
    label: ClassVar[str]

    def __post_init__(self) -> None:
        for name, value in checked(self).items():
            object.__setattr__(self, name, value)

    @classmethod
    def suited(cls, steps: int) -> Self:  # noqa: ARG003 - for those that count steps
        """Return the schedule of this kind to begin with for a run of `steps`."""
        return cls()

    @abstractmethod
    def factor(self, k: int) -> float:
        """Return by what the learning rate is multiplied, 0 to 1, in the update from k to k + 1.

        Parameters
        ----------
        k : int
            How many updates were made before, at least 0.
        """

    def rates(self, lr: float, updates: range) -> Iterator[float]:
        """Return the learning rates of `updates`, where `lr` is that of the optimizer.

        Number k is the update from k to k + 1.
        """
        return (lr * self.factor(k) for k in updates)


@dataclass(frozen=True, kw_only=True)
class Constant(Schedule):
    """The learning rate stays as it is."""

    key = "constant"
    label = "Constant"

    def factor(self, k: int) -> float:  # noqa: ARG002, D102 - inherited
        return 1.0

    def rates(self, lr: float, updates: range) -> Iterator[float]:  # noqa: D102 - inherited
        return repeat(lr, len(updates))


class _Warmed(Schedule):
    """What begins with a warm-up. No dataclass: `warmup` is a field of each, after its others."""

    warmup: int

    def factor(self, k: int) -> float:
        if k < self.warmup:
            return (k + 1) / self.warmup
        return self._after(k - self.warmup)

    @abstractmethod
    def _after(self, j: int) -> float:
        """Return the factor `j` updates after the warm-up."""


def _warmup() -> Any:  # noqa: ANN401 - as dataclasses.field
    return count_of_steps(
        0, "Warm-up", 0, "In so many steps the learning rate rises first; 0 for none."
    )


@dataclass(frozen=True, kw_only=True)
class StepDecay(_Warmed):
    """The learning rate drops by a factor, again and again after as many steps."""

    key = "step"
    label = "Step"

    every: int = count_of_steps(25, "Every", 1, "After so many steps the learning rate drops.")
    gamma: float = hyperparameter(
        0.5, "Factor", 0.0, 1.0, "By what the learning rate is multiplied each time."
    )
    warmup: int = _warmup()

    @classmethod
    def suited(cls, steps: int) -> Self:  # noqa: D102 - inherited
        return cls(every=max(1, steps // 4))

    def _after(self, j: int) -> float:
        return self.gamma ** (j // self.every)


@dataclass(frozen=True, kw_only=True)
class Exponential(_Warmed):
    """The learning rate falls by the same factor at every step."""

    key = "exponential"
    label = "Exponential"

    gamma: float = hyperparameter(
        0.98, "Factor", 0.0, 1.0, "By what the learning rate is multiplied at every step."
    )
    warmup: int = _warmup()

    def _after(self, j: int) -> float:
        return self.gamma**j


@dataclass(frozen=True, kw_only=True)
class Cosine(_Warmed):
    """The learning rate falls along half a wave of a cosine to a floor, and stays there."""

    key = "cosine"
    label = "Cosine"

    over: int = count_of_steps(
        100, "Over", 1, "In so many steps, warm-up included, the learning rate reaches its floor."
    )
    floor: float = hyperparameter(
        0.0, "Floor", 0.0, 1.0, "The share of the learning rate that remains."
    )
    warmup: int = _warmup()

    @classmethod
    def suited(cls, steps: int) -> Self:  # noqa: D102 - inherited
        return cls(over=max(1, steps))

    def _after(self, j: int) -> float:
        length = self.over - self.warmup
        if j >= length:
            return self.floor
        return self.floor + (1.0 - self.floor) * (1.0 + cos(pi * j / length)) / 2.0


@dataclass(frozen=True, kw_only=True)
class InverseTime(_Warmed):
    """The learning rate falls like one over the number of steps."""

    key = "inverse"
    label = "1/t"

    rate: float = hyperparameter(
        0.1, "Rate", 0.0, 1e300, "After 1/rate steps half of the learning rate is left."
    )
    warmup: int = _warmup()

    def _after(self, j: int) -> float:
        return 1.0 / (1.0 + self.rate * j)


@dataclass(frozen=True, kw_only=True)
class WarmUp(_Warmed):
    """The learning rate rises in equal steps, then stays."""

    key = "warmup"
    label = "Warm-up"

    warmup: int = count_of_steps(10, "Warm-up", 0, "In so many steps the learning rate rises.")

    @classmethod
    def suited(cls, steps: int) -> Self:  # noqa: D102 - inherited
        return cls(warmup=max(1, steps // 10))

    def _after(self, j: int) -> float:  # noqa: ARG002 - it stays
        return 1.0


CONSTANT = Constant()
"""The schedule of a run for which none was chosen."""

SCHEDULES: dict[str, type[Schedule]] = {
    cls.key: cls for cls in (Constant, StepDecay, Exponential, Cosine, InverseTime, WarmUp)
}


def schedule_kind(key: str) -> type[Schedule]:
    """Return the kind of schedule called `key`, or raise `ScheduleError`."""
    try:
        return kind_named(key, SCHEDULES, "schedule")
    except ValueError as error:
        raise ScheduleError(str(error)) from None


def parse_schedule(text: str) -> Schedule:
    """Return the schedule that `text` describes, such as ``cosine:over=200,floor=0.1``.

    Hyperparameters that are not named keep their defaults; without any, the key alone is enough.

    Raises
    ------
    ScheduleError
        If there is no such schedule or hyperparameter, or a value is wrong; the text is a
        sentence.
    """
    key, colon, rest = text.partition(":")
    kind = schedule_kind(key)
    try:
        return built(kind, kind.label, read_settings(rest) if colon else {})
    except ValueError as error:
        raise ScheduleError(str(error)) from None
