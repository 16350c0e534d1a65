"""Pictures are read back: the size, what is in them, and that they are what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from gradviz.core.optimizers import parse_optimizer
from gradviz.document.display import ColourMap, Display, LossAxis
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.export.figure import panel_boxes
from gradviz.export.files import WriteError
from gradviz.export.pictures import PictureError, render_experiment, save_figure, save_view
from gradviz.plots.contour import ContourView
from gradviz.plots.curves import CurveView, Quantity
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.results import Results
    from gradviz.document.scene import Scene

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> tuple[Results, Scene]:
    runs = tuple(
        Run(optimizer=parse_optimizer(text), style=i)
        for i, text in enumerate(["sgd:lr=0.1", "adam:lr=0.3"])
    )
    experiment = Experiment(runs=runs)
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    return evaluate(experiment), scene


def count_of(image: QImage, colour: str) -> int:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), dtype=np.uint32) & 0xFFFFFF
    return int((words == (QColor(colour).rgb() & 0xFFFFFF)).sum())


@pytest.mark.parametrize("view", ["contour", "loss", "gradient_norm", "all"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_png_has_the_size_and_the_runs(
    tmp_path: Path, drawn: tuple, view: str, theme: object
) -> None:
    path = tmp_path / "picture.png"
    render_experiment(*drawn, path=path, view=view, size=(640, 480), theme=theme)
    reader = QImageReader(str(path))
    assert bytes(reader.format().data()) == b"png"
    image = reader.read()
    assert image.size() == QSize(640, 480)
    assert count_of(image, theme.runs[0].colour) > 50
    assert count_of(image, theme.surface) > 1000


@pytest.mark.parametrize(
    ("scale", "size"), [(2.0, (600, 400)), (0.5, (150, 100)), (1.5, (450, 300))]
)
def test_the_scale_multiplies_the_pixels(
    tmp_path: Path, drawn: tuple, scale: float, size: tuple[int, int]
) -> None:
    path = tmp_path / "picture.png"
    render_experiment(*drawn, path=path, size=(300, 200), scale=scale)
    assert QImage(str(path)).size().toTuple() == size


@pytest.mark.parametrize("view", ["contour", "loss", "all"])
def test_an_svg_is_text_and_lines(tmp_path: Path, drawn: tuple, view: str) -> None:
    path = tmp_path / "picture.svg"
    render_experiment(*drawn, path=path, view=view, size=(640, 480))
    root = ET.parse(path).getroot()
    assert root.get("viewBox") == "0 0 640 480"
    words = [element.text or "" for element in root.iter(f"{SVG}text")]
    assert "SGD" in words
    assert "Adam" in words
    paths = [element.get("d", "") for element in root.iter(f"{SVG}path")]
    assert sum(len(re.findall("[ML]", d)) for d in paths) > 200
    assert len(list(root.iter(f"{SVG}image"))) == (0 if view == "loss" else 1)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert renderer.defaultSize().toTuple() == (640, 480)


def test_an_svg_looks_like_the_png(tmp_path: Path, drawn: tuple) -> None:
    for ending in ("svg", "png"):
        render_experiment(*drawn, path=tmp_path / f"picture.{ending}", size=(500, 400))
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


def test_nothing_in_an_svg_reaches_out_of_the_plot(tmp_path: Path) -> None:
    experiment = Experiment(runs=(Run(optimizer=parse_optimizer("sgd:lr=10")),))
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    path = tmp_path / "far.svg"
    render_experiment(evaluate(experiment), scene, path=path, size=(500, 400))
    numbers = [
        float(number)
        for element in ET.parse(path).getroot().iter(f"{SVG}path")
        for number in re.findall(r"-?[\d.]+(?:e[+-]?\d+)?", element.get("d", ""))
    ]
    assert numbers
    assert max(map(abs, numbers)) < 2000


def test_what_a_view_shows_is_saved_without_the_readout(
    tmp_path: Path, drawn: tuple, qtbot: object
) -> None:
    results, scene = drawn
    contour, curve = ContourView(), CurveView(Quantity.VALUE)
    for view in (contour, curve):
        qtbot.addWidget(view)
        view.resize(420, 360)
        view.set_theme(DARK)
        view.set_results(results)
        view.set_cursor(5)
    contour.set_scene(scene)
    contour.set_start((-3.0, 4.0))
    curve.picture.hovered = 50
    for view in (contour, curve):
        save_view(view, tmp_path / "view.png", scale=2.0)
        image = QImage(str(tmp_path / "view.png"))
        assert image.size().toTuple() == (840, 720)
        assert count_of(image, DARK.runs[0].colour) > 50
        assert view.picture.cursor == 5
    assert curve.picture.hovered == 50
    save_figure([contour, curve], tmp_path / "figure.png", size=(900, 500))
    assert QImage(str(tmp_path / "figure.png")).size().toTuple() == (900, 500)


def test_what_was_chosen_for_the_screen_is_chosen_for_the_file(drawn: tuple, qtbot: object) -> None:
    results, scene = drawn
    contour, curve = ContourView(), CurveView(Quantity.VALUE)
    for view in (contour, curve):
        qtbot.addWidget(view)
        view.set_results(results)
    contour.set_scene(scene)
    contour.set_display(Display(colour_map=ColourMap.MAGMA, arrow_colours=True))
    curve.set_axis(LossAxis.PATH_LENGTH)
    copies = [view.picture.still() for view in (contour, curve)]
    assert copies[0].display == contour.picture.display
    assert copies[1].axis is LossAxis.PATH_LENGTH
    size = QSizeF(400.0, 300.0)
    assert copies[1].projection(size) == curve.picture.projection(size)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
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
        ("picture.gif", {}, "has to end in .png or .svg"),
        ("picture", {}, "has to end in .png or .svg"),
        ("picture.png", {"view": "surface"}, "no view surface"),
        ("picture.png", {"size": (0, 100)}, "cannot be made"),
        ("picture.svg", {"size": (100, 0)}, "width and a height"),
        ("picture.png", {"scale": 1e6}, "cannot be made"),
    ],
)
def test_what_cannot_be_is_said_and_writes_nothing(
    tmp_path: Path, drawn: tuple, name: str, changes: dict, sentence: str
) -> None:
    with pytest.raises(PictureError, match=sentence):
        render_experiment(*drawn, path=tmp_path / name, **changes)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, drawn: tuple) -> None:
    with pytest.raises(WriteError):
        render_experiment(*drawn, path=tmp_path / "nowhere" / "picture.png")


@pytest.mark.parametrize("size", [(30, 30), (120, 80), (1, 1)])
def test_even_tiny_pictures_are_made(tmp_path: Path, drawn: tuple, size: tuple[int, int]) -> None:
    for view in ("contour", "loss", "all"):
        render_experiment(*drawn, path=tmp_path / "tiny.png", view=view, size=size)
        assert QImage(str(tmp_path / "tiny.png")).size().toTuple() == size


def test_a_run_that_ended_nowhere_is_drawn(tmp_path: Path) -> None:
    experiment = replace(Experiment(), formula="log(x0) + x1", start=(-1.0, 1.0))
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    render_experiment(evaluate(experiment), scene, path=tmp_path / "nan.svg", view="all")
    assert QSvgRenderer(str(tmp_path / "nan.svg")).isValid()
