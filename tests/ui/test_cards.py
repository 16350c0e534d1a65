"""Function, gradient and start cards: they show the experiment and tell edits, no more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gradviz.core.differences import Method
from gradviz.core.formula import FormulaError, parse
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_task import task_of
from gradviz.ui.card import Card
from gradviz.ui.function_card import FunctionCard
from gradviz.ui.gradient_card import GradientCard
from gradviz.ui.number_field import NumberField
from gradviz.ui.problem_line import ProblemLine
from gradviz.ui.runs_card import RunsCard
from gradviz.ui.start_card import StartCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., Any]:
    """Return a card of the class given, shown with an experiment.

    The cards are held here: one that only a cycle holds could be collected while it is painted.
    """
    cards: list[Card] = []

    def build(kind: type[Card], **changes: object) -> Card:
        card = kind()
        cards.append(card)
        qtbot.addWidget(card)
        card.resize(312, 400)
        experiment = Experiment(**changes)
        card.set_experiment(experiment, parse(experiment.formula, experiment.dimension))
        card.show()
        return card

    return build


def field(card: Card, name: str) -> NumberField:
    found = card.findChildren(NumberField, name)
    assert len(found) == 1, name
    return found[0]


def write(widget: QLineEdit, text: str) -> None:
    widget.setText(text)
    widget.textEdited.emit(text)


def listen(card: Card) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    card.changed.connect(told.append)
    return told


def show(card: Card, experiment: Experiment) -> None:
    card.set_experiment(experiment, parse(experiment.formula, experiment.dimension))


class TestFunctionCard:
    def test_shows_the_formula_without_telling(self, shown: Callable[..., Any]) -> None:
        card = shown(FunctionCard)
        told: list[str] = []
        card.textEdited.connect(told.append)
        show(card, Experiment(formula="x**2 + y**2"))
        assert card.findChild(QPlainTextEdit, "formulaEditor").toPlainText() == "x**2 + y**2"
        assert told == []

    def test_text_that_is_newer_than_the_experiment_stays(
        self, qtbot: QtBot, shown: Callable[..., Any]
    ) -> None:
        card = shown(FunctionCard)
        editor = card.findChild(QPlainTextEdit, "formulaEditor")
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        told: list[str] = []
        card.textEdited.connect(told.append)
        qtbot.keyClicks(editor, "+")
        show(card, Experiment(start=(1.0, 1.0)))
        assert told == [editor.toPlainText()] == ["x0**2 + x1**2+"]

    def test_a_mistake_is_told_below_and_goes_away(self, shown: Callable[..., Any]) -> None:
        card = shown(FunctionCard)
        message = card.findChild(QLabel, "formulaMessage")
        assert not message.isVisible()
        with pytest.raises(FormulaError) as caught:
            parse("sinn(x0)")
        card.set_error(caught.value)
        assert message.isVisible()
        assert "sinn" in message.text()
        assert "`" not in message.text()
        assert card.editor.accessibleDescription() == message.text()
        card.set_error(None)
        assert not message.isVisible()
        assert "sinn" not in card.editor.accessibleDescription()

    def test_counts_the_variables(self, shown: Callable[..., Any]) -> None:
        card = shown(FunctionCard, formula="x**2", start=(1.0,))
        assert "1 variable" in [label.text() for label in card.findChildren(QLabel)]


class TestGradientCard:
    def test_shows_method_and_h(self, shown: Callable[..., Any]) -> None:
        card = shown(GradientCard, method=Method.FIVE_POINT, h=1e-50)
        assert card.findChild(QComboBox, "methodCombo").currentText() == "Five-point stencil"
        assert field(card, "hField").text() == "1e-50"

    def test_tells_what_is_chosen_and_typed(self, shown: Callable[..., Any]) -> None:
        card = shown(GradientCard)
        told = listen(card)
        combo = card.findChild(QComboBox, "methodCombo")
        combo.activated.emit(combo.findText("Forward difference"))
        write(field(card, "hField"), "1e-7")
        assert told == [{"method": Method.FORWARD}, {"h": 1e-7}]
        assert isinstance(told[0]["method"], Method)

    def test_an_exact_gradient_has_no_h(self, shown: Callable[..., Any]) -> None:
        card = shown(GradientCard, method=Method.EXACT)
        assert not field(card, "hField").isEnabled()
        show(card, Experiment())
        assert field(card, "hField").isEnabled()

    def test_backpropagation_is_checked_with_an_h(self, shown: Callable[..., Any]) -> None:
        card = shown(GradientCard, method=Method.EXACT, network=task_of("xor"))
        assert field(card, "hField").isEnabled()
        assert "backpropagation" in field(card, "hField").toolTip()
        show(card, Experiment(method=Method.EXACT))
        assert not field(card, "hField").isEnabled()
        assert "values of f" in field(card, "hField").toolTip()

    @pytest.mark.parametrize("text", ["0", "-1e-4", "1e301", "1.000,5"])
    def test_impossible_steps_are_told_on_the_card(
        self, shown: Callable[..., Any], text: str
    ) -> None:
        card = shown(GradientCard)
        told = listen(card)
        write(field(card, "hField"), text)
        assert told == []
        problem = field(card, "hField").problem()
        assert [label.text() for label in card.findChildren(QLabel) if problem in label.text()]


class TestStartCard:
    def test_the_steps_fill_the_last_row_of_the_coordinates(
        self, shown: Callable[..., Any]
    ) -> None:
        card = shown(StartCard, formula="sum(x**2)", start=(1.0,) * 5)
        assert field(card, "stepsField").parent().parent().objectName() == "startFields"
        for upper, lower in (("startField0", "toleranceField"), ("startField2", "seedField")):
            left = [field(card, name).mapTo(card, QPoint()).x() for name in (upper, lower)]
            assert left[0] == left[1]

    @pytest.mark.parametrize("count", [1, 2, 3, 4])
    def test_no_row_of_fields_ends_early(self, shown: Callable[..., Any], count: int) -> None:
        card = shown(StartCard, formula="sum(x**2)", start=(1.0,) * count)
        ends: dict[int, int] = {}
        for each in card.findChildren(NumberField):
            place = each.mapTo(card, QPoint())
            if each.objectName() != "variableCountField":
                ends[place.y()] = max(ends.get(place.y(), 0), place.x() + each.width())
        assert len(ends) >= 2
        assert max(ends.values()) - min(ends.values()) <= 1

    @pytest.mark.parametrize("count", [1, 2, 3, 10, 50])
    def test_one_field_a_variable(self, shown: Callable[..., Any], count: int) -> None:
        start = tuple(float(i) for i in range(count))
        card = shown(StartCard, formula="sum(x**2)", start=start)
        assert [field(card, f"startField{i}").value() for i in range(count)] == list(start)
        assert card.findChild(NumberField, f"startField{count}") is None
        card.resize(312, card.sizeHint().height())
        assert card.sizeHint().height() < 450
        assert card.minimumSizeHint().width() <= 312

    def test_fields_follow_another_formula(self, shown: Callable[..., Any]) -> None:
        card = shown(StartCard)
        show(card, Experiment(formula="x**2 + y**2 + z**2", start=(1.0, 2.0, 3.0)))
        assert field(card, "startField0").accessibleName() == "Start x"
        assert field(card, "startField2").value() == 3.0
        show(card, Experiment(formula="x**2", start=(7.0,)))
        assert field(card, "startField0").value() == 7.0
        assert card.findChild(NumberField, "startField1") is None

    def test_tells_each_edit(self, shown: Callable[..., Any]) -> None:
        card = shown(StartCard)
        told = listen(card)
        write(field(card, "startField1"), "0,5")
        write(field(card, "stepsField"), "1e3")
        write(field(card, "toleranceField"), "1e-8")
        write(field(card, "toleranceField"), "")
        write(field(card, "noiseField"), "0.1")
        write(field(card, "seedField"), "42")
        assert told == [
            {"start": (-3.0, 0.5)},
            {"steps": 1000},
            {"tolerance": 1e-8},
            {"tolerance": None},
            {"noise": 0.1},
            {"seed": 42},
        ]
        assert isinstance(told[1]["steps"], int)
        for changes in told:
            Experiment(**changes)

    def test_what_is_wrong_elsewhere_does_not_hinder(self, shown: Callable[..., Any]) -> None:
        card = shown(StartCard)
        told = listen(card)
        write(field(card, "startField0"), "1,000.5")
        write(field(card, "startField1"), "7")
        assert told == [{"start": (-3.0, 7.0)}]

    def test_a_drag_moves_the_numbers_silently(self, shown: Callable[..., Any]) -> None:
        card = shown(StartCard)
        told = listen(card)
        show(card, Experiment(start=(1.25, -0.5)))
        assert field(card, "startField1").text() == "−0.5"
        assert told == []

    def test_only_formulas_of_any_number_of_variables_ask_how_many(
        self, shown: Callable[..., Any]
    ) -> None:
        card = shown(StartCard, formula="np.sum(x**2)", start=(1.0, 2.0, 3.0))
        count = field(card, "variableCountField")
        assert count.isVisible()
        assert count.value() == 3
        assert count.accessibleName() == "Number of variables"
        show(card, Experiment(formula="x0**2 + x1**2", start=(1.0, 2.0)))
        assert not count.isVisible()

    def test_coordinates_come_back_with_their_variables(
        self, qtbot: QtBot, shown: Callable[..., Any]
    ) -> None:
        card = shown(StartCard, formula="sum(x**2)", start=(-3.0, 4.0))
        told: list[tuple[float, ...]] = []
        card.resized.connect(told.append)
        count = field(card, "variableCountField")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
            qtbot.keyClick(count, key)
            show(card, Experiment(formula="sum(x**2)", start=told[-1]))
        assert told == [(-3.0,), (-3.0, 4.0), (-3.0, 4.0, 1.0)]
        show(card, Experiment(formula="sum(x)", start=(5.0,)))
        write(count, "2")
        assert told[-1] == (5.0, 1.0), "of another formula"

    @pytest.mark.parametrize(
        ("formula", "size", "wrong", "right"),
        [("sum(x**2)", 2, "11", "10"), ("sum(x**2) + x[3]", 4, "3", "5")],
    )
    def test_so_many_variables_as_the_formula_can_have(
        self, shown: Callable[..., Any], formula: str, size: int, wrong: str, right: str
    ) -> None:
        card = shown(StartCard, formula=formula, start=(1.0,) * size)
        told: list[tuple[float, ...]] = []
        card.resized.connect(told.append)
        count = field(card, "variableCountField")
        write(count, wrong)
        assert count.problem()
        assert told == []
        write(count, right)
        assert told == [(1.0,) * int(right)]

    def test_keys_step_the_steps_in_decades(self, qtbot: QtBot, shown: Callable[..., Any]) -> None:
        card = shown(StartCard)
        told = listen(card)
        qtbot.keyClick(field(card, "stepsField"), Qt.Key.Key_Up)
        assert told == [{"steps": 200}]


RUNS = tuple(Run(optimizer=kind(), style=i) for i, kind in enumerate(OPTIMIZERS.values()))
INTERACTIVE = (QLineEdit, QComboBox, QAbstractButton, QAbstractItemView, QPlainTextEdit)


def test_the_problem_told_is_that_of_the_field_typed_in(
    shown: Callable[..., Any], qtbot: QtBot
) -> None:
    card = shown(StartCard)
    for name in ("stepsField", "seedField", "startField0"):
        wrong = field(card, name)
        wrong.setFocus()
        qtbot.waitUntil(wrong.hasFocus)
        write(wrong, "many")
        line = card.findChild(ProblemLine)
        assert line.text() == f"{wrong.accessibleName()}: {wrong.problem()}"


@pytest.mark.parametrize("kind", [FunctionCard, GradientCard, StartCard, RunsCard])
def test_every_control_has_a_name_and_can_be_reached(
    shown: Callable[..., Any], kind: type[Card]
) -> None:
    card = shown(kind, formula="sum(x**2)", start=(1.0,) * 4, runs=RUNS)
    if isinstance(card, RunsCard):
        card.select(5)
    controls: list[QWidget] = [
        w
        for group in INTERACTIVE
        for w in card.findChildren(group)
        if not isinstance(w.parentWidget(), QComboBox) and w.window() is card
    ]
    assert controls
    assert [w.objectName() for w in controls if not w.accessibleName()] == []
    assert [w.objectName() for w in controls if not w.focusPolicy() & Qt.FocusPolicy.TabFocus] == []
    assert card.accessibleName()


def test_an_experiment_is_shown_as_it_is(shown: Callable[..., Any]) -> None:
    experiment = Experiment(start=(0.1, 1e-12), h=3e-5, steps=7, tolerance=2e-9, noise=0.25, seed=9)
    card = shown(StartCard)
    show(card, experiment)
    values = {
        name: field(card, f"{name}Field").value()
        for name in ("steps", "tolerance", "noise", "seed")
    }
    start = tuple(field(card, f"startField{i}").value() for i in range(2))
    assert replace(Experiment(h=3e-5), start=start, **values) == experiment


def test_a_long_note_makes_no_card_wider(qtbot: QtBot) -> None:
    card = Card("This step")
    qtbot.addWidget(card)
    card.set_note("SGD, 9 → 10")
    card.show()
    card.resize(card.minimumSizeHint())
    narrow = card.width()
    card.set_note("Nesterov (PyTorch), 1999998 → 1999999")
    QApplication.processEvents()
    card.resize(card.minimumSizeHint())
    assert card.width() == narrow
