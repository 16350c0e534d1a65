"""An experiment as plain dicts, lists, strings and numbers, for JSON."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from gradviz.core.clipping import Clipping
    from gradviz.core.field import Bounds
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
        "runs": [run_to_dict(run) for run in experiment.runs],
        "view": _bounds(experiment.bounds),
    }


def hyperparameters(settings: DataclassInstance) -> dict[str, Any]:
    """Return the fields of an optimizer, schedule or clipping by name."""
    return {field.name: _plain(getattr(settings, field.name)) for field in fields(settings)}


def run_to_dict(run: Run) -> dict[str, Any]:
    """Return a run as a dict that `json` can write."""
    return {
        "optimizer": run.optimizer.key,
        **hyperparameters(run.optimizer),
        "schedule": {"kind": run.schedule.key, **hyperparameters(run.schedule)},
        "clip": _clip(run.clip),
        **({"lr_changes": [list(change) for change in run.lr_changes]} if run.lr_changes else {}),
        "name": run.name,
        "style": run.style,
        "visible": run.visible,
    }


def _clip(clip: Clipping | None) -> dict[str, Any] | None:
    return None if clip is None else hyperparameters(clip)


def _bounds(bounds: Bounds) -> list[float]:
    return [bounds.x_min, bounds.x_max, bounds.y_min, bounds.y_max]


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
