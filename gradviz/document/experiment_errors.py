"""What no experiment can have, as a code with its place and values, and sentences made of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from gradviz.core.coded_error import CodedError

if TYPE_CHECKING:
    from collections.abc import Mapping


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


class Sentence(StrEnum):
    """What is said of it: some codes have several sentences. ``field`` is the place."""

    WRONG_TYPE = "{field} must be {wanted}, not {found}."
    NOT_FINITE = "{field} must be a finite number."
    AT_LEAST = "{field} must be at least {low}, not {value}."
    BETWEEN = "{field} must be between {low} and {high}, not {value}."
    TOO_FEW = "{field} needs at least {least}, not {count}."
    TOO_MANY = "{field} can hold at most {most}, not {count}."
    TOO_LONG = "{field} can be at most {most} characters long, not {count}."
    BAD_RANGE = "The range of {name} must go from a lower to a higher number."
    BAD_NAME = "{name!r} is not a parameter's name."
    PARAMETER_TWICE = "The parameter {name} is given twice."
    RATE_TWICE = "The learning rate is changed twice at step {name}."
    ONE_COORDINATE = "The two coordinates of the plane must differ."
    TOO_MANY_NUMBERS = (
        "Steps: {steps}, runs: {runs}, variables: {variables}. These are {count} numbers; an "
        "experiment can hold {most}."
    )
    TOO_MANY_WEIGHTS = (
        "Steps: {steps}, runs: {runs}, weights: {weights}. These are {count} numbers; an "
        "experiment can hold {most}."
    )
    NO_SUCH_PARAMETER = "The function has no parameter {name}: it has {known}."
    NO_PARAMETERS = "The function has no parameter {name}: it has none."
    ONE_VARIABLE = "The function has 1 variable ({names}), but the start point has {found} numbers."
    VARIABLES = (
        "The function has {wanted} variables ({names}), but the start point has {found} numbers."
    )
    VARIABLES_ONE_NUMBER = (
        "The function has {wanted} variables ({names}), but the start point has 1 number."
    )
    MANY_VARIABLES = (
        "The function has {wanted} variables ({first} to {last}), but the start point has {found} "
        "numbers."
    )
    MANY_VARIABLES_ONE_NUMBER = (
        "The function has {wanted} variables ({first} to {last}), but the start point has 1 number."
    )


class ExperimentError(CodedError):
    """A value that no experiment can have.

    Parameters
    ----------
    code : ExperimentCode
        What is wrong.
    field : str
        Where, dotted: ``"h"``, ``"start.1"``, ``"runs.0.style"``.
    template : str
        One of `Sentence`.
    **values : object
        What the sentence is formatted with beside the field.

    Attributes
    ----------
    field : str
        Where.
    """

    def __init__(
        self, code: ExperimentCode, field: str, template: str, /, **values: object
    ) -> None:
        self.field = field
        self._template = template
        super().__init__(code, **values)

    @property
    def template(self) -> str:
        """The sentence with placeholders for the values."""
        return self._template

    @property
    def placeholders(self) -> Mapping[str, str]:
        """What takes the place of the placeholders in English."""
        return {"field": self.field, **self.values}

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.code, self.field, self._template, self.values)


def _rebuilt(
    code: ExperimentCode, field: str, template: str, values: dict[str, str]
) -> ExperimentError:
    return ExperimentError(code, field, template, **values)
