"""From an experiment with a network to its results: the same descent, told in epochs too."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.core.descent import Step, Trajectory, descend
from gradviz.core.differences import evaluations
from gradviz.core.network.metrics import Quality, quality
from gradviz.core.network.objective import NetworkObjective
from gradviz.core.verdict import judge
from gradviz.document.experiment import MAX_NUMBERS, ExperimentCode, ExperimentError
from gradviz.document.results import RunResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.network.batches import Batches
    from gradviz.core.network.data import Data
    from gradviz.core.network.network import Network
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.network_task import NetworkTask

PROGRESS_INTERVAL: Final = 0.033
"""Seconds between two partial results at least."""
CHUNK: Final = 8
"""Steps between two looks at the clock."""


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
class TrainedRun:
    """One run: its trajectory through the space of weights, and its epochs."""

    result: RunResult
    epochs: tuple[Epoch, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """All runs of an experiment with a network, as far as they have come.

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
    runs : tuple of TrainedRun
        One for each run of the experiment that has begun.
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
    runs: tuple[TrainedRun, ...]
    complete: bool
    progress: float


def train(
    experiment: Experiment,
    task: NetworkTask,
    *,
    cancelled: Callable[[], bool] | None = None,
    on_progress: Callable[[Training], None] | None = None,
) -> Training:
    """Train the network of `task` with every run of `experiment`, in order.

    Method, h, noise, tolerance, seed and runs are the experiment's; of everything else the task
    decides. All runs begin with the same weights and see the same batches.

    Parameters
    ----------
    experiment : Experiment
        How to descend.
    task : NetworkTask
        What to train.
    cancelled : callable, optional
        Asked at every step, and at every weight of a difference quotient. Once true, the runs end
        where they are, with the verdict CANCELLED.
    on_progress : callable, optional
        Given partial results, every 33 ms at most.

    Raises
    ------
    FitError
        When the network does not fit its data.
    ExperimentError
        When there are more numbers to keep than memory should hold.
    """
    return _Session(experiment, task, cancelled, on_progress).run()


class _Session:
    """One call of `train` under way."""

    def __init__(
        self,
        experiment: Experiment,
        task: NetworkTask,
        cancelled: Callable[[], bool] | None,
        on_progress: Callable[[Training], None] | None,
    ) -> None:
        self._experiment, self._task = experiment, task
        self._cancelled, self._on_progress = cancelled, on_progress
        self._network: Network = task.network
        self._train, self._test = task.samples(experiment.seed)
        self._batches = task.batches(self._train, experiment.seed)
        self._steps = task.epochs * self._batches.steps_per_epoch
        _check_size(self._steps, len(experiment.runs), self._network.size)
        self._first = task.first_weights(experiment.seed)
        self._done: list[TrainedRun] = []
        self._next_report = time.monotonic() + PROGRESS_INTERVAL

    def run(self) -> Training:
        """Bring every run to its end."""
        for run in self._experiment.runs:
            self._done.append(self._trained(run))
        return self._training(None)

    def _trained(self, run: Run) -> TrainedRun:
        trajectory = Trajectory(self._network.size, self._steps + 1, is_whole=True)
        points = self._points(run, trajectory)
        epochs: list[Epoch] = []
        while trajectory.extend(points, CHUNK) == CHUNK:
            self._add_epochs(epochs, trajectory)
            if self._on_progress is not None and time.monotonic() >= self._next_report:
                unfinished = TrainedRun(self._result(run, trajectory, judged=False), tuple(epochs))
                self._on_progress(self._training(unfinished))
                self._next_report = time.monotonic() + PROGRESS_INTERVAL
        self._add_epochs(epochs, trajectory)
        return TrainedRun(self._result(run, trajectory, judged=True), tuple(epochs))

    def _points(self, run: Run, trajectory: Trajectory) -> Iterator[Step]:
        experiment = self._experiment
        objective = NetworkObjective(
            self._network, self._train, self._batches, cancelled=self._cancelled
        )
        return descend(
            objective,
            (self._first,),
            run.optimizer,
            method=experiment.method,
            h=experiment.h,
            steps=self._steps,
            schedule=run.schedule,
            clip=run.clip,
            tolerance=experiment.tolerance,
            noise=experiment.noise,
            seed=experiment.seed,
            checkpoints=trajectory.checkpoints,
            cancelled=self._cancelled,
        )

    def _add_epochs(self, epochs: list[Epoch], trajectory: Trajectory) -> None:
        """Measure every epoch that is complete by now; weights of all steps are kept."""
        a_pass = self._batches.steps_per_epoch
        while len(epochs) * a_pass <= trajectory.steps:
            step = len(epochs) * a_pass
            epochs.append(self._epoch(len(epochs), step, trajectory.x[step]))

    def _epoch(self, number: int, step: int, weights: NDArray[np.float64]) -> Epoch:
        return Epoch(
            number,
            step,
            quality(self._network, weights, self._train),
            quality(self._network, weights, self._test),
        )

    def _result(self, run: Run, trajectory: Trajectory, *, judged: bool) -> RunResult:
        experiment, complete = self._experiment, trajectory.steps >= self._steps
        was_cancelled = not complete and self._cancelled is not None and self._cancelled()
        shot = trajectory.snapshot()
        verdict = None
        if judged:
            verdict = judge(
                shot,
                method=experiment.method,
                tolerance=experiment.tolerance,
                cancelled=was_cancelled,
            )
        cost = evaluations(experiment.method, self._network.size) * trajectory.steps
        return RunResult(run, shot, verdict, cost, complete=judged and not was_cancelled)

    def _training(self, unfinished: TrainedRun | None) -> Training:
        runs = (*self._done, *(() if unfinished is None else (unfinished,)))
        total = max(1, self._steps * len(self._experiment.runs))
        done = sum(
            self._steps if run.result.complete else run.result.trajectory.steps for run in runs
        )
        return Training(
            experiment=self._experiment,
            task=self._task,
            train=self._train,
            test=self._test,
            batches=self._batches,
            runs=runs,
            complete=unfinished is None and all(run.result.complete for run in runs),
            progress=done / total if self._steps else 1.0,
        )


def _check_size(steps: int, runs: int, weights: int) -> None:
    """Refuse, before anything is allocated, more than memory should hold."""
    needed = (steps + 1) * runs * (2 * weights + 1)
    if needed > MAX_NUMBERS:
        message = (
            f"{steps} steps of {runs} runs with {weights} weights are {needed} numbers; an "
            f"experiment can hold {MAX_NUMBERS}."
        )
        raise ExperimentError(
            ExperimentCode.TOO_LARGE, "network.epochs", message, count=needed, most=MAX_NUMBERS
        )
