"""The study of a run's stability is the core's answer, about the very run that was asked for."""

from __future__ import annotations

from dataclasses import replace

from gradviz.core.optimizers import SGD
from gradviz.document.evaluate import Results, evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.landmarks import Landmarks, evaluate_landmarks, landmarks_request
from gradviz.document.stability import StabilityRequest, evaluate_stability

EXPERIMENT = Experiment(
    formula="x0**2 + 4*x1**2", runs=(Run(optimizer=SGD(lr=0.1)), Run(optimizer=SGD(lr=0.3)))
)


def landmarks_of(experiment: Experiment) -> Landmarks:
    found = evaluate_landmarks(landmarks_request(experiment))
    assert found is not None
    return found


def request_of(results: Results, index: int, landmarks: Landmarks) -> StabilityRequest:
    return StabilityRequest(results.objective, results.runs[index], landmarks)


def test_each_run_is_assessed() -> None:
    results, landmarks = evaluate(EXPERIMENT), landmarks_of(EXPERIMENT)
    fast = []
    for index in (0, 1):
        request = request_of(results, index, landmarks)
        found = evaluate_stability(request)
        assert found.request is request
        assert found.stability is not None
        assert found.stability.limit == 0.25
        fast.append(found.stability.too_fast)
    assert fast == [False, True]


def test_requests_about_the_same_are_equal() -> None:
    results, landmarks = evaluate(EXPERIMENT), landmarks_of(EXPERIMENT)
    assert request_of(results, 0, landmarks) == request_of(results, 0, landmarks)
    assert request_of(results, 0, landmarks) != request_of(results, 1, landmarks)
    assert request_of(results, 0, landmarks) != request_of(evaluate(EXPERIMENT), 0, landmarks)


def test_without_a_minimum_there_is_nothing_to_say() -> None:
    saddle = replace(EXPERIMENT, formula="x0**2 - x1**2")
    request = request_of(evaluate(saddle), 0, landmarks_of(saddle))
    assert evaluate_stability(request).stability is None
