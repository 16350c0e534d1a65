"""What pictures of samples are drawn on: axes, the plane they span, and what of it suits them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from gradviz.core.bounds import Bounds
from gradviz.core.network.input_planes import (
    InputPlane,
    main_input_plane,
    plane_along,
    telling_pair,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gradviz.core.network.data import Data

Axes: TypeAlias = tuple[int, int]

COMPONENTS: Final[Axes] = (-1, -2)
"""Instead of two inputs: the two directions in which all of them spread most."""
MOST_CHOSEN: Final = 16
"""Inputs up to which two of them tell enough to be shown first; of more, `COMPONENTS` are."""
MARGIN: Final = 0.15
"""What is shown beside the samples, as a share of the room they take."""
ODDS: Final = (-0.08, 1.08)
"""The range of probabilities that is shown."""
_FARTHEST: Final = 1e149
_FINEST: Final = 1e-9
"""A range narrower than this, as a share of its distance from 0, could not be told apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What samples are drawn on, whatever a network has learned of them.

    Attributes
    ----------
    axes : tuple of int
        The inputs across and upwards, or `COMPONENTS`.
    plane : InputPlane or None
        What they span; None for one input.
    places : tuple of ndarray, each of shape (b, 2)
        Where the samples to train and to test with are. Of one input, upwards are the targets.
    bounds : Bounds
        What shows them all.
    span : tuple of float
        The lowest and the highest target.
    """

    axes: Axes
    plane: InputPlane | None
    places: tuple[NDArray[np.float64], NDArray[np.float64]]
    bounds: Bounds
    span: tuple[float, float]


@lru_cache(maxsize=4)
def ground_of(train: Data, test: Data, axes: Axes | None) -> Ground:
    """Return what samples are drawn on: along `axes`, or what tells most if they are None."""
    count = train.inputs.shape[1]
    targets = np.concatenate([train.targets[:, 0], test.targets[:, 0]])
    span = (float(targets.min()), float(targets.max()))
    if count == 1:
        places = tuple(np.stack([d.inputs[:, 0], d.targets[:, 0]], axis=1) for d in (train, test))
        upward = ODDS if train.classes else None
        return Ground((0, 0), None, (places[0], places[1]), _bounds(places, upward), span)
    chosen = _axes(train, axes, count)
    plane = _plane(train, chosen)
    places = tuple(plane.coordinates(data.inputs) for data in (train, test))
    return Ground(chosen, plane, (places[0], places[1]), _bounds(places), span)


def _axes(train: Data, axes: Axes | None, count: int) -> Axes:
    """Return the axes to show; those that are not there count as not chosen."""
    if axes is not None:
        first, second = axes
        are_there = 0 <= first < count and 0 <= second < count
        if axes == COMPONENTS or (are_there and first != second):
            return axes
    return telling_pair(train) if count <= MOST_CHOSEN else COMPONENTS


def _plane(train: Data, axes: Axes) -> InputPlane:
    if axes == COMPONENTS:
        return main_input_plane(train.inputs)
    return plane_along(train.inputs, *axes)


def _bounds(
    places: tuple[NDArray[np.float64], ...], upward: tuple[float, float] | None = None
) -> Bounds:
    """Return what shows all samples with some room about them."""
    both = np.clip(np.nan_to_num(np.concatenate(places)), -_FARTHEST, _FARTHEST)
    (x_min, y_min), (x_max, y_max) = both.min(axis=0).tolist(), both.max(axis=0).tolist()
    return Bounds(*_roomy(x_min, x_max), *(upward or _roomy(y_min, y_max)))


def _roomy(low: float, high: float) -> tuple[float, float]:
    span, far = high - low, max(abs(low), abs(high))
    if span <= far * _FINEST:
        room = 1.5 * far or 1.0  # with the origin, where boundaries without biases meet
        return low - room, high + room
    return low - MARGIN * span, high + MARGIN * span
