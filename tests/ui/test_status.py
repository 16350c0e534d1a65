"""The status line: what it says of stability, and that it makes no window wider."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from gradviz.core.optimizers import SGD, Adam, Momentum, Nesterov, Optimizer
from gradviz.core.rules import Rule
from gradviz.core.schedules import Exponential
from gradviz.core.stability import Stability
from gradviz.core.stationary import StationaryKind, StationaryPoint
from gradviz.core.verdict import Verdict, VerdictKind
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.ui.actions import Actions
from gradviz.ui.stability_words import limit_formula, limit_sentence, place_of, rate_text
from gradviz.ui.status import StatusBar
from gradviz.ui.wording import verdict_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

MINIMUM = StationaryPoint((1.0, 1.0), 0.0, StationaryKind.MINIMUM, (0.4, 133.0 + 1.0 / 3.0))
STABLE = Stability(
    minimum=MINIMUM,
    rule=Rule(SGD(lr=0.01)),
    limit=0.015,
    condition=333.33,
    near=True,
    predicted=0.996,
    measured=0.99601,
)
FAST = replace(STABLE, rule=Rule(SGD(lr=0.02)), near=False, measured=None)


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[StatusBar]:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = StatusBar(Actions(holder), holder)
    bar.resize(1400, bar.height())
    holder.show()
    yield bar
    holder.close()


def texts(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]


def test_near_a_minimum_condition_and_rates_are_shown(bar: StatusBar) -> None:
    bar.show_stability(STABLE)
    shown = texts(bar)
    where = shown.index("condition")
    assert shown[where : where + 6] == [
        *("condition", "333.3"),
        *("rate predicted", "0.9960"),
        *("measured", "0.9960"),
    ]
    bar.show_stability(None)
    assert "condition" not in texts(bar)


def test_elsewhere_only_a_rate_that_is_too_large(bar: StatusBar) -> None:
    bar.show_stability(FAST)
    assert "lr 0.02 is above 2/λₘₐₓ = 0.0150 of this minimum" in texts(bar)
    assert "condition" not in texts(bar)
    bar.show_stability(replace(STABLE, near=False))
    assert "condition" not in texts(bar)


def test_adaptive_rules_have_no_prediction(bar: StatusBar) -> None:
    bar.show_stability(replace(STABLE, rule=Rule(Adam()), limit=None, predicted=None))
    shown = texts(bar)
    assert "rate measured" in shown
    assert "rate predicted" not in shown


def test_one_variable_has_no_condition(bar: StatusBar) -> None:
    bar.show_stability(replace(STABLE, minimum=replace(MINIMUM, x=(1.0,), eigenvalues=(2.0,))))
    assert "condition" not in texts(bar)
    assert "rate predicted" in texts(bar)


def test_the_last_facts_go_first_in_a_narrow_window(bar: StatusBar) -> None:
    least = bar.minimumSizeHint().width()
    bar.show_stability(STABLE)
    assert bar.minimumSizeHint().width() == least
    counts = []
    for width in range(1400, least, -50):
        bar.resize(width, bar.height())
        shown = texts(bar)
        counts.append(sum(name in shown for name in ("condition", "rate predicted", "measured")))
        assert ("measured" not in shown) or ("condition" in shown)
        for label in bar.findChildren(QLabel):
            if label.isVisible() and label.text():
                assert label.width() >= label.sizeHint().width()  # nothing is cut
    assert counts == sorted(counts, reverse=True)
    assert {0, 3} <= set(counts)
    bar.resize(1400, bar.height())
    assert "measured" in texts(bar)


def test_the_chip_says_why(bar: StatusBar) -> None:
    results = evaluate(Experiment(runs=(Run(optimizer=SGD(lr=1.5)), Run(optimizer=SGD(lr=0.1)))))
    one, other = results.runs
    bar.show_verdict(one)
    assert "2/λₘₐₓ" not in bar.verdict.toolTip()
    bar.show_stability(replace(FAST, rule=Rule(SGD(lr=1.5)), limit=1.0))
    expected = "lr 1.5 is above 2/λₘₐₓ = 1.00 of this minimum (1, 1)."
    assert bar.verdict.toolTip().endswith(expected)
    assert bar.verdict.accessibleDescription() == bar.verdict.toolTip()
    bar.show_verdict(replace(one, run=replace(one.run, name="renamed")))
    assert bar.verdict.toolTip().endswith(expected)
    bar.show_verdict(other)
    assert "2/λₘₐₓ" not in bar.verdict.toolTip()
    assert not any("above" in text for text in texts(bar))


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_every_verdict_can_be_explained(kind: VerdictKind) -> None:
    plain = verdict_sentence(Verdict(kind, 17))
    for stability in (STABLE, FAST):
        text = verdict_sentence(Verdict(kind, 17), stability)
        assert "17" in text
        assert text.endswith("(1, 1).")
    assert verdict_sentence(Verdict(kind, 17), replace(FAST, limit=None)) == plain


def test_a_diverged_run_is_told_its_limit() -> None:
    assert verdict_sentence(Verdict(VerdictKind.DIVERGED, 3), FAST) == (
        "From step 3 on the run goes off without end: "
        "lr 0.02 is above 2/λₘₐₓ = 0.0150 of this minimum (1, 1)."
    )


@pytest.mark.parametrize(
    ("optimizer", "formula"),
    [
        (SGD(), "2/λₘₐₓ"),
        (Momentum(), "2(1+m)/λₘₐₓ"),
        (Nesterov(), "2(1+m)/((1+2m)λₘₐₓ)"),
    ],
)
def test_formulas(optimizer: Optimizer, formula: str) -> None:
    assert limit_formula(optimizer) == formula


def test_numbers_are_told_apart() -> None:
    close = replace(FAST, rule=Rule(SGD(lr=0.0150001)))
    assert limit_sentence(close) == "lr 0.0150001 is above 2/λₘₐₓ = 0.0150000 of this minimum"


def test_a_changing_rate_is_not_compared() -> None:
    changing = replace(FAST, rule=Rule(SGD(lr=0.02), Exponential(gamma=0.9)))
    assert limit_sentence(changing) == ""


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (0.5, "0.5000"),
        (0.99, "0.9900"),
        (0.99961, "0.99961"),
        (0.9999987, "0.9999987"),
        (1.0, "1.000"),
        (1.0 - 1e-15, "1.00000000"),
        (1.04, "1.040"),
        (2.17, "2.170"),
        (0.0, "0"),
        (float("inf"), "∞"),
    ],
)
def test_rates_are_told_from_one(rate: float, text: str) -> None:
    assert rate_text(rate) == text


def test_many_coordinates_are_shortened() -> None:
    many = replace(STABLE, minimum=replace(MINIMUM, x=tuple(map(float, range(10)))))
    assert place_of(many) == "(0, 1, …, 9)"


def test_a_rate_at_the_very_limit_is_told_so(bar: StatusBar) -> None:
    exact = replace(FAST, rule=Rule(SGD(lr=0.5)), limit=0.5)
    told = "lr 0.5 is exactly 2/λₘₐₓ = 0.500 of this minimum"
    assert limit_sentence(exact) == told
    bar.show_stability(exact)
    assert told in texts(bar)
    assert verdict_sentence(Verdict(VerdictKind.OSCILLATING, 1), exact) == (
        "From step 1 on the run goes to and fro and neither comes nearer nor leaves: "
        f"{told} (1, 1)."
    )
    assert verdict_sentence(Verdict(VerdictKind.DIVERGED, 1), exact).endswith(f"{told} (1, 1).")
