"""The worker's manners, against a clock that the test turns by hand."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from gradviz.model import courtesy as module
from gradviz.model.courtesy import LONGEST, PATIENCE, REST, SLICE, Courtesy

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("qapp")


class Clock:
    """A clock, and the event that the worker waits on: the GUI takes `busy` seconds to answer."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.busy = 0.0
        self.questions = 0

    def clear(self) -> None:
        self.questions += 1

    def set(self) -> None: ...

    def wait(self, timeout: float) -> None:
        self.now += min(self.busy, timeout)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    return clock


@pytest.fixture
def courtesy(clock: Clock) -> Iterator[Courtesy]:
    courtesy = Courtesy()
    courtesy._answered = clock  # type: ignore[assignment]
    yield courtesy
    courtesy.end()


def compute(courtesy: Courtesy, clock: Clock, seconds: float) -> None:
    for _ in range(round(seconds / 0.0005)):
        clock.now += 0.0005
        courtesy.let_gui_work()


def test_a_short_job_asks_nothing(courtesy: Courtesy, clock: Clock) -> None:
    courtesy.begin()
    compute(courtesy, clock, SLICE * 0.9)
    assert clock.questions == 0


def test_a_long_job_asks_once_in_every_slice(courtesy: Courtesy, clock: Clock) -> None:
    courtesy.begin()
    compute(courtesy, clock, 1.0)
    assert clock.questions == pytest.approx(1.0 / SLICE, rel=0.15)


def test_no_wait_is_longer_than_patience(courtesy: Courtesy, clock: Clock) -> None:
    clock.busy = 3600.0
    courtesy.begin()
    before = clock.now
    compute(courtesy, clock, 0.1)
    assert clock.questions > 10
    assert clock.now - before == pytest.approx(0.1 + clock.questions * PATIENCE)


def test_pictures_that_take_long_come_less_often(courtesy: Courtesy, clock: Clock) -> None:
    courtesy.begin()
    assert courtesy.may_hand_over()
    clock.busy = 0.015
    compute(courtesy, clock, SLICE * 1.5)
    clock.busy = 0.0
    assert not courtesy.may_hand_over()
    compute(courtesy, clock, REST * 0.015 - SLICE)
    assert courtesy.may_hand_over()
    assert courtesy.may_hand_over(), "nothing was waited for since"


def test_a_gui_that_is_always_busy_gets_pictures_all_the_same(
    courtesy: Courtesy, clock: Clock
) -> None:
    clock.busy = 3600.0
    courtesy.begin()
    shown = 0
    before = clock.now
    while clock.now < before + 10 * LONGEST:
        compute(courtesy, clock, 0.033)
        shown += courtesy.may_hand_over()
    assert 5 <= shown <= 10


def test_after_the_end_it_asks_nothing(courtesy: Courtesy, clock: Clock) -> None:
    courtesy.end()
    compute(courtesy, clock, 1.0)
    assert clock.questions == 0


def test_the_gui_answers() -> None:
    courtesy = Courtesy()
    done = threading.Event()

    def ask() -> None:
        courtesy.let_gui_work()
        done.set()

    asking = threading.Thread(target=ask)
    asking.start()
    while not done.is_set():
        QCoreApplication.processEvents()
    asking.join()
    assert courtesy._answered.is_set()
    courtesy.end()


def test_what_is_cancelled_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 60.0)
    courtesy, done = Courtesy(), threading.Event()

    def work() -> None:
        courtesy.let_gui_work()  # of a GUI that never comes round to answering
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    for _ in range(1000):  # it may not have begun to wait yet
        if done.wait(0.01):
            break
        courtesy.hurry()
    was_let_go = done.is_set()
    courtesy.end()
    thread.join()
    assert was_let_go
