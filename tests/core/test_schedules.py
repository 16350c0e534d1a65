"""Schedules against closed forms, against torch's stepwise recursions, and as values and text."""

from __future__ import annotations

import dataclasses
import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.core.schedules import (
    CONSTANT,
    SCHEDULES,
    Constant,
    Cosine,
    Exponential,
    InverseTime,
    Schedule,
    ScheduleError,
    StepDecay,
    WarmUp,
    parse_schedule,
)

PLAIN = [
    StepDecay(every=3, gamma=0.1),
    Exponential(gamma=0.9),
    Cosine(over=20, floor=0.1),
    InverseTime(rate=0.5),
]


def factors(schedule: Schedule, count: int) -> list[float]:
    return [schedule.factor(k) for k in range(count)]


def test_constant_stays() -> None:
    assert factors(CONSTANT, 5) == [1.0] * 5
    assert Constant() == CONSTANT


def test_step_drops_every_n_steps() -> None:
    expected = [1, 1, 1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001]
    assert factors(StepDecay(every=3, gamma=0.1), 10) == pytest.approx(expected, rel=1e-15)


def test_exponential_is_the_recursion_of_torch() -> None:
    # ExponentialLR: lr = lr * gamma, once a step
    lr = 1.0
    for factor in factors(Exponential(gamma=0.9), 50):
        assert factor == pytest.approx(lr, rel=1e-14)
        lr *= 0.9


def test_cosine_is_the_recursion_of_torch() -> None:
    # CosineAnnealingLR gives the next rate by the last one; eta_max is 1
    low, total, lr = 0.1, 20, 1.0
    found = factors(Cosine(over=total, floor=low), total + 5)
    for k in range(total):
        assert found[k] == pytest.approx(lr, rel=1e-12)
        up = 1 + math.cos(math.pi * (k + 1) / total)
        lr = low + (lr - low) * up / (1 + math.cos(math.pi * k / total))
    assert found[total:] == [low] * 5


def test_cosine_has_its_known_values() -> None:
    found = factors(Cosine(over=6), 7)
    root = math.sqrt(3) / 4
    assert found == pytest.approx([1, 0.5 + root, 0.75, 0.5, 0.25, 0.5 - root, 0], abs=1e-15)


def test_one_over_t_halves_after_one_over_rate() -> None:
    schedule = InverseTime(rate=0.01)
    assert factors(schedule, 301)[::100] == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4])


def test_a_warm_up_rises_in_equal_steps_to_the_whole_rate() -> None:
    assert factors(WarmUp(warmup=4), 7) == [0.25, 0.5, 0.75, 1.0, 1.0, 1.0, 1.0]
    assert factors(WarmUp(warmup=0), 3) == [1.0, 1.0, 1.0]
    # Goyal et al.: constant increments
    rises = factors(WarmUp(warmup=7), 7)
    gaps = [b - a for a, b in itertools.pairwise(rises)]
    assert gaps == pytest.approx([1 / 7] * 6)


@pytest.mark.parametrize("plain", [s for s in PLAIN if not isinstance(s, Cosine)])
def test_after_a_warm_up_the_others_begin_from_their_start(plain: Schedule) -> None:
    warmed = dataclasses.replace(plain, warmup=5)  # type: ignore[call-arg]
    assert factors(warmed, 5) == factors(WarmUp(warmup=5), 5)
    assert factors(warmed, 30)[5:] == factors(plain, 25)


def test_a_cosine_ends_where_it_was_to_end_whatever_its_warm_up() -> None:
    warmed = Cosine(over=25, floor=0.1, warmup=5)
    assert factors(warmed, 5) == factors(WarmUp(warmup=5), 5)
    assert factors(warmed, 30)[5:] == factors(Cosine(over=20, floor=0.1), 25)


@pytest.mark.parametrize("over", [1, 5, 6])
def test_a_cosine_shorter_than_its_warm_up_falls_at_once(over: int) -> None:
    found = factors(Cosine(over=over, floor=0.5, warmup=6), 9)
    assert found == [*factors(WarmUp(warmup=6), 6), 0.5, 0.5, 0.5]


def any_schedule() -> st.SearchStrategy[Schedule]:
    counts, shares = st.integers(1, 300), st.floats(0, 1)
    warmup = st.integers(0, 50)
    return st.one_of(
        st.just(CONSTANT),
        st.builds(WarmUp, warmup=warmup),
        st.builds(StepDecay, every=counts, gamma=shares, warmup=warmup),
        st.builds(Exponential, gamma=shares, warmup=warmup),
        st.builds(Cosine, over=counts, floor=shares, warmup=warmup),
        st.builds(InverseTime, rate=st.floats(0, 1e300), warmup=warmup),
    )


