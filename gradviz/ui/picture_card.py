"""The card in the middle: one of several pictures of the same experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from gradviz.document.display import FUNCTION_VIEWS, NETWORK_VIEWS, View
from gradviz.plots.contour import ContourView
from gradviz.ui.card import Card
from gradviz.ui.controls import Chip, IconButton, SegmentedControl
from gradviz.ui.display_form import DisplayForm
from gradviz.ui.mnemonics import without_mnemonic
from gradviz.ui.panels import make_panel
from gradviz.ui.plane_choice import PlaneChoice
from gradviz.ui.popup import Popup

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from gradviz.core.formula import Formula
    from gradviz.document.experiment import Experiment
    from gradviz.ui.actions import Actions
    from gradviz.ui.banner import Banner

ROOMY, NARROW, TIGHT = 690, 480, 440
TIGHT_OF_NETWORKS, SMALL_OF_NETWORKS = 600, 430
"""Widths in pixels from which the header holds every switch, more than the most needed, and
names with room around them; of the many names of networks, also in letters of full size."""


class PictureCard(Card):
    """The pictures, one at a time, each made when it is first looked at.

    Attributes
    ----------
    view : ContourView
        The map, which is always there.
    form : DisplayForm
        How things are drawn; opens below its button.
    plane : PlaneChoice
        Which coordinates map and surface show.
    """

    panelMade = Signal(object, object)  # noqa: N815  (Qt's spelling, here and below)
    """A `View` and its widget, which is to be connected and shown what there is."""
    viewShown = Signal(object)  # noqa: N815
    """The `View` that is looked at from now on."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Picture"))
        self._actions = actions
        self.view = ContourView()
        self.view.setObjectName("contourView")
        self._panels: dict[View, QWidget] = {View.CONTOUR: self.view}
        self._shown = View.CONTOUR
        self._tabs = self._build_tabs(FUNCTION_VIEWS)
        self._network_tabs: SegmentedControl | None = None
        self._left_at = NETWORK_VIEWS[0]  # the picture of the other kind that was looked at last
        self._chips = [Chip(action) for action in actions.layers.values()]
        self.display_button = IconButton(actions.display)
        self._reset = IconButton(actions.reset_view)
        self._expand = IconButton(actions.expand)
        self.form = DisplayForm()
        self._options = Popup(self.form, self.tr("View options"), self)
        self.plane = PlaneChoice()
        self.plane.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._lay_out()
        actions.connect_layers(self._show_layers)
        actions.view_group.triggered.connect(self._show_chosen)
        actions.display.triggered.connect(self._open_options)
        self._show_layers()

    def _build_tabs(self, views: tuple[View, ...]) -> SegmentedControl:
        tabs = SegmentedControl(self.tr("Picture"))
        for view in views:
            action = self._actions.views[view]
            button = tabs.add(without_mnemonic(action.text()), view)
            button.setObjectName(f"{view.value}Tab")
            button.setToolTip(action.toolTip())
        tabs.chosen.connect(self.show_view)
        return tabs

    def _lay_out(self) -> None:
        self.set_heading(self._tabs)
        for widget in (
            *self._chips,
            self.display_button,
            self._reset,
            self._expand,
        ):
            self.add_header_widget(widget)
        self.body.addWidget(self.plane)
        self.body.addWidget(self._stack, 1)

    def lay_over(self, banner: Banner) -> None:
        """Let a banner lie over the top of whatever picture is shown."""
        banner.lie_over(self._stack, self)

    @property
    def shown(self) -> View:
        """What is looked at."""
        return self._shown

    def panel(self, view: View) -> QWidget | None:
        """Return the widget of a picture, if it has been looked at."""
        return self._panels.get(view)

    def tab_parts(self) -> list[QWidget]:
        """Return the parts in the order of the Tab key: what chooses pictures comes first."""
        tabs = [self._tabs, *([self._network_tabs] if self._network_tabs else [])]
        buttons = (*self._chips, self.display_button, self._reset, self._expand)
        return [*tabs, *buttons, self.plane, self._stack]

    def show_view(self, view: View) -> None:
        """Look at one of the pictures."""
        view = View(view)
        if view not in self._panels:
            panel = make_panel(view)
            self._panels[view] = panel
            self._stack.addWidget(panel)
            self.panelMade.emit(view, panel)
        self._shown = view
        self._shown_tabs().set_value(view)
        self._actions.views[view].setChecked(True)
        self._stack.setCurrentWidget(self._panels[view])
        self._show_header()
        self.viewShown.emit(view)

    @property
    def shows_network(self) -> bool:
        """Whether the pictures offered are those of a network."""
        return self._shown in NETWORK_VIEWS

    def show_kind(self, *, is_network: bool) -> None:
        """Offer the pictures of a network or of a function, the last of its kind in front."""
        if is_network == self.shows_network:
            return
        if self._network_tabs is None:
            self._network_tabs = self._build_tabs(NETWORK_VIEWS)
            self.add_heading(self._network_tabs)
        self._actions.offer_views(NETWORK_VIEWS if is_network else FUNCTION_VIEWS)
        view, self._left_at = self._left_at, self._shown
        self.show_view(view)
        self._tabs.setVisible(not is_network)
        self._network_tabs.setVisible(is_network)

    def _shown_tabs(self) -> SegmentedControl:
        return self._network_tabs if self.shows_network and self._network_tabs else self._tabs

    def set_experiment(self, experiment: Experiment, formula: Formula) -> None:
        """Offer the coordinates there are."""
        self.plane.set_experiment(experiment, formula)
        self._actions.enable_layers(formula.dimension > 1 and experiment.network is None)
        self._show_header()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Leave to the View menu what there is no room for."""
        super().resizeEvent(event)
        self._show_header()

    def _show_header(self) -> None:
        on_map = self._shown is View.CONTOUR
        for chip in self._chips:
            chip.setVisible(on_map and chip.defaultAction().isEnabled() and self.width() >= ROOMY)
        self._reset.setVisible(on_map and self.width() >= NARROW)
        self.display_button.setVisible(not self.shows_network)
        self._tabs.set_tight(self.width() < TIGHT)
        if self._network_tabs is not None:
            small = self.width() < SMALL_OF_NETWORKS
            self._network_tabs.set_tight(self.width() < TIGHT_OF_NETWORKS, small=small)
            self._expand.setVisible(not (small and self.shows_network))  # the View menu has it too
        flat = self._shown in {View.CONTOUR, View.SURFACE}
        self.plane.setVisible(flat and self.plane.is_needed)

    def _open_options(self) -> None:
        self._options.open_below(self.display_button)

    def _show_chosen(self) -> None:
        self.show_view(next(v for v, a in self._actions.views.items() if a.isChecked()))

    def _show_layers(self, _checked: bool = False) -> None:
        self.view.set_layers(**self._actions.layers_shown())
        self.view.set_uphill(self._actions.uphill.isChecked())
