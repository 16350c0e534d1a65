"""Where in a network one number of the flat vector of weights belongs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gradviz.core.network.network import Network


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one weight.

    Attributes
    ----------
    layer : int
        Number of the layer in `Network.layers`.
    affine : int
        Number of the layer among those that have weights, from 0.
    is_bias : bool
        Whether it is one of the biases instead of one of the matrix.
    row : int
        The input that it weighs; 0 for a bias.
    column : int
        The output that it goes to.
    """

    layer: int
    affine: int
    is_bias: bool
    row: int
    column: int

    @property
    def name(self) -> str:
        """Such as ``W1[0, 2]`` or ``b2[3]``: layers count from 1, rows and columns from 0."""
        if self.is_bias:
            return f"b{self.affine + 1}[{self.column}]"
        return f"W{self.affine + 1}[{self.row}, {self.column}]"


def place_of(network: Network, index: int) -> Place:
    """Return the place of weight number `index`.

    Raises
    ------
    IndexError
        If there is no such weight.
    """
    left, affine = index, 0
    for number, layer in enumerate(network.layers):
        for shape in layer.shapes:
            size = math.prod(shape)
            if 0 <= left < size:
                row, column = divmod(left, shape[-1])
                return Place(number, affine, len(shape) == 1, row, column)
            left -= size
        affine += bool(layer.shapes)
    raise IndexError(f"There is no weight {index}: the network has {network.size}.")
