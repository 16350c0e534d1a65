"""The panel of the layers: its switches, what it asks for, and weights that are changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QToolTip, QWidget

from gradviz.core.differences import Method
from gradviz.document.experiment import Experiment
from gradviz.document.layer_values import evaluate_layer_values
from gradviz.document.layers_look import Form, LayersLook, Shown
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.model.studies import StudyKind
from gradviz.plots.matrix_moves import Spot
from gradviz.plots.themes import DARK
from gradviz.ui.layers_panel import LayersPanel
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training

FIRST = (0.47355232, 0.9977393, 0.84668094, 0.85557411, 0.03563661, 0.69422093)


def trained(key: str, **changes: object) -> Training:
    task = replace(task_of(key), **{"epochs": 3, **changes})
    return train(Experiment(network=task, method=Method.EXACT))


class Fed:
    """A panel with somebody who answers what it asks for."""

    def __init__(self, panel: LayersPanel) -> None:
        self.panel = panel
        self.step = self.asked = 0
        self.edits: list[dict[str, object]] = []
        self.training: Training | None = None
        panel.requestChanged.connect(self.answer)
        panel.taskEdited.connect(self.edits.append)

    def show(self, training: Training, step: int = 0) -> None:
        self.training, self.step = training, step
        self.panel.set_training(training)
        self.panel.set_cursor(step)
        self.answer()

    def answer(self) -> None:
        assert self.training is not None
        self.asked += 1
        request = self.panel.request(self.training, 0, self.step)
        assert request is not None
        self.panel.take(evaluate_layer_values(request))

    def button(self, name: str) -> QToolButton:
        found = self.panel.findChild(QToolButton, name)
        assert isinstance(found, QToolButton)
        return found

    def action(self, name: str) -> QAction:
        found = self.panel.findChild(QAction, name)
        assert isinstance(found, QAction)
        return found

    @property
    def field(self) -> NumberField:
        found = self.panel.findChild(NumberField, "weightField")
        assert isinstance(found, NumberField)
        return found

    def open_field(self, qtbot: QtBot, row: int, column: int) -> None:
        view = self.panel.view
        view.picture.spot = Spot(0, row, column)
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Return)


@pytest.fixture
def fed(qtbot: QtBot) -> Fed:
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.show()
    qtbot.waitActive(panel)
    found = Fed(panel)
    found.show(trained("simplenet"))
    return found


def test_it_is_a_panel_of_layers() -> None:
    assert LayersPanel.KIND is StudyKind.LAYERS
    assert not LayersPanel.RESTS


def test_small_networks_have_one_switch_for_weights_and_gradients(fed: Fed) -> None:
    assert fed.button("weightsSegment").text() == "Weights and gradients"
    assert fed.button("gradientsSegment").isHidden()
    assert fed.button("imagesSegment").isHidden()
    fed.show(trained("digits", epochs=1))
    assert fed.button("weightsSegment").text() == "Weights"
    assert not fed.button("gradientsSegment").isHidden()
    assert not fed.button("imagesSegment").isHidden()


def test_switches_choose_what_is_seen(qtbot: QtBot, fed: Fed) -> None:
    fed.show(trained("digits", epochs=1))
    asked = fed.asked
    for name in ("gradientsSegment", "histogramSegment"):
        qtbot.mouseClick(fed.button(name), Qt.MouseButton.LeftButton)
    assert fed.panel.look == LayersLook(Shown.GRADIENTS, Form.HISTOGRAM)
    assert fed.panel.view.picture.look == fed.panel.look
    assert fed.asked == asked  # it knows all of this
    assert fed.panel.view.picture.heading() == "Gradients"


def test_there_are_no_images_of_activations(fed: Fed) -> None:
    fed.show(trained("digits", epochs=1))
    fed.panel.set_look(LayersLook(Shown.WEIGHTS, Form.IMAGES))
    assert fed.panel.look.form is Form.IMAGES
    fed.panel.set_look(replace(fed.panel.look, shown=Shown.ACTIVATIONS))
    assert fed.panel.look.form is Form.MATRIX
    assert not fed.button("imagesSegment").isEnabled()


def test_images_are_left_where_there_are_none(fed: Fed) -> None:
    fed.show(trained("digits", epochs=1))
    fed.panel.set_look(LayersLook(Shown.GRADIENTS, Form.IMAGES))
    fed.show(trained("simplenet"))
    assert fed.panel.look == LayersLook(Shown.WEIGHTS, Form.MATRIX)
    assert not fed.panel.view.picture.problem()


def test_other_scales_are_asked_for(fed: Fed) -> None:
    fed.show(trained("spiral", epochs=1))
    asked = fed.asked
    study = fed.panel.view.picture.study
    assert study is not None
    assert study.request.one_scale
    assert study.request.along
    fed.action("layersOneScaleAction").trigger()
    fed.action("layersWholeRunAction").trigger()
    assert fed.asked == asked + 2
    study = fed.panel.view.picture.study
    assert study is not None
    assert not study.request.one_scale
    assert not study.request.along


def test_the_count_is_logarithmic_where_there_are_counts(fed: Fed) -> None:
    assert fed.button("layersLogCountButton").isHidden()
    fed.panel.set_look(LayersLook(form=Form.HISTOGRAM))
    assert not fed.button("layersLogCountButton").isHidden()
    fed.action("layersLogCountAction").trigger()
    assert fed.panel.look.log_count


def test_a_first_weight_is_changed(qtbot: QtBot, fed: Fed) -> None:
    fed.open_field(qtbot, 1, 0)
    assert fed.field.isVisible()
    assert fed.field.value() == FIRST[3]
    fed.field.selectAll()
    qtbot.keyClicks(fed.field, "-1,25")
    qtbot.keyClick(fed.field, Qt.Key.Key_Return)
    assert fed.edits == [{"weights": (*FIRST[:3], -1.25, *FIRST[4:])}]
    assert not fed.field.isVisible()
    assert fed.panel.view.hasFocus()


def test_later_on_it_is_still_the_first_weight(qtbot: QtBot, fed: Fed) -> None:
    assert fed.training is not None
    fed.show(fed.training, 2)
    fed.open_field(qtbot, 0, 1)
    assert fed.field.value() == FIRST[1]
    captions = [label.text() for label in fed.panel.view.findChildren(QLabel)]
    assert captions == ["W1[0, 1] at step 0"]


def test_escape_changes_nothing(qtbot: QtBot, fed: Fed) -> None:
    fed.open_field(qtbot, 0, 0)
    fed.field.selectAll()
    qtbot.keyClicks(fed.field, "7")
    qtbot.keyClick(fed.field, Qt.Key.Key_Escape)
    assert not fed.field.isVisible()
    assert fed.edits == []


def test_leaving_the_field_applies(qtbot: QtBot, fed: Fed) -> None:
    fed.open_field(qtbot, 0, 0)
    fed.field.selectAll()
    qtbot.keyClicks(fed.field, "7")
    fed.button("activationsSegment").setFocus()
    assert fed.edits == [{"weights": (7.0, *FIRST[1:])}]
    assert not fed.field.isVisible()


def test_what_is_no_number_stays_in_the_field(qtbot: QtBot, fed: Fed) -> None:
    fed.open_field(qtbot, 0, 0)
    fed.field.selectAll()
    qtbot.keyClicks(fed.field, "seven")
    qtbot.keyClick(fed.field, Qt.Key.Key_Return)
    assert fed.field.isVisible()
    assert fed.field.problem()
    assert fed.edits == []
    qtbot.keyClick(fed.field, Qt.Key.Key_Escape)
    fed.open_field(qtbot, 0, 0)
    assert not fed.field.problem()
    assert fed.field.value() == FIRST[0]


def test_the_same_number_is_no_edit(qtbot: QtBot, fed: Fed) -> None:
    fed.open_field(qtbot, 0, 0)
    qtbot.keyClick(fed.field, Qt.Key.Key_Return)
    assert fed.edits == []


def test_large_networks_are_not_changed_weight_by_weight(
    qtbot: QtBot, fed: Fed, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said.append(text))
    fed.show(trained("spiral", epochs=1))
    fed.open_field(qtbot, 0, 0)
    assert said == ["Single weights can be changed in networks of up to 200."]
    assert not fed.field.isVisible()
    assert not fed.panel.view.editing_tip
    fed.show(trained("moons", epochs=1))
    assert fed.panel.view.editing_tip


def test_weights_given_by_hand_are_given_back(fed: Fed) -> None:
    assert fed.button("resetWeightsButton").isHidden()
    fed.show(trained("simplenet", weights=(0.5,) * 6))
    assert not fed.button("resetWeightsButton").isHidden()
    fed.action("resetWeightsAction").trigger()
    assert fed.edits == [{"weights": None}]


def test_another_network_is_not_shown_with_old_numbers(fed: Fed) -> None:
    fed.panel.set_training(trained("xor"))
    assert fed.panel.view.picture.study is None
    fed.panel.set_training(None)
    assert fed.panel.view.picture.problem()


def test_a_run_that_is_gone_asks_for_nothing(fed: Fed) -> None:
    assert fed.training is not None
    assert fed.panel.request(fed.training, 3, 0) is None


def test_every_control_is_named(fed: Fed) -> None:
    fed.panel.set_theme(DARK)
    controls = [
        w for w in fed.panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) >= 8  # of segments, only the chosen one
    assert all(control.accessibleName() for control in controls if control is not fed.field)
