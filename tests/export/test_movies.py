"""Moving pictures are read back frame by frame."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from gradviz.core.differences import Method
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment
from gradviz.document.network_task import task_of
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.training import train
from gradviz.export.film import (
    Film,
    frame_of,
    function_takes,
    inks_of,
    network_takes,
)
from gradviz.export.making import at_once
from gradviz.export.movies import (
    GIF,
    MOST_FRAMES,
    REST,
    SUFFIXES,
    WEBP,
    CancelledError,
    Cut,
    Frame,
    MovieError,
    check_size,
    movie_bytes,
    suffix_of,
)
from gradviz.export.network_pictures import named_network_pictures
from gradviz.export.network_subject import NetworkDrawn, NetworkSubject
from gradviz.export.sheet import Sheet
from gradviz.export.subject import Drawn, Subject, named_pictures, picture_of
from gradviz.plots.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEET = Sheet(size=(301, 200))
WHATS = [what for what in Drawn if what is not Drawn.SURFACE]


@pytest.fixture(scope="module")
def subject() -> Subject:
    experiment = Experiment(steps=10)
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None
    return Subject(results=evaluate(experiment), scene=scene, step=10)


def plain(shade: int) -> Frame:
    return Frame(40, 30, bytes([shade, 255 - shade, 7]) * (40 * 30))


@pytest.mark.parametrize(
    ("cut", "steps"),
    [
        (Cut(last=5), [0, 1, 2, 3, 4, 5]),
        (Cut(first=2, last=9, every=3), [2, 5, 8, 9]),
        (Cut(first=4, last=4), [4]),
        (Cut(last=6, every=3), [0, 3, 6]),
        (Cut(last=0), [0]),
    ],
)
def test_the_last_step_is_among_the_frames(cut: Cut, steps: list[int]) -> None:
    assert cut.steps == steps
    assert cut.is_possible


@pytest.mark.parametrize(
    "cut",
    [Cut(first=5, last=3), Cut(last=5, every=0), Cut(last=5, rate=0.0), Cut(last=MOST_FRAMES + 1)],
)
def test_some_cuts_cannot_be(cut: Cut) -> None:
    assert not cut.is_possible


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_frames_come_back_in_their_order_at_their_speed(suffix: str) -> None:
    shades = [0, 80, 160, 240]
    told: list[int] = []
    inks = [(s, 255 - s, 7) for s in shades]
    data = movie_bytes(map(plain, shades), suffix, 4.0, inks, told.append)
    with Image.open(io.BytesIO(data)) as movie:
        assert movie.size == (40, 30)
        assert movie.info["loop"] == 0
        seen, durations = [], []
        for i in range(movie.n_frames):
            movie.seek(i)
            seen.append(movie.convert("RGB").getpixel((20, 15)))
            durations.append(movie.info.get("duration", 0))
    off = 0 if suffix == GIF else 4
    np.testing.assert_allclose(list(dict.fromkeys(seen)), inks, atol=off)
    assert told == [1, 2, 3, 4]
    if suffix == GIF:
        assert durations[:3] == [250] * 3
        assert durations[-1] == pytest.approx(250 + REST, abs=150)


@pytest.mark.usefixtures("qapp")
def test_webp_keeps_white_black_and_every_edge(subject: Subject) -> None:
    film = Film(function_takes(subject, named_pictures(subject, [Drawn.LOSS])), SHEET)
    frame = frame_of(film.at(3))
    with Image.open(io.BytesIO(movie_bytes(iter([frame]), WEBP, 10.0))) as movie:
        seen = np.asarray(movie.convert("RGB"), dtype=int).ravel()
    painted = np.frombuffer(frame.data, dtype=np.uint8).astype(int)
    assert np.abs(seen - painted).max() <= 4
    whole = np.isin(painted, (0, 255))
    assert whole.any()
    np.testing.assert_array_equal(seen[whole], painted[whole])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_frame_is_enough(suffix: str) -> None:
    data = movie_bytes(iter([plain(9)]), suffix, 50.0)
    with Image.open(io.BytesIO(data)) as movie:
        assert movie.size == (40, 30)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_it_can_be_cancelled_at_any_frame(suffix: str) -> None:
    taken: list[int] = []

    def frames() -> Iterator[Frame]:
        for i in range(100):
            taken.append(i)
            yield plain(i)

    def stop(number: int) -> None:
        if number == 5:
            raise CancelledError

    with pytest.raises(CancelledError):
        movie_bytes(frames(), suffix, 10.0, on_frame=stop)
    assert len(taken) == 5


def test_too_much_is_refused_before_it_is_painted() -> None:
    check_size(1000, 1000, 1000)
    with pytest.raises(MovieError, match="take fewer steps"):
        check_size(4000, 4000, 1000)


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.gif", GIF), ("a.WebP", WEBP), ("a.png", ""), ("gif", "")]
)
def test_names(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


# --- frames --------------------------------------------------------------------------------------


def pixels(film: Film, step: int) -> np.ndarray:
    frame = frame_of(film.at(step))
    assert len(frame.data) == 3 * frame.width * frame.height
    return np.frombuffer(frame.data, np.uint8).reshape(frame.height, frame.width, 3).astype(int)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("what", WHATS)
def test_each_frame_is_the_picture_of_its_step(subject: Subject, what: Drawn) -> None:
    film = Film(function_takes(subject, named_pictures(subject, [what])), SHEET)
    at = {step: pixels(film, step) for step in (0, 7, 10)}
    assert at[7].shape == (200, 301, 3)
    if what is not Drawn.ERROR_CURVE:
        assert np.abs(at[0] - at[7]).max() > 50
    alone = Film([at_once(lambda _: picture_of(replace(subject, step=7), what))], SHEET)
    if what is not Drawn.SLICE:  # which stays where it began
        assert np.abs(pixels(alone, 7) - at[7]).max() <= 4
    assert np.abs(pixels(film, 0) - at[0]).max() <= 4  # edges are not painted alike each time


@pytest.mark.usefixtures("qapp")
def test_a_film_in_other_colours_leaves_the_pictures_alone(subject: Subject) -> None:
    made = named_pictures(subject, [Drawn.CONTOUR, Drawn.LOSS])
    film = Film(function_takes(subject, made), SHEET, DARK)
    pixels(film, 3)
    for picture in made.values():
        assert picture.theme is LIGHT
        assert picture.cursor == 10


@pytest.mark.usefixtures("qapp")
def test_a_film_of_a_network() -> None:
    task = replace(task_of("spiral"), sizes=(2, 4, 3), epochs=2)
    training = train(Experiment(network=task, method=Method.EXACT))
    subject = NetworkSubject(training=training, step=0)
    whats = [w for w in NetworkDrawn if w not in {NetworkDrawn.SURFACE, NetworkDrawn.LANDSCAPE}]
    made = named_network_pictures(subject, (900, 600), whats)
    film = Film(network_takes(subject, made, (900, 600)), Sheet(size=(900, 600)))
    assert np.abs(pixels(film, 0) - pixels(film, 16)).max() > 50


def test_the_colours_of_lines_are_in_every_palette() -> None:
    inks = inks_of(LIGHT)
    for name in (LIGHT.runs[0].colour, LIGHT.accent):
        assert tuple(bytes.fromhex(name[1:])) in inks
