"""The runs card: list, keys, eye, and the form of the selected run."""

from __future__ import annotations

from dataclasses import fields, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QScrollArea, QToolButton

from gradviz.core.formula import parse
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam, Convention, Momentum
from gradviz.document.experiment import Experiment, Run
from gradviz.plots.themes import DARK
from gradviz.ui import metrics
from gradviz.ui.number_field import NumberField
from gradviz.ui.runs_card import RunsCard
from gradviz.ui.runs_list import RunsList, eye_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

THREE = (
    Run(optimizer=SGD(lr=0.001)),
    Run(optimizer=Momentum(lr=0.01), style=1, visible=False),
    Run(optimizer=Adam(lr=0.05), style=2, name="mine"),
)


@pytest.fixture
def card(qtbot: QtBot) -> RunsCard:
    made = RunsCard()
    qtbot.addWidget(made)
    made.resize(312, 460)
    show(made, THREE)
    made.show()
    made.activateWindow()
    return made


def show(card: RunsCard, runs: Sequence[Run]) -> None:
    experiment = Experiment(runs=tuple(runs))
    card.set_experiment(experiment, parse(experiment.formula, 2))


def test_the_selected_run_stays_in_sight_when_room_is_lost(card: RunsCard, qtbot: QtBot) -> None:
    show(card, [Run(optimizer=SGD(), style=i) for i in range(10)])
    card.select(9)
    card.resize(312, 700)
    qtbot.waitUntil(lambda: rows(card).height() >= 10 * metrics.TABLE_ROW)
    card.resize(312, card.minimumSizeHint().height())
    qtbot.waitUntil(lambda: rows(card).height() < 9 * metrics.TABLE_ROW)
    assert rows(card).height() >= 8 * metrics.TABLE_ROW
    seen = rows(card).viewport().rect()
    assert seen.contains(rows(card).visualRect(rows(card).currentIndex()))


def test_the_keys_scroll_the_column_and_what_else_selects_does_not(
    card: RunsCard, qtbot: QtBot
) -> None:
    show(card, [Run(optimizer=SGD(), style=i) for i in range(6)])
    column = QScrollArea()
    qtbot.addWidget(column)
    column.setWidget(card)
    column.resize(320, 120)
    column.show()
    scrolled = column.verticalScrollBar()
    card.select(5)
    assert scrolled.value() == 0
    card.select(4)
    qtbot.keyClick(rows(card), Qt.Key.Key_Down)
    place = rows(card).visualRect(rows(card).currentIndex())
    seen = column.viewport().rect()
    assert seen.contains(place.translated(rows(card).viewport().mapTo(column.viewport(), QPoint())))
    column.takeWidget()


def test_two_of_an_optimizer_are_told_apart_as_long_as_both_are(card: RunsCard) -> None:
    adam, model = Run(optimizer=Adam()), rows(card).model()
    show(card, (adam, adam, Run(optimizer=SGD())))
    assert [model.index(row, 0).data() for row in range(3)] == ["Adam", "Adam 2", "SGD"]
    show(card, (replace(adam, name="mine"), adam, Run(optimizer=SGD())))
    assert [model.index(row, 0).data() for row in range(3)] == ["mine", "Adam", "SGD"]


def rows(card: RunsCard) -> RunsList:
    found = card.findChild(QListView, "runList")
    assert isinstance(found, RunsList)
    return found


def told(signal: SignalInstance) -> list[tuple[Any, ...]]:
    seen: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: seen.append(values))
    return seen


def number(card: RunsCard, name: str) -> NumberField:
    found = card.findChildren(NumberField, name)
    assert len(found) == 1, name
    return found[0]


def write(widget: QLineEdit, text: str) -> None:
    widget.setText(text)
    widget.textEdited.emit(text)


def choose(card: RunsCard, name: str, data: object) -> None:
    combo = card.findChild(QComboBox, name)
    combo.activated.emit(combo.findData(data))


def results(*finals: float | None) -> SimpleNamespace:
    values = [np.array([] if f is None else [9.0, f]) for f in finals]
    return SimpleNamespace(
        runs=[SimpleNamespace(trajectory=SimpleNamespace(value=v)) for v in values]
    )


def spoken(card: RunsCard, row: int) -> str:
    return str(rows(card).model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_rows_say_name_rate_and_final_value(card: RunsCard) -> None:
    card.set_results(results(4.756, None, float("nan")))
    assert spoken(card, 0) == "SGD, learning rate 0.001, final value 4.76"
    assert spoken(card, 1) == "Momentum, learning rate 0.01, final value –, hidden"
    assert spoken(card, 2) == "mine, learning rate 0.05, final value nan"


def test_results_of_other_runs_are_not_shown(card: RunsCard) -> None:
    card.set_results(results(1.0))
    assert spoken(card, 0).endswith("–")


def test_an_edited_optimizer_loses_its_value_and_a_hidden_run_keeps_it(card: RunsCard) -> None:
    card.set_results(results(1.0, 2.0, 3.0))
    show(card, (Run(optimizer=SGD(lr=0.5)), replace(THREE[1], visible=True), THREE[2]))
    assert [spoken(card, i).rpartition(" ")[2] for i in range(3)] == ["–", "2.00", "3.00"]


def test_selecting_shows_and_tells(qtbot: QtBot, card: RunsCard) -> None:
    seen = told(card.selected)
    area = rows(card)
    place = area.visualRect(area.model().index(2, 0)).center() - QPoint(60, 0)
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == [(2,)]
    assert card.findChild(QComboBox, "optimizerCombo").currentData() == "adam"
    assert number(card, "learningRateField").value() == 0.05
    assert card.findChild(QLineEdit, "runNameField").text() == "mine"


def test_selecting_from_outside_tells_nothing(card: RunsCard) -> None:
    seen = told(card.selected)
    card.select(1)
    card.select(99)
    assert seen == []
    assert rows(card).currentIndex().row() == 2


def test_showing_an_experiment_tells_nothing_and_keeps_the_place(card: RunsCard) -> None:
    card.select(2)
    seen = told(card.selected) + told(card.runChanged)
    show(card, THREE[:2])
    show(card, THREE)
    assert seen == []
    assert rows(card).currentIndex().row() == 1


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "expected"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "removeRequested", (1,)),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, "duplicateRequested", (1,)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "moveRequested", (1, 0)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "moveRequested", (1, 2)),
    ],
)
def test_keys_of_the_list(
    qtbot: QtBot,
    card: RunsCard,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
    expected: tuple[int, ...],
) -> None:
    seen = told(getattr(card, signal))
    card.select(1)
    rows(card).setFocus()
    qtbot.waitUntil(rows(card).hasFocus)
    qtbot.keyClick(rows(card), key, modifier)
    assert seen == [expected]


