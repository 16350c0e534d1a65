"""What comes of an experiment: frozen values that travel from the worker to every view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from gradviz.core.differences import evaluations
from gradviz.document.parameters import text_in_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.formula import Formula
    from gradviz.core.network.batches import Batches
    from gradviz.core.network.data import Data
    from gradviz.core.network.metrics import Quality
    from gradviz.core.objective import Evaluations, FormulaObjective
    from gradviz.core.trajectory import Trajectory
    from gradviz.core.verdict import Verdict
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.network_task import NetworkTask

__all__ = ["Epoch", "Outcome", "Results", "RunResult", "Training"]

Outcome: TypeAlias = "Results | Training"
"""What comes of an experiment of either kind."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """How good a network is once it has seen all samples so often.

    Attributes
    ----------
    number : int
        Passes over the samples; 0 before the first step.
    step : int
        Updates made by then.
    train, test : Quality
        Loss and accuracy over the samples trained with and those kept back.
    """

    number: int
    step: int
    train: Quality
    test: Quality


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """One run, as far as it has come.

    Attributes
    ----------
    run : Run
        What was asked for.
    trajectory : Trajectory
        Frozen; the start point at least.
    verdict : Verdict or None
        Why it ended where it did; None while it is under way.
    evaluations : Evaluations
        What the steps of `trajectory` cost; the values recorded for the curve are not counted.
    complete : bool
        Whether it ran to its end. A cancelled run never is.
    epochs : tuple of Epoch
        Those that are complete, of a network; none of a function.
    """

    run: Run
    trajectory: Trajectory
    verdict: Verdict | None
    evaluations: Evaluations
    complete: bool
    epochs: tuple[Epoch, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """All runs of an experiment with a function, in its order, as far as they have come.

    Attributes
    ----------
    experiment : Experiment
        What was asked for.
    formula : Formula
        Its formula, read.
    objective : FormulaObjective
        The formula with the experiment's parameter values.
    runs : tuple of RunResult
        One for each run of the experiment.
    complete : bool
        Whether every run ran to its end.
    progress : float
        The part of all steps that is done, 0 to 1.
    """

    experiment: Experiment
    formula: Formula
    objective: FormulaObjective
    runs: tuple[RunResult, ...]
    complete: bool
    progress: float

    @property
    def dimension(self) -> int:
        """How many variables there are."""
        return self.formula.dimension

    @property
    def variables(self) -> tuple[str, ...]:
        """What they are called."""
        return self.formula.variables

    @property
    def text(self) -> str:
        """The function in one line, with the values of its parameters."""
        return text_in_use(self.objective)

    @property
    def start(self) -> tuple[float, ...]:
        """Where all runs start."""
        return self.experiment.start

    @property
    def plane(self) -> tuple[int, int]:
        """The coordinates along x and y."""
        return self.experiment.plane

    def value(self, point: Sequence[float]) -> float:
        """Return f at a point."""
        return float(self.objective.value(point))

    @property
    def cost(self) -> Evaluations:
        """What one step costs."""
        return evaluations(self.experiment.method, self.dimension)


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """All runs of an experiment with a network, in its order, as far as they have come.

    Attributes
    ----------
    experiment : Experiment
        What was asked for.
    task : NetworkTask
        Its network.
    train, test : Data
        The samples.
    batches : Batches
        Which samples each step saw.
    runs : tuple of RunResult
        One for each run of the experiment; those that wait have their start.
    complete : bool
        Whether every run ran to its end.
    progress : float
        The part of all steps that is done, 0 to 1.
    """

    experiment: Experiment
    task: NetworkTask
    train: Data
    test: Data
    batches: Batches
    runs: tuple[RunResult, ...]
    complete: bool
    progress: float

    @property
    def dimension(self) -> int:
        """How many weights there are."""
        return self.task.network.size

    @property
    def cost(self) -> Evaluations:
        """What one step costs."""
        return evaluations(self.experiment.method, self.dimension)
