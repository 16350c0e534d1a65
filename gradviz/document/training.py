"""From an experiment with a network to its results: the same descent, told in epochs too."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.core.descent import Step, Trajectory, descend
from gradviz.core.differences import Method, evaluations
from gradviz.core.network.metrics import quality
from gradviz.core.network.objective import NetworkObjective
from gradviz.core.resuming import resumed_at
from gradviz.core.verdict import judge
from gradviz.document.results import Epoch, RunResult, Training
from gradviz.document.reuse import Begun, reusable
from gradviz.document.sizes import check_training_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gradviz.document.experiment import Experiment, Run

__all__ = ["Epoch", "Training", "check_training", "train"]

PROGRESS_INTERVAL: Final = 0.033
"""Seconds between two partial results at least."""
MOST_AT_ONCE: Final = 64
"""Steps between two looks at the clock, at most."""


def train(
    experiment: Experiment,
    *,
    cancelled: Callable[[], bool] | None = None,
    on_progress: Callable[[Training], None] | None = None,
    previous: Training | None = None,
) -> Training:
    """Train the network of `experiment` with every one of its runs, in order.

    Method, h, noise, tolerance, seed and runs are the experiment's; of everything else its
    `network` decides. All runs begin with the same weights and see the same batches.

    Parameters
    ----------
    experiment : Experiment
        What to do; it must have a network.
    cancelled : callable, optional
        Asked at every step, and at every weight of a difference quotient. Once true, the runs end
        where they are, with the verdict CANCELLED.
    on_progress : callable, optional
        Given partial results, every 33 ms at most.
    previous : Training, optional
        An earlier one. A run that was left, or whose learning rate was changed on the way, goes
        on from what is known of it; what is returned has the same values without.

    Raises
    ------
    FitError
        When the network does not fit its data.
    DataError
        When the data cannot be read.
    ExperimentError
        When there are more numbers to keep than memory should hold.
    """
    with np.errstate(all="ignore"):  # a run that diverges overflows everywhere
        return _Session(experiment, cancelled, on_progress, previous).run()


def check_training(experiment: Experiment) -> None:
    """Raise what `train` would, and train nothing."""
    _Session(experiment, None, None, None)


class _Session:
    """One call of `train` under way."""

    def __init__(
        self,
        experiment: Experiment,
        cancelled: Callable[[], bool] | None,
        on_progress: Callable[[Training], None] | None,
        previous: Training | None,
    ) -> None:
        task = experiment.network
        if task is None:
            raise ValueError("An experiment with a function has nothing to train.")
        self._experiment, self._task, self._network = experiment, task, task.network
        self._cancelled, self._on_progress, self._previous = cancelled, on_progress, previous
        self._train, self._test = task.samples(experiment.seed)
        self._batches = task.batches(self._train, experiment.seed)
        self._steps = task.epochs * self._batches.steps_per_epoch
        check_training_size(self._steps, len(experiment.runs), self._network.size)
        self._first = task.first_weights(experiment.seed)
        self._next_report = time.monotonic() + PROGRESS_INTERVAL

    def run(self) -> Training:
        """Bring every run to its end."""
        self._begun = self._beginnings()
        self._runs = [
            self._known(run, begun)
            for run, begun in zip(self._experiment.runs, self._begun, strict=True)
        ]
        for index, result in enumerate(self._runs):
            if not result.complete:
                self._runs[index] = self._trained(index)
        return self._training()

    def _beginnings(self) -> list[Begun]:
        """Return what is known of each run: all of it, a part, or the start they share."""
        known = [reusable(self._experiment, run, self._previous) for run in self._experiment.runs]
        if all(begun is not None for begun in known):
            return [begun for begun in known if begun is not None]
        start = Trajectory(self._network.size, 1, is_whole=True)
        rule = self._experiment.runs[0]
        start.extend(self._points(rule, start, None, 0))
        first = Begun(start, 0, (self._epoch(0, 0, start),), is_whole=not self._steps)
        return [first if begun is None else begun for begun in known]

    def _known(self, run: Run, begun: Begun) -> RunResult:
        shot = begun.trajectory
        if begun.steps < shot.steps:
            shot = shot.begun(begun.steps, 0)
        return self._result(run, shot, begun.epochs, ended=begun.is_whole)

    def _trained(self, index: int) -> RunResult:
        run, begun = self._experiment.runs[index], self._begun[index]
        trajectory = begun.trajectory.begun(begun.steps, self._steps + 1)
        points = self._points(run, trajectory, begun, self._steps)
        epochs, at_once = list(begun.epochs), 1
        while trajectory.extend(points, at_once) == at_once:
            self._add_epochs(epochs, trajectory)
            late = time.monotonic() - self._next_report
            is_due = late >= 0.0 and not self._is_broken_off(trajectory)
            if self._on_progress is not None and is_due:
                shot = trajectory.snapshot()
                self._runs[index] = self._result(run, shot, tuple(epochs), ended=False)
                self._on_progress(self._training())
                self._next_report = time.monotonic() + PROGRESS_INTERVAL
            # as many steps as take a small part of the time between two reports
            at_once = min(2 * at_once, MOST_AT_ONCE) if late < 0.0 else max(1, at_once // 2)
        self._add_epochs(epochs, trajectory)
        return self._result(run, self._sound(trajectory).snapshot(), tuple(epochs), ended=True)

    def _points(
        self, run: Run, trajectory: Trajectory, begun: Begun | None, steps: int
    ) -> Iterator[Step]:
        experiment, rule = self._experiment, run.rule
        objective = NetworkObjective(
            self._network,
            self._train,
            self._batches,
            first_step=0 if begun is None else begun.steps + 1,
            cancelled=self._cancelled,
        )
        return descend(
            objective,
            (self._first,),
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
            resumed=None if begun is None else resumed_at(trajectory, rule, begun.steps),
            cancelled=self._cancelled,
        )

    def _add_epochs(self, epochs: list[Epoch], trajectory: Trajectory) -> None:
        """Measure every epoch that is complete by now; weights of all steps are kept."""
        a_pass = self._batches.steps_per_epoch
        while len(epochs) * a_pass <= trajectory.steps:
            epochs.append(self._epoch(len(epochs), len(epochs) * a_pass, trajectory))

    def _epoch(self, number: int, step: int, trajectory: Trajectory) -> Epoch:
        weights = trajectory.x[step]
        return Epoch(
            number,
            step,
            quality(self._network, weights, self._train),
            quality(self._network, weights, self._test),
        )

    def _sound(self, trajectory: Trajectory) -> Trajectory:
        """Return it without a last point that was broken off; the start stays in any case."""
        steps = trajectory.steps
        if not steps or not self._is_broken_off(trajectory):
            return trajectory
        return trajectory.begun(steps - 1, 0)

    def _is_broken_off(self, trajectory: Trajectory) -> bool:
        """Tell whether the difference quotients of the last point were cancelled half way."""
        if self._experiment.method is Method.EXACT or not self._is_cancelled():
            return False
        return bool(np.isnan(trajectory.gradient[-1]).all())

    def _was_cancelled(self, trajectory: Trajectory) -> bool:
        """Tell whether a run has not come to its end, nor to the gradient there."""
        is_short = trajectory.steps < self._steps or self._is_broken_off(trajectory)
        return is_short and self._is_cancelled()

    def _is_cancelled(self) -> bool:
        return self._cancelled is not None and self._cancelled()

    def _result(
        self, run: Run, shot: Trajectory, epochs: tuple[Epoch, ...], *, ended: bool
    ) -> RunResult:
        experiment = self._experiment
        was_cancelled = self._was_cancelled(shot)
        verdict = None
        if ended:
            verdict = judge(
                shot,
                method=experiment.method,
                tolerance=experiment.tolerance,
                cancelled=was_cancelled,
            )
        cost = evaluations(experiment.method, self._network.size) * shot.steps
        within = tuple(epoch for epoch in epochs if epoch.step <= shot.steps)
        complete = ended and not was_cancelled
        return RunResult(run, shot, verdict, cost, complete=complete, epochs=within)

    def _training(self) -> Training:
        total = self._steps * len(self._runs)
        done = sum(self._steps if run.complete else run.trajectory.steps for run in self._runs)
        return Training(
            experiment=self._experiment,
            task=self._task,
            train=self._train,
            test=self._test,
            batches=self._batches,
            runs=tuple(self._runs),
            complete=all(run.complete for run in self._runs),
            progress=done / total if total else 1.0,
        )