@settings(max_examples=60, deadline=None)
@given(any_schedule())
def test_factors_are_shares_that_fall_once_warm(schedule: Schedule) -> None:
    found = factors(schedule, 400)
    assert all(0.0 <= f <= 1.0 for f in found)
    warm = found[getattr(schedule, "warmup", 0) :]
    assert all(b <= a for a, b in itertools.pairwise(warm))


@settings(max_examples=40, deadline=None)
@given(any_schedule(), st.floats(1e-300, 1e300), st.integers(0, 60), st.integers(0, 60))
def test_rates_are_the_factors_times_the_rate(s: Schedule, lr: float, first: int, n: int) -> None:
    expected = [lr * s.factor(k) for k in range(first, first + n)]
    assert list(s.rates(lr, range(first, first + n))) == expected


@pytest.mark.parametrize("cls", SCHEDULES.values())
def test_late_steps_are_no_trouble(cls: type[Schedule]) -> None:
    for k in (2_000_000, 10**9):
        assert 0.0 <= cls().factor(k) <= 1.0


@pytest.mark.parametrize("cls", SCHEDULES.values())
def test_hyperparameters_say_how_to_ask_for_them(cls: type[Schedule]) -> None:
    for item in dataclasses.fields(cls):
        assert item.metadata["label"]
        assert item.metadata["help"].endswith(".")
        assert item.metadata["low"] <= item.default <= item.metadata["high"]
        assert type(getattr(cls(), item.name)) is (int if item.metadata["whole"] else float)


def test_schedules_are_named_apart() -> None:
    assert len({cls.label for cls in SCHEDULES.values()}) == len(SCHEDULES)
    assert all(key == cls.key for key, cls in SCHEDULES.items())
    assert len({Cosine(), Cosine(over=100), Exponential(), CONSTANT}) == 3


@pytest.mark.parametrize(
    ("cls", "values", "words"),
    [
        (StepDecay, {"every": 0}, "every must be between 1 and"),
        (StepDecay, {"every": 2.5}, "every must be a whole number"),
        (StepDecay, {"every": True}, "every must be a whole number"),
        (StepDecay, {"gamma": 1.5}, "gamma must be between 0 and 1"),
        (Exponential, {"gamma": math.nan}, "gamma must be between"),
        (Cosine, {"over": -1}, "over must be between"),
        (Cosine, {"over": 10**400}, "over must be between"),
        (Cosine, {"floor": 2}, "floor must be between"),
        (InverseTime, {"rate": -0.1}, "rate must be between"),
        (WarmUp, {"warmup": -1}, "warmup must be between"),
        (WarmUp, {"warmup": "5"}, "warmup must be a whole number"),
    ],
)
def test_wrong_hyperparameters_are_refused_in_a_sentence(
    cls: type[Schedule], values: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        cls(**values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("constant", CONSTANT),
        (" Cosine : over = 200 , floor=0.1", Cosine(over=200, floor=0.1)),
        ("step:every=30,gamma=0.1,warmup=5", StepDecay(every=30, gamma=0.1, warmup=5)),
        ("exponential", Exponential()),
        ("inverse:rate=1e-3", InverseTime(rate=1e-3)),
        ("warmup:warmup=20", WarmUp(warmup=20)),
    ],
)
def test_schedules_are_read_from_text(text: str, expected: Schedule) -> None:
    assert parse_schedule(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no schedule ''"),
        ("linear", "There are constant, step, exponential, cosine, inverse, warmup"),
        ("constant:warmup=3", "It has no settings"),
        ("cosine:every=3", "It has over, floor, warmup"),
        ("cosine:over=1e2", "over must be a whole number"),
        ("step:every=1_0", "every must be a whole number"),
        ("step:gamma=half", "gamma must be a number"),
        ("step:gamma=2", "gamma must be between"),
        ("step:", "name=value"),
    ],
)
def test_text_that_is_no_schedule_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(ScheduleError, match=words) as caught:
        parse_schedule(text)
    assert str(caught.value).endswith(".")


TORCH = [
    (StepDecay(every=3, gamma=0.1), "StepLR", {"step_size": 3, "gamma": 0.1}),
    (Exponential(gamma=0.9), "ExponentialLR", {"gamma": 0.9}),
    (WarmUp(warmup=5), "LinearLR", {"start_factor": 0.2, "total_iters": 4}),
]


@pytest.mark.parametrize(("ours", "name", "options"), TORCH)
def test_schedules_are_those_of_torch(ours: Schedule, name: str, options: dict[str, float]) -> None:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = getattr(torch.optim.lr_scheduler, name)(optimizer, **options)
    for k in range(15):
        assert ours.factor(k) == pytest.approx(scheduler.get_last_lr()[0], rel=1e-9)
        optimizer.step()
        scheduler.step()
