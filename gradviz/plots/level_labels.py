"""Where the levels of contour lines are written: along the line, straight, apart from others."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from gradviz.plots import polylines
from gradviz.plots.numerals import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from gradviz.plots.lettering import Face
    from gradviz.plots.polylines import Box, Lines

EVERY: Final = 10.0
"""Distance in pixels of the places that are tried along a line."""
APART: Final = 64.0
"""Least distance in pixels of two labels."""
PER_LEVEL: Final = 2
MOST_FIGURES: Final = 7
_FEWEST_FIGURES: Final = 3
_STRAIGHT: Final = 0.985
_PADDING: Final = 5.0
_CORNER: Final = (164.0, 54.0)
_ENOUGH: Final = 220.0
_HALF_HEIGHT: Final = 8.0


@dataclass(frozen=True, slots=True)
class LevelLabel:
    """A level written at (x, y), turned by `angle` degrees clockwise."""

    text: str
    level: float
    x: float
    y: float
    angle: float
    width: float

    def covers(self, points: NDArray[np.float64], margin: float) -> NDArray[np.bool_]:
        """Tell which points, shape (n, 2), lie under the label or within `margin` of it."""
        turn = math.radians(self.angle)
        dx, dy = points[:, 0] - self.x, points[:, 1] - self.y
        along = dx * math.cos(turn) + dy * math.sin(turn)
        across = dy * math.cos(turn) - dx * math.sin(turn)
        covered: NDArray[np.bool_] = (np.abs(along) <= self.width / 2 + margin) & (
            np.abs(across) <= _HALF_HEIGHT + margin
        )
        return covered


def labelled_levels(levels: Sequence[float]) -> frozenset[float]:
    """Return the levels that are written: every other one, the round ones where that is a choice.

    Powers of ten of the usual 1-3-10 series, those of more powers of ten of other uneven ones, the
    even multiples of evenly spaced levels.
    """
    ordered = sorted(set(levels))
    powers = [level for level in ordered if level > 0.0 and _is_power_of_ten(level)]
    if len(powers) > 1 and 3 * len(powers) >= len(ordered):
        return frozenset(powers)
    if len(ordered) < 2:  # noqa: PLR2004 - no choice
        return frozenset(ordered)
    gaps = [b - a for a, b in itertools.pairwise(ordered)]
    if max(gaps) > 1.001 * min(gaps):
        return frozenset(
            max(ordered[::2], ordered[1::2], key=lambda half: len({*half} & {*powers}))
        )
    even = [level for level in ordered if round(level / gaps[0]) % 2 == 0]
    return frozenset(even)


def _is_power_of_ten(level: float) -> bool:
    exponent = math.log10(level)
    return abs(exponent - round(exponent)) < 1e-9  # noqa: PLR2004 - rounding


def level_text(level: float) -> str:
    """Return a level with all the figures it has, up to `MOST_FIGURES`: 1000.5 is not 1000."""
    mantissa = f"{level:.{MOST_FIGURES - 1}e}".partition("e")[0]
    figures = len(mantissa.strip("-0.").replace(".", ""))
    return compact(level, max(figures, _FEWEST_FIGURES))


def place_labels(
    lines_by_level: Sequence[tuple[float, Lines]], box: Box, letters: Face
) -> list[LevelLabel]:
    """Choose the places of labels.

    Parameters
    ----------
    lines_by_level : sequence of (level, Lines)
        The contour lines to be labelled, in pixels.
    box : Box
        The plot; labels keep away from its edges and from the colour bar's corner.
    letters : Face
        What labels are set in.
    """
    placed: list[LevelLabel] = []
    for level, lines in lines_by_level:
        text = level_text(level)
        width = letters.width(text) + 2 * _PADDING
        pieces = sorted(_pieces(lines), key=lambda p: -polylines.lengths(p)[-1])
        found = 0
        for piece in pieces[:6]:
            label = _best(piece, text, level, width, box, placed)
            if label is not None:
                placed.append(label)
                found += 1
            if found >= PER_LEVEL:
                break
    return placed


def _pieces(lines: Lines) -> Iterable[Lines]:
    """Return the connected pieces of lines."""
    ends = [*np.flatnonzero(~lines.joined), len(lines)]
    for first, last in itertools.pairwise(ends):
        if last - first > 1:
            yield polylines.Lines(lines.points[first:last], lines.joined[first:last])


def _best(
    piece: Lines,
    text: str,
    level: float,
    width: float,
    box: Box,
    placed: list[LevelLabel],
) -> LevelLabel | None:
    travelled = polylines.lengths(piece)
    half = width / 2
    if travelled[-1] < 3.2 * width:
        return None
    at = np.arange(half + 2.0, travelled[-1] - half - 2.0, EVERY)
    middle, before, after = (_along(piece, travelled, at + d) for d in (0.0, -half, half))
    chord = after - before
    straight = np.hypot(chord[:, 0], chord[:, 1]) / width
    score = np.minimum(_distance(middle, placed), _ENOUGH) + 2000.0 * (straight - 1.0)
    score -= 0.02 * np.abs(middle[:, 0] - (box.left + box.right) / 2)
    good = (straight > _STRAIGHT) & _free(middle, half, box) & (_distance(middle, placed) > APART)
    if not good.any():
        return None
    index = int(np.argmax(np.where(good, score, -np.inf)))
    angle = math.degrees(math.atan2(chord[index, 1], chord[index, 0]))
    angle = (angle + 90.0) % 180.0 - 90.0
    return LevelLabel(text, level, float(middle[index, 0]), float(middle[index, 1]), angle, width)


def _along(
    piece: Lines, travelled: NDArray[np.float64], at: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the points at distances `at` along a piece."""
    columns = [np.interp(at, travelled, piece.points[:, axis]) for axis in (0, 1)]
    return np.stack(columns, axis=1)


def _distance(points: NDArray[np.float64], placed: list[LevelLabel]) -> NDArray[np.float64]:
    """Return the distance of each point to the nearest label."""
    nearest = np.full(len(points), np.inf)
    for label in placed:
        away = np.hypot(points[:, 0] - label.x, points[:, 1] - label.y)
        nearest = np.minimum(nearest, away)
    return nearest


def _free(points: NDArray[np.float64], half: float, box: Box) -> NDArray[np.bool_]:
    """Tell which places leave room to the edges and to the colour bar at the bottom left."""
    inside = box.grown(-half - 8.0).holds(points)
    across, down = _CORNER
    barred = (points[:, 0] < box.left + across + half) & (points[:, 1] > box.bottom - down - half)
    return inside & ~barred
