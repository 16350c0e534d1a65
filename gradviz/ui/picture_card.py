"""The card in the middle: the picture of the function with its switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from gradviz.core.field import Scale
from gradviz.plots.contour import ContourView
from gradviz.ui.card import Card
from gradviz.ui.controls import Chip, Choice, IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.ui.actions import Actions

ROOMY = 560
"""Width in pixels from which the header holds every switch."""


class PictureCard(Card):
    """Contour view with its layers, colour scale and view buttons in the header."""

    scaleChosen = Signal(object)  # noqa: N815  (Qt's spelling)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Contour"), parent)
        self._actions = actions
        self.view = ContourView()
        self.view.setObjectName("contourView")
        self._scale = self._build_scale()
        for action in actions.layers.values():
            self.add_header_widget(Chip(action))
        self._uphill = Chip(actions.uphill, text="+∇f")
        self.add_header_widget(self._uphill)
        self.add_header_widget(self._scale)
        self.add_header_widget(IconButton(actions.reset_view))
        self.add_header_widget(IconButton(actions.expand))
        self.body.addWidget(self.view, 1)
        actions.connect_layers(self._show_layers)
        actions.scale_group.triggered.connect(self._scale_triggered)
        self._show_layers()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Leave the rarer switches to the View menu where there is no room for them."""
        super().resizeEvent(event)
        for rare in (self._uphill, self._scale):
            rare.setVisible(self.width() >= ROOMY)

    def _build_scale(self) -> Choice:
        tip = self.tr("How values of f become colours: evenly, or by their logarithm")
        choice = Choice("scaleCombo", self.tr("Colour scale"), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.offer(
            (
                (self.tr("Auto scale"), None),
                (self.tr("Linear"), Scale.LINEAR),
                (self.tr("Log"), Scale.LOG),
            )
        )
        choice.activated.connect(self._scale_activated)
        return choice

    def _scale_activated(self, index: int) -> None:
        scale = self._scale.itemData(index)
        self._actions.scales[scale].setChecked(True)
        self.scaleChosen.emit(scale)

    def _scale_triggered(self) -> None:
        for scale, action in self._actions.scales.items():
            if action.isChecked():
                self._scale.setCurrentIndex(self._scale.findData(scale))
                self.scaleChosen.emit(scale)

    def _show_layers(self, _checked: bool = False) -> None:
        self.view.set_layers(**self._actions.layers_shown())
        self.view.set_uphill(self._actions.uphill.isChecked())
