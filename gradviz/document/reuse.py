"""What an earlier training already knows of a run: nothing is computed twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.differences import Method
from gradviz.core.optimizers import SGD
from gradviz.core.resuming import same_until
from gradviz.document.experiment import Experiment, Run

if TYPE_CHECKING:
    from gradviz.core.rules import Rule
    from gradviz.core.trajectory import Trajectory
    from gradviz.document.results import Epoch, RunResult, Training


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """A run as far as it is known.

    Attributes
    ----------
    trajectory : Trajectory
        Its first `steps` steps, and perhaps more that are another's.
    steps : int
        How many steps of it count.
    epochs : tuple of Epoch
        Those within these steps.
    is_whole : bool
        Whether there is no more to do.
    """

    trajectory: Trajectory
    steps: int
    epochs: tuple[Epoch, ...]
    is_whole: bool


def reusable(experiment: Experiment, run: Run, previous: Training | None) -> Begun | None:
    """Return the most that `previous` knows of `run` in `experiment`; None for nothing."""
    if previous is None or _descent_of(previous.experiment) != _descent_of(experiment):
        return None
    assert experiment.network is not None  # noqa: S101 - `previous` is a training
    a_pass = previous.batches.steps_per_epoch
    steps, asked = experiment.network.epochs * a_pass, previous.task.epochs * a_pass
    found = [_begun(run.rule, result, steps, asked) for result in previous.runs]
    return max(found, key=lambda begun: -1 if begun is None else begun.steps)


def _begun(rule: Rule, known: RunResult, steps: int, asked: int) -> Begun | None:
    """Return how much of a run by `rule` is the same as what is `known`.

    Parameters
    ----------
    rule : Rule
        Of the run.
    known : RunResult
        Another run, perhaps the same.
    steps : int
        How many steps the run is to take.
    asked : int
        How many the other one was to take.
    """
    path = known.trajectory
    alike = same_until(known.run.rule, rule, min(path.steps, steps))
    while alike >= 0 and not np.isfinite(path.gradient[alike]).all() and not known.complete:
        alike -= 1  # a gradient that was cancelled half way
    if alike < 0:
        return None
    stopped = known.complete and alike == path.steps < asked and known.run.rule == rule
    epochs = tuple(epoch for epoch in known.epochs if epoch.step <= alike)
    return Begun(path, alike, epochs, is_whole=alike == steps or stopped)


def _descent_of(experiment: Experiment) -> Experiment:
    """Return `experiment` without what its trajectories do not depend on beside the rule."""
    network = experiment.network
    return replace(
        experiment,
        h=1.0 if experiment.method is Method.EXACT else experiment.h,
        runs=(Run(optimizer=SGD(lr=1.0)),),
        network=None if network is None else replace(network, epochs=0),
    )
