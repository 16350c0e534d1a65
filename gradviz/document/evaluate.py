"""From an experiment to its results: one pure function, for the window, the shell and the tests."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from gradviz.core import formula as formulas
from gradviz.core.descent import Step, Trajectory, descend
from gradviz.core.differences import evaluations
from gradviz.core.objective import FormulaObjective
from gradviz.core.optimizers import SGD
from gradviz.core.verdict import judge
from gradviz.document.experiment import Run
from gradviz.document.experiment_errors import ExperimentCode, ExperimentError, Sentence
from gradviz.document.results import Results, RunResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gradviz.core.formula import Formula
    from gradviz.core.rules import Rule
    from gradviz.document.experiment import Experiment

__all__ = ["Results", "RunResult", "evaluate", "objective_of"]

PROGRESS_INTERVAL = 0.033
"""Seconds between two partial results at least."""
CHUNK = 128
"""Steps between two looks at the clock: even slow ones take no more than a few milliseconds."""
_NAMED = 4
"""Variables that a sentence names, if there are no more."""


def evaluate(
    experiment: Experiment,
    *,
    cancelled: Callable[[], bool] | None = None,
    on_progress: Callable[[Results], None] | None = None,
    previous: Results | None = None,
) -> Results:
    """Descend with every run of `experiment`, in order.

    Parameters
    ----------
    experiment : Experiment
        What to do.
    cancelled : callable, optional
        Asked at every step. Once true, the runs end where they are, with the verdict CANCELLED.
    on_progress : callable, optional
        Given partial results, every 33 ms at most.
    previous : Results, optional
        Earlier results. Trajectories of runs that would come out the same are taken from here;
        what is returned has the same values without.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When the start or the parameters are not those of the formula.
    """
    evaluation = _Evaluation(experiment, cancelled, on_progress, previous)
    return evaluation.run()


def objective_of(
    text: str, dimension: int, parameters: tuple[tuple[str, float], ...]
) -> FormulaObjective:
    """Return the formula `text` as an objective of `dimension` variables.

    Raises
    ------
    FormulaError
        When the text is no formula.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    formula = _parsed(text, dimension)
    _check_fit(formula, dimension, parameters)
    return FormulaObjective(formula, dict(parameters))


@lru_cache(maxsize=16)
def _parsed(text: str, dimension: int) -> Formula:
    """Read a formula once, however often its experiment is evaluated while a point is dragged."""
    return formulas.parse(text, dimension)


def _check_fit(formula: Formula, dimension: int, parameters: tuple[tuple[str, float], ...]) -> None:
    if formula.dimension != dimension:
        raise _unfitting(formula.variables, dimension)
    known = [parameter.name for parameter in formula.parameters]
    for name, _ in parameters:
        if name not in known:
            code = ExperimentCode.UNKNOWN_PARAMETER
            words = Sentence.NO_SUCH_PARAMETER if known else Sentence.NO_PARAMETERS
            field, there = f"parameters.{name}", ", ".join(known)
            raise ExperimentError(code, field, words, name=name, known=there)


def _unfitting(variables: tuple[str, ...], found: int) -> ExperimentError:
    """Return the error for a start point of another number of coordinates than variables."""
    wanted, one = len(variables), found == 1
    if wanted == 1:
        words = Sentence.ONE_VARIABLE
    elif wanted <= _NAMED:
        words = Sentence.VARIABLES_ONE_NUMBER if one else Sentence.VARIABLES
    else:
        words = Sentence.MANY_VARIABLES_ONE_NUMBER if one else Sentence.MANY_VARIABLES
    return ExperimentError(
        ExperimentCode.DIMENSION,
        "start",
        words,
        wanted=wanted,
        found=found,
        names=", ".join(variables[:_NAMED]),
        first=variables[0],
        last=variables[-1],
    )


