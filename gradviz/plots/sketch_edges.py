"""The edges of a drawn network: blue pulls up, dashed orange down, the stronger the larger it is.

Every stroke is opaque and thin, so that hundreds of them are painted in a few milliseconds.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPen

from gradviz.plots.colours import blended, colour
from gradviz.plots.sketch_layout import MOST_NODES

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.core.network.network import Network
    from gradviz.plots.sketch_layout import Column, Spot
    from gradviz.plots.themes import Theme

MOST_EDGES: Final = 700
"""Edges that are painted: the strongest."""
LEVELS: Final = 10
"""Strengths that are told apart."""
SIGNS: Final = 3
BELOW_ZERO: Final = (4.0, 2.0)
"""Dashes of weights below 0, in widths of the line."""
_LEAST_OF_NODE: Final = 2
_HALFWAY: Final = 2.5
_FAINTEST, _PALE, _FULL = 0.16, 0.6, 0.92
_THIN, _CROWDED, _WIDE = 0.7, 1.0, 1.8
_CONTRAST: Final = 2.0

Affine = tuple["NDArray[np.float64]", "NDArray[np.float64] | None"]


def affine_weights(network: Network, weights: NDArray[np.float64]) -> list[Affine]:
    """Return matrix, shape (n, m), and biases, shape (m,), of every layer that has weights."""
    found = [own for own in network.views(weights) if own]
    return [(own[0], own[1] if len(own) > 1 else None) for own in found]


def strength(weights: NDArray[np.float64], inputs: int) -> NDArray[np.float64]:
    """Return how strongly weights are drawn, from 0 to 1; nan for nan.

    The same weight is drawn alike at every step, so that weights are seen to grow. What counts is
    the weight beside ``1 / sqrt(inputs)``, which keeps signals as large as they came.
    """
    strengths: NDArray[np.float64] = np.tanh(np.abs(weights) * (np.sqrt(inputs) / _HALFWAY))
    return strengths


def grades(weights: NDArray[np.float64], inputs: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return how strongly weights are drawn, 0 to `LEVELS` - 1, and the sign of each.

    A sign is 0 below 0, 1 above, 2 for what is no number, which is drawn as strongly as can be.
    """
    strengths = np.nan_to_num(strength(weights, inputs), nan=1.0) ** _CONTRAST
    levels = np.minimum((strengths * LEVELS).astype(np.intp), LEVELS - 1)
    return levels, np.where(np.isnan(weights), 2, weights > 0.0).astype(np.intp)


@lru_cache(maxsize=4)
def edge_lines(columns: tuple[Column, ...]) -> tuple[tuple[QLineF, ...], ...]:
    """Return for each gap a line for each edge that is drawn, row by row as in the matrix."""
    gaps = []
    for first, second in pairwise(columns):
        ends = second.y.tolist()
        gaps.append(
            tuple(QLineF(first.x, y, second.x, to) for y in first.y.tolist() for to in ends)
        )
    return tuple(gaps)


def paint_edges(
    painter: QPainter, columns: tuple[Column, ...], affines: list[Affine], theme: Theme
) -> None:
    """Paint the strongest edges of each gap, the faint ones below the others."""
    share = MOST_EDGES // (len(columns) - 1)
    lines = edge_lines(columns)
    for first, second, (matrix, _), own in zip(columns, columns[1:], affines, lines, strict=False):
        drawn = matrix[np.ix_(first.units, second.units)].ravel()
        levels, signs = grades(drawn, first.count)
        crowd = min(1.0, len(own) / MOST_NODES**2)
        width, full = _WIDE - (_WIDE - _CROWDED) * crowd, _FULL - (_FULL - _PALE) * crowd
        chosen = np.arange(len(own))
        if len(own) > share:
            chosen = np.argpartition(levels, -share)[-share:]
        groups = levels[chosen] * SIGNS + signs[chosen]
        for group in np.unique(groups).tolist():
            painter.setPen(edge_pen(group % SIGNS, group // SIGNS, theme, width, full))
            painter.drawLines([own[i] for i in chosen[groups == group].tolist()])


def paint_edges_of(
    painter: QPainter,
    columns: tuple[Column, ...],
    affines: list[Affine],
    node: Spot,
    theme: Theme,
) -> None:
    """Paint the edges of one node, in and out, over all others."""
    place = columns[node.layer].place(node.unit)
    if place is None:
        return
    for gap, other in ((node.layer - 1, node.layer - 1), (node.layer, node.layer + 1)):
        if not 0 <= other < len(columns):
            continue
        matrix, units = affines[gap][0], columns[other].units
        numbers = matrix[units, node.unit] if other == gap else matrix[node.unit, units]
        levels, signs = grades(numbers, len(matrix))
        for y, level, sign in zip(columns[other].y, levels.tolist(), signs.tolist(), strict=True):
            painter.setPen(edge_pen(sign, max(level, _LEAST_OF_NODE), theme))
            painter.drawLine(QLineF(*place, columns[other].x, y))


def edge_pen(
    sign: int, level: int, theme: Theme, widest: float = _WIDE, full: float = _FULL
) -> QPen:
    """Return how an edge is drawn.

    Parameters
    ----------
    sign : int
        0 for a weight below 0, 1 for one above, 2 for one that is no number.
    level : int
        Its strength, 0 to `LEVELS` - 1.
    theme : Theme
        Where its colour comes from.
    widest : float
        Width of the strongest in pixels.
    full : float
        How much of its colour the strongest has, from 0 to 1.
    """
    share = level / (LEVELS - 1)
    alpha = _FAINTEST + (full - _FAINTEST) * share
    ink = blended(sign_colour(sign, theme), theme.surface, alpha)
    return signed_pen(sign, ink, _THIN + (widest - _THIN) * share)


def signed_pen(sign: int, ink: str, width: float) -> QPen:
    """Return a pen that tells the sign of a weight without its colour, too."""
    pen = QPen(colour(ink), width)
    if sign == 0:
        pen.setDashPattern(BELOW_ZERO)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def sign_colour(sign: int, theme: Theme) -> str:
    """Return the colour of weights below 0, above 0, and of such that are no numbers."""
    return (theme.run(1).colour, theme.run(0).colour, theme.bad)[sign]


def paint_plain_edges(painter: QPainter, columns: tuple[Column, ...], theme: Theme) -> None:
    """Paint edges whose weights are not known yet."""
    share = MOST_EDGES // (len(columns) - 1)
    painter.setPen(QPen(colour(theme.border), _THIN))
    for own in edge_lines(columns):
        painter.drawLines(list(own[:: -(-len(own) // share)]))
