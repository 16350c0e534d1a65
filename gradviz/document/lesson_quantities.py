"""Quantities of an experiment and of what comes of it, by name: what conditions compare."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method, gradient
from gradviz.document.results import Training

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Epoch, Outcome, RunResult

__all__ = ["QUANTITIES", "Seen", "Value", "is_known", "quantity"]


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a quantity is looked for.

    Attributes
    ----------
    experiment : Experiment
        What was asked for.
    outcome : Results, Training or None
        What came of it; None while nothing is known.
    run : int
        Which run, from 0.
    at : int or None
        The step or epoch; None for the last one.
    """

    experiment: Experiment
    outcome: Outcome | None
    run: int = 0
    at: int | None = None

    @property
    def result(self) -> RunResult:
        """The run.

        Raises
        ------
        LookupError
            If there is none, or nothing is known of it yet.
        """
        if self.outcome is None:
            raise LookupError("Nothing is known yet.")
        return self.outcome.runs[self.run]

    @property
    def step(self) -> int:
        """The step, from 0."""
        return self.result.trajectory.steps if self.at is None else self.at

    @property
    def epoch(self) -> Epoch:
        """The epoch."""
        return self.result.epochs[-1 if self.at is None else self.at]


Value = tuple[float, ...] | str
"""Numbers, or a word."""


def _point(seen: Seen) -> tuple[float, ...]:
    return tuple(seen.result.trajectory.x[seen.step].tolist())


def _gradient(seen: Seen) -> tuple[float, ...]:
    return tuple(seen.result.trajectory.gradient[seen.step].tolist())


def _f(seen: Seen) -> tuple[float, ...]:
    return (float(seen.result.trajectory.value[seen.step]),)


def _norm(seen: Seen) -> tuple[float, ...]:
    return (math.hypot(*_gradient(seen)),)


def _error(seen: Seen) -> tuple[float, ...]:
    """Return the length of the difference between the gradient in use and the exact one."""
    outcome = seen.outcome
    if outcome is None or isinstance(outcome, Training):
        raise LookupError("Only gradients of a function are compared.")
    exact = gradient(outcome.objective, _point(seen), Method.EXACT, seen.experiment.h)
    return (math.dist(_gradient(seen), exact),)


def _turns(seen: Seen) -> tuple[float, ...]:
    """Return how often the last coordinate of the point changed its sign until the step."""
    signs = seen.result.trajectory.x[: seen.step + 1, -1] > 0.0
    return (float((signs[1:] != signs[:-1]).sum()),)


def _rises(seen: Seen) -> tuple[float, ...]:
    """Return at how many steps until this one the value recorded was above the one before."""
    values = seen.result.trajectory.value[: seen.step + 1]
    return (float((values[1:] > values[:-1]).sum()),)


def _evaluations(seen: Seen) -> tuple[float, ...]:
    return (float(seen.result.evaluations.value),)


def _verdict(seen: Seen) -> str:
    verdict = seen.result.verdict
    if verdict is None:
        raise LookupError("The run has not ended yet.")
    return verdict.kind.value


def _batch(seen: Seen) -> tuple[float, ...]:
    task = seen.experiment.network
    if task is None or task.batch is None:
        raise LookupError("There are no batches.")
    return (float(task.batch),)


def _epochs(seen: Seen) -> tuple[float, ...]:
    task = seen.experiment.network
    if task is None:
        raise LookupError("A function has no epochs.")
    return (float(task.epochs),)


QUANTITIES: Final[dict[str, Callable[[Seen], Value]]] = {
    # of the experiment
    "h": lambda seen: (seen.experiment.h,),
    "lr": lambda seen: (seen.experiment.runs[seen.run].optimizer.lr,),
    "optimizer": lambda seen: seen.experiment.runs[seen.run].optimizer.key,
    "method": lambda seen: seen.experiment.method.value,
    "formula": lambda seen: seen.experiment.formula,
    "start": lambda seen: seen.experiment.start,
    "runs": lambda seen: (float(len(seen.experiment.runs)),),
    "batch": _batch,
    "epochs": _epochs,
    # of a run at a step
    "x": _point,
    "f": _f,
    "gradient": _gradient,
    "norm": _norm,
    "error": _error,
    "turns": _turns,
    "rises": _rises,
    # of a run
    "steps": lambda seen: (float(seen.result.trajectory.steps),),
    "evaluations": _evaluations,
    "verdict": _verdict,
    # of a run at an epoch
    "loss": lambda seen: (seen.epoch.train.loss,),
    "test loss": lambda seen: (seen.epoch.test.loss,),
    "accuracy": lambda seen: (seen.epoch.train.accuracy,),
    "test accuracy": lambda seen: (seen.epoch.test.accuracy,),
}
"""Every quantity by name."""
_INDEXED: Final = re.compile(r"(?P<name>x|gradient|start)(?P<index>\d+)")


def is_known(what: str) -> bool:
    """Return whether there is a quantity, or one with an index, of this name."""
    return what in QUANTITIES or _INDEXED.fullmatch(what) is not None


def quantity(what: str, seen: Seen) -> Value:
    """Return a quantity, or one of its numbers: ``x1`` is the second one of ``x``.

    Raises
    ------
    LookupError
        If there is none, or it is not known yet.
    """
    one = _INDEXED.fullmatch(what)
    if one is None:
        return QUANTITIES[what](seen)
    numbers = QUANTITIES[one["name"]](seen)
    return (float(numbers[int(one["index"])]),)
