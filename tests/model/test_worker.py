"""The worker thread with jobs of the tests' own, which say when they have begun and may end."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication

from gradviz.model.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.model.mailbox import Delivery
    from gradviz.model.worker import Hooks

    Finished = list[tuple[str, object]]
    Job = Callable[[Any, Hooks], object]

pytestmark = pytest.mark.usefixtures("qapp")


class Jobs:
    """A job that steps until it is let go or cancelled, and one that answers at once."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.threads: set[int] = set()
        self.ran: list[tuple[str, object]] = []

    def quick(self, request: object, _: Hooks) -> object:
        self.threads.add(threading.get_ident())
        self.ran.append(("quick", request))
        if isinstance(request, Exception):
            raise request
        return request

    def patient(self, request: object, _: Hooks) -> object:
        self.ran.append(("patient", request))
        self.begun.release()
        assert self.let_go.wait(10)
        return request

    def slow(self, request: object, hooks: Hooks) -> object:
        self.threads.add(threading.get_ident())
        self.ran.append(("slow", request))
        self.begun.release()
        steps = 0
        while not hooks.cancelled() and not self.let_go.is_set():
            steps += 1
            if steps % 1000 == 0:
                hooks.on_progress((request, steps))
        return (request, "cancelled" if hooks.cancelled() else "done")


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def worker(jobs: Jobs) -> Iterator[Worker]:
    worker = Worker({"quick": jobs.quick, "slow": jobs.slow, "patient": jobs.patient})
    yield worker
    jobs.let_go.set()
    worker.stop()


@pytest.fixture
def finished(worker: Worker) -> Finished:
    """What was delivered in the end, in order, as (kind, value)."""
    found: Finished = []

    def note(delivery: Delivery) -> None:
        if delivery.complete:
            found.append((delivery.kind, delivery.value))

    worker.delivered.connect(note)
    return found


def begun(jobs: Jobs) -> None:
    assert jobs.begun.acquire(timeout=10)


def test_a_request_is_served_in_another_thread(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("quick", 42)
    assert worker.is_outstanding("quick")
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("quick", 42)]
    assert not worker.is_outstanding("quick")
    assert threading.get_ident() not in jobs.threads


def test_outcomes_arrive_in_the_gui_thread(qtbot: QtBot, worker: Worker) -> None:
    threads: set[int] = set()
    worker.delivered.connect(lambda _: threads.add(threading.get_ident()))
    with qtbot.waitSignal(worker.delivered):
        worker.submit("quick", 1)
    assert threads == {threading.get_ident()}


