"""Pictures without a window: the only part of the command line that needs Qt."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gradviz.cli.rendering import WITH_SURFACE
from gradviz.document.display import Display
from gradviz.document.evaluate import evaluate
from gradviz.document.ghosts import evaluate_ghosts, ghost_request
from gradviz.document.landmarks import evaluate_landmarks, landmarks_request
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.document.training import train
from gradviz.export.network_subject import (
    NetworkDrawn,
    NetworkSubject,
    network_picture,
    network_pictures,
)
from gradviz.export.pictures import render, save_pictures
from gradviz.export.sheet import Sheet
from gradviz.export.subject import Drawn, Subject
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.fonts import load_fonts, text_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gradviz.cli.network_rendering import NetworkDrawing
    from gradviz.cli.rendering import Drawing
    from gradviz.document.experiment import Experiment
    from gradviz.document.results import Results
    from gradviz.document.scene import Scene
    from gradviz.plots.picture import Picture

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def draw(experiment: Experiment, drawing: Drawing) -> None:
    """Descend and draw into a PNG or SVG file.

    Raises
    ------
    PictureError
        When there is no such picture: the surface needs OpenGL.
    WriteError
        When the file cannot be written.
    """
    with _application(drawing.view):
        subject = _subject(experiment, drawing)
        what = None if drawing.view == "all" else Drawn(drawing.view)
        try:
            render(subject, drawing.out, what, Sheet(size=drawing.size))
        finally:
            subject.easel.discard()


def draw_network(experiment: Experiment, drawing: NetworkDrawing) -> None:
    """Train and draw into a PNG or SVG file.

    Raises
    ------
    PictureError, WriteError
        As for `draw`; also when a view has nothing to show of this network.
    """
    with _application(drawing.view):
        subject = _network_subject(experiment, drawing)
        try:
            pictures = _network_pictures(subject, drawing)
            save_pictures(pictures, drawing.out, Sheet(size=drawing.size))
        finally:
            subject.easel.discard()


def _network_subject(experiment: Experiment, drawing: NetworkDrawing) -> NetworkSubject:
    training = train(experiment)
    return NetworkSubject(
        training=training,
        step=min(drawing.step, max(run.trajectory.steps for run in training.runs)),
        theme=THEMES[drawing.theme],
        display=Display(colour_map=drawing.colours),
        looks=drawing.looks,
    )


def _network_pictures(subject: NetworkSubject, drawing: NetworkDrawing) -> list[Picture]:
    if drawing.view == "all":
        return network_pictures(subject, drawing.size)
    return [network_picture(subject, NetworkDrawn(drawing.view), drawing.size)]


@contextmanager
def _application(view: str) -> Iterator[None]:
    """Keep an application that can draw `view` while the block lasts."""
    _kept = QGuiApplication.instance() or _started(view)
    load_fonts()
    QGuiApplication.setFont(text_font())
    yield


def _started(view: str) -> QGuiApplication:
    """Return an application that can draw what is wanted."""
    if view in WITH_SURFACE:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - OpenGL comes by a widget

        return QApplication(sys.argv[:1])
    return QGuiApplication(sys.argv[:1])


def _subject(experiment: Experiment, drawing: Drawing) -> Subject:
    """Compute all that is drawn."""
    results = evaluate(experiment)
    last = max(run.trajectory.steps for run in results.runs)
    step = last if drawing.step is None else drawing.step
    display = Display(colour_map=drawing.colours)
    subject = Subject(
        results=results,
        scene=_scene(results, step, display),
        step=step,
        theme=THEMES[drawing.theme],
        display=display,
        direction=drawing.direction,
    )
    return _marked(subject) if drawing.marks else subject


def _scene(results: Results, step: int, display: Display) -> Scene:
    """Sample the function where the first run is, if it has more variables than are shown."""
    trajectory = results.runs[0].trajectory
    held = tuple(trajectory.x[min(step, trajectory.steps)].tolist())
    request = scene_request(results.experiment, display=display)
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
