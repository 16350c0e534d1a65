"""JSON as strict as an experiment file needs it.

The parser of the standard library takes the last of keys that repeat, NaN, and numbers that
overflow; it would also build whatever fits into the memory. Here the text is measured first, and
what came out is looked through.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from gradviz.document.file_errors import FileCode, FileError, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH: Final = 16
"""Lists and objects within one another."""
MAX_VALUES: Final = 5_000_000
"""Values in a file: more than the largest that can be written has."""
MAX_KEYS: Final = 100_000
"""Keys in a file, of all objects together: those of a thousand runs, twice."""
LONGEST_INTEGER: Final = 20
"""Digits of a number that is read exactly; with more of them, as a float."""

# A string, to its end or that of the text, so that none is looked at twice; or a bracket.
_TOKENS: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:["\\]|\Z)|[\[\]{}]', re.DOTALL)


class _Repeated(dict[str, Any]):
    """An object in which a key is given twice."""

    key: str


def parse_json(text: str) -> object:
    """Return what `text` says as dicts, lists, strings, numbers, booleans and None.

    Raises
    ------
    FileError
        When it is not JSON, too large or too deep, or has a key twice, a number that is not
        finite, or half a character: with the place.
    """
    _measure(text)
    try:
        tree = json.loads(text, object_pairs_hook=_object, parse_int=_integer)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FileError(FileCode.NOT_JSON, place) from None
    _look_through(tree, ())
    return tree


def _measure(text: str) -> None:
    """Refuse text that is too deep or holds too much, before anything is built of it."""
    depth = values = keys = end = 0
    for token in _TOKENS.finditer(text):
        begin, mark = token.start(), token[0]
        values += text.count(",", end, begin) + (mark in "[{")
        keys += text.count(":", end, begin) + (mark == "{")
        end = token.end()
        depth += (mark in "[{") - (mark in "]}")
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, begin) + 1
            raise FileError(FileCode.TOO_DEEP, f"line {line}")
        if values > MAX_VALUES or keys > MAX_KEYS:
            break
    values += text.count(",", end)
    if values > MAX_VALUES or keys > MAX_KEYS:
        most = MAX_VALUES if values > MAX_VALUES else MAX_KEYS
        raise FileError(FileCode.TOO_MANY, most=most)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = _Repeated(found)
    repeated.key = _first_twice(key for key, _ in pairs)
    return repeated


def _first_twice(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return ""


def _integer(digits: str) -> float:
    return int(digits) if len(digits) <= LONGEST_INTEGER else float(digits)


def _look_through(value: object, path: tuple[str | int, ...]) -> None:
    if isinstance(value, dict):
        if isinstance(value, _Repeated):
            raise FileError(FileCode.REPEATED_KEY, place_of(*path, value.key))
        for key, item in value.items():
            _check_text(key, path)
            _look_through(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            if type(item) is float and isfinite(item):  # long lists are of these
                continue
            _look_through(item, (*path, i))
    elif isinstance(value, str):
        _check_text(value, path)
    elif isinstance(value, float) and not isfinite(value):
        raise FileError(FileCode.NOT_FINITE, place_of(*path))


def _check_text(text: str, path: tuple[str | int, ...]) -> None:
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise FileError(FileCode.NOT_TEXT, place_of(*path)) from None
