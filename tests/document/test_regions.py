"""What is asked of a network about its samples, against the network and against closed forms."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from gradviz.core.bounds import Bounds
from gradviz.core.differences import Method
from gradviz.core.network.losses import Loss
from gradviz.core.network.metrics import NO_CLASS, quality
from gradviz.core.optimizers import SGD, Adam
from gradviz.document.experiment import Experiment, Run
from gradviz.document.moment import Moment, moment_of
from gradviz.document.network_task import NetworkTask, OwnTable, task_of
from gradviz.document.regions import (
    COARSE,
    COMPONENTS,
    FINE,
    RegionsKind,
    RegionsRequest,
    RegionsStudy,
    evaluate_regions,
)
from gradviz.document.training import train


@lru_cache(maxsize=16)
def trained(task: NetworkTask, rate: float = 0.02) -> Moment:
    rule = Run(optimizer=Adam(lr=rate))
    experiment = Experiment(network=task, seed=1, method=Method.EXACT, runs=(rule,))
    with np.errstate(all="ignore"):
        return moment_of(train(experiment), 0, 10**6)


def asked(moment: Moment, **options: object) -> RegionsStudy:
    study = evaluate_regions(RegionsRequest(moment=moment, **options))
    assert study is not None
    return study


def own(text: str, sizes: tuple[int, ...], **options: object) -> NetworkTask:
    table = OwnTable("own.csv", text)
    options = {"epochs": 5, "test_share": 0.0} | options
    return NetworkTask(problem="own", sizes=sizes, table=table, **options)


def test_exclusive_or_is_parted_and_nothing_is_taken_for_the_other() -> None:
    study = asked(trained(task_of("xor"), 0.05))
    assert study.kind is RegionsKind.CLASSES
    assert not study.train.is_wrong.any()
    assert study.train.answers.tolist() == study.train.targets.tolist() == [0, 1, 1, 0]
    assert len(study.test.places) == 0
    assert study.regions is not None
    for (x, y), label in zip(study.train.places, study.train.targets, strict=True):
        at = np.abs(study.y - y).argmin(), np.abs(study.x - x).argmin()
        assert study.regions.labels[at] == label


@pytest.mark.parametrize("key", ["spiral", "iris", "digits", "simplenet", "logistic"])
def test_samples_are_misclassified_as_often_as_the_accuracy_says(key: str) -> None:
    moment = trained(replace(task_of(key), epochs=2))
    study = asked(moment)
    for answered, data in ((study.train, moment.train), (study.test, moment.test)):
        right = quality(moment.network, moment.weights, data).accuracy
        if data.count:
            assert 1.0 - answered.is_wrong.mean() == pytest.approx(right)
        assert len(answered.places) == data.count
        assert all(study.bounds.contains(x, y) for x, y in answered.places.tolist())


def test_regions_lie_in_the_bounds_grown_to_the_plot() -> None:
    moment = trained(replace(task_of("moons"), epochs=1))
    wide = asked(moment, aspect=2.0).bounds
    assert (wide.x_max - wide.x_min) / (wide.y_max - wide.y_min) == pytest.approx(2.0)
    chosen = Bounds(0.0, 1.0, 0.0, 1.0)
    study = asked(moment, bounds=chosen, is_fine=True)
    assert study.bounds == chosen
    assert (study.x[0], study.x[-1], len(study.x), len(study.y)) == (0.0, 1.0, FINE, FINE)
    assert len(asked(moment).x) == COARSE


def test_a_large_network_is_asked_at_fewer_points() -> None:
    moment = trained(replace(task_of("moons"), sizes=(2, 700, 700, 2), epochs=0))
    assert 20 < len(asked(moment).x) < 60
    assert len(asked(moment).x) < len(asked(moment, is_fine=True).x) < FINE


def test_answers_at_a_place_are_those_of_the_grid() -> None:
    moment = trained(replace(task_of("spiral"), epochs=2))
    study = asked(moment)
    assert study.regions is not None
    for row, column in ((0, 0), (60, 77), (120, 3)):
        answer = study.answer_at(float(study.x[column]), float(study.y[row]))
        assert answer.sum() == pytest.approx(1.0)
        first, second = np.sort(answer)[::-1][:2]
        assert study.regions.labels[row, column] == answer.argmax()
        assert study.regions.sureness[row, column] == pytest.approx(first - second)


def test_of_four_inputs_two_are_shown_and_the_others_held_at_their_mean() -> None:
    moment = trained(replace(task_of("iris"), epochs=2))
    study = asked(moment)
    assert (study.axes, study.is_slice) == ((2, 3), True)
    assert (study.train.places == moment.train.inputs[:, 2:4]).all()
    chosen = asked(moment, axes=(3, 0))
    assert chosen.plane is not None
    mean = moment.train.inputs.mean(axis=0)
    assert chosen.plane.point(0.5, 0.25) == pytest.approx([0.25, mean[1], mean[2], 0.5])
    for axes in ((0, 0), (0, 4), (-3, 1)):
        assert asked(moment, axes=axes).axes == (2, 3)


def test_of_many_inputs_the_components_are_shown() -> None:
    moment = trained(replace(task_of("digits"), epochs=0))
    study = asked(moment)
    assert study.axes == COMPONENTS
    spread = moment.train.inputs - moment.train.inputs.mean(axis=0)
    largest = np.linalg.eigvalsh(spread.T @ spread)[::-1][:2]
    assert (study.train.places**2).sum(axis=0) == pytest.approx(largest)
    assert asked(moment, axes=(20, 21)).axes == (20, 21)


def test_a_line_is_fitted_to_the_slope_of_least_squares() -> None:
    rule = Run(optimizer=SGD(lr=0.1))
    experiment = Experiment(network=task_of("linear"), method=Method.EXACT, runs=(rule,))
    moment = moment_of(train(experiment), 0, 10**6)
    study = asked(moment)
    assert study.kind is RegionsKind.LINE
    slope, intercept = np.polyfit(moment.train.inputs[:, 0], moment.train.targets[:, 0], 1)
    assert study.line == pytest.approx((slope, intercept), abs=1e-3)
    assert study.curves is not None
    assert study.curves[0] == pytest.approx(study.line[0] * study.x + study.line[1])
    assert study.answer_at(2.0, 0.0) == pytest.approx([study.line[0] * 2.0 + study.line[1]])
    deep = asked(trained(replace(task_of("linear"), sizes=(1, 3, 1), epochs=0)))
    assert deep.line is None


def test_one_input_and_classes_show_how_probable_each_is() -> None:
    text = "x,kind\n" + "".join(f"{i},{'ab'[i > 4]}\n" for i in range(10))
    study = asked(trained(own(text, (1, 2), epochs=50, is_standardised=True)))
    assert (study.kind, study.classes) == (RegionsKind.ODDS, ("a", "b"))
    assert study.curves is not None
    assert study.curves.sum(axis=0) == pytest.approx(1.0)
    own_odds = study.train.places[:, 1]
    assert ((own_odds < 0.5) == study.train.is_wrong).all()


def test_numbers_over_two_inputs_are_a_field() -> None:
    moment = trained(replace(task_of("linear"), epochs=0))
    data = replace(
        moment.train,
        inputs=np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 1.0]]),
        targets=np.array([[1.0], [4.0], [2.0]]),
        inputs_named=("a", "b"),
    )

    class Plain:
        train = test = data
        network = replace(moment.network, sizes=(2, 1))
        weights = np.array([2.0, -1.0, 0.5])

    study = asked(Plain())
    assert (study.kind, study.span, study.classes) == (RegionsKind.FIELD, (1.0, 4.0), ())
    assert study.field is not None
    expected = 2.0 * study.x[None, :] - study.y[:, None] + 0.5
    assert study.field == pytest.approx(expected)
    assert study.train.answers == pytest.approx([0.5, 0.5, 5.5])
    assert not study.train.is_wrong.any()


@pytest.mark.parametrize("key", ["spiral", "linear", "digits", "iris", "simplenet"])
@pytest.mark.parametrize("number", [math.nan, math.inf, 1e308])
def test_a_network_that_diverged_has_no_classes_and_raises_nothing(key: str, number: float) -> None:
    moment = trained(replace(task_of(key), epochs=0))
    study = asked(replace(moment, weights=np.full_like(moment.weights, number)))
    if math.isnan(number):
        assert study.unknown == moment.train.count + moment.test.count
        assert not study.train.is_wrong.any()
    if study.regions is not None and math.isnan(number):
        assert (study.regions.labels == NO_CLASS).all()
    study.answer_at(0.5, 0.5)


@pytest.mark.parametrize("loss", [Loss.CROSS_ENTROPY, Loss.SQUARED])
@pytest.mark.parametrize("size", [1e-300, 1e-9, 1.0, 1e160, 1e300])
def test_inputs_of_any_size_have_a_picture(size: float, loss: Loss) -> None:
    rows = "".join(f"{i * size!r},{(i % 3) * size!r},{'ab'[i % 2]}\n" for i in range(1, 7))
    study = asked(trained(own("p,q,kind\n" + rows, (2, 2), loss=loss, epochs=0)))
    assert study.bounds.x_min < study.bounds.x_max
    narrow = "".join(f"{1e9 + i * 1e-7!r},{'ab'[i % 2]}\n" for i in range(6))
    assert asked(trained(own("p,kind\n" + narrow, (1, 2), epochs=0))).bounds is not None


def test_regions_can_be_cancelled() -> None:
    moment = trained(replace(task_of("spiral"), epochs=0))
    assert evaluate_regions(RegionsRequest(moment=moment), lambda: True) is None


def test_requests_are_equal_when_what_they_ask_is() -> None:
    moment = trained(replace(task_of("spiral"), epochs=1))
    request = RegionsRequest(moment=moment, axes=(0, 1))
    again = RegionsRequest(moment=replace(moment, weights=moment.weights.copy()), axes=(0, 1))
    assert request == again
    assert hash(request) == hash(again)
    assert request != replace(request, is_fine=True)
