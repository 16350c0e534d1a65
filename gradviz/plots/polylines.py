"""Polylines in pixels, prepared in NumPy: Qt gets little to stroke and nothing to overflow on.

A set of lines is two arrays: `points` of shape (n, 2), and `joined` of shape (n,), true where a
point is connected with the one before it. The first point is never joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FARTHEST: Final = 1e10
"""Where both ends lie further out than this, in pixels, rounding hides where a line crosses."""


STRETCH: Final = 16.0
"""Longest stretch in pixels that is drawn as one straight piece though it bends a little."""
TANGLE: Final = 15_000.0
"""Pixels of way, some fifteen times across a plot, above which lines count as tangled."""
_COARSEST: Final = 32.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Polylines: points of shape (n, 2) and, per point, whether a line leads to it."""

    points: NDArray[np.float64]
    joined: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.points)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """Return the rectangle with `by` pixels more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def has(self, x: float, y: float) -> bool:
        """Tell whether one point lies inside; one that is not finite does not."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box) -> bool:
        """Tell whether the two rectangles have some room in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, points: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which of the points, shape (n, 2), lie inside; those not finite do not."""
        x, y = points[:, 0], points[:, 1]
        inside: NDArray[np.bool_] = (
            (x >= self.left) & (x <= self.right) & (y >= self.top) & (y <= self.bottom)
        )
        return inside


def single(points: NDArray[np.float64]) -> Lines:
    """Return one line through all points, broken where a point is not finite."""
    usable: NDArray[np.bool_] = np.asarray(np.isfinite(points).all(axis=1))
    joined = usable.copy()
    joined[1:] &= usable[:-1]
    joined[:1] = False
    return Lines(points, joined) if usable.all() else Lines(points[usable], joined[usable])


def clip(lines: Lines, box: Box) -> Lines:
    """Cut lines at a rectangle (Liang and Barsky 1984, all segments at once).

    Coordinates may be as large as float64 goes; the result lies in the rectangle.
    """
    if len(lines) == 0 or bool(box.holds(lines.points).all()):
        return lines
    with np.errstate(all="ignore"):
        enter, leave, visible = crossings(lines, box)
        start, end = lines.points[:-1], lines.points[1:]
        step = end - start
        first = np.where(enter[:, None] > 0.0, start + enter[:, None] * step, start)
        last = np.where(leave[:, None] < 1.0, start + leave[:, None] * step, end)
    return _assemble(_within(first, box), _within(last, box), enter, leave, visible)


