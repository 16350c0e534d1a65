"""The card of samples: problems, what they are made from, tables from files."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QSlider, QToolButton, QWidget

from gradviz.core.network.problems import PROBLEMS
from gradviz.document.experiment import Experiment
from gradviz.document.network_edits import with_own_data, with_problem, with_task
from gradviz.document.network_task import KEYS, OWN, OwnTable, task_of
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.data_card import DataCard
from gradviz.ui.number_field import NumberField
from gradviz.ui.problem_list import ProblemList

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

FLOWERS = "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n"
SPIRAL = Experiment(network=task_of("spiral"), seed=7)


class Shown:
    """A card with the experiment it shows: what it asks for is done, as the window does."""

    def __init__(self, card: DataCard, experiment: Experiment) -> None:
        self.card, self.experiment = card, experiment
        self.asked: list[tuple[str, Any]] = []
        card.problemChosen.connect(self.choose)
        card.tableOpened.connect(self.take)
        card.taskEdited.connect(self.edit)
        card.changed.connect(self.change)
        self.show(experiment)

    def open(self, path: Path) -> None:
        self.card.open_file(path)
        self.wait()

    def wait(self) -> None:
        while self.card.is_reading:
            QTest.qWait(1)

    def show(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.card.set_experiment(experiment)

    def choose(self, key: str) -> None:
        self.asked.append(("problem", key))
        self.show(with_problem(self.experiment, key))

    def take(self, table: OwnTable) -> None:
        self.asked.append(("table", table))
        self.show(with_own_data(self.experiment, table))

    def edit(self, changes: dict[str, Any]) -> None:
        self.asked.append(("task", changes))
        self.show(with_task(self.experiment, **changes))

    def change(self, changes: dict[str, Any]) -> None:
        self.asked.append(("experiment", changes))

    def part(self, kind: type[Any], name: str) -> Any:  # noqa: ANN401 - as `kind` says
        found = self.card.findChild(kind, name)
        assert found is not None
        return found

    def field(self, name: str) -> NumberField:
        found = self.part(NumberField, name)
        assert isinstance(found, NumberField)
        return found

    def text(self, name: str) -> str:
        label = self.part(QLabel, name)
        return "" if label.isHidden() else str(label.text())

    @property
    def problems(self) -> QListView:
        found = self.part(QListView, "problemList")
        assert isinstance(found, QListView)
        return found

    def click(self, key: str) -> None:
        view = self.problems
        index = view.model().index([*KEYS, OWN].index(key), 0)
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def chosen(self) -> list[str]:
        model = self.problems.model()
        role = Qt.ItemDataRole.CheckStateRole
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        checked = [row for row in rows if row.data(role) == Qt.CheckState.Checked]
        return [str(row.data(Qt.ItemDataRole.UserRole)) for row in checked]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    card = DataCard()
    qtbot.addWidget(card)
    card.resize(312, 320)
    card.show()
    return Shown(card, SPIRAL)


# --- problems


def test_a_click_chooses_a_problem_and_the_card_shows_it(shown: Shown) -> None:
    assert shown.chosen() == ["spiral"]
    shown.click("iris")
    assert shown.asked == [("problem", "iris")]
    assert shown.chosen() == ["iris"]
    assert shown.text("dataFacts") == "150 samples: 120 train, 30 test, 3 classes"
    shown.click("iris")
    assert len(shown.asked) == 1  # what was set for it stays


def test_the_keyboard_walks_without_choosing_until_enter_or_space(
    qtbot: QtBot, shown: Shown
) -> None:
    view = shown.problems
    assert view.currentIndex().row() == KEYS.index("spiral")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert shown.asked == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert shown.asked == [("problem", "iris"), ("problem", "logistic")]


def test_every_problem_has_a_name_a_note_and_its_source(shown: Shown) -> None:
    model = shown.problems.model()
    assert model.rowCount() == len(PROBLEMS) + 1
    for row, problem in enumerate(PROBLEMS):
        index = model.index(row, 0)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == problem.name
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        assert problem.note in tip
        assert problem.source in tip
    own = model.index(len(PROBLEMS), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "CSV" in own


def _stamps(shown: Shown) -> list[bytes]:
    view = shown.problems
    picture: QImage = view.viewport().grab().toImage()
    stamps = []
    for row in range(view.model().rowCount()):
        place = view.visualRect(view.model().index(row, 0))
        stamp = picture.copy(place.adjusted(10, 6, -10, -22))
        stamps.append(bytes(stamp.constBits()))
    return stamps


@pytest.mark.parametrize("width", [288, 312, 420])
def test_stamps_differ_in_two_rows_and_in_every_theme(shown: Shown, width: int) -> None:
    shown.card.resize(width, 320)
    view = shown.problems
    rows = {view.visualRect(view.model().index(i, 0)).top() for i in range(len(PROBLEMS) + 1)}
    assert len(rows) == 2
    assert view.visualRect(view.model().index(9, 0)).bottom() <= view.viewport().height()
    seen = []
    for theme in (LIGHT, DARK):
        shown.card.set_theme(theme)
        stamps = _stamps(shown)
        assert len(set(stamps)) == len(PROBLEMS) + 1
        seen.append(stamps)
    assert all(light != dark for light, dark in zip(*seen, strict=True))


def test_what_is_chosen_is_seen_without_colour(shown: Shown) -> None:
    def lightness() -> list[int]:
        view = shown.problems
        shown.card.grab()  # everything has its place by now
        place = view.visualRect(view.model().index(KEYS.index("moons"), 0))
        grey = view.viewport().grab(place).toImage()
        spots = itertools.product(range(grey.width()), range(grey.height()))
        return [grey.pixelColor(x, y).lightness() for x, y in spots]

    before = lightness()
    shown.show(with_problem(SPIRAL, "moons"))
    after = lightness()
    # the frame is thicker and darker, the name stronger
    assert sum(abs(a - b) > 60 for a, b in zip(after, before, strict=True)) > 30


# --- what samples are made from


def test_made_up_samples_can_be_made_otherwise(qtbot: QtBot, shown: Shown) -> None:
    assert shown.text("dataFacts") == "300 samples: 225 train, 75 test, 3 classes"
    count = shown.field("sampleCountField")
    assert count.value() == 300
    count.setFocus()
    count.selectAll()
    qtbot.keyClicks(count, "90")
    assert shown.text("dataFacts") == "90 samples: 66 train, 24 test, 3 classes"
    count.selectAll()
    qtbot.keyClicks(count, "300")
    assert shown.experiment == SPIRAL  # 300 are the problem's own
    share = shown.field("testShareField")
    assert share.text() == "25"
    share.selectAll()
    qtbot.keyClicks(share, "7")
    assert shown.asked[-1] == ("task", {"test_share": 0.07})
    assert share.text() == "7"
    assert shown.text("dataFacts") == "300 samples: 279 train, 21 test, 3 classes"


def test_noise_is_a_slider_and_a_number(qtbot: QtBot, shown: Shown) -> None:
    slider, field = shown.part(QSlider, "sampleNoiseSlider"), shown.field("sampleNoiseField")
    assert field.text() == "0.2"
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert shown.experiment.network is not None
    assert shown.experiment.network.noise == 0.0
    assert field.value() == 0.0
    field.selectAll()
    qtbot.keyClicks(field, "9")
    assert shown.experiment.network.noise == 9.0
    assert slider.value() == slider.maximum()
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert shown.experiment == SPIRAL
    assert field.text() == "0.2"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("sampleNoiseField", "-1"), ("sampleCountField", "3"), ("testShareField", "-5")],
)
def test_numbers_out_of_range_are_told_and_change_nothing(
    qtbot: QtBot, shown: Shown, name: str, typed: str
) -> None:
    field = shown.field(name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    assert shown.asked == []
    assert "between" in field.problem()
    lines = [label.text() for label in shown.card.findChildren(QLabel) if not label.isHidden()]
    assert any("between" in line for line in lines)
    shown.show(with_problem(SPIRAL, "iris"))
    if name != "testShareField":  # nobody wants to know any more
        lines = [x.text() for x in shown.card.findChildren(QLabel) if not x.isHidden()]
        assert not any("between" in line for line in lines)


def test_samples_that_are_given_have_no_noise_and_no_number(shown: Shown) -> None:
    for key in KEYS:
        shown.show(with_problem(SPIRAL, key))
        made_up = task_of(key).problem in {"linear", "logistic", "moons", "circles", "spiral"}
        assert shown.field("sampleCountField").isVisible() is made_up
        assert shown.field("sampleNoiseField").isVisible() is made_up
        assert shown.field("testShareField").isVisible()
    assert "1797 samples" in shown.text("dataFacts")


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("simplenet", "1 sample: 1 train, 0 test, 3 classes"),
        ("linear", "60 samples: 45 train, 15 test, a number each"),
    ],
)
def test_facts_of_one_sample_and_of_numbers(shown: Shown, key: str, facts: str) -> None:
    shown.show(with_problem(SPIRAL, key))
    assert shown.text("dataFacts") == facts


def test_the_seed_is_the_experiments(qtbot: QtBot, shown: Shown) -> None:
    seed = shown.field("dataSeedField")
    assert seed.value() == 7
    qtbot.keyClick(seed, Qt.Key.Key_Up)
    assert shown.asked == [("experiment", {"seed": 8})]


def test_inputs_are_standardised_by_a_switch(qtbot: QtBot, shown: Shown) -> None:
    switch = shown.part(QToolButton, "standardiseButton")
    assert not switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert shown.asked == [("task", {"is_standardised": True})]
    shown.show(with_problem(SPIRAL, "iris"))
    assert switch.isChecked()


# --- tables


def _write(folder: Path, content: str | bytes, name: str = "flowers.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_becomes_the_problem(shown: Shown, tmp_path: Path, mark: str) -> None:
    shown.open(_write(tmp_path, mark + FLOWERS))
    table = OwnTable("flowers.csv", FLOWERS)
    assert shown.asked == [("table", table)]
    assert shown.chosen() == [OWN]
    assert shown.text("dataFacts") == "flowers.csv · 4 samples: 4 train, 0 test, 2 classes"
    assert shown.text("dataMessage") == ""
    tip = shown.problems.model().index(len(KEYS), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "flowers.csv" in tip


def test_own_data_has_a_stamp_of_its_own_samples(shown: Shown, tmp_path: Path) -> None:
    seen = [_stamps(shown)[-1]]
    for table in (FLOWERS, "a,kind\n1,x\n2,y\n3,z\n", "a,b,kind\n1e308,0,x\n-1e308,0,y\n"):
        shown.open(_write(tmp_path, table))
        seen.append(_stamps(shown)[-1])
    assert len(set(seen)) == 4


def test_own_data_can_be_left_and_come_back_to(shown: Shown, tmp_path: Path) -> None:
    shown.open(_write(tmp_path, FLOWERS))
    shown.click("moons")
    assert shown.chosen() == ["moons"]
    shown.click(OWN)
    assert shown.asked[-1] == ("table", OwnTable("flowers.csv", FLOWERS))
    assert shown.chosen() == [OWN]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "empty"),
        ("a,b,kind\n1,2,x\n3,q,y\n", "Line 3, column b: “q” is not a number."),
        ("a,b,kind\n1,2,x\n3,nan,y\n", "Line 3, column b: nan is not a finite number."),
        ("a,b,kind\n1,2,x\n3,y\n", "The headings name 3 columns, line 3 has 2."),
        ("a,b,kind\n1,2,x\n3,4,\n", "Line 3 has no class in its last column."),
        ("a,kind\n1,x\n2,x\n", "All samples are of the class x"),
        ("a,y\n" + "".join(f"{i},{i / 7}\n" for i in range(120)), "There are 120 classes"),
        ("5.1,3.5,0\n4.9,3,1\n", "should name the columns"),
        (b"a,kind\n1,\xc0\xb2\n2,x\n", "is not text in UTF-8"),
        ("a,kind\n1,x\n".encode("utf-16"), "is not text in UTF-8"),
        (b"a,kind\n" + b"1,x\n" * 1_300_000, "larger than 5 MB"),
        (b"a,kind\n1,x\n\x00,y\n", "Line 3, column a"),
    ],
)
def test_a_bad_file_is_told_with_its_place_and_loses_nothing(
    shown: Shown, tmp_path: Path, content: str | bytes, words: str
) -> None:
    shown.open(_write(tmp_path, FLOWERS))
    before = shown.experiment
    shown.open(_write(tmp_path, content, "bad.csv"))
    sentence = shown.text("dataMessage")
    assert words in sentence
    assert "bad.csv" in sentence
    assert sentence.endswith(".")
    assert shown.experiment is before
    assert len(shown.asked) == 1
    assert shown.text("dataFacts").startswith("flowers.csv")
    shown.open(tmp_path / "flowers.csv")
    assert shown.text("dataMessage") == ""


def test_files_that_are_none(shown: Shown, tmp_path: Path) -> None:
    shown.open(tmp_path / "missing.csv")
    assert shown.text("dataMessage") == "There is no file “missing.csv”."
    (tmp_path / "folder.csv").mkdir()
    shown.open(tmp_path / "folder.csv")
    assert shown.text("dataMessage") == "“folder.csv” is a folder, not a file."
    assert shown.asked == []


def test_a_file_that_may_not_be_read_is_told(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path, FLOWERS)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    shown.open(path)
    assert shown.text("dataMessage") == "“flowers.csv” cannot be read: reading it is not permitted."


def test_a_long_name_of_a_file_is_cut(shown: Shown, tmp_path: Path) -> None:
    name = "x" * 200 + ".csv"
    shown.open(_write(tmp_path, FLOWERS, name))
    assert shown.experiment.network is not None
    assert shown.experiment.network.table is not None
    assert len(shown.experiment.network.table.name) == 100
    assert len(shown.text("dataFacts")) < 80


def test_the_button_asks_for_a_file(
    qtbot: QtBot, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [str(_write(tmp_path, FLOWERS)), ""]
    folders = []

    def ask(_parent: QWidget, _title: str, folder: str, kinds: str) -> tuple[str, str]:
        assert "*.csv" in kinds
        folders.append(folder)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    qtbot.mouseClick(shown.part(QToolButton, "openTableButton"), Qt.MouseButton.LeftButton)
    shown.wait()
    assert [kind for kind, _ in shown.asked] == ["table"]
    shown.click(OWN)  # another one: given up
    assert len(shown.asked) == 1
    assert folders[1] == str(tmp_path)


def _drop(card: DataCard, *urls: QUrl) -> bool:
    carried = QMimeData()
    carried.setUrls(list(urls))
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), actions, carried, Qt.MouseButton.LeftButton, keys)
    enter.ignore()
    card.dragEnterEvent(enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(20, 20), actions, carried, Qt.MouseButton.LeftButton, keys)
        card.dropEvent(drop)
    return enter.isAccepted()


def test_a_file_can_be_dropped(shown: Shown, tmp_path: Path) -> None:
    path = _write(tmp_path, FLOWERS, "FLOWERS.CSV")
    assert shown.card.acceptDrops()
    assert _drop(shown.card, QUrl.fromLocalFile(str(path)))
    shown.wait()
    assert shown.asked == [("table", OwnTable("FLOWERS.CSV", FLOWERS))]
    picture = _write(tmp_path, "no", "flower.png")
    for urls in (
        [QUrl.fromLocalFile(str(picture))],
        [QUrl("https://example.org/flowers.csv")],
        [QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(picture))],
        [],
    ):
        assert not _drop(shown.card, *urls)
    assert len(shown.asked) == 1


def test_of_two_files_the_last_is_taken(shown: Shown, tmp_path: Path) -> None:
    shown.card.open_file(_write(tmp_path, FLOWERS))
    assert shown.card.is_reading
    assert shown.asked == [], "a large file does not hold up the window"
    shown.open(_write(tmp_path, FLOWERS, "second.csv"))
    assert [table.name for _, table in shown.asked] == ["second.csv"]


# --- the rest


def test_an_error_from_elsewhere_is_shown_until_the_experiment_changes(shown: Shown) -> None:
    shown.card.set_error("Line 3, column b: “q” is not a number.")
    assert shown.text("dataMessage").startswith("Line 3")
    shown.show(SPIRAL)
    assert shown.text("dataMessage") == ""


def test_showing_an_experiment_tells_nothing(shown: Shown) -> None:
    for key in KEYS:
        shown.show(with_problem(shown.experiment, key))
    shown.show(with_own_data(shown.experiment, OwnTable("f.csv", FLOWERS)))
    shown.card.set_training(None)
    shown.card.set_experiment(Experiment())  # of a function: another card shows it
    assert shown.asked == []
    assert shown.chosen() == [OWN]


def test_controls_have_names_and_explain_themselves(shown: Shown) -> None:
    for kind in (NumberField, QToolButton, QSlider, QListView):
        for control in shown.card.findChildren(kind):
            assert control.accessibleName(), control.objectName()
            assert control.toolTip() or kind is QListView, control.objectName()


@pytest.mark.parametrize("width", range(265, 271))
def test_the_stamps_fill_two_rows_at_any_width(qtbot: QtBot, width: int) -> None:
    shown = ProblemList()
    qtbot.addWidget(shown)
    shown.resize(width, shown.height())
    shown.show()
    rows = shown.model().rowCount()
    assert len({shown.visualRect(shown.model().index(row, 0)).top() for row in range(rows)}) == 2
