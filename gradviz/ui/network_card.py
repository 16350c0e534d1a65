"""The card of the network: its layers in words and as a drawing, and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gradviz.core.network.initialisers import Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.document.network_task import MAX_LAYERS, MAX_UNITS
from gradviz.plots.network_sketch import NetworkSketch
from gradviz.plots.themes import LIGHT
from gradviz.ui import icons, metrics
from gradviz.ui.card import Card
from gradviz.ui.controls import Chip, Choice, IconButton, label_of, labelled
from gradviz.ui.error_line import ErrorLine
from gradviz.ui.layers_field import LayersField, SizesError, check_weights, grouped
from gradviz.ui.network_wording import (
    activation_label,
    activation_tip,
    initialiser_label,
    initialiser_tip,
    loss_label,
    loss_tip,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gradviz.document.experiment import Experiment
    from gradviz.document.network_task import NetworkTask
    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

HEIGHT: Final = 104
"""Of the drawing, in pixels."""
NEW_LAYER: Final = 8
"""Units of the first hidden layer; others are as large as the one before."""


class NetworkCard(Card):
    """Shows the network of an experiment, with its weights at the cursor, and tells edits."""

    taskEdited = Signal(object)  # noqa: N815  (Qt's spelling)
    """Fields of the `NetworkTask` with new values: a dict, which `Signal(dict)` would convert."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Network"))
        self._task: NetworkTask | None = None
        self._training: Training | None = None
        self._selected = self._step = 0
        self._layers = self._build_layers()
        self._fewer = self._build_action("removeLayer", self.tr("Remove the last hidden layer"))
        self._fewer.triggered.connect(self._remove_last)
        self._more = self._build_action("addLayer", self.tr("Add a hidden layer"))
        self._more.triggered.connect(self._add_last)
        self._activation = self._build_choice(
            "activationCombo", self.tr("Activation"), Activation, activation_label, activation_tip
        )
        self._activation.activated.connect(self._choose_activation)
        self._loss = self._build_choice("lossCombo", self.tr("Loss"), Loss, loss_label, loss_tip)
        self._loss.activated.connect(self._choose_loss)
        self._initialiser = self._build_choice(
            "initialiserCombo",
            self.tr("First weights"),
            Initialiser,
            initialiser_label,
            initialiser_tip,
        )
        self._initialiser.activated.connect(self._choose_initialiser)
        self._bias = self._build_bias()
        self.sketch = self._build_sketch()
        self._errors = {name: ErrorLine(f"{name}Message") for name in ("sizes", "loss")}
        self._layers.problemChanged.connect(self._errors["sizes"].say)
        self._lay_out()
        self.set_theme(LIGHT)

    # --- building

    def _build_layers(self) -> LayersField:
        field = LayersField()
        field.setObjectName("layersField")
        field.setToolTip(
            self.tr("Inputs, hidden units of each layer, outputs; the ends are given by the data")
        )
        field.edited.connect(self._edit_sizes)
        return field

    def _build_action(self, name: str, text: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"{name}Action")
        action.setToolTip(text)
        return action

    def _build_choice(
        self,
        object_name: str,
        name: str,
        kind: Iterable[str],
        label: Callable[..., str],
        tip: Callable[..., str],
    ) -> Choice:
        choice = Choice(object_name, name)
        choice.offer([(label(value), value) for value in kind])
        for index in range(choice.count()):
            words = tip(choice.itemData(index))
            choice.setItemData(index, words, Qt.ItemDataRole.ToolTipRole)
        return choice

    def _build_bias(self) -> QAction:
        action = self._build_action("bias", self.tr("Biases"))
        action.setToolTip(self.tr("Add a number of its own to what each unit gets"))
        action.setCheckable(True)
        action.triggered.connect(self._choose_bias)
        return action

    def _build_sketch(self) -> NetworkSketch:
        sketch = NetworkSketch()
        sketch.setObjectName("networkSketch")
        sketch.setFixedHeight(HEIGHT)
        sketch.unitsStepped.connect(self._step_units)
        sketch.layerAdded.connect(self._add_layer)
        sketch.layerRemoved.connect(self._remove_layer)
        return sketch

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setSpacing(metrics.ROW_GAP)
        upper.addWidget(self._layers_with_buttons(), 8)
        upper.addWidget(labelled(self.tr("Activation"), self._activation), 5)
        lower.addWidget(labelled(self.tr("Loss"), self._loss), 3)
        lower.addWidget(labelled(self.tr("First weights"), self._initialiser), 2)
        self.add_header_widget(Chip(self._bias))
        self.body.setSpacing(metrics.TIGHT_GAP)
        self.body.addLayout(upper)
        self.body.addWidget(self._errors["sizes"])
        self.body.addWidget(self.sketch)
        self.body.addLayout(lower)
        self.body.addWidget(self._errors["loss"])
        self.body.addStretch(1)

    def _layers_with_buttons(self) -> QWidget:
        holder = QWidget()
        column, row = QVBoxLayout(holder), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CAPTION_GAP)
        row.setSpacing(0)
        row.addWidget(self._layers, 1)
        row.addWidget(IconButton(self._fewer))
        row.addWidget(IconButton(self._more))
        column.addWidget(label_of(self.tr("Layers"), self._layers))
        column.addLayout(row)
        return holder

    # --- what is shown

    def set_experiment(self, experiment: Experiment) -> None:
        """Show the network of an experiment that has one."""
        task = experiment.network
        if task is None:
            return
        self._task = task
        self._layers.set_sizes(task.sizes, has_bias=task.has_bias)
        for choice, value, tip in (
            (self._activation, task.activation, activation_tip(task.activation)),
            (self._loss, task.loss, loss_tip(task.loss)),
            (self._initialiser, task.initialiser, initialiser_tip(task.initialiser)),
        ):
            choice.show_value(value)
            choice.setToolTip(tip)
        self._show_activation_used(is_used=len(task.sizes) > 2)  # noqa: PLR2004 - as below
        self._bias.setChecked(task.has_bias)
        self._fewer.setEnabled(len(task.sizes) > 2)  # noqa: PLR2004 - inputs and outputs stay
        self._more.setEnabled(len(task.sizes) < MAX_LAYERS)
        self._errors["loss"].say("")
        self.set_note(self._count(task.network.size))
        self._show_weights()

    def _show_activation_used(self, *, is_used: bool) -> None:
        self._activation.setEnabled(is_used)
        if not is_used:
            tip = self.tr("Without a hidden layer there is nothing that it would be applied to")
            self._activation.setToolTip(tip)

    def _count(self, weights: int) -> str:
        if weights == 1:
            return self.tr("1 weight")
        return self.tr("{0} weights").format(grouped(weights))

    def set_training(self, training: Training | None) -> None:
        """Show the weights of a training; None while there is none."""
        self._training = training
        self._show_weights()

    def set_cursor(self, step: int) -> None:
        """Show the weights of this step."""
        self._step = step
        self._show_weights()

    def set_selected(self, index: int) -> None:
        """Show the weights of this run."""
        self._selected = index
        self._show_weights()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours: the style sheet colours everything else."""
        self.sketch.set_theme(theme)
        self._fewer.setIcon(icons.icon("minus", theme))
        self._more.setIcon(icons.icon("plus", theme))

    def set_error(self, field: str, sentence: str) -> None:
        """Say below the field of a `NetworkTask` why what was chosen for it cannot be."""
        if field == "loss":
            self._errors["loss"].say(sentence)
            if sentence and self._task is not None:
                self._loss.show_value(self._task.loss)
        else:
            self._layers.tell(sentence)

    def _show_weights(self) -> None:
        """Draw the weights at the cursor, if those there are belong to this network."""
        training, task = self._training, self._task
        if task is None:
            return
        made = None if training is None else training.task
        is_known = made is not None and (made.problem, made.table) == (task.problem, task.table)
        self.sketch.set_network(task.network, training.train if training and is_known else None)
        if training is None or training.task.network.shapes != task.network.shapes:
            self.sketch.set_weights(None)
            return
        index = min(max(self._selected, 0), len(training.runs) - 1)
        path = training.runs[index].trajectory
        step = min(max(self._step, 0), path.steps)
        self.sketch.set_weights(path.x[step], path.gradient[step], step)

    # --- what the reader does

    def _edit_sizes(self, sizes: tuple[int, ...]) -> None:
        self.taskEdited.emit({"sizes": sizes})

    def _change_sizes(self, sizes: tuple[int, ...]) -> None:
        """Change the layers by a button; what is too large is told below the field."""
        if self._task is None or sizes == self._task.sizes:
            return
        try:
            check_weights(sizes, has_bias=self._task.has_bias)
        except SizesError as error:
            self._layers.tell(str(error))
        else:
            self._edit_sizes(sizes)

    def _step_units(self, layer: int, by: int) -> None:
        if self._task is not None:
            sizes = list(self._task.sizes)
            sizes[layer] = min(max(sizes[layer] + by, 1), MAX_UNITS)
            self._change_sizes(tuple(sizes))

    def _add_last(self) -> None:
        if self._task is not None:
            self._add_layer(len(self._task.sizes) - 2)

    def _add_layer(self, after: int) -> None:
        """Add a hidden layer after layer `after`, as large as that if it is a hidden one."""
        if self._task is not None and len(self._task.sizes) < MAX_LAYERS:
            sizes = self._task.sizes
            units = sizes[after] if after else NEW_LAYER
            self._change_sizes((*sizes[: after + 1], units, *sizes[after + 1 :]))

    def _remove_last(self) -> None:
        if self._task is not None:
            self._remove_layer(len(self._task.sizes) - 2)

    def _remove_layer(self, layer: int) -> None:
        if self._task is not None and layer > 0:
            sizes = self._task.sizes
            self._change_sizes((*sizes[:layer], *sizes[layer + 1 :]))

    def _choose_activation(self, index: int) -> None:
        self.taskEdited.emit({"activation": Activation(self._activation.itemData(index))})

    def _choose_loss(self, index: int) -> None:
        self._errors["loss"].say("")
        self.taskEdited.emit({"loss": Loss(self._loss.itemData(index))})

    def _choose_initialiser(self, index: int) -> None:
        self.taskEdited.emit({"initialiser": Initialiser(self._initialiser.itemData(index))})

    def _choose_bias(self, has_bias: bool) -> None:
        self.taskEdited.emit({"has_bias": has_bias})
        if self._task is not None:
            self._bias.setChecked(self._task.has_bias)  # it may have been refused
