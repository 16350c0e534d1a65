"""The number field keeps what is typed, applies what is valid, and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from gradviz.ui.number_field import NumberField
from hands import turn_wheel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Make = Callable[..., NumberField]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def build(**options: object) -> NumberField:
        field = NumberField(**options)
        qtbot.addWidget(field)
        field.show()
        field.setFocus()
        return field

    return build


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def type_into(qtbot: QtBot, field: NumberField, text: str) -> list[object]:
    seen: list[object] = []
    field.edited.connect(seen.append)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    for letter in text:  # QTest types ASCII only
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, press)
    return seen


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("typed", "value"), [("1e-3", 0.001), ("0.01", 0.01), ("0,01", 0.01), ("−2", -2.0)]
)
def test_reads_alike_in_a_german_locale(qtbot: QtBot, make: Make, typed: str, value: float) -> None:
    field = make()
    type_into(qtbot, field, typed)
    assert field.value() == value
    assert field.text() == typed


def test_applies_while_typing_and_never_what_is_not_a_number(qtbot: QtBot, make: Make) -> None:
    field = make()
    assert type_into(qtbot, field, "1e-3") == [1.0, 0.001]


def test_what_was_typed_stays_when_the_same_value_comes_back(qtbot: QtBot, make: Make) -> None:
    field = make(low=0.0)
    type_into(qtbot, field, "0,010")
    field.set_value(0.01)
    assert field.text() == "0,010"
    field.set_value(0.02)
    assert field.text() == "0.02"


def test_ambiguous_text_stays_red_and_unapplied(qtbot: QtBot, make: Make) -> None:
    field = make(low=0.0)
    field.setToolTip("Learning rate")
    field.set_value(0.5)
    problems: list[str] = []
    field.problemChanged.connect(problems.append)
    seen = type_into(qtbot, field, "1,000.5")
    assert field.text() == "1,000.5"
    assert field.property("invalid") is True
    assert field.value() == seen[-1] == 1.0
    assert "decimal mark" in field.toolTip()
    assert field.accessibleDescription() == field.toolTip() == problems[-1]
    field.set_value(1.0)
    assert field.text() == "1,000.5"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "1,000"
    assert field.property("invalid") is False
    assert field.toolTip() == field.accessibleDescription() == "Learning rate"


@pytest.mark.parametrize("typed", ["-1", "11", "inf", "nan", "1e999", "x"])
def test_out_of_range_and_not_finite_do_not_apply(qtbot: QtBot, make: Make, typed: str) -> None:
    field = make(low=2.0, high=10.0)
    field.set_value(5.0)
    assert 5.0 not in type_into(qtbot, field, typed)
    assert field.value() == 5.0
    assert field.problem()


def test_a_new_value_from_outside_replaces_text_that_is_wrong(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.set_value(1.0)
    type_into(qtbot, field, "oops")
    field.set_value(2.0)
    assert field.text() == "2.0"
    assert field.problem() == ""


def test_empty_is_none_where_it_may_be(qtbot: QtBot, make: Make) -> None:
    field = make(optional=True, low=1e-300, first=1e-6)
    field.set_value(None)
    assert field.text() == ""
    assert type_into(qtbot, field, "1e-8")[-1] == 1e-8
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() is None
    assert not field.problem()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 1e-6


def test_empty_is_a_problem_elsewhere(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.set_value(1.0)
    type_into(qtbot, field, "")
    assert field.problem()
    assert field.value() == 1.0


def test_integers_are_ints_and_exact(qtbot: QtBot, make: Make) -> None:
    field = make(integer=True, low=0, high=2**63 - 1)
    seen = type_into(qtbot, field, "9223372036854775807")
    assert seen[-1] == 2**63 - 1
    assert isinstance(seen[-1], int)
    type_into(qtbot, field, "1.5")
    assert field.problem()


def test_arrow_keys_step_in_decades(qtbot: QtBot, make: Make) -> None:
    field = make(low=0.0)
    field.set_value(0.1)
    seen: list[object] = []
    field.edited.connect(seen.append)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert seen == [0.2, 0.5, 1.0, 0.1]
    assert field.text() == "0.1"


def test_stepping_stops_at_the_ends_of_the_range(qtbot: QtBot, make: Make) -> None:
    field = make(low=0.0, high=0.3)
    field.set_value(0.2)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 0.3
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 0.3
    for _ in range(12):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == 0.0


def test_coordinates_step_through_zero(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.set_value(0.1)
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == -0.1
    assert field.text() == "−0.1"


def test_integers_step_by_one_and_ten(qtbot: QtBot, make: Make) -> None:
    field = make(integer=True, low=0, high=100)
    field.set_value(7)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert field.value() == 18
    assert field.text() == "18"


def turn(field: NumberField, notches: int) -> QWheelEvent:
    return turn_wheel(field, notches, QPointF(5, 5))


def test_the_wheel_steps_only_in_focus(qtbot: QtBot, make: Make) -> None:
    field = make(low=0.0)
    field.set_value(0.1)
    with qtbot.waitActive(field.window()):
        field.window().activateWindow()
    turn(field, 2)
    assert field.value() == 0.5
    field.clearFocus()
    assert not turn(field, 1).isAccepted()
    assert field.value() == 0.5


def test_enter_commits_once(qtbot: QtBot, make: Make) -> None:
    field = make()
    field.set_value(1.0)
    seen: list[object] = []
    field.committed.connect(seen.append)
    type_into(qtbot, field, "3")
    assert seen == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert seen == [3.0]


def test_a_changed_range_judges_what_is_typed_anew(qtbot: QtBot, make: Make) -> None:
    field = make(integer=True, low=0, high=10)
    field.set_value(5)
    type_into(qtbot, field, "50")
    assert field.problem()
    field.set_range(0, 100)
    assert not field.problem()
    assert field.value() == 50


def test_a_word_may_stand_for_no_number(qtbot: QtBot, make: Make) -> None:
    field = make(integer=True, low=1, high=500, optional=True, none="all", first=32)
    assert (field.text(), field.value()) == ("all", None)
    assert type_into(qtbot, field, "64") == [6, 64]
    assert type_into(qtbot, field, "All") == [None]
    field.set_value(None)
    assert field.text() == "All"  # as it was typed
    field.set_value(32)
    field.set_value(None)
    assert field.text() == "all"


def test_what_has_a_word_for_no_number_cannot_be_left_empty(qtbot: QtBot, make: Make) -> None:
    field = make(integer=True, low=1, optional=True, none="all")
    field.set_value(32)
    assert type_into(qtbot, field, "") == []
    assert field.problem()
    assert field.value() == 32
