"""Descents: the numbers printed in the book, what ends them, noise, and any number of variables."""

from __future__ import annotations

import itertools
import math
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam, Convention, Momentum
from gradviz.core.schedules import Constant, Cosine, Exponential, WarmUp

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.descent import Step
    from gradviz.core.objective import ArrayObjective
    from gradviz.core.optimizers import Optimizer

    Walk = Callable[..., list[Step]]

START = (-3.0, 4.0)


@pytest.fixture
def walk(objective: Callable[[str], ArrayObjective]) -> Walk:
    """Return a function that descends and gives the list of steps."""

    def walked(
        name: str = "bowl",
        start: tuple[float, ...] = START,
        optimizer: Optimizer | None = None,
        steps: int = 100,
        **options: object,
    ) -> list[Step]:
        options = {"method": Method.CENTRAL, "h": 1e-4} | options
        optimizer = optimizer or SGD(lr=0.1)
        return list(descend(objective(name), start, optimizer, steps=steps, **options))

    return walked


@pytest.mark.parametrize(
    ("lr", "printed"),
    [
        (0.1, "[-6.11110793e-10  8.14814391e-10]"),
        (10.0, "[-2.58983747e+13 -1.29524862e+12]"),
        (1e-10, "[-2.99999994  3.99999992]"),
    ],
)
def test_the_book_prints_these_numbers(walk: Walk, lr: float, printed: str) -> None:
    end = walk(optimizer=SGD(lr=lr))[-1][0]
    assert np.array2string(np.array(end), precision=8) == printed


def test_the_exact_gradient_goes_on_where_differences_freeze(walk: Walk) -> None:
    frozen = [x for x, _, _ in walk(optimizer=SGD(lr=10.0))]
    assert frozen[9] != frozen[10] == frozen[11] == frozen[100]
    end = walk(optimizer=SGD(lr=10.0), method=Method.EXACT)[-1][0]
    assert end == pytest.approx((-3.0 * 19.0**100, 4.0 * 19.0**100), rel=1e-13)
    assert f"{end[0]:.3g}" == "-2.25e+128"


def book_loop(
    f: Callable[[np.ndarray], float],
    init_x: tuple[float, ...],
    lr: float,
    step_num: int,
    h: float = 1e-4,
) -> list[tuple[float, ...]]:
    """The book's gradient_descent with its numerical_gradient."""
    x, history = np.array(init_x), []
    for _ in range(step_num):
        history.append(tuple(x.tolist()))
        grad = np.zeros_like(x)
        for idx in range(x.size):
            tmp_val = x[idx]
            x[idx] = tmp_val + h
            fxh1 = f(x)
            x[idx] = tmp_val - h
            grad[idx] = (fxh1 - f(x)) / (2 * h)
            x[idx] = tmp_val
        x -= lr * grad
    return [*history, tuple(x.tolist())]


@pytest.mark.parametrize("lr", [0.1, 10.0, 1e-10, 0.37, 1.0])
def test_every_step_is_the_book_bit_for_bit(walk: Walk, lr: float) -> None:
    expected = book_loop(lambda x: np.sum(x**2), START, lr, 100)
    assert [x for x, _, _ in walk(optimizer=SGD(lr=lr))] == expected


def test_the_closed_form_of_a_bowl(walk: Walk) -> None:
    for k, (x, value, slope) in enumerate(walk(method=Method.EXACT, steps=50)):
        expected = np.array(START) * 0.8**k
        np.testing.assert_allclose(x, expected, rtol=1e-13)
        assert value == pytest.approx(25 * 0.64**k, rel=1e-13)
        np.testing.assert_allclose(slope, 2 * expected, rtol=1e-13)


def test_there_is_one_point_more_than_steps(walk: Walk) -> None:
    for steps in (0, 1, 7):
        points = walk(steps=steps)
        assert len(points) == steps + 1
        assert points[0][0] == START
        assert points[0][1] == 25.0


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_any_number_of_variables(walk: Walk, cls: type[Optimizer], method: Method) -> None:
    for name, start in (("quartic", (1.5,)), ("bowl", START), ("sphere", (1.0, -2.0, 3.0))):
        points = walk(name, start, cls(lr=0.01), 20, method=method)
        assert all(len(x) == len(g) == len(start) for x, _, g in points)
        assert points[-1][1] < points[0][1]


