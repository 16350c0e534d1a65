"""What a network makes of the plane its samples lie in: regions of classes, a field, or a curve."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gradviz.core.network.metrics import NO_CLASS, predictions, probabilities
from gradviz.core.network.regions import Regions, regions_of, scores_on
from gradviz.document.moment import Moment, moment_of
from gradviz.document.regions_ground import COMPONENTS, Axes, Ground, ground_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.bounds import Bounds
    from gradviz.core.network.data import Data
    from gradviz.core.network.input_planes import InputPlane
    from gradviz.document.results import Training

__all__ = [
    "COMPONENTS",
    "Answered",
    "Axes",
    "RegionsKind",
    "RegionsRequest",
    "RegionsStudy",
    "evaluate_regions",
    "regions_request",
]

COARSE: Final = 121
"""Points along both sides of the plane while a network trains."""
FINE: Final = 301
"""The same once it rests."""
CURVE: Final = 401
"""Points of a curve over one input."""
_COARSE_WORK: Final = 60e6
"""Weights times points, about 10 ms: a larger network is asked at fewer points."""
_FINE_WORK: Final = 1e9
_FEWEST: Final = 25


class RegionsKind(StrEnum):
    """What there is to see."""

    CLASSES = "classes"
    """Over a plane of inputs, which class leads."""
    FIELD = "field"
    """Over a plane of inputs, the number that is answered."""
    ODDS = "odds"
    """Over the one input, how probable each class is."""
    LINE = "line"
    """Over the one input, the number that is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsRequest:
    """All that regions depend on.

    Attributes
    ----------
    moment : Moment
        The network.
    axes : tuple of int or None
        The inputs across and upwards, or `COMPONENTS`; None for those that tell most.
    bounds : Bounds or None
        What is shown; None for what suits the samples.
    aspect : float
        How wide the plot is to its height: bounds of a plane are grown to that.
    is_fine : bool
        Whether there is time for many points.
    """

    moment: Moment
    axes: Axes | None = None
    bounds: Bounds | None = None
    aspect: float = 1.0
    is_fine: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """Samples with what the network answers.

    Attributes
    ----------
    places : ndarray, shape (b, 2)
        Where they are in the picture, in its units.
    targets : ndarray, shape (b,)
        The number of the class of each, or the number that belongs to it.
    answers : ndarray, shape (b,)
        The number of the class it is taken for, `NO_CLASS` where scores are no numbers; or the
        number that is answered.
    probabilities : ndarray, shape (b,)
        How probable the network holds that class to be; nan of numbers.
    is_wrong : ndarray, shape (b,)
        Whether it is taken for another class than its own.
    unknown : int
        How many are of no class for the network, or answered with what is no number.
    """

    places: NDArray[np.float64]
    targets: NDArray[Any]
    answers: NDArray[Any]
    probabilities: NDArray[np.float64]
    is_wrong: NDArray[np.bool_]
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegionsStudy:
    """What was computed for a request.

    Attributes
    ----------
    request : RegionsRequest
        What was asked for.
    kind : RegionsKind
        What there is to see.
    inputs_named, classes : tuple of str
        Names of all inputs and of the classes, of which numbers have none.
    axes : tuple of int
        The inputs across and upwards, or `COMPONENTS`.
    plane : InputPlane or None
        The plane through the space of inputs; None for one input.
    bounds : Bounds
        What is shown, edges included.
    x, y : ndarray, shape (nx,) and (ny,)
        Where the network was asked; `y` is empty for one input.
    regions : Regions or None
        Of `CLASSES`.
    field : ndarray, shape (ny, nx), or None
        Of `FIELD`: the answers.
    curves : ndarray, shape (m, nx), or None
        Of `ODDS` the probability of each class, of `LINE` one row of answers.
    line : tuple of float or None
        Slope and intercept, where the answers of `LINE` lie on a straight line for sure.
    span : tuple of float
        The lowest and the highest target, of numbers.
    train, test : Answered
        The samples.
    """

    request: RegionsRequest
    kind: RegionsKind
    inputs_named: tuple[str, ...]
    classes: tuple[str, ...]
    axes: Axes
    plane: InputPlane | None
    bounds: Bounds
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    regions: Regions | None = None
    field: NDArray[np.float64] | None = None
    curves: NDArray[np.float64] | None = None
    line: tuple[float, float] | None = None
    span: tuple[float, float] = (0.0, 1.0)
    train: Answered
    test: Answered

    @property
    def is_slice(self) -> bool:
        """Whether there are inputs beside those of the axes, so that other samples lie beside."""
        return len(self.inputs_named) > 2  # noqa: PLR2004 - a plane has two

    @property
    def unknown(self) -> int:
        """How many samples have no answer."""
        return self.train.unknown + self.test.unknown

    def answer_at(self, x: float, y: float) -> NDArray[np.float64]:
        """Return the probabilities of the classes, or the numbers answered, at a place, (m,)."""
        moment = self.request.moment
        inputs = np.array([x]) if self.plane is None else self.plane.point(x, y)
        with np.errstate(all="ignore"):
            scores = moment.network.scores(moment.weights, inputs[None, :])
        if not self.classes:
            return np.asarray(scores[0])
        return np.asarray(probabilities(scores, moment.network.loss)[0])


