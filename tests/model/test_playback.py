"""The cursor against a clock that the test turns by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from gradviz.model.playback import LONGEST, SPEEDS, STEPS_PER_SECOND, Playback

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playback(clock: Clock) -> Iterator[Playback]:
    playback = Playback(clock=clock)
    playback.set_length(100)
    playback.to_start()
    yield playback
    playback.pause()


@pytest.fixture
def shown(playback: Playback) -> list[int]:
    steps: list[int] = []
    playback.stepChanged.connect(steps.append)
    return steps


def let_pass(playback: Playback, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    playback.advance()


def test_before_anything_is_touched_the_cursor_stands_at_the_end() -> None:
    playback = Playback()
    playback.set_length(100)
    assert (playback.step, playback.length, playback.playing) == (100, 100, False)


def test_at_the_end_it_follows_results_that_grow() -> None:
    playback = Playback()
    shown: list[int] = []
    playback.stepChanged.connect(shown.append)
    for last in (10, 40, 100):
        playback.set_length(last, complete=last == 100)
    assert shown == [10, 40, 100]


def test_it_stays_at_the_end_of_the_next_results(playback: Playback) -> None:
    playback.to_end()
    playback.set_length(7)
    assert playback.step == 7
    playback.set_length(1000)
    assert playback.step == 1000


def test_elsewhere_it_keeps_its_step_and_finds_it_again(
    playback: Playback, shown: list[int]
) -> None:
    playback.set_step(40)
    playback.set_length(5, complete=False)
    playback.set_length(30, complete=False)
    playback.set_length(100)
    assert shown == [40, 5, 30, 40]


@pytest.mark.parametrize(("step", "seen"), [(-5, 0), (0, 0), (99, 99), (100, 100), (10**9, 100)])
def test_a_step_is_clamped(playback: Playback, step: int, seen: int) -> None:
    playback.set_step(step)
    assert playback.step == seen


def test_single_steps(playback: Playback, shown: list[int]) -> None:
    playback.forward()
    playback.forward()
    playback.back()
    playback.back()
    playback.back()
    playback.to_end()
    playback.forward()
    playback.back()
    assert shown == [1, 2, 1, 0, 100, 99]


def test_length_is_announced_once(playback: Playback) -> None:
    lengths: list[int] = []
    playback.lengthChanged.connect(lengths.append)
    playback.set_length(100)
    playback.set_length(20)
    playback.set_length(20)
    assert lengths == [20]


def test_playing_moves_by_elapsed_time(playback: Playback, clock: Clock) -> None:
    playback.play()
    assert playback.playing
    let_pass(playback, clock, 0.5)
    assert playback.step == int(0.5 * STEPS_PER_SECOND)
    for _ in range(100):  # no time is lost to rounding between short frames
        let_pass(playback, clock, 0.0123)
    assert playback.step == int((0.5 + 1.23) * STEPS_PER_SECOND)


@pytest.mark.parametrize("speed", SPEEDS)
def test_speed_is_a_factor(playback: Playback, clock: Clock, speed: float) -> None:
    playback.set_length(10_000)
    playback.set_speed(speed)
    playback.play()
    let_pass(playback, clock, 0.5)
    assert playback.step == pytest.approx(0.5 * speed * 10_000 / LONGEST, abs=1)


def test_a_run_of_any_length_plays_in_a_sensible_time(playback: Playback, clock: Clock) -> None:
    playback.set_length(2_000_000)
    playback.play()
    let_pass(playback, clock, LONGEST / 2)
    assert playback.step == 1_000_000


def test_a_change_of_speed_while_playing_jumps_nowhere(playback: Playback, clock: Clock) -> None:
    playback.play()
    let_pass(playback, clock, 1.0)
    playback.set_speed(16.0)
    assert playback.step == 20
    let_pass(playback, clock, 0.125)
    assert playback.step == 60


def test_it_stops_at_the_end_and_starts_over(playback: Playback, clock: Clock) -> None:
    states: list[bool] = []
    playback.playingChanged.connect(states.append)
    playback.play()
    let_pass(playback, clock, 1e6)
    assert (playback.step, playback.playing) == (100, False)
    playback.play()
    assert (playback.step, playback.playing) == (0, True)
    assert states == [True, False, True]


def test_after_playing_to_the_end_it_follows_the_end(playback: Playback, clock: Clock) -> None:
    playback.play()
    let_pass(playback, clock, 1e6)
    playback.set_length(500)
    assert playback.step == 500


def test_it_waits_at_the_end_of_what_is_still_growing(playback: Playback, clock: Clock) -> None:
    playback.set_length(100, complete=False)
    playback.play()
    let_pass(playback, clock, 30.0)
    assert (playback.step, playback.playing) == (100, True)
    playback.set_length(100_000, complete=False)
    assert playback.step == 100, "played on, not jumped to the new end"
    let_pass(playback, clock, 0.1)
    assert playback.step == pytest.approx(1100, abs=1)
    playback.set_length(100_000)
    let_pass(playback, clock, 1e6)
    assert (playback.step, playback.playing) == (100_000, False)


def test_it_is_as_long_as_the_longest_run(playback: Playback, clock: Clock) -> None:
    def results(*runs: tuple[int, str | None]) -> SimpleNamespace:
        parts = [SimpleNamespace(trajectory=range(n), verdict=verdict) for n, verdict in runs]
        return SimpleNamespace(runs=parts)

    playback.follow(results((51, "converged"), (1, None)))  # type: ignore[arg-type]
    assert playback.length == 50
    playback.play()
    let_pass(playback, clock, 1e6)
    assert playback.playing, "the second run is still under way"
    playback.follow(results((51, "converged"), (81, "cancelled")))  # type: ignore[arg-type]
    assert playback.length == 80
    let_pass(playback, clock, 1e6)
    assert (playback.step, playback.playing) == (80, False)


@pytest.mark.parametrize("touch", ["set_step", "forward", "back", "to_start", "to_end"])
def test_moving_the_cursor_stops_playing(playback: Playback, touch: str) -> None:
    playback.play()
    method = getattr(playback, touch)
    method(3) if touch == "set_step" else method()
    assert not playback.playing


def test_toggle_and_pause_keep_the_step(playback: Playback, clock: Clock) -> None:
    playback.toggle()
    let_pass(playback, clock, 1.0)
    playback.toggle()
    assert (playback.step, playback.playing) == (20, False)
    clock.now += 60
    playback.toggle()
    let_pass(playback, clock, 0.5)
    assert playback.step == 30, "the minute spent pausing does not count"


def test_nothing_to_play() -> None:
    playback = Playback()
    playback.play()
    assert (playback.step, playback.playing) == (0, False)


def test_the_timer_drives_it(qtbot: QtBot) -> None:
    playback = Playback()
    playback.set_length(10)
    playback.set_speed(16.0)
    playback.play()
    qtbot.waitUntil(lambda: not playback.playing)
    assert playback.step == 10