def test_each_coordinate_is_stepped_alike(walk: Walk) -> None:
    # a sphere cut to its first two variables takes the same way
    flat = walk("bowl", START, Adam(lr=0.3))
    deep = walk("sphere", (*START, 0.0), Adam(lr=0.3), method=Method.EXACT)
    exact = walk("bowl", START, Adam(lr=0.3), method=Method.EXACT)
    assert [x for x, _, _ in exact] == [x[:2] for x, _, _ in deep]
    np.testing.assert_allclose(flat[-1][0], exact[-1][0], atol=1e-8)


def test_a_component_may_be_a_whole_array(handmade: type) -> None:
    """A network is descended as one array of weights, by the same generator."""

    class Weights(handmade):
        function = property(lambda self: self.f)
        gradient_function = property(lambda self: self.slope)

    weights = Weights(lambda w: float((w * w).sum()), lambda w: (2 * w,), 1)
    start = np.array([[-3.0, 4.0], [1.0, 0.5]])
    options = {"method": Method.EXACT, "h": 1e-4, "steps": 30}
    for convention in Convention:
        rule = Adam(lr=0.3, convention=convention)
        points = [x[0] for x, _, _ in descend(weights, (start,), rule, **options)]
        np.testing.assert_array_equal(points[0], start)
        end = points[-1]
        single = handmade(lambda a: a * a, lambda a: (2 * a,), 1)
        for index, value in np.ndenumerate(start):
            steps = list(descend(single, (float(value),), rule, **options))
            assert steps[-1][0] == (end[index],)


def test_a_tolerance_ends_the_run_at_the_first_small_gradient(walk: Walk) -> None:
    points = walk(tolerance=1e-3, steps=1000)
    norms = [math.hypot(*g) for _, _, g in points]
    assert norms[-1] < 1e-3 <= min(norms[:-1])
    assert points == walk(steps=1000)[: len(points)]
    assert len(walk(start=(0.0, 0.0), tolerance=1e-300)) == 1
    assert len(walk(tolerance=1e-300)) == 101


def test_what_is_undefined_is_carried_to_the_end(walk: Walk) -> None:
    points = walk("logarithm", (0.5,))
    assert len(points) == 101
    assert math.isnan(points[-1][1])
    assert all(math.isfinite(v) for v in points[0][:2][1:])


def test_cancelling_ends_the_run_at_once(objective: Callable[[str], ArrayObjective]) -> None:
    event = threading.Event()
    run = descend(
        objective("bowl"),
        START,
        SGD(lr=0.1),
        method=Method.CENTRAL,
        h=1e-4,
        steps=10**9,
        cancelled=event.is_set,
    )
    first = list(itertools.islice(run, 5))
    event.set()
    assert len(first) == 5
    assert list(run) == []


def test_a_run_cancelled_beforehand_still_has_its_start(walk: Walk) -> None:
    assert [x for x, _, _ in walk(cancelled=lambda: True)] == [START]


# --- noise -----------------------------------------------------------------------------------


def test_noise_is_that_of_the_seed_coordinate_by_coordinate(walk: Walk) -> None:
    drawn = np.random.Generator(np.random.PCG64(42)).standard_normal((1501, 2))
    points = walk(noise=0.5, seed=42, steps=1500, method=Method.EXACT)
    for (x, _, slope), normal in zip(points, drawn.tolist(), strict=True):
        assert slope == tuple(2 * c + 0.5 * n for c, n in zip(x, normal, strict=True))


def test_noise_is_what_the_optimizer_is_given(walk: Walk) -> None:
    points = walk(noise=0.5, seed=7, steps=3, method=Method.EXACT)
    for (x, _, slope), (following, _, _) in itertools.pairwise(points):
        assert following == tuple(c - 0.1 * g for c, g in zip(x, slope, strict=True))


def test_a_longer_run_begins_as_a_shorter_one(walk: Walk) -> None:
    options = {"noise": 0.1, "seed": 3, "optimizer": Momentum(lr=0.01)}
    long = walk(steps=3000, **options)
    assert walk(steps=100, **options) == long[:101]
    assert walk(steps=100, **(options | {"seed": 4})) != long[:101]


def test_noise_leaves_the_expected_spread(walk: Walk) -> None:
    # for SGD on x**2: variance of x = lr * sigma**2 / (4 * (1 - lr))
    points = walk(start=(0.0, 0.0), noise=1.0, seed=1, steps=40_000, method=Method.EXACT)
    spread = np.array([x for x, _, _ in points[1000:]]).var()
    assert spread == pytest.approx(0.1 / (4 * 0.9), rel=0.1)


