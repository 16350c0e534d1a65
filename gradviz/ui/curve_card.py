"""A card on the right: one quantity of every run against the step."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.plots.curves import CurveView, LegendRow, Quantity
from gradviz.plots.run_series import Grain
from gradviz.ui.card import Card
from gradviz.ui.controls import Choice


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
        if quantity is Quantity.ACCURACY:
            self.set_note(self.tr("percent"))
        else:
            self._add_choices(title, quantity)
        self.body.addWidget(LegendRow(self.view))
        self.body.addWidget(self.view, 1)

    def _add_choices(self, title: str, quantity: Quantity) -> None:
        self._scale = self._build_scale(title)
        if quantity is Quantity.VALUE:  # the only one of both steps and epochs
            self._grain = self._build_grain(title)
            self.add_header_widget(self._grain)
            self.view.changed.connect(self._offer_grain)
        self.add_header_widget(self._scale)

    def _build_scale(self, title: str) -> Choice:
        tip = self.tr("A logarithmic axis shows every factor of ten alike")
        choice = Choice(f"{self.view.objectName()}Scale", self.tr("Axis of {0}").format(title), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.offer(((self.tr("Auto"), None), (self.tr("Linear"), False), (self.tr("Log"), True)))
        choice.activated.connect(self._choose_scale)
        return choice

    def _build_grain(self, title: str) -> Choice:
        tip = self.tr("The loss of each step's batch, or of all samples after each epoch")
        choice = Choice(
            f"{self.view.objectName()}Grain", self.tr("Points of {0}").format(title), tip
        )
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.offer(((self.tr("Every epoch"), Grain.EPOCHS), (self.tr("Every step"), Grain.STEPS)))
        choice.activated.connect(self._choose_grain)
        choice.hide()
        return choice

    def _offer_grain(self) -> None:
        self._grain.setVisible(self.view.picture.pace > 0)

    def _choose_scale(self, index: int) -> None:
        self.view.set_log(self._scale.itemData(index))

    def _choose_grain(self, index: int) -> None:
        self.view.set_grain(Grain(self._grain.itemData(index)))  # Qt gives a plain text back
