"""The runs' symbols and NumPy arrays as painter paths."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from gradviz.plots.polylines import Lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

# corners, radius that makes all symbols look equally large, angle of the first corner in degrees
_SHAPES: Final = {
    "s": (4, 1.25, 45.0),
    "d": (4, 1.3, 0.0),
    "t1": (3, 1.4, -90.0),
    "p": (5, 1.15, -90.0),
    "t": (3, 1.4, 90.0),
    "h": (6, 1.12, 0.0),
    "t2": (3, 1.4, 0.0),
}
_CIRCLE_CORNERS: Final = 32


def to_path(lines: Lines) -> QPainterPath:
    """Turn lines into a painter path in one step, by Qt's own serialised form.

    One call for the whole array instead of one per point; `QDataStream` writes a path as a count,
    records of (type, x, y) with type 0 for "move" and 1 for "line", and two closing integers.
    """
    path = QPainterPath()
    count = len(lines)
    if count == 0:
        return path
    records = np.zeros(count, dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    records["kind"] = lines.joined
    records["kind"][0] = 0
    records["x"], records["y"] = lines.points[:, 0], lines.points[:, 1]
    head, tail = np.array([count], dtype=">i4"), np.zeros(2, dtype=">i4")
    data = QByteArray(head.tobytes() + records.tobytes() + tail.tobytes())
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path


@lru_cache(maxsize=16)
def _corners(symbol: str) -> NDArray[np.float64]:
    """Return the closed outline of a symbol of unit size, shape (corners + 1, 2), y downwards."""
    count, radius, first = _SHAPES.get(symbol, (_CIRCLE_CORNERS, 1.0, 0.0))
    angles = np.radians(first + np.arange(count + 1) * 360.0 / count)
    return radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def symbols(symbol: str, centres: NDArray[np.float64], radius: float) -> QPainterPath:
    """Return one path with the run's symbol at every centre.

    Parameters
    ----------
    symbol : str
        A name of `RunStyle.symbol`.
    centres : ndarray, shape (n, 2)
        Where, in pixels.
    radius : float
        Radius in pixels of the circle that looks as large.
    """
    outline = _corners(symbol) * radius
    points = (centres[:, None, :] + outline[None, :, :]).reshape(-1, 2)
    joined = np.ones(len(points), dtype=bool)
    joined[:: len(outline)] = False
    path = to_path(Lines(points, joined))
    path.setFillRule(path.fillRule().WindingFill)
    return path


def spaced(points: NDArray[np.float64], distance: float, limit: int = 400) -> NDArray[np.intp]:
    """Return the indices of points that lie at least `distance` from those chosen before.

    A grid of cells makes it quick: a point is compared with the chosen ones around it only.
    """
    chosen: list[int] = []
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for index, (x, y) in enumerate(points.tolist()):
        column, row = int(x // distance), int(y // distance)
        near = (
            place
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for place in taken.get((i, j), ())
        )
        if all((x - a) ** 2 + (y - b) ** 2 >= distance * distance for a, b in near):
            chosen.append(index)
            taken.setdefault((column, row), []).append((x, y))
            if len(chosen) >= limit:
                break
    return np.array(chosen, dtype=np.intp)