def crossings(
    lines: Lines, box: Box
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Return where each segment enters and leaves (0 to 1 along it), and whether it is seen.

    There is one less than there are points; call with NumPy's warnings of floats turned off.
    """
    start, end = lines.points[:-1], lines.points[1:]
    step = end - start
    enter = np.zeros(len(start))
    leave = np.ones(len(start))
    near = (np.abs(start).max(axis=1) < FARTHEST) | (np.abs(end).max(axis=1) < FARTHEST)
    seen = lines.joined[1:] & np.isfinite(step).all(axis=1) & near
    for axis, low, high in ((0, box.left, box.right), (1, box.top, box.bottom)):
        d = step[:, axis]
        to_low, to_high = (low - start[:, axis]) / d, (high - start[:, axis]) / d
        flat = d == 0.0
        seen &= ~flat | ((start[:, axis] >= low) & (start[:, axis] <= high))
        enter = np.where(flat, enter, np.maximum(enter, np.minimum(to_low, to_high)))
        leave = np.where(flat, leave, np.minimum(leave, np.maximum(to_low, to_high)))
    return enter, leave, seen & (enter <= leave)


def _within(points: NDArray[np.float64], box: Box) -> NDArray[np.float64]:
    return np.clip(points, (box.left, box.top), (box.right, box.bottom))


def _assemble(
    first: NDArray[np.float64],
    last: NDArray[np.float64],
    enter: NDArray[np.float64],
    leave: NDArray[np.float64],
    visible: NDArray[np.bool_],
) -> Lines:
    """Join the visible segments again where one begins as the other ends."""
    goes_on = np.zeros(len(visible), dtype=bool)
    goes_on[1:] = visible[:-1] & (leave[:-1] >= 1.0) & (enter[1:] <= 0.0)
    points = np.stack([first, last], axis=1)[visible]
    wanted = np.stack([~goes_on, np.ones_like(goes_on)], axis=1)[visible]
    joined = np.zeros(wanted.shape, dtype=bool)
    joined[:, 1] = True
    return Lines(points[wanted], joined[wanted])


def crowded_out(lines: Lines, cell: float = 0.25) -> NDArray[np.intp]:
    """Return the indices of points that leave the `cell`-sized square of the one before them.

    Points must be of moderate size (clipped). The first and last point always stay.
    """
    count = len(lines)
    if count <= 2:  # noqa: PLR2004 - the ends of a line
        return np.arange(count)
    cells = np.floor(lines.points / cell)
    keep = np.ones(count, dtype=bool)
    keep[1:-1] = (cells[1:-1] != cells[:-2]).any(axis=1) | ~lines.joined[1:-1] | ~lines.joined[2:]
    return np.flatnonzero(keep)


def straightened(lines: Lines, tolerance: float = 0.1) -> NDArray[np.intp]:
    """Return the indices of points that are enough to draw lines within `tolerance` pixels.

    Of a stretch of at most `STRETCH` pixels whose segments all point the same way, within an angle
    so small that it cannot stray further than that from its chord, the ends are enough.
    """
    count = len(lines)
    if count <= 2:  # noqa: PLR2004 - the ends of a line
        return np.arange(count)
    step = np.diff(lines.points, axis=0)
    turn = 4.0 * tolerance / STRETCH
    heading = np.floor(np.arctan2(step[:, 1], step[:, 0]) / turn)
    place = np.floor(np.cumsum(np.hypot(step[:, 0], step[:, 1])) / STRETCH)
    keep = np.ones(count, dtype=bool)
    keep[1:-1] = (heading[1:] != heading[:-1]) | (place[1:] != place[:-1])
    keep[:-1] |= ~lines.joined[1:]
    keep |= ~lines.joined
    return np.flatnonzero(keep)


def chosen(lines: Lines, indices: NDArray[np.intp]) -> Lines:
    """Return the lines through a selection of points; a break between two stays a break."""
    breaks = np.cumsum(~lines.joined)[indices]
    joined = np.ones(len(indices), dtype=bool)
    joined[1:] = breaks[1:] == breaks[:-1]
    joined[:1] = False
    return Lines(lines.points[indices], joined)


def without_repeats(lines: Lines, longest: float) -> Lines:
    """Leave out segments that lie where others do, until what is left is at most `longest`.

    A run that swings to and fro a thousand times covers the same pixels again and again, which
    is slow to paint. Segments count as alike when both their ends are; how near the ends have to
    be grows until it is enough.
    """
    cell = 1.0
    way = lengths(lines)
    while len(way) and way[-1] > longest and cell <= _COARSEST:
        lines = _first_of_each(lines, cell)
        way = lengths(lines)
        cell *= 2.0
    return lines


def _first_of_each(lines: Lines, cell: float) -> Lines:
    """Leave out segments whose ends lie in the same two cells as those of an earlier one."""
    first = first_alike(lines.points[:-1], lines.points[1:], cell)
    used = np.zeros(len(lines), dtype=bool)
    used[first + 1] = True
    used &= lines.joined
    kept = used | np.append(used[1:], False)
    return Lines(lines.points[kept], used[kept])


def first_alike(
    start: NDArray[np.float64], end: NDArray[np.float64], cell: float
) -> NDArray[np.intp]:
    """Return the first of all segments whose ends, shape (n, 2), lie in the same two cells."""
    codes = []
    for points in (start, end):
        cells = np.floor(points / cell)
        codes.append(cells[:, 0] * 65536.0 + cells[:, 1])
    low, high = np.minimum(*codes), np.maximum(*codes)
    _, first = np.unique(low + 1j * high, return_index=True)
    return first


def lengths(lines: Lines) -> NDArray[np.float64]:
    """Return the distance travelled up to each point; gaps count nothing."""
    travelled = np.zeros(len(lines))
    if len(lines) > 1:
        step = np.diff(lines.points, axis=0)
        travelled[1:] = np.cumsum(np.hypot(step[:, 0], step[:, 1]) * lines.joined[1:])
    return travelled


def is_tangled(lines: Lines) -> bool:
    """Tell whether lines cross themselves so often that Qt would stroke them for seconds.

    A pen wider than a pixel is stroked as one outline, whose crossings with itself are all found;
    200 segments to and fro over a whole plot take 0.3 s, with a pen of a pixel 6 ms.
    """
    way = lengths(lines)
    return len(way) > 0 and float(way[-1]) > TANGLE


def dashed(lines: Lines, pattern: tuple[float, ...]) -> Lines:
    """Cut lines into dashes: `pattern` holds lengths on and off in turn, in pixels.

    Done here because Qt's own dashing of antialiased lines is many times slower.
    """
    if not pattern or len(lines) < 2:  # noqa: PLR2004 - no line, no dashes
        return lines
    travelled = lengths(lines)
    period = float(sum(pattern))
    ends = np.cumsum(pattern)
    turns = np.arange(int(travelled[-1] // period) + 1) * period
    cuts = (turns[:, None] + ends[None, :]).ravel()
    cuts = cuts[(cuts > 0.0) & (cuts < travelled[-1])]
    return _cut(lines, travelled, cuts, ends, period)


def _cut(
    lines: Lines,
    travelled: NDArray[np.float64],
    cuts: NDArray[np.float64],
    ends: NDArray[np.float64],
    period: float,
) -> Lines:
    """Insert the cuts as points and lift the pen over every second stretch."""
    after = np.searchsorted(travelled, cuts, side="right")
    before = after - 1
    share = ((cuts - travelled[before]) / (travelled[after] - travelled[before]))[:, None]
    new = lines.points[before] + share * (lines.points[after] - lines.points[before])
    along = np.concatenate([travelled, cuts])
    order = np.argsort(along, kind="stable")
    along = along[order]
    points = np.concatenate([lines.points, new])[order]
    joined = np.concatenate([lines.joined, np.ones(len(cuts), dtype=bool)])[order]
    middle = np.zeros(len(along))
    middle[1:] = (along[1:] + along[:-1]) / 2
    on = np.searchsorted(ends, middle % period, side="right") % 2 == 0
    joined &= on
    starts = np.append(joined[1:], False)
    used = joined | starts
    return Lines(points[used], joined[used])
