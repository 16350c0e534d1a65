"""Checks of single values, shared by everything that builds an experiment.

Each function returns the value in its one true form (a float, a tuple of floats) or raises an
`ExperimentError` that names the place. Nothing is guessed: text is no number, `True` is no 1.
"""

from __future__ import annotations

import math
from enum import StrEnum
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


class ExperimentCode(StrEnum):
    """What is wrong with a value; the user interface words it in the reader's language."""

    WRONG_TYPE = "wrong-type"
    NOT_FINITE = "not-finite"
    OUT_OF_RANGE = "out-of-range"
    TOO_FEW = "too-few"
    TOO_MANY = "too-many"
    TOO_LARGE = "too-large"
    BAD_RANGE = "bad-range"
    BAD_NAME = "bad-name"
    DUPLICATE = "duplicate"
    UNKNOWN_PARAMETER = "unknown-parameter"
    DIMENSION = "dimension"


class ExperimentError(ValueError):
    """A value that no experiment can have.

    Attributes
    ----------
    code : ExperimentCode
        What is wrong.
    field : str
        Where, dotted: ``"h"``, ``"start.1"``, ``"runs.0.style"``.
    values : dict of str to str
        What the sentence was formatted with.
    message : str
        One English sentence.
    """

    def __init__(self, code: ExperimentCode, field: str, message: str, **values: object) -> None:
        self.code = code
        self.field = field
        self.values = {key: str(value) for key, value in values.items()}
        self.message = message
        super().__init__(message)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (self.code, self.field, self.message, self.values))


def _rebuild(
    code: ExperimentCode, field: str, message: str, values: dict[str, str]
) -> ExperimentError:
    return ExperimentError(code, field, message, **values)


def number(field: str, value: object, low: float = -math.inf, high: float = math.inf) -> float:
    """Return `value` as a finite float between `low` and `high`, both included."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise _wrong_type(field, "a number", value)
    try:
        result = float(value)
    except OverflowError:
        result = math.inf
    if not math.isfinite(result):
        raise ExperimentError(
            ExperimentCode.NOT_FINITE, field, f"{field} must be a finite number.", value=result
        )
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
        message = f"{field} needs at least {least}, not {len(found)}."
        raise ExperimentError(ExperimentCode.TOO_FEW, field, message, least=least, count=len(found))
    if len(found) > most:
        message = f"{field} can hold at most {most}, not {len(found)}."
        raise ExperimentError(ExperimentCode.TOO_MANY, field, message, most=most, count=len(found))
    return found


def text(field: str, value: object, longest: int) -> str:
    """Return `value`, a string of at most `longest` characters."""
    if not isinstance(value, str):
        raise _wrong_type(field, "text", value)
    if len(value) > longest:
        message = f"{field} can be at most {longest} characters long, not {len(value)}."
        raise ExperimentError(
            ExperimentCode.TOO_LARGE, field, message, most=longest, count=len(value)
        )
    return value


def instance(field: str, value: T, wanted: type[Any], words: str) -> T:
    """Return `value` if it is a `wanted`; `words` say what that is."""
    if not isinstance(value, wanted):
        raise _wrong_type(field, words, value)
    return value


def _wrong_type(field: str, wanted: str, value: object) -> ExperimentError:
    found = type(value).__name__
    message = f"{field} must be {wanted}, not {found}."
    return ExperimentError(ExperimentCode.WRONG_TYPE, field, message, wanted=wanted, found=found)


def _in_range(field: str, value: float, low: float, high: float) -> None:
    if low <= value <= high:
        return
    limits = f"at least {low}" if math.isinf(high) else f"between {low} and {high}"
    message = f"{field} must be {limits}, not {value}."
    raise ExperimentError(
        ExperimentCode.OUT_OF_RANGE, field, message, value=value, low=low, high=high
    )
