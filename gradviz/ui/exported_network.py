"""What the window shows of a network, for a file: pictures as they are seen, others like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gradviz.document.display import View
from gradviz.document.looks import Looks
from gradviz.export.network_subject import NetworkDrawn, NetworkSubject
from gradviz.plots.landscape_picture import LandscapeSurface
from gradviz.ui.exported import view_of

if TYPE_CHECKING:
    from gradviz.document.results import Training
    from gradviz.plots.picture import Picture
    from gradviz.ui.main_window import MainWindow


def network_subject_of(window: MainWindow, training: Training) -> NetworkSubject:
    """Return what pictures of a network are made of now."""
    return NetworkSubject(
        training=training,
        step=window.playback.step,
        selected=min(window.session.selected_run, len(training.runs) - 1),
        theme=window.theme,
        display=window.session.display,
        looks=_looks(window),
    )


def seen_of(window: MainWindow) -> dict[NetworkDrawn, Picture]:
    """Return the pictures of a network that are looked at."""
    seen: dict[NetworkDrawn, Picture] = {
        NetworkDrawn.LOSS: window.loss.view.picture,
        NetworkDrawn.NORM: window.norm.view.picture,
        NetworkDrawn.ACCURACY: window.network_side.accuracy.view.picture,
    }
    what = shown_in(window)
    shown = view_of(window, window.picture.shown)
    if shown is not None and what is not None:
        seen[what] = shown.picture
    return seen


def shown_in(window: MainWindow) -> NetworkDrawn | None:
    """Return which picture is in the middle; None if that is a table."""
    shown = view_of(window, window.picture.shown)
    if shown is not None and isinstance(shown.picture, LandscapeSurface):
        return NetworkDrawn.SURFACE
    return DRAWN.get(window.picture.shown)


DRAWN: Final = {
    View.DATA: NetworkDrawn.DATA,
    View.ANSWERS: NetworkDrawn.ANSWERS,
    View.LAYERS: NetworkDrawn.LAYERS,
    View.BACKPROPAGATION: NetworkDrawn.BACKPROPAGATION,
    View.CHECK: NetworkDrawn.CHECK,
    View.LANDSCAPE: NetworkDrawn.LANDSCAPE,
}
"""What the pictures in the middle are called in a file."""


def _looks(window: MainWindow) -> Looks:
    """Return what the views that have been looked at were asked to show."""
    asked: dict[str, Any] = {}
    for view, read in _READERS.items():
        panel = window.picture.panel(view)
        if panel is not None:
            asked |= read(panel)
    return Looks(**asked)


def _answers(panel: Any) -> dict[str, Any]:  # noqa: ANN401 - a panel of its kind, here and below
    study = panel.view.picture.study
    return {} if study is None else {"answered": study.request.samples}


def _layers(panel: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"layers": panel.view.picture.look}


def _backpropagation(panel: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"is_test": panel.is_test, "sample": panel.sample, "stage": panel.stage}


def _check(panel: Any) -> dict[str, Any]:  # noqa: ANN401
    study = panel.view.picture.study
    return {} if study is None else {"checked": study.request.samples}


def _landscape(panel: Any) -> dict[str, Any]:  # noqa: ANN401
    landscape = panel.view.picture.landscape
    if landscape is None:
        return {}
    options = landscape.request.options
    return {"plane": options.kind, "plane_seed": options.seed}


_READERS = {
    View.ANSWERS: _answers,
    View.LAYERS: _layers,
    View.BACKPROPAGATION: _backpropagation,
    View.CHECK: _check,
    View.LANDSCAPE: _landscape,
}
