"""The picture of answers: which samples, in which order, what is counted, written and clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from gradviz.core.differences import Method
from gradviz.core.network.metrics import NO_CLASS
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.answers import Answers, Samples, answers_request, evaluate_answers
from gradviz.document.experiment import Experiment, Run
from gradviz.document.moment import moment_of
from gradviz.document.network_task import NetworkTask, OwnTable, task_of
from gradviz.document.training import train
from gradviz.plots.answers import AnswersView
from gradviz.plots.answers_picture import AnswersPicture
from gradviz.plots.answers_state import EVERYTHING
from gradviz.plots.answers_words import (
    Group,
    accuracy_text,
    group_count,
    group_text,
    heading,
    moment_text,
    rough_percent,
    sample_title,
)
from gradviz.plots.themes import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = QSizeF(700.0, 620.0)
NARROW = QSizeF(420.0, 520.0)
SIZES = [(700, 620), (420, 520), (220, 200), (1400, 300), (579, 90), (30, 900), (1, 1)]


def _study(
    task: NetworkTask, samples: Samples = Samples.TRAIN, optimizer: object = None
) -> Answers:
    runs = (Run(optimizer=optimizer or Adam(lr=0.01)),)
    training = train(Experiment(method=Method.EXACT, network=task, runs=runs, seed=1))
    last = training.runs[0].trajectory.steps
    found = evaluate_answers(answers_request(training, moment_of(training, 0, last), samples))
    assert found is not None
    return found


def _own(classes: int, inputs: int) -> NetworkTask:
    """Return samples of a CSV file: three of each class."""
    generator = np.random.default_rng(0)
    lines = [",".join([*(f"length {i}" for i in range(inputs)), "kind"])]
    for label in range(classes):
        rows = (generator.normal(size=(3, inputs)) + label).tolist()
        lines += [",".join([*map(str, row), f"species number {label}"]) for row in rows]
    table = OwnTable("own.csv", "\n".join(lines))
    sizes = (inputs, classes)
    return NetworkTask(problem="own", sizes=sizes, table=table, epochs=2, test_share=0.0)


@pytest.fixture(scope="module")
def digits() -> Answers:
    return _study(replace(task_of("digits"), epochs=2), Samples.TEST)


@pytest.fixture(scope="module")
def many() -> Answers:
    return _study(_own(30, 15))


@pytest.fixture(scope="module")
def diverged() -> Answers:
    return _study(replace(task_of("digits"), epochs=1), Samples.TEST, SGD(lr=1e200))


def _picture(study: Answers | None, theme: Theme = LIGHT) -> AnswersPicture:
    made = AnswersPicture(theme)
    made.study = study
    return made


def _painted(picture: AnswersPicture, size: QSizeF, ratio: float = 1.0) -> QImage:
    pixels = (size * ratio).toSize()
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(picture.theme.surface))
    painter = QPainter(image)
    picture.paint(painter, size, ratio)
    painter.end()
    return image


class TestWords:
    def test_accuracy_is_said_with_the_number_of_mistakes(self, digits: Answers) -> None:
        wrong = int((digits.predicted != digits.data.labels).sum())
        share = 100.0 * (1.0 - wrong / 359)
        assert 0 < wrong < 359
        assert accuracy_text(digits) == f"{share:.1f} %, {wrong} of 359 wrong"
        assert heading(digits).startswith("Answers of 64-50-10 to test samples: ")
        assert moment_text(digits) == "at step 30, epoch 2"
        right = replace(digits, predicted=digits.data.labels)
        assert accuracy_text(right) == "100 %, 0 of 359 wrong"

    def test_groups_are_named(self, digits: Answers, diverged: Answers) -> None:
        assert group_text(digits, Group(9, 4)) == "9 taken for 4"
        assert group_text(digits, Group(9, 9)) == "9 recognised"
        assert group_text(digits, Group(9)) == "class 9"
        assert group_text(digits, Group(None, 0)) == "taken for 0"
        assert group_text(diverged, Group(3, NO_CLASS)) == "3 taken for no class"
        assert group_text(diverged, Group(None, NO_CLASS)) == "taken for no class"
        assert group_count(digits, Group(0)) == "class 0: 36 samples"
        one = next(
            Group(int(r), int(c)) for r, c in zip(*np.nonzero(digits.confusion == 1), strict=True)
        )
        assert group_count(digits, one).endswith(": 1 sample")

    @pytest.mark.parametrize(
        ("share", "text"),
        [
            (1.0, "100 %"),
            (0.9999, ">99 %"),
            (0.995, ">99 %"),
            (0.994, "99 %"),
            (0.5, "50 %"),
            (0.006, "1 %"),
            (0.0001, "<1 %"),
            (0.0, "0 %"),
        ],
    )
    def test_nothing_is_said_to_be_certain_that_is_not(self, share: float, text: str) -> None:
        assert rough_percent(share) == text

    def test_numbers_of_samples_count_from_one(self, digits: Answers, many: Answers) -> None:
        assert sample_title(digits, 0) == "Test sample 1"
        assert sample_title(many, 4) == "Training sample 5"


class TestPages:
    def test_the_most_wrong_come_first(self, digits: Answers) -> None:
        picture = _picture(digits)
        page = picture.page(SIZE)
        assert page is not None
        np.testing.assert_array_equal(page.samples, digits.order[: len(page.samples)])
        assert picture.span(SIZE) == (1, len(page.samples), 359)
        assert 25 <= len(page.samples) <= 60

    def test_every_sample_is_on_one_page(self, digits: Answers) -> None:
        picture, seen = _picture(digits), []
        while True:
            page = picture.page(SIZE)
            assert page is not None
            assert picture.span(SIZE)[0] == len(seen) + 1
            seen += page.samples.tolist()
            assert picture.span(SIZE)[1] == len(seen)
            if not picture.turn(1, SIZE):
                break
        assert sorted(seen) == list(range(359))
        assert not picture.turn(1, SIZE)
        assert picture.turn(-1, SIZE)

    def test_only_the_wrong_ones_or_those_of_a_group(self, digits: Answers) -> None:
        picture = _picture(digits)
        picture.wrong_only = True
        assert set(picture.shown.tolist()) == set(np.flatnonzero(digits.is_wrong).tolist())
        picture.group = Group(8)
        assert (digits.data.labels[picture.shown] == 8).all()
        assert digits.is_wrong[picture.shown].all()
        picture.wrong_only = False
        assert len(picture.shown) == digits.confusion[8].sum()
        picture.group = Group(0, 0)
        assert len(picture.shown) == digits.confusion[0, 0]

    def test_fewer_samples_than_before_are_on_an_earlier_page(self, digits: Answers) -> None:
        picture = _picture(digits)
        picture.wrong_only = True
        while picture.turn(1, NARROW):
            pass
        better = replace(digits, predicted=digits.data.labels.copy())
        better.predicted[:2] = (better.predicted[:2] + 1) % 10
        picture.study = better
        assert picture.span(NARROW) == (1, 2, 2)
        picture.study = replace(digits, predicted=digits.data.labels)
        assert picture.span(NARROW) == (0, 0, 0)
        _painted(picture, NARROW)

    def test_another_step_keeps_what_is_looked_at_and_other_samples_do_not(
        self, digits: Answers, many: Answers
    ) -> None:
        picture = _picture(digits)
        picture.group, picture.chosen, picture.spot = Group(3), 7, (3, 10)
        picture.study = replace(digits, predicted=digits.data.labels)
        assert (picture.group, picture.chosen) == (Group(3), 7)
        picture.study = many
        assert (picture.group, picture.chosen, picture.spot) == (EVERYTHING, None, None)


class TestPainting:
    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    @pytest.mark.parametrize("size", SIZES)
    def test_anything_is_painted_at_any_size(
        self, digits: Answers, many: Answers, diverged: Answers,
        theme: Theme, size: tuple[int, int],
    ) -> None:  # fmt: skip
        for study in (digits, many, diverged):
            picture = _picture(study, theme)
            picture.chosen, picture.hovered_spot = 3, (0, -1)
            picture.group = Group(1)
            _painted(picture, QSizeF(*size), 1.25)

    @pytest.mark.parametrize("key", ["simplenet", "iris", "moons", "xor"])
    def test_every_problem_with_classes_has_a_picture(self, key: str) -> None:
        study = _study(replace(task_of(key), epochs=1))
        picture = _picture(study)
        assert picture.problem() == ""
        empty = _painted(_picture(None), SIZE)
        assert _painted(picture, SIZE) != empty

    def test_numbers_and_nothing_are_told_in_a_sentence(self) -> None:
        picture = _picture(_study(replace(task_of("linear"), epochs=1)))
        assert "Data tab" in picture.problem()
        assert picture.table is None
        assert picture.span(SIZE) == (0, 0, 0)
        _painted(picture, SIZE)
        assert _picture(None).problem() == "Nothing to show yet."

    def test_without_the_pointer_the_same_samples_are_in_a_file(self, digits: Answers) -> None:
        picture = _picture(digits, DARK)
        picture.group, picture.chosen = Group(8), int(digits.chosen(8)[0])
        before = _painted(picture, SIZE)
        picture.hovered, picture.hovered_spot = 5, (1, 1)
        assert _painted(picture, SIZE) != before
        assert _painted(picture.still(), SIZE) == before

    def test_a_file_invites_nobody_to_click(self, digits: Answers) -> None:
        wide = QSizeF(1200, 700)
        picture = _picture(digits)
        invited = _painted(picture, wide)
        assert _painted(picture.still(), wide) != invited
        picture.can_be_clicked = False
        assert _painted(picture.still(), wide) == _painted(picture, wide)

    def test_vectors_are_written(self, digits: Answers) -> None:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(SIZE.toSize())
        painter = QPainter(generator)
        _picture(digits).paint(painter, SIZE, 2.0)
        painter.end()
        text = bytes(data.data()).decode()
        assert text.count("<image") == 2, "all samples in one, all cells in the other"
        assert ">is 9<" in text

    def test_one_sample_needs_no_click(self) -> None:
        picture = _picture(_study(replace(task_of("simplenet"), epochs=1)))
        _painted(picture, SIZE)
        assert picture.looked_at == 0

    def test_what_a_cell_stands_for_is_read_out(self, digits: Answers) -> None:
        picture = _picture(digits)
        table = picture.table
        assert table is not None
        counts = digits.confusion
        title, rows = picture.spot_readout(table, (8, 1))
        assert title == "8 taken for 1"
        share = f"{100.0 * counts[8, 1] / counts[8].sum():.1f} %"
        assert [row.value for row in rows] == [str(counts[8, 1]), share]
        title, rows = picture.spot_readout(table, (-1, 1))
        share = f"{100.0 * counts[1, 1] / counts[:, 1].sum():.1f} %"
        assert [row.value for row in rows] == [str(counts[:, 1].sum()), share]


@pytest.fixture
def view(qtbot: QtBot, digits: Answers) -> AnswersView:
    made = AnswersView()
    qtbot.addWidget(made)
    made.resize(SIZE.toSize())
    made.set_study(digits)
    made.show()
    return made


@pytest.fixture
def press(view: AnswersView) -> Callable[..., None]:
    def pressed(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, keys))

    return pressed


def _mouse(view: AnswersView, kind: QEvent.Type, at: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    event = QMouseEvent(kind, at, at, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def _click(view: AnswersView, at: QPointF) -> None:
    _mouse(view, QEvent.Type.MouseButtonPress, at)
    _mouse(view, QEvent.Type.MouseButtonRelease, at)


def _tile(view: AnswersView, place: int) -> QPointF:
    page = view.picture.page(view.extent())
    assert page is not None
    return page.tiles.tile(place).center()


def _cell(view: AnswersView, spot: tuple[int, int]) -> QPointF:
    parts = view.picture.parts(view.extent())
    assert parts is not None
    assert parts.matrix is not None
    return parts.matrix.cell(spot).center()


class TestMouse:
    def test_a_click_opens_the_card_and_another_closes_it(self, view: AnswersView) -> None:
        _click(view, _tile(view, 3))
        assert view.picture.chosen == view.picture.shown[3]
        assert "Test sample" in view.accessibleDescription()
        _click(view, _tile(view, 3))
        assert view.picture.chosen is None
        _click(view, _tile(view, 0))
        parts = view.picture.parts(view.extent())
        assert parts is not None
        assert parts.card is not None
        _click(view, parts.card.center())
        assert view.picture.chosen is None

    def test_a_card_over_other_samples_can_be_closed(self, view: AnswersView) -> None:
        view.resize(NARROW.toSize())
        at = _tile(view, 0)
        _mouse(view, QEvent.Type.MouseMove, at)
        _click(view, at)
        chosen = view.picture.chosen
        assert chosen is not None
        box = view.picture.card_box(view.extent(), chosen)
        assert box is not None
        assert box.contains(_tile(view, 2))
        _mouse(view, QEvent.Type.MouseMove, _tile(view, 2))
        assert view.picture.hovered is None, "what is covered is not under the pointer"
        _click(view, _tile(view, 2))
        assert view.picture.chosen is None

    def test_cells_and_headings_filter(self, view: AnswersView, digits: Answers) -> None:
        told: list[Group] = []
        view.groupChanged.connect(lambda: told.append(view.picture.group))
        for spot in ((8, 1), (8, -1), (-1, 1)):
            _click(view, _cell(view, spot))
        assert told == [Group(8, 1), Group(8), Group(None, 1)]
        assert len(view.picture.shown) == digits.confusion[:, 1].sum()
        _click(view, _cell(view, (-1, 1)))
        assert view.picture.group == EVERYTHING

    def test_what_is_under_the_pointer_is_read_out(self, view: AnswersView) -> None:
        _mouse(view, QEvent.Type.MouseMove, _tile(view, 2))
        assert view.picture.hovered == view.picture.shown[2]
        view.turn(1)
        page = view.picture.page(view.extent())
        assert page is not None
        assert view.picture.hovered == page.samples[2], "samples have moved below the pointer"
        _mouse(view, QEvent.Type.MouseMove, _cell(view, (4, 4)))
        assert (view.picture.hovered, view.picture.hovered_spot) == (None, (4, 4))
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
        assert view.picture.hovered_spot is None

    def test_the_wheel_turns_pages(self, view: AnswersView) -> None:
        def turn(by: int) -> None:
            at, none = QPointF(50.0, 50.0), Qt.MouseButton.NoButton
            keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
            point = at.toPoint()
            angle = point * 0
            angle.setY(by)
            event = QWheelEvent(at, at, point * 0, angle, none, keys, phase, False)
            QApplication.sendEvent(view, event)

        first = view.picture.span(view.extent())[0]
        turn(-60)
        assert view.picture.span(view.extent())[0] == first
        turn(-60)
        second = view.picture.span(view.extent())[0]
        assert second > first
        turn(120)
        assert view.picture.span(view.extent())[0] == first


class TestKeys:
    def test_arrows_move_over_cells_and_enter_filters(
        self, view: AnswersView, press: Callable[..., None], digits: Answers
    ) -> None:
        press(Qt.Key.Key_Right)
        assert view.picture.spot == (0, 0)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Left)
        assert view.picture.spot == (1, -1)
        press(Qt.Key.Key_Left)
        assert view.picture.spot == (1, -1)
        assert view.accessibleDescription().startswith("class 1: 36 samples.")
        press(Qt.Key.Key_Return)
        assert view.picture.group == Group(1)
        press(Qt.Key.Key_Up)
        press(Qt.Key.Key_Up)
        assert view.picture.spot == (0, -1), "the corner stands for nothing"
        for _ in range(20):
            press(Qt.Key.Key_Down)
            press(Qt.Key.Key_Right)
        assert view.picture.spot == (9, 9)
        count = digits.confusion[9, 9]
        assert f"9 recognised: {count} samples." in view.accessibleDescription()

    def test_escape_closes_one_thing_after_another(
        self, view: AnswersView, press: Callable[..., None]
    ) -> None:
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Enter)
        view.choose(5)
        press(Qt.Key.Key_Escape)
        assert view.picture.chosen is None
        assert view.picture.group == Group(0, 0)
        press(Qt.Key.Key_Escape)
        assert view.picture.group == EVERYTHING
        press(Qt.Key.Key_Escape)
        assert view.picture.spot is None
        press(Qt.Key.Key_Escape)

    def test_shift_and_arrows_choose_a_sample(
        self, view: AnswersView, press: Callable[..., None]
    ) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        page = view.picture.page(view.extent())
        assert page is not None
        across = page.tiles.columns
        press(Qt.Key.Key_Right, shift)
        press(Qt.Key.Key_Right, shift)
        press(Qt.Key.Key_Down, shift)
        assert view.picture.chosen == page.samples[1 + across]
        press(Qt.Key.Key_Up, shift)
        press(Qt.Key.Key_Left, shift)
        press(Qt.Key.Key_Left, shift)
        assert view.picture.chosen == page.samples[0]

    def test_page_keys_turn(self, view: AnswersView, press: Callable[..., None]) -> None:
        told: list[int] = []
        view.pageChanged.connect(lambda: told.append(view.picture.span(view.extent())[0]))
        press(Qt.Key.Key_PageDown)
        press(Qt.Key.Key_PageUp)
        press(Qt.Key.Key_PageUp)
        assert len(told) == 2
        assert told[1] == 1 < told[0]

    @pytest.mark.parametrize(
        ("key", "mine"),
        [(Qt.Key.Key_Left, True), (Qt.Key.Key_PageDown, True), (Qt.Key.Key_Space, False)],
    )
    def test_its_keys_do_not_reach_the_transport(
        self, view: AnswersView, key: Qt.Key, mine: bool
    ) -> None:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() is mine

    def test_nothing_to_move_over_is_no_fault(
        self, view: AnswersView, press: Callable[..., None]
    ) -> None:
        view.set_study(None)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            press(key)
            press(key, Qt.KeyboardModifier.ShiftModifier)
        _click(view, QPointF(50.0, 50.0))
        assert view.accessibleDescription().startswith("Nothing to show yet.")
