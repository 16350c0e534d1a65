"""The reader's words for errors that are codes with values.

The sentence is translated as a template, and the values are put in after. Values that are words
themselves (places, reasons, kinds of values) are translated too; names and numbers stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication

from gradviz.core.coded_error import CodedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FIELDS: Final = {
    "formula": "The function",
    "parameters": "The list of parameters",
    "parameters.{0}": "Parameter {0}",
    "ranges": "The list of sliders",
    "ranges.{0}": "The slider of {0}",
    "start": "The start",
    "start.{0}": "Coordinate {0} of the start",
    "method": "The method",
    "h": "The step size h",
    "steps": "The number of steps",
    "tolerance": "The tolerance",
    "noise": "The noise",
    "seed": "The seed",
    "runs": "The list of runs",
    "runs.{0}": "Run {0}",
    "optimizer": "The optimizer",
    "schedule": "The schedule",
    "clip": "The clipping",
    "lr_changes": "The list of changes of the learning rate",
    "lr_changes.{0}": "Change {0} of the learning rate",
    "name": "The name",
    "style": "The style",
    "visible": "Visibility",
    "view": "The view",
    "plane": "The plane",
    "plane.{0}": "Axis {0} of the plane",
    "network": "The network",
    "network.problem": "The problem",
    "network.sizes": "The layers",
    "network.sizes.{0}": "Size {0} of the layers",
    "network.activation": "The activation",
    "network.loss": "The loss",
    "network.initialiser": "The initialiser",
    "network.weights": "The first weights",
    "network.weights.{0}": "First weight {0}",
    "network.batch": "The batch size",
    "network.epochs": "The number of epochs",
    "network.test_share": "The share of test samples",
    "network.is_standardised": "Standardising",
    "network.noise": "The noise of the samples",
    "network.count": "The number of samples",
    "network.table": "The table",
    "network.table.name": "The name of the table",
    "network.table.text": "The text of the table",
    "note": "The note",
    "typed": "What is typed",
    "step": "The step",
    "selected": "The selected run",
}
"""What the fields of an experiment are called, at the beginning of a sentence."""

PHRASES: Final = (
    "a number",
    "a whole number",
    "text",
    "true or false",
    "a list",
    "an object",
    "null",
    "a version",
    "the folder does not exist",
    "a part of the path is not a folder",
    "it is a folder",
    "writing there is not permitted",
    "reading it is not permitted",
    "the disk is read-only",
    "the disk is full",
    "the disk quota is used up",
    "the name is too long",
    "line {0}, column {1}",
    "line {0}",
    "at least {0}",
    "at most {0}",
    "more than {0}",
    "less than {0}",
    "{0} or {1}",
)
"""Values that are words; whole phrases come before those with gaps: "true or false" is one."""


class Unwritten(Protocol):
    """What is known of a file that could not be written."""

    path: Path
    reason: str


_WORDS: Final = frozenset({"wanted", "found", "limit", "place", "why"})
"""The placeholders whose values may be words."""
_COUNTS: Final = frozenset({"count", "most", "steps", "weights"})
"""The placeholders whose values are whole numbers, hard to read where they are long."""
_LONG: Final = 5
_QUOTED: Final = re.compile(r"`([^`]*)`")


def coded_sentence(error: CodedError) -> str:
    """Return what is wrong in a sentence, with code between quotation marks."""
    template = QCoreApplication.translate(type(error).__name__, error.template)
    return quoted(template.format_map({**error.placeholders, **_told(error)}))


def write_sentence(error: Unwritten) -> str:
    """Return that a file could not be written, and why."""
    words = QCoreApplication.translate("WriteError", "Could not write {0}: {1}.")
    return words.format(error.path, value_words(error.reason))


def quoted(text: str) -> str:
    """Set code between quotation marks instead of backticks."""
    return _QUOTED.sub("\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", text)


def _told(error: CodedError) -> Mapping[str, str]:
    """Return the placeholders that have words of the reader's language."""
    told = {}
    for name, value in error.placeholders.items():
        if name == "field":
            told[name] = field_words(value)
        elif name in _WORDS:
            told[name] = value_words(value)
        elif name in _COUNTS and value.isdecimal() and len(value) >= _LONG:
            told[name] = f"{int(value):,}"
        elif name == "text" and isinstance(error.__cause__, CodedError):
            told[name] = coded_sentence(error.__cause__)
    return told


def field_words(field: str) -> str:
    """Return what the field of an experiment is called: ``start.1`` is its second coordinate."""
    if field in FIELDS:
        return _field(FIELDS[field])
    above, _, last = field.rpartition(".")
    words = FIELDS.get(f"{above}.{{0}}")
    if words is None:
        return field
    return _field(words).format(int(last) + 1 if last.isdecimal() else last)


def value_words(value: str) -> str:
    """Return a value in the reader's words, or as it is where it is no word."""
    for phrase, pattern in _PATTERNS:
        match = pattern.fullmatch(value)
        if match is not None:
            parts = (value_words(part) for part in match.groups())
            return QCoreApplication.translate("Values", phrase).format(*parts)
    return value


def _field(words: str) -> str:
    return QCoreApplication.translate("Fields", words)


def _pattern(phrase: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in re.split(r"\{\d\}", phrase))
    return re.compile("(.+?)".join(parts))


_PATTERNS: Final = [(phrase, _pattern(phrase)) for phrase in PHRASES]
