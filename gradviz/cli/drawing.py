"""Pictures without a window: the only part of the command line that needs Qt."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from gradviz.document.evaluate import evaluate
from gradviz.document.scene import evaluate_scene, scene_request
from gradviz.export.pictures import render_experiment
from gradviz.plots.themes import DARK, LIGHT
from gradviz.ui.fonts import load_fonts, text_font

if TYPE_CHECKING:
    from pathlib import Path

    from gradviz.document.experiment import Experiment

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def draw(
    experiment: Experiment, out: Path, *, view: str, size: tuple[int, int], theme: str
) -> None:
    """Descend and draw the view of that name into a PNG or SVG file.

    Raises
    ------
    WriteError
        When the file cannot be written.
    """
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()
    QGuiApplication.setFont(text_font())
    scene = evaluate_scene(scene_request(experiment))
    assert scene is not None  # noqa: S101 (nobody cancels)
    render_experiment(
        evaluate(experiment), scene, path=out, view=view, size=size, theme=THEMES[theme]
    )
