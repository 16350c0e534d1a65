"""The panel of the slice: the picture, and a slim row that says along what and how near."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gradviz.core.differences import Method
from gradviz.document.slices import DOWNHILL
from gradviz.plots.numerals import variable_label
from gradviz.plots.slice import SliceView
from gradviz.ui import metrics
from gradviz.ui.controls import ActionButton, Chip, Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gradviz.document.results import Results
    from gradviz.document.slices import SliceStudy, Window
    from gradviz.plots.themes import Theme


class SlicePanel(QWidget):
    """A slice of the function where the selected run is, with the choice of its direction.

    Attributes
    ----------
    view : SliceView
        The picture; tells drags of the start and clicks on steps.
    """

    requestChanged = Signal()  # noqa: N815  (Qt's spelling)
    """Another slice is wanted: `direction` or `shown_window` have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Slice of the function"))
        self.view = SliceView()
        self.view.setObjectName("sliceView")
        self.view.windowChanged.connect(self._ask)
        self._variables: tuple[str, ...] = ()
        self._formula = ""
        self._direction = self._build_direction()
        self._build_actions()
        self._row = self._build_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(self._row)
        column.addWidget(self.view, 1)

    # --- what it is made of

    def _build_direction(self) -> Choice:
        tip = self.tr("The line through the point along which the function is drawn")
        choice = Choice("sliceDirectionCombo", self.tr("Direction of the slice"), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        choice.activated.connect(self._choose_direction)
        return choice

    def _build_actions(self) -> None:
        self._tangent = self._action(
            "sliceTangentAction",
            self.tr("Tangent"),
            self.tr("Draw the tangent, the linear function nearest to f at the point"),
        )
        self._secant = self._action(
            "sliceSecantAction",
            self.tr("Secant"),
            self.tr("Draw the line whose slope the numerical gradient takes, and its h"),
        )
        for action in (self._tangent, self._secant):
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._show_layers)
        self._near = self._action(
            "sliceZoomToHAction",
            self.tr("Zoom to h"),
            self.tr("Show so little that the triangle of h fills the plot"),
        )
        self._near.triggered.connect(self.view.zoom_to_h)
        self._whole = self._action(
            "sliceWholeAction", self.tr("Whole"), self.tr("Show all of the line again")
        )
        self._whole.triggered.connect(self.view.show_whole)
        self._whole.setEnabled(False)

    def _action(self, name: str, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setToolTip(tip)
        return action

    def _build_row(self) -> QWidget:
        """Return direction and chips side by side; below one another where it is narrow."""
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(metrics.ROW_GAP)
        chips = QHBoxLayout()
        chips.setSpacing(metrics.ROW_GAP)
        for action in (self._tangent, self._secant):
            chips.addWidget(Chip(action))
        for action in (self._near, self._whole):
            button = ActionButton(action, "plain")
            button.setFixedHeight(metrics.CHIP)
            chips.addWidget(button)
        chips.addStretch(1)
        self._sides.addWidget(self._direction)
        self._sides.addLayout(chips, 1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Break the row in two where it is narrow."""
        super().resizeEvent(event)
        self._break_row()

    def _break_row(self) -> None:
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight)
        if self._sides.sizeHint().width() > self.width():
            self._sides.setDirection(sides.TopToBottom)
        self._row.updateGeometry()

    # --- what is chosen

    @property
    def direction(self) -> int | None:
        """The coordinate along which the line runs, or `DOWNHILL`."""
        chosen: int | None = self._direction.currentData()
        return chosen if self._direction.count() else 0

    @property
    def shown_window(self) -> Window | None:
        """What part of the line is shown; None for all."""
        return self.view.shown_window

    def set_direction(self, direction: int | None) -> None:
        """Choose a direction that there is."""
        if self._direction.count() and direction != self.direction:
            self._direction.show_value(direction)
            self._choose_direction()

    def _choose_direction(self) -> None:
        self.view.set_window(None)
        self._ask()

    def _ask(self) -> None:
        self._show_state()
        self.requestChanged.emit()

    # --- what is shown

    def set_results(self, results: Results | None) -> None:
        """Draw these runs; of another function, all of the line."""
        if results is not None:
            if results.formula.variables != self._variables:
                self._offer(results.formula.variables)
            if results.experiment.formula != self._formula:
                self._formula = results.experiment.formula
                self.view.set_window(None)
            self._show_state(results.experiment.method)
        self.view.set_results(results)

    def set_slice(self, study: SliceStudy | None) -> None:
        """Draw this slice."""
        self.view.set_slice(study)
        self._show_state()

    def set_cursor(self, step: int) -> None:
        """Show all runs at a step."""
        self.view.set_cursor(step)

    def set_selected(self, index: int) -> None:
        """Draw the steps of the run of this index."""
        self.view.set_selected(index)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier text."""
        self.view.set_dimmed(dimmed)

    def _offer(self, variables: tuple[str, ...]) -> None:
        """Offer the directions there are, keeping the chosen one if it is among them."""
        kept = self.direction
        self._variables = variables
        names = [self.tr("Along {0}").format(variable_label(name)) for name in variables]
        items: list[tuple[str, object]] = [(name, i) for i, name in enumerate(names)]
        self._direction.offer([*items, (self.tr("Against the gradient"), DOWNHILL)])
        self._direction.show_value(kept if kept is None or kept < len(variables) else 0)
        self._break_row()

    def _show_layers(self) -> None:
        self.view.set_layers(tangent=self._tangent.isChecked(), secant=self._secant.isChecked())

    def _show_state(self, method: Method | None = None) -> None:
        """Let be pressed what has an effect."""
        study = self.view.picture.study
        if method is None:
            method = study.request.method if study is not None else Method.EXACT
        is_defined = study is None or study.slice is None or isfinite(study.slice.value)
        has_h = is_defined and self.direction is not None and method is not Method.EXACT
        self._tangent.setEnabled(is_defined)
        self._near.setEnabled(has_h)
        self._secant.setEnabled(has_h and method is not Method.COMPLEX_STEP)
        self._whole.setEnabled(self.view.shown_window is not None)
