"""Which histograms there are of the layers of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.document.layers_look import Shown
from gradviz.plots.histogram import Distribution
from gradviz.plots.matrix_tables import activation_name, is_small, weight_name

if TYPE_CHECKING:
    from gradviz.document.layer_values import LayerValues, WeightLayer

_OF_A_BIAS: Final = 0.55
"""Width of the histogram of a bias, beside that of its matrix."""


def distributions(values: LayerValues, shown: Shown) -> list[list[Distribution]]:
    """Return lines of histograms, one for each layer."""
    if shown is Shown.ACTIVATIONS:
        count = len(values.activations)
        return [
            [Distribution(activation_name(k, count), numbers)]
            for k, numbers in enumerate(values.activations)
        ]
    kinds = (Shown.WEIGHTS, Shown.GRADIENTS) if is_small(values) else (shown,)
    return [
        [drawn for kind in kinds for drawn in _of_layer(layer, k, kind)]
        for k, layer in enumerate(values.layers)
    ]


def _of_layer(layer: WeightLayer, number: int, shown: Shown) -> list[Distribution]:
    is_gradient = shown is Shown.GRADIENTS
    matrix = layer.gradient if is_gradient else layer.weights
    bias = layer.bias_gradient if is_gradient else layer.bias
    found = [Distribution(weight_name(number, is_bias=False, shown=shown), matrix)]
    if bias is not None:
        name = weight_name(number, is_bias=True, shown=shown)
        found.append(Distribution(name, bias, _OF_A_BIAS))
    return found
