"""Where the nodes of a drawn network stand, and what lies under a place: no colour, no widget."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_NODES: Final = 24
"""Nodes of a layer that are drawn; of more, as many are picked evenly."""
LABELS: Final = 20.0
"""Height of the row of counts below the nodes, in pixels."""
_SIDE: Final = 10.0
_TOP: Final = 8.0
_GREATEST, _LEAST = 4.5, 1.2
_SPREAD: Final = 26.0
"""Greatest distance of two nodes in pixels: few of them stand together in the middle."""
_NODE_REACH: Final = 7.0
_EDGE_REACH: Final = 5.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A node or an edge of the drawing.

    Attributes
    ----------
    layer : int
        The node's layer, 0 for the inputs; of an edge the layer where it begins.
    unit : int
        The node's number in its layer; of an edge where it begins.
    to : int or None
        The unit of the next layer where an edge ends; None for a node.
    """

    layer: int
    unit: int
    to: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The nodes of one layer.

    Attributes
    ----------
    x : float
        Their place from the left.
    count : int
        How many units the layer has.
    units : ndarray of int, shape (n,)
        Those that are drawn, from top to bottom.
    y : ndarray, shape (n,)
        How far down each stands.
    radius : float
        How large they are.
    gap : float or None
        Where dots stand for units that are not drawn; None if all are.
    """

    x: float
    count: int
    units: NDArray[np.intp]
    y: NDArray[np.float64]
    radius: float
    gap: float | None

    def place(self, unit: int) -> tuple[float, float] | None:
        """Return where a unit stands; None if it is not drawn."""
        index = int(np.searchsorted(self.units, unit))
        if index == len(self.units) or self.units[index] != unit:
            return None
        return self.x, float(self.y[index])


@lru_cache(maxsize=8)
def lay_out(sizes: tuple[int, ...], width: float, height: float) -> tuple[Column, ...]:
    """Return where the nodes of layers of these sizes stand in a picture of this size."""
    places = np.linspace(_SIDE, max(width - _SIDE, _SIDE + 1.0), len(sizes))
    bottom = max(height - LABELS, _TOP + 1.0)
    apart = float(places[1] - places[0])
    return tuple(
        _column(x, count, (_TOP, bottom), apart)
        for x, count in zip(places.tolist(), sizes, strict=True)
    )


def _column(x: float, count: int, ends: tuple[float, float], apart: float) -> Column:
    elided = count > MOST_NODES
    rows = MOST_NODES + 1 if elided else count
    step = min(_SPREAD, (ends[1] - ends[0]) / rows)
    middle = (ends[0] + ends[1]) / 2.0
    y = middle + step * (np.arange(rows, dtype=np.float64) - (rows - 1) / 2.0)
    radius = min(max(0.36 * step, _LEAST), _GREATEST, max(0.2 * apart, _LEAST))
    if not elided:
        return Column(x, count, np.arange(count), y, radius, None)
    units = np.rint(np.linspace(0, count - 1, MOST_NODES)).astype(np.intp)
    half = MOST_NODES // 2
    return Column(x, count, units, np.delete(y, half), radius, float(y[half]))


def spot_at(columns: tuple[Column, ...], at: tuple[float, float]) -> Spot | None:
    """Return the node under a place, or else the edge, or None."""
    return _node_at(columns, at) or _edge_at(columns, at)


def _node_at(columns: tuple[Column, ...], at: tuple[float, float]) -> Spot | None:
    layer = column_at(columns, at[0])
    column = columns[layer]
    away = np.hypot(column.y - at[1], column.x - at[0])
    nearest = int(np.argmin(away))
    if away[nearest] > max(column.radius + 1.0, min(_NODE_REACH, 2.0 * column.radius)):
        return None
    return Spot(layer, int(column.units[nearest]))


def column_at(columns: tuple[Column, ...], x: float) -> int:
    """Return the layer that is nearest to a place from the left."""
    return min(range(len(columns)), key=lambda layer: abs(columns[layer].x - x))


def _edge_at(columns: tuple[Column, ...], at: tuple[float, float]) -> Spot | None:
    """Return the edge that passes nearest, if any is near."""
    for layer in range(len(columns) - 1):
        first, second = columns[layer], columns[layer + 1]
        if first.x < at[0] < second.x:
            break
    else:
        return None
    share = (at[0] - first.x) / (second.x - first.x)
    begin, end = first.y[:, None], second.y[None, :]
    upright = np.abs(begin + (end - begin) * share - at[1])
    away = upright / np.hypot(1.0, (end - begin) / (second.x - first.x))
    row, to = np.unravel_index(int(np.argmin(away)), away.shape)
    if away[row, to] > _EDGE_REACH:
        return None
    return Spot(layer, int(first.units[row]), int(second.units[to]))
