"""The arithmetic of a step in its card, and the formula with its gradient under the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel

from gradviz.core.differences import Method
from gradviz.core.formula import parse
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.rules import parse_rule
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.typesetting import Typesetting, TypesettingRequest, evaluate_typesetting
from gradviz.plots import typeset
from gradviz.plots.themes import DARK, LIGHT
from gradviz.plots.typeset_rows import Flow, Words
from gradviz.plots.typeset_table import Table
from gradviz.plots.typeset_view import TypesetView
from gradviz.ui.formula_display import FormulaDisplay, formula_latex
from gradviz.ui.step_card import StepCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Results


BESIDE_A_LESSON = 290
"""Pixels of the card's width in a window of 1440."""


def descended(*rules: str, **changes: object) -> Results:
    runs = []
    for style, text in enumerate(rules or ("sgd:lr=0.1",)):
        optimizer, schedule, clip = parse_rule(text)
        runs.append(Run(optimizer=optimizer, schedule=schedule, clip=clip, style=style))
    return evaluate(Experiment(runs=tuple(runs), **changes))


@pytest.fixture
def card(qtbot: QtBot) -> Callable[..., StepCard]:
    """Return a function that shows a step in a card."""

    def build(results: Results, step: int = 0, index: int = 0, width: int = 360) -> StepCard:
        made = StepCard()
        qtbot.addWidget(made)
        made.resize(width, 300)
        made.show_run(results, index, step)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return build


def sheet_of(card: StepCard) -> TypesetView:
    return card.findChild(TypesetView, "stepSheet")


def words(card: StepCard) -> str:
    return " ".join(row.text for row in sheet_of(card).rows if isinstance(row, Words))


def copied(card: StepCard, name: str) -> str:
    card.findChild(QAction, name).trigger()
    return QGuiApplication.clipboard().text()


def test_it_shows_the_numbers_of_the_step(card: Callable[..., StepCard]) -> None:
    results = descended("sgd:lr=0.1")
    shown = card(results, 3)
    assert any(label.text() == "SGD, 3 → 4" for label in shown.findChildren(QLabel))
    points = results.runs[0].trajectory
    (table,) = (row for row in sheet_of(shown).rows if isinstance(row, Table))
    assert table.heads == ("i = 0", "i = 1")
    assert table.rows[-1].values == tuple(points.gradient[3].tolist())
    assert table.rows[-1].digits == 7  # 3.000001 is what h = 0.001 makes of 3
    ends = [row.parts[-1].numbers[0] for row in sheet_of(shown).rows if isinstance(row, Flow)]
    assert ends[-2:] == points.x[4].tolist()
    shown.show_run(results, 0, 100)
    assert sheet_of(shown).rows
    text = copied(shown, "copyStepTextAction")
    assert f"x0 = {float(points.x[3, 0])!r}" in text  # what is seen: the newer step comes soon


def test_the_last_of_many_steps_is_shown(card: Callable[..., StepCard], qtbot: QtBot) -> None:
    results = descended("momentum:lr=0.1")
    shown = card(results)
    for step in range(1, 60):
        shown.show_run(results, 0, step)
    note = "Momentum, 59 → 60"
    qtbot.waitUntil(lambda: any(la.text() == note for la in shown.findChildren(QLabel)))
    qtbot.waitUntil(lambda: "k = 59" in sheet_of(shown).accessibleDescription())


def test_the_end_of_a_run_has_no_next_step(card: Callable[..., StepCard]) -> None:
    results = descended("sgd:lr=0.1", steps=5)
    shown = card(results, 99)
    assert words(shown) == "The run ends here. Go back a step to see how it came here."
    assert "k = 5" in copied(shown, "copyStepTextAction")
    (table,) = (row for row in sheet_of(shown).rows if isinstance(row, Table))
    assert table.rows[0].values == tuple(results.runs[0].trajectory.x[5].tolist())


def test_where_a_run_was_stopped_is_not_its_end(card: Callable[..., StepCard]) -> None:
    results = evaluate(Experiment(steps=50), cancelled=iter([False] * 6 + [True] * 99).__next__)
    shown = card(results, 99)
    assert words(shown) == "The run was stopped here. Go back a step to see how it came here."