def test_the_newest_of_a_burst_wins(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("patient", "in the way")
    begun(jobs)
    jobs.ran.clear()
    for i in range(100):
        worker.submit("slow", i)
    jobs.let_go.set()
    qtbot.waitUntil(lambda: len(finished) == 2)
    assert finished[1] == ("slow", (99, "done"))
    assert jobs.ran == [("slow", 99)], "what waited is replaced, not worked off"


def test_the_newest_of_a_burst_wins_over_work_that_has_begun(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    for i in range(100):
        worker.submit("slow", i)
        if i % 10 == 0:
            begun(jobs)
    jobs.let_go.set()
    qtbot.waitUntil(lambda: not worker.is_outstanding("slow"))
    assert finished == [("slow", (99, "done"))]


def test_results_of_a_stale_generation_are_dropped(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "old")
    begun(jobs)
    jobs.let_go.set()
    while worker._outbox._undelivered.get("slow") is None:  # lies ready, not yet collected
        threading.Event().wait(0.001)
    worker.submit("slow", "new")
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("slow", ("new", "done"))]


def test_generations_count_per_kind(worker: Worker) -> None:
    assert [worker.submit("quick", 0), worker.submit("quick", 0)] == [1, 2]
    assert worker.submit("slow", 0) == 1


def test_progress_is_coalesced(worker: Worker, jobs: Jobs) -> None:
    """However many chunks a job makes, the GUI is handed one for each time it looks."""
    chunks: list[Delivery] = []
    worker.delivered.connect(chunks.append)
    worker.submit("slow", "x")
    begun(jobs)
    while len(chunks) < 3:
        threading.Event().wait(0.01)  # a thousand chunks or so
        before = len(chunks)
        QCoreApplication.processEvents()
        assert len(chunks) - before <= 2
    assert not any(chunk.complete for chunk in chunks)
    counts = [chunk.value[1] for chunk in chunks]
    assert counts == sorted(counts)


def test_cancel_delivers_what_there_is(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    worker.cancel("slow")
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("slow", ("x", "cancelled"))]


def test_abandon_delivers_nothing(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    worker.abandon("slow")
    assert not worker.is_outstanding("slow")
    worker.submit("quick", "y")
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("quick", "y")]


def test_an_urgent_request_does_not_wait_for_a_long_job(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    worker.submit("quick", "y")
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("quick", "y")], "served while the slow job is in its middle"
    jobs.let_go.set()
    qtbot.waitUntil(lambda: len(finished) == 2)
    assert finished[1] == ("slow", ("x", "done"))
    assert len(jobs.threads) == 1


def test_a_job_is_not_interrupted_for_a_less_urgent_one(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    worker.submit("patient", "y")
    qtbot.wait(20)
    assert finished == []
    jobs.let_go.set()
    qtbot.waitUntil(lambda: len(finished) == 2)
    assert finished == [("slow", ("x", "done")), ("patient", "y")]


def test_an_exception_is_reported_and_the_thread_goes_on(
    qtbot: QtBot, worker: Worker, finished: Finished
) -> None:
    with qtbot.waitSignal(worker.failed) as caught:
        worker.submit("quick", ZeroDivisionError("by nought"))
    (failure,) = caught.args
    assert isinstance(failure.error, ZeroDivisionError)
    assert "in quick" in failure.traceback
    assert "ZeroDivisionError: by nought" in failure.traceback
    assert not worker.is_outstanding("quick")
    worker.submit("quick", 7)
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("quick", 7)]


def test_an_exception_in_an_urgent_job_leaves_the_interrupted_one_alone(
    qtbot: QtBot, worker: Worker, jobs: Jobs, finished: Finished
) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    with qtbot.waitSignal(worker.failed):
        worker.submit("quick", RuntimeError("no"))
    jobs.let_go.set()
    qtbot.waitUntil(lambda: bool(finished))
    assert finished == [("slow", ("x", "done"))]


def test_stop_in_the_middle_of_work(worker: Worker, jobs: Jobs, finished: Finished) -> None:
    worker.submit("slow", "x")
    begun(jobs)
    worker.submit("quick", "y")
    worker.stop()
    assert worker._thread.isFinished()
    QCoreApplication.processEvents()
    assert finished == [], "nothing is delivered after stop"
    worker.stop()
    worker.submit("quick", "z")
    QCoreApplication.processEvents()
    assert finished == []
    assert not worker.is_outstanding("quick")


def test_stop_before_anything_was_asked() -> None:
    worker = Worker({"quick": lambda request, _: request})
    worker.stop()
    assert worker._thread.isFinished()


def test_the_switch_interval_is_put_back(jobs: Jobs) -> None:
    before = sys.getswitchinterval()
    worker = Worker({"quick": jobs.quick})
    assert sys.getswitchinterval() < before
    worker.stop()
    assert sys.getswitchinterval() == before


def test_a_busy_gui_does_not_stop_the_worker(worker: Worker, jobs: Jobs) -> None:
    """The worker gives way to the GUI, but not for ever: this test never enters the event loop."""
    worker.submit("slow", "x")
    begun(jobs)
    seen: set[int] = set()
    while len(seen) < 3:
        outcome = worker._outbox._undelivered.get("slow")
        if outcome is not None:
            seen.add(outcome.value[1])
        threading.Event().wait(0.005)
