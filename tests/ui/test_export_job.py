"""Work in slices ends once, and after it was given up nobody hears of it."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete, isValid

from gradviz.export.making import finished
from gradviz.ui.export_job import Job, beside, in_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from gradviz.export.making import Cancelled, Making
    from gradviz.ui.export_job import Slices


class Told:
    """What a job tells."""

    def __init__(self, job: Job) -> None:
        self.ends: list[object] = []
        self.parts: list[float] = []
        job.ended.connect(self.ends.append)
        job.progressed.connect(self.parts.append)


class Scene:
    """A job whose second slice does something strange."""

    def __init__(self, strange: Callable[[Scene], object]) -> None:
        self.owner = QObject()
        self.is_closed = False
        self.begun = 0
        self._strange = strange
        self.job = Job(self._slices(), self.owner)
        self.told = Told(self.job)
        self.job.start()

    def _slices(self) -> Slices:
        try:
            self.begun += 1
            yield 0.5
            self.begun += 1
            self._strange(self)
            yield 0.75
            self.begun += 1
        finally:
            self.is_closed = True


def turn(qtbot: QtBot) -> None:
    qtbot.wait(30)


def fail(_scene: Scene) -> None:
    raise ZeroDivisionError


def cancel(scene: Scene) -> None:
    scene.job.cancel()


def remove(scene: Scene) -> None:
    delete(scene.owner)


def cancel_and_fail(scene: Scene) -> None:
    cancel(scene)
    fail(scene)


def remove_and_fail(scene: Scene) -> None:
    remove(scene)
    fail(scene)


def test_it_tells_how_far_it_is_and_that_it_has_ended(qtbot: QtBot) -> None:
    scene = Scene(lambda _: None)
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5, 0.75], [None], 3)


def test_it_tells_a_fault(qtbot: QtBot) -> None:
    scene = Scene(fail)
    turn(qtbot)
    assert [type(end) for end in scene.told.ends] == [ZeroDivisionError]


@pytest.mark.parametrize("strange", [cancel, remove, cancel_and_fail, remove_and_fail])
def test_given_up_in_the_middle_of_a_slice_it_tells_nothing_more(
    qtbot: QtBot, strange: Callable[[Scene], object]
) -> None:
    scene = Scene(strange)
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5], [], 2)
    assert scene.is_closed


def test_events_in_the_middle_of_a_slice_begin_no_other(qtbot: QtBot) -> None:
    scene = Scene(lambda _: [QCoreApplication.processEvents() for _ in range(3)])
    turn(qtbot)
    assert (scene.told.parts, scene.told.ends, scene.begun) == ([0.5, 0.75], [None], 3)


@pytest.mark.usefixtures("qapp")
def test_cancelled_before_it_begins_it_closes_its_slices() -> None:
    scene = Scene(fail)
    scene.job.cancel()
    scene.job.cancel()
    assert scene.begun == 0
    assert not scene.told.ends


def test_deleted_with_its_owner_it_ends_its_thread(qtbot: QtBot) -> None:
    stopped = threading.Event()

    def wait(asked: threading.Event) -> None:
        asked.wait()
        stopped.set()

    owner = QObject()
    job = Job(in_thread(wait), owner)
    told = Told(job)
    job.start()
    turn(qtbot)
    delete(owner)
    assert not isValid(job)
    assert stopped.is_set()
    assert not told.ends


def test_what_a_making_asks_for_is_done_in_a_thread(qtbot: QtBot) -> None:
    here = threading.get_ident()
    places: dict[str, int] = {}
    made: list[int] = []

    def ask(name: str, _cancelled: Cancelled) -> int:
        places[name] = threading.get_ident()
        return len(places)

    def making() -> Making[int]:
        first: int = yield partial(ask, "first")
        assert threading.get_ident() == here
        return first + (yield partial(ask, "second"))

    def slices() -> Slices:
        made.append((yield from beside(making())))

    job = Job(slices())
    with qtbot.waitSignal(job.ended) as ended:
        job.start()
    assert ended.args == [None]
    assert made == [3]
    assert here not in places.values()
    assert finished(making()) == 2 + 2


def test_what_is_computed_for_a_picture_is_told_to_stop(qtbot: QtBot) -> None:
    begun, told = threading.Event(), threading.Event()

    def ask(cancelled: Cancelled) -> None:
        assert cancelled is not None
        begun.set()
        while not cancelled():
            time.sleep(0.001)
        told.set()

    def making() -> Making[None]:
        yield ask

    job = Job(beside(making()))
    job.start()
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    assert told.is_set()
