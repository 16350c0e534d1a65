"""Samples over regions, as pixels: tints, boundaries, marks, rings, hatching, and what is said."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.network.losses import Loss
from gradviz.core.network.regions import regions_of
from gradviz.document.experiment import Experiment
from gradviz.document.network_task import NetworkTask, OwnTable, task_of
from gradviz.document.regions import (
    COMPONENTS,
    RegionsKind,
    RegionsRequest,
    RegionsStudy,
    evaluate_regions,
    regions_request,
)
from gradviz.document.training import train
from gradviz.plots.frames import painting
from gradviz.plots.regions_ground import regions_image
from gradviz.plots.regions_hover import hover_rows, nearest, sample_rows
from gradviz.plots.regions_marks import MOST, chosen, mark_size
from gradviz.plots.regions_picture import RegionsPicture
from gradviz.plots.regions_state import RegionsLayers
from gradviz.plots.regions_words import percent
from gradviz.plots.themes import DARK, LIGHT, Theme
from looking import amount

if TYPE_CHECKING:
    from gradviz.document.results import Training

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = QSizeF(420.0, 400.0)
NOTHING = RegionsLayers(regions=False, train=False, test=False, rings=False)
NETWORKS = {
    "logistic": [3.0, -3.0, 0.0, 0.0, 0.0, 0.0],
    "linear": [2.0, 1.0],
}


@lru_cache(maxsize=16)
def training(task: NetworkTask) -> Training:
    return train(Experiment(network=task, seed=1, method=Method.EXACT))


def study_of(key: str, epochs: int = 0, **options: object) -> RegionsStudy:
    task = replace(task_of(key), epochs=epochs, weights=tuple(NETWORKS.get(key, ())) or None)
    study = evaluate_regions(regions_request(training(task), 0, 10**6, **options))
    assert study is not None
    return study


def drawn(study: RegionsStudy | None, theme: Theme = LIGHT, **state: object) -> QImage:
    picture = RegionsPicture(theme)
    picture.study = study
    for name, value in state.items():
        setattr(picture, name, value)
    return painted(picture)


def painted(picture: RegionsPicture, size: QSizeF = SIZE) -> QImage:
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(picture.theme.surface))
    with painting(image) as painter:
        picture.paint(painter, size, 1.0)
    return image


def near(colour: QColor, token: str, by: int = 3) -> bool:
    other = QColor(token)
    parts = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= by for a, b in parts)


def at(image: QImage, picture: RegionsPicture, x: float, y: float) -> QColor:
    projection = picture.projection(SIZE)
    assert projection is not None
    across, down = projection.place(x, y)
    return image.pixelColor(round(across), round(down))


def test_each_point_of_the_grid_has_the_tint_of_its_class_or_none() -> None:
    x = np.linspace(-1.0, 1.0, 3)
    lead = np.tile(np.array([-50.0, 0.0, 50.0]), (3, 1))
    scores = np.stack([-lead, lead])
    scores[:, 2, 2] = math.nan
    image = regions_image(regions_of(scores, Loss.CROSS_ENTROPY, x, x), 2, LIGHT)
    assert near(image.pixelColor(0, 1), LIGHT.class_style(0).tint, 1)
    assert near(image.pixelColor(2, 1), LIGHT.class_style(1).tint, 1)
    assert near(image.pixelColor(1, 1), LIGHT.surface, 1)  # as probable as the other
    assert image.pixelColor(2, 0).alpha() == 0  # the highest ordinate is the first row


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sides_of_a_straight_boundary_have_the_tints_of_their_classes(theme: Theme) -> None:
    # scores 3*x0 and -3*x0: the classes part at x0 = 0
    study = study_of("logistic")
    picture = RegionsPicture(theme)
    picture.study = study
    picture.layers = RegionsLayers(train=False, test=False)
    image = painted(picture)
    assert near(at(image, picture, 2.2, 0.1), theme.class_style(0).tint)
    assert near(at(image, picture, -2.2, 0.1), theme.class_style(1).tint)
    assert not near(at(image, picture, 0.0, 0.1), theme.surface, 60)  # the line between them
    assert near(at(image, picture, 0.08, 0.13), theme.surface, 36)  # pale beside it


def test_every_layer_changes_the_picture() -> None:
    study = study_of("moons")
    full = drawn(study)
    for name in ("regions", "train", "test", "rings"):
        assert drawn(study, layers=replace(RegionsLayers(), **{name: False})) != full
    assert drawn(study, theme=DARK) != full
    assert drawn(study, dimmed=True) != full
    assert drawn(study, bounds=Bounds(-0.5, 0.5, -0.5, 0.5)) != full
    assert drawn(study, layers=NOTHING) == drawn(study, layers=NOTHING)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("key", ["spiral", "digits"])
def test_classes_are_seen_before_a_training_when_most_are_mistaken(key: str, theme: Theme) -> None:
    study = study_of(key)
    assert study.train.is_wrong.mean() > 0.4
    plain = RegionsLayers(regions=False, rings=False)
    told = drawn(study, theme, layers=replace(plain, rings=True))
    assert told != drawn(study, theme, layers=plain)
    inks = [theme.class_style(label).colour for label in range(len(study.classes))]
    seen, all_there = (
        sum(amount(image, ink) for ink in inks)
        for image in (told, drawn(study, theme, layers=plain))
    )
    assert seen > 0.7 * all_there


def test_a_few_mistaken_have_rings_though_others_have_dark_rims() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study_of("spiral")
    picture.layers = RegionsLayers(regions=False, rings=True)
    study, crowded = picture.study, painted(picture)
    places = study.train.places
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    alone = int(np.argmax(np.where(study.train.is_wrong, np.sort(apart)[:, 1], 0.0)))
    few = np.arange(len(places)) == alone
    none = np.zeros_like(study.test.is_wrong)
    picture.study = replace(
        study, train=replace(study.train, is_wrong=few), test=replace(study.test, is_wrong=none)
    )
    ringed = painted(picture)
    projection = picture.projection(SIZE)
    assert projection is not None
    x, y = projection.place(*places[alone].tolist())
    radius = mark_size(300, 400.0).ring - 0.7
    angles = np.linspace(0.0, 2.0 * math.pi, 24)
    ring = [
        (round(x + radius * math.cos(turn)), round(y + radius * math.sin(turn))) for turn in angles
    ]
    dark = [
        sum(image.pixelColor(*at).lightness() < 110 for at in ring) for image in (ringed, crowded)
    ]
    assert dark[0] >= 10
    assert dark[1] == 0


def test_a_wheel_that_has_moved_shows_the_old_regions_in_their_place() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study_of("logistic")
    picture.layers = RegionsLayers(train=False, test=False)
    picture.bounds = Bounds(1.0, 9.0, -4.0, 4.0)
    image = painted(picture)
    assert near(at(image, picture, 1.8, 0.0), LIGHT.class_style(0).tint)
    assert near(at(image, picture, 8.5, 1.0), LIGHT.surface)  # not computed yet
    assert picture.still().bounds is None


@pytest.mark.parametrize("key", ["spiral", "digits", "iris", "linear", "simplenet"])
@pytest.mark.parametrize("number", [math.nan, math.inf, 1e308])
def test_a_network_that_diverged_is_drawn_hatched(key: str, number: float) -> None:
    moment = study_of(key).request.moment
    broken = replace(moment, weights=np.full_like(moment.weights, number))
    study = evaluate_regions(RegionsRequest(moment=broken))
    assert study is not None
    image = drawn(study)
    if math.isnan(number):
        assert study.unknown == len(study.train.places) + len(study.test.places)
        assert image != drawn(study_of(key))
    picture = RegionsPicture(LIGHT)
    picture.study = study
    projection = picture.projection(SIZE)
    assert projection is not None
    rows = hover_rows(study, projection, (200.0, 200.0), LIGHT)
    assert "not a number" in rows[-1].value or not math.isnan(number)


@pytest.mark.parametrize("size", [(220, 200), (60, 40), (1200, 300), (30, 500), (1, 1)])
def test_pictures_of_any_size_are_painted(size: tuple[int, int]) -> None:
    for key in ("digits", "linear", "iris"):
        picture = RegionsPicture(LIGHT)
        picture.study = study_of(key)
        painted(picture, QSizeF(*size))


def test_the_slope_and_intercept_of_a_line_are_written() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study_of("linear")
    assert picture.note() == "y = 2.000 x + 1.000"
    weights = np.array([-0.5, -3.0])
    moment = replace(picture.study.request.moment, weights=weights)
    picture.study = evaluate_regions(RegionsRequest(moment=moment))
    assert picture.note() == "y = −0.5000 x − 3.000"


def test_what_lies_beside_the_plane_is_said_in_words() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study_of("spiral")
    assert picture.note() == ""
    picture.study = study_of("iris")
    assert picture.note() == "regions where the other inputs are at their mean"
    picture.layers = replace(picture.layers, regions=False)
    assert picture.note() == ""
    picture.study = study_of("digits")
    assert picture.study.axes == COMPONENTS
    assert picture.note() == "64 inputs along their two main directions"


def test_heading_and_moment_tell_network_step_and_epoch() -> None:
    picture = RegionsPicture(LIGHT)
    assert (picture.problem(), picture.heading()) == ("Nothing to show yet.", "")
    picture.study = study_of("moons", epochs=2)
    assert picture.problem() == ""
    assert picture.heading() == "Decision regions of 2-16-2"
    assert picture.moment() == "at step 10, epoch 2"
    assert picture.legend() == []


def test_the_nearest_sample_is_found_and_told_about() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study = study_of("logistic")
    projection = picture.projection(SIZE)
    assert projection is not None
    place = projection.place(*study.train.places[7].tolist())
    found = nearest(picture, projection, place)
    assert found is not None
    assert (found.answered is study.train, found.index) == (True, 7)
    first, last = sample_rows(study, found, LIGHT)
    assert first.name == "train sample 7"
    assert first.value == study.classes[study.train.targets[7]]
    answer = study.train.answers[7]
    share = percent(float(study.train.probabilities[7]))
    assert last.value == f"{study.classes[answer]}, {share}"
    picture.layers = NOTHING
    assert nearest(picture, projection, place) is None


def test_the_readout_tells_the_logistic_curve() -> None:
    picture = RegionsPicture(LIGHT)
    picture.study = study = study_of("logistic")
    projection = picture.projection(SIZE)
    assert projection is not None
    rows = hover_rows(study, projection, projection.place(0.25, 1.0), LIGHT)
    odds = 1.0 / (1.0 + math.exp(-6.0 * 0.25))
    assert [row.value for row in rows[2:]] == [percent(odds), percent(1.0 - odds)]
    assert [row.name for row in rows] == ["x₀", "x₁", "0", "1"]


def test_one_input_with_classes_shows_their_probabilities() -> None:
    text = "width,kind\n" + "".join(f"{i},{'ab'[i > 4]}\n" for i in range(10))
    task = NetworkTask(
        problem="own",
        sizes=(1, 2),
        table=OwnTable("own.csv", text),
        weights=(-1.0, 1.0, 4.5, -4.5),
        test_share=0.0,
        epochs=0,
    )
    study = evaluate_regions(regions_request(training(task), 0, 0))
    assert study is not None
    assert study.kind is RegionsKind.ODDS
    picture = RegionsPicture(LIGHT)
    picture.study = study
    picture.layers = replace(picture.layers, train=False)
    image = painted(picture)
    for label, x in ((0, 1.0), (1, 8.0)):
        ink = LIGHT.class_style(label).colour
        assert near(at(image, picture, x, 1.0), ink, 90)
        assert not near(at(image, picture, x, 0.5), ink, 90)


def test_of_very_many_samples_some_are_drawn() -> None:
    assert chosen(10).tolist() == list(range(10))
    some = chosen(50_000)
    assert len(some) == MOST
    assert (some[0], some[-1], len(set(some.tolist()))) == (0, 49_999, MOST)
    assert chosen(0).tolist() == []


def test_a_file_of_shapes_gets_shapes() -> None:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(SIZE.toSize())
    picture = RegionsPicture(LIGHT)
    picture.study = study_of("moons")
    painter = QPainter(generator)
    picture.paint(painter, SIZE, 1.0)
    painter.end()
    buffer.close()
    text = bytes(data.data()).decode()
    assert text.count("<image") == 1  # the tints alone
    assert LIGHT.class_style(0).colour.lower() in text.lower()


def test_shares_are_never_rounded_up_to_certainty() -> None:
    assert [percent(p) for p in (0.0, 0.1234, 0.9999, 1.0)] == [
        "0.0 %",
        "12.3 %",
        ">99.9 %",
        "100.0 %",
    ]
