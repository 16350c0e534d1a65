"""Loss landscapes: a bowl that is known in closed form, and what is computed once and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.differences import Method
from gradviz.core.network.planes import PlaneCode, PlaneKind
from gradviz.core.optimizers import SGD, Adam
from gradviz.document import landscape_survey as module
from gradviz.document.experiment import Experiment, Run
from gradviz.document.landscape import (
    Landscape,
    LandscapeOptions,
    NoLandscape,
    landscape_request,
)
from gradviz.document.landscape_effort import COARSE, FINE, MOST_SAMPLES, MOST_STEPS
from gradviz.document.landscape_survey import evaluate_landscape
from gradviz.document.network_task import task_of
from gradviz.document.training import train

if TYPE_CHECKING:
    from gradviz.core.optimizers import Optimizer
    from gradviz.document.results import Training

RANDOM = LandscapeOptions(kind=PlaneKind.RANDOM, seed=3)


def trained(key: str, *optimizers: Optimizer, **changes: object) -> Training:
    runs = tuple(Run(optimizer=each, style=i) for i, each in enumerate(optimizers))
    task = replace(task_of(key), **changes)
    return train(Experiment(method=Method.EXACT, runs=runs, seed=1, network=task))


@pytest.fixture(scope="module")
def line() -> Training:
    return trained("linear", Adam(lr=0.05), SGD(lr=0.1))


@pytest.fixture(scope="module")
def moons() -> Training:
    return trained("moons", Adam(lr=0.02), SGD(lr=0.05), epochs=20)


def seen(training: Training, index: int = 0, step: int = 0, **options: object) -> Landscape:
    request = landscape_request(training, index, step, LandscapeOptions(**options))
    found = evaluate_landscape(request)
    assert isinstance(found, Landscape)
    return found


def mean_square(training: Training, slope: np.ndarray, intercept: np.ndarray) -> np.ndarray:
    """Return the loss of a straight line by its definition, for arrays of any shape."""
    x, y = training.train.inputs[:, 0], training.train.targets[:, 0]
    return ((slope[..., None] * x + intercept[..., None] - y) ** 2).mean(axis=-1)


def test_two_weights_are_their_own_plane_and_the_landscape_is_the_bowl(line: Training) -> None:
    found = seen(line)
    assert found.plane.explained is not None
    assert sum(found.plane.explained) == pytest.approx(1.0, abs=1e-12)
    field = found.scene.field
    a, b = np.meshgrid(field.x, field.y)
    weights = found.plane.origin + a[..., None] * found.plane.directions[0]
    weights = weights + b[..., None] * found.plane.directions[1]
    bowl = mean_square(line, weights[..., 0], weights[..., 1])
    assert field.values == pytest.approx(bowl, rel=1e-12)


def test_nothing_is_lost_of_two_weights(line: Training) -> None:
    found = seen(line)
    path = line.runs[0].trajectory
    for step in (0, 7, path.steps):
        compared = found.at(step)
        true = mean_square(line, path.x[step, 0], path.x[step, 1])
        assert compared.step == step
        assert compared.true == pytest.approx(float(true), rel=1e-12)
        assert compared.difference == 0.0
        assert compared.distance == 0.0


def test_what_a_plane_leaves_out_is_told(moons: Training) -> None:
    found, path = seen(moons), moons.runs[0].trajectory
    network, data = moons.task.network, moons.train
    for step in (0, 31, path.steps):
        compared = found.at(step)
        point = found.plane.point(*compared.place)
        assert compared.true == network.value(path.x[step], data.inputs, data.targets)
        assert compared.projected == network.value(point, data.inputs, data.targets)
        away = float(np.linalg.norm(path.x[step] - point))
        assert compared.distance == pytest.approx(away, rel=1e-9, abs=1e-12)
        # the nearest point of the plane: what is left stands upright on both directions
        left = found.plane.directions @ (path.x[step] - point)
        assert left == pytest.approx(np.zeros(2), abs=1e-9)
    assert found.at(0).difference != 0.0
    assert found.at(path.steps).difference == 0.0


def test_all_runs_are_projected_on_the_plane_of_the_selected_one(moons: Training) -> None:
    found = seen(moons, index=1)
    assert found.plane.origin.tolist() == moons.runs[1].trajectory.x[-1].tolist()
    for own, seen_run in zip(moons.runs, found.runs.runs, strict=True):
        path = seen_run.trajectory
        assert path.x == pytest.approx(found.plane.coordinates(own.trajectory.x), abs=1e-12)
        assert path.value.tolist() == own.trajectory.value.tolist()
        slopes = own.trajectory.gradient @ found.plane.directions.T
        assert path.gradient == pytest.approx(slopes)
    assert found.runs.runs[0].trajectory.x[0] == pytest.approx(found.runs.start)
    assert found.runs.runs[1].trajectory.x[-1].tolist() == [0.0, 0.0]


def test_the_loss_at_a_point_comes_with_its_slopes_along_both_directions(moons: Training) -> None:
    runs, place, h = seen(moons).runs, (0.5, -0.25), 1e-6
    value, slopes = runs.value_and_gradient(place)
    assert value == runs.value(place)
    for axis in range(2):
        there, back = np.array(place), np.array(place)
        there[axis] += h
        back[axis] -= h
        quotient = (runs.value(there) - runs.value(back)) / (2 * h)
        assert slopes[axis] == pytest.approx(quotient, rel=1e-5, abs=1e-8)


def test_coarse_comes_first_and_what_is_known_is_not_computed_again(
    moons: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    coarse = seen(moons, is_fine=False)
    assert coarse.scene.field.values.shape == (COARSE, COARSE)
    monkeypatch.setattr(module, "project", None)
    monkeypatch.setattr(module, "main_plane", None)
    fine = evaluate_landscape(landscape_request(moons, 0, 0, LandscapeOptions(), coarse))
    assert isinstance(fine, Landscape)
    assert fine.scene.field.values.shape == (FINE, FINE)
    assert fine.plane is coarse.plane
    assert fine.path is coarse.path
    assert fine.request.known is None
    # of another plane nothing is of use
    assert landscape_request(moons, 0, 0, RANDOM, coarse).known is None
    assert landscape_request(moons, 1, 0, LandscapeOptions(), coarse).known is None


def test_a_short_run_is_compared_at_every_step_so_the_cursor_asks_for_nothing(
    moons: Training,
) -> None:
    options = LandscapeOptions()
    requests = {landscape_request(moons, 0, step, options) for step in (0, 5, 10**9, -1)}
    assert len(requests) == 1
    assert seen(moons).steps.tolist() == list(range(moons.runs[0].trajectory.steps + 1))


def test_a_long_run_is_thinned_but_the_cursor_and_the_end_are_exact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = trained("linear", SGD(lr=0.01), epochs=MOST_STEPS + 400)
    first = seen(long, step=3)
    assert {0, 3, MOST_STEPS + 400} <= set(first.steps.tolist())
    assert len(first.steps) <= MOST_STEPS + 1
    missing = next(k for k in range(MOST_STEPS) if k not in first.steps)
    assert abs(first.at(missing).step - missing) == 1
    monkeypatch.setattr(module, "loss_field", None)
    request = landscape_request(long, 0, missing, LandscapeOptions(), first)
    assert request != first.request
    second = evaluate_landscape(request)
    assert isinstance(second, Landscape)
    assert second.scene is first.scene
    assert second.at(missing).step == missing
    assert (np.diff(second.steps) > 0).all()
    true = mean_square(long, *long.runs[0].trajectory.x[missing])
    assert second.at(missing).true == pytest.approx(float(true), rel=1e-12)


def test_runs_that_are_renamed_or_hidden_need_no_other_plane(
    moons: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = seen(moons)
    hidden = replace(moons.runs[1], run=replace(moons.runs[1].run, visible=False))
    renamed = replace(moons, runs=(moons.runs[0], hidden))
    monkeypatch.setattr(module, "project", None)
    found = evaluate_landscape(landscape_request(renamed, 0, 0, LandscapeOptions(), known))
    assert isinstance(found, Landscape)
    assert found.scene is known.scene
    assert not found.runs.runs[1].run.visible


def test_the_seed_counts_for_random_directions_alone(moons: Training) -> None:
    main = [landscape_request(moons, 0, 0, LandscapeOptions(seed=seed)) for seed in (0, 1)]
    assert main[0] == main[1]
    found = {seed: seen(moons, kind=PlaneKind.RANDOM, seed=seed) for seed in (0, 1)}
    assert found[0].plane.explained is None
    assert not np.allclose(found[0].plane.directions, found[1].plane.directions)
    again = seen(moons, kind=PlaneKind.RANDOM, seed=1)
    assert again.scene.field.values.tolist() == found[1].scene.field.values.tolist()


def test_bounds_are_those_asked_for_grown_to_the_shape_of_the_picture(moons: Training) -> None:
    asked = Bounds(-1.0, 1.0, -1.0, 1.0)
    found = seen(moons, bounds=asked, aspect=2.0, is_fine=False)
    assert found.scene.request.bounds == Bounds(-2.0, 2.0, -1.0, 1.0)
    whole = seen(moons, is_fine=False).scene.request.bounds
    assert all(whole.contains(*place) for place in seen(moons).path.coordinates.tolist())


def test_many_samples_are_thinned_evenly() -> None:
    digits = trained("digits", Adam(lr=0.01), epochs=1, sizes=(64, 2, 10))
    assert digits.train.count > MOST_SAMPLES
    found = seen(digits, is_fine=False)
    assert found.samples.count == MOST_SAMPLES
    assert found.samples.inputs[[0, -1]].tolist() == digits.train.inputs[[0, -1]].tolist()
    assert set(found.samples.labels.tolist()) == set(range(10))


def test_why_there_is_no_plane_is_a_value(line: Training) -> None:
    found = evaluate_landscape(landscape_request(line, 0, 0, RANDOM))
    assert isinstance(found, NoLandscape)
    assert found.error.code is PlaneCode.ONE_LINE
    burst = trained("linear", SGD(lr=1e200))
    found = evaluate_landscape(landscape_request(burst, 0, 0, LandscapeOptions()))
    assert isinstance(found, NoLandscape)
    assert found.error.code is PlaneCode.NOT_FINITE


@pytest.mark.parametrize(("lr", "epochs"), [(0.1, 0), (1e-300, 3), (3.0, 40), (1e30, 2)])
def test_runs_that_stand_still_or_fly_off_are_shown_all_the_same(lr: float, epochs: int) -> None:
    training = trained("linear", SGD(lr=lr), epochs=epochs)
    found = seen(training, is_fine=False)
    assert found.scene.field.values.shape == (COARSE, COARSE)
    assert found.at(0).step == 0


@pytest.mark.parametrize("limit", [5e-24, 1e-23, 1e-10])
def test_runs_of_subnormal_steps_have_a_landscape(limit: float) -> None:
    clip = Clipping(kind=ClipKind.VALUE, limit=limit)
    task = replace(task_of("linear"), weights=(0.0, 0.0), epochs=1)
    runs = (Run(optimizer=SGD(lr=1e-300), clip=clip),)
    training = train(Experiment(method=Method.EXACT, runs=runs, network=task))
    assert 0.0 < np.abs(training.runs[0].trajectory.x).max() <= 1e-300 * limit * 2
    assert seen(training, is_fine=False).scene.field.values.shape == (COARSE, COARSE)


def test_a_cancel_is_heeded_at_every_point(moons: Training) -> None:
    request = landscape_request(moons, 0, 0, LandscapeOptions(is_fine=False))
    asked = 0

    def never() -> bool:
        nonlocal asked
        asked += 1
        return False

    assert evaluate_landscape(request, never) is not None
    steps = moons.runs[0].trajectory.steps + 1
    assert asked >= COARSE * COARSE + 2 * steps
    for limit in (0, 1, steps, 2 * steps + 50):
        left = iter([False] * limit)
        assert evaluate_landscape(request, lambda left=left: next(left, True)) is None
