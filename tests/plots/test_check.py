"""The picture of a gradient check: what it says, reads out and drags, whatever there is to show."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from gradviz.core.differences import Method
from gradviz.core.network.kinks import Kink
from gradviz.core.network.places import place_of
from gradviz.core.optimizers import SGD
from gradviz.document.check_values import (
    Agreement,
    CheckProblem,
    CheckRequest,
    CheckSamples,
    CheckStudy,
    Fault,
    Found,
    Price,
)
from gradviz.document.experiment import Experiment, Run
from gradviz.document.gradient_check import check_request, evaluate_check
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots.check import CheckView
from gradviz.plots.check_curve import sweep_layout, sweep_rows
from gradviz.plots.check_header import tone
from gradviz.plots.check_picture import CheckPicture
from gradviz.plots.check_words import (
    kink_sentence,
    moment_text,
    part_sentence,
    price_sentence,
    reason,
    setting,
    sweep_title,
    worst_sentence,
)
from gradviz.plots.lettering import face
from gradviz.plots.themes import DARK, LIGHT, Theme
from looking import amount

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

EXPERIMENT = Experiment(
    method=Method.EXACT,
    runs=(Run(optimizer=SGD(lr=0.1)),),
    network=replace(task_of("moons"), epochs=1),
    seed=3,
)


def _study(experiment: Experiment = EXPERIMENT, step: int = 4, **options: object) -> CheckStudy:
    request = check_request(train(experiment), 0, step, **options)
    assert request is not None
    ticks = count()
    study = evaluate_check(request, None, lambda: 1e-6 * next(ticks))
    assert study is not None
    return study


@pytest.fixture(scope="module")
def moons() -> CheckStudy:
    return _study(every_scheme=True)


def _with(study: CheckStudy, **changes: object) -> CheckStudy:
    """Return a study in which something else was found."""
    return replace(study, found=replace(study.found, **changes))


def _different(study: CheckStudy, differences: np.ndarray) -> CheckStudy:
    """Return a study of a gradient of 0 with these differences."""
    worst = int(np.argmax(np.where(np.isnan(differences), np.inf, differences)))
    found = Found(
        indices=np.arange(len(differences)),
        numeric=differences,
        backprop=np.zeros(len(differences)),
        worst=worst,
        place=place_of(study.network, worst),
        kink=None,
        relative=1.0,
        agreement=Agreement.DISAGREES,
        price=Price(164, 0.002, 0.0001),
    )
    return replace(study, found=found)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., CheckView]:
    def made(study: CheckStudy | None, size: tuple[int, int] = (640, 700)) -> CheckView:
        view = CheckView()
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_study(study)
        view.show()
        view.grab()
        return view

    return made


def _mouse(
    view: CheckView, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton | None = None
) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    pressed = left if button is None else button
    moving = kind == QEvent.Type.MouseMove
    at, keys = QPointF(x, y), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, view.mapToGlobal(at), none if moving else pressed, pressed, keys)
    QApplication.sendEvent(view, event)


def _move(view: CheckView, x: float, y: float) -> None:
    _mouse(view, QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton)


def _key(view: CheckView, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def _over_h(view: CheckView, h: float) -> tuple[float, float]:
    projection = view.picture.projection(QSizeF(view.size()))
    middle = (projection.box.top + projection.box.bottom) / 2
    return projection.place(math.log10(h), 0.0)[0], middle


def _over_weight(view: CheckView, weight: int) -> tuple[float, float]:
    size = QSizeF(view.size())
    for y in range(view.height()):
        for x in range(0, view.width(), 2):
            if view.picture.weight_at(size, x, y) == weight:
                return x + 2.0, y + 2.0
    raise AssertionError(f"weight {weight} is nowhere")


class TestWords:
    def test_the_worst_weight_is_named(self, moons: CheckStudy) -> None:
        differences = np.full(82, 1e-12)
        differences[51] = 4.2e-9
        study = _different(moons, differences)
        assert worst_sentence(study.found) == (
            "Largest difference 4.2×10⁻⁹ at W2[1, 1], 1.0 of the derivative there"
        )
        equal = _different(moons, np.zeros(82))
        assert worst_sentence(equal.found) == "Both gradients are equal to the last bit."

    def test_a_kink_is_the_reason(self) -> None:
        kink = Kink(layer=1, sample=12, unit=5, low=-0.1, here=0.1, high=0.3, count=1)
        assert kink_sentence(kink, Method.CENTRAL) == (
            "ReLU unit 5 of layer 1 changes sign for sample 12 within ±h: the function has a kink "
            "there, backpropagation takes one side."
        )
        more = replace(kink, layer=3, count=4)
        words = kink_sentence(more, Method.FIVE_POINT)
        assert "of layer 2 " in words
        assert "within ±2h" in words
        assert words.endswith("So do 3 more.")
        assert kink_sentence(replace(kink, count=2), Method.CENTRAL).endswith("So does 1 more.")
        assert "within +h" in kink_sentence(kink, Method.FORWARD)
        assert "within −h" in kink_sentence(kink, Method.BACKWARD)

    @pytest.mark.parametrize(
        ("method", "h", "words"),
        [
            (Method.CENTRAL, 1e-12, "This h is too small, rounding makes the difference: with h ="),
            (Method.FORWARD, 1e-2, "This h is too large for forward differences: with h ="),
            (Method.CENTRAL, 1e-5, ""),
        ],
    )
    def test_an_h_is_the_reason(self, method: Method, h: float, words: str) -> None:
        experiment = replace(
            EXPERIMENT, method=method, h=h, network=replace(task_of("xor"), epochs=0)
        )
        said = reason(_study(experiment))
        assert said.startswith(words)
        assert bool(said) is bool(words)

    def test_the_price_is_told(self, moons: CheckStudy) -> None:
        study = _with(moons, price=Price(742, 0.0195, 5.0e-5))
        assert price_sentence(study) == (
            "Differences: 742 evaluations of the loss, 20 ms; backpropagation: 1 forward and 1 "
            "backward pass, 0.050 ms, 390× as fast."
        )
        part = _with(study, indices=study.found.indices[:41], price=Price(82, 2.5, 0.5))
        assert "82 evaluations of the loss, 2.5 s" in price_sentence(part)
        assert "for all weights about 10× as fast" in price_sentence(part)

    def test_what_was_left_out_is_told(self, moons: CheckStudy) -> None:
        assert part_sentence(moons) == ""
        assert sweep_title(moons) == "|numeric − backprop| against h"
        part = _with(moons, indices=moons.found.indices[:20])
        assert part_sentence(part) == "20 of 82 weights are checked, drawn at random with seed 3."
        swept = replace(moons.sweep, indices=np.arange(10))
        words = sweep_title(replace(moons, sweep=swept))
        assert words.endswith("against h: 9 of 82 weights, drawn at random, and the worst")

    def test_what_is_compared_is_told(self, moons: CheckStudy) -> None:
        assert setting(moons) == (
            "The backpropagation of the runs against central differences with h = 10⁻⁴: "
            "loss of the 22 samples of this step."
        )
        own = _study(replace(EXPERIMENT, method=Method.FORWARD), samples=CheckSamples.ONE)
        assert setting(own).startswith("The gradient of the runs, forward differences")
        assert setting(own).endswith("loss of one sample.")
        every = _study(samples=CheckSamples.TRAIN)
        assert f"all {every.samples} training samples" in setting(every)
        assert moment_text(moons.request) == "at step 4, epoch 0.8"

    @pytest.mark.parametrize(
        ("agreement", "fault", "expected"),
        [
            (Agreement.AGREES, None, "ok"),
            (Agreement.KINK, None, "warn"),
            (Agreement.DISAGREES, Fault.TOO_LARGE, "warn"),
            (Agreement.DISAGREES, None, "bad"),
            (Agreement.NOT_FINITE, None, "bad"),
        ],
    )
    def test_a_disagreement_that_is_not_explained_is_bad(
        self, moons: CheckStudy, agreement: Agreement, fault: Fault | None, expected: str
    ) -> None:
        assert tone(replace(_with(moons, agreement=agreement), fault=fault)) == expected


class TestPicture:
    def test_it_knows_what_it_shows(self, moons: CheckStudy) -> None:
        picture = CheckPicture(LIGHT)
        assert "rests" in picture.problem()
        assert (picture.moment(), picture.legend()) == ("", [])
        picture.study = moons
        assert picture.problem() == ""
        assert picture.heading() == "|numeric − backprop| per weight"
        assert picture.moment() == "at step 4, epoch 0.8"

    def test_a_still_picture_has_nothing_of_the_mouse(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        view.picture.hovered_weight, view.picture.h = 3, 0.5
        copy = view.picture.still()
        assert (copy.hovered_weight, copy.hovered_step, copy.h) == (None, None, 1e-4)
        assert copy.study is moons
        images = []
        for _ in range(2):
            image = QImage(640, 700, QImage.Format.Format_RGB32)
            image.fill(0)
            painter = QPainter(image)
            copy.paint(painter, QSizeF(640, 700), 1.0)
            painter.end()
            images.append(image)
        assert images[0] == images[1]

    def test_a_loss_that_is_no_number_is_said(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(replace(moons, problem=CheckProblem.LOSS, found=None, sweep=None))
        assert view.picture.problem().startswith("The loss is not a finite number")
        assert not view.picture.has_handle
        _mouse(view, QEvent.Type.MouseButtonPress, 100.0, 100.0)
        _move(view, 200.0, 200.0)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            _key(view, key)

    @pytest.mark.parametrize("theme", [LIGHT, DARK])
    def test_the_verdict_has_its_colour(
        self, moons: CheckStudy, shown: Callable[..., CheckView], theme: Theme
    ) -> None:
        view = shown(moons)
        view.set_theme(theme)
        assert amount(view, theme.ok_soft) > 200
        assert amount(view, theme.bad_soft) == 0
        view.set_study(_with(moons, agreement=Agreement.DISAGREES))
        assert amount(view, theme.bad_soft) > 200

    @pytest.mark.parametrize("size", [(220, 160), (300, 700), (640, 200), (1400, 500), (60, 40)])
    def test_any_size(
        self, moons: CheckStudy, shown: Callable[..., CheckView], size: tuple[int, int]
    ) -> None:
        view = shown(moons, size)
        view.picture.hovered_weight = 3
        view.grab()
        _move(view, size[0] / 2, size[1] - 30.0)

    @pytest.mark.parametrize(
        "differences",
        [
            np.zeros(82),
            np.full(82, math.nan),
            np.full(82, math.inf),
            np.geomspace(1e-320, 1e300, 82),
        ],
    )
    def test_any_differences(
        self, moons: CheckStudy, shown: Callable[..., CheckView], differences: np.ndarray
    ) -> None:
        study = _different(moons, differences)
        flat = [
            replace(line, values=np.full(len(moons.sweep.steps), differences[0]))
            for line in moons.sweep.lines
        ]
        study = replace(study, sweep=replace(moons.sweep, lines=tuple(flat)))
        view = shown(study)
        for weight in (0, 81):
            view.picture.hovered_weight = weight
            view.grab()
        view.picture.hovered_step = 5
        view.grab()
        assert (amount(view, LIGHT.bad) > 100) is not np.isfinite(differences).all()

    @pytest.mark.parametrize("h", [1e-300, 1e-50, 1e300])
    @pytest.mark.parametrize("method", [Method.CENTRAL, Method.COMPLEX_STEP])
    def test_any_h(self, shown: Callable[..., CheckView], h: float, method: Method) -> None:
        experiment = replace(
            EXPERIMENT, h=h, method=method, network=replace(task_of("simplenet"), epochs=0)
        )
        view = shown(_study(experiment, 0, every_scheme=True))
        told: list[float] = []
        view.hDragged.connect(lambda h, _last: told.append(h))
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            _key(view, key)
            view.grab()
        assert len(told) == 4
        assert all(1e-300 <= h <= 1e300 for h in told)


class TestReadouts:
    def test_a_weight_is_named_with_its_numbers(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        _move(view, *_over_weight(view, 20))
        assert view.picture.hovered_weight == 20
        rows = view.picture.weight_rows(20)
        assert [row.name for row in rows] == ["numeric", "backprop", "difference"]
        numbers = [float(row.value.replace("−", "-")) for row in rows[:2]]
        assert numbers[0] == pytest.approx(moons.found.numeric[20], rel=1e-6)
        assert numbers[1] == pytest.approx(moons.found.backprop[20], rel=1e-6)
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
        assert view.picture.hovered_weight is None

    def test_what_was_not_checked_is_not_told(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        at = _over_weight(shown(moons), 20)
        few = np.array([0, 1, 21])
        found = moons.found
        view = shown(
            _with(moons, indices=few, numeric=found.numeric[few], backprop=found.backprop[few],
                  worst=2)
        )  # fmt: skip
        _move(view, *at)
        assert view.picture.hovered_weight is None
        assert view.picture.weight_rows(21)[0].name == "numeric"
        assert view.picture.ranked()[0] in few.tolist()

    def test_keys_go_through_the_weights_from_the_worst_on(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        order = np.argsort(-moons.found.differences, kind="stable").tolist()
        seen = []
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            _key(view, key)
            seen.append(view.picture.hovered_weight)
        assert seen == [order[0], order[1], order[2], order[1]]
        for _ in range(3):
            _key(view, Qt.Key.Key_Up)
        assert view.picture.hovered_weight == order[0]

    def test_the_differences_at_an_h_are_told(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        _move(view, *_over_h(view, 1e-8))
        index = view.picture.hovered_step
        assert moons.sweep.steps[index] == 1e-8
        names = [row.name for row in sweep_rows(moons.sweep, index, LIGHT)]
        assert names == [
            "Forward", "Backward", "Central, largest", "Five-point", "Complex step",
            "Central, median",
        ]  # fmt: skip
        view.grab()

    def test_the_criterion_is_told_over_the_verdict(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        at = view.picture.verdict_box(QSizeF(view.size())).center().toPoint()
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
        assert "‖numeric − backprop‖" in QToolTip.text()
        assert "10⁻⁵" in QToolTip.text()
        away = QPoint(5, 300)
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, away, view.mapToGlobal(away)))
        QToolTip.hideText()


class TestDragging:
    def test_h_follows_the_hand(self, moons: CheckStudy, shown: Callable[..., CheckView]) -> None:
        view = shown(moons)
        told: list[tuple[float, bool]] = []
        view.hDragged.connect(lambda h, last: told.append((h, last)))
        _mouse(view, QEvent.Type.MouseButtonPress, *_over_h(view, 1e-6))
        _mouse(view, QEvent.Type.MouseMove, *_over_h(view, 1e-3))
        held = view.picture.h
        view.set_study(moons)  # what comes meanwhile does not take it out of the hand
        assert view.picture.h == held == pytest.approx(1e-3, rel=0.1)
        _mouse(view, QEvent.Type.MouseButtonRelease, *_over_h(view, 1e-2))
        assert [last for _, last in told] == [False, False, True]
        assert [h for h, _ in told] == pytest.approx([1e-6, 1e-3, 1e-2], rel=0.1)
        assert told[-1][0] == float(f"{told[-1][0]:.1e}")
        view.set_study(moons)
        assert view.picture.h == 1e-4

    def test_a_press_on_the_heat_map_holds_nothing(
        self, moons: CheckStudy, shown: Callable[..., CheckView]
    ) -> None:
        view = shown(moons)
        told: list[float] = []
        view.hDragged.connect(lambda h, _last: told.append(h))
        _mouse(view, QEvent.Type.MouseButtonPress, *_over_weight(view, 20))
        right = Qt.MouseButton.RightButton
        _mouse(view, QEvent.Type.MouseButtonPress, *_over_h(view, 1e-6), right)
        _move(view, *_over_h(view, 1e-6))
        assert told == []


def test_the_words_over_the_curves_are_broken_not_cut(qapp: object, moons: CheckStudy) -> None:
    assert qapp is not None
    assert moons.sweep is not None
    some = replace(moons, sweep=replace(moons.sweep, indices=moons.sweep.indices[:5]))
    assert some.sweep is not None
    for across in (900.0, 300.0):
        laid = sweep_layout(some, some.sweep, QRectF(0.0, 0.0, across, 300.0), None, LIGHT)
        assert " ".join(words for _, _, words in laid.title) == sweep_title(some)
        assert all(face().width(words) <= across for _, _, words in laid.title)
        assert laid.title[-1][1] + 15.0 < laid.entries[0].level + 0.1


def test_who_does_not_see_it_is_told(moons: CheckStudy, shown: Callable[..., CheckView]) -> None:
    view = shown(None)
    assert "rests" in view.accessibleDescription()
    view.set_study(moons)
    assert view.accessibleName() == "Gradient check"
    assert view.accessibleDescription().startswith("Agrees. Largest difference")
    view.set_dimmed(True)
    view.grab()


def test_requests_are_told_apart() -> None:
    training = train(EXPERIMENT)
    first, second = check_request(training, 0, 1), check_request(training, 0, 1)
    assert isinstance(first, CheckRequest)
    assert first == second
    assert hash(first) == hash(second)
    assert first != check_request(training, 0, 1, CheckSamples.ONE)
