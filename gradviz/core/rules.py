"""How a run turns gradients into steps: its optimizer, schedule and clipping, in one value."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from gradviz.core.clipping import parse_clipping
from gradviz.core.optimizers import optimizer_kind
from gradviz.core.rate_changes import changed, parted
from gradviz.core.schedules import CONSTANT, schedule_kind
from gradviz.core.settings import built, names_of, read_settings

if TYPE_CHECKING:
    from dataclasses import Field

    from gradviz.core.clipping import Clipping
    from gradviz.core.optimizers import Optimizer
    from gradviz.core.rate_changes import RateChange
    from gradviz.core.schedules import Schedule

__all__ = ["Rule", "RuleError", "parse_rule", "rule_text"]

ALWAYS_SAID = frozenset({"lr", "convention"})
"""Hyperparameters of an optimizer that `rule_text` says even at their defaults."""


FROM = "lr@"
"""Before the number of the update from which on another learning rate holds."""


class RuleError(ValueError):
    """Text that describes no rule; the message is a sentence."""


class Rule(NamedTuple):
    """What the steps of a run depend on beside the gradients; equal rules step alike.

    Attributes
    ----------
    optimizer : Optimizer
        The update rule with its hyperparameters.
    schedule : Schedule
        By what its learning rate is multiplied in each update.
    clip : Clipping or None
        What gradients are limited to before the optimizer gets them; None for nothing.
    """

    optimizer: Optimizer
    schedule: Schedule = CONSTANT
    clip: Clipping | None = None


def parse_rule(text: str) -> Rule:
    """Return the rule that `text` describes.

    Such as ``adam:lr=0.3,schedule=cosine,over=200,floor=0.1,clip=norm:1,lr@40=0.1``: an optimizer,
    and after a colon its hyperparameters, a schedule with its own, a clipping, and learning rates
    that hold from an update on, in any order. What is not named keeps its default.

    Raises
    ------
    RuleError
        If something is unknown or a value is wrong; the text is a sentence.
    """
    key, colon, rest = text.partition(":")
    try:
        kind = optimizer_kind(key)
        return _rule(kind, read_settings(rest) if colon else {})
    except ValueError as error:
        raise RuleError(str(error)) from None


def _rule(kind: type[Optimizer], settings: dict[str, str]) -> Rule:
    schedule = schedule_kind(settings.pop("schedule", CONSTANT.key))
    clip = settings.pop("clip", None)
    timed = {name: settings.pop(name) for name in names_of(schedule) if name in settings}
    later = [(name, settings.pop(name)) for name in list(settings) if name.startswith(FROM)]
    _check_known(kind, schedule, settings)
    optimizer = built(kind, kind.label, settings)
    changes = tuple(sorted(_rate_change(name, value) for name, value in later))
    return Rule(
        optimizer,
        changed(built(schedule, schedule.label, timed), optimizer.lr, changes),
        None if clip is None else parse_clipping(clip),
    )


def _rate_change(name: str, value: str) -> RateChange:
    step = name.removeprefix(FROM)
    if not (step.isascii() and step.isdigit()):
        raise ValueError(f"Write lr@step=value, such as lr@40=0.01, not {name}={value}.")
    try:
        lr = float(value.replace("_", "?"))  # Python would read 1_0 as 10
    except ValueError:
        lr = math.nan
    if not 0.0 <= lr < math.inf:
        raise ValueError(f"{name} must be a number that is at least 0, not {value!r}.")
    return int(step), lr


def _check_known(kind: type[Optimizer], schedule: type[Schedule], settings: dict[str, str]) -> None:
    known = names_of(kind)
    for name in settings:
        if name not in known:
            scheduled = names_of(schedule)
            more = f"; the schedule {schedule.key} has {', '.join(scheduled)}" if scheduled else ""
            raise ValueError(
                f"{kind.label} has no {name!r}. It has {', '.join(known)}, schedule, clip and "
                f"lr@step{more}."
            )


def rule_text(rule: Rule) -> str:
    """Return `rule` as `parse_rule` reads it, leaving out what is seldom changed and was not."""
    said = [
        f"{item.name}={value}"
        for item, value in _settings(rule.optimizer)
        if item.name in ALWAYS_SAID or value != item.default
    ]
    schedule, changes = parted(rule.schedule)
    if schedule != CONSTANT:
        said.append(f"schedule={schedule.key}")
        said += [
            f"{item.name}={value}" for item, value in _settings(schedule) if value or item.default
        ]
    said += [f"{FROM}{step}={lr}" for step, lr in changes]
    if rule.clip is not None:
        said.append(f"clip={rule.clip.kind}:{rule.clip.limit}")
    return f"{rule.optimizer.key}:{','.join(said)}"


def _settings(value: Optimizer | Schedule) -> list[tuple[Field[Any], Any]]:
    return [(item, getattr(value, item.name)) for item in fields(value)]
