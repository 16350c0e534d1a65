"""The panel of the error curve: the picture, and what is looked at in a slim row above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gradviz.document.error_curve import ErrorCurveOptions
from gradviz.plots.error_curve import ErrorCurveView
from gradviz.plots.numerals import variable_label
from gradviz.ui import metrics
from gradviz.ui.controls import Chip, Choice

if TYPE_CHECKING:
    from gradviz.document.error_curve import ErrorCurve
    from gradviz.plots.themes import Theme


class ErrorPanel(QWidget):
    """The error of all schemes against h, with the choice of coordinate and precision.

    Attributes
    ----------
    view : ErrorCurveView
        The picture; tells drags of h and the wish for an example.
    """

    optionsChanged = Signal(object)  # noqa: N815  (Qt's spelling)
    """The `ErrorCurveOptions` that the reader chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Error of the gradient against h"))
        self.view = ErrorCurveView()
        self.view.setObjectName("errorCurveView")
        self._variables: tuple[str, ...] = ()
        self._coordinate = self._build_coordinate()
        self._single = self._build_single()
        row = QHBoxLayout()
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(self._coordinate)
        row.addWidget(Chip(self._single, text="float32"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def _build_coordinate(self) -> Choice:
        tip = self.tr("The partial derivative whose error is drawn, or that of the whole gradient")
        choice = Choice("errorCoordinateCombo", self.tr("Derivative"), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        choice.offer([(self.tr("All of ∇f"), None)])
        choice.activated.connect(self._choose)
        return choice

    def _build_single(self) -> QAction:
        action = QAction(self.tr("Errors in single precision"), self)
        action.setObjectName("singlePrecisionAction")
        action.setToolTip(self.tr("Draw the errors in float32 too, dotted"))
        action.setCheckable(True)
        action.triggered.connect(self._choose)
        return action

    @property
    def options(self) -> ErrorCurveOptions:
        """What is chosen."""
        return ErrorCurveOptions(
            coordinate=self._coordinate.currentData(), single_precision=self._single.isChecked()
        )

    def set_options(self, options: ErrorCurveOptions) -> None:
        """Show what is chosen; a coordinate that there is not counts as all."""
        if self._coordinate.findData(options.coordinate) < 0:
            options = ErrorCurveOptions(single_precision=options.single_precision)
        self._coordinate.show_value(options.coordinate)
        self._single.setChecked(options.single_precision)

    def set_curve(self, curve: ErrorCurve | None) -> None:
        """Draw this curve and offer its coordinates."""
        if curve is not None and curve.variables != self._variables:
            self._offer(curve)
        self.view.set_curve(curve)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.view.set_dimmed(dimmed)

    def _offer(self, curve: ErrorCurve) -> None:
        self._variables = curve.variables
        names = [f"∂f/∂{variable_label(name)}" for name in curve.variables]
        singles = [(name, i) for i, name in enumerate(names)] if len(names) > 1 else []
        self._coordinate.offer([(self.tr("All of ∇f"), None), *singles])
        self._coordinate.setVisible(bool(singles))
        kept = curve.coordinate if self._coordinate.findData(curve.coordinate) >= 0 else None
        self._coordinate.show_value(kept)

    def _choose(self) -> None:
        self.optionsChanged.emit(self.options)
