"""Replayed states against those of the descent itself, bit for bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from gradviz.core.clipping import ClipKind, Clipping
from gradviz.core.descent import Trajectory, descend
from gradviz.core.differences import Method
from gradviz.core.optimizers import OPTIMIZERS, SGD, Adam, Convention, Momentum
from gradviz.core.replay import Replay
from gradviz.core.rules import Rule
from gradviz.core.schedules import CONSTANT, Cosine, Exponential, InverseTime, StepDecay, WarmUp
from gradviz.core.trajectory import CHECKPOINT_EVERY

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.optimizers import State

    Record = Callable[..., Trajectory]

STARTS = {"quartic": (1.5,), "ellipse": (-7.0, 2.0), "mixed": (0.3, -1.2, 0.7)}
STEPS = 2 * CHECKPOINT_EVERY + 40
AROUND = [
    k + by for k in (0, CHECKPOINT_EVERY, 2 * CHECKPOINT_EVERY) for by in (-1, 0, 1) if k + by >= 0
]
SCHEDULES = [
    CONSTANT,
    StepDecay(every=100, warmup=7),
    Exponential(gamma=0.999),
    Cosine(over=900, floor=0.01, warmup=3),
    InverseTime(rate=0.01),
    WarmUp(warmup=600),
]
CLIPS = [None, Clipping(kind=ClipKind.NORM, limit=0.5), Clipping(kind=ClipKind.VALUE, limit=0.2)]


@pytest.fixture
def record(objective: Callable[[str], object]) -> Record:
    """Return a function that descends by a rule into a trajectory."""

    def recorded(
        rule: Rule, name: str = "ellipse", steps: int = STEPS, **options: object
    ) -> Trajectory:
        start = STARTS[name]
        trajectory = Trajectory(len(start))
        chosen = {"method": Method.CENTRAL, "h": 1e-4, "noise": 0.1, "seed": 3} | options
        trajectory.extend(
            descend(
                objective(name),
                start,
                rule.optimizer,
                schedule=rule.schedule,
                clip=rule.clip,
                steps=steps,
                checkpoints=trajectory.checkpoints,
                **chosen,
            )
        )
        return trajectory

    return recorded


def states_of_descent(trajectory: Trajectory, rule: Rule) -> list[tuple[State, ...]]:
    """Go through the whole run, and see that its points are those that the states lead to."""
    optimizer, schedule, clip = rule
    points, gradients = trajectory.x.tolist(), trajectory.gradient.tolist()
    states = tuple(optimizer.init() for _ in points[0])
    found = [states]
    for k in range(trajectory.steps):
        used = tuple(gradients[k]) if clip is None else clip.applied(tuple(gradients[k]))
        pairs = [
            optimizer.update(g, s, optimizer.lr * schedule.factor(k))
            for g, s in zip(used, states, strict=True)
        ]
        after = [c + change for c, (change, _) in zip(points[k], pairs, strict=True)]
        assert list(map(float.hex, after)) == list(map(float.hex, points[k + 1])), k
        states = tuple(state for _, state in pairs)
        found.append(states)
    return found


def bits(numbers: object) -> list[str]:
    return list(map(float.hex, np.ravel(np.array(numbers, dtype=float)).tolist()))


def assert_replays(trajectory: Trajectory, rule: Rule) -> None:
    expected = states_of_descent(trajectory, rule)
    replay = Replay(trajectory, *rule)
    for k in (*AROUND, 17, trajectory.steps):
        assert bits(replay.states(k)) == bits(expected[k]), k
        assert len(replay.states(k)) == trajectory.dimension


@pytest.mark.parametrize("convention", Convention)
@pytest.mark.parametrize("name", STARTS)
@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_states_are_those_of_the_descent(
    record: Record, cls: type, name: str, convention: Convention
) -> None:
    rule = Rule(cls(lr=0.02, convention=convention))
    assert_replays(record(rule, name), rule)


@pytest.mark.parametrize("clip", CLIPS)
@pytest.mark.parametrize("schedule", SCHEDULES, ids=lambda s: s.key)
@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_schedules_and_clipping_are_replayed(
    record: Record, cls: type, schedule: object, clip: object
) -> None:
    rule = Rule(cls(lr=0.05), schedule, clip)
    assert_replays(record(rule), rule)


@pytest.mark.parametrize("steps", [0, 1, CHECKPOINT_EVERY - 1, CHECKPOINT_EVERY])
def test_short_runs(record: Record, steps: int) -> None:
    rule = Rule(Adam())
    trajectory = record(rule, steps=steps)
    replay, expected = Replay(trajectory, *rule), states_of_descent(trajectory, rule)
    assert [bits(replay.states(k)) for k in range(steps + 1)] == list(map(bits, expected))
    assert len(trajectory.checkpoints) == -(-steps // CHECKPOINT_EVERY)


def test_a_run_that_overflows_is_replayed(record: Record) -> None:
    rule = Rule(Momentum(lr=9.0))
    trajectory = record(rule, "quartic", method=Method.EXACT, noise=0.0)
    assert not np.isfinite(trajectory.value[-1])
    assert_replays(trajectory, rule)


def test_a_trajectory_without_checkpoints_is_replayed_from_its_start(record: Record) -> None:
    rule = Rule(Adam(), InverseTime(), CLIPS[1])
    trajectory = record(rule)
    bare = Trajectory(2)
    rows = zip(
        map(tuple, trajectory.x.tolist()),
        trajectory.value.tolist(),
        map(tuple, trajectory.gradient.tolist()),
        strict=True,
    )
    bare.extend(rows)
    assert bare.checkpoints == []
    for k in AROUND:
        assert bits(Replay(bare, *rule).states(k)) == bits(Replay(trajectory, *rule).states(k))


def test_only_what_comes_after_a_checkpoint_is_run_again(record: Record) -> None:
    rule = Rule(Momentum(lr=0.05))
    trajectory = record(rule)
    expected = bits(Replay(trajectory, *rule).states(CHECKPOINT_EVERY + 5))
    trajectory._gradient[:CHECKPOINT_EVERY] = np.nan
    assert bits(Replay(trajectory, *rule).states(CHECKPOINT_EVERY + 5)) == expected


def test_snapshots_share_the_checkpoints(record: Record) -> None:
    rule = Rule(Adam())
    trajectory = record(rule)
    shot = trajectory.snapshot()
    assert shot.checkpoints is trajectory.checkpoints
    last = trajectory.steps
    assert Replay(shot, *rule).states(last) == Replay(trajectory, *rule).states(last)


def test_a_snapshot_of_a_growing_run_is_replayed(objective: Callable[[str], object]) -> None:
    trajectory, rule = Trajectory(2), Rule(Adam())
    steps = descend(
        objective("ellipse"),
        STARTS["ellipse"],
        rule.optimizer,
        method=Method.EXACT,
        h=1e-4,
        steps=STEPS,
        checkpoints=trajectory.checkpoints,
    )
    trajectory.extend(steps, CHECKPOINT_EVERY - 3)
    shot = trajectory.snapshot()
    before = bits(Replay(shot, *rule).states(shot.steps))
    trajectory.extend(steps)
    assert bits(Replay(shot, *rule).states(shot.steps)) == before
    assert bits(Replay(trajectory, *rule).states(shot.steps)) == before


def test_learning_rates_and_used_gradients(record: Record) -> None:
    schedule, clip = Cosine(over=10), Clipping(kind=ClipKind.VALUE, limit=0.25)
    trajectory = record(Rule(SGD(lr=0.5), schedule, clip), steps=20)
    replay = Replay(trajectory, SGD(lr=0.5), schedule, clip)
    assert replay.learning_rate(0) == 0.5
    assert replay.learning_rate(5) == pytest.approx(0.25)
    assert replay.learning_rate(20) == 0.0
    for k in range(21):
        g = trajectory.gradient[k]
        assert replay.used_gradient(k) == tuple(np.clip(g, -0.25, 0.25).tolist())
    plain = Replay(trajectory, SGD(lr=0.5))
    assert plain.learning_rate(7) == 0.5
    assert plain.used_gradient(3) == tuple(trajectory.gradient[3].tolist())


@pytest.mark.parametrize("clip", CLIPS)
@pytest.mark.parametrize(
    ("first", "last"), [(0, 0), (0, 30), (500, 530), (512, 512), (1023, 1064), (0, STEPS)]
)
def test_a_table_is_the_steps_one_by_one(
    record: Record, first: int, last: int, clip: Clipping | None
) -> None:
    rule = Rule(Adam(), Exponential(), clip)
    trajectory = record(rule)
    replay = Replay(trajectory, *rule)
    table = replay.table(first, last)
    assert list(table.states) == list(Adam.state_names)
    assert table.learning_rate.shape == (last - first + 1,)
    for k in {first, last, (first + last) // 2}:
        row = k - first
        assert table.learning_rate[row] == replay.learning_rate(k)
        assert bits(table.used_gradient[row]) == bits(replay.used_gradient(k))
        found = [table.states[name][row].tolist() for name in Adam.state_names]
        assert bits(np.transpose(found)) == bits(replay.states(k))


def test_a_table_of_a_rule_without_states(record: Record) -> None:
    table = Replay(record(Rule(SGD()), steps=5), SGD()).table(1, 5)
    assert table.states == {}
    assert table.learning_rate.tolist() == [0.1] * 5
    assert table.used_gradient.shape == (5, 2)


def test_steps_that_are_not_there_are_refused(record: Record) -> None:
    replay = Replay(record(Rule(SGD()), steps=5), SGD())
    for ask in (replay.states, replay.used_gradient):
        for k in (-1, 6):
            with pytest.raises(IndexError):
                ask(k)
    for first, last in ((-1, 2), (0, 6), (3, 2)):
        with pytest.raises(IndexError):
            replay.table(first, last)


@pytest.mark.parametrize("clip", CLIPS, ids=str)
@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_some_numbers_of_a_whole_have_the_states_they_have_among_all(
    key: str, clip: Clipping | None
) -> None:
    rng = np.random.default_rng(5)
    rule = Rule(OPTIMIZERS[key](lr=0.01), Cosine(over=900, floor=0.01), clip)
    slopes = rng.normal(size=(STEPS + 1, 7))
    states: tuple[State, ...] = (rule.optimizer.init(),)
    trajectory, seen = Trajectory(7, is_whole=True), []
    for k, slope in enumerate(slopes):
        trajectory.extend([((np.zeros(7),), 0.0, (slope,))])
        seen.append(states)
        if k % CHECKPOINT_EVERY == 0:
            trajectory.checkpoints.append(states)
        (used,) = (slope,) if clip is None else clip.applied((slope,))
        lr = rule.optimizer.lr * rule.schedule.factor(k)
        states = (rule.optimizer.update(used, states[0], lr)[1],)
    replay = Replay(trajectory, *rule, coordinates=(4, 1))
    for k in (0, 1, 30, *AROUND, 31):
        for place, index in enumerate((4, 1)):
            among = [v if np.ndim(v) == 0 else v[index] for v in seen[k][0]]
            assert replay.states(k)[place] == tuple(among)
        used = (slopes[k],) if clip is None else clip.applied((slopes[k],))
        assert replay.used_gradient(k) == (used[0][4], used[0][1])
