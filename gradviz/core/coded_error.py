"""What is wrong as a code with values, and one English sentence made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum


class CodedError(ValueError):
    """Something that cannot be done, with a code by which it is worded in other languages.

    Attributes
    ----------
    code : StrEnum
        What is wrong.
    values : dict of str to str
        What the sentence was formatted with.
    message : str
        One English sentence.
    """

    sentences: ClassVar[Mapping[Any, str]]

    def __init__(self, code: StrEnum, **values: object) -> None:
        self.code = code
        self.values = {key: str(value) for key, value in values.items()}
        self.message = self.template.format_map(self.placeholders)
        super().__init__(self.message)

    @property
    def template(self) -> str:
        """The sentence with placeholders for the values."""
        return self.sentences[self.code]

    @property
    def placeholders(self) -> Mapping[str, str]:
        """What takes the place of the placeholders in English."""
        return self.values

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuilt, (type(self), self.code, self.values))


def _rebuilt(kind: type[CodedError], code: StrEnum, values: dict[str, str]) -> CodedError:
    return kind(code, **values)
