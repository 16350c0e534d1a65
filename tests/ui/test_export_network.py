"""Exporting a network from the window: the picture that is shown, all of them, epochs and steps."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QToolButton

from gradviz.app import create_window
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.display import View
from gradviz.document.experiment import Experiment, Run
from gradviz.document.network_edits import with_problem
from gradviz.document.network_task import task_of
from gradviz.document.results import Training
from gradviz.export.datasets import TableFormat, TableKind
from gradviz.export.network_subject import NetworkDrawn
from gradviz.export.sheet import SIZE
from gradviz.export.subject import Drawn
from gradviz.ui.export_choices import Kind, MovieFormat, PictureFormat
from gradviz.ui.export_dialog import ExportDialog
from gradviz.ui.exports import exports_of
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

PNG, SVG = PictureFormat.PNG, PictureFormat.SVG
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
    QSettings().remove("export")
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


def _dialog(
    window: MainWindow, kind: Kind, form: object = None, *keys: NetworkDrawn
) -> ExportDialog:
    dialog = ExportDialog.open_for(window)
    assert dialog is not None
    dialog.form.choose(kind, form)
    if keys:
        dialog.form.tick(keys)
    return dialog


def _written(dialog: ExportDialog, path: Path, qtbot: QtBot) -> Path:
    dialog.export_to(path)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60_000)
    assert path.exists()
    return path


def _choose_table(dialog: ExportDialog, kind: TableKind) -> None:
    combo = dialog.findChild(QComboBox, "exportTableCombo")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())


def _offered(window: MainWindow) -> list[str]:
    dialog = ExportDialog.open_for(window)
    assert dialog is not None
    views = dialog.findChild(QListWidget, "exportViewsList")
    assert views is not None
    names = [views.item(i).text() for i in range(views.count())]
    dialog.reject()
    return names


@pytest.mark.parametrize("view", VIEWS)
def test_the_picture_that_is_shown_is_exported(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, view: View
) -> None:
    _look_at(window, view, qtbot)
    panel = window.picture.panel(view)
    assert panel is not None
    size = (panel.view.width(), panel.view.height())  # type: ignore[attr-defined]
    path = _written(_dialog(window, Kind.PICTURE, SVG), tmp_path / "a.svg", qtbot)
    assert QSvgRenderer(str(path)).defaultSize().toTuple() == size
    assert f">{VIEWS[view]}<" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("what", [NetworkDrawn.LOSS, NetworkDrawn.ACCURACY])
def test_curves_are_read_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, what: NetworkDrawn
) -> None:
    path = _written(_dialog(window, Kind.PICTURE, SVG, what), tmp_path / "a.svg", qtbot)
    title = "Loss" if what is NetworkDrawn.LOSS else "Accuracy"
    assert f">{title}<" in path.read_text(encoding="utf-8")


def test_all_views_are_in_one_figure(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    # a view that has not been looked at is there too, and one that has as it was looked at
    _look_at(window, View.BACKPROPAGATION, qtbot)
    panel = window.picture.panel(View.BACKPROPAGATION)
    panel.set_stage(2)  # type: ignore[union-attr]
    _look_at(window, View.DATA, qtbot)
    window.playback.set_step(4)
    _settle(window, qtbot)
    every = [what for what in NetworkDrawn if what is not NetworkDrawn.NORM]
    _written(_dialog(window, Kind.PICTURE, SVG, *every), tmp_path / "a.svg", qtbot)
    assert QSvgRenderer(str(tmp_path / "a.svg")).defaultSize().toTuple() == (2400, 1200)
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    for words in (*VIEWS.values(), "Loss", "Accuracy"):
        assert f">{words}<" in text
    assert "at step 4, epoch" in text
    assert "The update<" not in text


def test_epochs_and_steps_are_tables(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    training = _training(window)
    path = _written(_dialog(window, Kind.TABLE, TableFormat.CSV), tmp_path / "epochs.csv", qtbot)
    epochs = list(csv.DictReader(io.StringIO(path.read_text())))
    assert [int(row["epoch"]) for row in epochs] == [0, 1, 2, 3] * 2
    last = training.runs[1].epochs[-1]
    assert float(epochs[-1]["test_accuracy"]) == last.test.accuracy
    window.session.select_run(1)
    _settle(window, qtbot)
    dialog = _dialog(window, Kind.TABLE, TableFormat.CSV)
    _choose_table(dialog, TableKind.STEPS)
    path = _written(dialog, tmp_path / "steps.csv", qtbot)
    steps = list(csv.DictReader(io.StringIO(path.read_text())))
    trajectory = training.runs[1].trajectory
    assert [float(row["batch loss"]) for row in steps] == trajectory.value.tolist()
    assert [float(row["W1[1, 5]"]) for row in steps] == trajectory.x[:, 11].tolist()


def test_weights_at_chosen_steps(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(window, Kind.TABLE, TableFormat.NPZ)
    steps = dialog.findChild(QLineEdit, "exportStepsField")
    assert steps is not None
    assert not steps.isVisible()
    _choose_table(dialog, TableKind.WEIGHTS)
    assert steps.isVisible()
    qtbot.waitUntil(lambda: dialog.is_settled, timeout=20_000)
    _headings, weights = dialog.preview.text.splitlines()
    assert weights.startswith(f"{dialog.form.cut.last},")
    steps.setText("0, 7; x, 3")
    path = _written(dialog, tmp_path / "weights.npz", qtbot)
    with np.load(path) as stored:
        assert stored["steps"].tolist() == [0, 3, 7]
        np.testing.assert_array_equal(
            stored["weights"], _training(window).runs[0].trajectory.x[[0, 3, 7]]
        )


def test_a_training_moves_and_becomes_a_script(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _dialog(window, Kind.MOVIE, MovieFormat.GIF, NetworkDrawn.DATA, NetworkDrawn.LOSS)
    every = dialog.findChild(NumberField, "exportEveryField")
    assert every is not None
    every.set_value(6)
    with Image.open(_written(dialog, tmp_path / "run.gif", qtbot)) as movie:
        assert movie.n_frames >= 3
        assert movie.size[0] == 1200
    path = _written(_dialog(window, Kind.SCRIPT), tmp_path / "moons.py", qtbot)
    compile(path.read_text(encoding="utf-8"), "moons.py", "exec")


def test_where_a_table_is_shown_the_first_picture_is_ticked(
    window: MainWindow, qtbot: QtBot
) -> None:
    _look_at(window, View.EPOCHS, qtbot)
    dialog = _dialog(window, Kind.PICTURE)
    assert dialog.form.keys == [NetworkDrawn.DATA]
    dialog.reject()


def test_numbers_to_meet_have_no_accuracy(window: MainWindow, qtbot: QtBot) -> None:
    window.session.change(with_problem, "linear")
    _settle(window, qtbot)
    offered = _offered(window)
    assert not {"Accuracy", "Answers"} & {*offered}
    assert "Gradient norm" in offered


def test_a_function_is_exported_again_after_a_network(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    button = window.findChild(QToolButton, "functionKind")
    assert button is not None
    button.click()
    qtbot.waitUntil(
        lambda: not window.session.is_computing and window.session.scene is not None, timeout=30_000
    )
    assert _offered(window)[0] == "Contour"
    path = _written(_dialog(window, Kind.PICTURE, PNG, *list(Drawn)), tmp_path / "a.png", qtbot)
    assert QImageReader(str(path)).read().width() == 2400


def test_a_picture_that_is_not_looked_at_has_the_size_of_one(window: MainWindow) -> None:
    exports = exports_of(window)
    window.picture.show_view(View.EPOCHS)
    assert exports.size([NetworkDrawn.CHECK]) == SIZE
    assert exports.size([NetworkDrawn.CHECK, NetworkDrawn.LAYERS]) == exports.all_size
    view = window.loss.view
    assert exports.size([NetworkDrawn.LOSS]) == (view.width(), view.height())
