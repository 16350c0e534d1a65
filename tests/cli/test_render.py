"""`gradviz render`: pictures of the size asked for, without a display; what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from gradviz.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("view", ["contour", "loss", "all"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_has_the_size_asked_for(qtbot: QtBot, tmp_path: Path, view: str, theme: str) -> None:
    del qtbot
    out = tmp_path / "picture.png"
    arguments = ["render", "--steps", "20", "--size", "320x240", "--view", view, "--theme", theme]
    assert main([*arguments, "--out", str(out)]) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (320, 240)
    colours = {image.pixel(x, y) for x in range(0, 320, 4) for y in range(0, 240, 4)}
    assert len(colours) > 3
    edge = image.pixelColor(0, 0).lightness()
    assert edge > 200 if theme == "light" else edge < 60


def test_an_svg_is_well_formed(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    out = tmp_path / "picture.SVG"
    assert main(["render", "--steps", "5", "--run", "adam", "--out", str(out)]) == 0
    root = ET.fromstring(out.read_text(encoding="utf-8"))
    assert root.tag.endswith("svg")
    assert len(list(root.iter())) > 50


@pytest.mark.parametrize(
    "formula", ["0.01*x**2 + 0.1*x", "x0**2 + x1**2 + x2**2", "log(-1 - x0**2)*x1", "0*x0*x1"]
)
def test_every_kind_of_function_is_drawn(qtbot: QtBot, tmp_path: Path, formula: str) -> None:
    del qtbot
    out = tmp_path / "picture.png"
    assert main(["render", "--formula", formula, "--size", "200x200", "--out", str(out)]) == 0
    assert QImage(str(out)).width() == 200


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--out"),
        (["--out", "x.jpg"], "--out: 'x.jpg' does not end in .png or .svg"),
        (["--out", "x.png", "--size", "big"], "--size: 'big' is not a size such as 1200x800"),
        (["--out", "x.png", "--size", "9x9"], "--size: width and height must be between"),
        (["--out", "x.png", "--view", "table"], "invalid choice: 'table'"),
        (["--out", "x.png", "--theme", "pink"], "invalid choice: 'pink'"),
        (["--out", "x.png", "--steps", "x"], "--steps: 'x' is not a whole number"),
    ],
)
def test_bad_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["render", *arguments]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert words in err


def test_a_wrong_formula_draws_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    assert main(["render", "--formula", "sinn(x0)", "--out", str(out)]) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert not out.exists()


def test_a_file_that_cannot_be_written_is_said_in_one_line(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    del qtbot
    out = tmp_path / "missing" / "picture.png"
    assert main(["render", "--out", str(out)]) == 1
    err = capsys.readouterr().err
    assert err == f"gradviz: Could not write {out}: the folder does not exist.\n"


def test_it_needs_no_display(tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    command = [sys.executable, "-m", "gradviz", "render", "--out", str(out), "--size", "300x200"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert QImage(str(out)).height() == 200
