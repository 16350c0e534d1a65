"""The experiment: everything the user chose, in one frozen value that is valid or does not exist.

Change one with `dataclasses.replace` or the helpers of `gradviz.document.edits`. The formula is
held as the text that was typed; whether it can be read shows when it is evaluated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method
from gradviz.core.field import Bounds, default_bounds
from gradviz.core.formula import MAX_DIMENSION
from gradviz.core.formula.source import MAX_LENGTH as MAX_FORMULA_LENGTH
from gradviz.core.optimizers import SGD, Optimizer
from gradviz.core.rate_changes import RateChange, changed
from gradviz.core.rules import Rule
from gradviz.core.schedules import CONSTANT, Schedule
from gradviz.document import validation as check
from gradviz.document.experiment_errors import ExperimentCode, ExperimentError, Sentence

if TYPE_CHECKING:
    from gradviz.document.network_task import NetworkTask

__all__ = [
    "H_MAX",
    "H_MIN",
    "MAX_NUMBERS",
    "MAX_RUNS",
    "MAX_STEPS",
    "Experiment",
    "ExperimentCode",
    "ExperimentError",
    "Run",
]

MAX_STEPS = 2_000_000
MAX_RUNS = 1000
MAX_NUMBERS = 100_000_000
"""Floats that all trajectories of an experiment may hold together (800 MB)."""
MAX_NAME_LENGTH = 200
MAX_PARAMETERS = 100
MAX_RATE_CHANGES = 1000
MAX_SEED = 2**63 - 1
MAX_STYLE = 9999
MAX_NUMBER = 1e300
H_MIN, H_MAX = 1e-300, 1e300


def _rate_changes(changes: object) -> tuple[RateChange, ...]:
    found: dict[int, float] = {}
    for i, given in enumerate(check.items("lr_changes", changes, 0, MAX_RATE_CHANGES)):
        step, lr = check.items(f"lr_changes.{i}", given, 2, 2)
        step = check.integer(f"lr_changes.{i}", step, 0, MAX_STEPS)
        if step in found:
            code, words = ExperimentCode.DUPLICATE, Sentence.RATE_TWICE
            raise ExperimentError(code, "lr_changes", words, name=step)
        found[step] = check.number(f"lr_changes.{i}", lr, 0.0, MAX_NUMBER)
    return tuple(sorted(found.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One descent of an experiment.

    Attributes
    ----------
    optimizer : Optimizer
        The update rule with its hyperparameters.
    schedule : Schedule
        How its learning rate changes from step to step.
    clip : Clipping or None
        What gradients are limited to before the optimizer gets them; None for nothing.
    lr_changes : tuple of (int, float)
        From which update on, counted from 0, which learning rate holds, in order.
    name : str
        What the user calls it; "" for the optimizer's own label.
    style : int
        Index of its colour, marker and dash.
    visible : bool
        Whether it is drawn. Hidden runs are computed all the same.
    """

    optimizer: Optimizer
    schedule: Schedule = CONSTANT
    clip: Clipping | None = None
    lr_changes: tuple[RateChange, ...] = ()
    name: str = ""
    style: int = 0
    visible: bool = True

    def __post_init__(self) -> None:
        check.instance("optimizer", self.optimizer, Optimizer, "an optimizer")
        check.instance("schedule", self.schedule, Schedule, "a schedule")
        if self.clip is not None:
            check.instance("clip", self.clip, Clipping, "a clipping")
        object.__setattr__(self, "lr_changes", _rate_changes(self.lr_changes))
        check.text("name", self.name, MAX_NAME_LENGTH)
        check.instance("visible", self.visible, bool, "true or false")
        object.__setattr__(self, "style", check.integer("style", self.style, 0, MAX_STYLE))

    @property
    def label(self) -> str:
        """What to call the run: its name, or its optimizer's."""
        return self.name or self.optimizer.label

    @property
    def rule(self) -> Rule:
        """What its steps depend on: optimizer, schedule and clipping."""
        schedule = changed(self.schedule, self.optimizer.lr, self.lr_changes)
        return Rule(self.optimizer, schedule, self.clip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """What is descended, how the gradient is taken, from where, and by whom.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    ranges : tuple of (str, float, float)
        Lowest and highest value on the slider of a parameter, where it was chosen.
    start : tuple of float
        The start point; as many numbers as the formula has variables.
    method : Method
        The way to the gradient.
    h : float
        Step size of the differences, 1e-300 to 1e300.
    steps : int
        Updates of every run, 0 to `MAX_STEPS`; a trajectory has one point more.
    tolerance : float or None
        Stop a run where the norm of its gradient is below this; None for never.
    noise : float
        Standard deviation of the normal noise added to every coordinate of the gradient.
    seed : int
        Seed of that noise.
    runs : tuple of Run
        The descents, 1 to `MAX_RUNS`, in the order they are listed and drawn.
    view : Bounds or None
        What part of the plane is shown; None for `default_bounds` of the start.
    plane : tuple of int
        The coordinates along x and y of that plane, of three or more variables; else (0, 1).
    network : NetworkTask or None
        The network whose loss is descended instead of the formula, from its own start, for its
        own number of steps; None for the formula.

    Raises
    ------
    ExperimentError
        When a value cannot be: the error names the field.
    """

    formula: str = "x0**2 + x1**2"
    parameters: tuple[tuple[str, float], ...] = ()
    ranges: tuple[tuple[str, float, float], ...] = ()
    start: tuple[float, ...] = (-3.0, 4.0)
    method: Method = Method.CENTRAL
    h: float = 1e-4
    steps: int = 100
    tolerance: float | None = None
    noise: float = 0.0
    seed: int = 0
    runs: tuple[Run, ...] = (Run(optimizer=SGD(lr=0.1)),)
    view: Bounds | None = None
    plane: tuple[int, int] = (0, 1)
    network: NetworkTask | None = None

    def __post_init__(self) -> None:
        check.text("formula", self.formula, MAX_FORMULA_LENGTH)
        check.instance("method", self.method, Method, "a difference method")
        if self.view is not None:
            check.instance("view", self.view, Bounds, "bounds")
        if self.network is not None:
            _check_network(self.network)
        for name, value in self._checked().items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "plane", _plane(self.plane, len(self.start)))
        self._check_size()

    def _checked(self) -> dict[str, Any]:
        """Return the fields whose form is made uniform: floats, ints, tuples."""
        tolerance = self.tolerance
        if tolerance is not None:
            tolerance = check.number("tolerance", tolerance, H_MIN, MAX_NUMBER)
        return {
            "parameters": _parameters(self.parameters),
            "ranges": _ranges(self.ranges),
            "start": check.numbers("start", self.start, 1, MAX_DIMENSION),
            "h": check.number("h", self.h, H_MIN, H_MAX),
            "steps": check.integer("steps", self.steps, 0, MAX_STEPS),
            "tolerance": tolerance,
            "noise": check.number("noise", self.noise, 0.0, MAX_NUMBER),
            "seed": check.integer("seed", self.seed, 0, MAX_SEED),
            "runs": _runs(self.runs),
        }

    def _check_size(self) -> None:
        """Refuse, before anything is allocated, more than memory should hold."""
        needed = (self.steps + 1) * len(self.runs) * (2 * len(self.start) + 1)
        if needed > MAX_NUMBERS:
            raise ExperimentError(
                ExperimentCode.TOO_LARGE,
                "steps",
                Sentence.TOO_MANY_NUMBERS,
                steps=self.steps,
                runs=len(self.runs),
                variables=len(self.start),
                count=needed,
                most=MAX_NUMBERS,
            )

    @property
    def dimension(self) -> int:
        """How many variables there are."""
        return len(self.start)

    @property
    def bounds(self) -> Bounds:
        """The part of the plane that is shown: the chosen one, or the start's default."""
        return self.view if self.view is not None else default_bounds(self.start)


