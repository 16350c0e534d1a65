"""The study of a gradient check: against the complex step, at kinks, at any h, in parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gradviz.core.differences import Method
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.places import place_of
from gradviz.core.optimizers import SGD
from gradviz.core.rounding import SCHEMES
from gradviz.document.check_values import (
    Agreement,
    CheckProblem,
    CheckRequest,
    CheckSamples,
    CheckStudy,
    Fault,
)
from gradviz.document.experiment import Experiment, Run
from gradviz.document.gradient_check import check_request, evaluate_check
from gradviz.document.gradient_sweep import Part, fitting, sweep_steps
from gradviz.document.moment import moment_of
from gradviz.document.network_task import NetworkTask, task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.document.results import Training

EXPERIMENT = Experiment(
    method=Method.EXACT, runs=(Run(optimizer=SGD(lr=0.1)),), network=task_of("xor"), seed=3
)


def _trained(task: NetworkTask, epochs: int = 2, **changes: object) -> Training:
    return train(replace(EXPERIMENT, network=replace(task, epochs=epochs), **changes))


def _checked(request: CheckRequest | None, **hooks: object) -> CheckStudy:
    """Return the study by a clock of its own: how busy the machine is changes nothing."""
    assert request is not None
    study = evaluate_check(request, **{"clock": _slow(1e-6), **hooks})
    assert study is not None
    return study


@pytest.fixture(scope="module")
def smooth() -> Training:
    """Return two steps of a network of tanh, in which there is no kink."""
    return _trained(task_of("xor"))


@pytest.fixture(scope="module")
def kinked() -> Training:
    """Return the digits, in which some ReLU is near 0 for one of the samples."""
    return _trained(replace(task_of("digits"), batch=20), 0)


def _one_relu(weight: float, **changes: object) -> Training:
    """Return ``f = (w1 * max(w0 * x, 0) - y)**2`` on one sample of a line, at w0 = `weight`."""
    task = NetworkTask(
        problem="linear",
        sizes=(1, 1, 1),
        activation=Activation.RELU,
        loss=Loss.SQUARED,
        has_bias=False,
        weights=(weight, 1.0),
        batch=1,
        epochs=0,
    )
    return train(replace(EXPERIMENT, network=task, **changes))


def test_both_gradients_are_those_of_the_complex_step(smooth: Training) -> None:
    study = _checked(check_request(smooth, 0, 2))
    moment = moment_of(smooth, 0, 2)
    batch = moment.batch()
    for index in range(study.network.size):
        moved = moment.weights.astype(complex)
        moved[index] += 1e-200j
        exact = study.network.value(moved, batch.inputs, batch.targets).imag / 1e-200
        assert study.found.backprop[index] == pytest.approx(exact, rel=1e-12, abs=1e-15)
        assert study.found.numeric[index] == pytest.approx(exact, rel=1e-6, abs=1e-9)


def test_what_is_found_is_what_the_numbers_say(smooth: Training) -> None:
    study = _checked(check_request(smooth, 0, 1))
    found = study.found
    away = found.numeric - found.backprop
    assert found.differences.tolist() == np.abs(away).tolist()
    assert found.largest == np.abs(away).max()
    assert found.place == place_of(study.network, int(np.abs(away).argmax()))
    lengths = np.linalg.norm(found.numeric) + np.linalg.norm(found.backprop)
    assert found.relative == pytest.approx(np.linalg.norm(away) / lengths, rel=1e-9)
    assert found.agreement is Agreement.AGREES
    assert found.relative < 1e-5
    assert (found.kink, study.fault, study.problem) == (None, None, None)
    assert study.is_whole
    assert found.price.evaluations == 2 * study.network.size
    assert found.price.seconds > 0.0
    assert found.price.backprop_seconds > 0.0


def test_backpropagation_is_checked_by_central_differences() -> None:
    training = _trained(task_of("simplenet"))
    request = check_request(training, 0, 0)
    assert request.is_stand_in
    assert (request.method, request.h) == (Method.CENTRAL, 1e-4)
    own = check_request(_trained(task_of("simplenet"), method=Method.FORWARD, h=1e-6), 0, 0)
    assert not own.is_stand_in
    assert (own.method, own.h) == (Method.FORWARD, 1e-6)


def test_there_is_no_request_for_a_run_that_has_not_begun(smooth: Training) -> None:
    assert check_request(smooth, 1, 0) is None
    assert check_request(smooth, -1, 0) is None
    assert check_request(smooth, 0, 0) == check_request(smooth, 0, -5)
    assert check_request(smooth, 0, 0) != check_request(smooth, 0, 1)


def test_a_kink_is_found_out() -> None:
    x = float(moment_of(_one_relu(1.0), 0, 0).batch().inputs[0, 0])
    h = 1e-3
    study = _checked(check_request(_one_relu(np.sign(x) * h / 4, h=h), 0, 0))
    assert study.found.agreement is Agreement.KINK
    kink = study.found.kink
    assert (kink.layer, kink.unit, kink.sample) == (1, 0, 0)
    assert kink.here == pytest.approx(abs(x) * h / 4)
    assert study.found.place.name == "W1[0, 0]"
    assert study.fault is None
    away = _checked(check_request(_one_relu(np.sign(x) * 4 * h, h=h), 0, 0))
    assert away.found.agreement is Agreement.AGREES


@pytest.mark.parametrize(
    ("method", "h", "fault"),
    [
        (Method.FORWARD, 1e-2, Fault.TOO_LARGE),
        (Method.CENTRAL, 0.5, Fault.TOO_LARGE),
        (Method.CENTRAL, 1e-12, Fault.TOO_SMALL),
        (Method.CENTRAL, 1e-50, Fault.TOO_SMALL),
        (Method.CENTRAL, 1e300, Fault.TOO_LARGE),
    ],
)
def test_an_h_is_said_to_be_at_fault(method: Method, h: float, fault: Fault) -> None:
    training = _trained(task_of("xor"), 0, method=method, h=h)
    study = _checked(check_request(training, 0, 0))
    assert study.found.agreement in (Agreement.DISAGREES, Agreement.NOT_FINITE)
    assert study.fault is fault
    best = study.sweep.steps[study.sweep.best]
    assert best < h if fault is Fault.TOO_LARGE else best > h


def test_differences_of_squares_agree_however_large_h_is() -> None:
    """The loss of a line is quadratic in its weights: central differences are exact."""
    training = _trained(task_of("linear"), 0, method=Method.CENTRAL, h=10.0)
    assert _checked(check_request(training, 0, 0)).found.agreement is Agreement.AGREES


def test_a_loss_that_is_no_number_is_said() -> None:
    training = _trained(replace(task_of("linear"), weights=(1e200, 0.0)), 0)
    study = _checked(check_request(training, 0, 0))
    assert study.problem is CheckProblem.LOSS
    assert (study.found, study.sweep, study.fault) == (None, None, None)


class TestSamples:
    def test_the_loss_is_of_what_was_chosen(self) -> None:
        training = _trained(replace(task_of("iris"), batch=20), 1)
        moment = moment_of(training, 0, 3)
        losses = {}
        for samples in CheckSamples:
            study = _checked(check_request(training, 0, 3, samples))
            losses[samples] = (study.samples, study.found.backprop)
        batch, one, every = (losses[samples] for samples in CheckSamples)
        assert (batch[0], one[0], every[0]) == (20, 1, training.train.count)
        gradient = moment.network.gradient
        data = moment.batch()
        first = (data.inputs[:1], data.targets[:1])
        assert batch[1] == pytest.approx(moment.gradient, abs=1e-14)
        assert one[1] == pytest.approx(gradient(moment.weights, *first), abs=1e-14)
        whole = (training.train.inputs, training.train.targets)
        assert every[1] == pytest.approx(gradient(moment.weights, *whole), abs=1e-14)


def _slow(seconds: float) -> Callable[[], float]:
    """Return a clock by which everything takes so long."""
    ticks = count()
    return lambda: seconds * next(ticks)


class TestParts:
    def test_weights_are_left_out_where_all_would_take_too_long(self, kinked: Training) -> None:
        request = check_request(kinked, 0, 0)
        study = _checked(request, clock=_slow(0.01))
        found = study.found
        assert len(found.indices) == 200  # two seconds, at a hundredth each
        assert not study.is_whole
        assert (np.diff(found.indices) > 0).all()
        again = _checked(request, clock=_slow(0.01))
        assert found.indices.tolist() == again.found.indices.tolist()
        whole = _checked(request, clock=_slow(1e-5))
        assert whole.is_whole
        assert found.numeric.tolist() == whole.found.numeric[found.indices].tolist()
        assert int(found.indices[found.worst]) in study.sweep.indices
        other = check_request(train(replace(kinked.experiment, seed=4)), 0, 0)
        drawn = _checked(other, clock=_slow(0.01)).found.indices
        assert drawn.tolist() != found.indices.tolist()

    def test_all_are_checked_when_that_is_asked_for(self, kinked: Training) -> None:
        study = _checked(check_request(kinked, 0, 0, whole=True), clock=_slow(0.01))
        assert study.is_whole
        assert study.found.price.evaluations == 2 * 3760

    def test_some_weights_and_the_worst_are_looked_at_against_h(self, kinked: Training) -> None:
        study = _checked(check_request(kinked, 0, 0))
        count = len(study.sweep.indices)
        assert 2 <= count <= 4000 // 20 + 1
        assert int(study.found.indices[study.found.worst]) in study.sweep.indices
        in_use = study.sweep.chosen.values[study.sweep.steps == study.request.h]
        assert in_use.tolist() == [study.found.largest]

    @given(seconds=st.floats(1e-3, 1e3), each=st.floats(1e-6, 1e4))
    @example(seconds=999.9999999999999, each=1.0)
    @settings(max_examples=50, deadline=None)
    def test_round_numbers_fit(self, seconds: float, each: float) -> None:
        count = fitting(seconds, each)
        assert count >= 1
        assert str(count).strip("0") in ("1", "2", "5")
        if seconds > each:
            assert count * each <= seconds * (1 + 1e-9) < 5 * count * each * (1 + 1e-6)


class TestSweep:
    def test_every_weight_of_a_small_network_counts(self, smooth: Training) -> None:
        study = _checked(check_request(smooth, 0, 2, every_scheme=True))
        swept, request = study.sweep, study.request
        assert swept.indices.tolist() == list(range(study.network.size))
        lines = [(line.method, line.part) for line in swept.lines]
        assert lines == [
            *((method, Part.LARGEST) for method in SCHEMES),
            (Method.CENTRAL, Part.MEDIAN),
        ]
        at = swept.steps == request.h
        assert swept.chosen.values[at].tolist() == [study.found.largest]
        assert swept.lines[-1].values[at].tolist() == [np.median(study.found.differences)]

    def test_one_scheme_alone(self, smooth: Training) -> None:
        study = _checked(check_request(smooth, 0, 2))
        assert [line.method for line in study.sweep.lines] == [Method.CENTRAL] * 2

    def test_the_best_h_is_where_rounding_and_truncation_meet(self, smooth: Training) -> None:
        """Near the cube root of the rounding unit for central differences, 6e-6."""
        study = _checked(check_request(smooth, 0, 2))
        assert 1e-7 < study.sweep.steps[study.sweep.best] < 1e-4

    def test_the_complex_step_is_as_good_with_any_smaller_h(self) -> None:
        training = _trained(task_of("xor"), 0, method=Method.COMPLEX_STEP)
        study = _checked(check_request(training, 0, 0))
        swept = study.sweep
        assert 1e-9 < swept.steps[swept.best] < 1e-6
        assert (swept.chosen.values[: swept.best] < 1e-14).all()

    @given(h=st.floats(-300, 300).map(lambda power: 10.0**power))
    @settings(max_examples=50, deadline=None)
    def test_any_h_is_one_of_the_steps(self, h: float) -> None:
        steps = sweep_steps(h)
        assert (np.diff(steps) > 0).all()
        assert h in steps
        assert len(steps) <= 60
        assert steps[0] < 1.00001e-12  # an h next to one of the usual ones stands for it
        assert steps[-1] > 0.99999


@pytest.mark.parametrize("method", SCHEMES)
@pytest.mark.parametrize("h", [1e-300, 1e-50, 1e300])
def test_no_h_is_too_small_or_too_large(method: Method, h: float) -> None:
    training = _trained(task_of("simplenet"), 0, method=method, h=h)
    study = _checked(check_request(training, 0, 0, every_scheme=True))
    assert study.found.numeric.shape == (6,)
    assert study.sweep is not None


def test_a_check_is_cancelled_at_any_weight(smooth: Training) -> None:
    request = check_request(smooth, 0, 2)
    asked = 0

    def ask() -> bool:
        nonlocal asked
        asked += 1
        return False

    _checked(request, cancelled=ask)
    assert asked > 22 * 30
    for after in (0, 1, 2, 10, 30, 400):
        left = iter(range(after))
        stop = lambda left=left: next(left, None) is None  # noqa: E731
        assert evaluate_check(request, stop) is None
