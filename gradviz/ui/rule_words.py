"""The reader's words for schedules and clipping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.clipping import ClipKind
from gradviz.core.schedules import CONSTANT, WarmUp
from gradviz.ui.number_format import format_number

if TYPE_CHECKING:
    from gradviz.core.clipping import Clipping
    from gradviz.core.schedules import Schedule


def _tr(text: str) -> str:
    return QCoreApplication.translate("RuleWords", text)


def schedule_label(kind: type[Schedule]) -> str:
    """Return the name of a kind of schedule."""
    return QCoreApplication.translate("Schedule", kind.label)


def schedule_tip(kind: type[Schedule]) -> str:
    """Return what a kind of schedule does, in a sentence."""
    first = (kind.__doc__ or "").strip().partition("\n")[0]
    return QCoreApplication.translate("Schedule", first)


def clip_label(kind: ClipKind | None) -> str:
    """Return the name of a kind of clipping; None is for none."""
    if kind is None:
        return _tr("Off")
    return {ClipKind.NORM: _tr("By norm"), ClipKind.VALUE: _tr("By value")}[kind]


def clip_tip(kind: ClipKind | None) -> str:
    """Return what a kind of clipping does, in a sentence."""
    if kind is None:
        return _tr("The optimizer gets the gradient as it is.")
    return {
        ClipKind.NORM: _tr("A gradient longer than the limit is shortened to it."),
        ClipKind.VALUE: _tr("Each part of the gradient is brought between −limit and limit."),
    }[kind]


def rule_summary(schedule: Schedule, clip: Clipping | None) -> str:
    """Return what is on in a few words, such as ``Cosine, clipped``."""
    scheduled, clipped = schedule != CONSTANT, clip is not None
    if not scheduled:
        return _tr("Clipped") if clipped else _tr("off")
    text = _tr("{0}, clipped") if clipped else "{0}"
    return text.format(schedule_label(type(schedule)))


def rate_mark(schedule: Schedule) -> str:
    """Return the arrow that says which way the learning rate goes, "" if it stays."""
    if schedule == CONSTANT:
        return ""
    return "\N{NORTH EAST ARROW}" if isinstance(schedule, WarmUp) else "\N{SOUTH EAST ARROW}"


def rule_hint(schedule: Schedule, clip: Clipping | None) -> str:
    """Return schedule and clipping in words to be spoken; "" where neither is on."""
    parts = []
    if schedule != CONSTANT:
        parts.append(_tr("{0} schedule").format(schedule_label(type(schedule))))
    if clip is not None:
        words = {
            ClipKind.NORM: _tr("gradient clipped to length {0}"),
            ClipKind.VALUE: _tr("parts of the gradient clipped to {0}"),
        }
        parts.append(words[clip.kind].format(_short(clip.limit)))
    return ", ".join(parts)


def _short(limit: float) -> str:
    return format_number(limit).removesuffix(".0")