def _check_network(network: object) -> None:
    from gradviz.document.network_task import NetworkTask  # noqa: PLC0415 - only who has one

    check.instance("network", network, NetworkTask, "a network")


def _plane(plane: object, dimension: int) -> tuple[int, int]:
    given = check.items("plane", plane, 2, 2)
    first, second = (
        check.integer(f"plane.{i}", axis, 0, max(1, dimension - 1)) for i, axis in enumerate(given)
    )
    if first == second:
        code, words = ExperimentCode.DUPLICATE, Sentence.ONE_COORDINATE
        raise ExperimentError(code, "plane", words, name=first)
    return first, second


def _ranges(ranges: object) -> tuple[tuple[str, float, float], ...]:
    found: dict[str, tuple[str, float, float]] = {}
    for i, given in enumerate(check.items("ranges", ranges, 0, MAX_PARAMETERS)):
        name, low, high = check.items(f"ranges.{i}", given, 3, 3)
        check.text(f"ranges.{i}", name, MAX_NAME_LENGTH)
        low, high = (check.number(f"ranges.{name}", bound) for bound in (low, high))
        if not low < high:
            code, words = ExperimentCode.BAD_RANGE, Sentence.BAD_RANGE
            raise ExperimentError(code, f"ranges.{name}", words, name=name)
        found[name] = (name, low, high)
    return tuple(found.values())


def _parameters(parameters: object) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for i, pair in enumerate(check.items("parameters", parameters, 0, MAX_PARAMETERS)):
        name, value = check.items(f"parameters.{i}", pair, 2, 2)
        check.text(f"parameters.{i}", name, MAX_NAME_LENGTH)
        if not name.isidentifier():
            code, words = ExperimentCode.BAD_NAME, Sentence.BAD_NAME
            raise ExperimentError(code, f"parameters.{i}", words, name=name)
        if name in found:
            code, words = ExperimentCode.DUPLICATE, Sentence.PARAMETER_TWICE
            raise ExperimentError(code, f"parameters.{i}", words, name=name)
        found[name] = check.number(f"parameters.{name}", value)
    return tuple(found.items())


def _runs(runs: object) -> tuple[Run, ...]:
    found = check.items("runs", runs, 1, MAX_RUNS)
    return tuple(check.instance(f"runs.{i}", run, Run, "a run") for i, run in enumerate(found))
