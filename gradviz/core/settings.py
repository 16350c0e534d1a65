"""Settings as they are typed: ``lr=0.3,convention=book``, and the dataclasses they describe."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

    T = TypeVar("T", bound="DataclassInstance")


def read_settings(text: str) -> dict[str, str]:
    """Return the values of ``name=value,name=value`` by name, as text.

    Raises
    ------
    ValueError
        If something is not of that form, or a name is given twice; the text is a sentence.
    """
    found: dict[str, str] = {}
    for setting in text.split(","):
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or not name or not value:
            raise ValueError(f"Write name=value, such as lr=0.1, not {setting.strip()!r}.")
        if name in found:
            raise ValueError(f"{name} is given twice.")
        found[name] = value
    return found


def names_of(kind: type[DataclassInstance]) -> list[str]:
    """Return what can be set of a `kind`, in order."""
    return [item.name for item in fields(kind)]


def built(kind: type[T], label: str, settings: Mapping[str, str]) -> T:
    """Return a `kind` with `settings`; what they leave out keeps its default.

    Raises
    ------
    ValueError
        If there is no such setting, or a value is wrong; the text is a sentence that calls the
        kind by its `label`.
    """
    known = {item.name: item for item in fields(kind)}
    values: dict[str, Any] = {}
    for name, text in settings.items():
        if name not in known:
            has = f"It has {', '.join(known)}" if known else "It has no settings"
            raise ValueError(f"{label} has no {name!r}. {has}.")
        values[name] = _value(name, text, known[name].metadata)
    return kind(**values)


def kind_named(key: str, kinds: Mapping[str, type[T]], what: str) -> type[T]:
    """Return the kind called `key` among `kinds` of `what`.

    Raises
    ------
    ValueError
        If there is none; the text is a sentence.
    """
    kind = kinds.get(key.strip().lower())
    if kind is None:
        raise ValueError(f"There is no {what} {key.strip()!r}. There are {', '.join(kinds)}.")
    return kind


def _value(name: str, text: str, metadata: Mapping[str, Any]) -> float | str:
    """Read a number where one is wanted; anything else is a word."""
    if "rule" not in metadata:
        return text
    whole = metadata["whole"]
    read = int if whole else float
    try:
        return read(text.replace("_", "?"))  # Python would read 1_0 as 10
    except ValueError:
        words = "a whole number" if whole else "a number"
        raise ValueError(f"{name} must be {words}, not {text!r}.") from None
