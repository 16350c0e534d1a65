"""The panel of the data: samples over decision regions, with switches for what is drawn."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gradviz.document.regions import RegionsKind, regions_request
from gradviz.model.studies import StudyKind
from gradviz.plots.regions import RegionsView
from gradviz.plots.regions_state import RegionsLayers
from gradviz.ui import metrics
from gradviz.ui.axes_choice import AxesChoice
from gradviz.ui.breaking_row import BreakingRow
from gradviz.ui.controls import Chip

if TYPE_CHECKING:
    from gradviz.core.network.data import Data
    from gradviz.document.regions import Axes, RegionsRequest, RegionsStudy
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

ASPECTS: Final = 24.0
"""Shapes of the plot between one and another e times as wide: bounds fit the nearest."""


class RegionsPanel(QWidget):
    """The samples, and what the selected run's network makes of them under the cursor.

    Attributes
    ----------
    view : RegionsView
        The picture.
    """

    KIND: ClassVar = StudyKind.REGIONS
    RESTS: ClassVar = False

    requestChanged = Signal()  # noqa: N815  (Qt's spelling)
    """Other inputs, another part of the plane or more points of it are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Samples and decision regions"))
        self.view = RegionsView()
        self.view.setObjectName("regionsView")
        self.view.boundsChanged.connect(self._ask)
        self.view.aspectChanged.connect(self._fit)
        self._train: Data | None = None
        self._chosen: Axes | None = None
        self._aspect = 1.0
        self._training: Training | None = None
        self._axes = AxesChoice()
        self._axes.chosen.connect(self._choose)
        self._chips = self._build_chips()
        self._row = BreakingRow(tuple(self._chips.values()), (self._axes,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(self._row)
        column.addWidget(self.view, 1)

    def _build_chips(self) -> dict[str, Chip]:
        words = {
            "regions": (self.tr("Regions"), self.tr("Draw what the network answers everywhere")),
            "train": (self.tr("Train"), self.tr("Draw the samples that are trained with")),
            "test": (self.tr("Test"), self.tr("Draw the samples that are kept back")),
            "rings": (
                self.tr("Misclassified"),
                self.tr("Mark the samples that are taken for another class"),
            ),
        }
        chips = {}
        for key, (text, tip) in words.items():
            action = QAction(text, self)
            action.setToolTip(tip)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(self._show_layers)
            chips[key] = Chip(action)
            chips[key].setObjectName(f"{key}Chip")
        return chips

    # --- what is asked for

    def request(self, training: Training, index: int, step: int) -> RegionsRequest | None:
        """Return what is wanted of run `index` at a step."""
        if not 0 <= index < len(training.runs):
            return None
        self._follow(training)
        return regions_request(
            training,
            index,
            step,
            axes=self._chosen,
            bounds=self.view.picture.bounds,
            aspect=self._aspect,
            shown=self.view.picture.study,
        )

    def _ask(self) -> None:
        self.requestChanged.emit()

    def _fit(self, aspect: float) -> None:
        """Fit the plane to the shape of the plot, but not to every pixel of it."""
        nearest = exp(round(ASPECTS * log(aspect)) / ASPECTS)
        if nearest != self._aspect:
            self._aspect = nearest
            self._ask()

    def _choose(self, axes: Axes) -> None:
        self._chosen = axes
        self.view.set_bounds(None)
        self._ask()

    # --- what is shown

    def take(self, study: RegionsStudy | None) -> None:
        """Show this; None for nothing. Of a large network, ask for more points of it now."""
        self.view.set_study(study)
        if study is None:
            return
        self._axes.show_axes(study.inputs_named, study.axes)
        has_classes = bool(study.classes)
        self._chips["rings"].setVisible(has_classes)
        self._chips["test"].setVisible(len(study.test.places) > 0)
        self._name_ground(study.kind)
        self._row.fit()
        if not study.request.is_fine and self._training is not None and self._training.complete:
            self._ask()

    def _name_ground(self, kind: RegionsKind) -> None:
        """Call the first chip what it switches."""
        words = {
            RegionsKind.CLASSES: self.tr("Regions"),
            RegionsKind.FIELD: self.tr("Answers"),
            RegionsKind.ODDS: self.tr("Probabilities"),
            RegionsKind.LINE: self.tr("Fit"),
        }
        self._chips["regions"].defaultAction().setText(words[kind])

    def set_training(self, training: Training | None) -> None:
        """Forget what was found of other samples; of these it is shown until there is more."""
        self._training = training
        if training is None:
            self.view.set_study(None)
        else:
            self._follow(training)

    def _follow(self, training: Training) -> None:
        """Show all of other samples; those of another kind along the inputs that tell most."""
        train = training.train
        if train is self._train:
            return
        named = (train.inputs_named, train.classes)
        if self._train is None or named != (self._train.inputs_named, self._train.classes):
            self._chosen = None
            self.view.set_study(None)
        self._train = train
        self.view.set_bounds(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self.view.set_theme(theme)

    def set_dimmed(self, dimmed: bool) -> None:
        """Show that the picture belongs to an earlier task."""
        self.view.set_dimmed(dimmed)

    def set_cursor(self, step: int) -> None:
        """Wait for the study of that step."""

    def set_selected(self, index: int) -> None:
        """Wait for the study of that run."""

    def _show_layers(self) -> None:
        switched = {key: chip.defaultAction().isChecked() for key, chip in self._chips.items()}
        self.view.set_layers(RegionsLayers(**switched))
