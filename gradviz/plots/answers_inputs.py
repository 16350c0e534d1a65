"""Inputs of samples as they are to be looked at: as they were given, and as shades or bars."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.document.answers import Samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.document.answers import Answers

MOST_BARS: Final = 12
"""Inputs that have a bar."""
_CLOUD: Final = 4000
"""Samples of the cloud behind one of them."""
_FAR: Final = 2.5
"""Standard deviations from the mean at which a bar ends."""


class Art(StrEnum):
    """How a sample is drawn."""

    PIXELS = "pixels"
    PLANE = "plane"
    BARS = "bars"


class Inputs:
    """The inputs of all samples of a study; made once for the samples, however they are answered.

    Attributes
    ----------
    art : Art
        How a sample is drawn.
    side : int
        Pixels along each side of a picture; 0 if there are none.
    values : ndarray, shape (b, n)
        Inputs as they were given: not standardised.
    shades : ndarray
        As they are drawn. Pictures, shape (b, side, side): 0 paper, 1 ink. Places in the plane,
        shape (b, 2): 0 to 1, upwards. Bars, shape (b, up to `MOST_BARS`): -1 to 1.
    """

    def __init__(self, answers: Answers) -> None:
        self.values = _given(answers)
        self.side = answers.side or 0
        if self.side:
            self.art = Art.PIXELS
            grey = _scaled(self.values)
            self.shades = grey.reshape(-1, self.side, self.side)
        elif self.values.shape[1] == 2:  # noqa: PLR2004 - a plane
            self.art = Art.PLANE
            self.shades = _places(self.values)
        else:
            self.art = Art.BARS
            self.shades = _heights(self.values[:, :MOST_BARS])

    @property
    def cloud(self) -> NDArray[np.float64]:
        """Places of all samples, evenly taken where there are very many, shape (b, 2)."""
        every = -(-len(self.shades) // _CLOUD)
        return self.shades[::every]


def _given(answers: Answers) -> NDArray[np.float64]:
    """Return inputs before they were standardised: those are what people know."""
    moment = answers.request.moment
    if not moment.task.is_standardised:
        return answers.data.inputs
    plain = replace(moment.task, is_standardised=False).samples(moment.seed)
    return plain[answers.request.samples is Samples.TEST].inputs


def _scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bring numbers to 0 for the least of all and 1 for the most."""
    low, high = float(values.min()), float(values.max())
    half = high / 2 - low / 2  # twice that may be infinite
    return (values / 2 - low / 2) / half if half > 0.0 else np.zeros_like(values)


def _places(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bring each input to 0 to 1, both alike if they are about alike."""
    low, high = values.min(axis=0), values.max(axis=0)
    middle, half = low / 2 + high / 2, high / 2 - low / 2
    widest = float(half.max())
    reach = np.where(half > widest / 4, widest, half)
    reach[reach == 0.0] = 1.0
    places: NDArray[np.float64] = (values / 2 - middle / 2) / reach + 0.5
    return places


def _heights(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Bring each input to -1 to 1, by standard deviations from its mean."""
    with np.errstate(all="ignore"):
        mean, deviation = values.mean(axis=0), values.std(axis=0)
        heights = (values - mean) / np.where(deviation > 0.0, deviation, 1.0) / _FAR
    cut_off: NDArray[np.float64] = np.clip(np.nan_to_num(heights, nan=0.0), -1.0, 1.0)
    return cut_off
