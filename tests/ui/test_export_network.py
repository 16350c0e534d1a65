"""Exporting a network from the window: the picture that is shown, all of them, epochs and steps."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from gradviz.app import create_window
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.display import View
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_edits import with_problem
from gradviz.document.network_task import task_of
from gradviz.document.results import Training
from gradviz.ui.export_dialog import ExportDialog
from gradviz.ui.exports import What

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

VIEWS = {
    View.DATA: "Decision regions of 2-6-2",
    View.ANSWERS: "taken for →",
    View.LAYERS: "Weights",
    View.BACKPROPAGATION: "softmax",
    View.CHECK: "|numeric − backprop| per weight",
    View.LANDSCAPE: "direction 1",
}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    task = replace(task_of("moons"), epochs=3, sizes=(2, 6, 2))
    runs = tuple(Run(optimizer=parse_optimizer(text)) for text in ("sgd:lr=0.1", "adam:lr=0.01"))
    shown = create_window(Experiment(method=Method.EXACT, runs=runs, network=task))
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    _settle(shown, qtbot)
    yield shown
    shown.close()


def _settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: isinstance(window.session.results, Training) and not window.session.is_computing,
        timeout=30_000,
    )


def _training(window: MainWindow) -> Training:
    assert isinstance(window.session.results, Training)
    return window.session.results


def _look_at(window: MainWindow, view: View, qtbot: QtBot) -> None:
    window.picture.show_view(view)
    if view is not View.EPOCHS:
        panel = window.picture.panel(view)
        qtbot.waitUntil(lambda: not panel.view.picture.problem(), timeout=30_000)  # type: ignore[union-attr]
    _settle(window, qtbot)


def _combo(dialog: ExportDialog, name: str) -> QComboBox:
    combo = dialog.findChild(QComboBox, name)
    assert combo is not None
    return combo


def _dialog(window: MainWindow, what: What, kind: str) -> ExportDialog:
    dialog = ExportDialog.open_for(window)
    for name, value in (("exportWhatCombo", what), ("exportFormatCombo", kind)):
        combo = _combo(dialog, name)
        place = combo.findData(value)
        assert place >= 0, value
        combo.setCurrentIndex(place)
    return dialog


def _offered(window: MainWindow) -> list[What]:
    combo = _combo(ExportDialog.open_for(window), "exportWhatCombo")
    return [What(combo.itemData(i)) for i in range(combo.count())]


@pytest.mark.parametrize("view", VIEWS)
def test_the_picture_that_is_shown_is_exported(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, view: View
) -> None:
    _look_at(window, view, qtbot)
    panel = window.picture.panel(view)
    assert panel is not None
    size = (panel.view.width(), panel.view.height())  # type: ignore[attr-defined]
    dialog = _dialog(window, What.PICTURE, "svg")
    assert _combo(dialog, "exportWhatCombo").itemText(0).endswith(", the picture that is shown")
    dialog.export_to(tmp_path / "a.svg")
    assert QSvgRenderer(str(tmp_path / "a.svg")).defaultSize().toTuple() == size
    assert f">{VIEWS[view]}<" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("what", [What.LOSS, What.ACCURACY])
def test_curves_are_read_back(window: MainWindow, tmp_path: Path, what: What) -> None:
    _dialog(window, what, "png").export_to(tmp_path / "a.png")
    side = window.loss if what is What.LOSS else window.network_side.accuracy
    assert QImageReader(str(tmp_path / "a.png")).read().width() == 2 * side.view.width()
    _dialog(window, what, "svg").export_to(tmp_path / "a.svg")
    title = "Loss" if what is What.LOSS else "Accuracy"
    assert f">{title}<" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_all_views_are_in_one_figure(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    # a view that has not been looked at is there too, and one that has as it was looked at
    _look_at(window, View.BACKPROPAGATION, qtbot)
    panel = window.picture.panel(View.BACKPROPAGATION)
    panel.set_stage(2)  # type: ignore[union-attr]
    _look_at(window, View.DATA, qtbot)
    window.playback.set_step(4)
    _settle(window, qtbot)
    _dialog(window, What.ALL, "svg").export_to(tmp_path / "a.svg")
    assert QSvgRenderer(str(tmp_path / "a.svg")).defaultSize().toTuple() == (2400, 1200)
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    for words in (*VIEWS.values(), "Loss", "Accuracy"):
        assert f">{words}<" in text
    assert "at step 4, epoch" in text
    assert "The update<" not in text


def test_epochs_and_steps_are_tables(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    training = _training(window)
    _dialog(window, What.EPOCHS, "csv").export_to(tmp_path / "epochs.csv")
    epochs = list(csv.DictReader(io.StringIO((tmp_path / "epochs.csv").read_text())))
    assert [int(row["epoch"]) for row in epochs] == [0, 1, 2, 3] * 2
    last = training.runs[1].epochs[-1]
    assert float(epochs[-1]["test_accuracy"]) == last.test.accuracy
    window.session.select_run(1)
    _settle(window, qtbot)
    _dialog(window, What.STEPS, "csv").export_to(tmp_path / "steps.csv")
    steps = list(csv.DictReader(io.StringIO((tmp_path / "steps.csv").read_text())))
    path = training.runs[1].trajectory
    assert [float(row["batch loss"]) for row in steps] == path.value.tolist()
    assert [float(row["W1[1, 5]"]) for row in steps] == path.x[:, 11].tolist()


def test_the_table_is_no_picture(window: MainWindow, qtbot: QtBot) -> None:
    _look_at(window, View.EPOCHS, qtbot)
    assert _offered(window) == [What.STEPS, What.LOSS, What.ACCURACY, What.ALL, What.EPOCHS]


def test_numbers_to_meet_have_no_accuracy(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.change(with_problem, "linear")
    _settle(window, qtbot)
    assert What.ACCURACY not in _offered(window)
    assert What.NORM in _offered(window)
    _dialog(window, What.ALL, "svg").export_to(tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert ">Gradient norm<" in text
    assert ">Accuracy<" not in text


def test_a_function_is_exported_again_after_a_network(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    button = window.findChild(QToolButton, "functionKind")
    assert button is not None
    button.click()
    qtbot.waitUntil(
        lambda: not window.session.is_computing and window.session.scene is not None, timeout=30_000
    )
    offered = _offered(window)
    assert What.TRAJECTORIES in offered
    assert not {What.EPOCHS, What.ACCURACY} & set(offered)
    _dialog(window, What.ALL, "png").export_to(tmp_path / "a.png")
    assert QImageReader(str(tmp_path / "a.png")).read().width() == 2400


def test_before_the_first_results_there_is_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.session), "results", None)
    for what, kind in ((What.ALL, "png"), (What.EPOCHS, "csv"), (What.STEPS, "csv")):
        dialog = _dialog(window, what, kind)
        dialog.export_to(tmp_path / f"a.{kind}")
        message = dialog.findChild(QLabel, "exportMessage")
        assert message is not None
        assert message.text() == "There is nothing to export yet."
        assert not (tmp_path / f"a.{kind}").exists()
        dialog.reject()
