"""What comes of an experiment: frozen values that travel from the worker to every view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradviz.core.descent import Trajectory
    from gradviz.core.formula import Formula
    from gradviz.core.objective import Evaluations, FormulaObjective
    from gradviz.core.verdict import Verdict
    from gradviz.document.experiment import Experiment, Run


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
    """

    run: Run
    trajectory: Trajectory
    verdict: Verdict | None
    evaluations: Evaluations
    complete: bool


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """All runs of an experiment, in its order, as far as they have come.

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
