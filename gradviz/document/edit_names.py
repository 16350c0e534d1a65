"""What an edit was, told from the documents before and after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from gradviz.document.edit_kinds import Edit, EditKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

    from gradviz.core.optimizers import Optimizer
    from gradviz.document.document import Document
    from gradviz.document.experiment import Experiment, Run
    from gradviz.document.network_task import NetworkTask


_BESIDE: Final[Mapping[str, EditKind]] = {
    "typed": EditKind.FORMULA,
    "display": EditKind.DISPLAY,
    "note": EditKind.NOTE,
}
_FIELDS: Final[Mapping[str, EditKind]] = {
    "method": EditKind.METHOD,
    "h": EditKind.H,
    "steps": EditKind.STEPS,
    "tolerance": EditKind.TOLERANCE,
    "noise": EditKind.NOISE,
    "seed": EditKind.SEED,
    "view": EditKind.VIEW,
    "parameters": EditKind.PARAMETER,
    "ranges": EditKind.PARAMETER_RANGE,
}
_NAMED: Final = frozenset({"parameters", "ranges"})
_LEADERS: Final[Mapping[str, EditKind]] = {
    "formula": EditKind.FORMULA,
    "start": EditKind.START,
    "plane": EditKind.PLANE,
}
_FOLLOWING: Final = frozenset({"formula", "parameters", "ranges", "start", "view", "plane"})
"""What changes along with what leads, in this order."""
_RUN_FIELDS: Final[Mapping[str, EditKind]] = {
    "schedule": EditKind.SCHEDULE,
    "clip": EditKind.CLIPPING,
    "lr_changes": EditKind.RATE_CHANGES,
    "name": EditKind.RUN_NAME,
    "style": EditKind.RUN_STYLE,
}
_NETWORK_FIELDS: Final[Mapping[str, EditKind]] = {
    "sizes": EditKind.LAYERS,
    "activation": EditKind.ACTIVATION,
    "loss": EditKind.LOSS,
    "has_bias": EditKind.BIASES,
    "initialiser": EditKind.INITIALISER,
    "weights": EditKind.FIRST_WEIGHTS,
    "batch": EditKind.BATCH,
    "epochs": EditKind.EPOCHS,
    "test_share": EditKind.TEST_SHARE,
    "is_standardised": EditKind.STANDARDISED,
    "noise": EditKind.SAMPLE_NOISE,
    "count": EditKind.SAMPLE_COUNT,
}


def edit_between(old: Document, new: Document) -> Edit | None:
    """Return what makes `new` of `old`, or None if there is nothing to undo.

    Where one looks (the picture in the middle, the cursor, the selected run) is nothing to undo;
    what part of the plane is shown is.
    """
    changed = _changed(old, new) - {"view", "step", "selected"}
    if not changed:
        return None
    if "experiment" in changed and changed <= {"experiment", "other", "typed"}:
        return experiment_edit(old.experiment, new.experiment)
    for name, kind in _BESIDE.items():
        if changed == {name}:
            return Edit(kind)
    return Edit(EditKind.SEVERAL)


def experiment_edit(old: Experiment, new: Experiment) -> Edit:
    """Return what makes `new` of `old`, two experiments that differ."""
    changed = _changed(old, new)
    if (old.network is None) != (new.network is None):
        return Edit(EditKind.TO_FUNCTION if new.network is None else EditKind.TO_NETWORK)
    if old.network is not None and new.network is not None and "network" in changed:
        return _network_edit(old.network, new.network, alone=len(changed) == 1)
    for leader, kind in _LEADERS.items():
        if leader in changed and changed <= _FOLLOWING:
            is_resized = leader == "start" and len(old.start) != len(new.start)
            return Edit(EditKind.VARIABLES if is_resized else kind)
    if "formula" in changed:
        return Edit(EditKind.FUNCTION)
    if len(changed) > 1:
        return Edit(EditKind.SEVERAL)
    (name,) = changed
    if name == "runs":
        return _runs_edit(old.runs, new.runs)
    subject = _named(getattr(old, name), getattr(new, name)) if name in _NAMED else ""
    return Edit(_FIELDS[name], subject)


def _changed(old: DataclassInstance, new: DataclassInstance) -> set[str]:
    names = (item.name for item in fields(old))
    return {name for name in names if getattr(old, name) != getattr(new, name)}


def _named(old: tuple[tuple[object, ...], ...], new: tuple[tuple[object, ...], ...]) -> str:
    """Return the name of the one entry that differs, "" for several."""
    names = {str(entry[0]) for entry in set(old) ^ set(new)}
    return names.pop() if len(names) == 1 else ""


def _network_edit(old: NetworkTask, new: NetworkTask, *, alone: bool) -> Edit:
    """Name the edit of a network; with other samples goes whatever suits them."""
    changed = _changed(old, new)
    if "table" in changed and new.table is not None:
        return Edit(EditKind.OWN_DATA)
    if "problem" in changed:
        return Edit(EditKind.PROBLEM)
    if not alone:
        return Edit(EditKind.SEVERAL)
    if len(changed) > 1:
        changed.discard("weights")  # dropped where they fit no longer
    return Edit(_NETWORK_FIELDS[changed.pop()] if len(changed) == 1 else EditKind.NETWORK)


def _runs_edit(old: tuple[Run, ...], new: tuple[Run, ...]) -> Edit:
    pairs = enumerate(zip(old, new, strict=False))
    apart = [i for i, (before, after) in pairs if before != after]
    first = apart[0] if apart else min(len(old), len(new))
    if new[:first] + new[first + 1 :] == old:
        return Edit(EditKind.RUN_ADDED, str(first))
    if old[:first] + old[first + 1 :] == new:
        return Edit(EditKind.RUN_REMOVED, str(first))
    if len(old) != len(new):
        return Edit(EditKind.RUNS)
    if len(apart) == 1:
        return _run_edit(old[first], new[first], str(first))
    return Edit(EditKind.RUN_MOVED if Counter(old) == Counter(new) else EditKind.RUNS)


def _run_edit(old: Run, new: Run, index: str) -> Edit:
    changed = _changed(old, new)
    if len(changed) > 1:
        return Edit(EditKind.RUN, index)
    (name,) = changed
    if name == "visible":
        return Edit(EditKind.RUN_SHOWN if new.visible else EditKind.RUN_HIDDEN, index)
    if name == "optimizer":
        return _optimizer_edit(old.optimizer, new.optimizer, index)
    return Edit(_RUN_FIELDS[name], index)


def _optimizer_edit(old: Optimizer, new: Optimizer, index: str) -> Edit:
    changed = _changed(old, new) if type(old) is type(new) else set()
    if changed == {"lr"}:
        return Edit(EditKind.LEARNING_RATE, index)
    if len(changed) == 1:
        return Edit(EditKind.HYPERPARAMETER, f"{index}.{changed.pop()}")
    return Edit(EditKind.OPTIMIZER, index)
