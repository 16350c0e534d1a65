"""Landmarks: the box that is searched, and what comes of it."""

from __future__ import annotations

import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.stationary import StationaryKind
from gradviz.document.experiment import Experiment
from gradviz.document.landmarks import Landmarks, evaluate_landmarks, landmarks_request

BOUNDS = Bounds(-2.0, 3.0, -1.0, 4.0)


def found_for(experiment: Experiment) -> Landmarks:
    found = evaluate_landmarks(landmarks_request(experiment, BOUNDS))
    assert found is not None
    return found


def test_the_view_is_searched() -> None:
    request = landmarks_request(Experiment(start=(9.0, 9.0)), BOUNDS)
    assert (request.low, request.high) == ((-2.0, -1.0), (3.0, 4.0))


def test_of_one_variable_only_x_counts() -> None:
    request = landmarks_request(Experiment(formula="x**2", start=(9.0,)), BOUNDS)
    assert (request.low, request.high) == ((-2.0,), (3.0,))


def test_what_is_not_shown_is_searched_as_far_as_the_start() -> None:
    experiment = Experiment(formula="sum(x**2)", start=(9.0, 0.0, 7.0, 9.0), plane=(3, 1))
    request = landmarks_request(experiment, BOUNDS)
    assert request.low == (-2.0, -1.0, -2.0, -2.0)
    assert request.high == (9.0, 4.0, 7.0, 3.0)


def test_the_start_does_not_matter_to_a_plane() -> None:
    one, other = (landmarks_request(Experiment(start=s), BOUNDS) for s in ((0, 0), (1, 2)))
    assert one == other
    assert hash(one) == hash(other)


def test_without_bounds_the_experiment_s_own_are_searched() -> None:
    assert landmarks_request(Experiment(view=BOUNDS)) == landmarks_request(Experiment(), BOUNDS)


def test_parameters_are_replaced() -> None:
    experiment = Experiment(
        formula="a = 1.0\n(x0 - a)**2 + x1**2", parameters=(("a", 2.5),), start=(0.0, 0.0)
    )
    assert found_for(experiment).minima == ((2.5, 0.0),)


def test_minima_alone() -> None:
    found = found_for(Experiment(formula="x0**3 - 3*x0 + x1**2"))
    assert found.minima == ((1.0, 0.0),)
    assert [point.kind for point in found.points] == [
        StationaryKind.MINIMUM,
        StationaryKind.SADDLE,
    ]
    assert found.complete


@pytest.mark.parametrize("start", [(1.0,), (0.0,) * 10])
def test_any_number_of_variables(start: tuple[float, ...]) -> None:
    assert found_for(Experiment(formula="sum(x**2)", start=start)).minima == ((0.0,) * len(start),)


def test_cancelled() -> None:
    assert evaluate_landmarks(landmarks_request(Experiment()), lambda: True) is None
