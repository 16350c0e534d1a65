"""Pictures of a network made for a file alone: each view at one moment, without a widget."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF

from gradviz.document.answers import answers_request, evaluate_answers
from gradviz.document.backpropagation import backpropagation_request, evaluate_backpropagation
from gradviz.document.check_values import check_request
from gradviz.document.display import Display
from gradviz.document.gradient_check import evaluate_check
from gradviz.document.landscape import (
    Landscape,
    LandscapeOptions,
    landscape_request,
)
from gradviz.document.landscape_survey import evaluate_landscape
from gradviz.document.layer_values import evaluate_layer_values, layers_request
from gradviz.document.looks import Looks
from gradviz.document.moment import moment_of
from gradviz.document.regions import evaluate_regions, regions_request
from gradviz.export.figure import panel_boxes, room_in
from gradviz.plots.answers_picture import AnswersPicture
from gradviz.plots.backprop_picture import BackpropPicture
from gradviz.plots.check_picture import CheckPicture
from gradviz.plots.contour_layout import plot_aspect
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.landscape_picture import LandscapeMap, LandscapeSurface
from gradviz.plots.layers_picture import LayersPicture
from gradviz.plots.regions_picture import RegionsPicture
from gradviz.plots.series import Quantity
from gradviz.plots.surface_easel import Easel
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gradviz.document.landscape import NoLandscape
    from gradviz.document.results import Training
    from gradviz.plots.picture import Picture
    from gradviz.plots.themes import Theme


class NetworkDrawn(StrEnum):
    """What can be drawn of a network."""

    DATA = "data"
    ANSWERS = "answers"
    LAYERS = "layers"
    BACKPROPAGATION = "backprop"
    CHECK = "check"
    LANDSCAPE = "landscape"
    SURFACE = "landscape-surface"
    LOSS = "loss"
    ACCURACY = "accuracy"
    NORM = "gradient-norm"


OF_CLASSES: Final = frozenset({NetworkDrawn.ANSWERS, NetworkDrawn.ACCURACY})
"""What there is only where samples have classes."""
STUDIED: Final = frozenset(
    {
        NetworkDrawn.DATA,
        NetworkDrawn.ANSWERS,
        NetworkDrawn.LAYERS,
        NetworkDrawn.BACKPROPAGATION,
        NetworkDrawn.CHECK,
    }
)
"""What has to be computed anew at every step; all else has a cursor."""
_NOWHERE: Final = QRectF()
_NONE: Final[Mapping[NetworkDrawn, Picture]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSubject:
    """What pictures are made of.

    Attributes
    ----------
    training : Training
        The runs.
    step : int
        Where they are seen.
    selected : int
        The run that is drawn above the others, and of which most views are alone.
    theme : Theme
        Colours.
    display : Display
        How things are drawn.
    looks : Looks
        What single views show.
    easel : Easel
        What surfaces are drawn on; who makes a subject discards it in the end.
    """

    training: Training
    step: int
    selected: int = 0
    theme: Theme = LIGHT
    display: Display = field(default_factory=Display)
    looks: Looks = field(default_factory=Looks)
    easel: Easel = field(default_factory=Easel)


def network_picture(subject: NetworkSubject, what: NetworkDrawn, size: tuple[int, int]) -> Picture:
    """Return a picture for a figure of `size` that it fills alone."""
    return picture_in(subject, what, panel_boxes(1, QSizeF(*size))[0])


def picture_in(subject: NetworkSubject, what: NetworkDrawn, box: QRectF) -> Picture:
    """Return a picture for one box of a figure."""
    return _MAKERS[what](subject, box)


def network_pictures(
    subject: NetworkSubject,
    size: tuple[int, int],
    seen: Mapping[NetworkDrawn, Picture] = _NONE,
) -> list[Picture]:
    """Return all pictures there can be, for one figure of `size`; those that are `seen` as such."""
    return [*named_network_pictures(subject, size, None, seen).values()]


def named_network_pictures(
    subject: NetworkSubject,
    size: tuple[int, int],
    whats: Sequence[NetworkDrawn] | None = None,
    seen: Mapping[NetworkDrawn, Picture] = _NONE,
) -> dict[NetworkDrawn, Picture]:
    """Return pictures by what they are, for one figure of `size`.

    Parameters
    ----------
    subject : NetworkSubject
        What they are made of.
    size : tuple of int
        Of the figure.
    whats : sequence of NetworkDrawn, optional
        Which ones. Without it all there can be: the surface needs OpenGL, answers and accuracy
        need classes; without, the gradient norm is in their place, as in the window.
    seen : mapping of NetworkDrawn to Picture
        Those that are taken as they are.
    """
    if whats is None:
        made = _made(subject, size, drawable(subject.training), seen)
        return {what: picture for what, picture in made.items() if not picture.problem()}
    return _made(subject, size, whats, seen)


def drawable(training: Training) -> list[NetworkDrawn]:
    """Return what there is to draw of a training, if there is OpenGL."""
    without = {NetworkDrawn.NORM} if training.train.classes else OF_CLASSES
    return [what for what in NetworkDrawn if what not in without]


def _made(
    subject: NetworkSubject,
    size: tuple[int, int],
    whats: Sequence[NetworkDrawn],
    seen: Mapping[NetworkDrawn, Picture],
) -> dict[NetworkDrawn, Picture]:
    flat = [what for what in whats if what is not NetworkDrawn.SURFACE]
    places = panel_boxes(max(1, len(flat)), QSizeF(*size))
    boxes: dict[NetworkDrawn, QRectF] = dict(zip(flat, places, strict=False))
    made: dict[NetworkDrawn, Picture] = {}
    for what in whats:
        if what in seen:
            made[what] = seen[what]
        elif what is NetworkDrawn.SURFACE and NetworkDrawn.LANDSCAPE in made:
            made[what] = _raised(subject, made[NetworkDrawn.LANDSCAPE])
        else:
            made[what] = _MAKERS[what](subject, boxes.get(what, _NOWHERE))
    return made


def _data(subject: NetworkSubject, box: QRectF) -> Picture:
    made = RegionsPicture(subject.theme)
    aspect = plot_aspect(room_in(box, made).size())
    request = regions_request(subject.training, subject.selected, subject.step, aspect=aspect)
    made.study = evaluate_regions(replace(request, is_fine=True))
    return made


def _answers(subject: NetworkSubject, _box: QRectF) -> Picture:
    moment = moment_of(subject.training, subject.selected, subject.step)
    made = AnswersPicture(subject.theme)
    made.study = evaluate_answers(answers_request(subject.training, moment, subject.looks.answered))
    return made


def _layers(subject: NetworkSubject, _box: QRectF) -> Picture:
    look = subject.looks.layers
    made = LayersPicture(subject.theme)
    made.look = look
    made.study = evaluate_layer_values(
        layers_request(subject.training, subject.selected, subject.step, look)
    )
    return made


def _backpropagation(subject: NetworkSubject, _box: QRectF) -> Picture:
    looks = subject.looks
    request = backpropagation_request(
        subject.training,
        subject.selected,
        subject.step,
        is_test=looks.is_test,
        sample=looks.sample,
    )
    made = BackpropPicture(subject.theme)
    made.study = evaluate_backpropagation(request)
    last = made.last - (request.update is None)  # at the end of a run no update follows
    made.index = last if looks.stage is None else min(looks.stage, made.last)
    return made


def _check(subject: NetworkSubject, _box: QRectF) -> Picture:
    made = CheckPicture(subject.theme)
    request = check_request(
        subject.training,
        subject.selected,
        subject.step,
        subject.looks.checked,
        every_scheme=True,
    )
    if request is not None:
        made.study, made.h = evaluate_check(request), request.h
    return made


def _landscape_map(subject: NetworkSubject, box: QRectF) -> Picture:
    """Return the map of a landscape that fills what the strip below it leaves of the box."""
    made = LandscapeMap(subject.theme)
    made.display = subject.display
    draft = _show(made, subject, replace(_options(subject), is_fine=False))
    if draft is not None:
        aspect = plot_aspect(made.plot_size(room_in(box, made).size()))
        made.bounds = None
        _show(made, subject, replace(_options(subject), aspect=aspect), draft)
    return made


def _landscape_surface(subject: NetworkSubject, _box: QRectF) -> Picture:
    made = LandscapeSurface(subject.theme, subject.easel)
    made.colour_map = subject.display.colour_map
    _show(made, subject, _options(subject))
    return made


def _raised(subject: NetworkSubject, flat: Picture) -> Picture:
    """Return the surface of a landscape whose map there is already."""
    made = LandscapeSurface(subject.theme, subject.easel)
    made.colour_map = subject.display.colour_map
    made.cursor, made.selected = subject.step, subject.selected
    if isinstance(flat, LandscapeMap):
        made.show(flat.landscape)
    return made


def _options(subject: NetworkSubject) -> LandscapeOptions:
    looks = subject.looks
    return LandscapeOptions(kind=looks.plane, seed=looks.plane_seed, is_fine=looks.is_fine)


def _show(
    made: LandscapeMap | LandscapeSurface,
    subject: NetworkSubject,
    options: LandscapeOptions,
    known: Landscape | None = None,
) -> Landscape | None:
    """Show a landscape, or why there is none."""
    made.cursor, made.selected = subject.step, subject.selected
    request = landscape_request(subject.training, subject.selected, subject.step, options, known)
    found: Landscape | NoLandscape | None = evaluate_landscape(request)
    if isinstance(found, Landscape):
        made.show(found)
        return found
    made.reason = found.error.message if found is not None else ""
    return None


def _loss(subject: NetworkSubject, _box: QRectF) -> Picture:
    return _curve(subject, Quantity.VALUE)


def _accuracy(subject: NetworkSubject, _box: QRectF) -> Picture:
    return _curve(subject, Quantity.ACCURACY)


def _norm(subject: NetworkSubject, _box: QRectF) -> Picture:
    return _curve(subject, Quantity.GRADIENT_NORM)


def _curve(subject: NetworkSubject, quantity: Quantity) -> Picture:
    made = CurvePicture(quantity, subject.theme)
    made.axis = subject.display.loss_axis
    made.results = subject.training
    made.cursor, made.selected = subject.step, subject.selected
    return made


_MAKERS: dict[NetworkDrawn, Callable[[NetworkSubject, QRectF], Picture]] = {
    NetworkDrawn.DATA: _data,
    NetworkDrawn.ANSWERS: _answers,
    NetworkDrawn.LAYERS: _layers,
    NetworkDrawn.BACKPROPAGATION: _backpropagation,
    NetworkDrawn.CHECK: _check,
    NetworkDrawn.LANDSCAPE: _landscape_map,
    NetworkDrawn.SURFACE: _landscape_surface,
    NetworkDrawn.LOSS: _loss,
    NetworkDrawn.ACCURACY: _accuracy,
    NetworkDrawn.NORM: _norm,
}
