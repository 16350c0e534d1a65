"""Exporting from the window: files that can be read back, faults told in the dialog."""

from __future__ import annotations

import json
import os
import runpy
import sys
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QDeadlineTimer, QSettings
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
)

from gradviz.app import create_window
from gradviz.document.display import View
from gradviz.export.datasets import TableFormat, TableKind
from gradviz.export.encoders import PictureError
from gradviz.export.figure import figure_of
from gradviz.export.sheet import Sheet, Unit
from gradviz.export.subject import Drawn
from gradviz.plots.opengl import WITHOUT
from gradviz.ui import export_job, export_picture
from gradviz.ui.export_choices import (
    Colours,
    ExportChoices,
    Kind,
    MovieFormat,
    PictureFormat,
    remember,
    remembered,
)
from gradviz.ui.export_dialog import ExportDialog
from gradviz.ui.export_faults import fault_sentence
from gradviz.ui.exported import view_of
from gradviz.ui.file_questions import FileQuestions
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.ui.main_window import MainWindow

PNG, SVG, PDF = PictureFormat.PNG, PictureFormat.SVG, PictureFormat.PDF
FLAT = [what for what in Drawn if what is not Drawn.SURFACE]


def settled() -> MainWindow:
    made = create_window()
    deadline = QDeadlineTimer(30_000)
    while made.session.is_computing or made.session.scene is None:
        assert not deadline.hasExpired()
        QTest.qWait(10)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    QSettings().remove("export")
    made = settled()
    qtbot.addWidget(made)
    yield made
    made.close()


def dialog_for(
    window: MainWindow, kind: Kind = Kind.PICTURE, form: object = None, *keys: Drawn
) -> ExportDialog:
    dialog = ExportDialog.open_for(window)
    assert dialog is not None
    dialog.form.choose(kind, form)
    if keys:
        dialog.form.tick(keys)
    return dialog


def written(dialog: ExportDialog, path: Path, qtbot: QtBot) -> Path:
    dialog.export_to(path)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=30_000)
    return path


def look_at(window: MainWindow, view: View, qtbot: QtBot) -> None:
    window.resize(1200, 800)
    window.show()
    window.picture.show_view(view)
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.session.studies.is_outstanding, timeout=20_000)


def child(dialog: ExportDialog, kind: type, name: str) -> object:
    found = dialog.findChild(kind, name)
    assert found is not None
    return found


def message(dialog: ExportDialog) -> str:
    label = child(dialog, QLabel, "exportMessage")
    return label.text() if not label.isHidden() else ""


def banner_of(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.banner.findChildren(QLabel))


def ticked(dialog: ExportDialog) -> list[str]:
    views = child(dialog, QListWidget, "exportViewsList")
    items = [views.item(i) for i in range(views.count())]
    return [item.text() for item in items if item.checkState().value]


# --- pictures ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "name", "word"),
    [
        (View.CONTOUR, "Contour", "at step 2"),
        (View.SLICE, "Slice", "Tangent"),
        (View.ERROR_CURVE, "h Curve", "Central"),
    ],
)
def test_the_picture_that_is_shown_is_ticked(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, view: View, name: str, word: str
) -> None:
    look_at(window, view, qtbot)
    window.playback.set_step(2)
    settle(window, qtbot)
    dialog = dialog_for(window, Kind.PICTURE, SVG)
    assert ticked(dialog) == [name]
    shown = view_of(window, view)
    assert shown is not None
    size = (shown.width(), shown.height())
    path = written(dialog, tmp_path / "a.svg", qtbot)
    assert QSvgRenderer(str(path)).defaultSize().toTuple() == size
    assert f">{word}<" in path.read_text(encoding="utf-8")