def test_a_run_without_steps_has_nothing_to_go_back_to(card: Callable[..., StepCard]) -> None:
    assert words(card(descended("sgd:lr=0.1", steps=0))) == "No step is taken from here."


def test_h_that_is_lost_is_said_so(card: Callable[..., StepCard]) -> None:
    assert "At i = 0, i = 1, h is too small" in words(card(descended(h=1e-50)))
    assert words(card(descended(h=1e-4))) == ""


def test_without_a_run_it_is_empty_and_copies_nothing(card: Callable[..., StepCard]) -> None:
    shown = card(descended())
    QGuiApplication.clipboard().setText("before")
    assert shown.findChild(QAction, "copyStepAction").isEnabled()
    shown.show_run(None, 0, 0)
    shown.hide()
    shown.show()
    assert sheet_of(shown).rows == ()
    assert not shown.findChild(QAction, "copyStepAction").isEnabled()
    assert copied(shown, "copyStepLatexAction") == "before"


def test_copies_have_all_digits(card: Callable[..., StepCard]) -> None:
    results = descended("adam:lr=0.3")
    shown = card(results, 1)
    value = repr(float(results.runs[0].trajectory.x[2, 1]))
    text, latex = (copied(shown, f"copyStep{kind}Action") for kind in ("Text", "Latex"))
    assert value in text
    assert value.lstrip("-") in latex
    assert latex.startswith("\\begin{aligned}")


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_everything_is_typeset(
    card: Callable[..., StepCard], qtbot: QtBot, key: str, method: Method
) -> None:
    results = descended(f"{key}:convention=pytorch,clip=norm:1", method=method, noise=0.1)
    shown = card(results, 1, width=BESIDE_A_LESSON)

    def answer(request: TypesettingRequest) -> None:
        study = evaluate_typesetting(request)
        assert study is not None
        assert None not in study.outlines.values()
        shown.take(study)

    shown.wanted.connect(answer, Qt.ConnectionType.QueuedConnection)
    shown.resize(BESIDE_A_LESSON, 1600)
    shown.set_theme(DARK)
    lines = [line for row in sheet_of(shown).rows for line in row.lines()]
    qtbot.waitUntil(lambda: all(map(typeset.is_known, lines)))
    shown.set_theme(LIGHT)
    assert sheet_of(shown).horizontalScrollBar().maximum() == 0, "nothing hides at the side"


@pytest.mark.parametrize("n", [1, 10])
def test_many_variables_scroll(card: Callable[..., StepCard], n: int) -> None:
    shown = card(descended("sgd", formula="sum(x**2)", start=(1.5,) * n))
    sheet = sheet_of(shown)
    assert (sheet.verticalScrollBar().maximum() > 0) == (n > 1)
    assert sheet.horizontalScrollBar().maximum() == 0
    bottom = sheet.verticalScrollBar()
    bottom.setValue(bottom.maximum())
    sheet.viewport().repaint()
    hints = {sheet.hint_at(QPoint(x, y)) for x in range(0, 300, 5) for y in range(0, 250, 5)}
    assert len(hints) > 1


def test_of_very_many_variables_the_first_are_shown(card: Callable[..., StepCard]) -> None:
    rule = "sgd:lr=0.1,clip=norm:1"
    shown = card(descended(rule, formula="sum(x**2)", start=(1.5,) * 30))
    assert words(shown).startswith("and 20 more coordinates")
    (table,) = (row for row in sheet_of(shown).rows if isinstance(row, Table))
    assert all(len(row.values) == len(table.heads) == 10 for row in table.rows)
    lines = [line for row in sheet_of(shown).rows for line in row.lines()]
    assert "x_{9} = #1" in lines
    assert not [line for line in lines if "_{10}" in line]
    assert "x29 = " in copied(shown, "copyStepTextAction")


@pytest.mark.parametrize("formula", ["log(x0) + sqrt(x1)", "exp(x0**4) + x1", "1/x0 + x1"])
@pytest.mark.parametrize("start", [(-1.0, -1.0), (0.0, 0.0), (1e300, -1e300), (5e-324, 1.0)])
def test_what_is_not_finite_is_shown(
    card: Callable[..., StepCard], formula: str, start: tuple[float, float]
) -> None:
    results = descended("rmsprop:lr=1e100", "adam", formula=formula, start=start, steps=3)
    for index in (0, 1):
        shown = card(results, 1, index)
        shown.grab()
        assert copied(shown, "copyStepTextAction").startswith("k = ")


