"""What is wrong with an experiment file, with the place where it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from gradviz.core.coded_error import CodedError

LONGEST_SHOWN: Final = 40
"""Characters of a key or a word that are shown."""


class FileCode(StrEnum):
    """Why a file cannot be opened or saved; the user interface words it."""

    MISSING = "missing"
    FOLDER = "folder"
    UNREADABLE = "unreadable"
    NOT_WRITTEN = "not-written"
    TOO_LARGE = "too-large"
    TABLE_TOO_LARGE = "table-too-large"
    NOT_UTF8 = "not-utf8"
    TABLE_NOT_UTF8 = "table-not-utf8"
    EMPTY = "empty"
    NOT_JSON = "not-json"
    TOO_DEEP = "too-deep"
    TOO_MANY = "too-many"
    NOT_OURS = "not-ours"
    NEWER = "newer"
    BROKEN = "broken"
    REPEATED_KEY = "repeated-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    NOT_FINITE = "not-finite"
    NOT_TEXT = "not-text"
    WRONG_TYPE = "wrong-type"
    OUT_OF_RANGE = "out-of-range"
    WRONG_LENGTH = "wrong-length"
    UNKNOWN_WORD = "unknown-word"
    INVALID = "invalid"


_SENTENCES: Final = {
    FileCode.MISSING: "There is no file “{name}”.",
    FileCode.FOLDER: "“{name}” is a folder, not a file.",
    FileCode.UNREADABLE: "“{name}” cannot be read: {why}.",
    FileCode.NOT_WRITTEN: "“{name}” could not be saved: {why}.",
    FileCode.TOO_LARGE: "An experiment file can have {most} MB at most.",
    FileCode.TABLE_TOO_LARGE: "“{name}” is larger than {most} MB: a table has to be smaller.",
    FileCode.NOT_UTF8: "The file is not text in UTF-8 ({place}).",
    FileCode.TABLE_NOT_UTF8: "“{name}” is not text in UTF-8: save it as “CSV UTF-8” and open it "
    "again.",
    FileCode.EMPTY: "The file is empty.",
    FileCode.NOT_JSON: "The file cannot be read from {place} on: it is damaged there.",
    FileCode.TOO_DEEP: "The file is nested too deeply ({place}).",
    FileCode.TOO_MANY: "The file holds more than any experiment does: over {most} values.",
    FileCode.NOT_OURS: "This is no experiment file of GradViz.",
    FileCode.NEWER: "The file was made by a newer GradViz (its format is {version}, this program "
    "reads up to {known}).",
    FileCode.BROKEN: "The file is of an older format, {version}, and damaged.",
    FileCode.REPEATED_KEY: "“{place}” is given twice.",
    FileCode.UNKNOWN_KEY: "“{place}” is not known.",
    FileCode.MISSING_KEY: "“{place}” is missing.",
    FileCode.NOT_FINITE: "“{place}” must be a finite number.",
    FileCode.NOT_TEXT: "“{place}” holds half a character.",
    FileCode.WRONG_TYPE: "“{place}” must be {wanted}, not {found}.",
    FileCode.OUT_OF_RANGE: "“{place}” must be {limit}.",
    FileCode.WRONG_LENGTH: "“{place}” must have {wanted} entries, not {found}.",
    FileCode.UNKNOWN_WORD: "“{place}” cannot be “{word}”.",
    FileCode.INVALID: "“{place}”: {text}",
}


class FileError(CodedError):
    """A file that holds no experiment or no table, or cannot be written.

    Where a value was refused by the experiment, its own error is the `__cause__`.

    Attributes
    ----------
    place : str
        Where: ``"experiment.runs[2].optimizer.lr"``, ``"line 3, column 5"``, or "".
    """

    sentences = _SENTENCES

    def __init__(self, code: FileCode, place: str = "", **values: object) -> None:
        self.place = place
        super().__init__(code, place=place, **values)


def shown(text: str) -> str:
    """Return `text` on one line, cut off if it is long."""
    plain = " ".join(text[: 2 * LONGEST_SHOWN].split())
    return plain if len(plain) <= LONGEST_SHOWN else plain[:LONGEST_SHOWN] + "…"


def place_of(*parts: str | int) -> str:
    """Return keys and indices as they are read: ``runs[2].optimizer``."""
    written = (f"[{part}]" if isinstance(part, int) else f".{shown(part)}" for part in parts)
    return "".join(written).removeprefix(".")


def dotted(prefix: str, field: str) -> str:
    """Return the place of the field of an experiment, such as ``start.1``, below `prefix`."""
    parts = [int(part) if part.isdecimal() else part for part in field.split(".")]
    return place_of(*(prefix, *parts) if prefix else parts)
