"""An experiment as plain dicts, lists, strings and numbers, for JSON."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradviz.core.field import Bounds
    from gradviz.core.optimizers import Optimizer
    from gradviz.document.experiment import Experiment, Run


def to_dict(experiment: Experiment) -> dict[str, Any]:
    """Return `experiment` as a dict that `json` can write; `view` is the one that is shown."""
    return {
        "formula": experiment.formula,
        "parameters": dict(experiment.parameters),
        "start": list(experiment.start),
        "method": experiment.method.value,
        "h": experiment.h,
        "steps": experiment.steps,
        "tolerance": experiment.tolerance,
        "noise": experiment.noise,
        "seed": experiment.seed,
        "runs": [_run(run) for run in experiment.runs],
        "view": _bounds(experiment.bounds),
    }


def hyperparameters(optimizer: Optimizer) -> dict[str, Any]:
    """Return the optimizer's fields by name: lr, convention, and what else it has."""
    return {field.name: _plain(getattr(optimizer, field.name)) for field in fields(optimizer)}


def _run(run: Run) -> dict[str, Any]:
    return {
        "optimizer": run.optimizer.key,
        **hyperparameters(run.optimizer),
        "name": run.name,
        "style": run.style,
        "visible": run.visible,
    }


def _bounds(bounds: Bounds) -> list[float]:
    return [bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max]


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
