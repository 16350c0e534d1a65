"""First weights, drawn from a seed; biases begin at 0."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SMALL: Final = 0.01


class Initialiser(StrEnum):
    """The standard deviation of the normal distribution that weights are drawn from.

    Of a layer with n inputs: 0.01; ``sqrt(1 / n)`` (Glorot and Bengio, AISTATS 2010, in the form
    that counts the inputs alone, as K. Saito has it); ``sqrt(2 / n)`` (He et al., ICCV 2015).
    """

    NORMAL = "normal"
    XAVIER = "xavier"
    HE = "he"


def deviation(initialiser: Initialiser, inputs: int) -> float:
    """Return the standard deviation for a layer with this many inputs."""
    if initialiser is Initialiser.NORMAL:
        return SMALL
    return math.sqrt((2.0 if initialiser is Initialiser.HE else 1.0) / inputs)


def first_weights(
    shapes: Sequence[tuple[int, ...]], initialiser: Initialiser, seed: int
) -> NDArray[np.float64]:
    """Return weights for arrays of these shapes as one flat vector.

    Matrices are drawn in order from ``numpy.random.Generator(PCG64(seed))``; vectors are biases.
    """
    generator = np.random.Generator(np.random.PCG64(seed))
    parts = [
        generator.standard_normal(shape).ravel() * deviation(initialiser, shape[0])
        if len(shape) > 1
        else np.zeros(shape)
        for shape in shapes
    ]
    return np.concatenate(parts)
