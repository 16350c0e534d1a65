"""One function of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradviz.core.bounds import Bounds


class Family(StrEnum):
    """What is to be seen at a function; the catalogue is grouped by it."""

    BOWL = "bowl"
    VALLEY = "valley"
    WELLS = "wells"
    SADDLE = "saddle"
    ONE_VARIABLE = "one-variable"


class Known(StrEnum):
    """What is known of a minimum beside its place and value."""

    STRICT = "strict"
    """The gradient vanishes and every curvature is positive."""
    FLAT = "flat"
    """The gradient vanishes, and so does a curvature."""
    KINK = "kink"
    """The function has no gradient there."""


@dataclass(frozen=True, slots=True)
class Minimum:
    """A minimum that the literature or algebra gives.

    Attributes
    ----------
    x : tuple of float, shape (n,)
        Where.
    value : float
        f there.
    known : Known
        What the gradient and the curvatures do there.
    """

    x: tuple[float, ...]
    value: float
    known: Known = Known.STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A function with what it takes to look at it.

    Attributes
    ----------
    key : str
        Name for programs.
    name : str
        Name for people, English.
    family : Family
        What is to be seen at it.
    formula : str
        As one would type it.
    start : tuple of float, shape (n,)
        A start from which there is something to see.
    bounds : Bounds
        The part of the plane to show.
    lr : float
        A learning rate at which plain gradient descent comes along from there.
    steps : int
        Steps that are enough to see it arrive, or not.
    minima : tuple of Minimum
        Those within the bounds, or the lowest of very many.
    note : str
        What it is known for, one English sentence.
    source : str
        Who says so.
    """

    key: str
    name: str
    family: Family
    formula: str
    start: tuple[float, ...]
    bounds: Bounds
    lr: float
    steps: int = 100
    minima: tuple[Minimum, ...] = ()
    note: str = ""
    source: str = ""

    @property
    def dimension(self) -> int:
        """How many variables it has."""
        return len(self.start)

    @property
    def searched(self) -> str:
        """The words by which it is found."""
        return f"{self.name} {self.key} {self.family} {self.formula} {self.note}".casefold()
