"""What pictures of a network are made of, and which there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from gradviz.document.display import Display
from gradviz.document.looks import Looks
from gradviz.plots.surface_easel import Easel
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme


class NetworkDrawn(StrEnum):
    """What can be drawn of a network."""

    DATA = "data"
    ANSWERS = "answers"
    LAYERS = "layers"
    BACKPROPAGATION = "backprop"
    CHECK = "check"
    LANDSCAPE = "landscape"
    SURFACE = "landscape-surface"
    LOSS = "loss"
    ACCURACY = "accuracy"
    NORM = "gradient-norm"


OF_CLASSES: Final = frozenset({NetworkDrawn.ANSWERS, NetworkDrawn.ACCURACY})
"""What there is only where samples have classes."""
STUDIED: Final = frozenset(
    {
        NetworkDrawn.DATA,
        NetworkDrawn.ANSWERS,
        NetworkDrawn.LAYERS,
        NetworkDrawn.BACKPROPAGATION,
        NetworkDrawn.CHECK,
    }
)
"""What has to be computed anew at every step; all else has a cursor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSubject:
    """What pictures are made of.

    Attributes
    ----------
    training : Training
        The runs.
    step : int
        Where they are seen.
    selected : int
        The run that is drawn above the others, and of which most views are alone.
    theme : Theme
        Colours.
    display : Display
        How things are drawn.
    looks : Looks
        What single views show.
    easel : Easel
        What surfaces are drawn on; who makes a subject discards it in the end.
    """

    training: Training
    step: int
    selected: int = 0
    theme: Theme = LIGHT
    display: Display = field(default_factory=Display)
    looks: Looks = field(default_factory=Looks)
    easel: Easel = field(default_factory=Easel)


def drawable(training: Training) -> list[NetworkDrawn]:
    """Return what there is to draw of a training, if there is OpenGL."""
    without = {NetworkDrawn.NORM} if training.train.classes else OF_CLASSES
    return [what for what in NetworkDrawn if what not in without]
