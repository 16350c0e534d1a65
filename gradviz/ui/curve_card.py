"""A card on the right: one quantity of every run against the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.plots.curves import CurveView, LegendRow
from gradviz.ui.card import Card
from gradviz.ui.controls import Choice

if TYPE_CHECKING:
    from gradviz.plots.curves import Quantity


class CurveCard(Card):
    """Legend with the values at the cursor, and the curves under it.

    Parameters
    ----------
    title : str
        Heading.
    quantity : Quantity
        What is drawn.
    name : str
        Object name of the view.
    """

    def __init__(
        self, title: str, quantity: Quantity, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.view = CurveView(quantity)
        self.view.setObjectName(name)
        self.view.setAccessibleName(title)
        self._scale = self._build_scale(title)
        self.add_header_widget(self._scale)
        self.body.addWidget(LegendRow(self.view))
        self.body.addWidget(self.view, 1)

    def _build_scale(self, title: str) -> Choice:
        tip = self.tr("A logarithmic axis shows every factor of ten alike")
        choice = Choice(f"{self.view.objectName()}Scale", self.tr("Axis of {0}").format(title), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.offer(((self.tr("Auto"), None), (self.tr("Linear"), False), (self.tr("Log"), True)))
        choice.activated.connect(self._choose_scale)
        return choice

    def _choose_scale(self, index: int) -> None:
        self.view.set_log(self._scale.itemData(index))
