"""Pictures made for a file alone: each view of an experiment at one moment, without a widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from gradviz.document.display import Display
from gradviz.document.error_curve import (
    ErrorCurveOptions,
    error_curve_request,
    evaluate_error_curve,
)
from gradviz.document.slices import evaluate_slice, slice_request
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.error_curve_picture import ErrorCurvePicture
from gradviz.plots.series import Quantity
from gradviz.plots.slice_picture import SlicePicture
from gradviz.plots.surface_easel import Easel
from gradviz.plots.surface_picture import SurfacePicture
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gradviz.core.ghost import Ghost
    from gradviz.document.landmarks import Landmarks
    from gradviz.document.results import Results
    from gradviz.document.scene import Scene
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme


class Drawn(StrEnum):
    """What can be drawn."""

    CONTOUR = "contour"
    SURFACE = "surface"
    SLICE = "slice"
    ERROR_CURVE = "h"
    LOSS = "loss"
    NORM = "gradient-norm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What pictures are made of.

    Attributes
    ----------
    results : Results
        The runs.
    scene : Scene
        What lies under them.
    step : int
        Where all runs are seen.
    selected : int
        The run that is drawn above the others, and whose slice and h curve are shown.
    theme : Theme
        Colours.
    display : Display
        How things are drawn; scale, levels and number of arrows are those of the scene.
    landmarks : Landmarks or None
        Stationary points to be marked.
    ghosts : tuple of Ghost
        Where the numerical gradient vanishes instead, to be marked too.
    direction : int or None
        Along which coordinate the slice runs; None for against the gradient.
    easel : Easel
        What surfaces are drawn on; who makes a subject discards it in the end.
    """

    results: Results
    scene: Scene
    step: int
    selected: int = 0
    theme: Theme = LIGHT
    display: Display = field(default_factory=Display)
    landmarks: Landmarks | None = None
    ghosts: tuple[Ghost, ...] = ()
    direction: int | None = 0
    easel: Easel = field(default_factory=Easel)


class _Shown(Protocol):
    """What most pictures show."""

    theme: Theme
    results: Any  # each picture takes all that it can draw
    cursor: int
    selected: int


def picture_of(subject: Subject, what: Drawn) -> Picture:
    """Return a picture."""
    return _MAKERS[what](subject)


def named_pictures(subject: Subject, whats: Sequence[Drawn] | None = None) -> dict[Drawn, Picture]:
    """Return pictures by what they are; without `whats` all there can be.

    The surface needs OpenGL and two variables.
    """
    made = {what: picture_of(subject, what) for what in (Drawn if whats is None else whats)}
    if whats is None and made[Drawn.SURFACE].problem():
        del made[Drawn.SURFACE]
    return made


def all_pictures(subject: Subject) -> list[Picture]:
    """Return all pictures there can be."""
    return [*named_pictures(subject).values()]


def _contour(subject: Subject) -> Picture:
    made = ContourPicture(subject.theme)
    made.scene, made.bounds = subject.scene, subject.scene.request.bounds
    made.start = subject.results.experiment.start
    made.display = subject.display
    made.marked.landmarks, made.marked.ghosts = subject.landmarks, subject.ghosts
    _fill(made, subject)
    return made


def surface_picture(subject: Subject, like: SurfacePicture | None = None) -> SurfacePicture:
    """Return the surface, drawn on the same easel and seen from the same side as another one."""
    made = SurfacePicture(subject.theme, subject.easel) if like is None else like.still()
    made.scene, made.colour_map = subject.scene, subject.display.colour_map
    _fill(made, subject)
    return made


def slice_picture(subject: Subject, like: SlicePicture | None = None) -> SlicePicture:
    """Return the slice, along the same line and of the same function as near as another one."""
    made = SlicePicture(subject.theme)
    direction = subject.direction
    if like is not None and like.study is not None:
        direction, made = like.study.request.direction, like.still()
        if like.study.request.formula != subject.results.experiment.formula:
            made.window = None
    request = slice_request(subject.results, subject.selected, subject.step, direction, made.window)
    made.study = evaluate_slice(request)
    _fill(made, subject)
    return made


def error_curve_picture(
    subject: Subject, like: ErrorCurvePicture | None = None
) -> ErrorCurvePicture:
    """Return the h curve, of the same derivative and precisions as another one."""
    options = ErrorCurveOptions()
    if like is not None and like.curve is not None:
        earlier = like.curve.request
        options = ErrorCurveOptions(
            coordinate=earlier.coordinate, single_precision=earlier.single_precision
        )
    request = error_curve_request(subject.results, subject.selected, subject.step, options)
    made = ErrorCurvePicture(subject.theme)
    made.curve, made.h = evaluate_error_curve(request), request.h
    return made


def _loss(subject: Subject) -> Picture:
    return _curve(subject, Quantity.VALUE)


def _norm(subject: Subject) -> Picture:
    return _curve(subject, Quantity.GRADIENT_NORM)


def _curve(subject: Subject, quantity: Quantity) -> Picture:
    made = CurvePicture(quantity, subject.theme)
    made.axis = subject.display.loss_axis
    _fill(made, subject)
    return made


def _fill(made: _Shown, subject: Subject) -> None:
    made.theme, made.results = subject.theme, subject.results
    made.cursor, made.selected = subject.step, subject.selected


_MAKERS: dict[Drawn, Callable[[Subject], Picture]] = {
    Drawn.CONTOUR: _contour,
    Drawn.SURFACE: surface_picture,
    Drawn.SLICE: slice_picture,
    Drawn.ERROR_CURVE: error_curve_picture,
    Drawn.LOSS: _loss,
    Drawn.NORM: _norm,
}
