"""What pictures say of themselves to who cannot see them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.document.error_curve import error_curve_request, evaluate_error_curve
from gradviz.document.landmarks import evaluate_landmarks, landmarks_request
from gradviz.document.slice_request import slice_request
from gradviz.document.slices import evaluate_slice
from gradviz.plots.contour_picture import ContourPicture
from gradviz.plots.curve_picture import CurvePicture
from gradviz.plots.error_curve_picture import ErrorCurvePicture
from gradviz.plots.series import Quantity
from gradviz.plots.slice_picture import SlicePicture
from gradviz.plots.summary import MOST_RUNS, summary
from gradviz.plots.surface_picture import SurfacePicture
from gradviz.plots.themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Results


def map_of(drawn: object, step: int = 0) -> ContourPicture:
    picture = ContourPicture(LIGHT)
    picture.scene, picture.results, picture.cursor = drawn.scene, drawn.results, step
    picture.bounds = drawn.scene.request.bounds
    return picture


def test_a_map_tells_function_step_place_and_minimum(bowl: object) -> None:
    picture = map_of(bowl, 22)
    found = evaluate_landmarks(landmarks_request(bowl.results.experiment))
    picture.marked.landmarks = found
    x = bowl.results.runs[0].trajectory
    words = summary(picture)
    assert words.startswith("f = x0**2 + x1**2, at step 22. ")
    assert "SGD: 0.00136" in words
    assert "Momentum: " in words
    assert "SGD at (−0.02214, 0.02951)." in words
    assert [round(v, 5) for v in x.x[22]] == [-0.02214, 0.02951]
    assert "Minimum at (" in words
    picture.selected = 1
    assert "Momentum at (" in summary(picture)


def test_saddles_are_named(descend: Callable[..., object]) -> None:
    drawn = descend(formula="x0**2 - x1**2", steps=3)
    picture = map_of(drawn)
    picture.marked.landmarks = evaluate_landmarks(landmarks_request(drawn.results.experiment))
    assert "Saddle point at (0, 0): 0." in summary(picture)


@pytest.mark.parametrize("start", [(3.0,), (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)])
def test_any_number_of_variables(descend: Callable[..., object], start: tuple[float, ...]) -> None:
    drawn = descend(formula="np.sum(x**2)", start=start, steps=2)
    words = summary(map_of(drawn, 1))
    assert "SGD at " in words
    assert ("x₂" in words) == (len(start) > 2)


def test_many_runs_are_counted(descend: Callable[..., object]) -> None:
    drawn = descend(*["sgd:lr=0.1"] * (MOST_RUNS + 3), steps=1)
    assert "and 3 more." in summary(map_of(drawn))


@pytest.mark.parametrize(
    "picture",
    [
        ContourPicture(LIGHT),
        SlicePicture(LIGHT),
        ErrorCurvePicture(LIGHT),
        SurfacePicture(LIGHT),
        *(CurvePicture(quantity, LIGHT) for quantity in Quantity),
    ],
)
def test_without_anything_to_show_it_says_so(picture: object) -> None:
    words = summary(picture)
    assert words
    assert words == words.strip()


def test_curves_tell_every_run(bowl: object) -> None:
    picture = CurvePicture(Quantity.GRADIENT_NORM, LIGHT)
    picture.results, picture.cursor = bowl.results, 0
    assert summary(picture) == "Gradient norm, at step 0. SGD: 10.0; Momentum: 10.0."


def test_a_slice_tells_its_slopes(bowl: object) -> None:
    picture = SlicePicture(LIGHT)
    picture.results = bowl.results
    picture.study = evaluate_slice(slice_request(bowl.results, 0, 0, 0))
    words = summary(picture)
    assert "Along x₀: f = x0**2 + x1**2, at step 0." in words
    assert "Tangent: −6" in words


def test_errors_tell_the_best_h(bowl: object) -> None:
    picture = ErrorCurvePicture(LIGHT)
    picture.curve = evaluate_error_curve(error_curve_request(bowl.results, 0, 0))
    words = summary(picture)
    assert "at (−3, 4)" in words
    assert "Central, h = 10⁻⁴: " in words
    assert "exact on quadratics" in words


@given(st.lists(st.tuples(*[st.floats(width=64)] * 2), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_any_numbers_can_be_told(
    strange: Callable[[np.ndarray], Results], points: list[tuple[float, float]]
) -> None:
    results = strange(np.array(points))
    picture = ContourPicture(LIGHT)
    picture.results, picture.cursor = results, len(points) - 1
    words = summary(picture)
    assert ("nan" in words) or all(not math.isnan(v) for v in points[-1])
    assert words
