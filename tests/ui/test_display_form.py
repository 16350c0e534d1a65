"""The form of view options: it shows a display, and tells of each choice alone."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider, QWidget

from gradviz.document.display import ArrowLength, ColourMap, Display, LossAxis, Scale, Spacing
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.controls import Segment
from gradviz.ui.display_form import DisplayForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OTHER = Display(
    scale=Scale.LOG,
    spacing=Spacing.QUANTILE,
    level_count=17,
    colour_map=ColourMap.MAGMA,
    arrows_across=30,
    arrow_length=ArrowLength.TRUE,
    arrow_colours=True,
    crosshair=False,
    loss_axis=LossAxis.PATH_LENGTH,
)


@pytest.fixture
def form(qtbot: QtBot) -> DisplayForm:
    form = DisplayForm()
    qtbot.addWidget(form)
    return form


def told(form: DisplayForm) -> list[Display]:
    heard: list[Display] = []
    form.changed.connect(heard.append)
    return heard


def choose(form: DisplayForm, name: str, text: str) -> None:
    combo = form.findChild(QComboBox, name)
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def press(form: DisplayForm, name: str) -> None:
    QTest.mouseClick(form.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def slide(form: DisplayForm, name: str, value: int) -> None:
    form.findChild(QSlider, name).setValue(value)


CHOICES = [
    (lambda f: choose(f, "colourScaleCombo", "Logarithmic"), {"scale": Scale.LOG}),
    (lambda f: choose(f, "contourSpacingCombo", "Quantiles"), {"spacing": Spacing.QUANTILE}),
    (lambda f: slide(f, "contourCountSlider", 17), {"level_count": 17}),
    (lambda f: choose(f, "colourMapCombo", "Magma"), {"colour_map": ColourMap.MAGMA}),
    (lambda f: slide(f, "arrowDensitySlider", 30), {"arrows_across": 30}),
    (lambda f: press(f, "arrowLengthTrueButton"), {"arrow_length": ArrowLength.TRUE}),
    (lambda f: press(f, "arrowColoursButton"), {"arrow_colours": True}),
    (lambda f: press(f, "crosshairButton"), {"crosshair": False}),
    (lambda f: choose(f, "lossAxisCombo", "Path length"), {"loss_axis": LossAxis.PATH_LENGTH}),
]


@pytest.mark.parametrize(("act", "change"), CHOICES, ids=[next(iter(c)) for _, c in CHOICES])
def test_each_choice_changes_one_thing(form: DisplayForm, act: object, change: dict) -> None:
    heard = told(form)
    act(form)
    assert heard == [replace(Display(), **change)]


def test_there_is_a_control_for_everything() -> None:
    assert {name for _, change in CHOICES for name in change} == {f.name for f in fields(Display)}


def test_it_shows_what_it_is_given_and_says_nothing(form: DisplayForm) -> None:
    heard = told(form)
    form.set_display(OTHER)
    assert not heard
    assert form.findChild(QComboBox, "colourScaleCombo").currentText() == "Logarithmic"
    assert form.findChild(QSlider, "contourCountSlider").value() == 17
    assert form.findChild(QSlider, "arrowDensitySlider").value() == 30
    assert form.findChild(QAbstractButton, "arrowLengthTrueButton").isChecked()
    assert not form.findChild(QAbstractButton, "crosshairButton").isChecked()
    press(form, "crosshairButton")
    assert heard == [replace(OTHER, crosshair=True)]


def test_the_number_of_levels_can_be_left_open(form: DisplayForm) -> None:
    form.set_display(OTHER)
    heard = told(form)
    slider = form.findChild(QSlider, "contourCountSlider")
    slider.setValue(slider.minimum())
    assert heard == [replace(OTHER, level_count=None)]
    assert slider.accessibleDescription() == "auto"


def test_defaults_are_at_hand_when_something_else_was_chosen(form: DisplayForm) -> None:
    button = form.findChild(QAbstractButton, "displayDefaultsButton")
    assert not button.isEnabled()
    form.set_display(OTHER)
    heard = told(form)
    press(form, "displayDefaultsButton")
    assert heard == [Display()]
    assert not button.isEnabled()
    assert form.findChild(QComboBox, "colourMapCombo").currentText() == "Theme"


def test_swatches_have_the_colours_of_the_maps(form: DisplayForm) -> None:
    form.set_display(OTHER)
    combo = form.findChild(QComboBox, "colourMapCombo")
    pictures = []
    for theme in (LIGHT, DARK):
        form.set_theme(theme)
        assert combo.currentText() == "Magma"
        icons = [combo.itemIcon(i).pixmap(combo.iconSize()).toImage() for i in range(5)]
        assert len({image.pixel(20, 6) for image in icons}) == 5
        pictures.append([image.pixel(2, 6) for image in icons])
    assert pictures[0][0] != pictures[1][0]  # the theme's own map
    assert pictures[0][1:4] == pictures[1][1:4]


def test_every_control_is_named_and_explained(form: DisplayForm) -> None:
    controls = [
        w
        for w in form.findChildren(QWidget)
        if isinstance(w, QComboBox | QSlider | QAbstractButton)
    ]
    assert len(controls) >= 11
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        is_other = isinstance(control, Segment) and not control.isChecked()  # the arrows go there
        assert is_other or control.focusPolicy() & Qt.FocusPolicy.TabFocus