def test_generator_and_trajectory_agree(
    objective: Callable[[str], ArrayObjective], walk: Walk
) -> None:
    trajectory = Trajectory(2)
    trajectory.extend(
        descend(objective("bowl"), START, SGD(lr=0.1), method=Method.CENTRAL, h=1e-4, steps=100)
    )
    points = walk()
    assert trajectory.x.tolist() == [list(x) for x, _, _ in points]
    assert trajectory.value.tolist() == [v for _, v, _ in points]
    assert trajectory.gradient.tolist() == [list(g) for _, _, g in points]


# --- schedules and clipping ----------------------------------------------------------------------


def test_a_schedule_multiplies_the_rate_of_each_update(walk: Walk) -> None:
    # of x0**2 + x1**2 every update makes x to (1 - 2*lr) * x
    points = walk(method=Method.EXACT, steps=30, schedule=Exponential(gamma=0.9))
    shrunk = 1.0
    for k, (x, _, _) in enumerate(points):
        assert x == pytest.approx((-3.0 * shrunk, 4.0 * shrunk), rel=1e-13)
        shrunk *= 1 - 2 * 0.1 * 0.9**k


def test_the_first_update_of_a_warm_up_moves_already(walk: Walk) -> None:
    points = walk(method=Method.EXACT, steps=4, schedule=WarmUp(warmup=4))
    firsts = [x[0] for x, _, _ in points]
    assert firsts == pytest.approx(
        [-3.0 * math.prod(1 - 0.2 * j / 4 for j in range(1, k + 1)) for k in range(5)]
    )


def test_the_velocity_of_the_book_keeps_the_rates_it_was_made_with(walk: Walk) -> None:
    points = walk(
        method=Method.EXACT,
        steps=2,
        start=(1.0, 0.0),
        optimizer=Momentum(lr=0.1, momentum=0.5),
        schedule=Cosine(over=1, floor=0.5),
    )
    # v1 = -0.1 * 2, x1 = 0.8; v2 = 0.5 * v1 - 0.05 * 1.6
    assert [x[0] for x, _, _ in points] == pytest.approx([1.0, 0.8, 0.8 - 0.1 - 0.08])


@pytest.mark.parametrize("name", ["quartic", "rosenbrock", "sphere"])
@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_what_changes_nothing_changes_no_bit(walk: Walk, cls: type[Optimizer], name: str) -> None:
    start = {"quartic": (0.7,), "rosenbrock": (-0.5, 0.5), "sphere": (1.0, -2.0, 0.5)}[name]
    plain = walk(name, start, cls(lr=0.01), noise=0.1)
    for options in (
        {"schedule": Constant()},
        {"schedule": WarmUp(warmup=0)},
        {"clip": Clipping(limit=1e300)},
        {"clip": Clipping(kind=ClipKind.VALUE, limit=1e300)},
        {"checkpoints": []},
    ):
        assert walk(name, start, cls(lr=0.01), noise=0.1, **options) == plain


def test_a_clipped_step_is_as_long_as_the_limit_allows(walk: Walk) -> None:
    points = walk(clip=Clipping(limit=2.0), steps=10, method=Method.EXACT)
    for (before, _, slope), (after, _, _) in itertools.pairwise(points):
        assert math.dist(before, after) == pytest.approx(0.1 * min(2.0, math.hypot(*slope)))
        assert slope == tuple(2 * c for c in before)  # recorded as it was


def test_noise_is_clipped_too(walk: Walk) -> None:
    clip = Clipping(kind=ClipKind.VALUE, limit=0.5)
    points = walk(clip=clip, steps=50, noise=10.0)
    changes = np.diff([x for x, _, _ in points], axis=0)
    assert np.abs(changes).max() <= 0.05 * (1 + 1e-13)
    assert max(abs(g) for _, _, slope in points for g in slope) > 10.0


def test_the_tolerance_is_about_the_gradient_before_clipping(walk: Walk) -> None:
    points = walk(clip=Clipping(limit=1e-3), tolerance=1e-2, steps=50)
    assert len(points) == 51


def test_checkpoints_come_before_every_512th_update(walk: Walk) -> None:
    kept: list[object] = []
    walk(optimizer=Adam(lr=0.3), steps=1025, checkpoints=kept)
    assert [states[0][2] for states in kept] == [0, 512, 1024]
    assert all(len(states) == 2 for states in kept)
