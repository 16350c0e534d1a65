"""Checks of single values, shared by everything that builds an experiment.

Each function returns the value in its one true form (a float, a tuple of floats) or raises an
`ExperimentError` that names the place. Nothing is guessed: text is no number, `True` is no 1.
"""

from __future__ import annotations

import math
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, TypeVar

from gradviz.document.experiment_errors import ExperimentCode, ExperimentError, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


def number(field: str, value: object, low: float = -math.inf, high: float = math.inf) -> float:
    """Return `value` as a finite float between `low` and `high`, both included."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise _wrong_type(field, "a number", value)
    try:
        result = float(value)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise ExperimentError(ExperimentCode.NOT_FINITE, field, Sentence.NOT_FINITE, value=result)
    _in_range(field, result, low, high)
    return result


def integer(field: str, value: object, low: int, high: int) -> int:
    """Return `value` as an int between `low` and `high`, both included."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise _wrong_type(field, "a whole number", value)
    _in_range(field, int(value), low, high)
    return int(value)


def numbers(field: str, values: object, least: int, most: int) -> tuple[float, ...]:
    """Return `values` as a tuple of `least` to `most` finite floats."""
    return tuple(
        number(f"{field}.{i}", value) for i, value in enumerate(items(field, values, least, most))
    )


def items(field: str, values: object, least: int, most: int) -> tuple[Any, ...]:
    """Return `values`, any sized iterable but text, as a tuple of `least` to `most` items."""
    if isinstance(values, str | bytes) or not hasattr(values, "__iter__"):
        raise _wrong_type(field, "a list", values)
    iterable: Iterable[Any] = values
    found = tuple(iterable)
    if len(found) < least:
        code, words = ExperimentCode.TOO_FEW, Sentence.TOO_FEW
        raise ExperimentError(code, field, words, least=least, count=len(found))
    if len(found) > most:
        code, words = ExperimentCode.TOO_MANY, Sentence.TOO_MANY
        raise ExperimentError(code, field, words, most=most, count=len(found))
    return found


def text(field: str, value: object, longest: int) -> str:
    """Return `value`, a string of at most `longest` characters."""
    if not isinstance(value, str):
        raise _wrong_type(field, "text", value)
    if len(value) > longest:
        code, words = ExperimentCode.TOO_LARGE, Sentence.TOO_LONG
        raise ExperimentError(code, field, words, most=longest, count=len(value))
    return value


def instance(field: str, value: T, wanted: type[Any], words: str) -> T:
    """Return `value` if it is a `wanted`; `words` say what that is."""
    if not isinstance(value, wanted):
        raise _wrong_type(field, words, value)
    return value


def _wrong_type(field: str, wanted: str, value: object) -> ExperimentError:
    found = type(value).__name__
    code, words = ExperimentCode.WRONG_TYPE, Sentence.WRONG_TYPE
    return ExperimentError(code, field, words, wanted=wanted, found=found)


def _in_range(field: str, value: float, low: float, high: float) -> None:
    if low <= value <= high:
        return
    words = Sentence.AT_LEAST if math.isinf(high) else Sentence.BETWEEN
    code = ExperimentCode.OUT_OF_RANGE
    raise ExperimentError(code, field, words, value=value, low=low, high=high)
