"""The picture of a network: its nodes, and its weights as edges, at one step of a run."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gradviz.plots.colours import colour
from gradviz.plots.frames import Row, paint_dimming, paint_readout, readout_size
from gradviz.plots.picture import step_moment
from gradviz.plots.sketch_edges import (
    affine_weights,
    paint_edges,
    paint_edges_of,
    paint_plain_edges,
)
from gradviz.plots.sketch_layout import LABELS, Column, Spot, lay_out
from gradviz.plots.sketch_nodes import node_inks, paint_classes, paint_nodes
from gradviz.plots.sketch_stepper import Stepper, paint_counts
from gradviz.plots.sketch_words import node_name, spot_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import QSizeF

    from gradviz.core.network.network import Network
    from gradviz.plots.picture import LegendEntry
    from gradviz.plots.sketch_edges import Affine
    from gradviz.plots.themes import Theme

_AWAY: Final = 12.0
_STRONG: Final = 2.0


class NetworkSketchPicture:
    """A network, its weights, and what the mouse is on.

    Attributes
    ----------
    theme : Theme
        Its colours.
    network : Network or None
        What is drawn.
    weights, gradient : ndarray, shape (w,), or None
        Its weights and the slope of the loss by each, if they are known.
    step : int
        When they were that.
    inputs, outputs : tuple of str
        What inputs and classes are called; no outputs where they are numbers.
    spot : Spot or None
        The node or edge under the mouse.
    layer : int or None
        The hidden layer whose count can be stepped.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.network: Network | None = None
        self.weights: NDArray[np.float64] | None = None
        self.gradient: NDArray[np.float64] | None = None
        self.step = 0
        self.inputs: tuple[str, ...] = ()
        self.outputs: tuple[str, ...] = ()
        self.spot: Spot | None = None
        self.layer: int | None = None

    # --- what it says of itself

    def heading(self) -> str:
        """Return the sizes of the layers."""
        return "" if self.network is None else "-".join(map(str, self.network.sizes))

    def moment(self) -> str:
        """Return at which step it is shown."""
        return "" if self.weights is None else step_moment(self.step)

    def legend(self) -> list[LegendEntry]:
        """Return nothing: edges are no runs."""
        return []

    def problem(self) -> str:
        """Return why there is nothing to see."""
        if self.network is not None:
            return ""
        return QCoreApplication.translate("NetworkSketch", "There is no network to draw.")

    def still(self) -> NetworkSketchPicture:
        """Return the same without what the mouse has left in it."""
        made = copy(self)
        made.spot = made.layer = None
        return made

    # --- where things are

    def columns(self, size: QSizeF) -> tuple[Column, ...]:
        """Return the nodes of each layer."""
        if self.network is None:
            return ()
        return lay_out(self.network.sizes, size.width(), size.height())

    def stepper(self, size: QSizeF) -> Stepper | None:
        """Return minus and plus of the layer that can be stepped."""
        columns = self.columns(size)
        if self.layer is None or not 0 < self.layer < len(columns) - 1:
            return None
        return Stepper(columns[self.layer], size)

    def _affines(self) -> list[Affine] | None:
        if self.network is None or self.weights is None:
            return None
        return affine_weights(self.network, self.weights)

    # --- painting

    def paint(self, painter: QPainter, size: QSizeF, _ratio: float = 1.0) -> None:
        """Paint everything but the ground."""
        self.paint_network(painter, size)
        self.paint_over(painter, size)

    def paint_network(self, painter: QPainter, size: QSizeF) -> None:
        """Paint edges and nodes, which stay while the mouse moves."""
        columns, affines = self.columns(size), self._affines()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not columns:
            return
        if affines is None:
            paint_plain_edges(painter, columns, self.theme)
        else:
            paint_edges(painter, columns, affines, self.theme)
        for layer in range(len(columns)):
            self._paint_layer(painter, columns, layer, affines)

    def paint_over(self, painter: QPainter, size: QSizeF) -> None:
        """Paint counts, and what belongs to the node or edge under the mouse."""
        columns = self.columns(size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stepper = self.stepper(size)
        area = None if stepper is None else stepper.area
        paint_counts(painter, columns, size, self.theme, area)
        if stepper is not None:
            stepper.paint(painter, self.theme)
        if self.spot is not None and self.network is not None:
            self._paint_spot(painter, columns, self.spot, size)

    def _paint_layer(
        self,
        painter: QPainter,
        columns: tuple[Column, ...],
        layer: int,
        affines: list[Affine] | None,
    ) -> None:
        column = columns[layer]
        if self.outputs and layer == len(columns) - 1:
            paint_classes(painter, column, self.theme)
            return
        biases = affines[layer - 1][1] if affines is not None and layer else None
        inks = node_inks(column, columns[max(layer - 1, 0)].count, biases, self.theme)
        paint_nodes(painter, column, inks, self.theme)

    # --- under the mouse

    def _paint_spot(
        self, painter: QPainter, columns: tuple[Column, ...], spot: Spot, size: QSizeF
    ) -> None:
        places = self.places(columns, spot)
        if not places:
            return
        paint_dimming(painter, QRectF(0.0, 0.0, size.width(), size.height() - LABELS), self.theme)
        painter.setPen(QPen(colour(self.theme.accent), _STRONG))
        if len(places) > 1:
            painter.drawLine(QLineF(*places[0], *places[1]))
        else:
            self._paint_node(painter, columns, spot, places[0])
        x = sum(place[0] for place in places) / len(places)
        y = sum(place[1] for place in places) / len(places)
        self._paint_readout(painter, spot, (x, y), size)

    def _paint_node(
        self,
        painter: QPainter,
        columns: tuple[Column, ...],
        spot: Spot,
        place: tuple[float, float],
    ) -> None:
        affines = self._affines()
        if affines is not None:
            paint_edges_of(painter, columns, affines, spot, self.theme)
        radius = columns[spot.layer].radius + _STRONG
        painter.setPen(QPen(colour(self.theme.accent), _STRONG))
        painter.setBrush(colour(self.theme.surface))
        painter.drawEllipse(QPointF(*place), radius, radius)

    def _paint_readout(
        self, painter: QPainter, spot: Spot, at: tuple[float, float], size: QSizeF
    ) -> None:
        rows, title = self.readout(spot)
        across, down = readout_size(rows, title)
        left = min(max(at[0] - across / 2.0, 0.0), max(size.width() - across, 0.0))
        top = at[1] + _AWAY
        if top + down > size.height():
            top = max(at[1] - _AWAY - down, 0.0)
        paint_readout(painter, QRectF(left, top, across, down), rows, self.theme, title)

    def readout(self, spot: Spot) -> tuple[list[Row], str]:
        """Return what is said of a node or edge: rows, and a heading above them."""
        if self.network is None:
            return [], ""
        rows = spot_rows(self.network, spot, self.weights, self.gradient)
        if spot.to is not None:
            return rows, ""
        return rows, node_name(self.network, spot, self.inputs, self.outputs)

    @staticmethod
    def places(columns: tuple[Column, ...], spot: Spot) -> list[tuple[float, float]]:
        """Return where a node is, or where an edge begins and ends; nothing if it is not drawn."""
        wanted = [columns[spot.layer].place(spot.unit)]
        if spot.to is not None:
            wanted.append(columns[spot.layer + 1].place(spot.to))
        found = [place for place in wanted if place is not None]
        return found if len(found) == len(wanted) else []
