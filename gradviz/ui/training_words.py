"""What is said of a training: where it is, how long it took, how long it may take."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.verdict import VerdictKind

if TYPE_CHECKING:
    from gradviz.document.results import RunResult, Training

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_SOON, _PLAIN = 1.0, 10.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Training", text)


def epoch_text(step: int, steps_per_epoch: int) -> str:
    """Return how many passes over the samples so many steps are: ``40`` or ``40.3``."""
    whole, rest = divmod(step, max(steps_per_epoch, 1))
    # cut off, so that a part of an epoch is never told as a whole one
    return f"{whole}.{10 * rest // steps_per_epoch}" if rest else str(whole)


def duration(seconds: float) -> str:
    """Return a time to two figures: ``0.34 s``, ``4.2 s``, ``38 s``, ``5 min``, ``2 h``."""
    if seconds < _SOON:
        return _tr("{0} s").format(f"{seconds:.2f}")
    if seconds < _PLAIN:
        return _tr("{0} s").format(f"{seconds:.1f}")
    return _whole(round(seconds))


def _whole(seconds: float) -> str:
    """Return a time of at least a second, rounded up to what is of interest."""
    if seconds > 2 * _HOUR:
        return _tr("{0} h").format(round(seconds / _HOUR))
    if seconds > 2 * _MINUTE:
        return _tr("{0} min").format(round(seconds / _MINUTE))
    return _tr("{0} s").format(math.ceil(seconds))


def time_left(seconds: float | None) -> str:
    """Return about how long it may take; nothing while that cannot be said."""
    if seconds is None or not math.isfinite(seconds):
        return ""
    if seconds < _SOON:
        return _tr("less than 1 s left")
    if seconds > _DAY:
        return _tr("more than a day left")
    coarse = 5.0 * math.ceil(seconds / 5.0) if seconds > _PLAIN else math.ceil(seconds)
    return _tr("about {0} left").format(_whole(coarse))


def run_in_training(training: Training, selected: int) -> int:
    """Return the index of the run that is being trained, or the selected one if all are done."""
    for index, run in enumerate(training.runs):
        if not run.complete:
            return index
    return min(max(selected, 0), len(training.runs) - 1)


def state_text(training: Training, index: int, *, paused: bool = False) -> str:
    """Return where a run is: epochs and steps."""
    run, epochs = training.runs[index], training.task.epochs
    step, a_pass = run.trajectory.steps, training.batches.steps_per_epoch
    if run.complete and step >= epochs * a_pass:
        return f"{epochs_counted(epochs)}, {steps_counted(step)}"
    return _pattern(run, paused=paused).format(step // a_pass, epochs)


def epochs_counted(count: int) -> str:
    """Return so many epochs in words."""
    return _tr("1 epoch") if count == 1 else _tr("{0} epochs").format(count)


def steps_counted(count: int) -> str:
    """Return so many steps in words."""
    return _tr("1 step") if count == 1 else _tr("{0} steps").format(count)


def _pattern(run: RunResult, *, paused: bool) -> str:
    if paused or run.verdict is None:
        return _tr("Epoch {0} of {1}")
    if run.verdict.kind is VerdictKind.CANCELLED:
        return _tr("Stopped: epoch {0} of {1}")
    return _tr("Ended: epoch {0} of {1}")
