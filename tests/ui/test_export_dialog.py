"""Exporting from the window: files that can be read back, faults told in the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QLabel

from gradviz.app import create_window
from gradviz.ui.export_dialog import ExportDialog, What
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
