"""Pictures are read back: the size, what is in them, and that they are what they say."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.core.rounding import SCHEMES
from gradviz.document.display import ColourMap, Display, LossAxis
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.ghosts import evaluate_ghosts, ghost_request
from gradviz.document.landmarks import evaluate_landmarks, landmarks_request
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.slices import Window, evaluate_slice, slice_request
from gradviz.export.encoders import png_bytes, svg_bytes
from gradviz.export.figure import Figure, panel_boxes
from gradviz.export.files import WriteError
from gradviz.export.pictures import PictureError, render, save_pictures
from gradviz.export.sheet import Sheet, Unit
from gradviz.export.subject import (
    Drawn,
    Subject,
    all_pictures,
    picture_of,
    slice_picture,
    surface_picture,
)
from gradviz.plots.contour import ContourView
from gradviz.plots.curves import CurveView, Quantity
from gradviz.plots.opengl import WITHOUT
from gradviz.plots.slice_picture import SlicePicture
from gradviz.plots.surface_easel import Easel
from gradviz.plots.themes import DARK, LIGHT
from looking import amount

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"
FLAT = [what for what in Drawn if what is not Drawn.SURFACE]
HAS_OPENGL = os.environ.get("QT_QPA_PLATFORM") not in WITHOUT
without = pytest.mark.skipif(HAS_OPENGL, reason="there is OpenGL here")


def subject_of(experiment: Experiment, **changes: object) -> Subject:
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    changes.setdefault("step", experiment.steps)
    return Subject(results=evaluate(experiment), scene=scene, **changes)


@pytest.fixture(scope="module")
def drawn() -> Subject:
    runs = tuple(
        Run(optimizer=parse_optimizer(text), style=i)
        for i, text in enumerate(["sgd:lr=0.1", "adam:lr=0.3"])
    )
    return subject_of(Experiment(runs=runs))


@pytest.mark.parametrize("what", [*FLAT, None])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_png_has_the_size_and_the_lines(
    tmp_path: Path, drawn: Subject, what: Drawn | None, theme: Theme
) -> None:
    path = tmp_path / "picture.png"
    render(replace(drawn, theme=theme), path, what, sheet=Sheet(size=(640, 480)))
    reader = QImageReader(str(path))
    assert bytes(reader.format().data()) == b"png"
    image = reader.read()
    assert image.size() == QSize(640, 480)
    line = theme.runs[SCHEMES.index(Method.CENTRAL) if what is Drawn.ERROR_CURVE else 0]
    assert amount(image, line.colour) > 50
    assert amount(image, theme.surface) > 1000


@pytest.mark.parametrize(
    ("scale", "size"), [(2.0, (600, 400)), (0.5, (150, 100)), (1.5, (450, 300))]
)
def test_the_scale_multiplies_the_pixels(
    tmp_path: Path, drawn: Subject, scale: float, size: tuple[int, int]
) -> None:
    path = tmp_path / "picture.png"
    render(drawn, path, sheet=Sheet(size=(300, 200), scale=scale))
    assert QImage(str(path)).size().toTuple() == size


@pytest.mark.parametrize("what", [*FLAT, None])
def test_an_svg_is_text_and_lines(tmp_path: Path, drawn: Subject, what: Drawn | None) -> None:
    path = tmp_path / "picture.svg"
    render(drawn, path, what, sheet=Sheet(size=(640, 480)))
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 640 480"
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    expected = {
        Drawn.CONTOUR: ["f = x0**2 + x1**2", "SGD", "Adam", "at step 100"],
        Drawn.SLICE: ["Along x₀: f = x0**2 + x1**2", "SGD", "Adam", "Tangent"],
        Drawn.ERROR_CURVE: ["Error of ∇f against h: f = x0**2 + x1**2", "Central"],
        Drawn.LOSS: ["Loss", "SGD", "Adam"],
        Drawn.NORM: ["Gradient norm", "SGD", "Adam"],
        None: ["SGD", "Adam", "Central", "Loss", "Gradient norm"],
    }
    assert set(expected[what]) <= set(words)
    paths = [element.get("d", "") for element in root.iter(f"{SVG}path")]
    assert sum(len(re.findall("[ML]", d)) for d in paths) > 200
    images = len(list(root.iter(f"{SVG}image")))
    assert images == (1 if what in {Drawn.CONTOUR, None} else 0)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert renderer.defaultSize().toTuple() == (640, 480)


def test_an_svg_looks_like_the_png(tmp_path: Path, drawn: Subject) -> None:
    for ending in ("svg", "png"):
        render(drawn, tmp_path / f"picture.{ending}", sheet=Sheet(size=(500, 400)))
    png = QImage(str(tmp_path / "picture.png")).convertToFormat(QImage.Format.Format_RGB32)
    svg = QImage(png.size(), QImage.Format.Format_RGB32)
    svg.fill(QColor("red"))
    painter = QPainter(svg)
    QSvgRenderer(str(tmp_path / "picture.svg")).render(painter)
    painter.end()
    first, second = (
        np.frombuffer(image.constBits(), dtype=np.uint8).astype(int) for image in (png, svg)
    )
    assert np.abs(first - second).mean() < 4.0


@pytest.mark.parametrize("what", FLAT)
def test_nothing_in_an_svg_reaches_out_of_the_plot(tmp_path: Path, what: Drawn) -> None:
    experiment = Experiment(runs=(Run(optimizer=parse_optimizer("sgd:lr=10")),))
    path = tmp_path / "far.svg"
    render(subject_of(experiment, step=3), path, what, sheet=Sheet(size=(500, 400)))
    numbers = [
        float(number)
        for element in ET.parse(path).getroot().iter(f"{SVG}path")
        for number in re.findall(r"-?[\d.]+(?:e[+-]?\d+)?", element.get("d", ""))
    ]
    assert numbers
    assert max(map(abs, numbers)) < 2000


def test_what_a_view_shows_is_saved_without_the_readout(
    tmp_path: Path, drawn: Subject, qtbot: QtBot
) -> None:
    contour, curve = ContourView(), CurveView(Quantity.VALUE)
    for view in (contour, curve):
        qtbot.addWidget(view)
        view.set_theme(DARK)
        view.set_results(drawn.results)
        view.set_cursor(5)
    contour.set_scene(drawn.scene)
    contour.set_start((-3.0, 4.0))
    curve.picture.hovered = 50
    for view in (contour, curve):
        save_pictures(
            [view.picture], tmp_path / "view.png", sheet=Sheet(size=(420, 360), scale=2.0)
        )
        image = QImage(str(tmp_path / "view.png"))
        assert image.size().toTuple() == (840, 720)
        assert amount(image, DARK.runs[0].colour) > 50
        assert view.picture.cursor == 5
    assert curve.picture.hovered == 50
    pictures = [contour.picture, curve.picture]
    save_pictures(pictures, tmp_path / "figure.png", sheet=Sheet(size=(900, 500)))
    assert QImage(str(tmp_path / "figure.png")).size().toTuple() == (900, 500)


def test_what_was_chosen_for_the_screen_is_chosen_for_the_file(
    drawn: Subject, qtbot: QtBot
) -> None:
    contour, curve = ContourView(), CurveView(Quantity.VALUE)
    for view in (contour, curve):
        qtbot.addWidget(view)
        view.set_results(drawn.results)
    contour.set_scene(drawn.scene)
    contour.set_display(Display(colour_map=ColourMap.MAGMA, arrow_colours=True))
    curve.set_axis(LossAxis.PATH_LENGTH)
    first, second = contour.picture.still(), curve.picture.still()
    assert first.display == contour.picture.display
    assert second.axis is LossAxis.PATH_LENGTH
    size = QSizeF(400.0, 300.0)
    assert second.projection(size) == curve.picture.projection(size)


def pixels(picture: Picture) -> np.ndarray:
    image = QImage.fromData(png_bytes(Figure((picture,)), Sheet(size=(480, 400), scale=1.0)))
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), dtype=np.uint8).astype(int)


def alike(first: np.ndarray, second: np.ndarray) -> bool:
    """Tell whether images are the same, but for letters that Qt has drawn for the first time."""
    return bool(np.abs(first - second).max() <= 4)


@pytest.mark.parametrize("what", FLAT)
def test_a_still_picture_has_nothing_of_the_mouse(drawn: Subject, what: Drawn) -> None:
    picture = picture_of(replace(drawn, step=7, selected=1), what)
    plain = pixels(picture.still())
    left = {"dimmed": True, "hovered": 3, "start_held": True, "h": 0.5, "start": (1.0, 1.0)}
    if what is Drawn.CONTOUR:
        left |= {"bounds": Bounds(0.0, 1.0, 0.0, 1.0), "start": picture.start}
    if what is Drawn.SLICE:
        left |= {"window": Window(0.0, 1.0)}
    for name, value in left.items():
        if hasattr(picture, name):
            setattr(picture, name, value)
    assert not alike(pixels(picture), plain)
    assert alike(pixels(picture.still()), plain)
    assert picture.still().heading() == picture.heading()
    assert picture.still().legend() == picture.legend()


def test_stationary_points_and_ghosts_are_marked() -> None:
    formula = "(1 - x0)**2 + 100*(x1 - x0**2)**2"
    experiment = Experiment(formula=formula, start=(-1.0, 1.0), h=0.1, steps=3)
    landmarks = evaluate_landmarks(landmarks_request(experiment))
    assert landmarks is not None
    ghosts = evaluate_ghosts(ghost_request(experiment, landmarks.minima))
    assert ghosts is not None
    subject = subject_of(experiment, landmarks=landmarks, ghosts=ghosts.ghosts)
    svg = svg_bytes(Figure((picture_of(subject, Drawn.CONTOUR),)), Sheet(size=(800, 600))).decode()
    assert "minimum (1, 1)" in svg
    assert "ghost of h = 0.1" in svg
    bare = replace(subject, landmarks=None, ghosts=())
    assert (
        "minimum"
        not in svg_bytes(
            Figure((picture_of(bare, Drawn.CONTOUR),)), Sheet(size=(800, 600))
        ).decode()
    )


def test_the_heading_has_the_values_in_use() -> None:
    text = "(a - x0)**2\n  + b*x1**2\na = 1\nb = 2.50"
    subject = subject_of(Experiment(formula=text, start=(1.0, 2.0), parameters=(("a", -3.0),)))
    contour, curve = (picture_of(subject, what) for what in (Drawn.CONTOUR, Drawn.ERROR_CURVE))
    expected = "f = (a - x0)**2 + b*x1**2, a = -3.0, b = 2.50"
    assert contour.heading() == expected
    assert curve.heading() == f"Error of ∇f against h: {expected}"


@pytest.mark.parametrize(
    ("direction", "heading"),
    [(0, "Along x₀: "), (1, "Along x₁: "), (None, "Against the gradient: ")],
)
def test_a_slice_says_along_what_it_runs(
    drawn: Subject, direction: int | None, heading: str
) -> None:
    picture = picture_of(replace(drawn, direction=direction, step=2), Drawn.SLICE)
    assert picture.heading() == f"{heading}f = x0**2 + x1**2"
    assert picture.moment() == "at step 2"


def test_a_slice_like_another_is_as_near(drawn: Subject) -> None:
    near = SlicePicture(LIGHT)
    request = slice_request(drawn.results, 0, 3, 1, Window(-0.5, 0.5, follows=True))
    near.study, near.window = evaluate_slice(request), request.window
    made = slice_picture(drawn, near)
    assert made.study is not None
    assert (made.study.request.direction, made.window) == (1, request.window)
    assert made.cursor == drawn.step
    other = subject_of(Experiment(formula="x0**2 + 3*x1**2"))
    assert slice_picture(other, near).window is None


def test_one_variable_and_many_have_all_views_but_a_surface(tmp_path: Path) -> None:
    for formula, start in (("x**4 - x", (2.0,)), ("sum(x**2)", (1.0, 2.0, 3.0, 4.0, 5.0))):
        subject = subject_of(Experiment(formula=formula, start=start, steps=4))
        pictures = all_pictures(subject)
        subject.easel.discard()
        assert [p.problem() for p in pictures] == [""] * len(pictures)
        path = tmp_path / "all.svg"
        save_pictures(pictures, path)
        assert f"f = {formula}" in path.read_text(encoding="utf-8")


@without
def test_without_opengl_the_surface_is_refused_with_a_sentence(
    tmp_path: Path, drawn: Subject
) -> None:
    with pytest.raises(PictureError, match="needs OpenGL"):
        render(drawn, tmp_path / "surface.png", Drawn.SURFACE)
    assert list(tmp_path.iterdir()) == []
    assert len(all_pictures(drawn)) == len(FLAT)


@pytest.mark.gl
@pytest.mark.skipif(not HAS_OPENGL, reason="there is no OpenGL here")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_surface_is_an_image_among_lines_and_letters(tmp_path: Path, theme: Theme) -> None:
    subject = subject_of(Experiment(), theme=theme)
    render(subject, tmp_path / "surface.svg", Drawn.SURFACE, sheet=Sheet(size=(600, 500)))
    render(
        subject, tmp_path / "surface.png", Drawn.SURFACE, sheet=Sheet(size=(600, 500), scale=2.0)
    )
    render(subject, tmp_path / "all.png", None)
    assert len(all_pictures(subject)) == len(Drawn)
    subject.easel.discard()
    root = ET.parse(tmp_path / "surface.svg").getroot()
    words = {element.text for element in root.iter(f"{SVG}text")}
    assert {"x₀", "x₁", "f", "start", "f = x0**2 + x1**2"} <= words
    assert len(list(root.iter(f"{SVG}image"))) == 1
    image = QImage(str(tmp_path / "surface.png"))
    assert image.size().toTuple() == (1200, 1000)
    assert amount(image, theme.runs[0].colour) > 200


@pytest.mark.gl
@pytest.mark.skipif(not HAS_OPENGL, reason="there is no OpenGL here")
def test_a_copy_of_a_surface_leaves_it_as_it_is(drawn: Subject) -> None:
    subject = replace(drawn, easel=Easel())
    first = surface_picture(subject)
    before = pixels(first)
    other = surface_picture(subject_of(Experiment(formula="x0*x1"), theme=DARK), first)
    other.options = replace(other.options, mesh=False)
    assert not alike(pixels(other), before)
    assert alike(pixels(first), before)
    assert alike(pixels(first.still()), before)
    subject.easel.discard()
    assert "needs OpenGL" in first.problem()


@pytest.mark.parametrize("count", range(1, 8))
def test_panels_share_the_figure(count: int) -> None:
    boxes = panel_boxes(count, QSizeF(1200, 800))
    assert len(boxes) == count
    assert all(box.width() * box.height() <= boxes[0].width() * boxes[0].height() for box in boxes)
    for i, box in enumerate(boxes):
        assert box.left() >= 0
        assert box.right() <= 1200
        assert box.bottom() <= 800
        assert not any(box.intersects(other) for other in boxes[:i])


@pytest.mark.parametrize(
    ("name", "changes", "sentence"),
    [
        ("picture.bmp", {}, "has to end in .png, .svg or .pdf"),
        ("picture", {}, "has to end in .png, .svg or .pdf"),
        ("picture.png", {"size": (0, 100)}, "cannot be 0 by 100 px large"),
        ("picture.svg", {"size": (100, 0)}, "cannot be 100 by 0 px large"),
        ("picture.pdf", {"size": (1e9, 10), "unit": Unit.MILLIMETRES}, "10 mm large"),
        ("picture.png", {"scale": 1e6}, "cannot be made"),
        ("picture.png", {"scale": 1e-6}, "0 by 0 pixels cannot be made"),
    ],
)
def test_what_cannot_be_is_said_and_writes_nothing(
    tmp_path: Path, drawn: Subject, name: str, changes: dict, sentence: str
) -> None:
    with pytest.raises(PictureError, match=sentence):
        render(drawn, tmp_path / name, sheet=Sheet(**changes))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (Drawn.SURFACE, "A surface needs two variables"),
        (Drawn.SLICE, "left the range of numbers"),
        (Drawn.ERROR_CURVE, "no finite value"),
    ],
)
def test_a_sentence_alone_is_no_picture(tmp_path: Path, what: Drawn, sentence: str) -> None:
    run = Run(optimizer=parse_optimizer("sgd:lr=1e200"))
    experiment = Experiment(formula="x**4", start=(3.0,), runs=(run,))
    with pytest.raises(PictureError, match=sentence):
        render(subject_of(experiment), tmp_path / "picture.png", what)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, drawn: Subject) -> None:
    with pytest.raises(WriteError):
        render(drawn, tmp_path / "nowhere" / "picture.png")


@pytest.mark.parametrize("size", [(30, 30), (120, 80), (1, 1)])
def test_even_tiny_pictures_are_made(tmp_path: Path, drawn: Subject, size: tuple[int, int]) -> None:
    for what in (*FLAT, None):
        render(drawn, tmp_path / "tiny.png", what, sheet=Sheet(size=size))
        assert QImage(str(tmp_path / "tiny.png")).size().toTuple() == size


def test_a_run_that_ended_nowhere_is_drawn(tmp_path: Path) -> None:
    experiment = replace(Experiment(), formula="log(x0) + x1", start=(-1.0, 1.0))
    render(subject_of(experiment), tmp_path / "nan.svg", None)
    assert QSvgRenderer(str(tmp_path / "nan.svg")).isValid()
