"""Samples as marks: filled where trained with, hollow where kept back, ringed where mistaken.

Where most are mistaken, as before a training, rings would hide everything: then the marks of the
mistaken have a dark rim.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.document.regions import RegionsKind
from gradviz.plots.colours import map_colour
from gradviz.plots.regions_ground import shading_of
from gradviz.plots.stamps import MarkStamp, RingStamp, paint_stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

MOST: Final = 3000
"""Samples that are drawn of each kind; of more, as many, evenly taken."""
_SHADES: Final = 16
_CROWDED: Final = 0.05
"""The part of a plot that rings may take."""


@dataclass(frozen=True, slots=True)
class MarkSize:
    """Radii in pixels, the smaller the more samples there are."""

    mark: float
    ring: float


def mark_size(count: int, side: float) -> MarkSize:
    """Return how large marks are of so many samples in a plot whose shorter side is `side`."""
    room = min(1.0, side / 420.0) if count > 1 else 1.0
    radius = 3.9 if count <= 900 else 3.1 if count <= 2500 else 2.4  # noqa: PLR2004
    radius = max(2.0, radius * max(room, 0.7))
    return MarkSize(radius, radius + 3.7)


def chosen(count: int, most: int = MOST) -> NDArray[np.intp]:
    """Return the indices of the samples that are drawn of `count`."""
    return np.linspace(0, count - 1, min(count, most)).round().astype(np.intp)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Samples that are in the plot: where, in pixels, and which."""

    pixels: NDArray[np.float64]
    index: NDArray[np.intp]


def _seen(answered: Answered, projection: Projection, among: NDArray[np.intp]) -> _Seen:
    places = answered.places[among]
    pixels = projection.pixels(places[:, 0], places[:, 1])
    inside = projection.box.grown(0.5).holds(pixels)
    return _Seen(pixels[inside], among[inside])


def _seen_wrong(answered: Answered, projection: Projection) -> _Seen:
    """Return the mistaken among the samples that are drawn."""
    wrong = np.flatnonzero(answered.is_wrong)
    if len(answered.places) > MOST:
        wrong = wrong[np.isin(wrong, chosen(len(answered.places)))]
    return _seen(answered, projection, wrong)


def is_crowded(shown: Sequence[Answered], projection: Projection, radius: float) -> bool:
    """Tell whether rings of a radius in pixels would leave too little of the plot to be seen."""
    box = projection.box
    wrong = sum(len(_seen_wrong(answered, projection).index) for answered in shown)
    room = (box.right - box.left) * (box.bottom - box.top)
    return wrong * math.pi * radius**2 > _CROWDED * room


def mark_stamp(
    symbol: str, ink: str, size: float, theme: Theme, *, hollow: bool, dark: bool = False
) -> MarkStamp:
    """Return a mark with a rim: one that parts it from the ground, or a dark one."""
    rim = theme.text if dark else theme.surface
    return MarkStamp(symbol, size, ink, rim, theme.surface if hollow else "")


def ring_stamp(radius: float, theme: Theme) -> RingStamp:
    """Return the ring about what is mistaken."""
    return RingStamp(radius, theme.text, theme.halo)


def paint_samples(
    painter: QPainter,
    study: RegionsStudy,
    answered: Answered,
    projection: Projection,
    theme: Theme,
    size: float,
    *,
    rimmed: bool = False,
) -> None:
    """Draw samples by their targets: classes by colour and symbol, numbers as in the field.

    Those that are mistaken are drawn over the others, with a dark rim, if they are `rimmed`.
    """
    seen = _seen(answered, projection, chosen(len(answered.places)))
    targets, hollow = answered.targets[seen.index], answered is study.test
    if study.kind is RegionsKind.FIELD:
        _paint_numbers(painter, seen.pixels, shading_of(study).of(targets), theme, size, hollow)
        return
    labels = targets if study.classes else np.zeros(len(targets), dtype=np.intp)
    is_dark = answered.is_wrong[seen.index] & rimmed
    for dark in (False, True):
        for label in np.unique(labels[is_dark == dark]).tolist():
            style = theme.class_style(label)
            stamp = mark_stamp(style.symbol, style.colour, size, theme, hollow=hollow, dark=dark)
            paint_stamps(painter, stamp, seen.pixels[(labels == label) & (is_dark == dark)])


def _paint_numbers(
    painter: QPainter,
    pixels: NDArray[np.float64],
    shades: NDArray[np.float64],
    theme: Theme,
    size: float,
    hollow: bool,
) -> None:
    """Draw marks in the colours of the field with a dark outline: hollow ones are squares."""
    bins = np.rint(np.clip(shades, 0.0, 1.0) * (_SHADES - 1)).astype(np.intp)
    for number in np.unique(bins).tolist():
        ink = map_colour(theme.field, number / (_SHADES - 1)).name()
        stamp = MarkStamp("s" if hollow else "o", size, ink, theme.text)
        paint_stamps(painter, stamp, pixels[bins == number])


def paint_rings(
    painter: QPainter, answered: Answered, projection: Projection, theme: Theme, radius: float
) -> None:
    """Ring the samples that are taken for another class."""
    paint_stamps(painter, ring_stamp(radius, theme), _seen_wrong(answered, projection).pixels)