def regions_request(
    training: Training,
    index: int,
    step: int,
    *,
    axes: Axes | None = None,
    bounds: Bounds | None = None,
    aspect: float = 1.0,
    shown: RegionsStudy | None = None,
) -> RegionsRequest:
    """Return the request for run `index` at a step: few points first, many once it rests.

    Parameters
    ----------
    training : Training
        What is shown; while it goes on there is no time for many points.
    index, step : int
        Which run, after how many updates.
    axes, bounds, aspect
        As in `RegionsRequest`.
    shown : RegionsStudy, optional
        What is seen already. A large network gets many points only where it has been seen with
        few.
    """
    moment = moment_of(training, index, step)
    wanted = RegionsRequest(moment=moment, axes=axes, bounds=bounds, aspect=aspect)
    if not training.complete:
        return wanted
    fine = replace(wanted, is_fine=True)
    is_quick = moment.network.size * FINE**2 <= _COARSE_WORK
    is_next = shown is not None and shown.request in (wanted, fine)
    return fine if is_quick or is_next else wanted


def evaluate_regions(
    request: RegionsRequest, cancelled: Callable[[], bool] | None = None
) -> RegionsStudy | None:
    """Ask a network about its samples and the plane they are seen in.

    Parameters
    ----------
    request : RegionsRequest
        What to compute.
    cancelled : callable, optional
        Asked about every thousand points.

    Returns
    -------
    RegionsStudy or None
        None when cancelled.
    """
    moment = request.moment
    train, test = moment.train, moment.test
    ground = ground_of(train, test, request.axes)
    bounds = request.bounds or ground.bounds
    shown = _plane_answers if ground.plane is not None else _line_answers
    if ground.plane is not None:
        bounds = bounds.filling(request.aspect)
    found = shown(request, ground, bounds, cancelled)
    if found is None:
        return None
    return RegionsStudy(
        request=request,
        inputs_named=train.inputs_named,
        classes=train.classes,
        axes=ground.axes,
        plane=ground.plane,
        bounds=bounds,
        span=ground.span,
        train=_answered(moment, train, ground.places[0]),
        test=_answered(moment, test, ground.places[1]),
        **found,
    )


def _plane_answers(
    request: RegionsRequest,
    ground: Ground,
    bounds: Bounds,
    cancelled: Callable[[], bool] | None,
) -> dict[str, Any] | None:
    moment, plane = request.moment, ground.plane
    assert plane is not None  # noqa: S101 - asked of planes alone
    side = _side(moment.network.size, is_fine=request.is_fine)
    x = np.linspace(bounds.x_min, bounds.x_max, side)
    y = np.linspace(bounds.y_min, bounds.y_max, side)
    scores = scores_on(moment.network, moment.weights, plane, x, y, cancelled)
    if scores is None:
        return None
    if not moment.train.classes:
        return {"kind": RegionsKind.FIELD, "x": x, "y": y, "field": scores[0]}
    regions = regions_of(scores, moment.network.loss, x, y)
    return {"kind": RegionsKind.CLASSES, "x": x, "y": y, "regions": regions}


def _line_answers(
    request: RegionsRequest,
    _: Ground,
    bounds: Bounds,
    _cancelled: Callable[[], bool] | None,
) -> dict[str, Any]:
    network, weights = request.moment.network, request.moment.weights
    x = np.linspace(bounds.x_min, bounds.x_max, CURVE)
    with np.errstate(all="ignore"):
        scores = network.scores(weights, x[:, None])
    found: dict[str, Any] = {"kind": RegionsKind.LINE, "x": x, "y": np.empty(0)}
    if request.moment.train.classes:
        odds = probabilities(scores, network.loss).T.copy()
        odds[:, ~np.isfinite(scores).all(axis=1)] = math.nan
        return found | {"kind": RegionsKind.ODDS, "curves": odds}
    if len(network.layers) == 1:
        own = network.views(weights)[0]
        found["line"] = (float(own[0][0, 0]), float(own[1][0]) if network.has_bias else 0.0)
    return found | {"curves": scores.T[:1].copy()}


def _side(weights: int, *, is_fine: bool) -> int:
    """Return the points along a side of the plane that there is time for."""
    most, work = (FINE, _FINE_WORK) if is_fine else (COARSE, _COARSE_WORK)
    return min(most, max(_FEWEST, math.isqrt(int(work / weights))))


def _answered(moment: Moment, data: Data, places: NDArray[np.float64]) -> Answered:
    with np.errstate(all="ignore"):
        scores = moment.network.scores(moment.weights, data.inputs)
    if not data.classes:
        answers = scores[:, 0]
        none = np.zeros(data.count, dtype=bool)
        blank = np.full(data.count, math.nan)
        unknown = int((~np.isfinite(answers)).sum())
        return Answered(places, data.targets[:, 0], answers, blank, none, unknown)
    found, labels = predictions(scores, moment.network.loss), data.labels
    lost = found.labels == NO_CLASS
    if moment.network.sizes[0] == 1:
        odds = probabilities(scores, moment.network.loss)[np.arange(data.count), labels]
        places = np.stack([places[:, 0], np.where(lost, math.nan, odds)], axis=1)
    wrong = ~lost & (found.labels != labels)
    return Answered(places, labels, found.labels, found.probabilities, wrong, int(lost.sum()))
