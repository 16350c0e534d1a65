"""Hyperparameters as dataclass fields that know their bounds and how to explain themselves.

The user interface builds its form from the metadata of `dataclasses.fields`; the optimizers
check their values against it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields
from enum import StrEnum
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


MOST_STEPS = 1_000_000_000
"""Steps that a hyperparameter may count."""


class Convention(StrEnum):
    """Whose formulas and constants an optimizer follows, where the common ones differ."""

    BOOK = "book"
    PYTORCH = "pytorch"


@dataclass(frozen=True, slots=True)
class Hyperparameter:
    """What is known of a hyperparameter beside its value.

    Attributes
    ----------
    label : str
        Its name for a reader.
    low, high : float
        The smallest and largest value allowed.
    help : str
        What it does, in a sentence.
    whole : bool
        Whether it counts something: an int.
    """

    label: str
    low: float
    high: float
    help: str
    whole: bool = False

    def check(self, name: str, value: object) -> float:
        """Return `value` as a float, or an int if whole, or raise ValueError with a sentence."""
        kind, words = (Integral, "a whole number") if self.whole else (Real, "a number")
        if isinstance(value, bool) or not isinstance(value, kind):
            raise ValueError(f"{name} must be {words}, not {value!r}.")  # noqa: TRY004 - one kind
        try:
            number = int(value) if isinstance(value, Integral) and self.whole else float(value)
        except OverflowError:
            number = math.inf
        if not self.low <= number <= self.high:
            raise ValueError(
                f"{name} must be between {self.low:.16g} and {self.high:.16g}, not {number!r}."
            )
        return number


def hyperparameter(default: float, label: str, low: float, high: float, about: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Return a dataclass field with its bounds.

    The metadata holds label, low, high, help and whole.
    """
    return _field(default, Hyperparameter(label, low, high, about))


def count_of_steps(default: int, label: str, low: int, about: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Return a dataclass field that is a whole number of steps."""
    return _field(default, Hyperparameter(label, low, MOST_STEPS, about, whole=True))


def _field(default: float, rule: Hyperparameter) -> Any:  # noqa: ANN401 - as dataclasses.field
    known = ("label", "low", "high", "help", "whole")
    metadata = {name: getattr(rule, name) for name in known} | {"rule": rule}
    return field(default=default, metadata=metadata)


def learning_rate(default: float) -> Any:  # noqa: ANN401 - as dataclasses.field
    """Return the field of a learning rate."""
    text = "How far one step goes for a given gradient."
    return hyperparameter(default, "Learning rate", 1e-300, 1e300, text)


def checked(settings: DataclassInstance) -> dict[str, float]:
    """Return the hyperparameters of a dataclass instance as floats within their bounds.

    Raises
    ------
    ValueError
        With a sentence that names the first value that is no number or out of bounds.
    """
    return {
        item.name: item.metadata["rule"].check(item.name, getattr(settings, item.name))
        for item in fields(settings)
        if "rule" in item.metadata
    }
