"""How an experiment is drawn: choices that change no number of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gradviz.core.scales import Scale, Spacing

__all__ = [
    "ARROWS_ACROSS",
    "FUNCTION_VIEWS",
    "LEVEL_COUNTS",
    "NETWORK_VIEWS",
    "ArrowLength",
    "ColourMap",
    "Display",
    "LossAxis",
    "Scale",
    "Spacing",
    "View",
]

ARROWS_ACROSS: Final = (5, 45)
"""The fewest and the most arrows along each side of the map."""
LEVEL_COUNTS: Final = (3, 60)
"""The fewest and the most contour levels that can be asked for."""


class ArrowLength(StrEnum):
    """What the length of an arrow means."""

    EQUAL = "equal"
    TRUE = "true"
    LOG = "log"


class ColourMap(StrEnum):
    """How values become colours: the theme's own map, or a perceptually uniform one."""

    THEME = "theme"
    VIRIDIS = "viridis"
    CIVIDIS = "cividis"
    MAGMA = "magma"
    GREY = "grey"


class LossAxis(StrEnum):
    """What the curves are drawn against."""

    STEPS = "steps"
    EVALUATIONS = "evaluations"
    PATH_LENGTH = "path-length"


class View(StrEnum):
    """The picture in the middle of the window."""

    CONTOUR = "contour"
    SURFACE = "surface"
    SLICE = "slice"
    ERROR_CURVE = "error-curve"
    TABLE = "table"
    DATA = "data"
    ANSWERS = "answers"
    LAYERS = "layers"
    BACKPROPAGATION = "backpropagation"
    CHECK = "check"
    LANDSCAPE = "landscape"
    EPOCHS = "epochs"


FUNCTION_VIEWS: Final = (View.CONTOUR, View.SURFACE, View.SLICE, View.ERROR_CURVE, View.TABLE)
NETWORK_VIEWS: Final = (
    View.DATA,
    View.ANSWERS,
    View.LAYERS,
    View.BACKPROPAGATION,
    View.CHECK,
    View.LANDSCAPE,
    View.EPOCHS,
)
"""Pictures of a function and of a network, as they are offered: the first one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """How the experiment is drawn.

    Attributes
    ----------
    scale : Scale or None
        How values of f become colours and heights; None to let the values choose.
    spacing : Spacing or None
        How contour levels are spread; None to follow the scale.
    level_count : int or None
        About how many contour levels; None for as many as suit.
    colour_map : ColourMap
        Colours of the field.
    arrows_across : int
        Arrows along each side of the map.
    arrow_length : ArrowLength
        What the length of an arrow means.
    arrow_colours : bool
        Whether arrows are coloured by the size of the gradient.
    crosshair : bool
        Whether lines through the pointer cross the map.
    loss_axis : LossAxis
        What the curves are drawn against.

    Raises
    ------
    ValueError
        If a count is out of its bounds.
    """

    scale: Scale | None = None
    spacing: Spacing | None = None
    level_count: int | None = None
    colour_map: ColourMap = ColourMap.THEME
    arrows_across: int = 15
    arrow_length: ArrowLength = ArrowLength.EQUAL
    arrow_colours: bool = False
    crosshair: bool = True
    loss_axis: LossAxis = LossAxis.STEPS

    def __post_init__(self) -> None:
        _check("arrows", self.arrows_across, ARROWS_ACROSS)
        if self.level_count is not None:
            _check("contour levels", self.level_count, LEVEL_COUNTS)


def _check(what: str, count: int, bounds: tuple[int, int]) -> None:
    low, high = bounds
    if not low <= count <= high:
        raise ValueError(f"There can be {low} to {high} {what}, not {count}.")
