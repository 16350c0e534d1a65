"""Conditions on an experiment and what comes of it: what a lesson claims, what it asks for.

A condition is written ``f of run 1 at step 30 < 1e-6``: a quantity of `QUANTITIES`, the run it
belongs to (0 if none is named), the step or, for those of an epoch, the epoch (the last one if
none is named), a comparison, and a number, several with commas between, or a word. A number
holds to the digits it is written with, a whole one to a millionth of it, 0 exactly; ``98.7 %`` is
0.987.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method, gradient
from gradviz.document.lesson_settings import number
from gradviz.document.results import Training

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Epoch, Outcome, RunResult

__all__ = ["QUANTITIES", "Condition", "Seen", "read_condition"]

_SLACK: Final = 1e-12
"""What a number may be off relatively beside its digits: the rounding of the comparison itself."""
_WHOLE_SLACK: Final = 1e-6
"""What a whole number may be off relatively: difference quotients are never quite whole."""
_WRITTEN: Final = re.compile(
    r"(?P<what>[a-z][a-z0-9 ]*?)(?: of run (?P<run>\d+))?(?: at (?:step|epoch) (?P<at>\d+))?"
    r"\s*(?P<sign><=|>=|<|>|=)\s*(?P<value>\S.*)"
)
_NUMBER: Final = re.compile(r"[-+]?\d+(?P<places>\.\d+)?(?:e(?P<exponent>[-+]?\d+))?")


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


def _quantity(what: str, seen: Seen) -> Value:
    """Return a quantity, or one of its numbers: ``x1`` is the second one of ``x``."""
    one = _INDEXED.fullmatch(what)
    if one is None:
        return QUANTITIES[what](seen)
    numbers = QUANTITIES[one["name"]](seen)
    return (float(numbers[int(one["index"])]),)


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of a quantity with what is written.

    Attributes
    ----------
    what : str
        The quantity: a name of `QUANTITIES`, or one with an index.
    run : int
        Which run, from 0.
    at : int or None
        The step or epoch; None for the last one.
    sign : str
        One of ``=``, ``<``, ``<=``, ``>``, ``>=``.
    written : tuple of str
        The numbers as they are written, or one word.
    """

    what: str
    run: int
    at: int | None
    sign: str
    written: tuple[str, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as a text states them, without signs of percent; none of a word."""
        stripped = tuple(text.removesuffix("%").strip() for text in self.written)
        return stripped if all(map(_NUMBER.fullmatch, stripped)) else ()

    def found(self, experiment: Experiment, outcome: Outcome | None) -> Value | None:
        """Return the quantity; None while it is not known, or where there is none."""
        try:
            return _quantity(self.what, Seen(experiment, outcome, self.run, self.at))
        except LookupError:
            return None

    def holds(self, experiment: Experiment, outcome: Outcome | None) -> bool:
        """Return whether it is so; not while the quantity is not known."""
        found = self.found(experiment, outcome)
        if found is None:
            return False
        if isinstance(found, str):
            return self.sign == "=" and (found,) == self.written
        if len(found) != len(self.written) or not self.numbers:
            return False
        pairs = zip(found, self.written, strict=True)
        return all(_compares(value, self.sign, text) for value, text in pairs)


def _compares(value: float, sign: str, text: str) -> bool:
    scale = 0.01 if text.endswith("%") else 1.0
    digits = text.removesuffix("%").strip()
    wanted = scale * number(digits)
    if sign == "=":
        return abs(value - wanted) <= scale * _slack(digits) + _SLACK * abs(wanted)
    if sign == "<":
        return value < wanted
    if sign == ">":
        return value > wanted
    return value <= wanted if sign == "<=" else value >= wanted


def _slack(digits: str) -> float:
    """Return half of the last digit's place, or what a whole number may be off."""
    match = _NUMBER.fullmatch(digits)
    if match is None or (match["places"] is None and match["exponent"] is None):
        return _WHOLE_SLACK * abs(number(digits))
    places = len(match["places"] or ".") - 1
    return 0.5 * 10.0 ** (int(match["exponent"] or 0) - places)


def read_condition(text: str) -> Condition:
    """Return the condition that is written in `text`.

    Raises
    ------
    ValueError
        If it is none, or about nothing that is known; the text is a sentence.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"Write what = value, such as h < 1e-40, not {text!r}.")
    what = match["what"]
    if what not in QUANTITIES and _INDEXED.fullmatch(what) is None:
        raise ValueError(f"There is no quantity {what!r}. There are {', '.join(QUANTITIES)}.")
    at = None if match["at"] is None else int(match["at"])
    written = tuple(part.strip() for part in match["value"].split(","))
    return Condition(what, int(match["run"] or 0), at, match["sign"], written)
