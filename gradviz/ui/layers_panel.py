"""The panel of the layers: the picture, and a slim row that says what is shown, and how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QToolTip, QVBoxLayout, QWidget

from gradviz.core.network.places import place_of
from gradviz.document.layer_values import LayersRequest, LayerValues, layers_request
from gradviz.document.layers_look import Form, LayersLook, Shown
from gradviz.model.studies import StudyKind
from gradviz.plots.layers import LayersView
from gradviz.plots.layers_words import form_word, shown_word
from gradviz.plots.matrix_tables import image_side, is_small
from gradviz.ui import metrics
from gradviz.ui.breaking_row import BreakingRow
from gradviz.ui.controls import ActionButton, Chip, SegmentedControl
from gradviz.ui.weight_editor import WeightEditor

if TYPE_CHECKING:
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

EDITABLE: Final = 200
"""Weights up to which a network's can be changed one by one."""


class LayersPanel(QWidget):
    """Weights, gradients and activations of the selected run's network under the cursor.

    Attributes
    ----------
    view : LayersView
        The picture.
    """

    KIND: ClassVar = StudyKind.LAYERS
    RESTS: ClassVar = False

    requestChanged = Signal()  # noqa: N815  (Qt's spelling, here and below)
    """Other scales are wanted."""
    taskEdited = Signal(dict)  # noqa: N815
    """Other first weights, as a field of the `NetworkTask`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers of the network"))
        self.view = LayersView()
        self.view.setObjectName("layersView")
        self.view.weightActivated.connect(self._edit)
        self._training: Training | None = None
        self._look = LayersLook()
        self._editor = WeightEditor(self.view)
        self._editor.entered.connect(self._enter)
        self._buttons: dict[Shown | Form, QToolButton] = {}
        self._shown = self._build_segments(self.tr("What is shown"), Shown)
        self._shown.chosen.connect(self._choose_shown)
        self._form = self._build_segments(self.tr("How it is shown"), Form)
        self._form.chosen.connect(self._choose_form)
        self._chips = self._build_chips()
        self._reset = self._build_reset()
        self._row = self._lay_out()
        self._show_state()

    # --- what it is made of

    def _build_segments(self, name: str, kind: type[Shown] | type[Form]) -> SegmentedControl:
        segments = SegmentedControl(name)
        for value in kind:
            word = shown_word(value) if isinstance(value, Shown) else form_word(value)
            button = segments.add(word, value)
            button.setObjectName(f"{value.value}Segment")
            button.setToolTip(self._tip(value))
            self._buttons[value] = button
        return segments

    def _tip(self, value: Shown | Form) -> str:
        tips = {
            Shown.WEIGHTS: self.tr("The weights of each layer, W and b"),
            Shown.GRADIENTS: self.tr("The derivative of the loss by each weight"),
            Shown.ACTIVATIONS: self.tr("What each layer makes of the samples of this step"),
            Form.MATRIX: self.tr("Every number in its place"),
            Form.HISTOGRAM: self.tr("How many numbers there are of each size"),
            Form.IMAGES: self.tr("The weights of each unit of the first layer, as a picture"),
        }
        return tips[value]

    def _build_chips(self) -> dict[str, Chip]:
        words = {
            "one_scale": (
                self.tr("One scale"),
                self.tr("One scale for all layers; else each layer has its own"),
                "layersOneScaleAction",
            ),
            "whole_run": (
                self.tr("Whole run"),
                self.tr("A scale that holds for the whole run; else one for each step"),
                "layersWholeRunAction",
            ),
            "log_count": (
                self.tr("Log count"),
                self.tr("Bars as high as the logarithm of the count: rare values are seen"),
                "layersLogCountAction",
            ),
        }
        chips = {}
        for key, (text, tip, name) in words.items():
            action = QAction(text, self)
            action.setObjectName(name)
            action.setToolTip(tip)
            action.setCheckable(True)
            action.setChecked(getattr(self._look, key))
            action.triggered.connect(self._switch)
            chips[key] = Chip(action)
        return chips

    def _build_reset(self) -> ActionButton:
        action = QAction(self.tr("Reset weights"), self)
        action.setObjectName("resetWeightsAction")
        action.setToolTip(
            self.tr("Begin again with the first weights of the problem, or with drawn ones")
        )
        action.triggered.connect(self._reset_weights)
        button = ActionButton(action, "plain")
        button.setFixedHeight(metrics.CHIP)
        button.hide()
        return button

    def _lay_out(self) -> BreakingRow:
        row = BreakingRow((self._shown,), (self._form,), (*self._chips.values(), self._reset))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.ROW_GAP)
        column.addWidget(row)
        column.addWidget(self.view, 1)
        return row

    # --- what is chosen

    @property
    def look(self) -> LayersLook:
        """What is looked at, and how."""
        return self._look

    def set_look(self, look: LayersLook) -> None:
        """Look at other numbers, or at them in another way."""
        if look.shown is Shown.ACTIVATIONS and look.form is Form.IMAGES:
            look = replace(look, form=Form.MATRIX)
        before, self._look = self._look, look
        self._shown.set_value(look.shown)
        self._form.set_value(look.form)
        for key, chip in self._chips.items():
            chip.defaultAction().setChecked(getattr(look, key))
        self._editor.close_unchanged()
        self.view.set_look(look)
        self._show_state()
        if (look.one_scale, look.whole_run) != (before.one_scale, before.whole_run):
            self.requestChanged.emit()

    def _choose_shown(self, value: object) -> None:
        self.set_look(replace(self._look, shown=Shown(str(value))))

    def _choose_form(self, value: object) -> None:
        self.set_look(replace(self._look, form=Form(str(value))))

    def _switch(self) -> None:
        states = {key: chip.defaultAction().isChecked() for key, chip in self._chips.items()}
        self.set_look(LayersLook(self._look.shown, self._look.form, **states))

    # --- what is asked for

    def request(self, training: Training, index: int, step: int) -> LayersRequest | None:
        """Return what is wanted of run `index` at a step."""
        if not 0 <= index < len(training.runs):
            return None
        return layers_request(training, index, step, self._look)

    # --- what is shown

    def take(self, study: LayerValues | None) -> None:
        """Show these numbers; None for nothing of them."""
        self.view.set_study(study)
        self._show_state()

    def set_training(self, training: Training | None) -> None:
        """Forget what was found of another network; of this one it is shown until there is more."""
        self._training = training
        study = self.view.picture.study
        is_other = study is not None and (
            training is None
            or (training.task.problem, training.task.network)
            != (study.request.moment.task.problem, study.network)
        )
        if is_other:
            self._editor.close_unchanged()
            self.view.set_study(None)
        self._show_state()

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

    def _show_state(self) -> None:
        """Offer what there is of this network."""
        study, look = self.view.picture.study, self._look
        if study is not None:
            self._show_kinds(study)
        is_histogram = self.view.picture.form is Form.HISTOGRAM
        self._chips["log_count"].setVisible(is_histogram)
        self._chips["one_scale"].setVisible(look.shown is not Shown.ACTIVATIONS)
        given = self._training is not None and self._training.task.weights is not None
        self._reset.setVisible(given)
        self.view.editing_tip = self._editing_tip()
        self._row.fit()

    def _show_kinds(self, study: LayerValues) -> None:
        """Name together what is shown together; offer images where there are any."""
        together = is_small(study)
        self._buttons[Shown.GRADIENTS].setVisible(not together)
        word = shown_word(Shown.WEIGHTS, with_gradients=together)
        self._buttons[Shown.WEIGHTS].setText(word)
        self._buttons[Shown.WEIGHTS].setAccessibleName(word)
        has_images = image_side(study) is not None
        self._buttons[Form.IMAGES].setVisible(has_images)
        self._buttons[Form.IMAGES].setEnabled(self._look.shown is not Shown.ACTIVATIONS)
        if together and self._look.shown is Shown.GRADIENTS:
            self.set_look(replace(self._look, shown=Shown.WEIGHTS))
        elif not has_images and self._look.form is Form.IMAGES:
            self.set_look(replace(self._look, form=Form.MATRIX))

    # --- changing weights

    @property
    def is_editable(self) -> bool:
        """Whether there are few enough weights to change one of them."""
        return self._training is not None and self._training.dimension <= EDITABLE

    def _editing_tip(self) -> str:
        if not self.is_editable:
            return ""
        return self.tr(
            "Double-click, or Enter, changes this weight at step 0: all runs begin with it."
        )

    def _edit(self, weight: int) -> None:
        """Open a field with the first value of a weight."""
        study, training = self.view.picture.study, self._training
        if study is None or training is None:
            return
        if not self.is_editable:
            self._refuse(weight)
            return
        name = place_of(study.network, weight).name
        if study.request.moment.step:
            name = self.tr("{0} at step 0").format(name)
        first = float(training.runs[0].trajectory.x[0, weight])
        self._editor.open(weight, name, first, self.view.weight_box(weight))

    def _refuse(self, weight: int) -> None:
        """Say beside the cell why its weight cannot be changed."""
        words = self.tr("Single weights can be changed in networks of up to {0}.")
        corner = self.view.weight_box(weight).bottomRight().toPoint()
        QToolTip.showText(self.view.mapToGlobal(corner), words.format(EDITABLE), self.view)

    def _enter(self, weight: int, value: float) -> None:
        """Tell the first weights with one of them changed."""
        if self._training is None:
            return
        weights = self._training.runs[0].trajectory.x[0].tolist()
        weights[weight] = value
        self.taskEdited.emit({"weights": tuple(weights)})

    def _reset_weights(self) -> None:
        self.taskEdited.emit({"weights": None})
