"""The curve of errors: how far numerical gradients at a point are from the exact one, against h."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from gradviz.core.arms import Shape, shape, truncates
from gradviz.core.rounding import (
    SCHEMES,
    Precision,
    error_at,
    error_curve,
    is_relative,
    reference,
    step_sizes,
)
from gradviz.document.evaluate import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from gradviz.core.differences import Method
    from gradviz.core.objective import FormulaObjective
    from gradviz.document.results import Results


class CurveProblem(StrEnum):
    """Why there is no curve."""

    VALUE = "value"
    """f is not a finite number at the point."""
    GRADIENT = "gradient"
    """The exact gradient is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCurveOptions:
    """What the reader chose to see.

    Attributes
    ----------
    coordinate : int or None
        The partial derivative to look at; None for the norm of the gradient's error.
    single_precision : bool
        Whether to show errors in float32 beside those in float64.
    """

    coordinate: int | None = None
    single_precision: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCurveRequest:
    """All that a curve of errors depends on.

    Attributes
    ----------
    formula : str
        The objective as typed.
    parameters : tuple of (str, float)
        Values that replace those the formula gives its named parameters.
    point : tuple of float, shape (n,)
        Where the gradient is taken.
    method : Method
        The scheme in use.
    h : float
        Its step size.
    coordinate : int or None
        The partial derivative to look at; None, or one that there is not, for the norm.
    single_precision : bool
        Whether to compute in float32 too.
    """

    formula: str
    parameters: tuple[tuple[str, float], ...] = ()
    point: tuple[float, ...]
    method: Method
    h: float
    coordinate: int | None = None
    single_precision: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class SchemeErrors:
    """The errors of one scheme.

    Attributes
    ----------
    method : Method
        The scheme.
    precision : Precision
        What is computed in.
    values : ndarray, shape (m,)
        The error at each step size: not negative, 0 where exact, nan or inf where the scheme
        meets undefined or overflowing values.
    """

    method: Method
    precision: Precision
    values: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ErrorCurve:
    """What was computed for a request.

    Attributes
    ----------
    request : ErrorCurveRequest
        What was asked for.
    variables : tuple of str, shape (n,)
        Names of the variables.
    coordinate : int or None
        The partial derivative looked at; None for the norm.
    problem : CurveProblem or None
        Why there is no curve: then all that follows is empty.
    steps : ndarray, shape (m,)
        Step sizes, ascending; the request's own is one of them.
    schemes : tuple of SchemeErrors
        One for each scheme, then those in float32 if asked for.
    relative : bool
        Whether errors are relative to the exact gradient; they are not where that is 0.
    error : float or None
        The error of the gradient in use; None of the exact one.
    truncating : bool
        Whether the scheme in use has a truncation error, by the formula's degree.
    shape : Shape
        Best h and arms of the scheme in use.
    """

    request: ErrorCurveRequest
    variables: tuple[str, ...]
    coordinate: int | None
    problem: CurveProblem | None
    steps: NDArray[np.float64]
    schemes: tuple[SchemeErrors, ...]
    relative: bool
    error: float | None
    truncating: bool
    shape: Shape

    @property
    def chosen(self) -> SchemeErrors | None:
        """The errors of the scheme in use, in float64; None for the exact gradient."""
        found = (s for s in self.schemes if s.method is self.request.method)
        return next(found, None)


def error_curve_request(
    results: Results, run_index: int, step: int, options: ErrorCurveOptions | None = None
) -> ErrorCurveRequest:
    """Return the request for where a run of `results` is at a step, or at its last one."""
    options = options or ErrorCurveOptions()
    experiment, trajectory = results.experiment, results.runs[run_index].trajectory
    point = trajectory.x[min(max(step, 0), len(trajectory) - 1)].tolist()
    return ErrorCurveRequest(
        formula=experiment.formula,
        parameters=experiment.parameters,
        # always the same nan, so that equal requests are equal
        point=tuple(math.nan if math.isnan(value) else value for value in point),
        method=experiment.method,
        h=experiment.h,
        coordinate=options.coordinate,
        single_precision=options.single_precision,
    )


def evaluate_error_curve(
    request: ErrorCurveRequest, cancelled: Callable[[], bool] | None = None
) -> ErrorCurve | None:
    """Compute the errors of all schemes.

    Parameters
    ----------
    request : ErrorCurveRequest
        What to compute.
    cancelled : callable, optional
        Asked between the schemes.

    Returns
    -------
    ErrorCurve or None
        None when cancelled.

    Raises
    ------
    FormulaError
        When the formula cannot be read.
    ExperimentError
        When it has another number of variables, or no such parameters.
    """
    objective = objective_of(request.formula, len(request.point), request.parameters)
    coordinate = request.coordinate
    if coordinate is not None and not 0 <= coordinate < objective.dimension:
        coordinate = None
    problem = _problem(objective, request.point)
    if problem is not None:
        return _without_curve(request, objective, coordinate, problem)
    steps = step_sizes(request.h)
    schemes = []
    for precision in Precision if request.single_precision else (Precision.DOUBLE,):
        for method in SCHEMES:
            if cancelled is not None and cancelled():
                return None
            values = error_curve(objective, request.point, method, steps, coordinate, precision)
            schemes.append(SchemeErrors(method, precision, values))
    return _told(request, objective, coordinate, steps, schemes)


def _problem(objective: FormulaObjective, point: tuple[float, ...]) -> CurveProblem | None:
    if not np.isfinite(objective.value(point)):
        return CurveProblem.VALUE
    return None if np.isfinite(objective.gradient(point)).all() else CurveProblem.GRADIENT


def _without_curve(
    request: ErrorCurveRequest,
    objective: FormulaObjective,
    coordinate: int | None,
    problem: CurveProblem,
) -> ErrorCurve:
    return ErrorCurve(
        request=request,
        variables=objective.formula.variables,
        coordinate=coordinate,
        problem=problem,
        steps=np.empty(0),
        schemes=(),
        relative=True,
        error=None,
        truncating=False,
        shape=Shape(None, ()),
    )


def _told(
    request: ErrorCurveRequest,
    objective: FormulaObjective,
    coordinate: int | None,
    steps: NDArray[np.float64],
    schemes: list[SchemeErrors],
) -> ErrorCurve:
    """Find out what there is to say of the scheme in use."""
    method, point = request.method, request.point
    truncating = truncates(objective.formula, method, coordinate)
    chosen = next((s.values for s in schemes if s.method is method), None)
    error, found = None, Shape(None, ())
    if chosen is not None:
        error = error_at(objective, point, method, request.h, coordinate)
        chosen[steps == request.h] = error
        found = shape(steps, chosen, method, truncating=truncating)
    return ErrorCurve(
        request=request,
        variables=objective.formula.variables,
        coordinate=coordinate,
        problem=None,
        steps=steps,
        schemes=tuple(schemes),
        relative=is_relative(reference(objective, point), coordinate),
        error=error,
        truncating=truncating,
        shape=found,
    )
