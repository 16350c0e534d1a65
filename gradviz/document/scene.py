"""The backdrop of the contour view: the sampled function, its contour lines and arrows.

A scene depends on the function and the part of the plane that is shown, not on the runs, and is
evaluated apart from them: panning does not descend again, and editing a run samples nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.core.field import (
    Arrows,
    Bounds,
    ContourLine,
    Curve,
    Field,
    arrows,
    contour_lines,
    sample,
    sample_curve,
)
from gradviz.core.levels import levels
from gradviz.core.scales import Scale, Spacing, choose_scale
from gradviz.document.display import Display
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.objective import FormulaObjective
    from gradviz.document.experiment import Experiment

SHAPE = (321, 321)
"""Samples along y and x of a field when nobody says otherwise."""
ARROW_SHAPE = (15, 15)
CURVE_COUNT = 801
"""Samples of a function of one variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneRequest:
    """All that a scene depends on.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    method : Method
        The way to the gradient that the arrows show.
    h : float
        Step size of the differences.
    bounds : Bounds
        What is shown; of a function of one variable only x counts.
    plane : tuple of int
        The coordinates along x and y.
    held : tuple of float, shape (n,)
        A value for every coordinate; those not in `plane` are held at it.
    shape : tuple of int
        Samples along y and x.
    arrow_shape : tuple of int
        Arrows along y and x.
    scale : Scale or None
        Of the colours; None for the one that suits the values.
    spacing : Spacing or None
        Of the contour levels; None to follow the scale.
    level_count : int or None
        About how many contour levels; None for as many as suit.
    """

    formula: str
    parameters: tuple[tuple[str, float], ...] = ()
    method: Method
    h: float
    bounds: Bounds
    plane: tuple[int, int] = (0, 1)
    held: tuple[float, ...]
    shape: tuple[int, int] = SHAPE
    arrow_shape: tuple[int, int] = ARROW_SHAPE
    scale: Scale | None = None
    spacing: Spacing | None = None
    level_count: int | None = None

    @property
    def dimension(self) -> int:
        """How many variables the function has."""
        return len(self.held)

    @property
    def subject(self) -> str:
        """What is sampled, whatever the values of its parameters."""
        return self.formula


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What was sampled for a request.

    Attributes
    ----------
    request : SceneRequest
        What was asked for.
    field : Field or None
        Values over the plane; None for a function of one variable.
    curve : Curve or None
        Values along x of a function of one variable; None for any other.
    scale : Scale
        The chosen scale, or the one that suits the values.
    levels : ndarray, shape (l,)
        Levels of the contour lines.
    lines : tuple of ContourLine
        The contour lines.
    arrows : Arrows or None
        Directions of the gradient; None for a function of one variable.
    """

    request: SceneRequest
    field: Field | None
    curve: Curve | None
    scale: Scale
    levels: NDArray[np.float64]
    lines: tuple[ContourLine, ...]
    arrows: Arrows | None


def scene_request(
    experiment: Experiment,
    *,
    bounds: Bounds | None = None,
    shape: tuple[int, int] = SHAPE,
    arrow_shape: tuple[int, int] | None = None,
    display: Display | None = None,
) -> SceneRequest:
    """Return the request for the backdrop of `experiment`, its own view unless told otherwise.

    Scale, levels and arrows are those of `display`.
    """
    display = display or Display()
    return SceneRequest(
        formula=experiment.formula,
        parameters=experiment.parameters,
        method=experiment.method,
        h=experiment.h,
        bounds=bounds if bounds is not None else experiment.bounds,
        plane=experiment.plane,
        held=experiment.start,
        shape=shape,
        arrow_shape=arrow_shape or (display.arrows_across, display.arrows_across),
        scale=display.scale,
        spacing=display.spacing,
        level_count=display.level_count,
    )


def evaluate_scene(
    request: SceneRequest, cancelled: Callable[[], bool] | None = None
) -> Scene | None:
    """Sample the backdrop of a view.

    Parameters
    ----------
    request : SceneRequest
        What to sample.
    cancelled : callable, optional
        Asked between the parts of the work.

    Returns
    -------
    Scene or None
        None when cancelled: half a scene is of no use to anyone.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    objective = objective_of(request.formula, request.dimension, request.parameters)
    if request.dimension == 1:
        return _curve_scene(request, objective)
    return _field_scene(request, objective, cancelled or _never)


def _curve_scene(request: SceneRequest, objective: FormulaObjective) -> Scene:
    bounds = request.bounds
    curve = sample_curve(objective, bounds.x_min, bounds.x_max, CURVE_COUNT)
    scale = request.scale if request.scale is not None else choose_scale(curve.values)
    chosen = _levels(request, curve.values, scale)
    return Scene(request, None, curve, scale, chosen, (), None)


def _field_scene(
    request: SceneRequest, objective: FormulaObjective, cancelled: Callable[[], bool]
) -> Scene | None:
    bounds, plane, held = request.bounds, request.plane, request.held
    field = sample(objective, bounds, plane, held, request.shape)
    if cancelled():
        return None
    scale = request.scale if request.scale is not None else choose_scale(field.values)
    chosen = _levels(request, field.values, scale)
    lines = contour_lines(field, chosen)
    if cancelled():
        return None
    directions = arrows(
        objective, request.method, request.h, bounds, plane, held, request.arrow_shape
    )
    if cancelled():
        return None
    return Scene(request, field, None, scale, chosen, tuple(lines), directions)


def _levels(
    request: SceneRequest, values: NDArray[np.float64], scale: Scale
) -> NDArray[np.float64]:
    return levels(values, scale, request.spacing, request.level_count)


def _never() -> bool:
    return False
