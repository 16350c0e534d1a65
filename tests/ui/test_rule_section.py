"""Schedule and clipping in the form of a run: folded, unfolded, edited, told in the list."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QRawFont
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QWidget

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.formula import parse
from gradviz.core.optimizers import SGD, Adam
from gradviz.core.resources import resource
from gradviz.core.schedules import (
    CONSTANT,
    SCHEDULES,
    Constant,
    Cosine,
    Exponential,
    StepDecay,
    WarmUp,
)
from gradviz.document.experiment import Experiment, Run
from gradviz.plots.themes import DARK
from gradviz.ui.fonts import SMALL, text_font
from gradviz.ui.number_field import NumberField
from gradviz.ui.rule_section import RuleSection
from gradviz.ui.rule_words import rate_mark
from gradviz.ui.runs_card import RunsCard
from gradviz.ui.runs_model import Row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gradviz.core.schedules import Schedule

RUN = Run(optimizer=SGD(lr=0.1))


@pytest.fixture
def card(qtbot: QtBot) -> RunsCard:
    made = RunsCard()
    qtbot.addWidget(made)
    made.resize(312, 560)
    show(made, RUN)
    made.show()
    made.activateWindow()
    return made


def show(card: RunsCard, *runs: Run, steps: int = 100) -> None:
    experiment = Experiment(runs=runs, steps=steps)
    card.set_experiment(experiment, parse(experiment.formula, 2))


def told(card: RunsCard) -> list[Run]:
    seen: list[Run] = []
    card.runChanged.connect(lambda _, run: seen.append(run))
    return seen


def section(card: RunsCard) -> RuleSection:
    return card.findChild(RuleSection)


def combo(card: RunsCard, name: str) -> QComboBox:
    found = card.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def choose(card: RunsCard, name: str, data: object) -> None:
    choice = combo(card, name)
    index = next(i for i in range(choice.count()) if choice.itemData(i) == data)
    choice.activated.emit(index)


def write(card: RunsCard, name: str, text: str) -> NumberField:
    field = card.findChild(NumberField, name)
    field.setText(text)
    field.textEdited.emit(text)
    return field


def names(card: RunsCard) -> set[str]:
    return {f.objectName() for f in section(card).findChildren(NumberField)}


def test_it_is_folded_at_first_and_opens_with_a_click(qtbot: QtBot, card: RunsCard) -> None:
    button = card.findChild(QToolButton, "ruleButton")
    assert not combo(card, "scheduleCombo").isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert combo(card, "scheduleCombo").isVisible()
    assert combo(card, "clipCombo").isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not combo(card, "scheduleCombo").isVisible()


@pytest.mark.parametrize(
    ("schedule", "clip", "words"),
    [
        (CONSTANT, None, "off"),
        (Cosine(), None, "Cosine"),
        (CONSTANT, Clipping(), "Clipped"),
        (Exponential(), Clipping(), "Exponential, clipped"),
    ],
)
def test_folded_it_says_what_is_on(
    card: RunsCard, schedule: Schedule, clip: Clipping | None, words: str
) -> None:
    show(card, replace(RUN, schedule=schedule, clip=clip))
    label = card.findChild(QLabel, "ruleSummary")
    assert label.text() == words
    assert QFontMetrics(text_font(SMALL)).horizontalAdvance(words) <= label.width()
    section(card).set_open(True)
    assert label.text() == ""


@pytest.mark.parametrize("key", list(SCHEDULES))
def test_a_schedule_has_fields_for_its_hyperparameters_only(card: RunsCard, key: str) -> None:
    kind = SCHEDULES[key]
    show(card, replace(RUN, schedule=kind()))
    expected = {item.name: getattr(kind(), item.name) for item in fields(kind)}
    found = {f.objectName(): f.value() for f in section(card).findChildren(NumberField)}
    assert found == {f"{name}Field": value for name, value in expected.items()}
    assert combo(card, "scheduleCombo").currentData() == key


def test_edits_tell_the_run_they_make(card: RunsCard) -> None:
    run = replace(RUN, schedule=Cosine(), clip=Clipping())
    show(card, run)
    seen = told(card)
    write(card, "overField", "250")
    write(card, "floorField", "0,1")
    write(card, "warmupField", "5")
    write(card, "clipLimitField", "0.5")
    choose(card, "clipCombo", ClipKind.VALUE)
    choose(card, "clipCombo", None)
    choose(card, "scheduleCombo", "constant")
    assert seen == [
        replace(run, schedule=Cosine(over=250)),
        replace(run, schedule=Cosine(floor=0.1)),
        replace(run, schedule=Cosine(warmup=5)),
        replace(run, clip=Clipping(limit=0.5)),
        replace(run, clip=Clipping(kind=ClipKind.VALUE)),
        replace(run, clip=None),
        replace(run, schedule=Constant()),
    ]


def test_what_is_chosen_already_tells_nothing(card: RunsCard) -> None:
    seen = told(card)
    choose(card, "scheduleCombo", "constant")
    choose(card, "clipCombo", None)
    show(card, replace(RUN, schedule=Cosine(over=7), clip=Clipping(limit=3.0)))
    choose(card, "scheduleCombo", "cosine")
    choose(card, "clipCombo", ClipKind.NORM)
    assert seen == []


@pytest.mark.parametrize(
    ("key", "schedule"),
    [
        ("cosine", Cosine(over=400)),
        ("step", StepDecay(every=100)),
        ("warmup", WarmUp(warmup=40)),
        ("exponential", Exponential()),
    ],
)
def test_a_schedule_begins_with_numbers_that_suit_the_run(
    card: RunsCard, key: str, schedule: object
) -> None:
    show(card, RUN, steps=400)  # the same runs
    seen = told(card)
    choose(card, "scheduleCombo", key)
    assert [run.schedule for run in seen] == [schedule]


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_short_runs_are_suited_too(steps: int) -> None:
    for kind in SCHEDULES.values():
        assert 0.0 <= kind.suited(steps).factor(0) <= 1.0


def test_the_limit_stays_when_the_kind_changes(card: RunsCard) -> None:
    show(card, replace(RUN, clip=Clipping(limit=7.0)))
    seen = told(card)
    choose(card, "clipCombo", ClipKind.VALUE)
    assert seen[0].clip == Clipping(kind=ClipKind.VALUE, limit=7.0)


def test_without_clipping_there_is_no_limit(card: RunsCard) -> None:
    show(card, replace(RUN, clip=Clipping()))
    assert names(card) == {"clipLimitField"}
    show(card, RUN)
    assert names(card) == set()


def test_values_out_of_bounds_are_told_not_taken(card: RunsCard) -> None:
    show(card, replace(RUN, schedule=StepDecay(), clip=Clipping()))
    section(card).set_open(True)
    seen = told(card)
    for name, text in (("everyField", "2.5"), ("everyField", "0"), ("gammaField", "2")):
        assert write(card, name, text).problem()
    assert write(card, "clipLimitField", "0").problem()
    assert seen == []


def test_everything_can_be_named_and_explained(card: RunsCard) -> None:
    for kind in SCHEDULES.values():
        show(card, replace(RUN, schedule=kind(), clip=Clipping()))
        for widget in section(card).widgets():
            assert widget.accessibleName(), widget.objectName()
            assert widget.toolTip(), widget.objectName()
            assert widget.objectName()


def test_the_tab_key_goes_down_the_form(card: RunsCard) -> None:
    show(card, replace(RUN, schedule=Cosine(), clip=Clipping()))
    section(card).set_open(True)
    expected = [
        "learningRateField",
        "ruleButton",
        "scheduleCombo",
        "clipCombo",
        "overField",
        "floorField",
        "warmupField",
        "clipLimitField",
        "runNameField",
    ]
    reached, widget = ["learningRateField"], card.findChild(QLineEdit, "learningRateField")
    while reached[-1] != "runNameField" and len(reached) < 20:
        widget = next_in_chain(widget)
        reached.append(widget.objectName())
    assert reached == expected


def next_in_chain(widget: QWidget) -> QWidget:
    after = widget.nextInFocusChain()
    while not after.focusPolicy() & Qt.FocusPolicy.TabFocus:
        after = after.nextInFocusChain()
    return after


def test_it_fits_the_column(card: RunsCard) -> None:
    show(card, replace(RUN, optimizer=Adam(), schedule=Cosine(over=2000), clip=Clipping()))
    section(card).set_open(True)
    assert section(card).minimumSizeHint().width() <= 288


def test_the_list_marks_and_says_schedules(card: RunsCard) -> None:
    falling = replace(RUN, schedule=Cosine(), clip=Clipping(limit=0.5))
    rising = replace(RUN, schedule=WarmUp(), clip=Clipping(kind=ClipKind.VALUE))
    assert [Row(run, "").rate for run in (RUN, falling, rising)] == ["0.1", "0.1↘", "0.1↗"]
    show(card, RUN, falling, rising)
    rows = card.findChild(QWidget, "runList").model()
    said = [rows.index(i, 0).data(Qt.ItemDataRole.ToolTipRole) for i in range(3)]
    start = "learning rate 0.1, final value –"
    assert said == [
        f"SGD, {start}",
        f"SGD 2, {start}, Cosine schedule, gradient clipped to length 0.5",
        f"SGD 3, {start}, Warm-up schedule, parts of the gradient clipped to 1",
    ]


@pytest.mark.usefixtures("qapp")
def test_the_font_has_the_marks() -> None:
    face = QRawFont(str(resource("fonts", "Inter-Regular.ttf")), 12.0)
    marks = "".join(rate_mark(kind()) for kind in SCHEDULES.values())
    assert all(face.supportsCharacter(ord(mark)) for mark in marks)


def test_a_rule_that_changes_loses_its_final_value(card: RunsCard) -> None:
    model = card.findChild(QWidget, "runList").model()
    model.set_finals([2.0])
    show(card, replace(RUN, name="same"))
    assert model.rows()[0].final == 2.0
    show(card, replace(RUN, name="same", schedule=Cosine()))
    assert model.rows()[0].final is None


def test_another_theme_redraws_the_chevron(card: RunsCard) -> None:
    button = card.findChild(QToolButton, "ruleButton")
    light = button.icon().pixmap(20, 20).toImage()
    card.set_theme(DARK)
    assert button.icon().pixmap(20, 20).toImage() != light
