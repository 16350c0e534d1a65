"""Conditions on an experiment and what comes of it: what a lesson claims, what it asks for.

A condition is written ``f of run 1 at step 30 < 1e-6``: a quantity, the run it
belongs to (0 if none is named), the step or, for those of an epoch, the epoch (the last one if
none is named), a comparison, and a number, several with commas between, or a word. A number
holds to the digits it is written with, a whole one to a millionth of it, 0 exactly; ``98.7 %`` is
0.987.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gradviz.document.lesson_quantities import QUANTITIES, Seen, is_known, quantity
from gradviz.document.lesson_settings import number

if TYPE_CHECKING:
    from gradviz.document.experiment import Experiment
    from gradviz.document.lesson_quantities import Value
    from gradviz.document.results import Outcome

__all__ = ["Condition", "read_condition"]

_SLACK: Final = 1e-12
"""What a number may be off relatively beside its digits: the rounding of the comparison itself."""
_WHOLE_SLACK: Final = 1e-6
"""What a whole number may be off relatively: difference quotients are never quite whole."""
_WRITTEN: Final = re.compile(
    r"(?P<what>[a-z][a-z0-9 ]*?)(?: of run (?P<run>\d+))?(?: at (?:step|epoch) (?P<at>\d+))?"
    r"\s*(?P<sign><=|>=|<|>|=)\s*(?P<value>\S.*)"
)
_NUMBER: Final = re.compile(r"[-+]?\d+(?P<places>\.\d+)?(?:e(?P<exponent>[-+]?\d+))?")


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison of a quantity with what is written.

    Attributes
    ----------
    what : str
        The quantity: a name of `gradviz.document.lesson_quantities`, or one with an index.
    run : int
        Which run, from 0.
    at : int or None
        The step or epoch; None for the last one.
    sign : str
        One of ``=``, ``<``, ``<=``, ``>``, ``>=``.
    written : tuple of str
        The numbers as they are written, or one word.
    """

    what: str
    run: int
    at: int | None
    sign: str
    written: tuple[str, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers as a text states them, without signs of percent; none of a word."""
        stripped = tuple(text.removesuffix("%").strip() for text in self.written)
        return stripped if all(map(_NUMBER.fullmatch, stripped)) else ()

    def found(self, experiment: Experiment, outcome: Outcome | None) -> Value | None:
        """Return the quantity; None while it is not known, or where there is none."""
        try:
            return quantity(self.what, Seen(experiment, outcome, self.run, self.at))
        except LookupError:
            return None

    def holds(self, experiment: Experiment, outcome: Outcome | None) -> bool:
        """Return whether it is so; not while the quantity is not known."""
        found = self.found(experiment, outcome)
        if found is None:
            return False
        if isinstance(found, str):
            return self.sign == "=" and (found,) == self.written
        if len(found) != len(self.written) or not self.numbers:
            return False
        pairs = zip(found, self.written, strict=True)
        return all(_compares(value, self.sign, text) for value, text in pairs)


def _compares(value: float, sign: str, text: str) -> bool:
    scale = 0.01 if text.endswith("%") else 1.0
    digits = text.removesuffix("%").strip()
    wanted = scale * number(digits)
    if sign == "=":
        return abs(value - wanted) <= scale * _slack(digits) + _SLACK * abs(wanted)
    if sign == "<":
        return value < wanted
    if sign == ">":
        return value > wanted
    return value <= wanted if sign == "<=" else value >= wanted


def _slack(digits: str) -> float:
    """Return half of the last digit's place, or what a whole number may be off."""
    match = _NUMBER.fullmatch(digits)
    if match is None or (match["places"] is None and match["exponent"] is None):
        return _WHOLE_SLACK * abs(number(digits))
    places = len(match["places"] or ".") - 1
    return 0.5 * 10.0 ** (int(match["exponent"] or 0) - places)


def read_condition(text: str) -> Condition:
    """Return the condition that is written in `text`.

    Raises
    ------
    ValueError
        If it is none, or about nothing that is known; the text is a sentence.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"Write what = value, such as h < 1e-40, not {text!r}.")
    what = match["what"]
    if not is_known(what):
        raise ValueError(f"There is no quantity {what!r}. There are {', '.join(QUANTITIES)}.")
    at = None if match["at"] is None else int(match["at"])
    written = tuple(part.strip() for part in match["value"].split(","))
    return Condition(what, int(match["run"] or 0), at, match["sign"], written)
