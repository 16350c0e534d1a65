"""Pictures without a window: the only part of the command line that needs Qt."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gradviz.cli.rendering import ALL, WITH_SURFACE
from gradviz.document.evaluate import evaluate
from gradviz.document.ghosts import evaluate_ghosts, ghost_request
from gradviz.document.landmarks import evaluate_landmarks, landmarks_request
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.training import train
from gradviz.export.files import write_bytes
from gradviz.export.film import Film, frame_of, function_takes, inks_of, network_takes
from gradviz.export.movies import check_size, movie_bytes, suffix_of
from gradviz.export.network_pictures import named_network_pictures
from gradviz.export.network_subject import NetworkDrawn, NetworkSubject
from gradviz.export.pictures import save_pictures
from gradviz.export.subject import Drawn, Subject, named_pictures
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.fonts import load_fonts, text_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gradviz.cli.network_rendering import NetworkDrawing
    from gradviz.cli.rendering import Drawing
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Results
    from gradviz.document.scene import Scene
    from gradviz.export.film import Take
    from gradviz.export.movies import Cut
    from gradviz.plots.picture import Picture

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def draw(experiment: Experiment, drawing: Drawing) -> None:
    """Descend and draw into a file.

    Raises
    ------
    PictureError
        When there is no such picture: the surface needs OpenGL.
    MovieError
        When there are too many frames.
    WriteError
        When the file cannot be written.
    """
    with _application(drawing.views):
        subject = _subject(experiment, drawing)
        whats = None if drawing.views == (ALL,) else [Drawn(view) for view in drawing.views]
        try:
            made = named_pictures(subject, whats)
            if drawing.cut is None:
                _save(made, drawing)
            else:
                _save_movie(function_takes(subject, made), drawing, drawing.cut)
        finally:
            subject.easel.discard()


def draw_network(experiment: Experiment, drawing: NetworkDrawing) -> None:
    """Train and draw into a file.

    Raises
    ------
    PictureError, MovieError, WriteError
        As for `draw`; also when a view has nothing to show of this network.
    """
    with _application(drawing.views):
        subject = _network_subject(experiment, drawing)
        size = drawing.sheet.extent
        whats = None if drawing.views == (ALL,) else [NetworkDrawn(v) for v in drawing.views]
        try:
            made = named_network_pictures(subject, size, whats)
            if drawing.cut is None:
                _save(made, drawing)
            else:
                _save_movie(network_takes(subject, made, size), drawing, drawing.cut)
        finally:
            subject.easel.discard()


def _save(
    pictures: Mapping[Drawn, Picture] | Mapping[NetworkDrawn, Picture],
    drawing: Drawing | NetworkDrawing,
) -> None:
    save_pictures([*pictures.values()], drawing.out, drawing.sheet)


def _save_movie(takes: list[Take], drawing: Drawing | NetworkDrawing, cut: Cut) -> None:
    """Paint frame after frame; on a terminal it is told how far it is."""
    check_size(*drawing.sheet.pixels, len(cut.steps))
    film, theme = Film(takes, drawing.sheet), THEMES[drawing.theme]
    frames = map(frame_of, film.frames(cut))
    count, is_told = len(cut.steps), sys.stderr is not None and sys.stderr.isatty()

    def tell(number: int) -> None:
        end = "\n" if number == count else ""
        print(f"\rframe {number} of {count}", end=end, file=sys.stderr, flush=True)

    on_frame = tell if is_told else None
    data = movie_bytes(frames, suffix_of(drawing.out), cut.rate, inks_of(theme), on_frame)
    write_bytes(drawing.out, data)


def _network_subject(experiment: Experiment, drawing: NetworkDrawing) -> NetworkSubject:
    training = train(experiment)
    return NetworkSubject(
        training=training,
        step=min(drawing.step, max(run.trajectory.steps for run in training.runs)),
        selected=drawing.selected,
        theme=THEMES[drawing.theme],
        display=drawing.display,
        looks=drawing.looks,
    )


@contextmanager
def _application(views: tuple[str, ...]) -> Iterator[None]:
    """Keep an application that can draw `views` while the block lasts."""
    _kept = QGuiApplication.instance() or _started(views)
    load_fonts()
    QGuiApplication.setFont(text_font())
    yield


def _started(views: tuple[str, ...]) -> QGuiApplication:
    """Return an application that can draw what is wanted."""
    if WITH_SURFACE & {*views}:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - OpenGL comes by a widget

        return QApplication(sys.argv[:1])
    return QGuiApplication(sys.argv[:1])


def _subject(experiment: Experiment, drawing: Drawing) -> Subject:
    """Compute all that is drawn."""
    results = evaluate(experiment)
    last = max(run.trajectory.steps for run in results.runs)
    step = last if drawing.step is None else min(drawing.step, experiment.steps)
    subject = Subject(
        results=results,
        scene=_scene(results, step, drawing),
        step=step,
        selected=drawing.selected,
        theme=THEMES[drawing.theme],
        display=drawing.display,
        direction=drawing.direction,
    )
    return _marked(subject) if drawing.marks else subject


def _scene(results: Results, step: int, drawing: Drawing) -> Scene:
    """Sample the function where the run is, if it has more variables than are shown."""
    trajectory = results.runs[drawing.selected].trajectory
    held = tuple(trajectory.x[min(step, trajectory.steps)].tolist())
    request = scene_request(results.experiment, display=drawing.display)
    scene = evaluate_scene(replace(request, held=held))
    assert scene is not None  # noqa: S101 (nobody cancels)
    return scene


def _marked(subject: Subject) -> Subject:
    """Find the stationary points in sight, and the ghosts of minima."""
    experiment = subject.results.experiment
    landmarks = evaluate_landmarks(landmarks_request(experiment))
    assert landmarks is not None  # noqa: S101 (nobody cancels)
    ghosts = evaluate_ghosts(ghost_request(experiment, landmarks.minima))
    assert ghosts is not None  # noqa: S101 (nobody cancels)
    return replace(subject, landmarks=landmarks, ghosts=ghosts.ghosts)
