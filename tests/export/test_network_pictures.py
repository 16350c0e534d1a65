"""Pictures of networks without a widget: they fill their figure, and are those already seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage

from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.document.answers import Samples
from gradviz.document.experiment import Experiment, Run
from gradviz.document.looks import Looks
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.export.encoders import png_bytes, svg_bytes
from gradviz.export.figure import figure_of, room_in
from gradviz.export.network_pictures import named_network_pictures
from gradviz.export.network_subject import OF_CLASSES, NetworkDrawn, NetworkSubject
from gradviz.export.sheet import Sheet
from gradviz.plots.answers_picture import AnswersPicture
from gradviz.plots.contour_layout import plot_aspect
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.landscape_picture import LandscapeMap
from gradviz.plots.regions_picture import RegionsPicture
from gradviz.plots.series import Quantity
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gradviz.document.results import Training
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = [(900, 500), (600, 600)]
FLAT = [what for what in NetworkDrawn if what is not NetworkDrawn.SURFACE]


def _trained(rule: str = "adam:lr=0.05", epochs: int = 3, problem: str = "moons") -> Training:
    sizes = {"sizes": (2, 4, 2)} if problem == "moons" else {}
    task = replace(task_of(problem), epochs=epochs, **sizes)
    runs = (Run(optimizer=parse_optimizer(rule)),)
    return train(Experiment(method=Method.EXACT, runs=runs, network=task))


def network_picture(subject: NetworkSubject, what: NetworkDrawn, size: tuple[int, int]) -> Picture:
    return named_network_pictures(subject, size, [what])[what]


def network_pictures(
    subject: NetworkSubject,
    size: tuple[int, int],
    seen: Mapping[NetworkDrawn, Picture] | None = None,
) -> list[Picture]:
    return [*named_network_pictures(subject, size, None, seen or {}).values()]


@pytest.fixture
def subject() -> Iterator[NetworkSubject]:
    training = _trained()
    made = NetworkSubject(training=training, step=training.runs[0].trajectory.steps)
    yield made
    made.easel.discard()


@pytest.mark.parametrize("what", FLAT)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_picture_is_written_in_both_formats(
    subject: NetworkSubject, what: NetworkDrawn, theme: Theme
) -> None:
    picture = network_picture(replace(subject, theme=theme), what, (640, 480))
    assert picture.problem() == ""
    figure = figure_of([picture])
    image = QImage.fromData(png_bytes(figure, Sheet(size=(640, 480), scale=1.0)))
    assert image.size() == QSize(640, 480)
    assert len({image.pixel(x, y) for x in range(0, 640, 5) for y in range(0, 480, 5)}) > 5
    assert picture.heading().encode("utf-8") in svg_bytes(figure, Sheet(size=(640, 480)))


@pytest.mark.parametrize("size", SIZES)
def test_regions_fill_their_figure(subject: NetworkSubject, size: tuple[int, int]) -> None:
    made = network_picture(subject, NetworkDrawn.DATA, size)
    assert isinstance(made, RegionsPicture)
    assert made.study is not None
    box = QRectF(0.0, 0.0, *size)
    bounds = made.study.bounds
    shown = (bounds.x_max - bounds.x_min) / (bounds.y_max - bounds.y_min)
    assert shown == pytest.approx(plot_aspect(room_in(box, made).size()), rel=1e-9)


@pytest.mark.parametrize("size", SIZES)
def test_a_landscape_fills_what_the_strip_leaves(
    subject: NetworkSubject, size: tuple[int, int]
) -> None:
    made = network_picture(subject, NetworkDrawn.LANDSCAPE, size)
    assert isinstance(made, LandscapeMap)
    assert made.landscape is not None
    options = made.landscape.request.options
    assert options.is_fine
    room = room_in(QRectF(0.0, 0.0, *size), made).size()
    assert made.plot_size(room).height() < room.height()
    assert options.aspect == pytest.approx(plot_aspect(made.plot_size(room)))
    assert made.bounds == made.landscape.scene.request.bounds


def test_pictures_that_are_seen_are_taken_as_they_are(subject: NetworkSubject) -> None:
    loss = CurvePicture(Quantity.VALUE, LIGHT)
    loss.results = subject.training
    made = network_pictures(subject, (1200, 600), {NetworkDrawn.LOSS: loss})
    assert any(picture is loss for picture in made)
    assert len(made) == len(network_pictures(subject, (1200, 600)))


def test_looks_are_followed(subject: NetworkSubject) -> None:
    for samples in Samples:
        asked = replace(subject, looks=Looks(answered=samples))
        made = network_picture(asked, NetworkDrawn.ANSWERS, (600, 400))
        assert isinstance(made, AnswersPicture)
        assert made.study is not None
        assert made.study.request.samples is samples


def test_numbers_to_meet_have_no_pictures_of_classes() -> None:
    training = _trained("sgd:lr=0.1", problem="linear")
    subject = NetworkSubject(training=training, step=3)
    headings = [picture.heading() for picture in network_pictures(subject, (1200, 600))]
    assert "Gradient norm" in headings
    assert "Accuracy" not in headings
    subject.easel.discard()
    assert {NetworkDrawn.ANSWERS, NetworkDrawn.ACCURACY} == OF_CLASSES


@pytest.mark.parametrize(
    ("rule", "epochs"), [("sgd:lr=1e300", 2), ("sgd:lr=0.1", 0), ("sgd:lr=1e-300", 1)]
)
def test_runs_that_came_to_nothing_are_drawn_all_the_same(rule: str, epochs: int) -> None:
    training = _trained(rule, epochs)
    subject = NetworkSubject(training=training, step=10**9)
    pictures = network_pictures(subject, (1200, 600))
    assert len(pictures) >= 5
    png_bytes(figure_of(pictures), Sheet(size=(1200, 600), scale=1.0))
    subject.easel.discard()


def test_a_training_under_way_is_drawn() -> None:
    partial: list[Training] = []
    task = replace(task_of("spiral"), epochs=400)
    experiment = Experiment(method=Method.EXACT, network=task)
    train(experiment, cancelled=lambda: bool(partial), on_progress=partial.append)
    assert not partial[0].complete
    subject = NetworkSubject(training=partial[0], step=1, looks=Looks(is_fine=False))
    assert network_pictures(subject, (1200, 600))
    subject.easel.discard()


def test_the_room_of_a_picture_is_within_its_box(subject: NetworkSubject) -> None:
    box = QRectF(10.0, 20.0, 300.0, 200.0)
    for what in (NetworkDrawn.DATA, NetworkDrawn.LOSS):
        room = room_in(box, network_picture(subject, what, (300, 200)))
        assert box.contains(room)
        assert room.size() != QSizeF(box.size())
