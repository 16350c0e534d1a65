"""The arrows on the map: where the gradient points, and by length or colour how large it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtGui import QPen

from gradviz.document.display import ArrowLength
from gradviz.plots.colour_maps import MAGNITUDES, are_dark, ink_on, magnitude_inks
from gradviz.plots.colours import colour
from gradviz.plots.marks import to_path
from gradviz.plots.polylines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.core.field import Arrows, Field, Shading
    from gradviz.plots.axes import Projection
    from gradviz.plots.level_labels import LevelLabel
    from gradviz.plots.polylines import Box
    from gradviz.plots.themes import Theme

LENGTH: Final = 17.0
"""Pixels of arrows that are all alike."""
SPACING: Final = 27.0
"""Pixels between arrows of the usual number below which some are left out."""
USUAL: Final = 15
FULL: Final = 0.95
"""Part of the spacing that the longest arrows fill whose length tells something."""
CAP: Final = 90.0
"""Per cent of the arrows whose true length is shown; the others are as long as these at most."""
_EQUAL_SHARE: Final = 0.68
_LEAST_LOG: Final = 0.2
_SHORTEST: Final = 1.0
_HEAD: Final = 4.6
_HEAD_SHARE: Final = 0.45
_HEAD_WIDTH: Final = 0.42
_ALPHA: Final = (0.18, 0.62)
_LENGTH_ALPHA: Final = 0.55
_COLOUR_ALPHA: Final = 0.9


@dataclass(frozen=True, slots=True)
class ArrowStyle:
    """How arrows are drawn.

    Attributes
    ----------
    length : ArrowLength
        What their length means.
    coloured : bool
        Whether their colour tells the size of the gradient.
    uphill : bool
        Whether they show +grad f instead of -grad f.
    """

    length: ArrowLength = ArrowLength.EQUAL
    coloured: bool = False
    uphill: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What arrows are drawn on: a field and its shades, or the page where there is none."""

    field: Field | None
    shading: Shading | None

    def shades(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the shade of the field at some places; nan where it has none."""
        if self.field is None or self.shading is None:
            return np.full(x.shape, np.nan)
        columns, rows = (
            np.rint((at - axis[0]) / (axis[-1] - axis[0]) * (len(axis) - 1)).astype(np.intp)
            for at, axis in ((x, self.field.x), (y, self.field.y))
        )
        return self.shading.of(self.field.values[rows, columns])


def paint_arrows(
    painter: QPainter,
    arrows: Arrows,
    ground: Ground,
    projection: Projection,
    theme: Theme,
    style: ArrowStyle,
    taken: tuple[Sequence[LevelLabel], Box | None],
) -> None:
    """Stroke the arrows in groups of one ink; none half hidden by what is `taken`.

    Parameters
    ----------
    taken : tuple
        The labels of levels, and the box of the colour bar if there is one.
    """
    drawn, spacing = _thinned(arrows.x.shape, projection.box)
    along = _screen_directions(arrows, projection) * (1.0 if style.uphill else -1.0)
    usable = drawn.ravel() & np.isfinite(along).all(axis=1)
    usable &= np.abs(along).sum(axis=1) > 0.0
    magnitude = arrows.magnitude.ravel()
    lengths = arrow_lengths(magnitude, usable, style.length, spacing)
    centres = projection.pixels(arrows.x.ravel(), arrows.y.ravel())
    usable &= (lengths >= _SHORTEST) & _free(centres, lengths, projection.box, *taken)
    bins = magnitude_bins(magnitude, usable)
    dark = np.zeros(len(centres), dtype=bool)
    if style.coloured or theme.field.inks is not None:
        dark = are_dark(theme, ground.shades(arrows.x.ravel(), arrows.y.ravel()))
    for on_dark in (False, True):
        for index, pen in enumerate(_pens(theme, style, dark=on_dark)):
            members = usable & (bins == index) & (dark == on_dark)
            if members.any():
                lines = arrow_lines(centres[members], along[members], lengths[members])
                painter.strokePath(to_path(lines), pen)


def _pens(theme: Theme, style: ArrowStyle, *, dark: bool) -> list[QPen]:
    """Return the pen of each bin of magnitude: one strength where the length tells it."""
    if style.coloured:
        inks = magnitude_inks(dark=dark)
        return [QPen(colour(ink, _COLOUR_ALPHA), 1.3) for ink in inks]
    ink = ink_on(theme, theme.quiver, dark=dark)
    if style.length is ArrowLength.EQUAL:
        alphas = np.linspace(*_ALPHA, MAGNITUDES).tolist()
    else:
        alphas = [_LENGTH_ALPHA] * MAGNITUDES
    return [QPen(colour(ink, alpha), 1.1) for alpha in alphas]


def _thinned(shape: tuple[int, ...], box: Box) -> tuple[NDArray[np.bool_], float]:
    """Return which arrows of a grid are drawn, and how far apart: in a small plot only some."""
    drawn = np.zeros(shape, dtype=bool)
    gaps = (box.bottom - box.top) / shape[0], (box.right - box.left) / shape[1]
    needed = [SPACING * min(1.0, USUAL / count) for count in shape]
    rows, columns = (
        max(1, math.ceil(need / gap - 0.1)) for need, gap in zip(needed, gaps, strict=True)
    )
    drawn[(shape[0] - 1) % rows // 2 :: rows, (shape[1] - 1) % columns // 2 :: columns] = True
    return drawn, min(rows * gaps[0], columns * gaps[1])


def _free(
    centres: NDArray[np.float64],
    lengths: NDArray[np.float64],
    box: Box,
    labels: Sequence[LevelLabel],
    bar: Box | None,
) -> NDArray[np.bool_]:
    """Tell which arrows lie within the plot, and beside the labels and the colour bar."""
    reach = float(lengths.max(initial=0.0)) / 2
    free = box.grown(-0.8 * min(reach, LENGTH / 2)).holds(centres)
    for label in labels:
        free &= ~label.covers(centres, reach)
    return free if bar is None else free & ~bar.grown(reach).holds(centres)


def _screen_directions(arrows: Arrows, projection: Projection) -> NDArray[np.float64]:
    """Return unit vectors in pixels, y downwards: the way a step along the arrow is seen."""
    along = np.stack(
        [arrows.u.ravel() * projection.x_scale, -arrows.v.ravel() * projection.y_scale], axis=1
    )
    with np.errstate(all="ignore"):
        unit: NDArray[np.float64] = along / np.hypot(along[:, 0], along[:, 1])[:, None]
    return unit


def arrow_lengths(
    magnitude: NDArray[np.float64],
    usable: NDArray[np.bool_],
    meaning: ArrowLength,
    spacing: float,
) -> NDArray[np.float64]:
    """Return the length of each arrow in pixels.

    True lengths are proportional to the magnitude up to that of the `CAP` per cent of the usable
    ones; logarithmic ones rise evenly with its logarithm.
    """
    if meaning is ArrowLength.EQUAL:
        return np.full(len(magnitude), min(LENGTH, _EQUAL_SHARE * spacing))
    if meaning is ArrowLength.LOG:
        share = _LEAST_LOG + (1.0 - _LEAST_LOG) * np.clip(_log_share(magnitude, usable), 0.0, 1.0)
        return np.asarray(FULL * spacing * share)
    seen = magnitude[usable & np.isfinite(magnitude)]
    cap = float(np.percentile(seen, CAP)) if len(seen) else 0.0
    with np.errstate(all="ignore"):
        share = np.nan_to_num(np.minimum(magnitude / cap, 1.0), nan=0.0)
    return np.asarray(FULL * spacing * share)


def magnitude_bins(magnitude: NDArray[np.float64], usable: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return for each arrow its bin from 0 (flattest) up, even in the logarithm of magnitude."""
    places = (_log_share(magnitude, usable) * MAGNITUDES).astype(np.intp)
    bins: NDArray[np.intp] = np.clip(places, 0, MAGNITUDES - 1)
    return bins


def _log_share(magnitude: NDArray[np.float64], usable: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return where magnitudes lie, by their logarithm, from the flattest usable to the steepest."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log10(magnitude)
    seen = logs[usable & np.isfinite(logs)]
    if len(seen) == 0:
        return np.zeros(len(logs))
    low, high = np.percentile(seen, [2.0, 98.0])
    known = np.nan_to_num(logs, nan=low, posinf=high, neginf=low)
    return np.asarray((known - low) / max(high - low, 0.3))


def arrow_lines(
    centres: NDArray[np.float64], along: NDArray[np.float64], lengths: NDArray[np.float64]
) -> Lines:
    """Return shafts and heads of arrows as lines: tail to tip, and one stroke over the tip."""
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    half = along * (lengths[:, None] / 2)
    head = np.minimum(_HEAD, _HEAD_SHARE * lengths)[:, None]
    tail, tip = centres - half, centres + half
    neck, side = tip - along * head, across * head * _HEAD_WIDTH
    points = np.stack([tail, tip, neck + side, tip, neck - side], axis=1).reshape(-1, 2)
    joined = np.tile([False, True, False, True, True], len(centres))
    return Lines(points, joined)