def test_pictures_are_read_back(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    what = Drawn.NORM
    path = written(dialog_for(window, Kind.PICTURE, PNG, what), tmp_path / "a.png", qtbot)
    assert QImageReader(str(path)).read().width() == 2 * window.norm.view.width()
    written(dialog_for(window, Kind.PICTURE, SVG, what), tmp_path / "a", qtbot)
    assert QSvgRenderer(str(tmp_path / "a.svg")).isValid()
    path = written(dialog_for(window, Kind.PICTURE, PDF, what), tmp_path / "a.pdf", qtbot)
    assert path.read_bytes().startswith(b"%PDF")


def test_chosen_views_are_in_the_figure_as_they_were_looked_at_last(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(window, View.SLICE, qtbot)
    panel = window.picture.panel(View.SLICE)
    panel.set_direction(1)
    settle(window, qtbot)
    look_at(window, View.CONTOUR, qtbot)
    window.playback.set_step(3)
    dialog = dialog_for(window, Kind.PICTURE, SVG, *FLAT)
    text = written(dialog, tmp_path / "a.svg", qtbot).read_text(encoding="utf-8")
    for words in ("Along x₁: f = ", "Error of ∇f against h", "Loss", "Gradient norm"):
        assert words in text
    assert text.count(">at step 3<") >= 4
    assert panel.view.picture.cursor == 100  # it is not looked at, and stays as it is
    two = dialog_for(window, Kind.PICTURE, SVG, Drawn.LOSS, Drawn.SLICE)
    text = written(two, tmp_path / "b.svg", qtbot).read_text(encoding="utf-8")
    assert "Along x₁: f = " in text
    assert "Gradient norm" not in text


def test_size_colours_title_and_ground_are_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, Kind.PICTURE, PNG, Drawn.LOSS)
    unit = child(dialog, QComboBox, "exportUnitCombo")
    unit.setCurrentIndex(unit.findData(Unit.MILLIMETRES))
    unit.activated.emit(unit.currentIndex())
    for name, value in (("Width", 101.6), ("Height", 50.8), ("Scale", 150)):
        field = child(dialog, NumberField, f"export{name}Field")
        field.setText(str(value))
        field.textEdited.emit(field.text())
    colours = child(dialog, QComboBox, "exportColoursCombo")
    colours.setCurrentIndex(colours.findData(Colours.DARK))
    child(dialog, QCheckBox, "exportTitleCheck").setChecked(False)
    child(dialog, QCheckBox, "exportTransparentCheck").setChecked(True)
    image = QImageReader(str(written(dialog, tmp_path / "a.png", qtbot))).read()
    assert image.size().toTuple() == (600, 300)
    assert image.pixelColor(0, 0).alpha() == 0
    assert window.loss.view.picture.theme.name == window.theme.name


def test_a_size_that_nobody_chose_follows_the_pictures(window: MainWindow) -> None:
    dialog = dialog_for(window, Kind.PICTURE, PNG, Drawn.LOSS)
    assert dialog.form.sheet.size == (window.loss.view.width(), window.loss.view.height())
    dialog.form.tick([Drawn.LOSS, Drawn.NORM])
    assert dialog.form.sheet.size == (1200, 800)
    width = child(dialog, NumberField, "exportWidthField")
    width.setText("500")
    width.textEdited.emit("500")
    dialog.form.tick([Drawn.LOSS])
    assert dialog.form.sheet.size == (500, 800)
    dialog.reject()


def test_only_images_have_a_scale(window: MainWindow) -> None:
    dialog = dialog_for(window, Kind.PICTURE, SVG)
    field = child(dialog, NumberField, "exportScaleField")
    assert not field.isVisible()
    dialog.form.choose(Kind.PICTURE, PNG)
    assert field.isVisible()
    dialog.reject()


@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") not in WITHOUT, reason="there is OpenGL")
def test_a_surface_that_is_not_to_be_seen_is_not_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(window, View.SURFACE, qtbot)
    dialog = dialog_for(window, Kind.PICTURE, SVG)
    assert not child(dialog, QLabel, "exportNote").isHidden()
    written(dialog, tmp_path / "a.svg", qtbot)
    assert "needs OpenGL" in message(dialog)
    assert list(tmp_path.iterdir()) == []
    dialog.form.tick([Drawn.SURFACE, Drawn.LOSS])
    text = written(dialog, tmp_path / "a.svg", qtbot).read_text(encoding="utf-8")
    assert "needs OpenGL" not in text


@pytest.mark.gl
@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") in WITHOUT, reason="there is no OpenGL")
def test_the_surface_is_in_the_figure(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    written(dialog_for(window, Kind.PICTURE, SVG, *Drawn), tmp_path / "unseen.svg", qtbot)
    look_at(window, View.SURFACE, qtbot)
    written(dialog_for(window, Kind.PICTURE, SVG, *Drawn), tmp_path / "seen.svg", qtbot)
    for name in ("unseen", "seen"):
        assert (tmp_path / f"{name}.svg").read_text(encoding="utf-8").count("<image") == 2
    dialog = dialog_for(window, Kind.MOVIE, MovieFormat.GIF)
    child(dialog, NumberField, "exportEveryField").set_value(10)  # drawing is slow without a card
    written(dialog, tmp_path / "turn.gif", qtbot)
    with Image.open(tmp_path / "turn.gif") as movie:
        assert movie.n_frames > 10


# --- the preview ---------------------------------------------------------------------------------


def test_a_preview_shows_what_will_be_written(window: MainWindow, qtbot: QtBot) -> None:
    for kind in Kind:
        assert_previewed(dialog_for(window, kind), kind, qtbot)


def assert_previewed(dialog: ExportDialog, kind: Kind, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.is_settled, timeout=20_000)
    if kind in {Kind.PICTURE, Kind.MOVIE}:
        pixmap = dialog.preview.pixmap
        assert pixmap is not None
        sheet = dialog.form.sheet
        assert pixmap.width() / pixmap.height() == pytest.approx(
            sheet.size[0] / sheet.size[1], rel=0.02
        )
    else:
        word = "optimizer,k,x0" if kind is Kind.TABLE else "Gradient descent on"
        assert word in dialog.preview.text
    dialog.reject()


def test_nothing_ticked_is_told(window: MainWindow) -> None:
    dialog = dialog_for(window)
    dialog.form.tick([])
    assert message(dialog) == "Tick a picture."
    dialog.form.tick([Drawn.LOSS])
    assert message(dialog) == ""
    dialog.reject()


# --- tables and scripts --------------------------------------------------------------------------


def test_trajectories_keep_every_digit(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    end = window.session.results.runs[0].trajectory.x[-1]
    dialog = dialog_for(window, Kind.TABLE, TableFormat.CSV)
    lines = written(dialog, tmp_path / "runs.csv", qtbot).read_text().splitlines()
    assert len(lines) == 102
    np.testing.assert_array_equal([float(cell) for cell in lines[-1].split(",")[3:5]], end)
    path = written(dialog_for(window, Kind.TABLE, TableFormat.NPZ), tmp_path / "a", qtbot)
    with np.load(path.with_suffix(".npz")) as stored:
        np.testing.assert_array_equal(stored["x0"][-1], end)
    path = written(dialog_for(window, Kind.TABLE, TableFormat.JSON), tmp_path / "a.json", qtbot)
    assert json.loads(path.read_text())["runs"][0]["trajectory"]["x"][-1] == end.tolist()


def test_other_tables(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    expected = {
        TableKind.STEPS: ("k,x0,x1,f,df/dx0,df/dx1,|grad f|,step length", 102),
        TableKind.FIELD: ("x0,x1,f", 1 + 321 * 321),
    }
    for kind, (heading, count) in expected.items():
        dialog = dialog_for(window, Kind.TABLE, TableFormat.CSV)
        table = child(dialog, QComboBox, "exportTableCombo")
        table.setCurrentIndex(table.findData(kind))
        lines = written(dialog, tmp_path / "a.csv", qtbot).read_text().splitlines()
        assert (lines[0], len(lines)) == (heading, count)


def test_a_script_ends_where_the_window_does(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_for(window, Kind.SCRIPT)
    assert dialog.proposal == "gradviz-experiment.py"
    path = written(dialog, tmp_path / "bowl.py", qtbot)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with np.errstate(all="ignore"):
        made = runpy.run_path(str(path), run_name="__main__")
    end = window.session.results.runs[0].trajectory.x[-1]
    np.testing.assert_array_equal(made["paths"]["SGD"][0][-1], end)


# --- moving pictures -----------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(MovieFormat))
def test_a_run_moves(window: MainWindow, tmp_path: Path, qtbot: QtBot, form: MovieFormat) -> None:
    dialog = dialog_for(window, Kind.MOVIE, form, Drawn.LOSS, Drawn.NORM)
    for name, number in (("Width", 300), ("Height", 200), ("Last", 10), ("Every", 2)):
        field = child(dialog, NumberField, f"export{name}Field")
        field.setText(str(number))
        field.textEdited.emit(field.text())
    assert child(dialog, QLabel, "exportNote").text() == "6 frames"
    path = written(dialog, tmp_path / f"run.{form}", qtbot)
    with Image.open(path) as movie:
        assert movie.size == (300, 200)
        assert movie.n_frames >= 6
    assert threading.active_count() == 1 or "export" not in [t.name for t in threading.enumerate()]
    assert window.loss.view.picture.cursor == 100


def test_a_movie_is_cancelled_and_nothing_is_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, Kind.MOVIE, MovieFormat.WEBP, Drawn.CONTOUR)
    bar = child(dialog, QProgressBar, "exportProgress")
    dialog.export_to(tmp_path / "run.webp")
    assert not dialog.form.isEnabled()
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 0, timeout=20_000)
    dialog.reject()
    assert not dialog.is_busy
    assert dialog.isVisible()
    assert message(dialog) == "Nothing was written."
    assert list(tmp_path.iterdir()) == []
    assert "export" not in [thread.name for thread in threading.enumerate()]
    dialog.reject()
    assert not dialog.isVisible()


def test_the_window_closes_while_a_movie_is_made(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, Kind.MOVIE, MovieFormat.GIF)
    dialog.export_to(tmp_path / "run.gif")
    qtbot.wait(50)
    dialog.hide()
    assert "export" not in [thread.name for thread in threading.enumerate()]
    assert list(tmp_path.iterdir()) == []


def test_too_many_frames_are_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = dialog_for(window, Kind.MOVIE, MovieFormat.GIF)
    for name, number in (("Width", 8000), ("Height", 8000), ("Every", 1)):
        field = child(dialog, NumberField, f"export{name}Field")
        field.setText(str(number))
        field.textEdited.emit(field.text())
    written(dialog, tmp_path / "run.gif", qtbot)
    assert "101 frames of 8000 by 8000 pixels are too many" in message(dialog)
    first = child(dialog, NumberField, "exportFirstField")
    child(dialog, NumberField, "exportLastField").set_value(3)
    first.setText("50")
    first.textEdited.emit("50")
    assert "has to come after the first" in message(dialog)
    dialog.reject()


@pytest.mark.parametrize("may", [False, True])
def test_a_file_that_nobody_named_in_full_is_asked_about(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, may: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(FileQuestions, "wants", lambda _self, *words: asked.append(words[0]) or may)
    old = tmp_path / "a.csv"
    old.write_text("old", encoding="utf-8")
    dialog = dialog_for(window, Kind.TABLE, TableFormat.CSV)
    child(dialog, QPushButton, "exportSaveButton").click()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20_000)
    assert asked == ["There is a file “a.csv” already."]
    assert (old.read_text(encoding="utf-8") != "old") is may
    if not may:
        dialog.reject()


# --- faults --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (Kind.PICTURE, PNG),
        (Kind.MOVIE, MovieFormat.GIF),
        (Kind.TABLE, TableFormat.CSV),
        (Kind.SCRIPT, None),
    ],
)
def test_a_fault_is_told_and_the_old_file_stays(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, kind: Kind, form: object
) -> None:
    nowhere = tmp_path / "missing" / "a.gif"
    dialog = dialog_for(window, kind, form, Drawn.LOSS)
    child(dialog, NumberField, "exportLastField").set_value(2)
    path = nowhere.with_suffix(f".{dialog.form.choices.suffix}")
    written(dialog, path, qtbot)
    assert "the folder does not exist" in message(dialog)
    assert not nowhere.parent.exists()
    assert dialog.form.isEnabled()
    nowhere.parent.mkdir()
    written(dialog, path, qtbot)  # nothing that was chosen is lost
    assert path.stat().st_size > 0
    assert "Exported to" in banner_of(window)


def test_without_pillow_there_is_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_for(window, Kind.MOVIE, MovieFormat.GIF, Drawn.LOSS)

    def missing(*_: object) -> bytes:
        raise ModuleNotFoundError("No module named 'PIL'", name="PIL")

    monkeypatch.setattr(export_job, "movie_bytes", missing)
    written(dialog, tmp_path / "a.gif", qtbot)
    assert message(dialog) == "PIL is not installed."
    dialog.reject()


def test_before_the_first_results_there_is_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.session), "results", None)
    assert ExportDialog.open_for(window) is None
    assert "nothing to export yet" in banner_of(window)
    assert not window.findChildren(QDialog, "exportDialog")


