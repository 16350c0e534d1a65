"""Changes of a run's learning rate on the way, made and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gradviz.document.edits import replace_run

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment, Run


def rate_at(run: Run, step: int) -> float:
    """Return the learning rate of the update after `step`, before the schedule."""
    rates = [lr for first, lr in run.lr_changes if first <= step]
    return rates[-1] if rates else run.optimizer.lr


def with_rate_change(experiment: Experiment, index: int, step: int, lr: float) -> Experiment:
    """Return `experiment` whose run `index` has the learning rate `lr` from update `step` on.

    It holds until the next change; one at the same step is replaced.

    Raises
    ------
    ExperimentError
        When a run cannot have this learning rate, or so many changes.
    """
    kept = _others(experiment.runs[index], step)
    return _with_changes(experiment, index, (*kept, (step, lr)))


def without_rate_change(experiment: Experiment, index: int, step: int) -> Experiment:
    """Return `experiment` whose run `index` keeps its learning rate at update `step`."""
    return _with_changes(experiment, index, _others(experiment.runs[index], step))


def _others(run: Run, step: int) -> tuple[tuple[int, float], ...]:
    return tuple(change for change in run.lr_changes if change[0] != step)


def _with_changes(
    experiment: Experiment, index: int, changes: tuple[tuple[int, float], ...]
) -> Experiment:
    run = replace(experiment.runs[index], lr_changes=tuple(sorted(changes)))
    return replace_run(experiment, index, run)
