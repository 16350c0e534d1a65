"""The landscape as map and surface: what is said in the strip, and what is switched off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.differences import Method
from gradviz.core.network.planes import PlaneKind
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.landscape import (
    Landscape,
    LandscapeOptions,
    landscape_request,
)
from gradviz.document.landscape_survey import evaluate_landscape
from gradviz.document.network_task import task_of
from gradviz.document.training import train
from gradviz.plots import landscape_words as words
from gradviz.plots.landscape_picture import LandscapeMap, LandscapeSurface
from gradviz.plots.landscape_strip import LINE, PADDING, Fact, strip_height
from gradviz.plots.numerals import MINUS
from gradviz.plots.press import PickedStep
from gradviz.plots.themes import DARK, LIGHT
from looking import pixels

if TYPE_CHECKING:
    import numpy as np
    from pytestqt.qtbot import QtBot

    from gradviz.document.results import Training
    from gradviz.plots.themes import Theme

SIZE = QSizeF(480.0, 420.0)
COARSE = LandscapeOptions(is_fine=False)


def trained(key: str, *runs: Run, **changes: object) -> Training:
    task = replace(task_of(key), **changes)
    return train(Experiment(method=Method.EXACT, runs=runs, seed=1, network=task))


def seen(training: Training, options: LandscapeOptions = COARSE) -> Landscape:
    found = evaluate_landscape(landscape_request(training, 0, 0, options))
    assert isinstance(found, Landscape)
    return found


@pytest.fixture(scope="module")
def moons() -> Training:
    runs = (Run(optimizer=Adam(lr=0.02)), Run(optimizer=SGD(lr=0.05), style=1))
    return trained("moons", *runs, epochs=20)


@pytest.fixture(scope="module")
def landscape(moons: Training) -> Landscape:
    return seen(moons)


def said(landscape: Landscape, step: int) -> dict[str, str]:
    return {fact.name: fact.value for group in words.facts(landscape, step) for fact in group}


def painted(picture: LandscapeMap | LandscapeSurface, size: QSizeF = SIZE) -> np.ndarray:
    """Return the picture as a table of ``0xRRGGBB``."""
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(picture.theme.surface))
    painter = QPainter(image)
    picture.paint(painter, size, 1.0)
    painter.end()
    return pixels(image)


def a_map(landscape: Landscape, theme: Theme = LIGHT) -> LandscapeMap:
    picture = LandscapeMap(theme)
    picture.show(landscape)
    return picture


def test_the_strip_says_how_much_the_plane_explains_and_how_true_it_is(
    landscape: Landscape,
) -> None:
    explained = landscape.plane.explained
    assert explained is not None
    facts, compared = said(landscape, 30), landscape.at(30)
    shares = facts["Explained variance"].replace("%", "").split("+")
    first, second = map(float, shares)
    assert first == pytest.approx(100 * explained[0], abs=0.051)
    assert second == pytest.approx(100 * explained[1], abs=0.051)
    assert facts["Loss of"] == "all 150 training samples"
    assert facts["At step"] == "30, epoch 6"
    assert float(facts["true loss"]) == pytest.approx(compared.true, rel=5e-3)
    assert float(facts["projected"]) == pytest.approx(compared.projected, rel=5e-3)
    assert facts["difference"][0] in {"+", MINUS}
    difference = float(facts["difference"].replace(MINUS, "-"))
    assert difference == pytest.approx(compared.difference, rel=5e-3)
    assert float(facts["off the plane"]) == pytest.approx(compared.distance, rel=5e-3)


def test_of_random_directions_the_seed_is_told(moons: Training) -> None:
    options = LandscapeOptions(kind=PlaneKind.RANDOM, seed=3, is_fine=False)
    found = seen(moons, options)
    assert said(found, 0)["Random directions"] == "filter-normalised, seed 3"
    assert "random" in a_map(found).heading()
    assert "moons" not in a_map(found).heading()  # the key of a problem is not for reading


def test_fewer_samples_than_all_are_owned_up_to(qtbot: QtBot) -> None:  # noqa: ARG001
    digits = trained("digits", Run(optimizer=Adam(lr=0.01)), epochs=1, sizes=(64, 2, 10))
    count = digits.train.count
    assert said(seen(digits), 0)["Loss of"] == f"500 of {count} training samples"


def test_a_strip_takes_as_many_lines_as_it_needs_and_the_plot_the_rest(
    qtbot: QtBot,  # noqa: ARG001
    landscape: Landscape,
) -> None:
    facts = ((Fact("a", "1"),), (Fact("b", "2"), Fact("c", "3")))
    assert strip_height(facts, 500.0) == 2 * LINE + 2 * PADDING
    assert strip_height(facts, 10.0) == 3 * LINE + 2 * PADDING
    picture = a_map(landscape)
    for width in (260.0, 480.0, 1200.0):
        size = QSizeF(width, 420.0)
        room = picture.plot_size(size)
        bottom = picture.projection(size).box.bottom
        assert bottom < room.height() < 420.0
        heights = set()
        for step in (0, 7, 100):
            picture.cursor = step
            heights.add(picture.plot_size(size).height())
        assert len(heights) == 1, "the plot must not jump while the cursor moves"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_map_and_strip_are_painted(qtbot: QtBot, landscape: Landscape, theme: Theme) -> None:  # noqa: ARG001
    picture = a_map(landscape, theme)
    picture.cursor = 50
    pixels = painted(picture)
    first = QColor(theme.run(0).colour).rgb() & 0xFFFFFF
    second = QColor(theme.run(1).colour).rgb() & 0xFFFFFF
    assert (pixels == first).sum() > 40
    assert (pixels == second).sum() > 20
    room = round(picture.plot_size(SIZE).height())
    ground = QColor(theme.surface).rgb() & 0xFFFFFF
    assert (pixels[room + 2 :] != ground).sum() > 400
    earlier = pixels[room + 2 :].copy()
    picture.cursor = 10
    assert (painted(picture)[room + 2 :] != earlier).any()


def test_a_still_is_painted_alike(qtbot: QtBot, landscape: Landscape) -> None:  # noqa: ARG001
    picture = a_map(landscape)
    picture.cursor, picture.selected = 12, 1
    assert (painted(picture) == painted(picture.still())).mean() > 0.999
    assert picture.still().legend() == picture.legend()
    assert [name for _, name, _ in picture.legend()] == ["Adam", "SGD"]


def test_a_step_under_the_pointer_tells_how_true_it_is(
    qtbot: QtBot,  # noqa: ARG001
    landscape: Landscape,
) -> None:
    picture = a_map(landscape)
    projection = picture.projection(SIZE)
    own = picture.step_rows(projection, PickedStep(0, 30, 0.0, 0.0))
    assert [row.name for row in own][1:3] == ["true loss", "projected"]
    other = picture.step_rows(projection, PickedStep(1, 30, 0.0, 0.0))
    assert [row.name for row in other] == ["direction 1, direction 2", "loss of the batch"]


def test_without_a_landscape_there_is_a_sentence(qtbot: QtBot) -> None:  # noqa: ARG001
    for picture in (LandscapeMap(LIGHT), LandscapeSurface(LIGHT)):
        assert "once the training has ended" in picture.problem()
        picture.reason = "No."
        assert picture.problem() == picture.still().problem() == "No."
        assert picture.legend() == []
        painted(picture)


def test_the_surface_names_its_axes_and_keeps_its_strip_without_opengl(
    qtbot: QtBot,  # noqa: ARG001
    landscape: Landscape,
) -> None:
    picture = LandscapeSurface(LIGHT)
    picture.show(landscape)
    assert picture.names[:2] == ("direction 1", "direction 2")
    assert picture.names[2] in {"loss", "loss (log)"}
    assert picture.lens(SIZE).height == picture.plot_size(SIZE).height() < SIZE.height()
    picture.discard()  # as where there is none
    assert "OpenGL" in picture.problem()
    room = round(picture.plot_size(SIZE).height())
    ground = QColor(LIGHT.surface).rgb() & 0xFFFFFF
    assert (painted(picture)[room + 2 :] != ground).sum() > 400


@pytest.mark.parametrize(
    "run",
    [
        Run(optimizer=SGD(lr=3.0)),
        Run(optimizer=SGD(lr=1e30)),
        Run(optimizer=SGD(lr=1e-300)),
        Run(optimizer=SGD(lr=1e-300), clip=Clipping(kind=ClipKind.VALUE, limit=5e-24)),
    ],
)
@pytest.mark.parametrize("size", [SIZE, QSizeF(60.0, 40.0), QSizeF(1.0, 1.0)])
def test_any_run_is_painted_at_any_size(qtbot: QtBot, run: Run, size: QSizeF) -> None:  # noqa: ARG001
    training = trained("linear", run, epochs=2, weights=(0.0, 0.0))
    for step in (0, 2):
        picture = a_map(seen(training))
        picture.cursor = step
        painted(picture, size)
