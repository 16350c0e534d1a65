"""Pictures of a network made for a file alone: each view at one moment, without a widget."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF

from gradviz.document.answers import answers_request, evaluate_answers
from gradviz.document.backpropagation import backpropagation_request, evaluate_backpropagation
from gradviz.document.check_values import check_request
from gradviz.document.gradient_check import evaluate_check
from gradviz.document.landscape import (
    Landscape,
    LandscapeOptions,
    landscape_request,
)
from gradviz.document.landscape_survey import evaluate_landscape
from gradviz.document.layer_values import evaluate_layer_values, layers_request
from gradviz.document.moment import moment_of
from gradviz.document.regions import evaluate_regions, regions_request
from gradviz.export.figure import panel_boxes, room_in
from gradviz.export.making import at_once, finished
from gradviz.export.network_subject import NetworkDrawn, drawable
from gradviz.plots.answers_picture import AnswersPicture
from gradviz.plots.backprop_picture import BackpropPicture
from gradviz.plots.check_picture import CheckPicture
from gradviz.plots.contour_layout import plot_aspect
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.landscape_picture import LandscapeMap, LandscapeSurface
from gradviz.plots.layers_picture import LayersPicture
from gradviz.plots.regions_picture import RegionsPicture
from gradviz.plots.series import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gradviz.document.landscape import NoLandscape
    from gradviz.export.making import Making
    from gradviz.export.network_subject import NetworkSubject
    from gradviz.plots.picture import Picture

_NOWHERE: Final = QRectF()
_NONE: Final[Mapping[NetworkDrawn, Picture]] = MappingProxyType({})


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
        made = finished(making_pictures(subject, size, drawable(subject.training), seen))
        return {what: picture for what, picture in made.items() if not picture.problem()}
    return finished(making_pictures(subject, size, whats, seen))


def picture_in(subject: NetworkSubject, what: NetworkDrawn, box: QRectF) -> Making[Picture]:
    """Make a picture for one box of a figure."""
    return _MAKERS[what](subject, box)


def making_pictures(
    subject: NetworkSubject,
    size: tuple[int, int],
    whats: Sequence[NetworkDrawn],
    seen: Mapping[NetworkDrawn, Picture],
) -> Making[dict[NetworkDrawn, Picture]]:
    """Make pictures for one figure of `size`; those that are `seen` are taken as they are."""
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
            made[what] = yield from picture_in(subject, what, boxes.get(what, _NOWHERE))
    return made


def _data(subject: NetworkSubject, box: QRectF) -> Making[Picture]:
    made = RegionsPicture(subject.theme)
    aspect = plot_aspect(room_in(box, made).size())
    request = regions_request(subject.training, subject.selected, subject.step, aspect=aspect)
    made.study = yield partial(evaluate_regions, replace(request, is_fine=True))
    return made


def _answers(subject: NetworkSubject, _box: QRectF) -> Making[Picture]:
    moment = moment_of(subject.training, subject.selected, subject.step)
    made = AnswersPicture(subject.theme)
    request = answers_request(subject.training, moment, subject.looks.answered)
    made.study = yield partial(evaluate_answers, request)
    return made


def _layers(subject: NetworkSubject, _box: QRectF) -> Making[Picture]:
    look = subject.looks.layers
    made = LayersPicture(subject.theme)
    made.look = look
    request = layers_request(subject.training, subject.selected, subject.step, look)
    made.study = yield partial(evaluate_layer_values, request)
    return made


def _backpropagation(subject: NetworkSubject, _box: QRectF) -> Making[Picture]:
    looks = subject.looks
    request = backpropagation_request(
        subject.training,
        subject.selected,
        subject.step,
        is_test=looks.is_test,
        sample=looks.sample,
    )
    made = BackpropPicture(subject.theme)
    made.study = yield partial(evaluate_backpropagation, request)
    last = made.last - (request.update is None)  # at the end of a run no update follows
    made.index = last if looks.stage is None else min(looks.stage, made.last)
    return made


def _check(subject: NetworkSubject, _box: QRectF) -> Making[Picture]:
    made = CheckPicture(subject.theme)
    request = check_request(
        subject.training,
        subject.selected,
        subject.step,
        subject.looks.checked,
        every_scheme=True,
    )
    if request is not None:
        made.study, made.h = (yield partial(evaluate_check, request)), request.h
    return made


def _landscape_map(subject: NetworkSubject, box: QRectF) -> Making[Picture]:
    """Return the map of a landscape that fills what the strip below it leaves of the box."""
    made = LandscapeMap(subject.theme)
    made.display = subject.display
    draft = yield from _show(made, subject, replace(_options(subject), is_fine=False))
    if draft is not None:
        aspect = plot_aspect(made.plot_size(room_in(box, made).size()))
        made.bounds = None
        yield from _show(made, subject, replace(_options(subject), aspect=aspect), draft)
    return made


def _landscape_surface(subject: NetworkSubject, _box: QRectF) -> Making[Picture]:
    made = LandscapeSurface(subject.theme, subject.easel)
    made.colour_map = subject.display.colour_map
    yield from _show(made, subject, _options(subject))
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
) -> Making[Landscape | None]:
    """Show a landscape, or why there is none."""
    made.cursor, made.selected = subject.step, subject.selected
    request = landscape_request(subject.training, subject.selected, subject.step, options, known)
    found: Landscape | NoLandscape | None = yield partial(evaluate_landscape, request)
    if isinstance(found, Landscape):
        made.show(found)
        return found
    made.reason = found.error.message if found is not None else ""
    return None


def _curve(quantity: Quantity, subject: NetworkSubject, _box: QRectF) -> Picture:
    made = CurvePicture(quantity, subject.theme)
    made.axis = subject.display.loss_axis
    made.results = subject.training
    made.cursor, made.selected = subject.step, subject.selected
    return made


_MAKERS: Final[dict[NetworkDrawn, Callable[[NetworkSubject, QRectF], Making[Picture]]]] = {
    NetworkDrawn.DATA: _data,
    NetworkDrawn.ANSWERS: _answers,
    NetworkDrawn.LAYERS: _layers,
    NetworkDrawn.BACKPROPAGATION: _backpropagation,
    NetworkDrawn.CHECK: _check,
    NetworkDrawn.LANDSCAPE: _landscape_map,
    NetworkDrawn.SURFACE: _landscape_surface,
    NetworkDrawn.LOSS: at_once(partial(_curve, Quantity.VALUE)),
    NetworkDrawn.ACCURACY: at_once(partial(_curve, Quantity.ACCURACY)),
    NetworkDrawn.NORM: at_once(partial(_curve, Quantity.GRADIENT_NORM)),
}
