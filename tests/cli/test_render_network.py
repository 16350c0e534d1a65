"""``gradviz render --network``: every view as PNG and SVG, its options, and what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from gradviz.cli import main, options
from gradviz.core.network.planes import PlaneKind
from gradviz.document.answers import Samples
from gradviz.document.layers_look import Form, Shown
from gradviz.export.network_subject import NetworkDrawn

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")
MOONS = ("render", "--network", "moons", "--layers", "2,6,2", "--epochs", "4", "--seed", "3")
WORDS = {
    "data": {"Decision regions of 2-6-2"},
    "answers": {"taken for →"},
    "layers": {"Weights"},
    "backprop": {"softmax"},
    "check": {"|numeric − backprop| per weight", "Agrees"},
    "landscape": {"direction 1", "direction 2", "start"},
    "loss": {"Loss"},
    "accuracy": {"Accuracy"},
    "gradient-norm": {"Gradient norm"},
}
FLAT = [*WORDS, "all"]


def _drawn(tmp_path: Path, *words: str, ending: str = "svg", base: tuple[str, ...] = MOONS) -> Path:
    out = tmp_path / f"picture.{ending}"
    assert main([*base, *words, "--out", str(out)]) == 0
    return out


def _said(path: Path) -> list[str]:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    return [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("view", FLAT)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_has_the_size_asked_for(tmp_path: Path, view: str, theme: str) -> None:
    look = ("--view", view, "--theme", theme, "--size", "640x480")
    image = QImage(str(_drawn(tmp_path, *look, ending="png")))
    assert (image.width(), image.height()) == (640, 480)
    assert len({image.pixel(x, y) for x in range(0, 640, 7) for y in range(0, 480, 7)}) > 3
    edge = image.pixelColor(0, 0).lightness()
    assert edge > 200 if theme == "light" else edge < 60


@pytest.mark.parametrize("view", FLAT)
def test_an_svg_says_what_it_shows(tmp_path: Path, view: str) -> None:
    said = set(_said(_drawn(tmp_path, "--view", view)))
    every = set.union(*(words for name, words in WORDS.items() if name != "gradient-norm"))
    wanted = every if view == "all" else WORDS[view]
    assert wanted <= said


def test_the_samples_are_drawn_where_nothing_else_is_asked_for(tmp_path: Path) -> None:
    assert WORDS["data"] <= set(_said(_drawn(tmp_path)))
    image = QImage(str(_drawn(tmp_path, ending="png")))
    assert (image.width(), image.height()) == (1200, 800)


def test_a_surface_needs_opengl(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        pytest.skip("there is OpenGL here")
    out = tmp_path / "x.png"
    assert main([*MOONS, "--view", "landscape-surface", "--out", str(out)]) == 1
    err = capsys.readouterr().err
    assert "OpenGL" in err
    assert "xvfb-run" in err
    assert err.count("\n") == 1
    assert not out.exists()


@pytest.mark.gl
@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") == "offscreen", reason="no OpenGL there")
def test_the_surface_is_drawn_on_a_display(tmp_path: Path) -> None:
    out = tmp_path / "picture.svg"
    command = [sys.executable, "-m", "gradviz", *MOONS, "--view", "landscape-surface"]
    done = subprocess.run(
        [*command, "--out", str(out)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {"direction 1", "direction 2"} <= set(_said(out))


def test_it_needs_no_display(tmp_path: Path) -> None:
    out = tmp_path / "picture.png"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "gradviz", *MOONS, "--view", "all", "--out", str(out)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert QImage(str(out)).width() == 2400


# --- which moment


@pytest.mark.parametrize("view", [*WORDS][:6])
def test_an_epoch_is_so_many_steps(tmp_path: Path, view: str) -> None:
    by_epoch = _said(_drawn(tmp_path, "--batch", "30", "--view", view, "--epoch", "2"))
    # 200 samples, of which a quarter is kept back, are 5 batches of 30
    by_step = _said(_drawn(tmp_path, "--batch", "30", "--view", view, "--step", "10"))
    assert any("at step 10" in words for words in by_step)
    numbers = [words for words in by_step if "evaluations" not in words and " ms" not in words]
    assert set(numbers) <= set(by_epoch)


def test_the_last_step_is_shown_by_default(tmp_path: Path) -> None:
    said = _said(_drawn(tmp_path, "--batch", "30", "--view", "layers"))
    assert any("at step 20, epoch 4" in words for words in said)


# --- what single views are asked for


def test_a_sample_goes_through_the_network(tmp_path: Path) -> None:
    look = ("--view", "backprop", "--sample", "7", "--samples", "test", "--stage", "1")
    said = " ".join(_said(_drawn(tmp_path, *look)))
    assert "Sample 7 of 50" in said
    assert "to test with" in said


def test_stages_are_numbered_from_the_sample_to_the_update(tmp_path: Path) -> None:
    headings = {
        stage: next(
            words
            for words in _said(
                _drawn(tmp_path, "--view", "backprop", "--stage", str(stage), "--step", "1")
            )
            if words.startswith("Sample 1 of")
        )
        for stage in (1, 2, 9)
    }
    assert headings[9].endswith("The update")
    assert len(set(headings.values())) == 3


def test_at_the_end_of_a_run_the_last_gradient_is_shown(tmp_path: Path) -> None:
    said = " ".join(_said(_drawn(tmp_path, "--view", "backprop")))
    assert "no update follows" not in said
    assert "The update" in " ".join(_said(_drawn(tmp_path, "--view", "backprop", "--step", "2")))


def test_answers_are_those_to_test_samples_unless_asked(tmp_path: Path) -> None:
    headings = []
    for samples in ((), ("--samples", "test"), ("--samples", "train")):
        said = _said(_drawn(tmp_path, "--view", "answers", *samples))
        headings.append(next(words for words in said if words.startswith("Answers of 2-6-2")))
    assert headings[0] == headings[1]
    assert "test samples" in headings[0]
    assert "test samples" not in headings[2]


def test_layers_are_looked_at_in_another_way(tmp_path: Path) -> None:
    said = _said(_drawn(tmp_path, "--view", "layers", "--what", "activations"))
    assert any(words.startswith("Activations") for words in said)
    plain = _drawn(tmp_path, "--view", "layers").read_bytes()
    assert plain != _drawn(tmp_path, "--view", "layers", "--how", "histogram").read_bytes()


def test_first_weights_of_digits_are_images(tmp_path: Path) -> None:
    digits = ("render", "--network", "digits", "--epochs", "1")
    _drawn(tmp_path, "--view", "layers", "--how", "images", base=digits)


def test_a_landscape_spans_random_directions_too(tmp_path: Path) -> None:
    main_ones = _said(_drawn(tmp_path, "--view", "landscape"))
    assert any("main directions" in words for words in main_ones)
    drawn = _said(_drawn(tmp_path, "--view", "landscape", "--directions", "random"))
    assert any("random directions" in words for words in drawn)


def test_colours_are_those_asked_for(tmp_path: Path) -> None:
    seen = set()
    for colours in ("grey", "viridis", "theme"):
        look = ("--view", "landscape", "--colours", colours, "--size", "300x300")
        image = QImage(str(_drawn(tmp_path, *look, ending="png")))
        seen.add(image.pixel(150, 120))
    assert len(seen) == 3


def test_every_ready_problem_is_drawn_whole(tmp_path: Path) -> None:
    for problem in ("simplenet", "linear", "logistic", "xor", "iris"):
        base = ("render", "--network", problem, "--epochs", "2", "--view", "all")
        out = _drawn(tmp_path, "--size", "900x500", ending="png", base=base)
        assert QImage(str(out)).width() == 900


def test_several_runs_are_drawn_over_one_another(tmp_path: Path) -> None:
    runs = ("--run", "adam:lr=0.01", "--run", "sgd:lr=0.1")
    said = _said(_drawn(tmp_path, *runs, "--view", "landscape"))
    assert {"Adam", "SGD"} <= {words.split()[0] for words in said if words.split()}


def test_own_data_is_drawn(tmp_path: Path) -> None:
    table = tmp_path / "boxes.csv"
    rows = "".join(f"{i % 7},{i % 5},{'tall' if i % 5 > i % 7 else 'wide'}\n" for i in range(40))
    table.write_text("width,height,kind\n" + rows, encoding="utf-8")
    base = ("render", "--network", "own", "--data", str(table), "--epochs", "2")
    assert {"tall", "wide"} <= set(_said(_drawn(tmp_path, base=base)))


# --- what cannot be


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("--network maze", "--network: There is no network 'maze'"),
        ("--network moons --view contour", "--view: a network has no picture 'contour', but data,"),
        ("--view landscape", "--view: a function has no picture 'landscape', but contour,"),
        ("--network linear --view answers", "--view: numbers to meet have no answers"),
        ("--network linear --view accuracy", "--view: numbers to meet have no accuracy"),
        ("--network moons --epochs 2 --epoch 3", "--epoch: 3 is not between 0 and 2, the last"),
        ("--network moons --epoch 1 --step 1", "--epoch: --step says already"),
        ("--network simplenet --epochs 3 --step 4", "--step: 4 is not between 0 and 3, the last"),
        ("--network moons --sample 0", "--sample: 0 is not between 1 and 150"),
        ("--network moons --samples test --sample 51", "--sample: 51 is not between 1 and 50"),
        ("--network moons --sample one", "--sample: 'one' is not a whole number"),
        ("--network xor --samples test", "--samples: none are kept back"),
        ("--network xor --layers 2,2,2 --stage 10", "--stage: 10 is not between 1 and 9"),
        ("--network moons --what dreams", "--what: 'dreams' is not weights, gradients or"),
        ("--network moons --how poem", "--how: 'poem' is not matrix, histogram or"),
        ("--network moons --directions up", "--directions: 'up' is not main or random"),
        ("--network moons --direction x0", "--direction: a network has no slice"),
        ("--network moons --no-marks", "--no-marks: a network has no stationary points"),
        ("--network moons --size big", "--size: 'big' is not a size"),
        ("--sample 3", "--sample: this is of a network"),
        ("--epoch 3", "--epoch: this is of a network"),
        ("--directions main", "--directions: this is of a network"),
    ],
)
def test_bad_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, words: str, complaint: str
) -> None:
    out = tmp_path / "x.png"
    assert main(["render", *words.split(), "--out", str(out)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert complaint in err
    assert not out.exists()


def test_a_sentence_is_no_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "x.png"
    images = ("--view", "layers", "--how", "images")
    assert main([*MOONS, *images, "--out", str(out)]) == 1
    assert "no square picture" in capsys.readouterr().err
    assert not out.exists()


def test_weights_that_are_no_numbers_have_no_landscape(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "x.png"
    away = ("--run", "sgd:lr=1e300", "--view", "landscape")
    assert main([*MOONS, *away, "--out", str(out)]) == 1
    assert "they are not finite" in capsys.readouterr().err


def test_the_words_of_the_options_are_those_of_the_pictures() -> None:
    assert list(options.NETWORK_VIEWS) == [*NetworkDrawn, "all"]
    assert {"train", "test"} == set(Samples)
    assert {"weights", "gradients", "activations"} == set(Shown)
    assert {"matrix", "histogram", "images"} == set(Form)
    assert {"main", "random"} == set(PlaneKind)