# --- what is remembered --------------------------------------------------------------------------


def test_choices_are_kept_for_the_next_time(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = dialog_for(window, Kind.PICTURE, SVG)
    child(dialog, QCheckBox, "exportTitleCheck").setChecked(False)
    written(dialog, tmp_path / "a.svg", qtbot)
    again = ExportDialog.open_for(window)
    assert again is not None
    assert again.form.choices.picture is SVG
    assert not again.form.choices.has_title
    assert remembered().folder == str(tmp_path)
    assert again.proposal == "gradviz-contour.svg"
    window.documents.save_as_to(tmp_path / "my valley.gradviz")
    assert again.proposal == "my valley-contour.svg"
    again.reject()


@pytest.mark.usefixtures("qapp")
def test_everything_remembered_comes_back() -> None:
    choices = ExportChoices(
        kind=Kind.MOVIE,
        picture=PDF,
        movie=MovieFormat.WEBP,
        table=TableFormat.NPZ,
        unit=Unit.MILLIMETRES,
        scale=0.5,
        dpi=600.0,
        colours=Colours.DARK,
        is_transparent=True,
        has_title=False,
        rate=24.0,
        folder="/somewhere",
    )
    remember(choices)
    assert remembered() == choices


@pytest.mark.parametrize(
    ("key", "value"),
    [("kind", "poem"), ("scale", "1e9"), ("dpi", "nan"), ("rate", "x"), ("unit", 7)],
)
@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_is_not_remembered(key: str, value: object) -> None:
    QSettings().remove("export")
    QSettings().setValue(f"export/{key}", value)
    assert remembered() == ExportChoices()


# --- copying and printing ------------------------------------------------------------------------


def test_the_picture_is_copied(window: MainWindow) -> None:
    export_picture.copy_picture(window)
    data = QGuiApplication.clipboard().mimeData()
    view = window.picture.view
    assert data.imageData().width() == 2 * view.width()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert "copied" in banner_of(window)


def test_a_table_cannot_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    look_at(window, View.TABLE, qtbot)
    QGuiApplication.clipboard().setText("before")
    for action in (export_picture.copy_picture, export_picture.print_picture):
        action(window)
        assert "no picture in the middle" in banner_of(window)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_page_is_printed(window: MainWindow, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    export_picture.paint_page(figure_of([window.loss.view.picture], Sheet()), printer)
    data = (tmp_path / "page.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/FontName" in data
    printer.setOutputFileName(str(tmp_path / "no" / "page.pdf"))
    with pytest.raises(RuntimeError):
        export_picture.paint_page(figure_of([window.loss.view.picture], Sheet()), printer)


def test_a_fault_nobody_expects_is_not_swallowed() -> None:
    assert fault_sentence(PictureError("So.")) == "So."
    with pytest.raises(ZeroDivisionError):
        fault_sentence(ZeroDivisionError())
