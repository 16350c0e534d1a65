"""Curves of errors and ghosts as they are asked for: requests are values, answers are frozen."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method, gradient
from gradviz.core.rounding import SCHEMES, Precision
from gradviz.document.error_curve import (
    CurveProblem,
    ErrorCurve,
    ErrorCurveOptions,
    ErrorCurveRequest,
    error_curve_request,
    evaluate_error_curve,
)
from gradviz.document.evaluate import evaluate, objective_of
from gradviz.document.experiment import Experiment
from gradviz.document.ghosts import evaluate_ghosts, ghost_request

WAVES = "exp(x0)*sin(3*x1) + x0**2 + x1**2"
REQUEST = ErrorCurveRequest(formula=WAVES, point=(0.3, 0.7), method=Method.CENTRAL, h=1e-4)


def computed(request: ErrorCurveRequest = REQUEST, **changes: object) -> ErrorCurve:
    curve = evaluate_error_curve(replace(request, **changes))
    assert curve is not None
    return curve


def test_the_request_is_where_the_run_is() -> None:
    experiment = Experiment(formula="a = 2\n" + WAVES + " + a", parameters=(("a", 3.0),), steps=10)
    results = evaluate(experiment)
    options = ErrorCurveOptions(coordinate=1, single_precision=True)
    request = error_curve_request(results, 0, 4, options)
    assert request.point == tuple(results.runs[0].trajectory.x[4].tolist())
    assert request.parameters == (("a", 3.0),)
    assert (request.coordinate, request.single_precision) == (1, True)
    assert error_curve_request(results, 0, 99).point == tuple(results.runs[0].trajectory.x[10])
    assert error_curve_request(results, 0, -1).point == experiment.start
    assert hash(request) == hash(error_curve_request(results, 0, 4, options))


def test_requests_for_a_lost_run_are_equal() -> None:
    results = evaluate(Experiment(formula="sqrt(x0) + x1", start=(-1.0, 1.0), steps=5))
    first, second = (error_curve_request(results, 0, 5) for _ in range(2))
    assert math.isnan(first.point[0])
    assert first == second


def test_every_scheme_has_an_error_for_every_h() -> None:
    curve = computed(single_precision=True)
    told = [(errors.precision, errors.method) for errors in curve.schemes]
    assert told == [(precision, method) for precision in Precision for method in SCHEMES]
    assert all(errors.values.shape == curve.steps.shape for errors in curve.schemes)
    assert curve.variables == ("x0", "x1")
    assert len(computed().schemes) == len(SCHEMES)


@pytest.mark.parametrize("method", SCHEMES)
@pytest.mark.parametrize("h", [1e-4, 1e-50, 0.37])
def test_the_error_told_is_that_of_the_gradient_in_use(method: Method, h: float) -> None:
    curve = computed(method=method, h=h)
    objective = objective_of(WAVES, 2, ())
    used = np.array(gradient(objective, REQUEST.point, method, h))
    exact = np.array(objective.gradient(REQUEST.point))
    expected = math.hypot(*(used - exact)) / math.hypot(*exact)
    assert curve.error == pytest.approx(expected, rel=1e-12)
    assert curve.chosen is not None
    assert curve.chosen.values[curve.steps == h].tolist() == [curve.error]


def test_the_exact_gradient_is_in_use_without_an_error() -> None:
    curve = computed(method=Method.EXACT)
    assert (curve.error, curve.chosen, curve.shape.best) == (None, None, None)
    assert len(curve.schemes) == len(SCHEMES)


def test_a_coordinate_that_is_none_is_all() -> None:
    assert computed(coordinate=1).coordinate == 1
    for gone in (2, -1):
        curve = computed(coordinate=gone)
        assert curve.coordinate is None
        assert curve.error == computed().error


@pytest.mark.parametrize(
    ("formula", "point", "problem"),
    [
        ("sqrt(x0) + x1", (-1.0, 1.0), CurveProblem.VALUE),
        ("sqrt(x0) + x1", (0.0, 1.0), CurveProblem.GRADIENT),
        (WAVES, (math.nan, 1.0), CurveProblem.VALUE),
        (WAVES, (1e5, 1.0), CurveProblem.VALUE),
    ],
)
def test_why_there_is_none(formula: str, point: tuple[float, float], problem: CurveProblem) -> None:
    curve = computed(formula=formula, point=point)
    assert curve.problem is problem
    assert (curve.schemes, len(curve.steps), curve.error) == ((), 0, None)


def test_a_vanishing_gradient_makes_errors_absolute() -> None:
    curve = computed(formula="x0**2 + x1**2", point=(0.0, 0.0), method=Method.FORWARD, h=0.5)
    assert not curve.relative
    assert curve.error == pytest.approx(0.5 * math.sqrt(2))
    assert computed().relative


def test_half_a_curve_is_of_no_use() -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 2

    assert evaluate_error_curve(REQUEST, cancelled) is None
    assert len(asked) == 3


class TestGhosts:
    EXPERIMENT = Experiment(
        formula="(1 - x0)**2 + 100*(x1 - x0**2)**2", start=(-1.5, 2.0), method=Method.CENTRAL, h=0.1
    )

    def test_rosenbrock(self) -> None:
        answer = evaluate_ghosts(ghost_request(self.EXPERIMENT, [(1.0, 1.0)]))
        assert answer is not None
        (found,) = answer.ghosts
        assert found.x == pytest.approx((1 / 3, 1 / 9), rel=1e-9)
        assert found.of == (1.0, 1.0)

    def test_what_is_not_seen_is_none(self) -> None:
        near = replace(self.EXPERIMENT, h=1e-4)  # 2e-6 away
        assert evaluate_ghosts(ghost_request(near, [(1.0, 1.0)])).ghosts == ()
        close_up = Bounds(1 - 1e-5, 1 + 1e-5, 1 - 1e-5, 1 + 1e-5)
        assert len(evaluate_ghosts(ghost_request(near, [(1.0, 1.0)], close_up)).ghosts) == 1

    def test_panning_asks_for_nothing_new(self) -> None:
        there, here = (
            ghost_request(self.EXPERIMENT, [(1.0, 1.0)], Bounds(x, x + 4.0, 0.0, 4.0))
            for x in (0.0, 0.3)
        )
        assert there == here
        assert hash(there) == hash(here)

    def test_without_minima_there_is_nothing_to_do(self) -> None:
        assert evaluate_ghosts(ghost_request(self.EXPERIMENT, [])).ghosts == ()

    def test_a_cancel(self) -> None:
        request = ghost_request(self.EXPERIMENT, [(1.0, 1.0)])
        assert evaluate_ghosts(request, lambda: True) is None

    def test_the_least_of_pictures(self) -> None:
        tiny = Bounds(0.0, 5e-324, 0.0, 1.0)
        assert ghost_request(self.EXPERIMENT, [(1.0, 1.0)], tiny).resolution >= 0.0
