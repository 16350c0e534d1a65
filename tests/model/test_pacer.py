"""Requests that come faster than they are served."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from gradviz.model import pacer as module
from gradviz.model.pacer import Pacer
from gradviz.model.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gradviz.model.worker import Hooks

pytestmark = pytest.mark.usefixtures("qapp")

FOREVER = 60_000


class Job:
    """Answers one request for every time the gate is opened, or when cancelled."""

    def __init__(self) -> None:
        self.gate = threading.Semaphore(0)
        self.begun = threading.Semaphore(0)
        self.served: list[tuple[object, str]] = []

    def __call__(self, request: object, hooks: Hooks) -> object:
        self.begun.release()
        end = "done"
        while not self.gate.acquire(timeout=0.001):
            if hooks.cancelled():
                end = "cancelled"
                break
        self.served.append((request, end))
        return request

    def has_begun(self) -> None:
        assert self.begun.acquire(timeout=10)


@pytest.fixture
def job() -> Job:
    return Job()


@pytest.fixture
def worker(job: Job) -> Iterator[Worker]:
    worker = Worker({"runs": job})
    yield worker
    worker.stop()


@pytest.fixture
def pacer(worker: Worker) -> Iterator[Pacer]:
    pacer = Pacer(worker, "runs")
    yield pacer
    pacer.stop()


@pytest.fixture
def shown(worker: Worker, pacer: Pacer) -> list[object]:  # noqa: ARG001  (the pacer hears it first)
    values: list[object] = []
    worker.delivered.connect(lambda delivery: values.append(delivery.value))
    return values


def test_a_patient_request_lets_the_one_before_finish(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pacer: Pacer,
    job: Job,
    shown: list[object],
) -> None:
    monkeypatch.setattr(module, "GRACE", FOREVER)
    pacer.submit(0, patient=True)
    job.has_begun()
    for i in range(1, 100):
        pacer.submit(i, patient=True)
    job.gate.release(2)
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [0, 99], "something is shown before the hand rests, and then the newest"
    assert job.served == [(0, "done"), (99, "done")]
    assert not pacer.is_outstanding


def test_a_patient_request_does_not_wait_for_ever(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pacer: Pacer,
    job: Job,
    shown: list[object],
) -> None:
    monkeypatch.setattr(module, "GRACE", 30)
    pacer.submit("old", patient=True)
    job.has_begun()
    pacer.submit("new", patient=True)
    qtbot.waitUntil(lambda: bool(job.served))
    job.gate.release()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["new"]
    assert job.served == [("old", "cancelled"), ("new", "done")]


def test_an_impatient_request_replaces_the_one_before(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pacer: Pacer,
    job: Job,
    shown: list[object],
) -> None:
    monkeypatch.setattr(module, "GRACE", FOREVER)
    pacer.submit("old", patient=True)
    job.has_begun()
    pacer.submit("waiting", patient=True)
    pacer.submit("new", patient=False)
    job.has_begun()
    job.gate.release()
    qtbot.waitUntil(lambda: bool(shown))
    assert job.served == [("old", "cancelled"), ("new", "done")]
    assert shown == ["new"]


def test_cancel_means_the_newest(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pacer: Pacer,
    job: Job,
    shown: list[object],
) -> None:
    monkeypatch.setattr(module, "GRACE", FOREVER)
    pacer.submit("old", patient=True)
    job.has_begun()
    pacer.submit("new", patient=True)
    pacer.cancel()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["new"]
    assert job.served == [("old", "cancelled"), ("new", "cancelled")]


def test_a_stopped_pacer_submits_nothing(
    monkeypatch: pytest.MonkeyPatch, worker: Worker, pacer: Pacer, job: Job
) -> None:
    monkeypatch.setattr(module, "GRACE", FOREVER)
    pacer.submit("old", patient=True)
    job.has_begun()
    pacer.submit("new", patient=True)
    pacer.stop()
    worker.stop()
    assert job.served == [("old", "cancelled")]
    assert not pacer.is_outstanding
