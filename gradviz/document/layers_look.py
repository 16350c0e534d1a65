"""What is looked at in the layers of a network, and how: the switches of that picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shown(StrEnum):
    """Which numbers."""

    WEIGHTS = "weights"
    GRADIENTS = "gradients"
    ACTIVATIONS = "activations"


class Form(StrEnum):
    """As what they are drawn."""

    MATRIX = "matrix"
    HISTOGRAM = "histogram"
    IMAGES = "images"
    """Weights of the first layer, as many as pixels of a square, a picture for each unit."""


@dataclass(frozen=True, slots=True)
class LayersLook:
    """Everything that can be switched.

    Attributes
    ----------
    shown : Shown
        Which numbers.
    form : Form
        As what.
    one_scale : bool
        Whether the weights of all layers share one scale of colours, or one axis, and their
        gradients; else each layer has its own, as it has for activations.
    whole_run : bool
        Whether scales hold for the whole run, so that they stay where they are while the cursor
        moves; else for this step alone.
    log_count : bool
        Whether the bars of histograms grow with the logarithm of the count.
    """

    shown: Shown = Shown.WEIGHTS
    form: Form = Form.MATRIX
    one_scale: bool = True
    whole_run: bool = True
    log_count: bool = False