def test_delete_in_a_field_deletes_text_only(qtbot: QtBot, card: RunsCard) -> None:
    seen = told(card.removeRequested)
    field = number(card, "learningRateField")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == ""
    assert seen == []


def test_buttons_ask(qtbot: QtBot, card: RunsCard) -> None:
    seen = told(card.addRequested), told(card.removeRequested)
    for name in ("addRunButton", "removeRunButton"):
        qtbot.mouseClick(card.findChild(QToolButton, name), Qt.MouseButton.LeftButton)
    assert seen == ([()], [(0,)])


def test_what_cannot_be_done_is_off(card: RunsCard) -> None:
    def on() -> dict[str, bool]:
        return {a.objectName(): a.isEnabled() for a in card.run_actions()}

    assert not on()["moveRunUpAction"]
    assert on()["moveRunDownAction"]
    card.select(2)
    assert on()["moveRunUpAction"]
    assert not on()["moveRunDownAction"]
    show(card, THREE[:1])
    assert not on()["removeRunAction"]


def test_the_eye_hides_without_selecting(qtbot: QtBot, card: RunsCard) -> None:
    seen, chosen = told(card.runChanged), told(card.selected)
    area = rows(card)
    place = eye_place(area.visualRect(area.model().index(1, 0))).center()
    qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == [(1, replace(THREE[1], visible=True))]
    assert chosen == []
    qtbot.keyClick(area, Qt.Key.Key_Space)
    assert seen[1] == (0, replace(THREE[0], visible=False))


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_the_form_has_the_hyperparameters_of_its_optimizer_only(card: RunsCard, key: str) -> None:
    kind = OPTIMIZERS[key]
    show(card, [Run(optimizer=kind())])
    named = [f.name for f in fields(kind) if "label" in f.metadata]
    expected = {"learningRateField" if n == "lr" else f"{n}Field" for n in named}
    assert {f.objectName() for f in card.findChildren(NumberField)} == expected
    assert {f.value() for f in card.findChildren(NumberField)} == {
        getattr(kind(), name) for name in named
    }


def test_the_form_tells_the_run_it_makes(card: RunsCard) -> None:
    card.select(1)
    seen = told(card.runChanged)
    run = THREE[1]
    write(number(card, "learningRateField"), "0,5")
    write(number(card, "momentumField"), "0.99")
    choose(card, "conventionCombo", Convention.PYTORCH)
    choose(card, "optimizerCombo", "adam")
    choose(card, "styleCombo", 5)
    write(card.findChild(QLineEdit, "runNameField"), "ball")
    assert seen == [
        (1, replace(run, optimizer=Momentum(lr=0.5))),
        (1, replace(run, optimizer=Momentum(lr=0.01, momentum=0.99))),
        (1, replace(run, optimizer=Momentum(lr=0.01, convention=Convention.PYTORCH))),
        (1, replace(run, optimizer=Adam())),
        (1, replace(run, style=5)),
        (1, replace(run, name="ball")),
    ]


def test_the_convention_stays_when_the_optimizer_changes(card: RunsCard) -> None:
    show(card, [Run(optimizer=SGD(convention=Convention.PYTORCH))])
    seen = told(card.runChanged)
    choose(card, "optimizerCombo", "rmsprop")
    assert seen[0][1].optimizer.convention is Convention.PYTORCH


def test_values_out_of_bounds_are_told_not_taken(card: RunsCard) -> None:
    card.select(1)
    seen = told(card.runChanged)
    write(number(card, "momentumField"), "1.5")
    assert number(card, "momentumField").problem()
    assert seen == []


def test_a_thousand_runs_make_no_widgets(card: RunsCard) -> None:
    before = len(card.findChildren(QToolButton)) + len(card.findChildren(NumberField))
    runs = [Run(optimizer=SGD(lr=0.001 * (i + 1)), style=i) for i in range(1000)]
    show(card, runs)
    card.set_results(results(*[float(i) for i in range(1000)]))
    card.select(999)
    assert rows(card).currentIndex().row() == 999
    assert spoken(card, 999).endswith("final value 999.0") or spoken(card, 999).endswith("999")
    assert not card.run_actions()[0].isEnabled()
    after = len(card.findChildren(QToolButton)) + len(card.findChildren(NumberField))
    assert after == before


def test_another_theme_recolours_the_rows(card: RunsCard) -> None:
    def picture() -> QImage:
        return rows(card).grab().toImage()

    card.select(2)
    light = picture()
    card.set_theme(DARK)
    assert picture() != light
    image = picture()
    assert (
        image.pixelColor(image.width() // 2, 3 * metrics.TABLE_ROW - 4).name().upper()
        == DARK.accent_soft
    )
