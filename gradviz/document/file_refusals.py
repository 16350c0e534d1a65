"""What msgspec says of a value it refuses, as a code with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from gradviz.document.file_errors import FileCode, FileError, shown

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS: Final = {
    "float": "a number",
    "int": "a whole number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_LIMITS: Final = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_AT: Final = " - at `$"


def refused(said: str) -> FileError:
    """Return as an error of the file what msgspec says of a value."""
    what, at, place = said.rpartition(_AT)
    if not at:
        what, place = said, ""
    place = place.removesuffix("`").removeprefix(".")
    for pattern, made in _KINDS:
        match = pattern.fullmatch(what)
        if match is not None:
            return made(place, match)
    return FileError(FileCode.INVALID, place, text=shown(what))


def _unknown_key(place: str, match: re.Match[str]) -> FileError:
    return FileError(FileCode.UNKNOWN_KEY, _below(place, match[1]))


def _missing_key(place: str, match: re.Match[str]) -> FileError:
    return FileError(FileCode.MISSING_KEY, _below(place, match[1]))


def _wrong_type(place: str, match: re.Match[str]) -> FileError:
    wanted, found = (_worded(names) for names in match.groups())
    return FileError(FileCode.WRONG_TYPE, place, wanted=wanted, found=found)


def _out_of_range(place: str, match: re.Match[str]) -> FileError:
    return FileError(FileCode.OUT_OF_RANGE, place, limit=f"{_LIMITS[match[1]]} {match[2]}")


def _wrong_length(place: str, match: re.Match[str]) -> FileError:
    return FileError(FileCode.WRONG_LENGTH, place, wanted=match[1], found=match[2])


def _unknown_word(place: str, match: re.Match[str]) -> FileError:
    return FileError(FileCode.UNKNOWN_WORD, place, word=shown(match[1].strip("'\"")))


def _below(place: str, key: str) -> str:
    return f"{place}.{shown(key)}" if place else shown(key)


def _worded(names: str) -> str:
    return " or ".join(_WORDS.get(name, name) for name in names.split(" | "))


_KINDS: Final[tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], FileError]], ...]] = (
    (re.compile(r"Object contains unknown field `(.*)`", re.DOTALL), _unknown_key),
    (re.compile(r"Object missing required field `(.*)`"), _missing_key),
    (re.compile(r"Expected `(.*)`, got `(.*)`"), _wrong_type),
    (re.compile(r"Expected `.*` (>=|<=|>|<) (.*)"), _out_of_range),
    (re.compile(r"Expected `array` of length (\d+), got (\d+)"), _wrong_length),
    (re.compile(r"Invalid (?:enum )?value (.*)", re.DOTALL), _unknown_word),
)
