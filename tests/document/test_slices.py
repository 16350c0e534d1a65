"""Slices as they are asked for and computed: directions, windows, the step, what cannot be cut."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.bounds import Bounds
from gradviz.core.clipping import parse_clipping
from gradviz.core.differences import Method
from gradviz.core.optimizers import parse_optimizer
from gradviz.core.schedules import parse_schedule
from gradviz.document.evaluate import evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.slices import (
    DOWNHILL,
    SliceProblem,
    SliceRequest,
    SliceStudy,
    Window,
    evaluate_slice,
    slice_request,
)

if TYPE_CHECKING:
    from gradviz.document.results import Results

CUBIC = SliceRequest(formula="x**3", point=(1.5,), method=Method.CENTRAL, h=0.25, whole=(-2.0, 4.0))


def study_of(request: SliceRequest, **changes: object) -> SliceStudy:
    study = evaluate_slice(replace(request, **changes))
    assert study is not None
    return study


def results_of(optimizer: str = "sgd:lr=0.1", **changes: object) -> Results:
    of_run = {key: changes.pop(key) for key in ("schedule", "clip") if key in changes}
    run = Run(optimizer=parse_optimizer(optimizer), **of_run)
    return evaluate(replace(Experiment(runs=(run,)), **changes))


def cut_downhill(results: Results, step: int) -> SliceStudy:
    return study_of(slice_request(results, 0, step, DOWNHILL))


class TestRequest:
    def test_goes_through_where_the_run_is(self) -> None:
        results = results_of()
        assert slice_request(results, 0, 7).point == tuple(results.runs[0].trajectory.x[7])
        last = tuple(results.runs[0].trajectory.x[-1])
        assert slice_request(results, 0, 10**9).point == last

    def test_a_coordinate_has_the_range_of_the_map(self) -> None:
        start, view = (1.0, -2.0, 30.0, 4.0), Bounds(-1.0, 2.0, -3.0, 5.0)
        results = results_of(formula="sum(x**2)", start=start, view=view, plane=(1, 3))
        ranges = [slice_request(results, 0, 0, i).whole for i in range(4)]
        assert ranges == [(-2.0, 2.0), (-1.0, 2.0), (-50.0, 50.0), (-3.0, 5.0)]

    def test_of_one_variable_it_is_that_of_x(self) -> None:
        results = results_of(formula="x**2", start=(3.0,), view=Bounds(-1.0, 2.0, -3.0, 5.0))
        assert slice_request(results, 0, 0).whole == (-1.0, 2.0)

    @pytest.mark.parametrize("direction", [2, 10, -1])
    def test_a_coordinate_that_there_is_not_is_the_first(self, direction: int) -> None:
        assert slice_request(results_of(), 0, 3, direction).direction == 0

    def test_along_a_coordinate_the_optimizer_does_not_matter(self) -> None:
        first, second = results_of("sgd:lr=0.1"), results_of("adam:lr=3")
        assert slice_request(first, 0, 0, 1) == slice_request(second, 0, 0, 1)
        assert slice_request(first, 0, 0, DOWNHILL) != slice_request(second, 0, 0, DOWNHILL)

    def test_equal_requests_are_equal_where_there_are_no_numbers(self) -> None:
        results = results_of(formula="log(x0) + x1", start=(-1.0, 1.0), steps=3)
        for direction in (0, DOWNHILL):
            requests = [slice_request(results, 0, 2, direction) for _ in range(2)]
            assert requests[0] == requests[1]
            assert len(set(requests)) == 1


class TestCoordinate:
    def test_values_are_those_of_the_function(self) -> None:
        study = study_of(CUBIC)
        assert study.slice is not None
        assert study.slice.values == pytest.approx(study.slice.t**3, rel=1e-13, abs=1e-13)
        assert (study.slice.here, study.slice.value, study.slice.slope) == (1.5, 3.375, 6.75)
        inside = (study.slice.t >= -2.0) & (study.slice.t <= 4.0)
        assert inside.sum() >= 800

    def test_the_other_coordinates_stay(self) -> None:
        request = replace(CUBIC, formula="x0*x1**2", point=(3.0, 2.0), direction=1)
        study = study_of(request)
        assert study.slice is not None
        assert study.slice.values == pytest.approx(3.0 * study.slice.t**2)
        assert study.slice.slope == 12.0

    def test_ends_of_secants_are_sampled(self) -> None:
        study = study_of(CUBIC, h=1e-3)
        assert study.slice is not None
        for place in (1.5, 1.501, 1.499):
            assert np.abs(study.slice.t - place).min() < 1e-15

    def test_a_far_point_takes_no_digits_from_the_curve(self) -> None:
        study = study_of(CUBIC, point=(1e17,))
        assert study.slice is not None
        assert study.slice.values == pytest.approx(study.slice.t**3, rel=1e-13, abs=1e-13)
        assert study.slice.here == 1e17

    def test_a_window_that_follows_shows_the_stairs_of_floats(self) -> None:
        ulp = float(np.spacing(1.5))
        study = study_of(CUBIC, window=Window(-4.0 * ulp, 4.0 * ulp, follows=True))
        assert study.slice is not None
        seen = np.abs(study.slice.t) <= 4.0 * ulp
        assert seen.sum() >= 800
        assert len(np.unique(study.slice.values[seen])) == 9
        assert study.slice.here == 0.0

    def test_a_window_that_stays_is_told_by_places(self) -> None:
        study = study_of(CUBIC, window=Window(1.0, 2.0))
        assert study.slice is not None
        assert study.slice.t.min() == pytest.approx(0.5)
        assert study.slice.t.max() == pytest.approx(2.5)
        assert study.whole == (-2.0, 4.0)


class TestDownhill:
    def test_plain_descent_lands_at_its_rate(self) -> None:
        results = results_of("sgd:lr=0.1", formula="x0**2/20 + x1**2", start=(-7.0, 2.0))
        study = cut_downhill(results, 4)
        assert study.landing is not None
        assert study.landing.t == pytest.approx(0.1, rel=1e-12)
        assert study.landing.aside < 1e-9
        assert study.landing.value == pytest.approx(study.rate_value, rel=1e-12)
        assert study.landing.value == results.runs[0].trajectory.value[5]

    def test_best_is_the_cauchy_step(self) -> None:
        results = results_of(formula="x0**2/20 + x1**2", start=(-7.0, 2.0), method=Method.EXACT)
        g = np.array([-0.7, 4.0])
        study = cut_downhill(results, 0)
        assert study.search is not None
        assert study.search.best is not None
        assert study.search.best.t == pytest.approx(g @ g / (g * (0.1, 2.0) @ g), rel=1e-9)
        assert study.slice is not None
        assert study.slice.slope == pytest.approx(-(g @ g))

    def test_clipping_shortens_the_step(self) -> None:
        results = results_of("sgd:lr=0.1", clip=parse_clipping("norm:1"))  # from a gradient of 10
        study = cut_downhill(results, 0)
        assert study.landing is not None
        assert study.landing.t == pytest.approx(0.01, rel=1e-9)
        assert study.landing.aside < 1e-9

    def test_a_schedule_changes_the_rate(self) -> None:
        results = results_of("sgd:lr=0.1", schedule=parse_schedule("exponential:gamma=0.5"))
        study = cut_downhill(results, 3)
        assert study.request.leap is not None
        assert study.request.leap.lr == pytest.approx(0.0125)
        assert study.landing is not None
        assert study.landing.t == pytest.approx(0.0125, rel=1e-6)

    def test_other_optimizers_step_aside(self) -> None:
        results = results_of("adam:lr=0.3", formula="x0**2/20 + x1**2", start=(-7.0, 2.0))
        study = cut_downhill(results, 0)  # the first step is 0.3 along both axes
        g, moved = np.array([-0.7, 4.0]), np.array([0.3, -0.3])
        t = -(moved @ g) / (g @ g)
        assert study.landing is not None
        assert study.landing.t == pytest.approx(t, rel=1e-4)
        aside = np.linalg.norm(moved + t * g) / np.linalg.norm(moved)
        assert study.landing.aside == pytest.approx(aside, rel=1e-4)

    def test_the_last_point_has_no_step(self) -> None:
        study = cut_downhill(results_of(), 100)
        assert study.landing is None
        assert study.slice is not None


class TestProblems:
    def test_a_point_that_is_no_number(self) -> None:
        for point in (math.nan, math.inf):
            assert study_of(CUBIC, point=(point,)).problem is SliceProblem.POINT

    def test_no_gradient(self) -> None:
        results = results_of(formula="sqrt(x0) + x1**2", start=(-1.0, 2.0), steps=0)
        assert cut_downhill(results, 0).problem is SliceProblem.GRADIENT
        along = study_of(slice_request(results, 0, 0, 1))
        assert along.problem is None
        assert along.slice is not None
        assert np.isnan(along.slice.values).all()

    def test_a_flat_place(self) -> None:
        results = results_of(start=(0.0, 0.0), steps=3)
        assert cut_downhill(results, 1).problem is SliceProblem.FLAT
        assert study_of(slice_request(results, 0, 1, 0)).problem is None

    def test_a_gradient_that_is_rounded_to_nothing_is_flat(self) -> None:
        assert cut_downhill(results_of(h=1e-50), 0).problem is SliceProblem.FLAT

    def test_cancelled(self) -> None:
        request = slice_request(results_of(), 0, 0, DOWNHILL)
        assert evaluate_slice(request, lambda: True) is None

    @settings(max_examples=60, deadline=None)
    @given(
        formula=st.sampled_from(
            [
                "x0**2 + x1**2",
                "exp(x0*x1)",
                "log(x0)/x1",
                "1e300*x0 - x1",
                "1/x0 + sqrt(x1)",
                "x0+x1",
            ]
        ),
        point=st.tuples(st.floats(), st.floats()),
        h=st.sampled_from([1e-300, 1e-50, 1e-4, 1e300]),
        method=st.sampled_from(list(Method)),
        direction=st.sampled_from([0, 1, DOWNHILL]),
        lr=st.sampled_from([1e-10, 0.1, 1e300]),
    )
    def test_anything_is_answered(
        self,
        formula: str,
        point: tuple[float, float],
        h: float,
        method: Method,
        direction: int | None,
        lr: float,
    ) -> None:
        start = tuple(x if abs(x) < 1e300 else 1e300 for x in point)
        results = results_of(
            f"sgd:lr={lr}", formula=formula, start=start, h=h, method=method, steps=2
        )
        for step in range(3):
            study = study_of(slice_request(results, 0, step, direction))
            assert (study.slice is None) == (study.problem is not None)
