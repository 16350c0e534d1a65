"""Samples as marks: filled where trained with, hollow where kept back, ringed where mistaken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt

from gradviz.document.regions import RegionsKind
from gradviz.plots.colours import colour, map_colour
from gradviz.plots.marks import marks, to_path
from gradviz.plots.polylines import Lines
from gradviz.plots.regions_ground import shading_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter, QPainterPath

    from gradviz.document.regions import Answered, RegionsStudy
    from gradviz.plots.axes import Projection
    from gradviz.plots.themes import Theme

MOST: Final = 4000
"""Samples that are drawn of each kind; of more, as many, evenly taken."""
MOST_RINGS: Final = 2000
_SHADES: Final = 16
_RIM: Final = 1.0
_EDGE: Final = 1.5
"""Width of the border of a hollow mark."""


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


def paint_samples(
    painter: QPainter,
    study: RegionsStudy,
    answered: Answered,
    projection: Projection,
    theme: Theme,
    size: float,
) -> None:
    """Draw samples by their targets: classes by colour and symbol, numbers as in the field."""
    seen = _seen(answered, projection, chosen(len(answered.places)))
    targets, hollow = answered.targets[seen.index], answered is study.test
    if study.kind is RegionsKind.LINE:
        style = theme.class_style(0)
        paint_marks(painter, style.symbol, seen.pixels, size, style.colour, theme, hollow=hollow)
        return
    if study.kind is RegionsKind.FIELD:
        _paint_numbers(painter, seen.pixels, shading_of(study).of(targets), theme, size, hollow)
        return
    for label in np.unique(targets).tolist():
        style = theme.class_style(label)
        centres = seen.pixels[targets == label]
        paint_marks(painter, style.symbol, centres, size, style.colour, theme, hollow=hollow)


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
        ink = map_colour(theme.field, number / (_SHADES - 1))
        made = marks("s" if hollow else "o", pixels[bins == number], size, _RIM)
        made.paint(painter, ink, colour(theme.text))


def paint_marks(
    painter: QPainter,
    symbol: str,
    centres: NDArray[np.float64],
    size: float,
    ink: str,
    theme: Theme,
    *,
    hollow: bool,
) -> None:
    """Draw marks with a rim that parts them from the ground."""
    made = marks(symbol, centres, size, _RIM)
    made.paint(painter, colour(ink), colour(theme.surface))
    if hollow:
        inner = marks(symbol, centres, max(size - _EDGE * _share(symbol), 0.8), 0.1)
        painter.fillPath(inner.inside, colour(theme.surface))


def _share(symbol: str) -> float:
    """Return how much smaller a symbol is made for a border of the same width all around."""
    return 1.25 if symbol.startswith("t") else 1.0


def paint_rings(
    painter: QPainter, answered: Answered, projection: Projection, theme: Theme, radius: float
) -> None:
    """Ring the samples that are taken for another class."""
    wrong = np.flatnonzero(answered.is_wrong)
    if len(answered.places) > MOST:  # those whose marks are drawn
        wrong = wrong[np.isin(wrong, chosen(len(answered.places)))]
    seen = _seen(answered, projection, wrong[chosen(len(wrong), MOST_RINGS)])
    paint_ring_at(painter, seen.pixels, radius, theme)


def paint_ring_at(
    painter: QPainter, centres: NDArray[np.float64], radius: float, theme: Theme
) -> None:
    """Draw rings about places, shape (n, 2)."""
    painter.fillPath(_rings(centres, radius - 1.9, radius + 1.0), colour(theme.halo, 0.75))
    painter.fillPath(_rings(centres, radius - 1.4, radius), colour(theme.text))


def _rings(centres: NDArray[np.float64], inner: float, outer: float) -> QPainterPath:
    """Return rings as two circles each, round opposite ways: what they share stays filled."""
    turn = np.linspace(0.0, 2.0 * np.pi, 33)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    both = np.concatenate([outer * circle, inner * circle[::-1]])
    points = (centres[:, None, :] + both[None, :, :]).reshape(-1, 2)
    joined = np.ones(len(points), dtype=bool)
    joined[:: len(circle)] = False
    path = to_path(Lines(points, joined))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
