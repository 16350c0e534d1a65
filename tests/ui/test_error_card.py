"""The panel of the error curve, and its small sister in the gradient card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.document.error_curve import (
    ErrorCurve,
    ErrorCurveOptions,
    ErrorCurveRequest,
    evaluate_error_curve,
)
from gradviz.document.experiment import Experiment
from gradviz.plots.themes import DARK
from gradviz.ui.error_card import ErrorPanel
from gradviz.ui.gradient_card import GradientCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REQUEST = ErrorCurveRequest(
    formula="exp(x0)*sin(3*x1) + x0**2", point=(0.3, 0.7), method=Method.CENTRAL, h=1e-4
)


def curve_of(**changes: object) -> ErrorCurve:
    curve = evaluate_error_curve(replace(REQUEST, **changes))
    assert curve is not None
    return curve


@pytest.fixture
def panel(qtbot: QtBot) -> ErrorPanel:
    panel = ErrorPanel()
    qtbot.addWidget(panel)
    panel.resize(560, 420)
    panel.set_curve(curve_of())
    panel.show()
    return panel


@pytest.fixture
def card(qtbot: QtBot) -> GradientCard:
    card = GradientCard()
    qtbot.addWidget(card)
    card.resize(312, 300)
    experiment = Experiment(formula=REQUEST.formula)
    card.set_experiment(experiment, parse(experiment.formula))
    card.show()
    return card


class TestPanel:
    def test_offers_the_coordinates(self, panel: ErrorPanel) -> None:
        combo = panel.findChild(QComboBox, "errorCoordinateCombo")
        offered = [(combo.itemText(i), combo.itemData(i)) for i in range(combo.count())]
        assert offered == [("All of ∇f", None), ("∂f/∂x₀", 0), ("∂f/∂x₁", 1)]
        panel.set_curve(curve_of(formula="x*y*z", point=(1.0, 2.0, 3.0)))
        assert combo.itemText(3) == "∂f/∂z"
        panel.set_curve(curve_of(formula="exp(x)", point=(1.0,)))
        assert not combo.isVisible()

    def test_tells_what_is_chosen(self, panel: ErrorPanel) -> None:
        told: list[Any] = []
        panel.optionsChanged.connect(told.append)
        combo = panel.findChild(QComboBox, "errorCoordinateCombo")
        combo.setCurrentIndex(2)
        combo.activated.emit(2)
        panel.findChild(QToolButton, "singlePrecisionButton").click()
        assert told == [
            ErrorCurveOptions(coordinate=1),
            ErrorCurveOptions(coordinate=1, single_precision=True),
        ]
        assert panel.options == told[-1]

    def test_choices_outlive_new_curves_of_the_same_variables(self, panel: ErrorPanel) -> None:
        chosen = ErrorCurveOptions(coordinate=1, single_precision=True)
        panel.set_options(chosen)
        panel.set_curve(curve_of(coordinate=1, h=1e-7))
        assert panel.options == chosen
        panel.set_curve(curve_of(formula="exp(x)", point=(1.0,), coordinate=1))
        assert panel.options == ErrorCurveOptions(single_precision=True)
        panel.set_options(ErrorCurveOptions(coordinate=7))
        assert panel.options == ErrorCurveOptions()

    def test_every_control_is_named_and_reached(self, panel: ErrorPanel) -> None:
        for name in ("errorCoordinateCombo", "singlePrecisionButton", "errorCurveView"):
            control = panel.findChild(object, name)
            assert control.accessibleName()
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert panel.findChild(QComboBox).toolTip()
        panel.set_theme(DARK)
        panel.set_dimmed(True)
        panel.grab()


class TestSection:
    def test_hides_until_there_is_something(self, card: GradientCard) -> None:
        assert not card.error.isVisible()
        card.set_error_curve(curve_of())
        assert card.error.isVisible()
        for nothing in (None, curve_of(method=Method.EXACT)):
            card.set_error_curve(nothing)
            assert not card.error.isVisible()

    def test_tells_the_error(self, card: GradientCard) -> None:
        card.set_error_curve(curve_of())
        texts = {label.text() for label in card.error.head.findChildren(QLabel)}
        assert texts == {"1.1×10⁻⁸"}  # h**2/6 * |f_iii| over |∇f|
        button = card.findChild(QToolButton, "errorCurveButton")
        assert button.text() == "Relative error"
        card.set_error_curve(curve_of(formula="x0**2 + x1**2", point=(0.0, 0.0)))
        assert button.text() == "Absolute error"
        assert {label.text() for label in card.error.head.findChildren(QLabel)} == {"0, exact"}

    def test_a_lost_point_has_a_sentence_and_no_number(self, card: GradientCard) -> None:
        card.set_error_curve(curve_of(formula="sqrt(x0) + x1", point=(-1.0, 1.0)))
        assert card.error.isVisible()
        assert {label.text() for label in card.error.head.findChildren(QLabel)} == {""}

    def test_folds(self, qtbot: QtBot, card: GradientCard) -> None:
        told: list[bool] = []
        card.error.toggled.connect(told.append)
        card.set_error_curve(curve_of())
        tall = card.minimumSizeHint().height()
        button = card.findChild(QToolButton, "errorCurveButton")
        button.click()
        assert told == [False]
        assert not card.error.is_open
        assert not card.error.view.isVisible()
        qtbot.waitUntil(lambda: card.minimumSizeHint().height() < tall - 100)
        assert card.error.head.isVisible()
        card.error.set_open(True)
        assert card.error.view.isVisible()
        assert told == [False]

    def test_a_drag_is_an_edit_of_h(self, card: GradientCard) -> None:
        told: list[dict[str, Any]] = []
        card.changed.connect(told.append)
        card.error.view.hDragged.emit(3.2e-7, False)
        assert told == [{"h": 3.2e-7}]
        Experiment(**told[0])

    def test_fits_the_column(self, card: GradientCard) -> None:
        card.set_error_curve(curve_of())
        card.set_theme(DARK)
        assert card.minimumSizeHint().width() <= 260
        assert card.error.view.accessibleName()
        curve = card.error.view
        assert curve.grab().toImage().pixelColor(5, 5).lightness() < 80
