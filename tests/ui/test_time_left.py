"""The watch of a training: time that ran, and time that is left, by a clock that is told."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.ui.time_left import TimeLeft
from gradviz.ui.training_words import duration, epoch_text, time_left


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def run(watch: TimeLeft, clock: Clock, *, begin: float, end: float, seconds: float) -> None:
    """Go evenly from `begin` to `end`, told 30 times a second."""
    notes = max(2, round(30 * seconds))
    for i in range(notes + 1):
        watch.note(begin + (end - begin) * i / notes)
        if i < notes:
            clock.now += seconds / notes


@settings(max_examples=40)
@given(st.floats(1.0, 200.0), st.floats(0.05, 0.9), st.floats(0.0, 0.8))
def test_an_even_pace_is_told_exactly(whole: float, share: float, begun: float) -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    done = begun + (1.0 - begun) * share
    run(watch, clock, begin=begun, end=done, seconds=whole * share)
    assert watch.elapsed == pytest.approx(whole * share)
    if whole * share > 0.5:
        # what is left is done at the pace seen so far
        assert watch.left == pytest.approx(whole * (1.0 - share), rel=1e-6)


def test_nothing_is_told_at_first_nor_without_progress() -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    assert watch.left is None
    run(watch, clock, begin=0.0, end=0.01, seconds=0.3)
    assert watch.left is None
    stuck = TimeLeft(clock)
    run(stuck, clock, begin=0.2, end=0.2, seconds=3.0)
    assert stuck.left is None


def test_a_pause_takes_no_time() -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    run(watch, clock, begin=0.0, end=0.25, seconds=2.0)
    watch.halt()
    clock.now += 1000.0
    run(watch, clock, begin=0.25, end=0.5, seconds=2.0)
    assert watch.elapsed == pytest.approx(4.0)
    assert watch.left == pytest.approx(4.0)


def test_another_pace_is_believed_after_a_while() -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    run(watch, clock, begin=0.0, end=0.2, seconds=2.0)  # 10 s in all
    run(watch, clock, begin=0.2, end=0.201, seconds=0.1)  # one slow moment
    assert watch.left is not None
    assert 7.0 < watch.left < 10.0
    run(watch, clock, begin=0.201, end=0.3, seconds=10.0)  # slow for long
    assert watch.left == pytest.approx(70.0, rel=0.02)


def test_a_new_training_begins_anew() -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    run(watch, clock, begin=0.0, end=1.0, seconds=5.0)
    watch.restart()
    assert (watch.elapsed, watch.left) == (0.0, None)


def test_a_step_back_spoils_nothing() -> None:
    clock = Clock()
    watch = TimeLeft(clock)
    run(watch, clock, begin=0.0, end=0.5, seconds=2.0)
    run(watch, clock, begin=0.1, end=0.2, seconds=2.0)
    assert watch.left is not None
    assert math.isfinite(watch.left)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (math.inf, ""),
        (math.nan, ""),
        (0.2, "less than 1 s left"),
        (2.4, "about 3 s left"),
        (12.0, "about 15 s left"),
        (100.0, "about 100 s left"),
        (240.0, "about 4 min left"),
        (3 * 3600.0, "about 3 h left"),
        (1e9, "more than a day left"),
    ],
)
def test_words_of_the_time_left(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.344, "0.34 s"), (4.25, "4.2 s"), (38.2, "38 s"), (600.0, "10 min")]
)
def test_words_of_a_time(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("step", "words"),
    [(0, "0"), (40, "5"), (41, "5.1"), (47, "5.8"), (1, "0.1"), (8000, "1000"), (7999, "999.8")],
)
def test_a_part_of_an_epoch_is_told_as_a_part(step: int, words: str) -> None:
    assert epoch_text(step, 8) == words
    assert epoch_text(7, 1) == "7"
    assert epoch_text(1, 10_000) == "0.0"
    assert epoch_text(9_999, 10_000) == "0.9"
