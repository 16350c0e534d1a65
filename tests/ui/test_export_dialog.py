"""Exporting from the window: files that can be read back, faults told in the dialog."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLabel

from gradviz.app import create_window
from gradviz.document.display import View
from gradviz.plots.opengl import WITHOUT
from gradviz.ui.export_dialog import ExportDialog
from gradviz.ui.exported import view_of
from gradviz.ui.exports import What
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    shown = create_window()
    qtbot.addWidget(shown)
    qtbot.waitUntil(lambda: not shown.session.is_computing, timeout=20_000)
    yield shown
    shown.close()


def dialog_for(window: MainWindow, what: What, kind: str) -> ExportDialog:
    dialog = ExportDialog.open_for(window)
    for name, value in (("exportWhatCombo", what), ("exportFormatCombo", kind)):
        combo = dialog.findChild(QComboBox, name)
        assert combo is not None
        combo.setCurrentIndex(combo.findData(value))
    return dialog


def look_at(window: MainWindow, view: View, qtbot: QtBot) -> None:
    window.resize(1200, 800)
    window.show()
    window.picture.show_view(view)
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.studies.is_outstanding, timeout=20_000)


def names(dialog: ExportDialog) -> list[str]:
    combo = dialog.findChild(QComboBox, "exportWhatCombo")
    assert combo is not None
    return [combo.itemText(i) for i in range(combo.count())]


@pytest.mark.parametrize(
    ("view", "name", "word"),
    [
        (View.CONTOUR, "Contour", "at step 2"),
        (View.SLICE, "Slice", "Tangent"),
        (View.ERROR_CURVE, "h Curve", "Central"),
    ],
)
def test_the_picture_that_is_shown_is_offered_by_name(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, view: View, name: str, word: str
) -> None:
    look_at(window, view, qtbot)
    window.playback.set_step(2)
    settle(window, qtbot)
    dialog = dialog_for(window, What.PICTURE, "svg")
    assert names(dialog)[0] == f"{name}, the picture that is shown"
    shown = view_of(window, view)
    assert shown is not None
    size = (shown.width(), shown.height())
    dialog.export_to(tmp_path / "a.svg")
    assert QSvgRenderer(str(tmp_path / "a.svg")).defaultSize().toTuple() == size
    assert f">{word}<" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("what", [What.PICTURE, What.LOSS, What.NORM, What.ALL])
def test_pictures_are_read_back(window: MainWindow, tmp_path: Path, what: What) -> None:
    dialog_for(window, what, "png").export_to(tmp_path / "a.png")
    image = QImageReader(str(tmp_path / "a.png")).read()
    if what is not What.ALL:
        view = {What.PICTURE: window.picture, What.LOSS: window.loss, What.NORM: window.norm}[what]
        assert image.width() == 2 * view.view.width()
    assert not image.isNull()
    dialog_for(window, what, "svg").export_to(tmp_path / "a")
    assert QSvgRenderer(str(tmp_path / "a.svg")).isValid()


def test_trajectories_keep_every_digit(window: MainWindow, tmp_path: Path) -> None:
    dialog_for(window, What.TRAJECTORIES, "csv").export_to(tmp_path / "runs.csv")
    lines = (tmp_path / "runs.csv").read_text().splitlines()
    results = window.session.results
    assert results is not None
    assert len(lines) == 102
    last = [float(cell) for cell in lines[-1].split(",")[3:5]]
    np.testing.assert_array_equal(last, results.runs[0].trajectory.x[-1])


def test_all_views_are_in_the_figure_as_they_were_looked_at_last(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(window, View.SLICE, qtbot)
    panel = window.picture.panel(View.SLICE)
    panel.set_direction(1)
    settle(window, qtbot)
    look_at(window, View.CONTOUR, qtbot)
    window.playback.set_step(3)
    dialog_for(window, What.ALL, "svg").export_to(tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    for words in ("Along x₁: f = ", "Error of ∇f against h", "Loss", "Gradient norm"):
        assert words in text
    assert text.count(">at step 3<") >= 4
    assert panel.view.picture.cursor == 100  # it is not looked at, and stays as it is


def test_the_table_is_offered_where_it_is_shown(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(window, View.TABLE, qtbot)
    dialog = ExportDialog.open_for(window)
    assert names(dialog)[0] == "The steps of SGD as a table"
    assert not [name for name in names(dialog) if "is shown" in name]
    dialog.export_to(tmp_path / "steps")
    lines = (tmp_path / "steps.csv").read_text().splitlines()
    assert lines[0] == "k,x0,x1,f,df/dx0,df/dx1,|grad f|,step length"
    assert len(lines) == 102


@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") not in WITHOUT, reason="there is OpenGL")
def test_a_surface_that_is_not_to_be_seen_is_not_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(window, View.SURFACE, qtbot)
    dialog = dialog_for(window, What.PICTURE, "svg")
    note = dialog.findChild(QLabel, "exportNote")
    assert note is not None
    assert note.isVisible()
    dialog.export_to(tmp_path / "a.svg")
    message = dialog.findChild(QLabel, "exportMessage")
    assert message is not None
    assert "needs OpenGL" in message.text()
    assert list(tmp_path.iterdir()) == []
    assert QGuiApplication.overrideCursor() is None
    dialog.reject()


@pytest.mark.gl
@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") in WITHOUT, reason="there is no OpenGL")
def test_the_surface_is_in_the_figure(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog_for(window, What.ALL, "svg").export_to(tmp_path / "unseen.svg")
    look_at(window, View.SURFACE, qtbot)
    dialog_for(window, What.ALL, "svg").export_to(tmp_path / "seen.svg")
    shown = view_of(window, View.SURFACE)
    assert shown is not None
    width = shown.width()
    dialog_for(window, What.PICTURE, "png").export_to(tmp_path / "alone.png")
    for name in ("unseen", "seen"):
        assert (tmp_path / f"{name}.svg").read_text(encoding="utf-8").count("<image") == 2
    assert QImageReader(str(tmp_path / "alone.png")).size().width() == 2 * width


def test_a_fault_is_told_and_the_old_file_stays(window: MainWindow, tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "a.png"
    dialog = dialog_for(window, What.PICTURE, "png")
    dialog.export_to(nowhere)
    message = dialog.findChild(QLabel, "exportMessage")
    assert message is not None
    assert message.isVisible()
    assert "folder" in message.text()
    assert not nowhere.parent.exists()
    dialog.reject()


def test_only_pixels_have_a_scale(window: MainWindow) -> None:
    dialog = dialog_for(window, What.PICTURE, "svg")
    field = dialog.findChild(NumberField, "exportScaleField")
    assert field is not None
    assert not field.isEnabled()
    dialog.reject()
