"""The error of the gradient in the left column: words that tell it, and a curve to unfold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.plots.error_curve import ErrorCurveView
from gradviz.plots.error_words import error_text
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.controls import TextButton

if TYPE_CHECKING:
    from gradviz.document.error_curve import ErrorCurve
    from gradviz.plots.themes import Theme

HEIGHT: Final = 132


class ErrorSection(QWidget):
    """The error of the scheme in use as a number, and against h as a small curve.

    Hidden while there is nothing to tell.

    Attributes
    ----------
    head : QWidget
        The line that tells the number and unfolds the curve; for the header of a card.
    view : ErrorCurveView
        The curve; tells drags of h.
    """

    toggled = Signal(bool)
    """Whether the reader unfolded the curve or folded it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ErrorCurveView(compact=True)
        self.view.setObjectName("errorCurveSmall")
        self.view.setFixedHeight(HEIGHT)
        self._theme = LIGHT
        self._value = QLabel()
        self._value.setProperty("role", "value")
        self._told = False
        self._fold = self._build_fold()
        self.head = self._build_head()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._show_fold()

    def _build_fold(self) -> QAction:
        action = QAction(self.tr("Relative error"), self)
        action.setObjectName("errorCurveAction")
        action.setToolTip(self.tr("Show the error against h, or fold it away"))
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(self._show_fold)
        action.triggered.connect(self.toggled)
        return action

    def _build_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.ROW_GAP)
        row.addWidget(TextButton(self._fold))
        row.addWidget(self._value)
        return head

    @property
    def is_open(self) -> bool:
        """Whether the curve is unfolded."""
        return self._fold.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Unfold the curve, or fold it away."""
        self._fold.setChecked(is_open)

    def set_curve(self, curve: ErrorCurve | None) -> None:
        """Tell and draw the error of the scheme in use; without one there is nothing to see."""
        self._told = curve is not None and not (curve.problem is None and curve.chosen is None)
        self._show_fold()
        self.view.set_curve(curve)
        if curve is None or not self._told:
            return
        relative = self.tr("Relative error")
        self._fold.setText(relative if curve.relative else self.tr("Absolute error"))
        text = "" if curve.error is None else error_text(curve.error)
        self._value.setText(text)
        self._value.setAccessibleName(f"{self._fold.text()}: {text}")

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.view.set_theme(theme)
        self._show_fold()

    def _show_fold(self) -> None:
        self.head.setVisible(self._told)
        self.setVisible(self._told and self.is_open)
        name = "chevron-up" if self.is_open else "chevron-down"
        self._fold.setIcon(icons.icon(name, self._theme))
