"""How large a picture is on paper or screen, and what lies under it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

DPI: Final = 96.0
"""Pixels of an inch at scale 1, in which pictures are laid out."""
MILLIMETRES: Final = 25.4
"""Of an inch."""
SIZE: Final = (1200, 800)
SMALLEST, LARGEST = 1, 65536
"""Bounds of either side, in pixels at scale 1."""


class Unit(StrEnum):
    """What a size is given in."""

    PIXELS = "px"
    MILLIMETRES = "mm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a figure is painted on.

    Attributes
    ----------
    size : tuple of float
        Width and height.
    unit : Unit
        What they are given in; 96 pixels, laid out, are an inch.
    scale : float
        Pixels of an image for each pixel that is laid out. At scale 1 it has 96 dots per inch.
    is_transparent : bool
        Whether there is no ground under the figure.
    has_title : bool
        Whether each picture has its heading.
    """

    size: tuple[float, float] = SIZE
    unit: Unit = Unit.PIXELS
    scale: float = 1.0
    is_transparent: bool = False
    has_title: bool = True

    @property
    def extent(self) -> tuple[int, int]:
        """Width and height in pixels at scale 1."""
        per_unit = DPI / MILLIMETRES if self.unit is Unit.MILLIMETRES else 1.0
        width, height = self.size
        return round(width * per_unit), round(height * per_unit)

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of an image of it."""
        width, height = self.extent
        return round(width * self.scale), round(height * self.scale)

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height on paper."""
        if self.unit is Unit.MILLIMETRES:
            return self.size
        width, height = self.extent
        return width * MILLIMETRES / DPI, height * MILLIMETRES / DPI

    @property
    def dpi(self) -> float:
        """Dots per inch of an image of it."""
        return DPI * self.scale

    @property
    def is_possible(self) -> bool:
        """Whether both sides are within bounds."""
        return all(SMALLEST <= side <= LARGEST for side in self.extent)
