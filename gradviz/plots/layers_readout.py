"""What is read out of a cell or a bar in the picture of the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.network.places import place_of
from gradviz.document.layer_spans import BINS
from gradviz.document.layers_look import Shown
from gradviz.plots.frames import Row
from gradviz.plots.histogram_words import bin_title, count_word
from gradviz.plots.numerals import readout, variable_label

if TYPE_CHECKING:
    from gradviz.document.layer_values import LayerValues
    from gradviz.plots.histogram import PlacedPlot
    from gradviz.plots.matrix_tables import Table

_DIGITS = 6


def _tr(text: str) -> str:
    return QCoreApplication.translate("Layers", text)


def weight_readout(values: LayerValues, weight: int) -> tuple[str, list[Row]]:
    """Return the name of a weight, and its value, gradient and last change."""
    moment, before = values.request.moment, values.request.before
    value, gradient = float(moment.weights[weight]), float(moment.gradient[weight])
    place = place_of(values.network, weight)
    rows = []
    if not place.is_bias:
        rows.append(Row(_tr("from"), unit_text(values, place.affine, place.row)))
    rows.append(Row(_tr("to"), unit_text(values, place.affine + 1, place.column)))
    rows.append(Row(_tr("weight"), readout(value, _DIGITS)))
    rows.append(Row(_tr("gradient"), readout(gradient, _DIGITS)))
    if before is not None:
        change = value - float(before.weights[weight])
        rows.append(Row(_tr("last step"), signed(change)))
    return place.name, rows


def signed(change: float) -> str:
    """Return a change with its sign."""
    text = readout(change, 4)
    return f"+{text}" if change > 0.0 else text


def unit_text(values: LayerValues, layer: int, unit: int) -> str:
    """Return what a unit of a layer is called, in a line."""
    sizes = values.network.sizes
    if layer == 0:
        return variable_label(values.batch.inputs_named[unit])
    if layer == len(sizes) - 1:
        if values.batch.classes:
            return _tr("score of {0}").format(values.batch.classes[unit])
        return _tr("score {0}").format(unit)
    return _tr("layer {0}, unit {1}").format(layer, unit)


def activation_readout(
    values: LayerValues, table: Table, row: int, column: int
) -> tuple[str, list[Row]]:
    """Return what a sample makes of a unit."""
    title = f"{table.name}[{row}, {column}]"
    rows = [Row(_tr("sample"), str(row))]
    if values.batch.classes:
        label = values.batch.classes[int(values.batch.targets[row].argmax())]
        rows.append(Row(_tr("class"), label))
    if table.shown is Shown.ACTIVATIONS:
        rows.append(Row(_tr("unit"), unit_text(values, table.layer, column)))
    elif table.columns:
        rows.append(Row(_tr("column"), table.columns[column]))
    rows.append(Row(_tr("value"), readout(float(table.values[row, column]), _DIGITS)))
    return title, rows


def bar_readout(plot: PlacedPlot, index: int) -> tuple[str, list[Row]]:
    """Return how many numbers a bar counts, and from where to where they are."""
    low, high = plot.drawn.numbers.span
    width = (high - low) / BINS
    title = bin_title(low + index * width, low + (index + 1) * width)
    counts = plot.drawn.numbers.spread.counts
    share = counts[index] / max(int(counts.sum()), 1)
    return plot.drawn.name, [
        Row(title, ""),
        Row(count_word(), f"{int(counts[index]):,} ({100.0 * share:.1f} %)"),
    ]
