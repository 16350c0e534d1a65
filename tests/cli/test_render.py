"""`gradviz render`: pictures of the size asked for, without a display; what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from gradviz.cli import main
from gradviz.cli import options as words_of_options
from gradviz.document.display import ColourMap
from gradviz.export.subject import Drawn

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


VIEWS = ["contour", "slice", "h", "loss", "gradient-norm", "all"]


@pytest.mark.parametrize("view", VIEWS)
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


def words_in(path: Path) -> list[str]:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    return [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("view", VIEWS)
def test_an_svg_says_what_it_shows(qtbot: QtBot, tmp_path: Path, view: str) -> None:
    del qtbot
    out = tmp_path / "picture.svg"
    assert main(["render", "--steps", "5", "--view", view, "--out", str(out)]) == 0
    words = words_in(out)
    expected = {
        "slice": "Along x₀: f = x0**2 + x1**2",
        "h": "Error of ∇f against h: f = x0**2 + x1**2",
        "loss": "Loss",
        "gradient-norm": "Gradient norm",
    }
    assert expected.get(view, "f = x0**2 + x1**2") in words
    assert "at step 5" in words or view == "h"


@pytest.mark.parametrize(
    ("direction", "heading"),
    [
        ("x1", "Along x₁: f = x0**2 + x1**2"),
        ("gradient", "Against the gradient: f = x0**2 + x1**2"),
    ],
)
def test_a_slice_runs_where_it_is_asked_to(
    qtbot: QtBot, tmp_path: Path, direction: str, heading: str
) -> None:
    del qtbot
    out = tmp_path / "slice.svg"
    arguments = ["render", "--view", "slice", "--direction", direction, "--step", "0"]
    assert main([*arguments, "--out", str(out)]) == 0
    assert {heading, "at step 0"} <= set(words_in(out))


def test_the_step_is_shown_that_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    out = tmp_path / "map.svg"
    assert main(["render", "--step", "1", "--out", str(out)]) == 0
    # one step of gradient descent with lr 0.1 multiplies each coordinate by 0.8
    assert {"at step 1", "16.0"} <= set(words_in(out))


def test_stationary_points_and_ghosts_are_marked(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    out = tmp_path / "map.svg"
    function = ["--formula", "(1 - x0)**2 + 100*(x1 - x0**2)**2", "--start", "-1,1", "--h", "0.1"]
    assert main(["render", *function, "--out", str(out)]) == 0
    assert {"minimum (1, 1)", "ghost of h = 0.1"} <= set(words_in(out))
    assert main(["render", *function, "--no-marks", "--out", str(out)]) == 0
    assert not [word for word in words_in(out) if "minimum" in word or "ghost" in word]


def test_colours_are_those_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot

    def mean(colours: str) -> tuple[float, ...]:
        out = tmp_path / f"{colours}.png"
        assert main(["render", "--colours", colours, "--size", "200x200", "--out", str(out)]) == 0
        pixel = QImage(str(out)).scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
        return pixel.pixelColor(0, 0).getRgb()[:3]

    grey = mean("grey")
    assert max(grey) - min(grey) < 12
    assert len({grey, mean("viridis"), mean("theme")}) == 3


def test_coordinates_that_are_not_shown_are_held_where_the_run_is(
    qtbot: QtBot, tmp_path: Path
) -> None:
    del qtbot
    out = tmp_path / "map.svg"
    function = ["--formula", "x0**2 + x1**2 + x2**2", "--start", "1,2,3", "--step", "1"]
    assert main(["render", *function, "--out", str(out)]) == 0
    assert any("x₂ = 2.4" in word for word in words_in(out))


@pytest.mark.parametrize(
    "formula", ["0.01*x**2 + 0.1*x", "x0**2 + x1**2 + x2**2", "log(-1 - x0**2)*x1", "0*x0*x1"]
)
def test_every_kind_of_function_is_drawn(qtbot: QtBot, tmp_path: Path, formula: str) -> None:
    del qtbot
    out = tmp_path / "picture.png"
    assert main(["render", "--formula", formula, "--size", "200x200", "--out", str(out)]) == 0
    assert QImage(str(out)).width() == 200


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_run_moves(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    del qtbot
    out = tmp_path / f"run.{kind}"
    arguments = ["render", "--steps", "9", "--size", "200x150", "--view", "contour,loss"]
    frames = ["--from", "1", "--every", "3", "--fps", "5"]
    assert main([*arguments, *frames, "--out", str(out)]) == 0
    with Image.open(out) as movie:
        assert movie.size == (200, 150)
        assert 4 <= movie.n_frames <= 4 + 8  # the last one rests


def test_too_long_a_movie_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "run.gif"
    large = ["--steps", "1000", "--size", "3000x3000"]
    assert main(["render", *large, "--out", str(out)]) == 1
    assert "1001 frames of 3000 by 3000 pixels are too many" in capsys.readouterr().err
    assert not out.exists()


def test_a_pdf_and_chosen_views(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    out = tmp_path / "a.pdf"
    arguments = ["render", "--steps", "3", "--view", "loss,h", "--size", "100x70mm", "--no-title"]
    assert main([*arguments, "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    svg = tmp_path / "a.svg"
    assert main([*arguments, "--out", str(svg)]) == 0
    assert "Loss" not in words_in(svg)
    assert ET.fromstring(svg.read_text(encoding="utf-8")).get("width") == "100mm"


def test_dots_and_ground(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    out = tmp_path / "a.png"
    arguments = ["render", "--steps", "3", "--size", "50.8x25.4mm", "--dpi", "300"]
    assert main([*arguments, "--transparent", "--out", str(out)]) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (600, 300)
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--out"),
        (["--out", "x.jpg"], "--out: 'x.jpg' does not end in .png, .svg, .pdf, .gif or .webp"),
        (["--out", "x.png", "--size", "big"], "--size: 'big' is not a size such as 1200x800"),
        (["--out", "x.png", "--size", "9x9"], "--size: width and height must be between"),
        (["--out", "x.png", "--view", "table"], "--view: a function has no picture 'table'"),
        (["--out", "x.png", "--view", "loss,answers"], "a function has no picture 'answers'"),
        (["--out", "x.png", "--view", ""], "a function has no picture ''"),
        (["--out", "x.png", "--from", "3"], "--from: this is of a .gif or .webp"),
        (["--out", "x.svg", "--fps", "3"], "--fps: this is of a .gif or .webp"),
        (["--out", "x.gif", "--from", "7", "--to", "3"], "--to: 3 is before 7"),
        (["--out", "x.gif", "--to", "101"], "--to: 101 is not between 0 and 100"),
        (["--out", "x.gif", "--every", "0"], "--every: there can be 1 to 5000 frames"),
        (["--out", "x.gif", "--fps", "99"], "--fps: 99 is not between 0.1 and 50"),
        (["--out", "x.gif", "--steps", "20000"], "--every: there can be 1 to 5000 frames"),
        (["--out", "x.png", "--scale", "99"], "--scale: 99 is not between 0.1 and 16"),
        (["--out", "x.png", "--dpi", "300", "--scale", "2"], "--dpi: --scale says already"),
        (["--out", "x.svg", "--dpi", "300"], "--dpi: a .svg is drawn in lines, sharp at any size"),
        (["--out", "x.PDF", "--scale", "2"], "--scale: a .pdf is drawn in lines"),
        (["--out", "x.png", "--theme", "pink"], "--theme: 'pink' is not light or dark"),
        (
            ["--out", "x.png", "--colours", "pink"],
            "--colours: 'pink' is not theme, viridis, cividis, magma or grey",
        ),
        (["--out", "x.png", "--step", "101"], "--step: 101 is not between 0 and 100"),
        (["--out", "x.png", "--step", "-1"], "--step: -1 is not between 0 and 100"),
        (["--out", "x.png", "--step", "one"], "--step: 'one' is not a whole number"),
        (["--out", "x.png", "--direction", "y"], "'y' is neither gradient nor x0 nor x1"),
        (
            ["--out", "x.png", "--view", "surface", "--formula", "x**2"],
            "--view: a function of one variable has no surface",
        ),
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


def without_display(*arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    command = [sys.executable, "-m", "gradviz", "render", "--size", "300x200", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("view", ["contour", "all"])
def test_it_needs_no_display(tmp_path: Path, view: str) -> None:
    out = tmp_path / "picture.png"
    done = without_display("--view", view, "--out", str(out))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert QImage(str(out)).height() == 200


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a window system is there")
def test_the_surface_does_and_says_so_in_one_line(tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    done = without_display("--view", "surface", "--out", str(out))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "The surface needs OpenGL" in done.stderr
    assert "xvfb-run" in done.stderr
    assert not out.exists()


def test_a_sentence_is_no_picture(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    del qtbot
    out = tmp_path / "slice.png"
    away = ["--formula", "x**4", "--start", "3", "--run", "sgd:lr=1e200"]
    assert main(["render", *away, "--view", "slice", "--out", str(out)]) == 1
    assert "left the range of numbers" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.gl
@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") == "offscreen", reason="no OpenGL there")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_surface_is_drawn_on_a_display(tmp_path: Path, theme: str) -> None:
    for view, ending in (("surface", "svg"), ("all", "png")):
        out = tmp_path / f"picture.{ending}"
        command = [sys.executable, "-m", "gradviz", "render", "--view", view, "--theme", theme]
        done = subprocess.run(
            [*command, "--out", str(out)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {"x₀", "x₁", "start"} <= set(words_in(tmp_path / "picture.svg"))
    assert QImage(str(tmp_path / "picture.png")).width() == 1200


def test_the_words_of_the_options_are_those_of_the_pictures() -> None:
    assert list(words_of_options.VIEWS) == [*Drawn, "all"]
    assert list(words_of_options.COLOURS) == list(ColourMap)
