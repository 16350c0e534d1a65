"""Which weight of a network is worked out: the ones that change most, or one that is named."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gradviz.core.network.places import place_of
from gradviz.ui import metrics
from gradviz.ui.controls import Choice
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from gradviz.core.network.network import Network

_FIELD = 42
"""Width of a field for a row or a column."""


class WeightChoice(QWidget):
    """A list of matrices and biases, and fields for the place in the one that was chosen."""

    chosen = Signal(object)
    """The number of a weight, or None for those that change most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weightChoice")
        self._network: Network | None = None
        self._weight: int | None = None
        tip = self.tr("The weights that change most in this step, or one that you choose")
        self._where = Choice("weightTensorCombo", self.tr("Which weights are worked out"), tip)
        self._where.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._where.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._where.activated.connect(self._choose_tensor)
        self._row = self._field("weightRowField", self.tr("Row"), self.tr("Input it weighs"))
        self._column = self._field(
            "weightColumnField", self.tr("Column"), self.tr("Output it goes to")
        )
        self._place = (QLabel("["), self._row, QLabel(","), self._column, QLabel("]"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.CAPTION_GAP)
        row.addWidget(self._where)
        for widget in self._place:
            row.addWidget(widget)
        row.addStretch(1)

    def _field(self, object_name: str, name: str, tip: str) -> NumberField:
        field = NumberField(integer=True, low=0, high=0)
        field.setObjectName(object_name)
        field.setAccessibleName(name)
        field.setToolTip(tip)
        field.setFixedWidth(_FIELD)
        field.edited.connect(self._choose_place)
        return field

    @property
    def weight(self) -> int | None:
        """The weight that is chosen; None for those that change most."""
        return self._weight

    def set_network(self, network: Network) -> None:
        """Offer the weights of a network; one of another network is chosen no longer."""
        if self._network is not None and network.shapes == self._network.shapes:
            return
        self._network, self._weight = network, None
        names = [(place_of(network, i).name.partition("[")[0], i) for i in self._firsts()]
        self._where.offer(((self.tr("Largest change"), None), *names))
        self._show()

    def set_weight(self, weight: int | None) -> None:
        """Show which weight is chosen, without a signal."""
        if self._network is not None and (weight is None or 0 <= weight < self._network.size):
            self._weight = weight
            self._show()

    def _firsts(self) -> list[int]:
        """Return the first weight of each matrix and of each set of biases."""
        assert self._network is not None  # noqa: S101 - asked only with one
        sizes = [math.prod(shape) for shape in self._network.shapes]
        return [sum(sizes[:i]) for i in range(len(sizes))]

    def _tensor(self, weight: int) -> int:
        """Return in which matrix or set of biases a weight is."""
        return max(i for i, first in enumerate(self._firsts()) if first <= weight)

    def _show(self) -> None:
        weight = self._weight
        self._where.setCurrentIndex(0 if weight is None else self._tensor(weight) + 1)
        is_bias = False
        if weight is not None and self._network is not None:
            shape = self._network.shapes[self._tensor(weight)]
            place, is_bias = place_of(self._network, weight), len(shape) == 1
            self._row.set_range(0, shape[0] - 1)
            self._column.set_range(0, shape[-1] - 1)
            self._row.set_value(place.row)
            self._column.set_value(place.column)
        for widget in self._place:
            widget.setVisible(weight is not None)
        for widget in self._place[1:3]:
            widget.setVisible(weight is not None and not is_bias)

    def _choose_tensor(self, index: int) -> None:
        self._choose(self._where.itemData(index))

    def _choose_place(self, _value: object) -> None:
        row, column = self._row.value(), self._column.value()
        if self._network is None or self._weight is None or row is None or column is None:
            return
        tensor = self._tensor(self._weight)
        shape = self._network.shapes[tensor]
        across = int(column) if len(shape) == 1 else int(row) * shape[1] + int(column)
        self._choose(self._firsts()[tensor] + across)

    def _choose(self, weight: int | None) -> None:
        self.set_weight(weight)
        self.chosen.emit(weight)