# --- the formula ---------------------------------------------------------------------------------


@pytest.fixture
def display(qtbot: QtBot) -> FormulaDisplay:
    made = FormulaDisplay()
    qtbot.addWidget(made)
    made.resize(280, 150)
    with qtbot.waitExposed(made):
        made.show()
    return made


def typeset_now(display: FormulaDisplay) -> None:
    lines = tuple(line for row in display.rows for line in row.lines())
    study = evaluate_typesetting(TypesettingRequest(lines))
    assert study is not None
    display.take(study)


def test_a_formula_is_shown_with_its_derivatives(display: FormulaDisplay) -> None:
    formula = parse("a = 1\n(a - x0)**2 + 100*(x1 - x0**2)**2")
    display.set_formula(formula)
    lines = [line for row in display.rows for line in row.lines()]
    partials = formula.gradient_latex()
    assert lines == [
        f"f = {formula.latex()}",
        rf"\frac{{\partial f}}{{\partial x_{{0}}}} = {partials[0]}",
        rf"\frac{{\partial f}}{{\partial x_{{1}}}} = {partials[1]}",
    ]
    plain = display.sizeHint().height()
    typeset_now(display)
    assert plain < display.sizeHint().height() <= 150
    display.copy_action.trigger()
    assert QGuiApplication.clipboard().text() == formula_latex(formula)


def test_of_many_variables_a_few_are_shown_and_all_are_copied(display: FormulaDisplay) -> None:
    formula = parse("sum(x**2)", 50)
    display.set_formula(formula)
    assert len(display.rows) == 7
    assert isinstance(display.rows[-1], Words)
    assert display.rows[-1].text == "and 45 more; they are copied too"
    typeset_now(display)
    assert display.sizeHint().height() == 150
    assert display.verticalScrollBar().maximum() > 0
    display.copy_action.trigger()
    assert QGuiApplication.clipboard().text().count(r"\frac{\partial f}") == 50


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("sum(x**2)", 10),
        ("(1 - x0)**2 + 100*(x1 - x0**2)**2", 1),
        ("prod(cos(x + 1))", 1),
        ("sum(exp(x**2 + 123456)*exp(123456*x))", 1),
    ],
)
def test_a_long_sum_goes_on_in_the_next_line(
    display: FormulaDisplay, text: str, count: int
) -> None:
    formula = parse(text, 10)
    display.set_formula(formula)
    parts = display.rows[0].lines()
    assert len(parts) == count
    assert "".join(parts).replace("{} ", " ") == f"f = {formula.latex()}"
    typeset_now(display)
    display.grab()
    assert (count == 1) or display.horizontalScrollBar().maximum() == 0


def test_the_former_formula_stays_until_the_new_one_is_typeset(
    display: FormulaDisplay, qtbot: QtBot
) -> None:
    display.set_formula(parse("x0**2 + x1**2"))
    typeset_now(display)
    before = display.rows
    newer = parse("x0**2 + 7*x1**4 + 12345")
    with qtbot.waitSignal(display.wanted) as asked:
        display.set_formula(newer)
    assert asked.args[0].lines[0] == f"f = {newer.latex()}"
    assert display.rows is before
    study = evaluate_typesetting(asked.args[0])
    assert study is not None
    display.take(study)
    assert display.rows[0].lines() == (f"f = {newer.latex()}",)


def test_a_new_formula_does_not_wait_for_long(display: FormulaDisplay, qtbot: QtBot) -> None:
    display.set_formula(parse("x0**2 + x1**2"))
    typeset_now(display)
    newer = parse("x0**2 + 7*x1**4 + 54321")
    display.set_formula(newer)
    qtbot.waitUntil(lambda: display.rows[0].lines() == (f"f = {newer.latex()}",))


def test_a_comment_is_not_taken_for_the_place_of_a_number(display: FormulaDisplay) -> None:
    display.set_formula(parse("x0**2 + 31*x1  # 1 and #1"))
    typeset.keep(Typesetting({line: None for row in display.rows for line in row.lines()}))
    display.viewport().repaint()
    display.set_theme(DARK)
    display.grab()
