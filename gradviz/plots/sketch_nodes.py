"""The nodes of a drawn network: classes in their own colours, hidden units tinted by their bias."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, Qt

from gradviz.plots.colours import blended, colour
from gradviz.plots.marks import marks
from gradviz.plots.sketch_edges import LEVELS, grades, sign_colour

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from gradviz.plots.sketch_layout import Column
    from gradviz.plots.themes import Theme

_RIM: Final = 1.0
_DOT: Final = 0.9
_DOTS: Final = (-3.0, 0.0, 3.0)


def paint_nodes(painter: QPainter, column: Column, inks: list[str], theme: Theme) -> None:
    """Paint round nodes, each in its colour."""
    halo = colour(theme.surface)
    places = np.column_stack([np.full(len(column.y), column.x), column.y])
    for ink in sorted(set(inks)):
        chosen = places[[i for i, other in enumerate(inks) if other == ink]]
        marks("o", chosen, column.radius, _RIM).paint(painter, colour(ink), halo)
    _paint_dots(painter, column, theme)


def paint_classes(painter: QPainter, column: Column, theme: Theme) -> None:
    """Paint nodes as the samples of their classes are painted."""
    halo = colour(theme.surface)
    for unit, y in zip(column.units.tolist(), column.y.tolist(), strict=True):
        style = theme.class_style(unit)
        drawn = marks(style.symbol, np.array([[column.x, y]]), column.radius, _RIM)
        drawn.paint(painter, colour(style.colour), halo)
    _paint_dots(painter, column, theme)


def node_inks(
    column: Column, inputs: int, biases: NDArray[np.float64] | None, theme: Theme
) -> list[str]:
    """Return the colour of each node: that of its bias, as far as there is one.

    Parameters
    ----------
    column : Column
        The nodes of a layer.
    inputs : int
        How many units the layer before has.
    biases : ndarray, shape (m,), or None
        Those of all units of the layer.
    theme : Theme
        Where the colours come from.
    """
    plain = theme.text_muted
    if biases is None:
        return [plain] * len(column.units)
    levels, signs = grades(biases[column.units], inputs)
    return [
        blended(sign_colour(sign, theme), plain, level / (LEVELS - 1))
        for level, sign in zip(levels.tolist(), signs.tolist(), strict=True)
    ]


def _paint_dots(painter: QPainter, column: Column, theme: Theme) -> None:
    """Paint three dots where units are left out."""
    if column.gap is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.text_muted))
        for down in _DOTS:
            painter.drawEllipse(QPointF(column.x, column.gap + down), _DOT, _DOT)
