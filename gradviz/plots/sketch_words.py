"""What the readout says of a node or an edge of a drawn network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.places import Place
from gradviz.plots.frames import Row
from gradviz.plots.numerals import readout

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.network.network import Network
    from gradviz.plots.sketch_layout import Spot


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkSketch", text)


def node_name(
    network: Network, spot: Spot, inputs: tuple[str, ...], outputs: tuple[str, ...]
) -> str:
    """Return what a node is called: by the data's own names if there are any."""
    if spot.layer == 0:
        words, names = _tr("input {0}"), inputs
    elif spot.layer == len(network.sizes) - 1:
        words, names = (_tr("class {0}") if outputs else _tr("output {0}")), outputs
    else:
        return _tr("hidden layer {0}, unit {1}").format(spot.layer, spot.unit)
    known = spot.unit < len(names)
    return words.format(names[spot.unit] if known else spot.unit)


def weight_place(network: Network, spot: Spot) -> Place | None:
    """Return which weight belongs to an edge, or which bias to a node; None if none does."""
    if spot.to is not None:
        return Place(2 * spot.layer, spot.layer, False, spot.unit, spot.to)
    if spot.layer == 0 or not network.has_bias:
        return None
    return Place(2 * (spot.layer - 1), spot.layer - 1, True, 0, spot.unit)


def number_at(network: Network, place: Place, numbers: NDArray[np.float64]) -> float:
    """Return the one of a flat vector, weights or gradient, that belongs to a place."""
    own = network.views(numbers)[place.layer]
    return float(own[1][place.column] if place.is_bias else own[0][place.row, place.column])


def spot_rows(
    network: Network,
    spot: Spot,
    weights: NDArray[np.float64] | None,
    gradient: NDArray[np.float64] | None,
) -> list[Row]:
    """Return name and number of a weight, and the slope of the loss by it."""
    place = weight_place(network, spot)
    if place is None or weights is None:
        return []
    rows = [Row(place.name, readout(number_at(network, place, weights)))]
    if gradient is not None:
        rows.append(Row(_tr("gradient"), readout(number_at(network, place, gradient))))
    return rows
