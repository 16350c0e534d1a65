"""The study of a run's stability: when it is asked for, and that it is the core's answer."""

from __future__ import annotations

from dataclasses import replace

from gradviz.core.optimizers import SGD
from gradviz.document.evaluate import Results, evaluate
from gradviz.document.experiment import Experiment, Run
from gradviz.document.landmarks import Landmarks, evaluate_landmarks, landmarks_request
from gradviz.document.stability import evaluate_stability, stability_request

EXPERIMENT = Experiment(
    formula="x0**2 + 4*x1**2", runs=(Run(optimizer=SGD(lr=0.1)), Run(optimizer=SGD(lr=0.3)))
)


def landmarks_of(experiment: Experiment) -> Landmarks:
    found = evaluate_landmarks(landmarks_request(experiment))
    assert found is not None
    return found


def results_of(experiment: Experiment) -> Results:
    return evaluate(experiment)


def test_each_run_is_assessed() -> None:
    results, landmarks = results_of(EXPERIMENT), landmarks_of(EXPERIMENT)
    fast = []
    for index in (0, 1):
        request = stability_request(results, index, landmarks)
        assert request is not None
        assert request == stability_request(results, index, landmarks)
        found = evaluate_stability(request)
        assert found is not None
        assert found.stability is not None
        assert found.stability.limit == 0.25
        fast.append(found.stability.too_fast)
    assert fast == [False, True]


def test_nothing_is_asked_of_what_does_not_fit() -> None:
    results, landmarks = results_of(EXPERIMENT), landmarks_of(EXPERIMENT)
    assert stability_request(results, 0, None) is None
    assert stability_request(results, 2, landmarks) is None
    other = landmarks_of(replace(EXPERIMENT, formula="x0**2 + x1**2"))
    assert stability_request(results, 0, other) is None
    unfinished = replace(results.runs[0], complete=False)
    running = replace(results, runs=(unfinished, results.runs[1]))
    assert stability_request(running, 0, landmarks) is None


def test_another_number_of_variables_does_not_fit() -> None:
    flexible = Experiment(formula="sum(x**2)", start=(1.0, 2.0))
    landmarks = landmarks_of(replace(flexible, start=(1.0, 2.0, 3.0)))
    assert stability_request(results_of(flexible), 0, landmarks) is None


def test_it_can_be_cancelled() -> None:
    request = stability_request(results_of(EXPERIMENT), 0, landmarks_of(EXPERIMENT))
    assert request is not None
    assert evaluate_stability(request, lambda: True) is None
