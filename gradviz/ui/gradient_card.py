"""The card of the gradient: the method that computes it, the step of its differences, its error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradviz.core.differences import Method
from gradviz.document.experiment import H_MAX, H_MIN
from gradviz.ui import metrics
from gradviz.ui.card import Card
from gradviz.ui.controls import Choice, labelled
from gradviz.ui.error_section import ErrorSection
from gradviz.ui.number_field import NumberField
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.wording import method_label, method_tip

if TYPE_CHECKING:
    from gradviz.core.formula import Formula
    from gradviz.document.error_curve import ErrorCurve
    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme


class GradientCard(Card):
    """Shows method and h of an experiment and tells what is chosen.

    Attributes
    ----------
    error : ErrorSection
        The error of the gradient against h, in small; it can be folded away.
    """

    changed = Signal(object)
    """The fields of the experiment that the user changes, with their new values: a dict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Gradient"))
        self._is_of_network = False
        self._method = self._build_method()
        self._h = NumberField(low=H_MIN, high=H_MAX)
        self._h.setObjectName("hField")
        self._h.setAccessibleName(self.tr("Step h"))
        self._h.setToolTip(self._h_tip())
        self._h.edited.connect(self._edit_h)
        self.error = ErrorSection()
        self.error.view.hDragged.connect(self._drag_h)
        self._lay_out()

    def _build_method(self) -> Choice:
        tip = self.tr("How the gradient is computed")
        choice = Choice("methodCombo", self.tr("Method"), tip)
        choice.offer([(method_label(method), method) for method in Method])
        for index, method in enumerate(Method):
            choice.setItemData(index, method_tip(method), Qt.ItemDataRole.ToolTipRole)
        choice.activated.connect(self._choose_method)
        return choice

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(labelled(self.tr("Method"), self._method), 5)
        row.addWidget(labelled(self.tr("Step h"), self._h), 2)
        problems = ProblemLine()
        problems.watch(self._h)
        self.body.addLayout(row)
        self.body.addWidget(problems)
        self.add_header_widget(self.error.head)
        self.body.addWidget(self.error)

    def set_experiment(self, experiment: Experiment, _formula: Formula) -> None:
        """Show method and h; an exact gradient has no h, but a network's is checked with one."""
        is_network = experiment.network is not None
        if is_network != self._is_of_network:
            self._call_methods(is_network=is_network)
        self._method.show_value(experiment.method)
        self._method.setToolTip(self._method.currentData(Qt.ItemDataRole.ToolTipRole))
        self._h.set_value(experiment.h)
        self._h.setEnabled(is_network or experiment.method is not Method.EXACT)

    def _call_methods(self, *, is_network: bool) -> None:
        """Name the ways to the gradient: what is exact for a network is backpropagation."""
        self._is_of_network = is_network
        for index, method in enumerate(Method):
            label, tip = method_label(method), method_tip(method)
            if is_network and method is Method.EXACT:
                label = self.tr("Backpropagation")
                tip = self.tr("By the chain rule, layer by layer from the loss back: exact")
            self._method.setItemText(index, label)
            self._method.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        self._h.setToolTip(self._h_tip())

    def _h_tip(self) -> str:
        if self._is_of_network:
            return self.tr(
                "How far apart the differences take the values of the loss; backpropagation is "
                "checked with it"
            )
        return self.tr("How far apart the differences take the values of f")

    def set_error_curve(self, curve: ErrorCurve | None) -> None:
        """Show the error of the gradient against h; None hides it."""
        self.error.set_curve(curve)

    def set_theme(self, theme: Theme) -> None:
        """Draw the curve in these colours: the style sheet colours everything else."""
        self.error.set_theme(theme)

    def _choose_method(self, index: int) -> None:
        self.changed.emit({"method": Method(self._method.itemData(index))})

    def _edit_h(self, h: float) -> None:
        self.changed.emit({"h": h})

    def _drag_h(self, h: float, _last: bool) -> None:
        self._edit_h(h)
