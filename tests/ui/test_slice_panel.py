"""The panel of the slice: what can be chosen, when it asks, what it keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.slices import DOWNHILL, evaluate_slice, slice_request
from gradviz.plots.themes import DARK
from gradviz.ui.controls import Choice
from gradviz.ui.slice_panel import SlicePanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Results

BOWL = Experiment(
    formula="x0**2/20 + x1**2",
    start=(-7.0, 2.0),
    steps=10,
    runs=(Run(optimizer=parse_optimizer("sgd:lr=0.1")),),
)


class Asked:
    """A panel that is answered at once, with what it asked for."""

    def __init__(self, panel: SlicePanel, results: Results) -> None:
        self.panel, self.results, self.count = panel, results, 0
        panel.requestChanged.connect(self.asked)
        self.show(results)

    def asked(self) -> None:
        self.count += 1
        self.answer()

    def answer(self) -> None:
        panel = self.panel
        request = slice_request(self.results, 0, 0, panel.direction, panel.shown_window)
        panel.set_slice(evaluate_slice(request))

    def show(self, results: Results) -> None:
        self.results = results
        self.panel.set_results(results)
        self.answer()

    def action(self, name: str) -> QAction:
        found = self.panel.findChild(QAction, f"slice{name}Action")
        assert isinstance(found, QAction)
        return found

    @property
    def offered(self) -> list[str]:
        choice = self.panel.findChild(Choice, "sliceDirectionCombo")
        assert choice is not None
        return [choice.itemText(i) for i in range(choice.count())]


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    panel = SlicePanel()
    qtbot.addWidget(panel)
    panel.resize(640, 480)
    panel.show()
    return Asked(panel, evaluate(BOWL))


def test_every_direction_is_offered(asked: Asked) -> None:
    assert asked.offered == ["Along x₀", "Along x₁", "Against the gradient"]
    asked.show(evaluate(replace(BOWL, formula="x**2", start=(3.0,))))
    assert asked.offered == ["Along x", "Against the gradient"]


def test_a_direction_asks_for_all_of_another_line(asked: Asked) -> None:
    asked.panel.view.zoom_to_h()
    asked.panel.set_direction(1)
    assert (asked.panel.direction, asked.panel.shown_window) == (1, None)
    assert asked.count == 2
    asked.panel.set_direction(1)
    assert asked.count == 2
    asked.panel.set_direction(DOWNHILL)
    assert asked.panel.view.picture.study.search is not None


def test_a_direction_that_is_gone_becomes_the_first(asked: Asked) -> None:
    asked.panel.set_direction(1)
    asked.show(evaluate(replace(BOWL, formula="x**2", start=(3.0,))))
    assert asked.panel.direction == 0
    asked.panel.set_direction(DOWNHILL)
    asked.show(evaluate(BOWL))
    assert asked.panel.direction is DOWNHILL


def test_buttons_zoom_and_tell_so(asked: Asked) -> None:
    near, whole = asked.action("ZoomToH"), asked.action("Whole")
    assert (near.isEnabled(), whole.isEnabled()) == (True, False)
    near.trigger()
    assert asked.panel.shown_window is not None
    assert (asked.count, whole.isEnabled()) == (1, True)
    whole.trigger()
    assert asked.panel.shown_window is None
    assert (asked.count, whole.isEnabled()) == (2, False)


def test_another_function_is_shown_whole_and_more_steps_are_not(asked: Asked) -> None:
    asked.action("ZoomToH").trigger()
    window = asked.panel.shown_window
    asked.show(evaluate(replace(BOWL, h=1e-3, view=Bounds(-9, 9, -9, 9))))
    assert asked.panel.shown_window == window
    asked.show(evaluate(replace(BOWL, formula="x0**2 + x1**2")))
    assert asked.panel.shown_window is None
    assert not asked.action("Whole").isEnabled()


@pytest.mark.parametrize(
    ("method", "direction", "near", "secant"),
    [
        (Method.CENTRAL, 0, True, True),
        (Method.CENTRAL, DOWNHILL, False, False),
        (Method.COMPLEX_STEP, 0, True, False),
        (Method.EXACT, 0, False, False),
    ],
)
def test_only_what_has_an_effect_can_be_pressed(
    asked: Asked, method: Method, direction: int | None, near: bool, secant: bool
) -> None:
    asked.show(evaluate(replace(BOWL, method=method)))
    asked.panel.set_direction(direction)
    assert asked.action("ZoomToH").isEnabled() is near
    assert asked.action("Secant").isEnabled() is secant


def test_nothing_can_be_drawn_where_the_function_is_not_defined(asked: Asked) -> None:
    asked.show(evaluate(replace(BOWL, formula="log(x0) + x1**2")))
    names = ("Tangent", "Secant", "ZoomToH")
    assert not any(asked.action(name).isEnabled() for name in names)
    asked.show(evaluate(BOWL))
    assert all(asked.action(name).isEnabled() for name in names)


def test_chips_choose_what_is_drawn(asked: Asked) -> None:
    asked.action("Tangent").trigger()
    picture = asked.panel.view.picture
    assert (picture.tangent, picture.secant) == (False, True)
    asked.action("Secant").trigger()
    assert (picture.tangent, picture.secant) == (False, False)
    assert asked.count == 0


def test_a_narrow_panel_breaks_its_row(asked: Asked) -> None:
    panel = asked.panel
    assert panel.minimumSizeHint().width() <= 240
    buttons = panel.findChildren(QToolButton)
    wide = panel.view.y()
    panel.resize(300, 480)
    QApplication.processEvents()
    assert panel.view.y() > wide
    assert all(b.mapTo(panel, b.rect().bottomRight()).x() < 300 for b in buttons)


def test_everything_has_a_name(asked: Asked) -> None:
    panel = asked.panel
    panel.set_theme(DARK)
    panel.set_dimmed(True)
    panel.set_cursor(3)
    panel.set_selected(0)
    panel.grab()
    assert panel.accessibleName()
    assert panel.view.objectName() == "sliceView"
    assert panel.view.accessibleName()
    assert panel.view.accessibleDescription()
    for widget in (*panel.findChildren(QToolButton), panel.findChild(Choice)):
        assert widget.accessibleName()
        assert widget.toolTip()
        assert widget.objectName()