class _Evaluation:
    """One call of `evaluate` under way."""

    def __init__(
        self,
        experiment: Experiment,
        cancelled: Callable[[], bool] | None,
        on_progress: Callable[[Results], None] | None,
        previous: Results | None,
    ) -> None:
        self._experiment = experiment
        self._cancelled = cancelled
        self._on_progress = on_progress
        self._objective = objective_of(
            experiment.formula, experiment.dimension, experiment.parameters
        )
        self._cost = evaluations(experiment.method, experiment.dimension)
        self._runs = self._first_results(_reusable(experiment, previous))
        self._next_report = time.monotonic() + PROGRESS_INTERVAL

    def run(self) -> Results:
        """Bring every run to its end and return the results."""
        for index, result in enumerate(self._runs):
            if not result.complete:
                self._runs[index] = self._descended(index)
        return self._results()

    def _first_results(self, reusable: Mapping[Rule, Trajectory]) -> list[RunResult]:
        """Return what is known before the first step: all of old runs, the start of new ones."""
        runs = self._experiment.runs
        start = Trajectory(self._experiment.dimension)
        start.extend(self._steps(runs[0].rule, 0, start, None))
        return [
            self._ended(run, reusable[run.rule], was_cancelled=False)
            if run.rule in reusable
            else self._unfinished(run, start)
            for run in runs
        ]

    def _descended(self, index: int) -> RunResult:
        run = self._experiment.runs[index]
        trajectory = Trajectory(self._experiment.dimension, self._experiment.steps + 1)
        steps = self._steps(run.rule, self._experiment.steps, trajectory, self._cancelled)
        while trajectory.extend(steps, CHUNK) == CHUNK:
            if self._on_progress is not None and time.monotonic() >= self._next_report:
                self._runs[index] = self._unfinished(run, trajectory)
                self._on_progress(self._results())
                self._next_report = time.monotonic() + PROGRESS_INTERVAL
        was_cancelled = (
            trajectory.steps < self._experiment.steps
            and self._cancelled is not None
            and self._cancelled()
        )
        return self._ended(run, trajectory.snapshot(), was_cancelled=was_cancelled)

    def _steps(
        self,
        rule: Rule,
        steps: int,
        trajectory: Trajectory,
        cancelled: Callable[[], bool] | None,
    ) -> Iterator[Step]:
        """Return the steps to record in `trajectory`, to which the checkpoints go."""
        experiment = self._experiment
        return descend(
            self._objective,
            experiment.start,
            rule.optimizer,
            method=experiment.method,
            h=experiment.h,
            steps=steps,
            schedule=rule.schedule,
            clip=rule.clip,
            tolerance=experiment.tolerance,
            noise=experiment.noise,
            seed=experiment.seed,
            checkpoints=trajectory.checkpoints,
            cancelled=cancelled,
        )

    def _unfinished(self, run: Run, trajectory: Trajectory) -> RunResult:
        spent = self._cost * trajectory.steps
        return RunResult(run, trajectory.snapshot(), None, spent, complete=False)

    def _ended(self, run: Run, trajectory: Trajectory, *, was_cancelled: bool) -> RunResult:
        verdict = judge(
            trajectory,
            self._objective,
            method=self._experiment.method,
            bounds=self._experiment.bounds,
            plane=self._experiment.plane,
            tolerance=self._experiment.tolerance,
            cancelled=was_cancelled,
        )
        spent = self._cost * trajectory.steps
        return RunResult(run, trajectory, verdict, spent, complete=not was_cancelled)

    def _results(self) -> Results:
        total = max(1, self._experiment.steps) * len(self._runs)
        done = sum(
            max(1, self._experiment.steps) if r.complete else r.trajectory.steps for r in self._runs
        )
        return Results(
            experiment=self._experiment,
            formula=self._objective.formula,
            objective=self._objective,
            runs=tuple(self._runs),
            complete=all(result.complete for result in self._runs),
            progress=done / total,
        )


def _reusable(experiment: Experiment, previous: Results | None) -> dict[Rule, Trajectory]:
    """Return the trajectories of `previous` that `experiment` would give again, by rule."""
    if previous is None or _descent_of(previous.experiment) != _descent_of(experiment):
        return {}
    return {r.run.rule: r.trajectory for r in previous.runs if r.complete}


def _descent_of(experiment: Experiment) -> str:
    """Write down what the trajectories of `experiment` depend on beside the rule.

    As text, because 0.0 and -0.0 are equal as numbers and yet may lead elsewhere.
    """
    plain = replace(
        experiment, runs=(Run(optimizer=SGD(lr=1.0)),), ranges=(), view=None, plane=(0, 1)
    )
    return repr(plain)
